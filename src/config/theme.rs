//! The section `[theme]` of `site.toml`: colours, fonts, the width, a logo, and files of the author's own. Whether these
//! files exist is asked in `plan`.

use super::SettingsReader;
use super::colours::{GROUNDS, Palette};
use super::raw::{RawColours, RawFonts, RawLogo, RawTheme};
use super::width;
use crate::address::is_external;
use crate::diagnostic::{FieldPath, rules};

/// What files of the theme end in, by what they are.
pub const STYLESHEETS: [&str; 1] = ["css"];
/// The same of scripts.
pub const SCRIPTS: [&str; 2] = ["js", "mjs"];
/// The same of pictures.
pub const PICTURES: [&str; 7] = ["svg", "png", "jpg", "jpeg", "webp", "avif", "gif"];

/// Whether the name of a file ends in one of these.
#[must_use]
pub fn ends_in(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// How a site looks, as far as its settings say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ThemeSettings {
    /// Colours on a light ground and on a dark one.
    pub grounds: [Palette; 2],
    /// Families of fonts, by the custom property that each becomes.
    pub fonts: Vec<(&'static str, String)>,
    /// How wide pages become, as a length of CSS.
    pub width: Option<String>,
    /// A picture in the header.
    pub logo: Option<Logo>,
    /// Files of `static/` that every page loads: first their place in the settings, then their name.
    pub stylesheets: Vec<(usize, String)>,
    /// The same of scripts.
    pub scripts: Vec<(usize, String)>,
}

/// A picture in the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// A file of `static/`.
    pub file: String,
    /// What it says, for those who cannot see it; empty when the title stands beside it.
    pub alt: String,
}

impl SettingsReader<'_> {
    pub(super) fn theme(&mut self, typed: RawTheme) -> ThemeSettings {
        let colours = [typed.light.unwrap_or_default(), typed.dark.unwrap_or_default()];
        let [light, dark] = GROUNDS;
        let grounds = [(light, &colours[0]), (dark, &colours[1])]
            .map(|(ground, typed): (_, &RawColours)| self.palette(ground, typed));
        ThemeSettings {
            grounds,
            fonts: self.fonts(typed.fonts.unwrap_or_default()),
            width: typed.width.filter(|width| self.is_width(width)),
            logo: typed.logo.and_then(|logo| self.logo(logo)),
            stylesheets: self.files("stylesheets", &STYLESHEETS, typed.stylesheets.unwrap_or_default().0),
            scripts: self.files("scripts", &SCRIPTS, typed.scripts.unwrap_or_default().0),
        }
    }

    fn logo(&mut self, RawLogo { file, alt }: RawLogo) -> Option<Logo> {
        let field = FieldPath::key("theme").then("logo").then("file");
        Some(Logo { file: self.named(&field, &PICTURES, &file)?, alt })
    }

    /// Families of fonts that can stand in a stylesheet.
    fn fonts(&mut self, typed: RawFonts) -> Vec<(&'static str, String)> {
        let typed = [
            ("text", "--serif", typed.text),
            ("interface", "--sans", typed.interface),
            ("code", "--mono", typed.code),
        ];
        let mut fonts = Vec::new();
        for (field, property, families) in typed {
            let Some(families) = families else { continue };
            if families.split(',').all(is_family) {
                fonts.push((property, families));
                continue;
            }
            let message = format!("`{}` is no list of font families", families.escape_debug());
            let help = "write names with commas between them, and those of more than letters in quotation marks: \
                        `Georgia, 'Source Serif 4', serif`";
            let field = FieldPath::key("theme").then("fonts").then(field);
            self.invalid(&rules::INVALID_VALUE, field, message, help.to_owned());
        }
        fonts
    }

    fn is_width(&mut self, typed: &str) -> bool {
        let Err((message, help)) = width::check(typed) else { return true };
        self.invalid(&rules::INVALID_VALUE, FieldPath::key("theme").then("width"), message, help);
        false
    }

    /// Files of `static/` that end in one of these, each with its place in the settings.
    fn files(&mut self, list: &str, endings: &[&str], typed: Vec<String>) -> Vec<(usize, String)> {
        let field = FieldPath::key("theme").then(list);
        let files = typed.into_iter().enumerate();
        files
            .filter_map(|(place, name)| Some((place, self.named(&field.at(place), endings, &name)?)))
            .collect()
    }

    fn named(&mut self, field: &FieldPath, endings: &[&str], typed: &str) -> Option<String> {
        if is_external(typed) || ends_in(typed, endings) {
            return self.file(field, typed);
        }
        let endings: Vec<String> = endings.iter().map(|ending| format!("`.{ending}`")).collect();
        let message = format!("`{}` does not end in {}", typed.escape_debug(), endings.join(" or "));
        let help = format!("name a file of static/ that ends in {}", endings[0]);
        self.invalid(&rules::INVALID_VALUE, field.clone(), message, help);
        None
    }

    /// A file of `static/`: nothing comes from another host.
    fn file(&mut self, field: &FieldPath, typed: &str) -> Option<String> {
        if !is_external(typed) {
            return Some(typed.trim_start_matches('/').to_owned());
        }
        let shown = typed.escape_debug();
        let message = format!("`{shown}` is an address of another site, where a file of static/ belongs");
        let help = "put a copy of it into static/ and name that: readers' browsers ask no other host";
        self.invalid(&rules::INVALID_VALUE, field.clone(), message, help.to_owned());
        None
    }
}

/// A name of a font: words of letters, or any text in quotation marks.
fn is_family(typed: &str) -> bool {
    let typed = typed.trim();
    let quote = typed.chars().next().filter(|first| matches!(first, '"' | '\''));
    let quoted = quote.and_then(|quote| typed.strip_prefix(quote)?.strip_suffix(quote));
    let is_harmless = |letter: char| !letter.is_control() && !matches!(letter, '"' | '\'' | '\\' | '<');
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_alphabetic() || matches!(first, '-' | '_'))
            && word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
    };
    match (quote, quoted) {
        (Some(_), Some(name)) => !name.trim().is_empty() && name.chars().all(is_harmless),
        (Some(_), None) => false,
        (None, _) => !typed.is_empty() && typed.split_whitespace().all(is_word),
    }
}

#[cfg(test)]
mod tests {
    use super::is_family;

    #[test]
    fn families_are_what_css_takes() {
        for family in
            ["Georgia", " \"Source Serif 4\"", "'Segoe UI'", "Noto Sans", "-apple-system", "Übersee"]
        {
            assert!(is_family(family), "{family}");
        }
        for other in ["", "\"", "'a", "a; b", "url(a)", "8bit", "a}", "\"a\\\"", "'</style>'", "\"a\nb\""] {
            assert!(!is_family(other), "{other}");
        }
    }
}
