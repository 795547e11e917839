//! Words of direction and years beside a number where no link can stand. The number agrees with a statistic that the page binds,
//! and the words with none such.

use super::plain_fields::{self, PlainField, agrees, numbers};
use super::sentences::{Sentence, split};
use super::stray_year::{STEPS, is_among, told, years};
use super::{Review, contrary_direction, notes, unbound_number};
use crate::diagnostic::{Diagnostic, Place, Rule, rules};

/// Reports what contradicts every statistic that such a number can be.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    notes::sound_pages(review).flat_map(|page| of_page(review, page)).collect()
}

fn of_page(review: &Review<'_>, page: usize) -> Vec<Diagnostic> {
    let language = review.evidence.pages[page].language;
    let mut known = None;
    let mut wrong = Vec::new();
    // What an article turned round is told as it has it.
    let own = |plain: &PlainField<'_>| !matches!(plain.name, "remark" | "difference");
    for plain in plain_fields::texts(review, page).into_iter().filter(own) {
        for sentence in split(&plain.text) {
            for (before, typed) in numbers(language, sentence) {
                let known = known.get_or_insert_with(|| unbound_number::known_on(review, page));
                let meant =
                    known.iter().copied().filter(|one| agrees(review, (before, typed), *one, language));
                let meant: Vec<usize> = meant.collect();
                let behind = &sentence[before.len() + typed.len()..];
                let found = turned(review, &meant, (before, typed, behind))
                    .or_else(|| stray(review, &meant, sentence, typed));
                wrong.extend(found.map(|(rule, message)| report(review, page, &plain, rule, message)));
            }
        }
    }
    wrong
}

/// What is wrong, by which rule.
type Wrong = (&'static Rule, String);

/// A word of the other direction than all that is meant.
fn turned(
    review: &Review<'_>,
    meant: &[usize],
    (before, typed, behind): (&str, &str, &str),
) -> Option<Wrong> {
    let (word, said) = contrary_direction::beside(before, behind)?;
    let is_other = |one: &usize| contrary_direction::direction(review, *one).is_some_and(|way| way != said);
    let is_wrong = !meant.is_empty() && meant.iter().all(is_other);
    is_wrong.then(|| {
        (&rules::CONTRARY_DIRECTION, format!("`{word}` stands beside `{typed}`, which goes the other way"))
    })
}

/// A year in the sentence that is of no time of what is meant.
fn stray(review: &Review<'_>, meant: &[usize], sentence: &str, typed: &str) -> Option<Wrong> {
    let said = told(&Sentence { text: sentence.to_owned(), bound: Vec::new(), linked: Vec::new() });
    let first = said.first()?;
    let known: Option<Vec<_>> = meant.iter().map(|one| years(review, *one, STEPS)).collect();
    let known: Vec<_> = known?.into_iter().flatten().collect();
    let is_wrong = !known.is_empty() && !said.iter().any(|year| is_among(&known, *year));
    is_wrong.then(|| {
        (&rules::STRAY_YEAR, format!("the sentence names {first}, and `{typed}` is of another time"))
    })
}

fn report(
    review: &Review<'_>,
    page: usize,
    plain: &PlainField<'_>,
    rule: &'static Rule,
    message: String,
) -> Diagnostic {
    let place = Place { file: review.evidence.pages[page].path.clone(), spot: plain.spot.clone() };
    let help = format!("mend the {} or the statistic that it speaks of", plain.name);
    Diagnostic::new(rule, place, message).help(help)
}
