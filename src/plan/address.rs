//! The address of each page.

use super::Tag;
use crate::document::kind::DocumentKind;
use crate::evidence::record::Page;
use crate::path::UrlPath;

/// The address of a document's page.
#[must_use]
pub fn page_address(page: &Page) -> UrlPath {
    let id = &page.id;
    match page.kind {
        DocumentKind::Report => UrlPath::new(&["/reports/", id, "/"].concat()),
        DocumentKind::Coverage => UrlPath::new(&["/coverage/", id, "/"].concat()),
        DocumentKind::Finding => UrlPath::new(&["/findings/", id, "/"].concat()),
        DocumentKind::Topic => UrlPath::new(&["/topics/", id, "/"].concat()),
        DocumentKind::Measure => UrlPath::new(&["/measures/", id, "/"].concat()),
        DocumentKind::Glossary => UrlPath::new("/glossary/"),
        DocumentKind::Methodology => UrlPath::new("/methodology/"),
        DocumentKind::Home => UrlPath::new("/"),
        DocumentKind::Introduction => UrlPath::new(&format!("/{}/", section_folder(page))),
        DocumentKind::Page => plain_address(page),
    }
}

/// The folder that an introduction introduces.
fn section_folder(page: &Page) -> &str {
    page.path.folder().rsplit('/').next().unwrap_or("")
}

/// Folders and name of a plain page, each made fit for an address; `index.md` stands for its folder.
fn plain_address(page: &Page) -> UrlPath {
    let folder = page.path.folder().strip_prefix("content").unwrap_or(page.path.folder());
    let mut parts: Vec<String> =
        folder.split('/').filter(|part| !part.is_empty()).map(slug::slugify).collect();
    if !page.id.eq_ignore_ascii_case("index") {
        parts.push(slug::slugify(&page.id));
    }
    parts.retain(|part| !part.is_empty());
    UrlPath::new(&format!("/{}/", parts.join("/")))
}

/// Whether a page has a name that no address can be made of, which was told where it was read.
#[must_use]
pub fn is_nameless(page: &Page) -> bool {
    page.kind == DocumentKind::Page && slug::slugify(&page.id).is_empty()
}

/// The address of page `number` of a list whose first page is at `first`.
#[must_use]
pub fn list_page(first: &UrlPath, number: usize) -> UrlPath {
    if number <= 1 {
        first.clone()
    } else {
        UrlPath::new(&[first.as_str(), "page/", &number.to_string(), "/"].concat())
    }
}

/// The address of a tag's list.
#[must_use]
pub fn tag_address(tag: &Tag) -> UrlPath {
    UrlPath::new(&format!("/tags/{}/", tag.slug))
}
