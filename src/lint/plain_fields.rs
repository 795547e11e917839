//! Numbers where no link can stand: in descriptions, in the words for images, in captions of tables, in what an article says
//! and how it differs, in data of an author that templates print. One that the page binds, records or tells is checked there; any other is checked by nobody.

use super::printed_data::{self, PrintedData};
use super::{Review, notes, unbound_number};
use crate::config::Language;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Spot, rules};
use crate::document::prose::{Hole, NoteKind, Prose, Target};
use crate::document::raw_html::figures;
use crate::evidence::Main;
use crate::evidence::quantity::Quantity;
use crate::evidence::record::Told;
use crate::evidence::unit::Unit;
use crate::graph::bound::fits;
use crate::graph::prose::of_page;
use crate::path::SourcePath;
use std::borrow::Cow;

/// What data of an author is called.
const DATA: &str = "data of this page, which a template prints";

/// A text that cannot hold a link.
pub(super) struct PlainField<'s> {
    /// What it is called in a message.
    pub name: &'static str,
    /// What it says.
    pub text: Cow<'s, str>,
    /// Where it stands.
    pub spot: Spot,
}

/// Reports every number in such a text that agrees with none of its page.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    if !review.config.markdown.heed.numbers {
        return Vec::new();
    }
    let has_data = review.evidence.pages.iter().any(|page| !page.extra.is_null());
    let data = if has_data { PrintedData::of(review.sources) } else { PrintedData::default() };
    let mut found: Vec<Diagnostic> =
        notes::sound_pages(review).flat_map(|page| of_one_page(review, page, &data)).collect();
    found.extend(of_site(review));
    found
}

/// The texts of a page that cannot hold a link.
pub(super) fn texts<'s>(review: &Review<'s>, page: usize) -> Vec<PlainField<'s>> {
    let spot = Spot::Value(FieldPath::key("description"));
    let text = Cow::Borrowed(review.evidence.pages[page].description.as_str());
    let mut texts = vec![PlainField { name: "description", text, spot }];
    let proses = of_page(review.evidence, page);
    let holes = |prose: &'s Prose| prose.holes.iter().filter_map(|hole| in_hole(&prose.html, hole));
    texts.extend(proses.iter().flat_map(|prose| holes(prose)));
    let asides = proses.iter().flat_map(|prose| prose.notes.iter());
    texts.extend(asides.filter_map(|note| {
        let NoteKind::Aside(words) = &note.kind else { return None };
        Some(PlainField { name: "title or label", text: Cow::Borrowed(words), spot: note.spot.clone() })
    }));
    texts.extend(of_tellings(review, page));
    texts
}

fn of_one_page(review: &Review<'_>, page: usize, data: &PrintedData) -> Vec<Diagnostic> {
    let mut known = None;
    let mut wrong = Vec::new();
    let extra = printed_data::texts(&review.evidence.pages[page].extra, data);
    let data = extra.into_iter().map(|(field, text)| PlainField {
        name: DATA,
        text: Cow::Owned(text),
        spot: Spot::Value(field),
    });
    let language = review.evidence.pages[page].language;
    for plain in texts(review, page).into_iter().chain(data) {
        for (before, typed) in numbers(language, &plain.text) {
            let known = known.get_or_insert_with(|| unbound_number::known_on(review, page));
            let is_known =
                || known.iter().any(|statistic| agrees(review, (before, typed), *statistic, language));
            if !is_known() && !is_told(review, page, typed) {
                let file = review.evidence.pages[page].path.clone();
                wrong.push(told(typed, &plain, Place { file, spot: plain.spot.clone() }));
            }
        }
    }
    wrong
}

/// What an article says in its author's words, where no archived text has it, and how that differs.
fn of_tellings<'s>(review: &Review<'s>, page: usize) -> Vec<PlainField<'s>> {
    let Main::Coverage(coverage) = review.evidence.held[page].main else { return Vec::new() };
    let coverage = &review.evidence.coverage[coverage];
    let mut texts = Vec::new();
    for (at, telling) in coverage.tells.iter().enumerate() {
        let mut text = |name, field: &str, text: &'s str| {
            let spot = Spot::Value(FieldPath::key("tells").at(at).then(field));
            texts.push(PlainField { name, text: Cow::Borrowed(text), spot });
        };
        if let (Told::Remark(remark), None) = (&telling.what, &coverage.snapshot) {
            text("remark", "tells", remark);
        }
        text("difference", "differs", &telling.differs);
    }
    texts
}

/// Whether a number is one that the article of a page gives.
fn is_told(review: &Review<'_>, page: usize, typed: &str) -> bool {
    let Main::Coverage(coverage) = review.evidence.held[page].main else { return false };
    let mut told = review.evidence.coverage[coverage].tells.iter().filter_map(|one| one.quantity.as_ref());
    Quantity::parse_in(typed, review.evidence.pages[page].language)
        .is_ok_and(|typed| told.any(|told| told.is_form_of(&typed)))
}

/// The description of the whole site may name a number of any page.
fn of_site(review: &Review<'_>) -> Vec<Diagnostic> {
    let text = Cow::Borrowed(review.config.description.as_str());
    let plain = PlainField { name: "description", text, spot: Spot::Value(FieldPath::key("description")) };
    let all = 0..review.evidence.statistics.len();
    let language = review.config.markdown.language;
    let is_known =
        |number: &(&str, &str)| all.clone().any(|statistic| agrees(review, *number, statistic, language));
    let unknown = numbers(language, &plain.text).into_iter().filter(|number| !is_known(number));
    unknown
        .map(|(_, typed)| {
            told(typed, &plain, Place { file: SourcePath::new("site.toml"), spot: plain.spot.clone() })
        })
        .collect()
}

/// The numbers of a text that are figures. A bare count in words, such as `twenty` of `twenty miles`, belongs to most
/// definitions, and is let pass. Each with what stands before it.
pub(super) fn numbers(language: Language, text: &str) -> Vec<(&str, &str)> {
    let all = figures::of(text, language.is_english()).into_iter();
    let all = all.map(|range| (&text[..range.start], &text[range]));
    let is_figure = |(_, typed): &(&str, &str)| {
        typed.contains(char::is_numeric)
            || Quantity::parse_in(typed, language).map_or(true, |quantity| quantity.unit != Unit::Count)
    };
    all.filter(is_figure).collect()
}

/// Whether a number is one that a statistic states.
pub(super) fn agrees(
    review: &Review<'_>,
    (before, typed): (&str, &str),
    statistic: usize,
    language: Language,
) -> bool {
    let statistic = review.statistic(statistic);
    let is_signed =
        typed.starts_with(['+', '-', '−', '–']) || before.ends_with('+') || before.ends_with("plus ");
    // `some` and its like stand before the number, and are not read with it here; so does a minus, or a word for one.
    let is_same = |quantity: &Quantity| {
        statistic.value.as_ref().is_some_and(|value| {
            let size = value.central.map(|number| number.abs());
            let is_number = value.central == quantity.central || !is_signed && size == quantity.central;
            value.unit == quantity.unit && is_number
        })
    };
    Quantity::parse_in(typed, language).is_ok_and(|quantity| fits(&quantity, statistic) || is_same(&quantity))
}

fn told(typed: &str, plain: &PlainField<'_>, place: Place) -> Diagnostic {
    let name = plain.name;
    let message = format!(
        "`{typed}` stands in the {name}, and no number that is bound or recorded here agrees with it"
    );
    let help = match name {
        "remark" => "tell it as a `statistic:` of the report, or name the article's archived text (`snapshot:`), in which \
                     `verify` looks it up"
            .to_owned(),
        DATA => "print it from a statistic, such as `{{ row.value }}` of `report.statistics`, or write the sentence into the \
                 page, where a link can bind it"
            .to_owned(),
        _ => format!("mend it or leave it out: a {name} cannot hold a link, so that nothing checks it by itself"),
    };
    Diagnostic::new(&rules::UNBOUND_NUMBER, place, message).help(help)
}

/// The words for an image, and the caption of a table.
fn in_hole<'s>(html: &'s str, hole: &'s Hole) -> Option<PlainField<'s>> {
    let spot = hole.spot.clone();
    match &hole.target {
        Target::Image(_) => {
            let tag = html[hole.at..].split('>').next().unwrap_or_default();
            let text = tag.split_once(" alt=\"")?.1.split('"').next()?;
            Some(PlainField { name: "text for an image", text: Cow::Borrowed(text), spot })
        }
        Target::Table(table) => {
            Some(PlainField { name: "caption", text: Cow::Borrowed(&table.caption), spot })
        }
        _ => None,
    }
}
