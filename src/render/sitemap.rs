//! `sitemap.xml`, its parts when it is long, and `robots.txt`, which names it.

use super::Renderer;
use crate::document::escape::escape;
use crate::evidence::date::PartialDate;
use crate::path::{OutputPath, UrlPath};
use crate::plan::sitemap::{MOST, is_listed, part_address, parts_needed};
use crate::plan::{Item, View};

const BEGINNING: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

impl Renderer<'_> {
    /// Every page that is for readers, or the parts in which they are listed.
    pub(super) fn sitemap(&self) -> String {
        let parts = parts_needed(self.listed_pages().count());
        if parts == 0 {
            return self.listing(self.listed_pages());
        }
        let mut xml = format!("{BEGINNING}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
        for number in 1..=parts {
            let address = escape(&self.urls.best(&part_address(number)));
            xml.push_str(&format!("<sitemap><loc>{address}</loc></sitemap>\n"));
        }
        xml.push_str("</sitemapindex>\n");
        xml
    }

    /// One part of a long sitemap.
    pub(super) fn sitemap_part(&self, number: usize) -> String {
        self.listing(self.listed_pages().skip((number - 1) * MOST).take(MOST))
    }

    fn listed_pages(&self) -> impl Iterator<Item = (&OutputPath, &View)> {
        let listed = self.model.plan.items.iter().filter(|(_, item)| is_listed(item));
        listed.filter_map(|(path, item)| if let Item::Page(view) = item { Some((path, view)) } else { None })
    }

    /// Pages with the date of their last revision, where one is given.
    fn listing<'p>(&self, pages: impl Iterator<Item = (&'p OutputPath, &'p View)>) -> String {
        let mut xml = format!("{BEGINNING}<urlset xmlns=\"{NAMESPACE}\">\n");
        for (path, view) in pages {
            let url = path.as_str().strip_suffix("index.html").unwrap_or(path.as_str());
            xml.push_str("<url><loc>");
            xml.push_str(&escape(&self.urls.best(&UrlPath::new(url))));
            xml.push_str("</loc>");
            if let Some(date) = self.revised(*view) {
                xml.push_str(&format!("<lastmod>{date}</lastmod>"));
            }
            xml.push_str("</url>\n");
        }
        xml.push_str("</urlset>\n");
        xml
    }

    fn revised(&self, view: View) -> Option<PartialDate> {
        let evidence = self.model.evidence;
        let page = match view {
            View::Report(report) => evidence.reports[report].page,
            View::Coverage(coverage) => evidence.coverage[coverage].page,
            View::Finding(finding) => evidence.findings[finding].page,
            View::Topic(topic, _) => evidence.topics[topic],
            View::Measure(measure, _) => evidence.measures[measure].page,
            View::Plain(page) => page,
            View::Home
            | View::Glossary
            | View::Methodology
            | View::Rules
            | View::Recommendations(_)
            | View::Pages(_)
            | View::List(..)
            | View::Tags
            | View::Tag(..)
            | View::NotFound => return None,
        };
        evidence.pages[page].updated
    }

    pub(super) fn robots(&self) -> String {
        let sitemap = self.urls.absolute(&UrlPath::new("/sitemap.xml"));
        let line = if sitemap.is_empty() { String::new() } else { format!("\nSitemap: {sitemap}\n") };
        format!("User-agent: *\nDisallow:\n{line}")
    }
}
