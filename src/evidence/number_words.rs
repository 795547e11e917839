//! English number words: cardinals, fractions, multiples and vague plurals.
//!
//! Cardinals go up to `nine hundred and ninety-nine thousand …`; larger scale
//! words (`million`) are multipliers and belong to the amount. It deliberately
//! reads no ordinals (`third` counts only as a denominator) and no digits.

use crate::evidence::reader::Reader;

mod parts;

pub(crate) use parts::{fraction, multiple, vague};

#[rustfmt::skip]
const SMALL: [&str; 20] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A cardinal in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cardinal {
    /// The number.
    pub value: u32,
    /// Whether `thousand` was its last word, so that it is a rounded figure.
    pub round_thousand: bool,
}

/// Reads a cardinal (`twelve`, `one hundred and fifty-two`, `two thousand`).
/// `a` counts as one before `hundred`, `thousand` or a larger scale word.
pub(crate) fn cardinal(reader: &mut Reader) -> Option<Cardinal> {
    let mut ahead = *reader;
    if ahead.eat_phrase("a dozen") {
        *reader = ahead;
        return Some(Cardinal { value: 12, round_thousand: false });
    }
    let lead = below_thousand(&mut ahead)?;
    let mut found = Cardinal { value: lead, round_thousand: false };
    if ahead.eat_word("thousand") {
        found = thousands(lead, &mut ahead);
    }
    *reader = ahead;
    Some(found)
}

/// A number below a million in words, which `cardinal` reads again; others in digits.
pub(crate) fn written(value: u32) -> String {
    let small = |value: u32| SMALL.get(value as usize).map(|word| (*word).to_owned());
    let after = |rest: u32, joint: &str| match rest {
        0 => String::new(),
        _ => format!("{joint}{}", written(rest)),
    };
    match value {
        0..20 => small(value).unwrap_or_default(),
        20..100 => {
            let tens = TENS.get((value / 10 - 2) as usize).copied().unwrap_or_default();
            format!("{tens}{}", after(value % 10, "-"))
        }
        100..1_000 => format!("{} hundred{}", written(value / 100), after(value % 100, " and ")),
        1_000..1_000_000 => {
            let joint = if value % 1_000 < 100 { " and " } else { " " };
            format!("{} thousand{}", written(value / 1_000), after(value % 1_000, joint))
        }
        _ => value.to_string(),
    }
}

fn thousands(lead: u32, reader: &mut Reader) -> Cardinal {
    let mut ahead = *reader;
    let joined = ahead.eat_word("and");
    let tail = if joined { below_hundred(&mut ahead) } else { below_thousand(&mut ahead) };
    match tail.filter(|_| !is_scale(ahead.next_word())) {
        Some(tail) => {
            *reader = ahead;
            Cardinal { value: lead * 1_000 + tail, round_thousand: false }
        }
        None => Cardinal { value: lead * 1_000, round_thousand: true },
    }
}

/// Reads `and a half`, `-and-three-quarters` behind a cardinal, as numerator and denominator.
pub(crate) fn and_part(reader: &mut Reader) -> Option<(u32, u32)> {
    let mut ahead = *reader;
    let is_joined = ahead.eat_joint() && ahead.eat_word("and") && ahead.eat_joint();
    let part = is_joined.then(|| fraction(&mut ahead)).flatten().filter(|(part, whole)| part < whole)?;
    *reader = ahead;
    Some(part)
}

fn below_thousand(reader: &mut Reader) -> Option<u32> {
    let mut ahead = *reader;
    let article = ahead.eat_word("a");
    let lead = if article { 1 } else { below_hundred(&mut ahead)? };
    if article && !is_scale(ahead.next_word()) {
        return None;
    }
    let total = if ahead.eat_word("hundred") { hundreds(lead, &mut ahead) } else { lead };
    *reader = ahead;
    Some(total)
}

fn hundreds(lead: u32, reader: &mut Reader) -> u32 {
    let mut ahead = *reader;
    ahead.eat_word("and");
    let tail = below_hundred(&mut ahead);
    // `between one hundred and two hundred`: the tail begins another number.
    match tail.filter(|_| !ahead.next_word().eq_ignore_ascii_case("hundred")) {
        Some(tail) => {
            *reader = ahead;
            lead * 100 + tail
        }
        None => lead * 100,
    }
}

fn below_hundred(reader: &mut Reader) -> Option<u32> {
    reader.skip_space();
    let word = reader.word();
    if let Some(small) = (0..).zip(SMALL).find(|(_, name)| word.eq_ignore_ascii_case(name)) {
        reader.advance(word.len());
        return Some(small.0);
    }
    let (index, _) = (2..).zip(TENS).find(|(_, name)| word.eq_ignore_ascii_case(name))?;
    reader.advance(word.len());
    let mut ahead = *reader;
    if ahead.eat_joint() {
        let unit = ahead.word();
        let units = (1..).zip(&SMALL[1..10]);
        if let Some((value, _)) = { units }.find(|(_, name)| unit.eq_ignore_ascii_case(name)) {
            ahead.advance(unit.len());
            *reader = ahead;
            return Some(index * 10 + value);
        }
    }
    Some(index * 10)
}

fn is_scale(word: &str) -> bool {
    ["hundred", "thousand", "million", "billion", "trillion"]
        .iter()
        .any(|scale| word.eq_ignore_ascii_case(scale))
}

#[cfg(test)]
mod tests {
    use super::{Cardinal, cardinal, written};
    use crate::evidence::reader::Reader;

    #[test]
    fn what_is_written_is_read_again() {
        for value in (0..1_200).chain([2_000, 2_005, 2_500, 99_999, 999_999]) {
            let text = written(value);
            let mut reader = Reader::new(&text);
            let found = cardinal(&mut reader).map(|found| found.value);
            assert_eq!((found, reader.rest()), (Some(value), ""), "{text}");
        }
    }

    #[test]
    fn cardinals() {
        for (text, value, rest) in [
            ("twelve", 12, ""),
            ("Twenty-one", 21, ""),
            ("twenty children", 20, " children"),
            ("one hundred and fifty-two", 152, ""),
            ("a hundred", 100, ""),
            ("two thousand and five", 2_005, ""),
            ("two thousand five hundred", 2_500, ""),
            ("a million", 1, " million"),
            ("one hundred and two hundred", 100, " and two hundred"),
            ("a dozen", 12, ""),
        ] {
            let mut reader = Reader::new(text);
            let found = cardinal(&mut reader).map(|found| found.value);
            assert_eq!((found, reader.rest()), (Some(value), rest), "{text}");
        }
        let round = Cardinal { value: 2_000, round_thousand: true };
        assert_eq!(cardinal(&mut Reader::new("two thousand")), Some(round));
        assert_eq!(cardinal(&mut Reader::new("a child")), None);
    }
}
