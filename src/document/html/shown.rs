//! What a reader sees of a text, block by block, and which stretches of it mark-up gives as somebody's words: `<q>`, and
//! block quotes without the line that names whose they are.

use crate::document::escape::plain_text;
use crate::document::quoted::is_mark;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// A block as a reader sees it.
#[derive(Debug, Default)]
pub(crate) struct ShownBlock {
    /// Its words. Quotation marks inside links and code are left out: what is quoted there is said elsewhere.
    pub text: String,
    /// What mark-up gives as quoted.
    pub quoted: Vec<Range<usize>>,
    pieces: Vec<ShownPiece>,
}

/// Where a piece of the words begins, and where it stands in the source.
#[derive(Debug)]
struct ShownPiece {
    start: usize,
    source: usize,
    /// Whether its bytes are those of the source.
    is_exact: bool,
}

impl ShownBlock {
    /// Where in the source a byte of the words stands.
    pub fn place(&self, at: usize) -> usize {
        let before = self.pieces.partition_point(|piece| piece.start <= at).checked_sub(1);
        before
            .map(|last| &self.pieces[last])
            .map_or(0, |piece| piece.source + if piece.is_exact { at - piece.start } else { 0 })
    }
}

/// Attributes that a reader sees or hears.
const SEEN: [&str; 4] = [" alt=", " title=", " aria-label=", " summary="];

/// The value of an attribute of a tag; empty where it has none.
fn attribute<'t>(tag: &'t str, name: &str) -> &'t str {
    let Some((_, rest)) = tag.split_once(name) else { return "" };
    let mark = rest.chars().next().filter(|mark| matches!(mark, '"' | '\''));
    let Some(mark) = mark else { return rest.split([' ', '/']).next().unwrap_or_default() };
    rest[1..].split(mark).next().unwrap_or_default()
}

/// Reads a text into blocks.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    done: Vec<ShownBlock>,
    block: ShownBlock,
    /// How many links, code spans and names of authors are open; of a name nothing is kept.
    links: usize,
    names: usize,
    quotes: usize,
    /// Where a `<q>` of this block began.
    opened: Option<usize>,
    /// Raw HTML that is not over yet, and where it began.
    raw: Option<(String, usize)>,
    /// What stands in place of the image that is open, and where it begins.
    alternative: Option<ShownBlock>,
}

impl Blocks {
    /// Reads one event of Markdown.
    pub fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(text) => self.words(text, range.start, range.len() == text.len()),
            Event::SoftBreak | Event::HardBreak => self.words("\n", range.start, false),
            Event::Code(code) => {
                self.links += 1;
                self.words(code, range.start, false);
                self.links = self.links.saturating_sub(1);
            }
            Event::InlineHtml(html) => self.html(html, range.start),
            Event::Html(html) => match &mut self.raw {
                Some((raw, _)) => raw.push_str(html),
                None => self.html(html, range.start),
            },
            Event::Start(tag) => self.start(tag, range.start),
            Event::End(tag) => self.end(*tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize) {
        match tag {
            Tag::Link { title, .. } => {
                self.aside(title, at);
                self.links += 1;
            }
            Tag::Image { title, .. } => {
                self.aside(title, at);
                self.alternative = Some(ShownBlock::default());
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
            Tag::HtmlBlock => self.raw = Some((String::new(), at)),
            Tag::BlockQuote(_) => self.turn(1),
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            TagEnd::Image => {
                let alternative = self.alternative.take();
                self.done.extend(alternative.filter(|one| !one.text.trim().is_empty()));
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {}
            TagEnd::CodeBlock => self.block = ShownBlock::default(),
            TagEnd::HtmlBlock => {
                if let Some((html, at)) = self.raw.take() {
                    self.html(&html, at);
                }
            }
            TagEnd::BlockQuote(_) => self.turn(-1),
            _ => self.flush(),
        }
    }

    /// Reads raw HTML.
    pub fn html(&mut self, html: &str, at: usize) {
        let mut rest = html;
        while let Some(open) = rest.find('<') {
            let source = at + html.len() - rest.len();
            self.words(&plain_text(&rest[..open]), source, false);
            let is_comment = rest[open..].starts_with("<!--");
            let end = if is_comment { "-->" } else { ">" };
            let Some(close) = rest[open..].find(end) else { return };
            if !is_comment {
                self.tag(&rest[open + 1..open + close], source + open);
            }
            rest = &rest[open + close + end.len()..];
        }
        self.words(&plain_text(rest), at + html.len() - rest.len(), false);
    }

    fn tag(&mut self, tag: &str, at: usize) {
        let is_end = tag.starts_with('/');
        for name in SEEN {
            self.aside(&plain_text(attribute(tag, name)), at);
        }
        let name = tag.trim_start_matches('/');
        let name = name.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        let count = |open: usize| if is_end { open.saturating_sub(1) } else { open + 1 };
        match name.to_ascii_lowercase().as_str() {
            "a" | "code" | "kbd" | "samp" => self.links = count(self.links),
            "cite" | "footer" | "script" | "style" => self.names = count(self.names),
            // Below a block quote a caption says whose it is.
            "figcaption" if self.quotes > 0 => self.names = count(self.names),
            "q" if is_end => {
                let opened = self.opened.take().into_iter();
                let end = self.block.text.len();
                self.block.quoted.extend(opened.map(|start| start..end));
            }
            "q" => self.opened = Some(self.block.text.len()),
            "blockquote" => self.turn(if is_end { -1 } else { 1 }),
            "p" | "div" | "li" | "ul" | "ol" | "td" | "th" | "tr" | "table" | "figure" | "figcaption" => {
                self.flush();
            }
            "br" => self.words("\n", at, false),
            _ => {}
        }
    }

    /// Words that stand beside the text: the title of an image or a link, or what stands in an image's place.
    fn aside(&mut self, text: &str, source: usize) {
        if self.names == 0 && !text.trim().is_empty() {
            let pieces = vec![ShownPiece { start: 0, source, is_exact: false }];
            self.done.push(ShownBlock { text: text.to_owned(), quoted: Vec::new(), pieces });
        }
    }

    fn words(&mut self, text: &str, source: usize, is_exact: bool) {
        if self.names > 0 || text.is_empty() {
            return;
        }
        if let Some(alternative) = &mut self.alternative {
            alternative.pieces.push(ShownPiece { start: alternative.text.len(), source, is_exact });
            alternative.text.push_str(text);
            return;
        }
        let is_exact = is_exact && self.links == 0;
        self.block.pieces.push(ShownPiece { start: self.block.text.len(), source, is_exact });
        match self.links {
            0 => self.block.text.push_str(text),
            _ => self.block.text.extend(text.chars().filter(|letter| !is_mark(*letter))),
        }
    }

    /// Enters a block quote, or leaves it.
    fn turn(&mut self, step: isize) {
        self.flush();
        self.quotes = self.quotes.saturating_add_signed(step);
    }

    /// Ends a block. What stands in a block quote is quoted as a whole, up to a line that names whose words they are.
    fn flush(&mut self) {
        let mut block = std::mem::take(&mut self.block);
        self.opened = None;
        if block.text.trim().is_empty() {
            return;
        }
        if self.quotes > 0 {
            let mut end = 0;
            let names = |line: &str| line.starts_with(['—', '–', '―']) || line.starts_with("--");
            let is_name = |line: &&str| names(line.trim_start());
            for line in block.text.split_inclusive('\n').take_while(|line| !is_name(line)) {
                end += line.len();
            }
            block.quoted.clear();
            block.quoted.push(0..block.text[..end].trim_end().len());
        }
        self.done.push(block);
    }

    /// The blocks, in the order of their ends.
    pub fn done(mut self) -> Vec<ShownBlock> {
        self.flush();
        self.done
    }
}
