//! Says what became of files that were to be written.

use super::terminal::{self, BOLD, GREEN, PLAIN};
use crate::output::fresh::{FreshOutcome, NewFile};

/// One line for each file that is new, and one for each that something else stands in the place of.
pub fn files(files: &[NewFile], outcomes: &[FreshOutcome]) {
    let mut text = String::new();
    for (file, outcome) in files.iter().zip(outcomes) {
        match outcome {
            FreshOutcome::Written => text.push_str(&format!("{GREEN}wrote{PLAIN} {}\n", file.path)),
            FreshOutcome::Kept => {
                text.push_str(&format!("{BOLD}kept{PLAIN}  {}, which was there already\n", file.path));
            }
            FreshOutcome::Same => {}
        }
    }
    if text.is_empty() {
        text.push_str("nothing to do: every file is there already\n");
    }
    terminal::to_stderr(&text);
}

/// A remark of one line.
pub fn note(text: &str) {
    terminal::to_stderr(&format!("{BOLD}note{PLAIN}: {text}\n"));
}
