//! Diagnostics as a compiler shows them: the sentence, the line, a mark under it, and what to do.

use super::most::Most;
use super::{Located, Where, shown};
use crate::diagnostic::Level;
use crate::span::Span;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet};

/// Lines shown before and after a mark.
const CONTEXT: usize = 1;

/// Longer lines are cut by the renderer to this width.
const WIDTH: usize = 120;

/// The renderer looks at all of a line, however little of it is shown: longer ones are cut before, to this many bytes
/// on each side of the mark. A page whose text is one line may have a thousand mistakes in it.
const LONGEST_SIDE: usize = 500;

/// All diagnostics, with colours; whoever prints them strips these where nobody sees them.
#[must_use]
pub fn human(located: &[Located]) -> String {
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii).term_width(WIDTH);
    let mut text = String::new();
    let mut most = Most::default();
    for one in located.iter().filter(|one| most.takes(one)) {
        text.push_str(&renderer.render(&groups(one)));
        text.push_str("\n\n");
    }
    text.push_str(&most.left_out());
    text
}

/// The lines of one diagnostic with their marks, without colours and without the sentence; empty when a file
/// as a whole is meant. Places in other files are headed by their names.
#[must_use]
pub fn snippet(located: &Located) -> String {
    let level = level(located.diagnostic.level);
    let others = located.related.iter().filter(|related| has_mark(related));
    let own = has_mark(&located.primary).then_some((&located.primary, AnnotationKind::Primary));
    let places = own.into_iter().chain(others.map(|place| (place, AnnotationKind::Context)));
    let mut group = Group::with_level(level);
    for (place, kind) in places {
        let path = (place.file != located.primary.file).then(|| shown(place.file.as_str()));
        group = group.element(marked(place, kind).path(path));
    }
    if group.is_empty() {
        return String::new();
    }
    let drawn = Renderer::plain().decor_style(DecorStyle::Ascii).term_width(WIDTH).render(&[group]);
    without_frame(&drawn)
}

/// Without the empty lines around the marks.
fn without_frame(drawn: &str) -> String {
    let is_empty = |line: &&str| line.trim().is_empty() || line.trim() == "|";
    let mut lines: Vec<&str> = drawn.lines().map(str::trim_end).skip_while(is_empty).collect();
    while lines.last().is_some_and(is_empty) {
        lines.pop();
    }
    lines.join("\n")
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
    let name = shown(place.file.as_str());
    let origin = Origin::path(name.clone()).line(place.start.line).char_column(place.start.column);
    match has_mark(place) {
        true if is_long(place) => group.element(origin).element(marked(place, kind)),
        true => group.element(marked(place, kind).path(name)),
        false => group.element(origin),
    }
}

fn has_mark(place: &Where) -> bool {
    !place.text.is_empty() && place.span.start != place.span.end
}

/// The lines of a place, with its mark.
fn marked(place: &Where, kind: AnnotationKind) -> Snippet<'_, Annotation<'_>> {
    let (window, first_line, offset) = if is_long(place) { cutting(place) } else { window(place) };
    let marked = place.span.start - offset..place.span.end.min(offset + window.len()) - offset;
    let annotation = kind.span(marked);
    let annotation = if place.label.is_empty() { annotation } else { annotation.label(place.label.as_str()) };
    Snippet::source(window).line_start(first_line).fold(false).annotation(annotation)
}

/// Whether the line of a mark is too long to be shown as it is.
fn is_long(place: &Where) -> bool {
    let (line, mark) = (place.start.whole, place.span.start);
    mark - line.start > LONGEST_SIDE || line.end - mark > LONGEST_SIDE
}

/// The part of a long line around its mark, as [`window`] gives whole ones.
fn cutting(place: &Where) -> (&str, usize, usize) {
    let (text, line, mark) = (&place.text, place.start.whole, place.span.start);
    let part =
        Span::new(line.start.max(mark.saturating_sub(LONGEST_SIDE)), line.end.min(mark + LONGEST_SIDE));
    let part = part.clamped(text);
    (&text[part.start..part.end], place.start.line, part.start)
}

/// The lines around a mark: their text, the number of the first, and its offset in the file.
fn window(place: &Where) -> (&str, usize, usize) {
    let text: &str = &place.text;
    let mut start = place.start.whole.start;
    let mut first_line = place.start.line;
    for _ in 0..CONTEXT {
        if let Some(before) = line_before(text, start) {
            start = before;
            first_line -= 1;
        }
    }
    (&text[start..place.end.whole.end], first_line, start)
}

/// Where the line before this one starts; `None` when there is none, or a long one.
fn line_before(text: &str, start: usize) -> Option<usize> {
    let end = start.checked_sub(1)?;
    let near = end.saturating_sub(LONGEST_SIDE);
    let newline = text.as_bytes()[near..end].iter().rposition(|byte| *byte == b'\n');
    newline.map(|at| near + at + 1).or((near == 0).then_some(0))
}

fn level(level: Level) -> Shown<'static> {
    match level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Note | Level::Off => Shown::NOTE,
    }
}
