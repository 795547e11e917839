//! What a person sees: problems and the summary on standard error, data on standard output. Colours appear
//! only on a terminal, and not when `NO_COLOR` is set.

use crate::diagnostic::Level;
use crate::output::WrittenFiles;
use crate::plan::Item;
use crate::report::Located;
use crate::site::Site;
use crate::verification::PageTally;
use std::error::Error;
use std::fmt::Display;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

pub(super) const BOLD: &str = "\u{1b}[1m";
pub(super) const RED: &str = "\u{1b}[1;31m";
pub(super) const GREEN: &str = "\u{1b}[1;32m";
pub(super) const PLAIN: &str = "\u{1b}[0m";

/// Prints to standard error. A reader that went away is no error.
pub fn to_stderr(text: &str) {
    let _ = write!(anstream::stderr(), "{text}");
}

/// Prints to standard output. A reader that went away is no error.
///
/// # Errors
/// What is printed cannot be written, for example to a full disk.
pub fn to_stdout(text: &str) -> Result<(), Box<dyn Error>> {
    let mut output = anstream::stdout().lock();
    written(write!(output, "{text}").and_then(|()| output.flush()))
}

/// Prints messages to standard error. A reader that went away is no error.
///
/// # Errors
/// They cannot be written, and so nobody knows of them.
pub fn messages(text: &str) -> Result<(), Box<dyn Error>> {
    let mut output = anstream::stderr().lock();
    written(write!(output, "{text}").and_then(|()| output.flush()))
}

/// Whether something was printed.
///
/// # Errors
/// It cannot be written; a reader that went away is no error.
pub fn written(printed: io::Result<()>) -> Result<(), Box<dyn Error>> {
    match printed {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("what this command prints could not be written: {error}").into())
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Says why the program could not run. Further lines tell more about it.
pub fn failure(failure: &dyn Error) {
    let text = failure.to_string();
    let (what, more) = text.split_once('\n').map_or((text.as_str(), None), |(what, more)| (what, Some(more)));
    to_stderr(&format!("{RED}error{PLAIN}{BOLD}: {what}{PLAIN}\n"));
    if let Some(more) = more {
        to_stderr(&format!("{more}\n"));
    }
}

/// Says what is worth knowing.
pub fn note(text: impl Display) {
    to_stderr(&noted(text));
}

/// What is worth knowing, as it is said.
pub fn noted(text: impl Display) -> String {
    format!("{BOLD}note{PLAIN}: {text}\n")
}

/// Says what was found, when the site has errors.
pub fn verdict(located: &[Located], consequence: &str) {
    to_stderr(&format!("{RED}{}{PLAIN}; {consequence}\n", counted(located)));
}

/// `2 errors and 1 warning in 3 files`.
pub(super) fn counted(located: &[Located]) -> String {
    let count = |level: Level| located.iter().filter(|one| one.diagnostic.level == level).count();
    let parts = [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Note, "note")];
    let parts: Vec<String> = parts
        .into_iter()
        .map(|(level, noun)| (count(level), noun))
        .filter(|(number, _)| *number > 0)
        .map(|(number, noun)| format!("{number} {}", counted_noun(number, noun)))
        .collect();
    let mut files: Vec<&str> = located.iter().map(|one| one.primary.file.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    format!("{} in {} file{}", parts.join(" and "), files.len(), plural(files.len()))
}

/// The noun as it stands after a number.
pub(super) fn counted_noun(number: usize, noun: &str) -> String {
    format!("{noun}{}", plural(number))
}

fn plural(number: usize) -> &'static str {
    if number == 1 { "" } else { "s" }
}

/// How much there is of something, its noun, and what else is said of it.
pub type SummaryRow = (usize, String, String);

fn row(number: usize, noun: &str, more: impl Into<String>) -> SummaryRow {
    (number, noun.to_owned(), more.into())
}

/// How much there is of everything.
pub fn rows(site: &Site) -> Vec<SummaryRow> {
    let pages = site.plan.items.values().filter(|item| matches!(item, Item::Page(_))).count();
    let mut rows = vec![
        row(pages, "page", ""),
        row(site.evidence.findings.len(), "finding", ""),
        row(
            site.evidence.statistics.len(),
            "statistic",
            format!("{} bound in prose", grouped(site.graph.bound_numbers)),
        ),
        row(site.graph.links_checked, "link", "checked"),
    ];
    if site.standing.statements > 0 {
        let how = [(site.standing.verified(), "verified"), (site.standing.unverified, "not verifiable here")];
        let how = how.iter().filter(|(number, _)| *number > 0);
        let how: Vec<String> = how.map(|(number, word)| format!("{} {word}", grouped(*number))).collect();
        rows.push(row(site.standing.statements, "statement", how.join(", ")));
    }
    rows
}

/// What was found, where there was anything.
pub fn counted_if_any(located: &[Located]) -> String {
    if located.is_empty() { String::new() } else { counted(located) }
}

/// One aligned summary.
pub fn summary(
    mut rows: Vec<SummaryRow>,
    written: Option<(&WrittenFiles, &Path)>,
    counted: &str,
    took: Duration,
) {
    if let Some((written, _)) = written {
        let files = written.new + written.changed + written.unchanged;
        let how = [
            (written.new, "new"),
            (written.changed, "changed"),
            (written.unchanged, "unchanged"),
            (written.removed, "removed"),
        ];
        let how: Vec<String> = how
            .iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, word)| format!("{} {word}", grouped(*number)))
            .collect();
        rows.push(row(files, "file", how.join(", ")));
    }
    let width = rows.iter().map(|(number, ..)| grouped(*number).len()).max().unwrap_or(0);
    let mut text = String::new();
    for (number, noun, more) in rows {
        let noun = counted_noun(number, &noun);
        let line = format!("  {:>width$} {noun:<11} {more}", grouped(number));
        text.push_str(line.trim_end());
        text.push('\n');
    }
    let verb = match written {
        Some((_, output)) => format!("{GREEN}built{PLAIN} {}", shown(output)),
        None => format!("{GREEN}checked{PLAIN}"),
    };
    text.push_str(&format!("{verb} in {}", duration(took)));
    if !counted.is_empty() {
        text.push_str(&format!(", with {counted}"));
    }
    text.push('\n');
    to_stderr(&text);
}

/// What was found in the texts of an archive, page by page.
pub fn verified(tallies: &[PageTally], is_written: bool) {
    let width =
        |text: fn(&PageTally) -> &str| tallies.iter().map(|tally| text(tally).len()).max().unwrap_or(0);
    let (ids, files) = (width(|tally| &tally.id), width(|tally| &tally.snapshot));
    let mut text = String::new();
    for PageTally { id, snapshot, found, missing, own_words } in tallies {
        let mut parts = vec![format!("{found} found")];
        if *missing > 0 {
            parts.push(format!("{missing} not found"));
        }
        if *own_words > 0 {
            parts.push(format!("{own_words} in the author's own words"));
        }
        text.push_str(&format!("  {id:<ids$}  {snapshot:<files$}  {}\n", parts.join(", ")));
    }
    let sum = |number: fn(&PageTally) -> usize| tallies.iter().map(number).sum::<usize>();
    let (found, missing) = (sum(|tally| tally.found), sum(|tally| tally.missing));
    let lock = if is_written { "evidence.lock was written" } else { "evidence.lock is as it was" };
    text.push_str(&match tallies.is_empty() {
        true => "no page names a `snapshot`; there is nothing to verify\n".to_owned(),
        false => format!(
            "{}verified{PLAIN} {} of {} statements; {lock}\n",
            if missing == 0 { GREEN } else { RED },
            grouped(found),
            grouped(found + missing)
        ),
    });
    to_stderr(&text);
}

/// A path as short as it can be said from here.
pub(super) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole.strip_prefix(&here).unwrap_or(path).display().to_string()
}

pub(super) fn duration(took: Duration) -> String {
    match took.as_millis() {
        0..10_000 => format!("{} ms", took.as_millis()),
        _ => format!("{:.1} s", took.as_secs_f64()),
    }
}

/// `812 KiB`, `2.1 MiB`.
pub(super) fn size(bytes: u64) -> String {
    match bytes / 1024 {
        kibibytes @ 0..1024 => format!("{kibibytes} KiB"),
        kibibytes => format!("{}.{} MiB", kibibytes / 1024, kibibytes % 1024 * 10 / 1024),
    }
}

/// Digits with commas between thousands.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// What is waited for most.
pub(super) const BUILDING: &str = "reading and rendering …";

/// A line on a terminal once the work takes longer than a second; nothing elsewhere.
pub struct Progress {
    done: Option<(Sender<()>, thread::JoinHandle<()>)>,
}

impl Progress {
    /// Starts to wait for what the line will say.
    pub fn start(what: &'static str) -> Self {
        if !io::stderr().is_terminal() {
            return Self { done: None };
        }
        let (sender, receiver) = channel();
        let waiter = thread::spawn(move || {
            if receiver
                .recv_timeout(Duration::from_secs(1))
                .is_err_and(|error| error == std::sync::mpsc::RecvTimeoutError::Timeout)
            {
                to_stderr(&format!("{what}\n"));
            }
        });
        Self { done: Some((sender, waiter)) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, waiter)) = self.done.take() {
            drop(sender);
            let _ = waiter.join();
        }
    }
}
