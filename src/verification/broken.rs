//! Words that a text breaks at the end of a line: `child-` and `ren`. Nothing says whether the hyphen is the word's own, so
//! both readings are the same here, in the text and in what is looked for there.

use super::words::QuotationToken;
use rustc_hash::FxHashSet;
use std::borrow::Cow;

/// The words that are broken in a text, by their two halves.
#[derive(Debug, Default)]
pub(super) struct Broken(FxHashSet<(String, String)>);

impl Broken {
    /// Those of a text that is cut into words and marks.
    pub fn of(text: &str, tokens: &[QuotationToken<'_>]) -> Self {
        let is_broken = |one: &QuotationToken<'_>, next: &QuotationToken<'_>| {
            ends_line(&text[one.span.end..next.span.start])
        };
        let pairs = tokens.iter().enumerate().filter_map(|(at, one)| {
            let next = tokens[at + 1..].iter().find(|next| next.text != "-")?;
            let are_words = [one, next].iter().all(|token| token.text.contains(char::is_alphanumeric));
            (are_words && is_broken(one, next)).then(|| (one.text.to_string(), next.text.to_string()))
        });
        Self(pairs.collect())
    }

    /// The words and marks of a text with the halves of broken words joined, whether or not a line ends between them.
    pub fn joined<'t>(&self, text: &str, tokens: Vec<QuotationToken<'t>>) -> Vec<QuotationToken<'t>> {
        if self.0.is_empty() {
            return tokens;
        }
        let mut joined: Vec<QuotationToken<'t>> = Vec::with_capacity(tokens.len());
        for token in tokens {
            let is_hyphened = joined.last().is_some_and(|last| last.text == "-");
            let first = joined.len().checked_sub(if is_hyphened { 2 } else { 1 });
            match first.filter(|first| self.is_one(text, &joined[*first], &token)) {
                Some(first) => {
                    joined.truncate(first + 1);
                    let whole = &mut joined[first];
                    whole.text = Cow::Owned([&*whole.text, &token.text].concat());
                    whole.span.end = token.span.end;
                }
                None => joined.push(token),
            }
        }
        joined
    }

    /// Whether two tokens are the halves of one word.
    fn is_one(&self, text: &str, one: &QuotationToken<'_>, next: &QuotationToken<'_>) -> bool {
        let between = &text[one.span.end..next.span.start];
        (matches!(between, "-" | "\u{2010}" | "\u{2011}") || ends_line(between))
            && self.0.contains(&(one.text.to_string(), next.text.to_string()))
    }
}

/// Whether this, between two words, is a hyphen and the end of a line.
fn ends_line(between: &str) -> bool {
    let rest = between.strip_prefix(['-', '\u{ad}', '\u{2010}']);
    rest.is_some_and(|rest| rest.trim().is_empty() && rest.matches('\n').count() == 1)
}
