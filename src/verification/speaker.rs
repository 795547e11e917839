//! Whether a text gives quoted words to the speaker that a record names.
//!
//! A rule of thumb over the words beside the quotation marks: a name that stands with a word for saying is the speaker, unless it
//! names only an office or follows a word such as *in*. A speaker of whom a text knows no name is a stranger to it.

use super::credited::{OPINION, is_saying};
use super::outline::Outline;
use super::speech::{SpeechWords, said_at};
use crate::span::Span;

/// Who says words that a record gives to somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misattributed {
    /// Somebody with another name.
    Other(String),
    /// Nobody whom the text names so.
    Unnamed,
}

/// Words with a capital that name an office or a rank, and words of names that many bear.
#[rustfmt::skip]
const OFFICES: [&str; 41] = [
    "auditor", "baroness", "board", "chair", "chairman", "chairwoman", "chief", "cllr", "commissioner", "committee", "cofounder",
    "councillor", "dame", "deputy", "director", "dr", "executive", "founder", "general", "government", "head", "lady", "lead",
    "leader", "lord", "manager", "member", "minister", "mp", "mr", "mrs", "ms", "officer", "president", "prime", "prof",
    "professor", "report", "secretary", "sir", "spokesperson",
];

/// Words with a capital that are times.
#[rustfmt::skip]
const TIMES: [&str; 19] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december",
];

/// Words for somebody named before.
const PRONOUNS: [&str; 4] = ["he", "she", "they", "who"];

/// Words behind which a name is no speaker's.
const PLACING: [&str; 11] = ["at", "by", "during", "for", "from", "in", "of", "on", "since", "to", "with"];

/// Who else says words of a text, where not the speaker of their record does.
pub(super) fn misattributed(outline: &Outline<'_>, at: Span, speaker: &str) -> Option<Misattributed> {
    let own = names(speaker);
    if own.is_empty() {
        return None;
    }
    let said = outline.block_at(at.start).and_then(|block| said_at(outline.text, block, at.start));
    let said = said.map_or(Vec::new(), |said| strangers(&said, &own, speaker));
    if !said.is_empty() {
        return Some(Misattributed::Other(said.join(" ")));
    }
    let is_known = names(outline.text).iter().any(|name| is_one(name, &own, speaker));
    (!is_known).then_some(Misattributed::Unnamed)
}

/// The names of whoever says something, where none of the words around it names the speaker.
fn strangers<'t>(said: &SpeechWords<'t>, own: &[&str], speaker: &str) -> Vec<&'t str> {
    let words: Vec<&str> = words(said.words).collect();
    if says_pronoun(&words) || words.iter().any(|word| is_one(word, own, speaker)) {
        return Vec::new();
    }
    let is_opinion = OPINION.iter().any(|phrase| said.words.contains(phrase));
    let is_placed = |at: usize| {
        let before = words[..at].iter().rev().find(|word| !word.starts_with(char::is_uppercase));
        !is_opinion && before.is_some_and(|word| PLACING.contains(word))
    };
    // The first word has its capital from the sentence, unless it is a part of a name.
    let is_first = |at: usize| {
        at == 0 && said.begins && !words.get(1).is_some_and(|next| next.starts_with(char::is_uppercase))
    };
    let named = words.iter().enumerate();
    let named = named.filter(|(at, word)| is_name(word, is_first(*at)) && !is_placed(*at));
    named.map(|(_, word)| *word).collect()
}

/// Whether somebody named before says it: `she added`, `said he`, `they later told us`.
fn says_pronoun(words: &[&str]) -> bool {
    let mut all = words.iter().enumerate();
    all.any(|(at, word)| {
        let near = &words[at.saturating_sub(1)..words.len().min(at + 3)];
        PRONOUNS.contains(&word.to_lowercase().as_str()) && near.iter().any(|word| is_saying(word))
    })
}

/// The words of a text that name somebody.
fn names(text: &str) -> Vec<&str> {
    words(text).filter(|word| is_name(word, false)).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | '’' | '\''));
    words.map(|word| word.trim_end_matches("’s").trim_end_matches("'s")).filter(|word| !word.is_empty())
}

/// Whether a word is a name. One that begins a sentence may have its capital from there, and is none if a word for no one.
fn is_name(word: &str, begins: bool) -> bool {
    let folded = word.to_lowercase();
    let is_other = OFFICES.contains(&folded.as_str())
        || TIMES.contains(&folded.as_str())
        || super::speech::is_nobody(word);
    word.starts_with(char::is_uppercase) && word.chars().count() > 1 && !is_other && !begins
}

/// Whether a word is one of the speaker's names, or their first letters: `DfE` of a Department for Education.
fn is_one(word: &str, own: &[&str], speaker: &str) -> bool {
    let large = |text: &str| text.chars().filter(|letter| letter.is_uppercase()).collect::<String>();
    let first: String = words(speaker).filter_map(|word| word.chars().next()).collect();
    let letters = large(word);
    let is_short = letters.len() > 1 && letters == large(&first);
    is_short || own.iter().any(|name| name.to_lowercase() == word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{Misattributed, misattributed};
    use crate::span::Span;
    use crate::verification::outline::Outline;

    const TEXT: &str = "Headline\n\nAnn Lee, who chairs the board, spoke in May.\n\n“We wait,” said Bob Ray in Leeds on \
                        Monday. “We run,” the Chief Executive said.\n\n“We rest,” she added. “We stop,” said the NBA.\n\nBob Ray called it “too dangerous”, while Ann Lee went home.\n\n\
                        In the view of Bob Ray it is “too late”.\n\nBob Ray’s plan is “too slow”.\n\n\
                        BOB RAY: Too high by far.";

    fn of(words: &str, speaker: &str) -> Option<Misattributed> {
        let outline = Outline::of(TEXT, "Headline").expect("it begins");
        let at = TEXT.find(words).expect("it stands there");
        misattributed(&outline, Span::new(at, at + words.len()), speaker)
    }

    #[test]
    fn another_speaker_is_seen() {
        let bob = || Some(Misattributed::Other("Bob Ray".to_owned()));
        for (words, speaker, other) in [
            ("We wait", "Bob Ray", None),
            ("We wait", "Ann Lee", bob()),
            ("We wait", "Sir Bob Ray MP", None),
            ("We wait", "Leeds", None),
            ("We run", "Ann Lee", None),
            ("We run", "Cora Dean", Some(Misattributed::Unnamed)),
            ("We rest", "Ann Lee", None),
            ("We rest", "a driver", None),
            ("We stop", "National Bus Agency", None),
            ("We stop", "Ann Lee", Some(Misattributed::Other("NBA".to_owned()))),
            ("too dangerous", "Ann Lee", bob()),
            ("too late", "Ann Lee", bob()),
            ("too slow", "Ann Lee", None),
            ("Too high", "Ann Lee", Some(Misattributed::Other("BOB RAY".to_owned()))),
            ("Too high", "Bob Ray", None),
        ] {
            assert_eq!(of(words, speaker), other, "{words}: {speaker}");
        }
    }
}
