//! The words beside a number that make a name, a place, an age or a convention of it, so that it counts nothing.

/// Words right before a number that say which one of several is meant: `section 4`, `Model 2`, `type 2`.
#[rustfmt::skip]
pub(super) const NAMED_BY_NUMBER: &[&str] = &[
    "act", "action", "actions", "annex", "annexes", "appendices", "appendix", "arm", "arms", "art", "article",
    "articles", "band", "bands", "bill", "box", "boxes", "case", "cases", "categories", "category", "ch", "channel",
    "chapter", "chapters", "chart", "class", "classes", "clause", "clauses", "column", "columns", "criteria",
    "criterion", "day", "decile", "division", "divisions", "domain", "domains", "endnote", "endnotes", "eq",
    "equation", "equations", "evaluator", "evaluators", "exhibit", "exit", "experiment", "experiments", "fig", "figs",
    "figure", "figures", "floor", "footnote", "footnotes", "form", "forms", "formula", "gate", "goal", "goals",
    "grade", "grades", "group", "groups", "hall", "hypotheses", "hypothesis", "indicator", "indicators", "issue",
    "issues", "item", "items", "junction", "key", "layer", "level", "levels", "line", "lines", "model", "models",
    "module", "modules", "motion", "no", "nos", "note", "notes", "number", "objective", "objectives", "option",
    "options", "p", "page", "pages", "panel", "panels", "para", "paragraph", "paragraphs", "paras", "part", "parts",
    "percentile", "phase", "phases", "pillar", "platform", "platforms", "pp", "priority", "proposal", "proposals",
    "quarter", "quartile", "question", "questions", "quintile", "rater", "raters", "rct", "rcts", "recommendation",
    "recommendations", "ref", "reference", "references", "refs", "regulation", "regulations", "reviewer", "reviewers",
    "room", "rooms", "round", "rounds", "route", "routes", "row", "rows", "rule", "rules", "sample", "samples",
    "scenario", "scenarios", "schedule", "schedules", "sec", "section", "sections", "site", "sites", "size", "stage",
    "stages", "standard", "step", "steps", "strand", "studies", "study", "tab", "table", "tables", "target",
    "targets", "task", "tasks", "terminal", "theme", "themes", "tier", "tiers", "trial", "trials", "type", "types",
    "unit", "units", "version", "vol", "volume", "volumes", "ward", "wards", "wave", "waves", "week", "zone", "zones",
];

/// School years are numbered, years of a calendar are not: `Year 11`.
pub(super) const LAST_SCHOOL_YEAR: u32 = 13;

/// Programs that are known by the number of their version.
#[rustfmt::skip]
pub(super) const PROGRAMS: &[&str] = &[
    "android", "chrome", "excel", "firefox", "ios", "java", "macos", "node", "office", "php", "postgres", "python", "r", "ruby",
    "rust", "sas", "spss", "stata", "ubuntu", "windows", "word",
];

/// Words before an age.
pub(super) const AGED: &[&str] = &["aged", "age", "ages"];

/// Words that may stand between [`AGED`] and an age.
#[rustfmt::skip]
pub(super) const BEFORE_AGES: &[&str] =
    &["from", "between", "over", "under", "above", "below", "at", "least", "about", "and", "or", "to"];

/// Those who are told by their age: `people over 65`.
#[rustfmt::skip]
pub(super) const PEOPLE: &[&str] = &[
    "adults", "anybody", "anyone", "boys", "children", "everybody", "everyone", "girls", "men", "mothers", "parents", "patients",
    "people", "persons", "pupils", "residents", "someone", "students", "those", "women", "workers",
];

/// Abbreviations that stand for a figure, and not for a thing with a number.
#[rustfmt::skip]
pub(super) const FIGURES: &[&str] = &[
    "AOR", "ARR", "CHF", "CI", "CRI", "ES", "EU", "EUR", "GBP", "GDP", "HR", "IQR", "IRR", "MD", "NNT", "OR", "RD", "RR", "SD", "SE",
    "SMD", "UK", "US", "USA", "USD",
];

/// Parts of a compound that says how something is built: `a 5-point scale`.
#[rustfmt::skip]
pub(super) const BUILT: &[&str] = &[
    "category", "column", "digit", "item", "level", "page", "part", "point", "question", "sided", "stage", "star", "step", "tailed",
    "tier", "way",
];

/// Words before a span of time that was measured: `the wait was 11 days`.
#[rustfmt::skip]
pub(super) const MEASURED: &[&str] = &[
    "average", "averaged", "averages", "by", "lasted", "lasts", "mean", "median", "of", "took", "waited", "was", "were",
];

/// Words behind a span of time that compare it: `11 days longer`.
#[rustfmt::skip]
pub(super) const COMPARED: &[&str] =
    &["earlier", "fewer", "later", "less", "longer", "more", "older", "quicker", "shorter", "slower", "younger"];

/// Words before a number of four digits that is no year: `it has 2020 beds`.
#[rustfmt::skip]
pub(super) const HAVING: &[&str] = &[
    "about", "almost", "around", "employed", "had", "has", "have", "held", "nearly", "only", "over", "some", "than", "with",
];
