//! The levels of rules: as the settings say, for one rule or a whole subject, and as a run may tighten them.

use super::SettingsReader;
use crate::diagnostic::{FieldPath, Level, Rule, did_you_mean, rules};
use compact_str::CompactString;
use std::collections::BTreeMap;

/// Levels that differ from the rules' own, by code.
pub type Levels = BTreeMap<&'static str, Level>;

/// The key in `[rules]` that sets several levels at once.
const PRESET: &str = "preset";

/// The preset for sites on which every number is bound.
const STRICT: &str = "strict";

/// What is an error under [`STRICT`]: numbers that nothing checks, and times that hold on the day of reading only.
static STRICTER: [&Rule; 2] = [&rules::UNBOUND_NUMBER, &rules::RELATIVE_TIME];

/// What a run takes for an error, whatever the settings say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deny {
    /// Everything that is a warning.
    Warnings,
    /// These rules.
    Rules(Vec<&'static Rule>),
}

impl Deny {
    /// What a word means: `warnings`, or a rule or subject.
    ///
    /// # Errors
    /// That there is no such rule.
    pub fn parse(word: &str) -> Result<Self, String> {
        if word == "warnings" {
            return Ok(Self::Warnings);
        }
        let named = named(word);
        if !named.is_empty() {
            return Ok(Self::Rules(named));
        }
        let near = did_you_mean(word, names().chain(["warnings"]));
        let near = near.map_or_else(String::new, |near| format!("; {near}"));
        Err(format!("`{word}` is neither `warnings` nor a rule{near}"))
    }

    /// Makes errors of what is denied.
    pub fn apply(&self, levels: &mut Levels) {
        let is_warning = |rule: &&&Rule| levels.get(rule.code).unwrap_or(&rule.level) == &Level::Warning;
        let denied: Vec<&Rule> = match self {
            Self::Warnings => rules::ALL.iter().filter(is_warning).copied().collect(),
            Self::Rules(denied) => denied.clone(),
        };
        levels.extend(denied.into_iter().map(|rule| (rule.code, Level::Error)));
    }
}

/// The rules that a code, a name, or the letter of a subject means.
fn named(word: &str) -> Vec<&'static Rule> {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => rules::of_subject(letter).collect(),
        _ => rules::find(word).into_iter().collect(),
    }
}

fn names() -> impl Iterator<Item = &'static str> {
    rules::ALL.iter().flat_map(|rule| [rule.code, rule.name])
}

impl SettingsReader<'_> {
    /// The levels in the section `[rules]`. What is said of one rule goes before what is said of its subject.
    pub(super) fn levels(&mut self, mut typed: Vec<(CompactString, String)>) -> Levels {
        typed.sort_by_key(|(word, _)| word.chars().count() > 1);
        let mut levels = Levels::new();
        if let Some(at) = typed.iter().position(|(word, _)| word == PRESET) {
            let (_, preset) = typed.remove(at);
            self.preset(&preset, &mut levels);
        }
        for (word, level) in typed {
            if let Some((level, rules)) = self.level(&word, &level) {
                levels.extend(rules.into_iter().map(|rule| (rule.code, level)));
            }
        }
        levels
    }

    /// Several levels under one name.
    fn preset(&mut self, name: &str, levels: &mut Levels) {
        if name == STRICT {
            levels.extend(STRICTER.iter().map(|rule| (rule.code, Level::Error)));
        } else {
            let help = format!("write `{PRESET} = \"{STRICT}\"`, or leave the line out");
            let field = FieldPath::key("rules").then(PRESET);
            self.invalid(&rules::INVALID_VALUE, field, format!("there is no preset `{name}`"), help);
        }
    }

    /// A level and the rules that take it; of a subject, those that can.
    fn level(&mut self, word: &str, level: &str) -> Option<(Level, Vec<&'static Rule>)> {
        let field = FieldPath::key("rules").then(word);
        let meant = named(word);
        if meant.is_empty() {
            let help = did_you_mean(word, names())
                .unwrap_or_else(|| "`cscare-site explain` lists all rules".to_owned());
            self.invalid(&rules::INVALID_VALUE, field, format!("there is no rule `{word}`"), help);
            return None;
        }
        let Some(level) = Level::from_setting(level) else {
            let help = "levels are: error, warn, note, off".to_owned();
            self.invalid(&rules::INVALID_VALUE, field, format!("`{level}` is no level"), help);
            return None;
        };
        let can_take = |rule: &&Rule| level == Level::Error || rule.can_be_lowered;
        let able: Vec<&Rule> = meant.into_iter().filter(can_take).collect();
        if able.is_empty() {
            let message = format!("`{word}` is always an error: it leaves something unbuilt");
            let help = "remove this line, and mend what the rule reports".to_owned();
            self.invalid(&rules::INVALID_VALUE, field, message, help);
            return None;
        }
        Some((level, able))
    }
}

#[cfg(test)]
mod tests {
    use super::{Deny, Levels};
    use crate::diagnostic::Level;

    #[test]
    fn what_is_denied_is_an_error_unless_it_is_off() {
        let mut levels = Levels::from([("M001", Level::Off), ("L001", Level::Warning)]);
        Deny::Warnings.apply(&mut levels);
        let wanted = [("M001", Level::Off), ("L001", Level::Error), ("M005", Level::Error)];
        assert!(wanted.iter().all(|(code, level)| levels.get(code) == Some(level)), "{levels:?}");
        Deny::parse("M").expect("it is a subject").apply(&mut levels);
        assert_eq!(levels["M001"], Level::Error);
    }

    #[test]
    fn a_preset_sets_levels_that_single_rules_go_before() {
        let read = |rules: &str| {
            let settings = format!("title = \"T\"\n[rules]\n{rules}");
            crate::config::read(&crate::source::SourceTree::in_memory([("site.toml", settings.as_str())]))
        };
        let strict = read("preset = \"strict\"\nW002 = \"off\"\n");
        assert!(strict.diagnostics.is_empty(), "{:?}", strict.diagnostics);
        assert_eq!(strict.value.levels.get("W001"), Some(&Level::Error));
        assert_eq!(strict.value.levels.get("W002"), Some(&Level::Off));
        assert_eq!(read("preset = \"stern\"\n").diagnostics.len(), 1);
    }

    #[test]
    fn an_unknown_word_is_refused_with_what_is_near() {
        let refused = Deny::parse("warning").expect_err("it is no such word");
        assert_eq!(refused, "`warning` is neither `warnings` nor a rule; did you mean `warnings`?");
        assert!(Deny::parse("Q").is_err() && Deny::parse("").is_err());
    }
}
