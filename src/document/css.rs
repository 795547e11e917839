//! The addresses in a stylesheet: in `url(…)`, `@import` and `image-set(…)`. Nothing else of it is understood.

use std::ops::Range;

/// An address in a stylesheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StylesheetAddress {
    /// The bytes between its quotation marks or brackets.
    pub range: Range<usize>,
    /// What they say.
    pub text: String,
}

/// Every address in a stylesheet, in order.
#[must_use]
pub fn addresses(css: &str) -> Vec<StylesheetAddress> {
    let mut scanner = Scanner { css, at: 0, imports: false, depth: 0, sets: Vec::new(), found: Vec::new() };
    while scanner.at < css.len() {
        scanner.step();
    }
    scanner.found
}

struct Scanner<'c> {
    css: &'c str,
    at: usize,
    /// Whether the next string is what `@import` names.
    imports: bool,
    /// How many brackets are open.
    depth: usize,
    /// The depths of the sets of images that are open.
    sets: Vec<usize>,
    found: Vec<StylesheetAddress>,
}

impl Scanner<'_> {
    fn step(&mut self) {
        let rest = &self.css[self.at..];
        let Some(letter) = rest.chars().next() else { return };
        match letter {
            '/' if rest.starts_with("/*") => {
                self.at = rest.find("*/").map_or(self.css.len(), |end| self.at + end + 2);
            }
            '"' | '\'' => self.string(letter),
            '@' if unescaped(&rest[1..][..name_length(&rest[1..])]).eq_ignore_ascii_case("import") => {
                self.imports = true;
                self.at += 1 + name_length(&rest[1..]);
            }
            '(' => self.open(1),
            ')' => self.close(),
            ';' | '{' | '}' => {
                self.imports = false;
                self.at += 1;
            }
            _ if name_length(rest) > 0 => self.word(),
            _ => self.at += letter.len_utf8(),
        }
    }

    fn open(&mut self, length: usize) {
        self.depth += 1;
        self.at += length;
    }

    fn close(&mut self) {
        self.sets.retain(|depth| *depth < self.depth);
        self.depth = self.depth.saturating_sub(1);
        self.at += 1;
    }

    /// A name; an address follows it when it is `url`.
    fn word(&mut self) {
        let rest = &self.css[self.at..];
        let length = name_length(rest);
        let (name, behind) = rest.split_at(length);
        if !behind.starts_with('(') {
            self.at += length;
            return;
        }
        self.open(length + 1);
        match unescaped(name).to_ascii_lowercase().as_str() {
            "url" | "src" => self.url(),
            "image-set" | "-webkit-image-set" => self.sets.push(self.depth),
            _ => {}
        }
    }

    /// What stands in the brackets of `url(`.
    fn url(&mut self) {
        let rest = &self.css[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        let rest = &self.css[self.at..];
        if let Some(mark) = rest.chars().next().filter(|letter| matches!(letter, '"' | '\'')) {
            let range = self.quoted(mark);
            self.note(range);
            return;
        }
        let mut end = 0;
        while let Some(letter) = rest[end..].chars().next().filter(|letter| *letter != ')') {
            end += letter.len_utf8();
            if letter == '\\' {
                end += rest[end..].chars().next().map_or(0, char::len_utf8);
            }
        }
        let range = self.at..self.at + rest[..end].trim_end().len();
        self.at += end;
        self.note(range);
    }

    fn string(&mut self, mark: char) {
        let range = self.quoted(mark);
        if self.imports || self.sets.last() == Some(&self.depth) {
            self.note(range);
        }
    }

    /// Passes over a text in quotation marks, and says where it stands between them.
    fn quoted(&mut self, mark: char) -> Range<usize> {
        let start = self.at + 1;
        self.at = start;
        while let Some(letter) = self.css[self.at..].chars().next() {
            if letter == mark || letter == '\n' {
                break;
            }
            self.at += letter.len_utf8();
            if letter == '\\' {
                self.at += self.css[self.at..].chars().next().map_or(0, char::len_utf8);
            }
        }
        let range = start..self.at;
        self.at = (self.at + 1).min(self.css.len());
        range
    }

    fn note(&mut self, range: Range<usize>) {
        self.imports = false;
        let text = unescaped(&self.css[range.clone()]);
        self.found.push(StylesheetAddress { range, text });
    }
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_') || !letter.is_ascii()
}

/// How long the name is that begins here, with its escapes.
fn name_length(text: &str) -> usize {
    let mut length = 0;
    while let Some(letter) = text[length..].chars().next() {
        let rest = &text[length..];
        if letter == '\\' {
            length += escape_length(rest);
        } else if is_name(letter) {
            length += letter.len_utf8();
        } else {
            break;
        }
    }
    length
}

/// How long the escape is that begins here: `\73` with the blank behind it, or one letter.
fn escape_length(text: &str) -> usize {
    let digits = text[1..].bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    match digits {
        0 => 1 + text[1..].chars().next().map_or(0, char::len_utf8),
        _ => 1 + digits + usize::from(text[1 + digits..].starts_with([' ', '\n', '\t'])),
    }
}

/// A text without its escapes: `\73` and `\000073` are `s`, `\(` is a bracket, and an escaped line end is nothing.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        plain.push_str(before);
        let digits = escape.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        if digits > 0 {
            let number = u32::from_str_radix(&escape[..digits], 16).unwrap_or(0);
            plain.push(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER));
            rest = &escape[digits..];
            rest = rest.strip_prefix([' ', '\n', '\t']).unwrap_or(rest);
        } else {
            let length = escape.chars().next().map_or(0, char::len_utf8);
            plain.extend(escape[..length].chars().filter(|letter| *letter != '\n'));
            rest = &escape[length..];
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn addresses_are_found_wherever_they_stand() {
        let css = r#"@import "a.css" screen; @charset "utf-8"; /* url(no.png) */
            p { background: url( b.png ), URL('c (1).png'), url("d.png"); content: "url(no.png)" }
            q { background: image-set("e.png" 1x, url(f.png) type("image/png") 2x); curl: x(no.png) }
            r { src: u\72l(k.png); x: \75 rl("l.png") } @im\port "m.css"; @\69mport "n.css";
            r { src: url(g\)h.png) } s { background: url(java\73 cript:x) } @namespace url(i)"#;
        let found = addresses(css);
        let texts: Vec<&str> = found.iter().map(|address| address.text.as_str()).collect();
        let wanted = [
            "a.css",
            "b.png",
            "c (1).png",
            "d.png",
            "e.png",
            "f.png",
            "k.png",
            "l.png",
            "m.css",
            "n.css",
            "g)h.png",
            "javascript:x",
            "i",
        ];
        assert_eq!(texts, wanted);
        assert_eq!(&css[found[2].range.clone()], "c (1).png");
    }

    #[test]
    fn what_is_cut_off_is_no_trouble() {
        for css in ["url(", "url(\"a", "@import", "/*", "\\", "url(a\\", "\"", "image-set(\"é", "é"] {
            let _ = addresses(css);
        }
    }
}
