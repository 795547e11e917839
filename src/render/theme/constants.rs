//! Words of the site's language that templates ask for by name: `{{ t.topics }}` on every page is the same. They are
//! written into the templates once instead of being looked up for each page.

use crate::render::words::Words;
use std::collections::BTreeMap;

/// How a template names a word, up to the word's key, and from there on.
const OPEN: &str = "{{ t.";
const CLOSE: &str = " }}";

/// The templates with the words in them; `None` when they might name something else by `t`.
pub fn with_words(templates: &BTreeMap<String, String>, words: &Words) -> Option<BTreeMap<String, String>> {
    let is_plain = |text: &String| only_words(text) && !text.contains("endraw");
    let set = |(name, text): (&String, &String)| (name.clone(), set(text, words));
    templates.values().all(is_plain).then(|| templates.iter().map(set).collect())
}

/// Whether `t` is never given another meaning: wherever it is a name, something of it is asked for, or a component
/// takes it over as it is, with `@`.
fn only_words(text: &str) -> bool {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let bytes = text.as_bytes();
    memchr::memchr_iter(b't', bytes).all(|at| {
        let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
        let after = bytes.get(at + 1).copied().unwrap_or(b' ');
        is_name(before)
            || is_name(after)
            || matches!(after, b'.' | b'[')
            || matches!(before, b'@' | b'.' | b'\'' | b'`')
    })
}

fn set(text: &str, words: &Words) -> String {
    let mut set = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, begun)) = rest.split_once(OPEN) {
        set.push_str(before);
        let word = begun.split_once(CLOSE).and_then(|(key, after)| Some((words.known(key)?, after)));
        match word {
            // A brace may begin a tag, and another line would move all that follow.
            Some((word, after)) if !word.contains(['{', '}', '\n']) => {
                set.push_str(word);
                rest = after;
            }
            Some(_) | None => {
                set.push_str(OPEN);
                rest = begun;
            }
        }
    }
    set.push_str(rest);
    set
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, with_words};
    use crate::render::words;
    use crate::source::SourceTree;

    fn set(text: &str) -> Option<String> {
        let words = words::load(&SourceTree::in_memory([]), "en").value;
        let templates = BTreeMap::from([("page.html".to_owned(), text.to_owned())]);
        with_words(&templates, &words)?.remove("page.html")
    }

    #[test]
    fn words_are_set_and_everything_else_stays() {
        let stays =
            "{{t.topics}} {{- t.topics }} {{ t.topics | upper }} {{ t.nonsense }} {{ t[page.kind] }} {{ t.";
        assert_eq!(set(stays).as_deref(), Some(stays));
        assert_eq!(
            set("<h2>{{ t.topics }}</h2>{{ t.statistics }}").as_deref(),
            Some("<h2>Topics</h2>Statistics")
        );
        assert_eq!(
            set("{# `t` #}don't {{ page.t }} {{<a @t/>}} {{ t.topics }}").as_deref(),
            Some("{# `t` #}don't {{ page.t }} {{<a @t/>}} Topics")
        );
        // A blank is filled by a filter, and a word with one begins like a tag.
        assert_eq!(set("{{ t.permalink }}").as_deref(), Some("{{ t.permalink }}"));
    }

    #[test]
    fn the_bundled_templates_take_words() {
        let sources = SourceTree::in_memory([]);
        let words = words::load(&sources, "en").value;
        let paths = sources.below("templates").filter(|path| path.extension() == "html");
        let written: BTreeMap<String, String> =
            paths.map(|path| (path.to_string(), sources.text(path).expect("it is bundled"))).collect();
        let set = with_words(&written, &words).expect("they call nothing else `t`");
        assert!(written.values().any(|text| text.contains("{{ t.topics }}")));
        assert!(set.values().all(|text| !text.contains("{{ t.topics }}")));
    }

    #[test]
    fn nothing_is_set_where_t_may_be_something_else() {
        for other in [
            "{% for t in list %}",
            "{% set t = 1 %}",
            "{% for k, t in map %}",
            "{% component a(t: map) %}",
            "{{ t }}",
            "{% endraw %}",
        ] {
            assert_eq!(set(&format!("{{{{ t.topics }}}} {other}")), None, "{other}");
        }
    }
}
