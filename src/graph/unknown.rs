//! Why an id leads nowhere, what to suggest instead, and what alone can have been meant.

use super::index::{Index, OwnerRef, Records};
use crate::diagnostic::{did_you_mean, only_near};
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
    pub(super) fn unknown_record(&self, own: &str, reference: &str) -> Unknown {
        let (owner, id) = reference.split_once('.').unwrap_or((own, reference));
        if self.broken.contains(owner) || self.doubled_records.contains(&format!("{owner}.{id}")) {
            return Unknown::Forgiven;
        }
        if !self.owners.contains_key(owner) {
            return Unknown::Missing { help: self.owner_help(owner), meant: self.meant_owner(owner, id) };
        }
        let own_ids = self.ids_of(owner);
        if own_ids.is_empty() {
            return Unknown::missing(format!("`{owner}` has no statistics or claims"));
        }
        let near = did_you_mean(id, own_ids.iter().copied());
        let near = near.map(|text| {
            if reference.contains('.') {
                text.replace('`', "").replacen("mean ", &format!("mean `{owner}."), 1).replace('?', "`?")
            } else {
                text
            }
        });
        let meant = only_near(id, own_ids.iter().copied()).map(|meant| match reference.contains('.') {
            true => format!("{owner}.{meant}"),
            false => meant.to_owned(),
        });
        let help = near.unwrap_or_else(|| format!("`{owner}` has: {}", shortened(&own_ids)));
        Unknown::Missing { help, meant }
    }

    /// The record `id` of the only owner whose name is near; there must be such a record.
    fn meant_owner(&self, owner: &str, id: &str) -> Option<String> {
        let meant = only_near(owner, self.owners.keys().map(String::as_str))?;
        self.record_of(meant, id).map(|_| format!("{meant}.{id}"))
    }

    fn ids_of(&self, owner: &str) -> Vec<&str> {
        self.records.get(owner).into_iter().flat_map(Records::iter).map(|(id, _)| id).collect()
    }

    pub(super) fn owner_help(&self, id: &str) -> String {
        if self.drafts.contains(id) {
            return is_draft(id);
        }
        let mut ids: Vec<&str> = self.owners.keys().map(String::as_str).collect();
        ids.sort_unstable();
        did_you_mean(id, ids.iter().copied()).unwrap_or_else(|| format!("there are: {}", shortened(&ids)))
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
        let help = did_you_mean(id, ids.iter().copied()).unwrap_or_else(|| match ids.is_empty() {
            true => "there are none yet; make a file for it".to_owned(),
            false => format!("there are: {}", shortened(&ids)),
        });
        Unknown::Missing { help, meant: only_near(id, ids).map(str::to_owned) }
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
