//! Figures, and whose they are.

use super::declare::kind;
use super::meaning::{
    Choices, FilledInline, Inline, Many, Marked, Maybe, Needed, NeededTexts, One, OneOf, Printed, Short,
    SomeTexts, Waivers, When,
};
use super::reading::entry_id;
use super::{Reading, Relation};
use crate::diagnostic::{Trail, rules};
use crate::evidence::formula::Formula;
use crate::evidence::quantity::Quantity;
use compact_str::CompactString;

kind! {
    /// A figure of a report, or one derived by a finding. Its [`Details`] read as fields of its own.
    #[derive(Default)]
    "statistic"
    pub struct Statistic typed RawStatistic {
        /// What is counted or measured (inline Markdown).
        label: Needed<FilledInline> => "Children in care",
        /// Id of the measure.
        measure: Maybe<Short> => "children-in-care",
        /// The value as printed, such as `£4.2 billion` or `over 29%`.
        printed = "value": Needed<Printed> => "over 29%",
        /// When, such as `2017-18`, `March 2017`, `at 31 March 2017` or `2010-11..2017-18`.
        period: Maybe<When> => "at 2018-03-31",
        /// Where in the original, such as `paragraph 3`, `page 12` or a heading.
        at: Maybe<Short> => "page 12",
        /// The two ends of a change: statistics or periods.
        change: One<ChangeEnds> => "{from: in-care-2011, to: in-care-2018}",
        /// Who or what is counted.
        population: Maybe<Short> => "children under 18",
        /// Number of cases behind the figure.
        n: Maybe<Short> => "\"1,204\"",
        /// up or down.
        direction: Maybe<OneOf<Direction>> => "up",
        /// Official-statistics marker, such as `[r]`.
        markers = "marker": Maybe<Marked> => "\"[r]\"",
        /// What a reader has to know before using the figure (inline Markdown).
        caveat: Maybe<Inline> => "Respite is left out.",
        /// Relations to other statistics.
        relations: Many<Relation> => "[{updates: dfe-2016.in-care}]",
        /// The area, if it is not the report's.
        geography: Maybe<Short> => "North East",
    }
    rare Details {
        /// Another precision than the printed form has, such as `10` or `exact`.
        precision: Maybe<Short> => "exact",
        /// The statistics that make it up.
        total: One<Total> => "{of: [boys, girls]}",
        /// Statistics of which none is higher.
        highest_of: SomeTexts => "[north, south]",
        /// Statistics of which none is lower.
        lowest_of: SomeTexts => "[north, south]",
        /// What a ratio or multiple is relative to.
        relative_to: Maybe<Short> => "the growth of the population",
        /// The record behind this one, where the report only passes it on.
        origin: Maybe<Short> => "dfe-2018.in-care",
        /// The articles from which alone the figure is known, by the ids of their pages.
        via: SomeTexts => "[lgc-article]",
        /// The denominator of a share.
        of: Maybe<Short> => "children in need",
        /// The category of a share, such as `neglect`.
        category: Maybe<Short> => "neglect",
        /// What an extreme is the end of, such as `local authorities`.
        across: Maybe<Short> => "local authorities",
        /// The statistic that revised this one.
        revised_by: Maybe<Short> => "dfe-2019.in-care-2018",
        /// Address where the figure was checked.
        url: Maybe<Short> => "https://example.org/table-4",
        /// Waived rules: code and reason.
        allow: Waivers => "{B001: \"kept for the next edition\"}",
    } with {
        /// How a derived number is computed.
        formula: Option<Formula>,
    }
    also {
        /// Its id within its owner.
        id: CompactString = entry_id,
        /// The value as understood; `None` when it is broken and reported.
        value: Option<Quantity> = |_, _| None,
    }
    then understand
}

fn understand(statistic: &mut Statistic, reading: &mut Reading<'_>, trail: &Trail<'_>) {
    let value = reading.quantity(&trail.then("value"), &statistic.printed);
    statistic.value = value.and_then(|value| with_precision(reading, trail, value, &statistic.precision));
    if let Some(value) = statistic.value.as_ref().filter(|_| statistic.markers.is_empty()) {
        statistic.markers = value.markers;
    }
}

fn with_precision(
    reading: &mut Reading<'_>,
    trail: &Trail<'_>,
    value: Quantity,
    precision: &str,
) -> Option<Quantity> {
    if precision.is_empty() {
        return Some(value);
    }
    value
        .with_precision(precision)
        .map_err(|error| {
            let message = format!("this is not a precision: {error}");
            reading.report(&rules::INVALID_QUANTITY, &trail.then("precision"), message).help = error.help();
        })
        .ok()
}

impl Statistic {
    /// Whether its author says how precise it is.
    #[must_use]
    pub fn has_precision(&self) -> bool {
        !self.precision.is_empty()
    }

    /// Which way it changes: as it is typed, or by the sign that is printed.
    #[must_use]
    pub fn way(&self) -> Option<Direction> {
        let is_change = self.change.is_some();
        let signed = || match self.printed.chars().next()? {
            '+' => Some(Direction::Up),
            '-' | '−' | '–' if is_change => Some(Direction::Down),
            _ => None,
        };
        self.direction.or_else(signed)
    }
}

kind! {
    /// The two ends of a change, still text.
    "change"
    pub struct ChangeEnds typed RawChange {
        /// Where it starts: a statistic of this report, or a period.
        from: Needed<Short> => "in-care-2011",
        /// Where it ends: a statistic of this report, or a period.
        to: Needed<Short> => "2017-18",
    }
}

kind! {
    /// The statistics whose sum a figure is, still text.
    #[derive(Default, PartialEq)]
    "total"
    pub struct Total typed RawTotal {
        /// What is added up.
        of: NeededTexts => "[boys, girls]",
        /// What is taken off again.
        minus: SomeTexts => "[counted-twice]",
    }
}

/// Which way a change goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More.
    Up,
    /// Less.
    Down,
}

impl Direction {
    /// The word for it in front matter and in data files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

impl Choices for Direction {
    fn all() -> &'static [(&'static str, Self)] {
        &[("up", Self::Up), ("down", Self::Down)]
    }
}

/// Whose record a statistic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A report's, by its place.
    Report(usize),
    /// A finding's: a derived number.
    Finding(usize),
}

#[cfg(test)]
mod tests {
    use super::Statistic;

    /// A large site has tens of thousands of them.
    #[test]
    fn a_statistic_is_small() {
        let size = size_of::<Statistic>();
        assert!(size <= 500, "{size}");
    }
}
