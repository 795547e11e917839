//! A text as tokens: numbers, words of the grammar, marks; and a cursor over them.
//!
//! It deliberately knows no period. What is no word of the grammar is kept as it stands, so that a message can name it.

use super::date::is_year;
use super::word::{Lexicon, PeriodWord, find};

/// What a text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PeriodToken<'t> {
    /// A run of digits.
    Number {
        /// The number.
        value: i32,
        /// How many digits it is written with.
        digits: u8,
    },
    /// A word of the grammar.
    Word(PeriodWord),
    /// A hyphen.
    Hyphen,
    /// A dash that is no hyphen.
    Dash,
    /// `/`.
    Slash,
    /// `..`, or the arrow that a label has for it.
    Dots,
    /// `.`.
    Stop,
    /// `,`.
    Comma,
    /// An apostrophe.
    Apostrophe,
    /// `(`.
    Open,
    /// `)`.
    Close,
    /// Anything else.
    Other(&'t str),
}

/// A token, and where it stands.
#[derive(Debug, Clone, Copy)]
struct Placed<'t> {
    token: PeriodToken<'t>,
    /// Its first byte, and the one behind its last.
    at: (usize, usize),
}

/// More tokens than this are no period.
const MOST: usize = 24;

/// The tokens of a text.
pub(super) struct Tokens<'t> {
    text: &'t str,
    placed: [Placed<'t>; MOST],
    count: usize,
}

impl<'t> Tokens<'t> {
    /// Takes a text apart; `None` when it has too many pieces for a period.
    pub(super) fn of(text: &'t str, lexicon: &Lexicon) -> Option<Self> {
        let nothing = Placed { token: PeriodToken::Close, at: (0, 0) };
        let mut tokens = Self { text, placed: [nothing; MOST], count: 0 };
        let mut at = 0;
        while let Some(next) = text[at..].chars().next() {
            if next.is_whitespace() {
                at += next.len_utf8();
                continue;
            }
            let (token, length) = lex(&text[at..], next, lexicon);
            *tokens.placed.get_mut(tokens.count)? = Placed { token, at: (at, at + length) };
            tokens.count += 1;
            at += length;
        }
        Some(tokens)
    }

    /// A cursor before the first.
    pub(super) fn cursor(&self) -> Cursor<'_> {
        Cursor { text: self.text, placed: &self.placed[..self.count], next: 0 }
    }
}

/// The first token of a text that begins with `next`, and its length.
fn lex<'t>(text: &'t str, next: char, lexicon: &Lexicon) -> (PeriodToken<'t>, usize) {
    if next.is_ascii_digit() {
        return number(text);
    }
    if next.is_alphabetic() {
        return word(text, lexicon);
    }
    let mark = match next {
        '-' | '\u{2010}' | '\u{2011}' => PeriodToken::Hyphen,
        '\u{2012}'..='\u{2015}' | '\u{2212}' => PeriodToken::Dash,
        '/' => PeriodToken::Slash,
        '.' if text.starts_with("..") => return (PeriodToken::Dots, 2),
        '→' => PeriodToken::Dots,
        '.' => PeriodToken::Stop,
        ',' => PeriodToken::Comma,
        '\'' | '\u{2019}' | '\u{2018}' => PeriodToken::Apostrophe,
        '(' => PeriodToken::Open,
        ')' => PeriodToken::Close,
        _ => PeriodToken::Other(&text[..next.len_utf8()]),
    };
    (mark, next.len_utf8())
}

fn number(text: &str) -> (PeriodToken<'_>, usize) {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let digits = u8::try_from(length).ok().filter(|digits| *digits <= 8);
    let value = text[..length].bytes().take(8).fold(0, |sum, byte| sum * 10 + i32::from(byte - b'0'));
    (
        digits.map_or(PeriodToken::Other(&text[..length]), |digits| PeriodToken::Number { value, digits }),
        length,
    )
}

/// A run of letters, or two letters with a solidus between them: `w/e`.
fn word<'t>(text: &'t str, lexicon: &Lexicon) -> (PeriodToken<'t>, usize) {
    let run = |text: &str| text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let length = run(text);
    if length == 1 && text[1..].starts_with('/') && run(&text[2..]) == 1 {
        let length = 2 + text[2..].chars().next().map_or(0, char::len_utf8);
        if let Some(word) = find(lexicon, &text[..length]) {
            return (PeriodToken::Word(word), length);
        }
    }
    match find(lexicon, &text[..length]) {
        // `Sept. 2019`; but not `Sept..Oct`.
        Some(word) => {
            let is_shortened = text[length..].starts_with('.') && !text[length..].starts_with("..");
            (PeriodToken::Word(word), length + usize::from(is_shortened))
        }
        None => (PeriodToken::Other(&text[..length]), length),
    }
}

/// A position among tokens; copying it is how a reading is tried and given up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    placed: &'a [Placed<'a>],
    next: usize,
}

impl<'a> Cursor<'a> {
    /// Whether nothing is left.
    pub(super) fn is_done(&self) -> bool {
        self.next == self.placed.len()
    }

    /// The next token, without moving.
    pub(super) fn peek(&self) -> Option<PeriodToken<'a>> {
        self.placed.get(self.next).map(|placed| placed.token)
    }

    /// Moves over the next token.
    pub(super) fn advance(&mut self) {
        self.next += 1;
    }

    /// Whether there is no space before the next token.
    pub(super) fn is_tight(&self) -> bool {
        let before = self.next.checked_sub(1).and_then(|before| self.placed.get(before));
        before.zip(self.placed.get(self.next)).is_some_and(|(before, next)| before.at.1 == next.at.0)
    }

    /// Moves over `token` when it is next.
    pub(super) fn eat(&mut self, token: PeriodToken<'_>) -> bool {
        let found = self.peek() == Some(token);
        self.next += usize::from(found);
        found
    }

    /// Moves over a word when it is next.
    pub(super) fn eat_word(&mut self, word: PeriodWord) -> bool {
        self.eat(PeriodToken::Word(word))
    }

    /// Moves over these words when they are next.
    pub(super) fn eat_words(&mut self, words: &[PeriodWord]) -> bool {
        let mut ahead = *self;
        let found = words.iter().all(|word| ahead.eat_word(*word));
        if found {
            *self = ahead;
        }
        found
    }

    /// Moves over a token when it is next and no space stands on either side of it.
    pub(super) fn eat_tight(&mut self, token: PeriodToken<'_>) -> bool {
        let mut ahead = *self;
        let found = ahead.is_tight() && ahead.eat(token) && ahead.is_tight();
        if found {
            *self = ahead;
        }
        found
    }

    /// Moves over a number of so many digits.
    pub(super) fn number(&mut self, width: u8) -> Option<i32> {
        match self.peek() {
            Some(PeriodToken::Number { value, digits }) if digits == width => {
                self.advance();
                Some(value)
            }
            _ => None,
        }
    }

    /// Moves over a number of one or two digits.
    pub(super) fn small(&mut self) -> Option<u8> {
        let value = self.number(1).or_else(|| self.number(2))?;
        u8::try_from(value).ok()
    }

    /// Moves over a year of four digits.
    pub(super) fn year(&mut self) -> Option<i32> {
        let mut ahead = *self;
        let year = ahead.number(4).filter(|year| is_year(*year))?;
        *self = ahead;
        Some(year)
    }

    /// The text from the next token on.
    pub(super) fn rest(&self) -> &'a str {
        self.placed.get(self.next).map_or("", |placed| self.text[placed.at.0..].trim_end())
    }

    /// The text between two positions.
    pub(super) fn text_since(&self, start: &Self) -> &'a str {
        let from = start.placed.get(start.next).map_or(self.text.len(), |placed| placed.at.0);
        let to = self.next.checked_sub(1).and_then(|last| self.placed.get(last)).map_or(0, |last| last.at.1);
        &self.text[from..to.max(from)]
    }

    /// A word that is none of the grammar's, if the text has one.
    pub(super) fn strange(&self) -> Option<&'a str> {
        self.placed.iter().find_map(|placed| match placed.token {
            PeriodToken::Other(word) if word.chars().all(char::is_alphabetic) => Some(word),
            _ => None,
        })
    }

    /// The whole text.
    pub(super) fn whole(&self) -> &'a str {
        self.text
    }
}
