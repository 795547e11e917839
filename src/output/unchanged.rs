//! Whether an output folder still holds what the last build wrote, as far as a build would look: that every file is
//! there, as long as it was, and was not changed since. Nothing is read but the manifest, and nothing is changed.

use super::disk;
use super::lock;
use super::manifest::Manifest;
use super::paths::PathSet;
use super::stage;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::fs;
use std::path::Path;

/// What tells the manifest of an output folder from others; `None` without one.
#[must_use]
pub fn stamp(output: &Path) -> Option<u64> {
    let manifest = Manifest::read(&disk::resolve(output).ok()?).ok()?;
    Some(manifest.stamp()).filter(|stamp| *stamp != 0)
}

/// How many files a folder holds, when it stands as the build with that manifest left it; `None` when it does not, or
/// when another build may be at it.
#[must_use]
pub fn files(output: &Path, stamp: u64) -> Option<usize> {
    let root = disk::resolve(output).ok()?;
    let at_work = [stage::beside(&root), stage::inside(&root)].into_iter().chain(lock::places(&root));
    let manifest = Manifest::read(&root).ok().filter(|manifest| manifest.stamp() == stamp)?;
    let is_free = |path: &Path| disk::exists(path).is_ok_and(|exists| !exists);
    let is_idle = at_work.into_iter().all(|path| is_free(&path));
    let written: Vec<(&str, u64)> = manifest.lengths().collect();
    let folders: PathSet<&str> = written.iter().flat_map(|(path, _)| disk::folders_above(path)).collect();
    let folders: Vec<&str> = folders.into_iter().collect();
    let is_folder = |path: &&str| fs::symlink_metadata(root.join(path)).is_ok_and(|there| there.is_dir());
    let is_file = |(path, length): &(&str, u64)| {
        fs::symlink_metadata(root.join(path))
            .is_ok_and(|there| there.is_file() && there.len() == *length && !manifest.is_older_than(&there))
    };
    let stands = is_idle && folders.par_iter().all(is_folder) && written.par_iter().all(is_file);
    stands.then_some(written.len())
}
