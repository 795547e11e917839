//! What a document is, told from the folder it stands in.

use crate::path::SourcePath;

/// The kinds of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// A primary publication, in `content/reports/`.
    Report,
    /// How somebody told reports, in `content/coverage/`.
    Coverage,
    /// A finding, in `content/findings/`.
    Finding,
    /// A topic, in `content/topics/`.
    Topic,
    /// A measure, in `content/measures/`.
    Measure,
    /// `content/glossary.md`.
    Glossary,
    /// `content/methodology.md`.
    Methodology,
    /// `content/index.md`.
    Home,
    /// The introduction of a list: `index.md` in one of the folders above.
    Introduction,
    /// Any other Markdown file.
    Page,
}

impl DocumentKind {
    /// The kind of the file at `path`.
    #[must_use]
    pub fn of(path: &SourcePath) -> Self {
        let within = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        // Some systems write names with a capital letter.
        let is_named = |name: &str| within.eq_ignore_ascii_case(name);
        if is_named("index.md") {
            return Self::Home;
        } else if is_named("glossary.md") {
            return Self::Glossary;
        } else if is_named("methodology.md") {
            return Self::Methodology;
        }
        let Some((folder, rest)) = within.split_once('/') else { return Self::Page };
        let kind = match folder {
            "reports" => Self::Report,
            "coverage" => Self::Coverage,
            "findings" => Self::Finding,
            "topics" => Self::Topic,
            "measures" => Self::Measure,
            _ => return Self::Page,
        };
        if rest.eq_ignore_ascii_case("index.md") { Self::Introduction } else { kind }
    }

    /// Whether such a document is a record, to which others refer by its id.
    #[must_use]
    pub fn is_record(self) -> bool {
        match self {
            Self::Report | Self::Coverage | Self::Finding | Self::Topic | Self::Measure => true,
            Self::Glossary | Self::Methodology | Self::Home | Self::Introduction | Self::Page => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DocumentKind;
    use crate::path::SourcePath;

    #[test]
    fn folders_decide() {
        for (path, kind) in [
            ("content/index.md", DocumentKind::Home),
            ("content/Index.md", DocumentKind::Home),
            ("content/reports/nao.md", DocumentKind::Report),
            ("content/reports/index.md", DocumentKind::Introduction),
            ("content/help/how.md", DocumentKind::Page),
            ("content/help/index.md", DocumentKind::Page),
        ] {
            assert_eq!(DocumentKind::of(&SourcePath::new(path)), kind, "{path}");
        }
    }
}
