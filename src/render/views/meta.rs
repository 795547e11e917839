//! What a page tells search engines and link previews of itself.

use crate::document::escape::escape_into;
use crate::render::view::PageView;

/// The elements of a page's head that speak of this page alone, but for its title.
pub(super) fn meta(page: &PageView) -> String {
    let mut html = String::with_capacity(1024);
    // One element says it to both.
    element(
        "<meta name=\"description\" property=\"og:description\" content=\"",
        &page.description,
        &mut html,
    );
    if !page.canonical.is_empty() {
        element("<link rel=\"canonical\" href=\"", &page.canonical, &mut html);
        element("<meta property=\"og:url\" content=\"", &page.canonical, &mut html);
    }
    element("<meta property=\"og:title\" content=\"", &page.title, &mut html);
    let kind = if matches!(page.kind, "home" | "list") { "website" } else { "article" };
    element("<meta property=\"og:type\" content=\"", kind, &mut html);
    if page.draft || page.kind == "not_found" {
        element("<meta name=\"robots\" content=\"", "noindex", &mut html);
    }
    html
}

fn element(open: &str, value: &str, html: &mut String) {
    html.push_str(open);
    escape_into(value, html);
    html.push_str("\">\n");
}
