//! The markers official statistics print beside, or instead of, a number.
//!
//! The letters are those of the UK Government Analysis Function's guidance on
//! symbols in tables; the observation status codes are those of the SDMX code
//! list `CL_OBS_STATUS` 2.2. It deliberately holds no wording: meanings are keys
//! into a caller's catalogue.

use std::fmt;

/// A bracketed marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Marker {
    /// `[b]`: a break in the time series.
    Break,
    /// `[c]`: suppressed to keep it confidential.
    Confidential,
    /// `[e]`: estimated.
    Estimated,
    /// `[low]`: rounds to zero but is not zero.
    Low,
    /// `[p]`: provisional.
    Provisional,
    /// `[r]`: revised.
    Revised,
    /// `[x]`: not available.
    Unavailable,
    /// `[z]`: not applicable.
    NotApplicable,
}

/// Marker, printed form, SDMX observation status, key of its meaning.
const TABLE: [(Marker, &str, &str, &str); 8] = [
    (Marker::Break, "[b]", "B", "marker_b"),
    (Marker::Confidential, "[c]", "Q", "marker_c"),
    (Marker::Estimated, "[e]", "E", "marker_e"),
    (Marker::Low, "[low]", "N", "marker_low"),
    (Marker::Provisional, "[p]", "P", "marker_p"),
    (Marker::Revised, "[r]", "A", "marker_r"),
    (Marker::Unavailable, "[x]", "O", "marker_x"),
    (Marker::NotApplicable, "[z]", "M", "marker_z"),
];

impl Marker {
    /// Every marker, in the order of its printed form.
    pub fn all() -> impl Iterator<Item = Marker> {
        TABLE.iter().map(|row| row.0)
    }

    /// The marker printed as `text`, brackets included, in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Marker> {
        TABLE.iter().find(|row| text.eq_ignore_ascii_case(row.1)).map(|row| row.0)
    }

    /// The printed form, brackets included (`[c]`).
    #[must_use]
    pub fn printed(self) -> &'static str {
        self.row().1
    }

    /// The SDMX `OBS_STATUS` code. A revised value has no code of its own and is
    /// `A`, normal; `N` is a value that only rounds to zero, `O` a missing value,
    /// `M` one that cannot exist, `Q` a suppressed one.
    #[must_use]
    pub fn obs_status(self) -> &'static str {
        self.row().2
    }

    /// The key of the marker's meaning in a catalogue (`marker_c`).
    #[must_use]
    pub fn meaning_key(self) -> &'static str {
        self.row().3
    }

    fn row(self) -> &'static (Marker, &'static str, &'static str, &'static str) {
        TABLE.iter().find(|row| row.0 == self).expect("the table has a row for every marker")
    }
}

impl fmt::Display for Marker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.printed())
    }
}

#[cfg(test)]
mod tests {
    use super::{Marker, TABLE};

    #[test]
    fn printed_forms_parse_back() {
        assert_eq!(Marker::all().count(), 8);
        for marker in Marker::all() {
            assert_eq!(Marker::parse(marker.printed()), Some(marker));
            let letter = marker.printed().trim_matches(['[', ']']);
            assert_eq!(marker.meaning_key(), format!("marker_{letter}"));
        }
        assert_eq!(Marker::parse("[LOW]"), Some(Marker::Low));
        assert_eq!(Marker::parse("[q]"), None);
        assert_eq!(Marker::parse("c"), None);
    }

    #[test]
    fn observation_status_codes() {
        assert_eq!(Marker::Confidential.obs_status(), "Q");
        assert_eq!(Marker::Provisional.obs_status(), "P");
        assert!(TABLE.iter().all(|row| row.2.len() == 1));
    }
}
