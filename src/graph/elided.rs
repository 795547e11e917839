//! A unit that is said once for two numbers: `from 46.5 to 41.9%`, `61 per 1,000 pupils, up from 26`.

use crate::document::prose::{BOUND_MARK, Beside};
use crate::evidence::quantity::Quantity;
use crate::evidence::quantity::scan::scan;
use crate::evidence::unit::Unit;

/// Words behind a number that are no noun which it counts.
const GOES_ON: [&str; 9] = ["and", "at", "by", "from", "in", "on", "or", "to", "while"];

/// A bare number with the unit of its statistic, where another number of its sentence has that unit and no noun stands
/// behind it.
pub(super) fn completed(quantity: Quantity, beside: Option<&Beside>, value: &Quantity) -> Quantity {
    let is_bare = quantity.unit == Unit::Count && quantity.noun.is_none() && value.unit != Unit::Count;
    match beside {
        Some(beside) if is_bare && is_alone(&beside.after) && is_said(beside, value.unit) => {
            // A whole number alone is exact; with a unit it is rounded like the other.
            let same = quantity.central == value.central;
            let interval = if same { value.interval } else { quantity.interval };
            Quantity { unit: value.unit, interval, ..quantity }
        }
        Some(_) | None => quantity,
    }
}

fn is_alone(after: &str) -> bool {
    let after = after.trim_start();
    let word = after.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    if word.is_empty() { !after.starts_with('-') } else { GOES_ON.contains(&word) || is_repeated(after) }
}

/// The most words of a noun that two numbers share.
const MOST_WORDS: usize = 3;

/// Whether the noun behind a number stands behind the other as well, before what both are per: `3.1 admissions to 4.2
/// admissions per 1,000`.
fn is_repeated(after: &str) -> bool {
    let words: Vec<&str> = after.split(' ').take(MOST_WORDS + 1).collect();
    let noun = words.iter().position(|word| GOES_ON.contains(word)).map(|end| words[..end].join(" "));
    noun.is_some_and(|noun| {
        let others = || after[noun.len()..].split(". ").next().unwrap_or_default();
        ["per", "in every", "for every"].iter().any(|per| others().contains(&format!(" {noun} {per} ")))
    })
}

/// Whether a number of the same sentence is printed with this unit.
fn is_said(beside: &Beside, unit: Unit) -> bool {
    let before = beside.before.rsplit(". ").next().unwrap_or_default();
    let after = beside.after.split(". ").next().unwrap_or_default();
    let has_unit =
        |text: &str| scan(&text.replace(BOUND_MARK, "")).iter().any(|found| found.quantity.unit == unit);
    has_unit(before) || has_unit(after)
}
