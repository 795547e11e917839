//! The colours of a theme: which there are, what each stands on, and whether one can be read on another.
//!
//! Contrast is that of WCAG 2.2, success criterion 1.4.3: text needs 4.5 to 1 (level AA).

use super::SettingsReader;
use super::raw::RawColours;
use crate::diagnostic::{FieldPath, rules};
use csscolorparser::Color;
use std::collections::BTreeMap;

/// What text needs against what it stands on.
const LEAST_CONTRAST: f64 = 4.5;

/// A ground, and what the bundled stylesheet gives its colours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground {
    /// Its section below `[theme]`.
    name: &'static str,
    /// In the order of [`COLOURS`].
    usual: [&'static str; COLOURS.len()],
}

/// The fields of a ground, and the custom property that each becomes.
const COLOURS: [(&str, &str); 8] = [
    ("background", "--paper"),
    ("panel", "--tint"),
    ("text", "--ink"),
    ("muted", "--muted"),
    ("line", "--rule"),
    ("accent", "--accent"),
    ("highlight", "--accent-tint"),
    ("link", "--link"),
];

/// Light and dark. A test holds them to the bundled stylesheet.
pub(super) const GROUNDS: [Ground; 2] = [
    Ground {
        name: "light",
        usual: ["#fdfdfb", "#f2f4f1", "#191d1f", "#545c61", "#d3d8d5", "#0b5a66", "#e1eff0", "#0b5a66"],
    },
    Ground {
        name: "dark",
        usual: ["#14191b", "#1d2427", "#e6e9e7", "#a4aeb2", "#374146", "#83ccd6", "#18363c", "#83ccd6"],
    },
];

/// What is read, and what it is read on. `background` on `text` and on `accent` is the same reversed.
const READ: [&str; 4] = ["text", "muted", "accent", "link"];
const READ_ON: [&str; 3] = ["background", "panel", "highlight"];

/// The colours that an author set for one ground.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Palette(Vec<(usize, Color)>);

impl Palette {
    /// The custom properties that are set, each with its colour as CSS.
    pub fn properties(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.0.iter().map(|(place, colour)| (COLOURS[*place].1, colour.to_css_hex()))
    }

    /// Whether nothing is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether code stands on a dark panel here.
    pub(super) fn is_dark(&self, ground: Ground) -> bool {
        self.seen("panel", ground).is_some_and(|panel| is_dark(&panel))
    }

    fn own(&self, field: &str) -> Option<&Color> {
        self.0.iter().find(|(place, _)| COLOURS[*place].0 == field).map(|(_, colour)| colour)
    }

    /// A colour as it will be seen.
    fn seen(&self, field: &str, ground: Ground) -> Option<Color> {
        let usual = || COLOURS.iter().position(|(name, _)| *name == field).map(|place| ground.usual[place]);
        self.own(field).cloned().or_else(|| usual()?.parse().ok())
    }
}

impl SettingsReader<'_> {
    /// The colours of a ground. One that is none is left out; two that are too near to each other are told.
    pub(super) fn palette(&mut self, ground: Ground, typed: &RawColours) -> Palette {
        let RawColours { background, panel, text, muted, line, accent, highlight, link } = typed;
        let typed = [background, panel, text, muted, line, accent, highlight, link];
        let mut palette = Palette::default();
        for (place, typed) in typed.into_iter().enumerate() {
            let Some(typed) = typed else { continue };
            match colour(typed) {
                Ok(colour) => palette.0.push((place, colour)),
                Err((message, help)) => {
                    let field = FieldPath::key("theme").then(ground.name).then(COLOURS[place].0);
                    self.invalid(&rules::INVALID_VALUE, field, message, help.to_owned());
                }
            }
        }
        self.check_contrast(ground, &palette);
        palette
    }

    /// Tells of each colour the pair in which it is read worst. What the author has not touched is not the author's to
    /// mend, and a link in the accent's colour is told of as that.
    fn check_contrast(&mut self, ground: Ground, palette: &Palette) {
        let is_own = |field: &str| palette.own(field).is_some();
        let mut worst: BTreeMap<&str, Pair> = BTreeMap::new();
        for (text, on) in pairs().filter(|(text, _)| *text != "link" || is_own("link")) {
            let set = [text, on].into_iter().find(|field| is_own(field));
            let (Some(set), Some(pair)) = (set, Pair::of(palette, ground, text, on)) else { continue };
            if pair.contrast < LEAST_CONTRAST
                && worst.get(set).is_none_or(|worst| pair.contrast < worst.contrast)
            {
                worst.insert(set, pair);
            }
        }
        for (set, pair) in worst {
            let field = FieldPath::key("theme").then(ground.name).then(set);
            self.invalid(&rules::LOW_CONTRAST, field, pair.message(), pair.help());
        }
    }
}

/// Everything that is read, with everything that it is read on.
fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    READ.into_iter().flat_map(|text| READ_ON.map(|on| (text, on)))
}

/// A colour on another one.
struct Pair {
    text: (&'static str, Color),
    on: (&'static str, Color),
    contrast: f64,
}

impl Pair {
    fn of(palette: &Palette, ground: Ground, text: &'static str, on: &'static str) -> Option<Self> {
        let (front, back) = (palette.seen(text, ground)?, palette.seen(on, ground)?);
        Some(Self { contrast: contrast(&front, &back), text: (text, front), on: (on, back) })
    }

    fn message(&self) -> String {
        let Self { text: (text, front), on: (on, back), contrast } = self;
        // Rounded down, so that what is too little never looks like enough.
        let contrast = (contrast * 100.0).floor() / 100.0;
        let (front, back) = (front.to_css_hex(), back.to_css_hex());
        format!(
            "`{text}` (`{front}`) on `{on}` (`{back}`) has a contrast of {contrast} to 1, and text needs {LEAST_CONTRAST}"
        )
    }

    fn help(&self) -> String {
        let Self { text: (text, front), on: (on, back), .. } = self;
        match luminance(front) < luminance(back) {
            true => format!("make `{text}` darker or `{on}` lighter"),
            false => format!("make `{text}` lighter or `{on}` darker"),
        }
    }
}

/// The colour that a text of CSS means.
fn colour(typed: &str) -> Result<Color, (String, &'static str)> {
    let shown = typed.escape_debug();
    let Ok(colour) = typed.parse::<Color>() else {
        return Err((
            format!("`{shown}` is no colour"),
            "write it as in a stylesheet: `#0b5a66`, `teal` or `rgb(11 90 102)`",
        ));
    };
    match colour.a < 1.0 {
        true => Err((
            format!("`{shown}` lets shine through what is behind it"),
            "write the colour that is to be seen, without an alpha value",
        )),
        false => Ok(colour),
    }
}

/// WCAG 2.2, *contrast ratio*: (L1 + 0.05) / (L2 + 0.05), L1 being that of the lighter colour.
fn contrast(one: &Color, other: &Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Whether white can be read better on a colour than black.
fn is_dark(colour: &Color) -> bool {
    contrast(colour, &Color::from_rgba8(255, 255, 255, 255))
        > contrast(colour, &Color::from_rgba8(0, 0, 0, 255))
}

/// WCAG 2.2, *relative luminance*, of the eight bits that are shown.
fn luminance(colour: &Color) -> f64 {
    let [red, green, blue, _] = colour.to_rgba8().map(|eight| {
        let part = f64::from(eight) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::{COLOURS, Color, GROUNDS, LEAST_CONTRAST, Palette, contrast, pairs};
    use crate::path::SourcePath;
    use crate::source::SourceTree;

    fn parsed(text: &str) -> Color {
        text.parse().expect("it is a colour")
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        // The greys that are known to stand on either side of the line.
        assert!(contrast(&parsed("#767676"), &parsed("white")) >= LEAST_CONTRAST);
        assert!(contrast(&parsed("#777"), &parsed("white")) < LEAST_CONTRAST);
        assert!((contrast(&parsed("black"), &parsed("white")) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn the_bundled_colours_are_those_of_the_stylesheet_and_can_be_read() {
        let css =
            SourceTree::in_memory([]).text(&SourcePath::new("static/style.css")).expect("it is bundled");
        let dark = css.find("prefers-color-scheme: dark").expect("there is a dark ground");
        for (ground, css) in GROUNDS.into_iter().zip([&css[..dark], &css[dark..]]) {
            let rules = css.split_once(":root {").expect("it sets properties").1;
            let rules = &rules[..rules.find('}').expect("it ends")];
            for ((field, property), usual) in
                COLOURS.iter().zip(ground.usual).filter(|((field, _), _)| *field != "link")
            {
                assert!(rules.contains(&format!("{property}: {usual};")), "{field} on {}", ground.name);
            }
            for (text, on) in pairs() {
                let seen = |field| Palette::default().seen(field, ground).expect("it has a colour");
                assert!(
                    contrast(&seen(text), &seen(on)) >= LEAST_CONTRAST,
                    "{text} on {on}, {}",
                    ground.name
                );
            }
        }
    }
}
