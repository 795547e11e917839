//! Powers of ten behind digits: `3.2×10^6`, `3.2 × 10³`, `3.2e-5`; and `10^6` alone.
//!
//! A raised digit right behind other digits (`12²`) may be a footnote, and is left to be refused.

use crate::evidence::reader::Reader;
use rust_decimal::Decimal;

/// Further powers are beyond what a decimal holds exactly.
const LARGEST: i32 = 18;

/// Raised digits.
pub(super) const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Reads `×10^6` or `e6` behind digits.
pub(super) fn behind(reader: &mut Reader) -> Option<Decimal> {
    let mut ahead = *reader;
    let power = if ahead.eat('e') || ahead.eat('E') { flat(&mut ahead) } else { times_ten(&mut ahead) }?;
    let factor = factor(power)?;
    *reader = ahead;
    Some(factor)
}

/// Reads `^6` or `⁶` behind `10`.
pub(super) fn of_ten(reader: &mut Reader) -> Option<Decimal> {
    let mut ahead = *reader;
    // A small raised figure may be the mark of a note.
    let power = match ahead.eat('^') {
        true => flat(&mut ahead),
        false => raised(&mut ahead).filter(|power| !(1..4).contains(power)),
    }?;
    let factor = factor(power)?;
    *reader = ahead;
    Some(factor)
}

/// `× 10^6`, `x10³`.
fn times_ten(reader: &mut Reader) -> Option<i32> {
    reader.skip_space();
    let is_times = ['×', 'x', '*', '·', '⋅'].iter().any(|sign| reader.eat(*sign));
    reader.skip_space();
    if !(is_times && reader.eat_text("10")) {
        return None;
    }
    if reader.eat('^') { flat(reader) } else { raised(reader) }
}

/// Digits on the line, with a sign.
fn flat(reader: &mut Reader) -> Option<i32> {
    let is_minus = reader.eat('-') || reader.eat('\u{2212}');
    let _ = is_minus || reader.eat('+');
    let digits = reader.rest().bytes().take_while(u8::is_ascii_digit).count();
    let power: i32 = reader.rest().get(..digits).filter(|_| (1..=2).contains(&digits))?.parse().ok()?;
    reader.advance(digits);
    Some(if is_minus { -power } else { power })
}

/// Raised digits, with a sign.
fn raised(reader: &mut Reader) -> Option<i32> {
    let is_minus = reader.eat('⁻');
    let mut power = None;
    while let Some(digit) = reader.peek().and_then(|next| RAISED.iter().position(|digit| *digit == next)) {
        reader.eat(RAISED[digit]);
        power = Some(power.unwrap_or(0) * 10 + i32::try_from(digit).ok()?);
        if power > Some(LARGEST) {
            return None;
        }
    }
    power.map(|power| if is_minus { -power } else { power })
}

fn factor(power: i32) -> Option<Decimal> {
    let size = u32::try_from(power.abs()).ok().filter(|_| power.abs() <= LARGEST)?;
    Some(if power < 0 { Decimal::new(1, size) } else { Decimal::from(10_u64.pow(size)) })
}
