//! What fields a record may have, said once: the same declaration gives the Rust type that is decoded, and
//! the shape that a broken record is checked against.
//!
//! Nothing here knows YAML or TOML; both hand in a tree of [`Node`]s.

mod check;
mod collection;
mod members;
mod node;
mod record;

pub use check::check;
pub use collection::{Entries, Extra, Texts};
pub use node::{Key, Node, Value};
pub use record::{Field, RecordShape, Shape, Shaped, Takes};
pub(crate) use record::{record, shaped};
