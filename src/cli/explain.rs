//! `explain`: the page of a rule on a terminal, or the list of all rules.

use super::terminal::{self, BOLD, PLAIN};
use super::wrapped::wrapped;
use super::{contract, fields, forms};
use crate::diagnostic::page::{RulePagePart, sections};
use crate::diagnostic::{Rule, did_you_mean, rules};
use crate::report::Located;
use std::error::Error;
use std::fmt::Write as _;

/// How many rules are named when all that were broken are pointed to.
const MOST_NAMED: usize = 4;

/// What is asked for to see all that templates may name.
const TEMPLATES: &str = "templates";

/// What is asked for to see how periods are understood.
const PERIODS: &str = "periods";

/// What is asked for to see how values are understood.
const QUANTITIES: &str = "quantities";

/// What is asked for to see all that can be typed into a record.
const FIELDS: &str = "fields";

/// Prints the pages of these rules, or every rule with its summary; or one of the tables, or what a field is.
pub fn explain(typed: &[String]) -> Result<bool, Box<dyn Error>> {
    let text = match typed {
        [] => list(),
        [only] if only.eq_ignore_ascii_case(TEMPLATES) => contract::text(),
        [only] if only.eq_ignore_ascii_case(PERIODS) => forms::periods(),
        [only] if only.eq_ignore_ascii_case(QUANTITIES) => forms::quantities(),
        [only] if only.eq_ignore_ascii_case(FIELDS) => fields::all(),
        [only] if find(only).is_none() && fields::is_one(only) => fields::named(only),
        rules => pages(&find_all(rules)?),
    };
    terminal::to_stdout(&text)?;
    Ok(true)
}

/// Where there is more to read about the rules that were broken; one line, or none when all is well.
pub(super) fn more(located: &[Located]) -> String {
    let mut codes: Vec<&str> = located.iter().map(|one| one.diagnostic.rule.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.truncate(MOST_NAMED);
    if codes.is_empty() {
        return String::new();
    }
    format!("for more: cscare-site explain {}\n", codes.join(" "))
}

/// The rules with these codes or names, however they are written.
fn find_all(typed: &[String]) -> Result<Vec<&'static Rule>, String> {
    let found: Vec<(&String, Option<&Rule>)> = typed.iter().map(|name| (name, find(name))).collect();
    let unknown: Vec<String> =
        found.iter().filter(|(_, rule)| rule.is_none()).map(|(name, _)| unknown(name)).collect();
    if unknown.is_empty() {
        Ok(found.into_iter().filter_map(|(_, rule)| rule).collect())
    } else {
        Err(unknown.join("\n       "))
    }
}

fn find(name: &str) -> Option<&'static Rule> {
    rules::find(&name.to_uppercase()).or_else(|| rules::find(&name.to_lowercase()))
}

fn unknown(name: &str) -> String {
    // The difference of two codes is a letter or two, so only codes are near to what has the length of one.
    let is_code = name.len() <= rules::ALL[0].code.len() + 1;
    let names = rules::ALL
        .iter()
        .map(|rule| if is_code { rule.code } else { rule.name })
        .chain([TEMPLATES, PERIODS, QUANTITIES, FIELDS])
        .chain(fields::names());
    let advice =
        did_you_mean(name, names).unwrap_or_else(|| "`cscare-site explain` lists all rules".to_owned());
    format!("there is no rule or field `{name}`; {advice}")
}

fn list() -> String {
    let width = rules::ALL.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for (letter, title) in rules::SUBJECTS {
        let rules: Vec<&Rule> = rules::of_subject(*letter).collect();
        if rules.is_empty() {
            continue;
        }
        let _ = writeln!(text, "{BOLD}{title}{PLAIN}");
        for rule in rules {
            let (code, name, level, summary) = (rule.code, rule.name, rule.level.name(), rule.summary);
            let _ = writeln!(text, "  {code}  {name:<width$}  {level:<7}  {summary}");
        }
        text.push('\n');
    }
    text.push_str("for more about one of them: cscare-site explain R003\n");
    text.push_str("for all that templates may name: cscare-site explain templates\n");
    text.push_str("for every form of a value: cscare-site explain quantities\n");
    text.push_str("for every form of a period: cscare-site explain periods\n");
    text.push_str("for every field of a record: cscare-site explain fields\n");
    text
}

fn pages(rules: &[&Rule]) -> String {
    rules.iter().map(|rule| page(rule)).collect::<Vec<_>>().join("\n")
}

fn page(rule: &Rule) -> String {
    let what_can_be_done =
        if rule.can_be_lowered { "a site may set another level, or waive it" } else { "it cannot be waived" };
    let mut text = format!(
        "{BOLD}{} {}{PLAIN}\nlevel: {}; {what_can_be_done}\n",
        rule.code,
        rule.name,
        rule.level.name()
    );
    for section in sections(rule.page) {
        if !section.heading.is_empty() {
            let _ = write!(text, "\n{BOLD}{}{PLAIN}\n", section.heading);
        }
        for part in section.parts {
            text.push('\n');
            text.push_str(&shown(part));
        }
    }
    text
}

fn shown(part: RulePagePart<'_>) -> String {
    match part {
        RulePagePart::Text(paragraphs) => {
            let wrapped: Vec<String> = paragraphs.split("\n\n").map(wrapped).collect();
            wrapped.join("\n")
        }
        RulePagePart::File { path: "", text, .. } => indented(text),
        RulePagePart::File { path, text, .. } => format!("  {path}\n\n{}", indented(text)),
    }
}

fn indented(code: &str) -> String {
    let mut text = String::new();
    for line in code.lines() {
        text.push_str(format!("    {line}").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{find, unknown};

    #[test]
    fn rules_are_found_however_they_are_written() {
        for name in ["R003", "r003", "bound-number-differs", "Bound-Number-Differs"] {
            assert_eq!(find(name).map(|rule| rule.code), Some("R003"), "{name}");
        }
        assert_eq!(unknown("R033"), "there is no rule or field `R033`; did you mean `R003`?");
        let near = "there is no rule or field `bound-number-difers`; did you mean `bound-number-differs`?";
        assert_eq!(unknown("bound-number-difers"), near);
    }
}
