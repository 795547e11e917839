//! A folder for measuring in, in memory where that is possible, gone when the measuring is done.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where Linux keeps files in memory.
const IN_MEMORY: &str = "/dev/shm";

/// The folder. It is removed when this value is dropped.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder.
    ///
    /// # Errors
    /// What the disk says.
    pub fn new() -> io::Result<Self> {
        let in_memory = Path::new(IN_MEMORY);
        let parent = if in_memory.is_dir() { in_memory.to_owned() } else { env::temp_dir() };
        let folder = parent.join(format!("cscare-site-bench-{}", std::process::id()));
        fs::create_dir(&folder)?;
        Ok(Self(folder))
    }

    /// A folder in it, which need not exist.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            eprintln!("warning: `{}` could not be removed: {error}", self.0.display());
        }
    }
}

/// Removes a folder, if it is there.
///
/// # Errors
/// What the disk says.
pub fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}
