//! What the tests of the output writer share: sites, places to build them, and looking at them.
//!
//! Holds no tests.

// Each test binary uses a part of it.
#![allow(dead_code, clippy::unwrap_used, reason = "each test binary uses a part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use cscare_site::output::{OutputFailure, Staging, WrittenFiles};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// The manifest's name.
pub const MANIFEST: &str = ".cscare-manifest";

/// Texts by path.
pub type Site = BTreeMap<String, String>;

/// A site of these paths and texts.
pub fn site(files: &[(&str, &str)]) -> Site {
    files.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect()
}

/// Stages a whole site on all cores.
pub fn stage(output: &Path, site: &Site) -> Staging {
    let staging = Staging::open(output).expect("the folder opens");
    site.par_iter().for_each(|(path, text)| {
        staging.stage(path, text.as_bytes()).expect("the file is staged");
    });
    staging
}

/// Stages and commits a whole site.
pub fn build(output: &Path, site: &Site) -> Result<WrittenFiles, OutputFailure> {
    stage(output, site).commit()
}

/// Every file below `folder` but the manifest, and every empty folder with a `/` at its end.
pub fn read(folder: &Path) -> Site {
    fn walk(root: &Path, folder: &Path, found: &mut Site) {
        let before = found.len();
        for entry in fs::read_dir(folder).expect("the folder lists") {
            let path = entry.expect("the entry reads").path();
            let name = path.strip_prefix(root).expect("it is below").to_str().expect("utf-8");
            if path.is_symlink() {
                found.insert(name.into(), "a symlink".into());
            } else if path.is_dir() {
                walk(root, &path, found);
            } else if name != MANIFEST {
                let text = fs::read_to_string(&path).expect("the file reads");
                found.insert(name.into(), text);
            }
        }
        if found.len() == before && folder != root {
            let name = folder.strip_prefix(root).expect("it is below").to_str().expect("utf-8");
            found.insert(format!("{name}/"), String::new());
        }
    }
    let mut found = Site::new();
    walk(folder, folder, &mut found);
    found
}

/// The sorted names in a folder.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder lists");
    let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("utf-8");
    let mut names: Vec<_> = entries.map(|entry| name(entry.expect("the entry reads"))).collect();
    names.sort();
    names
}

/// A temporary folder and the output folder to be in it.
pub struct Place {
    /// Removed at the end.
    pub temp: tempfile::TempDir,
    /// Not there yet.
    pub output: PathBuf,
}

/// A new place.
pub fn place() -> Place {
    // In memory if possible, as the tests are mostly file-system calls.
    let temp = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
    let temp = temp.expect("a temporary folder");
    let output = temp.path().join("public");
    Place { temp, output }
}

/// The refused paths, below the output folder.
pub fn foreign(result: Result<WrittenFiles, OutputFailure>, output: &Path) -> Vec<String> {
    match result {
        Err(OutputFailure::Foreign(paths)) => paths
            .iter()
            .map(|path| path.strip_prefix(output).expect("it is below").display().to_string())
            .collect(),
        other => panic!("no refusal but {other:?}"),
    }
}

/// Writes a file and the folders above it, as a person would.
pub fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("it has a folder")).expect("the folder is made");
    fs::write(path, text).expect("the file is written");
}
