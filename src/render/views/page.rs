//! The frame of every page. Its kind names its template.

use super::shared::Neighbours;
use crate::diagnostic::Diagnostic;
use crate::document::escape::{escape, plain_text};
use crate::document::prose::Prose;
use crate::evidence::quantity::scan::scan;
use crate::path::UrlPath;
use crate::plan::{View, list_page, tag_address};
use crate::render::Renderer;
use crate::render::view::{Crumb, DataView, Html, KindView, LinkView, PageView, RedirectView, SharedView};

/// How many characters of a text describe a page that has no description.
const DESCRIPTION: usize = 160;

/// What a page's frame is made from.
pub(super) struct Frame<'f> {
    pub url: UrlPath,
    pub title_html: Html<'f>,
    pub description: String,
    /// The document whose body is shown.
    pub document: Option<usize>,
    /// The way from the home page to its parent.
    pub trail: Vec<SharedView<Crumb>>,
    pub neighbours: Neighbours,
    /// Whether it is page 2 or a later one: without the body, its headings and who mentions it.
    pub continued: bool,
}

/// A page with all that its template may know.
pub(super) struct RenderedPage<'p> {
    pub view: PageView<'p>,
    part: Option<KindView<'p>>,
    /// The document whose body is still to be made, if it has one.
    body: Option<usize>,
}

impl<'p> RenderedPage<'p> {
    /// The page with the part of its kind.
    pub fn with(self, part: KindView<'p>) -> Self {
        Self { part: Some(part), ..self }
    }
}

impl Renderer<'_> {
    /// The HTML of a page.
    pub(in crate::render) fn page(&self, of: View) -> Result<Vec<u8>, Diagnostic> {
        let RenderedPage { mut view, part, body } = self.page_view(of);
        view.kind = of.kind();
        view.full_title = self.full_title(view.kind, &view.title);
        let shared = self.furniture.of(&view.section);
        if let Some(document) = body {
            view.body = Html(self.body(document, shared)?);
        }
        let values = shared.with_page(&view, part.as_ref());
        let template = of.template();
        self.theme.render(&template, &values, &view.url)
    }

    /// The HTML of a page that leads elsewhere.
    pub(in crate::render) fn redirect(&self, target: &UrlPath) -> Result<Vec<u8>, Diagnostic> {
        let view = RedirectView { url: self.urls.href(target), canonical: self.urls.absolute(target) };
        let values = self.furniture.of(target.section()).with("page", &view);
        self.theme.render("redirect.html", &values, target.as_str())
    }

    fn page_view(&self, view: View) -> RenderedPage<'_> {
        match view {
            View::Home => self.home(),
            View::Report(report) => self.report_page(report),
            View::Coverage(coverage) => self.coverage_page(coverage),
            View::Finding(finding) => self.finding_page(finding),
            View::Topic(topic, number) => self.topic_page(topic, number),
            View::Measure(measure, number) => self.measure_page(measure, number),
            View::Glossary => self.glossary_page(),
            View::Methodology => self.methodology_page(),
            View::Rules => self.rules_page(),
            View::Recommendations(number) => self.recommendations_page(number),
            View::Pages(number) => self.pages_page(number),
            View::List(section, number) => self.list_page(section, number),
            View::Tags => self.tags_page(),
            View::Tag(tag, number) => self.tag_page(tag, number),
            View::Plain(page) => self.plain_page(page),
            View::NotFound => self.not_found(),
        }
    }

    fn plain_page(&self, page: usize) -> RenderedPage<'_> {
        let mut plain = self.frame(self.document_frame(page, self.trails.home(), (None, None)));
        plain.view.contents = self.contents(Some(page), Vec::new());
        plain
    }

    fn not_found(&self) -> RenderedPage<'_> {
        self.frame(Frame {
            url: UrlPath::new("/404.html"),
            title_html: Html::from(self.words.html("not_found_title")),
            description: self.words.get("not_found_description").to_owned(),
            document: None,
            trail: Vec::new(),
            neighbours: (None, None),
            continued: false,
        })
    }

    /// The frame of a document's own page.
    pub(super) fn document_frame(
        &self,
        page: usize,
        trail: Vec<SharedView<Crumb>>,
        neighbours: Neighbours,
    ) -> Frame<'_> {
        Frame {
            url: self.model.plan.addresses[page].clone(),
            title_html: self.prose(page, &self.model.evidence.pages[page].title),
            description: self.description_of(page),
            document: Some(page),
            trail,
            neighbours,
            continued: false,
        }
    }

    /// A page with everything but its kind's own part.
    pub(super) fn frame<'f>(&'f self, frame: Frame<'f>) -> RenderedPage<'f> {
        let document = frame.document.map(|page| &self.model.evidence.pages[page]);
        let begun = frame.document.filter(|_| !frame.continued);
        let mentioned = begun.map_or(&[][..], |page| &self.model.graph.mentioned_by[page]);
        let (previous, next) = frame.neighbours;
        let view = PageView {
            kind: "",
            section: frame.url.section().to_owned(),
            title: plain_text(&frame.title_html.0),
            full_title: String::new(),
            title_html: frame.title_html,
            description: frame.description,
            lang: document.map_or("", |document| &document.lang),
            url: self.urls.href(&frame.url),
            canonical: self.urls.absolute(&frame.url),
            breadcrumbs: frame.trail,
            contents: Vec::new(),
            previous: previous.map(|page| self.link(page)),
            next: next.map(|page| self.link(page)),
            pager: None,
            facts: Vec::new(),
            tags: document.map_or_else(Vec::new, |document| self.tag_links(&document.tags)),
            updated: self.date_view(document.and_then(|document| document.updated)),
            draft: document.is_some_and(|document| document.draft),
            body: Html::default(),
            extra: DataView(document.map(|document| &document.extra)),
            mentioned_by: mentioned.iter().map(|page| self.link(*page)).collect(),
        };
        let body = begun.filter(|page| !self.model.evidence.pages[*page].body.is_empty());
        RenderedPage { view, part: None, body }
    }

    /// The author's description, or the start of the text.
    pub(in crate::render) fn description_of(&self, page: usize) -> String {
        let document = &self.model.evidence.pages[page];
        if !document.description.is_empty() {
            return document.description.clone();
        }
        let beginning = first_paragraph(&document.body);
        if beginning.is_empty() { document.title.text() } else { shortened(&beginning) }
    }

    fn tag_links<'t>(&'t self, tags: &'t [String]) -> Vec<LinkView<'t>> {
        let all = &self.model.plan.tags;
        tags.iter()
            .filter_map(|name| {
                let slug = slug::slugify(name);
                let tag = all.binary_search_by(|tag| tag.slug.cmp(&slug)).ok()?;
                let url = self.urls.href(&list_page(&tag_address(&all[tag]), 1));
                Some(LinkView { title_html: Html(escape(name).into()), url: url.into() })
            })
            .collect()
    }
}

/// The text of the first paragraph, which is enough for a description.
fn first_paragraph(body: &Prose) -> String {
    let end = body.html.find("</p>").unwrap_or(0);
    plain_text(&body.html[..end]).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words that fit a description. A figure that would be cut, and so be another, is left out.
fn shortened(text: &str) -> String {
    if text.chars().count() <= DESCRIPTION {
        return text.to_owned();
    }
    let cut: String = text.chars().take(DESCRIPTION).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    let halved = scan(text).into_iter().find(|found| found.span.start < end && end < found.span.end);
    let end = halved.map_or(end, |found| found.span.start);
    format!("{}…", cut[..end].trim_end().trim_end_matches([',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::{DESCRIPTION, shortened};

    #[test]
    fn no_figure_is_cut_in_two() {
        for figure in ["£4.2 million", "64 per cent", "between 12 and 15", "three quarters"] {
            for words in 0..DESCRIPTION / 2 {
                let text =
                    format!("{}{figure} of it and more.", "a ".repeat(words)) + &" b".repeat(DESCRIPTION);
                let short = shortened(&text);
                let first = figure.split(' ').next().unwrap_or_default();
                assert!(short.contains(figure) || !short.contains(first), "{figure} {words}: {short}");
            }
        }
    }
}
