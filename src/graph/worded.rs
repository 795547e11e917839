//! Words that a bound text may have around its figure: `12% fewer`, `a fall of 33%`, `4.3-point`.

use crate::evidence::direction_words::{of_change, of_comparative};
use crate::evidence::record::{Direction, Statistic};

/// Words that say nothing of a figure.
const LINKING: [&str; 8] = ["a", "an", "by", "of", "in", "more", "than", "the"];

/// A figure with a hyphen before its unit, as adjectives have it, printed without.
pub(super) fn unhyphened(text: &str) -> String {
    let mut printed = String::with_capacity(text.len());
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_joint = matches!(letter, '-' | '\u{2010}' | '\u{2011}')
            && (before.is_ascii_digit() || before == '%')
            && letters.peek().is_some_and(|next| next.is_alphabetic());
        printed.push(if is_joint { ' ' } else { letter });
        before = letter;
    }
    printed
}

/// Whether the words around a figure are of change or of comparison, and none says that it went the other way than its statistic.
pub(super) fn is_change(text: &str, figure: &str, statistic: &Statistic) -> bool {
    let Some((before, behind)) = text.split_once(figure) else { return false };
    let words: Vec<String> = [before, behind]
        .iter()
        .flat_map(|words| words.split_whitespace())
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let way = |word: &String| of_comparative(word).or_else(|| of_change(word));
    let ways: Vec<Direction> = words.iter().filter_map(way).collect();
    let is_known = |word: &String| way(word).is_some() || LINKING.contains(&word.as_str());
    let agrees = |way: &Direction| statistic.way().is_none_or(|stated| stated == *way);
    !ways.is_empty() && words.iter().all(is_known) && ways.iter().all(agrees)
}

#[cfg(test)]
mod tests {
    use super::unhyphened;

    #[test]
    fn a_hyphen_before_a_unit_is_a_space() {
        for (typed, read) in [
            ("4.3-point", "4.3 point"),
            ("36-hour", "36 hour"),
            ("2017-18", "2017-18"),
            ("twenty-five", "twenty-five"),
            ("-5", "-5"),
        ] {
            assert_eq!(unhyphened(typed), read);
        }
    }
}
