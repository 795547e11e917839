//! What words in brackets may not change in a quotation: numbers, signs, which way something went, whether it was denied or
//! agreed to. A pronoun, a name or a tense may be put there.
//!
//! A rule of thumb for English.

use super::turn::{TurnKind, turns};
use super::words::tokens;
use crate::evidence::direction_words;
use crate::evidence::quantity::Quantity;
use crate::evidence::quantity::scan::scan;
use crate::evidence::record::Direction;
use crate::span::Span;

/// Words that agree to something.
#[rustfmt::skip]
const ASSENT: [&str; 19] = [
    "yes", "agree", "agrees", "agreed", "accept", "accepts", "accepted", "admit", "admits", "admitted", "confirm", "confirms",
    "confirmed", "true", "correct", "certainly", "definitely", "always", "all",
];

/// Words for signs, beside the signs themselves.
const SIGNS: [&str; 3] = ["percent", "percentage", "cent"];

/// Words of a time that a date may replace.
#[rustfmt::skip]
const TIMES: [&str; 16] = [
    "last", "this", "next", "then", "now", "today", "yesterday", "tomorrow", "year", "month", "week", "day", "recently",
    "currently", "later", "earlier",
];

/// What of a text weighs in a quotation.
#[derive(Debug, Default)]
pub(super) struct Weight {
    numbers: Vec<(String, Quantity)>,
    others: Vec<(OtherWord, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OtherWord {
    Sign,
    Towards(Direction),
    Denial,
    Assent,
}

impl Weight {
    /// That of a text.
    pub fn of(text: &str) -> Self {
        let numbers = scan(text);
        // What belongs to a number is compared with it.
        let is_of_number =
            |span: Span| numbers.iter().any(|one| one.span.start <= span.start && span.end <= one.span.end);
        let mut others: Vec<(OtherWord, String)> = Vec::new();
        for token in tokens(text) {
            let word = token.text.to_lowercase();
            let kind = match direction_words::of_word(&word) {
                Some(direction) => Some(OtherWord::Towards(direction)),
                None if ASSENT.contains(&word.as_str()) => Some(OtherWord::Assent),
                None if is_sign(text, &word) && !is_of_number(token.span) => Some(OtherWord::Sign),
                None => None,
            };
            others.extend(kind.map(|kind| (kind, text[token.span.start..token.span.end].to_owned())));
        }
        let denials = turns(text).into_iter().filter(|turn| turn.kind == TurnKind::Denial);
        others.extend(denials.map(|turn| (OtherWord::Denial, turn.words.to_owned())));
        let numbers = numbers
            .into_iter()
            .map(|found| (text[found.span.start..found.span.end].to_owned(), found.quantity));
        let numbers = numbers.filter(|(typed, _)| !matches!(typed.to_lowercase().as_str(), "one" | "a"));
        Self { numbers: numbers.collect(), others }
    }

    /// The first that weighs in it and has nothing like it in another.
    pub fn lacking_in(&self, other: &Self) -> Option<&str> {
        let is_number_there = |wanted: &Quantity| {
            other.numbers.iter().any(|(_, there)| there.is_form_of(wanted) || wanted.is_form_of(there))
        };
        let number = self.numbers.iter().find(|(_, number)| !is_number_there(number));
        let is_there = |kind: OtherWord| other.others.iter().any(|(there, _)| *there == kind);
        let word = || self.others.iter().find(|(kind, _)| !is_there(*kind));
        number.map(|(typed, _)| typed.as_str()).or_else(|| Some(word()?.1.as_str()))
    }
}

/// Whether it is a mark that belongs to a number, or a word for one. A hyphen is a sign where nothing stands beside it.
fn is_sign(text: &str, word: &str) -> bool {
    matches!(word, "%" | "+" | "£" | "$" | "€" | "±" | "<" | ">")
        || word == "-" && !text.trim().contains(char::is_alphabetic)
        || SIGNS.contains(&word)
}

/// Whether a date is put in place of a word for a time.
pub(super) fn is_date_for_time(typed: &str, there: &str) -> bool {
    let has_digit = |text: &str| text.contains(|letter: char| letter.is_ascii_digit());
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let has_year = tokens(typed).iter().any(|token| is_year(&token.text) && has_digit(&token.text));
    let is_time = tokens(there).iter().any(|token| TIMES.contains(&token.text.to_lowercase().as_str()));
    has_year && is_time && !has_digit(there) && Weight::of(typed).others.is_empty()
}

#[cfg(test)]
mod tests {
    use super::{Weight, is_date_for_time};

    #[test]
    fn what_weighs_is_missed() {
        for (one, other, lacking) in [
            ("do not", "really", Some("not")),
            ("a fall", "a rise", Some("fall")),
            ("92", "29", Some("92")),
            ("20", "twenty", None),
            ("20%", "20 per cent", None),
            ("20%", "20", Some("20%")),
            ("it fell", "lines were falling", None),
            ("agreed", "said", Some("agreed")),
            ("%", "", Some("%")),
            ("the county", "it", None),
            ("one of them", "it", None),
        ] {
            assert_eq!(Weight::of(one).lacking_in(&Weight::of(other)), lacking, "{one} for {other}");
        }
        assert!(is_date_for_time("in 2018", "last year") && !is_date_for_time("2018", "2019"));
        assert!(!is_date_for_time("92", "last year"));
    }
}
