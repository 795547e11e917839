//! What can be wrong on a printed page.

use super::leads;
use crate::diagnostic::{Rule, did_you_mean, rules};
use crate::document::raw_html::torn::Torn;
use crate::document::raw_html::whole::{PrintedReference, WholePage, names_ids};
use crate::document::schemes;
use crate::path::OutputPath;

/// What of a tag is at fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FaultPart {
    /// What is typed behind an expression and makes another address of it than was meant.
    Seam,
    /// Its own id.
    Id,
    /// The ids of others that it names.
    Reference,
    /// A part of a drawing, or an image map, that it names by an address.
    Drawn,
    /// A remark that is begun and not ended.
    Remark,
    /// A tag that is begun and not ended.
    Tag,
    /// An element that is begun and not ended.
    Begin,
    /// The end of an element that was not begun.
    End,
    /// A picture, known by its address.
    Picture,
    /// An address.
    Address,
}

/// Something wrong on a page.
#[derive(Debug)]
pub(super) struct PageFault {
    pub rule: &'static Rule,
    pub page: OutputPath,
    /// The page whose template is at fault when the text cannot be found in one.
    pub blamed: OutputPath,
    pub part: FaultPart,
    /// The value of the attribute that is at fault, or the part of it that is.
    pub text: String,
    /// The anchor that is led to and missing.
    pub anchor: Option<String>,
    pub message: String,
    pub help: String,
}

impl PageFault {
    /// A fault that is its page's own.
    pub fn on(
        page: &OutputPath,
        rule: &'static Rule,
        part: FaultPart,
        text: &str,
        said: (String, String),
    ) -> Self {
        let (message, help) = said;
        let (page, blamed) = (page.clone(), page.clone());
        Self { rule, page, blamed, part, text: text.to_owned(), anchor: None, message, help }
    }
}

/// An id that stands twice.
pub(super) fn doubled(page: &OutputPath, id: &str) -> PageFault {
    let help = "give the tag another id; headings have ids of their own, which are their words with hyphens";
    let said = (format!("the id `{id}` stands twice on one page"), help.to_owned());
    PageFault::on(page, &rules::DUPLICATE_ANCHOR, FaultPart::Id, id, said)
}

/// An id that names nothing.
pub(super) fn empty_id(page: &OutputPath) -> PageFault {
    let help =
        "give it a name, or leave `id` out where there is none: `{% if name %}id=\"{{ name }}\"{% endif %}`";
    PageFault::on(
        page,
        &rules::BROKEN_ANCHOR,
        FaultPart::Id,
        "",
        ("an `id` is empty here".to_owned(), help.to_owned()),
    )
}

/// What an attribute names and nothing on its page is called.
pub(super) fn unnamed(page: &OutputPath, of: &PrintedReference, on: &WholePage) -> Option<PageFault> {
    let is_map = of.attribute == "usemap";
    let waiting = on.waiting_ids.iter().filter(|_| of.is_waiting);
    let known = || if is_map { &on.maps } else { &on.ids }.iter().chain(waiting.clone()).map(String::as_str);
    let missing = of.names.iter().find(|name| known().all(|known| known != *name))?;
    let help = did_you_mean(missing, known()).unwrap_or_else(|| match is_map {
        true => format!("print `<map name=\"{missing}\">` on the page, or take `usemap` out"),
        false => {
            format!("print something with `id=\"{missing}\"` on the page, or take `{}` out", of.attribute)
        }
    });
    let what = if is_map { "image map" } else { "id" };
    let message = format!("`{}` names the {what} `{missing}`, which its page does not have", of.attribute);
    let part = if names_ids(&of.attribute) { FaultPart::Reference } else { FaultPart::Drawn };
    Some(PageFault::on(page, &rules::BROKEN_ANCHOR, part, &of.value, (message, help)))
}

/// A link within a page that has no address of its own, such as one in `srcdoc`.
pub(super) fn missing_in_frame(page: &OutputPath, anchor: &str, text: &str) -> PageFault {
    let said = (
        format!("`{text}` leads to the anchor `#{anchor}`, which the page in `srcdoc` does not have"),
        format!("print something with `id=\"{anchor}\"` there, or mend the link"),
    );
    PageFault::on(page, &rules::BROKEN_ANCHOR, FaultPart::Address, text, said)
}

/// What a browser asks another host for.
pub(super) fn foreign(page: &OutputPath, text: &str) -> PageFault {
    PageFault::on(page, &rules::FOREIGN_HOST, FaultPart::Address, text, schemes::said_of_host(text))
}

/// A picture without words.
pub(super) fn wordless(page: &OutputPath, address: &str) -> PageFault {
    let message = "this picture has no words for those who cannot see it";
    let help =
        "say what it shows: `alt=\"Visits fell from 2019 to 2023\"`; one that only decorates has `alt=\"\"`";
    let said = (message.to_owned(), help.to_owned());
    PageFault::on(page, &rules::MISSING_ALT, FaultPart::Picture, address, said)
}

/// A tag without its counterpart.
pub(super) fn lone(page: &OutputPath, name: &str, begins: bool) -> PageFault {
    let (part, message, help) = match begins {
        true => (
            FaultPart::Begin,
            format!("`<{name}>` is never ended, so that what follows becomes a part of it"),
            format!("put `</{name}>` where it ends"),
        ),
        false => (
            FaultPart::End,
            format!("`</{name}>` ends nothing that was begun"),
            format!("take it out, or put `<{name}>` where it begins"),
        ),
    };
    PageFault::on(page, &rules::UNCLOSED_ELEMENT, part, name, (message, help))
}

/// A remark or a tag that is never ended.
pub(super) fn torn(page: &OutputPath, torn: Torn) -> PageFault {
    let (part, message, help) = match torn {
        Torn::Remark => (
            FaultPart::Remark,
            "`<!--` is never ended, so that what follows is not shown",
            "put `-->` where the remark ends",
        ),
        Torn::Tag => (
            FaultPart::Tag,
            "this tag is never ended, so that what follows becomes a part of it",
            "put `>` where it ends, and a second quotation mark behind each value that begins with one",
        ),
    };
    PageFault::on(page, &rules::UNCLOSED_ELEMENT, part, "", (message.to_owned(), help.to_owned()))
}

/// A link on `page` to an anchor that `target` lacks.
pub(super) fn missing_anchor(target: OutputPath, anchor: String, page: &OutputPath, text: &str) -> PageFault {
    let shown = leads::address(&target);
    let said = (
        format!("`{text}` leads to the anchor `#{anchor}`, which `{shown}` does not have"),
        format!("print something with `id=\"{anchor}\"` there, or mend the link"),
    );
    let fault = PageFault::on(page, &rules::BROKEN_ANCHOR, FaultPart::Address, text, said);
    PageFault { blamed: target, anchor: Some(anchor), ..fault }
}
