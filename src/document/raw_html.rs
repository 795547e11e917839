//! Raw HTML in Markdown: passed on as it is, but local addresses become holes, so that they are checked
//! and get the base path like any link, and ids become anchors. Which attributes hold addresses is in `raw_html/addresses.rs`.

mod addresses;
pub mod figures;
pub mod whole;

use super::escape::escape;
use super::escape::without_forbidden_references;
use super::prose::{Note, NoteKind, Prose, Target, Unread};
use crate::diagnostic::Spot;
use addresses::Piece;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{Readable, Tokenizer};
use std::ops::Range;

/// Appends `html` to `prose`.
pub(super) fn write(html: &str, spot: &Spot, prose: &mut Prose) {
    let mut copied = 0;
    let mut table = TableParts::default();
    let mut in_script = false;
    if html.rfind("<!--").is_some_and(|open| !html[open..].contains("-->")) {
        prose.notes.push(Note { kind: NoteKind::Unread(Unread::Remark), spot: spot.clone() });
    }
    let tokens = Tokenizer::new_with_emitter(html.to_reader(), DefaultEmitter::<usize>::new_with_span());
    for token in tokens {
        let tag = match token {
            Ok(Token::StartTag(tag)) => tag,
            Ok(Token::EndTag(tag)) => {
                in_script &= tag.name.as_slice() != b"script";
                continue;
            }
            Ok(_) | Err(_) => continue,
        };
        // What a script holds in its texts is no HTML.
        if in_script {
            continue;
        }
        in_script = tag.name.as_slice() == b"script";
        prose.anchors.extend(attribute(&tag, b"id"));
        if tag.name.as_slice() == b"a" && attribute(&tag, b"id").is_none() {
            prose.anchors.extend(attribute(&tag, b"name"));
        }
        if let Some(unread) = unread(&tag) {
            prose.notes.push(Note { kind: NoteKind::Unread(unread), spot: spot.clone() });
        }
        table.see(&tag);
        if tag.name.as_slice() == b"img" && attribute(&tag, b"alt").is_none() {
            prose.notes.push(Note { kind: NoteKind::NoAlt, spot: spot.clone() });
        }
        let (start, end) = (tag.span.start, tag.span.end);
        let whole = html.get(start..end).is_some_and(|text| text.starts_with('<') && text.ends_with('>'));
        if !whole || start < copied {
            continue;
        }
        if has_local(&tag, spot, prose) {
            pass_on(&html[copied..start], prose);
            rewrite(&tag, spot, prose);
            copied = end;
        }
        if tag.name.as_slice() == b"style" {
            pass_on(&html[copied..end], prose);
            copied = write_style(html, end, spot, prose);
        }
    }
    pass_on(&html[copied..], prose);
    if table.is_headerless() {
        prose.notes.push(Note { kind: NoteKind::Headerless, spot: spot.clone() });
    }
}

/// Whether a value holds the end of an element whose content browsers take for text. For them the element ends there, and
/// what follows is HTML.
fn hides_end(tag: &StartTag<usize>) -> bool {
    const OF_TEXT: [&str; 9] =
        ["iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"];
    tag.attributes.iter().any(|(_, value)| {
        let value = String::from_utf8_lossy(&value.value).to_ascii_lowercase();
        value.split("</").skip(1).any(|rest| OF_TEXT.iter().any(|name| rest.starts_with(name)))
    })
}

fn pass_on(html: &str, prose: &mut Prose) {
    prose.html.push_str(&without_forbidden_references(html));
}

/// What of the tag makes something that nobody can check.
fn unread(tag: &StartTag<usize>) -> Option<Unread> {
    let is_base = tag.name.as_slice() == b"base" && attribute(tag, b"href").is_some();
    let is_page = tag.name.as_slice() == b"iframe" && attribute(tag, b"srcdoc").is_some();
    is_base
        .then_some(Unread::Base)
        .or(is_page.then_some(Unread::Srcdoc))
        .or(hides_end(tag).then_some(Unread::End))
}

/// Where in HTML text stands that a reader sees: between tags, and not in scripts, stylesheets and remarks.
pub(super) fn texts(html: &str) -> Vec<Range<usize>> {
    let mut texts = Vec::new();
    let mut hidden = false;
    let tokens = Tokenizer::new_with_emitter(html.to_reader(), DefaultEmitter::<usize>::new_with_span());
    for token in tokens {
        match token {
            Ok(Token::StartTag(tag)) => hidden |= matches!(tag.name.as_slice(), b"script" | b"style"),
            Ok(Token::EndTag(tag)) if matches!(tag.name.as_slice(), b"script" | b"style") => hidden = false,
            Ok(Token::String(text)) if !hidden => texts.push(text.span.start..text.span.end),
            Ok(_) | Err(_) => {}
        }
    }
    texts.retain(|text| html.is_char_boundary(text.start) && html.is_char_boundary(text.end));
    texts
}

/// Writes what stands in a `<style>` from `start` on, and says where it ends.
fn write_style(html: &str, start: usize, spot: &Spot, prose: &mut Prose) -> usize {
    let end = html[start..].to_ascii_lowercase().find("</style").map_or(html.len(), |end| start + end);
    for piece in addresses::of_style(&html[start..end]) {
        note_scheme(&piece, spot, prose);
        match piece {
            Piece::Text(text) => prose.html.push_str(&text),
            Piece::Address { target, typed, .. } => fill(target, &typed, spot, prose),
        }
    }
    end
}

/// What a piece of HTML has of a table.
#[derive(Default)]
struct TableParts {
    table: bool,
    row: bool,
    heading: bool,
}

impl TableParts {
    /// A table that only arranges things says so, and needs no heading.
    fn see(&mut self, tag: &StartTag<usize>) {
        let is_layout = matches!(attribute(tag, b"role").as_deref(), Some("presentation" | "none"));
        match tag.name.as_slice() {
            b"table" => self.table = !is_layout,
            b"tr" => self.row = true,
            b"th" => self.heading = true,
            _ => {}
        }
    }

    fn is_headerless(&self) -> bool {
        self.table && self.row && !self.heading
    }
}

fn attribute(tag: &StartTag<usize>, name: &[u8]) -> Option<String> {
    tag.attributes.get(name).map(|value| String::from_utf8_lossy(&value.value).into_owned())
}

/// Whether an attribute of the tag holds an address of this site. Unusual schemes are noted on the way.
fn has_local(tag: &StartTag<usize>, spot: &Spot, prose: &mut Prose) -> bool {
    let mut is_local = false;
    for piece in tag.attributes.iter().flat_map(|(name, value)| pieces(tag, name, &value.value)) {
        note_scheme(&piece, spot, prose);
        is_local |= matches!(piece, Piece::Address { target: Some(_), .. });
    }
    is_local
}

fn note_scheme(piece: &Piece, spot: &Spot, prose: &mut Prose) {
    if let Piece::Address { scheme: Some(scheme), .. } = piece {
        prose.notes.push(Note { kind: NoteKind::Scheme(scheme.clone()), spot: spot.clone() });
    }
}

/// An attribute's value, cut where its addresses begin and end.
fn pieces(tag: &StartTag<usize>, name: &[u8], value: &[u8]) -> Vec<Piece> {
    let value = String::from_utf8_lossy(value);
    addresses::of_attribute(&tag.name, name, &value, |other| attribute(tag, other))
}

/// Writes the tag anew, with a hole for each local address.
fn rewrite(tag: &StartTag<usize>, spot: &Spot, prose: &mut Prose) {
    prose.html.push_str(&format!("<{}", String::from_utf8_lossy(&tag.name)));
    for (name, value) in &tag.attributes {
        prose.html.push_str(&format!(" {}=\"", String::from_utf8_lossy(name)));
        for piece in pieces(tag, name, &value.value) {
            match piece {
                Piece::Text(text) => prose.html.push_str(&escape(&text)),
                Piece::Address { target, typed, .. } => fill(target, &escape(&typed), spot, prose),
            }
        }
        prose.html.push('"');
    }
    prose.html.push_str(if tag.self_closing { " />" } else { ">" });
}

/// Puts a hole for a local address, or the address itself.
fn fill(target: Option<Target>, typed: &str, spot: &Spot, prose: &mut Prose) {
    match target {
        Some(target) => prose.hole(target, spot.clone()),
        None => prose.html.push_str(typed),
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::diagnostic::Spot;
    use crate::document::prose::Prose;

    #[test]
    fn local_addresses_become_holes_and_the_rest_stays() {
        let mut prose = Prose::default();
        write(
            "<p id=x>a <a href=\"../b.md\" class=\"c\">b</a> <img src='https://e.org/i.png'>",
            &Spot::File,
            &mut prose,
        );
        assert_eq!(prose.holes.len(), 1);
        assert_eq!(prose.anchors, ["x"]);
        assert_eq!(prose.html, "<p id=x>a <a class=\"c\" href=\"\">b</a> <img src='https://e.org/i.png'>");
    }

    #[test]
    fn every_attribute_with_addresses_is_taken_apart() {
        for (html, holes, wanted) in [
            (
                "<img srcset='a.png 1x, https://e.org/b.png 2x'>",
                1,
                "<img srcset=\" 1x, https://e.org/b.png 2x\">",
            ),
            ("<p style='background:url(a.png)'>", 1, "<p style=\"background:url()\">"),
            ("<video poster=a.png src=b.mp4>", 2, "<video poster=\"\" src=\"\">"),
            ("<object data=a.pdf>", 1, "<object data=\"\">"),
            ("<form action=../a.md>", 1, "<form action=\"\">"),
            ("<button formaction=/a/>", 1, "<button formaction=\"\">"),
            ("<table background=a.png>", 1, "<table background=\"\">"),
            (
                "<style>p > q { background: url(a.png) }</style>",
                1,
                "<style>p > q { background: url() }</style>",
            ),
            ("<i data=a.png>", 0, "<i data=a.png>"),
        ] {
            let mut prose = Prose::default();
            write(html, &Spot::File, &mut prose);
            assert_eq!((prose.holes.len(), prose.html.as_str()), (holes, wanted), "{html}");
        }
    }

    #[test]
    fn broken_html_is_passed_on() {
        for html in ["<a href=", "<", "<a href=\"x", "</", "<!-", "<a href=x"] {
            let mut prose = Prose::default();
            write(html, &Spot::File, &mut prose);
            assert_eq!(prose.html, html);
        }
    }
}
