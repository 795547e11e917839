//! Which attributes of raw HTML hold addresses, and where in them these stand.

use crate::document::css;
use crate::document::markdown::{classify, classify_resource};
use crate::document::prose::Target;
use crate::document::schemes;

/// A part of an attribute's value.
pub(super) enum AttributePiece {
    /// What is no address.
    Text(String),
    /// An address.
    Address {
        /// What it points at; none for an address of another site.
        target: Option<Target>,
        /// As typed.
        typed: String,
        /// Its scheme, if it is an unusual one.
        scheme: Option<String>,
    },
}

/// What an attribute holds.
enum AttributeHolds {
    /// An address that a reader follows, or a page that is shown inside this one.
    Link,
    /// The address of a file that the page shows or loads.
    Resource,
    /// Addresses of pictures, each with a size.
    Pictures,
    /// Declarations of a stylesheet.
    Style,
    /// A number of seconds and an address.
    Refresh,
    /// Addresses that are told of clicks, between white space, or that a drawing changes its link to, between semicolons.
    Links(char),
    /// No address.
    Nothing,
}

fn holds(tag: &[u8], name: &[u8], other: impl Fn(&[u8]) -> Option<String>) -> AttributeHolds {
    let refreshes = || other(b"http-equiv").is_some_and(|what| what.eq_ignore_ascii_case("refresh"));
    let changes_links = || other(b"attributename").is_some_and(|what| is_link(what.trim()));
    match (tag, name) {
        (_, name) if STYLED.iter().any(|styled| styled.as_bytes() == name) => AttributeHolds::Style,
        (_, b"srcset" | b"imagesrcset") => AttributeHolds::Pictures,
        (_, b"ping") => AttributeHolds::Links(' '),
        (b"meta", b"content") if refreshes() => AttributeHolds::Refresh,
        (_, b"to" | b"from" | b"by" | b"values") if is_moved(tag) && changes_links() => {
            AttributeHolds::Links(';')
        }
        (_, b"href" | b"xlink:href") if is_drawn(tag) => AttributeHolds::Resource,
        (b"iframe" | b"frame" | b"embed", b"src")
        | (b"object", b"data")
        | (b"form" | b"isindex", b"action")
        | (_, b"href" | b"xlink:href" | b"formaction" | b"longdesc" | b"cite") => AttributeHolds::Link,
        (_, name) if name.ends_with(b":href") => AttributeHolds::Link,
        (_, b"src" | b"poster" | b"background") => AttributeHolds::Resource,
        _ => AttributeHolds::Nothing,
    }
}

/// Attributes that hold declarations of a stylesheet, or the value of one.
const STYLED: [&str; 11] = [
    "style",
    "fill",
    "stroke",
    "filter",
    "mask",
    "clip-path",
    "cursor",
    "marker",
    "marker-start",
    "marker-mid",
    "marker-end",
];

/// Whether this attribute holds declarations of a stylesheet.
pub(super) fn holds_style(name: &str) -> bool {
    STYLED.contains(&name)
}

/// Whether what a part of a drawing refers to is drawn in its place.
fn is_drawn(tag: &[u8]) -> bool {
    matches!(tag, b"image" | b"use" | b"feimage" | b"pattern" | b"mpath")
}

/// Whether an element changes an attribute of a drawing while it is looked at.
fn is_moved(tag: &[u8]) -> bool {
    matches!(tag, b"animate" | b"set" | b"animatetransform" | b"animatemotion")
}

fn is_link(attribute: &str) -> bool {
    attribute.rsplit(':').next().is_some_and(|name| name.eq_ignore_ascii_case("href"))
}

/// The value of an attribute, cut where its addresses begin and end. `other` gives other attributes of the tag.
pub(super) fn of_attribute(
    tag: &[u8],
    name: &[u8],
    value: &str,
    other: impl Fn(&[u8]) -> Option<String>,
) -> Vec<AttributePiece> {
    match holds(tag, name, other) {
        AttributeHolds::Link => vec![link(value)],
        AttributeHolds::Resource => vec![resource(value)],
        AttributeHolds::Pictures => pictures(value),
        AttributeHolds::Style => of_style(value),
        AttributeHolds::Refresh => refresh(value),
        AttributeHolds::Links(between) => links(value, between),
        AttributeHolds::Nothing => vec![AttributePiece::Text(value.to_owned())],
    }
}

fn link(typed: &str) -> AttributePiece {
    AttributePiece::Address {
        target: classify(typed),
        typed: typed.to_owned(),
        scheme: scheme_of_link(typed),
    }
}

/// What is bound to a statistic or leads to a term has a scheme that is the program's.
fn scheme_of_link(typed: &str) -> Option<String> {
    if classify(typed).is_some() { None } else { schemes::unusual(typed) }
}

/// Addresses with something between them.
fn links(value: &str, between: char) -> Vec<AttributePiece> {
    let is_between = |letter: char| letter == between || letter.is_whitespace();
    let mut pieces = Vec::new();
    for part in value.split_inclusive(is_between) {
        let address = part.trim_end_matches(is_between);
        if !address.is_empty() {
            pieces.push(link(address));
        }
        pieces.push(AttributePiece::Text(part[address.len()..].to_owned()));
    }
    pieces
}

/// The address of a file that the page shows or loads.
pub(super) fn resource(typed: &str) -> AttributePiece {
    // Nothing is the page itself, which is no picture.
    let nothing = || typed.trim().is_empty().then(|| Target::Image(Box::default()));
    AttributePiece::Address {
        target: classify_resource(typed).or_else(nothing),
        typed: typed.to_owned(),
        scheme: schemes::unusual_of_resource(typed),
    }
}

/// `a.png 1x, b.png 2x`: addresses end at white space, or at a comma that white space follows.
fn pictures(value: &str) -> Vec<AttributePiece> {
    let mut pieces = Vec::new();
    let mut rest = value;
    while !rest.is_empty() {
        let start = rest.len()
            - rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == ',').len();
        let (before, behind) = rest.split_at(start);
        let end = behind.find(char::is_whitespace).unwrap_or(behind.len());
        let address = behind[..end].trim_end_matches(',');
        pieces.push(AttributePiece::Text(before.to_owned()));
        if !address.is_empty() {
            pieces.push(resource(address));
        }
        let behind = &behind[address.len()..];
        // A size may hold commas in brackets only, which none in use does.
        let next = behind.find(',').unwrap_or(behind.len());
        pieces.push(AttributePiece::Text(behind[..next].to_owned()));
        rest = &behind[next..];
    }
    pieces
}

/// Declarations of a stylesheet, cut where their addresses begin and end.
pub(super) fn of_style(value: &str) -> Vec<AttributePiece> {
    let mut pieces = Vec::new();
    let mut copied = 0;
    for address in css::addresses(value) {
        pieces.push(AttributePiece::Text(value[copied..address.range.start].to_owned()));
        copied = address.range.end;
        let typed = &value[address.range];
        pieces.push(match resource(&address.text) {
            // A place on this page, such as a gradient.
            AttributePiece::Address { .. } if address.text.starts_with('#') => {
                AttributePiece::Text(typed.to_owned())
            }
            AttributePiece::Address { target, scheme, .. } => {
                AttributePiece::Address { target, typed: typed.to_owned(), scheme }
            }
            text @ AttributePiece::Text(_) => text,
        });
    }
    pieces.push(AttributePiece::Text(value[copied..].to_owned()));
    pieces
}

/// `0; url=a.md`
fn refresh(value: &str) -> Vec<AttributePiece> {
    let url = value.to_ascii_lowercase().find("url=").map(|at| at + "url=".len());
    // Browsers follow `0;a.md` too.
    let behind_number =
        || value.find([';', ',']).map(|at| at + 1).filter(|at| !value[*at..].trim().is_empty());
    let Some(at) = url.or_else(behind_number) else {
        return vec![AttributePiece::Text(value.to_owned())];
    };
    let (before, address) = value.split_at(at);
    let is_mark = |letter: char| matches!(letter, '"' | '\'' | ' ');
    vec![AttributePiece::Text(before.to_owned()), link(address.trim_matches(is_mark))]
}
