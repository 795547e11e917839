//! Forms of a value that is typed alone, and would be guessed at in a running text: `21 of 27 studies`, `4.2 ± 0.3`; and
//! those that can be read in two ways, which are asked back: `1.83 m`, `1.000`.

use super::amount::{Amount, NumberForm};
use super::range::{self, Range};
use super::{QuantityError, measure, number, scale, share, symbol};
use crate::evidence::reader::Reader;
use crate::evidence::unit::Unit;
use rust_decimal::Decimal;

/// Reads `halved`, which is a multiple below one.
pub(super) fn halved(reader: &mut Reader) -> Option<Amount> {
    let is_half = ["halved", "halving", "halves", "half as many", "half as much", "half as likely"];
    let found = is_half.iter().any(|phrase| reader.eat_phrase(phrase));
    let half = Amount {
        shown: Decimal::new(5, 1),
        places: 1,
        multiplier: None,
        unit: Some(Unit::Times),
        form: NumberForm::Multiple,
    };
    found.then_some(half)
}

/// Reads `×`, `a factor of` before a number, which is then a multiple.
pub(super) fn times(reader: &mut Reader) -> bool {
    let mut ahead = *reader;
    ahead.skip_space();
    let is_sign = ahead.eat('×') || ahead.eat('x') && ahead.peek().is_some_and(|next| next.is_ascii_digit());
    if is_sign {
        *reader = ahead;
    }
    is_sign || ["by a factor of", "a factor of", "factor of"].iter().any(|phrase| reader.eat_phrase(phrase))
}

/// Reads the end of a range whose unit stands at both ends: `3 kg to 5 kg`.
pub(super) fn both_ends(first: &Amount, between: bool, reader: &mut Reader, printed: &str) -> Option<Range> {
    let mut ahead = *reader;
    ahead.skip_space();
    let rest = ahead.rest();
    let name = |text: &str| text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let length =
        symbol::read(rest).or_else(|| Some(name(rest)).filter(|end| measure::is_unit(&rest[..*end])))?;
    let unit = &rest[..length];
    ahead.advance(length);
    let range = range::read(*first, between, &mut ahead, printed).ok().flatten()?;
    ahead.rest().trim_start().starts_with(unit).then(|| {
        *reader = ahead;
        range
    })
}

/// Reads `of 27`, `of the 27` behind a whole number, which is then a share.
pub(super) fn share_of(amount: &Amount, reader: &mut Reader) -> Option<Amount> {
    let mut ahead = *reader;
    let is_whole = amount.unit.is_none() && amount.multiplier.is_none() && amount.places == 0;
    if !is_whole || !ahead.eat_word("of") {
        return None;
    }
    let _ = ahead.eat_word("the") || ahead.eat_word("all");
    let of = share::denominator(&mut ahead).ok().flatten().filter(|of| *of >= amount.shown)?;
    let percent = share::percent(amount.shown, of)?;
    *reader = ahead;
    Some(Amount {
        shown: percent,
        places: 0,
        multiplier: None,
        unit: Some(Unit::Percent),
        form: NumberForm::Fraction,
    })
}

/// Reads `± 0.3`, `+/- 0.3`: how far the number may be off.
pub(super) fn margin(reader: &mut Reader) -> Option<(Decimal, Option<Unit>)> {
    let mut ahead = *reader;
    ahead.skip_space();
    let is_bracketed = ahead.eat('(');
    let is_margin = ["±", "+/-", "+/−"].iter().any(|sign| ahead.eat_text(sign));
    ahead.skip_space();
    let margin = is_margin.then(|| number::digits(&mut ahead).ok().flatten()).flatten()?;
    let unit = Unit::read_suffix(&mut ahead).ok().flatten();
    if is_bracketed && !ahead.eat(')') {
        return None;
    }
    *reader = ahead;
    Some((margin.value, unit))
}

/// A number by another, which can be a share of things or a part of a scale: `9/15`, `7.4/10`.
pub(super) fn by(printed: &str) -> Option<[String; 2]> {
    let (number, of) = printed.split_once('/')?;
    let decimal = |text: &str| text.trim().parse::<Decimal>().ok();
    let share =
        share::percent(decimal(number)?, decimal(of)?).filter(|share| *share <= Decimal::ONE_HUNDRED)?;
    Some([format!("{} out of {}", number.trim(), of.trim()), format!("{}%", share.round_dp(1).normalize())])
}

/// Asks back where a bare number can be two.
pub(super) fn check(printed: &str, unit: Unit) -> Result<(), QuantityError> {
    if unit != Unit::Count {
        return Ok(());
    }
    apart(printed)
        .or_else(|| noughts(printed))
        .or_else(|| doubled(printed))
        .map_or(Ok(()), |ways| Err(QuantityError::Either(printed.to_owned(), ways)))
}

/// A letter apart from its digits is a scale or a unit: `1.83 m`.
fn apart(printed: &str) -> Option<[String; 2]> {
    let (before, behind) = printed.split_once(|letter: char| letter.is_whitespace())?;
    let letter = behind.split_whitespace().next()?;
    let meanings =
        scale::meanings(letter).filter(|_| before.ends_with(|last: char| last.is_ascii_digit()))?;
    Some(meanings.map(|meaning| format!("{before} {meaning}")))
}

/// `3 MM`: millions in finance, and millimetres.
fn doubled(printed: &str) -> Option<[String; 2]> {
    let number = printed.strip_suffix("MM")?.trim_end();
    number
        .ends_with(|last: char| last.is_ascii_digit())
        .then(|| ["million", "mm"].map(|meaning| format!("{number} {meaning}")))
}

/// A point before three digits, which are thousands in most languages but English.
pub(super) fn thousands(printed: &str) -> Option<QuantityError> {
    let is_end = |letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ','));
    let mut numerals = printed.split(is_end).filter(|numeral| !numeral.is_empty());
    let numeral = numerals.find(|numeral| {
        let three = numeral
            .rsplit_once('.')
            .filter(|(whole, part)| part.len() == 3 && (1..=3).contains(&whole.len()));
        three.is_some_and(|(whole, part)| {
            whole != "0" && [whole, part].concat().bytes().all(|byte| byte.is_ascii_digit())
        })
    })?;
    let ways = [numeral.replace('.', ","), format!("{numeral}0")];
    Some(QuantityError::Either(printed.to_owned(), ways.map(|way| printed.replacen(numeral, &way, 1))))
}

/// Three noughts behind a point are decimals in English and thousands elsewhere: `1.000`.
fn noughts(printed: &str) -> Option<[String; 2]> {
    let whole = printed.strip_suffix(".000")?;
    let is_whole = (1..=3).contains(&whole.len()) && whole.bytes().all(|byte| byte.is_ascii_digit());
    is_whole.then(|| [format!("{whole},000"), format!("{whole}.00")])
}
