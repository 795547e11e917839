//! What the browser is told after an edit.

use serde::Serialize;
use std::sync::Arc;

/// How the site stands. A page that has seen an older one asks for itself again.
#[derive(Debug, Clone, Default, Serialize)]
pub struct News {
    /// Told apart from those of an earlier run of the program.
    pub session: u64,
    /// Counts the times that anything served may have changed.
    pub generation: u64,
    /// The last generation after which a page has to be loaded anew; the others can be patched.
    pub reload: u64,
    /// Counts the times that the problems changed.
    pub checked: u64,
    /// Everything that is wrong, errors first.
    pub problems: Arc<Vec<Problem>>,
}

/// One thing that is wrong, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// `error`, `warning` or `note`.
    pub level: &'static str,
    /// Code of the rule.
    pub code: &'static str,
    /// The sentence.
    pub message: String,
    /// Source file, from the site's folder.
    pub file: String,
    /// Line, from 1; 0 when the file as a whole is meant.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The lines concerned, drawn as on a terminal, without colours.
    pub snippet: String,
    /// What to do; empty when nothing is known.
    pub help: String,
    /// The page that was being made; empty when it is no matter of one.
    pub page: String,
    /// Address that opens an editor at the place; empty when none is set.
    pub editor: String,
}

impl Problem {
    /// Where it is: `content/a.md:3:7`, or the file alone.
    #[must_use]
    pub fn place(&self) -> String {
        match self.line {
            0 => self.file.clone(),
            line => format!("{}:{line}:{}", self.file, self.column),
        }
    }
}
