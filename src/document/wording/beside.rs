//! Which words and marks right beside a bound number may be a part of it. What they make of it is judged elsewhere.

/// Words before a number: signs, and the last words of what bounds or loosens it or joins it to another.
const BEFORE: [&str; 56] = [
    "by",
    "after",
    "against",
    "was",
    "twice",
    "thrice",
    "double",
    "treble",
    "triple",
    "quadruple",
    "but",
    "approaching",
    "quite",
    "close",
    "on",
    "for",
    "excess",
    "upwards",
    "in",
    "every",
    "minus",
    "plus",
    "negative",
    "over",
    "than",
    "above",
    "of",
    "exceeding",
    "least",
    "under",
    "below",
    "to",
    "most",
    "as",
    "many",
    "much",
    "nearly",
    "almost",
    "about",
    "around",
    "roughly",
    "approximately",
    "approx",
    "some",
    "circa",
    "ca",
    "c",
    "between",
    "from",
    "and",
    "only",
    "just",
    "mere",
    "GBP",
    "EUR",
    "USD",
];

/// Words behind a number: units, scales, measures, and what makes a share, a bound or a range of it.
const AFTER: [&str; 92] = [
    "per",
    "percent",
    "percentage",
    "pc",
    "pp",
    "ppt",
    "ppts",
    "point",
    "points",
    "pts",
    "times",
    "fold",
    "x",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "bn",
    "mn",
    "m",
    "k",
    "tn",
    "to",
    "in",
    "out",
    "or",
    "of",
    "a",
    "and",
    "pounds",
    "pound",
    "euros",
    "euro",
    "dollars",
    "dollar",
    "pence",
    "cents",
    "gbp",
    "eur",
    "usd",
    "second",
    "seconds",
    "secs",
    "minute",
    "minutes",
    "mins",
    "hour",
    "hours",
    "hrs",
    "day",
    "days",
    "week",
    "weeks",
    "fortnight",
    "fortnights",
    "month",
    "months",
    "year",
    "years",
    "mm",
    "cm",
    "metre",
    "metres",
    "km",
    "kilometre",
    "kilometres",
    "mile",
    "miles",
    "yards",
    "feet",
    "inches",
    "g",
    "kg",
    "gram",
    "grams",
    "kilogram",
    "kilograms",
    "tonne",
    "tonnes",
    "ton",
    "tons",
    "litre",
    "litres",
    "ml",
    "kwh",
    "mwh",
    "gwh",
    "twh",
    "mw",
    "gw",
    "hectares",
];

/// The most words in which what a rate is told of can begin: `[6.1] falls on wards per 1,000 bed days`.
const THINGS: usize = 6;

/// Whether what stands before a bound number or behind it may be a part of it.
pub(crate) fn joins(before: &str, after: &str) -> bool {
    joins_before(before) || joins_behind(after)
}

fn joins_before(before: &str) -> bool {
    let is_apart = |mark: char| {
        mark.is_whitespace() || matches!(mark, '(' | '[' | '"' | '\'' | '“' | '‘' | '—' | ':' | ';' | '/')
    };
    let trimmed = before.trim_end();
    if before.chars().next_back().is_some_and(|mark| !is_apart(mark)) {
        return true;
    }
    let start = trimmed.rfind(|letter: char| !letter.is_alphanumeric()).map_or(0, |at| at + 1);
    let word = trimmed.get(start..).unwrap_or_default();
    match word.is_empty() {
        true => {
            trimmed.ends_with(is_money)
                || trimmed.ends_with(['~', '≈', '<', '>', '≤', '≥', '−', '±', '-', '–'])
        }
        false => BEFORE.iter().any(|known| known.eq_ignore_ascii_case(word)),
    }
}

fn joins_behind(after: &str) -> bool {
    let mut marks = after.chars();
    let Some(first) = marks.next() else { return false };
    let is_end = |mark: char| {
        mark.is_whitespace()
            || matches!(mark, ')' | ']' | '"' | '\'' | '”' | '’' | ';' | ':' | '?' | '!' | '—')
    };
    if matches!(first, '.' | ',' | '/') {
        return marks.next().is_some_and(char::is_numeric);
    }
    if !is_end(first) {
        return true;
    }
    let rest = after.trim_start();
    let mut words = rest.split_whitespace().take(THINGS);
    if words.any(|word| matches!(word, "per" | "every" | "each")) {
        return true;
    }
    let end = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
    match &rest[..end] {
        "" => rest.starts_with(|mark: char| {
            is_money(mark) || matches!(mark, '%' | '‰' | '×' | '–' | '-' | '±' | '[')
        }),
        word => AFTER.iter().any(|known| known.eq_ignore_ascii_case(word)),
    }
}

fn is_money(mark: char) -> bool {
    matches!(mark, '£' | '$' | '€' | '¥')
}

#[cfg(test)]
mod tests {
    use super::joins;

    #[test]
    fn what_may_be_a_part_is_told_from_what_is_not() {
        for (before, after) in [
            ("It was minus ", ""),
            ("", "%"),
            ("", ".7"),
            ("1", ""),
            ("£", ""),
            ("", " per cent"),
            ("", "–7"),
            ("nearly ", ""),
            ("", " falls per 1,000 bed days"),
            ("", "/1,000 bed days"),
            ("", "·64"),
        ] {
            assert!(joins(before, after), "{before:?} {after:?}");
        }
        for (before, after) in
            [("A further ", " left."), ("(", ")"), ("", ", and"), ("", "."), ("the ", " children"), ("", "")]
        {
            assert!(!joins(before, after), "{before:?} {after:?}");
        }
    }
}
