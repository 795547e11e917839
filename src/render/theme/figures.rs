//! Numbers that are typed into a template or a table of words. What a template prints of the site is checked; what stands
//! beside it would stay as it is when the statistic is corrected.

use crate::diagnostic::{Diagnostic, Place, rules};
use crate::document::raw_html::figures;
use crate::document::template_tags::tags;
use crate::path::SourcePath;
use crate::span::Span;
use std::ops::Range;
use toml::de::DeTable;

/// The page that servers show with their number for "not found".
const NOT_FOUND: &str = "templates/not_found.html";

/// Tells of every number that a reader sees and no statistic gives.
pub(super) fn check(path: &SourcePath, text: &str, is_english: bool) -> Vec<Diagnostic> {
    if path.as_str() == NOT_FOUND {
        return Vec::new();
    }
    let found = figures::of(&without_tags(text), is_english);
    found.into_iter().map(|place| tell(path, text, place, "a template")).collect()
}

/// Tells of every number in the words of a table.
pub(super) fn check_words(path: &SourcePath, text: &str, is_english: bool) -> Vec<Diagnostic> {
    let Ok(table) = DeTable::parse(text) else { return Vec::new() };
    let words = table.get_ref().values().filter(|word| word.get_ref().is_str());
    let told = words.flat_map(|word| {
        // Without the quotation marks around it.
        let inner = word.span().start + 1..word.span().end - 1;
        let found = figures::of(&text[inner.clone()], is_english);
        found.into_iter().map(move |place| {
            tell(path, text, inner.start + place.start..inner.start + place.end, "a table of words")
        })
    });
    told.collect()
}

fn tell(path: &SourcePath, text: &str, place: Range<usize>, what: &str) -> Diagnostic {
    let message = format!("`{}` is typed into {what}, so nothing checks it", &text[place.clone()]);
    let place = Place::span(path, Span::new(place.start, place.end));
    Diagnostic::new(&rules::UNBOUND_NUMBER, place, message).help(
        "print it from a statistic, such as `{{ row.value }}` of `report.statistics`, or write the sentence into a page, \
         where a link can bind it",
    )
}

/// The template with blanks in the place of its tags and comments.
fn without_tags(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let blank = |bare: &mut String, to: usize| {
        let blanks = to - bare.len();
        bare.extend(std::iter::repeat_n(' ', blanks));
    };
    for tag in tags(text) {
        push_without_comments(&text[bare.len()..tag.begin - 2], &mut bare);
        blank(&mut bare, tag.end);
    }
    push_without_comments(&text[bare.len()..], &mut bare);
    bare
}

fn push_without_comments(text: &str, bare: &mut String) {
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("{#") {
        let length = comment.find("#}").map_or(comment.len(), |end| end + 2);
        bare.push_str(before);
        bare.extend(std::iter::repeat_n(' ', 2 + length));
        rest = &comment[length..];
    }
    bare.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::{check, check_words};
    use crate::path::SourcePath;
    use crate::source::{SourceTree, is_template};

    fn found(text: &str) -> usize {
        check(&SourcePath::new("templates/a.html"), text, true).len()
    }

    #[test]
    fn numbers_outside_of_tags_are_told() {
        assert_eq!(found("<p>{{ 92 }} {# 92% é #}{% if a == 92 %}Of 92% of {{ \"92%\" }}{% endif %}</p>"), 1);
        assert_eq!(found("<h{{ level }} class=\"w-92\">© 2024 {{ site.title }}</h{{ level }}>"), 0);
        assert_eq!(check(&SourcePath::new("templates/not_found.html"), "<h1>404</h1>", true), []);
    }

    #[test]
    fn numbers_in_words_are_told() {
        let path = SourcePath::new("templates/words.en.toml");
        let text = "a = \"of {total}\"\nmonth_9 = \"92% é of children\"\nb = \"half of them\"\n";
        assert_eq!(check_words(&path, text, true).len(), 2);
        assert_eq!(check_words(&path, text, false).len(), 1);
    }

    #[test]
    fn the_bundled_templates_have_no_numbers_of_their_own() {
        let sources = SourceTree::in_memory([]);
        for path in sources.below("templates").filter(|path| is_template(path)) {
            let text = sources.text(path).expect("it is bundled");
            assert_eq!(check(path, &text, true), [], "{path}");
        }
        let words = SourcePath::new("templates/words.en.toml");
        assert_eq!(check_words(&words, &sources.text(&words).expect("it is bundled"), true), []);
    }
}
