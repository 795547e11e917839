//! To whom an author's own sentence gives the words that it quotes: `Ann Lee says that it is “late”`, or a line below a block
//! quote, `— Ann Lee`.
//!
//! A rule of thumb: a name right before a word for saying. Where there is none, nobody is named.

/// Words for saying, in the forms that follow a name.
#[rustfmt::skip]
const SAYING: [&str; 34] = [
    "added", "adds", "admits", "admitted", "argued", "argues", "believes", "called", "calls", "claimed", "claims", "complained",
    "complains", "concluded", "concludes", "describes", "described", "explained", "explains", "insisted", "insists", "said", "says",
    "speaks", "spoke", "thinks", "thought", "told", "tells", "warned", "warns", "writes", "wrote", "promised",
];

/// Words before whoever thinks something.
pub(super) const OPINION: [&str; 4] = ["view of ", "words of ", "opinion of ", "ccording to "];

/// Whether a word says that somebody says something.
pub(super) fn is_saying(word: &str) -> bool {
    SAYING.contains(&word)
}

/// Whom words are given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Credited<'t> {
    /// The name; empty for nobody.
    pub name: &'t str,
    /// Whether a line names them and nothing else.
    pub is_line: bool,
}

/// To whom the sentence around a quotation gives it.
pub(super) fn credited(around: &str) -> Credited<'_> {
    let lines = around.lines().map(str::trim_start);
    let mut named =
        lines.filter_map(|line| line.strip_prefix(['—', '–', '―']).or_else(|| line.strip_prefix("--")));
    match named.next() {
        Some(line) => Credited { name: line.split(',').next().unwrap_or_default().trim(), is_line: true },
        None => Credited { name: before_saying(around), is_line: false },
    }
}

/// The words with a capital that stand right before a word for saying, two of them at least: one may begin the sentence.
fn before_saying(text: &str) -> &str {
    let mut run: Option<(usize, usize, usize)> = None;
    let mut at = 0;
    for word in
        text.split_inclusive(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | '’' | '\''))
    {
        let bare = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if is_saying(bare) {
            return run.filter(|run| run.2 > 1).map_or("", |(start, end, _)| &text[start..end]);
        }
        let is_joined = word.ends_with(' ') || bare.is_empty();
        run = match run {
            _ if bare.is_empty() => None,
            Some((start, _, count)) if bare.starts_with(char::is_uppercase) => {
                Some((start, at + bare.len(), count + 1))
            }
            None if bare.starts_with(char::is_uppercase) => Some((at, at + bare.len(), 1)),
            Some(_) | None => None,
        };
        run = run.filter(|_| is_joined);
        at += word.len();
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::credited;

    #[test]
    fn whoever_is_named_is_known() {
        for (around, name) in [
            ("Ann Lee says that it is ", "Ann Lee"),
            ("In May Ann Lee said  of it", "In May Ann Lee"),
            (" \n— Ann Lee, minister", "Ann Lee"),
            ("Nobody says that it is ", ""),
            ("The minister says that it is ", ""),
            ("The Gazette says that it is ", "The Gazette"),
            ("Ann Lee, it says, is ", ""),
            ("Ann Lee is ", ""),
        ] {
            assert_eq!(credited(around).name, name, "{around}");
        }
    }
}
