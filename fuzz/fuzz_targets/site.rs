//! A whole site in memory, templates included: everything is made of it that can be, and everything wrong with it is
//! told, in every format, at a place in one of its files.
//!
//! The input is a list of files: a line `=== PATH` stands before each. They are laid over the site that `init` writes.
#![no_main]

use cscare_site::diagnostic::Checked;
use cscare_site::document::highlight::Highlighter;
use cscare_site::evidence::date::PartialDate;
use cscare_site::path::OutputPath;
use cscare_site::plan::{Item, View};
use cscare_site::render::{Press, Worn};
use cscare_site::report;
use cscare_site::site::{Options, Site};
use cscare_site::source::SourceTree;
use cscare_site_fuzz::places::expect_told;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// The site that `init` writes.
const BASE: [(&str, &str); 7] = [
    ("site.toml", "title = \"Libraries\"\nbase_url = \"https://example.org/lib/\"\n"),
    ("content/index.md", include_str!("../../src/scaffold/site/content/index.md")),
    ("content/glossary.md", include_str!("../../src/scaffold/site/content/glossary.md")),
    (
        "content/reports/example-tree-count.md",
        include_str!("../../src/scaffold/site/content/reports/example-tree-count.md"),
    ),
    (
        "content/findings/example-more-trees.md",
        include_str!("../../src/scaffold/site/content/findings/example-more-trees.md"),
    ),
    (
        "content/topics/example-greenery.md",
        include_str!("../../src/scaffold/site/content/topics/example-greenery.md"),
    ),
    (
        "content/measures/example-street-trees.md",
        include_str!("../../src/scaffold/site/content/measures/example-street-trees.md"),
    ),
];

static OPTIONS: LazyLock<Options> = LazyLock::new(|| Options {
    drafts: true,
    base: None,
    today: PartialDate::parse("2026-01-02"),
    deny: Vec::new(),
});

/// The bundled templates and words, understood once.
static PRESS: LazyLock<Press> = LazyLock::new(|| Press::new(load(&[]).model()));

fn load(files: &[(&str, &str)]) -> Site {
    let sources = SourceTree::in_memory(BASE.iter().chain(files).copied());
    Site::load(Checked::clean(sources), &OPTIONS, &Highlighter::default())
}

/// The files of an input.
fn files(input: &str) -> Vec<(&str, &str)> {
    let parts = input.split("=== ").filter(|part| !part.is_empty());
    parts.map(|part| part.split_once('\n').unwrap_or((part, ""))).collect()
}

/// The text of all rules is the same on every site, and long.
fn is_tried(_: &OutputPath, item: &Item) -> bool {
    *item != Item::Page(View::Rules)
}

fuzz_target!(|input: &str| {
    let files = files(input);
    let site = load(&files);
    let is_template = |(path, _): &(&str, &str)| path.starts_with("templates/");
    let theme = files.iter().any(is_template);
    let press = PRESS.renewed(site.model(), Worn { theme, words: theme });
    let mut found = site.diagnostics().to_vec();
    found.extend(site.faults(&press, &is_tried));
    let told = expect_told(found, &site.sources);
    if !told.is_empty() && input.len() % 16 == 0 {
        let log: serde_json::Value = serde_json::from_str(&report::sarif(&told)).expect("SARIF is JSON");
        assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(told.len()));
    }
});
