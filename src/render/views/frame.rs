//! A page's title for browsers.

use crate::render::Renderer;

/// A title longer than this stands without the site's, in characters: that is about what search engines show.
const FULL_TITLE: usize = 66;

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
}
