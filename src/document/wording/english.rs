//! The English words that the wording rules go by. Another language needs a table like this one.

/// A word at which something may have to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WatchedWord {
    /// `two` to `twelve`, which often count what the text itself holds.
    Small,
    /// A larger cardinal, or a scale such as `million`.
    Number,
    /// `half`, and fractions in the plural such as `thirds`.
    Fraction,
    /// `third` to `tenth`, which are more often ordinals than fractions.
    Ordinal,
    /// `double`, `tripled`.
    Multiple,
    /// `twice`, which is a number only before `as` or `the`.
    Twice,
    /// A word that is relative to the day on which it is read, by itself.
    Relative,
    /// A word that begins such a phrase, or is the middle of one.
    Phrase,
}

#[rustfmt::skip]
const WORDS: &[(&str, WatchedWord)] = &[
    ("two", WatchedWord::Small), ("three", WatchedWord::Small), ("four", WatchedWord::Small), ("five", WatchedWord::Small),
    ("six", WatchedWord::Small), ("seven", WatchedWord::Small), ("eight", WatchedWord::Small), ("nine", WatchedWord::Small),
    ("ten", WatchedWord::Small), ("eleven", WatchedWord::Small), ("twelve", WatchedWord::Small), ("thirteen", WatchedWord::Number),
    ("fourteen", WatchedWord::Number), ("fifteen", WatchedWord::Number), ("sixteen", WatchedWord::Number),
    ("seventeen", WatchedWord::Number), ("eighteen", WatchedWord::Number), ("nineteen", WatchedWord::Number),
    ("twenty", WatchedWord::Number), ("thirty", WatchedWord::Number), ("forty", WatchedWord::Number), ("fifty", WatchedWord::Number),
    ("sixty", WatchedWord::Number), ("seventy", WatchedWord::Number), ("eighty", WatchedWord::Number), ("ninety", WatchedWord::Number),
    ("dozen", WatchedWord::Number), ("dozens", WatchedWord::Number), ("hundred", WatchedWord::Number),
    ("hundreds", WatchedWord::Number), ("thousand", WatchedWord::Number), ("thousands", WatchedWord::Number),
    ("million", WatchedWord::Number), ("millions", WatchedWord::Number), ("billion", WatchedWord::Number),
    ("billions", WatchedWord::Number),
    ("half", WatchedWord::Fraction), ("thirds", WatchedWord::Fraction), ("quarter", WatchedWord::Fraction),
    ("quarters", WatchedWord::Fraction), ("fifths", WatchedWord::Fraction), ("sixths", WatchedWord::Fraction),
    ("eighths", WatchedWord::Fraction), ("tenths", WatchedWord::Fraction),
    ("third", WatchedWord::Ordinal), ("fifth", WatchedWord::Ordinal), ("sixth", WatchedWord::Ordinal), ("seventh", WatchedWord::Ordinal),
    ("eighth", WatchedWord::Ordinal), ("ninth", WatchedWord::Ordinal), ("tenth", WatchedWord::Ordinal),
    ("double", WatchedWord::Multiple), ("doubled", WatchedWord::Multiple), ("doubles", WatchedWord::Multiple),
    ("doubling", WatchedWord::Multiple), ("halved", WatchedWord::Multiple), ("halving", WatchedWord::Multiple),
    ("twofold", WatchedWord::Multiple), ("threefold", WatchedWord::Multiple), ("fourfold", WatchedWord::Multiple),
    ("fivefold", WatchedWord::Multiple), ("sixfold", WatchedWord::Multiple), ("sevenfold", WatchedWord::Multiple),
    ("eightfold", WatchedWord::Multiple), ("ninefold", WatchedWord::Multiple), ("tenfold", WatchedWord::Multiple),
    ("quintupled", WatchedWord::Multiple), ("trebling", WatchedWord::Multiple), ("quadrupling", WatchedWord::Multiple),
    ("triple", WatchedWord::Multiple), ("tripled", WatchedWord::Multiple),
    ("triples", WatchedWord::Multiple), ("tripling", WatchedWord::Multiple), ("treble", WatchedWord::Multiple),
    ("trebled", WatchedWord::Multiple), ("quadruple", WatchedWord::Multiple), ("quadrupled", WatchedWord::Multiple),
    ("twice", WatchedWord::Twice),
    ("currently", WatchedWord::Relative), ("nowadays", WatchedWord::Relative), ("presently", WatchedWord::Relative),
    ("today", WatchedWord::Relative), ("yesterday", WatchedWord::Relative), ("tomorrow", WatchedWord::Relative),
    ("recently", WatchedWord::Relative), ("ago", WatchedWord::Relative),
    ("last", WatchedWord::Phrase), ("past", WatchedWord::Phrase), ("next", WatchedWord::Phrase), ("this", WatchedWord::Phrase),
    ("coming", WatchedWord::Phrase), ("present", WatchedWord::Phrase), ("moment", WatchedWord::Phrase), ("recent", WatchedWord::Phrase),
];

/// Where a chain of words ends. There are fewer words than this.
const NONE: u8 = u8::MAX;

/// By the first letters: the first of the words that begin with them, or with others of the same place. Nearly all
/// words of a text are let pass here without being compared with any.
static FIRST: [u8; PLACES] = CHAINS.0;

/// By word: the next one of the same place.
static NEXT: [u8; WORDS.len()] = CHAINS.1;

const PLACES: usize = 1 << 11;

/// Spreads the bits of letters over the highest ones: 2³² divided by the golden ratio, and prime.
const SPREAD: u32 = 0x9e37_79b1;

const CHAINS: ([u8; PLACES], [u8; WORDS.len()]) = chains();

#[expect(clippy::cast_possible_truncation, reason = "there are fewer words than `NONE`")]
const fn chains() -> ([u8; PLACES], [u8; WORDS.len()]) {
    let (mut first, mut next) = ([NONE; PLACES], [NONE; WORDS.len()]);
    let mut at = 0;
    while at < WORDS.len() {
        let Some([one, two, three]) = WORDS[at].0.as_bytes().first_chunk() else {
            panic!("a word is too short")
        };
        let place = place(u32::from_le_bytes([*one, *two, *three, 0]));
        next[at] = first[place];
        first[place] = at as u8;
        at += 1;
    }
    (first, next)
}

/// The first bytes of a text as one number, the first as its lowest byte.
#[inline]
pub(super) fn lead(text: &[u8]) -> u32 {
    match text.first_chunk() {
        Some(bytes) => u32::from_le_bytes(*bytes),
        None => text.iter().rev().fold(0, |lead, byte| lead << 8 | u32::from(*byte)),
    }
}

/// The place of the first three letters of a word, whatever their case.
#[inline]
const fn place(lead: u32) -> usize {
    ((lead & 0x1f_1f_1f).wrapping_mul(SPREAD) >> (u32::BITS - PLACES.trailing_zeros())) as usize
}

/// Whether a word of the table may begin so.
#[inline]
pub(super) fn begins_a_word(lead: u32) -> bool {
    FIRST[place(lead)] != NONE
}

/// What a word is to the rules, whatever its case.
pub(super) fn look_up(word: &[u8]) -> Option<WatchedWord> {
    let mut at = FIRST[place(lead(word))];
    while let Some((known, kind)) = WORDS.get(usize::from(at)) {
        if known.as_bytes().eq_ignore_ascii_case(word) {
            return Some(*kind);
        }
        at = NEXT[usize::from(at)];
    }
    None
}

/// Spans of time: how long, not how many.
pub(super) const TIMES: &[&str] = &[
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "fortnight",
    "fortnights",
    "month",
    "months",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "centuries",
    "term",
    "terms",
    "weekend",
    "weekends",
];

/// Months, and their usual abbreviations.
pub(super) const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
];

/// Words before a small number that say that what it counts was named already.
pub(super) const DEFINITE: &[&str] = &[
    "the", "these", "those", "all", "other", "its", "their", "our", "his", "her", "whose", "any", "every",
    "such", "first", "last", "next", "another", "both", "into", "each", "same", "more",
];

/// What a review counts when it speaks of itself.
pub(super) const OWN: &[&str] = &[
    "things",
    "reasons",
    "ways",
    "questions",
    "points",
    "steps",
    "kinds",
    "sorts",
    "stories",
    "sides",
    "ends",
    "sentences",
    "words",
    "figures",
    "numbers",
    "sources",
    "reports",
    "articles",
    "findings",
    "measures",
    "pages",
    "tables",
    "publications",
    "statements",
    "definitions",
    "claims",
    "readings",
    "series",
    "lines",
    "paragraphs",
    "examples",
    "tellings",
    "versions",
    "meanings",
    "cases",
    "growth",
    "names",
    "categories",
    "groups",
    "columns",
    "rows",
    "counts",
    "shares",
    "percentages",
    "values",
    "statistics",
    "dates",
    "recommendations",
    "parts",
    "others",
    "hedges",
    "phrases",
    "slips",
    "answers",
    "extremes",
    "calls",
    "mistakes",
    "errors",
    "explanations",
    "causes",
    "accounts",
    "trends",
    "summaries",
    "grades",
    "releases",
    "files",
    "bodies",
    "reviews",
    "audits",
    "inquiries",
    "surveys",
    "studies",
    "charts",
    "quotations",
    "remarks",
    "decimals",
];

/// Words that may stand between a small number and what it counts.
pub(super) const BETWEEN: &[&str] = &[
    "other",
    "possible",
    "different",
    "further",
    "main",
    "right",
    "wrong",
    "public",
    "very",
    "more",
    "separate",
    "press",
    "yearly",
    "such",
    "new",
    "old",
    "later",
    "earlier",
    "simple",
    "short",
    "long",
    "of",
    "these",
    "those",
    "them",
    "our",
    "its",
    "their",
    "the",
    "independent",
    "significant",
];

/// Link texts that say nothing of what is behind them.
pub(crate) const VAGUE_LINKS: &[&str] = &[
    "click here",
    "click",
    "here",
    "this",
    "this link",
    "this page",
    "link",
    "more",
    "read more",
    "read on",
    "learn more",
    "find out more",
    "see more",
    "see here",
    "more information",
    "details",
];

#[cfg(test)]
mod tests {
    use super::{WORDS, begins_a_word, lead, look_up};

    #[test]
    fn every_word_is_known_in_any_case_and_with_anything_behind_it() {
        for (word, kind) in WORDS {
            for typed in [word.to_string(), word.to_uppercase()] {
                assert_eq!(look_up(typed.as_bytes()), Some(*kind), "{typed}");
                for behind in ["", " ", ".", "-", "’s", "7"] {
                    assert!(begins_a_word(lead(format!("{typed}{behind}").as_bytes())), "{typed}{behind}");
                }
            }
        }
        for other in ["that", "of", "", "q"] {
            assert!(!begins_a_word(lead(other.as_bytes())), "{other}");
        }
    }
}
