//! What the server may ask of the site. Nothing else reaches it, so no address can reach the disk.

use super::news::News;
use super::numbers::PageNumbers;
use crate::path::{OutputPath, UrlPath};
use tokio::sync::watch;

/// A site that can be looked at.
pub trait Served: Send + Sync + 'static {
    /// The path below which the published site lies: `/`, or `/repository/`.
    fn base_path(&self) -> String;

    /// The file at an output path, such as `topics/index.html`, as a build would write it now.
    fn file(&self, path: &OutputPath) -> Answer;

    /// How the numbers of the page at an output path stand.
    fn numbers(&self, path: &OutputPath) -> PageNumbers;

    /// Addresses that come near one that leads nowhere, nearest first.
    fn near(&self, address: &str) -> Vec<UrlPath>;

    /// What happens to the site from now on, beginning with how it stands.
    fn news(&self) -> watch::Receiver<News>;
}

/// What stands at an output path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// These bytes.
    File(Vec<u8>),
    /// Nothing; the bytes are those of the site's own page for that, empty when it cannot be made.
    Missing(Vec<u8>),
    /// A file that cannot be made; [`News::problems`] or this sentence says why.
    Failed(String),
}
