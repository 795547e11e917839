//! The frame of every page, and which template it takes.

use super::cards::list;
use super::frame::Neighbours;
use super::meta::meta;
use crate::diagnostic::Diagnostic;
use crate::document::escape::plain_text;
use crate::document::prose::Prose;
use crate::evidence::quantity::scan::scan;
use crate::path::UrlPath;
use crate::plan::{View, list_page, tag_address};
use crate::render::Renderer;
use crate::render::splice::Parts;
use crate::render::view::{Link, PageView};
use serde::Serialize;

/// How many characters of a text describe a page that has no description.
const DESCRIPTION: usize = 160;

/// What a page's frame is made from.
pub(super) struct Frame {
    pub kind: &'static str,
    pub url: UrlPath,
    pub title_html: String,
    pub description: String,
    /// The document whose body is shown.
    pub document: Option<usize>,
    /// The way from the home page to its parent, as items of a list.
    pub trail: String,
    pub neighbours: Neighbours,
    /// Whether it is page 2 or a later one: without the body, its headings and who mentions it.
    pub continued: bool,
}

impl Renderer<'_> {
    /// The HTML of a page.
    pub(in crate::render) fn page(&self, view: View) -> Result<Vec<u8>, Diagnostic> {
        let (template, mut page, document) = self.page_view(view);
        page.full_title = self.full_title(page.kind, &page.title);
        page.meta_html = meta(&page);
        let mut parts = Parts::default();
        for text in page.ready_made() {
            *text = parts.keep(std::mem::take(text).into());
        }
        if let Some(document) = document.filter(|_| page.has_body) {
            page.body = parts.keep(self.body(document));
        }
        let values = self.furniture.of(&page.section).with_page(page.kind, &page);
        let printed = self.theme.render(template, &values, &page.url)?;
        Ok(parts.fill(&printed))
    }

    /// The HTML of a page that leads elsewhere.
    pub(in crate::render) fn redirect(&self, target: &UrlPath) -> Result<Vec<u8>, Diagnostic> {
        #[derive(Serialize)]
        struct Redirect {
            url: String,
            canonical: String,
        }
        let view = Redirect { url: self.urls.href(target), canonical: self.urls.absolute(target) };
        let values = self.furniture.of(target.section()).with("page", &view);
        self.theme.render("redirect.html", &values, target.as_str())
    }

    /// The template, the view, and the document whose body is spliced in.
    fn page_view(&self, view: View) -> (&'static str, PageView, Option<usize>) {
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

    fn plain_page(&self, page: usize) -> (&'static str, PageView, Option<usize>) {
        let frame = self.document_frame("page", page, self.trails.home(), (None, None));
        let view = PageView { toc_html: self.contents(Some(page), &[]), ..self.frame(frame) };
        ("page.html", view, Some(page))
    }

    fn not_found(&self) -> (&'static str, PageView, Option<usize>) {
        let frame = Frame {
            kind: "not_found",
            url: UrlPath::new("/404.html"),
            title_html: Self::safe(self.words.get("not_found_title")),
            description: self.words.get("not_found_description").to_owned(),
            document: None,
            trail: String::new(),
            neighbours: (None, None),
            continued: false,
        };
        ("not_found.html", self.frame(frame), None)
    }

    /// The frame of a document's own page.
    pub(super) fn document_frame(
        &self,
        kind: &'static str,
        page: usize,
        trail: &str,
        neighbours: Neighbours,
    ) -> Frame {
        let document = &self.model.evidence.pages[page];
        Frame {
            kind,
            url: self.model.plan.addresses[page].clone(),
            title_html: self.inline(page, &document.title).into_owned(),
            description: self.description_of(page),
            document: Some(page),
            trail: trail.to_owned(),
            neighbours,
            continued: false,
        }
    }

    /// A page with everything but its kind's own part.
    pub(super) fn frame(&self, frame: Frame) -> PageView {
        let document = frame.document.map(|page| &self.model.evidence.pages[page]);
        let updated = document.and_then(|document| document.updated);
        let begun = frame.document.filter(|_| !frame.continued);
        let body = begun.map(|page| &self.model.evidence.pages[page].body);
        let mentioned = begun.map_or(&[][..], |page| &self.model.graph.mentioned_by[page]);
        PageView {
            kind: frame.kind,
            section: frame.url.section().to_owned(),
            title: plain_text(&frame.title_html),
            full_title: String::new(),
            meta_html: String::new(),
            description: frame.description,
            url: self.urls.href(&frame.url),
            canonical: self.urls.absolute(&frame.url),
            breadcrumbs_html: frame.trail,
            toc_html: String::new(),
            neighbours_html: self.neighbours(frame.neighbours),
            tags: document.map_or_else(Vec::new, |document| self.tag_links(&document.tags)),
            updated: self.date(updated),
            updated_iso: updated.map_or_else(String::new, |date| date.to_string()),
            draft: document.is_some_and(|document| document.draft),
            body: String::new(),
            has_body: body.is_some_and(|body| !body.is_empty()),
            extra: document.map_or(serde_json::Value::Null, |document| document.extra.clone()),
            mentioned_by_html: list("links columns", mentioned.iter().map(|page| self.anchor(*page))),
            title_html: frame.title_html,
            home: None,
            report: None,
            coverage: None,
            finding: None,
            topic: None,
            measure: None,
            glossary: None,
            methodology: None,
            rules: None,
            recommendations: None,
            list: None,
        }
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

    fn tag_links(&self, tags: &[String]) -> Vec<Link> {
        let all = &self.model.plan.tags;
        tags.iter()
            .filter_map(|name| {
                let slug = slug::slugify(name);
                let tag = all.binary_search_by(|tag| tag.slug.cmp(&slug)).ok()?;
                let url = self.urls.href(&list_page(&tag_address(&all[tag]), 1));
                Some(Link { title_html: Self::safe(name), url })
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
