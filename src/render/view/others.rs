//! What templates see beside the pages of the site.

use schemars::JsonSchema;
use serde::Serialize;

/// What stands at an old address.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RedirectView {
    /// Where the page moved to.
    pub url: String,
    /// The same as a whole address; empty where the site has none.
    pub canonical: String,
}

/// What a loop knows of itself inside: `{% for row in list %}{{ loop.index }}{% endfor %}`. The engine gives it.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct LoopView {
    /// Which turn it is, from 1.
    pub index: usize,
    /// Which turn it is, from 0.
    pub index0: usize,
    /// Whether it is the first turn.
    pub first: bool,
    /// Whether it is the last turn.
    pub last: bool,
    /// How many turns there are.
    pub length: usize,
}
