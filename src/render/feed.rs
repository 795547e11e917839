//! Files for machines that follow a site: the Atom feed, the sitemap, the rules for robots.

use super::Renderer;
use crate::document::escape::{escape, plain_text};
use crate::evidence::date::PartialDate;
use crate::path::UrlPath;

/// How many entries the feed has.
const ENTRIES: usize = 50;

impl Renderer<'_> {
    /// Findings and reports that carry a date, the newest first.
    pub(super) fn feed(&self) -> String {
        let config = self.model.config;
        let entries = self.dated_pages();
        let updated = entries
            .first()
            .map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |(date, _)| date.first_moment());
        let home = self.urls.best(&UrlPath::new("/"));
        let own = self.urls.best(&UrlPath::new("/feed.xml"));
        let author = if config.authors.is_empty() { config.title.clone() } else { config.authors.join(", ") };
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{}</id>\n<link rel=\"self\" href=\"{}\"/>\n<link href=\"{}\"/>\n<updated>{updated}</updated>\n<author><name>{}</name></author>\n",
            escape(&config.language),
            escape(&config.title),
            escape(&home),
            escape(&own),
            escape(&home),
            escape(&author),
        );
        for (date, page) in entries {
            let url = escape(&self.urls.best(&self.model.plan.addresses[page]));
            xml.push_str(&format!(
                "<entry>\n<title>{}</title>\n<id>{url}</id>\n<link href=\"{url}\"/>\n<updated>{}</updated>\n<summary>{}</summary>\n</entry>\n",
                escape(&plain_text(self.title(page))),
                date.first_moment(),
                escape(&self.description_of(page)),
            ));
        }
        xml.push_str("</feed>\n");
        xml
    }

    fn dated_pages(&self) -> Vec<(PartialDate, usize)> {
        let evidence = self.model.evidence;
        let reports = evidence.reports.iter().map(|report| (report.page, report.published));
        let coverage = evidence.coverage.iter().map(|coverage| (coverage.page, coverage.published));
        let findings = evidence.findings.iter().map(|finding| (finding.page, None));
        let mut dated: Vec<(PartialDate, usize)> = reports
            .chain(coverage)
            .chain(findings)
            .filter_map(|(page, published)| Some((evidence.pages[page].updated.or(published)?, page)))
            .collect();
        dated.sort_by(|(one, page), (other, other_page)| other.cmp(one).then(page.cmp(other_page)));
        dated.truncate(ENTRIES);
        dated
    }
}
