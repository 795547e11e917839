//! `read`: how one value or period is understood, for authors and for tests.

use super::terminal::{self, BOLD, PLAIN};
use crate::config::{Language, check_language};
use crate::evidence::describe;
use crate::evidence::period::{Period, PeriodError, YearKind};
use crate::evidence::quantity::{Quantity, QuantityError};
use crate::evidence::record::RawMeasure;
use crate::render::words;
use crate::source::SourceTree;
use clap::Args;
use clap::builder::PossibleValuesParser;
use serde::Serialize;
use std::error::Error;
use std::fmt::Write as _;

/// What `read` takes.
#[derive(Debug, Args)]
pub struct ReadArguments {
    /// A value or a period as it is printed
    #[arg(value_name = "TEXT", allow_hyphen_values = true)]
    pub text: String,
    /// What the measure says of its years
    #[arg(long, value_name = "KIND", value_parser = years())]
    pub year: Option<String>,
    /// Which language it is in, as a tag such as `de`, `fr` or `en-GB`
    #[arg(long, value_name = "TAG", default_value = "en", hide_default_value = true, value_parser = tag)]
    pub language: String,
    /// Print what is understood as JSON
    #[arg(long)]
    pub json: bool,
}

pub const EXAMPLES: &str = "Examples:
  cscare-site read 'over 29%'
  cscare-site read '£1.2–1.5 million' --json
  cscare-site read '2016/17' --year academic
  cscare-site read --language de 'rund 1,5 Mio. Euro'

A text that can be a value and a period is read as both. `cscare-site explain quantities` and
`cscare-site explain periods` list every form.";

fn years() -> PossibleValuesParser {
    RawMeasure::SHAPE.words("year").into()
}

fn tag(typed: &str) -> Result<String, String> {
    check_language(typed).map(|()| typed.to_owned())
}

/// What is understood of a text. Numbers are exact, as text.
#[derive(Debug, Serialize)]
struct ReadText {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<ReadValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Time>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    refused: Vec<ReadRefusal>,
}

#[derive(Debug, Serialize)]
struct ReadValue {
    number: String,
    low: Option<String>,
    high: Option<String>,
    unit: String,
    noun: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    marker: String,
    #[serde(skip)]
    sentence: String,
}

#[derive(Debug, Serialize)]
struct Time {
    time_period: String,
    label: String,
}

/// Why a text is not understood.
#[derive(Debug, Serialize)]
struct ReadRefusal {
    message: String,
    help: Option<String>,
}

/// Prints how a text is understood; whether it is.
pub fn read(arguments: &ReadArguments) -> Result<bool, Box<dyn Error>> {
    let year = arguments.year.as_deref().and_then(kind);
    let understood = understand(&arguments.text, &arguments.language, year);
    let is_understood = understood.refused.is_empty();
    if arguments.json {
        terminal::to_stdout(&format!("{}\n", serde_json::to_string_pretty(&understood)?))?;
    } else if is_understood {
        terminal::to_stdout(&told(&understood))?;
    } else {
        terminal::to_stderr(&refusals(&understood));
    }
    Ok(is_understood)
}

fn kind(word: &str) -> Option<YearKind> {
    YearKind::ALL.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
}

fn understand(text: &str, tag: &str, year: Option<YearKind>) -> ReadText {
    let language = Language::of(tag);
    let (quantity, period) = (Quantity::parse_in(text, language), Period::parse_in(text, language));
    let words = words::load(&SourceTree::in_memory([]), tag).value;
    let refused = match (&quantity, &period) {
        (Err(quantity), Err(period)) => vec![not_a_value(quantity), not_a_period(period)],
        _ => Vec::new(),
    };
    ReadText {
        text: text.to_owned(),
        value: quantity.ok().map(|quantity| value(&quantity)),
        period: period
            .ok()
            .map(|period| Time { time_period: period.iso(year), label: period.label(words.periods()) }),
        refused,
    }
}

fn value(quantity: &Quantity) -> ReadValue {
    let plain = |number: rust_decimal::Decimal| number.normalize().to_string();
    ReadValue {
        number: quantity.canonical(),
        low: quantity.low().map(plain),
        high: quantity.high().map(plain),
        unit: quantity.unit_text(),
        noun: quantity.noun.as_deref().map(str::to_owned),
        marker: quantity.markers.to_string(),
        sentence: describe::sentence(&quantity.interval, quantity.unit),
    }
}

fn not_a_value(error: &QuantityError) -> ReadRefusal {
    ReadRefusal { message: format!("no value: {error}"), help: error.help() }
}

fn not_a_period(error: &PeriodError) -> ReadRefusal {
    ReadRefusal { message: format!("no period: {error}"), help: error.help() }
}

fn told(understood: &ReadText) -> String {
    let mut text = String::new();
    let mut line = |name: &str, said: &str| {
        if !said.is_empty() {
            let _ = writeln!(text, "  {name:<8} {said}");
        }
    };
    if let Some(value) = &understood.value {
        line("value", &value.sentence);
        line("number", &value.number);
        line("unit", &value.unit);
        line("noun", value.noun.as_deref().unwrap_or_default());
        line("marker", &value.marker);
    }
    if let Some(period) = &understood.period {
        line("period", &period.label);
        line("days", &period.time_period);
    }
    format!("{BOLD}{}{PLAIN}\n{text}", understood.text)
}

fn refusals(understood: &ReadText) -> String {
    let mut text = String::new();
    for refusal in &understood.refused {
        let _ = writeln!(text, "error: {}", refusal.message);
        if let Some(help) = &refusal.help {
            let _ = writeln!(text, "  help: {help}");
        }
    }
    text
}
