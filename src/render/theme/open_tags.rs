//! Which tags of a template are open at a place: what was begun there and has an end.

use crate::document::template_tags::{TemplateTag, tags};

/// Tags that are ended, and their ends.
const PAIRS: [(&str, &str); 6] = [
    ("if", "endif"),
    ("for", "endfor"),
    ("block", "endblock"),
    ("set", "endset"),
    ("filter", "endfilter"),
    ("component", "endcomponent"),
];

/// A tag that was begun and not ended yet.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OpenTag<'t> {
    /// What it begins with.
    pub name: &'t str,
    /// Where its braces enclose something.
    pub at: usize,
}

impl OpenTag<'_> {
    /// The tag that ends it.
    pub fn end(&self) -> &'static str {
        PAIRS.iter().find(|(begin, _)| *begin == self.name).map_or("endif", |(_, end)| end)
    }

    /// Whether this ends something.
    pub fn is_end(name: &str) -> bool {
        Self::ends().any(|end| end == name)
    }

    /// Every end.
    pub fn ends() -> impl Iterator<Item = &'static str> {
        PAIRS.iter().map(|(_, end)| *end)
    }

    /// What begins that which this ends or parts.
    pub fn begin_of(name: &str) -> &'static str {
        PAIRS.iter().find(|(_, end)| *end == name).map_or("if", |(begin, _)| begin)
    }
}

/// What is open before a place, the innermost last.
pub(super) fn open_before(text: &str, at: usize) -> Vec<OpenTag<'_>> {
    let mut open: Vec<OpenTag<'_>> = Vec::new();
    for tag in tags(text).take_while(|tag| tag.begin < at).filter(|tag| !tag.prints) {
        let name = tag.words().next().unwrap_or_default();
        if begins(tag, name) {
            open.push(OpenTag { name, at: tag.begin });
        } else if OpenTag::is_end(name) {
            open.pop();
        }
    }
    open
}

/// Whether a tag begins what has an end. A name that is set to a value has none.
fn begins(tag: TemplateTag<'_>, name: &str) -> bool {
    let is_pair = PAIRS.iter().any(|(begin, _)| *begin == name);
    is_pair && (name != "set" || !tag.words().any(|word| word == "="))
}

#[cfg(test)]
mod tests {
    use super::open_before;

    #[test]
    fn what_is_open_is_what_was_begun_and_not_ended() {
        let text = "{% block a %}{% set b = 1 %}{% set c %}x{% endset %}{% if d %}{% for e in f %}{{ e }}{% endfor %}|";
        let names: Vec<&str> = open_before(text, text.len()).into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["block", "if"]);
    }
}
