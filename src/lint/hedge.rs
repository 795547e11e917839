//! How sure a sentence is, by its words: `may` < `likely` < `most likely` < said as a cause without any doubt.
//!
//! A rule of thumb for English. A sentence that neither doubts nor speaks of causes has no place on the ladder.

use super::causal;

/// A step of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    /// It may be.
    Possible,
    /// It is likely.
    Likely,
    /// It is most likely.
    MostLikely,
    /// It is the cause.
    Certain,
}

impl Sureness {
    /// What it is called in a message.
    pub fn name(self) -> &'static str {
        match self {
            Self::Possible => "may",
            Self::Likely => "likely",
            Self::MostLikely => "most likely",
            Self::Certain => "causes",
        }
    }
}

/// Phrases with their steps. The longest that stands in a text decides, so `most likely` comes before `likely`.
#[rustfmt::skip]
const DOUBTS: [(&str, Sureness); 39] = [
    ("most likely", Sureness::MostLikely), ("very likely", Sureness::MostLikely),
    ("almost certainly", Sureness::MostLikely), ("highly likely", Sureness::MostLikely),
    ("may", Sureness::Possible), ("might", Sureness::Possible), ("could", Sureness::Possible),
    ("possible", Sureness::Possible), ("possibly", Sureness::Possible), ("perhaps", Sureness::Possible),
    ("maybe", Sureness::Possible), ("can", Sureness::Possible), ("suggest", Sureness::Possible),
    ("suggests", Sureness::Possible), ("suggested", Sureness::Possible), ("appear", Sureness::Possible),
    ("appears", Sureness::Possible), ("seems", Sureness::Possible), ("seem", Sureness::Possible),
    ("linked", Sureness::Possible), ("associated", Sureness::Possible), ("thought to", Sureness::Possible),
    ("believe", Sureness::Possible), ("believes", Sureness::Possible), ("indicate", Sureness::Possible),
    ("believed", Sureness::Possible), ("suspect", Sureness::Possible), ("suspects", Sureness::Possible),
    ("suspected", Sureness::Possible), ("potential", Sureness::Possible), ("potentially", Sureness::Possible),
    ("apparently", Sureness::Possible), ("arguably", Sureness::Possible), ("correlated", Sureness::Possible),
    ("presumably", Sureness::Likely),
    ("likely", Sureness::Likely), ("probably", Sureness::Likely), ("unlikely", Sureness::Likely),
    ("expected to", Sureness::Likely),
];

/// Words of time before the month of May.
const BEFORE_MONTH: [&str; 10] =
    ["in", "of", "since", "until", "early", "late", "last", "this", "by", "from"];

/// Words that take a cause back, so that nothing is claimed.
#[rustfmt::skip]
const DENIALS: [&str; 18] = [
    "not", "no", "cannot", "whether", "neither", "nor", "unclear", "unknown", "uncertain", "nothing", "nobody", "none", "never", "hardly",
    "if", "how far", "how much", "doubt",
];

/// How sure a text is: as sure as its surest part. Questions are left out.
pub(super) fn of(text: &str) -> Option<Sureness> {
    let parts = text.split_inclusive(['.', ';', ':', '?']).filter(|part| !part.ends_with('?'));
    parts.filter_map(of_part).max()
}

/// How sure one part is. A part that doubts in two ways is as unsure as its weakest word.
fn of_part(part: &str) -> Option<Sureness> {
    let words = words(part);
    let text = from_words(&words);
    if DENIALS.iter().any(|denial| has(&text, denial)) || words.contains("n t ") {
        return None;
    }
    let strong = DOUBTS[..4].iter().any(|(phrase, _)| has(&text, phrase)).then_some(Sureness::MostLikely);
    let weak =
        DOUBTS[4..].iter().filter(|(phrase, _)| has(&text, phrase)).map(|(_, sureness)| *sureness).min();
    match (strong, weak) {
        (Some(strong), Some(Sureness::Likely) | None) => Some(strong),
        (_, Some(weak)) => Some(weak),
        (None, None) => causal::names_cause(&text).then_some(Sureness::Certain),
    }
}

/// The words of a text in lower case, with one space around each. The month of May is left out.
pub(super) fn words(text: &str) -> String {
    let mut words = String::from(" ");
    let split = text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut split = split.peekable();
    let (mut before, is_number) = ("", |word: &str| word.starts_with(|first: char| first.is_ascii_digit()));
    while let Some(word) = split.next() {
        let next = split.peek().copied().unwrap_or_default();
        let is_dated = || is_number(before) || is_number(next);
        let is_month = word == "May" && (BEFORE_MONTH.contains(&&*before.to_lowercase()) || is_dated());
        if !is_month {
            words.push_str(word);
            words.push(' ');
        }
        before = word;
    }
    words.to_lowercase()
}

/// What [`words`] gives from each of its words to its end.
pub(super) fn from_words(words: &str) -> Vec<&str> {
    words.match_indices(' ').map(|(space, _)| &words[space + 1..]).collect()
}

/// Whether a text begins with a phrase at one of its words, and the phrase ends where a word does. The first letters
/// tell most of them apart.
pub(super) fn has(text: &[&str], phrase: &str) -> bool {
    let first = phrase.as_bytes().first();
    text.iter().any(|rest| {
        rest.as_bytes().first() == first
            && rest.strip_prefix(phrase).is_some_and(|after| after.starts_with(' '))
    })
}

/// How many longer words two texts share, cut to their stems.
pub(super) fn shared(one: &str, other: &str) -> usize {
    let (one, other) = (words(one), words(other));
    let stems = |text: &str| -> Vec<String> {
        text.split(' ')
            .filter(|word| word.chars().count() > 3)
            .map(|word| word.chars().take(4).collect())
            .collect()
    };
    let mut mine = stems(&one);
    mine.sort_unstable();
    mine.dedup();
    let theirs = stems(&other);
    mine.iter().filter(|stem| theirs.contains(stem)).count()
}

#[cfg(test)]
mod tests {
    use super::{Sureness, of, shared};

    #[test]
    fn words_say_how_sure_a_sentence_is() {
        for (text, sureness) in [
            ("the cuts may play a role", Some(Sureness::Possible)),
            ("is likely that it could", Some(Sureness::Possible)),
            ("unlikely to ease", Some(Sureness::Likely)),
            ("most likely caused by cuts", Some(Sureness::MostLikely)),
            ("the cuts caused the rise", Some(Sureness::Certain)),
            ("a contributing factor", Some(Sureness::Certain)),
            ("cuts most likely caused it; nobody knows", Some(Sureness::MostLikely)),
            ("did cuts cause it?", None),
            ("the cause is not known", None),
            ("below population growth", None),
            ("the scheme reduces waits", Some(Sureness::Certain)),
            ("waits reduced by a third", None),
            ("three causes are named", None),
            ("the scheme is meant to prevent waits", None),
            ("the scheme is shown to prevent waits", Some(Sureness::Certain)),
            ("it doesn't reduce waits or lead to more", None),
            ("In May 2017 the cuts led to a rise", Some(Sureness::Certain)),
            ("Cuts May Have Caused the Rise", Some(Sureness::Possible)),
            ("is thought to lead to waits", Some(Sureness::Possible)),
            ("whether it leads to waits", None),
        ] {
            assert_eq!(of(text), sureness, "{text}");
        }
    }

    #[test]
    fn sentences_share_words_in_any_form() {
        assert_eq!(shared("Cuts to early help", "The cuts in helping early"), 3);
        assert_eq!(shared("Visits fell", "Loans rose"), 0);
    }
}
