//! The one door to pulldown-cmark: Markdown events in, [`Prose`] out.
//!
//! This file reads events and decides what each means; `html/` writes the HTML. Links are classified
//! here but resolved by the graph.

use super::highlight::Highlighter;
use super::html::{Blocks, ShownBlock, Surroundings, Writer};
use super::kind::DocumentKind;
use super::prose::{Definition, Note, Prose, Target};
use super::wording::{self, Passage, SeenPassage};
use crate::address;
use crate::config::{Heed, Language, MarkdownOptions};
use crate::diagnostic::{Checked, Diagnostic, Place, Spot, Trail, rules};
use crate::path::SourcePath;
use crate::span::Span;
use pulldown_cmark::{BrokenLink, CowStr, LinkType, Options as Extensions, Parser};

/// Reads the body of a document that starts at `offset` of its file.
#[must_use]
pub fn body(
    path: &SourcePath,
    text: &str,
    offset: usize,
    kind: DocumentKind,
    options: MarkdownOptions,
    highlighter: &Highlighter,
) -> Checked<(Prose, Vec<Definition>)> {
    let mut missing = Vec::new();
    let surroundings = Surroundings {
        path,
        text,
        offset,
        field: None,
        glossary: kind == DocumentKind::Glossary,
        defines: matches!(kind, DocumentKind::Glossary | DocumentKind::Measure),
        options,
        highlighter: Some(highlighter),
    };
    let mut writer = Writer::new(surroundings);
    let note = |link: BrokenLink<'_>| note_missing_definition(&mut missing, path, offset, &link);
    let parser = Parser::new_with_broken_link_callback(text, extensions(options, true), Some(note));
    for (event, range) in parser.into_offset_iter() {
        writer.event(event, range);
    }
    let (prose, definitions, mut diagnostics) = writer.finish();
    diagnostics.append(&mut missing);
    Checked { value: (prose, definitions), diagnostics }
}

/// The HTML of a text of the program's own, which has neither links to a site nor anything to be reported.
#[must_use]
pub fn plain(text: &str) -> String {
    let options = MarkdownOptions {
        smart_punctuation: false,
        raw_html: false,
        heed: Heed::default(),
        language: Language::default(),
    };
    let surroundings = Surroundings {
        path: &SourcePath::new(""),
        text,
        offset: 0,
        field: None,
        glossary: false,
        defines: false,
        options,
        highlighter: None,
    };
    let mut writer = Writer::new(surroundings);
    for (event, range) in Parser::new_ext(text, extensions(options, true)).into_offset_iter() {
        writer.event(event, range);
    }
    writer.finish().0.html
}

/// The blocks of a body as a reader sees them. Quotation marks stay as they are typed.
#[must_use]
pub(super) fn shown(text: &str) -> Vec<ShownBlock> {
    let options = MarkdownOptions {
        smart_punctuation: false,
        raw_html: true,
        heed: Heed::default(),
        language: Language::default(),
    };
    let mut blocks = Blocks::default();
    for (event, range) in Parser::new_ext(text, extensions(options, true)).into_offset_iter() {
        blocks.event(&event, &range);
    }
    blocks.done()
}

/// The same of a text that is HTML already.
#[must_use]
pub(super) fn shown_of(prose: &Prose) -> Vec<ShownBlock> {
    let mut blocks = Blocks::default();
    blocks.html(&prose.html, 0);
    blocks.done()
}

/// Reads one front-matter field as inline Markdown: lines are joined, blocks do not exist.
#[must_use]
pub fn inline(path: &SourcePath, text: &str, field: &Trail<'_>, options: MarkdownOptions) -> Checked<Prose> {
    if !may_have_markup(text) {
        return Checked::clean(bare(text, field, options));
    }
    // One line whose first character begins no block: neither `2018. A year` nor a second paragraph becomes one.
    let mut guarded = String::with_capacity(text.len() + 1);
    guarded.push('(');
    for line in text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()) {
        guarded.extend([if guarded.len() > 1 { " " } else { "" }, line]);
    }
    let surroundings = Surroundings {
        path,
        text: &guarded,
        offset: 0,
        field: Some(field),
        glossary: false,
        defines: false,
        options,
        highlighter: None,
    };
    let mut writer = Writer::new(surroundings);
    let mut first = true;
    for (event, range) in Parser::new_ext(&guarded, extensions(options, false)).into_offset_iter() {
        writer.inline_event(event, range, &mut first);
    }
    let (prose, _, diagnostics) = writer.finish();
    Checked { value: prose, diagnostics }
}

/// A field without any markup.
fn bare(text: &str, field: &Trail<'_>, options: MarkdownOptions) -> Prose {
    let mut prose = Prose::plain(text);
    let seen = SeenPassage::default();
    let passage = in_field(field, text, 0, &seen);
    wording::scan(passage, 0..text.len(), options.heed, |found, range| {
        prose.notes.push(Note {
            kind: found.noted(&text[range.clone()], &text[..range.start]),
            spot: Spot::Value(field.path()),
        });
    });
    prose
}

/// The text of a field, as the rules about wording see it.
pub(super) fn in_field<'t>(
    field: &Trail<'_>,
    source: &'t str,
    block: usize,
    seen: &'t SeenPassage,
) -> Passage<'t> {
    Passage { source, block, is_heading: field.name() == "title", defines: field.name() == "label", seen }
}

/// Whether a text may hold something that is more than its letters, smart punctuation included.
fn may_have_markup(text: &str) -> bool {
    // Without a branch for each byte, since nearly no text has any.
    let found = text.bytes().fold(false, |found, byte| found | may_be_markup(byte));
    found && {
        // A single hyphen or full stop is nothing else.
        let is_pair = |pair: &[u8]| matches!(pair, b"--" | b"..");
        let is_other = |byte: u8| may_be_markup(byte) && !matches!(byte, b'-' | b'.');
        text.bytes().any(is_other) || text.as_bytes().windows(2).any(is_pair) || text.trim() != text
    }
}

/// Whether a byte can begin something that is more than its letters.
#[inline]
fn may_be_markup(byte: u8) -> bool {
    matches!(
        byte,
        b'*' | b'_'
            | b'['
            | b']'
            | b'`'
            | b'<'
            | b'>'
            | b'&'
            | b'\\'
            | b'~'
            | b'!'
            | b'\n'
            | b'\''
            | b'"'
            | b'-'
            | b'.'
    )
}

fn extensions(options: MarkdownOptions, blocks: bool) -> Extensions {
    let mut extensions = Extensions::ENABLE_STRIKETHROUGH;
    if blocks {
        extensions |= Extensions::ENABLE_TABLES
            | Extensions::ENABLE_FOOTNOTES
            | Extensions::ENABLE_TASKLISTS
            | Extensions::ENABLE_HEADING_ATTRIBUTES
            | Extensions::ENABLE_DEFINITION_LIST;
    }
    if options.smart_punctuation {
        extensions |= Extensions::ENABLE_SMART_PUNCTUATION;
    }
    extensions
}

/// `[text][name]` without a line `[name]: …` is a mistake; `[text]` alone is an editor's bracket.
fn note_missing_definition<'a>(
    missing: &mut Vec<Diagnostic>,
    path: &SourcePath,
    offset: usize,
    link: &BrokenLink<'_>,
) -> Option<(CowStr<'a>, CowStr<'a>)> {
    if matches!(link.link_type, LinkType::Reference | LinkType::ReferenceUnknown) {
        let span = Span::new(link.span.start, link.span.end).shifted(offset);
        let message = format!("the link points at `[{}]`, and nothing says where that leads", link.reference);
        missing.push(
            Diagnostic::new(&rules::BROKEN_LINK, Place::span(path, span), message)
                .help(format!("add a line `[{}]: ../folder/page.md`", link.reference)),
        );
    }
    None
}

/// What a link's address points at; `None` for an address of another site.
#[must_use]
pub fn classify(typed: &str) -> Option<Target> {
    let followed = address::as_followed(typed);
    let typed = &*followed;
    if let Some(reference) = typed.strip_prefix("stat:") {
        return Some(Target::statistic(reference));
    }
    if let Some(id) = typed.strip_prefix("term:") {
        return Some(Target::Term(id.into()));
    }
    if let Some(anchor) = typed.strip_prefix('#') {
        return (!anchor.is_empty()).then(|| Target::Anchor(decode(anchor)));
    }
    // A query is for the server: what it leads to is this page, whatever it says.
    if address::is_external(typed) || typed.is_empty() || typed.starts_with('?') {
        return None;
    }
    if typed.starts_with('/') {
        return Some(Target::Address(typed.into()));
    }
    // Nearly all addresses are a path and nothing more.
    if !typed.bytes().any(|byte| matches!(byte, b'#' | b'?' | b'%')) {
        return Some(Target::File { path: typed.into(), query: Box::default(), anchor: None });
    }
    let (path, rest) = address::parts(typed);
    let (query, anchor) = rest.split_once('#').map_or((rest, None), |(query, anchor)| (query, Some(anchor)));
    Some(Target::File { path: path.into(), query: query.into(), anchor: anchor.map(decode) })
}

/// What a picture's address points at; `None` for one of another site, for a picture in the address itself, and for a
/// drawing on the same page.
#[must_use]
pub fn classify_resource(typed: &str) -> Option<Target> {
    let followed = address::as_followed(typed);
    let is_local = !followed.is_empty() && !followed.starts_with('#') && !address::is_external(&followed);
    is_local.then(|| Target::Image((&*followed).into()))
}

fn decode(text: &str) -> Box<str> {
    address::decoded(text).into()
}

#[cfg(test)]
mod tests {
    use super::{body, classify, inline};
    use crate::config::{Heed, Language, MarkdownOptions, Numerals, Tongue};
    use crate::diagnostic::Trail;
    use crate::document::highlight::Highlighter;
    use crate::document::kind::DocumentKind;
    use crate::document::prose::Target;
    use crate::path::SourcePath;

    const OPTIONS: MarkdownOptions = MarkdownOptions {
        smart_punctuation: true,
        raw_html: true,
        heed: Heed { numbers: true, times: true, english: true },
        language: Language { tongue: Tongue::English, numerals: Numerals::Point },
    };

    fn html(text: &str) -> String {
        let read =
            body(&SourcePath::new("a.md"), text, 0, DocumentKind::Page, OPTIONS, &Highlighter::default());
        assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
        read.value.0.html
    }

    #[test]
    fn tables_have_scope_and_a_scroll_region() {
        let html = html("| Area | Share |\n|---|--:|\n| North | 74% |\n");
        assert!(
            html.contains(r#"<section class="table-scroll" tabindex="0" aria-label="Area, Share">"#),
            "{html}"
        );
        assert!(html.contains(r#"<th scope="col" class="align-right">Share</th>"#), "{html}");
        assert!(html.contains(r#"<th scope="row">North</th>"#), "{html}");
    }

    #[test]
    fn every_footnote_reference_has_its_own_way_back() {
        let html = html("One[^a], two[^a].\n\n[^a]: The note.\n");
        for id in ["fnref-1\"", "fnref-1-2\"", "fn-1\""] {
            assert_eq!(html.matches(&format!("id=\"{id}")).count(), 1, "{id}: {html}");
        }
        assert_eq!(html.matches("doc-backlink").count(), 2, "{html}");
    }

    #[test]
    fn headings_get_one_anchor_each() {
        let html = html("## A b\n\n## A b\n\n## C {#own}\n");
        for id in ["a-b", "a-b-1", "own"] {
            assert!(html.contains(&format!("<h2 id=\"{id}\">")), "{html}");
        }
    }

    #[test]
    fn inline_text_never_becomes_a_block() {
        let read = |text| inline(&SourcePath::new("a.md"), text, &Trail::key("title"), OPTIONS).value.html;
        assert_eq!(read("2018. A *year*"), "2018. A <em>year</em>");
        assert_eq!(read("# no heading"), "# no heading");
        assert_eq!(read("\"No Good Options\" & more"), "“No Good Options” &amp; more");
        assert_eq!(read("(a) b_c_d"), "(a) b_c_d");
        assert_eq!(read("1. Covid-19 - a test."), "1. Covid-19 - a test.");
        assert_eq!(read("2010--11, and so on..."), "2010–11, and so on…");
        assert_eq!(read(" a-b "), "a-b");
        for (text, html) in [
            ("a\n\n# b", "a # b"),
            ("a\n- b\n- c", "a - b - c"),
            ("a\n===\n\n|b|\n|-|\n", "a === |b| |-|"),
            ("a\n```\nb", "a ``` b"),
            ("a\n\n    b", "a b"),
        ] {
            assert_eq!(read(text), html);
        }
    }

    #[test]
    fn addresses_are_told_apart() {
        assert_eq!(classify("https://example.org"), None);
        assert_eq!(classify("mailto:a@example.org"), None);
        assert_eq!(classify("?page=2"), None);
        assert_eq!(classify("#a%20b"), Some(Target::Anchor("a b".into())));
        let file = Target::File { path: "../a b.md".into(), query: "?d".into(), anchor: Some("c".into()) };
        assert_eq!(classify("../a%20b.md?d#c"), Some(file));
    }

    #[test]
    fn a_reference_without_definition_is_reported() {
        let text = "[a][b] and [sic].";
        let read =
            body(&SourcePath::new("a.md"), text, 10, DocumentKind::Page, OPTIONS, &Highlighter::default());
        assert_eq!(read.diagnostics.len(), 1);
    }
}
