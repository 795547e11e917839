//! Front matter: the quick reader gives what `serde_yaml` gives, or nothing; and what is reported stands inside.
#![no_main]

use cscare_site::document::fields::{RawCoverage, RawFinding, RawMeasure, RawPage, RawReport, RawTopic, decode};
use cscare_site::document::kind::DocumentKind;
use cscare_site::document::yaml::{self, plain};
use cscare_site::path::SourcePath;
use cscare_site::schema::Extra;
use cscare_site_fuzz::places::expect_inside;
use libfuzzer_sys::fuzz_target;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use std::sync::LazyLock;

static PATH: LazyLock<SourcePath> = LazyLock::new(|| SourcePath::new("content/a.md"));

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
    agree::<RawReport>(text);
    agree::<RawCoverage>(text);
    agree::<RawFinding>(text);
    agree::<RawTopic>(text);
    agree::<RawMeasure>(text);
    agree::<RawPage>(text);
    agree::<Extra>(text);
    match yaml::tree(text) {
        Ok(node) => assert!(text.get(node.span.start..node.span.end).is_some(), "{node:?}"),
        Err(error) => assert!(text.get(error.span.start..error.span.end).is_some(), "{error:?}"),
    }
    // Which kind of record, the length says, so that any text is tried as any kind.
    let read = decode(&PATH, KINDS[text.len() % KINDS.len()], text, 4);
    assert!(read.value.is_some() || !read.diagnostics.is_empty());
    expect_inside(&read.diagnostics, text, 4);
});
