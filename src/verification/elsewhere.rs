//! Words that an author quotes on a page about an article and that are somebody else's: they stand in the text of
//! another source that the site names, among the words recorded of a report, or in the name of a page.

use super::search::Worded;
use super::statement::{Source, Statement, Subject};
use crate::evidence::Evidence;
use crate::source::archive::Archive;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// What else a site can quote from. It is read when something is looked for in it.
pub(super) struct Elsewhere<'a> {
    evidence: &'a Evidence,
    archive: &'a Archive,
    files: BTreeSet<&'a str>,
    texts: &'a OnceCell<Vec<String>>,
    worded: OnceCell<Vec<Worded<'a>>>,
}

impl<'a> Elsewhere<'a> {
    /// What there is beside the articles of `sources`; `texts` keeps it.
    pub fn new(
        evidence: &'a Evidence,
        archive: &'a Archive,
        sources: &[Source<'a>],
        texts: &'a OnceCell<Vec<String>>,
    ) -> Self {
        let files = sources.iter().map(|source| source.snapshot.file.as_str()).collect();
        Self { evidence, archive, files, texts, worded: OnceCell::new() }
    }

    /// Whether a statement quotes other words than the article's own, which only an author's own text does.
    pub fn have(&self, statement: &Statement<'_>) -> bool {
        let is_prose = matches!(statement.subject, Subject::Prose(..));
        is_prose && {
            let read = || self.texts.get_or_init(|| self.read());
            let worded = self.worded.get_or_init(|| read().iter().map(|text| Worded::of(text)).collect());
            worded.iter().any(|text| text.holds(&statement.value))
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
