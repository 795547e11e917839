//! What may be handed to git, and what of it may be shown.

/// Whether git takes this as the name of a branch, after `git check-ref-format`. It begins with no `-`, so that it
/// cannot be taken for an option, and not with `refs/`, which would be another name than it looks.
#[must_use]
pub fn is_branch_name(name: &str) -> bool {
    let is_forbidden = |letter: char| letter.is_control() || " ~^:?*[\\".contains(letter);
    !name.is_empty()
        && !name.starts_with('-')
        && !name.starts_with("refs/")
        && !name.ends_with('.')
        && name != "@"
        && !name.eq_ignore_ascii_case("HEAD")
        && !name.contains("..")
        && !name.contains("@{")
        && !name.contains(is_forbidden)
        && name
            .split('/')
            .all(|part| !part.is_empty() && !part.starts_with('.') && part.strip_suffix(".lock").is_none())
}

/// The text with names and passwords taken out of the addresses in it: `https://token@host/` → `https://host/`.
/// The user of an ssh address stays: it is `git` nearly everywhere, and no secret.
#[must_use]
pub fn without_secrets(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let (before, after) = rest.split_at(at + "://".len());
        shown.push_str(before);
        let host = after.find(|letter: char| letter.is_whitespace() || "/'\"`".contains(letter));
        let (authority, more) = after.split_at(host.unwrap_or(after.len()));
        let is_ssh = before.ends_with("ssh://");
        match authority.rsplit_once('@') {
            Some((user, _)) if is_ssh && !user.contains(':') => shown.push_str(authority),
            Some((_, host)) => shown.push_str(host),
            None => shown.push_str(authority),
        }
        rest = more;
    }
    shown.push_str(rest);
    shown
}

/// A word as a shell takes it for one, whatever is in it. Names and passwords are taken out.
#[must_use]
pub fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./:=@+,~".contains(letter);
    let word = without_secrets(word);
    if !word.is_empty() && !word.starts_with('~') && word.chars().all(is_plain) {
        word
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::{is_branch_name, quoted, without_secrets};

    #[test]
    fn words_are_quoted_for_a_shell() {
        for (word, typed) in [
            ("origin", "origin"),
            ("../site.git", "../site.git"),
            ("https://me:token@host/o/r", "https://host/o/r"),
            ("", "''"),
            ("~me", "'~me'"),
            ("a b", "'a b'"),
            ("ssh://$(touch owned)/x", "'ssh://$(touch owned)/x'"),
            ("it's;here", "'it'\\''s;here'"),
        ] {
            assert_eq!(quoted(word), typed);
        }
    }

    #[test]
    fn hostile_names_are_no_branches() {
        for name in ["gh-pages", "pages/live", "a.b", "käse"] {
            assert!(is_branch_name(name), "{name}");
        }
        for name in [
            "",
            "-f",
            "--force",
            "a b",
            "a:b",
            "a..b",
            "a/",
            "/a",
            "a//b",
            ".a",
            "a/.b",
            "a.lock",
            "a~1",
            "@",
            "HEAD",
            "head",
            "a@{1}",
            "refs/heads/a",
            "a\nb",
            "+a^",
            "a.",
        ] {
            assert!(!is_branch_name(name), "{name}");
        }
    }

    #[test]
    fn addresses_are_shown_without_secrets() {
        for (typed, shown) in [
            ("https://me:token@github.com/o/r.git", "https://github.com/o/r.git"),
            ("fatal: 'https://t@h/x' and http://a:b@c failed", "fatal: 'https://h/x' and http://c failed"),
            ("ssh://git@github.com/o/r", "ssh://git@github.com/o/r"),
            ("ssh://git:secret@github.com/o/r", "ssh://github.com/o/r"),
            ("git@github.com:o/r", "git@github.com:o/r"),
            ("../site.git", "../site.git"),
        ] {
            assert_eq!(without_secrets(typed), shown);
        }
    }
}
