//! Fractions of one sign: `½`, `2½`, `⅓`.

use crate::evidence::reader::Reader;
use rust_decimal::Decimal;

#[rustfmt::skip]
const SIGNS: [(char, u32, u32); 18] = [
    ('½', 1, 2), ('¼', 1, 4), ('¾', 3, 4), ('⅓', 1, 3), ('⅔', 2, 3), ('⅕', 1, 5), ('⅖', 2, 5), ('⅗', 3, 5), ('⅘', 4, 5), ('⅙', 1, 6),
    ('⅚', 5, 6), ('⅛', 1, 8), ('⅜', 3, 8), ('⅝', 5, 8), ('⅞', 7, 8), ('⅐', 1, 7), ('⅑', 1, 9), ('⅒', 1, 10),
];

/// Reads a sign as numerator and denominator.
pub(super) fn read(reader: &mut Reader) -> Option<(Decimal, Decimal)> {
    let next = reader.peek()?;
    let (sign, numerator, denominator) = *SIGNS.iter().find(|(sign, ..)| *sign == next)?;
    reader.eat(sign);
    Some((numerator.into(), denominator.into()))
}

/// Reads a sign behind a whole number: `2½`, `2 ½`.
pub(super) fn behind(reader: &mut Reader) -> Option<Decimal> {
    let mut ahead = *reader;
    ahead.skip_space();
    let (numerator, denominator) = read(&mut ahead)?;
    *reader = ahead;
    numerator.checked_div(denominator).map(|part| part.round_dp(6))
}
