//! All that an article tells, held against its reports.

use super::Version;
use crate::document::escape::escape_into;
use crate::evidence::record::Told;
use crate::graph::TellingRef;
use crate::render::Renderer;
use crate::render::table::{open_table, text};

impl Renderer<'_> {
    /// All that one article tells, as a table; nothing without anything.
    pub(in crate::render) fn telling_table(&self, article: usize) -> String {
        let tellings = self.model.evidence.coverage[article].tells.len();
        let mut html = String::new();
        if tellings == 0 {
            return html;
        }
        open_table("tellings-table", "tellings", true, &mut html);
        html.push_str(self.words.html("tellings_caption"));
        html.push_str("</caption>\n<thead><tr>");
        for column in ["column_told", "column_report_says", "column_told_as", "column_agrees"] {
            html.push_str("<th scope=\"col\">");
            html.push_str(self.words.html(column));
            html.push_str("</th>");
        }
        html.push_str("</tr></thead>\n<tbody>\n");
        for telling in 0..tellings {
            self.push_telling_row(self.version(TellingRef { coverage: article, telling }), &mut html);
        }
        html.push_str("</tbody>\n</table>\n</section>");
        html
    }

    /// A row of an article's table.
    fn push_telling_row(&self, version: Version<'_>, html: &mut String) {
        let differs = !version.telling.differs.is_empty();
        html.push_str(if differs { "<tr class=\"differs\">\n" } else { "<tr>\n" });
        html.push_str("<th scope=\"row\">");
        let what = self.words.html(what(&version.telling.what));
        if let Some(record) = version.record {
            self.push_target("<a href=\"", record, html);
            html.push_str("<span class=\"sub\">");
            html.push_str(what);
            if !version.telling.at.is_empty() {
                html.push_str(", ");
                escape_into(&version.telling.at, html);
            }
            html.push_str("</span>");
        } else {
            html.push_str(what);
            text("span", "sub", &version.telling.at, html);
        }
        html.push_str("</th>\n<td>");
        text("b", "num", self.said(version), html);
        html.push_str("</td>\n<td>");
        self.push_told_as(version, html);
        text("span", "sub checked", &self.checked_telling(version), html);
        html.push_str("</td>\n<td>");
        self.push_verdict(version, html);
        self.push_note(version, html);
        html.push_str("</td>\n</tr>\n");
    }
}

/// The word for what is told.
fn what(told: &Told) -> &'static str {
    match told {
        Told::Statistic(_) => "what_statistic",
        Told::Claim(_) => "what_claim",
        Told::Recommendation(_) => "what_recommendation",
        Told::Quote(_) => "what_quote",
        Told::Remark(_) => "what_remark",
    }
}
