//! Words that an author quotes on a page about an article and that are somebody else's: they stand in the text of
//! another source that the site names, among the words recorded of a report, or in the name of a page.

use super::search;
use super::statement::{Source, Statement, Subject};
use super::words::tokens;
use crate::evidence::Evidence;
use crate::source::archive::Archive;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// What else a site can quote from. It is read when something is looked for in it.
pub(super) struct Elsewhere<'a> {
    evidence: &'a Evidence,
    archive: &'a Archive,
    files: BTreeSet<&'a str>,
    texts: OnceCell<Vec<String>>,
}

impl<'a> Elsewhere<'a> {
    pub fn new(evidence: &'a Evidence, archive: &'a Archive, sources: &[Source<'a>]) -> Self {
        let files = sources.iter().map(|source| source.snapshot.file.as_str()).collect();
        Self { evidence, archive, files, texts: OnceCell::new() }
    }

    /// Whether a statement quotes other words than the article's own, which only an author's own text does.
    pub fn have(&self, statement: &Statement<'_>) -> bool {
        let is_prose = matches!(statement.subject, Subject::Prose(..));
        is_prose && {
            let texts = self.texts.get_or_init(|| self.read());
            texts.iter().any(|text| search::words(&tokens(text), &statement.value).is_some())
        }
    }

    fn read(&self) -> Vec<String> {
        let archived = self.files.iter().filter_map(|file| Some(self.archive.snapshot(file).ok()?.text));
        let claims = self.evidence.claims.iter().flat_map(|claim| [&claim.words, &claim.hedge]);
        let names = self.evidence.reports.iter().map(|report| &report.known_as);
        let titles = self.evidence.pages.iter().map(|page| page.title.text());
        archived.chain(claims.chain(names).cloned()).chain(titles).filter(|text| !text.is_empty()).collect()
    }
}
