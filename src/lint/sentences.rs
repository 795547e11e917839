//! The sentences of a text in which numbers are bound, as a reader sees them.

use super::Review;
use super::notes::sound_pages;
use super::{cause_stated, contrary_direction, contrary_order, other_report, stray_year};
use crate::diagnostic::{Diagnostic, Spot};
use crate::document::escape::plain_text;
use crate::document::prose::{Hole, Prose, Target};
use crate::document::sentence_ends::sentence_ends;
use crate::graph::prose::of_page;
use crate::span::letter_before;
use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use std::ops::Range;

/// Elements within a line of text.
#[rustfmt::skip]
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u",
];

/// Reports what stands beside bound numbers and contradicts them. Each sentence is made out once for all of them.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let pages: Vec<usize> = sound_pages(review).collect();
    let of_page = |page: usize| {
        let proses = of_page(review.evidence, page).into_iter();
        let sentences = proses.flat_map(|prose| of_prose(review, page, prose));
        sentences.flat_map(|sentence| judge_one(review, page, &sentence)).collect::<Vec<_>>()
    };
    pages.into_par_iter().flat_map_iter(of_page).collect()
}

fn judge_one(review: &Review<'_>, page: usize, sentence: &Sentence<'_>) -> Vec<Diagnostic> {
    let cause = cause_stated::judge(review, page, sentence);
    if sentence.bound.is_empty() {
        return cause.into_iter().collect();
    }
    let contrary =
        sentence.bound.iter().filter_map(|bound| contrary_direction::judge(review, page, sentence, bound));
    let years = stray_year::judge(review, page, sentence);
    let orders = contrary_order::judge(review, page, sentence);
    contrary
        .chain(years)
        .chain(orders)
        .chain(other_report::judge(review, page, sentence))
        .chain(cause)
        .collect()
}

/// A sentence with bound numbers, or links to claims.
pub(super) struct Sentence<'s> {
    /// Its text.
    pub text: String,
    /// The numbers, in order.
    pub bound: Vec<BoundNumber<'s>>,
    /// Other links.
    pub linked: Vec<Linked<'s>>,
}

/// How much of a sentence on each side of a number is looked at for words, in bytes.
const NEAR: usize = 512;

impl Sentence<'_> {
    /// The words before a number, as far as they are near.
    pub fn before(&self, bound: &BoundNumber<'_>) -> &str {
        let end = bound.range.start;
        &self.text[letter_before(&self.text, end.saturating_sub(NEAR))..end]
    }

    /// The words behind a number, as far as they are near.
    pub fn behind(&self, bound: &BoundNumber<'_>) -> &str {
        let start = bound.range.end;
        &self.text[start..letter_before(&self.text, start + NEAR)]
    }
}

/// A link that binds nothing.
pub(super) struct Linked<'s> {
    /// Where its words stand in the sentence.
    pub range: Range<usize>,
    /// What it leads to, on this site, and where the link stands in its file.
    pub hole: Option<&'s Hole>,
}

/// A number that is bound.
pub(super) struct BoundNumber<'s> {
    /// The statistic.
    pub statistic: usize,
    /// Where it stands in the sentence.
    pub range: Range<usize>,
    /// Where the link stands in its file.
    pub spot: &'s Spot,
}

/// The sentences of a text in the file of a page that bind numbers or link claims. Only blocks that hold some are read.
fn of_prose<'s>(review: &Review<'_>, page: usize, prose: &'s Prose) -> Vec<Sentence<'s>> {
    let mut sentences = Vec::new();
    let mut read = 0;
    for hole in &prose.holes {
        let is_read = || matches!(hole.target, Target::Statistic { .. }) || cause_stated::is_of_claim(hole);
        if hole.at >= read && is_read() {
            let block = block_around(&prose.html, hole.at);
            read = block.end;
            sentences.extend(of_block(review, page, prose, block));
        }
    }
    sentences
}

/// The inside of the paragraph, cell or heading around a place.
fn block_around(html: &str, at: usize) -> Range<usize> {
    let is_block = |tag: usize| !INLINE.contains(&name(&html[tag..]));
    let mut before = html[..at].match_indices('<').rev().map(|(tag, _)| tag);
    let start = before.find(|tag| is_block(*tag)).map_or(0, |tag| close_of(html, tag));
    let mut behind = html[at..].match_indices('<').map(|(tag, _)| at + tag);
    let end = behind.find(|tag| is_block(*tag)).unwrap_or(html.len());
    start..end
}

/// The name of the element whose tag begins here.
fn name(tag: &str) -> &str {
    let inner = tag.trim_start_matches(['<', '/']);
    &inner[..inner.bytes().take_while(u8::is_ascii_alphanumeric).count()]
}

/// The end of a tag.
fn close_of(html: &str, tag: usize) -> usize {
    html[tag..].find('>').map_or(html.len(), |close| tag + close + 1)
}

fn of_block<'s>(
    review: &Review<'_>,
    page: usize,
    prose: &'s Prose,
    block: Range<usize>,
) -> Vec<Sentence<'s>> {
    let mut reader = SentenceReader { block: ProseBlock::default(), open: None, sentences: Vec::new() };
    let (html, mut rest) = (&prose.html[..block.end], block.start);
    while let Some(open) = html[rest..].find('<').map(|open| rest + open) {
        reader.block.text.push_str(&plain_text(&html[rest..open]));
        let close = close_of(html, open);
        let first = prose.holes.partition_point(|hole| hole.at < open);
        let hole = prose.holes.get(first).filter(|hole| hole.at < close);
        let statistic = hole.and_then(|hole| match &hole.target {
            Target::Statistic { reference, .. } => Some((review.named_on(page, reference)?, &hole.spot)),
            _ => None,
        });
        let link = match statistic {
            Some((statistic, spot)) => SentenceLink::Bound(statistic, spot),
            None => SentenceLink::Other(hole),
        };
        rest = reader.tag(&html[open..close], link, close, html);
    }
    reader.block.text.push_str(&plain_text(&html[rest..]));
    reader.end_block();
    reader.sentences
}

/// A paragraph, cell or heading.
#[derive(Default)]
struct ProseBlock<'s> {
    text: String,
    bound: Vec<BoundNumber<'s>>,
    linked: Vec<Linked<'s>>,
}

/// What a link is.
enum SentenceLink<'s> {
    /// A statistic that is bound, and where.
    Bound(usize, &'s Spot),
    /// Something else, on this site or another.
    Other(Option<&'s Hole>),
}

struct SentenceReader<'s> {
    block: ProseBlock<'s>,
    /// The link that is open, and where its words begin.
    open: Option<(SentenceLink<'s>, usize)>,
    sentences: Vec<Sentence<'s>>,
}

impl<'s> SentenceReader<'s> {
    /// Reads a tag that ends at `end`, and gives where to go on.
    fn tag(&mut self, tag: &str, link: SentenceLink<'s>, end: usize, html: &str) -> usize {
        let name = name(tag);
        let is_end = tag.starts_with("</");
        let past = |close: &str| html[end..].find(close).map_or(html.len(), |at| end + at + close.len());
        match name {
            "sup" if tag.contains("footnote-ref") => return past("</sup>"),
            "del" | "s" if !is_end => return past(&format!("</{name}>")),
            "a" if is_end => self.end_link(),
            "a" => self.open = Some((link, self.block.text.len())),
            "br" => self.block.text.push(' '),
            name if INLINE.contains(&name) => {}
            _ => self.end_block(),
        }
        end
    }

    fn end_link(&mut self) {
        let Some((link, start)) = self.open.take() else { return };
        let range = start..self.block.text.len();
        match link {
            SentenceLink::Bound(statistic, spot) => {
                self.block.bound.push(BoundNumber { statistic, range, spot });
            }
            SentenceLink::Other(hole) => self.block.linked.push(Linked { range, hole }),
        }
    }

    fn end_block(&mut self) {
        let ProseBlock { text, bound, linked } = std::mem::take(&mut self.block);
        let is_of_claim = |one: &Linked<'_>| one.hole.is_some_and(cause_stated::is_of_claim);
        if bound.is_empty() && !linked.iter().any(is_of_claim) {
            return;
        }
        let is_free = |at: usize| {
            let before = bound.partition_point(|one| one.range.start < at);
            bound[..before].last().is_none_or(|one| one.range.end <= at)
        };
        let ends: Vec<usize> = sentence_ends(&text).filter(|at| is_free(*at)).collect();
        let mut bound = bound.into_iter().peekable();
        let mut start = 0;
        for end in ends.into_iter().chain([text.len()]) {
            let mut own = Vec::new();
            while let Some(one) = bound.next_if(|one| one.range.start < end) {
                own.push(BoundNumber {
                    range: one.range.start - start..one.range.end.min(end) - start,
                    ..one
                });
            }
            let first = linked.partition_point(|one| one.range.start < start);
            let linked = linked[first..].iter().take_while(|one| one.range.end <= end);
            if !own.is_empty() || linked.clone().any(is_of_claim) {
                let linked = linked
                    .map(|one| Linked { range: one.range.start - start..one.range.end - start, ..*one });
                let linked = linked.collect();
                self.sentences.push(Sentence { text: text[start..end].to_owned(), bound: own, linked });
            }
            start = end;
        }
    }
}

/// The sentences of a text.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    let ends: Vec<usize> = sentence_ends(text).collect();
    let starts = std::iter::once(0).chain(ends.clone());
    starts.zip(ends.into_iter().chain([text.len()])).map(|(start, end)| text[start..end].trim())
}
