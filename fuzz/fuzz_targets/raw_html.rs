//! Raw HTML in Markdown, as a block and inside a paragraph: nothing of it is lost or added but in tags that name an
//! address of the site.
#![no_main]

use cscare_site::config::{Heed, Language, MarkdownOptions};
use cscare_site::document::highlight::Highlighter;
use cscare_site::document::kind::DocumentKind;
use cscare_site::document::markdown::body;
use cscare_site::path::SourcePath;
use cscare_site_fuzz::html::{expect_harmless, expect_holes};
use cscare_site_fuzz::places::{expect_inside, expect_spot};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static PATH: LazyLock<SourcePath> = LazyLock::new(|| SourcePath::new("content/a.md"));

fuzz_target!(|html: &str| {
    let opening = ["<div>", "<!--", "a <b>", "<table>\n", "<p "][html.len() % 5];
    let text = format!("{opening}{html}\n");
    let heed = Heed { numbers: false, times: false, english: true };
    for raw_html in [true, false] {
        let options =
            MarkdownOptions { smart_punctuation: false, raw_html, heed, language: Language::default() };
        let read = body(&PATH, &text, 0, DocumentKind::Finding, options, &Highlighter::default());
        let (prose, _) = read.value;
        expect_inside(&read.diagnostics, &text, 0);
        prose.notes.iter().for_each(|note| expect_spot(&note.spot, &text, 0));
        expect_holes(&prose);
        if !raw_html {
            expect_harmless(&prose.html);
            // A comment is for whoever reads the source, and is left out without a word.
            assert!(!read.diagnostics.is_empty() || opening == "<!--", "raw HTML is off and nobody says so");
        }
    }
});
