//! Records that have something in common, put together without comparing each with each.

use rustc_hash::FxHashMap as HashMap;
use std::hash::Hash;

/// The places under each key, in the order in which keys first appear.
pub(super) fn groups<K: Hash + Eq>(pairs: impl Iterator<Item = (K, usize)>) -> Vec<Vec<usize>> {
    let mut known: HashMap<K, usize> = HashMap::default();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (key, place) in pairs {
        let group = *known.entry(key).or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(place);
    }
    groups
}
