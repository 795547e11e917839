//! Maps and sets keyed by output paths, with the fast hash the writer already uses.
//!
//! Only the hashing; the paths come from the site's own sources, so no defence against keys
//! chosen to collide is needed.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use xxhash_rust::xxh3::xxh3_64_with_seed;

/// A map keyed by output paths.
pub type PathMap<K, V> = HashMap<K, V, BuildHasherDefault<PathHasher>>;

/// A set of output paths.
pub type PathSet<K> = HashSet<K, BuildHasherDefault<PathHasher>>;

/// Hashes with xxh3.
#[derive(Default)]
pub struct PathHasher(u64);

impl Hasher for PathHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64_with_seed(bytes, self.0);
    }

    /// The end mark of a string, which tells nothing here: each key is one string.
    fn write_u8(&mut self, _mark: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}
