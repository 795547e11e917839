//! Anchors that an author gives must not be those of records, or of parts that the program adds to the page.
//!
//! Two headings with one anchor are found where Markdown is read; here is what only the whole page knows.

use super::index::RecordRef;
use super::link::Linker;
use super::resolve::Resolver;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Spot, rules};
use crate::document::kind::DocumentKind;
use crate::document::prose::Target;
use crate::evidence::record::Page;
use crate::span::Span;
use rustc_hash::FxHashSet as HashSet;

/// Every anchor of a body that its page has already.
pub(super) fn check(linker: &mut Linker<'_>) {
    let page = &linker.evidence.pages[linker.page];
    if !page.broken {
        linker.diagnostics.extend(check_page(linker.resolver, page));
    }
}

fn check_page(resolver: &Resolver<'_>, page: &Page) -> Vec<Diagnostic> {
    let headings = page.body.headings.iter().map(|heading| (heading.id.as_str(), true));
    let raw = page.body.anchors.iter().map(|id| (id.as_str(), false));
    // Two headings of one name are told apart already; only ids in raw HTML, which are rare, can meet another.
    let has_raw = !page.body.anchors.is_empty();
    let mut seen: HashSet<&str> = HashSet::default();
    let mut found = Vec::new();
    for (id, is_heading) in headings.chain(raw) {
        let (holder, other) = if resolver.has_record(page, id) {
            ("a record of this page", record_place(resolver, page, id))
        } else if is_of_a_footnote(page, id) {
            ("a footnote of this page", footnote_place(resolver, page, id))
        } else if is_of_the_program(page, id) {
            ("a part that the program adds to this page", None)
        } else if has_raw && !seen.insert(id) && !is_heading {
            ("something else on this page", first_place(resolver, page, id))
        } else {
            continue;
        };
        let message = format!("the anchor `{id}` is already that of {holder}");
        let help = if is_heading { "give the heading another `{#id}`" } else { "give the tag another id" };
        let diagnostic =
            Diagnostic::new(&rules::DUPLICATE_ANCHOR, place(resolver, page, id, is_heading), message)
                .help(help);
        found.push(match other {
            Some(other) => diagnostic.also(other, "has it already"),
            None => diagnostic,
        });
    }
    found
}

/// Where the record with this anchor stands.
fn record_place(resolver: &Resolver<'_>, page: &Page, id: &str) -> Option<Place> {
    let evidence = resolver.evidence;
    if page.kind == DocumentKind::Glossary {
        let term = &evidence.terms[*resolver.index.terms.get(id)?];
        return Some(Place { file: page.path.clone(), spot: term.spot.clone() });
    }
    let (_, name) = id.split_once('-')?;
    let field = match resolver.index.record_of(&page.id, name)? {
        RecordRef::Statistic(statistic) => evidence.statistics[statistic].field(),
        RecordRef::Claim(_) => FieldPath::key("claims").then(name),
        RecordRef::Recommendation(_) => FieldPath::key("recommendations").then(name),
    };
    Some(Place { file: page.path.clone(), spot: Spot::Key(field) })
}

/// Whether a footnote or a reference to one has this id.
fn is_of_a_footnote(page: &Page, id: &str) -> bool {
    let has = |tag: &str| page.body.html.contains(&[tag, id, "\""].concat());
    id.starts_with("fn") && (has("<sup class=\"footnote-ref\"><a id=\"") || is_of_a_note(page, id))
}

/// Whether one of the notes at the end of the page has this id.
fn is_of_a_note(page: &Page, id: &str) -> bool {
    let notes = page.body.html.rfind("<section class=\"footnotes\" role=\"doc-endnotes\"");
    notes.is_some_and(|notes| page.body.html[notes..].contains(&["<li id=\"", id, "\""].concat()))
}

/// The first reference to the footnote of this id; they are numbered in the order in which they are named.
fn footnote_place(resolver: &Resolver<'_>, page: &Page, id: &str) -> Option<Place> {
    let text = resolver.sources.text(&page.path).ok()?;
    let number: usize = id.split('-').nth(1)?.parse().ok()?;
    let mut labels: Vec<&str> = Vec::new();
    for (at, _) in text.match_indices("[^") {
        let length = text[at..].find(']')?;
        let label = &text[at..=at + length];
        if !text[at + label.len()..].starts_with(':') && !labels.contains(&label) {
            labels.push(label);
        }
        if labels.len() == number {
            return Some(Place::span(&page.path, Span::new(at, at + label.len())));
        }
    }
    None
}

/// The first heading or tag with this id.
fn first_place(resolver: &Resolver<'_>, page: &Page, id: &str) -> Option<Place> {
    let text = resolver.sources.text(&page.path).ok()?;
    let is_heading = page.body.headings.iter().any(|heading| heading.id == id);
    let found =
        if is_heading { heading(&text, id) } else { attributes(&text, id).min_by_key(|span| span.start) };
    found.map(|span| Place::span(&page.path, span))
}

/// Whether the bundled templates use this id on pages of this kind.
fn is_of_the_program(page: &Page, id: &str) -> bool {
    let id = id.strip_suffix("-caption").unwrap_or(id);
    let own: &[&str] = match page.kind {
        DocumentKind::Home => &["section-leading", "section-counts", "section-reports", "section-topics"],
        DocumentKind::Report => &[
            "section-statistics",
            "section-claims",
            "section-recommendations",
            "section-coverage",
            "section-findings",
            "statistics-table",
        ],
        DocumentKind::Coverage => &["section-tellings", "tellings"],
        DocumentKind::Finding => &[
            "section-supports",
            "section-disputes",
            "section-qualifies",
            "evidence-supports",
            "evidence-disputes",
            "evidence-qualifies",
            "section-derived",
            "derived",
            "section-disagreements",
            "section-related",
            "section-cite",
        ],
        DocumentKind::Topic => &["section-findings", "section-reports", "section-measures"],
        DocumentKind::Measure => &["section-values", "values"],
        DocumentKind::Methodology => {
            &["section-counts", "section-verified", "section-waivers", "waivers", "section-rules", "rules"]
        }
        DocumentKind::Glossary | DocumentKind::Introduction | DocumentKind::Page => &[],
    };
    matches!(id, "page-main" | "section-toc" | "section-mentioned")
        || own.contains(&id)
        || is_of_a_table(page, id)
}

/// Tables of statistics in a body are numbered from 1.
fn is_of_a_table(page: &Page, id: &str) -> bool {
    let number = id.strip_prefix("table-").and_then(|number| number.parse::<usize>().ok());
    let tables = || page.body.holes.iter().filter(|hole| matches!(hole.target, Target::Table(_))).count();
    number.is_some_and(|number| number >= 1 && number <= tables())
}

/// Where an anchor stands in the source; the file as a whole when that cannot be told.
fn place(resolver: &Resolver<'_>, page: &Page, id: &str, is_heading: bool) -> Place {
    let text = resolver.sources.text(&page.path).unwrap_or_default();
    let found = if is_heading { heading(&text, id) } else { attribute(&text, id) };
    found.map_or_else(|| Place::file(&page.path), |span| Place::span(&page.path, span))
}

/// The line of a heading that names its anchor, or whose words give it.
fn heading(text: &str, id: &str) -> Option<Span> {
    let named = format!("{{#{id}");
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end();
        if shown.contains(&named) || slug::slugify(shown) == id {
            return Some(Span::new(start, start + shown.len()));
        }
        start += line.len();
    }
    None
}

/// The last attribute with this id.
fn attribute(text: &str, id: &str) -> Option<Span> {
    attributes(text, id).max_by_key(|span| span.start)
}

/// Attributes with this id, in no order.
fn attributes<'t>(text: &'t str, id: &str) -> impl Iterator<Item = Span> + use<'t> {
    let forms = [format!("id=\"{id}\""), format!("id='{id}'"), format!("id={id}")];
    forms.into_iter().flat_map(move |form| {
        text.match_indices(&form).map(|(at, form)| Span::new(at, at + form.len())).collect::<Vec<_>>()
    })
}
