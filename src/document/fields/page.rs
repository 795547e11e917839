//! What the front matter of every kind of page has, and the pages that have nothing else.

use compact_str::CompactString;

/// Fields that every kind of page has.
#[derive(Debug, Clone, Default)]
pub struct PageFields {
    /// Title, inline Markdown.
    pub title: String,
    /// One or two plain sentences.
    pub description: Option<String>,
    /// Id instead of the file's name.
    pub id: Option<String>,
    /// Old addresses that lead here.
    pub aliases: Vec<String>,
    /// Whether the page is only built with `--drafts`.
    pub draft: bool,
    /// Tags.
    pub tags: Vec<String>,
    /// Place in lists.
    pub order: Option<i64>,
    /// Date of the last revision.
    pub updated: Option<String>,
    /// When the page is to be looked at again.
    pub review_by: Option<String>,
    /// Waived rules, with reasons.
    pub allow: Vec<(CompactString, String)>,
    /// Free-form data.
    pub extra: serde_json::Value,
}

/// Declares the front matter of one kind of page: the fields of every page, and its own.
macro_rules! page_record {
    ($(#[doc = $doc:literal])* $noun:literal pub struct $name:ident {
        $($(#[doc = $field_doc:literal])* $field:ident $(= $key:literal)? : $type:ty,)*
    }) => {
        $crate::schema::record! {
            $(#[doc = $doc])*
            $noun
            pub struct $name {
                /// Title (inline Markdown).
                title: String,
                /// One or two plain sentences for search engines and link previews.
                description: Option<String>,
                /// Id, if it is not to be the file's name.
                id: Option<String>,
                /// Old addresses of this page, such as `/old/page/`; each becomes a redirect.
                aliases: Option<$crate::schema::Texts>,
                /// `true` leaves the page out unless `--drafts` is given.
                draft: Option<bool>,
                /// Tags.
                tags: Option<$crate::schema::Texts>,
                /// Place in lists, a whole number; pages without one follow, by title.
                order: Option<i64>,
                /// ISO date of the last revision.
                updated: Option<String>,
                /// ISO date by which the page is to be looked at again.
                review_by: Option<String>,
                /// Waived rules: code and reason.
                allow: Option<$crate::schema::Entries<String>>,
                /// Data of your own, for your own templates.
                extra: Option<$crate::schema::Extra>,
                $($(#[doc = $field_doc])* $field $(= $key)? : $type,)*
            }
        }

        impl $name {
            /// Takes out what every page has.
            pub fn take_page(&mut self) -> $crate::document::fields::PageFields {
                $crate::document::fields::PageFields {
                    title: std::mem::take(&mut self.title),
                    description: self.description.take(),
                    id: self.id.take(),
                    aliases: self.aliases.take().unwrap_or_default().0,
                    draft: self.draft.unwrap_or(false),
                    tags: self.tags.take().unwrap_or_default().0,
                    order: self.order.take(),
                    updated: self.updated.take(),
                    review_by: self.review_by.take(),
                    allow: self.allow.take().unwrap_or_default().0,
                    extra: self.extra.take().unwrap_or_default().0,
                }
            }
        }
    };
}
pub(super) use page_record;

page_record! {
    /// A plain page, the glossary, the methodology, the home page or a list's introduction.
    "page"
    pub struct RawPage {}
}

page_record! {
    /// A topic.
    "topic"
    pub struct RawTopic {}
}
