//! What every page has, and the pages that have nothing else.

use super::Reading;
use super::declare::kind;
use crate::config::Language;
use crate::diagnostic::Trail;
use crate::document::kind::DocumentKind;
use crate::document::prose::Prose;
use crate::path::SourcePath;

/// An old address of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The address as typed.
    pub address: String,
    /// Its place in the list of aliases.
    pub place: usize,
}

/// Hands the fields that every page has to another macro, before what else it is given.
macro_rules! with_page_fields {
    ($then:ident! { $($rest:tt)* }) => {
        $then! {
            page {
                /// Title (inline Markdown).
                title: $crate::evidence::record::meaning::Needed<$crate::evidence::record::meaning::FilledInline>
                    => "Fewer beds, more nights",
                /// One or two plain sentences for search engines and link previews.
                description: $crate::evidence::record::meaning::Maybe<$crate::evidence::record::meaning::Plain>
                    => "What the audit of 2019 counted.",
                /// Id, if it is not to be the file's name.
                id: $crate::evidence::record::meaning::OwnId => "beds-2019",
                /// Old addresses of this page, such as `/old/page/`; each becomes a redirect.
                aliases: $crate::evidence::record::meaning::Aliases => "[/old/page/]",
                /// `true` leaves the page out unless `--drafts` is given.
                draft: $crate::evidence::record::meaning::Flag => "true",
                /// Tags.
                tags: $crate::evidence::record::meaning::SomeTexts => "[beds, winter]",
                /// Language of the page, if it is not the site's: a tag such as `de` or `en-GB`.
                lang: $crate::evidence::record::meaning::LanguageTag => "cy",
                /// Place in lists, a whole number; pages without one follow, by title.
                order: $crate::evidence::record::meaning::Whole => "2",
                /// ISO date of the last revision.
                updated: $crate::evidence::record::meaning::Maybe<$crate::evidence::record::meaning::Day>
                    => "2024-05-31",
                /// ISO date by which the page is to be looked at again.
                review_by: $crate::evidence::record::meaning::Maybe<$crate::evidence::record::meaning::Day>
                    => "2026-01",
                /// Waived rules: code and reason.
                allow: $crate::evidence::record::meaning::Waivers
                    => "{W003: \"both ends stand in the table\"}",
                /// Data of your own, for your own templates.
                extra: $crate::evidence::record::meaning::Anything => "{colour: green}",
            }
            $($rest)*
        }
    };
}
pub(super) use with_page_fields;

/// Declares a kind of page: the fields of every page, and its own.
macro_rules! page_kind {
    ($($tokens:tt)*) => {
        $crate::evidence::record::page::with_page_fields! { kind! { $($tokens)* } }
    };
}
pub(super) use page_kind;

macro_rules! page {
    (page { $($fields:tt)* } $($rest:tt)*) => {
        kind! {
            /// A document as a page: what every kind has.
            "page"
            pub struct Page typed RawPage { $($fields)* }
            $($rest)*
        }
    };
}

with_page_fields! {
    page! {
        also {
            /// Its source.
            path: SourcePath = |reading, _| reading.path.clone(),
            /// Its kind.
            kind: DocumentKind = |reading, _| DocumentKind::of(reading.path),
            /// The language that its texts are read in.
            language: Language = |reading, _| reading.options.language,
            /// Whether its front matter could be read. A broken page has no records, and references to it are let pass.
            broken: bool = |_, _| false,
            /// The words of the title in lower case, by which lists are sorted.
            sorted_by: String = |_, _| String::new(),
            /// The body.
            body: Prose = |_, _| Prose::default(),
        }
        then sort
    }
}

fn sort(page: &mut Page, _: &mut Reading<'_>, _: &Trail<'_>) {
    page.sorted_by = page.title.text().to_lowercase();
}

impl Page {
    /// A page of which only the file is known, and perhaps the body.
    pub(in crate::evidence) fn broken(path: SourcePath, body: Prose) -> Self {
        Self {
            id: path.stem().to_owned(),
            title: Prose::plain(path.stem()),
            sorted_by: path.stem().to_lowercase(),
            kind: DocumentKind::of(&path),
            path,
            broken: true,
            description: String::new(),
            aliases: Vec::new(),
            draft: false,
            tags: Vec::new(),
            lang: String::new(),
            language: Language::default(),
            order: None,
            updated: None,
            review_by: None,
            allow: Vec::new(),
            extra: serde_json::Value::Null,
            body,
        }
    }
}

page_kind! {
    /// A topic, which is its page.
    "topic"
    pub struct Topic typed RawTopic {}
}
