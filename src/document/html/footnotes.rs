//! Footnotes, with a way back for each reference. A note that nothing refers to is reported, not shown.

use super::Writer;
use crate::diagnostic::rules;
use crate::document::prose::Prose;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::ops::Range;

/// The footnotes of a text.
#[derive(Default)]
pub(super) struct Footnotes {
    /// By the order of their first reference.
    referred: Vec<Referred>,
    /// Places in `referred` by folded label.
    numbers: HashMap<String, usize>,
    /// In the order in which they are written.
    notes: Vec<Note>,
    /// Notes that are still open, by their place in `notes`.
    open: Vec<usize>,
}

/// A footnote that something refers to.
struct Referred {
    label: String,
    /// For each reference the note in which it stands, if it stands in one.
    from: Vec<Option<usize>>,
}

struct Note {
    typed: String,
    prose: Prose,
    range: Range<usize>,
}

/// Labels are the same whatever their case, as everywhere in Markdown; `ß` is `SS` in capitals.
fn fold(label: &str) -> String {
    if label.is_ascii() {
        return label.to_ascii_lowercase();
    }
    label.to_uppercase().to_lowercase()
}

fn reference_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{reference}") }
}

impl Footnotes {
    /// Counts a reference: the number of the note, and which reference to it this is.
    fn refer(&mut self, label: &str) -> (usize, usize) {
        let label = fold(label);
        let at = *self.numbers.entry(label.clone()).or_insert_with(|| {
            self.referred.push(Referred { label, from: Vec::new() });
            self.referred.len() - 1
        });
        let from = &mut self.referred[at].from;
        from.push(self.open.last().copied());
        (at + 1, from.len())
    }

    /// The first note of each label; further ones are never shown.
    fn by_label(&self) -> HashMap<String, usize> {
        let mut found = HashMap::default();
        for (index, note) in self.notes.iter().enumerate() {
            found.entry(fold(&note.typed)).or_insert(index);
        }
        found
    }

    /// Notes that the text refers to, or a note that is shown does.
    fn shown(&self, by_label: &HashMap<String, usize>) -> HashSet<usize> {
        let mut shown = HashSet::default();
        let mut waiting = Vec::new();
        let mut referred_from: HashMap<usize, Vec<usize>> = HashMap::default();
        for one in &self.referred {
            let Some(note) = by_label.get(&one.label) else { continue };
            for from in &one.from {
                match from {
                    Some(from) => referred_from.entry(*from).or_default().push(*note),
                    None if shown.insert(*note) => waiting.push(*note),
                    None => {}
                }
            }
        }
        while let Some(from) = waiting.pop() {
            let notes = referred_from.remove(&from).unwrap_or_default();
            waiting.extend(notes.into_iter().filter(|note| shown.insert(*note)));
        }
        shown
    }
}

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let (number, reference) = self.footnotes.refer(label);
        let (id, number) = (reference_id(number, reference), number.to_string());
        self.push_all(&["<sup class=\"footnote-ref\"><a id=\"", &id, "\" href=\"#fn-", &number]);
        self.push("\" role=\"doc-noteref\" aria-label=\"");
        self.top().word("footnote");
        self.push_all(&[" ", &number, "\">", &number, "</a></sup>"]);
    }

    pub(super) fn start_footnote(&mut self, label: String, range: Range<usize>) {
        self.footnotes.open.push(self.footnotes.notes.len());
        self.footnotes.notes.push(Note { typed: label, prose: Prose::default(), range });
        self.stack.push(Prose::default());
    }

    pub(super) fn end_footnote(&mut self) {
        let prose = self.pop();
        if let Some(index) = self.footnotes.open.pop() {
            self.footnotes.notes[index].prose = prose;
        }
    }

    pub(super) fn write_footnotes(&mut self) {
        let mut footnotes = std::mem::take(&mut self.footnotes);
        let by_label = footnotes.by_label();
        let shown = footnotes.shown(&by_label);
        self.report_unused(&footnotes, &by_label, &shown);
        if shown.is_empty() {
            return;
        }
        self.push("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        self.top().word("footnotes");
        self.push("\">\n<ol>\n");
        let mut before = 0;
        for (at, referred) in footnotes.referred.iter().enumerate() {
            let note = by_label.get(&referred.label).filter(|note| shown.contains(note));
            if let Some(note) = note {
                let prose = std::mem::take(&mut footnotes.notes[*note].prose);
                let is_shown = |from: &Option<usize>| from.is_none_or(|from| shown.contains(&from));
                let from: Vec<bool> = referred.from.iter().map(is_shown).collect();
                // The list counts by itself, unless a note before this one is left out.
                self.push(&match at == before {
                    true => format!("<li id=\"fn-{}\">", at + 1),
                    false => format!("<li id=\"fn-{0}\" value=\"{0}\">", at + 1),
                });
                before = at + 1;
                self.write_footnote(at + 1, &from, prose);
            }
        }
        self.push("</ol>\n</section>\n");
    }

    /// `references` says of each reference whether it is shown itself.
    fn write_footnote(&mut self, number: usize, references: &[bool], mut note: Prose) {
        let ends_in_paragraph = note.html.ends_with("</p>\n");
        if ends_in_paragraph {
            note.html.truncate(note.html.len() - "</p>\n".len());
        }
        self.top().append(note);
        for (at, _) in references.iter().enumerate().filter(|(_, is_shown)| **is_shown) {
            let id = reference_id(number, at + 1);
            self.push_all(&[" <a href=\"#", &id, "\" role=\"doc-backlink\" aria-label=\""]);
            self.top().word("footnote_back");
            self.push_all(&[" ", &number.to_string(), "\">↩</a>"]);
        }
        self.push(if ends_in_paragraph { "</p></li>\n" } else { "</li>\n" });
    }

    fn report_unused(
        &mut self,
        footnotes: &Footnotes,
        by_label: &HashMap<String, usize>,
        shown: &HashSet<usize>,
    ) {
        for (index, note) in footnotes.notes.iter().enumerate().filter(|(index, _)| !shown.contains(index)) {
            let typed = &note.typed;
            let (message, help) = if by_label.get(&fold(typed)) == Some(&index) {
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
