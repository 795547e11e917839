//! Front matter in the making: what is known is written, what is not has a stand-in and makes the page a draft.

/// Front matter in the making.
#[derive(Debug, Default)]
pub struct Draft {
    lines: String,
    missing: Vec<&'static str>,
}

/// The text of a new file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileText {
    /// All of it.
    pub text: String,
    /// Fields that have a stand-in.
    pub missing: Vec<&'static str>,
}

impl Draft {
    /// A field with a text.
    pub fn text(&mut self, key: &str, text: &str) {
        self.lines.push_str(&format!("{key}: {}\n", scalar(text)));
    }

    /// A field that the record needs, with a stand-in until it is known.
    pub fn needed(&mut self, key: &'static str, text: Option<&str>, stand_in: &str) {
        if let Some(text) = text {
            self.text(key, text);
        } else {
            self.lines.push_str(&format!("{key}: {} # replace\n", scalar(stand_in)));
            self.missing.push(key);
        }
    }

    /// A field with ids, if there are any.
    pub fn ids(&mut self, key: &str, ids: &[String]) {
        if !ids.is_empty() {
            self.lines.push_str(&format!("{key}: [{}]\n", ids.join(", ")));
        }
    }

    /// Lines as they are.
    pub fn lines(&mut self, lines: &str) {
        self.lines.push_str(lines);
    }

    /// Says that something in the lines is a stand-in.
    pub fn lacks(&mut self, what: &'static str) {
        self.missing.push(what);
    }

    /// The whole file.
    #[must_use]
    pub fn finish(self, title: &str, body: &str) -> FileText {
        let Self { lines, missing } = self;
        let draft = match missing.is_empty() {
            true => "",
            false => {
                "# A draft is left out of the site. Mend the lines that say `replace`, then delete these two.\n\
                 draft: true\n"
            }
        };
        let text = format!("---\ntitle: {}\n{draft}{lines}---\n{body}\n", scalar(title));
        FileText { text, missing }
    }
}

/// A text as YAML: as it is where nobody could take it for anything else, in quotation marks otherwise.
fn scalar(text: &str) -> String {
    let is_plain_word =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, ' ' | '-' | '.' | ',');
    let is_plain = text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.chars().all(is_plain_word)
        && !text.ends_with(' ');
    match is_plain {
        true => text.to_owned(),
        // A JSON text is a YAML text.
        false => serde_json::Value::from(text).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::scalar;
    use crate::document::yaml;
    use crate::schema::record;
    use proptest::prelude::{any, proptest};

    record! {
        /// One text.
        "sample"
        pub struct Sample {
            /// The text.
            field: String,
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_is_read(text in any::<String>()) {
            let decoded: Sample = yaml::decode(&format!("field: {}\n", scalar(&text))).expect("it is YAML");
            assert_eq!(decoded.field, text);
        }
    }
}
