//! A locator as an author types it → a passage of the text.
//!
//! `paragraph 3`, `paragraphs 3-4`, `third paragraph`, `last paragraph`; the same of `page` and `point`; `headline`,
//! `list`, the words of a heading, whose section is meant, and a number that is printed before a paragraph
//! (`paragraph 1.14`). Parts joined by commas narrow each other down:
//! `page 12, paragraph 3`.

use super::outline::{BlockKind, Outline};
use super::words::tokens;
use crate::span::Span;
use std::ops::Range;

/// Why a locator leads nowhere, as the end of a sentence about it, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// What is wrong.
    pub why: String,
    /// What to do.
    pub help: String,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Noun {
    Page,
    Block(BlockKind),
}

const NOUNS: [(&str, Noun); 12] = [
    ("paragraph", Noun::Block(BlockKind::Paragraph)),
    ("paragraphs", Noun::Block(BlockKind::Paragraph)),
    ("para", Noun::Block(BlockKind::Paragraph)),
    ("point", Noun::Block(BlockKind::Point)),
    ("points", Noun::Block(BlockKind::Point)),
    ("item", Noun::Block(BlockKind::Point)),
    ("items", Noun::Block(BlockKind::Point)),
    ("bullet", Noun::Block(BlockKind::Point)),
    ("page", Noun::Page),
    ("pages", Noun::Page),
    ("p", Noun::Page),
    ("pp", Noun::Page),
];

const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// The passage that a locator means; the whole text for an empty one.
///
/// # Errors
/// Why there is none.
pub fn passage(outline: &Outline<'_>, at: &str) -> Result<Span, Lost> {
    if at.trim().is_empty() {
        return Ok(Span::new(0, outline.text.len()));
    }
    let all = 0..outline.blocks.len();
    let blocks = match section(outline, all.clone(), at) {
        Some(section) => section,
        None => at.split(',').try_fold(all, |within, part| narrow(outline, within, part.trim()))?,
    };
    let blocks = &outline.blocks[blocks];
    let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return Err(not_understood()) };
    Ok(Span::new(first.span.start, last.span.end))
}

fn narrow(outline: &Outline<'_>, within: Range<usize>, part: &str) -> Result<Range<usize>, Lost> {
    let lower = part.to_lowercase();
    let place = lower.strip_prefix("the ").unwrap_or(&lower);
    match place {
        "headline" | "title" => {
            let headline = outline.headline().ok_or_else(|| lost("the text has no headline".to_owned()))?;
            Ok(headline..headline + 1)
        }
        "list" => hull(outline, within, |block| block.1.kind == BlockKind::Point)
            .ok_or_else(|| lost("the text has no list".to_owned())),
        _ => match counted(place) {
            Some((noun, numbers)) => nth(outline, within, noun, numbers),
            None => section(outline, within.clone(), part)
                .or_else(|| numbered(outline, within, place))
                .ok_or_else(not_understood),
        },
    }
}

/// The blocks from the first to the last that fit.
fn hull(
    outline: &Outline<'_>,
    within: Range<usize>,
    fits: impl Fn((usize, &super::outline::SnapshotBlock)) -> bool,
) -> Option<Range<usize>> {
    let mut fitting = within.filter(|at| fits((*at, &outline.blocks[*at])));
    let first = fitting.next()?;
    Some(first..fitting.last().unwrap_or(first) + 1)
}

/// `paragraphs 3-4` and `third paragraph` as a noun and its numbers; no number stands for the last one.
fn counted(place: &str) -> Option<(Noun, Option<(usize, usize)>)> {
    let noun = |word: &str| {
        NOUNS.iter().find(|(name, _)| *name == word.trim_end_matches('.')).map(|(_, noun)| *noun)
    };
    let (first, rest) = place.split_once(' ')?;
    if let Some(noun) = noun(first) {
        return numbers(rest).map(|numbers| (noun, Some(numbers)));
    }
    let noun = noun(rest.trim())?;
    if first == "last" {
        return Some((noun, None));
    }
    let at = ORDINALS.iter().position(|ordinal| *ordinal == first)? + 1;
    Some((noun, Some((at, at))))
}

/// `3`, `3-4`, `3 to 4`, `3 and 4`.
fn numbers(text: &str) -> Option<(usize, usize)> {
    let text = text.replace(" to ", "-").replace(" and ", "-").replace(['–', '—', '‑'], "-");
    let (first, last) = text.split_once('-').unwrap_or((&text, &text));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (first <= last).then_some((first, last))
}

fn nth(
    outline: &Outline<'_>,
    within: Range<usize>,
    noun: Noun,
    numbers: Option<(usize, usize)>,
) -> Result<Range<usize>, Lost> {
    // Every block that is counted, with its number.
    let mut seen = 0;
    let mut counted = Vec::new();
    for at in within {
        let block = &outline.blocks[at];
        match noun {
            Noun::Page => counted.push((at, block.page)),
            Noun::Block(kind) if block.kind == kind => {
                seen += 1;
                counted.push((at, seen));
            }
            Noun::Block(_) => {}
        }
    }
    let most = counted.iter().map(|(_, number)| *number).max().unwrap_or(0);
    let (first, last) = numbers.unwrap_or((most, most));
    let mut fitting = counted.iter().filter(|(_, number)| (first..=last).contains(number)).map(|(at, _)| *at);
    match fitting.next() {
        Some(start) if last <= most => Ok(start..fitting.next_back().unwrap_or(start) + 1),
        _ => Err(too_few(noun, most)),
    }
}

fn too_few(noun: Noun, most: usize) -> Lost {
    let name = match noun {
        Noun::Page => "page",
        Noun::Block(BlockKind::Point) => "point",
        Noun::Block(BlockKind::Paragraph | BlockKind::Heading) => "paragraph",
    };
    lost(format!("the text has {most} {name}{} there", if most == 1 { "" } else { "s" }))
}

/// `paragraph 1.14`: the one before which that number is printed.
fn numbered(outline: &Outline<'_>, within: Range<usize>, place: &str) -> Option<Range<usize>> {
    let (noun, number) = place.split_once(' ')?;
    let is_number = number.contains('.') && number.split('.').all(|part| part.parse::<u32>().is_ok());
    if !is_number || !matches!(noun, "paragraph" | "para") {
        return None;
    }
    let has_number = |at: &usize| {
        let rest = outline.of_block(&outline.blocks[*at]).strip_prefix(number);
        rest.is_some_and(|rest| rest.trim_start_matches(['.', ')']).starts_with(char::is_whitespace))
    };
    within.into_iter().find(has_number).map(|at| at..at + 1)
}

/// From a heading that begins with these words up to the next heading.
fn section(outline: &Outline<'_>, within: Range<usize>, words: &str) -> Option<Range<usize>> {
    let wanted = folded(words);
    let is_heading = |at: &usize| outline.blocks[*at].kind == BlockKind::Heading;
    let end = within.end;
    let start = within.filter(is_heading).find(|at| {
        let heading = folded(outline.of_block(&outline.blocks[*at]));
        !wanted.is_empty() && heading.starts_with(&wanted)
    })?;
    Some(start..(start + 1..end).find(is_heading).unwrap_or(end))
}

/// Words without regard to case, and without the mark of a heading in front.
fn folded(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    tokens.iter().skip_while(|token| token.text == "#").map(|token| token.text.to_lowercase()).collect()
}

fn lost(why: String) -> Lost {
    let help = "count paragraphs from the headline on, without headings and points of lists";
    Lost { why, help: help.to_owned() }
}

fn not_understood() -> Lost {
    Lost {
        why: "no heading of the text begins so, and it is no place that can be counted".to_owned(),
        help: "write `paragraph 3`, `paragraphs 3-4`, `last paragraph`, `second point`, `page 12`, `headline`, a \
               heading of the text, or several with commas: `page 12, paragraph 3`"
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::passage;
    use crate::verification::outline::Outline;

    const TEXT: &str =
        "Libraries close\n\nOne.\n\nTwo.\n\nCosts, and who pays\n\nThree.\n\n• a\n• b\n\u{c}\nFour.\n\nFive.";

    fn found(at: &str) -> String {
        let outline = Outline::of(TEXT, "").expect("it begins");
        passage(&outline, at).map_or_else(|lost| lost.why, |span| TEXT[span.start..span.end].to_owned())
    }

    #[test]
    fn locators_lead_to_passages() {
        for (at, expected) in [
            ("headline", "Libraries close"),
            ("paragraph 2", "Two."),
            ("paragraphs 1-2", "One.\n\nTwo."),
            ("Paragraphs 1 and 2", "One.\n\nTwo."),
            ("last paragraph", "Five."),
            ("third paragraph", "Three."),
            ("second point", "• b"),
            ("list, point 1", "• a"),
            ("list", "• a\n• b"),
            ("page 2", "Four.\n\nFive."),
            ("p. 2, paragraph 1", "Four."),
            ("Costs, and who pays", "Costs, and who pays\n\nThree.\n\n• a\n• b\n\u{c}\nFour.\n\nFive."),
            ("costs, paragraph 1", "Three."),
            ("", TEXT),
        ] {
            assert_eq!(found(at), expected, "{at}");
        }
    }

    #[test]
    fn numbers_that_are_printed_count_too() {
        let text = "Part one\n\n1.1 So it begins.\n\n1.14. So it goes on.\n\n1.140 So it ends.";
        let outline = Outline::of(text, "").expect("it begins");
        let span = passage(&outline, "paragraph 1.14").expect("it is there");
        assert_eq!(&text[span.start..span.end], "1.14. So it goes on.");
        assert!(passage(&outline, "paragraph 1.2").is_err());
    }

    #[test]
    fn locators_that_lead_nowhere_say_why() {
        assert_eq!(found("paragraph 6"), "the text has 5 paragraphs there");
        assert_eq!(found("pages 2-3"), "the text has 2 pages there");
        assert_eq!(found("paragraph 0"), "the text has 5 paragraphs there");
        assert!(found("table 4").starts_with("no heading"));
        assert!(found("paragraph four").starts_with("no heading"));
    }
}
