//! Where in a site's own templates something stands that was found on a page.
//!
//! An address may stand there as it is, behind an expression (`{{ site.home }}about/`), or around one
//! (`/topics/{{ page.section }}/`). What an expression alone gives cannot be found; then the template as a whole is named.

use super::fault::FaultPart;
use crate::diagnostic::Place;
use crate::document::raw_html::balance;
use crate::document::raw_html::torn::{self, Torn};
use crate::document::raw_html::whole::names_ids;
use crate::path::SourcePath;
use crate::plan::Item;
use crate::render::{PrintedTexts, typed_in_template};
use crate::source::SourceTree;
use crate::span::Span;

mod pictures;

/// The texts of a site's own templates, and the attributes in them.
#[derive(Debug)]
pub(super) struct OwnTemplates {
    texts: Vec<(SourcePath, String)>,
    attributes: Vec<Attribute>,
    /// Pictures without words.
    wordless: Vec<Attribute>,
}

/// An attribute with a value in quotation marks.
#[derive(Debug, PartialEq, Eq)]
struct Attribute {
    /// The place of its template in the list.
    template: usize,
    part: FaultPart,
    /// Where the value stands.
    span: Span,
    /// What stands in it outside of expressions; one more than there are expressions.
    literals: Vec<String>,
}

impl Attribute {
    /// How much of the value stands in the template.
    fn length(&self) -> usize {
        self.literals.iter().map(String::len).sum()
    }
}

impl OwnTemplates {
    pub(super) fn of(sources: &SourceTree) -> Self {
        let texts: Vec<(SourcePath, String)> = sources
            .own_templates()
            .filter_map(|path| Some((path.clone(), sources.text(path).ok()?)))
            .collect();
        let all = |read: fn(usize, &str) -> Vec<Attribute>| {
            texts.iter().enumerate().flat_map(|(at, (_, text))| read(at, text)).collect()
        };
        let (attributes, wordless) = (all(attributes), all(pictures::without_words));
        Self { texts, attributes, wordless }
    }

    /// Where this value of an attribute was written. Below a base path it may begin behind that.
    pub(super) fn find(&self, value: &str, base: &str, part: FaultPart) -> Option<Place> {
        match part {
            FaultPart::Picture => return self.picture(value, base),
            FaultPart::Seam => return self.seam(value),
            FaultPart::Remark => return self.torn(Torn::Remark),
            FaultPart::Tag => return self.torn(Torn::Tag),
            FaultPart::Begin | FaultPart::End => return self.lone(value, part == FaultPart::Begin),
            FaultPart::Address | FaultPart::Id if value.trim_ascii().is_empty() => return self.empty(part),
            // In a template these are addresses like others.
            FaultPart::Drawn => return self.find(value, base, FaultPart::Address),
            FaultPart::Address | FaultPart::Id | FaultPart::Reference => {}
        }
        let behind_base =
            value.strip_prefix(base).filter(|rest| part == FaultPart::Address && !rest.is_empty());
        let whole =
            || [Some(value), behind_base].into_iter().flatten().find_map(|text| self.literal(text, part));
        whole().or_else(|| self.around_expressions(value, part))
    }

    /// Where a tag stands that has no counterpart in its template.
    fn lone(&self, name: &str, begins: bool) -> Option<Place> {
        self.texts.iter().find_map(|(path, text)| {
            let lone = balance::of(&typed_in_template(text, &PrintedTexts::default()));
            let found = lone.into_iter().find(|one| one.name == name && one.begins == begins)?;
            Some(Place::span(path, Span::new(found.span.start, found.span.end)))
        })
    }

    /// Where what is so torn begins.
    fn torn(&self, kind: Torn) -> Option<Place> {
        self.texts.iter().find_map(|(path, text)| {
            let torn = torn::of(&typed_in_template(text, &PrintedTexts::default()));
            let (_, span) = torn.into_iter().find(|(torn, _)| *torn == kind)?;
            let end = span.start + text.get(span.clone())?.trim_end().len();
            Some(Place::span(path, Span::new(span.start, end)))
        })
    }

    /// Where this is typed behind an expression.
    fn seam(&self, behind: &str) -> Option<Place> {
        let is_behind = |attribute: &&Attribute| {
            let typed = attribute.literals.iter().position(|literal| !literal.is_empty());
            typed.is_some_and(|first| first > 0 && fits(&attribute.literals[first..], behind))
        };
        if let Some(one) = self.attributes.iter().filter(|one| one.part == FaultPart::Address).find(is_behind)
        {
            return Some(self.place(one.template, one.span));
        }
        self.texts.iter().enumerate().find_map(|(at, (_, text))| {
            let is_joined = |begin: &usize| {
                let before = text[..*begin].strip_suffix(['"', '\'', '`']);
                before.is_some_and(|before| before.trim_end().ends_with('~'))
            };
            let begin = text.match_indices(behind).map(|(begin, _)| begin).find(is_joined)?;
            Some(self.place(at, Span::new(begin, begin + behind.len())))
        })
    }

    /// Where a value stands that is empty, or may be: nothing but an expression.
    fn empty(&self, part: FaultPart) -> Option<Place> {
        let is_empty = |attribute: &&Attribute| {
            attribute.part == part && attribute.literals.iter().all(|literal| literal.trim_ascii().is_empty())
        };
        let empty = self.attributes.iter().filter(is_empty).min_by_key(|one| one.literals.len())?;
        Some(self.place(empty.template, empty.span))
    }

    /// Where a picture without words stands that has this address, or may have it.
    fn picture(&self, address: &str, base: &str) -> Option<Place> {
        let behind_base = address.strip_prefix(base).unwrap_or(address);
        let has = |one: &&Attribute| fits(&one.literals, address) || fits(&one.literals, behind_base);
        let found = self.wordless.iter().filter(has).max_by_key(|one| one.length())?;
        Some(self.place(found.template, found.span))
    }

    /// Where a text stands as it is: as an attribute, or in one or in a text of an expression.
    fn literal(&self, wanted: &str, part: FaultPart) -> Option<Place> {
        let is_whole = |attribute: &&Attribute| {
            attribute.part == part && attribute.literals.last().is_some_and(|last| last == wanted)
        };
        if let Some(attribute) = self.attributes.iter().find(is_whole) {
            return Some(self.place(attribute.template, attribute.span));
        }
        if part != FaultPart::Address {
            return None;
        }
        self.texts.iter().enumerate().find_map(|(at, (_, text))| {
            let found = text.match_indices(wanted).map(|(begin, _)| begin);
            let found = found.into_iter().find(|begin| is_apart(text, *begin, wanted.len()))?;
            Some(self.place(at, Span::new(found, found + wanted.len())))
        })
    }

    /// The attribute that has most of a value around its expressions.
    fn around_expressions(&self, value: &str, part: FaultPart) -> Option<Place> {
        let fitting = self
            .attributes
            .iter()
            .filter(|attribute| attribute.part == part && fits(&attribute.literals, value));
        let fitting = fitting.filter(|attribute| attribute.length() > 0);
        // Of those that have as much, the first.
        let best = fitting.rev().max_by_key(|attribute| attribute.length())?;
        Some(self.place(best.template, best.span))
    }

    fn place(&self, template: usize, span: Span) -> Place {
        Place::span(&self.texts[template].0, span)
    }

    /// The template of a page's kind if it is the site's own, else the first that is.
    pub(super) fn of_item(&self, item: Option<&Item>) -> SourcePath {
        let wanted = match item {
            Some(Item::Page(view)) => view.template(),
            _ => "redirect.html".to_owned(),
        };
        let wanted = SourcePath::new(&["templates/", &wanted].concat());
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
            // Only of these it is told that they are empty.
            if length == 0 && !matches!(name, "href" | "src" | "id") {
                continue;
            }
            let span = Span::new(begin, begin + length);
            let part = match name {
                "id" => FaultPart::Id,
                name if names_ids(name) => FaultPart::Reference,
                _ => FaultPart::Address,
            };
            found.push(Attribute { template, part, span, literals });
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
    use super::{FaultPart, attributes, fits};

    #[test]
    fn attributes_are_cut_at_expressions() {
        let text = "<a href=\"{{ site.home | replace(from=\"a\", to='b') }}about/\" id='x-{{ n }}'>{{<card id=\"c\"/>}} a == \"b\"";
        let found = attributes(0, text);
        let read: Vec<_> = found.iter().map(|one| (one.part, one.literals.join("*"))).collect();
        for wanted in [(FaultPart::Address, "*about/"), (FaultPart::Id, "x-*"), (FaultPart::Id, "c")] {
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
