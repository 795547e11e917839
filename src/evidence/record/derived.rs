//! Numbers of a finding's own, computed from others.

use super::declare::kind;
use super::meaning::{Computed, FilledInline, Inline, Maybe, Needed, Plain, Printed, Short, When};
use super::reading::entry_id;
use super::{Details, Reading, Statistic};
use crate::diagnostic::Trail;
use crate::evidence::quantity::Quantity;
use compact_str::CompactString;

kind! {
    /// A number computed from statistics, before it stands beside these.
    "derived number"
    pub struct Derived typed RawDerived {
        /// What it is (inline Markdown).
        label: Needed<FilledInline> => "Gap between men and women",
        /// The value as printed.
        printed = "value": Needed<Printed> => "6 points",
        /// How it is computed, such as `a.x - a.y`.
        formula: Needed<Computed> => "survey.men - survey.women",
        /// Unit, for readers of the source; the value's own unit is what counts.
        unit: Maybe<Plain> => "percentage points",
        /// When it holds.
        period: Maybe<When> => "2017-18",
        /// Id of the measure.
        measure: Maybe<Short> => "share-in-care",
        /// A remark (inline Markdown).
        caveat: Maybe<Inline> => "Both shares are rounded.",
    }
    also {
        /// Its id within the finding.
        id: CompactString = entry_id,
        /// The value as understood; `None` when it is broken and reported.
        value: Option<Quantity> = |_, _| None,
    }
    then understand
}

fn understand(derived: &mut Derived, reading: &mut Reading<'_>, trail: &Trail<'_>) {
    derived.value = reading.quantity(&trail.then("value"), &derived.printed);
}

impl From<Derived> for Statistic {
    fn from(derived: Derived) -> Self {
        let Derived { id, label, printed, value, formula, unit: _, period, measure, caveat } = derived;
        let details =
            formula.map(|formula| Box::new(Details { formula: Some(formula), ..Details::default() }));
        Self { label, measure, printed, period, caveat, id, value, details, ..Self::default() }
    }
}
