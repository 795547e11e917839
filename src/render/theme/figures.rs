//! Numbers that are typed into a template or a table of words. What a template prints of the site is checked; what stands
//! beside it would stay as it is when the statistic is corrected.

use super::typed::{self, PrintedTexts};
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::document::raw_html::figures;
use crate::path::SourcePath;
use crate::span::Span;
use std::ops::Range;
use toml::de::DeTable;

/// The page that servers show with their number for "not found".
const NOT_FOUND: &str = "templates/not_found.html";

/// Tells of every number that a reader sees and no statistic gives. `printed` is what templates print.
pub(super) fn check(
    path: &SourcePath,
    text: &str,
    printed: &PrintedTexts<'_>,
    is_english: bool,
) -> Vec<Diagnostic> {
    if path.as_str() == NOT_FOUND {
        return Vec::new();
    }
    let seen = typed::seen(text, printed);
    let mut found = figures::of(&seen, is_english);
    found.extend(figures::of_attributes(&seen, is_english));
    let mut glued = glued(text, &seen, is_english);
    glued.retain(|run| !found.iter().any(|one| one.start <= run.start && run.end <= one.end));
    found.extend(glued);
    found.into_iter().map(|place| tell(path, text, place, "a template")).collect()
}

/// Digits that stand directly before an expression or behind one, and so become a part of the number that it prints. `1` alone
/// says "one" in many a sentence; here it makes fifty of five.
fn glued(text: &str, seen: &str, is_english: bool) -> Vec<Range<usize>> {
    let mut whole = seen.as_bytes().to_vec();
    let mut places = Vec::new();
    for run in runs(seen) {
        let is_put = is_put_into_value(text, &run);
        let before = is_put || ends_expression(text, run.start);
        let behind = is_put || begins_expression(text, seen, run.end);
        // A digit in the place of the expression: so a number is read that no word stands for.
        if before {
            whole[run.start - 1] = b'9';
        }
        if behind {
            whole[run.end] = b'9';
        }
        if before || behind {
            places.push(run);
        }
    }
    if places.is_empty() {
        return places;
    }
    let found = figures::of(&String::from_utf8(whole).unwrap_or_default(), is_english);
    places.retain(|run| found.iter().any(|one| one.start <= run.start && run.end <= one.end));
    places
}

/// One or two digits that are no part of a longer number or of a name.
fn runs(seen: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_part =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b',' | b'_' | b'#' | b'&' | b'-');
    let bytes = seen.as_bytes();
    let begins = (0..bytes.len()).filter(move |at| {
        bytes[*at].is_ascii_digit() && !at.checked_sub(1).is_some_and(|before| is_part(bytes[before]))
    });
    begins.filter_map(|begin| {
        let length = bytes[begin..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        (length <= 2).then_some(begin..begin + length)
    })
}

/// Whether an expression is printed behind what ends there, or joined to the text that ends there.
fn begins_expression(text: &str, seen: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let inner = rest.trim_start_matches(['"', '\'', '`']).trim_start();
    let is_tag = seen.as_bytes().get(at + rest.len() - inner.len()) == Some(&b' ');
    rest.starts_with("{{") || (is_tag && inner.starts_with('~'))
}

/// Whether an expression was printed before what begins there.
fn ends_expression(text: &str, at: usize) -> bool {
    text.get(..at).is_some_and(|before| before.ends_with("}}"))
}

/// Whether a filter puts digits in the place of others: `| replace(from="21", to="12")`.
fn is_put_into_value(text: &str, run: &Range<usize>) -> bool {
    let quote = text.get(..run.start).and_then(|before| before.rfind(['"', '\'', '`']));
    let sign = quote.and_then(|quote| text[..quote].trim_end().strip_suffix('='));
    sign.is_some_and(|name| name.trim_end().ends_with("to"))
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

#[cfg(test)]
mod tests {
    use super::{PrintedTexts, check, check_words};
    use crate::path::SourcePath;
    use crate::source::{SourceTree, is_template};

    /// The numbers that are told of a template.
    fn found(text: &str) -> Vec<String> {
        let printed = PrintedTexts::of([text].into_iter());
        let found = check(&SourcePath::new("templates/a.html"), text, &printed, true);
        found.into_iter().filter_map(|one| Some(one.message.split('`').nth(1)?.to_owned())).collect()
    }

    #[test]
    fn numbers_that_a_reader_sees_are_told() {
        for (text, wanted) in [
            ("<p>{# 92% é #}{% if a == 92 %}Of 92% of {{ \"92%\" }}{% endif %}</p>", vec!["92%", "92%"]),
            ("<p>{{ 92 }} per cent of {{ 1.5 ~ \"m\" }} people</p>", vec!["92", "1.5"]),
            ("<p>1{{ s.value }} of {{ \"1\" ~ s.value }} and {{ 1 ~ s.value }}</p>", vec!["1", "1", "1"]),
            ("<p>costs 1{{- s.value -}}</p><p>{{ s.value }}0</p>", vec!["1", "0"]),
            ("<p>{{ 'half of them' ~ x }}</p><p>{{ x or \"12%\" }}</p>", vec!["half", "12%"]),
            ("<p>{{ \"92%\" if x == \"13%\" else `14%` }}</p>", vec!["92%", "14%"]),
            ("<p>{{ x | default(value=\"92%\") | upper }}</p>", vec!["92%"]),
            ("{% set share = \"92% of people\" %}<p>{{ share }}</p>", vec!["92%"]),
            (
                "{% set rows = [{\"v\": \"92%\"}] %}{% for r in rows %}<p>{{ r.v }}</p>{% endfor %}",
                vec!["92%"],
            ),
            ("{% for s in [\"92%\", \"1,300\"] %}<b>{{ s }}</b>{% endfor %}", vec!["92%", "1,300"]),
            (
                "{% component a(title=\"92%\", id=\"x\") %}<p id=\"{{ id }}\">{{ title }}</p>{% endcomponent a %}{{<a title=\"12%\" id=\"9%\"/>}}",
                vec!["92%", "12%"],
            ),
            (
                "<p>{{ s.value | replace(from=\"21\", to=\"12\") }} of {{ s.value | replace(from='7', to='1') }}</p>",
                vec!["12", "1"],
            ),
            (
                "<p>{{ x | join(sep=\" 92% \") }}{{ x | truncate(length=20, end=a ~ \" 13%\") }}</p>",
                vec!["92%", "13%"],
            ),
            ("<p>{% filter replace(from=\"21\", to=\"12\") %}{{ x }}{% endfilter %}</p>", vec!["12"]),
            (
                "<p>{{ n | pluralize(singular=\"of 40 people\") }}{{ x | get(key=\"13%\", default=\"14%\") }}</p>",
                vec!["40", "14%"],
            ),
            (
                "{% set n = 42 %}<p>{{ n }}</p>{% set_global m = 12.5 %}{% set k = m %}<p>{{ k }}</p>",
                vec!["42", "12.5"],
            ),
            ("{% set n = 42 %}<p title=\"{{ n }}\" class=\"{{ n }}\">x</p>", vec!["42"]),
            ("{% for n in [42, 4300] %}<p>{{ n }} visits</p>{% endfor %}", vec!["42", "4300"]),
            ("{% set a = {\"n\": 42, \"w\": 92} %}<p>{{ a.n }} visits</p>", vec!["42"]),
            ("{% for k, v in {\"n\": 42} %}<p>{{ v }}</p>{% endfor %}", vec!["42"]),
            (
                "<p>{{ 42 | str }} {{ x if y == 43 else 44 }} {{ (45) }} {{ x | default(value=46) }}</p>",
                vec!["42", "44", "45", "46"],
            ),
            (
                "{% component a(n=42, w=92) %}<p class=\"w{{ w }}\">{{ n }}</p>{% endcomponent a %}{{<a n={43} w={93}/>}}",
                vec!["42", "43"],
            ),
            ("<img src=\"a.png\" alt=\"92% of {{ x }}\">", vec!["92%"]),
            (
                "<a title='of 12%' class='w-92' aria-label=\"{{ \"13%\" }}\" data-x='14%' href='#15'>x</a>",
                vec!["13%", "12%"],
            ),
            (
                "<input placeholder=\"half of them\"><meta name=\"description\" content=\"92% left\">",
                vec!["half", "92%"],
            ),
        ] {
            let mut found = found(text);
            found.sort_unstable();
            let mut wanted = wanted;
            wanted.sort_unstable();
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn numbers_that_nobody_sees_are_not_told() {
        for text in [
            "<h{{ level }} class=\"w-92\">© 2024 {{ site.title }}</h{{ level }}>",
            "<p>1 {{ x }}, 1 ~ {{ x }}</p><i id='a1{{ x }}' class=\"m1{{ x }}\">H1{{ x }}</i><h1{{ x }}></h1{{ x }}>",
            "<p class=\"{{ \"w-92\" }}\" style=\"width: {{ \"92%\" }}\" id='{{ \"a-92\" ~ x }}'>{{ x | truncate(length=80) }}</p>",
            "<p>{{ t[\"92%\"] }}{{ site.files['92.css'] }}{{ x.extra[\"12%\"] | default(value=\"–\") }}</p>",
            "<p>{{ x | date(format=\"%d 92%\") }}{{ x | replace(from=\"92%\", to=\"\") }}{{ x | round(precision=2) }}</p>",
            "{% set width = \"92%\" %}{% set count = 0 %}<p style='width: {{ width }}'>{{ count + 1 }}{{ count }}</p>",
            "{% for size in [\"400w\", \"92%\"] %}<img srcset=\"{{ size }}\" alt=''>{% endfor %}",
            "{% if x == \"92%\" %}<p>{{ \"a\" if \"92%\" == x }}{{ \"92%\" in x }}{{ 10 - x }}</p>{% endif %}",
            "{% include \"parts/92.html\" %}{{ throw(message=\"92%\") }}<p>{{ \"2019\" ~ x.value ~ \" of \" }}</p>",
            "{% set n = 42 %}<p class=\"w-{{ n }}\">{{ x[0:12] | length }}{{ x | truncate(length=200) }}</p>",
            "{% set row = {\"width\": 40} %}<img alt='' width={{ row.width }}><p>{{ row.name }}</p>",
            "<p>{{ loop.index }}{{ x | round(precision=12) }}{{ 100 - x }}{{ x * 100 }}{{ x[12] }}{{ x | nth(n=12) }}</p>",
            "<p>{{ x | replace(from=\"12\", to=\"-\") }}{% for n in range(end=12) %}{{ n }}{% endfor %}</p>",
            "<a href=\"{{ x | replace(from='1x', to='2x') }}\">{% if x | length > 12 %}{{ x }}{% endif %}</a>",
            "{% for x in [{\"92%\": \"a\"}] %}<p>{{ x }}</p>{% endfor %}<a href='{{ site.home }}' alt='&#160;'>x</a>",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        let path = SourcePath::new("templates/not_found.html");
        assert_eq!(check(&path, "<h1>404</h1>", &PrintedTexts::default(), true), []);
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
        let paths: Vec<&SourcePath> = sources.below("templates").filter(|path| is_template(path)).collect();
        let texts: Vec<String> =
            paths.iter().map(|path| sources.text(path).expect("it is bundled")).collect();
        let printed = PrintedTexts::of(texts.iter().map(String::as_str));
        for (path, text) in paths.iter().zip(&texts) {
            assert_eq!(check(path, text, &printed, true), [], "{path}");
        }
        let words = SourcePath::new("templates/words.en.toml");
        assert_eq!(check_words(&words, &sources.text(&words).expect("it is bundled"), true), []);
    }
}
