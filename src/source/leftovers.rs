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

/// Why a file would not be published, were it asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unmeant {
    /// A copy of another file, or what a program left for itself.
    Copy,
    /// A backup of many.
    Backup,
    /// A private key.
    Key,
    /// A private key, or what goes with it.
    MayBeKey,
}

/// Endings of copies that people and package managers make, and of what editors keep.
const COPIES: [&str; 8] =
    [".old", ".save", ".dpkg-old", ".dpkg-new", ".dpkg-dist", ".rpmsave", ".kate-swp", ".sublime-workspace"];

/// Names of what programs leave: a file that Vim tries a folder with, output, and the memory of one that crashed.
const TRACES: [&str; 3] = ["4913", "nohup.out", "core"];

/// Names and endings of private keys, and of what holds many.
const KEYS: [&str; 4] = ["id_rsa", "id_dsa", "id_ecdsa", "id_ed25519"];
const KEY_STORES: [&str; 5] = [".kdbx", ".p12", ".pfx", ".ppk", ".jks"];

/// Endings of files that hold other files, or a database.
const ARCHIVES: [&str; 9] = [".7z", ".bz2", ".dump", ".gz", ".rar", ".sql", ".tar", ".tgz", ".zip"];

/// Whether a file of this name is one that lies beside others by mistake. A page may name it, which it does knowingly.
pub(super) fn unmeant(name: &str) -> Option<Unmeant> {
    let name = name.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if ends(&COPIES) || TRACES.contains(&&*name) || is_copy(&name) {
        return Some(Unmeant::Copy);
    }
    if KEYS.contains(&&*name) || ends(&KEY_STORES) {
        return Some(Unmeant::Key);
    }
    if ends(&[".pem", ".key"]) {
        return Some(Unmeant::MayBeKey);
    }
    let is_backup = name.starts_with("backup") || name.starts_with("dump");
    (is_backup && ends(&ARCHIVES)).then_some(Unmeant::Backup)
}

/// Whether a name, in small letters, is one that a system gives to a copy: `copy of a.txt`, `a (copy).txt`, `a - copy.txt`.
fn is_copy(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let numbered = || stem.rsplit_once(" (copy ").is_some_and(|(_, rest)| rest.ends_with(')'));
    name.starts_with("copy of ") || stem.ends_with(" (copy)") || stem.ends_with(" - copy") || numbered()
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
    use super::{Unmeant, is_leftover, unmeant};

    #[test]
    fn what_lies_there_by_mistake_is_known_by_its_name() {
        for (name, wanted) in [
            ("a.old", Unmeant::Copy),
            ("a.save", Unmeant::Copy),
            ("a.dpkg-old", Unmeant::Copy),
            ("a.kate-swp", Unmeant::Copy),
            ("a.sublime-workspace", Unmeant::Copy),
            ("4913", Unmeant::Copy),
            ("Copy of a.txt", Unmeant::Copy),
            ("a (copy).txt", Unmeant::Copy),
            ("a (copy 2).txt", Unmeant::Copy),
            ("a - Copy.txt", Unmeant::Copy),
            ("nohup.out", Unmeant::Copy),
            ("core", Unmeant::Copy),
            ("id_rsa", Unmeant::Key),
            ("secrets.kdbx", Unmeant::Key),
            ("server.pem", Unmeant::MayBeKey),
            ("backup.zip", Unmeant::Backup),
            ("dump-2024.sql", Unmeant::Backup),
        ] {
            assert_eq!(unmeant(name), Some(wanted), "{name}");
        }
        for name in [
            "a.txt",
            "core.js",
            "id_rsa.pub",
            "copy.txt",
            "data.sql",
            "data.zip",
            "backup.html",
            "14913",
            "bold",
        ] {
            assert_eq!(unmeant(name), None, "{name}");
        }
    }

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
