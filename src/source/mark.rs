//! By what a site's files are known to be as they were, without a look into any of them: names, lengths, times and places
//! on disk of all that [`super::disk::read`] would list or tell of.

#![expect(clippy::disallowed_methods, reason = "looks at sources")]

use super::disk::{AT_THE_ROOT, FOLDERS};
use super::leftovers::is_leftover;
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};
use xxhash_rust::xxh3::xxh3_128;

/// How many files a core looks at at once.
const SOME: usize = 128;

/// What is different when a file was written, replaced or made readable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    modified: Option<Duration>,
    length: u64,
    /// Inode and time of the last change to the file or to what is kept about it, where there are such.
    identity: (u64, i64, i64),
}

impl Stamp {
    /// What a file system tells of a file.
    #[must_use]
    pub fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let identity = {
            use std::os::unix::fs::MetadataExt;
            (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
        };
        #[cfg(not(unix))]
        let identity = (0, 0, 0);
        let modified = metadata.modified().ok();
        let modified = modified.and_then(|modified| modified.duration_since(UNIX_EPOCH).ok());
        Self { modified, length: metadata.len(), identity }
    }

    /// When the file was changed last, after 1970: as the system noted it, whatever somebody set as its time.
    #[must_use]
    pub fn changed(&self) -> Duration {
        match self.identity {
            (0, ..) => self.modified.unwrap_or_default(),
            (_, seconds, nanoseconds) => {
                Duration::from_secs(u64::try_from(seconds).unwrap_or_default())
                    + Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or_default())
            }
        }
    }
}

/// The state of all files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SourceMark {
    /// Of everything, in whichever order it is found.
    sum: u128,
    /// When the last change was, after 1970.
    newest: Duration,
}

impl SourceMark {
    /// Looks at all files.
    ///
    /// # Errors
    /// What the machine said of a folder that cannot be listed or a file that cannot be looked at.
    pub fn of(root: &Path) -> io::Result<Self> {
        let mut mark = Self::default();
        for name in AT_THE_ROOT.into_iter().chain(FOLDERS) {
            let path = root.join(name);
            match fs::symlink_metadata(&path) {
                Ok(metadata) if metadata.is_dir() => mark = mark.and(folder(&path)?),
                Ok(metadata) => mark = mark.and(Self::one(&path, &metadata)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        Ok(mark)
    }

    /// The state as a text.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{:032x}", self.sum)
    }

    /// Whether every change was before a moment. One that is made after it is then known by its time, as no time is
    /// given twice so far apart.
    #[must_use]
    pub fn is_older_than(&self, moment: Duration) -> bool {
        self.newest < moment
    }

    fn one(path: &Path, metadata: &Metadata) -> Self {
        let stamp = Stamp::of(metadata);
        let mut known = path.as_os_str().as_encoded_bytes().to_vec();
        known.extend(format!("\0{:?} {stamp:?}", metadata.file_type()).bytes());
        Self { sum: xxh3_128(&known), newest: stamp.changed() }
    }

    fn and(self, other: Self) -> Self {
        Self { sum: self.sum.wrapping_add(other.sum), newest: self.newest.max(other.newest) }
    }
}

/// The state of one file that is no source, such as the program itself; `None` when it cannot be looked at.
#[must_use]
pub fn of_file(path: &Path) -> Option<String> {
    let metadata = fs::metadata(path).ok()?;
    Some(SourceMark::one(path, &metadata).text())
}

fn folder(path: &Path) -> io::Result<SourceMark> {
    let entries: Vec<DirEntry> = fs::read_dir(path)?.collect::<io::Result<_>>()?;
    let marks = entries.par_iter().with_min_len(SOME).map(entry);
    marks.try_reduce(SourceMark::default, |one, other| Ok(one.and(other)))
}

fn entry(entry: &DirEntry) -> io::Result<SourceMark> {
    if is_leftover(&entry.file_name().to_string_lossy()) {
        return Ok(SourceMark::default());
    }
    match entry.file_type()?.is_dir() {
        true => folder(&entry.path()),
        false => Ok(SourceMark::one(&entry.path(), &entry.metadata()?)),
    }
}
