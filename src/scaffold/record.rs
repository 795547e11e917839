//! The first text of a new record: what is known of it, and a hint of what to write.

use super::draft::{Draft, FileText};

/// What is known of a new report.
#[derive(Debug, Clone, Default)]
pub struct NewReport {
    /// Its kind, one of those that the decoder takes.
    pub kind: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub published: Option<String>,
    /// Ids of topics.
    pub topics: Vec<String>,
    /// Ids of measures that it has a figure of.
    pub measures: Vec<String>,
}

/// The text of a report.
#[must_use]
pub fn report(title: &str, new: &NewReport) -> FileText {
    let mut draft = Draft::default();
    draft.needed("kind", new.kind.as_deref(), "review");
    draft.needed("publisher", new.publisher.as_deref(), "Who published it");
    draft.needed("published", new.published.as_deref(), "2000-01");
    draft.ids("topics", &new.topics);
    if !new.measures.is_empty() {
        draft.lines("statistics:\n");
        draft.lacks("statistics");
    }
    for measure in &new.measures {
        draft.lines(&format!(
            "  {measure}:\n    label: What is counted # replace\n    measure: {measure}\n    value: \"0\" # replace\n"
        ));
    }
    draft.finish(
        title,
        "What the report says, in your own words. Type its figures under `statistics:`, and bind each number here to \
         one of\nthem, such as `[64%](stat:below-good)`.",
    )
}

/// What is known of a new piece of coverage.
#[derive(Debug, Clone, Default)]
pub struct NewCoverage {
    /// What it is.
    pub kind: String,
    /// Ids of the reports it is about.
    pub reports: Vec<String>,
    /// Where it appeared.
    pub outlet: Option<String>,
    /// When.
    pub published: Option<String>,
}

/// The text of coverage.
#[must_use]
pub fn coverage(title: &str, new: &NewCoverage) -> FileText {
    let mut draft = Draft::default();
    draft.text("kind", &new.kind);
    draft.ids("reports_on", &new.reports);
    for (key, text) in [("outlet", &new.outlet), ("published", &new.published)] {
        if let Some(text) = text {
            draft.text(key, text);
        }
    }
    draft.finish(
        title,
        "How the report is told. List under `tells:` what is said of which figure, such as\n\
         `- {statistic: report.figure, as: two thirds, at: headline}`.",
    )
}

/// What is known of a new finding.
#[derive(Debug, Clone, Default)]
pub struct NewFinding {
    /// How certain it is.
    pub certainty: Option<String>,
    /// Why.
    pub because: Option<String>,
    /// Ids of topics.
    pub topics: Vec<String>,
    /// Figures and claims that support it.
    pub supports: Vec<String>,
}

/// The text of a finding.
#[must_use]
pub fn finding(title: &str, new: &NewFinding) -> FileText {
    let mut draft = Draft::default();
    draft.needed("certainty", new.certainty.as_deref(), "very low");
    draft.needed("because", new.because.as_deref(), "Why it is that certain");
    draft.ids("topics", &new.topics);
    if new.supports.is_empty() {
        draft.lines("# replace: what it rests on\n# evidence:\n#   - {supports: report.figure}\n");
        draft.lacks("evidence");
    } else {
        draft.lines("evidence:\n");
    }
    for reference in &new.supports {
        draft.lines(&format!("  - {{supports: {reference}}}\n"));
    }
    draft.finish(
        title,
        "What follows from the evidence. Bind each number to its figure, such as `[64%](stat:report.figure)`.",
    )
}

/// What is known of a new measure.
#[derive(Debug, Clone, Default)]
pub struct NewMeasure {
    /// Its kind, one of those that the decoder takes.
    pub kind: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// Id of its denominator.
    pub of: Option<String>,
    /// Ids of topics.
    pub topics: Vec<String>,
}

/// The text of a measure.
#[must_use]
pub fn measure(title: &str, new: &NewMeasure) -> FileText {
    let mut draft = Draft::default();
    draft.needed("kind", new.kind.as_deref(), "stock");
    draft.needed("unit", new.unit.as_deref(), "things");
    if let Some(of) = &new.of {
        draft.text("of", of);
    }
    draft.ids("topics", &new.topics);
    draft.finish(title, "What is counted, by whom, and what is left out.")
}

/// The text of a topic.
#[must_use]
pub fn topic(title: &str) -> FileText {
    Draft::default().finish(title, "What belongs to this topic, in a sentence or two.")
}

/// The text of a plain page.
#[must_use]
pub fn page(title: &str) -> FileText {
    Draft::default().finish(title, "What you want to say.")
}
