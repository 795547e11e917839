//! What is said where a template is written as for another engine, or where its tags do not stand in each other: the sentence
//! of the engine names a sign that it met, and not what to write.

use super::offered::{FILTERS, arguments};
use super::open_tags::{OpenTag, open_before};
use super::unknown::Advice;
use crate::diagnostic::did_you_mean;
use crate::document::template_tags::{TemplateTag, tags};
use crate::span::Span;

/// Tags that there are.
const TAGS: [&str; 12] = [
    "block",
    "break",
    "component",
    "continue",
    "elif",
    "extends",
    "filter",
    "for",
    "if",
    "include",
    "raw",
    "set",
];

/// What is written instead of tags that other engines have.
const INSTEAD: [(&[&str], &str); 14] = [
    (&["elsif", "elseif", "elsewhen"], "write `{% elif … %}`"),
    (
        &["macro", "import", "from", "call"],
        "put what repeats into a file, such as templates/parts/mine.html, and write `{% include \"parts/mine.html\" %}`; what is set before, it sees",
    ),
    (&["assign", "let", "var", "with", "do"], "write `{% set name = … %}`"),
    (&["capture"], "write `{% set name %} … {% endset %}`"),
    (&["unless"], "write `{% if not … %} … {% endif %}`"),
    (&["load", "static", "asset"], "write nothing for it; a file of static/ is `{{ site.files[\"name\"] }}`"),
    (&["url", "link"], "begin an address with `{{ site.home }}`; each page has its own in `url`"),
    (&["comment"], "write `{# … #}`"),
    (&["switch", "case", "when"], "write `{% if … %} … {% elif … %} … {% endif %}`"),
    (&["while"], "write `{% for one in list %} … {% endfor %}`"),
    (&["cycle"], "write `{% if loop.index is odd %} … {% endif %}`"),
    (&["trans", "translate"], "write a word of the tables of words: `{{ t.name }}`"),
    (&["render", "partial", "embed"], "write `{% include \"parts/name.html\" %}`"),
    (&["layout"], "write `{% extends \"base.html\" %}`"),
];

/// Signs and words within tags of other engines, and what is written instead.
const WITHIN: [(&str, &str); 16] = [
    ("&&", "write `and`"),
    ("||", "write `or`"),
    ("??", "write `or`, or `| default(value=…)`"),
    ("===", "write `==`"),
    ("!==", "write `!=`"),
    (" eq ", "write `==`"),
    (" ne ", "write `!=`"),
    (" gt ", "write `>`"),
    (" lt ", "write `<`"),
    (" <> ", "write `!=`"),
    (" limit:", "take a part of the list: `list[0:3]`"),
    (" reversed", "turn the list: `list | reverse`"),
    (" with ", "name what the part takes before it: `{% set card = … %}{% include \"parts/card.html\" %}`"),
    ("..", "write `range(start=1, end=4)`, which gives 1, 2, 3"),
    (" ? ", "write `{{ \"yes\" if condition else \"no\" }}`"),
    ("!", "write `not`"),
];

/// What is said of a sentence of the engine about this place of a template.
pub(super) fn said(sentence: &str, text: &str, span: Span) -> Option<Advice> {
    let sentence = sentence.to_lowercase();
    if let Some(block) = sentence.strip_prefix("template already contains a block named `") {
        return Some(twice(block.split('`').next()?));
    }
    if sentence.starts_with("unexpected end of raw block") {
        let help = "put `{% endraw %}` where it ends";
        return Some(("`{% raw %}` is never ended".to_owned(), help.to_owned()));
    }
    if sentence.starts_with("template is already extending") {
        let help = "take one of the two out; a template that is extended may itself extend another";
        return Some(("a template extends one other, and this one extends two".to_owned(), help.to_owned()));
    }
    if sentence.starts_with("string opened with") {
        let help = "put a second quotation mark where it ends";
        return Some(("a text in quotation marks is never ended".to_owned(), help.to_owned()));
    }
    let rest = text.get(span.start..).unwrap_or_default();
    if sentence.starts_with("found `}` but expected") {
        return Some(("this tag ends with one brace".to_owned(), "write `}}`".to_owned()));
    }
    let Some(tag) = tags(text).find(|tag| (tag.begin - 2..tag.end).contains(&span.start)) else {
        return (sentence == "unexpected character").then(|| of_other_engine(rest));
    };
    if sentence.starts_with("unknown tag") {
        return of_tag(text, tag);
    }
    of_expression(&sentence, text, tag, span)
}

fn twice(block: &str) -> Advice {
    let help = format!(
        "give one of them another name; to show the same twice, write `{{% set {block} %}} … {{% endset %}}` and `{{{{ {block} }}}}` \
         where it belongs"
    );
    (format!("the block `{block}` stands twice in this template"), help)
}

/// What is said of a tag that there is not, or not there.
fn of_tag(text: &str, tag: TemplateTag<'_>) -> Option<Advice> {
    let name = tag.words().next()?;
    let open = open_before(text, tag.begin);
    if name == "end" {
        let end = open.last().map_or("endif", OpenTag::end);
        return Some(("there is no tag `end`".to_owned(), format!("write `{{% {end} %}}`")));
    }
    if OpenTag::is_end(name) || matches!(name, "else" | "elif") {
        return Some(misplaced(text, name, &open));
    }
    let message = format!("there is no tag `{name}`");
    let base = name.strip_prefix("end").filter(|base| !base.is_empty()).unwrap_or(name);
    let instead =
        INSTEAD.iter().find(|(names, _)| names.contains(&base)).map(|(_, instead)| (*instead).to_owned());
    let help = instead
        .or_else(|| did_you_mean(name, TAGS.into_iter().chain(OpenTag::ends())))
        .unwrap_or_else(|| format!("there are `{}`", TAGS.join("`, `")));
    Some((message, help))
}

/// What is said of an end that does not end what is open.
fn misplaced(text: &str, name: &str, open: &[OpenTag<'_>]) -> Advice {
    let begin = OpenTag::begin_of(name);
    let is_begun = open.iter().any(|one| one.name == begin);
    let last = open.last().filter(|last| is_begun || last.name != "block");
    let Some(last) = last else {
        let message = format!("`{{% {name} %}}` stands here, and no `{{% {begin} … %}}` is open");
        return (message, format!("take it out, or put `{{% {begin} … %}}` where it begins"));
    };
    let line = 1 + text[..last.at].matches('\n').count();
    let (end, of) = (last.end(), last.name);
    let message =
        format!("`{{% {name} %}}` stands here, while `{{% {of} … %}}` of line {line} is still open");
    let help = match is_begun {
        true => format!("put `{{% {end} %}}` before it, where that ends"),
        false => format!("write `{{% {end} %}}`, or put `{{% {begin} … %}}` where this one begins"),
    };
    (message, help)
}

/// What is said of an expression that is written as for another engine.
fn of_expression(sentence: &str, text: &str, tag: TemplateTag<'_>, span: Span) -> Option<Advice> {
    let before = text.get(tag.begin..span.start.max(tag.begin))?;
    if let Some(argument) = sentence.strip_prefix("missing keyword argument `") {
        let (argument, filter) = (argument.split('`').next()?, last_filter(&text[..tag.end], span.start)?);
        let help = format!("write `{filter}({argument}=…)`");
        return Some((format!("the filter `{filter}` needs the argument `{argument}`"), help));
    }
    if sentence.starts_with("`+` requires both operands to be numbers") {
        let help =
            "texts are joined by `~`; a value is a text as its author typed it, and `amount` is its number";
        return Some(("`+` adds numbers, and here is a text".to_owned(), help.to_owned()));
    }
    if !sentence.starts_with("found ") && sentence != "unexpected character" {
        return None;
    }
    if let Some(said) = unnamed_arguments(text, tag, before) {
        return Some(said);
    }
    let inner = tag.inner;
    let words: Vec<&str> = tag.words().collect();
    let other = |what: &str, help: &str| Some((format!("`{what}` means nothing here"), help.to_owned()));
    match words[..] {
        ["else", "if", ..] => return other("else if", "write `{% elif … %}`"),
        ["include", first, ..] if !first.starts_with(['"', '\'', '`', '[']) => {
            let name = inner.trim_matches(['-', ' ']).trim_start_matches("include").trim();
            let name = name.split_whitespace().next().unwrap_or(name);
            let help = format!("write `{{% include \"{name}\" %}}`");
            return Some(("the name of a template stands in quotation marks".to_owned(), help));
        }
        ["#" | "/" | ">", ..] => return Some(of_other_engine(inner)),
        _ => {}
    }
    if inner.trim_start_matches(['-', ' ']).starts_with('.') {
        let help = "write what it is a field of before it: `{{ page.title }}`";
        return Some(("a name begins with a point here".to_owned(), help.to_owned()));
    }
    if sentence.starts_with("found string but expected }}") {
        let help = "join two texts with `~`";
        return Some(("a text stands here behind another value".to_owned(), help.to_owned()));
    }
    if inner.starts_with('{') {
        let help = "write two braces: `{{ page.body }}`; what is HTML is printed as it is, and every other text is escaped";
        return other("{{{", help);
    }
    // What this engine has too: another sign than `!`, and the entries of a list in another one.
    let bare = without_texts(inner).replace("...", " ");
    let bare = if bare.contains("!==") { bare } else { bare.replace("!=", " ") };
    if let Some((sign, help)) = WITHIN.iter().find(|(sign, _)| bare.contains(sign)) {
        return other(sign.trim(), help);
    }
    let is_single = bare.contains('=') && sentence.starts_with("found `=`");
    is_single
        .then(|| ("`=` gives a name to something".to_owned(), "to compare two things, write `==`".to_owned()))
}

/// What is said of tags such as `{{#if page.title}}`.
fn of_other_engine(typed: &str) -> Advice {
    let help = match typed.trim_start_matches('{').chars().next() {
        Some('>') => "write `{% include \"parts/name.html\" %}`",
        _ => "write `{% if … %} … {% endif %}` or `{% for one in list %} … {% endfor %}`",
    };
    ("this is a tag of another template engine".to_owned(), help.to_owned())
}

/// What is said of arguments without their names: `default: "y"`, `truncate(20)`.
fn unnamed_arguments(text: &str, tag: TemplateTag<'_>, before: &str) -> Option<Advice> {
    let bare = before.trim_end();
    let at = tag.begin + bare.len();
    let is_colon = text.get(tag.begin + before.len()..)?.starts_with(':');
    let name = if is_colon { bare } else { bare.strip_suffix('(')?.trim_end() };
    let name = name.rsplit(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').next()?;
    let is_filter = bare[..bare.rfind(name)?].trim_end().ends_with('|');
    let taken = arguments(name);
    if !is_filter || !FILTERS.contains(&name) {
        return None;
    }
    let typed = text.get(at..tag.begin + tag.inner.len())?.trim_start_matches([':', ' ']);
    let end = if is_colon { first_outside_texts(typed, '|') } else { first_outside_texts(typed, ')') };
    let typed = typed[..end.unwrap_or(typed.len())].trim_matches([' ', '-']);
    let commas = without_texts(typed).match_indices(',').map(|(at, _)| at).collect::<Vec<_>>();
    let begins = std::iter::once(0).chain(commas.iter().map(|comma| comma + 1));
    let values =
        begins.zip(commas.iter().copied().chain([typed.len()])).map(|(begin, end)| typed[begin..end].trim());
    let of = |(place, value): (usize, &str)| match name {
        "round" if value.bytes().all(|byte| byte.is_ascii_digit()) => format!("precision={value}"),
        _ => taken.get(place).map_or(value.to_owned(), |argument| format!("{argument}={value}")),
    };
    let named: Vec<String> = values.enumerate().map(of).collect();
    let help = match taken.is_empty() {
        true => format!("write `{name}` alone"),
        false => format!("write `{name}({})`", named.join(", ")),
    };
    Some((format!("the argument of `{name}` stands here without its name"), help))
}

/// The filter that stands last before a place, or at it.
fn last_filter(text: &str, at: usize) -> Option<&str> {
    let end = at
        + text.get(at..)?.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(0);
    let pipe = text[..end].rfind('|')?;
    let name = text[pipe + 1..].trim_start();
    let length =
        name.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(name.len());
    Some(&name[..length]).filter(|name| !name.is_empty())
}

/// Where a sign stands first that is in no text.
fn first_outside_texts(text: &str, sign: char) -> Option<usize> {
    without_texts(text).find(sign)
}

/// An expression with blanks in the place of its texts.
fn without_texts(text: &str) -> String {
    let mut quote = None;
    let blank = |letter: char| match quote {
        Some(open) => {
            if letter == open {
                quote = None;
            }
            " ".repeat(letter.len_utf8())
        }
        None if matches!(letter, '"' | '\'' | '`') => {
            quote = Some(letter);
            " ".to_owned()
        }
        None => letter.to_string(),
    };
    text.chars().map(blank).collect()
}
