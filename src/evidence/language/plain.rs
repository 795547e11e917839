//! A text in another language, written as plain English, and where each piece of it stood.
//!
//! It deliberately judges nothing: what is no numeral and no word of the table stays as it is.

use super::numeral::{self, Numeral};
use super::{LanguageTable, cardinal, pattern, table};
use crate::config::Language;
use crate::evidence::quantity::QuantityError;
use crate::span::Span;
use std::ops::Range;

/// What a text is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// One value, of which nothing may be doubtful.
    Value,
    /// A running text, in which doubtful numerals are taken as the language has them.
    Running,
    /// A period; its numbers are no numerals.
    Period,
}

/// A text in plain English.
#[derive(Debug)]
pub(crate) struct Plain<'t> {
    /// The English text.
    pub text: String,
    typed: &'t str,
    language: Language,
    mode: Mode,
    pieces: Vec<Piece>,
}

/// A piece of the English text and what it was typed as.
#[derive(Debug)]
struct Piece {
    plain: Range<usize>,
    typed: Range<usize>,
}

impl<'t> Plain<'t> {
    /// Writes a text as plain English.
    ///
    /// # Errors
    /// `Either` and `Numeral` for a value whose numeral can be two, or is one of another language.
    pub(crate) fn of(typed: &'t str, language: Language, mode: Mode) -> Result<Self, QuantityError> {
        let mut plain =
            Self { text: String::with_capacity(typed.len()), typed, language, mode, pieces: Vec::new() };
        let Some(table) = table(language.tongue) else {
            plain.push(0..typed.len(), None);
            return Ok(plain);
        };
        let mut at = 0;
        while let Some(next) = typed[at..].chars().next() {
            let (length, english) = match plain.translated(at, table, mode)? {
                Some((length, english)) => (length, Some(english)),
                None => (kept(&typed[at..], next), None),
            };
            plain.push(at..at + length, english);
            at += length;
        }
        Ok(plain)
    }

    /// What stands at a place in English, if that is something else, and how long it is as typed.
    fn translated(
        &self,
        at: usize,
        table: &LanguageTable,
        mode: Mode,
    ) -> Result<Option<(usize, String)>, QuantityError> {
        let (before, rest) = (&self.typed[..at], &self.typed[at..]);
        let last = before.chars().next_back();
        let next = rest.chars().next();
        if last.is_some_and(char::is_alphabetic) {
            return Ok(None);
        }
        let is_behind_digit = last.is_some_and(|last| last.is_ascii_digit());
        if is_behind_digit {
            let ordinal = ordinal(rest, table).filter(|_| next.is_some_and(|next| !next.is_ascii_digit()));
            if let Some(length) = ordinal {
                return Ok(Some((length, "th".to_owned())));
            }
        }
        let is_digit = next.is_some_and(|next| next.is_ascii_digit());
        if is_behind_digit && is_digit {
            return Ok(None);
        }
        if let Some(found) = phrase(rest, table, mode, before.trim().is_empty()) {
            return Ok(Some(found));
        }
        match (is_digit, mode) {
            (true, Mode::Period) => Ok(date(rest)),
            (true, Mode::Value | Mode::Running) => self.numeral(before, rest, mode),
            (false, _) => Ok(None),
        }
    }

    fn numeral(
        &self,
        before: &str,
        rest: &str,
        mode: Mode,
    ) -> Result<Option<(usize, String)>, QuantityError> {
        let run = &rest[..numeral::length(rest)];
        let is_part = before.ends_with(['.', ',']);
        let gap = before.trim_end_matches([' ', '\u{a0}', '\u{2009}', '\u{202f}', '\'', '’']);
        let is_grouped = gap.len() < before.len() && gap.ends_with(|last: char| last.is_ascii_digit());
        let english = match numeral::read(run, self.language.numerals, is_grouped) {
            _ if is_part => None,
            Numeral::AsItStands => None,
            Numeral::Plain(english) => Some(english),
            Numeral::Either(english, ways) if mode == Mode::Running => {
                let _ = ways;
                Some(english)
            }
            Numeral::Foreign(..) if mode == Mode::Running => None,
            Numeral::Either(_, ways) => {
                let whole = |way: String| [before, &way, &rest[run.len()..]].concat();
                return Err(QuantityError::Either(self.typed.to_owned(), ways.map(whole)));
            }
            Numeral::Foreign(found, instead) => {
                let instead = [before, &instead, &rest[run.len()..]].concat();
                return Err(QuantityError::Numeral(found, instead));
            }
        };
        Ok(english.map(|english| (run.len(), english)))
    }

    fn push(&mut self, typed: Range<usize>, english: Option<String>) {
        let start = self.text.len();
        match english {
            Some(english) => self.text.push_str(&english),
            None => self.text.push_str(&self.typed[typed.clone()]),
        }
        self.pieces.push(Piece { plain: start..self.text.len(), typed });
    }

    /// Where a stretch of the English text was typed: whole pieces of what is translated.
    pub(crate) fn place(&self, plain: Span) -> Span {
        let of = |at: usize, is_end: bool| {
            let piece = match is_end {
                false => self.pieces.iter().find(|piece| at < piece.plain.end),
                true => self.pieces.iter().find(|piece| at <= piece.plain.end),
            };
            piece.map_or(self.typed.len(), |piece| {
                let is_same = self.text[piece.plain.clone()] == self.typed[piece.typed.clone()];
                match (is_same, is_end) {
                    (true, _) => piece.typed.start + (at - piece.plain.start),
                    (false, false) => piece.typed.start,
                    (false, true) => piece.typed.end,
                }
            })
        };
        let start = of(plain.start, false);
        Span::new(start, of(plain.end, true).max(start))
    }

    /// A part of the English text as it was typed; a text that stands nowhere in it in the language's own signs and words.
    pub(super) fn typed(&self, english: &str) -> String {
        if english == self.text {
            return self.typed.to_owned();
        }
        match self.text.find(english).filter(|_| !english.is_empty()) {
            Some(at) => {
                let place = self.place(Span::new(at, at + english.len()));
                self.typed[place.start..place.end].to_owned()
            }
            None => spoken(english, self.language, self.mode),
        }
    }
}

/// How much of a text without a word of the table is taken over at once: a word, digits, or one other sign.
fn kept(text: &str, next: char) -> usize {
    let is_alike = |letter: char| {
        next.is_alphabetic() && letter.is_alphabetic() || next.is_ascii_digit() && letter.is_ascii_digit()
    };
    text.find(|letter| !is_alike(letter)).unwrap_or(text.len()).max(next.len_utf8())
}

/// The longest phrase or number in words that a text begins with, in English. Some mean something else at the very start.
fn phrase(text: &str, table: &LanguageTable, mode: Mode, is_first: bool) -> Option<(usize, String)> {
    let found = table.phrases(mode).filter_map(|(words, english)| {
        let at_start = words.strip_prefix('^');
        let found = match at_start {
            Some(words) => is_first.then(|| pattern::find(text, words)).flatten()?,
            None => pattern::find(text, words)?,
        };
        Some(((found.length, at_start.is_some()), pattern::filled(english, &found)))
    });
    let number = cardinal::read(text, table).map(|(length, english)| ((length, false), english));
    let best = found.chain(number).reduce(|best, one| if one.0 > best.0 { one } else { best })?;
    Some((best.0.0, best.1))
}

/// The ending of an ordinal behind digits; a full stop is one only before a word of periods.
fn ordinal(text: &str, table: &LanguageTable) -> Option<usize> {
    let ending = table
        .ordinals
        .iter()
        .filter(|ending| text.starts_with(**ending))
        .max_by_key(|ending| ending.len())?;
    let behind = &text[ending.len()..];
    let is_ending = match *ending {
        "." => {
            let word = behind.trim_start();
            let mut words = table.months.iter().chain(table.periods);
            word.len() < behind.len() && words.any(|(known, _)| pattern::find(word, known).is_some())
        }
        _ => !behind.starts_with(char::is_alphanumeric),
    };
    is_ending.then_some(ending.len())
}

/// `31.03.2024`: the day comes first in these languages.
fn date(text: &str) -> Option<(usize, String)> {
    let run = text
        .find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | '/')))
        .unwrap_or(text.len());
    let mut parts = text[..run].split(['.', '/']);
    let mut number = |most: usize| {
        let part = parts.next().filter(|part| (1..=most).contains(&part.len()))?;
        part.parse::<u32>().ok()
    };
    let (day, month, year) = (number(2)?, number(2)?, number(4)?);
    let is_date =
        year >= 1000 && (1..=12).contains(&month) && (1..=31).contains(&day) && parts.next().is_none();
    is_date.then(|| (run, format!("{year}-{month:02}-{day:02}")))
}

/// A remedy whose examples, in backticks, are written with the signs and words of a language.
pub(crate) fn remedy(help: &str, language: Language) -> String {
    let parts = help.split('`').enumerate().map(|(at, part)| match at % 2 {
        1 => spoken(part, language, Mode::Value),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("`")
}

/// An English spelling in the signs and words of a language.
fn spoken(english: &str, language: Language, mode: Mode) -> String {
    let Some(table) = table(language.tongue) else { return english.to_owned() };
    let mut said = String::new();
    let mut at = 0;
    while let Some(next) = english[at..].chars().next() {
        let rest = &english[at..];
        let is_begun = english[..at].ends_with(char::is_alphabetic);
        let words = table
            .phrases(mode)
            .filter(|(words, english)| !english.is_empty() && !words.contains(['#', '~', '^']));
        let found = words.filter_map(|(words, english)| Some((pattern::find(rest, english)?.length, *words)));
        let found = found.reduce(|best, one| if one.0 > best.0 { one } else { best }).filter(|_| !is_begun);
        let length = match found {
            Some((length, words)) => {
                said.push_str(words);
                length
            }
            None if next.is_ascii_digit() => {
                let length = numeral::length(rest);
                said.push_str(&numeral::in_language(&rest[..length], language.numerals));
                length
            }
            None => {
                said.push(next);
                next.len_utf8()
            }
        };
        at += length;
    }
    said
}
