//! Formulas in postfix order: Dijkstra's shunting yard and a value stack.
//!
//! Nothing here recurses. It deliberately keeps no tree: the written order is in
//! the tokens, the order of evaluation in the steps.

use super::error::{FormulaError, FormulaProblem};
use super::lex::{FormulaToken, Operator};
use crate::evidence::interval::Interval;

/// The deepest nesting of parentheses.
const DEEPEST: usize = 64;

/// One step of evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FormulaStep {
    /// Push the operand that is this token.
    Push(usize),
    /// Replace the two topmost values by their result.
    Apply(Operator),
}

/// A parser between two tokens.
struct Yard {
    steps: Vec<FormulaStep>,
    /// Operators and open parentheses waiting, with their offsets.
    waiting: Vec<(usize, Operator)>,
    depth: usize,
    /// Whether an operand, rather than an operator, comes next.
    wants_operand: bool,
}

/// The steps of tokens in written order; `length` is the length of the text.
///
/// # Errors
/// `Empty`, `OperandExpected`, `OperatorExpected`, `Unclosed`, `Unopened`, `TooDeep`.
pub(super) fn from_infix(
    tokens: &[(usize, FormulaToken)],
    length: usize,
) -> Result<Vec<FormulaStep>, FormulaError> {
    if tokens.is_empty() {
        return fail(0, FormulaProblem::Empty);
    }
    let steps = Vec::with_capacity(tokens.len());
    let mut yard = Yard { steps, waiting: Vec::new(), depth: 0, wants_operand: true };
    for (index, (at, token)) in tokens.iter().enumerate() {
        match token {
            FormulaToken::Reference(_) | FormulaToken::Number(_) => yard.operand(index, *at)?,
            FormulaToken::Operator(Operator::Open) => yard.open(*at)?,
            FormulaToken::Operator(Operator::Close) => yard.close(*at)?,
            FormulaToken::Operator(operator) => yard.operator(*operator, *at)?,
        }
    }
    yard.finish(length)
}

impl Yard {
    fn operand(&mut self, index: usize, at: usize) -> Result<(), FormulaError> {
        if !self.wants_operand {
            return fail(at, FormulaProblem::OperatorExpected);
        }
        self.wants_operand = false;
        self.steps.push(FormulaStep::Push(index));
        Ok(())
    }

    fn operator(&mut self, operator: Operator, at: usize) -> Result<(), FormulaError> {
        if self.wants_operand {
            return fail(at, FormulaProblem::OperandExpected);
        }
        self.wants_operand = true;
        self.apply_while(|waiting| binds(waiting) >= binds(operator));
        self.waiting.push((at, operator));
        Ok(())
    }

    fn open(&mut self, at: usize) -> Result<(), FormulaError> {
        if !self.wants_operand {
            return fail(at, FormulaProblem::OperatorExpected);
        }
        self.depth += 1;
        if self.depth > DEEPEST {
            return fail(at, FormulaProblem::TooDeep);
        }
        self.waiting.push((at, Operator::Open));
        Ok(())
    }

    fn close(&mut self, at: usize) -> Result<(), FormulaError> {
        if self.depth == 0 {
            return fail(at, FormulaProblem::Unopened);
        }
        if self.wants_operand {
            return fail(at, FormulaProblem::OperandExpected);
        }
        self.apply_while(|waiting| waiting != Operator::Open);
        self.waiting.pop();
        self.depth -= 1;
        Ok(())
    }

    fn finish(mut self, length: usize) -> Result<Vec<FormulaStep>, FormulaError> {
        if let Some((at, _)) = self.waiting.iter().find(|(_, found)| *found == Operator::Open) {
            return fail(*at, FormulaProblem::Unclosed);
        }
        if self.wants_operand {
            return fail(length, FormulaProblem::OperandExpected);
        }
        self.apply_while(|_| true);
        Ok(self.steps)
    }

    fn apply_while(&mut self, applies: impl Fn(Operator) -> bool) {
        while let Some((_, operator)) = self.waiting.pop_if(|(_, waiting)| applies(*waiting)) {
            self.steps.push(FormulaStep::Apply(operator));
        }
    }
}

/// How tightly an operator binds; a parenthesis binds nothing outside it.
fn binds(operator: Operator) -> u8 {
    match operator {
        Operator::Open | Operator::Close => 0,
        Operator::Add | Operator::Subtract => 1,
        Operator::Multiply | Operator::Divide => 2,
    }
}

fn fail<T>(offset: usize, problem: FormulaProblem) -> Result<T, FormulaError> {
    Err(FormulaError { offset, problem })
}

/// The value of the steps; `None` as for `Formula::evaluate`.
pub(super) fn evaluate(
    steps: &[FormulaStep],
    tokens: &[FormulaToken],
    look_up: &dyn Fn(&str) -> Option<Interval>,
) -> Option<Interval> {
    let mut values: Vec<Interval> = Vec::new();
    for step in steps {
        let value = match *step {
            FormulaStep::Push(index) => match tokens.get(index)? {
                FormulaToken::Reference(reference) => look_up(reference)?,
                FormulaToken::Number(number) => Interval::exact(*number),
                FormulaToken::Operator(_) => return None,
            },
            FormulaStep::Apply(operator) => {
                let right = values.pop()?;
                apply(operator, &values.pop()?, &right)?
            }
        };
        values.push(value);
    }
    values.pop()
}

/// The references on both sides of each operator: a side that is computed itself is none.
pub(super) fn compared<'t>(
    steps: &[FormulaStep],
    tokens: &'t [FormulaToken],
) -> Vec<(Operator, &'t str, &'t str)> {
    let mut sides: Vec<Option<&str>> = Vec::new();
    let mut found = Vec::new();
    for step in steps {
        match *step {
            FormulaStep::Push(index) => sides.push(tokens.get(index).and_then(FormulaToken::reference)),
            FormulaStep::Apply(operator) => {
                let (right, left) = (sides.pop().flatten(), sides.pop().flatten());
                if let (Some(left), Some(right)) = (left, right) {
                    found.push((operator, left, right));
                }
                sides.push(None);
            }
        }
    }
    found
}

fn apply(operator: Operator, left: &Interval, right: &Interval) -> Option<Interval> {
    match operator {
        Operator::Add => left.add(right),
        Operator::Subtract => left.sub(right),
        Operator::Multiply => left.mul(right),
        Operator::Divide => left.div(right),
        Operator::Open | Operator::Close => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{FormulaStep, from_infix};
    use crate::evidence::formula::lex::{Operator, tokens};

    #[test]
    fn operators_bind_and_associate() {
        let steps = |text: &str| {
            let found = tokens(text).expect(text);
            from_infix(&found, text.len()).expect(text)
        };
        let (push, apply) = (FormulaStep::Push, FormulaStep::Apply);
        let (minus, times) = (apply(Operator::Subtract), apply(Operator::Multiply));
        assert_eq!(steps("a - b - c"), [push(0), push(2), minus, push(4), minus]);
        assert_eq!(steps("a - b * c"), [push(0), push(2), push(4), times, minus]);
        assert_eq!(steps("(a - b) * c"), [push(1), push(3), minus, push(6), times]);
    }
}
