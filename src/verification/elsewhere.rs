//! Words that an author quotes on a page about an article and that are not the article's: those of the reports that it
//! tells, and names. Words of any other source are nobody's whom the page is about.

use super::outline::Outline;
use super::search::Worded;
use super::statement::{Source, Statement, Subject};
use super::words::tokens;
use crate::evidence::Evidence;
use crate::graph::Graph;
use crate::source::archive::Archive;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// A text that a site can quote from.
pub(super) struct Other {
    /// The page that it belongs to.
    page: usize,
    /// What it is called in a message.
    name: String,
    text: String,
    /// With which words it begins, where it is an archived text.
    begins: Option<String>,
}

/// What else a site can quote from. It is read when something is looked for in it.
pub(super) struct Elsewhere<'a> {
    evidence: &'a Evidence,
    graph: &'a Graph,
    archive: &'a Archive,
    sources: &'a [Source<'a>],
    others: &'a OnceCell<Vec<Other>>,
    worded: OnceCell<Vec<Worded<'a>>>,
    names: OnceCell<BTreeSet<Vec<String>>>,
}

/// Where words stand that are not the article's.
pub(super) enum Whose {
    /// In a report that the article tells: its name, and where in it.
    Report(String),
    /// They are the name of somebody or something.
    Name,
    /// In a source that the article does not tell.
    Stranger(String),
}

impl<'a> Elsewhere<'a> {
    /// What there is beside the text of each of `sources`; `others` keeps it.
    pub fn new(
        (evidence, graph, archive): (&'a Evidence, &'a Graph, &'a Archive),
        sources: &'a [Source<'a>],
        others: &'a OnceCell<Vec<Other>>,
    ) -> Self {
        Self { evidence, graph, archive, sources, others, worded: OnceCell::new(), names: OnceCell::new() }
    }

    /// Whose words a statement quotes, if they stand anywhere. Only an author's own text quotes other words than the
    /// article's.
    pub fn whose(&self, statement: &Statement<'_>) -> Option<Whose> {
        let Subject::Prose(coverage, _) = statement.subject else { return None };
        if self.names.get_or_init(|| self.read_names()).contains(&folded(&statement.value)) {
            return Some(Whose::Name);
        }
        let others = self.others.get_or_init(|| self.read());
        let worded = self.worded.get_or_init(|| others.iter().map(|other| Worded::of(&other.text)).collect());
        let own = self.evidence.coverage[coverage].page;
        let reports = &self.graph.coverage[coverage].reports;
        let is_told = |page: usize| reports.iter().any(|report| self.evidence.reports[*report].page == page);
        let found = |is_wanted: &dyn Fn(usize) -> bool| {
            let mut texts = others.iter().zip(worded).filter(|(other, _)| is_wanted(other.page));
            texts.find_map(|(other, text)| place(other, text, &statement.value))
        };
        let of_report = found(&is_told).map(Whose::Report);
        of_report.or_else(|| found(&|page| page != own && !is_told(page)).map(Whose::Stranger))
    }

    /// Archived texts first, since they say where in them something stands.
    fn read(&self) -> Vec<Other> {
        let archived = self.sources.iter().filter_map(|source| {
            let name = source.snapshot;
            let text = self.archive.snapshot(&name.file).ok()?.text;
            let begins = Some(name.begins.clone());
            Some(Other { page: source.page, name: format!("`{}`", name.file), text, begins })
        });
        let claims = self.evidence.claims.iter().flat_map(|claim| {
            let page = self.evidence.reports[claim.report].page;
            let name = format!("the words of the claim `{}.{}`", self.evidence.pages[page].id, claim.id);
            [&claim.words, &claim.hedge].map(|text| Other {
                page,
                name: name.clone(),
                text: text.clone(),
                begins: None,
            })
        });
        archived.chain(claims).filter(|other| !other.text.is_empty()).collect()
    }

    /// Titles of pages, and the names of reports, publishers, authors, outlets and speakers.
    fn read_names(&self) -> BTreeSet<Vec<String>> {
        let evidence = self.evidence;
        let titles = evidence.pages.iter().map(|page| page.title.text());
        let of_reports = evidence.reports.iter().flat_map(|report| {
            let names = [&report.known_as, &report.publisher, &report.secretariat, &report.subject];
            names.into_iter().chain(&report.authors)
        });
        let of_articles =
            evidence.coverage.iter().flat_map(|article| [&article.outlet, &article.author, &article.kind]);
        let names = of_reports.chain(of_articles).cloned();
        titles.chain(names).filter(|name| !name.is_empty()).map(|name| folded(&name)).collect()
    }
}

/// Words without the marks at their end.
fn folded(text: &str) -> Vec<String> {
    let mut words: Vec<String> = tokens(text).into_iter().map(|token| token.text.into_owned()).collect();
    while words.last().is_some_and(|last| !last.contains(char::is_alphanumeric)) {
        words.pop();
    }
    words
}

/// Where in a text a quotation stands, for a message.
fn place(other: &Other, worded: &Worded<'_>, quotation: &str) -> Option<String> {
    let quotation = worded.quotation(quotation);
    let found = worded.occurrences(0..worded.tokens.len(), &quotation).next()?;
    let outline = other.begins.as_ref().and_then(|begins| Outline::of(&other.text, begins));
    let locator = outline.and_then(|outline| outline.locators(found.span));
    Some(locator.map_or_else(|| other.name.clone(), |locator| format!("{} at `{locator}`", other.name)))
}
