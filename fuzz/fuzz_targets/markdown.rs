//! Markdown as a body and as a field: places lie in the file, holes in the HTML, and where raw HTML is off there is
//! none.
#![no_main]

use cscare_site::config::{Heed, Language, MarkdownOptions};
use cscare_site::diagnostic::{FieldPath, Spot, Trail};
use cscare_site::document::highlight::Highlighter;
use cscare_site::document::kind::DocumentKind;
use cscare_site::document::markdown::{body, inline, plain};
use cscare_site::path::SourcePath;
use cscare_site_fuzz::html::{expect_harmless, expect_holes};
use cscare_site_fuzz::places::{expect_inside, expect_spot};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static PATH: LazyLock<SourcePath> = LazyLock::new(|| SourcePath::new("content/a.md"));

/// Where the body begins in its file.
const OFFSET: usize = 20;

fuzz_target!(|text: &str| {
    // The length decides what is asked, so that any text is tried in every way.
    let raw_html = text.len() % 2 == 0;
    let kind = if text.len() % 3 == 0 { DocumentKind::Glossary } else { DocumentKind::Finding };
    let heed = Heed { numbers: true, times: true, english: true };
    let language = Language::of(["en", "de", "fr", "es", "nl", "cy"][text.len() % 6]);
    let options = MarkdownOptions { smart_punctuation: text.len() % 5 < 2, raw_html, heed, language };
    // Colours take a hundred times as long as all the rest.
    let highlighter = if text.len() % 11 == 0 { Highlighter::default() } else { Highlighter::of_languages() };
    let read = body(&PATH, text, OFFSET, kind, options, &highlighter);
    let (prose, definitions) = read.value;
    expect_inside(&read.diagnostics, text, OFFSET);
    prose.notes.iter().for_each(|note| expect_spot(&note.spot, text, OFFSET));
    for definition in &definitions {
        expect_spot(&definition.spot, text, OFFSET);
    }
    let field = inline(&PATH, text, &Trail::key("title"), options);
    let title = Spot::Value(FieldPath::key("title"));
    assert!(
        field.diagnostics.iter().all(|found| found.primary.place.spot == title),
        "{:?}",
        field.diagnostics
    );
    let meanings = definitions.iter().flat_map(|definition| [&definition.term, &definition.meaning]);
    for prose in meanings.chain([&prose, &field.value]) {
        expect_holes(prose);
        if !raw_html {
            expect_harmless(&prose.html);
        }
    }
    if text.len() % 7 == 0 {
        expect_harmless(&plain(text));
    }
});
