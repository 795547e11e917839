//! Writes the HTML of Markdown events: accessible tables, footnotes with ways back, headings with anchors,
//! code with classes, and a hole wherever an address or a word of the site's language belongs.

mod beside;
mod code;
mod footnotes;
mod headings;
mod links;
mod notes;
mod shown;
mod tables;
mod terms;

use super::escape::{allowed, escape_into};
use super::highlight::Highlighter;
use super::prose::{Definition, NoteKind, Prose, Target, Unread};
use super::raw_html;
use super::wording::SeenPassage;
use crate::config::MarkdownOptions;
use crate::diagnostic::{Diagnostic, Place, Rule, Spot, Trail, rules};
use crate::path::SourcePath;
use crate::span::Span;
use code::Code;
use footnotes::Footnotes;
use headings::HeadingAnchors;
use links::{Image, OpenLink};
use pulldown_cmark::{Event, Tag, TagEnd};
pub(super) use shown::{Blocks, ShownBlock};
use std::ops::Range;
use tables::Table;

/// Where the events come from.
pub(super) struct Surroundings<'a> {
    pub path: &'a SourcePath,
    /// The text that the events are about.
    pub text: &'a str,
    /// Offset of the text in its file.
    pub offset: usize,
    /// The front-matter field that the text is, if it is one.
    pub field: Option<&'a Trail<'a>>,
    pub glossary: bool,
    /// Whether the text says what words mean or what is counted.
    pub defines: bool,
    pub options: MarkdownOptions,
    pub highlighter: Option<&'a Highlighter>,
}

impl Surroundings<'_> {
    fn spot(&self, range: &Range<usize>) -> Spot {
        match self.field {
            Some(field) => Spot::Value(field.path()),
            None => Spot::Span(self.span(range)),
        }
    }

    /// The bytes of the file.
    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(range.start, range.end).shifted(self.offset)
    }
}

/// Gathers the prose of one text.
pub(super) struct Writer<'a> {
    around: Surroundings<'a>,
    /// What is being written; the last one is on top.
    stack: Vec<Prose>,
    links: Vec<OpenLink>,
    /// Bound links of the block that is being written.
    beside: Vec<beside::LinkBesides>,
    image: Option<Image>,
    code: Option<Code>,
    html_block: Option<(String, Range<usize>)>,
    /// Elements of raw HTML that are open.
    elements: raw_html::Elements,
    table: Table,
    heading: Option<(u8, Option<String>, Range<usize>)>,
    /// The level of the heading before; the page's own title is the first.
    level: u8,
    /// Where the paragraph, cell or heading begins that is being written.
    block: usize,
    /// What was seen of the text where it was looked through last.
    seen: SeenPassage,
    /// The blocks with `>` that are open: whether somebody else speaks there.
    quoted: Vec<bool>,
    anchors: HeadingAnchors,
    footnotes: Footnotes,
    /// Where the last term of the glossary stands in the text.
    term: Range<usize>,
    definitions: Vec<Definition>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(around: Surroundings<'a>) -> Self {
        Self {
            stack: vec![Prose::with_room(around.text.len() * 3 / 2)],
            links: Vec::new(),
            beside: Vec::new(),
            image: None,
            code: None,
            html_block: None,
            elements: raw_html::Elements::default(),
            table: Table::default(),
            heading: None,
            level: 1,
            block: 0,
            seen: SeenPassage::default(),
            quoted: Vec::new(),
            anchors: HeadingAnchors::default(),
            footnotes: Footnotes::default(),
            term: 0..0,
            definitions: Vec::new(),
            diagnostics: Vec::new(),
            around,
        }
    }

    pub(super) fn finish(mut self) -> (Prose, Vec<Definition>, Vec<Diagnostic>) {
        self.end_beside();
        self.write_footnotes();
        let unclosed = std::mem::take(&mut self.elements).unclosed();
        self.top().notes.extend(unclosed);
        let prose = self.pop().fitted();
        (prose, self.definitions, self.diagnostics)
    }

    fn top(&mut self) -> &mut Prose {
        self.stack.last_mut().expect("the stack holds the document until the end")
    }

    fn pop(&mut self) -> Prose {
        self.stack.pop().unwrap_or_default()
    }

    fn push(&mut self, html: &str) {
        self.top().html.push_str(html);
    }

    fn push_all(&mut self, parts: &[&str]) {
        self.top().html.extend(parts.iter().copied());
    }

    fn hole(&mut self, target: Target, range: &Range<usize>) {
        let spot = self.around.spot(range);
        self.top().hole(target, spot);
    }

    fn report(&mut self, rule: &'static Rule, range: &Range<usize>, message: String, help: String) {
        let place = Place { file: self.around.path.clone(), spot: self.around.spot(range) };
        self.diagnostics.push(Diagnostic::new(rule, place, message).help(help));
    }

    /// An event of a text that is inline as a whole: paragraphs leave no mark, other blocks cannot occur.
    pub(super) fn inline_event(&mut self, event: Event<'_>, range: Range<usize>, first: &mut bool) {
        match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            Event::Text(text) if *first => {
                *first = false;
                self.block = 1;
                self.note_words(&range);
                self.text(text.strip_prefix('(').unwrap_or(&text));
            }
            event => self.event(event, range),
        }
    }

    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.image.is_some() {
            return self.image_event(&event, &range);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.code_or_text(&text, &range),
            Event::Code(code) => {
                self.push("<code>");
                self.text(&code);
                self.push("</code>");
            }
            Event::Html(html) => match &mut self.html_block {
                Some((block, _)) => block.push_str(&html),
                None => self.raw(&html, &range),
            },
            Event::InlineHtml(html) => {
                if html.get(..6).is_some_and(|open| open.eq_ignore_ascii_case("<style")) {
                    self.note(NoteKind::Unread(Unread::Style), &range);
                }
                if html.get(..3).is_some_and(|open| open.eq_ignore_ascii_case("<br")) {
                    self.hear_behind("\n");
                }
                self.note_labels(&range);
                self.raw(&html, &range);
            }
            Event::FootnoteReference(label) => {
                self.hear_behind(" ");
                self.footnote_reference(&label);
            }
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => {
                self.hear_behind("\n");
                self.push("<br>\n");
            }
            Event::Rule => self.push("<hr>\n"),
            Event::TaskListMarker(done) => self.task(done),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
        }
    }

    fn text(&mut self, text: &str) {
        self.links.iter_mut().for_each(|link| link.hear(text));
        self.hear_behind(text);
        escape_into(text, &mut self.top().html);
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.begin_block(&tag, range.start);
        match tag {
            Tag::Paragraph => self.push("<p>"),
            Tag::Heading { level, id, .. } => self.start_heading(level, id.as_deref(), range),
            Tag::BlockQuote(_) => self.push("<blockquote>\n"),
            Tag::CodeBlock(kind) => self.start_code(&kind, range),
            Tag::HtmlBlock => self.html_block = Some((String::new(), range)),
            Tag::List(None) => self.push("<ul>\n"),
            Tag::List(Some(1)) => self.push("<ol>\n"),
            Tag::List(Some(first)) => self.push(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.push("<li>"),
            Tag::FootnoteDefinition(label) => self.start_footnote(label.into_string(), range),
            Tag::DefinitionList => self.open_unless_glossary("<dl>\n"),
            Tag::DefinitionListTitle => self.start_term(range),
            Tag::DefinitionListDefinition => self.start_meaning(),
            Tag::Table(alignments) => self.table = Table::new(alignments, range),
            Tag::TableHead => self.start_table_head(),
            Tag::TableRow => self.start_row(),
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Strikethrough => self.push("<del>"),
            Tag::Superscript => self.push("<sup>"),
            Tag::Subscript => self.push("<sub>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.start_link(link_type, &dest_url, &title, &range);
            }
            Tag::Image { dest_url, title, .. } => self.start_image(&dest_url, &title, range),
            Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if !matches!(
            tag,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
        ) {
            self.end_beside();
        }
        match tag {
            TagEnd::Paragraph => self.push("</p>\n"),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(_) => {
                self.quoted.pop();
                self.push("</blockquote>\n");
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => {
                if let Some((html, range)) = self.html_block.take() {
                    self.note_html(&range);
                    self.raw(&html, &range);
                }
            }
            TagEnd::List(true) => self.push("</ol>\n"),
            TagEnd::List(false) => self.push("</ul>\n"),
            TagEnd::Item => self.push("</li>\n"),
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::DefinitionList => self.open_unless_glossary("</dl>\n"),
            TagEnd::DefinitionListTitle => self.end_term(),
            TagEnd::DefinitionListDefinition => self.end_meaning(),
            TagEnd::Table => self.push("</tbody></table></section>\n"),
            TagEnd::TableHead => self.end_table_head(),
            TagEnd::TableRow => self.push("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</del>"),
            TagEnd::Superscript => self.push("</sup>"),
            TagEnd::Subscript => self.push("</sub>"),
            TagEnd::Link => self.end_link(),
            // The end of an image is an event in its text.
            TagEnd::Image | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn raw(&mut self, html: &str, range: &Range<usize>) {
        if !self.around.options.raw_html && is_comment(html) {
            return;
        }
        if !self.around.options.raw_html {
            let shown = html.trim().lines().next().unwrap_or("").to_owned();
            let message = format!("`{shown}` is raw HTML, which this site switched off");
            self.report(
                &rules::RAW_HTML,
                range,
                message,
                "write it in Markdown, or set `raw_html = true` under `[markdown]` in site.toml".into(),
            );
            escape_into(html, &mut self.top().html);
            return;
        }
        let spot = self.around.spot(range);
        let prose = self.stack.last_mut().expect("the stack holds the document until the end");
        raw_html::write(&allowed(html), &spot, prose, &mut self.elements);
    }
}

/// Whether raw HTML is a remark for whoever reads the source, and nothing more.
fn is_comment(html: &str) -> bool {
    let mut rest = html.trim();
    while let Some((_, behind)) = rest.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
        rest = behind.trim_start();
    }
    rest.is_empty()
}
