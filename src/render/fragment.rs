//! An address with the words that are to be shown there: `…/page#:~:text=begins%20so,ends%20so`, which browsers scroll to
//! and mark (URL Fragment Text Directives, WICG). A browser that knows nothing of it opens the page.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The most words that are given whole, and how many of each end otherwise.
const WHOLE: usize = 8;
const END: usize = 4;

/// The fewest words that are likely to stand in one place only.
const FEWEST: usize = 2;

/// The address of words that were read there. What it names already stays, be it a place or words.
#[must_use]
pub fn at_words(address: &str, words: &str) -> String {
    let Some(text) = directive(words).filter(|_| !address.contains(":~:")) else { return address.to_owned() };
    let hash = if address.contains('#') { "" } else { "#" };
    [address, hash, ":~:text=", &text].concat()
}

/// The longest run of words that a page can print in one way only: whole, or its first words and its last ones.
fn directive(words: &str) -> Option<String> {
    // The first of those that are equally long.
    let run = runs(words).into_iter().rev().max_by_key(Vec::len)?;
    let is_telling = run.len() >= FEWEST || run.len() == 1 && words.split_whitespace().count() == 1;
    is_telling.then(|| match run.len() > WHOLE {
        true => [&encoded(&run[..END]), ",", &encoded(&run[run.len() - END..])].concat(),
        false => encoded(&run),
    })
}

/// The words between gaps, brackets, apostrophes and marks that may be typed or typeset.
fn runs(words: &str) -> Vec<Vec<&str>> {
    let (mut runs, mut is_replaced) = (vec![Vec::new()], false);
    for word in words.split_whitespace() {
        is_replaced |= word.contains('[');
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let is_gap = word.contains("...") || word.contains('…');
        let is_clean = !is_replaced && !is_gap && !bare.contains(ends);
        if word.starts_with(ends) || !is_clean {
            runs.push(Vec::new());
        }
        if let Some(run) = runs.last_mut().filter(|_| is_clean && !word.chars().all(ends)) {
            run.push(word);
        }
        if word.ends_with(ends) || word.trim_end_matches(['.', ',', ';', ':']).ends_with(ends) {
            runs.push(Vec::new());
        }
        is_replaced &= !word.contains(']');
    }
    runs
}

/// Whether a mark ends a run, because it may be typed or typeset: an apostrophe, a quotation mark, a dash.
fn ends(letter: char) -> bool {
    matches!(letter, '\'' | '"' | '’' | '‘' | '“' | '”' | '„' | '«' | '»' | '–' | '—')
}

/// Words without the marks around them, every other letter but those and digits encoded.
fn encoded(words: &[&str]) -> String {
    let words = words.join(" ");
    let is_mark = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '£' | '€' | '$' | '%');
    utf8_percent_encode(words.trim_matches(is_mark), NON_ALPHANUMERIC).to_string()
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
            ("cuts may … play a larger role.", "#:~:text=play%20a%20larger%20role"),
            ("cuts may...play a small role", "#:~:text=a%20small%20role"),
            ("… as [they] say ...", ""),
            (
                "children's homes are full of well-known children",
                "#:~:text=homes%20are%20full%20of%20well%2Dknown%20children",
            ),
            ("A & B, as the “poor progress” of it", "#:~:text=A%20%26%20B%2C%20as%20the"),
            ("spending – which fell – rose again", "#:~:text=which%20fell"),
            ("the council [the county] closed it, as", "#:~:text=closed%20it%2C%20as"),
            ("Terrible", "#:~:text=Terrible"),
            ("“…”", ""),
        ] {
            assert_eq!(at_words("https://e.org/a", words), format!("https://e.org/a{fragment}"), "{words}");
        }
    }

    #[test]
    fn a_place_that_is_named_stays() {
        assert_eq!(at_words("https://e.org/a#p3", "may play"), "https://e.org/a#p3:~:text=may%20play");
        for whole in ["https://e.org/a#:~:text=so", "https://e.org/a#p:~:text=so"] {
            assert_eq!(at_words(whole, "may play"), whole);
        }
    }
}
