//! Traps in single letters, most of which nobody can see.

use super::Trap;

/// A control character.
pub(super) fn unseen(text: &str) -> Option<Trap> {
    let (at, letter) = text.char_indices().find(|(_, letter)| is_control(*letter))?;
    Some(Trap {
        range: at..at + letter.len_utf8(),
        message: format!(
            "a control character that cannot be seen stands here: `{}`",
            letter.escape_unicode()
        ),
        help: "delete it, or type the line again; it may have come along when the text was copied".to_owned(),
    })
}

/// Whether YAML refuses it and nobody sees it.
fn is_control(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t') || matches!(letter, '\u{fffe}' | '\u{ffff}')
}

/// A blank that is none to YAML, where YAML wants one: before a field, or at its colon.
pub(super) fn odd_blank(line: &str) -> Option<Trap> {
    let indentation = line.len() - line.trim_start().len();
    let colon = line.find(':');
    let is_at_colon =
        |at: usize, length: usize| colon.is_some_and(|colon| at == colon + 1 || at + length == colon);
    let (at, letter) = line.char_indices().find(|(at, letter)| {
        let is_odd = letter.is_whitespace() && !matches!(letter, ' ' | '\t');
        let is_tab = *letter == '\t' && *at < indentation;
        is_tab || is_odd && (*at < indentation || is_at_colon(*at, letter.len_utf8()))
    })?;
    let message = match letter {
        '\t' => "a tab stands before the field, and YAML wants blanks there".to_owned(),
        _ => format!(
            "a blank of another kind stands here (`{}`), which YAML does not take for one",
            letter.escape_unicode()
        ),
    };
    let help = match letter {
        '\t' => "put blanks in its place, two for each step",
        _ => "delete it and type a blank; it may have come along when the text was copied",
    };
    Some(Trap { range: at..at + letter.len_utf8(), message, help: help.to_owned() })
}
