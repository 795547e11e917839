//! Names and what stands behind them, as entries of a `<dl>`: what is known of a page or of a record.

use super::Renderer;
use super::view::Link;
use super::views::cards::{link_to, list};
use crate::document::escape::{escape, escape_into};
use crate::evidence::date::PartialDate;
use crate::graph::Origin;

impl Renderer<'_> {
    /// A name and the HTML behind it, unless there is none.
    pub(super) fn fact(&self, key: &str, content: &str, html: &mut String) {
        if !content.is_empty() {
            self.fact_written(key, html, |html| html.push_str(content));
        }
    }

    /// A name and a text, unless there is none.
    pub(super) fn fact_text(&self, key: &str, text: &str, html: &mut String) {
        if !text.is_empty() {
            self.fact_written(key, html, |html| escape_into(text, html));
        }
    }

    /// A name and a date, if it is known.
    pub(super) fn fact_date(&self, key: &str, date: Option<PartialDate>, html: &mut String) {
        if let Some(date) = date {
            self.fact_written(key, html, |html| {
                html.extend(["<time datetime=\"", &date.to_string(), "\">"]);
                escape_into(&self.date(Some(date)), html);
                html.push_str("</time>");
            });
        }
    }

    /// A name and a link to where the original is, if that is known. What nearly every address begins with is not shown.
    pub(super) fn fact_address(&self, key: &str, page: usize, address: &str, html: &mut String) {
        if !address.is_empty() {
            let address = escape(&self.followed(page, address));
            let shown = address.strip_prefix("https://").unwrap_or(&address);
            self.fact_written(key, html, |html| {
                html.extend(["<a class=\"address\" href=\"", &address, "\">", shown, "</a>"]);
            });
        }
    }

    /// A name, and behind it what `write` writes.
    pub(super) fn fact_written(&self, key: &str, html: &mut String, write: impl FnOnce(&mut String)) {
        html.push_str("<div><dt>");
        html.push_str(self.words.html(key));
        html.push_str("</dt><dd>");
        write(html);
        html.push_str("</dd></div>");
    }

    /// The record that another one repeats, if it repeats one.
    pub(super) fn fact_origin(&self, origin: Option<Origin>, html: &mut String) {
        if let Some(origin) = origin {
            let Link { url, title_html } = self.origin(origin);
            self.fact("stat_origin", &link_to(&url, &title_html), html);
        }
    }

    /// The findings that rest on a record, if any do.
    pub(super) fn fact_findings(&self, findings: &[usize], html: &mut String) {
        let page_of = |finding: &usize| self.anchor(self.model.evidence.findings[*finding].page);
        self.fact("stat_findings", &list("links", findings.iter().map(page_of)), html);
    }
}

/// What `write` appends, between two marks; nothing when it appends nothing.
pub(super) fn framed(open: &[&str], close: &str, html: &mut String, write: impl FnOnce(&mut String)) {
    let before = html.len();
    html.extend(open.iter().copied());
    let inside = html.len();
    write(html);
    match html.len() == inside {
        true => html.truncate(before),
        false => html.push_str(close),
    }
}
