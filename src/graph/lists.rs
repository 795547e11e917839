//! Many short lists kept as one, so that making and dropping them costs next to nothing.

use std::ops::Index;

/// Lists by number: where each begins, and all entries in a row.
#[derive(Debug, Clone)]
pub struct Lists<T> {
    starts: Vec<usize>,
    entries: Vec<T>,
}

impl<T: Copy> Lists<T> {
    /// `count` lists. Each pair is a list's number and an entry of it; entries keep their order.
    #[must_use]
    pub fn of(count: usize, pairs: &[(usize, T)]) -> Self {
        let mut starts = vec![0; count + 1];
        for (list, _) in pairs {
            starts[list + 1] += 1;
        }
        for list in 0..count {
            starts[list + 1] += starts[list];
        }
        let mut next = starts.clone();
        // Every entry is written over: there are as many places as pairs.
        let mut entries: Vec<T> = pairs.iter().map(|(_, entry)| *entry).collect();
        for (list, entry) in pairs {
            entries[next[*list]] = *entry;
            next[*list] += 1;
        }
        Self { starts, entries }
    }
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { starts: Vec::new(), entries: Vec::new() }
    }
}

impl<T> Index<usize> for Lists<T> {
    type Output = [T];

    fn index(&self, list: usize) -> &[T] {
        &self.entries[self.starts[list]..self.starts[list + 1]]
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn entries_keep_their_order() {
        let lists = Lists::of(3, &[(2, 'a'), (0, 'b'), (2, 'c'), (0, 'b')]);
        assert_eq!((&lists[0], &lists[1], &lists[2]), (&['b', 'b'][..], &[][..], &['a', 'c'][..]));
    }
}
