//! What the bundled parts of pages are given by the templates that include them, such as the `card` of `parts/card.html`.
//! It is read from all bundled templates, so it is what holds.

use super::fields::{self, Received};
use crate::render::contract::Contract;
use crate::source::{SourceTree, is_template};
use std::collections::BTreeMap;

/// By part, the names that it takes, and what each holds. `site` and `t` are there in all of them.
#[must_use]
pub fn received(contract: &Contract) -> Received {
    let bundled = SourceTree::in_memory([]);
    let paths = bundled.below("templates").filter(|path| is_template(path));
    let name = |path: &str| path.trim_start_matches("templates/").to_owned();
    let texts = paths.filter_map(|path| Some((name(path.as_str()), bundled.text(path).ok()?)));
    let texts: BTreeMap<String, String> = texts.collect();
    let texts = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let mut received = fields::received(&texts, contract);
    for names in received.values_mut() {
        names.retain(|name, _| !matches!(name.as_str(), "site" | "t"));
    }
    received
}
