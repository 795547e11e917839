//! Looks for a figure in a passage, and for the one that comes nearest to it.

use crate::evidence::quantity::Quantity;
use crate::evidence::quantity::scan::FoundQuantity;
use crate::evidence::unit::{PER, Unit};
use crate::span::Span;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

/// Letters that a plural or a hyphenated noun may lack: `mile` of `miles`.
const ENDING: [char; 3] = ['s', 'e', 'i'];

/// How many words may stand between a number and the head of its noun.
const NOUN_WORDS: usize = 4;

/// The quantities of a text, so that very many figures need not each be held against all of them.
#[derive(Debug, Default)]
pub struct SnapshotFigures {
    /// In order.
    pub all: Vec<FoundQuantity>,
    /// The places of those with a value, by its magnitude.
    by_value: FxHashMap<Decimal, Vec<usize>>,
    /// The places of those that may be a form of another value: fractions in words, ranges and the like.
    others: Vec<usize>,
}

impl SnapshotFigures {
    /// Those of a text, in order.
    #[must_use]
    pub fn of(all: Vec<FoundQuantity>) -> Self {
        let (mut by_value, mut others): (FxHashMap<Decimal, Vec<usize>>, Vec<usize>) = Default::default();
        for (at, one) in all.iter().enumerate() {
            if let Some(value) = one.quantity.central {
                by_value.entry(value.abs()).or_default().push(at);
            }
            if !one.quantity.is_in_digits() {
                others.push(at);
            }
        }
        Self { all, by_value, others }
    }

    /// All that can be another printed form of `wanted`, in order.
    fn candidates(&self, wanted: &Quantity) -> Vec<&FoundQuantity> {
        let Some(value) = wanted.central.filter(|_| wanted.is_in_digits()) else {
            return self.all.iter().collect();
        };
        let equal = self.by_value.get(&value.abs()).map_or(&[][..], Vec::as_slice);
        let mut places = [equal, &self.others].concat();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|at| &self.all[at]).collect()
    }
}

/// The first quantity in a passage that is another printed form of `wanted`.
#[must_use]
pub fn quantity<'f>(
    text: &str,
    figures: &'f SnapshotFigures,
    passage: Span,
    wanted: &Quantity,
    either_sign: bool,
) -> Option<&'f FoundQuantity> {
    figures.candidates(wanted).into_iter().filter(|one| is_within(one, passage)).find(|one| {
        let same = one.quantity.is_form_of(wanted)
            || either_sign && one.quantity.magnitude().is_form_of(&wanted.magnitude())
            || is_elided(text, figures, one, wanted);
        same && has_noun(text, one, wanted) && !is_numbered(&text[..one.span.start], one)
    })
}

/// How far the number may be that has the unit of both: `fell from 14.2 in 2015 to 9.4 per cent`.
const JOINED: usize = 40;

/// Whether a bare number is the wanted one, and the next has its unit.
fn is_elided(text: &str, figures: &SnapshotFigures, one: &FoundQuantity, wanted: &Quantity) -> bool {
    let magnitude = |quantity: &Quantity| quantity.central.map(|number| number.abs());
    if one.quantity.unit != Unit::Count
        || wanted.unit == Unit::Count
        || magnitude(&one.quantity) != magnitude(wanted)
    {
        return false;
    }
    let behind = figures.all.partition_point(|other| other.span.start < one.span.end);
    let mut next = figures.all[behind..].iter().take_while(|other| other.span.start <= one.span.end + JOINED);
    next.any(|other| {
        let between = &text[one.span.end..other.span.start];
        let is_joined = between
            .split_whitespace()
            .any(|word| matches!(word, "and" | "from" | "or" | "to" | "v" | "versus"));
        is_joined
            && !between.contains([';', '\n'])
            && !between.contains(". ")
            && other.quantity.unit == wanted.unit
    })
}

fn within(found: &[FoundQuantity], passage: Span) -> impl Iterator<Item = &FoundQuantity> {
    found.iter().filter(move |one| is_within(one, passage))
}

fn is_within(one: &FoundQuantity, passage: Span) -> bool {
    passage.start <= one.span.start && one.span.end <= passage.end
}

/// Whether the noun of a figure (`8 years`, `22 children per 10,000`) follows its number, or is told within it; a figure
/// without one asks for none.
fn has_noun(text: &str, one: &FoundQuantity, wanted: &Quantity) -> bool {
    let Some(noun) = wanted.noun.as_deref().and_then(head) else {
        return true;
    };
    let stem = noun.trim_end_matches(ENDING);
    let within = words(&text[one.span.start..one.span.end]);
    within
        .chain(words(&text[one.span.end..]).take(NOUN_WORDS))
        .any(|word| word.to_lowercase().starts_with(stem))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The word of a noun that says what is counted: `falls` of `falls per 1,000 bed days`, `children` of `looked-after children`.
fn head(noun: &str) -> Option<String> {
    let is_thing = |word: &&str| word.starts_with(char::is_alphabetic);
    let is_base = |word: &&str| PER.iter().any(|per| per.starts_with(*word));
    let counted = noun.split_whitespace().take_while(|word| !is_base(word)).last();
    counted.or_else(|| noun.split_whitespace().rev().find(is_thing)).map(str::to_lowercase)
}

/// Parts of a text that are told by their number.
#[rustfmt::skip]
const PARTS: [&str; 20] = [
    "annex", "appendix", "box", "chapter", "chart", "fig", "figure", "footnote", "note", "p", "page", "pages", "para", "paragraph",
    "pp", "section", "table", "tables", "version", "volume",
];

/// Whether a number says which page or table is meant.
fn is_numbered(before: &str, one: &FoundQuantity) -> bool {
    let word =
        before.trim_end_matches(['.', ' ', '\u{a0}']).rsplit(|letter: char| !letter.is_alphabetic()).next();
    one.quantity.unit == Unit::Count && word.is_some_and(|word| PARTS.contains(&word.to_lowercase().as_str()))
}

/// The quantity in a passage that comes nearest: of the same unit, and least different.
#[must_use]
pub fn nearest_quantity<'f>(
    found: &'f [FoundQuantity],
    passage: Span,
    wanted: &Quantity,
) -> Option<&'f FoundQuantity> {
    let distance = |one: &FoundQuantity| {
        let (mine, theirs) = (one.quantity.central?, wanted.central?);
        Some((mine.abs() - theirs.abs()).abs())
    };
    within(found, passage)
        .filter(|one| one.quantity.unit == wanted.unit)
        .min_by_key(|one| distance(one).unwrap_or(Decimal::MAX))
}

#[cfg(test)]
mod tests {
    use super::{SnapshotFigures, quantity};
    use crate::evidence::quantity::Quantity;
    use crate::evidence::quantity::scan::scan;
    use crate::span::Span;

    #[test]
    fn figures_are_found_as_texts_print_them() {
        for (text, wanted, stands) in [
            ("It rose 28 per cent to 61,700 policies.", "61,700", true),
            ("It rose 28 per cent to 61,700 policies.", "28%", true),
            ("It fell from 14.2 to 9.4 per cent.", "14.2%", true),
            ("It was 14.2 in 2015 and 9.4 per cent in 2020.", "14.2%", true),
            ("It fell from 6.1 to 4.7 per 1,000.", "6.1 per 1,000", true),
            ("It changed by −28% in a year.", "28%", false),
            ("It changed by minus 28% in a year.", "28%", false),
            ("It changed by −28% in a year.", "−28%", true),
            ("See page 37 for boats.", "37", false),
            ("See p. 37 and Table 37.", "37", false),
            ("The table lists 37 boats (p. 37).", "37", true),
            ("The hazard ratio was 0·64 (0·51–0·80).", "64", false),
            ("The hazard ratio was 0·64 (0·51–0·80).", "0.64", true),
            ("The hazard ratio was 0.64 [0.51; 0.80].", "0.51–0.80", true),
            ("There were 6.1 falls per 1,000 bed days.", "6.1 per 1,000", true),
            ("There were 6.1 falls per 1,000 bed days.", "6.1 falls per 1,000 bed days", true),
            ("There were 6.1 falls per 1,000 bed days.", "6.1 deaths per 1,000 bed days", false),
            ("There were 6.1 falls per 1,000 bed days.", "6.1 falls", false),
            ("In 2019 22 children per 10,000 were in care.", "22 per 10,000 children", true),
            ("Falls came to 6.1/1,000 bed days.", "6.1 per 1,000", true),
            ("One renter in four had moved.", "one in four", true),
            ("46 of every 100 pupils were late.", "46%", true),
            ("It holds 12'000 homes, and 112¹ shops.", "12,000", true),
            ("It holds 12'000 homes, and 112¹ shops.", "112", true),
            ("There were 14 boats. Of these 9 per cent sank.", "14%", false),
            ("There were 14 boats, 9 per cent fewer.", "14%", false),
        ] {
            let figures = SnapshotFigures::of(scan(text));
            let wanted = Quantity::parse(wanted).expect(wanted);
            let found = quantity(text, &figures, Span::new(0, text.len()), &wanted, false);
            assert_eq!(found.is_some(), stands, "{text}: {wanted:?}");
        }
    }
}
