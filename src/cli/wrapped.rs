//! Paragraphs in lines that a terminal can show.

/// How wide a paragraph becomes.
const WIDTH: usize = 88;

/// A paragraph in lines that fit. A list keeps its items apart.
pub(super) fn wrapped(paragraph: &str) -> String {
    let mut text = String::new();
    let mut column = 0;
    for line in paragraph.lines() {
        let starts_item = line.starts_with("- ");
        for (at, word) in line.split_whitespace().enumerate() {
            let length = word.chars().count();
            let breaks = column > 0 && (column + 1 + length > WIDTH || at == 0 && starts_item);
            if breaks {
                text.push('\n');
                column = 0;
            }
            if column > 0 {
                text.push(' ');
                column += 1;
            }
            text.push_str(word);
            column += length;
        }
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn paragraphs_are_wrapped_and_items_kept_apart() {
        let long = "word ".repeat(30);
        assert!(wrapped(&long).lines().all(|line| line.len() <= super::WIDTH && !line.ends_with(' ')));
        assert_eq!(wrapped("one\ntwo\n- three\n- four"), "one two\n- three\n- four\n");
    }
}
