//! Lengths of time in a text, counted in years: `over the last eight years`, `for 5 years`. What stands in quotation
//! marks is somebody else's, and is passed over.

use super::number_words;
use super::quantity::number;
use super::reader::Reader;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// A length of time as told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearsTold {
    /// The words.
    pub phrase: String,
    /// How many years.
    pub years: Decimal,
    /// Whether it is said to lead up to now: `the last …`.
    pub is_last: bool,
}

const BEFORE: [&str; 6] = ["over", "for", "in", "within", "during", "across"];
const LAST: [&str; 3] = ["last", "past", "previous"];

/// Every length of time in a text.
#[must_use]
pub fn told(text: &str) -> Vec<YearsTold> {
    let text = unquoted(text);
    let mut found = Vec::new();
    let mut reader = Reader::new(&text);
    while reader.skip_space() || !reader.is_done() {
        let mut ahead = reader;
        if let Some((years, is_last)) = read(&mut ahead) {
            let length = reader.rest().len() - ahead.rest().len();
            found.push(YearsTold { phrase: reader.rest()[..length].to_owned(), years, is_last });
            reader = ahead;
        } else {
            let word = reader.rest().find(char::is_whitespace).unwrap_or(reader.rest().len());
            reader.advance(word);
        }
    }
    found
}

fn read(reader: &mut Reader) -> Option<(Decimal, bool)> {
    let has_before = BEFORE.iter().any(|word| reader.eat_word(word));
    reader.eat_word("the");
    let is_last = LAST.iter().any(|word| reader.eat_word(word));
    if !has_before && !is_last {
        return None;
    }
    reader.skip_space();
    let years = match number::digits(reader).ok()? {
        Some(digits) => digits.value,
        None => number_words::cardinal(reader)?.value.into(),
    };
    reader.eat_joint();
    (reader.eat_word("years") || reader.eat_word("year")).then_some((years, is_last))
}

/// A text without what stands in quotation marks.
fn unquoted(text: &str) -> Cow<'_, str> {
    if !text.contains(['"', '“']) {
        return Cow::Borrowed(text);
    }
    let mut is_quoted = false;
    let kept = text.chars().filter(|character| {
        match character {
            '“' => is_quoted = true,
            '”' => is_quoted = false,
            '"' => is_quoted = !is_quoted,
            _ => return !is_quoted,
        }
        false
    });
    Cow::Owned(kept.collect())
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn lengths_of_time() {
        let phrases = |text: &str| {
            let told = told(text).into_iter();
            told.map(|one| format!("{} = {} {}", one.phrase, one.years, one.is_last)).collect::<Vec<_>>()
        };
        assert_eq!(
            phrases("Growth over the last eight years, and for 5 years"),
            ["over the last eight years = 8 true", "for 5 years = 5 false"]
        );
        assert_eq!(phrases("the past ten years"), ["the past ten years = 10 true"]);
        for text in ["eight years", "in 2017", "“over the last eight years”", "\"for 5 years\"", "for years"]
        {
            assert_eq!(phrases(text), [""; 0], "{text}");
        }
    }
}
