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
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::cell::OnceCell;

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
    let mut told: HashSet<&str> = HashSet::default();
    let mut found = Vec::new();
    let text = OnceCell::new();
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
        if !told.insert(id) {
            continue;
        }
        let text = text.get_or_init(|| Typed::new(&resolver.sources.text(&page.path).unwrap_or_default()));
        let message = format!("the anchor `{id}` is already that of {holder}");
        let help = if is_heading { "give the heading another `{#id}`" } else { "give the tag another id" };
        found.push(
            Diagnostic::new(&rules::DUPLICATE_ANCHOR, text.place(page, id, is_heading), message)
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

/// Where anchors stand in a source. It is looked through once, however many are asked for.
struct Typed {
    /// Lines of headings, by the anchor that each names or whose words give it: the first.
    headings: HashMap<String, Span>,
    /// Attributes of tags, by their id: the last.
    attributes: HashMap<String, Span>,
}

impl Typed {
    fn new(text: &str) -> Self {
        Self { headings: headings(text), attributes: attributes(text) }
    }

    /// Where an anchor stands; the file as a whole when that cannot be told.
    fn place(&self, page: &Page, id: &str, is_heading: bool) -> Place {
        let found = if is_heading { self.headings.get(id) } else { self.attributes.get(id) };
        found.map_or_else(|| Place::file(&page.path), |span| Place::span(&page.path, *span))
    }
}

fn headings(text: &str) -> HashMap<String, Span> {
    let (mut found, mut start) = (HashMap::default(), 0);
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end();
        let named = shown.split_once("{#").and_then(|(_, rest)| rest.split(['}', ' ']).next());
        let id = named.map_or_else(|| slug::slugify(shown), str::to_owned);
        found.entry(id).or_insert_with(|| Span::new(start, start + shown.len()));
        start += line.len();
    }
    found
}

fn attributes(text: &str) -> HashMap<String, Span> {
    let mut found = HashMap::default();
    for (at, name) in text.match_indices("id=") {
        let value = &text[at + name.len()..];
        let quote = value.starts_with(['"', '\'']).then(|| &value[..1]);
        let (id, quotes) = match quote {
            Some(quote) => (value[1..].split(quote).next().unwrap_or_default(), 2),
            None => (value.split([' ', '>', '\n']).next().unwrap_or_default(), 0),
        };
        found.insert(id.to_owned(), Span::new(at, at + name.len() + id.len() + quotes));
    }
    found
}
