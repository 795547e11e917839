//! The language of a site, as its tag.

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
    use super::check_language;

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
}
