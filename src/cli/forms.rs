//! `explain periods` and `explain quantities`: every form that is understood, with what it is understood as. What stands
//! beside an example is computed by the readers themselves.

use super::terminal::{BOLD, PLAIN};
use super::wrapped::wrapped;
use crate::config::TONGUES;
use crate::evidence::describe;
use crate::evidence::language::table;
use crate::evidence::period::forms::{Example, FORMS};
use crate::evidence::period::{Period, PeriodWords, YearKind};
use crate::evidence::quantity::{self, Quantity};
use std::fmt::Write as _;

/// How a language is chosen, and how its numerals are read.
const LANGUAGES: &str = "`language` in site.toml, or `lang:` on a page, says in which language texts are read. Numerals are \
    those of the language: `1.234,5` in German, Spanish and Dutch, `1 234,5` in French, `1,234.5` in English, in Welsh and \
    in countries with a decimal point (`de-CH`, `es-MX`). `735,470` in German can be 735.470 or a decimal, and is asked \
    back. English words are read in every language, and of a language that is not listed nothing but these.";

/// How wide an example is.
const WIDTH: usize = 34;

/// The table of periods.
pub fn periods() -> String {
    let mut text =
        String::from("Every form of a period, the days that it means, and its label for readers.\n");
    for forms in FORMS {
        let _ = write!(text, "\n{BOLD}{}{PLAIN}\n\n{}\n", forms.title, wrapped(forms.remark));
        for example in forms.examples {
            let _ = writeln!(text, "  {:<WIDTH$}  {}", shown(example), meant(example));
        }
    }
    text.push_str(&languages());
    text
}

/// The table of values.
pub fn quantities() -> String {
    let mut text = String::from("Every form of a value, the numbers that it stands for, and its unit.\n");
    for forms in quantity::forms::FORMS {
        let _ = write!(text, "\n{BOLD}{}{PLAIN}\n\n{}\n", forms.title, wrapped(forms.remark));
        let typed = forms.examples.iter().map(|(typed, _)| *typed).chain(forms.refused.iter().copied());
        for typed in typed {
            let _ = writeln!(text, "  {typed:<WIDTH$}  {}", stands_for(typed));
        }
    }
    text.push_str(&languages());
    text
}

/// Which languages are read beside English, and what their tables lack.
fn languages() -> String {
    let mut text = format!("\n{BOLD}Languages{PLAIN}\n\n{}\n", wrapped(LANGUAGES));
    for (tag, tongue) in TONGUES {
        let said = match table(tongue) {
            Some(table) => format!("{}; lacks {}", table.name, table.lacks),
            None => "English; every form above".to_owned(),
        };
        let _ = writeln!(text, "  {tag:<4}{said}");
    }
    text
}

/// What a value stands for, or what is said of it.
fn stands_for(typed: &str) -> String {
    match Quantity::parse(typed) {
        Ok(quantity) if quantity.low().is_none() && quantity.high().is_none() => "no number".to_owned(),
        Ok(quantity) => {
            let unit = quantity.unit_text();
            format!("{:<44}  {unit}", describe::sentence(&quantity.interval, quantity.unit))
        }
        Err(error) => format!("refused: {}", error.help().unwrap_or_else(|| error.to_string())),
    }
}

/// An example with what its measure says.
fn shown(example: &Example) -> String {
    let year = match example.year {
        Some(YearKind::Financial) => " (financial)",
        Some(YearKind::Academic) => " (academic)",
        Some(YearKind::Calendar) => " (calendar)",
        None => "",
    };
    format!("{}{year}", example.typed)
}

/// What a period is understood as, or what is said of it.
fn meant(example: &Example) -> String {
    match Period::parse(example.typed) {
        Ok(period) => {
            let label = period.label(&PeriodWords::english());
            format!("{:<49}  {label}", period.iso(example.year)).trim_end().to_owned()
        }
        Err(error) => match error.help() {
            Some(help) => format!("refused: {help}"),
            None => format!("refused: {error}"),
        },
    }
}
