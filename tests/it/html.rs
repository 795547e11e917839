//! The start tags of a page and where their addresses lead. Holds no tests.

use crate::support::{MANIFEST, Tree, has_ending};
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{Readable, Tokenizer};
use std::collections::{BTreeMap, BTreeSet};

/// Attributes that hold an address of one kind or another.
const ADDRESSES: [&[u8]; 6] = [b"href", b"src", b"srcset", b"poster", b"action", b"data"];

/// What a page holds of interest.
#[derive(Default)]
pub struct Page {
    /// Values of `id`, in order.
    pub ids: Vec<String>,
    /// Tag and address.
    pub addresses: Vec<(String, String)>,
    /// All start tags.
    pub tags: Vec<String>,
}

/// Reads a page.
pub fn page(html: &str) -> Page {
    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(html.to_reader(), DefaultEmitter::<usize>::new_with_span()) {
        if let Ok(Token::StartTag(tag)) = token {
            page.take(&tag);
        }
    }
    page
}

impl Page {
    fn take(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        for (key, value) in &tag.attributes {
            let value = String::from_utf8_lossy(&value.value).into_owned();
            if key.as_slice() == b"id" {
                self.ids.push(value);
            } else if ADDRESSES.contains(&key.as_slice()) {
                self.addresses.push((name.clone(), value));
            } else if name == "meta" && key.as_slice() == b"content" && value.starts_with("0; url=") {
                self.addresses.push((name.clone(), value["0; url=".len()..].to_owned()));
            }
        }
        self.tags.push(name);
    }
}

/// Everything that is wrong with the addresses of a site published at `base`, which begins and ends with a slash.
pub fn dead_ends(files: &Tree, base: &str) -> Vec<String> {
    let pages: BTreeMap<&str, Page> = files
        .iter()
        .filter(|(path, _)| has_ending(path, "html"))
        .map(|(path, bytes)| (path.as_str(), page(std::str::from_utf8(bytes).expect("pages are UTF-8"))))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(path, page)| (*path, page.ids.iter().map(String::as_str).collect())).collect();
    let mut dead = Vec::new();
    for (path, page) in &pages {
        if ids[path].len() != page.ids.len() {
            dead.push(format!("{path}: an id stands twice: {:?}", page.ids));
        }
        for (tag, address) in &page.addresses {
            if let Some(why) = dead_end(files, &ids, base, path, address) {
                dead.push(format!("{path}: <{tag}> {address}: {why}"));
            }
        }
    }
    dead
}

fn dead_end(
    files: &Tree,
    ids: &BTreeMap<&str, BTreeSet<&str>>,
    base: &str,
    from: &str,
    address: &str,
) -> Option<String> {
    if is_elsewhere(address) {
        return None;
    }
    let (path, fragment) =
        address.split_once('#').map_or((address, None), |(path, fragment)| (path, Some(fragment)));
    let path = path.split('?').next().unwrap_or(path);
    let file = if path.is_empty() {
        from.to_owned()
    } else {
        let Some(inner) = path.strip_prefix(base) else { return Some(format!("it is not below {base}")) };
        let inner = decoded(inner);
        if inner.is_empty() || inner.ends_with('/') { format!("{inner}index.html") } else { inner }
    };
    if file == MANIFEST || !files.contains_key(&file) {
        return Some(format!("there is no file {file}"));
    }
    let fragment = decoded(fragment.filter(|fragment| !fragment.is_empty())?);
    let found = ids.get(file.as_str()).is_some_and(|ids| ids.contains(fragment.as_str()));
    (!found).then(|| format!("{file} has no id {fragment}"))
}

/// Whether an address leads to another site, or to no page at all.
pub fn is_elsewhere(address: &str) -> bool {
    address.starts_with("//")
        || ["http:", "https:", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
}

fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}
