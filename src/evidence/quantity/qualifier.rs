//! Words that loosen or bound a number: `over`, `nearly`, `about`, `up to`.
//!
//! The widths are conventions of this program, stated on each variant. It
//! deliberately reads nothing but the words before the number and `or more`,
//! `or fewer` after it.

use crate::evidence::interval::{Interval, IntervalEnd};
use crate::evidence::reader::Reader;
use crate::evidence::unit::Unit;
use rust_decimal::Decimal;

/// How the printed words bound the number `x` after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// The number alone: as wide as its rounding.
    Plain,
    /// `over x`: above `x`, without limit.
    Over,
    /// `at least x`: `x` or above, without limit.
    AtLeast,
    /// `under x`: below `x`; from zero for a positive `x` that is not in points.
    Under,
    /// `up to x`: `x` or below; from zero as for `Under`.
    UpTo,
    /// `nearly x`: from 95% of `x`, or from where `x` in words begins, up to but without `x`.
    Nearly,
    /// `just over x`: above `x` up to and with 105% of it, or to where `x` in words ends.
    JustOver,
    /// `about x`: within 10% of `x`, and never narrower than `x` alone.
    About,
}

/// Phrases before a number; `just over` is tried before a lone `just`.
const PHRASES: [(&str, Qualifier); 118] = [
    ("over", Qualifier::Over),
    ("more than", Qualifier::Over),
    ("greater than", Qualifier::Over),
    ("higher than", Qualifier::Over),
    ("above", Qualifier::Over),
    ("in excess of", Qualifier::Over),
    ("exceeding", Qualifier::Over),
    ("well over", Qualifier::Over),
    ("upwards of", Qualifier::Over),
    ("upward of", Qualifier::Over),
    ("larger than", Qualifier::Over),
    ("bigger than", Qualifier::Over),
    ("longer than", Qualifier::Over),
    ("older than", Qualifier::Over),
    ("beyond", Qualifier::Over),
    ("surpassing", Qualifier::Over),
    ("north of", Qualifier::Over),
    ("topping", Qualifier::Over),
    ("comfortably over", Qualifier::Over),
    ("at least", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    ("no fewer than", Qualifier::AtLeast),
    ("a minimum of", Qualifier::AtLeast),
    ("not less than", Qualifier::AtLeast),
    ("not fewer than", Qualifier::AtLeast),
    ("not under", Qualifier::AtLeast),
    ("no lower than", Qualifier::AtLeast),
    ("minimum of", Qualifier::AtLeast),
    ("at the least", Qualifier::AtLeast),
    ("at the very least", Qualifier::AtLeast),
    ("at minimum", Qualifier::AtLeast),
    ("no smaller than", Qualifier::AtLeast),
    ("under", Qualifier::Under),
    ("less than", Qualifier::Under),
    ("fewer than", Qualifier::Under),
    ("lower than", Qualifier::Under),
    ("below", Qualifier::Under),
    ("well under", Qualifier::Under),
    ("well below", Qualifier::Under),
    ("smaller than", Qualifier::Under),
    ("shorter than", Qualifier::Under),
    ("younger than", Qualifier::Under),
    ("well short of", Qualifier::Under),
    ("up to", Qualifier::UpTo),
    ("at most", Qualifier::UpTo),
    ("no more than", Qualifier::UpTo),
    ("not more than", Qualifier::UpTo),
    ("as many as", Qualifier::UpTo),
    ("as much as", Qualifier::UpTo),
    ("a maximum of", Qualifier::UpTo),
    ("no higher than", Qualifier::UpTo),
    ("not over", Qualifier::UpTo),
    ("maximum of", Qualifier::UpTo),
    ("at the most", Qualifier::UpTo),
    ("not exceeding", Qualifier::UpTo),
    ("no greater than", Qualifier::UpTo),
    ("not greater than", Qualifier::UpTo),
    ("no larger than", Qualifier::UpTo),
    ("nearly", Qualifier::Nearly),
    ("almost", Qualifier::Nearly),
    ("just under", Qualifier::Nearly),
    ("just below", Qualifier::Nearly),
    ("just less than", Qualifier::Nearly),
    ("slightly under", Qualifier::Nearly),
    ("slightly less than", Qualifier::Nearly),
    ("a little under", Qualifier::Nearly),
    ("a little less than", Qualifier::Nearly),
    ("a little below", Qualifier::Nearly),
    ("approaching", Qualifier::Nearly),
    ("not quite", Qualifier::Nearly),
    ("close on", Qualifier::Nearly),
    ("getting on for", Qualifier::Nearly),
    ("just short of", Qualifier::Nearly),
    ("a shade under", Qualifier::Nearly),
    ("marginally under", Qualifier::Nearly),
    ("marginally below", Qualifier::Nearly),
    ("a fraction under", Qualifier::Nearly),
    ("a fraction below", Qualifier::Nearly),
    ("nearing", Qualifier::Nearly),
    ("slightly below", Qualifier::Nearly),
    ("a little short of", Qualifier::Nearly),
    ("virtually", Qualifier::Nearly),
    ("just over", Qualifier::JustOver),
    ("just above", Qualifier::JustOver),
    ("just more than", Qualifier::JustOver),
    ("slightly over", Qualifier::JustOver),
    ("slightly more than", Qualifier::JustOver),
    ("a little over", Qualifier::JustOver),
    ("a little more than", Qualifier::JustOver),
    ("a shade over", Qualifier::JustOver),
    ("marginally over", Qualifier::JustOver),
    ("marginally above", Qualifier::JustOver),
    ("a fraction over", Qualifier::JustOver),
    ("a fraction above", Qualifier::JustOver),
    ("slightly above", Qualifier::JustOver),
    ("a little above", Qualifier::JustOver),
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("roughly", Qualifier::About),
    ("approximately", Qualifier::About),
    ("approx", Qualifier::About),
    ("some", Qualifier::About),
    ("circa", Qualifier::About),
    ("ca", Qualifier::About),
    ("c", Qualifier::About),
    ("close to", Qualifier::About),
    ("in the region of", Qualifier::About),
    ("in the order of", Qualifier::About),
    ("of the order of", Qualifier::About),
    ("on the order of", Qualifier::About),
    ("somewhere around", Qualifier::About),
    ("something like", Qualifier::About),
    ("of around", Qualifier::About),
    ("of about", Qualifier::About),
    ("in the vicinity of", Qualifier::About),
    ("in the neighbourhood of", Qualifier::About),
    ("more or less", Qualifier::About),
    ("broadly", Qualifier::About),
];

const SYMBOLS: [(&str, Qualifier); 8] = [
    ("~", Qualifier::About),
    ("≈", Qualifier::About),
    (">=", Qualifier::AtLeast),
    ("≥", Qualifier::AtLeast),
    ("<=", Qualifier::UpTo),
    ("≤", Qualifier::UpTo),
    (">", Qualifier::Over),
    ("<", Qualifier::Under),
];

/// Words that may stand before a quantity without changing it.
#[rustfmt::skip]
const LEADS: [&str; 74] = [
    "a record high of", "a record low of", "an all-time high of", "a new high of", "a new low of", "a total of",
    "an average of", "a median of", "a mean of", "as low as", "as high as", "as few as", "as little as",
    "the equivalent of", "a high of", "a low of", "a peak of", "record high of", "record low of", "as long as",
    "as short as", "as large as", "as small as", "as far as", "a mere", "an estimated", "a further", "a record",
    "average of", "on average", "an average", "an additional", "a combined", "a staggering", "a projected",
    "a provisional", "an expected", "a whopping", "a massive", "equivalent to", "a full", "high of", "low of",
    "peak of", "a net", "an extra", "a typical", "a predicted", "a forecast", "an overall", "a mean", "a median",
    "the remaining", "a potential", "only", "just", "estimated", "another", "further", "record", "all", "exactly",
    "additional", "projected", "fully", "anything", "average", "net", "extra", "typically", "overall", "even",
    "still", "now",
];

/// Reads the qualifier before a number, skipping `only`, `just`, `a total of`.
pub(crate) fn read(reader: &mut Reader) -> Qualifier {
    while reader.peek().is_some_and(|next| !next.is_ascii_digit()) {
        if let Some(found) = symbol(reader).or_else(|| phrase(reader)) {
            return found;
        }
        let is_word = reader.peek().is_some_and(char::is_alphabetic);
        if !(is_word && LEADS.iter().any(|lead| reader.eat_phrase(lead))) {
            break;
        }
        reader.skip_space();
    }
    Qualifier::Plain
}

/// Reads `or more`, `or fewer` and the like after a number.
pub(crate) fn read_after(reader: &mut Reader) -> Option<Qualifier> {
    if !reader.next_word().eq_ignore_ascii_case("or") {
        return None;
    }
    if reader.eat_phrase("or so") || reader.eat_phrase("or thereabouts") {
        return Some(Qualifier::About);
    }
    let any = |reader: &mut Reader, phrases: &[&str]| phrases.iter().any(|p| reader.eat_phrase(p));
    if any(reader, &["or more", "or over", "or above", "or higher", "or greater", "or older"]) {
        Some(Qualifier::AtLeast)
    } else if any(reader, &["or fewer", "or less", "or under", "or below", "or lower", "or younger"]) {
        Some(Qualifier::UpTo)
    } else {
        None
    }
}

/// Reads what stands behind a number that is typed alone: `65+`, `16 and over`.
pub(crate) fn read_open(reader: &mut Reader) -> Option<Qualifier> {
    let mut ahead = *reader;
    if ahead.eat('+') {
        let is_end = !ahead.peek().is_some_and(|next| next.is_ascii_digit());
        *reader = if is_end { ahead } else { *reader };
        return is_end.then_some(Qualifier::AtLeast);
    }
    let any = |reader: &mut Reader, phrases: &[&str]| phrases.iter().any(|p| reader.eat_phrase(p));
    if any(reader, &["and over", "and above", "and older", "and more", "plus"]) {
        Some(Qualifier::AtLeast)
    } else if any(reader, &["and under", "and below", "and younger", "and fewer"]) {
        Some(Qualifier::UpTo)
    } else {
        None
    }
}

fn symbol(reader: &mut Reader) -> Option<Qualifier> {
    let found = SYMBOLS.iter().find(|(symbol, _)| reader.eat_text(symbol))?.1;
    reader.skip_space();
    Some(found)
}

fn phrase(reader: &mut Reader) -> Option<Qualifier> {
    if !reader.peek()?.is_ascii_alphabetic() {
        return None;
    }
    // `C$5` is Canadian.
    if reader.rest()[reader.word().len()..].starts_with('$') {
        return None;
    }
    let start = *reader;
    let found = PHRASES.iter().find(|(phrase, _)| reader.eat_phrase(phrase))?.1;
    // `under-18s` is a word.
    if reader.peek() == Some('-') {
        *reader = start;
        return None;
    }
    if found == Qualifier::About {
        reader.eat('.');
    }
    if found == Qualifier::AtLeast {
        // `for at least the last 8 years`; but `over the last 8 years` says when, not how many.
        let _ = reader.eat_phrase("the last") || reader.eat_phrase("the past");
    }
    reader.skip_space();
    Some(found)
}

impl Qualifier {
    /// The interval of `value` under this qualifier, where `plain` is the one the
    /// number has alone, and is `rough` when the number is a fraction or a multiple in words;
    /// `None` on overflow.
    pub(crate) fn interval(
        self,
        value: Decimal,
        (plain, rough): (Interval, bool),
        unit: Unit,
    ) -> Option<Interval> {
        let floor = if value.is_sign_negative() || !unit.starts_at_zero() {
            IntervalEnd::Unbounded
        } else {
            IntervalEnd::Closed(Decimal::ZERO)
        };
        let share = |percent: i64| value.checked_mul(Decimal::new(percent, 2));
        Some(match self {
            Qualifier::Plain => plain,
            Qualifier::Over => Interval { low: IntervalEnd::Open(value), high: IntervalEnd::Unbounded },
            Qualifier::AtLeast => Interval { low: IntervalEnd::Closed(value), high: IntervalEnd::Unbounded },
            Qualifier::Under if value.is_zero() => {
                Interval { low: IntervalEnd::Unbounded, high: IntervalEnd::Open(value) }
            }
            Qualifier::Under => Interval { low: floor, high: IntervalEnd::Open(value) },
            Qualifier::UpTo => Interval { low: floor, high: IntervalEnd::Closed(value) },
            _ if value.is_zero() => plain,
            Qualifier::Nearly => {
                let end = if value.is_sign_negative() { plain.high } else { plain.low };
                between(
                    IntervalEnd::Closed(farther(share(95)?, end.value().filter(|_| rough), value)),
                    IntervalEnd::Open(value),
                )
            }
            Qualifier::JustOver => {
                let end = if value.is_sign_negative() { plain.low } else { plain.high };
                between(
                    IntervalEnd::Open(value),
                    IntervalEnd::Closed(farther(share(105)?, end.value().filter(|_| rough), value)),
                )
            }
            Qualifier::About => {
                between(IntervalEnd::Closed(share(90)?), IntervalEnd::Open(share(110)?)).hull(&plain)
            }
        })
    }
}

/// The one of two numbers that is farther from `value`.
fn farther(one: Decimal, other: Option<Decimal>, value: Decimal) -> Decimal {
    other.filter(|other| (other - value).abs() > (one - value).abs()).unwrap_or(one)
}

/// The interval between two ends, given in order of magnitude.
fn between(near: IntervalEnd, far: IntervalEnd) -> Interval {
    if near.value() <= far.value() {
        Interval { low: near, high: far }
    } else {
        Interval { low: far, high: near }
    }
}

#[cfg(test)]
mod tests {
    use super::{PHRASES, Qualifier, read};
    use crate::evidence::reader::Reader;

    #[test]
    fn every_phrase_is_reached() {
        for (phrase, qualifier) in PHRASES {
            let text = format!("{phrase} 5");
            let mut reader = Reader::new(&text);
            assert_eq!((read(&mut reader), reader.rest()), (qualifier, "5"), "{phrase}");
        }
    }

    #[test]
    fn leads_and_symbols() {
        for (text, qualifier, rest) in [
            ("only 2%", Qualifier::Plain, "2%"),
            ("just 2%", Qualifier::Plain, "2%"),
            ("just over 2%", Qualifier::JustOver, "2%"),
            ("a total of over 5", Qualifier::Over, "5"),
            ("c. 40%", Qualifier::About, "40%"),
            ("~40%", Qualifier::About, "40%"),
            ("at least the last 8 years", Qualifier::AtLeast, "8 years"),
            ("≥ 40%", Qualifier::AtLeast, "40%"),
            ("a fifth", Qualifier::Plain, "a fifth"),
        ] {
            let mut reader = Reader::new(text);
            assert_eq!((read(&mut reader), reader.rest()), (qualifier, rest), "{text}");
        }
    }
}
