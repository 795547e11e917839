//! A page as it was printed: its ids, and the addresses in it.

use super::{Piece, addresses, attribute, pieces};
use crate::document::prose::Target;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{Readable, Tokenizer};

/// What others can refer to on a page, and what it refers to itself, in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct WholePage {
    /// Values of `id`.
    pub ids: Vec<String>,
    /// Addresses of this site, and those with an unusual scheme.
    pub addresses: Vec<PrintedAddress>,
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

/// Reads a page.
#[must_use]
pub fn read(html: &str) -> WholePage {
    let mut page = WholePage::default();
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // What stands in a script is no tag.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html.to_reader(), emitter) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        page.ids.extend(attribute(&tag, b"id"));
        page.take(&tag);
        if tag.name.as_slice() == b"style" {
            let rest = html.get(tag.span.end..).unwrap_or_default();
            let end = rest.find("</style").unwrap_or(rest.len());
            page.extend(addresses::of_style(&rest[..end]), true);
        }
    }
    page
}

impl WholePage {
    fn take(&mut self, tag: &StartTag<usize>) {
        for (name, value) in &tag.attributes {
            self.extend(pieces(tag, name, &value.value), tag.name.as_slice() == b"link");
        }
    }

    fn extend(&mut self, pieces: Vec<Piece>, is_loaded: bool) {
        for piece in pieces {
            let Piece::Address { target, typed, scheme } = piece else { continue };
            // `#` alone leads to the beginning of a page, and so does nothing at all.
            let leads_on = target.is_some() && !matches!(typed.as_str(), "#" | "#top");
            if leads_on || scheme.is_some() {
                let is_resource = is_loaded || matches!(target, Some(Target::Image(_)));
                self.addresses.push(PrintedAddress { text: typed, is_resource, scheme });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn ids_and_addresses_are_found_and_nothing_else() {
        let page = read(
            "<link rel=stylesheet href=/a.css><p id=x>a <a href=\"/b/?c=1&amp;d#e\">b</a> <a href=https://e.org/>\
             <img src='i.png' alt=''> <a href='#'>up</a><a href=#x>x</a>\
             <script>\"<a href=/no/ id=no>\"</script><style>p { background: url(/s.png) }</style>\
             <form action=\"javascript:a()\"> <meta http-equiv=refresh content=\"0; url=/r/\">",
        );
        assert_eq!(page.ids, ["x"]);
        let found: Vec<_> = page.addresses.iter().map(|one| (one.text.as_str(), one.is_resource)).collect();
        let wanted = [
            ("/a.css", true),
            ("/b/?c=1&d#e", false),
            ("i.png", true),
            ("#x", false),
            ("/s.png", true),
            ("javascript:a()", false),
            ("/r/", false),
        ];
        assert_eq!(found, wanted);
    }
}
