//! The sections that the program adds to a page below its author's text: the id of each, and its heading.
//!
//! They are declared here and nowhere else. The bundled templates are held to them by a test, jump lists and tables of contents
//! take them, and no heading of an author's may have the id of one.

use super::kind::DocumentKind;

/// A section of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSection {
    /// The id of its heading.
    pub id: &'static str,
    /// The key of its heading in the table of words; empty where the record says it.
    pub word: &'static str,
    /// The id of the table in it, if it has one.
    pub table: Option<&'static str>,
}

const fn section(id: &'static str, word: &'static str) -> PageSection {
    PageSection { id, word, table: None }
}

const fn table(id: &'static str, word: &'static str, table: &'static str) -> PageSection {
    PageSection { id, word, table: Some(table) }
}

/// The part of every page that its author's text stands in.
pub const MAIN: &str = "page-main";

/// Sections that any page may have.
pub const OF_ANY_PAGE: &[PageSection] =
    &[section("section-toc", "on_this_page"), section("section-mentioned", "mentioned_by")];

/// Sections of the home page.
pub const OF_HOME: &[PageSection] = &[
    section("section-leading", "home_findings"),
    section("section-counts", "home_counts"),
    section("section-reports", "home_reports"),
    section("section-topics", "home_topics"),
];

/// Sections of a report, in the order of its page.
pub const OF_REPORT: &[PageSection; 5] = &[
    table("section-statistics", "statistics", "statistics-table"),
    section("section-claims", "claims"),
    section("section-recommendations", "recommendations"),
    section("section-coverage", "report_coverage"),
    section("section-findings", "report_findings"),
];

/// Sections of coverage.
pub const OF_COVERAGE: &[PageSection] = &[table("section-tellings", "tellings_heading", "tellings")];

/// Sections of a finding. Evidence comes first, by how it bears on the finding.
pub const OF_FINDING: &[PageSection] = &[
    table("section-supports", "", "evidence-supports"),
    table("section-disputes", "", "evidence-disputes"),
    table("section-qualifies", "", "evidence-qualifies"),
    table("section-derived", "derived_heading", "derived"),
    section("section-disagreements", "disagreements"),
    section("section-related", "related_findings"),
    section("section-cite", "cite_heading"),
];

/// Sections of a topic.
pub const OF_TOPIC: &[PageSection] = &[
    section("section-findings", "topic_findings"),
    section("section-reports", "topic_reports"),
    section("section-measures", "topic_measures"),
];

/// Sections of a measure.
pub const OF_MEASURE: &[PageSection] = &[table("section-values", "measure_values", "values")];

/// Sections of the methodology, in the order of its page.
pub const OF_METHODOLOGY: &[PageSection; 4] = &[
    section("section-counts", "method_counts"),
    section("section-verified", "method_verified"),
    table("section-waivers", "method_waivers", "waivers"),
    table("section-rules", "method_rules", "rules"),
];

/// The section of a finding that holds the evidence of this bearing.
#[must_use]
pub fn of_evidence(bearing: &str) -> Option<&'static PageSection> {
    OF_FINDING.iter().find(|section| section.id.strip_prefix("section-") == Some(bearing))
}

/// The sections that pages of this kind may have beside those of any page.
#[must_use]
pub fn of_kind(kind: DocumentKind) -> &'static [PageSection] {
    match kind {
        DocumentKind::Home => OF_HOME,
        DocumentKind::Report => OF_REPORT,
        DocumentKind::Coverage => OF_COVERAGE,
        DocumentKind::Finding => OF_FINDING,
        DocumentKind::Topic => OF_TOPIC,
        DocumentKind::Measure => OF_MEASURE,
        DocumentKind::Methodology => OF_METHODOLOGY,
        DocumentKind::Glossary | DocumentKind::Introduction | DocumentKind::Page => &[],
    }
}

/// Whether the bundled templates may give this id to something on a page of this kind.
#[must_use]
pub fn has_id(kind: DocumentKind, id: &str) -> bool {
    // A table's heading stands apart from it.
    let of_caption = id.strip_suffix("-caption").unwrap_or(id);
    let sections = OF_ANY_PAGE.iter().chain(of_kind(kind));
    let mut ids = sections.flat_map(|section| [Some(section.id), section.table]);
    id == MAIN || ids.any(|known| known == Some(of_caption))
}

#[cfg(test)]
mod tests {
    use super::{DocumentKind, MAIN, OF_ANY_PAGE, has_id, of_kind};
    use crate::path::SourcePath;
    use crate::source::SourceTree;
    use std::collections::BTreeSet;

    /// The template of each kind of page with sections of its own.
    const TEMPLATES: [(DocumentKind, &str); 7] = [
        (DocumentKind::Home, "home.html"),
        (DocumentKind::Report, "report.html"),
        (DocumentKind::Coverage, "coverage.html"),
        (DocumentKind::Finding, "finding.html"),
        (DocumentKind::Topic, "topic.html"),
        (DocumentKind::Measure, "measure.html"),
        (DocumentKind::Methodology, "methodology.html"),
    ];

    /// The ids that stand in a template as they are.
    fn written(template: &str) -> BTreeSet<String> {
        let path = SourcePath::new(&["templates/", template].concat());
        let text = SourceTree::in_memory([]).text(&path).expect("it is bundled");
        let ids = text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        ids.filter(|id| !id.contains("{{")).map(str::to_owned).collect()
    }

    #[test]
    fn the_bundled_templates_have_the_sections_that_are_declared_and_no_others() {
        for (kind, template) in TEMPLATES {
            let found = written(template);
            for section in of_kind(kind).iter().filter(|section| !section.word.is_empty()) {
                assert!(found.contains(section.id), "{template} lacks `{}`", section.id);
            }
            assert!(found.iter().all(|id| has_id(kind, id)), "{template} has others: {found:?}");
        }
        let shared: BTreeSet<String> =
            ["base.html", "parts/toc.html", "parts/page_foot.html"].into_iter().flat_map(written).collect();
        let declared = OF_ANY_PAGE.iter().map(|section| section.id).chain([MAIN]).map(str::to_owned);
        assert_eq!(shared, declared.collect());
    }

    #[test]
    fn ids_are_those_of_sections_tables_and_their_headings() {
        let report = DocumentKind::Report;
        for id in
            ["page-main", "section-toc", "section-claims", "statistics-table", "statistics-table-caption"]
        {
            assert!(has_id(report, id), "{id}");
        }
        assert!(!has_id(report, "section-tellings") && !has_id(DocumentKind::Page, "section-claims"));
    }
}
