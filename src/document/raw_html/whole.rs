//! A page as it was printed: its ids, the addresses in it, what names ids, pictures without words, and tags without their
//! counterparts.

use super::balance::Balance;
use super::torn::{Tears, Torn};
use super::{AttributePiece, addresses, attribute, pieces};
use crate::address::is_embedded;
use crate::document::prose::Target;
use crate::document::schemes::NO_SCHEME;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{Readable, Tokenizer};
use std::collections::BTreeSet;

/// What others can refer to on a page, and what it refers to itself, in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct WholePage {
    /// Values of `id`.
    pub ids: Vec<String>,
    /// All addresses but those that hold a picture themselves.
    pub addresses: Vec<PrintedAddress>,
    /// Attributes that name ids.
    pub references: Vec<PrintedReference>,
    /// The address of each picture that has no `alt`.
    pub wordless: Vec<String>,
    /// Tags without their counterparts: names of elements, and whether the tag begins one.
    pub lone: BTreeSet<(String, bool)>,
    /// Remarks and tags that are never ended.
    pub torn: BTreeSet<Torn>,
}

/// An attribute that names other elements of its page by their ids.
#[derive(Debug, PartialEq, Eq)]
pub struct PrintedReference {
    /// Its name.
    pub attribute: String,
    /// Its value: ids with blanks between.
    pub value: String,
}

/// An address on a printed page.
#[derive(Debug, PartialEq, Eq)]
pub struct PrintedAddress {
    /// As it stands there.
    pub text: String,
    /// Whether the page shows or loads what it leads to.
    pub is_resource: bool,
    /// Its scheme, if it is an unusual one.
    pub scheme: Option<String>,
}

/// Whether this attribute names elements of the page by their ids.
#[must_use]
pub fn names_ids(name: &str) -> bool {
    matches!(
        name,
        "aria-labelledby"
            | "aria-describedby"
            | "aria-controls"
            | "aria-owns"
            | "aria-details"
            | "aria-flowto"
            | "aria-errormessage"
            | "aria-activedescendant"
            | "for"
            | "headers"
            | "list"
            | "form"
            | "popovertarget"
            | "commandfor"
    )
}

/// Reads a page.
#[must_use]
pub fn read(html: &str) -> WholePage {
    let mut page = WholePage::default();
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // What stands in a script is no tag.
    emitter.naively_switch_states(true);
    let (mut balance, mut tears) = (Balance::default(), Tears::default());
    for token in Tokenizer::new_with_emitter(html.to_reader(), emitter) {
        if let Ok(token) = &token {
            tears.take(token, html);
        }
        let tag = match token {
            Ok(Token::StartTag(tag)) => tag,
            Ok(Token::EndTag(tag)) => {
                balance.end(&tag);
                continue;
            }
            Ok(_) | Err(_) => continue,
        };
        balance.start(&tag);
        page.ids.extend(attribute(&tag, b"id"));
        if tag.name.as_slice() == b"img" && attribute(&tag, b"alt").is_none() {
            page.wordless.push(attribute(&tag, b"src").unwrap_or_default());
        }
        page.take(&tag);
        if tag.name.as_slice() == b"style" {
            let rest = html.get(tag.span.end..).unwrap_or_default();
            let end = rest.find("</style").unwrap_or(rest.len());
            page.extend(addresses::of_style(&rest[..end]), true);
        }
    }
    page.torn = tears.found.into_iter().map(|(torn, _)| torn).collect();
    page.lone = balance.lone_tags().into_iter().map(|tag| (tag.name, tag.begins)).collect();
    page
}

impl WholePage {
    fn take(&mut self, tag: &StartTag<usize>) {
        for (name, value) in &tag.attributes {
            let of = String::from_utf8_lossy(name);
            if names_ids(&of) {
                let value = String::from_utf8_lossy(&value.value).into_owned();
                self.references.push(PrintedReference { attribute: of.into_owned(), value });
                continue;
            }
            let is_loaded = tag.name.as_slice() == b"link";
            // A form that names no address is sent to its page; a link or a picture without one is a slip.
            if matches!(&*of, "href" | "src") && value.value.trim_ascii().is_empty() {
                let is_resource = is_loaded || of == "src";
                self.addresses.push(PrintedAddress { text: String::new(), is_resource, scheme: None });
                continue;
            }
            if of == "content" && is_shared(tag) {
                let address = String::from_utf8_lossy(&value.value).trim().to_owned();
                self.extend(vec![addresses::resource(&address)], true);
                continue;
            }
            self.extend(pieces(tag, name, &value.value), is_loaded);
        }
    }

    fn extend(&mut self, pieces: Vec<AttributePiece>, is_loaded: bool) {
        for piece in pieces {
            let AttributePiece::Address { target, typed, scheme } = piece else { continue };
            // `#` alone leads to the beginning of a page, and a query to the page itself.
            let is_idle = matches!(typed.trim(), "" | "#" | "#top") || typed.starts_with('?');
            if !is_idle && !is_embedded(&typed) {
                let is_resource = is_loaded || matches!(target, Some(Target::Image(_)));
                // A template may leave the scheme to the page.
                let scheme = scheme.filter(|scheme| scheme != NO_SCHEME);
                self.addresses.push(PrintedAddress { text: typed, is_resource, scheme });
            }
        }
    }
}

/// Whether a `meta` has the address of what others show where the page is shared: a picture, a recording, the page itself.
fn is_shared(tag: &StartTag<usize>) -> bool {
    let named = ["property", "name"].into_iter().find_map(|name| attribute(tag, name.as_bytes()));
    let name = named.unwrap_or_default().to_ascii_lowercase();
    let (kind, form) =
        name.split_once(':').map_or(("", ""), |(_, rest)| rest.split_once(':').unwrap_or((rest, "")));
    tag.name.as_slice() == b"meta"
        && (name.starts_with("og:") || name.starts_with("twitter:"))
        && matches!(kind, "image" | "video" | "audio" | "url" | "player")
        && matches!(form, "" | "url" | "secure_url" | "src")
}

#[cfg(test)]
mod tests {
    use super::{PrintedReference, read};

    #[test]
    fn ids_and_addresses_are_found_and_nothing_else() {
        let page = read(
            "<link rel=stylesheet href=/a.css><p id=x>a <a href=\"/b/?c=1&amp;d#e\">b</a> <a href=https://e.org/>\
             <img src='i.png' alt=''> <a href='#'>up</a><a href=#x>x</a>\
             <script>\"<a href=/no/ id=no>\"</script><style>p { background: url(/s.png) }</style>\
             <form action=\"javascript:a()\"> <meta http-equiv=refresh content=\"0; url=/r/\">\
             <meta property=og:image content='/o.png'><meta name=twitter:image:src content='https://e.org/t.png'>\
             <meta property=og:image:alt content='/no/'><meta property=og:title content='/no/'>",
        );
        assert_eq!(page.ids, ["x"]);
        let found: Vec<_> = page.addresses.iter().map(|one| (one.text.as_str(), one.is_resource)).collect();
        let wanted = [
            ("/a.css", true),
            ("/b/?c=1&d#e", false),
            ("https://e.org/", false),
            ("i.png", true),
            ("#x", false),
            ("/s.png", true),
            ("javascript:a()", false),
            ("/r/", false),
            ("/o.png", true),
            ("https://e.org/t.png", true),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn ids_that_are_named_and_pictures_without_words_are_found() {
        let page = read(
            "<nav aria-labelledby='a b'><label for=c><img src=x.png><img src=y.png alt><a href=''><img src='' alt=z>\
             <svg><use href='#d'/></svg><a href='?q'><form action=''>",
        );
        let reference = |attribute: &str, value: &str| PrintedReference {
            attribute: attribute.to_owned(),
            value: value.to_owned(),
        };
        assert_eq!(page.references, [reference("aria-labelledby", "a b"), reference("for", "c")]);
        assert_eq!(page.wordless, ["x.png"]);
        let found: Vec<_> = page.addresses.iter().map(|one| (one.text.as_str(), one.is_resource)).collect();
        assert_eq!(found, [("x.png", true), ("y.png", true), ("", false), ("", true), ("#d", false)]);
    }
}
