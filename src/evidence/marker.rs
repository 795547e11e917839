//! The markers official statistics print beside, or instead of, a number.
//!
//! The letters are those of the UK Government Statistical Service's shorthand for tables; the observation status codes are
//! those of the SDMX code list `CL_OBS_STATUS` 2.2. It deliberately holds no wording: meanings are keys
//! into a caller's catalogue.

use std::fmt;

/// A bracketed marker, by its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Marker(u8);

/// A row of the table: printed form, SDMX observation status, key of its meaning, whether it stands in place of a number.
type MarkerRow = (&'static str, &'static str, &'static str, bool);

/// Every marker, in the order of its printed form.
const TABLE: [MarkerRow; 19] = [
    ("[a]", "A", "marker_a", false),
    ("[b]", "B", "marker_b", false),
    ("[c]", "Q", "marker_c", true),
    ("[e]", "E", "marker_e", false),
    ("[f]", "F", "marker_f", false),
    ("[k]", "N", "marker_low", false),
    ("[low]", "N", "marker_low", false),
    ("[n]", "A", "marker_n", false),
    ("[ns]", "A", "marker_ns", false),
    ("[p]", "P", "marker_p", false),
    ("[r]", "A", "marker_r", false),
    ("[s]", "A", "marker_s", false),
    ("[ss]", "A", "marker_s", false),
    ("[sss]", "A", "marker_s", false),
    ("[t]", "A", "marker_t", false),
    ("[u]", "U", "marker_u", false),
    ("[w]", "O", "marker_w", true),
    ("[x]", "O", "marker_x", true),
    ("[z]", "M", "marker_z", true),
];

/// Bare codes of data files, and the marker that they stand for.
const BARE: [(&str, &str); 12] = [
    (":", "[x]"),
    ("..", "[x]"),
    (".", "[z]"),
    ("…", "[x]"),
    ("-", "[z]"),
    ("–", "[z]"),
    ("*", "[c]"),
    ("NA", "[x]"),
    ("N/A", "[x]"),
    ("n/a", "[z]"),
    ("~", "[low]"),
    ("supp", "[c]"),
];

/// No bare code is longer.
const LONGEST_CODE: usize = 4;

impl Marker {
    /// Every marker, in the order of its printed form.
    pub fn all() -> impl Iterator<Item = Self> {
        (0_u8..).take(TABLE.len()).map(Self)
    }

    /// The marker printed as `text`, brackets included, in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::all().find(|marker| text.eq_ignore_ascii_case(marker.printed()))
    }

    /// The marker that a code without brackets stands for.
    #[must_use]
    pub fn bare(text: &str) -> Option<&'static str> {
        if text.len() > LONGEST_CODE || text.starts_with(|first: char| first.is_ascii_digit()) {
            return None;
        }
        let known = BARE.iter().find(|(code, _)| *code == text).map(|(_, marker)| *marker);
        let bracketed = || {
            Self::all()
                .map(Self::printed)
                .find(|marker| marker.trim_matches(['[', ']']).eq_ignore_ascii_case(text))
        };
        known.or_else(bracketed)
    }

    /// The marker whose code stands in parentheses: `(p)`.
    #[must_use]
    pub fn in_parentheses(text: &str) -> Option<Self> {
        let code = text.trim().strip_prefix('(')?.strip_suffix(')')?;
        Self::parse(&format!("[{code}]"))
    }

    /// Every printed form, for a message.
    #[must_use]
    pub fn listed() -> String {
        Self::all().map(|marker| format!("`{marker}`")).collect::<Vec<_>>().join(", ")
    }

    /// The printed form, brackets included (`[c]`).
    #[must_use]
    pub fn printed(self) -> &'static str {
        self.row().0
    }

    /// The SDMX `OBS_STATUS` code. A value of which no code is told is `A`, normal; `N` is a value that only rounds to
    /// zero, `O` a missing value, `M` one that cannot exist, `Q` a suppressed one.
    #[must_use]
    pub fn obs_status(self) -> &'static str {
        self.row().1
    }

    /// The key of the marker's meaning in a catalogue (`marker_c`).
    #[must_use]
    pub fn meaning_key(self) -> &'static str {
        self.row().2
    }

    /// Whether it stands in place of a number.
    #[must_use]
    pub fn replaces_number(self) -> bool {
        self.row().3
    }

    fn row(self) -> MarkerRow {
        TABLE[usize::from(self.0)]
    }
}

impl fmt::Display for Marker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.printed())
    }
}

/// Markers that stand together: `[r][e]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Markers(u32);

impl Markers {
    /// Adds one.
    pub fn add(&mut self, marker: Marker) {
        self.0 |= 1 << marker.0;
    }

    /// Those that are there, in the order of the table.
    pub fn iter(self) -> impl Iterator<Item = Marker> {
        Marker::all().filter(move |marker| self.0 & (1 << marker.0) != 0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The SDMX `OBS_STATUS` of a value with these: of the first that has a code of its own.
    #[must_use]
    pub fn obs_status(self) -> &'static str {
        let normal = "A";
        self.iter().map(Marker::obs_status).find(|status| *status != normal).unwrap_or(normal)
    }
}

impl From<Marker> for Markers {
    fn from(marker: Marker) -> Self {
        Self(1 << marker.0)
    }
}

impl fmt::Display for Markers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|marker| write!(f, "{marker}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{BARE, Marker, Markers, TABLE};

    #[test]
    fn printed_forms_parse_back() {
        assert_eq!(Marker::all().count(), TABLE.len());
        assert!(Marker::all().map(Marker::printed).is_sorted());
        for marker in Marker::all() {
            assert_eq!(Marker::parse(marker.printed()), Some(marker));
            assert_eq!(Marker::bare(marker.printed().trim_matches(['[', ']'])), Some(marker.printed()));
            assert_eq!(marker.obs_status().len(), 1);
        }
        assert_eq!(Marker::parse("[LOW]").map(Marker::meaning_key), Some("marker_low"));
        assert_eq!((Marker::parse("[q]"), Marker::parse("c")), (None, None));
        assert!(BARE.iter().all(|(_, marker)| Marker::parse(marker).is_some()));
    }

    #[test]
    fn markers_that_stand_together() {
        let mut both = Markers::from(Marker::parse("[r]").expect("revised"));
        both.add(Marker::parse("[e]").expect("estimated"));
        assert_eq!((both.to_string().as_str(), both.obs_status()), ("[e][r]", "E"));
        assert!(Markers::default().is_empty());
    }
}
