//! An archived text, ready to be searched: where a statement stands in it, where else, or what comes nearest.

use super::credited::credited;
use super::fair::{Unfair, unfair};
use super::figures::{self, SnapshotFigures};
use super::nearest::nearest_words;
use super::outline::Outline;
use super::parted::parted;
use super::quotation::Gap;
use super::search::Worded;
use super::speaker::{Misattributed, misattributed};
use super::statement::{Sought, Statement, Subject};
use super::turn::turns;
use super::words::QuotationToken;
use super::{message, search};
use crate::config::Language;
use crate::evidence::quantity::Quantity;
use crate::evidence::quantity::scan::scan_in;
use crate::span::Span;
use std::cell::Cell;
use std::ops::Range;

/// How often a quotation is looked for again where a gap swallows a word that turns it.
const TRIES: usize = 16;

/// For how many statements that a text does not confirm the nearest is looked for, which takes a look at all of it.
const MOST_TRIED: usize = 100;

/// A snapshot, cut into passages, quantities and words.
pub(super) struct SnapshotText<'t> {
    pub outline: Outline<'t>,
    /// The language of the page that it is held against.
    language: Language,
    quantities: SnapshotFigures,
    /// How often the nearest was looked for.
    tried: Cell<usize>,
    worded: Worded<'t>,
}

/// Where a statement stands, and what the gaps of a quotation leave out there.
#[derive(Debug, Default)]
pub(super) struct Stand {
    pub span: Span,
    pub gaps: Vec<Span>,
    /// What is unfair about it.
    pub unfair: Option<Unfair>,
}

/// Words to be looked for, and what their record says of them.
#[derive(Clone, Copy)]
pub(super) struct Spoken<'s> {
    words: &'s str,
    /// Whether they have to speak for themselves.
    is_alone: bool,
    /// Who says them; empty for nobody.
    speaker: &'s str,
    /// Whether an article names who does, and no report, whose words are those of its authors.
    is_of_article: bool,
}

impl<'s> Spoken<'s> {
    /// Those of a statement.
    pub fn of(statement: &'s Statement<'_>) -> Self {
        let own = || credited(&statement.around);
        let (speaker, is_of_article) = match statement.subject {
            Subject::Telling(..) => (statement.speaker, true),
            Subject::Prose(..) | Subject::Remark(..) => (own().name, own().is_line),
            Subject::Words(_)
            | Subject::Statistic(_)
            | Subject::Hedge(_)
            | Subject::Credit(_)
            | Subject::Passage(..) => (statement.speaker, false),
        };
        Self { words: &statement.value, is_alone: is_alone(statement), speaker, is_of_article }
    }

    /// Words among which others are looked for.
    fn alike(words: &'s str) -> Self {
        Self { words, is_alone: false, speaker: "", is_of_article: false }
    }
}

impl<'t> SnapshotText<'t> {
    /// Cuts a text.
    pub fn of(outline: Outline<'t>, language: Language) -> Self {
        let text = outline.text;
        let quantities = SnapshotFigures::of(scan_in(text, language));
        Self { outline, language, quantities, tried: Cell::new(0), worded: Worded::of(text) }
    }
    /// Where a statement stands in a passage.
    pub fn find(&self, statement: &Statement<'_>, within: Span) -> Option<Stand> {
        let around =
            self.words(within, Spoken::alike(statement.among)).filter(|_| !statement.among.is_empty());
        let within = around.map_or(within, |found| found.span);
        let (value, tokens) = (&*statement.value, self.tokens_within(within));
        let span = match statement.sought {
            Sought::Quantity { either_sign } => match Quantity::parse_in(value, self.language) {
                Ok(wanted) => {
                    figures::quantity(self.outline.text, &self.quantities, within, &wanted, either_sign)
                        .map(|found| found.span)
                        .or_else(|| parted(tokens, &wanted))
                }
                Err(_) => search::printed(tokens, value),
            },
            Sought::Printed => search::printed(tokens, value),
            Sought::Words { .. } => return self.words(within, Spoken::of(statement)),
            Sought::Passage => Some(within),
        };
        span.map(|span| Stand { span, ..Stand::default() })
    }

    fn words(&self, within: Span, spoken: Spoken<'_>) -> Option<Stand> {
        stand(&self.outline, &self.worded, self.places_within(within), spoken)
    }

    fn tokens_within(&self, within: Span) -> &[QuotationToken<'_>] {
        &self.worded.tokens[self.places_within(within)]
    }

    fn places_within(&self, within: Span) -> Range<usize> {
        let start = self.worded.tokens.partition_point(|token| token.span.start < within.start);
        let end = self.worded.tokens.partition_point(|token| token.span.end <= within.end);
        start..end.max(start)
    }

    /// What to do about a statement that does not stand in its passage: where else it stands, or what comes nearest.
    pub fn help(&self, statement: &Statement<'_>, within: Span) -> String {
        if let Some(help) = self.elsewhere(statement) {
            return help;
        }
        let everywhere = Span::new(0, self.outline.text.len());
        let is_marked = statement.sought == (Sought::Words { quoted: true })
            && matches!(statement.subject, Subject::Prose(..) | Subject::Remark(..));
        let advice = match is_marked {
            true => ["mend it; ", message::NO_QUOTATION].concat(),
            false => "mend it; where the source says something else, write what it says".to_owned(),
        };
        self.tried.set(self.tried.get() + 1);
        let is_tried = self.tried.get() <= MOST_TRIED;
        let nearest = || self.nearest(statement, within).or_else(|| self.nearest(statement, everywhere));
        match is_tried.then(nearest).flatten() {
            Some(span) => {
                let around = message::excerpt(self.outline.text, span, everywhere);
                let nearest = message::excerpt(self.outline.text, span, span);
                format!("the nearest is `{nearest}`, in “{around}”; {advice}")
            }
            None => {
                let start = Span::new(within.start, within.start);
                format!(
                    "the passage begins “{}”; {advice}",
                    message::excerpt(self.outline.text, start, within)
                )
            }
        }
    }

    /// Where else in the text a statement stands, for one that has a locator.
    pub fn elsewhere(&self, statement: &Statement<'_>) -> Option<String> {
        let found = self
            .find(statement, Span::new(0, self.outline.text.len()))
            .filter(|_| !statement.at.is_empty() && !statement.subject.is_passage())?;
        Some(match self.outline.locators(found.span) {
            // The passage as it is cut already: the words run on, or a word beside them is missing.
            Some(locator) if locator == statement.at => return None,
            Some(locator) => {
                format!("it stands there at `{locator}`; if that is meant, write `at: {locator}`")
            }
            None => {
                let words = message::excerpt(self.outline.text, found.span, found.span);
                format!("it runs over several parts of the text: `{words}`; cut it short, or take `at:` out")
            }
        })
    }

    fn nearest(&self, statement: &Statement<'_>, within: Span) -> Option<Span> {
        match (statement.sought, Quantity::parse_in(&statement.value, self.language)) {
            (Sought::Quantity { .. }, Ok(wanted)) => {
                figures::nearest_quantity(&self.quantities.all, within, &wanted).map(|found| found.span)
            }
            (Sought::Quantity { .. } | Sought::Printed | Sought::Words { .. } | Sought::Passage, _) => {
                nearest_words(self.tokens_within(within), &statement.value)
            }
        }
    }
}

/// Where a quotation stands: at the first place at which nothing about it is unfair, or at the first.
pub(super) fn stand(
    outline: &Outline<'_>,
    worded: &Worded<'_>,
    within: Range<usize>,
    spoken: Spoken<'_>,
) -> Option<Stand> {
    let quotation = worded.quotation(spoken.words);
    let found = worded.occurrences(within, &quotation).take(TRIES);
    let joints = || quotation.pieces.iter().skip(1).map(|piece| piece.joint.gap);
    let mut stands = found.map(|found| Stand {
        unfair: unfair(outline, &quotation, &found, spoken.is_alone)
            .or_else(|| said_by_another(outline, found.span, spoken)),
        span: found.span,
        gaps: joints()
            .zip(found.gaps)
            .filter(|(joint, gap)| *joint > Gap::Marks && gap.start < gap.end)
            .map(|(_, gap)| gap)
            .collect(),
    });
    let first = stands.next()?;
    let is_fair = |stand: &Stand| stand.unfair.is_none();
    if is_fair(&first) { Some(first) } else { stands.find(is_fair).or(Some(first)) }
}

/// Whether somebody else says words, or nobody whom the text of an article names.
fn said_by_another(outline: &Outline<'_>, at: Span, spoken: Spoken<'_>) -> Option<Unfair> {
    let who = misattributed(outline, at, spoken.speaker)?;
    let is_told = who != Misattributed::Unnamed || spoken.is_of_article;
    is_told.then(|| Unfair::OtherSpeaker(spoken.speaker.to_owned(), who))
}

/// Whether what is quoted has to speak for itself: an author's own sentence around it does not turn it. A word of caution and
/// a name are read in their place.
fn is_alone(statement: &Statement<'_>) -> bool {
    match statement.subject {
        Subject::Words(_) | Subject::Telling(..) | Subject::Remark(..) | Subject::Prose(..) => {
            turns(&statement.around).is_empty()
        }
        Subject::Statistic(_) | Subject::Hedge(_) | Subject::Credit(_) | Subject::Passage(..) => false,
    }
}
