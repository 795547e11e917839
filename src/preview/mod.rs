//! The site in memory, live: `watch` says what changed, `live` understands it again, `server` shows it.

pub mod editor;
pub mod news;
pub mod problems;
pub mod served;
pub mod server;
pub mod watch;
