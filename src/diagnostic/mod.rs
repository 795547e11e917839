//! Mistakes in an author's site as values: which rule, where, why, and what to do.
//!
//! Nothing here prints or decides an exit code. A failure of the machine (a disk that is full) is no
//! diagnostic; see [`crate::output::OutputFailure`].

mod edit;
mod near;
pub mod page;
pub mod rule;
pub mod rules;

use crate::path::SourcePath;
use crate::span::{Span, letter_before, letter_behind};
pub use edit::Edit;
pub use near::{Names, did_you_mean, nearest, nearest_first};
pub use rule::{Level, Rule};
use std::iter;

/// One step from a record to a field inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A key of a mapping.
    Key(String),
    /// A place in a list, from 0.
    Index(usize),
}

/// The way to a front-matter field; it becomes a span only when something has to be reported there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FieldPath(pub Box<[Step]>);

impl FieldPath {
    /// A path of one key.
    #[must_use]
    pub fn key(key: &str) -> Self {
        Self([Step::Key(key.to_owned())].into())
    }

    /// This path and one key more.
    #[must_use]
    pub fn then(&self, key: &str) -> Self {
        self.longer(Step::Key(key.to_owned()))
    }

    /// This path and one list place more.
    #[must_use]
    pub fn at(&self, index: usize) -> Self {
        self.longer(Step::Index(index))
    }

    fn longer(&self, step: Step) -> Self {
        Self(self.0.iter().cloned().chain([step]).collect())
    }
}

/// The way to a field, borrowed: it costs nothing until something has to be reported.
#[derive(Debug, Clone, Copy)]
pub struct Trail<'a> {
    before: Option<&'a Trail<'a>>,
    step: TrailStep<'a>,
}

#[derive(Debug, Clone, Copy)]
enum TrailStep<'a> {
    /// None: the document as a whole.
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> Trail<'a> {
    /// The document as a whole.
    #[must_use]
    pub fn root() -> Self {
        Self { before: None, step: TrailStep::Root }
    }

    /// A trail of one key.
    #[must_use]
    pub fn key(key: &'a str) -> Self {
        Self { before: None, step: TrailStep::Key(key) }
    }

    /// This trail and one key more.
    #[must_use]
    pub fn then(&'a self, key: &'a str) -> Self {
        Self { before: Some(self), step: TrailStep::Key(key) }
    }

    /// This trail and one list place more.
    #[must_use]
    pub fn at(&'a self, index: usize) -> Self {
        Self { before: Some(self), step: TrailStep::Index(index) }
    }

    /// Its last key.
    #[must_use]
    pub fn name(&self) -> &'a str {
        match (self.step, self.before) {
            (TrailStep::Key(key), _) => key,
            (TrailStep::Index(_), Some(before)) => before.name(),
            (TrailStep::Index(_), None) | (TrailStep::Root, _) => "",
        }
    }

    /// The path, to be kept.
    #[must_use]
    pub fn path(&self) -> FieldPath {
        let mut steps: Vec<Step> =
            iter::successors(Some(self), |trail| trail.before).filter_map(Self::step).collect();
        steps.reverse();
        FieldPath(steps.into())
    }

    fn step(&self) -> Option<Step> {
        match self.step {
            TrailStep::Root => None,
            TrailStep::Key(key) => Some(Step::Key(key.to_owned())),
            TrailStep::Index(index) => Some(Step::Index(index)),
        }
    }
}

/// Where in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// A range of bytes.
    Span(Span),
    /// The value of a front-matter field.
    Value(FieldPath),
    /// The key of a front-matter field.
    Key(FieldPath),
}

/// A place in one of the author's files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: SourcePath,
    /// Where in it.
    pub spot: Spot,
}

impl Place {
    /// A file as a whole.
    #[must_use]
    pub fn file(file: &SourcePath) -> Self {
        Self { file: file.clone(), spot: Spot::File }
    }

    /// A range of bytes in a file.
    #[must_use]
    pub fn span(file: &SourcePath, span: Span) -> Self {
        Self { file: file.clone(), spot: Spot::Span(span) }
    }

    /// The value of a front-matter field.
    #[must_use]
    pub fn value(file: &SourcePath, field: FieldPath) -> Self {
        Self { file: file.clone(), spot: Spot::Value(field) }
    }
}

/// A place with a word about it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// Why this place matters; may be empty.
    pub text: String,
}

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// How grave it is; the rule's own level until the site's settings say otherwise.
    pub level: Level,
    /// What was found, in one sentence without a full stop.
    pub message: String,
    /// Where, and why there.
    pub primary: Label,
    /// Other places that have to do with it.
    pub related: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
    /// The page that was being made, for mistakes in templates.
    pub page: Option<String>,
    /// What mends it for certain, if anything does; all of it belongs together.
    pub fix: Vec<Edit>,
}

/// How much of a text is told, in bytes: an address that somebody typed may have as many as its page.
const LONGEST: usize = 2000;

/// A text, without the middle of one that nobody would read.
fn within(text: String) -> String {
    if text.len() <= LONGEST {
        return text;
    }
    let begin = &text[..letter_before(&text, LONGEST / 2)];
    let end = &text[letter_behind(&text, text.len() - LONGEST / 4)..];
    format!("{begin} … {end}")
}

impl Diagnostic {
    /// A mistake at the rule's own level.
    #[must_use]
    pub fn new(rule: &'static Rule, place: Place, message: impl Into<String>) -> Self {
        Self {
            rule,
            level: rule.level,
            message: within(message.into()),
            primary: Label { place, text: String::new() },
            related: Vec::new(),
            help: None,
            page: None,
            fix: Vec::new(),
        }
    }

    /// Says why the place is the one.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Points at a second place.
    #[must_use]
    pub fn also(mut self, place: Place, text: impl Into<String>) -> Self {
        self.related.push(Label { place, text: text.into() });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(within(text.into()));
        self
    }

    /// Says which edit mends it, if one does for certain.
    #[must_use]
    pub fn fixed_by(mut self, edit: Option<Edit>) -> Self {
        self.fix.extend(edit);
        self
    }

    /// Names the page that was being made.
    #[must_use]
    pub fn on_page(mut self, page: impl Into<String>) -> Self {
        self.page = Some(page.into());
        self
    }
}

/// A value together with the mistakes met on the way to it. A stage never stops at the first one.
#[derive(Debug, Clone, Default)]
pub struct Checked<T> {
    /// What could be made.
    pub value: T,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value without a mistake.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// Hands the mistakes to `sink` and gives the value.
    pub fn take(self, sink: &mut Vec<Diagnostic>) -> T {
        sink.extend(self.diagnostics);
        self.value
    }
}
