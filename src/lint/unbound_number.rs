//! A number in prose that no link binds to a statistic: nothing would notice if it were wrong.
//!
//! What is a number at all is decided where Markdown is read (`document/wording/`); in words that is a rule of thumb.

use super::{Review, notes};
use crate::diagnostic::{Diagnostic, rules};
use crate::document::prose::{LinkText, LooseNumber, NoteKind, Target};
use crate::evidence::Main;
use crate::evidence::quantity::Quantity;
use crate::graph::bound::fits;
use crate::graph::index::RecordRef;
use crate::graph::prose::of_page;
use crate::graph::resolve::Resolved;
use rust_decimal::Decimal;
use rustc_hash::FxHashSet as HashSet;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

/// How many statistics with a fitting value are looked at before it is said that there is none.
const TRIED: usize = 64;

/// How many statistics of a page and of those behind it are looked at.
const MOST_NEAR: usize = 512;

/// Reports every number that is not bound, and names the statistic that it seems to be.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let figures = OnceCell::new();
    let cases = OnceCell::new();
    notes::of(review, |noted| {
        let number = loose(review, noted.page, noted.kind)?;
        let typed = &number.typed;
        let cases = cases.get_or_init(|| all_cases(review));
        if cases.contains(typed.as_str()) && are_cases_here(review, noted.page, typed) {
            return None;
        }
        let figures = figures.get_or_init(|| PrintedFigures::of(review));
        let message = format!("`{typed}` is bound to no statistic, so nothing checks it");
        let help = match figures.fitting(review, noted.page, typed) {
            Some(statistic) => format!(
                "write `[{typed}](stat:{})`, if it says what that is: {}",
                reference(review, noted.page, statistic),
                review.evidence.statistics[statistic].label.as_text()
            ),
            None => {
                "record it as a statistic of the report that states it, or as a number derived in a finding, \
                     and bind it: `[64%](stat:report.statistic)`"
                    .to_owned()
            }
        };
        Some(Diagnostic::new(&rules::UNBOUND_NUMBER, noted.place(), message).help(help))
    })
}

/// Every `n:` of the site, as typed.
fn all_cases<'s>(review: &Review<'s>) -> HashSet<&'s str> {
    let cases = review.evidence.statistics.iter().map(|statistic| statistic.n.as_str());
    cases.filter(|cases| !cases.is_empty()).collect()
}

/// Whether a number is how many cases a statistic has that the page records, rests on or binds.
fn are_cases_here(review: &Review<'_>, page: usize, typed: &str) -> bool {
    known_on(review, page).iter().any(|statistic| review.statistic(*statistic).n == typed)
}

/// The statistics that a page records, rests on or binds.
pub(super) fn known_on(review: &Review<'_>, page: usize) -> Vec<usize> {
    let mut known = near(review, page);
    let holes = of_page(review.evidence, page).into_iter().flat_map(|prose| prose.holes.iter());
    known.extend(holes.filter_map(|hole| match &hole.target {
        Target::Statistic { reference, .. } => review.named_on(page, reference),
        _ => None,
    }));
    known
}

/// The number that a note is about, unless it belongs to a title.
fn loose<'s>(review: &Review<'_>, page: usize, note: &'s NoteKind) -> Option<&'s LooseNumber> {
    let NoteKind::Number(number) = note else { return None };
    let is_title = number.link.as_ref().is_some_and(|link| is_title(review, page, link));
    (!is_title).then_some(number)
}

/// The numbers in the file of a page that are not bound, in the order of its texts.
pub(super) fn on_page<'s>(review: &Review<'s>, page: usize) -> Vec<&'s LooseNumber> {
    let notes = of_page(review.evidence, page).into_iter().flat_map(|prose| prose.notes.iter());
    notes.filter_map(|note| loose(review, page, &note.kind)).collect()
}

/// Whether the words of a link are the title of the page behind it.
fn is_title(review: &Review<'_>, page: usize, link: &LinkText) -> bool {
    match review.resolver().resolve(page, &link.target) {
        Ok(Some(Resolved::Page(target, _))) => {
            review.evidence.pages[target].title.text().eq_ignore_ascii_case(link.text.trim())
        }
        Ok(_) | Err(_) => false,
    }
}

/// How a page names a statistic: its own without the report.
fn reference(review: &Review<'_>, page: usize, statistic: usize) -> String {
    let record = &review.evidence.statistics[statistic];
    match review.evidence.owner_page(record.owner) == page {
        true => record.id.to_string(),
        false => review.evidence.reference(record),
    }
}

/// The statistics of a site by what they print.
struct PrintedFigures {
    by_value: Vec<(Decimal, usize)>,
}

impl PrintedFigures {
    fn of(review: &Review<'_>) -> Self {
        let statistics = review.evidence.statistics.iter().enumerate();
        let mut by_value: Vec<(Decimal, usize)> = statistics
            .filter_map(|(at, statistic)| Some((statistic.value.as_ref()?.central?.abs(), at)))
            .collect();
        by_value.sort_unstable();
        Self { by_value }
    }

    /// The nearest statistic that a text may be bound to: on the same page, behind it, or of a report that it uses;
    /// what is printed in the same way comes first. One of another subject would only agree by chance.
    fn fitting(&self, review: &Review<'_>, page: usize, text: &str) -> Option<usize> {
        let quantity = Quantity::parse_in(text, review.evidence.pages[page].language).ok()?;
        let mentioned = &review.graph.pages[page].targets.mentions;
        let owner =
            |statistic: usize| review.evidence.owner_page(review.evidence.statistics[statistic].owner);
        let near = near(review, page);
        let behind: BTreeSet<usize> = near.iter().map(|statistic| owner(*statistic)).collect();
        let is_used = |statistic: &usize| {
            let page = owner(*statistic);
            behind.contains(&page) || mentioned.contains(&page)
        };
        // A word such as `half` fits too much to be looked for further away.
        let is_told = text.contains(|letter: char| letter.is_ascii_digit());
        let others = self.equal(&quantity).filter(|statistic| is_told && is_used(statistic));
        let near = near.into_iter().chain(others);
        let fitting = near.filter(|statistic| fits(&quantity, &review.evidence.statistics[*statistic]));
        fitting.min_by_key(|statistic| review.evidence.statistics[*statistic].printed != text)
    }

    /// Statistics whose printed number lies in what the text stands for.
    fn equal(&self, quantity: &Quantity) -> impl Iterator<Item = usize> {
        let ends = quantity.low().zip(quantity.high()).or(quantity.central.zip(quantity.central));
        let range = ends.map_or(0..0, |(low, high)| self.between(low, high));
        self.by_value[range].iter().take(TRIED).map(|(_, statistic)| *statistic)
    }

    fn between(&self, low: Decimal, high: Decimal) -> Range<usize> {
        let start = self.by_value.partition_point(|(value, _)| *value < low);
        let end = self.by_value.partition_point(|(value, _)| *value <= high);
        start..end.max(start)
    }
}

/// The statistics that a page is most likely to speak of, nearest first; of very many the first.
fn near(review: &Review<'_>, page: usize) -> Vec<usize> {
    let held = &review.evidence.held[page];
    let mut near: Vec<usize> = held.statistics.clone().take(MOST_NEAR).collect();
    match held.main {
        Main::Finding(finding) => {
            near.extend(
                review.graph.findings[finding]
                    .evidence
                    .iter()
                    .flatten()
                    .filter_map(|record| record.statistic()),
            );
        }
        Main::Coverage(coverage) => {
            let links = &review.graph.coverage[coverage];
            near.extend(
                links.tellings.iter().filter_map(|telling| telling.record.and_then(RecordRef::statistic)),
            );
            near.extend(
                links.reports.iter().flat_map(|report| review.graph.reports[*report].statistics.clone()),
            );
        }
        Main::Report(_) | Main::Topic(_) | Main::Measure(_) | Main::Page => {}
    }
    near.truncate(MOST_NEAR);
    near
}
