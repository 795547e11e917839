//! Two values for one thing. What has the same measure, period, area, population and category is one thing, and where
//! two reports print it differently beyond rounding, one of them has to say why.

use super::Review;
use super::groups::groups;
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::evidence::interval::Interval;
use crate::evidence::names::population;
use crate::evidence::period::{Days, PeriodShape};
use crate::evidence::record::{OwnedStatistic, RelationKind};
use crate::evidence::unit::Unit;
use compact_str::CompactString;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap as HashMap;

/// Reports values that differ without a word, and values that are called the same and are not.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let all: Vec<usize> = review.reported().collect();
    let mut populations = Populations::default();
    let like = groups(all.iter().copied(), |at| likeness(review, at, &mut populations));
    let mut found: Vec<Diagnostic> = like.iter().flat_map(|group| of_group(review, group)).collect();
    let related = all.iter().filter(|at| !review.statistic(**at).relations.is_empty());
    found.extend(related.flat_map(|at| not_the_same(review, *at)));
    found
}

/// What two statistics share when they are about one thing.
#[derive(PartialEq, Eq, Hash)]
struct Likeness<'s> {
    measure: usize,
    period: Days,
    is_change: bool,
    unit: Unit,
    texts: [&'s str; 4],
    population: usize,
}

/// Populations by number: many figures are about few of them, and each text is taken apart once.
#[derive(Default)]
struct Populations<'s> {
    texts: HashMap<&'s str, usize>,
    words: HashMap<Vec<String>, usize>,
}

impl<'s> Populations<'s> {
    fn number(&mut self, text: &'s str) -> usize {
        let words = &mut self.words;
        *self.texts.entry(text).or_insert_with(|| {
            let next = words.len();
            *words.entry(population(text)).or_insert(next)
        })
    }
}

/// What a statistic is about; `None` for one without a measure or a date, and for the end of a range.
fn likeness<'s>(review: &Review<'s>, at: usize, populations: &mut Populations<'s>) -> Option<Likeness<'s>> {
    let statistic: &'s OwnedStatistic = review.statistic(at);
    let period = review.time(at).filter(|_| statistic.across.is_empty())?;
    let measure = review.measure_at(at)?;
    let is_change = is_change(statistic);
    let (unit, _) = comparable(statistic)?;
    let own = statistic.population.as_str();
    let counted = if own.is_empty() { &review.evidence.measures[measure].population } else { own };
    let texts = [&statistic.geography, &statistic.category, &statistic.of, &statistic.relative_to];
    let texts = texts.map(CompactString::as_str);
    Some(Likeness { measure, period, is_change, unit, texts, population: populations.number(counted) })
}

fn is_change(statistic: &OwnedStatistic) -> bool {
    let is_dated_so = |shape: PeriodShape| matches!(shape, PeriodShape::Change { .. });
    let period = statistic.period.as_ref();
    statistic.change.is_some()
        || statistic.direction.is_some()
        || period.is_some_and(|one| is_dated_so(one.shape))
}

/// The unit and the numbers in which a statistic is compared. A multiple of an earlier value is a percentage too:
/// tripled is 200% more.
fn comparable(statistic: &OwnedStatistic) -> Option<(Unit, Interval)> {
    let value = statistic.value.as_ref()?;
    if value.unit != Unit::Times || !is_change(statistic) || !statistic.relative_to.is_empty() {
        return Some((value.unit, value.interval));
    }
    let more = value.interval.sub(&Interval::exact(Decimal::ONE))?.scale(Decimal::ONE_HUNDRED)?;
    Some((Unit::Percent, more))
}

/// Whether two statistics can both be right. A fall may be told without its sign.
fn can_both_be(one: &OwnedStatistic, other: &OwnedStatistic) -> bool {
    let (Some((_, first)), Some((_, second))) = (comparable(one), comparable(other)) else { return true };
    first.overlaps(&second) || is_change(one) && first.negate().overlaps(&second)
}

/// Every member that differs from an earlier one, once. Where all have a number in common there is nothing to do.
fn of_group(review: &Review<'_>, group: &[usize]) -> Vec<Diagnostic> {
    let Some((first, others)) = group.split_first() else { return Vec::new() };
    if others.iter().all(|other| review.statistic(*first).printed == review.statistic(*other).printed) {
        return Vec::new();
    }
    let differs = |at: usize| {
        let later = group[at];
        group[..at].iter().copied().find(|earlier| {
            !can_both_be(review.statistic(*earlier), review.statistic(later))
                && !is_said_same(review, *earlier, later)
                && !is_explained(review, *earlier, later)
        })
    };
    (1..group.len()).filter_map(|at| Some(unrelated(review, group[at], differs(at)?))).collect()
}

/// Whether a typed relation says how two values stand to each other. What is the same as one of them counts too.
fn is_explained(review: &Review<'_>, one: usize, other: usize) -> bool {
    let others = same_as(review, other);
    same_as(review, one).iter().any(|one| others.iter().any(|other| is_related(review, *one, *other)))
}

/// Whether one of two statistics is called the same as the other, which is judged for itself.
fn is_said_same(review: &Review<'_>, one: usize, other: usize) -> bool {
    let mut links = review.graph.statistic(one).relations.iter();
    links.any(|link| link.kind == RelationKind::SameAs && link.other == other)
}

/// A statistic and those that it is called the same as.
fn same_as(review: &Review<'_>, at: usize) -> Vec<usize> {
    let relations = review.graph.statistic(at).relations.iter();
    let same = relations.filter(|link| link.kind == RelationKind::SameAs).map(|link| link.other);
    std::iter::once(at).chain(same).collect()
}

fn is_related(review: &Review<'_>, one: usize, other: usize) -> bool {
    let (links, back) = (review.graph.statistic(one), review.graph.statistic(other));
    let is_told = links.relations.iter().any(|link| link.other == other && link.kind != RelationKind::SameAs);
    is_told || links.revised_by == Some(other) || back.revised_by == Some(one)
}

fn unrelated(review: &Review<'_>, later: usize, earlier: usize) -> Diagnostic {
    let (one, other) = (review.statistic(later), review.statistic(earlier));
    let message = format!(
        "`{}` is printed here, and `{}` says `{}` of the same thing at the same time",
        one.printed,
        review.name(earlier),
        other.printed
    );
    let help = "mend the wrong one; if both are printed so, say how they stand to each other with \
                `relations:` (`updates`, `corrects` or `differs`, and a note)";
    with_both(review, later, earlier, message).help(help)
}

/// What a statistic calls the same as itself, although it says something else.
fn not_the_same(review: &Review<'_>, at: usize) -> Vec<Diagnostic> {
    let statistic = review.statistic(at);
    let links = review.graph.statistic(at).relations.iter();
    let declared = links.filter(|link| link.kind == RelationKind::SameAs && link.declared.0 == at);
    declared
        .filter(|link| {
            let (one, other) = (comparable(statistic), comparable(review.statistic(link.other)));
            let is_unlike = one.zip(other).is_some_and(|(one, other)| one.0 != other.0);
            is_unlike || !can_both_be(statistic, review.statistic(link.other))
        })
        .map(|link| {
            let other = review.statistic(link.other);
            let message = format!(
                "`{}` is said to be the same as `{}`, which says `{}`",
                statistic.printed,
                review.name(link.other),
                other.printed
            );
            let help = "mend the wrong one, or write `differs` or `updates` in place of `same-as`";
            with_both(review, at, link.other, message).help(help)
        })
        .collect()
}

fn with_both(review: &Review<'_>, one: usize, other: usize, message: String) -> Diagnostic {
    let place: Place = review.field(other, "value");
    Diagnostic::new(&rules::UNRELATED_VALUES, review.field(one, "value"), message)
        .label("printed here")
        .also(place, "and otherwise here")
}
