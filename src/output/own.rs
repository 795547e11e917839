//! What the program takes for its own: a real folder, an ordinary file, or nothing yet.
//!
//! A link, a pipe or a device in such a place was put there by somebody else, perhaps by a repository that was cloned.
//! It would lead out of the site, or never answer. So the path is looked at first, opened without following what took its
//! place meanwhile, and refused with its name. What is then done with it is decided elsewhere.

use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use crate::output::failure::OutputFailure;

/// Whether a folder stands there; `false` when nothing does.
///
/// # Errors
/// [`OutputFailure::NotOwn`] when something else does.
pub fn is_folder(path: &Path) -> Result<bool, OutputFailure> {
    is(path, "folder", FileType::is_dir)
}

/// Whether a file stands there; `false` when nothing does.
///
/// # Errors
/// [`OutputFailure::NotOwn`] when something else does.
pub fn is_file(path: &Path) -> Result<bool, OutputFailure> {
    is(path, "file", FileType::is_file)
}

fn is(path: &Path, wanted: &'static str, fits: fn(&FileType) -> bool) -> Result<bool, OutputFailure> {
    match fs::symlink_metadata(path).map(|metadata| metadata.file_type()) {
        Ok(kind) if fits(&kind) => Ok(true),
        Ok(kind) => Err(OutputFailure::NotOwn { path: path.to_path_buf(), found: name(kind), wanted }),
        Err(error) if is_absence(&error) => Ok(false),
        Err(error) => Err(OutputFailure::io("inspect", path)(error)),
    }
}

/// Whether an error only says that there is nothing at that path.
pub fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn name(kind: FileType) -> &'static str {
    if kind.is_symlink() {
        "a symbolic link"
    } else if kind.is_dir() {
        "a folder"
    } else if kind.is_file() {
        "a file"
    } else {
        "a pipe or a device"
    }
}

/// Makes a folder, unless it is there.
///
/// # Errors
/// [`OutputFailure::NotOwn`] when something else is there, or I/O.
pub fn make_folder(path: &Path) -> Result<(), OutputFailure> {
    if is_folder(path)? {
        return Ok(());
    }
    match fs::create_dir(path) {
        // Another run may have been quicker, or what was there could not be seen.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => is_folder(path).map(drop),
        made => made.map_err(OutputFailure::io("create", path)),
    }
}

/// Opens a file that [`is_file`] has let pass.
///
/// # Errors
/// Whatever the operating system says; also when it is a link by now, and no wait when it is a pipe.
pub fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    }
    options.open(path)
}

/// The bytes of a file; `None` when nothing is there.
///
/// # Errors
/// [`OutputFailure::NotOwn`] when something else is there, or I/O.
pub fn read(path: &Path) -> Result<Option<Vec<u8>>, OutputFailure> {
    Ok(read_with(path)?.map(|(bytes, _)| bytes))
}

/// The bytes of a file, and what the file system tells of it; `None` when nothing is there.
///
/// # Errors
/// As [`read`].
pub fn read_with(path: &Path) -> Result<Option<(Vec<u8>, Metadata)>, OutputFailure> {
    if !is_file(path)? {
        return Ok(None);
    }
    let read = || -> io::Result<(Vec<u8>, Metadata)> {
        let mut file = open(path, OpenOptions::new().read(true))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok((bytes, file.metadata()?))
    };
    read().map(Some).map_err(OutputFailure::io("read", path))
}

#[cfg(all(test, unix))]
mod tests {
    use super::{is_file, is_folder, make_folder, open, read};
    use crate::output::OutputFailure;
    use std::fs;
    use std::fs::OpenOptions;
    use std::os::unix::fs::symlink;

    #[test]
    fn only_what_is_really_there_is_ones_own() {
        let around = tempfile::tempdir().expect("a folder can be made");
        let at = |name: &str| around.path().join(name);
        fs::create_dir(at("folder")).expect("it is new");
        fs::write(at("file"), "mine").expect("it is new");
        for (link, to) in [("to-folder", "folder"), ("to-file", "file"), ("to-nothing", "nothing")] {
            symlink(to, at(link)).expect("it is new");
        }
        let mode = rustix::fs::Mode::from_raw_mode(0o600);
        rustix::fs::mknodat(rustix::fs::CWD, at("pipe"), rustix::fs::FileType::Fifo, mode, 0)
            .expect("it is new");

        assert!(is_folder(&at("folder")).expect("it is one") && is_file(&at("file")).expect("it is one"));
        assert!(!is_folder(&at("new")).expect("it is free") && !is_file(&at("file/x")).expect("it is free"));
        assert_eq!(read(&at("file")).expect("it is one"), Some(b"mine".to_vec()));
        assert_eq!(read(&at("new")).expect("it is free"), None);
        for name in ["to-folder", "to-file", "to-nothing", "pipe"] {
            let path = at(name);
            for refused in [is_folder(&path), is_file(&path), make_folder(&path).map(|()| true)] {
                assert!(matches!(refused, Err(OutputFailure::NotOwn { .. })), "{name}: {refused:?}");
            }
            // As if it had taken the place of a file only now.
            if name != "pipe" {
                open(&path, OpenOptions::new().write(true).create(true)).expect_err("links are not followed");
            }
        }
        open(&at("pipe"), OpenOptions::new().write(true)).expect_err("nobody reads, and nobody waits");
        assert!(!at("nothing").exists());
    }
}
