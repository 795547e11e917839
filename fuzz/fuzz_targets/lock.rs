//! `evidence.lock`: any text is read to its end, and what is written reads back the same.
#![no_main]

use cscare_site::evidence::date::PartialDate;
use cscare_site::evidence::lock::{Lock, LockEntry, LockVerdict, LockedPage, read, to_text};
use cscare_site::path::SourcePath;
use cscare_site::span::Span;
use cscare_site_fuzz::places::expect_inside;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static PATH: LazyLock<SourcePath> = LazyLock::new(|| SourcePath::new("evidence.lock"));

const VERDICTS: [LockVerdict; 4] =
    [LockVerdict::Found, LockVerdict::FoundAnywhere, LockVerdict::NotFound, LockVerdict::NoPassage];

/// A lock that says the lines of a text.
fn lock_of(text: &str) -> Lock {
    let mut lines = text.split('\n').map(str::to_owned);
    let mut next = || lines.next();
    let mut lock = Lock::default();
    while let (Some(id), Some(snapshot), Some(begins)) = (next(), next(), next()) {
        let page =
            LockedPage { snapshot, begins, sha256: next().unwrap_or_default(), ..LockedPage::default() };
        let page = lock.pages.entry(id).or_insert(page);
        while let (Some(what), Some(value)) = (next().filter(|what| !what.is_empty()), next()) {
            let bytes = what.len() + value.len();
            page.entries.push(LockEntry {
                at: next().unwrap_or_default(),
                verdict: VERDICTS[bytes % 4],
                offset: (bytes % 3 > 0).then_some(bytes),
                date: PartialDate { year: 2026, month: Some(1), day: Some(2) },
                span: Span::default(),
                is_edited: false,
                what,
                value,
            });
        }
    }
    lock
}

/// Fails unless the text of a lock reads back as this lock.
fn expect_same(lock: &Lock) {
    let text = to_text(lock);
    let again = read(&PATH, &text);
    assert_eq!(again.diagnostics, []);
    assert_eq!(to_text(&again.value), text);
    let says = |lock: &Lock| {
        let pages = lock.pages.iter();
        let pages = pages
            .map(|(id, page)| (id.clone(), [&page.snapshot, &page.begins, &page.sha256].map(Clone::clone)));
        pages.collect::<Vec<_>>()
    };
    assert_eq!(says(&again.value), says(lock));
    for (id, page) in &lock.pages {
        let read = &again.value.pages[id].entries;
        assert_eq!(read.len(), page.entries.len());
        assert!(
            page.entries.iter().all(|entry| read.iter().any(|read| read.says_the_same(entry))),
            "{page:?}"
        );
    }
}

fuzz_target!(|text: &str| {
    let found = read(&PATH, text);
    expect_inside(&found.diagnostics, text, 0);
    expect_same(&found.value);
    expect_same(&lock_of(text));
});
