//! The home page, and lists of pages.

use super::cards::{Card, link_to};
use super::page::Frame;
use crate::document::kind::DocumentKind;
use crate::path::UrlPath;
use crate::plan::{Section, list_page, pages_needed, tag_address};
use crate::render::Renderer;
use crate::render::trails::step;
use crate::render::view::{HomeView, ListView, PageView};

impl Renderer<'_> {
    pub(super) fn home(&self) -> (&'static str, PageView, Option<usize>) {
        let document = self.model.evidence.page_of_kind(DocumentKind::Home);
        let config = self.model.config;
        let frame = match document {
            Some(page) => self.document_frame("home", page, "", (None, None)),
            None => Frame {
                kind: "home",
                url: UrlPath::new("/"),
                title_html: Self::safe(&config.title),
                description: config.description.clone(),
                document: None,
                trail: String::new(),
                neighbours: (None, None),
                continued: false,
            },
        };
        let mut page = self.frame(frame);
        page.mentioned_by_html.clear();
        page.home = Some(self.home_view());
        ("home.html", page, document)
    }

    /// Findings that lead; without any, the first ones. Long lists are only begun here.
    fn home_view(&self) -> HomeView {
        const MOST: usize = 12;
        let orders = &self.model.graph.orders;
        let findings = &self.model.evidence.findings;
        let leads: Vec<usize> =
            orders.findings.iter().copied().filter(|finding| findings[*finding].lead).collect();
        let leading = if leads.is_empty() { &orders.findings } else { &leads };
        HomeView {
            leading_html: self.finding_cards(&leading[..leading.len().min(MOST)]),
            reports_html: self.cards(
                orders.reports.iter().take(MOST).map(|report| self.report_card(*report)),
                3,
                "",
            ),
            topics_html: self.cards(orders.topics.iter().map(|topic| self.topic_card(*topic)), 3, ""),
        }
    }

    /// The frame of a page that the program makes without a document.
    pub(super) fn made_frame(&self, kind: &'static str, url: UrlPath, words: &str) -> Frame {
        Frame {
            kind,
            url,
            title_html: Self::safe(self.words.get(&format!("{words}_title"))),
            description: self.words.get(&format!("{words}_description")).to_owned(),
            document: None,
            trail: self.trails.home().to_owned(),
            neighbours: (None, None),
            continued: false,
        }
    }

    pub(super) fn list_page(
        &self,
        section: Section,
        number: usize,
    ) -> (&'static str, PageView, Option<usize>) {
        let records = section.records(self.model.graph);
        let layout = if section == Section::Findings { "findings" } else { "" };
        let records_here = self.slice(records, number).iter();
        let cards = self.cards(records_here.map(|record| self.section_card(section, *record)), 2, layout);
        let introduction = self.introduction(section);
        let frame = match introduction {
            Some(page) => self.document_frame("list", page, self.trails.home(), (None, None)),
            None => Frame {
                kind: "list",
                url: section.address(),
                title_html: Self::safe(self.words.get(&format!("section_{}", section.key()))),
                description: self.words.get(&format!("list_description_{}", section.key())).to_owned(),
                document: None,
                trail: self.trails.home().to_owned(),
                neighbours: (None, None),
                continued: false,
            },
        };
        let page = self.listed(frame, &section.address(), number, records.len(), cards);
        ("list.html", page, introduction)
    }

    fn section_card(&self, section: Section, record: usize) -> Card<'_> {
        match section {
            Section::Findings => self.finding_card(record),
            Section::Reports => self.report_card(record),
            Section::Coverage => self.coverage_card(record),
            Section::Topics => self.topic_card(record),
            Section::Measures => self.measure_card(record),
        }
    }

    /// `index.md` in the folder of a section.
    fn introduction(&self, section: Section) -> Option<usize> {
        let path = crate::path::SourcePath::new(&format!("content/{}/index.md", section.key()));
        self.model.index.pages.get(&path).copied()
    }

    pub(super) fn tags_page(&self) -> (&'static str, PageView, Option<usize>) {
        let tags = &self.model.plan.tags;
        let items = tags.iter().map(|tag| Card {
            link: link_to(&self.urls.href(&tag_address(tag)), &Self::safe(&tag.name)).into(),
            summary: "",
            meta: tag.pages.len().to_string().into(),
            certainty: "",
            number: None,
        });
        let mut page = self.frame(self.tags_frame(
            UrlPath::new("/tags/"),
            self.words.get("section_tags"),
            self.trails.home().to_owned(),
        ));
        page.list = Some(ListView {
            total: tags.len(),
            items_html: self.cards(items, 2, ""),
            pager_html: String::new(),
        });
        ("list.html", page, None)
    }

    pub(super) fn tag_page(&self, tag: usize, number: usize) -> (&'static str, PageView, Option<usize>) {
        let tag = &self.model.plan.tags[tag];
        let cards =
            self.cards(self.slice(&tag.pages, number).iter().map(|page| self.page_card(*page)), 2, "");
        let title = self.words.fill("tagged", &[("tag", &tag.name)]);
        let all = step(self.words.get("section_tags"), &UrlPath::new("/tags/"), self.urls);
        let trail = [self.trails.home(), &all].concat();
        let address = tag_address(tag);
        let frame = self.tags_frame(address.clone(), &title, trail);
        let page = self.listed(frame, &address, number, tag.pages.len(), cards);
        ("list.html", page, None)
    }

    pub(super) fn pages_page(&self, number: usize) -> (&'static str, PageView, Option<usize>) {
        let pages = &self.furniture.plain_pages;
        let cards = self.cards(self.slice(pages, number).iter().map(|page| self.page_card(*page)), 2, "");
        let address = self.model.plan.plain_list.clone().expect("the plan has such a list");
        let frame = Frame {
            description: self.words.get("list_description_pages").to_owned(),
            ..self.tags_frame(address.clone(), self.words.get("section_pages"), self.trails.home().to_owned())
        };
        ("list.html", self.listed(frame, &address, number, pages.len(), cards), None)
    }

    fn tags_frame(&self, url: UrlPath, title: &str, trail: String) -> Frame {
        Frame {
            kind: "list",
            url,
            title_html: Self::safe(title),
            description: self.words.get("list_description_tags").to_owned(),
            document: None,
            trail,
            neighbours: (None, None),
            continued: false,
        }
    }

    fn listed(
        &self,
        frame: Frame,
        first: &UrlPath,
        number: usize,
        total: usize,
        items_html: String,
    ) -> PageView {
        let pages = pages_needed(total, self.model.config.page_size);
        let mut page = self.numbered(frame, first, number, pages);
        page.mentioned_by_html.clear();
        page.list = Some(ListView { items_html, pager_html: self.pager(first, number, pages), total });
        page
    }

    /// Page 2 and on of a list has an address and a title of its own, and no introduction.
    pub(super) fn numbered(&self, frame: Frame, first: &UrlPath, number: usize, total: usize) -> PageView {
        let mut page = self.frame(Frame { continued: number > 1, ..frame });
        if number > 1 {
            let url = list_page(first, number);
            page.url = self.urls.href(&url);
            page.canonical = self.urls.absolute(&url);
            let blanks = [("current", &*number.to_string()), ("total", &*total.to_string())];
            page.title = format!("{}, {}", page.title, self.words.fill("page_of", &blanks));
        }
        page
    }
}
