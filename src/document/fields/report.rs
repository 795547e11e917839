//! The front matter of a report: its statistics, claims and recommendations.

use super::page::page_record;
use crate::schema::{Entries, Texts, record};
use compact_str::CompactString;

page_record! {
    /// A primary publication.
    "report"
    pub struct RawReport {
        /// Another name that readers know it by.
        known_as: Option<String>,
        /// review, inquiry, audit, official statistics, committee report, survey or research.
        kind: String,
        /// Who published it.
        publisher: String,
        /// Who wrote it.
        authors: Option<Texts>,
        /// The body that supported the inquiry.
        secretariat: Option<String>,
        /// Whom it is about, where that is a body.
        subject: Option<String>,
        /// Date of publication, such as `2019-01`.
        published: String,
        /// The area its figures are about.
        geography: Option<String>,
        /// What `2016-17` means in it where no measure says so: financial, academic or calendar.
        year: Option<String>,
        /// Address of the original.
        url: Option<String>,
        /// The file in your archive that holds its text, such as `article.txt`, for `verify`.
        snapshot: Option<String>,
        /// The first words of the headline there, where the text of a website stands before it.
        snapshot_begins: Option<String>,
        /// Ids of topics.
        topics: Option<Texts>,
        /// Figures by id.
        statistics: Option<Entries<RawStatistic>>,
        /// Qualitative statements by id.
        claims: Option<Entries<RawClaim>>,
        /// Recommendations by id.
        recommendations: Option<Entries<RawRecommendation>>,
    }
}

record! {
    /// A figure of a report.
    "statistic"
    pub struct RawStatistic {
        /// What is counted or measured (inline Markdown).
        label: CompactString,
        /// Id of the measure.
        measure: Option<CompactString>,
        /// The value as printed, such as `£4.2 billion` or `over 29%`.
        value: CompactString,
        /// When, such as `2017-18`, `March 2017`, `at 31 March 2017` or `2010-11..2017-18`.
        period: Option<CompactString>,
        /// Where in the original, such as `paragraph 3`, `page 12` or a heading.
        at: Option<CompactString>,
        /// The two ends of a change: statistics or periods.
        change: Option<RawChange>,
        /// The statistics that make it up.
        total: Option<RawTotal>,
        /// Statistics of which none is higher.
        highest_of: Option<Texts>,
        /// Statistics of which none is lower.
        lowest_of: Option<Texts>,
        /// What a ratio or multiple is relative to.
        relative_to: Option<CompactString>,
        /// The record behind this one, where the report only passes it on.
        origin: Option<CompactString>,
        /// The articles from which alone the figure is known, by the ids of their pages.
        via: Option<Texts>,
        /// Who or what is counted.
        population: Option<CompactString>,
        /// The denominator of a share.
        of: Option<CompactString>,
        /// Number of cases behind the figure.
        n: Option<CompactString>,
        /// The category of a share, such as `neglect`.
        category: Option<CompactString>,
        /// What an extreme is the end of, such as `local authorities`.
        across: Option<CompactString>,
        /// up or down.
        direction: Option<CompactString>,
        /// Another precision than the printed form has, such as `10` or `exact`.
        precision: Option<CompactString>,
        /// Official-statistics marker, such as `[r]`.
        marker: Option<CompactString>,
        /// What a reader has to know before using the figure (inline Markdown).
        caveat: Option<CompactString>,
        /// Relations to other statistics.
        relations: Option<Vec<RawRelation>>,
        /// The statistic that revised this one.
        revised_by: Option<CompactString>,
        /// The area, if it is not the report's.
        geography: Option<CompactString>,
        /// Address where the figure was checked.
        url: Option<CompactString>,
        /// Waived rules: code and reason.
        allow: Option<Entries<String>>,
    }
}

record! {
    /// The two ends of a change.
    "change"
    pub struct RawChange {
        /// Where it starts: a statistic of this report, or a period.
        from: CompactString,
        /// Where it ends: a statistic of this report, or a period.
        to: CompactString,
    }
}

record! {
    /// The statistics whose sum a figure is.
    "total"
    pub struct RawTotal {
        /// What is added up.
        of: Texts,
        /// What is taken off again.
        minus: Option<Texts>,
    }
}

record! {
    /// A typed relation to another statistic.
    "relation"
    pub struct RawRelation {
        /// The statistic that this one brings up to date.
        updates: Option<String>,
        /// The statistic that this one corrects.
        corrects: Option<String>,
        /// The statistic that this one repeats.
        same_as = "same-as": Option<String>,
        /// The statistic that this one differs from.
        differs: Option<String>,
        /// Why (inline Markdown).
        note: Option<String>,
    }
}

record! {
    /// A qualitative statement of a report.
    "claim"
    pub struct RawClaim {
        /// The statement in your own words (inline Markdown).
        text: String,
        /// The words of the source that it rests on: short and exact, with `…` for what is left out.
        words: Option<String>,
        /// The word of caution that the report uses, such as `may`; it stands among the `words`.
        hedge: Option<String>,
        /// Who says it, if not the report as a whole.
        speaker: Option<String>,
        /// Where in the original, such as `paragraph 3`, `page 12` or a heading.
        at: Option<String>,
        /// Ids of topics.
        topics: Option<Texts>,
        /// Address where the words were read.
        url: Option<String>,
        /// What a reader has to know (inline Markdown).
        caveat: Option<String>,
        /// The record behind this one.
        origin: Option<String>,
        /// The articles from which alone the claim is known, by the ids of their pages.
        via: Option<Texts>,
        /// Waived rules: code and reason.
        allow: Option<Entries<String>>,
    }
}

record! {
    /// A recommendation of a report.
    "recommendation"
    pub struct RawRecommendation {
        /// The recommendation in your own words (inline Markdown).
        text: String,
        /// Whom it is addressed to.
        to: Option<String>,
        /// Where in the original, such as `paragraph 3`, `page 12` or a heading.
        at: Option<String>,
        /// Ids of topics.
        topics: Option<Texts>,
        /// Who makes it, if not the report as a whole.
        speaker: Option<String>,
        /// The articles from which alone it is known, by the ids of their pages.
        via: Option<Texts>,
        /// A remark (inline Markdown).
        note: Option<String>,
    }
}
