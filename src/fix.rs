//! Which of the known edits are made, and what each file is after them. No file is read or written here.

use crate::path::SourcePath;
use crate::report::{Located, LocatedEdit};
use crate::span::Span;
use std::collections::BTreeMap;

/// A file before and after its edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The file.
    pub file: SourcePath,
    /// Its text as it was.
    pub before: String,
    /// Its text as it should be.
    pub after: String,
    /// What was changed, in order.
    pub changes: Vec<Replacement>,
}

/// One text that took the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The line, from 1.
    pub line: usize,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// Makes every edit that is known, file by file. Where two meet, the first is made; the other is for another round.
#[must_use]
pub fn mend(located: &[Located]) -> Vec<Mended> {
    let mut chosen: BTreeMap<&SourcePath, Chosen<'_>> = BTreeMap::new();
    for one in located {
        let is_free =
            |edit: &LocatedEdit| chosen.get(&edit.place.file).is_none_or(|others| is_apart(edit, others));
        if one.fix.iter().all(is_free) {
            for edit in &one.fix {
                chosen.entry(&edit.place.file).or_default().insert(edit.place.span, edit);
            }
        }
    }
    chosen.into_values().map(mended).collect()
}

/// The edits of one file, by their places, of which no two meet.
type Chosen<'l> = BTreeMap<Span, &'l LocatedEdit>;

fn is_apart(one: &LocatedEdit, others: &Chosen<'_>) -> bool {
    let span = one.place.span;
    let (mut before, mut after) = (others.range(..span), others.range(span..));
    before.next_back().is_none_or(|(other, _)| other.end <= span.start)
        && after.next().is_none_or(|(other, _)| span.end <= other.start)
}

/// One file with its edits, of which there is at least one.
fn mended(chosen: Chosen<'_>) -> Mended {
    let edits: Vec<&LocatedEdit> = chosen.into_values().collect();
    let (file, before) = (edits[0].place.file.clone(), edits[0].place.text.to_string());
    let mut after = String::with_capacity(before.len());
    let mut at = 0;
    for edit in &edits {
        after.push_str(&before[at..edit.place.span.start]);
        after.push_str(&edit.replacement);
        at = edit.place.span.end;
    }
    after.push_str(&before[at..]);
    let changes = edits.iter().map(|edit| change(&before, edit)).collect();
    Mended { file, before, after, changes }
}

fn change(text: &str, edit: &LocatedEdit) -> Replacement {
    let before = text[edit.place.span.start..edit.place.span.end].to_owned();
    Replacement { line: edit.place.start.line, before, after: edit.replacement.clone() }
}

#[cfg(test)]
mod tests {
    use super::mend;
    use crate::diagnostic::{Diagnostic, Place, rules};
    use crate::path::SourcePath;
    use crate::report::{Located, LocatedEdit, Where};
    use crate::span::{Span, line_column};

    const TEXT: &str = "one two three";

    fn place(span: Span) -> Where {
        Where {
            file: SourcePath::new("a.md"),
            text: TEXT.into(),
            span,
            start: line_column(TEXT, span.start),
            end: line_column(TEXT, span.end),
            label: String::new(),
        }
    }

    fn mistake(edits: &[(usize, usize, &str)]) -> Located {
        let fix = edits.iter().map(|(start, end, replacement)| LocatedEdit {
            place: place(Span::new(*start, *end)),
            replacement: (*replacement).to_owned(),
        });
        let diagnostic =
            Diagnostic::new(&rules::BROKEN_LINK, Place::file(&SourcePath::new("a.md")), "it is wrong");
        Located { diagnostic, primary: place(Span::new(0, 3)), related: Vec::new(), fix: fix.collect() }
    }

    #[test]
    fn edits_that_meet_wait_and_those_of_one_mistake_stay_together() {
        let mended = mend(&[
            mistake(&[(8, 13, "3")]),
            mistake(&[(0, 3, "1"), (10, 13, "x")]),
            mistake(&[(0, 3, "I")]),
            mistake(&[]),
        ]);
        let after: Vec<&str> = mended.iter().map(|one| one.after.as_str()).collect();
        assert_eq!(after, ["I two 3"]);
        let changes: Vec<(&str, &str)> =
            mended[0].changes.iter().map(|one| (one.before.as_str(), one.after.as_str())).collect();
        assert_eq!(changes, [("one", "I"), ("three", "3")]);
    }
}
