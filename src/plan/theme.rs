//! What `[theme]` of the settings makes: a small stylesheet with the colours, fonts and width, and files of `static/` that
//! every page loads.

use super::assets::fingerprinted;
use super::{Item, Planner};
use crate::config::{PICTURES, SCRIPTS, STYLESHEETS, ThemeSettings, ends_in};
use crate::diagnostic::{Diagnostic, FieldPath, Place, did_you_mean, rules};
use crate::document::highlight;
use crate::path::{SourcePath, UrlPath};
use crate::source::SourceTree;

/// The stylesheet that an author's own of this name replaces.
const BUNDLED: &str = "static/style.css";

/// The settings of the look as a stylesheet; nothing when all is as usual. On paper everything stays black on white.
#[must_use]
pub fn stylesheet(theme: &ThemeSettings) -> Option<String> {
    let mut css = String::new();
    let fonts = theme.fonts.iter().map(|(property, families)| (*property, families.clone()));
    let width = theme.width.iter().map(|width| ("--width", width.clone()));
    write_rules(&mut css, None, fonts.chain(width));
    // What is set for a light ground must not reach the dark one, where the bundled colours stay.
    let media = ["light", "dark"].map(|ground| format!("screen and (prefers-color-scheme: {ground})"));
    for (media, palette) in media.into_iter().zip(&theme.grounds).filter(|(_, palette)| !palette.is_empty()) {
        write_rules(&mut css, Some(&media), palette.properties());
    }
    Some(css).filter(|css| !css.is_empty())
}

fn write_rules(
    css: &mut String,
    media: Option<&str>,
    properties: impl Iterator<Item = (&'static str, String)>,
) {
    let mut rules = String::new();
    for (property, value) in properties {
        rules.extend(["  ", property, ": ", &value, ";\n"]);
    }
    match media {
        _ if rules.is_empty() => {}
        None => css.extend([":root {\n", &rules, "}\n"]),
        Some(media) => css.extend(["@media ", media, " { :root {\n", &rules, "} }\n"]),
    }
}

impl Planner<'_> {
    /// Looks for the highlighting themes, and whether each suits its ground.
    pub(super) fn themes(&mut self) {
        let themes = &self.config.highlight;
        for (field, name, is_dark) in
            [("light", &themes.light, themes.are_dark[0]), ("dark", &themes.dark, themes.are_dark[1])]
        {
            let place = Place::value(&SourcePath::new("site.toml"), FieldPath::key("highlight").then(field));
            if highlight::themes().any(|theme| theme == name) {
                let is_of_dark = highlight::is_dark(name);
                self.diagnostics.extend((is_of_dark != is_dark).then(|| unfit_theme(place, name, is_dark)));
                continue;
            }
            let help = did_you_mean(name, highlight::themes()).unwrap_or_else(|| {
                format!("themes are: {}", highlight::themes().collect::<Vec<_>>().join(", "))
            });
            let message = format!("there is no highlighting theme `{name}`");
            self.diagnostics.push(Diagnostic::new(&rules::UNKNOWN_THEME, place, message).help(help));
        }
    }

    /// Plans the stylesheet, and looks for the files that the settings name.
    pub(super) fn theme(&mut self) {
        if let Some(css) = stylesheet(&self.config.theme) {
            let url = UrlPath::new(&fingerprinted("theme.css", css.as_bytes()));
            self.put(&url, Item::ThemeStylesheet, None);
            self.plan.theme_stylesheet = Some(url);
        }
        let theme = &self.config.theme;
        let field = FieldPath::key("theme");
        let logo = theme.logo.iter().map(|logo| (field.then("logo").then("file"), &logo.file, &PICTURES[..]));
        let lists = [
            ("stylesheets", &theme.stylesheets, &STYLESHEETS[..]),
            ("scripts", &theme.scripts, &SCRIPTS[..]),
        ];
        let lists = lists.into_iter().flat_map(|(list, files, endings)| {
            let field = field.then(list);
            files.iter().map(move |(place, name)| (field.at(*place), name, endings))
        });
        let files = logo.chain(lists);
        let missing: Vec<Diagnostic> =
            files.filter_map(|(field, name, endings)| self.missing(field, name, endings)).collect();
        self.diagnostics.extend(missing);
        self.diagnostics.extend(self.replaced_stylesheet());
    }

    /// What is said of a file that is not there; `endings` are those of files that could be meant.
    fn missing(&self, field: FieldPath, name: &str, endings: &[&str]) -> Option<Diagnostic> {
        let path = SourcePath::new(&["static/", name].concat());
        if self.sources.contains(&path) {
            return None;
        }
        let name = name.strip_prefix("static/").unwrap_or(name);
        let names = self.sources.below("static").filter_map(|path| path.as_str().strip_prefix("static/"));
        let names = names.filter(|name| ends_in(name, endings));
        let help = did_you_mean(name, names)
            .unwrap_or_else(|| format!("make the file `{path}`, or name another one"));
        let message = format!("there is no file `{path}`");
        let place = Place::value(&SourcePath::new("site.toml"), field);
        Some(Diagnostic::new(&rules::MISSING_ASSET, place, message).help(help))
    }

    /// One that holds what the bundled one holds replaces nothing yet.
    fn replaced_stylesheet(&self) -> Option<Diagnostic> {
        let path = SourcePath::new(BUNDLED);
        let bundled = SourceTree::bundled(&path)?;
        if self.sources.is_bundled(&path) || self.sources.bytes(&path).ok()? == bundled {
            return None;
        }
        let message = "this stylesheet stands in for the bundled one, of which nothing is left";
        let help = "to keep the bundled look and add to it, give this file another name, such as `custom.css`, and write \
                    `stylesheets = [\"custom.css\"]` under `[theme]` in site.toml";
        Some(Diagnostic::new(&rules::REPLACED_STYLESHEET, Place::file(&path), message).help(help))
    }
}

/// What is said of a highlighting theme whose colours cannot be read on the panel that code stands on.
fn unfit_theme(place: Place, name: &str, is_dark: bool) -> Diagnostic {
    let (made_for, found) = if is_dark { ("light", "dark") } else { ("dark", "light") };
    let fit: Vec<String> = highlight::themes()
        .filter(|theme| highlight::is_dark(theme) == is_dark)
        .map(|theme| format!("`{theme}`"))
        .collect();
    let message =
        format!("`{name}` has colours for a {made_for} ground, and code stands on a {found} `panel`");
    let help = format!("name a theme for a {found} ground ({}), or none", fit.join(", "));
    Diagnostic::new(&rules::LOW_CONTRAST, place, message).help(help)
}
