//! Whether a printed number says what a statistic says: for numbers bound in prose, and for tellings.

use crate::evidence::quantity::{Agreement, Quantity, QuantityError};
use crate::evidence::record::Statistic;

/// What a bound text turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Binding {
    /// Words without a number: a link and no more.
    Words,
    /// A number that agrees.
    Agrees,
    /// A number that does not; the sentence says how.
    Wrong(String),
}

/// Judges a text that is bound to a statistic.
#[must_use]
pub fn judge(text: &str, statistic: &Statistic) -> Binding {
    let Some(value) = statistic.value.as_ref().filter(|_| text != statistic.printed) else {
        return Binding::Agrees;
    };
    match Quantity::parse(text) {
        Ok(quantity) => match difference(&quantity, statistic, value) {
            None => Binding::Agrees,
            Some(how) => Binding::Wrong(how),
        },
        Err(QuantityError::NoNumber(_)) => Binding::Words,
        Err(_) if !text.bytes().any(|byte| byte.is_ascii_digit()) => Binding::Words,
        Err(error) => Binding::Wrong(format!("a bound text is one quantity and no more: {error}")),
    }
}

/// Whether the statistic's own text can stand where `text` does without another word being changed: both are in the
/// same unit, and both or neither begin with a word such as `over`, or with a sign.
#[must_use]
pub fn can_replace(text: &str, statistic: &Statistic) -> bool {
    let (Ok(quantity), Some(value)) = (Quantity::parse(text), &statistic.value) else { return false };
    quantity.agrees(value) != Agreement::UnitDiffers && beginning(text) == beginning(&statistic.printed)
}

#[derive(PartialEq, Eq)]
enum Beginning {
    Word,
    Sign,
    Number,
}

fn beginning(text: &str) -> Beginning {
    match text.chars().next() {
        Some(first) if first.is_alphabetic() => Beginning::Word,
        Some('+' | '-' | '−' | '–') => Beginning::Sign,
        _ => Beginning::Number,
    }
}

/// Whether a quantity may be bound to a statistic.
#[must_use]
pub fn fits(quantity: &Quantity, statistic: &Statistic) -> bool {
    let agreement = statistic.value.as_ref().map(|value| agreement(quantity, statistic, value));
    matches!(agreement, Some(Agreement::Same | Agreement::Rounder))
}

/// The direction of a change is known from elsewhere, so its sign does not count.
fn agreement(quantity: &Quantity, statistic: &Statistic, value: &Quantity) -> Agreement {
    let is_change = statistic.change.is_some() || statistic.direction.is_some();
    if is_change { quantity.agrees_ignoring_sign(value) } else { quantity.agrees(value) }
}

/// How a printed quantity differs from the statistic's `value`; `None` when it agrees or is rounder.
#[must_use]
pub fn difference(quantity: &Quantity, statistic: &Statistic, value: &Quantity) -> Option<String> {
    let agreement = agreement(quantity, statistic, value);
    let (said, stated) = (quantity.printed(), &statistic.printed);
    // An author's own precision may be wider than the printed text says; that text is right all the same.
    if said == stated {
        return None;
    }
    match agreement {
        Agreement::Same | Agreement::Rounder => None,
        Agreement::MorePrecise => {
            Some(format!("`{said}` is more precise than the statistic, which says `{stated}`"))
        }
        Agreement::UnitDiffers => {
            Some(format!("`{said}` is in another unit than the statistic, which says `{stated}`"))
        }
        Agreement::Differs => Some(format!("`{said}` is printed here, but the statistic says `{stated}`")),
    }
}
