//! A change of one of the author's files that mends a mistake.
//!
//! It says what it expects to find, so that it can never be made in the wrong place. Nothing here changes a file.

use super::Place;
use crate::span::Span;

/// One text for another, in a place where it stands exactly once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edit {
    /// Where the text stands.
    pub place: Place,
    /// What stands there, as a whole word.
    pub found: String,
    /// What belongs there.
    pub replacement: String,
}

impl Edit {
    /// A change in that place; `None` when the new text could mean something else to YAML or Markdown.
    #[must_use]
    pub fn new(place: Place, found: impl Into<String>, replacement: impl Into<String>) -> Option<Self> {
        let edit = Self { place, found: found.into(), replacement: replacement.into() };
        let is_plain =
            !edit.found.is_empty() && !edit.replacement.contains(['"', '\'', '\\', '\n', '#', '{', '}']);
        is_plain.then_some(edit)
    }

    /// Where its text stands, when the place spans these bytes of `text`; `None` unless it stands there once.
    #[must_use]
    pub fn find(&self, text: &str, within: Span) -> Option<Span> {
        let part = text.get(within.start..within.end)?;
        let is_whole = |at: &usize| {
            let (before, after) = (&part[..*at], &part[at + self.found.len()..]);
            let goes_on_before = self.found.starts_with(is_of_word) && before.ends_with(is_of_word);
            let goes_on_after = self.found.ends_with(is_of_word) && after.starts_with(is_of_word);
            !goes_on_before && !goes_on_after
        };
        let mut places = part.match_indices(&self.found).map(|(at, _)| at).filter(is_whole);
        let at = places.next().filter(|_| places.next().is_none())? + within.start;
        Some(Span::new(at, at + self.found.len()))
    }
}

/// Whether a character can belong to an id, a reference or a path.
fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_' | '.' | '/')
}

#[cfg(test)]
mod tests {
    use super::Edit;
    use crate::diagnostic::Place;
    use crate::path::SourcePath;
    use crate::span::Span;

    fn found(text: &str, wanted: &str) -> Option<usize> {
        let edit = Edit::new(Place::file(&SourcePath::new("a.md")), wanted, "x").expect("it is plain");
        edit.find(text, Span::new(0, text.len())).map(|span| span.start)
    }

    #[test]
    fn a_text_is_found_when_it_stands_there_once() {
        assert_eq!(found("[a.visit, a.visits]", "a.visit"), Some(1));
        assert_eq!(found("a.visit + a.visit", "a.visit"), None);
        assert_eq!(found("a.visits + visits", "visits"), Some(11));
        assert_eq!(found("[4%](stat:a.b) of [4%](stat:c.d)", "[4%](stat:c.d)"), Some(18));
        assert_eq!(found("nothing", "visits"), None);
    }

    #[test]
    fn nothing_is_put_in_that_could_mean_something_else() {
        let edit = |replacement| Edit::new(Place::file(&SourcePath::new("a.md")), "a", replacement);
        assert!(edit("b\": c").is_none() && edit("b # c").is_none() && edit("£4.2 billion").is_some());
    }
}
