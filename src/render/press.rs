//! What pages are printed with. A preview keeps it from one edit to the next and renews what an edit wore out.

use super::furniture::{self, Furniture};
use super::theme::{self, Theme};
use super::words::{self, Words};
use super::{Model, Renderer};
use crate::diagnostic::{Checked, Diagnostic};
use std::sync::Arc;

/// Templates, words, and what all pages have in common. It borrows nothing, and a copy shares everything.
#[derive(Clone, Default)]
pub struct Press {
    theme: PressPart<Theme>,
    words: PressPart<Words>,
    furniture: PressPart<Furniture>,
}

/// What an edit wore out. The furniture is cheap, and made anew each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Worn {
    /// A template: `templates/**/*.html`, `.xml` or `.svg` appeared, changed or vanished.
    pub theme: bool,
    /// A table of words, or the site's language.
    pub words: bool,
}

impl Press {
    /// Loads everything.
    #[must_use]
    pub fn new(model: Model<'_>) -> Self {
        Self::default().renewed(model, Worn { theme: true, words: true })
    }

    /// The press for a site that has changed. A part that cannot be made stays as it was.
    #[must_use]
    pub fn renewed(&self, model: Model<'_>, worn: Worn) -> Self {
        let mut press = self.clone();
        if worn.words {
            press.words.renew(some(words::load(model.sources, &model.config.language)));
        }
        if worn.theme {
            press.theme.renew(theme::load(model.sources));
        }
        if let (Some(theme), Some(words)) = (&press.theme.newest, &press.words.newest) {
            press.furniture.renew(some(furniture::make(model, theme, words)));
        }
        press
    }

    /// What is wrong with the newest version of each part.
    pub fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        let parts = [&self.theme.problems, &self.words.problems, &self.furniture.problems];
        parts.into_iter().flat_map(|problems| problems.iter())
    }

    /// Makes pages of a site; `None` while there never were templates that could be read.
    #[must_use]
    pub fn renderer<'a>(&'a self, model: Model<'a>) -> Option<Renderer<'a>> {
        let theme = self.theme.newest.as_deref()?;
        let words = self.words.newest.as_deref()?;
        let furniture = self.furniture.newest.as_deref()?;
        Some(Renderer::new(model, theme, words, furniture))
    }
}

/// A part of the press: the newest that could be made, and what was wrong since.
struct PressPart<T> {
    newest: Option<Arc<T>>,
    problems: Arc<[Diagnostic]>,
}

impl<T> PressPart<T> {
    /// Takes the place of the former one if nothing is wrong with it, or if there was none.
    fn renew(&mut self, made: Checked<Option<T>>) {
        if made.diagnostics.is_empty() || self.newest.is_none() {
            self.newest = made.value.map(Arc::new);
        }
        self.problems = made.diagnostics.into();
    }
}

impl<T> Clone for PressPart<T> {
    fn clone(&self) -> Self {
        Self { newest: self.newest.clone(), problems: Arc::clone(&self.problems) }
    }
}

impl<T> Default for PressPart<T> {
    fn default() -> Self {
        Self { newest: None, problems: Arc::default() }
    }
}

fn some<T>(checked: Checked<T>) -> Checked<Option<T>> {
    Checked { value: Some(checked.value), diagnostics: checked.diagnostics }
}
