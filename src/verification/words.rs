//! A text as words and marks, folded so that what only typesetting changes is the same: Unicode compatibility forms,
//! white space, quotation marks (left out), dashes, soft hyphens. Letters keep their case.

use crate::span::Span;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word or a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotationToken<'t> {
    /// As folded.
    pub text: Cow<'t, str>,
    /// Where it stands.
    pub span: Span,
}

/// The words and marks of a text, in order.
#[must_use]
pub fn tokens(text: &str) -> Vec<QuotationToken<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        if is_wordy(text, at, letter) {
            let end = end_of_word(text, at);
            found.push(QuotationToken { text: folded(&text[at..end]), span: Span::new(at, end) });
            at = end;
            continue;
        }
        let end = at + letter.len_utf8();
        if !letter.is_whitespace() && !is_quote(letter) && !is_invisible(letter) {
            push_mark(letter, Span::new(at, end), &mut found);
        }
        at = end;
    }
    found
}

/// A dash of any length is one mark; an ellipsis is three.
fn push_mark(letter: char, span: Span, found: &mut Vec<QuotationToken<'_>>) {
    if is_dash(letter) {
        let follows = found
            .last()
            .is_some_and(|last: &QuotationToken<'_>| last.text == "-" && last.span.end == span.start);
        if !follows {
            found.push(QuotationToken { text: Cow::Borrowed("-"), span });
        }
        return;
    }
    for mark in letter.nfkc().filter(|mark| !mark.is_whitespace()) {
        found.push(QuotationToken { text: Cow::Owned(mark.to_string()), span });
    }
}

fn end_of_word(text: &str, start: usize) -> usize {
    let mut end = start;
    while let Some(letter) = text[end..].chars().next().filter(|letter| is_wordy(text, end, *letter)) {
        end += letter.len_utf8();
    }
    end
}

/// Letters, digits, their accents, and an apostrophe or soft hyphen between two of them.
fn is_wordy(text: &str, at: usize, letter: char) -> bool {
    if letter.is_alphanumeric() || is_combining_mark(letter) {
        return true;
    }
    let is_inside = is_apostrophe(letter) || is_invisible(letter);
    is_inside
        && text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
        && text[at + letter.len_utf8()..].chars().next().is_some_and(char::is_alphanumeric)
}

fn folded(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let letters = word.chars().filter(|letter| !is_invisible(*letter));
    Cow::Owned(letters.map(|letter| if is_apostrophe(letter) { '\'' } else { letter }).nfkc().collect())
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{ff07}')
}

fn is_quote(letter: char) -> bool {
    is_apostrophe(letter)
        || matches!(
            letter,
            '"' | '\u{201a}'..='\u{201f}' | '«' | '»' | '‹' | '›' | '`' | '\u{b4}' | '\u{2033}' | '\u{275b}'..='\u{275e}' | '\u{301d}'..='\u{301f}' | '\u{ff02}' | '「'..='』'
        )
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn folded(text: &str) -> String {
        tokens(text).iter().map(|token| token.text.as_ref()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_only_typesetting_changes_is_the_same() {
        for (one, other) in [
            ("children’s  “homes”", "children's\u{a0}\nhomes"),
            ("long-term – or not", "long\u{2010}term -- or not"),
            ("ﬁnal", "final"),
            ("caf\u{e9}", "cafe\u{301}"),
            ("co\u{ad}operate", "cooperate"),
            ("‘almost triple’ in", "'almost triple' in"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
        assert_ne!(folded("May"), folded("may"));
        assert_ne!(folded("poor, progress"), folded("poor progress"));
    }
}
