//! Quantities in a running text: spans are in order and on characters, and each says what stands there.
#![no_main]

use cscare_site::evidence::quantity::scan::scan;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut last = (0, 0);
    for found in scan(text) {
        let (start, end) = (found.span.start, found.span.end);
        // The ends of a range follow it, and stand where it stands.
        assert!(start >= last.1 || (start, end) == last, "{found:?} in {text:?}");
        assert_eq!(text.get(start..end), Some(found.quantity.printed()));
        let ends = (found.quantity.low(), found.quantity.high());
        assert!(!matches!(ends, (Some(low), Some(high)) if low > high), "{found:?}");
        last = (start, end);
    }
});
