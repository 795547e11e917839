//! What a report states in words.

use super::declare::kind;
use super::meaning::{FilledInline, Inline, Maybe, Needed, Plain, Quoted, SomeTexts, Waivers};
use super::reading::entry_id;
use compact_str::CompactString;

kind! {
    /// A qualitative statement of a report.
    "claim"
    pub struct Claim typed RawClaim {
        /// The statement in your own words (inline Markdown).
        text: Needed<FilledInline> => "Nobody knows in full why demand grew.",
        /// The words of the source that it rests on: short and exact, with `…` for what is left out.
        words: Maybe<Quoted> => "does not fully understand what is causing increases in demand",
        /// The word of caution that the report uses, such as `may`; it stands among the `words`.
        hedge: Maybe<Plain> => "may",
        /// Who says it, if not the report as a whole.
        speaker: Maybe<Plain> => "the Department",
        /// Where in the original, such as `paragraph 3`, `page 12` or a heading.
        at: Maybe<Plain> => "paragraph 3",
        /// Ids of topics.
        topics: SomeTexts => "[children-in-care]",
        /// Address where the words were read.
        url: Maybe<Plain> => "https://example.org/summary",
        /// What a reader has to know (inline Markdown).
        caveat: Maybe<Inline> => "Said of 2017-18 alone.",
        /// The record behind this one.
        origin: Maybe<Plain> => "dfe-2018.in-care",
        /// The articles from which alone the claim is known, by the ids of their pages.
        via: SomeTexts => "[lgc-article]",
        /// Waived rules: code and reason.
        allow: Waivers => "{A006: \"the summary has no such word\"}",
    }
    also {
        /// Its id within the report.
        id: CompactString = entry_id,
    }
}
