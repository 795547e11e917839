//! Names that are near to a wrong one: what is suggested, and what is certain enough to be put in its place.
//!
//! A folder that was renamed makes as many wrong names as there are names, so most names are ruled out by a glance at
//! their letters, and [`Names`] remembers what it was asked.

use rapidfuzz::distance::osa::{Args, BatchComparator};
use rustc_hash::FxHashMap as HashMap;
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The name most like `wrong`, if any is near enough to be what was meant.
pub fn nearest<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut names: Vec<&str> = names.into_iter().collect();
    names.sort_unstable();
    let letters = names.iter().map(|name| Letters::of(name));
    Slip::new(wrong).nearest(letters, 1).first().map(|at| names[*at])
}

/// All names, those first that are most like `wrong`.
pub fn nearest_first<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let comparator = BatchComparator::new(wrong.chars());
    let mut names: Vec<&str> = names.into_iter().collect();
    names.sort_by_key(|name| comparator.distance(name.chars()));
    names
}

/// "did you mean `x`?", when a name is near enough.
pub fn did_you_mean<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(wrong, names).map(question)
}

fn question(name: &str) -> String {
    format!("did you mean `{name}`?")
}

/// Names of one kind, to which very many wrong ones may be held. Asking once more costs next to nothing.
#[derive(Debug, Default)]
pub struct Names {
    /// In order, each once.
    texts: Vec<Box<str>>,
    letters: Vec<Letters>,
    /// Places of the names as they stand in two other orders, where there are many: by their letters from the first on,
    /// and from the last on.
    orders: [Vec<usize>; 2],
    known: Mutex<HashMap<Box<str>, Near>>,
}

/// So many names are all compared with a wrong one.
const FEW: usize = 1000;

/// Where there are more, those are that would stand so near to it in one of the orders: whoever slips once leaves the
/// first half of a name as it is, or the second.
const AROUND: usize = FEW / 4;

/// How many of the names that are near to a wrong one are kept.
const MOST_NEAR: usize = 4;

/// Places of the names that are near to a wrong one, the nearest first.
type Near = Arc<[usize]>;

impl Names {
    /// These names.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut names: Vec<Box<str>> = names.into_iter().map(Into::into).collect();
        names.sort_unstable();
        names.dedup();
        let letters: Vec<Letters> = names.iter().map(|name| Letters::of(name)).collect();
        let mut orders = [Vec::new(), Vec::new()];
        if names.len() > FEW {
            orders = [(0..names.len()).collect(), (0..names.len()).collect()];
            orders[0].sort_by(|one, other| letters[*one].folded.cmp(&letters[*other].folded));
            orders[1].sort_by(|one, other| letters[*one].cmp_backwards(&letters[*other]));
        }
        Self { texts: names, letters, orders, known: Mutex::default() }
    }

    /// All names, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        self.texts.iter().map(AsRef::as_ref)
    }

    /// Whether this is one of them.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.texts.binary_search_by(|known| (**known).cmp(name)).is_ok()
    }

    /// The name most like `wrong`, as [`nearest`] gives it.
    #[must_use]
    pub fn nearest(&self, wrong: &str) -> Option<&str> {
        self.near(wrong).first().map(|at| &*self.texts[*at])
    }

    /// The few names that are most like `wrong`, the nearest first.
    #[must_use]
    pub fn few_near(&self, wrong: &str) -> Vec<&str> {
        self.near(wrong).iter().map(|at| &*self.texts[*at]).collect()
    }

    /// The name that must be meant: the only one that is near at all. Two that differ in a digit are never near, because
    /// `share-2018` is no slip for `share-2019`.
    #[must_use]
    pub fn only_near(&self, wrong: &str) -> Option<&str> {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        match *self.near(wrong) {
            [only] => Some(&*self.texts[only]).filter(|only| digits(only) == digits(wrong)),
            _ => None,
        }
    }

    /// "did you mean `x`?", when a name is near enough.
    #[must_use]
    pub fn did_you_mean(&self, wrong: &str) -> Option<String> {
        self.nearest(wrong).map(question)
    }

    fn near(&self, wrong: &str) -> Near {
        if let Some(near) = self.known().get(wrong) {
            return Arc::clone(near);
        }
        let slip = Slip::new(wrong);
        let candidates = self.candidates(&slip.letters);
        let letters = candidates.iter().map(|at| &self.letters[*at]);
        let near: Near =
            slip.nearest(letters, MOST_NEAR).into_iter().map(|at| candidates[at]).collect::<Vec<_>>().into();
        self.known().insert(wrong.into(), Arc::clone(&near));
        near
    }

    /// Places of the names that a wrong one is compared with, in order.
    fn candidates(&self, wrong: &Letters) -> Vec<usize> {
        if self.texts.len() <= FEW {
            return (0..self.texts.len()).collect();
        }
        let [by_first, by_last] = &self.orders;
        let at_first = by_first.partition_point(|at| self.letters[*at].folded < wrong.folded);
        let at_last = by_last.partition_point(|at| self.letters[*at].cmp_backwards(wrong).is_lt());
        let around = |order: &[usize], at: usize| {
            order[at.saturating_sub(AROUND)..(at + AROUND).min(order.len())].to_vec()
        };
        let mut candidates = [around(by_first, at_first), around(by_last, at_last)].concat();
        candidates.sort_unstable();
        candidates.dedup();
        candidates
    }

    fn known(&self) -> MutexGuard<'_, HashMap<Box<str>, Near>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A name as it is compared.
#[derive(Debug)]
struct Letters {
    /// In small letters.
    folded: Box<str>,
    /// In bytes, as it was written.
    length: usize,
    /// In characters.
    count: usize,
    /// Which letters it has: a bit for each, shared with others of more than 64.
    which: u64,
}

impl Letters {
    fn of(name: &str) -> Self {
        let folded: Box<str> = name.to_lowercase().into();
        let which = folded.chars().fold(0, |which, letter| which | 1 << (u32::from(letter) % 64));
        Self { length: name.len(), count: folded.chars().count(), which, folded }
    }

    /// The order by letters from the last one on.
    fn cmp_backwards(&self, other: &Self) -> Ordering {
        self.folded.bytes().rev().cmp(other.folded.bytes().rev())
    }

    /// What two names differ in at least: each slip adds or takes one letter, or puts one for another.
    fn least_distance(&self, other: &Self) -> usize {
        let only_here = (self.which & !other.which).count_ones();
        let only_there = (other.which & !self.which).count_ones();
        self.count.abs_diff(other.count).max(only_here.max(only_there) as usize)
    }
}

/// A wrong name.
struct Slip {
    letters: Letters,
    comparator: BatchComparator<char>,
}

impl Slip {
    fn new(wrong: &str) -> Self {
        let letters = Letters::of(wrong);
        let comparator = BatchComparator::new(letters.folded.chars());
        Self { letters, comparator }
    }

    /// How many slips lie between the two, if not more than count as the same word, and not more than `most`.
    fn distance(&self, name: &Letters, most: usize) -> Option<usize> {
        let most = most.min(allowed_distance(self.letters.length.max(name.length)));
        if self.letters.least_distance(name) > most {
            return None;
        }
        self.comparator.distance_with_args(name.folded.chars(), &Args::default().score_cutoff(most))
    }

    /// Places of the nearest of these, so many at most; of those that are equally near, the first come first.
    fn nearest<L: Borrow<Letters>>(&self, names: impl Iterator<Item = L>, wanted: usize) -> Vec<usize> {
        let mut near: Vec<(usize, usize)> = Vec::with_capacity(wanted + 1);
        // What no name may differ by more than, to be among them.
        let mut most = Some(usize::MAX);
        for (at, name) in names.enumerate() {
            let Some(limit) = most else { break };
            if let Some(distance) = self.distance(name.borrow(), limit) {
                let place = near.partition_point(|(other, _)| *other <= distance);
                near.insert(place, (distance, at));
                near.truncate(wanted);
            }
            if near.len() == wanted {
                most = near[wanted - 1].0.checked_sub(1);
            }
        }
        near.into_iter().map(|(_, at)| at).collect()
    }
}

/// How many typing slips still count as the same word: a third of its length, at least one.
fn allowed_distance(length: usize) -> usize {
    (length / 3).clamp(1, 6)
}

#[cfg(test)]
mod tests {
    use super::{FEW, Letters, MOST_NEAR, Names, allowed_distance, did_you_mean, nearest};
    use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
    use rapidfuzz::distance::osa;

    fn only_near(wrong: &str, names: &[&str]) -> Option<String> {
        Names::of(names.iter().copied()).only_near(wrong).map(str::to_owned)
    }

    #[test]
    fn suggests_only_what_is_near() {
        let names = ["title", "publisher", "published"];
        assert_eq!(did_you_mean("titel", names).as_deref(), Some("did you mean `title`?"));
        assert_eq!(did_you_mean("Publisher", names).as_deref(), Some("did you mean `publisher`?"));
        assert_eq!(did_you_mean("colour", names), None);
    }

    #[test]
    fn only_what_must_be_meant_is_meant() {
        assert_eq!(only_near("visitts", &["visits", "share"]).as_deref(), Some("visits"));
        assert_eq!(only_near("visit", &["visits", "visitor"]), None, "two are near");
        assert_eq!(only_near("share-2019", &["share-2018", "visits"]), None, "another year is no slip");
        assert_eq!(only_near("audit2024", &["audit-2024"]).as_deref(), Some("audit-2024"));
    }

    #[test]
    fn what_was_asked_once_is_remembered() {
        let names = Names::of(["visits", "share"]);
        for _ in 0..3 {
            assert_eq!(names.nearest("visitts"), Some("visits"));
            assert_eq!(names.nearest("colour"), None);
        }
        assert_eq!(names.known().len(), 2);
    }

    #[test]
    fn one_slip_is_found_among_very_many_names_by_a_few_comparisons() {
        let all: Vec<String> =
            (0..20_000).map(|at| format!("report-{:05}-{}", at * 7919 % 100_000, at % 7)).collect();
        let names = Names::of(all.iter().map(String::as_str));
        for (at, name) in all.iter().enumerate().step_by(37) {
            let slip = at % name.len();
            for wrong in
                [[&name[..slip], &name[slip + 1..]].concat(), [&name[..slip], "x", &name[slip..]].concat()]
            {
                let nearest = names.nearest(&wrong).expect("one is near");
                assert!(osa::distance(wrong.chars(), nearest.chars()) <= 1, "{wrong}: {nearest}");
                assert!(names.candidates(&Letters::of(&wrong)).len() <= FEW);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// A glance at the letters rules nothing out that is near, and the nearest is that of comparing everything.
        #[test]
        fn nothing_near_is_passed_over(wrong in "[a-cA£é0-1-]{0,9}", names in proptest::collection::vec("[a-cA£é0-1-]{0,9}", 0..8)) {
            let distance = |name: &str| osa::distance(wrong.to_lowercase().chars(), name.to_lowercase().chars());
            for name in &names {
                prop_assert!(Letters::of(&wrong).least_distance(&Letters::of(name)) <= distance(name));
            }
            let is_near = |name: &&String| distance(name) <= allowed_distance(wrong.len().max(name.len()));
            let mut expected: Vec<(usize, &str)> =
                names.iter().filter(is_near).map(|name| (distance(name), name.as_str())).collect();
            expected.sort_unstable();
            expected.dedup();
            let expected: Vec<&str> = expected.into_iter().map(|(_, name)| name).take(MOST_NEAR).collect();
            prop_assert_eq!(nearest(&wrong, names.iter().map(String::as_str)), expected.first().copied());
            let names = Names::of(names.iter().map(String::as_str));
            prop_assert_eq!(names.few_near(&wrong), expected);
        }
    }
}
