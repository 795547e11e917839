//! The one door to Tera: templates in, HTML out, and every error with its template and line.

mod arguments;
mod blanks;
mod budget;
mod chain;
mod comprehensions;
mod cut;
mod elsewhere;
mod faults;
mod fields;
mod figures;
mod files;
mod growing;
mod idioms;
mod lacking;
mod marked;
pub mod offered;
mod open_tags;
pub mod parts;
mod printed;
mod tag_words;
pub mod typed;
mod unknown;
pub mod unused;
mod values;
mod wholes;

use crate::diagnostic::{Checked, Diagnostic, Place, Spot, rules};
use crate::document::escape::{allowed, is_plain};
use crate::document::template_tags::{TemplateTag, tags};
use crate::path::SourcePath;
use crate::source::{SourceTree, is_template};
use crate::span::Span;
use budget::{Excess, Limits, PrintedPage};
use faults::{TemplateFault, diagnostic, explain};
use serde::{Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;
use std::panic::resume_unwind;
use std::sync::OnceLock;
use std::thread;
use tera::value::Key;
use tera::{Context, ErrorKind, Tera, Value, escape_html};

/// How much of its stack the engine takes for one step into another template or block, in bytes.
const STEP: usize = if cfg!(debug_assertions) { 64 * 1024 } else { 16 * 1024 };

/// What every thread has room for.
const ROOM: usize = 1024 * 1024;

/// The loaded templates.
pub struct Theme {
    /// With calls in them that count, where a site has templates of its own.
    tera: Tera,
    /// Texts by name as they were written, for the places of mistakes in them.
    templates: BTreeMap<String, String>,
    /// These texts, loaded once a mistake in one is to be explained.
    as_written: OnceLock<Option<Tera>>,
    /// How much stack the deepest of them takes.
    stack: usize,
    /// What a page may take.
    limits: Limits,
    /// The files of `static/`, which a template may ask the addresses of.
    files: Vec<String>,
    /// The templates of the site's own.
    own: BTreeSet<String>,
}

/// What a template sees, by name. A copy shares all texts.
#[derive(Debug, Clone, Default)]
pub struct Values(Context);

impl Values {
    /// These values and one more.
    #[must_use]
    pub fn with(&self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Self {
        let mut values = self.clone();
        values.0.insert(name, value);
        values
    }

    /// These values and `page`. The part of its kind, such as `page.report`, stands under its own name too, since
    /// templates ask for little else.
    #[must_use]
    pub fn with_page(&self, page: &impl Serialize, part: Option<&impl Serialize>) -> Self {
        let mut values = self.clone();
        let mut page = Value::from_serializable(page).into_map().unwrap_or_default();
        for (kind, part) in Value::from_serializable(&part).into_map().unwrap_or_default() {
            if let Key::Str(kind) = kind {
                values.0.insert_value(kind, part.clone());
            }
            page.insert(kind, part);
        }
        values.0.insert_value("page", Value::from(page));
        values
    }
}

/// A view in the form in which templates see it. What many pages show is made once, and a copy shares everything.
#[derive(Debug)]
pub struct SharedView<T> {
    value: Value,
    of: PhantomData<T>,
}

impl<T> SharedView<T> {
    /// A view as templates see it.
    pub fn of(view: &impl Serialize) -> Self {
        Self { value: Value::from_serializable(view), of: PhantomData }
    }
}

impl<T> Clone for SharedView<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), of: PhantomData }
    }
}

impl<T> Serialize for SharedView<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// Serialises HTML so that templates print it as it is.
///
/// # Errors
/// Whatever the serialiser says.
pub fn safe<S: Serializer>(html: &str, serializer: S) -> Result<S::Ok, S::Error> {
    Value::safe_string(html).serialize(serializer)
}

/// Loads every template; there is no theme unless all of them can be used. Each broken one is reported once.
#[must_use]
pub fn load(sources: &SourceTree) -> Checked<Option<Theme>> {
    load_within(sources, Limits::default())
}

fn load_within(sources: &SourceTree, limits: Limits) -> Checked<Option<Theme>> {
    let mut diagnostics = Vec::new();
    let mut templates: BTreeMap<String, String> = BTreeMap::new();
    let mut own = BTreeSet::new();
    for path in sources.below("templates").filter(|path| is_template(path)) {
        match sources.text(path) {
            Ok(text) => {
                let name = path.as_str().strip_prefix("templates/").unwrap_or(path.as_str()).to_owned();
                if !sources.is_bundled(path) {
                    own.insert(name.clone());
                }
                templates.insert(name, without_mark(text));
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    let stack = match chain::depth(&templates) {
        Ok(steps) => steps * STEP,
        Err(too_deep) => {
            diagnostics.push(deep(&too_deep));
            return Checked { value: None, diagnostics };
        }
    };
    let own_texts = templates.iter().filter(|(name, _)| own.contains(*name));
    diagnostics.extend(own_texts.flat_map(|(name, text)| arguments::unknown(name, text)));
    let files = files::names(sources);
    let has_own = !own.is_empty();
    let as_written = OnceLock::new;
    let theme =
        |tera, templates, own| Theme { tera, templates, as_written: as_written(), stack, limits, files, own };
    // What a site's own templates set, bundled ones may loop over.
    let counted = if has_own { counted(&templates) } else { templates.clone() };
    if let Some(tera) = diagnostics.is_empty().then(|| engine(&counted).ok()).flatten() {
        return Checked::clean(Some(theme(tera, templates, own)));
    }
    let mut tera = engine(&BTreeMap::new()).expect("no templates are without mistakes");
    // Tera stops at the first broken template: without it, the next one shows.
    let mut left_out: Vec<String> = Vec::new();
    while let Err(error) = tera.add_raw_templates(templates.iter()) {
        let found = explain(&error, &templates, None);
        let told = found.iter().filter(|fault| !fault.follows_from(&left_out));
        for diagnostic in told.map(|fault| fault.of_own(&templates, &own)) {
            if !diagnostics.contains(&diagnostic) {
                diagnostics.push(diagnostic);
            }
        }
        let lone = match found.as_slice() {
            [fault] if leaves_out(&error) => templates.remove(&fault.template),
            _ => None,
        };
        match lone {
            Some(text) => left_out.push(format!("{}\n{text}", found[0].template)),
            None => break,
        }
    }
    let theme = diagnostics.is_empty().then(|| theme(tera, templates, own));
    Checked { value: theme, diagnostics }
}

/// A template without the mark of its encoding that some editors put first, with blanks in its place so that all places stay
/// as they are. In front of an XML declaration nothing else may stand.
fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}').filter(|rest| !rest.starts_with("<?xml")) {
        Some(rest) => format!("{:3}{rest}", ""),
        None => text,
    }
}

/// The templates with calls in them that count.
fn counted(templates: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    templates.iter().map(|(name, text)| (name.clone(), marked::marked(text))).collect()
}

fn engine(templates: &BTreeMap<String, String>) -> Result<Tera, tera::Error> {
    let mut tera = Tera::default();
    tera.set_escape_fn(|text, output| match is_plain(text) {
        true => output.write_all(text.as_bytes()),
        false => escape_html(&allowed(text), output),
    });
    budget::register(&mut tera);
    growing::register(&mut tera);
    tera.autoescape_on(vec![".html", ".xml", ".svg"]);
    tera.add_raw_templates(templates.iter())?;
    Ok(tera)
}

/// Whether the others can be tried without the template that is at fault.
fn leaves_out(error: &tera::Error) -> bool {
    matches!(error.kind(), ErrorKind::SyntaxError(_) | ErrorKind::MissingParent { .. })
}

impl Theme {
    /// A template, filled. `page` names the page that is being made.
    ///
    /// # Errors
    /// The template, the line and the page.
    pub fn render(&self, template: &str, values: &Values, page: &str) -> Result<Vec<u8>, Diagnostic> {
        if self.stack <= ROOM {
            return self.filled(template, values, page);
        }
        // Deep templates are rare, and a thread of their own costs little beside them.
        thread::scope(|scope| {
            let filled = || self.filled(template, values, page);
            let deep = thread::Builder::new().stack_size(ROOM + self.stack).spawn_scoped(scope, filled);
            match deep {
                Ok(deep) => deep.join().unwrap_or_else(|panic| resume_unwind(panic)),
                Err(error) => Err(diagnostic(template, Span::default(), &error.to_string(), Some(page))),
            }
        })
    }

    fn filled(&self, template: &str, values: &Values, page: &str) -> Result<Vec<u8>, Diagnostic> {
        let print = |tera: &Tera| {
            let mut printed = PrintedPage::new(self.limits);
            let told = tera.render_to(template, &values.0, &mut printed);
            told.map(|()| printed.bytes)
        };
        let (printed, excess) = budget::within(self.limits, || print(&self.tera));
        match (printed, excess) {
            (Ok(printed), _) => Ok(printed),
            (Err(error), Some(excess)) => Err(self.beyond(template, &error, excess, page)),
            (Err(error), None) => {
                let as_written = self.as_written.get_or_init(|| engine(&self.templates).ok());
                let again = as_written.as_ref().map_or(Err(error), print);
                again.map_err(|error| {
                    let found = explain(&error, &self.templates, Some(page)).into_iter().next();
                    let fault = found.expect("an error has an explanation");
                    self.at_include(&fault, page).unwrap_or_else(|| self.with_nearest_file(fault))
                })
            }
        }
    }

    /// What is said of a bundled part that was not given what it takes: where a template of the site's own includes it.
    fn at_include(&self, fault: &TemplateFault, page: &str) -> Option<Diagnostic> {
        let name = fault.diagnostic.message.strip_prefix("there is no variable `")?.split('`').next()?;
        let mut waiting = vec![fault.template.as_str()];
        let mut known = BTreeSet::new();
        while let Some(part) = waiting.pop().filter(|part| !self.own.contains(*part)) {
            let part = part.trim_start_matches("builtin/");
            for (includer, text) in self.templates.iter().filter(|(_, text)| text.contains(part)) {
                let tag = tags(text).find(|tag| includes(*tag, part));
                let Some(tag) = tag.filter(|_| known.insert(includer.as_str())) else { continue };
                if self.own.contains(includer) {
                    let (message, help) = unknown::not_given(&fault.template, name);
                    let span = Span::new(tag.begin - 2, tag.end);
                    return Some(diagnostic(includer, span, &message, Some(page)).help(help));
                }
                waiting.push(includer);
            }
        }
        None
    }

    /// What is said of an address of a file that is not there names the one that was probably meant.
    fn with_nearest_file(&self, TemplateFault { template, mut diagnostic, .. }: TemplateFault) -> Diagnostic {
        let begin = match diagnostic.primary.place.spot {
            Spot::Span(span) => span.start,
            Spot::File | Spot::Value(_) | Spot::Key(_) => return diagnostic,
        };
        let typed = self.templates.get(&template).and_then(|text| text.get(begin..));
        if let Some((message, help)) = typed.and_then(|typed| files::missing(typed, &self.files)) {
            (diagnostic.message, diagnostic.help) = (message, Some(help));
        }
        diagnostic
    }

    /// What is said of a page that goes beyond a limit: the line that it was at.
    fn beyond(&self, template: &str, error: &tera::Error, excess: Excess, page: &str) -> Diagnostic {
        let (name, line) = match error.kind() {
            ErrorKind::RenderingError(report) => (report.filename(), report.span().start_line),
            _ => (template, 1),
        };
        let text = self.templates.get(name).map_or("", String::as_str);
        let mut told = diagnostic(name, line_of(text, line), &excess.to_string(), Some(page));
        if !matches!(excess, Excess::Whole(_)) {
            told.rule = &rules::TEMPLATE_EXCESS;
        }
        told.help = Some(match excess {
            Excess::Whole("list") => {
                "put something between, `| join(sep=\", \")`, or go through it: `{% for one in list %} … {% endfor %}`"
                    .to_owned()
            }
            Excess::Whole(_) => "name one entry of it, such as `page.extra.source[\"name\"]`".to_owned(),
            Excess::Turns(_) | Excess::Time(_) => {
                "shorten the loop or the list, and do not put one loop, or a filter such as `unique`, inside another over \
                 long lists"
                    .to_owned()
            }
            Excess::Value(_) | Excess::Depth => {
                "a `set` in a loop adds to what it made before; keep only what is printed".to_owned()
            }
            Excess::Page(_) | Excess::Memory(_) => "print less on one page, or divide it".to_owned(),
        });
        told
    }
}

/// Whether a tag includes this part.
fn includes(tag: TemplateTag<'_>, part: &str) -> bool {
    let mut words = tag.words();
    words.next() == Some("include")
        && words
            .any(|word| word.trim_matches(['"', '\'', '`', '[', ']']).trim_start_matches("builtin/") == part)
}

/// The text of a line, counted from 1.
fn line_of(text: &str, line: usize) -> Span {
    let mut begin = 0;
    let whole = text.split_inclusive('\n').nth(line.saturating_sub(1)).unwrap_or("");
    for before in text.split_inclusive('\n').take(line.saturating_sub(1)) {
        begin += before.len();
    }
    let indent = whole.len() - whole.trim_start().len();
    Span::new(begin + indent, begin + indent.max(whole.trim_end().len()))
}

/// What is said of templates that would take the engine too deep.
fn deep(too_deep: &chain::TooDeep) -> Diagnostic {
    let (first, message, help) = match too_deep {
        chain::TooDeep::Line { first, last } => (
            first,
            format!(
                "more than {} templates include or extend each other in a line, up to `{last}`",
                chain::LONGEST
            ),
            "put what they share into one template, and include that",
        ),
        chain::TooDeep::Choices { template } => (
            template,
            format!("this template has more than {} `elif`", chain::CHOICES),
            "look the value up in a map, such as `{{ {\"a\": 1}[key] }}`, or divide the template",
        ),
    };
    let place = Place::file(&SourcePath::new(&format!("templates/{first}")));
    Diagnostic::new(&rules::TEMPLATE_EXCESS, place, message).help(help)
}

#[cfg(test)]
mod tests;
