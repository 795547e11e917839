//! A page as it was printed: its ids, the addresses in it, what names ids, pictures without words, and tags without their
//! counterparts. What a `<template>` or `<noscript>` holds is no part of the page for most, so its ids are not the page's; a page in
//! `srcdoc` is one of its own.

use super::balance::Balance;
use super::torn::{Tears, Torn};
use super::{AttributePiece, addresses, attribute, end_of_text, pieces};
use crate::address::{decoded, is_embedded};
use crate::document::css;
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
    /// Those in a `<template>` or `<noscript>`, which only what stands there too can name.
    pub waiting_ids: Vec<String>,
    /// Names of image maps.
    pub maps: Vec<String>,
    /// Pages within it that have no address of their own.
    pub inner: Vec<Self>,
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

/// An attribute that names other elements of its page.
#[derive(Debug, PartialEq, Eq)]
pub struct PrintedReference {
    /// Its name; `url` in a stylesheet.
    pub attribute: String,
    /// Its value as it stands there.
    pub value: String,
    /// What it names: ids, or the name of an image map.
    pub names: Vec<String>,
    /// Whether it stands in a `<template>` or `<noscript>`.
    pub is_waiting: bool,
}

/// An address on a printed page.
#[derive(Debug, PartialEq, Eq)]
pub struct PrintedAddress {
    /// As it stands there.
    pub text: String,
    /// Whether the page shows or loads what it leads to.
    pub is_resource: bool,
    /// Whether a browser asks for it by itself, whoever is its host.
    pub is_fetched: bool,
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
    let (mut balance, mut tears, mut templates) = (Balance::default(), Tears::default(), 0_usize);
    for token in Tokenizer::new_with_emitter(html.to_reader(), emitter) {
        if let Ok(token) = &token {
            tears.take(token, html);
        }
        let tag = match token {
            Ok(Token::StartTag(tag)) => tag,
            Ok(Token::EndTag(tag)) => {
                balance.end(&tag);
                templates = templates.saturating_sub(usize::from(tag.name.as_slice() == TEMPLATE));
                continue;
            }
            Ok(_) | Err(_) => continue,
        };
        balance.start(&tag);
        page.take(&tag, templates > 0);
        templates += usize::from(tag.name.as_slice() == TEMPLATE);
        let content = |name: &str| {
            let rest = html.get(tag.span.end..).unwrap_or_default();
            &rest[..end_of_text(rest, name).unwrap_or(rest.len())]
        };
        match tag.name.as_slice() {
            b"style" => {
                page.extend(addresses::of_style(content("style")), true, true);
                page.refer_by_style("url", content("style"), templates > 0);
            }
            b"noscript" => page.take_in(read(content("noscript"))),
            _ => {}
        }
    }
    page.torn.extend(tears.found.into_iter().map(|(torn, _)| torn));
    page.lone.extend(balance.lone_tags().into_iter().map(|tag| (tag.name, tag.begins)));
    page
}

/// The name of elements that hold what a script copies into the page.
const TEMPLATE: &[u8] = b"template";

impl WholePage {
    fn take(&mut self, tag: &StartTag<usize>, is_waiting: bool) {
        let ids = if is_waiting { &mut self.waiting_ids } else { &mut self.ids };
        ids.extend(attribute(tag, b"id"));
        match tag.name.as_slice() {
            b"img" if attribute(tag, b"alt").is_none() => {
                self.wordless.push(attribute(tag, b"src").unwrap_or_default());
            }
            b"map" => self.maps.extend(attribute(tag, b"name")),
            _ => {}
        }
        for (name, value) in &tag.attributes {
            let text = String::from_utf8_lossy(&value.value);
            match &*String::from_utf8_lossy(name) {
                "srcdoc" => self.inner.push(read(&text)),
                of if names_ids(of) => {
                    self.refer(
                        of,
                        &text,
                        text.split_ascii_whitespace().map(str::to_owned).collect(),
                        is_waiting,
                    );
                }
                "usemap" => {
                    self.refer("usemap", &text, vec![text.trim_start_matches('#').to_owned()], is_waiting);
                }
                of => {
                    self.take_addresses(tag, of, &value.value);
                    if addresses::holds_style(of) {
                        self.refer_by_style(of, &text, is_waiting);
                    }
                }
            }
        }
    }

    /// What browsers without scripts show, and take for a text with them.
    fn take_in(&mut self, other: Self) {
        let Self { ids, waiting_ids, maps, inner, addresses, references, wordless, lone, torn } = other;
        self.waiting_ids.extend(ids.into_iter().chain(waiting_ids));
        self.maps.extend(maps);
        self.inner.extend(inner);
        self.addresses.extend(addresses);
        self.references
            .extend(references.into_iter().map(|one| PrintedReference { is_waiting: true, ..one }));
        self.wordless.extend(wordless);
        self.lone.extend(lone);
        self.torn.extend(torn);
    }

    fn take_addresses(&mut self, tag: &StartTag<usize>, name: &str, value: &[u8]) {
        let is_loaded = tag.name.as_slice() == b"link";
        // A form that names no address is sent to its page; a link or a picture without one is a slip.
        if matches!(name, "href" | "src") && value.trim_ascii().is_empty() {
            let is_resource = is_loaded || name == "src";
            self.addresses.push(PrintedAddress {
                text: String::new(),
                is_resource,
                is_fetched: false,
                scheme: None,
            });
        } else if name == "content" && is_shared(tag) {
            let address = String::from_utf8_lossy(value).trim().to_owned();
            self.extend(vec![addresses::resource(&address)], true, false);
        } else {
            self.extend(pieces(tag, name.as_bytes(), value), is_loaded, is_fetched(tag, name));
        }
    }

    /// Notes the parts of drawings that a style names: `fill="url(#dots)"`.
    fn refer_by_style(&mut self, attribute: &str, css: &str, is_waiting: bool) {
        for address in css::addresses(css) {
            let Some(id) = address.text.strip_prefix('#').filter(|id| !id.is_empty()) else { continue };
            let value = if attribute == "url" { &*address.text } else { css };
            self.refer(attribute, value, vec![decoded(id).into_owned()], is_waiting);
        }
    }

    fn refer(&mut self, attribute: &str, value: &str, names: Vec<String>, is_waiting: bool) {
        let (attribute, value) = (attribute.to_owned(), value.to_owned());
        self.references.push(PrintedReference { attribute, value, names, is_waiting });
    }

    fn extend(&mut self, pieces: Vec<AttributePiece>, is_loaded: bool, is_fetched: bool) {
        for piece in pieces {
            let AttributePiece::Address { target, typed, scheme } = piece else { continue };
            // `#` alone leads to the beginning of a page, and a query to the page itself.
            let is_idle = matches!(typed.trim(), "" | "#" | "#top") || typed.starts_with('?');
            if !is_idle && !is_embedded(&typed) {
                let is_resource = is_loaded || matches!(target, Some(Target::Image(_)));
                // A template may leave the scheme to the page.
                let scheme = scheme.filter(|scheme| scheme != NO_SCHEME);
                self.addresses.push(PrintedAddress { text: typed, is_resource, is_fetched, scheme });
            }
        }
    }
}

/// Relations of a `link` by which a browser asks a host for something, or gets ready to.
const FETCHING: [&str; 13] = [
    "stylesheet",
    "icon",
    "apple-touch-icon",
    "mask-icon",
    "manifest",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "prerender",
    "import",
    "pingback",
];

/// Whether a browser asks for what this attribute names as soon as it reads the page.
fn is_fetched(tag: &StartTag<usize>, name: &str) -> bool {
    match name {
        "src" | "srcset" | "imagesrcset" | "poster" | "background" | "data" => true,
        "href" | "xlink:href" if tag.name.as_slice() == b"link" => {
            let relations = attribute(tag, b"rel").unwrap_or_default().to_ascii_lowercase();
            relations.split_ascii_whitespace().any(|relation| FETCHING.contains(&relation))
        }
        "href" | "xlink:href" => matches!(tag.name.as_slice(), b"image" | b"use" | b"feimage"),
        _ => addresses::holds_style(name),
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
        let reference = |attribute: &str, value: &str, names: &[&str]| PrintedReference {
            attribute: attribute.to_owned(),
            value: value.to_owned(),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            is_waiting: false,
        };
        let wanted = [reference("aria-labelledby", "a b", &["a", "b"]), reference("for", "c", &["c"])];
        assert_eq!(page.references, wanted);
        assert_eq!(page.wordless, ["x.png"]);
        let found: Vec<_> = page.addresses.iter().map(|one| (one.text.as_str(), one.is_resource)).collect();
        assert_eq!(found, [("x.png", true), ("y.png", true), ("", false), ("", true), ("#d", false)]);
    }

    #[test]
    fn what_browsers_read_late_is_read_too() {
        let page = read(
            "<template><p id=w><label for=w></template><noscript><img src=n.png alt=''></noscript>\
             <iframe srcdoc=\"<a id=i href='#i'><img src=s.png>\"></iframe><img usemap='#m' alt><map name=m></map>\
             <svg><path fill='url(#a)' style='mask: url(\"#b\")'/></svg><style>p { clip-path: url(#c) }</style>",
        );
        assert!(page.ids.is_empty() && page.waiting_ids == ["w"] && page.maps == ["m"]);
        assert_eq!(page.addresses.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["n.png"]);
        assert_eq!((page.inner[0].ids.clone(), page.inner[0].addresses.len()), (vec!["i".to_owned()], 2));
        let named: Vec<_> =
            page.references.iter().map(|one| (one.attribute.as_str(), &*one.names[0])).collect();
        assert_eq!(named, [("for", "w"), ("usemap", "m"), ("fill", "a"), ("style", "b"), ("url", "c")]);
    }
}
