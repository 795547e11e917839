//! A site that is understood again after each of many random edits is, to the byte, the site that is loaded anew.

use crate::support::{golden_folder, tree};
use cscare_site::diagnostic::Checked;
use cscare_site::document::highlight::Highlighter;
use cscare_site::evidence::date::PartialDate;
use cscare_site::path::SourcePath;
use cscare_site::render::Press;
use cscare_site::site::memory::Memory;
use cscare_site::site::{Options, Site};
use cscare_site::source::SourceTree;
use std::collections::{BTreeMap, BTreeSet};

/// How many edits are made one after another.
const EDITS: usize = 100;

/// Lines whose change reaches beyond their page.
const FAR: [&str; 18] = [
    "value:",
    "population",
    "publisher:",
    "rounded:",
    "title:",
    "topics:",
    "id:",
    "of:",
    "evidence:",
    "supports",
    "formula:",
    "## ",
    "aliases:",
    "tags:",
    "credits:",
    "stat:",
    "draft:",
    "measure:",
];

/// Pages that lean on the others in every way.
const LEANING: [(&str, &str); 3] = [
    (
        "content/help/leaning.md",
        "---\ntitle: Leaning\n---\n[12,480](stat:count-2020.visits), [£96](stat:spending-per-visit.per-visit), \
         [here](../findings/visits-fell.md#what-it-means), [there](../reports/count-2020.md#doors), \
         [by address](/reports/count-2020/#doors), [no anchor](../measures/visits.md#unknown).\n",
    ),
    (
        "content/reports/members.md",
        "---\ntitle: Members\nkind: survey\npublisher: Count House\npublished: 2020\nstatistics:\n  \
         share: {label: Members, measure: member-share, value: 20%}\n---\n",
    ),
    (
        "content/coverage/members-told.md",
        "---\ntitle: Members\nkind: news article\nreports_on: [members]\ncredits: The Count House\ntells:\n  \
         - {statistic: members.share, as: 20%, of: residents}\n  \
         - {statistic: count-2020.visits, as: \"12,480\", population: everyone}\n---\n",
    ),
];

/// Edits of one page that reach others: the file, what stands there, and what comes in its place.
const FAR_EDITS: [(&str, &str, &str); 22] = [
    ("content/reports/count-2020.md", "12,480", "12,510"),
    ("content/reports/count-2020.md", "15,600", "15,900"),
    ("content/reports/count-2020.md", "population: everyone", "population: members"),
    ("content/reports/count-2020.md", "publisher: Tarnbridge Council", "publisher: The Town of Tarnbridge"),
    ("content/reports/count-2020.md", "## Doors", "## Gates"),
    ("content/reports/count-2020.md", "measure: visits, value", "measure: branches, value"),
    ("content/reports/count-2020.md", "period: 2018-19", "period: 2021-22"),
    ("content/reports/count-2020.md", "title: Library *count* 2020", "title: A count"),
    ("content/reports/count-2020.md", "aliases: [/count]", "aliases: [/count, /counted]"),
    ("content/reports/count-2020.md", "tags: [counting]", "tags: [counting, doors]"),
    ("content/reports/count-2020.md", "order: 1", "order: 9"),
    ("content/reports/survey-2022.md", "title: Asking readers", "title: A reader asks"),
    ("content/reports/count-2020.md", "topics: [use, places]", "topics: [money]"),
    ("content/reports/count-2020.md", "  visits-2019:", "  visits-2018:"),
    ("content/findings/visits-fell.md", "## What it means", "## Meaning"),
    ("content/measures/visits.md", "rounded: 10", "rounded: 1000"),
    ("content/measures/residents.md", "population: residents", "population: inhabitants"),
    ("content/measures/member-share.md", "of: residents", "of: visits"),
    ("content/reports/members.md", "publisher: Count House", "publisher: Nobody"),
    ("content/reports/members.md", "measure: member-share", "measure: visits"),
    ("content/reports/members.md", "value: 20%", "value: 30%"),
    ("content/reports/survey-2022.md", "---\n", "---\ndraft: true\n"),
];

/// Lines that an author may add to a body.
const BODY: [&str; 9] = [
    "## Visits\n",
    "## Elsewhere {#places}\n",
    "See [the count](../reports/count-2020.md#visits) and [more](../reports/review-2021.md).\n",
    "[735,470](stat:count-2020.visits) visits, [20%](stat:count-2020.share).\n",
    "[here](/topics/use/#visits), [there](/reports/), [nowhere](/nowhere/).\n",
    "<p id=\"section-toc\">raw</p>\n",
    "[a visit](term:visit)\n",
    "![plan](../plan.svg)\n",
    "\"Plain\" words.\n",
];

/// Lines of settings.
const SETTINGS: [&str; 5] = [
    "page_size = 1\n",
    "page_size = 2\n",
    "topics = [\"use\", \"money\", \"nothing\"]\n",
    "[markdown]\nsmart_punctuation = true\n",
    "base_url = \"https://example.org/x/\"\n",
];

/// Xorshift after Marsaglia: the same edits every time.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits fit") % end.max(1)
    }

    fn one_of<'t, T: ?Sized>(&mut self, from: &[&'t T]) -> &'t T {
        from[self.below(from.len())]
    }
}

type Texts = BTreeMap<String, String>;

fn originals() -> Texts {
    let files = tree(&golden_folder("full").join("sources")).into_iter();
    let texts = files.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)));
    texts.chain(LEANING.map(|(path, text)| (path.to_owned(), text.to_owned()))).collect()
}

fn sources(texts: &Texts) -> Checked<SourceTree> {
    Checked::clean(SourceTree::in_memory(texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))))
}

fn options() -> Options {
    Options { today: PartialDate::parse("2021-06-01"), ..Options::default() }
}

/// Makes one edit, and gives the files that it touched.
fn edit(texts: &mut Texts, originals: &Texts, random: &mut Random) -> BTreeSet<String> {
    let names: Vec<&str> = originals.keys().map(String::as_str).collect();
    let path = random.one_of(&names).to_owned();
    match random.below(16) {
        12.. => {
            let (path, one, other) = FAR_EDITS[random.below(FAR_EDITS.len())];
            let text = texts.entry(path.to_owned()).or_default();
            *text =
                if text.contains(one) { text.replacen(one, other, 1) } else { text.replacen(other, one, 1) };
            return [path.to_owned()].into();
        }
        0 => {
            texts.remove(&path);
        }
        1 => {
            let text = texts.remove(&path).unwrap_or_default();
            let other = path.replace('.', "-too.");
            texts.insert(other.clone(), text);
            return [path, other].into();
        }
        2..=4 => {
            texts.insert(path.clone(), originals[&path].clone());
        }
        5 => {
            texts.insert("site.toml".to_owned(), settings(originals, random));
            return ["site.toml".to_owned()].into();
        }
        6 | 7 => {
            let added = random.one_of(&BODY);
            texts.entry(path.clone()).or_default().push_str(&format!("\n{added}"));
        }
        _ => {
            let line = line_of_another(texts, random);
            if let Some(text) = texts.get_mut(&path) {
                *text = with_changed_line(text, &line, random);
            }
        }
    }
    [path].into()
}

fn settings(originals: &Texts, random: &mut Random) -> String {
    let own = &originals["site.toml"];
    let added = random.one_of(&SETTINGS);
    let key = added.split(['=', '\n']).next().unwrap_or_default();
    let kept: String = own.split_inclusive('\n').filter(|line| !line.starts_with(key)).collect();
    if added.starts_with('[') { format!("{kept}\n{added}") } else { format!("{added}{kept}") }
}

fn line_of_another(texts: &Texts, random: &mut Random) -> String {
    let all: Vec<&str> = texts.values().flat_map(|text| text.lines()).collect();
    random.one_of(&all).to_owned()
}

/// The text with one line changed: another digit, another word, another line, or without it.
fn with_changed_line(text: &str, other: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let far: Vec<usize> =
        (0..lines.len()).filter(|at| FAR.iter().any(|word| lines[*at].contains(word))).collect();
    let at = match far.is_empty() || random.below(4) == 0 {
        true => random.below(lines.len()),
        false => far[random.below(far.len())],
    };
    let Some(line) = lines.get_mut(at) else { return other.to_owned() };
    match random.below(6) {
        0 => drop(lines.remove(at)),
        1 => other.clone_into(line),
        2 => lines.insert(at, other.to_owned()),
        3 => *line = line.replacen(['a', 'e', 'i'], "u", 1),
        _ => *line = line.replacen(|letter: char| letter.is_ascii_digit(), &random.below(10).to_string(), 1),
    }
    lines.join("\n")
}

#[track_caller]
fn expect_same(known: &Site, fresh: &Site, what: &str) {
    assert_eq!(known.diagnostics(), fresh.diagnostics(), "{what}");
    assert_eq!(known.plan.items, fresh.plan.items, "{what}");
    assert_eq!(known.graph.links_checked, fresh.graph.links_checked, "{what}");
    assert_eq!(known.graph.bound_numbers, fresh.graph.bound_numbers, "{what}");
    let (one, other) = (Press::new(known.model()), Press::new(fresh.model()));
    let renderers = (one.renderer(known.model()), other.renderer(fresh.model()));
    match renderers {
        (Some(one), Some(other)) => {
            for path in fresh.plan.items.keys() {
                assert!(one.artifact(path) == other.artifact(path), "{what}: {path} is another");
            }
        }
        (one, other) => assert_eq!(one.is_some(), other.is_some(), "{what}"),
    }
}

fn edits(seed: u64) {
    let originals = originals();
    let highlighter = Highlighter::default();
    let mut texts = originals.clone();
    let mut memory = Memory::load(sources(&texts), options(), &highlighter);
    let mut random = Random(seed);
    for number in 0..EDITS {
        let changed = edit(&mut texts, &originals, &mut random);
        let what = format!("edit {number} of seed {seed}, of {changed:?}");
        let paths = changed.iter().map(|path| SourcePath::new(path)).collect();
        let known = memory.update(sources(&texts), &paths, &highlighter);
        expect_same(&known, &Site::load(sources(&texts), &options(), &highlighter), &what);
    }
}

#[test]
fn an_edit_reaches_the_pages_that_lean_on_it() {
    let mut texts = originals();
    let highlighter = Highlighter::default();
    let mut memory = Memory::load(sources(&texts), options(), &highlighter);
    for (path, before, after) in FAR_EDITS {
        for (from, to) in [(before, after), (after, before)] {
            let text = texts.get_mut(path).expect("the page is there");
            assert!(text.contains(from), "{path} has no `{from}`");
            *text = text.replacen(from, to, 1);
            let known = memory.update(sources(&texts), &[SourcePath::new(path)].into(), &highlighter);
            let fresh = Site::load(sources(&texts), &options(), &highlighter);
            expect_same(&known, &fresh, &format!("`{to}` in {path}"));
        }
    }
}

#[test]
fn one_row_of_edits() {
    edits(0x9e37_79b9_7f4a_7c15);
}

#[test]
fn another_row_of_edits() {
    edits(0x2545_f491_4f6c_dd1d);
}

#[test]
fn a_third_row_of_edits() {
    edits(0xd1b5_4a32_d192_ed03);
}

#[test]
fn a_page_that_breaks_can_stay_as_it_was() {
    let mut texts = originals();
    let highlighter = Highlighter::default();
    let mut memory = Memory::load(sources(&texts), options(), &highlighter);
    memory.keep_good_pages();
    let path = "content/reports/count-2020.md";
    let before = memory.site().evidence.statistics.len();
    texts.insert(path.to_owned(), format!("---\nkind: [\n{}", &texts[path]));
    let broken = memory.update(sources(&texts), &[SourcePath::new(path)].into(), &highlighter);
    assert_eq!(broken.evidence.statistics.len(), before);
    let fresh = Site::load(sources(&texts), &options(), &highlighter);
    assert!(fresh.evidence.statistics.len() < before);
    let of_page = |site: &Site| {
        let found = site.diagnostics().iter().filter(|one| one.primary.place.file.as_str() == path);
        found.cloned().collect::<Vec<_>>()
    };
    assert_eq!(of_page(&broken), of_page(&fresh));
    texts.extend(originals());
    let mended = memory.update(sources(&texts), &[SourcePath::new(path)].into(), &highlighter);
    expect_same(&mended, &Site::load(sources(&texts), &options(), &highlighter), "mended");
}

#[test]
fn what_an_edit_does_not_touch_is_shared() {
    let mut texts = originals();
    let highlighter = Highlighter::default();
    let mut memory = Memory::load(sources(&texts), options(), &highlighter);
    let before = memory.site().clone();
    let path = "content/help/counting.md";
    let text = texts.get_mut(path).expect("the page is there");
    text.push_str("\nMore words.\n");
    let after = memory.update(sources(&texts), &[SourcePath::new(path)].into(), &highlighter);
    assert!(std::sync::Arc::ptr_eq(&before.index, &after.index), "ids are listed once");
    assert!(std::sync::Arc::ptr_eq(&before.plan, &after.plan), "pages are planned once");
    let resolved = before.graph.pages.iter().zip(&after.graph.pages);
    let anew = resolved.filter(|(one, other)| !std::sync::Arc::ptr_eq(one, other)).count();
    assert!(anew < before.graph.pages.len() / 2, "{anew} pages were resolved again");
}
