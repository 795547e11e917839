//! `over` that says among how many or within which time, and bounds nothing: `pooled over [26] trials`, `fell over [five years]`.

use crate::document::prose::BOUND_MARK;
use crate::evidence::quantity::measure::is_time;
use crate::span::letter_before;

/// Words behind which `over` says among how many.
#[rustfmt::skip]
const AMONG: [&str; 32] = [
    "average", "averaged", "averages", "averaging", "carried out", "collected", "conducted", "counted together", "dispersed",
    "distributed", "divided", "done", "extended", "mean", "measured", "pooled", "ran", "repeated", "results", "rolled out", "run", "scattered",
    "shared", "split", "spread", "staggered", "sum", "summed", "tested", "totals", "trialled", "varied",
];

/// The longest of them, with a letter before it.
const LONGEST: usize = 20;

/// Words behind which `over` bounds a length of time.
#[rustfmt::skip]
const LASTING: [&str; 58] = [
    "a", "about", "aged", "and", "another", "are", "as", "at", "be", "been", "being", "by", "cost", "costs", "delayed", "exceeding", "existed", "for", "from",
    "had", "has", "have", "in", "is", "just", "last", "lasted", "lasts", "live", "lived", "lost", "of", "or", "remained", "remain", "saved", "serve",
    "served", "slightly", "spend", "spending", "spends", "spent", "stayed", "take", "taken", "takes", "taking", "than", "to", "took", "wait",
    "waited", "waiting", "waits", "was", "well", "were",
];

/// What stands before a number, without such an `over`.
pub(super) fn without<'b>(before: &'b str, text: &str, after: &str) -> &'b str {
    let typed = before.trim_end();
    let Some(rest) = typed.len().checked_sub(4).and_then(|at| typed.split_at_checked(at)) else {
        return before;
    };
    let (rest, over) = rest;
    if !over.eq_ignore_ascii_case("over") || rest.ends_with(char::is_alphanumeric) {
        return before;
    }
    let is_across = is_among(rest) || is_length(text, after) && !is_lasting(rest);
    if is_across { rest } else { before }
}

/// Whether words end with one behind which `over` says among how many.
fn is_among(rest: &str) -> bool {
    let rest = rest.trim_end();
    let rest = rest[letter_before(rest, rest.len().saturating_sub(LONGEST))..].to_lowercase();
    AMONG
        .iter()
        .any(|words| rest.strip_suffix(words).is_some_and(|before| !before.ends_with(char::is_alphanumeric)))
}

/// Whether a number is a length of time.
fn is_length(text: &str, after: &str) -> bool {
    let line = [text, after.trim_start_matches(BOUND_MARK)].concat();
    let number = line.find(char::is_alphanumeric).unwrap_or_default();
    line[number..].split([' ', '-', '\u{a0}']).skip(1).take(2).any(is_time)
}

/// Whether the words before `over` say how long something was.
fn is_lasting(rest: &str) -> bool {
    let last = rest.trim_end().rsplit(|mark: char| !mark.is_alphanumeric()).next().unwrap_or_default();
    LASTING.iter().any(|word| word.eq_ignore_ascii_case(last))
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn over_is_across_or_a_bound() {
        for (before, text, after) in [
            ("Deaths fell over ", "five years", "."),
            ("Over ", "five", " years beds were lost."),
            ("It rose by \u{1}12%\u{1} over ", "18", " months."),
            ("It was carried out over ", "58", " authorities."),
        ] {
            assert!(!without(before, text, after).to_lowercase().contains("over"), "{before}");
        }
        for (before, text, after) in [
            ("It lasted over ", "five years", "."),
            ("A wait of well over ", "five", " years."),
            ("There were over ", "58", " authorities."),
            ("Over ", "58", " authorities took part."),
            ("They moreover ", "58", " years."),
        ] {
            assert_eq!(without(before, text, after), before);
        }
    }
}
