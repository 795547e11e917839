//! Prose with its holes filled: the addresses of pages, the words of the language, tables of statistics.

use super::Renderer;
use super::theme::Values;
use super::view::{ColumnView, Html, TableView};
use crate::address;
use crate::diagnostic::Diagnostic;
use crate::document::escape::escape_into;
use crate::document::markdown::classify;
use crate::document::prose::{Prose, Target, ThemeWord};
use crate::document::table::TableBlock;
use crate::graph::links::Meant;
use crate::graph::resolve::Resolved;
use crate::swar;
use std::borrow::Cow;

/// Inline HTML that can stand inside a link: the words and their marks, links left out.
#[must_use]
pub(super) fn without_links(prose: &Prose) -> Cow<'_, str> {
    // Most titles and labels have no mark-up at all.
    if !swar::any(prose.html.as_bytes(), |bytes| swar::equal(bytes, b'<')) {
        return Cow::Borrowed(&prose.html);
    }
    let mut html = String::with_capacity(prose.html.len());
    let mut rest = prose.html.as_str();
    while let Some(open) = rest.find('<') {
        html.push_str(&rest[..open]);
        let close = rest[open..].find('>').map_or(rest.len(), |close| open + close + 1);
        let tag = &rest[open..close];
        if !tag.starts_with("<a ") && !tag.starts_with("</a") {
            html.push_str(tag);
        }
        rest = &rest[close..];
    }
    html.push_str(rest);
    Cow::Owned(html)
}

fn push_anchor(anchor: &str, html: &mut String) {
    html.push('#');
    escape_into(anchor, html);
}

/// Appends the query and the anchor behind an address.
fn push_rest(rest: &str, html: &mut String) {
    for part in address::encoded_rest(rest) {
        escape_into(part, html);
    }
}

impl Renderer<'_> {
    /// Prose in the front matter of `page`, copied only when there is something to fill in.
    pub(super) fn prose<'p>(&self, page: usize, prose: &'p Prose) -> Html<'p> {
        Html(self.filled(page, prose, &[], &[]))
    }

    /// The body of a page as HTML. `shared` is what a template sees beside its page.
    pub(super) fn body(&self, page: usize, shared: &Values) -> Result<Cow<'_, str>, Diagnostic> {
        let body = &self.model.evidence.pages[page].body;
        let tables = self.tables(page, shared)?;
        Ok(self.filled(page, body, &self.model.graph.pages[page].body, &tables))
    }

    fn filled<'p>(&self, page: usize, prose: &'p Prose, meant: &[Meant], tables: &[String]) -> Cow<'p, str> {
        if prose.holes.is_empty() && prose.words.is_empty() {
            return Cow::Borrowed(&prose.html);
        }
        Cow::Owned(self.fill(page, prose, meant, tables))
    }

    /// `meant` says what the holes mean, as far as that is known; `tables` is what stands in those that are tables.
    fn fill(&self, page: usize, prose: &Prose, meant: &[Meant], tables: &[String]) -> String {
        let room = prose.holes.len() * 48 + prose.words.len() * 24;
        let mut html = String::with_capacity(prose.html.len() + room);
        let is_shown_elsewhere = meant.is_empty();
        let mut meant = meant.iter().copied();
        let mut words = prose.words.iter().peekable();
        let mut copied = 0;
        let mut tables = tables.iter();
        for hole in &prose.holes {
            while let Some(word) = words.next_if(|word| word.at < hole.at) {
                self.copy_with_word(&prose.html, &mut copied, *word, &mut html);
            }
            html.push_str(&prose.html[copied..hole.at]);
            copied = hole.at;
            let meant = meant.next().unwrap_or(Meant::Other);
            if let Target::Table(_) = &hole.target {
                html.push_str(tables.next().map_or("", String::as_str));
            } else if let (true, Target::Anchor(anchor)) = (is_shown_elsewhere, &hole.target) {
                // A text of a record may be read on other pages too.
                self.push_page_url(page, ("", Some(anchor)), &mut html);
            } else {
                self.address(page, &hole.target, meant, &mut html);
            }
        }
        for word in words {
            self.copy_with_word(&prose.html, &mut copied, *word, &mut html);
        }
        html.push_str(&prose.html[copied..]);
        html
    }

    /// Copies what stands before a word, and puts the word in.
    fn copy_with_word(&self, from: &str, copied: &mut usize, word: ThemeWord, html: &mut String) {
        html.push_str(&from[*copied..word.at]);
        html.push_str(self.words.html(word.key));
        *copied = word.at;
    }

    /// What stands in a link, as HTML.
    fn address(&self, page: usize, target: &Target, meant: Meant, html: &mut String) {
        match meant {
            Meant::Page(page) => self.push_page_url(page, (target.query(), target.anchor()), html),
            Meant::Statistic(statistic) => escape_into(&self.statistic_url(statistic), html),
            Meant::Term(term) => self.push_term_url(term, html),
            Meant::Other => match self.resolver().resolve(page, target) {
                Ok(Some(resolved)) => self.push_url(&resolved, html),
                Ok(None) | Err(_) => html.push('#'),
            },
        }
    }

    fn push_url(&self, resolved: &Resolved, html: &mut String) {
        match resolved {
            Resolved::Page(page, anchor) => self.push_page_url(*page, ("", anchor.as_deref()), html),
            Resolved::Statistic(statistic) => escape_into(&self.statistic_url(*statistic), html),
            Resolved::Term(term) => self.push_term_url(*term, html),
            Resolved::Asset(source, rest) => match self.model.plan.files.get(source) {
                Some(url) => {
                    self.urls.push(url, html);
                    push_rest(rest, html);
                }
                None => html.push('#'),
            },
            Resolved::Anchor(anchor) => push_anchor(anchor, html),
            Resolved::Address(url, rest) => {
                self.urls.push(url, html);
                push_rest(rest, html);
            }
            Resolved::Nothing => {}
        }
    }

    /// An address in the front matter of a page, as a reader's browser needs it.
    pub(super) fn followed<'t>(&self, page: usize, typed: &'t str) -> Cow<'t, str> {
        let Some(target) = classify(typed) else { return address::without_spaces(typed) };
        let (url, rest) = match self.resolver().resolve(page, &target) {
            Ok(Some(Resolved::Page(page, anchor))) => {
                let anchor = anchor.map_or_else(String::new, |anchor| ["#", &anchor].concat());
                let rest = [target.query(), &anchor].concat();
                (Some(&self.model.plan.addresses[page]).cloned(), rest)
            }
            Ok(Some(Resolved::Asset(file, rest))) => (self.model.plan.files.get(&file).cloned(), rest),
            Ok(Some(Resolved::Address(url, rest))) => (Some(url), rest),
            _ => (None, String::new()),
        };
        url.map_or(Cow::Borrowed(typed), |url| {
            let mut address = self.urls.href(&url);
            address.extend(address::encoded_rest(&rest));
            Cow::Owned(address)
        })
    }

    fn push_page_url(&self, page: usize, (query, anchor): (&str, Option<&str>), html: &mut String) {
        escape_into(&self.anchors.to(page, self.model).url, html);
        push_rest(query, html);
        if let Some(anchor) = anchor {
            push_anchor(anchor, html);
        }
    }

    fn push_term_url(&self, term: usize, html: &mut String) {
        let term = &self.model.evidence.terms[term];
        self.push_page_url(term.page, ("", Some(&term.id)), html);
    }

    /// The tables in the text of a page, as its template prints them.
    fn tables(&self, page: usize, shared: &Values) -> Result<Vec<String>, Diagnostic> {
        let holes = self.model.evidence.pages[page].body.holes.iter();
        let blocks = holes.filter_map(|hole| {
            let Target::Table(block) = &hole.target else { return None };
            Some(&**block)
        });
        let address = &self.anchors.to(page, self.model).url;
        let print = |(at, block)| {
            let values = shared.with("table", &self.table(page, block, at + 1));
            let printed = self.theme.render("parts/table.html", &values, address)?;
            Ok(String::from_utf8(printed).expect("templates are texts"))
        };
        blocks.enumerate().map(print).collect()
    }

    /// A `table` block. A note needs room: it stands below its row, not in a column.
    fn table<'t>(&'t self, page: usize, block: &'t TableBlock, number: usize) -> TableView<'t> {
        let resolver = self.resolver();
        let own = &self.model.evidence.pages[page];
        let rows = block.rows.iter().filter_map(|row| match resolver.statistic(own, row) {
            Ok(Some(Resolved::Statistic(statistic))) => Some(self.evidence_row(statistic, Html::default())),
            _ => None,
        });
        let named = block.columns.iter().filter(|name| *name != "note");
        let column = |key: &'t String| ColumnView { key, name: self.words.get(heading(key)) };
        TableView {
            id: format!("table-{number}"),
            caption: &block.caption,
            columns: named.map(column).collect(),
            has_notes: block.columns.iter().any(|name| name == "note"),
            rows: rows.collect(),
        }
    }
}

/// The word that heads a column.
fn heading(column: &str) -> &'static str {
    match column {
        "value" => "column_value",
        "period" => "column_period",
        "measure" => "column_measure",
        "kind" => "column_kind",
        "population" => "column_population",
        "source" => "column_source",
        _ => "column_label",
    }
}
