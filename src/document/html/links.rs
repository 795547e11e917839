//! Links and images.

use super::Writer;
use crate::address::is_external;
use crate::diagnostic::rules;
use crate::document::escape::{escape, escape_into, plain_text};
use crate::document::markdown::{classify, classify_resource};
use crate::document::prose::{LinkText, LooseNumber, Note, NoteKind, Target};
use crate::document::schemes;
use crate::document::wording::{VAGUE_LINKS, is_label};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// The mark at each end of a bound text, as a text.
const MARK: &str = "\u{1}";

/// A link that is still open.
pub(super) struct OpenLink {
    /// The hole of its address, by its place in the current prose; none for an address of another site.
    hole: Option<usize>,
    /// Whether its text is bound to a statistic.
    pub is_bound: bool,
    /// The bound text so far.
    text: String,
    /// What stands before it.
    before: String,
    /// Where its text begins in the current HTML.
    start: usize,
    /// How many notes there were before it.
    notes: usize,
    range: Range<usize>,
}

impl OpenLink {
    /// Takes in text that stands in the link.
    pub(super) fn hear(&mut self, text: &str) {
        if self.is_bound {
            self.text.push_str(text);
        }
    }
}

/// An image that is still open.
pub(super) struct Image {
    target: Option<Target>,
    address: String,
    title: String,
    alt: String,
    range: Range<usize>,
    /// Images that are open in its text.
    inner: usize,
}

impl Writer<'_> {
    pub(super) fn start_link(&mut self, kind: LinkType, address: &str, title: &str, range: &Range<usize>) {
        let target = if kind == LinkType::Email { None } else { classify(address) };
        let is_bound = matches!(target, Some(Target::Statistic { .. }));
        let before = if is_bound { self.seen_before() } else { String::new() };
        if is_bound {
            self.hear_behind(MARK);
        }
        let open = match &target {
            Some(Target::Statistic { .. }) => "<a class=\"stat\" href=\"",
            Some(Target::Term(_)) => "<a class=\"term\" href=\"",
            None if is_external(address) => "<a class=\"external\" href=\"",
            _ => "<a href=\"",
        };
        self.push(open);
        if target.is_none() {
            self.note_scheme(schemes::unusual(address), range);
        }
        let hole = target.is_some().then(|| self.top().holes.len());
        match target {
            Some(target) => self.hole(target, range),
            None if kind == LinkType::Email => {
                self.push("mailto:");
                escape_into(address, &mut self.top().html);
            }
            None => escape_into(address, &mut self.top().html),
        }
        if !title.is_empty() {
            self.note_aside(title, range);
            let title = format!("\" title=\"{}", escape(title));
            self.push(&title);
        }
        let prose = self.top();
        prose.html.push_str("\">");
        let (start, notes) = (prose.html.len(), prose.notes.len());
        let range = range.clone();
        self.links.push(OpenLink { hole, is_bound, text: String::new(), before, start, notes, range });
    }

    pub(super) fn end_link(&mut self) {
        if let Some(link) = self.links.pop() {
            match link.is_bound {
                true => self.bind(link),
                false => self.note_link(&link),
            }
        }
        self.push("</a>");
    }

    fn note_scheme(&mut self, scheme: Option<String>, range: &Range<usize>) {
        if let Some(scheme) = scheme {
            self.note(NoteKind::Scheme(scheme), range);
        }
    }

    /// `[31] (stat:…)`: Markdown takes that for no link, and readers would see it as it is typed.
    pub(super) fn report_printed_binding(&mut self, text: &str, range: &Range<usize>) {
        if text.contains("(term:") {
            let message = "`(term:…)` would be printed as it stands, and explains no term".to_owned();
            let help = "let the brackets touch, and name the term by its id, which has no spaces: \
                        `[child in need](term:cin)`; to print it, write it as code";
            self.report(&rules::EMPTY_BINDING, range, message, help.to_owned());
        }
        if text.contains('(') && text.contains("(stat:") {
            let message = "`(stat:…)` would be printed as it stands, and binds no number".to_owned();
            let help =
                "let the brackets touch: `[64%](stat:report.statistic)`; to print it, write it as code"
                    .to_owned();
            self.report(&rules::EMPTY_BINDING, range, message, help);
        }
    }

    fn bind(&mut self, link: OpenLink) {
        self.hear_behind(MARK);
        let Some(place) = link.hole else { return };
        let marked = marked_digit(&self.top().html[link.start..]);
        if let Some(tag) = marked {
            let message = format!("`<{tag}>` stands within a bound number, so that readers see another one");
            let help =
                "print the number in plain digits, and let marks and notes stand outside of its brackets";
            self.report(&rules::BOUND_NUMBER_DIFFERS, &link.range, message, help.to_owned());
        }
        if let Some(Target::Statistic { text, .. }) =
            self.top().holes.get_mut(place).map(|hole| &mut hole.target)
        {
            // What is told already is not judged as well.
            *text = if marked.is_some() { "number".into() } else { link.text.into() };
        }
        self.listen_behind(place, link.before);
    }

    /// A number in the words of a link may belong to the title of what is behind it.
    fn note_link(&mut self, link: &OpenLink) {
        let prose = self.top();
        let has_notes = prose.notes.len() > link.notes;
        let html = &prose.html[link.start..];
        if has_notes {
            let text = plain_text(html);
            let target = link.hole.and_then(|hole| prose.holes.get(hole)).map(|hole| hole.target.clone());
            let text = target.map(|target| LinkText { target, text });
            link_numbers(&mut prose.notes, link.notes, text.as_ref());
        } else if html.len() <= LONGEST_VAGUE && is_vague(html) {
            let kind = NoteKind::VagueLink(html.to_owned());
            self.note(kind, &link.range);
        }
    }

    pub(super) fn start_image(&mut self, address: &str, title: &str, range: Range<usize>) {
        // Nothing, or a place on this page, is no picture either.
        let nowhere = || (!is_external(address)).then(|| Target::Image(address.into()));
        let target = classify_resource(address).or_else(nowhere);
        self.note_scheme(schemes::unusual_of_resource(address), &range);
        self.note_aside(title, &range);
        let (address, title) = (address.to_owned(), title.to_owned());
        self.image = Some(Image { target, address, title, alt: String::new(), range, inner: 0 });
    }

    /// An event in the text of an image: only the words stay, since an attribute holds no marks.
    pub(super) fn image_event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        if let Event::Start(Tag::Link { dest_url, .. }) = event
            && let Some(Target::Statistic { .. }) = classify(dest_url)
        {
            let message =
                "a bound number stands in the words for an image, where nothing can be bound".to_owned();
            let help = "bind it in the text beside the image, and leave it out here".to_owned();
            self.report(&rules::EMPTY_BINDING, range, message, help);
        }
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                image.alt.push_str(text);
            }
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            Event::Start(Tag::Image { .. }) => image.inner += 1,
            Event::End(TagEnd::Image) if image.inner > 0 => image.inner -= 1,
            Event::End(TagEnd::Image) => self.end_image(),
            _ => {}
        }
    }

    fn end_image(&mut self) {
        let Some(image) = self.image.take() else { return };
        if image.alt.trim().is_empty() {
            self.note(NoteKind::NoAlt, &image.range);
        }
        self.push("<img src=\"");
        match image.target {
            Some(target) => self.hole(target, &image.range),
            None => escape_into(&image.address, &mut self.top().html),
        }
        let mut rest = format!("\" alt=\"{}\"", escape(&image.alt));
        if !image.title.is_empty() {
            rest.push_str(&format!(" title=\"{}\"", escape(&image.title)));
        }
        rest.push_str(" loading=\"lazy\">");
        self.push(&rest);
    }
}

/// The element that strikes, raises or lowers a part of a number, in the HTML of a bound text.
fn marked_digit(html: &str) -> Option<&'static str> {
    let is_marked = |tag: &&str| {
        let parts: Vec<&str> = html.split(&format!("<{tag}>")).collect();
        parts.windows(2).any(|pair| {
            let inner = pair[1].split('<').next().unwrap_or_default();
            pair[0].ends_with(char::is_numeric) || *tag == "del" && inner.contains(char::is_numeric)
        })
    };
    ["del", "s", "sup", "sub", "ins"].into_iter().find(is_marked)
}

/// The longest text of a link that can be vague, in bytes.
const LONGEST_VAGUE: usize = 24;

fn is_vague(html: &str) -> bool {
    let text = html.trim_matches(|mark: char| !mark.is_alphanumeric());
    html.trim().is_empty() || VAGUE_LINKS.iter().any(|vague| vague.eq_ignore_ascii_case(text))
}

/// Whether a number stands only in the name of the file to which a link leads.
fn is_of_file_name(number: &str, link: &LinkText) -> bool {
    let path = match &link.target {
        Target::File { path, .. } | Target::Address(path) => path,
        Target::Anchor(_)
        | Target::Statistic { .. }
        | Target::Term(_)
        | Target::Image(_)
        | Target::Table(_) => return false,
    };
    let name = path.rsplit('/').next().unwrap_or(path);
    name.contains('.') && link.text.contains(name) && !link.text.replace(name, "").contains(number)
}

/// Tells the numbers among the notes from `start` on in which link they stand. What another site is called is not
/// known, so numbers in links to one are let pass.
fn link_numbers(notes: &mut Vec<Note>, start: usize, link: Option<&LinkText>) {
    let inside = notes.split_off(start);
    notes.extend(inside.into_iter().filter_map(|note| match note.kind {
        NoteKind::Number(number) => {
            let typed = number.typed.as_str();
            let is_name = |link: &&LinkText| {
                link.text.trim() == typed && is_label(typed) || is_of_file_name(typed, link)
            };
            let link = link.filter(|link| !is_name(link))?.clone();
            let number = LooseNumber { link: Some(link), ..number };
            Some(Note { kind: NoteKind::Number(number), spot: note.spot })
        }
        NoteKind::Time(_)
        | NoteKind::VagueLink(_)
        | NoteKind::NoAlt
        | NoteKind::HeadingJump { .. }
        | NoteKind::Headerless
        | NoteKind::Scheme(_)
        | NoteKind::Quoted(_)
        | NoteKind::Aside(_)
        | NoteKind::Unread(_) => Some(note),
    }));
}
