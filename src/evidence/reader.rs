//! A cursor over printed text: spaces, single characters, words and phrases.
//!
//! It compares words without regard to ASCII case and never allocates. It
//! deliberately knows no vocabulary: numbers, units and qualifiers are read by
//! their own modules.

/// A position in a text; copying it is how a reading is tried and given up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    /// A cursor at the start of `text`.
    pub(crate) fn new(text: &'t str) -> Self {
        Reader { text, at: 0 }
    }

    /// The text from the cursor on.
    pub(crate) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// The text already read.
    pub(crate) fn taken(&self) -> &'t str {
        &self.text[..self.at]
    }

    /// Whether nothing but space is left.
    pub(crate) fn is_done(&self) -> bool {
        self.rest().trim_start().is_empty()
    }

    /// The next character, without moving.
    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Moves over `length` bytes, which end on a character boundary.
    pub(crate) fn advance(&mut self, length: usize) {
        debug_assert!(self.text.is_char_boundary(self.at + length), "advance splits a character");
        self.at += length;
    }

    /// Moves over white space of any kind; whether there was some.
    pub(crate) fn skip_space(&mut self) -> bool {
        let rest = self.rest();
        let length = rest.len() - rest.trim_start().len();
        self.at += length;
        length > 0
    }

    /// Moves over `expected` when it is the next character.
    pub(crate) fn eat(&mut self, expected: char) -> bool {
        let found = self.peek() == Some(expected);
        if found {
            self.at += expected.len_utf8();
        }
        found
    }

    /// Moves over the literal `expected` when the text goes on with it.
    pub(crate) fn eat_text(&mut self, expected: &str) -> bool {
        let found = self.rest().starts_with(expected);
        if found {
            self.at += expected.len();
        }
        found
    }

    /// The run of letters at the cursor, perhaps empty, without moving.
    pub(crate) fn word(&self) -> &'t str {
        let rest = self.rest();
        let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        // Letters of other alphabets are looked for only where one can be.
        match rest.as_bytes().get(plain) {
            None | Some(..=0x7f) => &rest[..plain],
            Some(_) => &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())],
        }
    }

    /// The next word after optional space, without moving.
    pub(crate) fn next_word(&self) -> &'t str {
        let mut ahead = *self;
        ahead.skip_space();
        ahead.word()
    }

    /// Moves over optional space and `word`, when that is the whole next word.
    pub(crate) fn eat_word(&mut self, word: &str) -> bool {
        let mut ahead = *self;
        ahead.skip_space();
        let found = ahead.word();
        if !found.eq_ignore_ascii_case(word) {
            return false;
        }
        ahead.advance(found.len());
        *self = ahead;
        true
    }

    /// Moves over the words of `phrase`, given with single spaces, or stays.
    pub(crate) fn eat_phrase(&mut self, phrase: &str) -> bool {
        // Long lists of phrases are tried, and nearly all of them begin with another letter.
        if let (Some(next), Some(wanted)) = (self.rest().bytes().next(), phrase.bytes().next())
            && next.is_ascii_graphic()
            && !next.eq_ignore_ascii_case(&wanted)
        {
            return false;
        }
        let mut ahead = *self;
        let found = phrase.split(' ').all(|word| ahead.eat_word(word));
        if found {
            *self = ahead;
        }
        found
    }

    /// Moves over the space or the one hyphen that joins two words (`two-thirds`).
    pub(crate) fn eat_joint(&mut self) -> bool {
        self.eat('-') || self.eat('\u{2010}') || self.eat('\u{2011}') || self.skip_space()
    }
}

#[cfg(test)]
mod tests {
    use super::Reader;

    #[test]
    fn phrases_match_whole_words_in_any_case() {
        let mut reader = Reader::new("More\u{a0}than 40");
        assert!(!reader.eat_phrase("more th"));
        assert!(reader.eat_phrase("more than"));
        assert_eq!((reader.taken(), reader.rest()), ("More\u{a0}than", " 40"));
    }

    #[test]
    fn words_stop_at_anything_but_letters() {
        let mut reader = Reader::new("two-thirds");
        assert_eq!(reader.word(), "two");
        assert!(reader.eat_word("two") && reader.eat_joint() && reader.eat_word("thirds"));
        assert!(reader.is_done() && !reader.eat('x') && reader.peek().is_none());
    }
}
