//! What a report recommends.

use super::declare::kind;
use super::meaning::{FilledInline, Inline, Maybe, Needed, Plain, SomeTexts};
use super::reading::entry_id;
use compact_str::CompactString;

kind! {
    /// A recommendation of a report.
    "recommendation"
    pub struct Recommendation typed RawRecommendation {
        /// The recommendation in your own words (inline Markdown).
        text: Needed<FilledInline> => "Review how the money is shared out.",
        /// Whom it is addressed to.
        to: Maybe<Plain> => "government",
        /// Where in the original, such as `paragraph 3`, `page 12` or a heading.
        at: Maybe<Plain> => "page 12",
        /// Ids of topics.
        topics: SomeTexts => "[funding]",
        /// Who makes it, if not the report as a whole.
        speaker: Maybe<Plain> => "the committee's chair",
        /// The articles from which alone it is known, by the ids of their pages.
        via: SomeTexts => "[lgc-article]",
        /// A remark (inline Markdown).
        note: Maybe<Inline> => "The second of twelve.",
    }
    also {
        /// Its id within the report.
        id: CompactString = entry_id,
    }
}
