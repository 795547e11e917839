//! The body of a page: sections, links, bound numbers, a table, footnotes, and now and then code.

use super::random::Random;
use super::words::{HEADINGS, TERMS, sentence};
use super::{Corpus, Folder, code, some_area};
use std::fmt::{self, Write as _};

/// Every so many pages one has code.
const CODE_EVERY: usize = 10;

/// What a table says of an area. A number here would have to be bound.
const TRENDS: [&str; 6] = ["more", "less", "same", "none", "few", "all"];

/// Sections of a page.
const SECTIONS: usize = 4;

/// Where a body is being written.
pub struct Body<'a> {
    /// The site.
    pub corpus: &'a Corpus,
    /// The page's own sequence.
    pub random: &'a mut Random,
    /// Kind of the page.
    pub folder: Folder,
    /// Its place among pages of its kind.
    pub place: usize,
    /// Numbers to bind, as links.
    pub bound: Vec<String>,
}

impl Body<'_> {
    /// Writes the body.
    pub fn write(mut self, text: &mut String) -> fmt::Result {
        let footnotes = 2 + self.random.below(2);
        self.sentences(3, text);
        self.binding(text)?;
        end_paragraph(text);
        let headings = self.random.several(SECTIONS, HEADINGS.len());
        for (section, heading) in headings.into_iter().enumerate() {
            let anchor = if section == 1 { " {#method}" } else { "" };
            writeln!(text, "\n## {}{anchor}\n", HEADINGS[heading])?;
            self.section(section, section < footnotes, text)?;
        }
        if self.place.is_multiple_of(CODE_EVERY) {
            let page = self.place * Folder::ALL.len() + self.folder as usize;
            code::block(self.random, page, text)?;
        }
        for note in 0..footnotes {
            write!(text, "\n[^note-{note}]: ")?;
            self.sentences(1, text);
            end_paragraph(text);
        }
        Ok(())
    }

    fn sentences(&mut self, count: usize, text: &mut String) {
        for _ in 0..count {
            sentence(self.random, text);
        }
    }

    fn section(&mut self, section: usize, has_footnote: bool, text: &mut String) -> fmt::Result {
        self.sentences(3, text);
        self.link(section, text)?;
        if has_footnote {
            text.truncate(text.trim_end().len());
            write!(text, "[^note-{section}]")?;
        }
        end_paragraph(text);
        text.push('\n');
        self.sentences(3, text);
        match section {
            0 => self.term(text)?,
            2 => self.link(SECTIONS, text)?,
            _ => {}
        }
        self.binding(text)?;
        end_paragraph(text);
        if section == 1 { self.table(text) } else { Ok(()) }
    }

    /// A sentence around a number that is bound to a statistic, while there are any left.
    fn binding(&mut self, text: &mut String) -> fmt::Result {
        let Some(number) = self.bound.pop() else { return Ok(()) };
        let area = some_area(self.random);
        match self.random.below(4) {
            0 => write!(text, "The figure for {area} is {number}."),
            1 => write!(text, "At {number} it is higher than in {area}."),
            2 => write!(text, "The source prints {number}, and says nothing of {area}."),
            _ => write!(text, "Nobody had expected {number}, least of all in {area}."),
        }
    }

    fn term(&mut self, text: &mut String) -> fmt::Result {
        let (id, title, _) = self.random.pick(&TERMS);
        write!(text, "Much depends on what is meant by [{}](term:{id}). ", title.to_lowercase())
    }

    /// A sentence with a link to a page, of a kind that depends on `turn`.
    fn link(&mut self, turn: usize, text: &mut String) -> fmt::Result {
        let kinds = [Folder::Topics, Folder::Reports, Folder::Findings, Folder::Measures, Folder::Coverage];
        let wanted = kinds[turn % kinds.len()];
        let folder = if self.corpus.count(wanted) == 0 { Folder::Reports } else { wanted };
        let some = self.random.below(self.corpus.count(folder));
        // Each report leads to the next, so that none is left alone.
        let is_report = folder == Folder::Reports && self.folder == Folder::Reports;
        let place = if is_report { (self.place + 1) % self.corpus.count(folder) } else { some };
        let id = self.corpus.id(folder, place);
        let way = if folder == self.folder { String::new() } else { format!("../{}/", folder.name()) };
        let anchor = if self.random.once_in(3) { "#method" } else { "" };
        match folder {
            Folder::Topics => write!(text, "The wider picture is under [{id}]({way}{id}.md). "),
            Folder::Reports => write!(text, "An [earlier report]({way}{id}.md{anchor}) went another way. "),
            Folder::Findings => write!(text, "It bears on [another finding]({way}{id}.md{anchor}). "),
            Folder::Measures => write!(text, "How it is [measured]({way}{id}.md) matters. "),
            Folder::Coverage => write!(text, "[One article]({way}{id}.md) told it differently. "),
        }
    }

    fn table(&mut self, text: &mut String) -> fmt::Result {
        text.push_str("\n| Area | First wave | Second wave | Providers |\n|---|--:|--:|--:|\n");
        for _ in 0..5 {
            let area = some_area(self.random);
            let [first, second, providers] = [(); 3].map(|()| self.random.pick(&TRENDS));
            writeln!(text, "| {area} | {first} | {second} | {providers} |")?;
        }
        Ok(())
    }
}

/// Ends a line without a space before its end.
fn end_paragraph(text: &mut String) {
    text.truncate(text.trim_end().len());
    text.push('\n');
}
