//! What a reader sees where a bound number stands: the number alone, or one of which the link holds only a part, such as
//! `−[64%]`, `1,[234]`, `[5] per 1,000` or `nearly [64%]`.

use super::across;
use crate::document::prose::{BOUND_MARK, Beside};
use crate::evidence::quantity::scan::{FoundQuantity, scan};
use crate::evidence::quantity::{Quantity, number};
use crate::evidence::reader::Reader;
use crate::evidence::unit::Unit;

/// Words behind `times` that make a multiple of it.
const COMPARED: [&str; 16] = [
    "as", "higher", "more", "lower", "less", "greater", "larger", "bigger", "smaller", "faster", "fewer",
    "likelier", "the", "that", "its", "better",
];

/// Words that make another number of the one behind them.
const MULTIPLYING: [&str; 8] =
    ["twice", "thrice", "double", "treble", "triple", "quadruple", "all but", "everything but"];

/// What is seen.
#[derive(Debug, Clone, PartialEq)]
pub enum SeenBeside {
    /// The bound text stands for itself.
    Alone,
    /// It is a part of this quantity.
    Whole(Quantity),
    /// It is a part of this text, which is no quantity.
    Glued(String),
}

/// Where a bound text stands in a line.
struct BoundInLine {
    text: String,
    start: usize,
    end: usize,
    /// Whether another bound text ends right before it, or begins right behind it, with only a dash between.
    is_end_of_bound_range: bool,
    /// Where other bound texts begin and end.
    marks: Vec<usize>,
}

impl BoundInLine {
    fn of(before: &str, text: &str, after: &str) -> Self {
        let is_dash = |mark: char| matches!(mark, '-' | '–' | '—') || mark.is_whitespace();
        let is_bound = before.trim_end_matches(is_dash).ends_with(BOUND_MARK)
            || after.trim_start_matches(is_dash).starts_with(BOUND_MARK);
        let mut marks = marks(before);
        let before = before.replace(BOUND_MARK, "");
        let (start, end) = (before.len(), before.len() + text.len());
        marks.extend(self::marks(after).into_iter().map(|mark| end + mark));
        let after = unhyphened(&after.replace(BOUND_MARK, ""));
        Self { text: [&before, text, &after].concat(), start, end, is_end_of_bound_range: is_bound, marks }
    }

    /// Whether another bound text is a part of a quantity.
    fn shares(&self, found: &FoundQuantity) -> bool {
        self.marks.iter().any(|mark| found.span.start <= *mark && *mark < found.span.end)
    }

    fn before(&self) -> &str {
        &self.text[..self.start]
    }

    fn after(&self) -> &str {
        &self.text[self.end..]
    }

    fn covers(&self, found: &FoundQuantity) -> bool {
        found.span.start <= self.start && self.end <= found.span.end
    }

    fn is_within(&self, found: &FoundQuantity) -> bool {
        self.start <= found.span.start && found.span.end <= self.end
    }

    fn meets(&self, found: &FoundQuantity) -> bool {
        found.span.start < self.end && self.start < found.span.end
    }

    /// Whether a letter, a digit or a sign of a unit stands right beside a part of the line.
    fn glued(&self, start: usize, end: usize) -> SeenBeside {
        let is_part = |mark: char| mark.is_alphanumeric() || "%‰£$€¥°×±+".contains(mark);
        let (before, after) = (&self.text[..start], &self.text[end..]);
        if !before.ends_with(is_part) && !after.starts_with(is_part) {
            return SeenBeside::Alone;
        }
        let from = before.char_indices().rev().find(|(_, mark)| mark.is_whitespace());
        let from = from.map_or(0, |(at, mark)| at + mark.len_utf8());
        let to = after.find(char::is_whitespace).unwrap_or(after.len());
        SeenBeside::Glued(self.text[from..end + to].trim_end_matches(['.', ',', ';', ')']).to_owned())
    }
}

/// Where the marks of bound texts stand, in the text without them.
fn marks(text: &str) -> Vec<usize> {
    let marks = text.match_indices(BOUND_MARK).enumerate();
    marks.map(|(before, (at, _))| at - before * BOUND_MARK.len_utf8()).collect()
}

/// `[64%]-point` is read as `64% point`.
fn unhyphened(after: &str) -> String {
    let after = after.replace(['\u{2010}', '\u{2011}'], "-");
    let word = after.strip_prefix('-').unwrap_or_default();
    let is_unit = ["point", "percent", "per-cent", "per cent"].iter().any(|unit| word.starts_with(unit));
    if is_unit { format!(" {}", word.replacen('-', " ", 1)) } else { after }
}

/// Reads what stands around a bound text together with it; `stated` is the unit of the statistic.
#[must_use]
pub fn seen(text: &str, beside: &Beside, stated: Unit) -> SeenBeside {
    if scan(text).is_empty() && !text.contains(char::is_numeric) {
        return SeenBeside::Alone;
    }
    let line =
        BoundInLine::of(across::without(compared(&beside.before), text, &beside.after), text, &beside.after);
    if line.before().ends_with(is_digit) && text.starts_with(is_digit)
        || text.ends_with(is_digit) && line.after().starts_with(is_digit)
    {
        return line.glued(line.start, line.end);
    }
    if let Some(word) = MULTIPLYING.iter().find(|word| ends_with_word(line.before(), word)) {
        return SeenBeside::Glued(format!("{word} {text}"));
    }
    let found = scan(&line.text);
    let Some(at) = found.iter().position(|one| line.meets(one)) else {
        return line.glued(line.start, line.end);
    };
    let one = &found[at];
    if line.is_within(one) {
        return line.glued(line.start, line.end).or_else(|| with_unit(&line, one));
    }
    // `from [2.1] to [7.4 tonnes]`
    if one.quantity.range && one.span.end < line.end && !line.before().ends_with(is_dash) {
        return SeenBeside::Alone;
    }
    // `[9] out of every [15] schools`: two numbers of their own, if a count is bound.
    if one.quantity.unit == Unit::Percent && stated == Unit::Count && line.shares(one) {
        return SeenBeside::Alone;
    }
    if !line.covers(one) {
        return SeenBeside::Glued(
            line.text[one.span.start.min(line.start)..one.span.end.max(line.end)].to_owned(),
        );
    }
    if stated != Unit::Times && is_how_often(&line, one) {
        return SeenBeside::Alone;
    }
    let whole = match one.quantity.range {
        true => end_of_range(&line, &found[at..]),
        false => line.glued(one.span.start, one.span.end).or_else(|| SeenBeside::Whole(one.quantity.clone())),
    };
    // `only`, or the other end of a range, changes nothing.
    match (&whole, Quantity::parse(text)) {
        (SeenBeside::Whole(whole), Ok(alone))
            if whole.interval == alone.interval && whole.unit == alone.unit && !is_plus(whole) =>
        {
            SeenBeside::Alone
        }
        _ => whole,
    }
}

/// Words that compare with another number, where they do not bound this one.
const COMPARING: [&str; 8] =
    ["more than", "less than", "higher than", "lower than", "greater than", "fewer than", "above", "below"];

/// What stands before a number, without words that compare it with one of its sentence: `it was 22.7%, more than 18.4%`.
fn compared(before: &str) -> &str {
    let typed = before.trim_end();
    let Some(rest) = COMPARING.iter().find_map(|words| typed.strip_suffix(words)) else { return before };
    let clause = rest.rsplit(". ").next().unwrap_or_default();
    let joint = rest.trim_end();
    let is_joined = [",", " was", " were", " is", " are"].iter().any(|word| joint.ends_with(word));
    if is_joined && rest.ends_with(' ') && clause.contains(BOUND_MARK) { rest } else { before }
}

/// Whether a sign says that a number is above zero, which the number alone says too.
fn is_plus(quantity: &Quantity) -> bool {
    quantity.printed().starts_with('+') || quantity.printed().to_lowercase().starts_with("plus ")
}

/// Whether a sign of per cent comes next.
fn is_percent(after: &str) -> bool {
    let after = after.trim_start();
    after.starts_with('%') || after.starts_with("per cent") || after.starts_with("percent")
}

fn is_dash(mark: char) -> bool {
    matches!(mark, '-' | '–' | '—')
}

fn is_digit(mark: char) -> bool {
    mark.is_ascii_digit()
}

/// Whether a text ends with these words and a blank.
fn ends_with_word(text: &str, words: &str) -> bool {
    let trimmed = text.trim_end();
    let start = trimmed.len().checked_sub(words.len()).filter(|start| trimmed.is_char_boundary(*start));
    trimmed.len() < text.len()
        && start.is_some_and(|start| {
            trimmed[start..].eq_ignore_ascii_case(words) && !trimmed[..start].ends_with(char::is_alphanumeric)
        })
}

/// `[12,480] times` says how often something was done, unless it is compared with something: `[2.3] times as many`.
fn is_how_often(line: &BoundInLine, found: &FoundQuantity) -> bool {
    let behind = line.text[found.span.end..].split_whitespace().next().unwrap_or_default();
    let behind = behind.trim_end_matches(|mark: char| !mark.is_alphanumeric());
    let is_compared = COMPARED.iter().any(|word| word.eq_ignore_ascii_case(behind));
    found.quantity.unit == Unit::Times && found.quantity.printed().ends_with("times") && !is_compared
}

impl SeenBeside {
    fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Alone { other() } else { self }
    }
}

/// One end of a range in words is a number of its own; so is one of two bound ends. Else the range is one figure.
fn end_of_range(line: &BoundInLine, found: &[FoundQuantity]) -> SeenBeside {
    let [whole, ends @ ..] = found else { return SeenBeside::Alone };
    let is_dashed = line.before().ends_with(is_dash) || line.after().starts_with(is_dash);
    if is_dashed && !line.is_end_of_bound_range {
        return SeenBeside::Whole(whole.quantity.clone());
    }
    let is_first = whole.span.end - line.end > line.start - whole.span.start;
    let end = if is_first { ends.first() } else { ends.get(1) };
    end.map_or(SeenBeside::Alone, |end| {
        SeenBeside::Whole(Quantity {
            printed: line.text[line.start..line.end].into(),
            ..end.quantity.clone()
        })
    })
}

/// A unit or a scale behind a number that has one, and a share of a share: `half of one per cent`.
fn with_unit(line: &BoundInLine, found: &FoundQuantity) -> SeenBeside {
    // A scale that the number could have would have been read with it.
    let mut scaled = Reader::new(line.after());
    if found.span.end == line.end && number::multiplier(&mut scaled).is_some() {
        return SeenBeside::Glued([&line.text[line.start..line.end], scaled.taken()].concat());
    }
    if found.span.end < line.end || found.quantity.unit == Unit::Count {
        return SeenBeside::Alone;
    }
    let mut behind = Reader::new(line.after());
    let of_share = |behind: &mut Reader<'_>| {
        behind.eat_word("of")
            && scan(behind.rest().trim_start()).first().is_some_and(|one| {
                one.span.start == 0 && matches!(one.quantity.unit, Unit::Percent | Unit::Points)
            })
    };
    if matches!(Unit::read_suffix(&mut behind), Ok(Some(_))) || is_percent(line.after()) {
        return SeenBeside::Glued([&line.text[line.start..line.end], behind.taken()].concat());
    }
    match of_share(&mut behind) {
        true => SeenBeside::Glued([&line.text[line.start..line.end], line.after()].concat()),
        false => SeenBeside::Alone,
    }
}
