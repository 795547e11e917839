//! Why an id leads nowhere, what to suggest instead, and what alone can have been meant.

use super::index::{Index, OwnerRef, Records, Wanted};
use crate::diagnostic::{all_near, did_you_mean, nearest, only_near};
use rustc_hash::FxHashMap as HashMap;

/// Why a reference leads nowhere.
#[derive(Debug, Clone)]
pub enum Unknown {
    /// It leads into a document that is broken and already reported.
    Forgiven,
    /// Nothing has that id.
    Missing {
        /// What to do.
        help: String,
        /// What must have been meant, as it would be written here; `None` when that is not certain.
        meant: Option<String>,
    },
}

impl Unknown {
    /// Nothing has that id, and nothing is near.
    pub(super) fn missing(help: String) -> Self {
        Self::Missing { help, meant: None }
    }
}

impl Index {
    pub(super) fn unknown_record(&self, own: &str, reference: &str, wanted: Wanted) -> Unknown {
        let (owner, id) = reference.split_once('.').unwrap_or((own, reference));
        if self.broken.contains(owner) || self.doubled_records.contains(&format!("{owner}.{id}")) {
            return Unknown::Forgiven;
        }
        if !self.owners.contains_key(owner) {
            let help = match reference.contains('.') {
                true => self.elsewhere(owner, id, wanted),
                false => format!("say whose it is, with the report's id in front: `REPORT.{id}`"),
            };
            return Unknown::Missing { help, meant: self.meant_owner(owner, id, wanted) };
        }
        let own_ids = self.ids_of(owner, wanted);
        let written = |id: &str| match reference.contains('.') {
            true => format!("{owner}.{id}"),
            false => id.to_owned(),
        };
        let help = match nearest(id, own_ids.iter().copied()) {
            Some(near) => format!("did you mean `{}`?", written(near)),
            None => self.what_it_has(owner, wanted),
        };
        Unknown::Missing { help, meant: only_near(id, own_ids).map(written) }
    }

    /// The record `id` of the only owner whose name is near; there must be such a record.
    fn meant_owner(&self, owner: &str, id: &str, wanted: Wanted) -> Option<String> {
        let meant = only_near(owner, self.owners.keys().map(String::as_str))?;
        self.record_of(meant, id).filter(|record| wanted.takes(*record)).map(|_| format!("{meant}.{id}"))
    }

    /// What may be meant by a record of nobody: that of an owner whose name is near, or one like it.
    fn elsewhere(&self, owner: &str, id: &str, wanted: Wanted) -> String {
        if self.drafts.contains(owner) {
            return is_draft(owner);
        }
        let near = all_near(owner, self.records.keys().map(String::as_str));
        let has = |near: &&&str| self.record_of(near, id).is_some_and(|record| wanted.takes(record));
        let same = near.iter().find(has).map(|near| (*near, id));
        let alike = || near.iter().find_map(|near| Some((*near, nearest(id, self.ids_of(near, wanted))?)));
        match (same.or_else(alike), near.first()) {
            (Some((owner, id)), _) => format!("did you mean `{owner}.{id}`?"),
            (None, Some(near)) => self.what_it_has(near, wanted),
            (None, None) => {
                let mut owners: Vec<&str> = self.records.keys().map(String::as_str).collect();
                owners.sort_unstable();
                format!(
                    "nothing has the id `{owner}`; those with figures and claims are: {}",
                    shortened(&owners)
                )
            }
        }
    }

    fn what_it_has(&self, owner: &str, wanted: Wanted) -> String {
        match self.ids_of(owner, wanted) {
            ids if ids.is_empty() => format!("`{owner}` has no {}", wanted.noun()),
            ids => format!("`{owner}` has: {}", shortened(&ids)),
        }
    }

    fn ids_of(&self, owner: &str, wanted: Wanted) -> Vec<&str> {
        let records = self.records.get(owner).into_iter().flat_map(Records::iter);
        records.filter(|(_, record)| wanted.takes(*record)).map(|(id, _)| id).collect()
    }

    pub(super) fn report_help(&self, id: &str) -> String {
        if self.drafts.contains(id) {
            return is_draft(id);
        }
        let reports = self.owners.iter().filter(|(_, owner)| matches!(owner, OwnerRef::Report(_)));
        let mut ids: Vec<&str> = reports.map(|(id, _)| id.as_str()).collect();
        ids.sort_unstable();
        did_you_mean(id, ids.iter().copied()).unwrap_or_else(|| there_are(&ids))
    }

    pub(super) fn meant_report(&self, id: &str) -> Option<String> {
        let meant = only_near(id, self.owners.keys().map(String::as_str))?;
        matches!(self.owners[meant], OwnerRef::Report(_)).then(|| meant.to_owned())
    }

    /// Why a table of ids has none like this.
    pub(super) fn unknown_id(&self, table: &HashMap<String, usize>, id: &str) -> Unknown {
        if self.broken.contains(id) {
            return Unknown::Forgiven;
        }
        if self.drafts.contains(id) {
            return Unknown::missing(is_draft(id));
        }
        let mut ids: Vec<&str> = table.keys().map(String::as_str).collect();
        ids.sort_unstable();
        let help = did_you_mean(id, ids.iter().copied()).unwrap_or_else(|| there_are(&ids));
        Unknown::Missing { help, meant: only_near(id, ids).map(str::to_owned) }
    }
}

fn there_are(ids: &[&str]) -> String {
    match ids.is_empty() {
        true => "there are none yet; make a file for it".to_owned(),
        false => format!("there are: {}", shortened(ids)),
    }
}

fn is_draft(name: &str) -> String {
    format!("`{name}` is a draft; build with `--drafts`, or publish it first")
}

/// A list of ids that fits on a line or two.
fn shortened(ids: &[&str]) -> String {
    const MOST: usize = 12;
    let shown = ids.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
    if ids.len() > MOST { format!("{shown}, … ({} in all)", ids.len()) } else { shown }
}
