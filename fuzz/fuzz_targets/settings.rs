//! `site.toml`: whatever it holds, settings come of it, and what is wrong is told inside it.
#![no_main]

use cscare_site::config::{self, BaseUrl};
use cscare_site::source::SourceTree;
use cscare_site_fuzz::places::{expect_inside, expect_told};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(BaseUrl { origin, path }) = BaseUrl::parse(text) {
        assert_eq!(BaseUrl::parse(&format!("{origin}{path}")), Ok(BaseUrl { origin, path }));
    }
    let sources = SourceTree::in_memory([("site.toml", text)]);
    let read = config::read(&sources);
    let BaseUrl { origin, path } = &read.value.base;
    assert!(path.starts_with('/') && path.ends_with('/') && !origin.ends_with('/'), "{:?}", read.value.base);
    assert!((1..=10_000).contains(&read.value.page_size));
    assert!(config::tree(text).is_some() || !read.diagnostics.is_empty());
    // Telling takes longer than reading.
    if text.len() % 4 == 0 {
        expect_told(read.diagnostics, &sources);
    } else {
        expect_inside(&read.diagnostics, text, 0);
    }
});
