//! Anchors that an author gives must not be those of records, or of parts that the program adds to the page.
//!
//! Two headings with one anchor are found where Markdown is read; here is what only the whole page knows.

use super::link::Linker;
use super::resolve::Resolver;
use crate::diagnostic::{Diagnostic, Place, rules};
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
        let holder = if resolver.has_record(page, id) {
            "a record of this page"
        } else if is_of_the_program(page, id) {
            "a part that the program adds to this page"
        } else if has_raw && !seen.insert(id) && !is_heading {
            "something else on this page"
        } else {
            continue;
        };
        let message = format!("the anchor `{id}` is already that of {holder}");
        let help = if is_heading { "give the heading another `{#id}`" } else { "give the tag another id" };
        found.push(
            Diagnostic::new(&rules::DUPLICATE_ANCHOR, place(resolver, page, id, is_heading), message)
                .help(help),
        );
    }
    found
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
            &["section-counts", "section-waivers", "waivers", "section-rules", "rules"]
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
    let forms = [format!("id=\"{id}\""), format!("id='{id}'"), format!("id={id}")];
    let found = forms.iter().filter_map(|form| text.rfind(form.as_str()).map(|at| (at, form.len())));
    found.max().map(|(at, length)| Span::new(at, at + length))
}
