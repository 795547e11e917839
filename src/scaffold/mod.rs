//! What the program writes for an author to go on with: a new site, a new record, an editor's setup, a workflow.
//!
//! Everything here gives texts. Files are written in `output::fresh`, which never overwrites; questions are asked in `cli`.

pub mod begin;
pub mod checkup;
mod draft;
pub mod editor;
pub mod kind;
pub mod name;
pub mod place;
pub mod record;
pub mod schema;
pub mod theme;
pub mod workflow;

pub use draft::FileText;
