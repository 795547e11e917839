//! Words that turn a sentence: what denies it, limits it or doubts it. A quotation must not swallow them in a gap.
//!
//! A rule of thumb for English. Sentences that a gap leaves out whole turn themselves and not the words beside the gap.

use super::sentence::ends;
use super::words::tokens;
use crate::span::Span;

#[rustfmt::skip]
const TURNING: [&str; 48] = [
    "not", "no", "never", "cannot", "nor", "neither", "none", "nobody", "nothing", "nowhere", "without", "hardly", "barely",
    "scarcely", "rarely", "seldom", "only", "merely", "except", "unless", "if", "whether", "partly", "partially", "may", "might",
    "could", "would", "perhaps", "maybe", "possible", "possibly", "probable", "probably", "likely", "unlikely", "potentially",
    "apparently", "allegedly", "reportedly", "supposedly", "arguably", "appear", "appears", "appeared", "seem", "seems", "seemed",
];

/// The first word of a gap that turns the sentence around it.
pub fn turning(text: &str, gap: Span) -> Option<&str> {
    let (left_out, before) = (&text[gap.start..gap.end], text[..gap.start].trim_end());
    let ends: Vec<usize> = ends(left_out).collect();
    let (Some(first), Some(last)) = (ends.first(), ends.last()) else { return first_turning(left_out) };
    // A sentence that ends before the gap is not the one that begins in it.
    let head = if before.ends_with(['.', '!', '?']) { "" } else { &left_out[..*first] };
    first_turning(head).or_else(|| first_turning(&left_out[*last..]))
}

fn first_turning(text: &str) -> Option<&str> {
    let words = tokens(text).into_iter();
    words.map(|word| &text[word.span.start..word.span.end]).find(|word| is_turning(word))
}

/// Whether a word turns its sentence. The month is written with a capital.
fn is_turning(word: &str) -> bool {
    let lower = word.to_lowercase().replace('’', "'");
    word != "May" && (TURNING.contains(&&*lower) || lower.ends_with("n't"))
}

#[cfg(test)]
mod tests {
    use super::turning;
    use crate::span::Span;

    fn of(text: &str) -> Option<String> {
        let (start, end) = (text.find('<').expect("a gap begins"), text.find('>').expect("it ends"));
        turning(&text.replace(['<', '>'], ""), Span::new(start, end - 1)).map(str::to_owned)
    }

    #[test]
    fn what_is_swallowed_of_a_sentence_is_found() {
        for (text, word) in [
            ("The cuts <did not> cause it.", Some("not")),
            ("The cuts <may have> caused it.", Some("may")),
            ("The cuts <, which hurt. Nobody says they> caused it.", Some("Nobody")),
            ("The cuts <didn’t cause it. They> hurt.", Some("didn’t")),
            ("The <cuts in May> caused it.", None),
            ("The cuts caused it. <Nobody knows why.> They hurt.", None),
            ("The cuts caused it<. They did not help. They> hurt.", None),
            ("The cuts <of that year> caused it.", None),
        ] {
            assert_eq!(of(text).as_deref(), word, "{text}");
        }
    }
}
