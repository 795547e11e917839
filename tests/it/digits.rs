//! A digit that is typed wrongly in a bound number, tried for every digit of every bound number of whole reviews.

use super::wrong_numbers::texts;
use cscare_site::diagnostic::Checked;
use cscare_site::document::highlight::Highlighter;
use cscare_site::document::prose::Target;
use cscare_site::graph::bound::{Binding, judge};
use cscare_site::graph::prose::of_page;
use cscare_site::graph::resolve::{Resolved, Resolver};
use cscare_site::site::{Options, Site};
use cscare_site::source::SourceTree;
use std::path::Path;

/// How many changes were tried, and which of them were let pass.
#[derive(Default)]
struct Tried {
    all: usize,
    passed: Vec<String>,
}

/// Every change of one digit of a text.
fn changes(text: &str) -> impl Iterator<Item = String> {
    let digits = text.char_indices().filter(|(_, letter)| letter.is_ascii_digit());
    digits.flat_map(move |(at, digit)| {
        let others = ('0'..='9').filter(move |other| *other != digit);
        others.map(move |other| [&text[..at], &other.to_string(), &text[at + 1..]].concat())
    })
}

fn try_all(root: &Path, tried: &mut Tried) {
    let texts = texts(root);
    let files = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let sources = Checked::clean(SourceTree::in_memory(files));
    let site = Site::load(sources, &Options::default(), &Highlighter::default());
    let resolver = Resolver { evidence: &site.evidence, index: &site.index, sources: &site.sources };
    for page in 0..site.evidence.pages.len() {
        let holes = of_page(&site.evidence, page).into_iter().flat_map(|prose| prose.holes.iter());
        for hole in holes {
            let Target::Statistic { text, beside, .. } = &hole.target else { continue };
            let Ok(Some(Resolved::Statistic(statistic))) = resolver.resolve(page, &hole.target) else {
                continue;
            };
            let record = &site.evidence.statistics[statistic];
            for changed in changes(text) {
                tried.all += 1;
                if !matches!(
                    judge(&changed, beside.as_deref(), record, site.evidence.pages[page].language),
                    Binding::Wrong(_)
                ) {
                    tried.passed.push(format!(
                        "{changed} for {} in {}",
                        record.printed, site.evidence.pages[page].path
                    ));
                }
            }
        }
    }
}

#[test]
fn a_wrong_digit_of_a_bound_number_is_refused() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tried = Tried::default();
    for review in
        ["", "tests/second", "tests/third", "tests/golden/full/sources", "tests/golden/minimal/sources"]
    {
        try_all(&root.join(review), &mut tried);
    }
    let Tried { all, passed } = tried;
    println!("{} of {all} changed digits are let pass\n{}", passed.len(), passed.join("\n"));
    assert!(all > 5_000, "{all} were tried");
    assert!(passed.len() * 1000 <= all * 5, "{} of {all}:\n{}", passed.len(), passed.join("\n"));
}
