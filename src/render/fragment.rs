//! An address with the words that are to be shown there: `…/page#:~:text=begins%20so,ends%20so`, which browsers scroll to
//! and mark (URL Fragment Text Directives, WICG). A browser that knows nothing of it opens the page.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The most words that are given whole, and how many of each end otherwise.
const WHOLE: usize = 8;
const END: usize = 4;

/// The address of words that were read there; as it is when it names a place of its own.
#[must_use]
pub fn at_words(address: &str, words: &str) -> String {
    match directive(words) {
        Some(text) if !address.contains('#') => [address, "#:~:text=", &text].concat(),
        Some(_) | None => address.to_owned(),
    }
}

/// The words as a directive: whole, or the first ones and the last ones.
fn directive(words: &str) -> Option<String> {
    let words = words.replace("...", "…");
    let pieces: Vec<Vec<&str>> =
        words.split(['…', '[', ']']).map(in_words).filter(|piece| !piece.is_empty()).collect();
    let (first, last) = (pieces.first()?, pieces.last()?);
    let is_one = pieces.len() == 1;
    if is_one && first.len() <= WHOLE && first.iter().all(|word| is_plain(word)) {
        return Some(encoded(first));
    }
    let start = first.iter().position(|word| is_plain(word))?;
    let begin = start..start + first[start..].iter().take(END).take_while(|word| is_plain(word)).count();
    let stop = last.iter().rposition(|word| is_plain(word))? + 1;
    let end = stop - last[..stop].iter().rev().take(END).take_while(|word| is_plain(word)).count()..stop;
    let overlap = is_one && end.start < begin.end;
    let begins = encoded(&first[begin]);
    Some(if overlap { begins } else { [&begins, ",", &encoded(&last[end])].concat() })
}

/// The words of a piece without the marks around it.
fn in_words(piece: &str) -> Vec<&str> {
    piece
        .trim_matches(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '£' | '%'))
        .split_whitespace()
        .collect()
}

/// Whether a word is printed in one way only: an apostrophe, a quotation mark or a dash may be typed or typeset.
fn is_plain(word: &str) -> bool {
    !word.contains(['\'', '’', '‘', '"', '“', '”', '-', '–', '—'])
}

fn encoded(words: &[&str]) -> String {
    utf8_percent_encode(&words.join(" "), NON_ALPHANUMERIC).to_string()
}

#[cfg(test)]
mod tests {
    use super::at_words;

    #[test]
    fn an_address_leads_to_the_words() {
        for (words, fragment) in [
            ("may play a role", "#:~:text=may%20play%20a%20role"),
            ("£8.8 billion, or 91%", "#:~:text=%C2%A38%2E8%20billion%2C%20or%2091%25"),
            (
                "Deprivation only explains 15% of the variation and the area explains more",
                "#:~:text=Deprivation%20only%20explains%2015%25,the%20area%20explains%20more",
            ),
            ("cuts may … play a role.", "#:~:text=cuts%20may,play%20a%20role"),
            ("… as [they] say ...", "#:~:text=as,say"),
            ("children's homes are full of well-known children", "#:~:text=homes%20are%20full%20of,children"),
            ("well-known children", "#:~:text=children"),
            ("“…”", ""),
        ] {
            assert_eq!(at_words("https://e.org/a", words), format!("https://e.org/a{fragment}"), "{words}");
        }
        assert_eq!(at_words("https://e.org/a#p3", "may play"), "https://e.org/a#p3");
    }
}
