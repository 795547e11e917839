//! A word that is nearly one of the grammar's: `Febuary 2020`.

use super::is_period;
use crate::diagnostic::did_you_mean;
use crate::evidence::period::PeriodError;
use crate::evidence::period::english::LEXICON;
use crate::evidence::period::token::Cursor;

/// The shortest word that can be a slip of another.
const SHORTEST: usize = 4;

/// The text with the right word, when that is a period.
pub(super) fn slip(cursor: &Cursor<'_>) -> Option<PeriodError> {
    let word = cursor.strange().filter(|word| word.len() >= SHORTEST)?;
    let known = LEXICON.iter().map(|(known, _)| *known).filter(|known| known.len() >= SHORTEST);
    let advice = did_you_mean(word, known)?;
    let meant = advice.split('`').nth(1)?;
    let instead = replaced(cursor.whole(), word, meant)?;
    is_period(&instead).then(|| PeriodError::Open(cursor.whole().to_owned(), "has an unknown word", instead))
}

/// A text with another word in the place of one that stands there by itself.
fn replaced(text: &str, word: &str, meant: &str) -> Option<String> {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let mut places = text.match_indices(word).map(|(at, _)| (&text[..at], &text[at + word.len()..]));
    let (before, behind) = places.find(|(before, behind)| {
        !is_letter(before.chars().next_back()) && !is_letter(behind.chars().next())
    })?;
    Some([before, meant, behind].concat())
}

#[cfg(test)]
mod tests {
    use crate::evidence::period::Period;

    #[test]
    fn a_slip_is_named_once_and_only_where_it_stands() {
        for (text, meant) in [
            ("Febuary 2020", Some("`February 2020`")),
            ("31 March 2 Marcx h 2017", None),
            ("3131 March 2 Marc\u{fffd}h 2017412", None),
            ("Marchh Marc 2017 Marc", None),
        ] {
            let error = Period::parse(text).expect_err(text);
            let said = format!("{error} {}", error.help().unwrap_or_default());
            assert_eq!(meant.is_some_and(|meant| said.contains(meant)), meant.is_some(), "{said}");
        }
    }
}
