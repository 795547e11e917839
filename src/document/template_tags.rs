//! The tags of a template, as far as limits and addresses need to know them: where each begins and ends, and the words in
//! it. What is wrong with a template is the engine's to say.

/// A tag that does something: `{{ … }}` or `{% … %}`.
#[derive(Debug, Clone, Copy)]
pub struct TemplateTag<'t> {
    /// Where the text between its braces begins.
    pub begin: usize,
    /// The text between its braces.
    pub inner: &'t str,
    /// The byte behind it.
    pub end: usize,
    /// Whether it prints a value.
    pub prints: bool,
}

impl<'t> TemplateTag<'t> {
    /// Its names, numbers, texts and signs.
    #[must_use]
    pub fn words(self) -> TagWords<'t> {
        TagWords { text: self.inner, at: 0 }
    }

    /// Whether it takes the blanks behind it away.
    #[must_use]
    pub fn trims(self) -> bool {
        self.inner.ends_with('-')
    }
}

/// Every tag of a template in order. Comments and raw text are stepped over; an open end ends the list.
pub fn tags(text: &str) -> impl Iterator<Item = TemplateTag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let open = next_open(text, at)?;
            let begin = open + 2;
            match text.as_bytes()[open + 1] {
                b'#' => at = begin + text[begin..].find("#}")? + 2,
                b'%' => {
                    let tag = closed(text, begin, b'%')?;
                    at = tag.end;
                    if tag.words().next() != Some("raw") {
                        return Some(tag);
                    }
                    at = after_raw(text, at)?;
                }
                _ => {
                    let tag = closed(text, begin, b'}')?;
                    at = tag.end;
                    return Some(tag);
                }
            }
        }
    })
}

/// A template with blanks in the place of its tags.
#[must_use]
pub fn blanked(text: &str) -> String {
    let mut blanked = String::with_capacity(text.len());
    for tag in tags(text) {
        blanked.push_str(&text[blanked.len()..tag.begin - 2]);
        let blanks = tag.end - blanked.len();
        blanked.extend(std::iter::repeat_n(' ', blanks));
    }
    blanked.push_str(&text[blanked.len()..]);
    blanked
}

/// Where the next tag or comment opens.
fn next_open(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let braces = memchr::memchr_iter(b'{', &bytes[from..]).map(|at| from + at);
    braces.into_iter().find(|at| matches!(bytes.get(at + 1), Some(b'{' | b'%' | b'#')))
}

/// The tag that begins there, up to `%}` or `}}` outside of texts.
fn closed(text: &str, begin: usize, sign: u8) -> Option<TemplateTag<'_>> {
    let bytes = text.as_bytes();
    let mut at = begin;
    while at + 1 < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'' | b'`') => at = after_text(bytes, at, quote),
            byte if byte == sign && bytes[at + 1] == b'}' => {
                return Some(TemplateTag {
                    begin,
                    inner: &text[begin..at],
                    end: at + 2,
                    prints: sign == b'}',
                });
            }
            _ => at += 1,
        }
    }
    None
}

/// The byte behind a text in quotation marks that begins at `open`.
fn after_text(bytes: &[u8], open: usize, quote: u8) -> usize {
    let mut at = open + 1;
    while at < bytes.len() && bytes[at] != quote {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(bytes.len())
}

/// The byte behind the `endraw` tag.
fn after_raw(text: &str, mut from: usize) -> Option<usize> {
    loop {
        let begin = from + text[from..].find("{%")? + 2;
        let close = begin + text[begin..].find("%}")?;
        if text[begin..close].trim_matches('-').trim() == "endraw" {
            return Some(close + 2);
        }
        from = begin;
    }
}

/// The words of a tag.
#[derive(Debug)]
pub struct TagWords<'t> {
    text: &'t str,
    at: usize,
}

impl TagWords<'_> {
    /// Where in the tag the next word is looked for: behind the last one.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }
}

impl<'t> Iterator for TagWords<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let bytes = self.text.as_bytes();
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let is_blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'-';
        let begin = self.at + bytes[self.at..].iter().position(|byte| !is_blank(byte))?;
        self.at = match bytes[begin] {
            quote @ (b'"' | b'\'' | b'`') => after_text(bytes, begin, quote),
            byte if is_name(&byte) => begin + bytes[begin..].iter().take_while(|byte| is_name(byte)).count(),
            _ => begin + self.text[begin..].chars().next().map_or(1, char::len_utf8),
        };
        self.text.get(begin..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::tags;

    fn read(text: &str) -> Vec<&str> {
        tags(text).map(|tag| tag.inner.trim()).collect()
    }

    #[test]
    fn tags_end_where_the_engine_ends_them() {
        assert_eq!(read("a {{ b }} { c } {%- for x in y -%} {# {{ d }} #} {{ e"), ["b", "- for x in y -"]);
        assert_eq!(read("{{ '}}' ~ \"\\\"}}\" ~ `%}` }}{% a %}"), ["'}}' ~ \"\\\"}}\" ~ `%}`", "a"]);
        assert_eq!(read("{% raw %}{% for %}{{ a }}{%- endraw -%}{{ b }}{% raw %}{{ c }}"), ["b"]);
    }

    #[test]
    fn words_are_names_texts_and_signs() {
        let words: Vec<&str> = tags("{% include 'a b.html' -%}{{<card é=[x.y]/>}}")
            .flat_map(super::TemplateTag::words)
            .collect();
        assert_eq!(
            words,
            ["include", "'a b.html'", "<", "card", "é", "=", "[", "x", ".", "y", "]", "/", ">"]
        );
    }
}
