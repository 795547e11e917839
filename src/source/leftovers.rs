//! What nobody would publish, told by its name: hidden files, and what editors, word processors, merges and systems
//! leave beside other files. This is the only list of them.

/// What the names begin with: hidden files, and what word processors keep beside an open one.
const BEGINNINGS: [&str; 2] = [".", "~$"];

/// What the names end with: copies of editors and merges, and files that are still being written or fetched.
const ENDINGS: [&str; 13] = [
    "~",
    ".bak",
    ".crdownload",
    ".orig",
    ".part",
    ".rej",
    ".swo",
    ".swp",
    ".swx",
    ".tmp",
    ".vsctmp",
    "___jb_old___",
    "___jb_tmp___",
];

/// What systems leave in folders.
const NAMES: [&str; 7] =
    ["thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin"];

/// Hidden names that are meant to be published: a folder (RFC 8615), and what servers and hosts of sites read.
const PUBLISHED: [&str; 3] = [".well-known", ".htaccess", ".domains"];

/// Whether a file or folder of this name is no source.
#[must_use]
pub fn is_leftover(name: &str) -> bool {
    BEGINNINGS.iter().any(|beginning| name.starts_with(beginning)) && !PUBLISHED.contains(&name)
        || ENDINGS.iter().any(|ending| ends_with(name, ending))
        || NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
        || is_unsaved(name)
}

/// Emacs keeps what is not saved yet in `#name#`, with more behind it where that name is taken.
fn is_unsaved(name: &str) -> bool {
    let more = name.strip_prefix('#').and_then(|rest| rest.rsplit_once('#')).map(|(_, more)| more);
    more.is_some_and(|more| more.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Endings are short and ASCII, so bytes can be compared.
fn ends_with(name: &str, ending: &str) -> bool {
    let (name, ending) = (name.as_bytes(), ending.as_bytes());
    name.len() >= ending.len() && name[name.len() - ending.len()..].eq_ignore_ascii_case(ending)
}

#[cfg(test)]
mod tests {
    use super::is_leftover;

    #[test]
    fn what_nobody_would_publish_is_known_by_its_name() {
        for name in [
            ".x.md.swp",
            "x.md~",
            "x.md.~1~",
            "#x.md#",
            "#x.md#1a2b",
            ".#x.md",
            "x.tmp",
            "x.swp",
            "x.md.orig",
            "X.BAK",
            "x.rej",
            "~$minutes.docx",
            ".~lock.x.odt#",
            "Thumbs.db",
            "Desktop.ini",
            ".DS_Store",
            "__MACOSX",
            "x.md___jb_tmp___",
            "x.md___jb_old___",
            "x.md.0f3a.vsctmp",
        ] {
            assert!(is_leftover(name), "{name}");
        }
        for name in [
            ".well-known",
            ".htaccess",
            "x.md",
            "#1.png",
            "#1 and #2.png",
            "a~b.png",
            "bak.png",
            "my.bak.png",
            "desktop.initial",
            "$5.png",
            "ä.bak.é",
        ] {
            assert!(!is_leftover(name), "{name}");
        }
    }
}
