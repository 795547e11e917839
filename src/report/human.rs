//! Diagnostics as a compiler shows them: the sentence, the line, a mark under it, and what to do.

use super::{Located, Where};
use crate::diagnostic::Level;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet};

/// Lines shown before and after a mark.
const CONTEXT: usize = 1;

/// Longer lines are cut by the renderer to this width.
const WIDTH: usize = 120;

/// All diagnostics, with colours; whoever prints them strips these where nobody sees them.
#[must_use]
pub fn human(located: &[Located]) -> String {
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii).term_width(WIDTH);
    let mut text = String::new();
    for one in located {
        text.push_str(&renderer.render(&groups(one)));
        text.push_str("\n\n");
    }
    text
}

fn groups(located: &Located) -> Vec<Group<'_>> {
    let diagnostic = &located.diagnostic;
    let title = level(diagnostic.level).primary_title(diagnostic.message.as_str()).id(diagnostic.rule.code);
    let mut group = place(Group::with_title(title), &located.primary, AnnotationKind::Primary);
    for related in &located.related {
        group = place(group, related, AnnotationKind::Context);
    }
    if let Some(page) = &diagnostic.page {
        group = group.element(Shown::NOTE.message(format!("while making the page {page}")));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Shown::HELP.message(help.as_str()));
    }
    vec![group]
}

fn place<'a>(group: Group<'a>, place: &'a Where, kind: AnnotationKind) -> Group<'a> {
    if place.text.is_empty() || place.span.start == place.span.end {
        let origin = Origin::path(place.file.as_str()).line(place.start.line).char_column(place.start.column);
        return group.element(origin);
    }
    let (window, first_line, offset) = window(place);
    let marked = place.span.start - offset..place.span.end.min(offset + window.len()) - offset;
    let annotation = kind.span(marked);
    let annotation = if place.label.is_empty() { annotation } else { annotation.label(place.label.as_str()) };
    let snippet = Snippet::source(window).path(place.file.as_str()).line_start(first_line).fold(false);
    group.element(snippet.annotation(annotation))
}

/// The lines around a mark: their text, the number of the first, and its offset in the file.
fn window(place: &Where) -> (&str, usize, usize) {
    let text: &str = &place.text;
    let mut start = line_start(text, place.span.start);
    let mut first_line = place.start.line;
    for _ in 0..CONTEXT {
        if start > 0 {
            start = line_start(text, start - 1);
            first_line -= 1;
        }
    }
    let end = text[place.span.end..].find('\n').map_or(text.len(), |newline| place.span.end + newline);
    (&text[start..end], first_line, start)
}

fn line_start(text: &str, byte: usize) -> usize {
    text[..byte].rfind('\n').map_or(0, |newline| newline + 1)
}

fn level(level: Level) -> Shown<'static> {
    match level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Note | Level::Off => Shown::NOTE,
    }
}
