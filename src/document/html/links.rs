//! Links and images.

use super::Writer;
use crate::document::escape::{escape, escape_into};
use crate::document::markdown::{classify, is_external};
use crate::document::prose::Target;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// A link that is still open.
pub(super) struct OpenLink {
    /// The hole whose text is bound, by its place in the current prose.
    bound: Option<usize>,
    /// The bound text so far.
    text: String,
}

impl OpenLink {
    /// Takes in text that stands in the link.
    pub(super) fn hear(&mut self, text: &str) {
        if self.bound.is_some() {
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
        let class = match &target {
            Some(Target::Statistic { .. }) => " class=\"stat\"",
            Some(Target::Term(_)) => " class=\"term\"",
            None if is_external(address) => " class=\"external\"",
            _ => "",
        };
        self.push("<a");
        self.push(class);
        self.push(" href=\"");
        let mut bound = None;
        match target {
            Some(target) => {
                if matches!(target, Target::Statistic { .. }) {
                    bound = Some(self.top().holes.len());
                }
                self.hole(target, range);
            }
            None if kind == LinkType::Email => {
                self.push("mailto:");
                escape_into(address, &mut self.top().html);
            }
            None => escape_into(address, &mut self.top().html),
        }
        if !title.is_empty() {
            let title = format!("\" title=\"{}", escape(title));
            self.push(&title);
        }
        self.push("\">");
        self.links.push(OpenLink { bound, text: String::new() });
    }

    pub(super) fn end_link(&mut self) {
        self.push("</a>");
        let Some(OpenLink { bound: Some(hole), text: bound_text }) = self.links.pop() else { return };
        if let Some(Target::Statistic { text, .. }) =
            self.top().holes.get_mut(hole).map(|hole| &mut hole.target)
        {
            *text = bound_text;
        }
    }

    pub(super) fn start_image(&mut self, address: &str, title: &str, range: Range<usize>) {
        let target = if is_external(address) { None } else { Some(Target::Image(address.to_owned())) };
        let (address, title) = (address.to_owned(), title.to_owned());
        self.image = Some(Image { target, address, title, alt: String::new(), range, inner: 0 });
    }

    /// An event in the text of an image: only the words stay, since an attribute holds no marks.
    pub(super) fn image_event(&mut self, event: &Event<'_>) {
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
