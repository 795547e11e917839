//! Anchors that an author gives must not be those of records, or of parts that the program adds to the page.
//!
//! Two headings with one anchor are found where Markdown is read; here is what only the whole page knows.

use super::index::RecordRef;
use super::link::Linker;
use super::resolve::Resolver;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Spot, rules};
use crate::document::kind::DocumentKind;
use crate::document::prose::Target;
use crate::document::sections;
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
    let typed = OnceCell::new();
    let text =
        || typed.get_or_init(|| TypedAnchors::new(&resolver.sources.text(&page.path).unwrap_or_default()));
    for (id, is_heading) in headings.chain(raw) {
        let (holder, other) = if resolver.has_record(page, id) {
            ("a record of this page", record_place(resolver, page, id))
        } else if is_of_a_footnote(page, id) {
            ("a footnote of this page", footnote_place(resolver, page, id))
        } else if is_of_the_program(resolver, page, id) {
            ("a part that the program adds to this page", None)
        } else if has_raw && !seen.insert(id) && !is_heading {
            ("something else on this page", text().first(page, id))
        } else {
            continue;
        };
        if !told.insert(id) {
            continue;
        }
        let message = format!("the anchor `{id}` is already that of {holder}");
        let help = if is_heading { "give the heading another `{#id}`" } else { "give the tag another id" };
        let diagnostic =
            Diagnostic::new(&rules::DUPLICATE_ANCHOR, text().place(page, id, is_heading), message).help(help);
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

/// Whether the program gives this id to something on the page. What a site's own templates print is known when they have
/// printed it.
fn is_of_the_program(resolver: &Resolver<'_>, page: &Page, id: &str) -> bool {
    is_of_a_table(page, id) || !resolver.sources.has_own_templates() && sections::has_id(page.kind, id)
}

/// Tables of statistics in a body are numbered from 1.
fn is_of_a_table(page: &Page, id: &str) -> bool {
    let number = id.strip_prefix("table-").and_then(|number| number.parse::<usize>().ok());
    let tables = || page.body.holes.iter().filter(|hole| matches!(hole.target, Target::Table(_))).count();
    number.is_some_and(|number| number >= 1 && number <= tables())
}

/// Where anchors stand in a source. It is looked through once, however many are asked for.
struct TypedAnchors {
    /// Lines of headings, by the anchor that each names or whose words give it: the first.
    headings: HashMap<String, Span>,
    /// Attributes of tags, by their id: the first and the last.
    attributes: HashMap<String, [Span; 2]>,
}

impl TypedAnchors {
    fn new(text: &str) -> Self {
        Self { headings: headings(text), attributes: attributes(text) }
    }

    /// Where an anchor stands; the file as a whole when that cannot be told.
    fn place(&self, page: &Page, id: &str, is_heading: bool) -> Place {
        let attribute = || self.attributes.get(id).map(|[_, last]| *last);
        let found = if is_heading { self.headings.get(id).copied() } else { attribute() };
        found.map_or_else(|| Place::file(&page.path), |span| Place::span(&page.path, span))
    }

    /// The first heading or tag with this anchor.
    fn first(&self, page: &Page, id: &str) -> Option<Place> {
        let is_heading = page.body.headings.iter().any(|heading| heading.id == id);
        let attribute = || self.attributes.get(id).map(|[first, _]| *first);
        let found = if is_heading { self.headings.get(id).copied() } else { attribute() };
        found.map(|span| Place::span(&page.path, span))
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

fn attributes(text: &str) -> HashMap<String, [Span; 2]> {
    let mut found: HashMap<String, [Span; 2]> = HashMap::default();
    for (at, name) in text.match_indices("id=") {
        let value = &text[at + name.len()..];
        let quote = value.starts_with(['"', '\'']).then(|| &value[..1]);
        let (id, quotes) = match quote {
            Some(quote) => (value[1..].split(quote).next().unwrap_or_default(), 2),
            None => (value.split([' ', '>', '\n']).next().unwrap_or_default(), 0),
        };
        let span = Span::new(at, at + name.len() + id.len() + quotes);
        found.entry(id.to_owned()).or_insert([span; 2])[1] = span;
    }
    found
}
