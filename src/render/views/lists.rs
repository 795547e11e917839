//! The home page, and lists of pages.

use super::page::{Frame, RenderedPage};
use crate::document::escape::escape;
use crate::document::kind::DocumentKind;
use crate::path::UrlPath;
use crate::plan::{ListSection, list_page, pages_needed, tag_address};
use crate::render::Renderer;
use crate::render::trails::crumb;
use crate::render::view::{Card, Crumb, HomeView, Html, KindView, ListView, SharedView};

impl Renderer<'_> {
    pub(super) fn home(&self) -> RenderedPage<'_> {
        let document = self.model.evidence.page_of_kind(DocumentKind::Home);
        let config = self.model.config;
        let frame = match document {
            Some(page) => self.document_frame(page, Vec::new(), (None, None)),
            None => Frame {
                url: UrlPath::new("/"),
                title_html: Html(escape(&config.title).into()),
                description: config.description.clone(),
                document: None,
                trail: Vec::new(),
                neighbours: (None, None),
                continued: false,
            },
        };
        let mut page = self.frame(frame);
        page.view.mentioned_by.clear();
        page.with(KindView::Home(self.home_view()))
    }

    /// Findings that lead; without any, the first ones. Long lists are only begun here.
    fn home_view(&self) -> HomeView<'_> {
        const MOST: usize = 12;
        let orders = &self.model.graph.orders;
        let findings = &self.model.evidence.findings;
        let leads: Vec<usize> =
            orders.findings.iter().copied().filter(|finding| findings[*finding].lead).collect();
        let leading = if leads.is_empty() { &orders.findings } else { &leads };
        HomeView {
            leading: leading.iter().take(MOST).map(|finding| self.finding_card(*finding)).collect(),
            reports: orders.reports.iter().take(MOST).map(|report| self.report_card(*report)).collect(),
            topics: orders.topics.iter().map(|topic| self.topic_card(*topic)).collect(),
        }
    }

    /// The frame of a page that the program makes without a document.
    pub(super) fn made_frame(&self, url: UrlPath, words: &str) -> Frame<'_> {
        Frame {
            url,
            title_html: Html(escape(self.words.get(&format!("{words}_title"))).into()),
            description: self.words.get(&format!("{words}_description")).to_owned(),
            document: None,
            trail: self.trails.home(),
            neighbours: (None, None),
            continued: false,
        }
    }

    pub(super) fn list_page(&self, section: ListSection, number: usize) -> RenderedPage<'_> {
        let records = section.records(self.model.graph);
        let cards = self.slice(records, number).iter().map(|record| self.section_card(section, *record));
        let frame = match self.introduction(section) {
            Some(page) => self.document_frame(page, self.trails.home(), (None, None)),
            None => Frame {
                title_html: Html(escape(self.words.get(&format!("section_{}", section.key()))).into()),
                description: self.words.get(&format!("list_description_{}", section.key())).to_owned(),
                ..self.list_frame(section.address(), "")
            },
        };
        let list = ListView { of: section.key(), cards: cards.collect(), total: records.len() };
        self.listed(frame, &section.address(), number, list)
    }

    fn section_card(&self, section: ListSection, record: usize) -> SharedView<Card<'_>> {
        match section {
            ListSection::Findings => self.finding_card(record),
            ListSection::Reports => self.report_card(record),
            ListSection::Coverage => self.coverage_card(record),
            ListSection::Topics => self.topic_card(record),
            ListSection::Measures => self.measure_card(record),
        }
    }

    /// `index.md` in the folder of a section.
    fn introduction(&self, section: ListSection) -> Option<usize> {
        let path = crate::path::SourcePath::new(&format!("content/{}/index.md", section.key()));
        self.model.index.pages.get(&path).copied()
    }

    pub(super) fn tags_page(&self) -> RenderedPage<'_> {
        let tags = &self.model.plan.tags;
        let cards = tags.iter().map(|tag| {
            SharedView::of(&Card {
                title_html: Html(escape(&tag.name).into()),
                url: self.urls.href(&tag_address(tag)).into(),
                summary: "",
                meta: tag.pages.len().to_string().into(),
                certainty: "",
                number: None,
            })
        });
        let list = ListView { of: "tags", cards: cards.collect(), total: tags.len() };
        let frame = self.list_frame(UrlPath::new("/tags/"), self.words.get("section_tags"));
        self.frame(frame).with(KindView::List(list))
    }

    pub(super) fn tag_page(&self, tag: usize, number: usize) -> RenderedPage<'_> {
        let tag = &self.model.plan.tags[tag];
        let cards = self.slice(&tag.pages, number).iter().map(|page| self.page_card(*page));
        let address = tag_address(tag);
        let mut frame = self.list_frame(address.clone(), &self.words.fill("tagged", &[("tag", &tag.name)]));
        frame.trail.push(self.all_tags());
        let list = ListView { of: "tag", cards: cards.collect(), total: tag.pages.len() };
        self.listed(frame, &address, number, list)
    }

    fn all_tags(&self) -> SharedView<Crumb> {
        crumb(self.words.get("section_tags"), &UrlPath::new("/tags/"), self.urls)
    }

    pub(super) fn pages_page(&self, number: usize) -> RenderedPage<'_> {
        let pages = &self.furniture.plain_pages;
        let cards = self.slice(pages, number).iter().map(|page| self.page_card(*page));
        let address = self.model.plan.plain_list.clone().expect("the plan has such a list");
        let frame = Frame {
            description: self.words.get("list_description_pages").to_owned(),
            ..self.list_frame(address.clone(), self.words.get("section_pages"))
        };
        let list = ListView { of: "pages", cards: cards.collect(), total: pages.len() };
        self.listed(frame, &address, number, list)
    }

    /// The frame of a list that no document introduces, as it is for tags.
    fn list_frame(&self, url: UrlPath, title: &str) -> Frame<'_> {
        Frame {
            url,
            title_html: Html(escape(title).into()),
            description: self.words.get("list_description_tags").to_owned(),
            document: None,
            trail: self.trails.home(),
            neighbours: (None, None),
            continued: false,
        }
    }

    fn listed<'l>(
        &'l self,
        frame: Frame<'l>,
        first: &UrlPath,
        number: usize,
        list: ListView<'l>,
    ) -> RenderedPage<'l> {
        let pages = pages_needed(list.total, self.model.config.page_size);
        let mut page = self.numbered(frame, first, number, pages);
        page.view.mentioned_by.clear();
        page.with(KindView::List(list))
    }

    /// Page 2 and on of a list has an address and a title of its own, and no introduction.
    pub(super) fn numbered<'l>(
        &'l self,
        frame: Frame<'l>,
        first: &UrlPath,
        number: usize,
        total: usize,
    ) -> RenderedPage<'l> {
        let mut page = self.frame(Frame { continued: number > 1, ..frame });
        page.view.pager = self.pager(first, number, total);
        if number > 1 {
            let url = list_page(first, number);
            page.view.url = self.urls.href(&url);
            page.view.canonical = self.urls.absolute(&url);
            let blanks = [("current", &*number.to_string()), ("total", &*total.to_string())];
            page.view.title = format!("{}, {}", page.view.title, self.words.fill("page_of", &blanks));
        }
        page
    }
}
