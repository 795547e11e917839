//! Addresses that open a file in an editor at a place.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::path::Path;

/// Everything but what means the same in every part of an address, and the slashes of the path.
const IN_FILE_NAME: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Editors and their templates; `{path}` is absolute and lacks the slash at its start.
const EDITORS: &[(&str, &str)] = &[
    ("none", ""),
    ("vscode", "vscode://file/{path}:{line}:{column}"),
    ("vscodium", "vscodium://file/{path}:{line}:{column}"),
    ("cursor", "cursor://file/{path}:{line}:{column}"),
    ("zed", "zed://file/{path}:{line}:{column}"),
    ("idea", "idea://open?file=/{path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file:///{path}&line={line}&column={column}"),
];

/// Addresses that a browser would open or run itself.
const OF_THE_BROWSER: &[&str] =
    &["javascript", "data", "vbscript", "blob", "file", "http", "https", "about", "view-source"];

/// The names that an editor may be chosen by.
pub fn editor_names() -> impl Iterator<Item = &'static str> {
    EDITORS.iter().map(|(name, _)| *name)
}

/// The template that a name or a template of one's own means; `None` when it is neither.
#[must_use]
pub fn editor_template(scheme: &str) -> Option<&str> {
    let known = EDITORS.iter().find(|(name, _)| *name == scheme).map(|(_, template)| *template);
    known.or_else(|| is_template(scheme).then_some(scheme))
}

fn is_template(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is_word = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_word && rest.contains("{path}") && !OF_THE_BROWSER.contains(&scheme.to_ascii_lowercase().as_str())
}

/// The address that opens a file of the site below `root` (an absolute path) at a line and column; line 0
/// is the file as a whole. `scheme` is a name, or a template with `{path}`, `{line}` and `{column}`. Empty
/// when no editor is meant.
#[must_use]
pub fn editor_address(scheme: &str, root: &Path, file: &str, line: usize, column: usize) -> String {
    let Some(template) = editor_template(scheme) else { return String::new() };
    let root = root.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    let path = format!("{}/{file}", root.trim_matches('/'));
    let path = utf8_percent_encode(path.trim_start_matches('/'), IN_FILE_NAME).to_string();
    // The path last: encoded, it cannot hold a brace; the template's own numbers are put in before.
    template
        .replace("{line}", &line.max(1).to_string())
        .replace("{column}", &column.max(1).to_string())
        .replace("{path}", &path)
}

#[cfg(test)]
mod tests {
    use super::{editor_address, editor_names, editor_template};
    use std::path::Path;

    fn address(scheme: &str, root: &str, file: &str) -> String {
        editor_address(scheme, Path::new(root), file, 3, 7)
    }

    #[test]
    fn known_editors_open_the_place() {
        for (scheme, expected) in [
            ("vscode", "vscode://file/srv/site/content/a.md:3:7"),
            ("vscodium", "vscodium://file/srv/site/content/a.md:3:7"),
            ("cursor", "cursor://file/srv/site/content/a.md:3:7"),
            ("zed", "zed://file/srv/site/content/a.md:3:7"),
            ("idea", "idea://open?file=/srv/site/content/a.md&line=3&column=7"),
            ("sublime", "subl://open?url=file:///srv/site/content/a.md&line=3&column=7"),
            (
                "txmt://open?url=file:///{path}&line={line}",
                "txmt://open?url=file:///srv/site/content/a.md&line=3",
            ),
            ("none", ""),
        ] {
            assert_eq!(address(scheme, "/srv/site", "content/a.md"), expected);
        }
        assert!(editor_names().all(|name| editor_template(name).is_some()));
    }

    #[test]
    fn names_are_encoded_whatever_they_hold() {
        assert_eq!(
            address("idea", "/srv/my site", "content/50%&é#?{line}:+.md"),
            "idea://open?file=/srv/my%20site/content/50%25%26%C3%A9%23%3F%7Bline%7D%3A%2B.md&line=3&column=7"
        );
        assert_eq!(address("vscode", "/", "a.md"), "vscode://file/a.md:3:7");
        assert_eq!(editor_address("zed", Path::new("/s"), "a.md", 0, 0), "zed://file/s/a.md:1:1");
    }

    #[test]
    fn what_is_no_editor_gives_no_address() {
        for scheme in
            ["", "emcas", "vscode://file/", "javascript:alert('{path}')", "HTTPS://e.org/{path}", " x:{path}"]
        {
            assert_eq!(editor_template(scheme), None, "{scheme}");
            assert_eq!(address(scheme, "/srv", "a.md"), "");
        }
    }
}
