//! Formula tokens: references, numbers, operators.
//!
//! A run of id characters is a number when it holds only digits and a point, and
//! a reference when it holds a letter. It deliberately checks no order of tokens.

use super::error::{FormulaError, FormulaProblem};
use rust_decimal::Decimal;
use std::fmt;

/// An operator or a parenthesis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `(`
    Open,
    /// `)`
    Close,
}

/// A token, in the order it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormulaToken {
    /// `stat` or `report.stat`.
    Reference(String),
    /// A decimal number, with the places it was written with.
    Number(Decimal),
    /// An operator or a parenthesis.
    Operator(Operator),
}

impl FormulaToken {
    /// The reference this token is, if it is one.
    #[must_use]
    pub fn reference(&self) -> Option<&str> {
        match self {
            FormulaToken::Reference(reference) => Some(reference),
            FormulaToken::Number(_) | FormulaToken::Operator(_) => None,
        }
    }
}

impl fmt::Display for FormulaToken {
    /// The token for reading: `−`, `×` and `/` as signs, all else as written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FormulaToken::Reference(reference) => f.write_str(reference),
            FormulaToken::Number(number) => write!(f, "{number}"),
            FormulaToken::Operator(operator) => f.write_str(match operator {
                Operator::Add => "+",
                Operator::Subtract => "\u{2212}",
                Operator::Multiply => "×",
                Operator::Divide => "/",
                Operator::Open => "(",
                Operator::Close => ")",
            }),
        }
    }
}

/// The tokens of `text` with their byte offsets.
///
/// # Errors
/// `Character`, `MinusUnspaced`, `BadReference` or `BadNumber`.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, FormulaToken)>, FormulaError> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let length = match next {
            _ if next.is_whitespace() => next.len_utf8(),
            '-' => {
                check_minus(text, at)?;
                found.push((at, FormulaToken::Operator(Operator::Subtract)));
                1
            }
            _ if is_id(next) || next == '.' => {
                let run = run(&text[at..]);
                found.push((at, operand(run, at)?));
                run.len()
            }
            _ => {
                found.push((at, FormulaToken::Operator(operator(next, at)?)));
                1
            }
        };
        at += length;
    }
    Ok(found)
}

fn operator(next: char, at: usize) -> Result<Operator, FormulaError> {
    match next {
        '+' => Ok(Operator::Add),
        '*' => Ok(Operator::Multiply),
        '/' => Ok(Operator::Divide),
        '(' => Ok(Operator::Open),
        ')' => Ok(Operator::Close),
        _ => Err(FormulaError { offset: at, problem: FormulaProblem::Character(next) }),
    }
}

/// A minus sign stands between white space, or at an end of the text.
fn check_minus(text: &str, at: usize) -> Result<(), FormulaError> {
    let before = text[..at].chars().next_back().is_none_or(char::is_whitespace);
    let after = text[at + 1..].chars().next().is_none_or(char::is_whitespace);
    if before && after {
        return Ok(());
    }
    Err(FormulaError { offset: at, problem: FormulaProblem::MinusUnspaced })
}

/// The run of id characters and points at the start of `text`, up to a hyphen that
/// ends it.
fn run(text: &str) -> &str {
    let end = text.find(|c: char| !(is_id(c) || matches!(c, '.' | '-')));
    text[..end.unwrap_or(text.len())].trim_end_matches('-')
}

fn operand(run: &str, at: usize) -> Result<FormulaToken, FormulaError> {
    let fail = |offset, problem| Err(FormulaError { offset, problem });
    if run.contains(|c: char| c.is_ascii_lowercase()) {
        let ids = run.split('.');
        let valid = |id: &str| !id.is_empty() && !id.starts_with('-') && !id.ends_with('-');
        if ids.clone().count() <= 2 && { ids }.all(valid) {
            return Ok(FormulaToken::Reference(run.to_owned()));
        }
        return fail(at, FormulaProblem::BadReference(run.to_owned()));
    }
    if let Some(minus) = run.find('-') {
        return fail(at + minus, FormulaProblem::MinusUnspaced);
    }
    let written = !run.starts_with('.') && !run.ends_with('.');
    match Decimal::from_str_exact(run).ok().filter(|_| written) {
        Some(number) => Ok(FormulaToken::Number(number)),
        None => fail(at, FormulaProblem::BadNumber(run.to_owned())),
    }
}

fn is_id(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::{FormulaToken, tokens};

    #[test]
    fn offsets_and_kinds() {
        let found = tokens("12.50 *  r-1.total").expect("three tokens");
        let shown: Vec<(usize, String)> = found.iter().map(|(at, token)| (*at, token.to_string())).collect();
        assert_eq!(shown, [(0, "12.50".into()), (6, "×".into()), (9, "r-1.total".into())]);
        assert!(matches!(found[2].1, FormulaToken::Reference(_)));
    }

    #[test]
    fn refused_runs() {
        for text in [".5", "5.", "a..b", ".a", "a.", "99999999999999999999999999999999", "A"] {
            assert!(tokens(text).is_err(), "{text}");
        }
    }
}
