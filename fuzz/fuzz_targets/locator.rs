//! A locator in a text: what it means lies inside, and the locator that is printed for a passage leads back to it.
//!
//! The first line is the locator, the second the words with which the text begins.
#![no_main]

use cscare_site::verification::locator::passage;
use cscare_site::verification::outline::{BlockKind, Outline};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let mut parts = input.splitn(3, '\n');
    let [at, begins, text] = [(); 3].map(|()| parts.next().unwrap_or(""));
    let Some(outline) = Outline::of(text, begins) else { return };
    let mut end = 0;
    for block in &outline.blocks {
        assert!(block.span.start >= end && !outline.of_block(block).is_empty(), "{block:?}");
        end = block.span.end;
    }
    match passage(&outline, at) {
        Ok(found) => assert!(text.get(found.start..found.end).is_some(), "{found:?}"),
        Err(lost) => assert!(!lost.why.is_empty() && !lost.help.is_empty()),
    }
    for block in outline.blocks.iter().filter(|block| block.kind != BlockKind::Heading) {
        let printed = outline.locator(block.span.start).expect("a block has a locator");
        let found = passage(&outline, &printed).expect("it leads somewhere");
        // A heading such as `Paragraph 1` is meant before a paragraph is.
        let is_heading = outline
            .blocks
            .iter()
            .any(|other| other.kind == BlockKind::Heading && other.span.start == found.start);
        assert!(found == block.span || is_heading, "{printed}: {found:?}");
    }
});
