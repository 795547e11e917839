//! Where the sentences of a plain text end: at `.`, `!` or `?` before a space and a beginning, and with the text.
//!
//! A full stop may also shorten a word. The words that are shortened are English; another language needs a list like this.

/// Marks that open a quotation, and those that close one.
pub const OPENING: [char; 8] = ['“', '‘', '"', '\'', '«', '„', '‹', '「'];
/// See [`OPENING`].
pub const CLOSING: [char; 7] = ['”', '’', '"', '\'', '»', '›', '」'];

/// Words that a full stop shortens, whatever follows; in small letters, without the stop.
#[rustfmt::skip]
const SHORTENED: [&str; 37] = [
    "dr", "mr", "mrs", "ms", "mx", "prof", "rev", "hon", "rt", "st", "sr", "jr", "lt", "col", "gen", "capt", "sgt", "gov",
    "sen", "rep", "pres", "e.g", "i.e", "cf", "vs", "viz", "al", "approx", "ca", "fig", "figs", "eq", "ch", "sec", "vol", "para",
    "paras",
];

/// Words that a full stop shortens before a number.
const NUMBERED: [&str; 8] = ["no", "nos", "p", "pp", "art", "ed", "c", "v"];

/// The first bytes behind the marks at which sentences end, in order.
pub fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    let ends = text.char_indices().filter(|(at, letter)| is_end(text, *at, *letter));
    ends.map(|(at, letter)| at + letter.len_utf8())
}

/// Whether a mark ends a sentence: a space and a capital, a figure, a bracket or a quotation follow, or nothing.
fn is_end(text: &str, at: usize, letter: char) -> bool {
    if !matches!(letter, '.' | '!' | '?') {
        return false;
    }
    if letter == '.' && is_shortened(&text[..at], &text[at + 1..]) {
        return false;
    }
    let is_closing = |mark: char| CLOSING.contains(&mark) || matches!(mark, ')' | ']');
    let rest = text[at + 1..].trim_start_matches(is_closing);
    let next = rest.trim_start().chars().next();
    rest.is_empty() || rest.starts_with(char::is_whitespace) && next.is_none_or(begins)
}

/// Whether a sentence can begin with a letter or mark.
fn begins(letter: char) -> bool {
    letter.is_alphanumeric() && !letter.is_lowercase()
        || OPENING.contains(&letter)
        || matches!(letter, '(' | '[' | '£' | '€' | '$')
}

/// Whether a full stop shortens the word before it: `Dr. Brown`, `No. 5`, `J. Brown`, `e.g. Ofsted`.
fn is_shortened(before: &str, after: &str) -> bool {
    let is_in_word = |letter: char| letter.is_alphanumeric() || letter == '.';
    let start = before.rfind(|letter: char| !is_in_word(letter)).map_or(0, |at| at + 1);
    let Some(word) = before.get(start..).filter(|word| !word.is_empty()) else { return false };
    let lower = word.to_lowercase();
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    let is_numbered = after.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
    is_initial || SHORTENED.contains(&&*lower) || is_numbered && NUMBERED.contains(&&*lower)
}

#[cfg(test)]
mod tests {
    use super::sentence_ends;

    fn ended(text: &str) -> Vec<&str> {
        let mut start = 0;
        let parts = sentence_ends(text).map(|end| text[std::mem::replace(&mut start, end)..end].trim());
        parts.collect()
    }

    #[test]
    fn a_sentence_ends_where_the_next_begins() {
        let text = "It was 4.2 million. Dr. Ann said (e.g. so). “Why?” She left. and on";
        assert_eq!(ended(text), ["It was 4.2 million.", "Dr. Ann said (e.g. so).", "“Why?"]);
        assert_eq!(ended("He said no. Then he left."), ["He said no.", "Then he left."]);
        assert_eq!(
            ended("It rose. £5 is much. (So they say.)"),
            ["It rose.", "£5 is much.", "(So they say."]
        );
    }

    #[test]
    fn a_shortened_word_ends_no_sentence() {
        for text in ["Dr. Brown rose.", "It is No. 5.", "So J. K. Brown, e.g. Ofsted and St. Mary, left."] {
            assert_eq!(ended(text), [text]);
        }
    }
}
