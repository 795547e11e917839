//! Whatever is reported stands inside its file, and every format can tell it.

use cscare_site::diagnostic::{Diagnostic, Spot};
use cscare_site::report::{self, Located, Where};
use cscare_site::source::SourceTree;
use cscare_site::span::Span;
use serde_json::Value;

/// Fails unless every span of these lies in `text`, which begins at `offset` of its file.
pub fn expect_inside(diagnostics: &[Diagnostic], text: &str, offset: usize) {
    for diagnostic in diagnostics {
        for label in diagnostic.related.iter().chain([&diagnostic.primary]) {
            expect_spot(&label.place.spot, text, offset);
        }
    }
}

/// Fails when the place is a span that does not lie in `text`, which begins at `offset` of its file.
pub fn expect_spot(spot: &Spot, text: &str, offset: usize) {
    if let Spot::Span(Span { start, end }) = spot {
        let is_inside = *start >= offset && start <= end && end - offset <= text.len();
        assert!(is_inside, "{start}..{end} is not in {} bytes from {offset} on", text.len());
    }
}

/// Fails unless every place is in a file of the site and inside its text, and every format has a line or an entry for
/// each.
pub fn expect_told(diagnostics: Vec<Diagnostic>, sources: &SourceTree) -> Vec<Located> {
    let found = report::locate(diagnostics, sources);
    for one in &found {
        assert!(!one.diagnostic.message.is_empty(), "{one:?}");
        one.related.iter().chain([&one.primary]).for_each(|place| expect_place(place, sources));
    }
    assert_eq!(report::human(&found).is_empty(), found.is_empty());
    assert_eq!(report::github(&found).lines().count(), found.len());
    assert_eq!(report::short(&found).lines().count(), found.len());
    let entries: Vec<Value> = serde_json::from_str(&report::json(&found)).expect("it is JSON");
    assert_eq!(entries.len(), found.len());
    found
}

fn expect_place(place: &Where, sources: &SourceTree) {
    assert!(sources.contains(&place.file), "there is no file `{}`", place.file);
    assert!(place.text.get(place.span.start..place.span.end).is_some(), "{place:?}");
    assert!(place.start <= place.end, "{place:?}");
}
