//! What a gap takes out of a sentence so that another number or verb is read in its place: `Lines rose by 3% and fares by 40%`
//! as `Lines … by 40%`.
//!
//! A rule of thumb: a gap inside one sentence, numbers of one unit, and words that say which way something went.

use super::words::tokens;
use crate::document::sentence_ends::sentence_ends;
use crate::evidence::direction_words;
use crate::evidence::quantity::scan::{FoundQuantity, scan};
use crate::evidence::record::Direction;
use crate::evidence::unit::Unit;
use crate::span::Span;

/// The number or verb that a gap swallows and that another of the quotation is read for.
pub(super) fn swallowed(text: &str, quotation: Span, gap: Span) -> Option<String> {
    let left_out = &text[gap.start..gap.end];
    if sentence_ends(left_out).next().is_some() {
        return None;
    }
    let before = &text[quotation.start..gap.start];
    let before = &before[sentence_ends(before).last().unwrap_or(0)..];
    // A sign at the end of a quotation is taken for a mark of its author's.
    let is_sign = text[quotation.end..].starts_with('%');
    let behind = &text[gap.end..quotation.end + usize::from(is_sign)];
    let behind = &behind[..sentence_ends(behind).next().unwrap_or(behind.len())];
    number(before, left_out, behind).or_else(|| contrary(left_out, [before, behind]))
}

/// A number of the unit of the first one behind the gap, where none stands before it.
fn number(before: &str, left_out: &str, behind: &str) -> Option<String> {
    let next = numbers(behind).into_iter().next()?;
    let is_like = |found: &FoundQuantity| found.quantity.unit == next.quantity.unit;
    if numbers(before).iter().any(is_like) {
        return None;
    }
    let own = numbers(left_out).into_iter().find(is_like)?;
    Some(left_out[own.span.start..own.span.end].to_owned())
}

/// The numbers of a text that are no years.
fn numbers(text: &str) -> Vec<FoundQuantity> {
    let is_year = |found: &FoundQuantity| {
        let typed = &text[found.span.start..found.span.end];
        found.quantity.unit == Unit::Count
            && typed.len() == 4
            && (typed.starts_with("19") || typed.starts_with("20"))
    };
    scan(text).into_iter().filter(|found| !is_year(found)).collect()
}

/// A word for one way, where the quoted words of its sentence have one for the other way alone.
fn contrary(left_out: &str, quoted: [&str; 2]) -> Option<String> {
    let own = directions(left_out);
    let kept: Vec<Direction> =
        quoted.iter().flat_map(|text| directions(text)).map(|(_, direction)| direction).collect();
    let is_contrary = |(_, direction): &(String, Direction)| {
        !kept.is_empty() && kept.iter().all(|other| other != direction)
    };
    own.into_iter().find(is_contrary).map(|(word, _)| word)
}

fn directions(text: &str) -> Vec<(String, Direction)> {
    let of_token = |word: &str| Some((word.to_owned(), direction_words::of_change(&word.to_lowercase())?));
    tokens(text).iter().filter_map(|token| of_token(&token.text)).collect()
}

#[cfg(test)]
mod tests {
    use super::swallowed;
    use crate::span::Span;

    fn of(text: &str) -> Option<String> {
        let (start, end) = (text.find('<').expect("a gap begins"), text.find('>').expect("it ends"));
        let text = text.replace(['<', '>'], "");
        swallowed(&text, Span::new(0, text.len()), Span::new(start, end - 1))
    }

    #[test]
    fn what_another_is_read_for_is_found() {
        for (text, word) in [
            ("Lines rose <by 3% and fares> by 40%", Some("3%")),
            ("Lines rose <sharply while fares fell> by 40%", Some("fell")),
            ("Fares <fell and lines> rose", Some("fell")),
            ("Fares rose <by 3% and wages fell> by 40%", Some("3%")),
            ("29% of lines <, 30% of trains> and 31% of buses", None),
            ("Lines rose <in 2017> by 40%", None),
            ("Lines rose <, says the board,> by 40%", None),
            ("Lines rose by 3%. <Fares fell by 4%.> Trains rose by 40%", None),
            ("Lines <rose and> grew by 40%", None),
        ] {
            assert_eq!(of(text).as_deref(), word, "{text}");
        }
    }
}
