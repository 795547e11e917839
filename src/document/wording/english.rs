//! The English words that the wording rules go by. Another language needs a table like this one.

/// A word at which something may have to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
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
const WORDS: &[(&str, Word)] = &[
    ("two", Word::Small), ("three", Word::Small), ("four", Word::Small), ("five", Word::Small),
    ("six", Word::Small), ("seven", Word::Small), ("eight", Word::Small), ("nine", Word::Small),
    ("ten", Word::Small), ("eleven", Word::Small), ("twelve", Word::Small), ("thirteen", Word::Number),
    ("fourteen", Word::Number), ("fifteen", Word::Number), ("sixteen", Word::Number),
    ("seventeen", Word::Number), ("eighteen", Word::Number), ("nineteen", Word::Number),
    ("twenty", Word::Number), ("thirty", Word::Number), ("forty", Word::Number), ("fifty", Word::Number),
    ("sixty", Word::Number), ("seventy", Word::Number), ("eighty", Word::Number), ("ninety", Word::Number),
    ("dozen", Word::Number), ("dozens", Word::Number), ("hundred", Word::Number),
    ("hundreds", Word::Number), ("thousand", Word::Number), ("thousands", Word::Number),
    ("million", Word::Number), ("millions", Word::Number), ("billion", Word::Number),
    ("billions", Word::Number),
    ("half", Word::Fraction), ("thirds", Word::Fraction), ("quarter", Word::Fraction),
    ("quarters", Word::Fraction), ("fifths", Word::Fraction), ("sixths", Word::Fraction),
    ("eighths", Word::Fraction), ("tenths", Word::Fraction),
    ("third", Word::Ordinal), ("fifth", Word::Ordinal), ("sixth", Word::Ordinal), ("seventh", Word::Ordinal),
    ("eighth", Word::Ordinal), ("ninth", Word::Ordinal), ("tenth", Word::Ordinal),
    ("double", Word::Multiple), ("doubled", Word::Multiple), ("doubles", Word::Multiple),
    ("doubling", Word::Multiple), ("halved", Word::Multiple), ("halving", Word::Multiple),
    ("twofold", Word::Multiple), ("threefold", Word::Multiple), ("fourfold", Word::Multiple),
    ("fivefold", Word::Multiple), ("sixfold", Word::Multiple), ("sevenfold", Word::Multiple),
    ("eightfold", Word::Multiple), ("ninefold", Word::Multiple), ("tenfold", Word::Multiple),
    ("quintupled", Word::Multiple), ("trebling", Word::Multiple), ("quadrupling", Word::Multiple),
    ("triple", Word::Multiple), ("tripled", Word::Multiple),
    ("triples", Word::Multiple), ("tripling", Word::Multiple), ("treble", Word::Multiple),
    ("trebled", Word::Multiple), ("quadruple", Word::Multiple), ("quadrupled", Word::Multiple),
    ("twice", Word::Twice),
    ("currently", Word::Relative), ("nowadays", Word::Relative), ("presently", Word::Relative),
    ("today", Word::Relative), ("yesterday", Word::Relative), ("tomorrow", Word::Relative),
    ("recently", Word::Relative), ("ago", Word::Relative),
    ("last", Word::Phrase), ("past", Word::Phrase), ("next", Word::Phrase), ("this", Word::Phrase),
    ("coming", Word::Phrase), ("present", Word::Phrase), ("moment", Word::Phrase), ("recent", Word::Phrase),
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
pub(super) fn look_up(word: &[u8]) -> Option<Word> {
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
