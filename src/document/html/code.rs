//! Code with classes, blocks that are ours, and the boxes of task lists.

use super::Writer;
use crate::diagnostic::{did_you_mean, rules};
use crate::document::escape::escape;
use crate::document::highlight::languages;
use crate::document::origin::Origin;
use crate::document::prose::Target;
use crate::document::table;
use pulldown_cmark::CodeBlockKind;
use std::ops::Range;

/// A block of code that is still open.
pub(super) struct Code {
    language: String,
    text: String,
    range: Range<usize>,
    /// Where its text stands in the file.
    origin: Origin,
}

impl Writer<'_> {
    pub(super) fn start_code(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or("").to_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        // A block without a line stands where it begins.
        let mut origin = Origin::default();
        origin.add(0, self.around.span(&range));
        self.code = Some(Code { language, text: String::new(), range, origin });
    }

    /// Text, which belongs to the open block of code if there is one.
    pub(super) fn code_or_text(&mut self, text: &str, range: &Range<usize>) {
        match &mut self.code {
            Some(code) => {
                code.origin.add(code.text.len(), self.around.span(range));
                code.text.push_str(text);
            }
            None => {
                self.note_words(range);
                self.report_printed_binding(text, range);
                self.text(text);
            }
        }
    }

    pub(super) fn end_code(&mut self) {
        let Some(code) = self.code.take() else { return };
        match code.language.as_str() {
            "table" => self.table_block(&code),
            "chart" => {
                let help = "use a `table` block; charts are not there yet".into();
                self.report(&rules::INVALID_BLOCK, &code.range, "charts cannot be drawn yet".into(), help);
            }
            _ => self.highlighted(&code),
        }
    }

    fn highlighted(&mut self, code: &Code) {
        let highlighter = self.around.highlighter.filter(|_| !code.language.is_empty());
        let html = highlighter.and_then(|highlighter| highlighter.html(&code.language, &code.text));
        if html.is_none()
            && highlighter.is_some()
            && !matches!(code.language.as_str(), "text" | "txt" | "plain")
        {
            let message = format!("code in `{}` cannot be highlighted", code.language);
            let help = did_you_mean(&code.language, languages())
                .unwrap_or_else(|| "use `text` to show it as it is".into());
            self.report(&rules::UNKNOWN_LANGUAGE, &code.range, message, help);
        }
        self.push("<pre class=\"code\" tabindex=\"0\"><code");
        if !code.language.is_empty() {
            let class = format!(" class=\"language-{}\"", escape(&code.language));
            self.push(&class);
        }
        self.push(">");
        self.push(&html.unwrap_or_else(|| escape(&code.text)));
        self.push("</code></pre>\n");
    }

    fn table_block(&mut self, code: &Code) {
        let read = table::read(self.around.path, &code.text, &code.origin);
        if let Some(block) = read.take(&mut self.diagnostics) {
            self.hole(Target::Table(Box::new(block)), &code.range);
            self.push("\n");
        }
    }

    pub(super) fn task(&mut self, done: bool) {
        let (word, mark) = if done { ("task_done", "☑") } else { ("task_open", "☐") };
        self.push("<span class=\"task\" role=\"img\" aria-label=\"");
        self.top().word(word);
        self.push(&format!("\">{mark}</span> "));
    }
}
