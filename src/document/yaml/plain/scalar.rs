//! Keys and scalars of one line.

use super::NotPlain;
use super::lines::without_spaces_behind;
use memchr::{memchr_iter, memchr2, memchr3};
use std::borrow::Cow;

/// Longer keys are left to the real reader, which has a limit of its own.
const LONGEST_KEY: usize = 128;

/// Whether a key may have a byte: one look at a table is shorter than a comparison with each range.
const IN_KEYS: [bool; 256] = {
    let letters = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    let (mut is_in_keys, mut at) = ([false; 256], 0);
    while at < letters.len() {
        is_in_keys[letters[at] as usize] = true;
        at += 1;
    }
    is_in_keys
};

/// A scalar and what follows it.
type ReadScalar<'a> = Result<(Scalar<'a>, &'a str), NotPlain>;

/// A scalar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scalar<'a> {
    /// Its text.
    pub text: Cow<'a, str>,
    /// Whether it stood in quotation marks.
    pub is_quoted: bool,
}

impl<'a> Scalar<'a> {
    /// A scalar without quotation marks; an empty one is a value that was not typed.
    pub fn plain(text: &'a str) -> Self {
        Self { text: Cow::Borrowed(text), is_quoted: false }
    }

    /// Whether it stands for no value at all.
    pub fn is_absent(&self) -> bool {
        !self.is_quoted && matches!(&*self.text, "" | "~" | "null" | "Null" | "NULL")
    }

    /// Whether it is a text even to a reader that looks for numbers, flags and nulls.
    pub fn is_surely_text(&self) -> bool {
        let is_letter = |first: char| first.is_ascii_alphanumeric() || !first.is_ascii();
        let could_be_number = |byte: u8| byte.is_ascii_hexdigit() || b"+-._xo".contains(&byte);
        let is_word = |word: &str| self.text.eq_ignore_ascii_case(word);
        self.is_quoted
            || self.text.starts_with(is_letter)
                && !self.text.bytes().all(could_be_number)
                && !["null", "true", "false"].into_iter().any(is_word)
    }
}

/// The plain scalar that fills a line, up to a comment.
pub(super) fn plain_line(line: &str) -> ReadScalar<'_> {
    // Hardly any line has one of these, and one look tells.
    if memchr2(b'#', b':', line.as_bytes()).is_none() {
        return begun(line, "");
    }
    let (text, rest) = line.split_at(comment(line).unwrap_or(line.len()));
    plain(without_spaces_behind(text), rest)
}

/// The plain scalar at the start of what is left of a flow collection.
pub(super) fn plain_in_flow(text: &str) -> ReadScalar<'_> {
    let end = memchr3(b',', b']', b'}', text.as_bytes()).ok_or(NotPlain)?;
    let (text, rest) = text.split_at(end);
    let is_odd = |pair: &[u8]| matches!(pair, b" #" | b":?") || matches!(pair[1], b'[' | b'{');
    let may_be_odd = |byte: &u8| matches!(byte, b'#' | b'?' | b'[' | b'{');
    if text.as_bytes().iter().any(may_be_odd) && text.as_bytes().windows(2).any(is_odd) {
        return Err(NotPlain);
    }
    plain(without_spaces_behind(text), rest)
}

/// Where a comment begins, with the space before it.
fn comment(line: &str) -> Option<usize> {
    let mut spaces = memchr_iter(b'#', line.as_bytes()).filter_map(|mark| mark.checked_sub(1));
    spaces.find(|space| line.as_bytes()[*space] == b' ')
}

/// A plain scalar, if it begins as one can and does not go on as a key.
fn plain<'a>(text: &'a str, rest: &'a str) -> ReadScalar<'a> {
    let mut colons = memchr_iter(b':', text.as_bytes());
    let is_key = colons.any(|colon| matches!(text.as_bytes().get(colon + 1), None | Some(b' ')));
    if is_key { Err(NotPlain) } else { begun(text, rest) }
}

/// A plain scalar, if it begins as one can.
fn begun<'a>(text: &'a str, rest: &'a str) -> ReadScalar<'a> {
    let is_usual = |first: u8| first.is_ascii_alphanumeric() || !first.is_ascii();
    let begins = match text.as_bytes() {
        [b'-', next, ..] => is_usual(*next),
        [first, ..] => is_usual(*first) || b"$(+./<=_~".contains(first),
        [] => false,
    };
    if begins { Ok((Scalar::plain(text), rest)) } else { Err(NotPlain) }
}

/// The scalar in quotation marks at the start of a text. Of what can be escaped, only the marks that have to be.
pub(super) fn quoted(text: &str) -> ReadScalar<'_> {
    let (mut at, mut has_escapes) = (1, false);
    let quote = text.as_bytes()[0];
    loop {
        match (quote, &text.as_bytes()[at..]) {
            (b'"', [b'\\', b'"' | b'\\', ..]) | (b'\'', [b'\'', b'\'', ..]) => {
                has_escapes = true;
                at += 2;
            }
            (b'"', [b'\\', ..]) | (_, []) => return Err(NotPlain),
            (_, [byte, ..]) if *byte == quote => break,
            _ => at += 1,
        }
    }
    let inside = match has_escapes {
        true => Cow::Owned(without_escapes(&text[1..at], if quote == b'"' { '\\' } else { '\'' })),
        false => Cow::Borrowed(&text[1..at]),
    };
    Ok((Scalar { text: inside, is_quoted: true }, &text[at + 1..]))
}

fn without_escapes(text: &str, escape: char) -> String {
    let mut letters = text.chars();
    let mut read = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        read.extend(if letter == escape { letters.next() } else { Some(letter) });
    }
    read
}

/// The key at the start of a text, and what follows its colon.
pub(super) fn key(text: &str) -> Option<(&str, &str)> {
    let length = text.bytes().take_while(|byte| IN_KEYS[usize::from(*byte)]).count();
    let fits = (1..=LONGEST_KEY).contains(&length) && text.as_bytes()[0] != b'-';
    let is_key = fits && matches!(text.as_bytes()[length..], [b':'] | [b':', b' ', ..]);
    is_key.then(|| (&text[..length], &text[length + 1..]))
}
