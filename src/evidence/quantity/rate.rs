//! A rate whose things stand before its base: `85.9 deaths per million`, `5 deaths per 1,000 live births`.

use super::number;
use super::tail::{MOST_WORDS, is_noun};
use crate::evidence::reader::Reader;
use crate::evidence::unit::{PER, Unit};

/// Reads the things and the base; `None`, without moving, when there is no base.
pub(super) fn read<'t>(reader: &mut Reader<'t>) -> Option<(&'t str, Unit)> {
    let mut ahead = *reader;
    ahead.skip_space();
    let start = ahead.rest();
    if !["per", "every", "each"].iter().any(|word| start.contains(word)) {
        return None;
    }
    for _ in 0..MOST_WORDS {
        let word = ahead.rest().find(char::is_whitespace)?;
        if !is_noun(&ahead.rest()[..word]) {
            return None;
        }
        ahead.advance(word);
        let mut behind = ahead;
        if let Some(unit) = base(&mut behind) {
            *reader = behind;
            return Some((&start[..start.len() - ahead.rest().len()], unit));
        }
        ahead.skip_space();
    }
    None
}

/// `per 1,000`, `in every 100,000`, `for every million`.
fn base(reader: &mut Reader) -> Option<Unit> {
    let is_base = PER.iter().any(|word| reader.eat_phrase(word));
    let base = is_base.then(|| number::read_plain(reader).ok().flatten()).flatten()?;
    (!base.is_zero()).then_some(Unit::Per(base))
}
