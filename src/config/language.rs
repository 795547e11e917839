//! The language of a site or a page: its tag, the tongue whose words are known, and how it writes numerals.

/// A language as far as texts are read in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Language {
    /// Whose words are known.
    pub tongue: Tongue,
    /// How numbers are written.
    pub numerals: Numerals,
}

/// A language whose words are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tongue {
    /// English.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Dutch.
    Dutch,
    /// Welsh.
    Welsh,
    /// Any other: its words are not known.
    Other,
}

/// How a language writes decimals and thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numerals {
    /// `1,234.5`, as in English.
    #[default]
    Point,
    /// `1.234,5`, as in German.
    Comma,
    /// `1 234,5`, as in French, where a point before three digits can be either.
    CommaAndSpace,
    /// Nothing is known: a point before three digits can be either.
    Unknown,
}

/// Each tongue by its subtag.
pub const TONGUES: [(&str, Tongue); 6] = [
    ("en", Tongue::English),
    ("de", Tongue::German),
    ("fr", Tongue::French),
    ("es", Tongue::Spanish),
    ("nl", Tongue::Dutch),
    ("cy", Tongue::Welsh),
];

/// Countries that write a decimal point although their language has a comma elsewhere.
const WITH_POINT: [(&str, &str); 7] =
    [("de", "CH"), ("de", "LI"), ("es", "MX"), ("es", "US"), ("es", "GT"), ("es", "DO"), ("es", "PR")];

impl Language {
    /// The language of a tag such as `de` or `de-CH`.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or_default().to_ascii_lowercase();
        let known = TONGUES.iter().find(|(subtag, _)| *subtag == first);
        let tongue = known.map_or(Tongue::Other, |(_, tongue)| *tongue);
        let has_point = parts.any(|part| {
            WITH_POINT.iter().any(|(subtag, region)| *subtag == first && region.eq_ignore_ascii_case(part))
        });
        let numerals = if has_point { Numerals::Point } else { tongue.numerals() };
        Self { tongue, numerals }
    }

    /// Whether it has words that are known and are not English.
    #[must_use]
    pub fn has_own_words(self) -> bool {
        !matches!(self.tongue, Tongue::English | Tongue::Other)
    }

    /// Whether its words are English.
    #[must_use]
    pub fn is_english(self) -> bool {
        self.tongue == Tongue::English
    }
}

impl Tongue {
    fn numerals(self) -> Numerals {
        match self {
            Self::English | Self::Welsh => Numerals::Point,
            Self::German | Self::Spanish | Self::Dutch => Numerals::Comma,
            Self::French => Numerals::CommaAndSpace,
            Self::Other => Numerals::Unknown,
        }
    }
}

/// Whether a text can be the tag of a language, as BCP 47 writes them: parts of letters and digits, a language first.
///
/// # Errors
/// A sentence that says that it is none.
pub fn check_language(text: &str) -> Result<(), String> {
    let mut parts = text.split('-');
    let is_language =
        |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    // `x-klingon` and `i-klingon` are tags too.
    let is_first = |part: &str| is_language(part) || matches!(part, "x" | "X" | "i" | "I") && text.len() > 2;
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if parts.next().is_some_and(is_first) && parts.all(is_part) {
        return Ok(());
    }
    Err(format!("`{}` is no language tag; write one such as `en-GB`", text.escape_debug()))
}

#[cfg(test)]
mod tests {
    use super::{Language, Numerals, Tongue, check_language};

    #[test]
    fn a_tag_has_parts_of_letters_and_digits() {
        for tag in ["en", "en-GB", "de-CH-1996", "zh-Hant-TW", "x-klingon"] {
            assert_eq!(check_language(tag), Ok(()), "{tag}");
        }
        for text in
            ["", "x", "e", "../../x", "en\"><script>", "en_GB", "english language", "en-", "-en", "12"]
        {
            assert!(check_language(text).is_err(), "{text}");
        }
    }

    #[test]
    fn tongues_and_numerals() {
        for (tag, tongue, numerals) in [
            ("en-GB", Tongue::English, Numerals::Point),
            ("de", Tongue::German, Numerals::Comma),
            ("DE-at", Tongue::German, Numerals::Comma),
            ("de-CH", Tongue::German, Numerals::Point),
            ("es-MX", Tongue::Spanish, Numerals::Point),
            ("fr", Tongue::French, Numerals::CommaAndSpace),
            ("cy", Tongue::Welsh, Numerals::Point),
            ("it", Tongue::Other, Numerals::Unknown),
        ] {
            assert_eq!(Language::of(tag), Language { tongue, numerals }, "{tag}");
        }
    }
}
