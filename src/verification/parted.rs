//! A share whose whole stands in the middle of it, whatever follows: `one renter in four waits`. Where no plural follows,
//! `evidence/quantity/share.rs` reads the same.

use super::words::QuotationToken;
use crate::evidence::quantity::Quantity;
use crate::span::Span;

/// The most words between the part and the whole.
const BETWEEN: usize = 3;

/// Where a text prints a wanted share so.
pub(super) fn parted(tokens: &[QuotationToken<'_>], wanted: &Quantity) -> Option<Span> {
    (0..tokens.len()).find_map(|at| {
        let (start, rest) = (tokens.get(at)?, tokens.get(at + 2..)?);
        let joint = rest.iter().take(BETWEEN).position(|token| token.text == "in")?;
        let whole = rest.get(joint + 1)?;
        let is_word = |token: &QuotationToken<'_>| token.text.chars().all(char::is_alphanumeric);
        let is_close = tokens[at..at + 2 + joint].iter().all(is_word);
        let printed = [&start.text, " in ", &whole.text].concat();
        let same = || Quantity::parse(&printed).is_ok_and(|printed| printed.is_form_of(wanted));
        (is_close && same()).then(|| Span::new(start.span.start, whole.span.end))
    })
}

#[cfg(test)]
mod tests {
    use super::parted;
    use crate::evidence::quantity::Quantity;
    use crate::verification::words::tokens;

    #[test]
    fn the_whole_may_stand_in_the_middle() {
        for (text, wanted, stands) in [
            ("One renter in four waits.", "one in four", true),
            ("One young renter in 4 waits.", "a quarter", true),
            ("One renter waits, in four days.", "one in four", false),
            ("One renter in five waits.", "one in four", false),
            ("One of them waits in town for four.", "one in four", false),
        ] {
            let wanted = Quantity::parse(wanted).expect(wanted);
            assert_eq!(parted(&tokens(text), &wanted).is_some(), stands, "{text}");
        }
    }
}
