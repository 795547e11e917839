//! Raw HTML behind which nothing can be checked: another address from which links start, and pages within attributes.

use super::{Review, notes};
use crate::diagnostic::{Diagnostic, rules};
use crate::document::prose::{NoteKind, Unread};

/// Reports what moves links, and what holds or ends something that cannot be read.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    notes::of(review, |noted| {
        let NoteKind::Unread(unread) = noted.kind else { return None };
        let (message, help) = match unread {
            Unread::Unclosed(name) => {
                let message = format!(
                    "`<{name}>` never ends, so that a browser hides what follows, or takes it for text"
                );
                let help = format!("put `</{name}>` where it ends, or take `<{name}>` out");
                return Some(Diagnostic::new(&rules::UNREAD_HTML, noted.place(), message).help(help));
            }
            Unread::Drawn => (
                "whether a browser takes this for text or for tags depends on what stands around it",
                "take the tags and remarks out of it, or put the drawing into a file and show that with `<img>`",
            ),
            Unread::Base => (
                "`<base>` changes where every link of the page leads",
                "take it out; links are checked as they stand, from the file that they stand in",
            ),
            Unread::Srcdoc => (
                "`srcdoc` holds a page of which nothing is checked",
                "put it into a file below `static/` and name that in `src`, or write it as part of this page",
            ),
            Unread::End => (
                "a value holds the end of an element, such as `</title>`, and browsers take it for that",
                "write `&lt;/` in its place",
            ),
            Unread::Remark => (
                "a remark begins with `<!--` and never ends, so that all behind it is lost",
                "put `-->` where the remark ends, or take `<!--` out",
            ),
            Unread::Style => (
                "a `<style>` within a line, or with an empty line in it, is not read, so nothing in it is checked",
                "begin a line of its own with it, or put it into a stylesheet below `static/`",
            ),
        };
        Some(Diagnostic::new(&rules::UNREAD_HTML, noted.place(), message).help(help))
    })
}
