//! A map from paths to values that many threads fill at once.
//!
//! Holds only the map; there is no way to remove an entry, as nothing needs it.

use std::collections::hash_map::Entry;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::slice::ParallelSliceMut;
use xxhash_rust::xxh3::xxh3_64;

use crate::output::paths::PathMap;

/// Enough locks that threads rarely meet at one.
const SHARDS: usize = 64;

type Shard<V> = PathMap<Box<str>, V>;

/// A map split over many locks, so that no lock is shared by all threads.
pub struct Sharded<V> {
    shards: [Mutex<Shard<V>>; SHARDS],
}

impl<V> Default for Sharded<V> {
    fn default() -> Self {
        Self { shards: std::array::from_fn(|_| Mutex::default()) }
    }
}

impl<V: Copy + Send> Sharded<V> {
    /// The value at `key`.
    pub fn get(&self, key: &str) -> Option<V> {
        self.shard(key).get(key).copied()
    }
}

impl<V: Send> Sharded<V> {
    /// Adds a value; returns false, and changes nothing, when there is one already.
    pub fn add(&self, key: &str, value: V) -> bool {
        match self.shard(key).entry(key.into()) {
            Entry::Occupied(_) => false,
            Entry::Vacant(vacant) => {
                vacant.insert(value);
                true
            }
        }
    }

    /// Takes all entries out, sorted by key.
    pub fn drain_sorted(&self) -> Vec<(Box<str>, V)> {
        let count = self.shards.iter().map(|shard| unpoisoned(shard).len()).sum();
        let mut all = Vec::with_capacity(count);
        for shard in &self.shards {
            all.extend(unpoisoned(shard).drain());
        }
        all.par_sort_unstable_by(|(left, _), (right, _)| left.cmp(right));
        all
    }

    fn shard(&self, key: &str) -> MutexGuard<'_, Shard<V>> {
        // Other bits than the map inside uses, or its buckets would crowd.
        let index = (xxh3_64(key.as_bytes()) >> 32) % SHARDS as u64;
        let index = usize::try_from(index).unwrap_or_default();
        unpoisoned(&self.shards[index])
    }
}

/// Locks a mutex whose data stays sound even if a thread died holding it.
pub fn unpoisoned<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
