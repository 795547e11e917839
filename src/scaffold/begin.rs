//! What a new site begins with: settings, one example of each kind of record, an editor's setup and a workflow.
//!
//! The example is about nothing in particular, says on every page that it is made up, and shows a bound number, a
//! term and a link.

use super::{editor, workflow};
use crate::config::Language;
use crate::output::fresh::NewFile;

/// What is asked for a new site.
#[derive(Debug, Clone)]
pub struct SiteBeginning {
    /// Its title.
    pub title: String,
    /// BCP 47 tag of its language.
    pub language: String,
    /// Where it will be published, if that is known.
    pub base_url: Option<String>,
}

/// The file that makes a folder a site. It is written last, so that a beginning that was cut short is begun again.
pub const SETTINGS: &str = "site.toml";

const EXAMPLES: [(&str, &str); 6] = [
    ("content/index.md", include_str!("site/content/index.md")),
    ("content/glossary.md", include_str!("site/content/glossary.md")),
    ("content/reports/example-tree-count.md", include_str!("site/content/reports/example-tree-count.md")),
    ("content/findings/example-more-trees.md", include_str!("site/content/findings/example-more-trees.md")),
    ("content/topics/example-greenery.md", include_str!("site/content/topics/example-greenery.md")),
    (
        "content/measures/example-street-trees.md",
        include_str!("site/content/measures/example-street-trees.md"),
    ),
];

/// Every file of a new site, in the order in which they are written.
#[must_use]
pub fn files(beginning: &SiteBeginning) -> Vec<NewFile> {
    let examples =
        EXAMPLES.iter().map(|(path, text)| NewFile::new(*path, example(text, &beginning.language)));
    let mut files: Vec<NewFile> = examples.collect();
    files.push(NewFile::new(".gitignore", include_str!("site/gitignore")));
    files.extend(editor::files());
    files.push(workflow::file());
    files.push(NewFile::new(SETTINGS, settings(beginning)));
    files
}

/// The example is in English, and says so where the site is not.
fn example(text: &str, language: &str) -> String {
    let note = "---\n# The language of this page, where it is not that of the site.\nlang: en\n";
    if Language::of(language).is_english() { text.to_owned() } else { text.replacen("---\n", note, 1) }
}

fn settings(beginning: &SiteBeginning) -> String {
    let SiteBeginning { title, language, base_url } = beginning;
    let base_url = match base_url {
        Some(address) => format!("base_url = {}\n", quoted(address)),
        None => "# base_url = \"https://OWNER.github.io/REPOSITORY/\"\n".to_owned(),
    };
    format!(
        "#:schema .vscode/schemas/site.json\n\
         title = {}\n\
         description = \"An evidence review whose numbers are checked against their sources.\"\n\
         language = {}\n\
         # Where the site will be published. GitHub's workflow passes its own address to the build.\n\
         {base_url}\
         # Topics in the order in which they are listed; others follow by title.\n\
         topics = [\"example-greenery\"]\n\n\
         # Numbers that nothing checks stop the build; without this they are warnings.\n\
         # [rules]\n\
         # preset = \"strict\"\n",
        quoted(title),
        quoted(language),
    )
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// A title made from a folder's name: `street-trees` → `Street trees`.
#[must_use]
pub fn title_from(name: &str) -> String {
    let words: Vec<&str> = name
        .split(|letter: char| letter == '-' || letter == '_' || letter.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect();
    let title = words.join(" ");
    let mut letters = title.chars();
    match letters.next() {
        Some(first) if title.chars().any(char::is_alphanumeric) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => "My evidence review".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{SiteBeginning, settings, title_from};

    #[test]
    fn hostile_titles_stay_texts() {
        for title in ["a \"quoted\" title", "back\\slash", "line\nbreak", "\u{7f}\u{1}", "[x](stat:a.b)"] {
            let beginning = SiteBeginning {
                title: title.into(),
                language: "en".into(),
                base_url: Some("https://e.org/".into()),
            };
            let table: toml::Table = settings(&beginning).parse().expect(title);
            assert_eq!(table["title"].as_str(), Some(title));
        }
    }

    #[test]
    fn folders_become_titles() {
        for (name, title) in [
            ("street-trees", "Street trees"),
            ("Evidence_of 2024", "Evidence of 2024"),
            ("übergang", "Übergang"),
            ("", "My evidence review"),
            ("...", "My evidence review"),
        ] {
            assert_eq!(title_from(name), title);
        }
    }
}
