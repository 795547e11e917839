//! The page numbers of a long list.

use crate::document::escape::escape_into;
use crate::path::UrlPath;
use crate::plan::list_page;
use crate::render::Renderer;
use crate::render::table::text;

/// How many page numbers stand on either side of the current one.
const NEAR: usize = 2;

impl Renderer<'_> {
    /// Links to the pages of a list; nothing when one page is enough.
    pub(super) fn pager(&self, first: &UrlPath, current: usize, total: usize) -> String {
        let mut html = String::new();
        if total < 2 {
            return html;
        }
        html.push_str("<nav class=\"pager\" aria-label=\"");
        html.push_str(self.words.html("pages"));
        html.push_str("\">\n");
        let blanks = [("current", &*current.to_string()), ("total", &*total.to_string())];
        text("p", "visually-hidden", &self.words.fill("page_of", &blanks), &mut html);
        html.push_str("\n<ul>\n");
        if current > 1 {
            self.push_step(first, current - 1, ["previous", "prev"], &mut html);
        }
        self.push_numbers(first, current, total, &mut html);
        if current < total {
            self.push_step(first, current + 1, ["next", "next"], &mut html);
        }
        html.push_str("</ul>\n</nav>");
        html
    }

    /// The numbers of the first and the last page and of those around the current one, with gaps between.
    fn push_numbers(&self, first: &UrlPath, current: usize, total: usize, html: &mut String) {
        let is_shown = |number: usize| number.abs_diff(current) <= NEAR || number == 1 || number == total;
        for number in 1..=total {
            if is_shown(number) {
                self.push_number(first, number, number == current, html);
            } else if is_shown(number - 1) {
                html.push_str("<li class=\"gap\" aria-hidden=\"true\">…</li>\n");
            }
        }
    }

    fn push_number(&self, first: &UrlPath, number: usize, is_current: bool, html: &mut String) {
        html.push_str("<li><a href=\"");
        escape_into(&self.urls.href(&list_page(first, number)), html);
        html.push_str(if is_current { "\" aria-current=\"page\" aria-label=\"" } else { "\" aria-label=\"" });
        let printed = number.to_string();
        escape_into(&self.words.fill("page_number", &[("number", &printed)]), html);
        html.extend(["\">", &printed, "</a></li>\n"]);
    }

    /// One page forth or back.
    fn push_step(&self, first: &UrlPath, number: usize, [word, relation]: [&str; 2], html: &mut String) {
        html.extend(["<li><a rel=\"", relation, "\" href=\""]);
        escape_into(&self.urls.href(&list_page(first, number)), html);
        html.push_str("\">");
        html.push_str(self.words.html(word));
        html.push_str("</a></li>\n");
    }
}
