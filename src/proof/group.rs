//! Faults that have one place: they are told together, with the pages and the anchors that they are about.

use crate::diagnostic::{Diagnostic, Place, rules};
use crate::path::OutputPath;
use std::collections::{BTreeMap, BTreeSet};

/// How many anchors a message names.
const MOST: usize = 8;

/// Faults by place and rule.
#[derive(Default)]
pub(super) struct Groups(BTreeMap<(Place, &'static str), Group>);

struct Group {
    /// What was said first.
    first: Diagnostic,
    pages: BTreeSet<OutputPath>,
    /// The anchors that are missing.
    anchors: BTreeSet<String>,
}

impl Groups {
    /// Adds what is said of a page.
    pub fn add(&mut self, said: Diagnostic, page: OutputPath, anchor: Option<String>) {
        let key = (said.primary.place.clone(), said.rule.code);
        let empty = || Group { first: said, pages: BTreeSet::new(), anchors: BTreeSet::new() };
        let group = self.0.entry(key).or_insert_with(empty);
        group.pages.insert(page);
        group.anchors.extend(anchor);
    }

    /// What is said of each place.
    pub fn told(self) -> Vec<Diagnostic> {
        self.0.into_values().map(Group::told).collect()
    }
}

impl Group {
    fn told(self) -> Diagnostic {
        let Self { first, pages, anchors } = self;
        let mut told = match (&first.page, pages.len().saturating_sub(1)) {
            (Some(page), more @ 1..) => {
                let page = format!("{page} and {more} more");
                first.on_page(page)
            }
            _ => first,
        };
        if anchors.len() > 1 {
            told.message = format!("links lead to {}, which their pages do not have", listed(&anchors));
            told.help = Some(match told.rule == &rules::ANCHOR_LEFT_OUT {
                true => "print each record and section with its id, as the bundled template does".to_owned(),
                false => "print something with these ids there, or mend the link".to_owned(),
            });
        }
        told
    }
}

/// The first of these anchors, and how many more there are.
fn listed(anchors: &BTreeSet<String>) -> String {
    let shown: Vec<String> = anchors.iter().take(MOST).map(|anchor| format!("`#{anchor}`")).collect();
    match anchors.len().saturating_sub(MOST) {
        0 => format!("the anchors {}", shown.join(", ")),
        more => format!("the anchors {} and {more} more", shown.join(", ")),
    }
}
