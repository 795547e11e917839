//! The words that periods are made of, whatever language they are written in.
//!
//! A language is one table from its words to these; the readers know no spelling.

/// A word as the grammar knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PeriodWord {
    /// A month, from 1 on.
    Month(u8),
    /// A day of the week, from 1 for Monday on.
    Weekday(u8),
    /// `first`, `second`, …
    Ordinal(u8),
    /// `two`, `twelve`, …
    Count(u8),
    /// `last`, as of quarters.
    Last,
    /// `st`, `nd`, `rd`, `th` behind the number of a day.
    OrdinalEnding,
    /// The `s` of `1990s`.
    Plural,
    /// `year`, or `years`.
    Year,
    /// `half`.
    Half,
    /// `quarter`.
    Quarter,
    /// `month`.
    Month_,
    /// `week`.
    Week,
    /// `day`.
    Day,
    /// `term` of a school.
    Term,
    /// `spring`, … as a season or a term.
    Season(Season),
    /// `Q`.
    Q,
    /// `H`, or the `S` of a semester.
    H,
    /// `M`, as in `2024-M03`.
    M,
    /// `W`, as in `2024-W18`.
    W,
    /// `calendar`, or `CY` for the whole.
    Calendar,
    /// `financial`, or `FY`.
    Financial,
    /// `academic`, or `AY`.
    Academic,
    /// `tax`.
    Tax,
    /// `YE`: year ending.
    YearEnding,
    /// `FYE`: financial year ending.
    FinancialYearEnding,
    /// `w/e`: week ending.
    WeekEnding,
    /// `w/c`: week beginning.
    WeekBeginning,
    /// `ending`, `ended`.
    Ending,
    /// `beginning` as of what begins.
    Beginning,
    /// `rolling`, before months that end somewhere.
    Rolling,
    /// `to`, `through`.
    To,
    /// `until`.
    Until,
    /// `up`, of `up to`.
    Up,
    /// `from`.
    From,
    /// `since`.
    Since,
    /// `between`.
    Between,
    /// `and`, `or`.
    And,
    /// `onwards`, `later`.
    Onwards,
    /// `date`, `present`, `now`, behind `to`.
    Now,
    /// `before`.
    Before,
    /// `after`.
    After,
    /// `at`.
    At,
    /// `as`, of `as at` and `as of`.
    As,
    /// `on`.
    On,
    /// `of`.
    Of,
    /// `in`, `during`, `for`: what stands before a stretch of time.
    In,
    /// `the`.
    The,
    /// `start`.
    Start,
    /// `mid`.
    Mid,
    /// `end`.
    End,
    /// `early`, `late`: no fixed days.
    Roughly,
    /// `census`.
    Census,
    /// `wave`, `round` of a survey.
    Wave,
    /// `period`, behind a length of time.
    Period,
}

/// A season, or the term that is called so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// The words of a language.
pub(super) type Lexicon = [(&'static str, PeriodWord)];

/// What a word means, in either case.
pub(super) fn find(lexicon: &Lexicon, typed: &str) -> Option<PeriodWord> {
    lexicon.iter().find(|(known, _)| known.eq_ignore_ascii_case(typed)).map(|(_, word)| *word)
}
