//! Whether a printed number says what a statistic says: for numbers bound in prose, and for tellings.

use super::beside::{SeenBeside, seen};
use super::{duration, elided, halved, unsigned, worded};
use crate::config::Language;
use crate::document::prose::{BOUND_MARK, Beside};
use crate::evidence::language::{Mode, Plain};
use crate::evidence::quantity::scan::scan;
use crate::evidence::quantity::{Agreement, Quantity, measure};
use crate::evidence::record::{Direction, Statistic};
use crate::evidence::unit::Unit;

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

/// Judges a text that is bound to a statistic, with what a reader sees beside it. In another language than English it is
/// judged as plain English, and told of as it was typed.
#[must_use]
pub fn judge(text: &str, beside: Option<&Beside>, statistic: &Statistic, language: Language) -> Binding {
    let is_printed = text == statistic.printed;
    if !language.has_own_words() {
        return in_english(text, beside, statistic, is_printed);
    }
    let doubtful = Quantity::parse_in(text, language).err().filter(|error| !error.ways_out().is_empty());
    if let Some(error) = doubtful {
        let help = error.help().unwrap_or_default();
        return Binding::Wrong(format!("a bound text is one quantity and no more: {error}; {help}"));
    }
    let Ok(said) = Plain::of(text, language, Mode::Running) else {
        return in_english(text, beside, statistic, is_printed);
    };
    let english = |typed: &str| {
        Plain::of(typed, language, Mode::Running).map_or_else(|_| typed.to_owned(), |plain| plain.text)
    };
    let around = beside.map(|beside| Beside {
        before: english(&beside.before).into(),
        after: english(&beside.after).into(),
    });
    match in_english(&said.text, around.as_ref(), statistic, is_printed) {
        Binding::Wrong(how) => Binding::Wrong(as_typed(&said.told(&how), text, beside, language)),
        binding @ (Binding::Words | Binding::Agrees) => binding,
    }
}

/// A message about a bound text and what stands beside it, in the words that readers see there.
fn as_typed(how: &str, text: &str, beside: Option<&Beside>, language: Language) -> String {
    let Some(beside) = beside else { return how.to_owned() };
    let line = [&*beside.before, text, &*beside.after].concat().replace(BOUND_MARK, "");
    Plain::of(&line, language, Mode::Running).map_or_else(|_| how.to_owned(), |plain| plain.told(how))
}

fn in_english(text: &str, beside: Option<&Beside>, statistic: &Statistic, is_printed: bool) -> Binding {
    let Some(value) = statistic.value.as_ref() else { return Binding::Agrees };
    if is_same_length(text, beside, value) {
        return Binding::Agrees;
    }
    let seen = beside.map_or(SeenBeside::Alone, |beside| seen(text, beside, value.unit));
    match seen {
        SeenBeside::Alone if is_printed => noun_behind(text, beside, value),
        SeenBeside::Alone => match alone(text, beside, statistic, value) {
            Binding::Agrees => noun_behind(text, beside, value),
            judged => judged,
        },
        SeenBeside::Whole(quantity) if is_range_of_one(&quantity, value) => {
            let (said, stated) = (quantity.printed(), &statistic.printed);
            Binding::Wrong(format!("readers see the range `{said}` here, but the statistic says `{stated}`"))
        }
        // Points of a scale are what a number without a unit counts.
        SeenBeside::Whole(quantity) if is_of_scale(&quantity, value) => alone(text, beside, statistic, value),
        SeenBeside::Whole(quantity) => of_quantity(&quantity, statistic, value),
        SeenBeside::Glued(whole) => Binding::Wrong(format!(
            "readers see `{whole}` here, which is no figure; the statistic says `{}`",
            statistic.printed
        )),
    }
}

/// Whether it is the stated length of time in another unit, which may stand behind the link; what bounds or multiplies it is
/// read elsewhere.
fn is_same_length(text: &str, beside: Option<&Beside>, value: &Quantity) -> bool {
    let Some(stated) = value.noun.as_deref().filter(|noun| measure::length(noun).is_some()) else {
        return false;
    };
    let behind = || beside.map_or("", |beside| &*beside.after).split(|mark: char| !mark.is_alphabetic());
    let noun = behind().find(|word| !word.is_empty()).unwrap_or_default();
    let is_bare = text.chars().all(|mark| mark.is_ascii_digit() || mark == '.');
    let whole = if is_bare { format!("{text} {noun}") } else { text.to_owned() };
    let is_alone = beside.is_none_or(|beside| matches!(seen(text, beside, value.unit), SeenBeside::Alone));
    let is_other = is_bare || !text.ends_with(stated);
    is_other && duration::is_same(&whole, value) && is_alone
}

fn is_of_scale(quantity: &Quantity, value: &Quantity) -> bool {
    let last = quantity.printed().rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_plain = matches!(last, "point" | "points" | "pts") && !quantity.printed().contains("per");
    is_plain && quantity.unit == Unit::Points && value.unit == Unit::Count
}

/// Whether it is a range, which a single value has no ends for.
fn is_range_of_one(quantity: &Quantity, value: &Quantity) -> bool {
    quantity.range && !value.range
}

fn of_quantity(quantity: &Quantity, statistic: &Statistic, value: &Quantity) -> Binding {
    if is_range_of_one(quantity, value) {
        let (said, stated) = (quantity.printed(), &statistic.printed);
        return Binding::Wrong(format!("`{said}` is a range, and the statistic is one value, `{stated}`"));
    }
    difference(quantity, statistic, value).map_or(Binding::Agrees, Binding::Wrong)
}

/// Judges a text that stands for itself. A figure that is found among words is read like any.
fn alone(text: &str, beside: Option<&Beside>, statistic: &Statistic, value: &Quantity) -> Binding {
    let text = &worded::unhyphened(text);
    match Quantity::parse(text) {
        Ok(quantity) if !quantity.range && unsigned::is_said(&quantity, value, beside) => Binding::Agrees,
        Ok(quantity) => of_quantity(&elided::completed(quantity, beside, value), statistic, value),
        Err(error) if text.contains(char::is_numeric) => match &figures(text)[..] {
            [only] if worded::is_change(text, only.printed(), statistic) => of_change(only, statistic, value),
            _ => Binding::Wrong(format!("a bound text is one quantity and no more: {error}")),
        },
        Err(_) if halved::is_said(text) => halved::judge(statistic, value),
        Err(_) => match &figures(text)[..] {
            [] => Binding::Words,
            [only] => of_quantity(only, statistic, value),
            [..] => Binding::Wrong("a bound text is one quantity and no more: found two numbers".to_owned()),
        },
    }
}

/// A change whose words stand in for its sign.
fn of_change(quantity: &Quantity, statistic: &Statistic, value: &Quantity) -> Binding {
    match quantity.magnitude().agrees(&value.magnitude()) {
        Agreement::Same | Agreement::Rounder if quantity.range == value.range => Binding::Agrees,
        _ => of_quantity(quantity, statistic, value),
    }
}

/// The figures in words among others. `one of the highest` and `half-open` are none, and the ends of a range are told with it.
fn figures(text: &str) -> Vec<Quantity> {
    let mut figures: Vec<Quantity> = Vec::new();
    for one in scan(text) {
        let is_pronoun = one.quantity.printed().eq_ignore_ascii_case("one");
        let is_end = figures.last().is_some_and(|last| last.range && last.printed == one.quantity.printed);
        let is_compound = text[one.span.end..].starts_with('-');
        if !is_pronoun && !is_end && !is_compound {
            figures.push(one.quantity);
        }
    }
    figures
}

/// Whether the noun behind a number is another measure than the statistic's, days for weeks, or one that the bound text has
/// already.
fn noun_behind(text: &str, beside: Option<&Beside>, value: &Quantity) -> Binding {
    let behind =
        beside.map_or("", |beside| beside.after.trim_start_matches([' ', '\u{a0}', '-', '\u{2011}']));
    let noun = behind.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let is_there = |stated: &str| !stated.is_empty() && text.ends_with(stated);
    match value.noun.as_deref() {
        Some(stated) if is_there(stated) && (noun == stated || measure::are_one(noun, stated)) => {
            Binding::Wrong(format!("readers see `{text} {noun}` here, with the unit twice"))
        }
        Some(stated) if measure::differ(noun, stated) => Binding::Wrong(format!(
            "`{noun}` stands behind the number, but the statistic says `{}`",
            value.printed
        )),
        Some(_) | None => Binding::Agrees,
    }
}

/// Whether the statistic's own text can stand where `text` does without another word being changed: both are in the
/// same unit, both or neither begin with a word such as `over`, or with a sign, and no noun of the text would be lost.
#[must_use]
pub fn can_replace(text: &str, statistic: &Statistic, language: Language) -> bool {
    let (Ok(quantity), Some(value)) = (Quantity::parse_in(text, language), &statistic.value) else {
        return false;
    };
    let is_told_more = quantity.noun.is_some() && value.noun.is_none();
    !is_told_more
        && quantity.agrees(value) != Agreement::UnitDiffers
        && beginning(text) == beginning(&statistic.printed)
}

/// What of the statistic's own text belongs in the place of `text`: all of it, or its number where `text` has no noun, which
/// then stands behind.
#[must_use]
pub fn in_its_place<'s>(text: &str, statistic: &'s Statistic, language: Language) -> &'s str {
    let noun = statistic.value.as_ref().and_then(|value| value.noun.as_deref());
    let is_bare = Quantity::parse_in(text, language).is_ok_and(|quantity| quantity.noun.is_none());
    let number = noun.filter(|_| is_bare).and_then(|noun| statistic.printed.strip_suffix(noun));
    number.map_or(&*statistic.printed, str::trim_end)
}

#[derive(PartialEq, Eq)]
enum QuantityBeginning {
    Word,
    Sign,
    Number,
}

fn beginning(text: &str) -> QuantityBeginning {
    match text.chars().next() {
        Some(first) if first.is_alphabetic() => QuantityBeginning::Word,
        Some('+' | '-' | '−' | '–') => QuantityBeginning::Sign,
        _ => QuantityBeginning::Number,
    }
}

/// Whether a quantity may be bound to a statistic.
#[must_use]
pub fn fits(quantity: &Quantity, statistic: &Statistic) -> bool {
    let agreement = statistic.value.as_ref().map(|value| agreement(quantity, statistic, value));
    matches!(agreement, Some(Agreement::Same | Agreement::Rounder))
}

/// The direction of a change is known from elsewhere, so its sign may be left to the words around it; a wrong sign may not
/// be printed.
fn agreement(quantity: &Quantity, statistic: &Statistic, value: &Quantity) -> Agreement {
    let is_change = statistic.change.is_some() || statistic.direction.is_some();
    if !is_change {
        return quantity.agrees(value);
    }
    let goes = |quantity: &Quantity| match beginning(&quantity.printed) {
        _ if quantity.printed.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("plus")) => {
            Some(Direction::Up)
        }
        _ if quantity.printed.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("minus")) => {
            Some(Direction::Down)
        }
        QuantityBeginning::Sign if quantity.printed.starts_with('+') => Some(Direction::Up),
        QuantityBeginning::Sign => Some(Direction::Down),
        QuantityBeginning::Word | QuantityBeginning::Number => None,
    };
    let stated = goes(value).or(statistic.direction);
    match goes(quantity).zip(stated) {
        Some((said, stated)) if said != stated => Agreement::Differs,
        Some(_) | None => quantity.agrees_ignoring_sign(value),
    }
}

/// How a printed quantity differs from the statistic's `value`; `None` when it agrees or is rounder.
#[must_use]
pub fn difference(quantity: &Quantity, statistic: &Statistic, value: &Quantity) -> Option<String> {
    let agreement = agreement(quantity, statistic, value);
    let (said, stated) = (quantity.printed(), &statistic.printed);
    let nouns = quantity.noun.as_deref().zip(value.noun.as_deref());
    if nouns.is_some_and(|(said, stated)| measure::differ(said, stated)) {
        return Some(format!("`{said}` is in another unit than the statistic, which says `{stated}`"));
    }
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
