//! How many messages a person is shown: of one rule, some in each file and not too many in all. The rest is counted.
//! Formats for programs leave nothing out.

use super::Located;
use std::collections::BTreeMap;

/// Messages of one rule that are shown of one file.
const IN_A_FILE: usize = 50;

/// Messages of one rule that are shown in all.
const IN_ALL: usize = 500;

/// What was shown and left out of one rule.
#[derive(Debug, Default)]
struct RuleTally<'l> {
    shown: usize,
    /// By file.
    here: BTreeMap<&'l str, usize>,
    left_out: usize,
    files: usize,
}

/// Counts messages while they are shown.
#[derive(Debug, Default)]
pub(super) struct Most<'l>(BTreeMap<&'static str, RuleTally<'l>>);

impl<'l> Most<'l> {
    /// Whether this one is still to be shown.
    pub fn takes(&mut self, located: &'l Located) -> bool {
        let tally = self.0.entry(located.diagnostic.rule.code).or_default();
        let here = tally.here.entry(located.primary.file.as_str()).or_default();
        if *here < IN_A_FILE && tally.shown < IN_ALL {
            *here += 1;
            tally.shown += 1;
            return true;
        }
        tally.files += usize::from(*here <= IN_A_FILE);
        *here = IN_A_FILE + 1;
        tally.left_out += 1;
        false
    }

    /// A line for each rule of which some were not shown.
    pub fn left_out(&self) -> String {
        let mut text = String::new();
        for (code, tally) in self.0.iter().filter(|(_, tally)| tally.left_out > 0) {
            let files = if tally.files == 1 { "1 file".to_owned() } else { format!("{} files", tally.files) };
            text.push_str(&format!("and {} more of {code} in {files}\n", tally.left_out));
        }
        if !text.is_empty() {
            text.push_str("`--format short` tells every one in a line\n\n");
        }
        text
    }
}
