//! The journal: every step that turns the former site into the new one, written down before
//! the first of them is taken.
//!
//! Holds the list, its text form and the names of the staged files; taking the steps, or taking
//! them back, is done by its sibling `settle`.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::output::disk;
use crate::output::failure::OutputFailure;
use crate::output::own;

/// The journal's name in the stage folder while the steps are to be taken.
pub const FILE_NAME: &str = ".cscare-journal";

/// The journal's name in the stage folder once the steps are to be taken back.
pub const UNDO_NAME: &str = ".cscare-undo";

const VERSION_LINE: &str = "cscare-journal 1";

/// Subfolders of the stage folder, so that threads rarely create files in the same one.
pub const SHARDS: u64 = 16;

/// One staged file and where it goes.
#[derive(Debug, PartialEq, Eq)]
pub struct StagedPlace {
    /// The number of the staged file.
    pub slot: u64,
    /// Where it goes.
    pub path: String,
    /// Whether it takes the place of a file, of which there is a backup.
    pub replaces: bool,
}

/// The steps of one commit. The order of the fields is the order of the steps, except that
/// with `clear_first` removals come before all else.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// The stamp of the manifest this journal goes on from.
    pub former: u64,
    /// Whether removed files must make room for new folders, or the reverse.
    pub clear_first: bool,
    /// Folders to create, each after those above it.
    pub new_folders: Vec<String>,
    /// Files to move into place.
    pub places: Vec<StagedPlace>,
    /// Files of the former site to take away.
    pub removed: Vec<String>,
    /// Folders to remove if that left them empty, each before those above it.
    pub old_folders: Vec<String>,
}

impl Journal {
    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty() && self.removed.is_empty()
    }

    /// Writes the journal into the stage folder; it is there entirely or not at all.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, stage: &Path) -> Result<(), OutputFailure> {
        let path = stage.join(FILE_NAME);
        let draft = stage.join(".cscare-draft");
        disk::write_new(&draft, self.render().as_bytes())
            .and_then(|()| fs::rename(&draft, &path))
            .map_err(OutputFailure::io("write", &path))
    }

    /// Reads the journal of that `name` in the stage folder, if there is one.
    ///
    /// # Errors
    /// When it cannot be read or makes no sense.
    pub fn read(stage: &Path, name: &str) -> Result<Option<Self>, OutputFailure> {
        let path = stage.join(name);
        let Some(bytes) = own::read(&path)? else { return Ok(None) };
        match Self::parse(&String::from_utf8_lossy(&bytes)) {
            Ok(journal) => Ok(Some(journal)),
            Err(line) => Err(OutputFailure::Unreadable { path, line }),
        }
    }

    /// Writes out its text.
    #[must_use]
    pub fn render(&self) -> String {
        let mut text = format!("{VERSION_LINE}\nfrom {:016x}\n", self.former);
        if self.clear_first {
            text.push_str("clear first\n");
        }
        let mut line = |verb: &str, path: &str| {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{verb} {path}");
        };
        self.new_folders.iter().for_each(|path| line("folder", path));
        for StagedPlace { slot, path, replaces } in &self.places {
            let verb = if *replaces { "replace" } else { "create" };
            line(verb, &format!("{slot} {path}"));
        }
        self.removed.iter().for_each(|path| line("remove", path));
        self.old_folders.iter().for_each(|path| line("close", path));
        text
    }

    /// Reads the text of a journal.
    ///
    /// # Errors
    /// The number of the first bad line.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut journal = Self::default();
        let mut lines = text.lines();
        if lines.next() != Some(VERSION_LINE) {
            return Err(1);
        }
        for (index, line) in lines.enumerate() {
            journal.parse_line(line).ok_or(index + 2)?;
        }
        Ok(journal)
    }

    fn parse_line(&mut self, line: &str) -> Option<()> {
        let (verb, rest) = line.split_once(' ')?;
        match verb {
            "from" => self.former = u64::from_str_radix(rest, 16).ok()?,
            "clear" => self.clear_first = true,
            "folder" => self.new_folders.push(checked(rest)?),
            "create" | "replace" => {
                let (slot, path) = rest.split_once(' ')?;
                self.places.push(StagedPlace {
                    slot: slot.parse().ok()?,
                    path: checked(path)?,
                    replaces: verb == "replace",
                });
            }
            "remove" => self.removed.push(checked(rest)?),
            "close" => self.old_folders.push(checked(rest)?),
            _ => return None,
        }
        Some(())
    }
}

fn checked(path: &str) -> Option<String> {
    disk::check_path(path).ok().map(|()| path.to_owned())
}

/// Where staged file number `slot` waits.
#[must_use]
pub fn slot(stage: &Path, slot: u64) -> PathBuf {
    numbered(stage, slot, "new")
}

/// Where the backup waits of the file that staged file number `slot` replaces.
#[must_use]
pub fn backup(stage: &Path, slot: u64) -> PathBuf {
    numbered(stage, slot, "old")
}

/// Where removed file number `index` is kept until the commit is over.
#[must_use]
pub fn removed(stage: &Path, index: usize) -> PathBuf {
    numbered(stage, index as u64, "gone")
}

fn numbered(stage: &Path, number: u64, kind: &str) -> PathBuf {
    stage.join(format!("{:x}/{number}.{kind}", number % SHARDS))
}

/// Creates the subfolders that staged files wait in.
///
/// # Errors
/// When one cannot be created.
pub fn make_shards(stage: &Path) -> Result<(), OutputFailure> {
    shards(stage).try_for_each(|path| disk::make_folder(&path).map_err(OutputFailure::io("create", &path)))
}

/// The subfolders that staged files wait in.
pub fn shards(stage: &Path) -> impl Iterator<Item = PathBuf> {
    (0..SHARDS).map(|shard| stage.join(format!("{shard:x}")))
}
