//! The files that a site's own templates print addresses of, as far as that can be seen without printing a page.
//!
//! A template is read as the page that it prints: its remarks and what stands under `{% if false %}` are no part of it, and
//! a tag in the value of an attribute stands for the texts in it, or for those that its names were given elsewhere. What is
//! then an address of the page counts, and what is asked for as `site.files["…"]`; any other word does not.

use crate::address::{is_external, parts};
use crate::config::BaseUrl;
use crate::document::raw_html::whole;
use crate::document::template_tags::{TemplateTag, tags};
use std::collections::{BTreeMap, BTreeSet};

/// Stands in an address for what nobody knows before it is printed.
const UNKNOWN: char = '\u{fffc}';

/// Texts that names of templates were given, in any of them.
type GivenTexts<'t> = BTreeMap<&'t str, BTreeSet<&'t str>>;

/// The paths below `content/` that templates may mean by their addresses.
pub(super) fn paths(templates: &[String], base: &BaseUrl) -> BTreeSet<String> {
    let live: Vec<Vec<TemplatePiece<'_>>> = templates.iter().map(|text| live(text)).collect();
    let all_tags = || live.iter().flatten().filter_map(TemplatePiece::tag);
    let mut given = GivenTexts::new();
    all_tags().for_each(|tag| give(tag, &mut given));
    let asked = all_tags().flat_map(asked_for).map(str::to_owned);
    let printed = live.iter().flat_map(|pieces| whole::read(&page(pieces, &given)).addresses);
    let addressed = printed.flat_map(|address| meant(&address.text, base));
    asked.chain(addressed).collect()
}

/// A part of a template.
enum TemplatePiece<'t> {
    Text(&'t str),
    Tag(TemplateTag<'t>),
}

impl<'t> TemplatePiece<'t> {
    fn tag(&self) -> Option<TemplateTag<'t>> {
        match self {
            Self::Text(_) => None,
            Self::Tag(tag) => Some(*tag),
        }
    }
}

/// What of a template may be printed: all but remarks, and branches that are never taken.
fn live(template: &str) -> Vec<TemplatePiece<'_>> {
    let mut pieces = Vec::new();
    let mut branches = Branches::default();
    let mut at = 0;
    for tag in tags(template) {
        if branches.are_live() {
            pieces.extend(without_remarks(&template[at..tag.begin - 2]).map(TemplatePiece::Text));
        }
        branches.pass(tag);
        if branches.are_live() {
            pieces.push(TemplatePiece::Tag(tag));
        }
        at = tag.end;
    }
    if branches.are_live() {
        pieces.extend(without_remarks(&template[at..]).map(TemplatePiece::Text));
    }
    pieces
}

fn without_remarks(text: &str) -> impl Iterator<Item = &str> {
    let after = |part| str::split_once(part, "#}").map_or("", |(_, after)| after);
    text.split("{#").enumerate().map(move |(at, part)| if at == 0 { part } else { after(part) })
}

/// The branches that are open, the innermost last.
#[derive(Default)]
struct Branches(Vec<Branch>);

/// Whether a branch may be taken, and whether it is taken in any case, so that none behind it is.
struct Branch {
    live: bool,
    certain: bool,
}

impl Branches {
    fn are_live(&self) -> bool {
        self.0.iter().all(|branch| branch.live)
    }

    fn pass(&mut self, tag: TemplateTag<'_>) {
        if tag.prints {
            return;
        }
        let mut words = tag.words();
        let first = words.next();
        let condition: Vec<&str> = words.take(2).collect();
        let (live, certain) = (condition != ["false"], condition == ["true"]);
        match (first, self.0.last_mut()) {
            (Some("if"), _) => self.0.push(Branch { live, certain }),
            (Some("for"), _) => self.0.push(Branch { live: true, certain: false }),
            (Some("elif"), Some(open)) => {
                open.live = !open.certain && live;
                open.certain |= certain;
            }
            (Some("else"), Some(open)) => open.live = !open.certain,
            (Some("endif" | "endfor"), _) => drop(self.0.pop()),
            _ => {}
        }
    }
}

/// Notes what names are given: by `set`, to each step of a `for`, or as an argument.
fn give<'t>(tag: TemplateTag<'t>, given: &mut GivenTexts<'t>) {
    let words: Vec<&str> = tag.words().collect();
    let names: &[&str] = match words.as_slice() {
        ["set" | "set_global", name, ..] => std::slice::from_ref(name),
        ["for", rest @ ..] => rest.split(|word| *word == "in").next().unwrap_or_default(),
        _ => &[],
    };
    let texts: BTreeSet<&str> = words.iter().flat_map(|word| texts_of(word, given)).collect();
    for name in names {
        given.entry(*name).or_default().extend(&texts);
    }
    for argument in words.windows(3).filter(|words| words[1] == "=") {
        let texts = texts_of(argument[2], given);
        given.entry(argument[0]).or_default().extend(texts);
    }
}

/// The texts that a word of a tag may stand for: those that could name a file.
fn texts_of<'t>(word: &'t str, given: &GivenTexts<'t>) -> Vec<&'t str> {
    match literal(word) {
        Some(text) => Some(text).filter(|text| text.contains('.')).into_iter().collect(),
        None => given.get(word).into_iter().flatten().copied().collect(),
    }
}

/// What stands between the quotation marks of a text.
fn literal(word: &str) -> Option<&str> {
    let mark = word.chars().next().filter(|first| matches!(first, '"' | '\'' | '`'))?;
    word.strip_prefix(mark)?.strip_suffix(mark)
}

/// What a tag asks for as `files["…"]`.
fn asked_for(tag: TemplateTag<'_>) -> Vec<&str> {
    let words: Vec<&str> = tag.words().collect();
    let asked = words.windows(3).filter(|words| words[..2] == ["files", "["]);
    asked.filter_map(|words| literal(words[2])).collect()
}

/// A template as the page that it prints.
fn page(pieces: &[TemplatePiece<'_>], given: &GivenTexts<'_>) -> String {
    let mut page = String::new();
    for piece in pieces {
        match piece {
            TemplatePiece::Text(text) => page.push_str(text),
            TemplatePiece::Tag(tag) => {
                page.push(UNKNOWN);
                for text in tag.words().filter(|_| tag.prints).flat_map(|word| texts_of(word, given)) {
                    // What would end the attribute ends no name of a file.
                    page.push_str(&text.replace(['"', '\'', '<', '>'], " "));
                    page.push(UNKNOWN);
                }
            }
        }
    }
    page
}

/// The paths below `content/` that an address may mean.
fn meant(address: &str, base: &BaseUrl) -> Vec<String> {
    let inside = address.strip_prefix(base.origin.as_str()).unwrap_or(address);
    if is_external(inside) {
        return Vec::new();
    }
    let below = |part| {
        let (path, _) = parts(part);
        let below = path.strip_prefix(base.path.as_str()).unwrap_or(&path);
        below.trim_start_matches("./").trim_start_matches("../").trim_start_matches('/').to_owned()
    };
    inside.split(UNKNOWN).map(below).collect()
}

#[cfg(test)]
mod tests {
    use super::paths;
    use crate::config::BaseUrl;

    fn found(template: &str) -> Vec<String> {
        let paths = paths(&[template.to_owned()], &BaseUrl::default());
        paths.into_iter().filter(|path| path.ends_with("a.png") || path == "notes").collect()
    }

    #[test]
    fn what_is_printed_as_an_address_is_found() {
        for template in [
            "<img src=\"/a.png\">",
            "<img src=\"{{ site.home }}a.png?v=1\">",
            "<img src='{{ site.home }}{{ \"a.png\" }}'>",
            "<img srcset=\"x.png 1x, ../../a.png 2x\">",
            "<p style=\"background: url('{{ site.home }}a.png')\">",
            "<style>p { background: url(/a.png) }</style>",
            "{% set logo = \"a.png\" %}<img src=\"{{ site.home }}{{ logo }}\">",
            "{% for one in [\"a.png\", \"b.png\"] %}<img src=\"/{{ one }}\">{% endfor %}",
            "<script>load(\"{{ site.files[\"a.png\"] }}\")</script>",
            "{% if x %}{% else %}<img src=/a.png>{% endif %}",
            "{% if false %}b{% else %}<img src=/a.png>{% endif %}",
        ] {
            assert_eq!(found(template), ["a.png"], "{template}");
        }
        assert_eq!(found("<a href=\"{{ site.home }}notes\">"), ["notes"]);
    }

    #[test]
    fn a_word_is_no_address() {
        for template in [
            "{# a.png <img src=\"/a.png\"> #}",
            "a.png notes",
            "<p class=\"notes a.png\" title='a.png'>",
            "<!-- <img src=\"/a.png\"> -->",
            "{% if false %}<img src=\"/a.png\">{{ site.files[\"a.png\"] }}{% endif %}",
            "{% if true %}b{% else %}<img src=\"/a.png\">{% endif %}",
            "{% set logo = \"a.png\" %}{{ logo }}",
            "<a href=\"{{ words[\"notes\"] }}\">",
            "<img src=\"https://example.net/a.png\">",
            "<img src=\"{{ site.home }}my-{{ x }}/ba.png\">",
        ] {
            assert!(!found(template).contains(&"a.png".to_owned()), "{template}");
            assert!(!found(template).contains(&"notes".to_owned()), "{template}");
        }
    }
}
