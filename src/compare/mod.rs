//! Two states of a review, compared by the ids of their records: what was added, removed, and changed from what to
//! what.
//!
//! A state is what the data files of a published site hold. A site's sources are understood first, so that both kinds
//! are compared alike. Nothing here looks at pages or at wording outside records.

mod changes;
mod edits;
mod json;
mod markdown;
mod side;
mod state;
mod text;

pub use changes::{Changed, Changes, Comparison, RecordName};
pub use edits::RecordEdit;
pub use json::json;
pub use markdown::markdown;
pub use side::{Side, SideState};
pub use state::{FINDINGS, STATISTICS, State, Unreadable};
pub use text::text;
