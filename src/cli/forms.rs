//! `explain periods` and `explain quantities`: every form that is understood, with what it is understood as. What stands
//! beside an example is computed by the readers themselves.

use super::terminal::{BOLD, PLAIN};
use crate::evidence::period::forms::{Example, FORMS};
use crate::evidence::period::{Period, PeriodWords, YearKind};
use std::fmt::Write as _;

/// How wide an example is.
const WIDTH: usize = 34;

/// The table of periods.
pub fn periods() -> String {
    let mut text =
        String::from("Every form of a period, the days that it means, and its label for readers.\n");
    for forms in FORMS {
        let _ = write!(text, "\n{BOLD}{}{PLAIN}\n\n{}\n", forms.title, super::explain::wrapped(forms.remark));
        for example in forms.examples {
            let _ = writeln!(text, "  {:<WIDTH$}  {}", shown(example), meant(example));
        }
    }
    text
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
