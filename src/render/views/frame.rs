//! The outermost parts of a page: its title for browsers, and the pages before and after it.

use crate::render::Renderer;

/// A title longer than this stands without the site's, in characters: that is about what search engines show.
const FULL_TITLE: usize = 66;

/// Room for the links to the pages before and after, in bytes.
const NEIGHBOURS: usize = 512;

/// The pages before and after a page, where there are any.
pub(super) type Neighbours = (Option<usize>, Option<usize>);

impl Renderer<'_> {
    /// A page's title with the site's after it, where there is room for both.
    pub(super) fn full_title(&self, kind: &str, title: &str) -> String {
        let site = &self.model.config.title;
        if kind == "home" {
            return site.clone();
        }
        let has_room = title.chars().count() + site.chars().count() <= FULL_TITLE;
        if title == site || !has_room {
            return title.to_owned();
        }
        [title, self.words.get("title_separator"), site].concat()
    }

    /// Links to the pages before and after; nothing without any.
    pub(super) fn neighbours(&self, (before, after): Neighbours) -> String {
        let mut html = String::new();
        if before.is_none() && after.is_none() {
            return html;
        }
        html.reserve(NEIGHBOURS);
        html.push_str("<nav class=\"neighbours\" aria-label=\"");
        html.push_str(self.words.html("previous"));
        html.push_str(", ");
        html.push_str(self.words.html("next"));
        html.push_str("\">\n");
        self.push_neighbour(before, ["previous", "prev"], &mut html);
        self.push_neighbour(after, ["next", "next"], &mut html);
        html.push_str("</nav>");
        html
    }

    fn push_neighbour(&self, page: Option<usize>, [direction, relation]: [&str; 2], html: &mut String) {
        let Some(page) = page else { return };
        let link = self.anchors.to(page, self.model);
        html.extend(["<a class=\"", direction, "\" rel=\"", relation, "\" href=\"", link.href()]);
        html.push_str("\"><span class=\"kicker\">");
        html.push_str(self.words.html(direction));
        html.extend(["</span> ", link.title(), "</a>\n"]);
    }
}
