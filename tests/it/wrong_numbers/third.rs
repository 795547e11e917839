//! A third review, of tutoring in reading, and a table of edits of it: wrong ones that a strict checker finds from the
//! records, and right ones that nobody may be told of. It was written from a list of kinds, and not from the rules.

use super::{Texts, judge, root, texts};
use crate::support::Found;
use cscare_site::diagnostic::Level;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::RangeInclusive;

/// An edit: its row in the table, what it is, where, and what is typed.
struct Edit<'t> {
    row: usize,
    section: &'t str,
    kind: &'t str,
    is_wrong: bool,
    file: &'t str,
    from: String,
    to: String,
}

impl<'t> Edit<'t> {
    fn of(row: usize, line: &'t str) -> Self {
        let [section, kind, verdict, file, from, to] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("row {row} has six columns: {line}");
        };
        assert!(matches!(verdict, "wrong" | "right"), "row {row}");
        let typed = |text: &str| text.replace("\\n", "\n").replace("\\t", "\t");
        Self { row, section, kind, is_wrong: verdict == "wrong", file, from: typed(from), to: typed(to) }
    }

    /// The review with the edit, and the lines that were typed.
    fn applied(&self, review: &Texts) -> (Texts, RangeInclusive<usize>) {
        let mut texts = review.clone();
        let text = texts.get_mut(self.file).unwrap_or_else(|| panic!("row {}: no {}", self.row, self.file));
        assert_eq!(text.matches(&self.from).count(), 1, "row {}: {} stands once", self.row, self.from);
        let first = text[..text.find(&self.from).expect("it was found")].matches('\n').count() + 1;
        *text = text.replacen(&self.from, &self.to, 1);
        (texts, first..=first + self.to.matches('\n').count())
    }

    /// Whether an error or a warning stands at the lines, or names them.
    fn is_told(&self, found: &Found, lines: &RangeInclusive<usize>) -> bool {
        found.0.iter().filter(|one| matches!(one.diagnostic.level, Level::Error | Level::Warning)).any(
            |one| {
                let places = std::iter::once(&one.primary).chain(&one.related);
                places
                    .clone()
                    .any(|place| place.file.as_str() == self.file && lines.contains(&place.start.line))
            },
        )
    }
}

#[derive(Default)]
struct Count {
    wrong: usize,
    found: usize,
    right: usize,
    reported: usize,
}

#[test]
fn a_third_review_tells_wrong_edits_from_right_ones() {
    let mut review = texts(&root().join("tests/third"));
    review.remove("planted.tsv");
    judge(&review).assert_silent();
    let table = std::fs::read_to_string(root().join("tests/third/planted.tsv")).expect("it is there");
    let edits = table.lines().enumerate().skip(1).map(|(at, line)| Edit::of(at + 1, line));
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let mut failed = String::new();
    for edit in edits {
        let (texts, lines) = edit.applied(&review);
        let found = judge(&texts);
        let is_right = if edit.is_wrong { edit.is_told(&found, &lines) } else { found.0.is_empty() };
        for section in [edit.section, "all"] {
            let count = counts.entry(section).or_default();
            match edit.is_wrong {
                true => (count.wrong, count.found) = (count.wrong + 1, count.found + usize::from(is_right)),
                false => {
                    (count.right, count.reported) =
                        (count.right + 1, count.reported + usize::from(!is_right));
                }
            }
        }
        if !is_right {
            writeln!(failed, "row {} ({}): {} → {}", edit.row, edit.kind, edit.from, edit.to)
                .expect("a text grows");
        }
    }
    let mut report = String::from("section  found of wrong  reported of right\n");
    for (section, Count { wrong, found, right, reported }) in &counts {
        writeln!(report, "{section:>7}  {found:>5} of {wrong:<5}  {reported:>8} of {right}")
            .expect("a text grows");
    }
    println!("{report}\n{failed}");
    let all = &counts["all"];
    assert!(all.wrong >= 120 && all.right >= 60, "{report}");
    assert!(all.found * 100 >= all.wrong * 95, "{report}\n{failed}");
    assert!(all.reported * 100 <= all.right * 3, "{report}\n{failed}");
}
