//! Formulas over recorded statistics: `100 * (a - b) / report.total`.
//!
//! A formula is parsed once into postfix order, so that neither reading, nor
//! evaluating, nor dropping it recurses. It deliberately knows no units and
//! tracks no dependence: `a - a` is as wide as twice `a`.

mod error;
mod lex;
mod postfix;

pub use error::{FormulaError, FormulaProblem};
pub use lex::{FormulaToken, Operator};

use crate::evidence::interval::Interval;
use postfix::FormulaStep;
use std::collections::HashSet;
use std::str::FromStr;

/// A parsed formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    tokens: Vec<FormulaToken>,
    steps: Vec<FormulaStep>,
}

impl Formula {
    /// Reads a formula: references `stat` and `report.stat` (ids of lower-case
    /// letters, digits and hyphens), decimal numbers, `+ - * /`, parentheses nested
    /// up to 64 deep. A minus sign stands between spaces; there is no unary minus.
    ///
    /// # Errors
    /// A `FormulaError` with the byte offset of the first problem.
    pub fn parse(text: &str) -> Result<Formula, FormulaError> {
        let spanned = lex::tokens(text)?;
        let steps = postfix::from_infix(&spanned, text.len())?;
        let tokens = spanned.into_iter().map(|(_, token)| token).collect();
        Ok(Formula { tokens, steps })
    }

    /// The tokens in the order they are written, for display.
    #[must_use]
    pub fn tokens(&self) -> &[FormulaToken] {
        &self.tokens
    }

    /// The references, each once, in the order they first appear.
    #[must_use]
    pub fn references(&self) -> Vec<&str> {
        let mut seen = HashSet::new();
        let references = self.tokens.iter().filter_map(FormulaToken::reference);
        references.filter(|reference| seen.insert(*reference)).collect()
    }

    /// The references that stand on both sides of an operator, in order of evaluation.
    #[must_use]
    pub fn compared(&self) -> Vec<(Operator, &str, &str)> {
        postfix::compared(&self.steps, &self.tokens)
    }

    /// The interval of the formula, given that of each reference; `None` when a
    /// reference has none, on overflow, or on division by an interval that contains
    /// or touches zero.
    #[must_use]
    pub fn evaluate(&self, look_up: &dyn Fn(&str) -> Option<Interval>) -> Option<Interval> {
        postfix::evaluate(&self.steps, &self.tokens, look_up)
    }
}

impl FromStr for Formula {
    type Err = FormulaError;

    fn from_str(text: &str) -> Result<Formula, FormulaError> {
        Formula::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{Formula, FormulaProblem as P};
    use crate::evidence::interval::Interval;
    use rust_decimal::Decimal;

    fn value(text: &str) -> Option<String> {
        let formula = Formula::parse(text).expect(text);
        let look_up = |name: &str| match name {
            "a" => Some(Interval::exact(Decimal::from(8))),
            "report.total-2" => Some(Interval::exact(Decimal::from(5))),
            _ => None,
        };
        let found = formula.evaluate(&look_up)?;
        assert_eq!(found.width(), Some(Decimal::ZERO), "{text}");
        found.low.value().map(|value| value.normalize().to_string())
    }

    #[test]
    fn values() {
        for (text, expected) in [
            ("a", Some("8")),
            ("1 + 2 * 3", Some("7")),
            ("(1 + 2) * 3", Some("9")),
            ("10 - 4 - 3", Some("3")),
            ("16 / 4 / 2", Some("2")),
            ("100*(a - report.total-2)/a", Some("37.5")),
            ("a / (a - a)", None),
            ("missing", None),
            ("0.5 * a", Some("4")),
        ] {
            assert_eq!(value(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn references_and_tokens() {
        let formula = Formula::parse("a + b.c / (a - 2010-total)").expect("a formula");
        assert_eq!(formula.references(), ["a", "b.c", "2010-total"]);
        let shown: Vec<String> = formula.tokens().iter().map(ToString::to_string).collect();
        assert_eq!(shown.join(" "), "a + b.c / ( a − 2010-total )");
    }

    #[test]
    fn problems_and_offsets() {
        for (text, offset, problem) in [
            ("", 0, P::Empty),
            ("a +", 3, P::OperandExpected),
            ("a b", 2, P::OperatorExpected),
            ("a * / b", 4, P::OperandExpected),
            ("(a", 0, P::Unclosed),
            ("a)", 1, P::Unopened),
            ("a -b", 2, P::MinusUnspaced),
            ("100-5", 3, P::MinusUnspaced),
            ("a- 5", 1, P::MinusUnspaced),
            ("a ÷ b", 2, P::Character('÷')),
            ("a.b.c", 0, P::BadReference("a.b.c".to_owned())),
            ("1.2.3", 0, P::BadNumber("1.2.3".to_owned())),
        ] {
            let error = Formula::parse(text).expect_err(text);
            assert_eq!((error.offset, error.problem), (offset, problem), "{text}");
        }
    }

    #[test]
    fn depth_and_length_are_harmless() {
        let deep = "(".repeat(100_000);
        assert_eq!(Formula::parse(&deep).expect_err("too deep").problem, P::TooDeep);
        let long = format!("1{}", " + 1".repeat(100_000));
        assert_eq!(value(&long).as_deref(), Some("100001"));
    }
}
