//! The terms of the glossary, whose entries are its body.

use super::Reading;
use super::reading::is_id;
use crate::diagnostic::{Diagnostic, Place, Spot, rules};
use crate::document::prose::{Definition, Prose};

/// A term of the glossary.
#[derive(Debug, Clone)]
pub struct Term {
    /// Id.
    pub id: String,
    /// The term.
    pub term: Prose,
    /// What it means.
    pub meaning: Prose,
    /// Where it stands.
    pub spot: Spot,
}

impl Term {
    /// Takes an entry of the glossary for a term.
    pub(in crate::evidence) fn read(reading: &mut Reading<'_>, definition: Definition) -> Self {
        let Definition { id, term, meaning, spot } = definition;
        let id = if id.is_empty() { slug::slugify(term.text()) } else { id };
        if !is_id(&id) {
            let place = Place { file: reading.path.clone(), spot: spot.clone() };
            reading.diagnostics.push(
                Diagnostic::new(&rules::INVALID_ID, place, format!("`{id}` is no id")).help(
                    "an id is made of lower-case letters, digits and hyphens, such as `{#child-in-need}`",
                ),
            );
        }
        Self { id, term, meaning, spot }
    }
}
