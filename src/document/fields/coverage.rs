//! The front matter of coverage, and what it tells.

use super::page::page_record;
use crate::schema::{Texts, record};

page_record! {
    /// How somebody told one or more reports.
    "coverage"
    pub struct RawCoverage {
        /// What it is, such as `news article`.
        kind: String,
        /// Ids of the reports it is about.
        reports_on: Texts,
        /// Whom it names as the publisher.
        credits: Option<String>,
        /// Why the credit differs from the report's publisher (inline Markdown).
        credits_note: Option<String>,
        /// Who wrote it.
        author: Option<String>,
        /// Where it appeared.
        outlet: Option<String>,
        /// Date of publication.
        published: Option<String>,
        /// Its address.
        url: Option<String>,
        /// The file in your archive that holds its text, such as `article.txt`, for `verify`.
        snapshot: Option<String>,
        /// The first words of the headline there, where the text of a website stands before it.
        snapshot_begins: Option<String>,
        /// What it said.
        tells: Option<Vec<RawTelling>>,
    }
}

record! {
    /// One thing that an article says.
    "telling"
    pub struct RawTelling {
        /// The statistic it tells.
        statistic: Option<String>,
        /// The claim it tells.
        claim: Option<String>,
        /// The recommendation it tells.
        recommendation: Option<String>,
        /// Words it quotes.
        quote: Option<String>,
        /// Something it says that no report record holds.
        tells: Option<String>,
        /// The words or figure it uses.
        told_as = "as": Option<String>,
        /// Where in the article, such as `headline` or `paragraph 3`.
        at: Option<String>,
        /// The denominator it gives.
        of: Option<String>,
        /// What it says that a ratio or multiple is relative to.
        relative_to: Option<String>,
        /// The population it gives.
        population: Option<String>,
        /// Whom it names as the speaker of a quotation.
        speaker: Option<String>,
        /// Whether the speaker said it to the article, and not in the report.
        interviewed: Option<bool>,
        /// In two or three words how it differs from the report.
        differs: Option<String>,
        /// A remark (inline Markdown).
        note: Option<String>,
    }
}
