//! Small sites in, files or messages out: the program as an author meets it.
//!
//! One binary for all of these tests. `UPDATE_GOLDEN=1` rewrites the stored expectations in
//! `tests/golden/*/expected` and `tests/cmd`; read the difference before keeping it.

#![expect(clippy::disallowed_methods, reason = "tests make sites, look at files and run the program")]
#![expect(clippy::format_collect, reason = "short texts of tests read better so")]

mod addresses;
mod beside;
mod broken;
mod causes;
mod certainty;
mod change_ends;
mod clashes;
mod digits;
mod explain;
mod fair;
mod fix;
mod formats;
mod golden;
mod growth;
mod guide;
mod html;
mod invariants;
mod languages;
mod lines;
mod memory;
mod named;
mod near_misses;
mod numbers;
mod odd_files;
mod one_text;
mod places;
mod press;
mod quiet;
mod quotations;
mod robustness;
mod rules;
mod scaffold;
mod suggestions;
mod support;
mod templates;
mod theme_messages;
mod themes;
mod titles;
mod transcripts;
mod unchanged;
mod verify;
mod waivers;
mod well_formed;
mod wording;
mod words;
mod wrong_numbers;
