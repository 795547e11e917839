//! Words that turn a sentence: what denies it, limits it or doubts it. A quotation must not drop them.
//!
//! A rule of thumb. Sentences that a gap leaves out whole turn themselves and not the words beside the gap.

mod english;

use super::words::{QuotationToken, tokens};
use crate::document::sentence_ends::sentence_ends;
use crate::span::Span;
use english::TURNING;
pub(super) use english::TurnKind;

/// A word or phrase that turns its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Turn<'t> {
    pub kind: TurnKind,
    /// As it stands there.
    pub words: &'t str,
    /// How many words stand behind it; `None` where a mark stands among them.
    pub behind: Option<usize>,
}

/// The words in a text that turn it, in order.
pub(super) fn turns(text: &str) -> Vec<Turn<'_>> {
    let tokens = tokens(text);
    let folded: Vec<String> = tokens.iter().map(|token| token.text.to_lowercase()).collect();
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let Some((kind, length)) = turn_at(text, &tokens, &folded, at) else { continue };
        let span = Span::new(tokens[at].span.start, tokens[at + length - 1].span.end);
        let rest = &tokens[at + length..];
        let has_mark =
            rest.iter().any(|token| !token.text.contains(char::is_alphanumeric) && token.text != "-");
        let behind = (!has_mark).then(|| rest.iter().filter(|token| token.text != "-").count());
        found.push(Turn { kind, words: &text[span.start..span.end], behind });
    }
    found
}

/// The words in a gap that turn the sentences around it.
pub(super) fn turning(text: &str, gap: Span) -> Vec<Turn<'_>> {
    let (left_out, before) = (&text[gap.start..gap.end], text[..gap.start].trim_end());
    let ends: Vec<usize> = sentence_ends(left_out).collect();
    let (Some(first), Some(last)) = (ends.first(), ends.last()) else { return turns(left_out) };
    // A sentence that ends before the gap is not the one that begins in it.
    let head = if before.ends_with(['.', '!', '?']) { "" } else { &left_out[..*first] };
    [turns(head), turns(&left_out[*last..])].concat()
}

/// What turns a sentence from this token on, and how many tokens that takes.
fn turn_at(
    text: &str,
    tokens: &[QuotationToken<'_>],
    folded: &[String],
    at: usize,
) -> Option<(TurnKind, usize)> {
    let word = folded[at].as_str();
    let typed = &text[tokens[at].span.start..tokens[at].span.end];
    let follows = |step: usize| folded.get(at + step).map_or("", String::as_str);
    let is_other = match word {
        // The month, a few, a little, and the number of something.
        "may" => typed == "May",
        "few" | "little" => at > 0 && matches!(folded[at - 1].as_str(), "a" | "the"),
        "no" => follows(1) == "." && follows(2).starts_with(|digit: char| digit.is_ascii_digit()),
        _ => false,
    };
    if is_other {
        return None;
    }
    if word.ends_with("n't") {
        return Some((TurnKind::Denial, 1));
    }
    let length = |phrase: &str| {
        let mut words = phrase.split(' ').enumerate();
        words.all(|(step, word)| follows(step) == word).then(|| phrase.split(' ').count())
    };
    TURNING
        .iter()
        .find_map(|(kind, phrases)| Some((*kind, phrases.iter().find_map(|phrase| length(phrase))?)))
}

#[cfg(test)]
mod tests {
    use super::{TurnKind, turning, turns};
    use crate::span::Span;

    fn of(text: &str) -> Option<String> {
        let (start, end) = (text.find('<').expect("a gap begins"), text.find('>').expect("it ends"));
        let text = text.replace(['<', '>'], "");
        turning(&text, Span::new(start, end - 1)).first().map(|turn| turn.words.to_owned())
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

    #[test]
    fn words_turn_in_several_ways() {
        for (text, kind) in [
            ("the board failed to close", TurnKind::Denial),
            ("it is far from", TurnKind::Denial),
            ("few think", TurnKind::Denial),
            ("they Usually", TurnKind::Hedge),
            ("lines used to", TurnKind::Hedge),
            ("according to him", TurnKind::Attribution),
            ("the board claims to", TurnKind::Attribution),
            ("apart from one", TurnKind::Condition),
            ("up to", TurnKind::Limit),
            ("the board plans to", TurnKind::Intention),
        ] {
            let found: Vec<TurnKind> = turns(text).into_iter().map(|turn| turn.kind).collect();
            assert_eq!(found, [kind], "{text}");
        }
        for text in [
            "a few lines",
            "the little ones",
            "No. 5 of them",
            "its plan for failing lines",
            "in May",
            "the claims",
        ] {
            assert_eq!(turns(text), [], "{text}");
        }
    }
}
