pub mod config;
pub mod diagnostic;
pub mod document;
pub mod evidence;
pub mod path;
#[macro_use]
pub mod schema;
pub mod source;
pub mod span;
