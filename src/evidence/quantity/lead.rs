//! What a statistic is called, before its number: `OR 1.5`, `d = 0.35`, `p < 0.05`, `n = 641`.
//!
//! It stands for itself and changes nothing. A name of one letter, or of few, needs a sign behind it.

use crate::evidence::reader::Reader;

/// Names that need no sign.
#[rustfmt::skip]
const NAMES: [&str; 48] = [
    "OR", "aOR", "AOR", "RR", "aRR", "HR", "aHR", "IRR", "SMD", "WMD", "MD", "NNT", "NNH", "ICC", "AUC", "Cohen’s d", "Cohen's d", "Hedges’ g",
    "Hedges' g", "Glass’s delta", "odds ratio of", "odds ratio", "adjusted odds ratio", "hazard ratio of", "hazard ratio", "risk ratio of", "risk ratio",
    "relative risk of", "relative risk", "rate ratio of", "rate ratio", "effect size of", "effect size", "mean difference of", "mean difference",
    "standardised mean difference", "standardized mean difference", "correlation of", "mean of", "median of", "mean", "median", "ES", "R²", "η²", "I²", "SD", "SE",
];

/// Names that need `=`, `<` or `>` behind them.
#[rustfmt::skip]
const LETTERS: [&str; 33] = [
    "d", "g", "r", "R", "R2", "R²", "r²", "b", "B", "β", "n", "N", "p", "P", "z", "Z", "t", "F", "M", "SD", "SE", "k", "κ", "α", "χ²", "η²", "I²", "I2", "Q",
    "τ²", "ρ", "φ", "h",
];

/// Moves over the name of a statistic and an equals sign.
pub(super) fn read(reader: &mut Reader) {
    // Most values begin with their number.
    if !reader.peek().is_some_and(char::is_alphabetic) {
        return;
    }
    let mut ahead = *reader;
    if let Some(name) = LETTERS.iter().find(|name| is_named(reader.rest(), name)) {
        ahead.advance(name.len());
        ahead.skip_space();
        if ahead.peek().is_some_and(|sign| matches!(sign, '=' | '<' | '>' | '≤' | '≥')) {
            *reader = behind_sign(ahead);
            return;
        }
    }
    ahead = *reader;
    if let Some(name) = NAMES.iter().find(|name| is_named(reader.rest(), name)) {
        ahead.advance(name.len());
        ahead.skip_space();
        *reader = behind_sign(ahead);
    }
}

/// Whether a text begins with a name, letter for letter, and a number, a sign or a word goes on from there.
fn is_named(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with(|next: char| next.is_alphanumeric() || next == '-')
    })
}

fn behind_sign(mut reader: Reader<'_>) -> Reader<'_> {
    if reader.eat('=') || reader.eat(':') {
        reader.skip_space();
    }
    reader
}
