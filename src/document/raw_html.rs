//! Raw HTML in Markdown: passed on as it is, but local addresses become holes, so that they are checked
//! and get the base path like any link, and ids become anchors. Which attributes hold addresses is in `raw_html/addresses.rs`.

mod addresses;
pub mod balance;
mod elements;
pub mod figures;
pub mod torn;
pub mod whole;

use super::escape::escape;
use super::escape::without_forbidden_references;
use super::prose::{Note, NoteKind, Prose, Target, Unread};
use crate::diagnostic::Spot;
use addresses::AttributePiece;
pub(super) use elements::Elements;
use elements::{OF_TEXT, end_of_text};
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{Readable, Tokenizer};
use std::ops::Range;

/// Appends `html` to `prose`, but for its remarks, which are for whoever reads the source.
pub(super) fn write(html: &str, spot: &Spot, prose: &mut Prose, elements: &mut Elements) {
    if elements.is_in_style() {
        note(Unread::Style, spot, prose);
    }
    let (text, html) = html.split_at(elements.rest_of_text(html));
    pass_on(text, prose);
    let mut copied = 0;
    let mut table = TableParts::default();
    let mut tokens = Tokenizer::new_with_emitter(html.to_reader(), DefaultEmitter::<usize>::new_with_span());
    while let Some(token) = tokens.next() {
        let tag = match token {
            Ok(Token::StartTag(tag)) => tag,
            Ok(Token::EndTag(tag)) => {
                note(elements.end(&tag.name), spot, prose);
                continue;
            }
            Ok(Token::Comment(remark)) => {
                let place = remark.span.start..remark.span.end;
                note(elements.remark(html, &place), spot, prose);
                if place.start >= copied && is_remark(html, &place) {
                    pass_on(&html[copied..place.start], prose);
                    copied = place.end;
                }
                continue;
            }
            Ok(_) | Err(_) => continue,
        };
        let (state, hidden) = elements.start(&tag.name, tag.self_closing, spot);
        if let Some(state) = state {
            tokens.set_state(state);
        }
        note(hidden, spot, prose);
        note(unread(&tag), spot, prose);
        see(&tag, spot, prose);
        table.see(&tag);
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

/// What a tag says of itself: names that others refer to, and whether it is a picture without words.
fn see(tag: &StartTag<usize>, spot: &Spot, prose: &mut Prose) {
    prose.anchors.extend(attribute(tag, b"id"));
    if tag.name.as_slice() == b"a" && attribute(tag, b"id").is_none() {
        prose.anchors.extend(attribute(tag, b"name"));
    }
    if tag.name.as_slice() == b"img" && attribute(tag, b"alt").is_none() {
        prose.notes.push(Note { kind: NoteKind::NoAlt, spot: spot.clone() });
    }
}

fn note(unread: impl Into<Option<Unread>>, spot: &Spot, prose: &mut Prose) {
    let kind = unread.into().map(NoteKind::Unread);
    prose.notes.extend(kind.map(|kind| Note { kind, spot: spot.clone() }));
}

/// Whether a remark is for readers of the source; browsers of old read `<!--[if …` as a condition.
fn is_remark(html: &str, place: &Range<usize>) -> bool {
    html.get(place.clone()).is_some_and(|text| text.starts_with("<!--") && !text.starts_with("<!--[if"))
}

/// Whether a value holds the end of an element whose content browsers take for text. For them the element ends there, and
/// what follows is HTML.
fn hides_end(tag: &StartTag<usize>) -> bool {
    tag.attributes.iter().any(|(_, value)| {
        let value = String::from_utf8_lossy(&value.value).to_ascii_lowercase();
        value.split("</").skip(1).any(|rest| {
            rest.starts_with("noscript") || OF_TEXT.iter().any(|(name, _)| rest.starts_with(name))
        })
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
    let end = end_of_text(&html[start..], "style").map_or(html.len(), |end| start + end);
    for piece in addresses::of_style(&html[start..end]) {
        note_scheme(&piece, spot, prose);
        match piece {
            AttributePiece::Text(text) => prose.html.push_str(&text),
            AttributePiece::Address { target, typed, .. } => fill(target, &typed, spot, prose),
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
        is_local |= matches!(piece, AttributePiece::Address { target: Some(_), .. });
    }
    is_local
}

fn note_scheme(piece: &AttributePiece, spot: &Spot, prose: &mut Prose) {
    if let AttributePiece::Address { scheme: Some(scheme), .. } = piece {
        prose.notes.push(Note { kind: NoteKind::Scheme(scheme.clone()), spot: spot.clone() });
    }
}

/// An attribute's value, cut where its addresses begin and end.
fn pieces(tag: &StartTag<usize>, name: &[u8], value: &[u8]) -> Vec<AttributePiece> {
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
                AttributePiece::Text(text) => prose.html.push_str(&escape(&text)),
                AttributePiece::Address { target, typed, .. } => fill(target, &escape(&typed), spot, prose),
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
    use super::{Elements, write};
    use crate::diagnostic::Spot;
    use crate::document::prose::{NoteKind, Prose, Unread};

    fn written(pieces: &[&str]) -> Prose {
        let (mut prose, mut elements) = (Prose::default(), Elements::default());
        for html in pieces {
            write(html, &Spot::File, &mut prose, &mut elements);
        }
        prose.notes.extend(elements.unclosed());
        prose
    }

    fn unread(prose: &Prose) -> Vec<Unread> {
        let unread = prose.notes.iter().filter_map(|note| match note.kind {
            NoteKind::Unread(unread) => Some(unread),
            _ => None,
        });
        unread.collect()
    }

    #[test]
    fn local_addresses_become_holes_and_the_rest_stays() {
        let prose =
            written(&["<p id=x>a <a href=\"../b.md\" class=\"c\">b</a> <img src='https://e.org/i.png'>"]);
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
            let prose = written(&[html]);
            assert_eq!((prose.holes.len(), prose.html.as_str()), (holes, wanted), "{html}");
        }
    }

    #[test]
    fn broken_html_is_passed_on() {
        for html in ["<a href=", "<", "<a href=\"x", "</", "<!-", "<a href=x"] {
            let prose = written(&[html]);
            assert_eq!(prose.html, html);
        }
    }

    /// Each of these is a live link in a browser, or told for being unclear.
    #[test]
    fn links_are_seen_where_a_browser_sees_them() {
        const LINK: &str = "<a href=\"javascript:alert(1)\">x</a>";
        for before in [
            "<style><!--</style>",
            "<style>/*</style>",
            "<style>a{content:\"</style>",
            "<style><!-- <style></style>",
            "<style/></style>",
            "<iframe><!-- </iframe>",
            "<noframes><!-- </noframes>",
            "<noscript><!-- </noscript>",
            "<noscript><style></noscript>",
            "<xmp><!-- </xmp>",
            "<textarea><!-- </TEXTAREA >",
            "<title><!-- </title>",
            "<script>\"</script>",
            "<svg><style>",
            "<svg><style/>",
            "<svg><style><!--</style>",
            "<svg><script>",
            "<svg><p><style><!--</style>",
            "<svg><p><style/><!--</style>",
            "<svg><![CDATA[ > <!-- ]]>",
            "<svg><foreignObject><p></svg></p></foreignObject><style>",
            "<math><style>",
            "<select><style></select>",
        ] {
            let prose = written(&[&format!("{before}{LINK} -->")]);
            let is_told = prose.notes.iter().any(|note| match &note.kind {
                NoteKind::Scheme(_) => true,
                NoteKind::Unread(unread) => !matches!(unread, Unread::Unclosed(_) | Unread::Remark),
                _ => false,
            });
            assert!(is_told, "{before}");
        }
        // Markdown gives a remark within a line as a piece of its own.
        let prose = written(&["<title>", &format!("<!-- </title>{LINK} -->")]);
        assert!(prose.notes.iter().any(|note| matches!(note.kind, NoteKind::Scheme(_))));
    }

    #[test]
    fn what_everybody_reads_alike_is_not_told() {
        for html in [
            "<style>p > q { color: red }</style><script>if (a < b) { c(\"<a href=javascript:x>\") }</script>",
            "<svg><title>A chart</title><style>.a { fill: red }</style><path d=\"M0 0\"/></svg><script>a<b</script>",
            "<svg><style><![CDATA[ .a > b {} ]]></style></svg>",
            "<math><mi>x</mi><mo>=</mo></math><textarea>a <b> c</textarea>",
            "<noscript><img src=https://e.org/a.png alt=a></noscript><iframe src=https://e.org/ title=a></iframe>",
            "<svg class=a /><template><p>a</p></template><select><option>a</select><!-- a > b <i> -->",
            "<!-- a --><!-->",
        ] {
            assert_eq!(unread(&written(&[html])), [], "{html}");
        }
    }

    #[test]
    fn what_never_ends_is_told() {
        for name in [
            "style",
            "script",
            "textarea",
            "template",
            "plaintext",
            "title",
            "noscript",
            "iframe",
            "xmp",
            "noembed",
            "noframes",
            "svg",
            "details",
            "video",
            "select",
        ] {
            let html = format!("<{name}>a");
            assert_eq!(unread(&written(&[&html])), [Unread::Unclosed(name)], "{name}");
            if name != "plaintext" {
                let end = format!("b</{name}>c");
                let told = unread(&written(&[&html, &end]));
                assert!(told.is_empty() || told == [Unread::Style], "{name}: {told:?}");
            }
        }
        for html in ["a <!-- b", "<!-- b", "<p>a<!-- <!-- -"] {
            assert_eq!(unread(&written(&[html])), [Unread::Remark], "{html}");
        }
        assert_eq!(unread(&written(&["<style><!-- a</style><script>'<!--'</script>"])), []);
    }

    #[test]
    fn remarks_stay_in_the_source() {
        for (html, wanted) in [
            ("a<!-- private -->b<p>c</p><!-- more --", "ab<p>c</p>"),
            ("<style><!-- p {} --></style>", "<style><!-- p {} --></style>"),
            ("<!--[if IE]>a<![endif]-->", "<!--[if IE]>a<![endif]-->"),
            ("<script>'<!-- a -->'</script>", "<script>'<!-- a -->'</script>"),
        ] {
            assert_eq!(written(&[html]).html, wanted, "{html}");
        }
    }
}
