//! Asks the site for what an address means. May take as long as a page takes to be made.

use super::address::{AddressTarget, link, target};
use crate::path::OutputPath;
use crate::preview::served::{Answer, Served};

/// What is to be shown, before it becomes HTTP.
#[derive(Debug, PartialEq, Eq)]
pub enum FoundAnswer {
    /// A file.
    File {
        /// Its path, which says of what kind it is.
        path: OutputPath,
        /// What a build would write.
        bytes: Vec<u8>,
    },
    /// Something stands at this other address.
    Moved(String),
    /// Nothing.
    Missing {
        /// The site's page for that; empty when there is none.
        page: Vec<u8>,
        /// Addresses that may have been meant.
        near: Vec<String>,
    },
    /// Something that cannot be made, and why.
    Failed(String),
    /// Nothing of the site, which lies below this path.
    Outside(String),
}

/// What stands at the address of a request.
#[must_use]
pub fn find(served: &dyn Served, path: &str, query: Option<&str>) -> FoundAnswer {
    let base = served.base_path();
    let query = query.map_or_else(String::new, |query| format!("?{query}"));
    match target(path, &base) {
        AddressTarget::Below(below) => match below_base(served, &below) {
            Some((path, Answer::File(bytes))) => FoundAnswer::File { path, bytes },
            Some((_, Answer::Failed(reason))) => FoundAnswer::Failed(reason),
            Some((_, Answer::Missing(page))) => {
                let near = served.near(&format!("/{below}"));
                FoundAnswer::Missing {
                    page,
                    near: near.iter().map(|near| link(&base, near.as_str())).collect(),
                }
            }
            None => FoundAnswer::Moved(format!("{path}/{query}")),
        },
        AddressTarget::Start => FoundAnswer::Moved(format!("{}{query}", link(&base, ""))),
        AddressTarget::Nowhere | AddressTarget::Outside => FoundAnswer::Outside(base),
    }
}

/// The file that a page of the site at the path of a request is.
#[must_use]
pub fn output(path: &str, base: &str) -> Option<OutputPath> {
    let AddressTarget::Below(below) = target(path, base) else { return None };
    let is_folder = below.is_empty() || below.ends_with('/');
    Some(OutputPath::new(&if is_folder { format!("{below}index.html") } else { below }))
}

/// What stands at a path of the site, and in which file; nothing when it is a folder and lacks its slash.
fn below_base(served: &dyn Served, below: &str) -> Option<(OutputPath, Answer)> {
    let ask = |path: String| {
        let path = OutputPath::new(&path);
        let answer = served.file(&path);
        (path, answer)
    };
    if below.is_empty() || below.ends_with('/') {
        return Some(ask(format!("{below}index.html")));
    }
    let exact = ask(below.to_owned());
    if stands(&exact) {
        return Some(exact);
    }
    if stands(&ask(format!("{below}/index.html"))) {
        return None;
    }
    let page = ask(format!("{below}.html"));
    Some(if stands(&page) { page } else { exact })
}

fn stands((_, answer): &(OutputPath, Answer)) -> bool {
    !matches!(answer, Answer::Missing(_))
}
