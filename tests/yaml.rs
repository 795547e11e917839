//! The quick reader of front matter gives what the real one gives, or nothing; and it gives something for every
//! file of the bundled review and of a generated site.

#![expect(clippy::disallowed_methods, reason = "tests make sites and look at files")]

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use cscare_site::document::front;
use cscare_site::document::kind::DocumentKind;
use cscare_site::document::yaml::plain;
use cscare_site::evidence::record::{RawCoverage, RawFinding, RawMeasure, RawPage, RawReport, RawTopic};
use cscare_site::path::SourcePath;
use cscare_site::schema::{Entries, Extra, Texts};
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::sample::{Index, select};
use proptest::strategy::{BoxedStrategy, ValueTree};
use proptest::test_runner::TestRunner;
use proptest::{collection, option};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

/// Every kind of field that a record has, one letter each.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    t: Option<String>,
    n: Option<String>,
    f: Option<bool>,
    o: Option<i64>,
    l: Option<Vec<Option<String>>>,
    y: Option<Texts>,
    m: Option<Entries<Option<String>>>,
    r: Option<Box<Sample>>,
    s: Option<Vec<Sample>>,
    e: Option<Entries<Sample>>,
    x: Option<Extra>,
}

/// What stands at the borders of what is plain.
#[rustfmt::skip]
const FRAGMENTS: [&str; 84] = [
    "a", "b c", "word", "1.10", "017", "64%", "£4.2 billion", "735,470", "2010-11", "-5", "-", "--", "- ", "---",
    "...", ":", ": ", " :", "::", "#", " #", "# ", "'", "''", "\"", "\\\"", "\\", "\\\\", "\\n", "{", "}", "[",
    "]", ",", ", ", " ,", "%", "?", "? ", ":?", "&", "*", "!", "|", ">", "|-", "@", "`", "~", "null", "Null", "no", "true",
    "False", "0x1f", "0o7", "1e3", "+1", ".inf", ".nan", "inf", "<<", "=", "/", "(", ")", "$", "_", ".", ";", "^",
    "https://a.b/c?d=e#f", " ", "  ", "\t", "\r", "\u{a0}", "\u{85}", "\u{2028}", "\u{2019}", "\u{feff}", "\u{7f}",
    "é", "\u{fffd}",
];

/// A text without a line break.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(&["a", "b c", "64%", "£4.2 billion", "017", "735,470", "a’s", "a.b-c", "c: d", ""][..])
            .prop_map(str::to_owned),
        2 => collection::vec(select(&FRAGMENTS[..]), 0..5).prop_map(|parts| parts.concat()),
        1 => "\\PC{0,8}",
    ]
}

fn scalar() -> impl Strategy<Value = String> {
    (text(), select(&["", "", "", "\"", "'"][..])).prop_map(|(text, quote)| format!("{quote}{text}{quote}"))
}

fn flow_list() -> impl Strategy<Value = String> {
    let blank = || select(&["", " "][..]);
    (collection::vec(scalar(), 0..4), blank(), blank())
        .prop_map(|(items, before, after)| format!("[{before}{}{after}]", items.join(", ")))
}

fn flow_map(key: &'static [&'static str]) -> impl Strategy<Value = String> {
    collection::vec((select(key), scalar()), 0..4).prop_map(|entries| {
        let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{key}: {value}")).collect();
        format!("{{{}}}", entries.join(", "))
    })
}

/// The lines of a record's field, without indentation around them.
type Lines = Vec<String>;

fn indented(lines: &[String], by: usize) -> Lines {
    lines.iter().map(|line| format!("{}{line}", " ".repeat(by))).collect()
}

fn items(items: &[Lines], by: usize) -> Lines {
    let mut lines = Lines::new();
    for item in items.iter().filter(|item| !item.is_empty()) {
        let inner = indented(item, 2);
        lines.push(format!("- {}", &inner[0][2..]));
        lines.extend_from_slice(&inner[1..]);
    }
    indented(&lines, by)
}

fn under(key: &str, lines: Lines) -> Lines {
    [vec![format!("{key}:")], lines].concat()
}

fn leaf() -> BoxedStrategy<Lines> {
    let line = |key: &'static str, value: BoxedStrategy<String>| {
        value.prop_map(move |value| vec![format!("{key}: {value}")]).boxed()
    };
    let texts = collection::vec(scalar().prop_map(|text| vec![text]), 0..4);
    let texts = (texts, 0_usize..3);
    prop_oneof![
        4 => line("t", scalar().boxed()),
        2 => line("n", scalar().boxed()),
        1 => line("f", select(&["true", "false", "True", "no", "\"true\""][..]).prop_map(str::to_owned).boxed()),
        1 => line("o", select(&["1", "-2", "007", "+3", "0", "0x1f", "1_0"][..]).prop_map(str::to_owned).boxed()),
        1 => line("y", scalar().boxed()),
        1 => line("y", flow_list().boxed()),
        1 => line("l", flow_list().boxed()),
        1 => line("m", flow_map(&["a", "b-c", "1", "é"]).boxed()),
        1 => line("r", flow_map(&["t", "n", "y"]).boxed()),
        1 => line("x", prop_oneof![scalar(), flow_list(), flow_map(&["a", "a", "b"])].boxed()),
        1 => line("s", collection::vec(flow_map(&["t", "n"]), 0..3).prop_map(|maps| format!("[{}]", maps.join(", "))).boxed()),
        1 => (texts, select(&["l", "y", "x"][..])).prop_map(|((texts, by), key)| under(key, items(&texts, by))),
        1 => select(&["", "", "# a", "  # b: c", "   "][..]).prop_map(|line| vec![line.to_owned()]),
        1 => select(&["t:", "l:", "m:", "e:", "x:", "t: ", "t: # a", "n:#"][..]).prop_map(|line| vec![line.to_owned()]),
    ]
    .boxed()
}

/// Fields of a record; a field seldom stands twice.
fn record(fields: BoxedStrategy<Lines>) -> BoxedStrategy<Lines> {
    collection::vec(fields, 1..5)
        .prop_map(|fields| {
            let mut seen: Vec<String> = Vec::new();
            let mut lines = Lines::new();
            for field in fields {
                let key = field[0].split(':').next().unwrap_or("").to_owned();
                if !seen.contains(&key) {
                    seen.push(key);
                    lines.extend(field);
                }
            }
            lines
        })
        .boxed()
}

fn document() -> impl Strategy<Value = Lines> {
    let field = leaf().prop_recursive(3, 24, 4, |inner| {
        let records = || collection::vec(record(inner.clone()), 0..3);
        prop_oneof![
            2 => leaf(),
            1 => (record(inner.clone()), 1_usize..4).prop_map(|(lines, by)| under("r", indented(&lines, by))),
            1 => (records(), 0_usize..3).prop_map(|(records, by)| under("s", items(&records, by))),
            1 => (records(), 1_usize..3).prop_map(|(records, by)| {
                let named = records.into_iter().enumerate();
                let entries = named.flat_map(|(at, lines)| under(&format!("id-{at}"), indented(&lines, 2)));
                under("e", indented(&entries.collect::<Lines>(), by))
            }),
        ]
    });
    record(field.boxed())
}

/// A change to a text: something put in, something taken out.
fn splice() -> impl Strategy<Value = (Index, usize, String)> {
    let put = prop_oneof![
        4 => select(&FRAGMENTS[..]).prop_map(str::to_owned),
        2 => select(&["\n", "\n  ", "\n- ", "\n\n", " ", "\r\n", "\n#"][..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        2 => Just(String::new()),
    ];
    (any::<Index>(), 0_usize..3, put)
}

fn spliced(text: &str, splices: &[(Index, usize, String)]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (at, taken, put) in splices {
        let at = at.index(letters.len() + 1);
        let end = letters.len().min(at + taken);
        letters.splice(at..end, put.chars());
    }
    letters.into_iter().collect()
}

fn yaml() -> impl Strategy<Value = String> {
    let splices = prop_oneof![2 => Just(Vec::new()), 3 => collection::vec(splice(), 1..4)];
    (document(), splices, select(&["", "\n", "\n", "\n\n"][..]))
        .prop_map(|(lines, splices, end)| spliced(&(lines.join("\n") + end), &splices))
}

/// Whether the quick reader gave something; that has to be what the real one gives.
#[track_caller]
fn agrees<T: DeserializeOwned + PartialEq + Debug>(text: &str) -> bool {
    let Some(quick) = plain::decode::<T>(text) else { return false };
    match serde_yaml::from_str::<T>(text) {
        Ok(real) => assert_eq!(quick, real, "{text:?}"),
        Err(error) => panic!("only the quick reader takes {text:?}: {quick:?}; {error}"),
    }
    true
}

proptest! {
    #[test]
    fn the_quick_reader_gives_what_the_real_one_gives(text in yaml()) {
        agrees::<Sample>(&text);
        agrees::<Extra>(&text);
        agrees::<Entries<Option<String>>>(&text);
        agrees::<Entries<Texts>>(&text);
        agrees::<Entries<Vec<Option<String>>>>(&text);
        agrees::<Entries<Entries<Option<String>>>>(&text);
    }

    #[test]
    fn a_value_of_one_line_is_what_the_real_reader_takes_it_for(
        before in option::of(text()), value in scalar(), after in text(), flow in any::<bool>(),
    ) {
        let (open, close) = if flow { ("{t: ", "}") } else { ("", "") };
        let text = format!("a: {open}{}{value}{after}{close}", before.unwrap_or_default());
        agrees::<Entries<Option<String>>>(&text);
        agrees::<Entries<Entries<Option<String>>>>(&text);
        agrees::<Extra>(&text);
    }
}

#[test]
fn the_quick_reader_takes_many_of_the_texts_that_are_tried() {
    let mut runner = TestRunner::deterministic();
    let texts: Vec<String> =
        (0..1000).map(|_| yaml().new_tree(&mut runner).expect("a text can be made").current()).collect();
    let real = texts.iter().filter(|text| serde_yaml::from_str::<Sample>(text).is_ok()).count();
    let quick = texts.iter().filter(|text| agrees::<Sample>(text)).count();
    assert!(quick > 100 && quick * 2 > real, "{quick} of {real}");
}

#[test]
fn what_was_not_typed_is_absent_and_what_was_typed_stays() {
    let text =
        "a:\nb: ~\nc: null\nd: \"\"\ne: '~'\nf: 1.10\ng: 017\nh: no # yes\ni: \"a \\\"b\\\"\"\nj: 'it''s'\n";
    let read: Entries<Option<String>> = plain::decode(text).expect("it is plain");
    let values: Vec<Option<&str>> = read.0.iter().map(|(_, value)| value.as_deref()).collect();
    let typed = ["", "~", "1.10", "017", "no", "a \"b\"", "it's"];
    assert_eq!(values[..3], [None; 3]);
    assert_eq!(values[3..], typed.map(Some));
    assert!(agrees::<Entries<Option<String>>>(text));
}

/// Markdown files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be listed");
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.expect("the entry can be read").path()) {
        match path.is_dir() {
            true => found.extend(files(&path)),
            false if path.extension().is_some_and(|extension| extension == "md") => found.push(path),
            false => {}
        }
    }
    found
}

fn is_read<T: DeserializeOwned + Debug>(yaml: &str) -> bool {
    let Some(quick) = plain::decode::<T>(yaml) else { return false };
    let real: T = serde_yaml::from_str(yaml).expect("the real reader takes it too");
    assert_eq!(format!("{quick:?}"), format!("{real:?}"));
    true
}

/// Whether the quick reader takes the front matter of a file.
fn is_quick(kind: DocumentKind, yaml: &str) -> bool {
    match kind {
        DocumentKind::Report => is_read::<RawReport>(yaml),
        DocumentKind::Coverage => is_read::<RawCoverage>(yaml),
        DocumentKind::Finding => is_read::<RawFinding>(yaml),
        DocumentKind::Topic => is_read::<RawTopic>(yaml),
        DocumentKind::Measure => is_read::<RawMeasure>(yaml),
        _ => is_read::<RawPage>(yaml),
    }
}

/// How many files of a site there are, and those that the quick reader leaves.
fn left(root: &Path) -> (usize, Vec<PathBuf>) {
    let all = files(&root.join("content"));
    let count = all.len();
    let is_left = |file: &PathBuf| {
        let Ok(text) = fs::read_to_string(file) else { return false };
        let below = file.strip_prefix(root).expect("it is below").to_string_lossy().replace('\\', "/");
        let path = SourcePath::new(&below);
        let parts = front::split(&path, &text).value;
        parts.yaml.is_some_and(|(yaml, _)| !is_quick(DocumentKind::of(&path), yaml))
    };
    (count, all.into_iter().filter(is_left).collect())
}

#[test]
fn every_file_of_the_bundled_review_is_read_quickly() {
    let (count, left) = left(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(count > 80 && left.is_empty(), "{left:?}");
}

#[test]
fn every_file_of_a_generated_site_is_read_quickly() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    corpus::write(folder.path(), 200, 1).expect("the site can be written");
    let (count, left) = left(folder.path());
    assert!(count > 100 && left.is_empty(), "{left:?}");
}

#[test]
fn the_readers_agree_on_every_stored_site() {
    for site in
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")).expect("there are sites")
    {
        left(&site.expect("the entry can be read").path().join("sources"));
    }
}
