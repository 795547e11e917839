//! Every statement, looked for in the archived text of its source. What was found becomes the new lock.
//!
//! Verdicts are written whatever they are, so that a build without the archive knows what was not found. Two things
//! keep what the lock said before: a text that cannot be had, and one that is another than before, until its author
//! says that it is meant to be (`renew`). An entry that stays as it was keeps its date.

use super::elsewhere::{Elsewhere, Whose};
use super::locator::passage;
use super::message;
use super::outline::Outline;
use super::sentence::{Cut, cut};
use super::statement::{Sought, StatedSource, Statement, Subject, sources};
use super::text::{SnapshotText, Stand};
use crate::diagnostic::{Diagnostic, FieldPath, rules};
use crate::evidence::Evidence;
use crate::evidence::date::PartialDate;
use crate::evidence::lock::{Lock, LockEntry, LockVerdict, LockedPage};
use crate::graph::Graph;
use crate::graph::index::Index;
use crate::source::archive::{Archive, Snapshot};
use crate::span::Span;
use rustc_hash::FxHashMap as HashMap;
use std::cell::OnceCell;

/// The fewest words of a quotation in coverage that can be half a sentence; fewer are quoted for their own sake.
const CLAUSE: usize = 5;

/// What a run looks at.
#[derive(Clone, Copy)]
pub struct VerifyRun<'a> {
    /// The records.
    pub evidence: &'a Evidence,
    /// Where their references lead.
    pub graph: &'a Graph,
    /// Their ids.
    pub index: &'a Index,
    /// What was found before.
    pub before: &'a Lock,
    /// The texts.
    pub archive: &'a Archive,
    /// The day that is noted.
    pub today: PartialDate,
    /// Whether texts that are others than before are meant to be.
    pub renew: bool,
}

/// What a run came to.
#[derive(Debug, Default)]
pub struct Verified {
    /// What is to be kept.
    pub lock: Lock,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// How much was found, by page.
    pub tallies: Vec<PageTally>,
}

/// How much of a page was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageTally {
    /// Id of the page.
    pub id: String,
    /// Its snapshot.
    pub snapshot: String,
    /// Statements that the text confirms.
    pub found: usize,
    /// Statements that it does not, or that could not be looked for.
    pub missing: usize,
    /// What is told in the author's own words, where only the place was looked up.
    pub own_words: usize,
}

impl VerifyRun<'_> {
    /// Looks for every statement.
    #[must_use]
    pub fn verify(&self) -> Verified {
        let mut verified = Verified::default();
        for (id, page) in &self.before.pages {
            if self.index.broken.contains(id) || self.index.drafts.contains(id) {
                verified.lock.pages.insert(id.clone(), page.clone());
            }
        }
        let sources = sources(self.evidence, self.graph);
        let others = OnceCell::new();
        let others = Elsewhere::new((self.evidence, self.graph, self.archive), &sources, &others);
        for source in &sources {
            self.source(source, &others, &mut verified);
        }
        verified.tallies.sort_by(|one, other| one.id.cmp(&other.id));
        verified
    }

    fn source(&self, source: &StatedSource<'_>, others: &Elsewhere<'_>, verified: &mut Verified) {
        let id = &self.evidence.pages[source.page].id;
        let before = self.before.pages.get(id);
        let mut diagnostics = Vec::new();
        let found = self.look(source, others, &mut diagnostics);
        let count = |wanted: bool| {
            let entries = found.iter().flat_map(|page| &page.entries).zip(&source.statements);
            let printed = entries.filter(|(_, statement)| !statement.subject.is_passage());
            printed.filter(|(entry, _)| entry.verdict.is_found() == wanted).count()
        };
        let missing = if found.is_some() { count(false) } else { source.printed() };
        verified.tallies.push(PageTally {
            id: id.clone(),
            snapshot: source.snapshot.file.clone(),
            found: count(true),
            missing,
            own_words: source.statements.len() - source.printed(),
        });
        let kept = match found {
            Some(found) => Some(self.keep(source, found, before, &mut diagnostics)),
            None => before.cloned(),
        };
        message::once(&mut diagnostics);
        verified.lock.pages.extend(kept.map(|page| (id.clone(), page)));
        verified.diagnostics.extend(diagnostics);
    }

    /// What is found in the snapshot of a page; `None` when there is no text to look in.
    fn look(
        &self,
        source: &StatedSource<'_>,
        others: &Elsewhere<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<LockedPage> {
        let name = source.snapshot;
        let Snapshot { text, sha256 } = match self.archive.snapshot(&name.file) {
            Ok(snapshot) => snapshot,
            Err(why) => {
                let place = source.place(self.evidence, FieldPath::key("snapshot"));
                diagnostics.push(
                    Diagnostic::new(&rules::SNAPSHOT_MISSING, place, format!("`{}` {why}", name.file))
                        .help("put the text of the source there, as UTF-8, under this name"),
                );
                return None;
            }
        };
        let Some(outline) = Outline::of(&text, &name.begins) else {
            let place = source.place(self.evidence, FieldPath::key("snapshot_begins"));
            let (why, help) =
                ("no line of it begins so", "copy the first words of the headline from the text");
            diagnostics.push(message::lost(source, &name.begins, place, (why, help)));
            return None;
        };
        let text = SnapshotText::of(outline, self.evidence.pages[source.page].language);
        let looked = source.statements.iter();
        let entries = looked.map(|one| self.entry(source, one, (&text, others), diagnostics)).collect();
        let (snapshot, begins) = (name.file.clone(), name.begins.clone());
        Some(LockedPage { snapshot, begins, sha256, entries, ..LockedPage::default() })
    }

    /// Looks for one statement.
    fn entry(
        &self,
        source: &StatedSource<'_>,
        statement: &Statement<'_>,
        (text, others): (&SnapshotText<'_>, &Elsewhere<'_>),
        diagnostics: &mut Vec<Diagnostic>,
    ) -> LockEntry {
        let (verdict, offset) = match passage(&text.outline, statement.at) {
            Err(lost) => {
                let place = source.place(self.evidence, statement.at_field.clone());
                let help = text.elsewhere(statement).unwrap_or(lost.help);
                diagnostics.push(message::lost(source, statement.at, place, (&lost.why, &help)));
                (LockVerdict::NoPassage, None)
            }
            Ok(within) => match text.find(statement, within) {
                // What one source of a finding says otherwise another may say so.
                Some(found) if found.unfair.is_some() && others.is_said_fairly(statement) => {
                    (LockVerdict::FoundElsewhere, None)
                }
                Some(found) => {
                    diagnostics.extend(self.half_told(source, statement, text, found.span));
                    diagnostics.extend(self.left_out(source, statement, text, &found));
                    let verdict = match (&found.unfair, statement.at) {
                        (Some(_), _) => LockVerdict::Swallows,
                        (None, "") => LockVerdict::FoundAnywhere,
                        (None, _) => LockVerdict::Found,
                    };
                    (verdict, Some(found.span.start))
                }
                None => {
                    let help = || text.help(statement, within);
                    let (verdict, told) = self.of_others(source, statement, others.whose(statement), help);
                    diagnostics.extend(told);
                    (verdict, None)
                }
            },
        };
        LockEntry {
            what: statement.what.clone(),
            value: statement.value.clone().into_owned(),
            at: statement.at.to_owned(),
            verdict,
            offset,
            date: self.today,
            span: Span::default(),
            is_edited: false,
        }
    }

    /// What is said of a statement that does not stand in the text of its page.
    fn of_others(
        &self,
        source: &StatedSource<'_>,
        statement: &Statement<'_>,
        whose: Option<Whose>,
        help: impl FnOnce() -> String,
    ) -> (LockVerdict, Option<Diagnostic>) {
        let place = source.typed(self.evidence, statement);
        match whose {
            Some(Whose::Named) => (LockVerdict::FoundElsewhere, None),
            Some(Whose::Report(there)) => {
                (LockVerdict::FoundElsewhere, Some(message::of_report(source, statement, place, &there)))
            }
            Some(Whose::Unfair(unfair)) => {
                (LockVerdict::Swallows, Some(message::unfair(place, &statement.value, &unfair, &[])))
            }
            Some(Whose::Stranger(there)) => {
                let help =
                    format!("they stand in {there}, which this page is not about; {}", message::NO_QUOTATION);
                (LockVerdict::NotFound, Some(message::not_found(source, statement, place, help)))
            }
            None => (LockVerdict::NotFound, Some(message::not_found(source, statement, place, help()))),
        }
    }

    /// A note where recorded words are a part of a sentence that says more.
    fn half_told(
        &self,
        source: &StatedSource<'_>,
        statement: &Statement<'_>,
        text: &SnapshotText<'_>,
        span: Span,
    ) -> Option<Diagnostic> {
        let is_recorded = match statement.subject {
            Subject::Words(_) => true,
            Subject::Telling(..) => {
                statement.sought == (Sought::Words { quoted: true })
                    && statement.value.split_whitespace().count() >= CLAUSE
            }
            Subject::Statistic(_)
            | Subject::Hedge(_)
            | Subject::Credit(_)
            | Subject::Remark(..)
            | Subject::Prose(..)
            | Subject::Passage(..) => false,
        };
        let cut = if is_recorded { cut(&text.outline, span, &statement.value) } else { Cut::default() };
        (cut != Cut::default()).then(|| message::continues(source.typed(self.evidence, statement), &cut))
    }

    /// What a quotation leaves out or replaces: to be looked at, or a mistake.
    fn left_out(
        &self,
        source: &StatedSource<'_>,
        statement: &Statement<'_>,
        text: &SnapshotText<'_>,
        found: &Stand,
    ) -> Option<Diagnostic> {
        let shown = |gap: &Span| message::gap(text.outline.text, *gap);
        let gaps: Vec<String> = found.gaps.iter().map(shown).collect();
        let place = source.typed(self.evidence, statement);
        match &found.unfair {
            Some(unfair) => Some(message::unfair(place, &statement.value, unfair, &gaps)),
            None => (!gaps.is_empty()).then(|| message::leaves_out(place, &gaps)),
        }
    }

    /// What is kept of a page: what was found, with the dates of what was found before; or what the lock said, when
    /// the text is another one and nobody said that it should be.
    fn keep(
        &self,
        source: &StatedSource<'_>,
        mut found: LockedPage,
        before: Option<&LockedPage>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> LockedPage {
        let Some(before) = before.filter(|page| !page.is_edited && page.snapshot == found.snapshot) else {
            return found;
        };
        if before.sha256 != found.sha256 {
            if self.renew {
                return found;
            }
            let place = source.place(self.evidence, FieldPath::key("snapshot"));
            let last = before.entries.iter().map(|entry| entry.date).max();
            let last = last.map_or_else(String::new, |date| format!(" on {date}"));
            let message = format!("`{}` is not the text that was verified{last}", found.snapshot);
            diagnostics.push(Diagnostic::new(&rules::SNAPSHOT_CHANGED, place, message).help(
                "put the former text back; if the new one is meant, run `verify` with `--renew`, which takes it over",
            ));
            return before.clone();
        }
        let mut known: HashMap<&str, Vec<&LockEntry>> = HashMap::default();
        for old in before.entries.iter().filter(|old| !old.is_edited) {
            known.entry(&old.value).or_default().push(old);
        }
        for entry in &mut found.entries {
            let alike = known.get(entry.value.as_str()).into_iter().flatten();
            let same = alike.into_iter().find(|old| old.says_the_same(entry));
            entry.date = same.map_or(entry.date, |old| old.date);
        }
        found
    }
}
