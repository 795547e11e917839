//! Where in a site's own templates something stands that was found on a page.
//!
//! An address may stand there as it is, behind an expression (`{{ site.home }}about/`), or around one
//! (`/topics/{{ page.section }}/`). What an expression alone gives cannot be found; then the template as a whole is named.

use crate::diagnostic::Place;
use crate::path::SourcePath;
use crate::plan::Item;
use crate::source::SourceTree;
use crate::span::Span;

/// The texts of a site's own templates, and the attributes in them.
#[derive(Debug)]
pub(super) struct Templates {
    texts: Vec<(SourcePath, String)>,
    attributes: Vec<Attribute>,
}

/// An attribute with a value in quotation marks.
#[derive(Debug, PartialEq, Eq)]
struct Attribute {
    /// The place of its template in the list.
    template: usize,
    is_id: bool,
    /// Where the value stands.
    span: Span,
    /// What stands in it outside of expressions; one more than there are expressions.
    literals: Vec<String>,
}

impl Templates {
    pub(super) fn of(sources: &SourceTree) -> Self {
        let texts: Vec<(SourcePath, String)> = sources
            .own_templates()
            .filter_map(|path| Some((path.clone(), sources.text(path).ok()?)))
            .collect();
        let attributes = texts.iter().enumerate().flat_map(|(at, (_, text))| attributes(at, text)).collect();
        Self { texts, attributes }
    }

    /// Where this value of an attribute was written. Below a base path it may begin behind that.
    pub(super) fn find(&self, value: &str, base: &str, is_id: bool) -> Option<Place> {
        let behind_base = value.strip_prefix(base).filter(|rest| !is_id && !rest.is_empty());
        let whole =
            || [Some(value), behind_base].into_iter().flatten().find_map(|text| self.literal(text, is_id));
        whole().or_else(|| self.around_expressions(value, is_id))
    }

    /// Where a text stands as it is: as an attribute, or in one or in a text of an expression.
    fn literal(&self, wanted: &str, is_id: bool) -> Option<Place> {
        let is_whole = |attribute: &&Attribute| {
            attribute.is_id == is_id && attribute.literals.last().is_some_and(|last| last == wanted)
        };
        if let Some(attribute) = self.attributes.iter().find(is_whole) {
            return Some(self.place(attribute.template, attribute.span));
        }
        if is_id {
            return None;
        }
        self.texts.iter().enumerate().find_map(|(at, (_, text))| {
            let found = text.match_indices(wanted).map(|(begin, _)| begin);
            let found = found.into_iter().find(|begin| is_apart(text, *begin, wanted.len()))?;
            Some(self.place(at, Span::new(found, found + wanted.len())))
        })
    }

    /// The attribute that has most of a value around its expressions.
    fn around_expressions(&self, value: &str, is_id: bool) -> Option<Place> {
        let fitting = self
            .attributes
            .iter()
            .filter(|attribute| attribute.is_id == is_id && fits(&attribute.literals, value));
        let length = |attribute: &Attribute| attribute.literals.iter().map(String::len).sum::<usize>();
        let fitting = fitting.filter(|attribute| length(attribute) > 0);
        // Of those that have as much, the first.
        let best = fitting.rev().max_by_key(|attribute| length(attribute))?;
        Some(self.place(best.template, best.span))
    }

    fn place(&self, template: usize, span: Span) -> Place {
        Place::span(&self.texts[template].0, span)
    }

    /// The template of a page's kind if it is the site's own, else the first that is.
    pub(super) fn of_item(&self, item: Option<&Item>) -> SourcePath {
        let wanted = match item {
            Some(Item::Page(view)) => view.template(),
            _ => "redirect.html",
        };
        let wanted = SourcePath::new(&["templates/", wanted].concat());
        let frame = SourcePath::new("templates/base.html");
        let has = |path: &SourcePath| self.texts.iter().any(|(own, _)| own == path);
        let first = || self.texts.first().map_or_else(|| frame.clone(), |(path, _)| path.clone());
        [&wanted, &frame].into_iter().find(|path| has(path)).cloned().unwrap_or_else(first)
    }
}

/// Whether nothing beside a text would make it another address.
fn is_apart(text: &str, begin: usize, length: usize) -> bool {
    let before = text[..begin].chars().next_back();
    let after = text[begin + length..].chars().next();
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | '`' | ',');
    before.is_none_or(|letter| ends(letter) || matches!(letter, '=' | '(' | '}'))
        && after.is_none_or(|letter| ends(letter) || matches!(letter, ')' | '>'))
}

/// Whether a value begins with the first literal, ends with the last, and has the others in between.
fn fits(literals: &[String], value: &str) -> bool {
    let [first, others @ ..] = literals else { return false };
    let Some(mut rest) = value.strip_prefix(first.as_str()) else { return false };
    let Some((last, between)) = others.split_last() else { return rest.is_empty() };
    for literal in between {
        let Some((_, after)) = rest.split_once(literal.as_str()) else { return false };
        rest = after;
    }
    rest.ends_with(last.as_str())
}

/// The attributes of a template, outside of its tags and in those that call a component.
fn attributes(template: usize, text: &str) -> Vec<Attribute> {
    let mut found = Vec::new();
    for (sign, _) in text.match_indices('=') {
        let name = text[..sign]
            .rsplit(|letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '-' | ':' | '_')))
            .next();
        let begin = sign + 2;
        let Some((name, quote)) = name.filter(|name| !name.is_empty()).zip(text[sign + 1..].chars().next())
        else {
            continue;
        };
        if !matches!(quote, '"' | '\'') {
            continue;
        }
        if let Some((literals, length)) = value(&text[begin..], quote) {
            let span = Span::new(begin, begin + length);
            found.push(Attribute { template, is_id: name == "id", span, literals });
        }
    }
    found
}

/// The literals of the value that begins here, and how long it is.
fn value(text: &str, quote: char) -> Option<(Vec<String>, usize)> {
    let (mut literals, mut at) = (vec![String::new()], 0);
    loop {
        let rest = &text[at..];
        let closing =
            [("{{", "}}"), ("{%", "%}"), ("{#", "#}")].into_iter().find(|(open, _)| rest.starts_with(open));
        if let Some((_, close)) = closing {
            at += rest.find(close)? + close.len();
            literals.push(String::new());
            continue;
        }
        let letter = rest.chars().next()?;
        if letter == quote {
            return Some((literals, at));
        }
        literals.last_mut()?.push(letter);
        at += letter.len_utf8();
    }
}

#[cfg(test)]
mod tests {
    use super::{attributes, fits};

    #[test]
    fn attributes_are_cut_at_expressions() {
        let text = "<a href=\"{{ site.home | replace(from=\"a\", to='b') }}about/\" id='x-{{ n }}'>{{<card id=\"c\"/>}} a == \"b\"";
        let found = attributes(0, text);
        let read: Vec<_> = found.iter().map(|one| (one.is_id, one.literals.join("*"))).collect();
        for wanted in [(false, "*about/"), (true, "x-*"), (true, "c")] {
            assert!(read.contains(&(wanted.0, wanted.1.to_owned())), "{wanted:?} in {read:?}");
        }
    }

    #[test]
    fn literals_fit_around_expressions() {
        let fits = |literals: &str, value: &str| {
            fits(&literals.split('*').map(str::to_owned).collect::<Vec<_>>(), value)
        };
        assert!(fits("/a/*/b", "/a/x/y/b") && fits("a", "a") && fits("*b*", "abc") && fits("#*", "#x"));
        assert!(!fits("a", "ab") && !fits("/a/*/c", "/a/x/b") && !fits("*d*", "abc"));
    }
}
