//! Every mistake that the rules are there for, typed into a copy of a whole review: into the one that is bundled, and
//! into a second one on another subject. Each is reported where it was typed, and a near miss that is right is not.

mod prose;
mod rules;
mod second;
mod third;
mod verify;

use crate::support::{Found, tree};
use cscare_site::diagnostic::Checked;
use cscare_site::document::highlight::Highlighter;
use cscare_site::evidence::date::PartialDate;
use cscare_site::report;
use cscare_site::site::{Options, Site};
use cscare_site::source::SourceTree;
use std::collections::BTreeMap;
use std::path::Path;

/// One mistake, and what is nearly the same and right.
pub struct Case {
    /// What goes wrong, in a few words.
    pub row: &'static str,
    /// The rule that reports it.
    pub code: &'static str,
    /// The file that it is typed into.
    pub file: &'static str,
    /// What stands there, exactly once.
    pub from: &'static str,
    /// The mistake in its place.
    pub to: &'static str,
    /// What is right in its place.
    pub near: &'static str,
    /// A piece of the line at which it is reported.
    pub line: &'static str,
    /// What else has to be typed before: file, what stands there once, and what takes its place.
    pub also: &'static [(&'static str, &'static str, &'static str)],
}

/// The texts of a review.
pub type Texts = BTreeMap<String, String>;

/// Reads the texts of a review.
pub fn texts(root: &Path) -> Texts {
    let in_folder = |folder: &'static str| {
        let files = tree(&root.join(folder)).into_iter();
        files.filter_map(move |(path, bytes)| {
            Some((format!("{folder}/{path}"), String::from_utf8(bytes).ok()?))
        })
    };
    let at_the_root = ["site.toml", "evidence.lock"]
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), std::fs::read_to_string(root.join(name)).ok()?)));
    in_folder("content").chain(in_folder("static")).chain(at_the_root).collect()
}

/// A review that names no archived texts, so that what was verified may be changed without a word.
fn without_archive(mut texts: Texts) -> Texts {
    texts.remove("evidence.lock").expect("the review has a lock");
    for text in texts.values_mut() {
        let lines = text.split_inclusive('\n').filter(|line| !line.starts_with("snapshot"));
        *text = lines.collect();
    }
    texts
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn judge(texts: &Texts) -> Found {
    let files = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let options = Options { today: PartialDate::parse("2026-11-25"), ..Options::default() };
    let site = Site::load(Checked::clean(SourceTree::in_memory(files)), &options, &Highlighter::default());
    Found(report::locate(site.diagnostics().to_vec(), &site.sources))
}

/// Replaces a text that stands once; an empty one stands for a file that is not there yet.
fn replace(texts: &mut Texts, (file, from, to): (&str, &str, &str)) {
    if from.is_empty() {
        assert!(texts.insert(file.to_owned(), to.to_owned()).is_none(), "{file} is there already");
        return;
    }
    let text = texts.get_mut(file).unwrap_or_else(|| panic!("there is no {file}"));
    assert_eq!(text.matches(from).count(), 1, "{file} holds this once: {from}");
    *text = text.replacen(from, to, 1);
}

/// What is wrong with how a case is reported.
fn complaint(texts: &Texts, case: &Case) -> Option<String> {
    let with = |typed: &str| {
        let mut texts = texts.clone();
        for also in case.also {
            replace(&mut texts, *also);
        }
        replace(&mut texts, (case.file, case.from, typed));
        (judge(&texts), texts)
    };
    let about = |what: &str, found: &Found| {
        Some(format!("{} ({}): {what}\n{}", case.row, case.code, found.lines().join("\n")))
    };
    let (found, texts) = with(case.to);
    let lines = texts[case.file].lines().enumerate();
    let lines: Vec<usize> =
        lines.filter(|(_, line)| line.contains(case.line)).map(|(number, _)| number + 1).collect();
    let is_reported = found.0.iter().any(|one| {
        let has_help = one.diagnostic.help.as_deref().is_some_and(|help| !help.is_empty());
        let is_there = one.primary.file.as_str() == case.file && lines.contains(&one.primary.start.line);
        one.diagnostic.rule.code == case.code && is_there && has_help
    });
    if !is_reported {
        return about("not reported where it was typed", &found);
    }
    let (found, _) = with(case.near);
    if found.0.is_empty() { None } else { about("the near miss is right, and reported", &found) }
}

#[track_caller]
fn all_are_caught(texts: &Texts, cases: &[&[Case]]) {
    judge(texts).assert_silent();
    let wrong: Vec<String> =
        cases.iter().copied().flatten().filter_map(|case| complaint(texts, case)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn the_bundled_review_refuses_each_mistake() {
    let texts = texts(root());
    all_are_caught(&texts, &[verify::CASES]);
    all_are_caught(&without_archive(texts), &[rules::CASES, prose::CASES]);
}

#[test]
fn a_second_review_refuses_each_mistake() {
    all_are_caught(&texts(&root().join("tests/second")), &[second::CASES, prose::SECOND, verify::SECOND]);
}

#[test]
fn both_reviews_repeat_every_row() {
    let rows = |cases: &[Case]| cases.iter().map(|case| case.row).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(rows(rules::CASES), rows(second::CASES));
    assert_eq!(rows(prose::CASES), rows(prose::SECOND));
    assert_eq!(rows(verify::CASES), rows(verify::SECOND));
}
