//! Phrases of a table, looked for where a text stands: letters in either case, a space for any space, `#` for digits, `~` for
//! one word.

/// A phrase found: how long it is in the text, and what stood for its blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match<'t> {
    pub length: usize,
    pub word: &'t str,
    pub number: &'t str,
}

/// Finds `pattern` at the start of `text`, as whole words.
pub(super) fn find<'t>(text: &'t str, pattern: &str) -> Option<Match<'t>> {
    let mut found = Match { length: 0, word: "", number: "" };
    for wanted in pattern.chars() {
        let rest = &text[found.length..];
        let length = match wanted {
            '#' => {
                let length = run(rest, |letter| letter.is_ascii_digit())?;
                found.number = &rest[..length];
                length
            }
            '~' => {
                let length = run(rest, char::is_alphabetic)?;
                found.word = &rest[..length];
                length
            }
            ' ' => run(rest, char::is_whitespace)?,
            '-' => rest.chars().next().filter(|next| is_hyphen(*next) || next.is_whitespace())?.len_utf8(),
            '\'' => rest.chars().next().filter(|next| matches!(next, '\'' | '’'))?.len_utf8(),
            _ => rest.chars().next().filter(|next| is_same(*next, wanted))?.len_utf8(),
        };
        found.length += length;
    }
    let behind = text[found.length..].chars().next();
    let is_word = pattern.ends_with(|last: char| last.is_alphabetic() || last == '~');
    let is_number = pattern.ends_with('#');
    let goes_on = behind.is_some_and(|next| {
        next.is_alphabetic() && (is_word || is_number)
            || next.is_ascii_digit() && is_word && pattern.len() > 1
    });
    (!goes_on).then_some(found)
}

/// The English of a phrase, with its blanks filled.
pub(super) fn filled(english: &str, found: &Match<'_>) -> String {
    english.replace('~', found.word).replace('#', found.number)
}

fn run(text: &str, is_of: impl Fn(char) -> bool) -> Option<usize> {
    let length = text.find(|letter| !is_of(letter)).unwrap_or(text.len());
    (length > 0).then_some(length)
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

fn is_same(one: char, other: char) -> bool {
    one == other || one.to_lowercase().eq(other.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{filled, find};

    #[test]
    fn phrases_are_whole_words_with_blanks() {
        for (text, pattern, english, wanted) in [
            ("Mehr\u{a0}als 5", "mehr als", "more than", Some("more than")),
            ("mehr alsbald", "mehr als", "more than", None),
            ("T3 2024", "T#", "Q#", Some("Q3")),
            ("2. Quartal", "#. Quartal", "Q#", Some("Q2")),
            ("une élève sur cinq", "une ~ sur", "one ~ in", Some("one élève in")),
            ("JANVIER", "janvier", "January", Some("January")),
            ("Jahre", "Jahr", "year", None),
        ] {
            let found = find(text, pattern).map(|found| filled(english, &found));
            assert_eq!(found.as_deref(), wanted, "{text}");
        }
    }
}
