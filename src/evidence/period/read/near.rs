//! A word that is nearly one of the grammar's: `Febuary 2020`.

use super::shape;
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
    let instead = cursor.whole().replacen(word, meant, 1);
    shape(&instead).ok()?;
    Some(PeriodError::Open(cursor.whole().to_owned(), "has an unknown word", instead))
}
