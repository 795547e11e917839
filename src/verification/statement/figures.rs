//! Numbers that an author gives as an article's in words of his own: they stand where he says that the article says so.

use super::{Sought, Statement, Subject};
use crate::diagnostic::{FieldPath, Spot};
use crate::document::quoted::quoted;
use crate::document::raw_html::figures;
use crate::evidence::quantity::Quantity;
use crate::evidence::record::{Telling, Told};
use crate::evidence::unit::Unit;
use std::borrow::Cow;

/// Numbers in words up to this are counted by whoever writes the remark: `it lists four points`.
const COUNTED: u8 = 12;

/// The numbers of a remark that stand in no quotation, which is looked for as a whole. `behind` others of the
/// remark go before them.
pub(super) fn in_remark(
    coverage: usize,
    at: usize,
    telling: &Telling,
    behind: usize,
) -> impl Iterator<Item = Statement<'_>> {
    let remark = if let Told::Remark(remark) = &telling.what { remark.as_str() } else { "" };
    let quotations = quoted(remark);
    let is_quoted = move |place: usize| quotations.iter().any(|words| words.contains(&place));
    let all = figures::of(remark, true).into_iter();
    let own = all.filter(move |range| !is_quoted(range.start)).map(|range| &remark[range]);
    let own = own.filter(|typed| is_figure(typed));
    let field = FieldPath::key("tells").at(at);
    own.enumerate().map(move |(number, typed)| Statement {
        subject: Subject::Remark(coverage, at, behind + number),
        what: "figure told".to_owned(),
        value: Cow::Borrowed(typed),
        at: &telling.at,
        sought: Sought::Quantity { either_sign: true },
        among: "",
        around: Cow::Borrowed(""),
        speaker: "",
        value_spot: Spot::Value(field.then("tells")),
        at_field: field.then("at"),
    })
}

/// Whether a number is given as one that is printed there.
fn is_figure(typed: &str) -> bool {
    let has_digit = typed.contains(|letter: char| letter.is_ascii_digit());
    let Ok(quantity) = Quantity::parse(typed) else { return has_digit };
    let is_counted = || quantity.central.is_some_and(|number| number <= COUNTED.into());
    has_digit || quantity.unit != Unit::Count || !is_counted()
}
