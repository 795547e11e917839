//! Writes the HTML of Markdown events: accessible tables, footnotes with ways back, headings with anchors,
//! code with classes, and a hole wherever an address or a word of the site's language belongs.

use super::escape::{escape, escape_into, plain_text};
use super::highlight::{Highlighter, languages};
use super::markdown::{classify, is_external};
use super::prose::{Definition, Heading, Prose, Target};
use super::{raw_html, table};
use crate::config::MarkdownOptions;
use crate::diagnostic::{Diagnostic, Place, Rule, Spot, Trail, did_you_mean, rules};
use crate::path::SourcePath;
use crate::span::Span;
use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Where the events come from.
pub(super) struct Surroundings<'a> {
    pub path: &'a SourcePath,
    /// Offset of the text in its file.
    pub offset: usize,
    /// The front-matter field that the text is, if it is one.
    pub field: Option<&'a Trail<'a>>,
    pub glossary: bool,
    pub options: MarkdownOptions,
    pub highlighter: Option<&'a Highlighter>,
}

impl Surroundings<'_> {
    fn spot(&self, range: &Range<usize>) -> Spot {
        match self.field {
            Some(field) => Spot::Value(field.path()),
            None => Spot::Span(Span::new(range.start, range.end).shifted(self.offset)),
        }
    }
}

/// A link that is still open.
struct OpenLink {
    /// The hole whose text is bound, by its place in the current prose.
    bound: Option<usize>,
    /// Depth of the prose stack in which the hole is.
    text: String,
}

struct Code {
    language: String,
    text: String,
    range: Range<usize>,
    /// Where the first line of the content starts.
    content: Option<usize>,
}

#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    in_head: bool,
    column: usize,
    cell_start: usize,
    headers: Vec<String>,
}

struct Image {
    target: Option<Target>,
    address: String,
    title: String,
    alt: String,
    range: Range<usize>,
}

pub(super) struct Writer<'a> {
    around: Surroundings<'a>,
    /// What is being written; the last one is on top.
    stack: Vec<Prose>,
    links: Vec<OpenLink>,
    image: Option<Image>,
    code: Option<Code>,
    html_block: Option<(String, Range<usize>)>,
    table: Table,
    heading: Option<(u8, Option<String>, Range<usize>)>,
    ids: HashSet<String>,
    /// Labels of footnotes in the order of their first reference, with the number of references.
    footnotes: Vec<(String, usize)>,
    notes: HashMap<String, Prose>,
    open_note: Option<String>,
    definitions: Vec<Definition>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(around: Surroundings<'a>) -> Self {
        Self {
            around,
            stack: vec![Prose::default()],
            links: Vec::new(),
            image: None,
            code: None,
            html_block: None,
            table: Table::default(),
            heading: None,
            ids: HashSet::new(),
            footnotes: Vec::new(),
            notes: HashMap::new(),
            open_note: None,
            definitions: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn finish(mut self) -> (Prose, Vec<Definition>, Vec<Diagnostic>) {
        self.write_footnotes();
        (self.pop(), self.definitions, self.diagnostics)
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
                self.text(text.strip_prefix('(').unwrap_or(&text));
            }
            event => self.event(event, range),
        }
    }

    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
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
            Event::InlineHtml(html) => self.raw(&html, &range),
            Event::FootnoteReference(label) => self.footnote_reference(&label, &range),
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => self.push("<br>\n"),
            Event::Rule => self.push("<hr>\n"),
            Event::TaskListMarker(done) => self.task(done, &range),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
        }
    }

    fn code_or_text(&mut self, text: &str, range: &Range<usize>) {
        match &mut self.code {
            Some(code) => {
                code.content.get_or_insert(range.start);
                code.text.push_str(text);
            }
            None => self.text(text),
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(image) = &mut self.image {
            image.alt.push_str(text);
            return;
        }
        for link in self.links.iter_mut().filter(|link| link.bound.is_some()) {
            link.text.push_str(text);
        }
        escape_into(text, &mut self.top().html);
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
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
            Tag::FootnoteDefinition(label) => {
                self.open_note = Some(label.into_string());
                self.stack.push(Prose::default());
            }
            Tag::DefinitionList => self.open_unless_glossary("<dl>\n"),
            Tag::DefinitionListTitle => self.start_term(range),
            Tag::DefinitionListDefinition => self.start_meaning(),
            Tag::Table(alignments) => self.table = Table { alignments, ..Table::default() },
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.stack.push(Prose::default());
            }
            Tag::TableRow => {
                self.table.column = 0;
                self.push("<tr>");
            }
            Tag::TableCell => self.table.cell_start = self.top().html.len(),
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
        match tag {
            TagEnd::Paragraph => self.push("</p>\n"),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(_) => self.push("</blockquote>\n"),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => {
                if let Some((html, range)) = self.html_block.take() {
                    self.raw(&html, &range);
                }
            }
            TagEnd::List(true) => self.push("</ol>\n"),
            TagEnd::List(false) => self.push("</ul>\n"),
            TagEnd::Item => self.push("</li>\n"),
            TagEnd::FootnoteDefinition => {
                let note = self.pop();
                if let Some(label) = self.open_note.take() {
                    self.notes.entry(label).or_insert(note);
                }
            }
            TagEnd::DefinitionList => self.open_unless_glossary("</dl>\n"),
            TagEnd::DefinitionListTitle => self.end_term(),
            TagEnd::DefinitionListDefinition => self.end_meaning(),
            TagEnd::Table => self.push("</tbody></table></div>\n"),
            TagEnd::TableHead => self.end_table_head(),
            TagEnd::TableRow => self.push("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</del>"),
            TagEnd::Superscript => self.push("</sup>"),
            TagEnd::Subscript => self.push("</sub>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::MetadataBlock(_) => {}
        }
    }

    fn raw(&mut self, html: &str, range: &Range<usize>) {
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
        raw_html::write(html, &spot, self.top());
    }

    // Headings.

    fn start_heading(&mut self, level: HeadingLevel, id: Option<&str>, range: Range<usize>) {
        // Level 1 is the page's own title.
        self.heading = Some(((level as u8).max(2), id.map(str::to_owned), range));
        self.stack.push(Prose::default());
    }

    fn end_heading(&mut self) {
        let inner = self.pop();
        let Some((level, own, range)) = self.heading.take() else { return };
        let id = match own {
            Some(id) => {
                if !self.ids.insert(id.clone()) {
                    let message = format!("the anchor `{id}` is already taken on this page");
                    self.report(
                        &rules::DUPLICATE_ANCHOR,
                        &range,
                        message,
                        "give this heading another `{#id}`".into(),
                    );
                }
                id
            }
            None => self.free_id(&slug::slugify(inner.text())),
        };
        self.push(&format!("<h{level} id=\"{}\">", escape(&id)));
        let html = without_links(&inner);
        self.top().append(inner);
        self.top().headings.push(Heading { level, id, html });
        self.push(&format!("</h{level}>\n"));
    }

    fn free_id(&mut self, wanted: &str) -> String {
        let wanted = if wanted.is_empty() { "section" } else { wanted };
        let mut id = wanted.to_owned();
        let mut number = 0;
        while !self.ids.insert(id.clone()) {
            number += 1;
            id = format!("{wanted}-{number}");
        }
        id
    }

    // Code and blocks.

    fn start_code(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or("").to_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        self.code = Some(Code { language, text: String::new(), range, content: None });
    }

    fn end_code(&mut self) {
        let Some(code) = self.code.take() else { return };
        match code.language.as_str() {
            "table" => self.table_block(&code),
            "chart" => {
                let help = "use a `table` block; charts are not there yet".into();
                self.report(&rules::INVALID_BLOCK, &code.range, "charts cannot be drawn yet".into(), help);
            }
            _ => self.highlighted(&code),
        }
    }

    fn highlighted(&mut self, code: &Code) {
        let highlighter = self.around.highlighter.filter(|_| !code.language.is_empty());
        let html = highlighter.and_then(|highlighter| highlighter.html(&code.language, &code.text));
        if html.is_none()
            && highlighter.is_some()
            && !matches!(code.language.as_str(), "text" | "txt" | "plain")
        {
            let message = format!("code in `{}` cannot be highlighted", code.language);
            let help = did_you_mean(&code.language, languages())
                .unwrap_or_else(|| "use `text` to show it as it is".into());
            self.report(&rules::UNKNOWN_LANGUAGE, &code.range, message, help);
        }
        self.push("<pre class=\"code\" tabindex=\"0\"><code");
        if !code.language.is_empty() {
            let class = format!(" class=\"language-{}\"", escape(&code.language));
            self.push(&class);
        }
        self.push(">");
        self.push(&html.unwrap_or_else(|| escape(&code.text)));
        self.push("</code></pre>\n");
    }

    fn table_block(&mut self, code: &Code) {
        let offset = self.around.offset + code.content.unwrap_or(code.range.start);
        let read = table::read(self.around.path, &code.text, offset);
        if let Some(block) = read.take(&mut self.diagnostics) {
            self.hole(Target::Table(Box::new(block)), &code.range);
            self.push("\n");
        }
    }

    fn task(&mut self, done: bool, range: &Range<usize>) {
        let (word, mark) = if done { ("task_done", "☑") } else { ("task_open", "☐") };
        self.push("<span class=\"task\" role=\"img\" aria-label=\"");
        self.hole(Target::Word(word), range);
        self.push(&format!("\">{mark}</span> "));
    }

    // Links and images.

    fn start_link(&mut self, kind: LinkType, address: &str, title: &str, range: &Range<usize>) {
        let target = if kind == LinkType::Email { None } else { classify(address) };
        let class = match &target {
            Some(Target::Statistic { .. }) => " class=\"stat\"",
            Some(Target::Term(_)) => " class=\"term\"",
            None if is_external(address) => " class=\"external\"",
            _ => "",
        };
        self.push(&format!("<a{class} href=\""));
        let mut bound = None;
        match target {
            Some(target) => {
                if matches!(target, Target::Statistic { .. }) {
                    bound = Some(self.top().holes.len());
                }
                self.hole(target, range);
            }
            None if kind == LinkType::Email => {
                self.push("mailto:");
                escape_into(address, &mut self.top().html);
            }
            None => escape_into(address, &mut self.top().html),
        }
        if !title.is_empty() {
            let title = format!("\" title=\"{}", escape(title));
            self.push(&title);
        }
        self.push("\">");
        self.links.push(OpenLink { bound, text: String::new() });
    }

    fn end_link(&mut self) {
        self.push("</a>");
        let Some(OpenLink { bound: Some(hole), text: bound_text, .. }) = self.links.pop() else { return };
        if let Some(Target::Statistic { text, .. }) =
            self.top().holes.get_mut(hole).map(|hole| &mut hole.target)
        {
            *text = bound_text;
        }
    }

    fn start_image(&mut self, address: &str, title: &str, range: Range<usize>) {
        let target = if is_external(address) { None } else { Some(Target::Image(address.to_owned())) };
        let (address, title) = (address.to_owned(), title.to_owned());
        self.image = Some(Image { target, address, title, alt: String::new(), range });
    }

    fn end_image(&mut self) {
        let Some(image) = self.image.take() else { return };
        self.push("<img src=\"");
        match image.target {
            Some(target) => self.hole(target, &image.range),
            None => escape_into(&image.address, &mut self.top().html),
        }
        let mut rest = format!("\" alt=\"{}\"", escape(&image.alt));
        if !image.title.is_empty() {
            rest.push_str(&format!(" title=\"{}\"", escape(&image.title)));
        }
        rest.push_str(" loading=\"lazy\">");
        self.push(&rest);
    }

    // Tables.

    fn end_cell(&mut self) {
        let start = self.table.cell_start.min(self.top().html.len());
        let empty = self.top().html.len() == start;
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Left | Alignment::None) | None => "",
        };
        let (open, close) = match (self.table.in_head, self.table.column, empty) {
            (_, _, true) => (format!("<td{class}>"), "</td>"),
            (true, ..) => (format!("<th scope=\"col\"{class}>"), "</th>"),
            (false, 0, _) => (format!("<th scope=\"row\"{class}>"), "</th>"),
            (false, ..) => (format!("<td{class}>"), "</td>"),
        };
        if self.table.in_head {
            let header = plain_text(&self.top().html[start..]);
            self.table.headers.push(header);
        }
        let prose = self.top();
        prose.html.insert_str(start, &open);
        for hole in prose.holes.iter_mut().filter(|hole| hole.at >= start) {
            hole.at += open.len();
        }
        prose.html.push_str(close);
        self.table.column += 1;
    }

    fn end_table_head(&mut self) {
        let head = self.pop();
        self.table.in_head = false;
        let headers: Vec<&str> =
            self.table.headers.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        let label = escape(&headers.join(", "));
        self.push(&format!("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table><thead><tr>"));
        self.top().append(head);
        self.push("</tr></thead><tbody>\n");
    }

    // Footnotes.

    fn footnote_reference(&mut self, label: &CowStr<'_>, range: &Range<usize>) {
        let at = self.footnotes.iter().position(|(known, _)| **known == **label).unwrap_or_else(|| {
            self.footnotes.push((label.to_string(), 0));
            self.footnotes.len() - 1
        });
        self.footnotes[at].1 += 1;
        let (number, id) = (at + 1, reference_id(at + 1, self.footnotes[at].1));
        self.push(&format!("<sup class=\"footnote-ref\"><a id=\"{id}\" href=\"#fn-{number}\" role=\"doc-noteref\" aria-label=\""));
        self.hole(Target::Word("footnote"), range);
        self.push(&format!(" {number}\">{number}</a></sup>"));
    }

    fn write_footnotes(&mut self) {
        if self.footnotes.is_empty() {
            return;
        }
        self.push("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        self.hole(Target::Word("footnotes"), &(0..0));
        self.push("\">\n<ol>\n");
        // A note may refer to a further note: the list grows while it is written.
        let mut at = 0;
        while at < self.footnotes.len() {
            let (label, references) = self.footnotes[at].clone();
            let note = self.notes.remove(&label).unwrap_or_default();
            self.write_footnote(at + 1, references, note);
            at += 1;
        }
        self.push("</ol>\n</section>\n");
    }

    fn write_footnote(&mut self, number: usize, references: usize, mut note: Prose) {
        self.push(&format!("<li id=\"fn-{number}\">"));
        let ends_in_paragraph = note.html.ends_with("</p>\n");
        if ends_in_paragraph {
            note.html.truncate(note.html.len() - "</p>\n".len());
        }
        self.top().append(note);
        for reference in 1..=references {
            let back = format!(
                " <a href=\"#{}\" role=\"doc-backlink\" aria-label=\"",
                reference_id(number, reference)
            );
            self.push(&back);
            self.hole(Target::Word("footnote_back"), &(0..0));
            self.push(&format!(" {number}\">↩</a>"));
        }
        self.push(if ends_in_paragraph { "</p></li>\n" } else { "</li>\n" });
    }

    // Definition lists; in the glossary they are terms.

    fn open_unless_glossary(&mut self, html: &str) {
        if !self.around.glossary {
            self.push(html);
        }
    }

    fn start_term(&mut self, range: Range<usize>) {
        if self.around.glossary {
            let spot = self.around.spot(&range);
            let (term, meaning) = (Prose::default(), Prose::default());
            self.definitions.push(Definition { id: String::new(), term, meaning, spot });
            self.stack.push(Prose::default());
        } else {
            self.push("<dt>");
        }
    }

    fn end_term(&mut self) {
        if !self.around.glossary {
            self.push("</dt>\n");
            return;
        }
        let mut term = self.pop();
        if let Some(definition) = self.definitions.last_mut() {
            if let Some(open) = term.html.rfind("{#").filter(|_| term.html.trim_end().ends_with('}')) {
                term.html[open + 2..].trim_end().trim_end_matches('}').clone_into(&mut definition.id);
                term.html.truncate(open);
                term.html.truncate(term.html.trim_end().len());
            }
            definition.term = term;
        }
    }

    fn start_meaning(&mut self) {
        if self.around.glossary {
            self.stack.push(Prose::default());
        } else {
            self.push("<dd>");
        }
    }

    fn end_meaning(&mut self) {
        if !self.around.glossary {
            self.push("</dd>\n");
            return;
        }
        let meaning = self.pop();
        if let Some(definition) = self.definitions.last_mut() {
            definition.meaning.append(meaning);
        }
    }
}

fn reference_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{reference}") }
}

/// A heading for the table of contents: links inside links are no HTML.
fn without_links(prose: &Prose) -> String {
    if prose.html.contains('<') { escape(&prose.text()) } else { prose.html.clone() }
}
