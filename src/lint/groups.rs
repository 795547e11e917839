//! Records that have something in common, put together without comparing each with each.

use rustc_hash::{FxBuildHasher, FxHashMap as HashMap};
use std::hash::{BuildHasher, Hash};

/// The places that share their key with another one, in the order in which keys first appear. Most places of a large
/// site are alone with theirs, and keys are large: only keys that seem to come again are kept.
pub(super) fn groups<K: Hash + Eq>(
    places: impl Iterator<Item = usize>,
    mut key: impl FnMut(usize) -> Option<K>,
) -> Vec<Vec<usize>> {
    let mut hashes: Vec<(u64, usize)> =
        places.filter_map(|place| Some((FxBuildHasher.hash_one(key(place)?), place))).collect();
    hashes.sort_unstable();
    let alike = hashes.chunk_by(|(one, _), (other, _)| one == other).filter(|alike| alike.len() > 1);
    let mut alike: Vec<usize> = alike.flatten().map(|(_, place)| *place).collect();
    alike.sort_unstable();
    let mut known: HashMap<K, usize> = HashMap::default();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for place in alike {
        let Some(key) = key(place) else { continue };
        let group = *known.entry(key).or_insert(groups.len());
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(place);
    }
    groups.retain(|group| group.len() > 1);
    groups
}

#[cfg(test)]
mod tests {
    use super::groups;

    #[test]
    fn places_with_one_key_are_together_and_others_are_left_out() {
        let keys = ["a", "b", "", "c", "a", "d", "c", "c", ""];
        let key = |place: usize| Some(keys[place]).filter(|key| !key.is_empty());
        assert_eq!(groups(0..keys.len(), key), [vec![0, 4], vec![3, 6, 7]]);
    }
}
