//! What is typed as the name of a new record → its id and its title.

use super::begin::title_from;
use crate::evidence::record::is_id;

/// The longest id that is made from a name; longer ones are hard to type in a reference.
const LONGEST_ID: usize = 80;

/// An id and a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdAndTitle {
    /// The id, which is also the name of the file.
    pub id: String,
    /// The title, as inline Markdown.
    pub title: String,
}

/// Reads a name: `NAO report 2019` or `nao-2019`.
///
/// # Errors
/// A sentence that says why it names nothing.
pub fn named(typed: &str) -> Result<IdAndTitle, String> {
    if typed.contains(['/', '\\']) {
        return Err(format!(
            "`{typed}` is a path, found where a name belongs; the folder follows from the kind of record, so name \
             the record alone"
        ));
    }
    let words: Vec<&str> = typed.split_whitespace().collect();
    let words = words.join(" ").replace(char::is_control, "");
    let id = id_of(&words);
    if words.is_empty() {
        return Err("the name is empty; give a few words, such as `NAO report 2019`".to_owned());
    }
    if id.is_empty() {
        return Err(format!(
            "`{words}` gives no id, which is made of letters and digits; give a name that has some"
        ));
    }
    let title = if is_id(&words) { title_from(&words) } else { escaped(&words) };
    Ok(IdAndTitle { id, title })
}

/// The id that a name gives, cut between two words where it is long.
fn id_of(name: &str) -> String {
    let id = slug::slugify(name);
    let Some(cut) = id.get(..LONGEST_ID) else { return id };
    let is_whole = id.as_bytes().get(LONGEST_ID).is_none_or(|next| *next == b'-');
    let end = if is_whole { LONGEST_ID } else { cut.rfind('-').unwrap_or(LONGEST_ID) };
    cut[..end].trim_end_matches('-').to_owned()
}

/// The text as inline Markdown that says just this.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '~') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// The first of `id-2`, `id-3`, … that is free.
pub fn free(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut number = 2;
    loop {
        let other = format!("{id}-{number}");
        if !is_taken(&other) {
            return other;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_ID, free, named};

    #[test]
    fn names_become_ids_and_titles() {
        for (typed, id, title) in [
            ("nao-2019", "nao-2019", "Nao 2019"),
            ("NAO report 2019", "nao-report-2019", "NAO report 2019"),
            ("  Übergänge\tin  Pflege\n", "ubergange-in-pflege", "Übergänge in Pflege"),
            ("\u{65e5}\u{672c}", "ri-ben", "\u{65e5}\u{672c}"),
            ("a [b](c) *d*", "a-b-c-d", "a \\[b\\](c) \\*d\\*"),
            ("a\u{0}b\u{1b}[31m", "ab-31m", "ab\\[31m"),
        ] {
            let found = named(typed).expect(typed);
            assert_eq!((found.id.as_str(), found.title.as_str()), (id, title), "{typed:?}");
        }
    }

    #[test]
    fn hostile_names_are_refused_with_a_reason() {
        for (typed, why) in [
            ("", "is empty"),
            (" \t\n", "is empty"),
            ("../x", "is a path"),
            ("C:\\x", "is a path"),
            ("!!!", "gives no id"),
            ("\u{1b}", "is empty"),
        ] {
            let refused = named(typed).expect_err(typed);
            assert!(refused.contains(why), "{typed:?}: {refused}");
        }
    }

    #[test]
    fn long_names_are_cut_between_words() {
        let long = "word ".repeat(60);
        let found = named(&long).expect("it is a name");
        assert!(found.id.len() <= LONGEST_ID && found.id.ends_with("-word"), "{}", found.id);
        assert_eq!(found.title, long.trim());
        assert_eq!(named(&"x".repeat(300)).expect("it is a name").id.len(), LONGEST_ID);
    }

    #[test]
    fn a_taken_id_leads_to_the_next() {
        assert_eq!(free("a", |id| id == "a-2"), "a-3");
    }
}
