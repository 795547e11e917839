//! Records and lists that a template prints as a whole: the engine would print them as JSON.

use super::fields::{FieldFault, FieldWalk, Scope, named};
use super::tag_words::TagWord;
use super::unknown::some;
use crate::render::contract::FieldHolds;
use crate::span::Span;

/// Filters that print whatever they are given, records too.
const PRINTING: [&str; 2] = ["join", "str"];

/// Fields that say most of what a record is.
const SHOWN: [&str; 6] = ["value", "title_html", "title", "text", "text_html", "name"];

impl FieldWalk<'_> {
    /// Looks at what a tag prints: it has to be a text or a number.
    pub fn printed(&mut self, template: &str, words: &[TagWord<'_>], scopes: &[Scope]) {
        let (mut depth, mut is_asked) = (0_usize, false);
        for at in 0..words.len() {
            match words[at].text {
                "if" if depth == 0 => is_asked = true,
                "else" if depth == 0 => is_asked = false,
                _ => {}
            }
            let before = if at == 0 { "" } else { words[at - 1].text };
            if depth == 0 && !is_asked && matches!(before, "" | "~" | "or" | "else") {
                let fault = self.printed_there(template, words, at, scopes);
                self.found.extend(fault);
            }
            match words[at].text {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }

    /// What is wrong with the value that begins there, if it is printed.
    fn printed_there(
        &self,
        template: &str,
        words: &[TagWord<'_>],
        at: usize,
        scopes: &[Scope],
    ) -> Option<FieldFault> {
        self.base(words, at, scopes)?;
        let (holds, next) = self.kept(words, at, scopes);
        let text = |at: usize| words.get(at).map_or("", |word| word.text);
        let is_joined = text(next) == "|" && PRINTING.contains(&text(next + 1));
        let is_joined_text = text(next + 1) == "join"
            && matches!(&holds, FieldHolds::List(of) if !matches!(**of, FieldHolds::Record(_) | FieldHolds::List(_)));
        if !matches!(text(next), "" | "~" | "or" | "if" | "else") && !is_joined || is_joined_text {
            return None;
        }
        let span = Span::new(words[at].span.start, words[next - 1].span.end);
        let path = self.templates.get(template)?.get(span.start..span.end)?;
        let (message, help) = self.whole(path, &holds)?;
        Some(FieldFault { template: template.to_owned(), span, message, help })
    }

    /// What is said of a value that is no text, where it is printed.
    fn whole(&self, path: &str, holds: &FieldHolds) -> Option<(String, String)> {
        let (what, help) = match holds {
            FieldHolds::Record(record) => {
                let known = self.contract.record(record)?;
                let names = known.fields.iter().map(|(name, _)| name.as_str());
                let first = names.clone().find(|name| SHOWN.contains(name)).or(names.clone().next())?;
                let some = some("", names);
                let one = match path.starts_with(|first: char| first.is_alphabetic()) {
                    true if !path.contains('|') => format!("{path}.{first}"),
                    true => format!("({path})[\"{first}\"]"),
                    false => format!("{path}[\"{first}\"]"),
                };
                (named(record), format!("name a field of it, such as `{{{{ {one} }}}}`: {some}"))
            }
            FieldHolds::List(of) if matches!(**of, FieldHolds::Record(_) | FieldHolds::List(_)) => {
                ("list".to_owned(), format!("go through it: `{{% for one in {path} %}} … {{% endfor %}}`"))
            }
            FieldHolds::List(_) => {
                ("list".to_owned(), format!("put something between: `{{{{ {path} | join(sep=\", \") }}}}`"))
            }
            FieldHolds::Map(_) => {
                ("table".to_owned(), format!("name one entry of it, such as `{{{{ {path}[\"name\"] }}}}`"))
            }
            FieldHolds::Text
            | FieldHolds::Html
            | FieldHolds::Number
            | FieldHolds::Flag
            | FieldHolds::Anything => return None,
        };
        Some((format!("`{path}` is a whole {what}, and only texts and numbers can be printed"), help))
    }
}
