//! Words that an author quotes and that are not those of the page's own source: on a page about an article those of the
//! reports that it tells, on a finding those of any source that it names, on a page about none those of any, and names anywhere. Words of any other source are
//! nobody's whom the page is about; a report may quote them all.

use super::fair::Unfair;
use super::outline::Outline;
use super::search::Worded;
use super::statement::{StatedSource, Statement, Subject, named};
use super::text::{Spoken, stand};
use super::words::tokens;
use crate::evidence::{Evidence, Main};
use crate::graph::Graph;
use crate::source::archive::Archive;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// A text that a site can quote from.
pub(super) struct OtherSnapshot {
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
    sources: &'a [StatedSource<'a>],
    others: &'a OnceCell<Vec<OtherSnapshot>>,
    worded: OnceCell<Vec<Worded<'a>>>,
    names: OnceCell<BTreeSet<Vec<String>>>,
}

/// Where words stand that are not the article's.
pub(super) enum Whose {
    /// In a source that the page may quote, where readers take words for those of its own: its name, and where in it.
    Report(String),
    /// Nobody asks: they are a name, or stand in another source that a finding names.
    Named,
    /// In a source that the page may quote, which says something else with them.
    Unfair(Unfair),
    /// In a source that the page does not name.
    Stranger(String),
}

impl<'a> Elsewhere<'a> {
    /// What there is beside the text of each of `sources`; `others` keeps it.
    pub fn new(
        (evidence, graph, archive): (&'a Evidence, &'a Graph, &'a Archive),
        sources: &'a [StatedSource<'a>],
        others: &'a OnceCell<Vec<OtherSnapshot>>,
    ) -> Self {
        Self { evidence, graph, archive, sources, others, worded: OnceCell::new(), names: OnceCell::new() }
    }

    /// Whose words a statement quotes, if they stand anywhere. Only an author's own text quotes other words than the
    /// article's.
    pub fn whose(&self, statement: &Statement<'_>) -> Option<Whose> {
        let Subject::Prose(own, _) = statement.subject else { return None };
        if self.names.get_or_init(|| self.read_names()).contains(&folded(&statement.value)) {
            return Some(Whose::Named);
        }
        let others = self.others.get_or_init(|| self.read());
        let worded = self.worded.get_or_init(|| others.iter().map(|other| Worded::of(&other.text)).collect());
        let (evidence, graph) = (self.evidence, self.graph);
        let (named, is_any) = match evidence.held[own].main {
            Main::Coverage(coverage) => {
                let reports = graph.coverage[coverage].reports.iter();
                (reports.map(|report| evidence.reports[*report].page).collect(), false)
            }
            Main::Finding(_) => (named(evidence, graph, own), false),
            Main::Report(_) | Main::Topic(_) | Main::Measure(_) | Main::Page => (BTreeSet::new(), true),
        };
        let is_named = |page: usize| is_any || named.contains(&page);
        let has_no_own = !matches!(evidence.held[own].main, Main::Report(_) | Main::Coverage(_));
        let found = |is_wanted: &dyn Fn(usize) -> bool| {
            let texts = others.iter().zip(worded).filter(|(other, _)| is_wanted(other.page));
            let mut unfair = None;
            for (other, text) in texts {
                match place(other, text, statement) {
                    Some((there, None)) => return Some(Ok(there)),
                    Some((_, Some(why))) => unfair = unfair.or(Some(why)),
                    None => {}
                }
            }
            unfair.map(Err)
        };
        match found(&is_named) {
            Some(Ok(_)) if has_no_own => Some(Whose::Named),
            Some(Ok(there)) => Some(Whose::Report(there)),
            Some(Err(unfair)) => Some(Whose::Unfair(unfair)),
            None => found(&|page| page != own && !is_named(page))?.ok().map(Whose::Stranger),
        }
    }

    /// Whether a page without a source of its own quotes words that another of those it names says fairly.
    pub fn is_said_fairly(&self, statement: &Statement<'_>) -> bool {
        let Subject::Prose(page, _) = statement.subject else { return false };
        !matches!(self.evidence.held[page].main, Main::Report(_) | Main::Coverage(_))
            && matches!(self.whose(statement), Some(Whose::Named))
    }

    /// Archived texts first, since they say where in them something stands.
    fn read(&self) -> Vec<OtherSnapshot> {
        // Others have the text of a source that they name.
        let is_own = |source: &&StatedSource<'_>| {
            matches!(self.evidence.held[source.page].main, Main::Report(_) | Main::Coverage(_))
        };
        let archived = self.sources.iter().filter(is_own).filter_map(|source| {
            let name = source.snapshot;
            let text = self.archive.snapshot(&name.file).ok()?.text;
            let begins = Some(name.begins.clone());
            Some(OtherSnapshot { page: source.page, name: format!("`{}`", name.file), text, begins })
        });
        let claims = self.evidence.claims.iter().flat_map(|claim| {
            let page = self.evidence.reports[claim.report].page;
            let name = format!("the words of the claim `{}.{}`", self.evidence.pages[page].id, claim.id);
            [&claim.words, &claim.hedge].map(|text| OtherSnapshot {
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

/// Where in a text a quotation stands, for a message, and what is unfair about it there.
fn place(
    other: &OtherSnapshot,
    worded: &Worded<'_>,
    statement: &Statement<'_>,
) -> Option<(String, Option<Unfair>)> {
    let outline = Outline::of(&other.text, other.begins.as_deref().unwrap_or_default())?;
    let all = 0..worded.tokens.len();
    let stand = stand(&outline, worded, all, Spoken::of(statement))?;
    let locator = outline.locators(stand.span).filter(|_| other.begins.is_some());
    let there =
        locator.map_or_else(|| other.name.clone(), |locator| format!("{} at `{locator}`", other.name));
    Some((there, stand.unfair))
}
