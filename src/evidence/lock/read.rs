//! The text of a lock, read line by line. A line that is not as `verify` wrote it is reported, and the others are
//! read all the same.

use super::{FORM, Lock, LockEntry, LockVerdict, LockedPage, SUM, sum};
use crate::diagnostic::{Checked, Diagnostic, Place, Rule, rules};
use crate::evidence::date::PartialDate;
use crate::path::SourcePath;
use crate::span::Span;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::btree_map;

/// The help of everything that is wrong with a lock.
const RUN_AGAIN: &str = "run `cscare-site verify --archive DIR` where the archive is, or take the former `evidence.lock` \
                         from version control";

#[derive(Deserialize)]
struct ReadHead {
    evidence_lock: u32,
}

/// A line of a page or of a statement.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LockLine<'t> {
    #[serde(borrow)]
    page: Cow<'t, str>,
    #[serde(borrow, default)]
    snapshot: Option<Cow<'t, str>>,
    #[serde(borrow, default)]
    begins: Cow<'t, str>,
    #[serde(borrow, default)]
    sha256: Cow<'t, str>,
    #[serde(borrow, default)]
    what: Cow<'t, str>,
    #[serde(borrow, default)]
    value: Cow<'t, str>,
    #[serde(borrow, default)]
    at: Cow<'t, str>,
    #[serde(borrow, default)]
    verdict: Cow<'t, str>,
    #[serde(default)]
    offset: Option<usize>,
    #[serde(borrow, default)]
    date: Cow<'t, str>,
    #[serde(borrow)]
    sum: Cow<'t, str>,
}

/// Reads a lock.
#[must_use]
pub fn read(path: &SourcePath, text: &str) -> Checked<Lock> {
    let mut reader = LockReader { path, lock: Lock::default(), seeds: [0; 2], diagnostics: Vec::new() };
    let mut start = 0;
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let span = Span::new(start, start + line.trim_end().len());
        start += line.len();
        if at > 0 {
            reader.line(line.trim_end(), span);
        } else if !is_head(line) {
            let message = "this is no lock in a form that this version knows";
            reader.report(&rules::MALFORMED_LOCK, span, message.to_owned());
            break;
        }
    }
    Checked { value: reader.lock, diagnostics: reader.diagnostics }
}

fn is_head(line: &str) -> bool {
    serde_json::from_str::<ReadHead>(line).is_ok_and(|head| head.evidence_lock == FORM)
}

struct LockReader<'a> {
    path: &'a SourcePath,
    lock: Lock,
    /// The check digits of the line of the page that is being read: as printed, and as they should be.
    seeds: [u64; 2],
    diagnostics: Vec<Diagnostic>,
}

impl LockReader<'_> {
    fn report(&mut self, rule: &'static Rule, span: Span, message: String) {
        self.diagnostics.push(Diagnostic::new(rule, Place::span(self.path, span), message).help(RUN_AGAIN));
    }

    fn line(&mut self, text: &str, span: Span) {
        let is_read = match serde_json::from_str::<LockLine<'_>>(text) {
            Ok(line) if line.snapshot.is_some() => self.page(text, &line, span),
            Ok(line) => self.entry(text, &line, span),
            Err(_) => None,
        };
        if is_read.is_none() {
            let message = "this line is not one that `verify` writes".to_owned();
            self.report(&rules::MALFORMED_LOCK, span, message);
        }
    }

    /// Takes in the line of a page; `None` when it cannot be one.
    fn page(&mut self, text: &str, line: &LockLine<'_>, span: Span) -> Option<()> {
        let is_edited = self.is_edited(text, line, [0; 2], span)?;
        let (body, _) = text.rsplit_once(SUM)?;
        self.seeds = [u64::from_str_radix(&line.sum, 16).unwrap_or_default(), sum(body, 0)];
        let btree_map::Entry::Vacant(free) = self.lock.pages.entry(line.page.to_string()) else {
            return None;
        };
        free.insert(LockedPage {
            snapshot: line.snapshot.as_deref().unwrap_or_default().to_owned(),
            begins: line.begins.to_string(),
            sha256: line.sha256.to_string(),
            span,
            is_edited,
            entries: Vec::new(),
        });
        Some(())
    }

    /// Takes in a statement below its page; `None` when it cannot be one.
    fn entry(&mut self, text: &str, line: &LockLine<'_>, span: Span) -> Option<()> {
        if !self.lock.pages.contains_key(&*line.page) {
            return None;
        }
        let is_edited = self.is_edited(text, line, self.seeds, span)?;
        let entry = LockEntry {
            what: line.what.to_string(),
            value: line.value.to_string(),
            at: line.at.to_string(),
            verdict: LockVerdict::from_words(&line.verdict).or(is_edited.then_some(LockVerdict::NotFound))?,
            offset: line.offset,
            date: PartialDate::parse(&line.date).or(is_edited.then_some(PartialDate {
                year: 0,
                month: None,
                day: None,
            }))?,
            span,
            is_edited,
        };
        self.lock.pages.get_mut(&*line.page)?.entries.push(entry);
        Some(())
    }

    /// Whether a line is not as it was written, which is then reported; `None` without check digits.
    fn is_edited(&mut self, text: &str, line: &LockLine<'_>, seeds: [u64; 2], span: Span) -> Option<bool> {
        let (body, _) = text.rsplit_once(SUM)?;
        let is_edited = !seeds.iter().any(|seed| format!("{:016x}", sum(body, *seed)) == *line.sum);
        if is_edited {
            let name = if line.what.is_empty() { "snapshot" } else { &line.what };
            let message = format!("what the lock says of `{}` ({name}) was changed by hand", line.page);
            self.report(&rules::EDITED_LOCK, span, message);
        }
        Some(is_edited)
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::evidence::date::PartialDate;
    use crate::evidence::lock::{Lock, LockEntry, LockVerdict, LockedPage, to_text};
    use crate::path::SourcePath;
    use crate::span::Span;

    fn lock() -> Lock {
        let entry = |value: &str, offset| LockEntry {
            what: "telling a.b".to_owned(),
            value: value.to_owned(),
            at: "paragraph \"1\"".to_owned(),
            verdict: LockVerdict::Found,
            offset: Some(offset),
            date: PartialDate::parse("2026-01-02").expect("it is a date"),
            span: Span::default(),
            is_edited: false,
        };
        let page = LockedPage {
            snapshot: "a.txt".to_owned(),
            sha256: "00".repeat(32),
            entries: vec![entry("}}", 1), entry("£872m", 20)],
            ..LockedPage::default()
        };
        Lock { pages: [("a".to_owned(), page)].into() }
    }

    fn codes(text: &str) -> Vec<&'static str> {
        let read = read(&SourcePath::new("evidence.lock"), text);
        read.diagnostics.iter().map(|found| found.rule.code).collect()
    }

    #[test]
    fn what_is_written_is_read() {
        let text = to_text(&lock());
        let read = read(&SourcePath::new("evidence.lock"), &text);
        assert_eq!(read.diagnostics, []);
        assert_eq!(to_text(&read.value), text);
        assert_eq!(read.value.pages["a"].entries[1].value, "£872m");
        assert_eq!(codes(&text.replace('\n', "\r\n")), [""; 0]);
    }

    #[test]
    fn every_changed_digit_is_noticed() {
        let text = to_text(&lock());
        for (at, _) in text.char_indices().filter(|(_, letter)| letter.is_ascii_digit()) {
            let digit = if &text[at..=at] == "7" { "8" } else { "7" };
            let edited = [&text[..at], digit, &text[at + 1..]].concat();
            assert!(!codes(&edited).is_empty(), "{edited}");
        }
        assert_eq!(codes(&text.replace("£872m", "£873m")), ["V005"]);
        assert_eq!(codes(&text.replace("0000", "1111")), ["V005"]);
    }

    #[test]
    fn what_is_no_lock_is_told_once() {
        let text = to_text(&lock());
        assert_eq!(codes("nonsense\nmore\n"), ["V006"]);
        assert_eq!(codes(&text.replacen("k\":1", "k\":2", 1)), ["V006"]);
        assert_eq!(codes(&format!("{text}<<<<<<< HEAD\n")), ["V006"]);
        assert_eq!(codes(""), [""; 0]);
    }
}
