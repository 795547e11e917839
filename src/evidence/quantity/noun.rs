//! The short noun that may follow a number: `20 miles`, `152 local authorities`.
//!
//! It deliberately has no dictionary of nouns: it refuses words that show the
//! text goes on (`of`, `in`, `rose`) and number words.

use crate::evidence::number_words;
use crate::evidence::quantity::QuantityError;
use crate::evidence::reader::Reader;

/// The most words a noun may have.
const MOST_WORDS: usize = 4;

/// Words that are no part of a noun after a number.
#[rustfmt::skip]
const REFUSED: [&str; 83] = [
    "a", "an", "the", "and", "or", "nor", "but", "of", "in", "on", "at", "by", "to", "from",
    "for", "with", "than", "as", "into", "per", "more", "less", "fewer", "over", "under",
    "above", "below", "between", "since", "until", "during", "before", "after", "is", "are",
    "was", "were", "be", "been", "has", "have", "had", "rose", "fell", "rise", "fall",
    "increase", "increased", "decrease", "decreased", "drop", "dropped", "growth", "decline",
    "declined", "reduction", "change", "higher", "lower", "up", "down", "that", "half", "third",
    "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "hundred",
    "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions",
    "trillion", "trillions", "dozen", "dozens",
];

/// Reads the noun between the number and the end or a marker.
///
/// # Errors
/// `TwoNumbers` when what follows holds a number, `Trailing` when it is no noun.
pub(crate) fn read(reader: &mut Reader, after_of: bool) -> Result<Option<String>, QuantityError> {
    let spaced = reader.skip_space();
    let rest = reader.rest();
    let end = rest.find('[').unwrap_or(rest.len());
    let noun = rest[..end].trim_end();
    if noun.is_empty() {
        return Ok(None);
    }
    let noun = if after_of { after(noun) } else { noun };
    if holds_number(noun) {
        return Err(QuantityError::TwoNumbers(noun.to_owned()));
    }
    if !spaced || !is_noun(noun) {
        return Err(QuantityError::Trailing(rest.trim_end().to_owned()));
    }
    reader.advance(end);
    Ok(Some(noun.to_owned()))
}

/// The text after a leading `of`.
fn after(noun: &str) -> &str {
    let mut reader = Reader::new(noun);
    reader.eat_word("of");
    reader.rest().trim_start()
}

fn holds_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        || text.split_whitespace().any(|word| {
            let mut reader = Reader::new(word);
            number_words::cardinal(&mut reader).is_some() && reader.is_done()
        })
}

fn is_noun(text: &str) -> bool {
    let written = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’');
    let mut count = 0;
    for word in text.split_whitespace() {
        count += 1;
        let refused = REFUSED.iter().any(|refused| word.eq_ignore_ascii_case(refused));
        if refused || !word.chars().all(written) || !word.starts_with(char::is_alphabetic) {
            return false;
        }
    }
    (1..=MOST_WORDS).contains(&count)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::evidence::quantity::QuantityError as E;
    use crate::evidence::reader::Reader;

    #[test]
    fn nouns() {
        for (text, noun) in [
            ("", None),
            (" miles", Some("miles")),
            (" looked-after children [r]", Some("looked-after children")),
            (" children’s homes", Some("children’s homes")),
        ] {
            assert_eq!(read(&mut Reader::new(text), false), Ok(noun.map(str::to_owned)), "{text}");
        }
        let of = read(&mut Reader::new(" of children"), true);
        assert_eq!(of, Ok(Some("children".to_owned())));
    }

    #[test]
    fn what_is_no_noun() {
        let bad = |text: &str| read(&mut Reader::new(text), false).expect_err(text);
        assert_eq!(bad(" of children"), E::Trailing("of children".to_owned()));
        assert_eq!(bad("children"), E::Trailing("children".to_owned()));
        assert_eq!(bad(" increase"), E::Trailing("increase".to_owned()));
        assert_eq!(bad(" in 2017"), E::TwoNumbers("in 2017".to_owned()));
        assert_eq!(bad(" thirty"), E::TwoNumbers("thirty".to_owned()));
        assert!(matches!(bad(" a very long noun phrase indeed"), E::Trailing(_)));
    }
}
