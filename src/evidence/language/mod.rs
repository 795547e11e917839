//! The words of other languages than English, each language one table from its words to the English ones.
//!
//! The readers of values and periods know one grammar, the English one. A text in another language is first written as
//! plain English (`Plain`): its numerals with a decimal point, its words by its table, everything else as it stands. So
//! English words are understood on any page, and English itself passes through no table.

mod cardinal;
mod dutch;
mod errors;
mod french;
mod german;
mod numeral;
mod pattern;
mod plain;
mod spanish;
mod welsh;

pub(crate) use plain::{Mode, Plain, remedy};

use crate::config::Tongue;

/// A word or phrase, and what it is in English. In both, `#` is a number in digits and `~` one word; one
/// that begins with `^` is read at the start of a text alone.
type WordPairs = [(&'static str, &'static str)];

/// The words of a language.
#[derive(Debug)]
pub struct LanguageTable {
    /// What the language is called.
    pub name: &'static str,
    /// Numbers below a hundred, each with every form that it has.
    pub numbers: &'static [(&'static str, u32)],
    /// Hundreds; one that is a hundred can be multiplied.
    pub hundreds: &'static [(&'static str, u32)],
    /// Words for a thousand.
    pub thousand: &'static [&'static str],
    /// What may join the parts of a number in words.
    pub joints: &'static [&'static str],
    /// Endings of a number that make it an ordinal.
    pub ordinals: &'static [&'static str],
    /// Words that loosen or bound a number.
    pub qualifiers: &'static WordPairs,
    /// Powers of ten.
    pub scales: &'static WordPairs,
    /// Fractions, multiples and shares.
    pub shares: &'static WordPairs,
    /// Units and what a rate is told of.
    pub units: &'static WordPairs,
    /// The months, and their short forms.
    pub months: &'static WordPairs,
    /// Other words of periods.
    pub periods: &'static WordPairs,
    /// What it lacks, for the documentation.
    pub lacks: &'static str,
}

impl LanguageTable {
    /// Every phrase that a text is looked through for, with its English form.
    fn phrases(&self, mode: Mode) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
        let (first, others) = match mode {
            Mode::Period => (self.periods, [self.months, self.units, &[], &[]]),
            Mode::Value | Mode::Running => {
                (self.qualifiers, [self.scales, self.shares, self.units, self.months])
            }
        };
        first.iter().chain(others.into_iter().flatten())
    }
}

/// The table of a tongue; English needs none, and of others none is known.
#[must_use]
pub fn table(tongue: Tongue) -> Option<&'static LanguageTable> {
    match tongue {
        Tongue::German => Some(&german::TABLE),
        Tongue::French => Some(&french::TABLE),
        Tongue::Spanish => Some(&spanish::TABLE),
        Tongue::Dutch => Some(&dutch::TABLE),
        Tongue::Welsh => Some(&welsh::TABLE),
        Tongue::English | Tongue::Other => None,
    }
}

#[cfg(test)]
mod tests;
