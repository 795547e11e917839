//! Footnotes, with a way back for each reference. A note that nothing refers to is reported, not shown.

use super::Writer;
use crate::diagnostic::rules;
use crate::document::prose::Prose;
use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

/// The footnotes of a text.
#[derive(Default)]
pub(super) struct Footnotes {
    labels: Vec<FootnoteLabel>,
    /// Places in `labels` by folded label.
    places: HashMap<String, usize>,
    /// Labels by the order of their first reference, which numbers them.
    referred: Vec<usize>,
    /// Labels that the text itself refers to.
    refers: Vec<usize>,
    /// In the order in which they are written.
    notes: Vec<FootnoteNote>,
    /// Notes that are still open, by their place in `notes`.
    open: Vec<usize>,
}

/// What a footnote is called, and where that is said.
#[derive(Default)]
struct FootnoteLabel {
    /// Its place among those that are referred to, from 1.
    number: usize,
    /// For each reference the note in which it stands, if it stands in one.
    from: Vec<Option<usize>>,
    /// The first note of this label; further ones are never shown.
    note: Option<usize>,
}

struct FootnoteNote {
    typed: String,
    label: usize,
    prose: Prose,
    range: Range<usize>,
    /// Labels that the note refers to.
    refers: Vec<usize>,
}

/// Labels are the same whatever their case, as everywhere in Markdown; `ß` is `SS` in capitals.
fn fold(label: &str) -> String {
    if label.is_ascii() { label.to_ascii_lowercase() } else { label.to_uppercase().to_lowercase() }
}

impl Footnotes {
    /// The place of a label.
    fn place(&mut self, label: &str) -> usize {
        *self.places.entry(fold(label)).or_insert_with(|| {
            self.labels.push(FootnoteLabel::default());
            self.labels.len() - 1
        })
    }

    /// Counts a reference: the number of the note, and which reference to it this is.
    fn refer(&mut self, label: &str) -> (usize, usize) {
        let place = self.place(label);
        let label = &mut self.labels[place];
        if label.from.is_empty() {
            self.referred.push(place);
            label.number = self.referred.len();
        }
        let from = self.open.last().copied();
        label.from.push(from);
        from.map_or(&mut self.refers, |note| &mut self.notes[note].refers).push(place);
        (label.number, label.from.len())
    }

    /// Begins a note.
    fn open(&mut self, typed: String, range: Range<usize>) {
        let (label, at) = (self.place(&typed), self.notes.len());
        self.labels[label].note.get_or_insert(at);
        self.open.push(at);
        self.notes.push(FootnoteNote { typed, label, prose: Prose::default(), range, refers: Vec::new() });
    }

    /// By note: whether the text refers to it, or a note that is shown does.
    fn shown(&self) -> Vec<bool> {
        let mut shown = vec![false; self.notes.len()];
        let mut waiting = self.refers.clone();
        while let Some(label) = waiting.pop() {
            if let Some(note) = self.labels[label].note
                && !std::mem::replace(&mut shown[note], true)
            {
                waiting.extend(&self.notes[note].refers);
            }
        }
        shown
    }
}

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let (number, reference) = self.footnotes.refer(label);
        let number = number.to_string();
        self.push("<sup class=\"footnote-ref\"><a id=\"");
        self.push_reference_id(&number, reference);
        self.push_all(&["\" href=\"#fn-", &number, "\" role=\"doc-noteref\" aria-label=\""]);
        self.top().word("footnote");
        self.push_all(&[" ", &number, "\">", &number, "</a></sup>"]);
    }

    fn push_reference_id(&mut self, number: &str, reference: usize) {
        self.push_all(&["fnref-", number]);
        if reference > 1 {
            self.push(&format!("-{reference}"));
        }
    }

    pub(super) fn start_footnote(&mut self, label: String, range: Range<usize>) {
        self.footnotes.open(label, range);
        self.stack.push(Prose::with_room(256));
    }

    pub(super) fn end_footnote(&mut self) {
        let prose = self.pop();
        if let Some(index) = self.footnotes.open.pop() {
            self.footnotes.notes[index].prose = prose;
        }
    }

    pub(super) fn write_footnotes(&mut self) {
        let mut footnotes = std::mem::take(&mut self.footnotes);
        let shown = footnotes.shown();
        self.report_unused(&footnotes, &shown);
        if !shown.contains(&true) {
            return;
        }
        self.push("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        self.top().word("footnotes");
        self.push("\">\n<ol>\n");
        let mut before = 0;
        for label in footnotes.referred.iter().map(|place| &footnotes.labels[*place]) {
            if let Some(note) = label.note.filter(|note| shown[*note]) {
                let number = label.number.to_string();
                self.push_all(&["<li id=\"fn-", &number]);
                // The list counts by itself, unless a note before this one is left out.
                if label.number > before + 1 {
                    self.push_all(&["\" value=\"", &number]);
                }
                self.push("\">");
                before = label.number;
                let prose = std::mem::take(&mut footnotes.notes[note].prose);
                let is_shown = |from: &Option<usize>| from.is_none_or(|from| shown[from]);
                let from: Vec<bool> = label.from.iter().map(is_shown).collect();
                self.write_footnote(&number, &from, prose);
            }
        }
        self.push("</ol>\n</section>\n");
    }

    /// `references` says of each reference whether it is shown itself.
    fn write_footnote(&mut self, number: &str, references: &[bool], mut note: Prose) {
        let ends_in_paragraph = note.html.ends_with("</p>\n");
        if ends_in_paragraph {
            note.html.truncate(note.html.len() - "</p>\n".len());
        }
        self.top().append(note);
        for (at, _) in references.iter().enumerate().filter(|(_, is_shown)| **is_shown) {
            self.push(" <a href=\"#");
            self.push_reference_id(number, at + 1);
            self.push("\" role=\"doc-backlink\" aria-label=\"");
            self.top().word("footnote_back");
            self.push_all(&[" ", number, "\">↩</a>"]);
        }
        self.push(if ends_in_paragraph { "</p></li>\n" } else { "</li>\n" });
    }

    fn report_unused(&mut self, footnotes: &Footnotes, shown: &[bool]) {
        for (index, note) in footnotes.notes.iter().enumerate().filter(|(index, _)| !shown[*index]) {
            let typed = &note.typed;
            let (message, help) = if footnotes.labels[note.label].note == Some(index) {
                let message = format!("nothing refers to the footnote `[^{typed}]`, so it is not shown");
                (message, format!("write `[^{typed}]` where it belongs, or remove it"))
            } else {
                let message = format!("the footnote `[^{typed}]` stands twice, and only the first is shown");
                (message, "give one of the two another name".to_owned())
            };
            self.report(&rules::UNUSED_FOOTNOTE, &note.range, message, help);
        }
    }
}
