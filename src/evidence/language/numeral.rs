//! Numbers in digits with the signs of a language: `1.234,5` in German is `1,234.5`.
//!
//! Digits that are grouped by spaces or apostrophes are the same in every language, and dates and versions are no numerals:
//! what is not certainly a numeral stays as it stands.

use crate::config::Numerals;

/// What a run of digits, points and commas is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Numeral {
    /// The same in English.
    Plain(String),
    /// Two numbers can be meant: the one of the language first, in English, and both as they are written in the language.
    Either(String, [String; 2]),
    /// It is written as in another language: in English, and how it is written in this one.
    Foreign(String, String),
    /// No numeral, or the same in English.
    AsItStands,
}

/// The length of the digits, points and commas at the start of a text; what ends a sentence is no part of them.
pub(super) fn length(text: &str) -> usize {
    let run = text
        .find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ',')))
        .unwrap_or(text.len());
    text[..run].trim_end_matches(['.', ',']).len()
}

/// What such a run is. `is_grouped` says that digits in groups go before it, apart by a space.
pub(super) fn read(run: &str, numerals: Numerals, is_grouped: bool) -> Numeral {
    let (points, commas) = (run.matches('.').count(), run.matches(',').count());
    if matches!(numerals, Numerals::Point | Numerals::Unknown) || points + commas == 0 {
        return Numeral::AsItStands;
    }
    let (whole, part) = run.rsplit_once([',', '.']).unwrap_or((run, ""));
    let is_three = part.len() == 3 && is_group(whole) && !is_grouped;
    match (points, commas) {
        (0, 1) if is_three => {
            let ways = [thousands(whole, part, numerals), format!("{run}0")];
            Numeral::Either(format!("{whole}.{part}"), ways)
        }
        (0, 1) => Numeral::Plain(format!("{whole}.{part}")),
        (1, 0) if is_three && numerals == Numerals::CommaAndSpace => {
            let ways = [thousands(whole, part, numerals), format!("{whole},{part}0")];
            Numeral::Either(format!("{whole},{part}"), ways)
        }
        (1, 0) if is_three => Numeral::Plain(run.replace('.', ",")),
        (1, 0) => Numeral::Foreign(run.to_owned(), run.replace('.', ",")),
        (_, 0) if is_in_threes(run, '.') => Numeral::Plain(run.replace('.', ",")),
        (_, 1) if run.ends_with(part) && is_in_threes(whole, '.') => {
            Numeral::Plain(format!("{}.{part}", whole.replace('.', ",")))
        }
        (0, _) if is_in_threes(run, ',') => Numeral::Foreign(run.to_owned(), regrouped(run, numerals)),
        (1, _) if is_in_threes(whole, ',') => {
            Numeral::Foreign(run.to_owned(), format!("{},{part}", regrouped(whole, numerals)))
        }
        _ => Numeral::AsItStands,
    }
}

/// An English numeral as a language writes it.
pub(super) fn in_language(english: &str, numerals: Numerals) -> String {
    match numerals {
        Numerals::Point | Numerals::Unknown => english.to_owned(),
        Numerals::Comma | Numerals::CommaAndSpace => {
            let (whole, part) =
                english.split_once('.').map_or((english, None), |(whole, part)| (whole, Some(part)));
            let whole = regrouped(whole, numerals);
            part.map_or(whole.clone(), |part| format!("{whole},{part}"))
        }
    }
}

fn thousands(whole: &str, part: &str, numerals: Numerals) -> String {
    regrouped(&format!("{whole},{part}"), numerals)
}

/// Groups of digits with the sign of a language between them.
fn regrouped(english: &str, numerals: Numerals) -> String {
    english.replace(',', if numerals == Numerals::CommaAndSpace { " " } else { "." })
}

/// One to three digits that are no nought alone.
fn is_group(digits: &str) -> bool {
    (1..=3).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_in_threes(run: &str, sign: char) -> bool {
    let mut groups = run.split(sign);
    groups.next().is_some_and(is_group)
        && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Numeral, in_language, read};
    use crate::config::Numerals;

    #[test]
    fn numerals_by_language() {
        let plain = |text: &str| Numeral::Plain(text.to_owned());
        for (typed, wanted) in [
            ("1.234", plain("1,234")),
            ("12,5", plain("12.5")),
            ("0,234", plain("0.234")),
            ("1.234,56", plain("1,234.56")),
            ("1.234.567", plain("1,234,567")),
            ("1,234", Numeral::Either("1.234".into(), ["1.234".into(), "1,2340".into()])),
            ("12.5", Numeral::Foreign("12.5".into(), "12,5".into())),
            ("0.123", Numeral::Foreign("0.123".into(), "0,123".into())),
            ("1,234.5", Numeral::Foreign("1,234.5".into(), "1.234,5".into())),
            ("1,234,567", Numeral::Foreign("1,234,567".into(), "1.234.567".into())),
            ("31.03.2024", Numeral::AsItStands),
            ("1234", Numeral::AsItStands),
        ] {
            assert_eq!(read(typed, Numerals::Comma, false), wanted, "{typed}");
        }
        let asked = Numeral::Either("1,234".into(), ["1 234".into(), "1,2340".into()]);
        assert_eq!(read("1.234", Numerals::CommaAndSpace, false), asked);
        assert_eq!(read("234,567", Numerals::CommaAndSpace, true), plain("234.567"));
        assert_eq!(read("1,234", Numerals::Point, false), Numeral::AsItStands);
        assert_eq!(in_language("1,234.5", Numerals::Comma), "1.234,5");
        assert_eq!(in_language("1,234.5", Numerals::CommaAndSpace), "1 234,5");
    }
}
