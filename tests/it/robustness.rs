//! No content, template or setting panics the program, and whatever is reported stands inside its file.
//!
//! The random sites are the same in every run; `PROPTEST_CASES=5000` tries more of them.

use crate::support::{Found, REPORT, TestSite, check_in_memory, coverage, finding, page, source_text};
use cscare_site::diagnostic::{Label, Spot};
use cscare_site::evidence::front::SHAPES;
use cscare_site::evidence::record::{RawCoverage, RawFinding, RawStatistic};
use cscare_site::path::SourcePath;
use cscare_site::report::{self, Where};
use cscare_site::schema::RecordShape;
use cscare_site::site::Site;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::collections::BTreeMap;
use std::ops::Range;

/// Sites tried in each test unless `PROPTEST_CASES` says otherwise.
const CASES: u32 = 40;

fn for_all<S: Strategy>(strategy: S, test: impl Fn(S::Value)) {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let result = TestRunner::new_with_rng(config, random).run(&strategy, |value| {
        test(value);
        Ok::<(), TestCaseError>(())
    });
    if let Err(failure) = result {
        panic!("{failure}");
    }
}

/// One text made of a line for each number.
fn each(numbers: Range<usize>, line: impl Fn(usize) -> String) -> String {
    numbers.fold(String::new(), |text, number| text + &line(number))
}

/// Checks a site with these files over the report `count`; what is reported must be sound.
fn sound(files: &[(&str, &str)]) {
    let all = [("site.toml", "title = \"T\"\n"), ("content/reports/count.md", REPORT)];
    let (found, site) = check_in_memory(all.into_iter().chain(files.iter().copied()));
    expect_places(&found, &site);
    assert_eq!(report::human(&found.0).is_empty(), found.0.is_empty());
    assert_eq!(report::github(&found.0).lines().count(), found.0.len());
    let entries: Vec<serde_json::Value> = serde_json::from_str(&report::json(&found.0)).expect("it is JSON");
    assert_eq!(entries.len(), found.0.len());
}

/// Every place that is reported stands in a file of the site, inside its text.
fn expect_places(found: &Found, site: &Site) {
    let mut texts: BTreeMap<SourcePath, (String, usize)> = BTreeMap::new();
    for one in &found.0 {
        let diagnostic = &one.diagnostic;
        assert!(!diagnostic.message.is_empty(), "{diagnostic:?}");
        assert_eq!(diagnostic.related.len(), one.related.len());
        let related = diagnostic.related.iter().zip(&one.related);
        for (label, place) in related.chain([(&diagnostic.primary, &one.primary)]) {
            let file = &label.place.file;
            assert!(site.sources.contains(file), "there is no file `{file}`: {diagnostic:?}");
            let (text, lines) = texts.entry(file.clone()).or_insert_with(|| {
                let text = source_text(site, file);
                let lines = text.matches('\n').count() + 1;
                (text, lines)
            });
            expect_place(label, place, text, *lines);
        }
    }
}

fn expect_place(label: &Label, place: &Where, text: &str, lines: usize) {
    if let Spot::Span(span) = label.place.spot {
        assert!(
            span.start <= span.end && span.end <= text.len(),
            "the file has {} bytes: {label:?}",
            text.len()
        );
    }
    assert!(
        text.get(place.span.start..place.span.end).is_some(),
        "{:?} cuts a character: {label:?}",
        place.span
    );
    assert!(place.start <= place.end && place.start.line <= lines, "{place:?}");
}

/// Every folder that makes a kind of its own, with a file name for it.
fn documents() -> impl Strategy<Value = &'static str> {
    select(vec![
        "content/reports/x.md",
        "content/coverage/x.md",
        "content/findings/x.md",
        "content/topics/x.md",
        "content/measures/x.md",
        "content/glossary.md",
        "content/methodology.md",
        "content/index.md",
        "content/reports/index.md",
        "content/any/where.md",
    ])
}

#[test]
fn random_text_as_a_document() {
    for_all((documents(), ".{0,80}(\\n.{0,40}){0,6}"), |(path, text)| sound(&[(path, &text)]));
}

#[test]
fn random_bytes_as_files() {
    let files = (vec(any::<u8>(), 0..200), vec(any::<u8>(), 0..100));
    for_all(files, |(document, other)| {
        let site = TestSite::with_report()
            .file("content/a.md", [b"---\ntitle: A\n---\n".as_slice(), &document].concat())
            .file("content/reports/b.md", &document)
            .file("templates/parts/own.html", &other)
            .file("templates/words.xx.toml", &other)
            .file("content/picture.png", &other);
        site.check();
    });
}

/// Values as somebody might type them, right and wrong.
const VALUES: &[&str] = &[
    "",
    "~",
    "true",
    "maybe",
    "12",
    "735,470",
    "\"735,470\"",
    "-20%",
    "%20",
    "£872m",
    "over 29%",
    "almost triple",
    "a fifth",
    "10 to 12 thousand",
    "[c]",
    "\"[c]\"",
    "2019-01",
    "2010/11",
    "2010-11..2017-18",
    "at 2017-03-31",
    "since 2010",
    "99999999999999999999999999999999999999",
    "1e400",
    "0.0000000000000000000000000000000001%",
    "count",
    "count.visits",
    "x.a",
    "count.quieter",
    "count.visits / count.share",
    "((((",
    "count.visits - -",
    "\"[735,470](stat:count.visits)\"",
    "\"[](stat:x.a)\"",
    "'*a* `b` <i>c</i> [d](../e.md#f) ![g](h.png)'",
    "|\n    a\n\n    # b\n\n    - c",
    ">\n    folded\n    text",
    "{supports: count.visits}",
    "[{supports: count.visits, note: n}, {disputes: x.a}]",
    "[{updates: count.visits}, {differs: x.a, note: '*n*'}]",
    "{a: {label: L, value: 1, formula: count.visits * 2}}",
    "{a: {label: '[1](stat:x.a)', value: £1bn, precision: 10, change: {from: a, to: 2019}}}",
    "{from: a, to: b}",
    "{complete: false}",
    "[{statistic: count.share, as: 21%}, {quote: q, speaker: s}, {tells: t}]",
    "[count, x, y]",
    "{E005: why, Z999: no}",
    "*alias",
    "&anchor a",
    "!tag b",
    "[a, b",
    "{a: b",
    "\"open",
    "'it''s'",
    "a: b",
    "- a",
    "\t",
    "review",
    "survey",
    "high",
    "stock",
    "financial",
    "[/old/, old, /x/]",
    "🦉 ÜÑÍ £€ \u{202e}",
    "\u{0}",
    "\u{85}\u{2028}",
    "\"\\u0000\\x85\"",
];

/// The fields of all kinds of page, and of the records in them, as they are declared.
fn fields() -> Vec<&'static str> {
    SHAPES.iter().flat_map(|shape| names(shape)).collect()
}

fn statistic_fields() -> Vec<&'static str> {
    names(&RawStatistic::SHAPE)
}

/// The fields that the records below do not have already.
fn optional(shape: &'static RecordShape) -> Vec<&'static str> {
    shape.fields.iter().filter(|field| !field.required).map(|field| field.name).collect()
}

fn names(shape: &'static RecordShape) -> Vec<&'static str> {
    shape.fields.iter().map(|field| field.name).collect()
}

fn line(indent: &'static str, fields: Vec<&'static str>) -> impl Strategy<Value = String> {
    (select(fields), select(VALUES)).prop_map(move |(field, value)| format!("{indent}{field}: {value}\n"))
}

fn front_matter() -> impl Strategy<Value = String> {
    let required = Just("title: T\nkind: survey\npublisher: P\npublished: 2020\nreports_on: count\ncertainty: low\nbecause: b\nunit: u\n".to_owned());
    let statistics = vec(line("    ", statistic_fields()), 0..8)
        .prop_map(|lines| format!("statistics:\n  a:\n    label: L\n    value: 12\n{}", lines.concat()));
    let own = vec(line("", fields()), 0..10).prop_map(|lines| lines.concat());
    (proptest::option::of(required), proptest::option::of(statistics), own).prop_map(
        |(required, statistics, own)| {
            format!(
                "---\n{}{}{own}---\nBody [x](stat:a).\n",
                required.unwrap_or_default(),
                statistics.unwrap_or_default()
            )
        },
    )
}

#[test]
fn random_front_matter() {
    for_all((documents(), front_matter()), |(path, text)| sound(&[(path, &text)]));
}

/// One field at a time in a record that is otherwise right, so that the later stages are reached.
#[test]
fn random_values_in_right_records() {
    let report_line = line("    ", statistic_fields());
    let finding_line = line("", optional(&RawFinding::SHAPE));
    let coverage_line = line("", optional(&RawCoverage::SHAPE));
    for_all((report_line, finding_line, coverage_line), |(in_report, in_finding, in_coverage)| {
        let report = format!(
            "---\ntitle: X\nkind: audit\npublisher: P\npublished: 2020\nstatistics:\n  b: {{label: B, value: 3}}\n  a:\n    label: L\n    value: 12\n{in_report}---\n"
        );
        sound(&[
            ("content/reports/x.md", &report),
            ("content/findings/y.md", &finding(&in_finding)),
            ("content/coverage/z.md", &coverage(&in_coverage)),
        ]);
    });
}

const PIECES: &[&str] = &[
    "word ",
    "\n",
    "\n\n",
    "    ",
    "- ",
    "1. ",
    "> ",
    "# ",
    "## A {#a}\n",
    "***",
    "**",
    "_",
    "`",
    "```\n",
    "```table\ncaption: A\nrows: [count.visits]\n```\n",
    "```table\n",
    "```rust\nfn main() {}\n```\n",
    "```chart\n",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "[a](",
    "[21%](stat:count.share)",
    "[](stat:x)",
    "[a](term:b)",
    "[a](../x.md#y)",
    "[a](#a)",
    "[a](/x)",
    "![a](b.png)",
    "![",
    "<b>",
    "</b>",
    "<a href=\"x.md\">",
    "<img src='y.png'",
    "<!-- ",
    "-->",
    "<![CDATA[",
    "<?",
    "[^1]",
    "[^1]: note\n",
    "\n[^1]: a\n    [^2]: b\n",
    "| a | b |\n|---|--:|\n| c | d |\n",
    "|",
    "- [x] done\n",
    "Term {#a}\n: meaning\n",
    "Term {#",
    "}\n: [m](term:a)\n",
    "\n: ",
    "\\",
    "&amp;",
    "&#0;",
    "&",
    "\"",
    "'",
    "--",
    "...",
    "\t",
    "\r\n",
    "\r",
    "\u{0}",
    "\u{feff}",
    "🦉",
    "e\u{301}",
    "\u{202e}",
    "---\n",
    "[a]: b.md 'c'\n",
    "[a][a]",
    "[a][nowhere]",
    "https://example.org ",
    "<https://example.org>",
    "<a@example.org>",
    "{#a .b c=d}",
    "$$",
    "x^2^",
];

#[test]
fn random_markdown() {
    let text = vec(select(PIECES), 0..40).prop_map(|pieces| pieces.concat());
    let title = vec(select(PIECES), 0..6)
        .prop_map(|pieces| pieces.concat().replace(['\n', '\r', '\u{0}'], " ").replace('\'', "''"));
    for_all((documents(), text, title), |(path, text, title)| {
        let required = "kind: survey\npublisher: P\npublished: 2020\nreports_on: count\n";
        let required = if path.contains("reports/x") { required } else { "" };
        sound(&[(path, &format!("---\ntitle: '{title}'\n{required}---\n{text}"))]);
    });
}

/// A glossary is Markdown that becomes records: terms with markup before, in and after their ids.
#[test]
fn random_glossaries() {
    let inline = vec(
        select(vec![
            "a",
            "[x](term:a)",
            "*e*",
            "[^1]",
            "<img src=a.png>",
            "![i](a.png)",
            "{#",
            "}",
            "[21%](stat:count.share)",
            "🦉",
            " ",
        ]),
        0..4,
    );
    let id =
        (inline.clone(), inline).prop_map(|(term, id)| format!("{} {{#{}}}", term.concat(), id.concat()));
    let block = select(vec![
        "\n: ",
        "\n\n",
        "\n: meaning\n\n",
        "\n\n[^1]: n\n\n",
        "## H\n",
        "- l\n",
        "```table\nrows: x\n```\n",
        "\n    p\n",
    ]);
    let text = vec((id, block), 0..6)
        .prop_map(|parts| parts.into_iter().map(|(id, block)| id + block).collect::<String>());
    for_all(text, |text| {
        sound(&[("content/glossary.md", &page(&text)), ("content/a.md", &page("[a](term:a)\n"))]);
    });
}

#[test]
fn markup_in_the_id_of_a_term_is_no_disaster() {
    for id in ["{#a[x](term:b)}", "{#a[^1]}", "{#<img src=a.png>}", "{#![i](a.png)}"] {
        let text = page(&format!("Term {id}\n: meaning\n\n[^1]: note\n"));
        sound(&[("content/glossary.md", &text)]);
        let (found, _) = check_in_memory([("site.toml", "title = \"T\"\n"), ("content/glossary.md", &text)]);
        let typed = id.trim_start_matches("{#").trim_end_matches('}');
        let wanted = format!("content/glossary.md:4:1 E004 `{typed}` is no id ");
        assert!(found.lines()[0].starts_with(&wanted), "{wanted}: {:?}", found.lines());
    }
}

const SETTINGS: &[&str] = &[
    "title = \"T\"\n",
    "title = 3\n",
    "description = \"\"\n",
    "language = \"de\"\n",
    "language = \"../x\"\n",
    "language = \"\"\n",
    "base_url = \"/a/\"\n",
    "base_url = \"https://e.org/ü\"\n",
    "base_url = \"x\"\n",
    "authors = \"A\"\n",
    "authors = [1]\n",
    "topics = [\"a\", \"a\"]\n",
    "page_size = 1\n",
    "page_size = -1\n",
    "page_size = 9223372036854775807\n",
    "colour = 1\n",
    "[markdown]\n",
    "smart_punctuation = true\n",
    "raw_html = \"no\"\n",
    "[highlight]\n",
    "light = \"x\"\n",
    "[rules]\n",
    "E001 = \"off\"\n",
    "R001 = \"off\"\n",
    "L001 = \"off\"\n",
    "E001 = \"loud\"\n",
    "X = 1\n",
    "[licence]\n",
    "name = \"N\"\n",
    "url = \"u\"\n",
    "[[licence]]\n",
    "a.b.c = 1979-05-27\n",
    "= \n",
    "\"\" = \"\n",
    "'''",
    "[",
    "🦉 = 1\n",
    "# c\n",
    "\u{0}",
    "[a]\n[a]\n",
];

#[test]
fn random_settings() {
    let text = vec(select(SETTINGS), 0..8).prop_map(|lines| lines.concat());
    for_all(text, |text| {
        sound(&[("site.toml", &text), ("content/a.md", &page("<b>x</b> [y](z.md) [1](stat:count.share)\n"))]);
    });
}

const TEMPLATE_PIECES: &[&str] = &[
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{{<",
    "/>}}",
    " page.title ",
    " page.nothing ",
    " site ",
    " t.x ",
    "{{ page.title | safe }}",
    "{{ page.title | upper | nofilter }}",
    "{% if page.title %}",
    "{% endif %}",
    "{% for a in page.tags %}",
    "{% for a in range(end=3) %}",
    "{% endfor %}",
    "{% extends \"base.html\" %}",
    "{% extends \"nowhere.html\" %}",
    "{% extends \"page.html\" %}",
    "{% block main %}",
    "{% endblock %}",
    "{% include \"parts/toc.html\" %}",
    "{% include \"nowhere.html\" %}",
    "{% include \"page.html\" %}",
    "{% set a = 1 / 0 %}",
    "{{ a }}",
    "{{ 1 + page.title }}",
    "{{ page.title[99] }}",
    "{% component card() %}",
    "{% endcomponent card %}",
    "{{<card/>}}",
    "{{<nowhere/>}}",
    "{% raw %}",
    "{% endraw %}",
    "\n",
    "🦉",
    "<p>",
    "\"",
    "'",
    "{{ [1,2 }}",
    "{{ \"a",
];

#[test]
fn random_templates() {
    let text = || vec(select(TEMPLATE_PIECES), 0..10).prop_map(|pieces| pieces.concat());
    let names = select(vec![
        "templates/page.html",
        "templates/parts/toc.html",
        "templates/base.html",
        "templates/blocks/table.html",
        "templates/own.xml",
    ]);
    for_all((names, text(), text()), |(name, one, other)| {
        sound(&[
            (name, &one),
            ("templates/parts/own.html", &other),
            ("content/a.md", &page("```table\ncaption: A\nrows: [count.visits]\n```\n")),
        ]);
    });
}

#[test]
fn random_words() {
    let line = (
        select(vec!["previous", "title_separator", "month_1", "footnote", "x", "page_number"]),
        select(vec!["\"\"", "\"{tag}{tag}\"", "\"🦉\"", "3", "[1]", "{a = \"b\"}", "\"open"]),
    );
    let text = vec(line.prop_map(|(key, value)| format!("{key} = {value}\n")), 0..5)
        .prop_map(|lines| lines.concat());
    for_all(text, |text| {
        sound(&[
            ("site.toml", "title = \"T\"\nlanguage = \"de-AT\"\n"),
            ("templates/words.de.toml", &text),
            ("templates/words.de-AT.toml", &text),
        ]);
    });
}

#[test]
fn deep_and_long_documents_come_to_an_end() {
    let many = |text: &str, times: usize| text.repeat(times);
    for (what, text) in [
        ("brackets", many("[", 100_000)),
        ("images", many("![", 50_000)),
        ("quotations", many(">", 50_000)),
        ("lists", many("- ", 5_000)),
        ("deeper lists", each(0..500, |depth| format!("{}- a\n", " ".repeat(depth * 2)))),
        ("emphasis", many("*a **b ", 20_000)),
        ("links", many("[a](", 50_000)),
        ("tags", many("<b ", 50_000)),
        ("ends", many("</", 50_000)),
        ("backticks", each(1..400, |length| format!("{} ", "`".repeat(length)))),
        ("footnotes", each(0..5_000, |note| format!("[^{note}]\n\n[^{note}]: n\n\n"))),
        ("one footnote", format!("{}\n\n[^a]: n\n", many("[^a] ", 20_000))),
        ("one long line", many("word ", 200_000)),
        ("cells", format!("{}\n{}\n", many("|a", 5_000), many("|-", 5_000))),
        ("equal headings", many("# a\n\n", 3_000)),
        ("definitions", many("a\n: b\n\n", 1_000)),
    ] {
        let text = page(&text);
        let (found, site) = check_in_memory([
            ("site.toml", "title = \"T\"\n"),
            ("content/a.md", &text),
            ("content/glossary.md", &text),
        ]);
        expect_places(&found, &site);
        assert!(!site.evidence.pages.is_empty(), "{what}");
    }
}

#[test]
fn deep_and_long_front_matter_comes_to_an_end() {
    let bomb = each(0..20, |level| {
        let inner = if level == 0 { "lol".to_owned() } else { format!("*a{}", level - 1) };
        format!("  a{level}: &a{level} [{}]\n", vec![inner; 9].join(", "))
    });
    for (what, yaml) in [
        ("aliases", format!("title: A\nextra:\n{bomb}")),
        ("an alias of itself", "title: A\nextra: &a [*a]\n".to_owned()),
        ("brackets", format!("title: {}\n", "[".repeat(100_000))),
        ("braces", format!("title: {}\n", "{a: ".repeat(50_000))),
        ("closed brackets", format!("title: A\nextra: {}{}\n", "[".repeat(100), "]".repeat(100))),
        ("indentation", each(0..1_000, |depth| format!("{}a:\n", " ".repeat(depth)))),
        ("a long line", format!("title: {}\n", "a".repeat(300_000))),
        ("many fields", each(0..800, |field| format!("a{field}: b\n"))),
        ("one field many times", "title: A\n".repeat(2_000)),
        (
            "many statistics",
            format!(
                "title: A\nkind: survey\npublisher: P\npublished: 2020\nstatistics:\n{}",
                each(0..100, |id| format!("  s{id}: {{label: L, value: x}}\n"))
            ),
        ),
        ("many documents", "title: A\n...\n%YAML 1.2\n".to_owned()),
    ] {
        let text = format!("---\n{yaml}---\n");
        let (found, site) =
            check_in_memory([("site.toml", "title = \"T\"\n"), ("content/reports/a.md", &text)]);
        assert!(found.has_errors(), "{what} should be told");
        expect_places(&found, &site);
    }
}

#[cfg(unix)]
#[test]
fn a_hostile_folder_is_read_to_its_end() {
    use std::os::unix::fs::symlink;
    let site = TestSite::with_report()
        .file("content/empty.md", "")
        .file("content/name with spaces.md", page(""))
        .file("content/Größe und Zahl 数.md", page(""))
        .file("content/UPPER.MD", page(""))
        .file("content/folder.md/inside.md", page(""))
        .file("content/large.md", vec![b'x'; 9 * 1024 * 1024])
        .file("content/.hidden.md", "no front matter")
        .file("content/copy.md~", "no front matter")
        .file("content/a\nb.md", page(""))
        .file("static/deep/er/and/deeper/file.bin", [0, 159, 146, 150]);
    site.write("../secret.md", page("secret words"));
    let at = |name: &str| site.root().join(name);
    symlink("loop-two.md", at("content/loop-one.md")).expect("the link can be made");
    symlink("loop-one.md", at("content/loop-two.md")).expect("the link can be made");
    symlink("..", at("content/upwards")).expect("the link can be made");
    symlink("../../secret.md", at("content/secret.md")).expect("the link can be made");
    symlink(site.around(), at("static/around")).expect("the link can be made");
    let made = std::process::Command::new("mkfifo").arg(at("content/pipe.md")).status().expect("mkfifo runs");
    assert!(made.success());

    let found = site.check();
    let places: Vec<String> =
        found.lines().iter().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(
        places,
        [
            "content/empty.md:1:1 F006",
            "content/large.md:1:1 S004",
            "content/loop-one.md:1:1 S003",
            "content/loop-two.md:1:1 S003",
            "content/pipe.md:1:1 S003",
            "content/secret.md:1:1 S003",
            "content/upwards:1:1 S003",
            "static/around:1:1 S003",
        ],
        "\n{}",
        found.lines().join("\n")
    );
    for name in ["content/empty.md", "content/large.md"] {
        std::fs::remove_file(at(name)).expect("it can be removed");
    }
    let built = site.build().expect_built();
    for path in [
        "name-with-spaces/index.html",
        "grosse-und-zahl-shu/index.html",
        "upper/index.html",
        "folder-md/inside/index.html",
        "deep/er/and/deeper/file.bin",
    ] {
        assert!(built.files.contains_key(path), "{path}: {:?}", built.files.keys());
    }
    for (path, bytes) in &built.files {
        assert!(
            !String::from_utf8_lossy(bytes).contains("secret words"),
            "{path} holds what stands outside the site"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_source_folder_that_is_a_link_is_told() {
    use std::os::unix::fs::symlink;
    let site = TestSite::new();
    site.write("../elsewhere/a.md", page("secret words"));
    symlink("../elsewhere", site.root().join("content")).expect("the link can be made");
    let found = site.check();
    found.assert_codes(&["S003"]);
    let built = site.build();
    assert!(
        built.files.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("secret words")),
        "what stands outside the site is read"
    );
}

#[test]
fn addresses_that_no_disk_can_hold_are_diagnostics() {
    for alias in [
        "/feed.xml/",
        "/x//y/",
        "/.cscare-manifest",
        "\"/a\\nb/\"",
        "/index.html/x/",
        "/data/",
        &format!("/{}/", "x".repeat(300)),
    ] {
        let site =
            TestSite::with_report().file("content/a.md", format!("---\ntitle: A\naliases: [{alias}]\n---\n"));
        let run = site.run(&["build"]);
        let is_told = run.code == Some(1) && run.stderr.contains(" content/a.md:3:11\n");
        assert!(is_told || run.code == Some(0), "{alias}: {run:?}");
    }
    let run = TestSite::with_report().file("static/reports", "a file where a folder belongs").run(&["build"]);
    assert!(run.code == Some(1) && run.stderr.contains("static/reports"), "{run:?}");
}

#[test]
fn every_alias_is_either_published_or_told() {
    let site = TestSite::new().file("content/a.md", "---\ntitle: A\naliases: [/a..b/]\n---\n");
    let built = site.build();
    assert!(built.found.has_errors() || built.files.contains_key("a..b/index.html"));
}
