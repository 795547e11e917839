//! A site held against its lock, without the archive: what is still as it was verified, what was changed, and what
//! was never verified.

use super::message;
use super::statement::{BY, StatedSource, Statement, Subject, sources};
use crate::diagnostic::{Diagnostic, FieldPath, Place, rules};
use crate::evidence::Evidence;
use crate::evidence::date::PartialDate;
use crate::evidence::lock::{self, Lock, LockEntry, LockedPage};
use crate::graph::Graph;
use crate::graph::index::Index;
use crate::path::SourcePath;
use crate::span::Span;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use rustc_hash::FxHashMap as HashMap;
use std::collections::BTreeSet;

/// How a site stands to its lock.
#[derive(Debug, Default)]
pub struct LockStatus {
    verified: HashMap<Subject, PartialDate>,
    /// How many statements name an archived text, without those that have only a place.
    pub statements: usize,
    /// How many of them were never held against it.
    pub unverified: usize,
    /// What is wrong.
    pub faults: Vec<Diagnostic>,
}

impl LockStatus {
    /// When a statement was confirmed; `None` when it was not, or was changed since.
    #[must_use]
    pub fn date(&self, subject: Subject) -> Option<PartialDate> {
        self.verified.get(&subject).copied()
    }

    /// Takes in how other pages stand.
    fn add(&mut self, other: Self) {
        self.verified.extend(other.verified);
        self.statements += other.statements;
        self.unverified += other.unverified;
        self.faults.extend(other.faults);
    }

    /// How many statements are confirmed.
    #[must_use]
    pub fn verified(&self) -> usize {
        self.verified.len()
    }

    /// The first and the last day on which something was confirmed; `None` when nothing was.
    #[must_use]
    pub fn dates(&self) -> Option<(PartialDate, PartialDate)> {
        let dates = self.verified.values().copied();
        dates.clone().min().zip(dates.max())
    }

    /// How many of those that fit are confirmed.
    #[must_use]
    pub fn count(&self, fits: impl Fn(&Subject) -> bool) -> usize {
        self.verified.keys().filter(|subject| fits(subject)).count()
    }
}

/// Holds a site against its lock, page by page.
#[must_use]
pub fn hold(evidence: &Evidence, graph: &Graph, index: &Index, lock: &Lock) -> LockStatus {
    let sources = sources(evidence, graph);
    let of_pages: Vec<LockStatus> = sources
        .par_iter()
        .map(|source| {
            let mut holder = Holder { evidence, standing: LockStatus::default() };
            holder.source(source, lock.pages.get(&evidence.pages[source.page].id));
            message::once(&mut holder.standing.faults);
            holder.standing
        })
        .collect();
    let mut holder = Holder { evidence, standing: LockStatus::default() };
    for standing in of_pages {
        holder.standing.add(standing);
    }
    holder.orphaned_pages(&sources, index, lock);
    holder.standing
}

struct Holder<'a> {
    evidence: &'a Evidence,
    standing: LockStatus,
}

impl Holder<'_> {
    /// Pages that the lock knows and the site does not, or not with an archived text. A page that cannot be read was
    /// reported, and so was a line that was edited; a draft may come back.
    fn orphaned_pages(&mut self, sources: &[StatedSource<'_>], index: &Index, lock: &Lock) {
        let id = |source: &StatedSource<'_>| self.evidence.pages[source.page].id.as_str();
        let ids: BTreeSet<&str> = sources.iter().map(id).collect();
        for (id, page) in lock.pages.iter().filter(|(id, page)| !page.is_edited && !ids.contains(id.as_str()))
        {
            if !index.broken.contains(id) && !index.drafts.contains(id) {
                let what =
                    if index.owners.contains_key(id) { "names no archived text" } else { "is not there" };
                self.orphan(page.span, format!("`{id}` {what} any more, but the lock has entries for it"));
            }
        }
    }

    fn source(&mut self, source: &StatedSource<'_>, locked: Option<&LockedPage>) {
        self.standing.statements += source.printed();
        match locked {
            None => self.unverified(source, source.printed(), source.statements.len() - source.printed()),
            // It was reported where the lock was read.
            Some(locked) if locked.is_edited => {}
            Some(locked) if locked.snapshot != source.snapshot.file => {
                self.renamed(source, "snapshot", &source.snapshot.file, &locked.snapshot);
            }
            Some(locked) if locked.begins != source.snapshot.begins => {
                self.renamed(source, "snapshot_begins", &source.snapshot.begins, &locked.begins);
            }
            Some(locked) => self.entries(source, locked),
        }
    }

    fn renamed(&mut self, source: &StatedSource<'_>, field: &str, is: &str, was: &str) {
        let shown = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("`{text}`") };
        let message = format!("{} stands here, but {} was verified", shown(is), shown(was));
        // A field that was taken away has no place of its own.
        let field = if is.is_empty() { "snapshot" } else { field };
        let place = source.place(self.evidence, FieldPath::key(field));
        self.standing.faults.push(
            Diagnostic::new(&rules::CHANGED_SINCE_VERIFIED, place, message).label("changed since").help(
                "take the change back, or run `cscare-site verify --archive DIR` and commit `evidence.lock`",
            ),
        );
    }

    fn entries(&mut self, source: &StatedSource<'_>, locked: &LockedPage) {
        let (entries, left_over) = paired(&source.statements, &locked.entries);
        let (mut printed, mut places) = (0, 0);
        for (statement, entry) in source.statements.iter().zip(entries) {
            match entry {
                Some(entry) => self.statement(source, statement, entry),
                None if statement.subject.is_passage() => places += 1,
                None => printed += 1,
            }
        }
        self.unverified(source, printed, places);
        for entry in left_over.into_iter().filter(|entry| !entry.is_edited) {
            let id = &self.evidence.pages[source.page].id;
            let value = if entry.value.is_empty() { &entry.at } else { &entry.value };
            self.orphan(entry.span, format!("`{id}` has no {} `{value}` any more", entry.what));
        }
    }

    fn statement(&mut self, source: &StatedSource<'_>, statement: &Statement<'_>, entry: &LockEntry) {
        // A word of caution outside of its words is told where it stands (A005).
        if entry.is_edited || !entry.verdict.is_found() && statement.is_outside_its_words() {
            return;
        }
        let is_as_it_was =
            statement.value == entry.value && statement.at == entry.at && statement.what == entry.what;
        let fault = if !is_as_it_was {
            message::changed(self.evidence, source, statement, entry)
        } else if entry.verdict.is_found() {
            if !statement.subject.is_passage() {
                self.standing.verified.insert(statement.subject, entry.date);
            }
            return;
        } else {
            message::was_not_found(self.evidence, source, statement, entry)
        };
        self.standing.faults.push(fault);
    }

    fn unverified(&mut self, source: &StatedSource<'_>, printed: usize, places: usize) {
        self.standing.unverified += printed;
        if printed + places > 0 {
            let all = source.printed();
            let file = &source.snapshot.file;
            let message = match printed {
                0 => format!("{places} of the places named on this page were never looked up in `{file}`"),
                _ => format!("{printed} of {all} statements on this page were never held against `{file}`"),
            };
            let place = source.place(self.evidence, FieldPath::key("snapshot"));
            self.standing.faults.push(Diagnostic::new(&rules::UNVERIFIED, place, message).help(
                "run `cscare-site verify --archive DIR` where the archive is, and commit `evidence.lock`",
            ));
        }
    }

    fn orphan(&mut self, span: Span, message: String) {
        let place = Place::span(&SourcePath::new(lock::PATH), span);
        self.standing.faults.push(
            Diagnostic::new(&rules::ORPHANED_ENTRY, place, message)
                .help("run `cscare-site verify --archive DIR`, which takes it out"),
        );
    }
}

/// Whether an entry may be that of a statement.
type Fits = fn(&Statement<'_>, &LockEntry) -> bool;

/// The entry of each statement, and the entries that are left over. Statements of one name are told apart by value
/// and locator; what is left is taken in order, so that a changed value meets the entry that it had.
/// What a statement is called without the speaker of its words.
fn unattributed(what: &str) -> &str {
    what.split(BY).next().unwrap_or_default()
}

fn paired<'l>(
    statements: &[Statement<'_>],
    entries: &'l [LockEntry],
) -> (Vec<Option<&'l LockEntry>>, Vec<&'l LockEntry>) {
    let mut by_name: HashMap<&str, Vec<&LockEntry>> = HashMap::default();
    for entry in entries {
        by_name.entry(unattributed(&entry.what)).or_default().push(entry);
    }
    let mut found: Vec<Option<&LockEntry>> = vec![None; statements.len()];
    let fits: [Fits; 4] = [
        |statement, entry| {
            statement.value == entry.value && statement.at == entry.at && statement.what == entry.what
        },
        |statement, entry| statement.value == entry.value && statement.at == entry.at,
        |statement, entry| statement.value == entry.value || statement.at == entry.at,
        |_, _| true,
    ];
    for fits in fits {
        for (statement, found) in statements.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            let Some(named) = by_name.get_mut(unattributed(&statement.what)) else { continue };
            let at = named.iter().position(|entry| fits(statement, entry));
            *found = at.map(|at| named.remove(at));
        }
    }
    let mut left_over: Vec<&LockEntry> = by_name.into_values().flatten().collect();
    left_over.sort_by_key(|entry| entry.span);
    (found, left_over)
}
