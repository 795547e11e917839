//! Files of `static/` that a template asks the address of and that are not there.

use super::unknown::Advice;
use crate::diagnostic::did_you_mean;
use crate::source::SourceTree;

/// What a template asks addresses of.
const ASKED: &str = "site.files[";

/// The names that files have in templates.
pub(super) fn names(sources: &SourceTree) -> Vec<String> {
    let files = sources.below("static").filter_map(|path| path.as_str().strip_prefix("static/"));
    files.map(str::to_owned).collect()
}

/// What is said of a value that is not there and begins so, if it is the address of a file.
pub(super) fn missing(typed: &str, files: &[String]) -> Option<Advice> {
    let asked = typed.strip_prefix(ASKED)?.trim_start();
    let quote = asked.chars().next().filter(|first| matches!(first, '"' | '\'' | '`'))?;
    let name = asked[1..].split(quote).next()?;
    let bare = name.trim_start_matches(['.', '/']).trim_start_matches("static/");
    let help = did_you_mean(bare, files.iter().map(String::as_str));
    let help = help.unwrap_or_else(|| format!("put the file into static/ as `{bare}`, or mend its name"));
    Some((format!("there is no file `{name}` in static/"), help))
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn the_nearest_file_is_named() {
        let files = ["app.js", "img/logo.svg"].map(str::to_owned);
        for (typed, help) in [
            ("site.files[\"ap.js\"] }}", "did you mean `app.js`?"),
            ("site.files['/app.js']", "did you mean `app.js`?"),
            ("site.files[\"static/img/logo.svg\"]", "did you mean `img/logo.svg`?"),
            ("site.files[\"other.css\"]", "put the file into static/ as `other.css`"),
        ] {
            assert!(missing(typed, &files).is_some_and(|(_, said)| said.starts_with(help)), "{typed}");
        }
        assert_eq!(missing("site.files[name]", &files), None);
    }
}
