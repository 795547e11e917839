//! Why an id leads nowhere, what to suggest instead, and what alone can have been meant.

use super::ids::Ids;
use super::index::{Index, OwnerRef, WantedRecords};
use crate::diagnostic::Names;

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
    pub(super) fn unknown_record(&self, own: &str, reference: &str, wanted: WantedRecords) -> Unknown {
        let (owner, id) = reference.split_once('.').unwrap_or((own, reference));
        if self.broken.contains(owner) || self.doubled_records.contains(&format!("{owner}.{id}")) {
            return Unknown::Forgiven;
        }
        if !self.owners.contains_key(owner) {
            let help = match reference.contains('.') {
                true => self.elsewhere(owner, id, wanted),
                // A report or finding, of which the record is missing.
                false if self.owners.contains_key(reference) => self.what_it_has(reference, wanted),
                false => format!("say whose it is, with the report's id in front: `REPORT.{id}`"),
            };
            return Unknown::Missing { help, meant: self.meant_owner(owner, id, wanted) };
        }
        let Some(own_ids) = self.ids_of(owner, wanted) else {
            return Unknown::missing(self.what_it_has(owner, wanted));
        };
        let written = |id: &str| match reference.contains('.') {
            true => format!("{owner}.{id}"),
            false => id.to_owned(),
        };
        let help = match own_ids.nearest(id) {
            Some(near) => format!("did you mean `{}`?", written(near)),
            None => self.what_it_has(owner, wanted),
        };
        Unknown::Missing { help, meant: own_ids.only_near(id).map(written) }
    }

    /// The record `id` of the only owner whose name is near; there must be such a record.
    fn meant_owner(&self, owner: &str, id: &str, wanted: WantedRecords) -> Option<String> {
        let meant = self.owners.names().only_near(owner)?;
        self.record_of(meant, id).filter(|record| wanted.takes(*record)).map(|_| format!("{meant}.{id}"))
    }

    /// What may be meant by a record of nobody: that of an owner whose name is near, or one like it.
    fn elsewhere(&self, owner: &str, id: &str, wanted: WantedRecords) -> String {
        if self.drafts.contains(owner) {
            return is_draft(owner);
        }
        let near = self.records.names().few_near(owner);
        let has = |near: &&&str| self.record_of(near, id).is_some_and(|record| wanted.takes(record));
        let same = near.iter().find(has).map(|near| (*near, id));
        let alike = || near.iter().find_map(|near| Some((*near, self.ids_of(near, wanted)?.nearest(id)?)));
        match (same.or_else(alike), near.first()) {
            (Some((owner, id)), _) => format!("did you mean `{owner}.{id}`?"),
            (None, Some(near)) => self.what_it_has(near, wanted),
            (None, None) => {
                let owners = shortened(self.records.names());
                format!("nothing has the id `{owner}`; those with figures and claims are: {owners}")
            }
        }
    }

    fn what_it_has(&self, owner: &str, wanted: WantedRecords) -> String {
        match self.ids_of(owner, wanted) {
            Some(ids) if ids.iter().len() > 0 => format!("`{owner}` has: {}", shortened(ids)),
            _ => format!("`{owner}` has no {}", wanted.noun()),
        }
    }

    fn ids_of(&self, owner: &str, wanted: WantedRecords) -> Option<&Names> {
        self.records.get(owner).map(|records| records.names(wanted))
    }

    pub(super) fn report_help(&self, id: &str) -> String {
        if self.drafts.contains(id) {
            return is_draft(id);
        }
        let names = self.report_names();
        names.did_you_mean(id).unwrap_or_else(|| there_are(names))
    }

    fn report_names(&self) -> &Names {
        self.reports.get_or_init(|| {
            let reports = self.owners.iter().filter(|(_, owner)| matches!(owner, OwnerRef::Report(_)));
            Names::of(reports.map(|(id, _)| id.as_str()))
        })
    }

    /// Why there is no such coverage. Its names are listed for each that is missed: few are.
    pub(super) fn unknown_article(&self, id: &str) -> Unknown {
        if self.drafts.contains(id) {
            return Unknown::missing(is_draft(id));
        }
        let articles = self.owners.iter().filter(|(_, owner)| matches!(owner, OwnerRef::Coverage(_)));
        let names = Names::of(articles.map(|(id, _)| id.as_str()));
        let help = names.did_you_mean(id).unwrap_or_else(|| there_are(&names));
        Unknown::Missing { help, meant: names.only_near(id).map(str::to_owned) }
    }

    pub(super) fn meant_report(&self, id: &str) -> Option<String> {
        let meant = self.owners.names().only_near(id)?;
        matches!(self.owners[meant], OwnerRef::Report(_)).then(|| meant.to_owned())
    }

    /// Why a table of ids has none like this.
    pub(super) fn unknown_id(&self, table: &Ids<usize>, id: &str) -> Unknown {
        if self.broken.contains(id) {
            return Unknown::Forgiven;
        }
        if self.drafts.contains(id) {
            return Unknown::missing(is_draft(id));
        }
        let names = table.names();
        let help = names.did_you_mean(id).unwrap_or_else(|| there_are(names));
        Unknown::Missing { help, meant: names.only_near(id).map(str::to_owned) }
    }
}

fn there_are(names: &Names) -> String {
    match names.iter().len() {
        0 => "there are none yet; make a file for it".to_owned(),
        _ => format!("there are: {}", shortened(names)),
    }
}

fn is_draft(name: &str) -> String {
    format!("`{name}` is a draft; build with `--drafts`, or publish it first")
}

/// A list of ids that fits on a line or two.
fn shortened(names: &Names) -> String {
    const MOST: usize = 12;
    let (shown, all) = (names.iter().take(MOST).collect::<Vec<_>>().join(", "), names.iter().len());
    if all > MOST { format!("{shown}, … ({all} in all)") } else { shown }
}
