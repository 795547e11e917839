//! What can be wrong with a formula, where, and what to do about it.
//!
//! Messages say what was found before what was expected.

use std::fmt;

/// A problem at a place in a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormulaError {
    /// The byte offset of the problem; the length of the text at its end.
    pub offset: usize,
    /// The problem.
    pub problem: FormulaProblem,
}

/// Why a text is not a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormulaProblem {
    /// The text is empty or blank.
    Empty,
    /// A character that no formula holds.
    Character(char),
    /// A minus sign without a space on both sides.
    MinusUnspaced,
    /// Not of the form `stat` or `report.stat`.
    BadReference(String),
    /// Not a decimal number, or one with too many digits.
    BadNumber(String),
    /// An operator, a closing parenthesis or the end, instead of an operand.
    OperandExpected,
    /// An operand directly after another.
    OperatorExpected,
    /// A parenthesis that is never closed.
    Unclosed,
    /// A closing parenthesis without an opening one.
    Unopened,
    /// Parentheses nested more than 64 deep.
    TooDeep,
}

impl fmt::Display for FormulaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use FormulaProblem as P;
        match &self.problem {
            P::Empty => f.write_str("found nothing, expected a formula"),
            P::Character(found) => {
                write!(f, "found `{found}`, expected a reference, a number or an operator")
            }
            P::MinusUnspaced => f.write_str("found `-` without spaces, expected ` - `"),
            P::BadReference(found) => {
                write!(f, "found `{found}`, expected a reference such as `stat` or `report.stat`")
            }
            P::BadNumber(found) => write!(f, "found `{found}`, expected a decimal number"),
            P::OperandExpected => f.write_str("found no operand, expected a reference, a number or `(`"),
            P::OperatorExpected => {
                f.write_str("found two operands, expected `+`, `-`, `*` or `/` between them")
            }
            P::Unclosed => f.write_str("found `(` without its `)`"),
            P::Unopened => f.write_str("found `)` without its `(`"),
            P::TooDeep => f.write_str("found deeper nesting, expected at most 64 parentheses"),
        }
    }
}

impl std::error::Error for FormulaError {}

impl FormulaError {
    /// A remedy in one sentence, when there is one.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        use FormulaProblem as P;
        let remedy = match self.problem {
            P::Empty => "write a formula such as `100 * (after - before) / before`",
            P::Character(_) => "use lower-case ids, digits, `+`, `-`, `*`, `/` and parentheses only",
            P::MinusUnspaced => {
                "put a space on both sides of the minus sign, or write `0 - x` for a negative"
            }
            P::BadReference(_) => "ids hold lower-case letters, digits and inner hyphens",
            P::BadNumber(_) => "write digits without grouping and at most one point",
            P::TooDeep => "record an intermediate statistic and refer to it",
            P::OperandExpected | P::OperatorExpected | P::Unclosed | P::Unopened => return None,
        };
        Some(remedy.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{FormulaError, FormulaProblem as P};

    #[test]
    fn messages_put_what_was_found_first() {
        let text = || "1.2.3".to_owned();
        for problem in [
            P::Empty,
            P::Character('÷'),
            P::MinusUnspaced,
            P::BadReference(text()),
            P::BadNumber(text()),
            P::OperandExpected,
            P::OperatorExpected,
            P::Unclosed,
            P::Unopened,
            P::TooDeep,
        ] {
            let error = FormulaError { offset: 0, problem };
            let message = error.to_string();
            assert!(message.starts_with("found") && !message.ends_with('.'), "{message}");
            assert!(
                error.help().is_none_or(|help| !help.ends_with('.') && !help.starts_with(char::is_uppercase)),
                "{error:?}"
            );
        }
    }
}
