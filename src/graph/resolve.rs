//! What a hole in prose means: a page, a statistic, a term, a file. Cheap enough to ask twice.

use super::index::{Index, OwnedRecords, RecordRef, Unknown, WantedRecords};
use crate::address;
use crate::diagnostic::{Names, Rule, rules};
use crate::document::kind::DocumentKind;
use crate::document::prose::Target;
use crate::evidence::Evidence;
use crate::evidence::record::Page;
use crate::path::{SourcePath, UrlPath};
use crate::source::SourceTree;

/// What a target turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// A page, and an anchor on it.
    Page(usize, Option<String>),
    /// A statistic.
    Statistic(usize),
    /// A term.
    Term(usize),
    /// A file that is published as it is, and the query and anchor behind its address.
    Asset(SourcePath, String),
    /// An anchor on the same page.
    Anchor(String),
    /// An address of this site, decoded, and the query and anchor behind it; the plan knows whether it exists.
    Address(UrlPath, String),
    /// A block, whose rows are resolved one by one.
    Nothing,
}

/// Why a target leads nowhere.
#[derive(Debug, Clone)]
pub struct Miss {
    /// The rule that is broken.
    pub rule: &'static Rule,
    /// What was found.
    pub message: String,
    /// What to do.
    pub help: String,
    /// What must have been meant: a text of the link and what belongs in its place.
    pub meant: Option<(String, String)>,
    /// The page whose anchors were looked through, if any were.
    pub page: Option<usize>,
}

/// Resolves targets.
#[derive(Debug, Clone, Copy)]
pub struct Resolver<'a> {
    /// All records.
    pub evidence: &'a Evidence,
    /// All ids.
    pub index: &'a Index,
    /// All files.
    pub sources: &'a SourceTree,
}

impl Resolver<'_> {
    /// What `target`, written in the file of `page`, means. `Ok(None)`: it leads into a broken document.
    ///
    /// # Errors
    /// Why it leads nowhere.
    pub fn resolve(&self, page: usize, target: &Target) -> Result<Option<Resolved>, Miss> {
        let own = &self.evidence.pages[page];
        match target {
            Target::Table(_) => Ok(Some(Resolved::Nothing)),
            Target::Address(typed) => Ok(Some(self.address(typed))),
            Target::Anchor(anchor) => {
                self.check_anchor(page, anchor)?;
                Ok(Some(Resolved::Anchor(anchor.clone().into())))
            }
            Target::Statistic { reference, .. } => self.statistic(own, reference),
            Target::Term(id) => match self.index.term(id) {
                Ok(term) => Ok(Some(Resolved::Term(term))),
                Err(unknown) => missed(unknown, id, format!("the glossary has no term `{id}`")),
            },
            Target::Image(typed) => {
                self.resource(&own.path, typed).map(|(file, rest)| Some(Resolved::Asset(file, rest)))
            }
            Target::File { path, query, anchor } => self.file(own, path, query, anchor.as_deref()),
        }
    }

    /// The statistic that `reference` means in the file of `own`.
    ///
    /// # Errors
    /// Why there is none.
    pub fn statistic(&self, own: &Page, reference: &str) -> Result<Option<Resolved>, Miss> {
        match self.index.record(&own.id, reference, WantedRecords::Statistic) {
            Ok(RecordRef::Statistic(statistic)) => Ok(Some(Resolved::Statistic(statistic))),
            Ok(RecordRef::Claim(_)) => Err(wrong_kind(reference, "claim")),
            Ok(RecordRef::Recommendation(_)) => Err(wrong_kind(reference, "recommendation")),
            Err(unknown) => missed(unknown, reference, format!("there is no statistic `{reference}`")),
        }
    }

    /// An address that begins with a slash: that of a file below `static/`, or else one that the plan knows.
    fn address(&self, typed: &str) -> Resolved {
        let (path, rest) = address::parts(typed);
        let file = SourcePath::new(&["static", &path].concat());
        match self.sources.contains(&file) {
            true => Resolved::Asset(file, rest.to_owned()),
            false => Resolved::Address(UrlPath::new(&path), rest.to_owned()),
        }
    }

    /// The file that a page or a stylesheet shows or loads, and the query and anchor behind its address: the file that a
    /// browser asks for, or else the one of just this name.
    ///
    /// # Errors
    /// Why there is none.
    pub fn resource(&self, from: &SourcePath, typed: &str) -> Result<(SourcePath, String), Miss> {
        let (path, rest) = address::parts(typed);
        if path.is_empty() {
            return Err(no_resource(format!("`{typed}` names no file")));
        }
        let asked_for = named(from, &path).ok_or_else(|| leaves(typed))?;
        let literal = named(from, typed).map(|source| (source, ""));
        let both = [(asked_for.clone(), rest)].into_iter().chain(literal);
        match both.into_iter().find(|(source, _)| self.sources.contains(source)) {
            Some((source, _)) if !is_published(&source) => Err(no_resource(leads_to(typed, &source))),
            Some((source, rest)) => Ok((source, rest.to_owned())),
            None => Err(Miss {
                meant: if typed.starts_with('/') { None } else { self.meant_file(from, typed, &asked_for) },
                ..self.missing_file(&rules::MISSING_ASSET, from, typed, &asked_for)
            }),
        }
    }

    fn file(
        &self,
        own: &Page,
        path: &str,
        query: &str,
        anchor: Option<&str>,
    ) -> Result<Option<Resolved>, Miss> {
        let source = own.path.joined(path).ok_or_else(|| leaves(path))?;
        if let Some(page) = self.index.pages.get(source.as_str()) {
            if let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty()) {
                self.check_anchor(*page, anchor)?;
            }
            return Ok(Some(Resolved::Page(*page, anchor.map(str::to_owned))));
        }
        let source = SourcePath::new(&source);
        if is_published(&source) && self.sources.contains(&source) {
            let anchor = anchor.map_or_else(String::new, |anchor| ["#", anchor].concat());
            return Ok(Some(Resolved::Asset(source, [query, &anchor].concat())));
        }
        Err(Miss {
            meant: self.meant_file(&own.path, path, &source),
            ..self.missing_file(&rules::BROKEN_LINK, &own.path, path, &source)
        })
    }

    /// Whether `anchor` exists on `page`.
    ///
    /// # Errors
    /// What is nearest to it.
    pub fn check_anchor(&self, page: usize, anchor: &str) -> Result<(), Miss> {
        let target = &self.evidence.pages[page];
        // The top of a page is there without being marked.
        let is_top = anchor.eq_ignore_ascii_case("top");
        let is_reported = is_top
            || target.broken
            || self.index.doubled.contains(&page)
            || self.index.glossary_is_broken && target.kind == DocumentKind::Glossary;
        if is_reported || self.has_anchor(page, anchor) || self.has_record(target, anchor) {
            return Ok(());
        }
        let anchors = self.anchors(page);
        let help = match anchors.nearest(anchor) {
            Some(near) => format!("did you mean `#{near}`?"),
            None if anchors.iter().len() == 0 => {
                format!("`{}` has no anchors; link to the page", target.path)
            }
            None => {
                let first: Vec<String> = anchors.iter().take(12).map(|anchor| format!("#{anchor}")).collect();
                format!("anchors there are: {}", first.join(", "))
            }
        };
        Err(Miss {
            rule: &rules::BROKEN_ANCHOR,
            message: format!("`{}` has no anchor `#{anchor}`", target.path),
            help,
            meant: None,
            page: Some(page),
        })
    }

    /// Whether a record of `page` has this anchor.
    pub(super) fn has_record(&self, page: &Page, anchor: &str) -> bool {
        if page.kind == DocumentKind::Glossary {
            return self.index.terms.contains_key(anchor);
        }
        let named = || anchor.split_once('-').and_then(|(_, id)| self.index.record_of(&page.id, id));
        matches!(page.kind, DocumentKind::Report | DocumentKind::Finding)
            && named().is_some_and(|record| self.evidence.record_anchor(record) == anchor)
    }

    /// Whether a heading or a tag of the body has this anchor. Each of very many links to a long page would go
    /// through all of it.
    fn has_anchor(&self, page: usize, anchor: &str) -> bool {
        const FEW: usize = 32;
        let body = &self.evidence.pages[page].body;
        if body.headings.len() + body.anchors.len() > FEW {
            return self.anchors(page).contains(anchor);
        }
        body.headings.iter().any(|heading| heading.id == anchor) || body.anchors.iter().any(|id| id == anchor)
    }

    /// Every anchor of a page.
    fn anchors(&self, page: usize) -> &Names {
        self.evidence.anchors(page, || {
            let (own, held) = (&self.evidence.pages[page], &self.evidence.held[page]);
            let headings = own.body.headings.iter().map(|heading| heading.id.as_str());
            let terms = held.terms.clone().map(|term| self.evidence.terms[term].id.as_str());
            let records = self.index.records.get(&own.id).into_iter().flat_map(OwnedRecords::iter);
            let records: Vec<String> =
                records.map(|(_, record)| self.evidence.record_anchor(record)).collect();
            let records = records.iter().map(String::as_str);
            Names::of(headings.chain(own.body.anchors.iter().map(String::as_str)).chain(terms).chain(records))
        })
    }
}

/// The file that a path means in another one; below `static/` when it begins with a slash.
fn named(from: &SourcePath, path: &str) -> Option<SourcePath> {
    match path.starts_with('/') {
        true => Some(SourcePath::new(&["static", path].concat())),
        false => from.join(path),
    }
}

/// Whether a file can be published as it is: templates and settings are not, and texts become pages.
fn is_published(source: &SourcePath) -> bool {
    let folders = ["content/", "static/"];
    let is_text = || source.as_str().starts_with("content/") && source.extension() == "md";
    folders.iter().any(|folder| source.as_str().starts_with(folder)) && !is_text()
}

fn leads_to(typed: &str, source: &SourcePath) -> String {
    let what = if source.extension() == "md" { "which is a page" } else { "which is not published" };
    format!("`{typed}` leads to `{source}`, {what}")
}

fn no_resource(what: String) -> Miss {
    Miss {
        rule: &rules::MISSING_ASSET,
        message: what + ", where a picture or another file belongs",
        help: "name a file below `content/` or `static/`; to lead readers to a page, write a link: `[its title](its-file.md)`"
            .to_owned(),
        meant: None,
        page: None,
    }
}

fn leaves(path: &str) -> Miss {
    Miss {
        rule: &rules::LINK_LEAVES_SITE,
        message: format!("`{path}` leads out of the site's folder"),
        help: "link to a file below `content/` or `static/`, or to a whole address with `https://`"
            .to_owned(),
        meant: None,
        page: None,
    }
}

fn wrong_kind(reference: &str, kind: &str) -> Miss {
    Miss {
        rule: &rules::WRONG_KIND,
        message: format!("`{reference}` is a {kind}, and only a statistic has a number to bind"),
        help: format!("link to its anchor instead, such as `../reports/….md#{kind}-…`"),
        meant: None,
        page: None,
    }
}

fn missed(unknown: Unknown, reference: &str, message: String) -> Result<Option<Resolved>, Miss> {
    match unknown {
        Unknown::Forgiven => Ok(None),
        Unknown::Missing { help, meant } => {
            let meant = meant.map(|meant| (reference.to_owned(), meant));
            Err(Miss { rule: &rules::UNKNOWN_REFERENCE, message, help, meant, page: None })
        }
    }
}
