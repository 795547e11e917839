//! The manifest of the output and the journal of a commit: any text is read to its end, and what is written reads back
//! the same.
#![no_main]

use cscare_site::output::journal::{Journal, StagedPlace};
use cscare_site::output::manifest::{self, ContentHash, Manifest};
use cscare_site::path::unwritable;
use libfuzzer_sys::fuzz_target;

/// A journal of the lines of a text that are paths, a step for each.
fn journal_of(text: &str) -> Journal {
    let mut journal = Journal { former: text.len() as u64, ..Journal::default() };
    for (at, path) in text.lines().filter(|path| unwritable(path).is_none()).enumerate() {
        let path = path.to_owned();
        match at % 5 {
            0 => journal.new_folders.push(path),
            1 => journal.removed.push(path),
            2 => journal.old_folders.push(path),
            _ => journal.places.push(StagedPlace { slot: at as u64, path, replaces: at % 5 == 3 }),
        }
    }
    journal.clear_first = journal.removed.len() > 2;
    journal
}

/// Everything that a manifest lists, in its order.
fn listed(manifest: &Manifest) -> Vec<(&str, ContentHash)> {
    let files = manifest.paths().map(|path| (path, manifest.get(path).expect("it is listed")));
    let mut files: Vec<_> = files.collect();
    files.sort_unstable_by_key(|(path, _)| *path);
    files
}

fn expect_same_journal(journal: &Journal) {
    assert_eq!(Journal::parse(&journal.render()).as_ref(), Ok(journal));
}

fn expect_same_manifest(files: &[(&str, ContentHash)]) {
    let text = manifest::render(files.iter().copied());
    let Ok(again) = Manifest::parse(&text) else { panic!("it is no manifest: {text}") };
    assert_eq!(listed(&again), files);
}

fuzz_target!(|text: &str| {
    let lines = text.lines().count();
    match Journal::parse(text) {
        Ok(journal) => expect_same_journal(&journal),
        Err(line) => assert!((1..=lines.max(1)).contains(&line)),
    }
    expect_same_journal(&journal_of(text));
    match Manifest::parse(text) {
        Ok(manifest) => expect_same_manifest(&listed(&manifest)),
        Err(line) => assert!((1..=lines.max(1)).contains(&line)),
    }
    let mut paths: Vec<&str> = text.lines().filter(|path| unwritable(path).is_none()).collect();
    paths.sort_unstable();
    paths.dedup();
    let files: Vec<_> = paths.iter().map(|path| (*path, ContentHash::of(path.as_bytes()))).collect();
    expect_same_manifest(&files);
});
