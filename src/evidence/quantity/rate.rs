//! A rate whose things stand before its base: `85.9 deaths per million`, `5 deaths per 1,000 live births`.

use super::number;
use super::tail::{MOST_WORDS, is_noun};
use crate::evidence::reader::Reader;
use crate::evidence::unit::Unit;

/// Reads the things and the base; `None`, without moving, when there is no base.
pub(super) fn read<'t>(reader: &mut Reader<'t>) -> Option<(&'t str, Unit)> {
    let mut ahead = *reader;
    ahead.skip_space();
    let start = ahead.rest();
    for _ in 0..MOST_WORDS {
        let word = start[start.len() - ahead.rest().len()..].find(char::is_whitespace)?;
        ahead.advance(word);
        let noun = &start[..start.len() - ahead.rest().len()];
        if !is_noun(noun) {
            return None;
        }
        let mut behind = ahead;
        if let Some(unit) = base(&mut behind) {
            *reader = behind;
            return Some((noun, unit));
        }
        ahead.skip_space();
    }
    None
}

/// `per 1,000`, `in every 100,000`, `for every million`.
fn base(reader: &mut Reader) -> Option<Unit> {
    let is_base = ["per", "in every", "for every", "for each"].iter().any(|word| reader.eat_phrase(word));
    let base = is_base.then(|| number::read_plain(reader).ok().flatten()).flatten()?;
    (!base.is_zero()).then_some(Unit::Per(base))
}
