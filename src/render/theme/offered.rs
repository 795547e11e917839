//! What templates are offered by name beside their values: filters, tests and functions. The engine does not list them, so
//! they stand here, and a test asks it for each.

/// Filters: `{{ value | name }}`.
pub const FILTERS: [&str; 37] = [
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "newlines_to_br",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];

/// Tests: `{% if value is name %}`.
pub const TESTS: [&str; 17] = [
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

/// Functions: `{{ name() }}`.
pub const FUNCTIONS: [&str; 2] = ["range", "throw"];

/// The arguments of each filter, test and function that takes some. The engine reads those that it knows, and passes over
/// all others.
const ARGUMENTS: [(&str, &[&str]); 22] = [
    ("containing", &["pat"]),
    ("default", &["value", "boolean"]),
    ("divisible_by", &["divisor"]),
    ("ending_with", &["pat"]),
    ("get", &["key", "default"]),
    ("group_by", &["attribute"]),
    ("indent", &["width", "indentation", "first", "blank"]),
    ("int", &["base"]),
    ("join", &["sep"]),
    ("nth", &["n"]),
    ("pluralize", &["singular", "plural"]),
    ("range", &["start", "end", "step_by"]),
    ("replace", &["from", "to"]),
    ("round", &["method", "precision"]),
    ("sort", &["attribute"]),
    ("split", &["pat"]),
    ("starting_with", &["pat"]),
    ("throw", &["message"]),
    ("trim", &["pat"]),
    ("trim_end", &["pat"]),
    ("trim_start", &["pat"]),
    ("truncate", &["length", "end"]),
];

/// The arguments that a filter, test or function takes.
#[must_use]
pub fn arguments(name: &str) -> &'static [&'static str] {
    ARGUMENTS.iter().find(|(taker, _)| *taker == name).map_or(&[], |(_, arguments)| arguments)
}

/// What is written instead of names that other engines have, and older editions of this one.
const INSTEAD: [(&str, &str); 26] = [
    ("filter", "write a list with a condition: `[s for s in list if s.period == \"2019\"]`"),
    ("select", "write a list with a condition: `[s for s in list if s.measure]`"),
    ("selectattr", "write a list with a condition: `[s for s in list if s.measure]`"),
    ("reject", "write a list with a condition: `[s for s in list if not s.measure]`"),
    ("rejectattr", "write a list with a condition: `[s for s in list if not s.measure]`"),
    ("map", "write a list of what is wanted of each: `[s.value for s in list]`"),
    ("date", "dates are there in words and for machines: `page.updated.text`, `page.updated.iso`"),
    ("now", "no page knows the day on which it is made, so that the same sources make the same pages"),
    ("slice", "take a part by its place: `list[0:3]`"),
    ("concat", "put the lists into a new one: `[...first, ...second]`"),
    ("count", "write `length`"),
    ("e", "every text is escaped already, unless its name ends in `_html`"),
    (
        "markdown",
        "no template reads Markdown; what is written in a page arrives as HTML, such as `page.body`",
    ),
    (
        "markdownify",
        "no template reads Markdown; what is written in a page arrives as HTML, such as `page.body`",
    ),
    ("striptags", "take the field with the same words and no tags: `page.title` beside `page.title_html`"),
    ("as_str", "write `str`"),
    ("dictsort", "write `pairs`"),
    ("items", "write `pairs`, or `{% for key, value in map %}`"),
    ("linebreaksbr", "write `newlines_to_br`"),
    ("trim_start_matches", "write `trim_start(pat=\"…\")`"),
    ("trim_end_matches", "write `trim_end(pat=\"…\")`"),
    ("object", "write `map`"),
    ("matching", "ask with `is containing`, `is starting_with` or `is ending_with`"),
    (
        "get_url",
        "take the address of a file of static/ from `site.files[\"name\"]`, and begin others with `{{ site.home }}`",
    ),
    (
        "url_for",
        "take the address of a file of static/ from `site.files[\"name\"]`, and begin others with `{{ site.home }}`",
    ),
    (
        "json_encode",
        "no value can be printed as JSON; `{{ site.statistics_json }}` is the address of all statistics",
    ),
];

/// What to write instead of a filter, test or function of another engine.
pub(super) fn instead(name: &str) -> Option<&'static str> {
    INSTEAD.iter().find(|(other, _)| *other == name).map(|(_, instead)| *instead)
}

#[cfg(test)]
mod tests {
    use super::{ARGUMENTS, FILTERS, FUNCTIONS, INSTEAD, TESTS};
    use crate::render::contract::{Contract, LOOP};
    use tera::Tera;

    /// Whether the engine knows all that a template names.
    fn is_known(template: &str) -> bool {
        Tera::default().add_raw_template("a.html", template).is_ok()
    }

    #[test]
    fn the_engine_has_all_that_is_listed() {
        for name in FILTERS {
            assert!(is_known(&format!("{{{{ x | {name} }}}}")), "{name}");
        }
        for name in TESTS {
            assert!(is_known(&format!("{{% if x is {name} %}}{{% endif %}}")), "{name}");
        }
        for name in FUNCTIONS {
            assert!(is_known(&format!("{{{{ {name}() }}}}")), "{name}");
        }
    }

    #[test]
    fn arguments_are_of_what_is_offered() {
        let is_offered = |name| FILTERS.contains(name) || TESTS.contains(name) || FUNCTIONS.contains(name);
        assert!(ARGUMENTS.iter().all(|(name, arguments)| is_offered(name) && !arguments.is_empty()));
    }

    #[test]
    fn a_loop_has_the_fields_that_are_listed_and_no_others() {
        let contract = Contract::read();
        let listed = contract.record(LOOP).expect("it is listed");
        let has = |name: &str| is_known(&format!("{{% for a in b %}}{{{{ loop.{name} }}}}{{% endfor %}}"));
        assert!(listed.fields.iter().all(|(name, _)| has(name)) && !has("depth"));
    }

    #[test]
    fn what_has_another_name_here_has_none_there() {
        for (name, _) in INSTEAD {
            let is_filter = is_known(&format!("{{{{ x | {name} }}}}"));
            assert!(!is_filter && !is_known(&format!("{{{{ {name}() }}}}")), "{name}");
        }
    }
}
