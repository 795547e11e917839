//! From the report of a build to problems that a browser shows.

use super::editor::editor_address;
use super::news::Problem;
use crate::diagnostic::Spot;
use crate::report::{Located, snippet};
use std::path::Path;

/// All that is reported, errors first, else in the order of the report. `editor` is a name or a template of
/// [`editor_address`], `root` the site's folder as an absolute path.
#[must_use]
pub fn problems(located: &[Located], editor: &str, root: &Path) -> Vec<Problem> {
    let mut sorted: Vec<&Located> = located.iter().collect();
    sorted.sort_by_key(|one| one.diagnostic.level);
    sorted.into_iter().map(|one| problem(one, editor, root)).collect()
}

fn problem(located: &Located, editor: &str, root: &Path) -> Problem {
    let (diagnostic, place) = (&located.diagnostic, &located.primary);
    let is_whole_file = matches!(diagnostic.primary.place.spot, Spot::File);
    let line = if is_whole_file { 0 } else { place.start.line };
    Problem {
        level: diagnostic.level.name(),
        code: diagnostic.rule.code,
        message: diagnostic.message.clone(),
        file: place.file.to_string(),
        line,
        column: place.start.column,
        snippet: snippet(located),
        help: diagnostic.help.clone().unwrap_or_default(),
        page: diagnostic.page.clone().unwrap_or_default(),
        editor: editor_address(editor, root, place.file.as_str(), line, place.start.column),
    }
}

#[cfg(test)]
mod tests {
    use super::problems;
    use crate::diagnostic::{Diagnostic, Level, Place, rules};
    use crate::path::SourcePath;
    use crate::report::{Located, Where};
    use crate::span::{Span, line_column};
    use std::path::Path;

    const TEXT: &str = "---\ntitle: A page\ndrafft: yes\n---\n";

    fn located(file: &str, level: Level, span: Option<Span>) -> Located {
        let file = SourcePath::new(file);
        let place = span.map_or_else(|| Place::file(&file), |span| Place::span(&file, span));
        let mut diagnostic = Diagnostic::new(&rules::UNKNOWN_FIELD, place, "no field `drafft`");
        diagnostic.level = level;
        let span = span.unwrap_or_default();
        let primary = Where {
            file,
            text: TEXT.into(),
            span,
            start: line_column(TEXT, span.start),
            end: line_column(TEXT, span.end),
            label: "here".to_owned(),
        };
        Located { diagnostic, primary, related: Vec::new(), fix: Vec::new() }
    }

    #[test]
    fn errors_come_first_and_files_keep_their_order() {
        let report = [
            located("content/a.md", Level::Warning, None),
            located("content/b.md", Level::Error, Some(Span::new(18, 24))),
            located("content/c.md", Level::Error, None),
        ];
        let problems = problems(&report, "vscode", Path::new("/srv/site"));
        let places: Vec<String> = problems.iter().map(super::Problem::place).collect();
        assert_eq!(places, ["content/b.md:3:1", "content/c.md", "content/a.md"]);
        assert_eq!(problems[0].editor, "vscode://file/srv/site/content/b.md:3:1");
        assert_eq!(problems[0].snippet, "2 | title: A page\n3 | drafft: yes\n  | ^^^^^^ here");
        assert_eq!((problems[1].snippet.as_str(), problems[2].level), ("", "warning"));
    }
}
