//! How wide pages become: a length of CSS within which a page can be read.

use crate::diagnostic::nearest;

/// The narrowest and the widest page, in pixels: less cuts figures off, and more is no width at all.
const BOUNDS: (f64, f64) = (320.0, 3840.0);

/// Shares of a window that a page may take, in per cent.
const SHARES: (f64, f64) = (25.0, 100.0);

/// Units, and how many pixels each has about; none of a share.
const UNITS: [(&str, Option<f64>); 10] = [
    ("rem", Some(16.0)),
    ("px", Some(1.0)),
    ("em", Some(16.0)),
    ("ch", Some(8.0)),
    ("cm", Some(37.8)),
    ("mm", Some(3.78)),
    ("in", Some(96.0)),
    ("pt", Some(1.33)),
    ("vw", None),
    ("%", None),
];

/// Whether pages can be so wide.
///
/// # Errors
/// What is wrong with it, and what to write instead.
pub(super) fn check(typed: &str) -> Result<(), (String, String)> {
    let shown = typed.escape_debug();
    let unit = typed.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let digits = &typed[..typed.len() - unit.len()];
    let number = digits.parse::<f64>().ok();
    let known = UNITS.iter().find(|(name, _)| *name == unit);
    let Some((number, (_, pixels))) = number.zip(known) else {
        let meant = match unit.trim() {
            "" => Some("rem"),
            unit => nearest(unit, UNITS.iter().map(|(name, _)| *name)),
        };
        let help = match number.and(meant) {
            Some(unit) => format!("did you mean `{digits}{unit}`?"),
            None => "write a number and its unit, such as `74rem` or `1200px`".to_owned(),
        };
        return Err((format!("`{shown}` is no width"), help));
    };
    let (width, (least, most)) = match pixels {
        Some(pixels) => (number * pixels, BOUNDS),
        None => (number, SHARES),
    };
    if width < least {
        Err((format!("`{shown}` is too narrow for a page"), help(pixels.is_some())))
    } else if width > most {
        Err((format!("`{shown}` is wider than any page"), help(pixels.is_some())))
    } else {
        Ok(())
    }
}

fn help(is_length: bool) -> String {
    let range = if is_length { "`20rem` to `240rem`" } else { "`25%` to `100%`" };
    format!("write a width from {range}; as bundled, it is `74rem`")
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn widths_are_lengths_of_css_that_a_page_can_have() {
        for typed in ["74rem", "20rem", "240rem", "1200px", "320px", "90%", "100vw", "45.5em", "30cm"] {
            assert_eq!(check(typed), Ok(()), "{typed}");
        }
        for (typed, message, help) in [
            ("rem", "`rem` is no width", "write a number"),
            ("74", "`74` is no width", "did you mean `74rem`?"),
            ("74 rem", "`74 rem` is no width", "did you mean `74rem`?"),
            ("74REM", "`74REM` is no width", "did you mean `74rem`?"),
            ("74rems", "`74rems` is no width", "did you mean `74rem`?"),
            ("1.2.3px", "`1.2.3px` is no width", "write a number"),
            ("1000px;", "`1000px;` is no width", "did you mean `1000px`?"),
            ("wide", "`wide` is no width", "write a number"),
            ("-74rem", "`-74rem` is no width", "write a number"),
            ("2px", "`2px` is too narrow for a page", "`20rem` to `240rem`"),
            ("0rem", "`0rem` is too narrow for a page", "`20rem` to `240rem`"),
            ("9999rem", "`9999rem` is wider than any page", "`20rem` to `240rem`"),
            ("4%", "`4%` is too narrow for a page", "`25%` to `100%`"),
            ("101vw", "`101vw` is wider than any page", "`25%` to `100%`"),
        ] {
            let (found, told) = check(typed).expect_err(typed);
            assert!(found == message && told.contains(help), "{typed}: {found}, {told}");
        }
    }
}
