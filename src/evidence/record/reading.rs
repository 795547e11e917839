//! What meanings share when they read: texts become prose, quantities, periods, dates and ids, and what is wrong is
//! reported at its field.

use super::{Alias, SnapshotName};
use crate::address::decoded;
use crate::config::{Language, MarkdownOptions};
use crate::diagnostic::{Diagnostic, Place, Rule, Spot, Trail, did_you_mean, rules};
use crate::document::kind::DocumentKind;
use crate::document::markdown;
use crate::document::prose::Prose;
use crate::document::quoted::quoted;
use crate::evidence::date::PartialDate;
use crate::evidence::formula::Formula;
use crate::evidence::language::remedy;
use crate::evidence::marker::{Marker, Markers};
use crate::evidence::period::Period;
use crate::evidence::quantity::{Quantity, QuantityError};
use crate::path::SourcePath;
use crate::source::archive::is_plain_name;
use compact_str::CompactString;
use std::collections::BTreeSet;

/// The document that is being read.
#[derive(Debug)]
pub struct Reading<'a> {
    /// Its file.
    pub path: &'a SourcePath,
    /// How its Markdown is read.
    pub options: MarkdownOptions,
    /// What was wrong so far.
    pub diagnostics: Vec<Diagnostic>,
}

/// Whether `text` can be an id: lower-case ASCII letters, digits and hyphens between them.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Quoted words without quotation marks around the whole of them: the page prints its own.
pub(super) fn without_marks(words: &str) -> String {
    let typed = words.trim();
    let whole = quoted(typed).into_iter().next().filter(|range| {
        let around = [&typed[..range.start], &typed[range.end..]];
        around.iter().all(|side| side.chars().count() == 1)
    });
    whole.map_or(words, |range| &typed[range]).to_owned()
}

/// The key of a record, which is its id; reported where it cannot be one.
pub(super) fn entry_id(reading: &mut Reading<'_>, trail: &Trail<'_>) -> CompactString {
    let id = trail.name();
    if !is_id(id) {
        let place = reading.key(trail);
        reading.diagnostics.push(invalid_id(place, id));
    }
    id.into()
}

impl Reading<'_> {
    /// Reports something at a field.
    pub fn report(
        &mut self,
        rule: &'static Rule,
        field: &Trail<'_>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let at = self.diagnostics.len();
        self.diagnostics.push(Diagnostic::new(rule, Place::value(self.path, field.path()), message));
        &mut self.diagnostics[at]
    }

    /// Inline Markdown.
    pub fn prose(&mut self, field: &Trail<'_>, text: &str) -> Prose {
        markdown::inline(self.path, text, field, self.options).take(&mut self.diagnostics)
    }

    /// Inline Markdown that may be left out.
    pub fn optional_prose(&mut self, field: &Trail<'_>, text: Option<&str>) -> Prose {
        text.map_or_else(Prose::default, |text| self.prose(field, text))
    }

    /// Inline Markdown that has to say something.
    pub fn required_prose(&mut self, field: &Trail<'_>, text: &str) -> Prose {
        self.required(field, text);
        self.prose(field, text)
    }

    /// Reports a field that was typed without a value.
    pub fn required(&mut self, field: &Trail<'_>, text: &str) {
        if text.trim().is_empty() || text == "~" {
            self.report(&rules::MISSING_FIELD, field, "this field is needed and has no value").help =
                Some("write its value after the colon".to_owned());
        }
    }

    /// A value as printed.
    pub fn quantity(&mut self, field: &Trail<'_>, text: &str) -> Option<Quantity> {
        Quantity::parse_in(text, self.options.language)
            .map_err(|error| {
                let place = Place::value(self.path, field.path());
                self.diagnostics.push(not_a_quantity(place, &error, self.options.language));
            })
            .ok()
    }

    /// A period.
    pub fn period(&mut self, field: &Trail<'_>, text: &str) -> Option<Period> {
        Period::parse_in(text, self.options.language)
            .map_err(|error| {
                let message = format!("this is not a period: {error}");
                let help = error.help().or_else(|| {
                    Some("write `2017`, `2017-18`, `at 2017-03-31` or `2010-11..2017-18`".to_owned())
                });
                self.report(&rules::INVALID_PERIOD, field, message).help = help;
            })
            .ok()
    }

    /// A year, year and month, or day.
    pub fn date(&mut self, field: &Trail<'_>, text: &str) -> Option<PartialDate> {
        let date = PartialDate::parse(text);
        if date.is_none() {
            self.report(&rules::INVALID_DATE, field, format!("`{text}` is no date")).help =
                Some("write `2019`, `2019-01` or `2019-01-23`".to_owned());
        }
        date
    }

    /// How a number is computed.
    pub fn formula(&mut self, field: &Trail<'_>, text: &str) -> Option<Formula> {
        Formula::parse(text)
            .map_err(|error| {
                let message = format!("this is not a formula: {error}");
                self.report(&rules::INVALID_FORMULA, field, message).help = Some(
                    "write references and `+ - * /` with spaces around them, such as `a.x - a.y`".to_owned(),
                );
            })
            .ok()
    }

    /// Markers that stand one after the other: `[p]`, `[r][e]`.
    pub fn markers(&mut self, field: &Trail<'_>, text: &str) -> Markers {
        let mut markers = Markers::default();
        for one in text.split_inclusive(']').map(str::trim) {
            let Some(marker) = Marker::parse(one) else {
                let help = Marker::bare(one).map(|marker| format!("did you mean `{marker}`?"));
                let help = help.unwrap_or_else(|| format!("markers are: {}", Marker::listed()));
                let message = format!("`{one}` is no marker");
                self.report(&rules::INVALID_VALUE, field, message).help = Some(help);
                continue;
            };
            markers.add(marker);
        }
        markers
    }

    /// One of several words; `None` for a wrong word.
    pub fn choice<T: Copy>(
        &mut self,
        field: &Trail<'_>,
        text: &str,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        if let Some((_, choice)) = choices.iter().find(|(word, _)| *word == text) {
            return Some(*choice);
        }
        let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
        let help = did_you_mean(text, words.iter().copied())
            .unwrap_or_else(|| format!("choose from: {}", words.join(", ")));
        self.report(&rules::INVALID_VALUE, field, format!("`{text}` is not a value of this field")).help =
            Some(help);
        None
    }

    fn key(&self, field: &Trail<'_>) -> Place {
        Place { file: self.path.clone(), spot: Spot::Key(field.path()) }
    }

    /// The id of a document: as typed, or the name of its file, which must be one where the document is a record.
    pub fn own_id(&mut self, field: &Trail<'_>, typed: Option<String>) -> String {
        let is_needed = DocumentKind::of(self.path).is_record();
        let place = match &typed {
            Some(_) => Place::value(self.path, field.path()),
            None => Place::file(self.path),
        };
        let is_needed = is_needed || typed.is_some();
        let id = typed.unwrap_or_else(|| self.path.stem().to_owned());
        if is_needed && !is_id(&id) {
            self.diagnostics.push(invalid_id(place, &id));
        } else if slug::slugify(&id).is_empty() {
            self.diagnostics.push(without_id(place, &id));
        }
        id
    }

    /// Waived rules with reasons, those that can be waived or not.
    pub fn waivers(
        &mut self,
        field: &Trail<'_>,
        allow: Vec<(CompactString, String)>,
    ) -> Vec<(CompactString, String)> {
        for (code, reason) in &allow {
            let field = field.then(code);
            if let Some((message, help)) = wrong_waiver(code) {
                let place = self.key(&field);
                self.diagnostics.push(Diagnostic::new(&rules::INVALID_VALUE, place, message).help(help));
            }
            self.required(&field, reason);
            if !reason.trim().is_empty() && !is_reason(reason) {
                let message = format!("`{reason}` is no reason that a reader could judge");
                self.report(&rules::INVALID_VALUE, &field, message).help = Some(
                    "say in a few words why the rule does not apply here; the site prints it".to_owned(),
                );
            }
        }
        allow
    }

    /// The file of the archive that holds the text of this publication.
    pub fn snapshot(&mut self, field: &Trail<'_>, file: String) -> Option<SnapshotName> {
        if !is_plain_name(&file) {
            let message = format!("`{}` is no plain file name", file.escape_debug());
            self.report(&rules::INVALID_VALUE, field, message).help =
                Some("name a file that lies directly in your archive, such as `article.txt`".to_owned());
            return None;
        }
        Some(SnapshotName { file, begins: String::new() })
    }

    /// Old addresses, as far as they are some.
    pub fn aliases(&mut self, all: &Trail<'_>, aliases: Vec<String>) -> Vec<Alias> {
        let mut kept = Vec::with_capacity(aliases.len());
        for (place, address) in aliases.into_iter().enumerate() {
            let meant = decoded(&address);
            if is_address(&meant) {
                kept.push(Alias { address: meant.into_owned(), place });
                continue;
            }
            let message = format!("`{}` is no address of this site", address.escape_debug());
            self.report(&rules::INVALID_URL, &all.at(place), message).help =
                Some("write the old address from its first slash on, such as `/old/page/`".to_owned());
        }
        kept
    }
}

/// A text that should be a quantity and is none.
#[must_use]
pub fn not_a_quantity(place: Place, error: &QuantityError, language: Language) -> Diagnostic {
    let help = error.help().unwrap_or_else(|| {
        "write a number as it is printed, such as `64%`, `£4.2 billion` or `over 29%`".to_owned()
    });
    let help = if error.ways_out().is_empty() { remedy(&help, language) } else { help };
    Diagnostic::new(&rules::INVALID_QUANTITY, place, format!("this is not a quantity: {error}")).help(help)
}

/// The fewest words in which something can be given as a reason.
const FEWEST: usize = 3;

/// Whether a text can be a reason: three different words, or as many letters of a script that does not separate them.
fn is_reason(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: BTreeSet<String> =
        words.filter(|word| word.contains(char::is_alphabetic)).map(str::to_lowercase).collect();
    let is_unseparated = |letter: &char| matches!(letter, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{fffff}');
    let letters = text.chars().filter(|letter| letter.is_alphabetic());
    words.len() >= FEWEST || letters.filter(is_unseparated).count() > FEWEST
}

/// What is wrong with waiving a rule, and what to do.
fn wrong_waiver(code: &str) -> Option<(String, String)> {
    match rules::find(code) {
        Some(rule) if rule.can_be_lowered => None,
        Some(_) => {
            let message = format!("`{code}` cannot be waived: it leaves something unbuilt");
            Some((message, "remove this line, and mend what the rule reports".to_owned()))
        }
        None => {
            let waivable = rules::ALL.iter().filter(|rule| rule.can_be_lowered).map(|rule| rule.code);
            let help = did_you_mean(code, waivable)
                .unwrap_or_else(|| "`cscare-site explain` lists all rules".to_owned());
            Some((format!("there is no rule `{code}`"), help))
        }
    }
}

/// Whether a text can be the path of an address; what the disk cannot hold is left to the plan.
fn is_address(text: &str) -> bool {
    let parts_fit = text.split('/').all(|part| part != ".." && part != ".");
    text.starts_with('/') && !text.starts_with("//") && parts_fit && !text.contains(['?', '#', '\\'])
}

/// A file whose name has nothing that an address could be made of.
fn without_id(place: Place, name: &str) -> Diagnostic {
    let message =
        format!("the name `{}` gives no id: it has neither letters nor digits", name.escape_debug());
    Diagnostic::new(&rules::INVALID_ID, place, message)
        .help("name the file in letters, or write an `id:` into it")
}

fn invalid_id(place: Place, id: &str) -> Diagnostic {
    let wanted = slug::slugify(id);
    let help = if wanted.is_empty() {
        "use lower-case letters, digits and hyphens".to_owned()
    } else {
        format!("write `{wanted}`")
    };
    Diagnostic::new(
        &rules::INVALID_ID,
        place,
        format!("`{id}` is no id: ids have lower-case letters, digits and hyphens between them"),
    )
    .help(help)
}
