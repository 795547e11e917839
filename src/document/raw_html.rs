//! Raw HTML in Markdown: passed on as it is, but local addresses become holes, so that they are checked
//! and get the base path like any link, and ids become anchors.

use super::escape::escape;
use super::markdown::{classify, is_external};
use super::prose::{Note, NoteKind, Prose, Target};
use crate::diagnostic::Spot;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{Readable, Tokenizer};

/// Appends `html` to `prose`.
pub(super) fn write(html: &str, spot: &Spot, prose: &mut Prose) {
    let mut copied = 0;
    let mut table = TableParts::default();
    let tokens = Tokenizer::new_with_emitter(html.to_reader(), DefaultEmitter::<usize>::new_with_span());
    for token in tokens {
        let Ok(Token::StartTag(tag)) = token else { continue };
        if let Some(id) = attribute(&tag, b"id") {
            prose.anchors.push(id);
        }
        table.see(&tag);
        if tag.name.as_slice() == b"img" && attribute(&tag, b"alt").is_none() {
            prose.notes.push(Note { kind: NoteKind::NoAlt, spot: spot.clone() });
        }
        let (start, end) = (tag.span.start, tag.span.end);
        let whole = html.get(start..end).is_some_and(|text| text.starts_with('<') && text.ends_with('>'));
        if whole && start >= copied && local_attribute(&tag).is_some() {
            prose.html.push_str(&html[copied..start]);
            rewrite(&tag, spot, prose);
            copied = end;
        }
    }
    prose.html.push_str(&html[copied..]);
    if table.is_headerless() {
        prose.notes.push(Note { kind: NoteKind::Headerless, spot: spot.clone() });
    }
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

/// The attribute with an address of this site, and what it points at.
fn local_attribute(tag: &StartTag<usize>) -> Option<(&'static str, Target)> {
    if let Some(address) = attribute(tag, b"href") {
        return classify(&address).map(|target| ("href", target));
    }
    let address = attribute(tag, b"src")?;
    (!is_external(&address) && !address.is_empty()).then_some(("src", Target::Image(address.into())))
}

/// Writes the tag anew, with a hole for its local address.
fn rewrite(tag: &StartTag<usize>, spot: &Spot, prose: &mut Prose) {
    let local = local_attribute(tag);
    prose.html.push_str(&format!("<{}", String::from_utf8_lossy(&tag.name)));
    for (name, value) in &tag.attributes {
        let name = String::from_utf8_lossy(name);
        prose.html.push_str(&format!(" {name}=\""));
        match &local {
            Some((hole, target)) if *hole == name => prose.hole(target.clone(), spot.clone()),
            _ => prose.html.push_str(&escape(&String::from_utf8_lossy(&value.value))),
        }
        prose.html.push('"');
    }
    prose.html.push_str(if tag.self_closing { " />" } else { ">" });
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
    fn broken_html_is_passed_on() {
        for html in ["<a href=", "<", "<a href=\"x", "</", "<!-", "<a href=x"] {
            let mut prose = Prose::default();
            write(html, &Spot::File, &mut prose);
            assert_eq!(prose.html, html);
        }
    }
}
