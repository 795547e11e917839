//! What other systems make of a path: names that Windows cannot have, and paths that some disks take for one.

use super::parts;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Why Windows can have no file of this path; `None` when it can. The rest of a sentence that begins with the path.
#[must_use]
pub fn unportable(path: &str) -> Option<&'static str> {
    parts(path).find_map(unportable_name)
}

fn unportable_name(name: &str) -> Option<&'static str> {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    if name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']) {
        Some("has one of the characters `< > : \" | ? * \\`, which Windows keeps for itself")
    } else if name.ends_with(['.', ' ']) {
        Some("has a name that ends in a full stop or a space, which Windows drops")
    } else if is_device(stem) {
        Some("has a name that Windows keeps for a device")
    } else {
        None
    }
}

/// Whether Windows takes a name for a device, whatever its ending.
fn is_device(stem: &str) -> bool {
    let is_numbered = |name: &str| {
        let (kind, number) = name.split_at_checked(3).unwrap_or((name, ""));
        let is_port = kind.eq_ignore_ascii_case("com") || kind.eq_ignore_ascii_case("lpt");
        is_port
            && matches!(number, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
    };
    let is_named = |known: &&str| stem.eq_ignore_ascii_case(known);
    ["con", "prn", "aux", "nul", "conin$", "conout$"].iter().any(is_named) || is_numbered(stem)
}

/// A path as a disk knows it that minds neither capital letters nor the form of an accent.
#[must_use]
pub fn folded(path: &str) -> Cow<'_, str> {
    if path.is_ascii() && !path.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Cow::Borrowed(path);
    }
    let lower: String = path.nfc().collect::<String>().to_lowercase();
    Cow::Owned(lower.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::{folded, unportable};

    #[test]
    fn names_that_other_systems_cannot_have_are_known() {
        for path in
            ["a/con", "NUL.tar.gz", "com1.md", "a:b", "a/b?", "a.", "a /b", "back\\slash", "aux .md", "LPT¹"]
        {
            assert!(unportable(path).is_some(), "{path}");
        }
        for path in ["console.md", "com", "com10", "a.b c/d", "ä.png", "nullable", "communes", "éon"] {
            assert_eq!(unportable(path), None, "{path}");
        }
    }

    #[test]
    fn paths_that_a_disk_may_take_for_one_fold_alike() {
        for (one, other) in
            [("A.png", "a.png"), ("e\u{301}.png", "\u{e9}.png"), ("E\u{301}.png", "\u{e9}.PNG")]
        {
            assert_eq!(folded(one), folded(other));
        }
        assert_ne!(folded("a.png"), folded("b.png"));
    }
}
