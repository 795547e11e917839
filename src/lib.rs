//! A static site generator for evidence reviews that refuses to publish a wrong number.
//!
//! Read the stages in order: [`source`] lists files, [`config`] reads `site.toml`, [`document`] reads one
//! Markdown file, [`evidence`] turns front matter into records, [`graph`] resolves every reference,
//! [`verification`] holds figures against archived texts,
//! [`plan`] says which pages exist, [`render`] makes their bytes, [`proof`] reads them once more, [`output`] writes them. [`site`] is the
//! line that connects them. [`git`] asks git, [`compare`] holds two states of a review against each other, [`deploy`]
//! publishes; [`report`] and [`cli`] face the person.

pub mod address;
pub mod cli;
pub mod compare;
pub mod config;
pub mod deploy;
pub mod diagnostic;
pub mod document;
pub mod evidence;
pub mod fix;
pub mod git;
pub mod graph;
pub mod lint;
pub mod output;
pub mod path;
pub mod plan;
pub mod preview;
pub mod proof;
pub mod render;
pub mod report;
pub mod scaffold;
pub mod schema;
pub mod site;
pub mod source;
pub mod span;
mod swar;
pub mod verification;
