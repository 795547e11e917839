//! Front matter: the quick reader gives what `serde_yaml` gives, or nothing; and what is reported stands inside.
#![no_main]

use cscare_site::document::kind::DocumentKind;
use cscare_site::document::yaml::plain;
use cscare_site::evidence::front::decode;
use cscare_site::evidence::record::{RawCoverage, RawFinding, RawMeasure, RawPage, RawReport, RawTopic};
use cscare_site::path::SourcePath;
use cscare_site::schema::Extra;
use cscare_site_fuzz::places::expect_inside;
use libfuzzer_sys::fuzz_target;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use std::sync::LazyLock;

static PATH: LazyLock<SourcePath> = LazyLock::new(|| SourcePath::new("content/a.md"));

/// Where the front matter begins in its file.
const OFFSET: usize = 4;

const KINDS: [DocumentKind; 6] = [
    DocumentKind::Report,
    DocumentKind::Coverage,
    DocumentKind::Finding,
    DocumentKind::Topic,
    DocumentKind::Measure,
    DocumentKind::Page,
];

/// Fails when only the quick reader takes the text, or takes it for something else.
fn agree<T: DeserializeOwned + Debug>(text: &str) {
    let Some(quick) = plain::decode::<T>(text) else { return };
    match serde_yaml::from_str::<T>(text) {
        Ok(real) => assert_eq!(format!("{quick:?}"), format!("{real:?}")),
        Err(error) => panic!("only the quick reader takes it: {quick:?}; {error}"),
    }
}

fuzz_target!(|text: &str| {
    // Which kind of record it is, the length says, so that any text is tried as any kind.
    let kind = KINDS[text.len() % KINDS.len()];
    match kind {
        DocumentKind::Report => agree::<RawReport>(text),
        DocumentKind::Coverage => agree::<RawCoverage>(text),
        DocumentKind::Finding => agree::<RawFinding>(text),
        DocumentKind::Topic => agree::<RawTopic>(text),
        DocumentKind::Measure => agree::<RawMeasure>(text),
        _ => agree::<RawPage>(text),
    }
    agree::<Extra>(text);
    let read = decode(&PATH, kind, text, OFFSET);
    assert!(read.value.is_some() || !read.diagnostics.is_empty());
    expect_inside(&read.diagnostics, text, OFFSET);
});
