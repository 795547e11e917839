//! Templates with calls in them that count: one for each turn of a loop, and one for each value that grows. What the calls do
//! is in `budget.rs`. Where a site has no templates of its own, the bundled ones loop over what the site has and need none.

use crate::document::template_tags::{TemplateTag, tags};

/// Counts a turn and prints nothing.
pub(super) const TURN: &str = "__turn";

/// Counts a turn and is true, for loops inside lists.
pub(super) const TURN_OF_LIST: &str = "__turn_of_list";

/// Weighs a value that was set.
pub(super) const WEIGH: &str = "__weigh";

/// Refuses a list or a table that would be printed as a whole.
pub(super) const PRINTED: &str = "__printed";

/// The template with the calls. No line moves.
pub(super) fn marked(text: &str) -> String {
    let mut marked = String::with_capacity(text.len() + text.len() / 8);
    let mut copied = 0;
    let mut insert = |at: usize, call: &str| {
        marked.push_str(&text[copied..at]);
        marked.push_str(call);
        copied = at;
    };
    let mut open_sets: Vec<&str> = Vec::new();
    let mut of_authors: Vec<&str> = vec!["extra"];
    for tag in tags(text) {
        let words: Vec<&str> = tag.words().collect();
        if tag.prints && is_path(&words) && has_any(&words, &of_authors) {
            let trim = if tag.inner.starts_with('-') { "-" } else { "" };
            let path = tag.inner.trim_matches(['-', ' ', '\n']);
            insert(tag.begin - 2, &format!("{{{{{trim} {PRINTED}(value={path}) }}}}"));
        }
        if matches!(words.first(), Some(&("for" | "set" | "set_global"))) && has_any(&words, &of_authors) {
            of_authors.extend(words[1..].iter().take_while(|word| !matches!(**word, "in" | "=")));
        }
        for (at, call) in lists(tag) {
            insert(at, &call);
        }
        match tag.words().next() {
            Some("for") => insert(tag.end, &printed(tag, &format!("{TURN}()"))),
            Some("set" | "set_global") => match grown(tag) {
                Setting::Block(name) => open_sets.push(name),
                Setting::Grown(name) => insert(tag.end, &weighed(tag, name)),
                Setting::Taken => {}
            },
            Some("endset") => {
                if let Some(name) = open_sets.pop() {
                    insert(tag.end, &weighed(tag, name));
                }
            }
            _ => {}
        }
    }
    marked.push_str(&text[copied..]);
    marked
}

/// Whether a tag asks for no more than a value by its name: what authors give is of a kind that nobody knows before.
fn is_path(words: &[&str]) -> bool {
    let is_part = |word: &str| {
        let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_.[]?\"'`".contains(&byte);
        word.bytes().next().is_some_and(is_of_name)
    };
    let is_joined = words.windows(2).all(|two| two.iter().any(|word| matches!(*word, "." | "[" | "]" | "?")));
    words.iter().all(|word| is_part(word)) && is_joined
}

fn has_any(words: &[&str], names: &[&str]) -> bool {
    words.iter().any(|word| names.contains(word))
}

/// A call behind a tag, which takes away the blanks that the tag takes away.
fn printed(tag: TemplateTag<'_>, call: &str) -> String {
    format!("{{{{ {call} {}}}}}", if tag.trims() { "-" } else { "" })
}

fn weighed(tag: TemplateTag<'_>, name: &str) -> String {
    printed(tag, &format!("{WEIGH}(value={name})"))
}

/// What a `set` does.
enum Setting<'t> {
    /// It opens a block.
    Block(&'t str),
    /// It makes a new value.
    Grown(&'t str),
    /// It takes a value that there is.
    Taken,
}

fn grown(tag: TemplateTag<'_>) -> Setting<'_> {
    let mut words = tag.words().skip(1);
    let name = words.next().unwrap_or_default();
    if words.next() != Some("=") {
        return Setting::Block(name);
    }
    match words.any(|word| matches!(word, "~" | "[" | "{" | "(" | "|")) {
        true => Setting::Grown(name),
        false => Setting::Taken,
    }
}

/// The calls that loops inside lists need, `[x for x in all if x]`, and where.
fn lists(tag: TemplateTag<'_>) -> Vec<(usize, String)> {
    let mut calls = Vec::new();
    // For each open bracket: whether a loop stands in it, and whether that has a condition.
    let mut open: Vec<(bool, bool)> = Vec::new();
    let mut words = tag.words();
    while let Some(word) = words.next() {
        let at = tag.begin + words.at();
        match (word, open.last_mut()) {
            ("[" | "(" | "{", _) => open.push((false, false)),
            ("for", Some(one)) => one.0 = true,
            ("if", Some(one)) if one.0 && !one.1 => {
                one.1 = true;
                calls.push((at, format!(" {TURN_OF_LIST}() and (")));
            }
            ("]" | ")" | "}", _) => match open.pop() {
                Some((true, true)) => calls.push((at - 1, ")".to_owned())),
                Some((true, false)) => calls.push((at - 1, format!(" if {TURN_OF_LIST}()"))),
                Some((false, _)) | None => {}
            },
            _ => {}
        }
    }
    calls
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn loops_count_their_turns() {
        assert_eq!(
            marked("{% for a in b %} {{ a }} {%- for c in d -%} x"),
            "{% for a in b %}{{ __turn() }} {{ a }} {%- for c in d -%}{{ __turn() -}} x"
        );
        assert_eq!(
            marked("{% raw %}{% for a in b %}{% endraw %}{# {% for %} #}"),
            "{% raw %}{% for a in b %}{% endraw %}{# {% for %} #}"
        );
    }

    #[test]
    fn what_authors_give_is_looked_at_before_it_is_printed() {
        assert_eq!(
            marked("a {{- page.extra.b -}}"),
            "a {{- __printed(value=page.extra.b) }}{{- page.extra.b -}}"
        );
        assert_eq!(
            marked("{% for k, v in page.extra %}{{ v['a'] }}"),
            "{% for k, v in page.extra %}{{ __turn() }}{{ __printed(value=v['a']) }}{{ v['a'] }}"
        );
        for text in ["{{ page.title }}", "{{ page.extra.a | upper }}", "{{ page.extra.a if b else c }}"] {
            assert_eq!(marked(text), text);
        }
    }

    #[test]
    fn loops_inside_lists_count_their_turns() {
        let list = "{{ [[a for a in b] for c in [1, 2] if c > (1)] | length }}";
        let wanted = "{{ [[a for a in b if __turn_of_list()] for c in [1, 2] if __turn_of_list() and ( c > (1))] | length }}";
        assert_eq!(marked(list), wanted);
        let ternary = "{{ (1 if a else 2) ~ [1 if a else 2 for a in b] }}";
        assert_eq!(marked(ternary), "{{ (1 if a else 2) ~ [1 if a else 2 for a in b if __turn_of_list()] }}");
    }

    #[test]
    fn values_that_grow_are_weighed() {
        assert_eq!(marked("{% set a = b.c %}"), "{% set a = b.c %}");
        assert_eq!(marked("{% set a = b ~ c -%}"), "{% set a = b ~ c -%}{{ __weigh(value=a) -}}");
        assert_eq!(
            marked("{% set_global a %}{% set b %}{% endset %}x{% endset %}"),
            "{% set_global a %}{% set b %}{% endset %}{{ __weigh(value=b) }}x{% endset %}{{ __weigh(value=a) }}"
        );
    }
}
