//! What of a site's own theme nothing asks for: templates that no page takes, words of no name that the program or a template
//! knows. Most often it is a slip in a name. What else is known of a template without a page is told with it.

use super::typed::PrintedTexts;
use super::{blanks, fields, figures, tag_words};
use crate::config::Language;
use crate::diagnostic::{Diagnostic, Place, did_you_mean, rules};
use crate::document::template_tags::{TemplateTag, tags};
use crate::path::SourcePath;
use crate::render::contract::Contract;
use crate::render::words;
use crate::source::{SourceTree, is_template};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};
use toml::de::DeTable;

/// Tells of templates and words of the site's own that nothing uses.
#[must_use]
pub fn check(sources: &SourceTree, language: &str) -> Vec<Diagnostic> {
    let own: Vec<&SourcePath> = sources.below("templates").filter(|path| !sources.is_bundled(path)).collect();
    if own.is_empty() {
        return Vec::new();
    }
    let templates = sources.below("templates").filter(|path| is_template(path));
    let texts: BTreeMap<&str, String> =
        templates.filter_map(|path| Some((name(path), sources.text(path).ok()?))).collect();
    let contract = Contract::read();
    let used = used(&texts, &contract);
    // What was copied and left as it is can be missing from no page.
    let is_a_copy = |path: &SourcePath| {
        let bundled = SourceTree::bundled(path);
        bundled.is_some_and(|bundled| sources.text(path).is_ok_and(|own| own.as_bytes() == &*bundled))
    };
    let unused =
        own.iter().filter(|path| is_template(path) && !used.contains(name(path)) && !is_a_copy(path));
    let mut found: Vec<Diagnostic> = unused.map(|path| unused_template(path, &own)).collect();
    // Notes on a theme are for people.
    let is_read =
        |path: &SourcePath| is_template(path) || matches!(&*path.extension(), "toml" | "md" | "txt");
    found.extend(own.iter().filter(|path| !is_read(path)).map(|path| unread_file(path)));
    found.extend(misnamed_fields(&texts, &own, &contract));
    let is_english = Language::of(language).is_english();
    let in_own = own.iter().filter_map(|path| Some((path, texts.get(name(path))?)));
    let printed = PrintedTexts::of(texts.values().map(String::as_str));
    found.extend(in_own.flat_map(|(path, text)| figures::check(path, text, &printed, is_english)));
    let sentences = words::sentences(sources, language);
    let in_own = || own.iter().filter_map(|path| Some((path, texts.get(name(path))?)));
    // What else is called `t` somewhere may be meant in any part that is included there.
    let is_of_words = !in_own().any(|(_, text)| tags(text).any(renames_words));
    for (path, text) in in_own().filter(|_| is_of_words) {
        found.extend(blanks::check_template(path, text, &sentences));
        found.extend(misspelt_words(path, text, &sentences));
    }
    let asked_for = words_of_templates(&texts, &own);
    for path in own.iter().filter(|path| path.extension() == "toml") {
        found.extend(match words::is_read(name(path), language) {
            true => words_of_table(sources, path, &asked_for),
            // A copy of the whole theme has the words of every language.
            false if is_a_copy(path) => Vec::new(),
            false => vec![unread_table(path, language)],
        });
    }
    found
}

fn name(path: &SourcePath) -> &str {
    path.as_str().strip_prefix("templates/").unwrap_or(path.as_str())
}

fn is_bundled(name: &str) -> bool {
    name.starts_with("builtin/")
        || SourceTree::bundled(&SourcePath::new(&["templates/", name].concat())).is_some()
}

/// The templates that pages are made with, that such a one reaches, or whose components it calls.
fn used<'t>(texts: &'t BTreeMap<&str, String>, contract: &Contract) -> BTreeSet<&'t str> {
    let links: BTreeMap<&str, Links<'t>> =
        texts.iter().map(|(name, text)| (*name, Links::of(text))).collect();
    let mut used = BTreeSet::new();
    let is_of_pages = |name: &str| is_bundled(name) && contract.seen_by(name).is_some();
    let mut waiting: Vec<&str> = links.keys().copied().filter(|name| is_of_pages(name)).collect();
    while let Some(name) = waiting.pop() {
        let Some((name, link)) = links.get_key_value(name).filter(|_| !used.contains(name)) else { continue };
        used.insert(*name);
        waiting.extend(&link.reached);
        let defining = links.iter().filter(|(_, other)| !other.defined.is_disjoint(&link.called));
        waiting.extend(defining.map(|(name, _)| *name));
    }
    used
}

/// What a template has to do with others.
#[derive(Default)]
struct Links<'t> {
    /// Those that it includes or extends.
    reached: BTreeSet<&'t str>,
    /// Components that it defines.
    defined: BTreeSet<&'t str>,
    /// Components that it calls.
    called: BTreeSet<&'t str>,
}

impl<'t> Links<'t> {
    fn of(text: &'t str) -> Self {
        let mut links = Self::default();
        for tag in tags(text) {
            let words: Vec<&str> = tag.words().collect();
            match words[..] {
                ["include" | "extends", ..] => {
                    links.reached.extend(words.iter().filter_map(|word| quoted(word)));
                }
                ["component", name, ..] => links.defined.extend([name]),
                _ => links.called.extend(words.windows(2).filter(|pair| pair[0] == "<").map(|pair| pair[1])),
            }
        }
        links
    }
}

fn quoted(word: &str) -> Option<&str> {
    let quote = word.chars().next().filter(|first| matches!(first, '"' | '\'' | '`'))?;
    word.strip_prefix(quote)?.strip_suffix(quote)
}

fn unused_template(path: &SourcePath, own: &[&SourcePath]) -> Diagnostic {
    let (name, bundled) = (name(path), SourceTree::in_memory([]));
    let names = bundled.below("templates").filter(|path| is_template(path));
    let include = format!("`{{% include \"{name}\" %}}`");
    let (message, help) = match is_bundled(name) {
        true => {
            let replaced = replaced_includer(name, names, own);
            let place = replaced.map_or("another template".to_owned(), ToString::to_string);
            (
                "no page uses this template any more, since nothing includes it",
                format!("write {include} into {place}, where the bundled one has it, or take this file out"),
            )
        }
        false => {
            let help = used_instead(name, &names.map(self::name).collect::<Vec<_>>()).unwrap_or_else(|| {
                format!("give it the name of the bundled template that it is to replace, or write {include} where it belongs")
            });
            ("no page uses this template", help)
        }
    };
    Diagnostic::new(&rules::UNUSED_TEMPLATE, Place::file(path), message).help(help)
}

/// What templates are called that other engines have under these names.
const OTHER_NAMES: [(&[&str], &str); 6] = [
    (&["404.html", "error.html"], "not_found.html"),
    (&["index.html", "front.html", "frontpage.html"], "home.html"),
    (&["default.html", "layout.html", "main.html", "baseof.html"], "base.html"),
    (&["single.html", "post.html", "article.html"], "page.html"),
    (&["section.html", "category.html", "archive.html", "taxonomy.html"], "list.html"),
    (&["statistic.html", "row.html"], "parts/statistic_row.html"),
];

/// The template that was probably meant by a name: one of another engine, in another folder, or with a slip in it.
fn used_instead(name: &str, used: &[&str]) -> Option<String> {
    let file = |path: &str| path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let wanted = file(name);
    let other = OTHER_NAMES.iter().find(|(names, _)| names.contains(&&*wanted)).map(|(_, known)| *known);
    let meant = used
        .iter()
        .find(|path| file(path) == wanted)
        .or_else(|| used.iter().find(|path| Some(**path) == other));
    meant.map(|path| format!("did you mean `{path}`?")).or_else(|| did_you_mean(name, used.iter().copied()))
}

/// What is said of a file that is neither a template nor a table of words.
fn unread_file(path: &SourcePath) -> Diagnostic {
    let (name, bundled) = (name(path), SourceTree::in_memory([]));
    let used: Vec<&str> = bundled.below("templates").map(self::name).collect();
    let stem = name.split('.').next().unwrap_or(name);
    let template = used.iter().find(|used| used.strip_suffix(".html") == Some(stem));
    let is_of_page =
        ["htm", "xhtml", "tera", "jinja", "j2", "liquid", "hbs", "njk"].contains(&&*path.extension());
    let help = match template.filter(|_| is_of_page) {
        Some(template) => format!("did you mean `{template}`?"),
        None if is_of_page => {
            "end its name in `.html`, and name it as the bundled template that it is to replace".to_owned()
        }
        None => {
            format!("put it into static/, from where `{{{{ site.files[\"{name}\"] }}}}` gives its address")
        }
    };
    let message = "nothing reads this file: templates end in `.html`, and tables of words in `.toml`";
    Diagnostic::new(&rules::UNUSED_TEMPLATE, Place::file(path), message).help(help)
}

/// The template of the site's own that stands in the place of a bundled one which includes this part.
fn replaced_includer<'p>(
    part: &str,
    mut bundled: impl Iterator<Item = &'p SourcePath>,
    own: &[&SourcePath],
) -> Option<&'p SourcePath> {
    let includes = |path: &SourcePath| {
        let text = SourceTree::bundled(path).unwrap_or_default();
        Links::of(&String::from_utf8_lossy(&text)).reached.contains(part)
    };
    bundled.find(|path| own.contains(path) && includes(path))
}

/// Fields that templates of the author's own name and that do not exist, and records that they print as a whole.
fn misnamed_fields(
    texts: &BTreeMap<&str, String>,
    own: &[&SourcePath],
    contract: &Contract,
) -> Vec<Diagnostic> {
    let is_own = |template: &str| own.iter().any(|path| name(path) == template);
    let texts = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let faults = fields::faults(&texts, contract).into_iter().filter(|one| is_own(&one.template));
    let told = faults.map(|one| {
        let path = SourcePath::new(&["templates/", &one.template].concat());
        Diagnostic::new(&rules::TEMPLATE_RENDER, Place::span(&path, one.span), one.message).help(one.help)
    });
    told.collect()
}

/// Whether a tag calls something else `t`.
fn renames_words(tag: TemplateTag<'_>) -> bool {
    let mut words = tag.words();
    let names = matches!(words.next(), Some("for" | "set" | "set_global" | "component"));
    names && words.take_while(|word| !matches!(*word, "in" | "=")).any(|word| word == "t")
}

/// Words that a template asks for and that there are none of, but nearly. Where they are printed a page would fail; in a
/// condition they would be nothing.
fn misspelt_words(path: &SourcePath, text: &str, sentences: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for tag in tags(text) {
        let words: Vec<tag_words::TagWord<'_>> = tag_words::words(tag).collect();
        for three in words.windows(3).filter(|three| (three[0].text, three[1].text) == ("t", ".")) {
            let (word, place) = (three[2].text, Place::span(path, three[2].span));
            let is_known = sentences.contains_key(word);
            let help = (!is_known).then(|| did_you_mean(word, sentences.keys().map(String::as_str)));
            found.extend(help.flatten().map(|help| {
                let message = format!("there is no word `{word}` in the tables of words");
                Diagnostic::new(&rules::TEMPLATE_RENDER, place, message).help(help)
            }));
        }
    }
    found
}

fn unread_table(path: &SourcePath, language: &str) -> Diagnostic {
    let message = format!("nothing reads this table of words: the language of the site is `{language}`");
    let help = format!("name it `words.{language}.toml`, or set `language` in site.toml");
    Diagnostic::new(&rules::UNUSED_TEMPLATE, Place::file(path), message).help(help)
}

/// The keys of words that the author's templates ask for: `t.key`, and each text in a tag, which may be one.
fn words_of_templates<'t>(texts: &'t BTreeMap<&str, String>, own: &[&SourcePath]) -> BTreeSet<&'t str> {
    let is_own = |template: &str| own.iter().any(|path| name(path) == template);
    let tags = texts.iter().filter(|(name, _)| is_own(name)).flat_map(|(_, text)| tags(text));
    tags.flat_map(keys).collect()
}

fn keys(tag: TemplateTag<'_>) -> Vec<&str> {
    let words: Vec<&str> = tag.words().collect();
    let named = words.windows(3).filter(|three| three[..2] == ["t", "."]).map(|three| three[2]);
    let texts = words.iter().filter_map(|word| quoted(word));
    named.chain(texts).collect()
}

/// What is said of a table of words: of its keys, and of numbers in it.
fn words_of_table(sources: &SourceTree, path: &SourcePath, asked_for: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let Ok(text) = sources.text(path) else { return Vec::new() };
    let language = name(path).trim_start_matches("words.").trim_end_matches(".toml");
    let mut found = unknown_words(path, &text, asked_for);
    found.extend(blanks::check(path, &text, asked_for));
    found.extend(figures::check_words(path, &text, Language::of(language).is_english()));
    found
}

/// Keys that neither the bundled table has nor a template asks for.
fn unknown_words(path: &SourcePath, text: &str, asked_for: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let Ok(table) = DeTable::parse(text) else { return Vec::new() };
    let known = words::bundled_keys();
    let unknown = table.get_ref().keys().filter(|key| {
        let key: &str = key.get_ref();
        !known.contains(key) && !asked_for.contains(key)
    });
    let told = unknown.map(|key| {
        let (word, span): (&str, _) = (key.get_ref(), key.span());
        let message = format!("nothing asks for a word `{}`", word.escape_debug());
        let help = did_you_mean(word, known.iter().map(String::as_str)).unwrap_or_else(|| {
            format!("take the line out, or print the word in a template of your own: `{{{{ t.{word} }}}}`")
        });
        Diagnostic::new(&rules::UNKNOWN_WORD, Place::span(path, Span::new(span.start, span.end)), message)
            .help(help)
    });
    told.collect()
}
