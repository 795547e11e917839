//! What a hole in prose means: a page, a statistic, a term, a file. Cheap enough to ask twice.

use super::index::{Index, RecordRef, Records, Unknown};
use crate::address;
use crate::diagnostic::{Rule, nearest, only_near, rules};
use crate::document::kind::DocumentKind;
use crate::document::prose::Target;
use crate::evidence::Evidence;
use crate::evidence::record::Page;
use crate::path::portable::folded;
use crate::path::{SourcePath, UrlPath};
use crate::source::{SourceTree, is_leftover};

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
            Target::File { path, anchor } => self.file(own, path, anchor.as_deref()),
        }
    }

    /// The statistic that `reference` means in the file of `own`.
    ///
    /// # Errors
    /// Why there is none.
    pub fn statistic(&self, own: &Page, reference: &str) -> Result<Option<Resolved>, Miss> {
        match self.index.record(&own.id, reference) {
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
        let asked_for = named(from, &path).ok_or_else(|| leaves(typed))?;
        let literal = named(from, typed).map(|source| (source, ""));
        let both = [(asked_for.clone(), rest)].into_iter().chain(literal);
        match both.into_iter().find(|(source, _)| self.sources.contains(source)) {
            Some((source, _)) if !is_published(&source) => Err(no_resource(typed, &source)),
            Some((source, rest)) => Ok((source, rest.to_owned())),
            None => Err(Miss {
                meant: if typed.starts_with('/') { None } else { self.meant_file(from, typed, &asked_for) },
                ..self.missing_file(&rules::MISSING_ASSET, typed, &asked_for)
            }),
        }
    }

    fn file(&self, own: &Page, path: &str, anchor: Option<&str>) -> Result<Option<Resolved>, Miss> {
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
            return Ok(Some(Resolved::Asset(source, anchor)));
        }
        Err(Miss {
            meant: self.meant_file(&own.path, path, &source),
            ..self.missing_file(&rules::BROKEN_LINK, path, &source)
        })
    }

    fn missing_file(&self, rule: &'static Rule, typed: &str, source: &SourcePath) -> Miss {
        let help = if self.index.drafts.contains(source.as_str()) {
            format!("`{source}` is a draft; build with `--drafts`, or publish it first")
        } else if is_leftover(source.name()) {
            "files of such names are copies that programs leave, and are left out; give it another name"
                .to_owned()
        } else if let Some(other) = self.file_of_fold(source) {
            format!(
                "did you mean the file `{other}`, whose accents are written in another way? copy its name"
            )
        } else {
            self.likely_file(source).map_or_else(
                || format!("make the file `{source}`, or mend the link"),
                |path| format!("did you mean the file `{path}`?"),
            )
        };
        Miss {
            rule,
            message: format!("`{typed}` leads to `{source}`, which does not exist"),
            help,
            meant: None,
            page: None,
        }
    }

    /// The file whose path differs in the form of an accent, and perhaps in capital letters.
    fn file_of_fold(&self, wanted: &SourcePath) -> Option<&SourcePath> {
        let fold = Some(folded(wanted.as_str())).filter(|fold| !fold.is_ascii())?;
        let mut files = self.sources.below("content").chain(self.sources.below("static"));
        files.find(|path| folded(path.as_str()) == fold)
    }

    /// The link to the file that must be meant, if one must: the beginning of the link's address as typed, and mended.
    fn meant_file(&self, from: &SourcePath, typed: &str, wanted: &SourcePath) -> Option<(String, String)> {
        if self.index.drafts.contains(wanted.as_str()) {
            return None;
        }
        let link = from.relative(self.only_file(wanted)?);
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/');
        link.bytes().all(is_plain).then(|| (format!("]({typed}"), format!("]({link}")))
    }

    /// The only file whose path differs in capital letters alone; else the only one in the same folder with a name
    /// that is near; else the only one of that name anywhere.
    fn only_file(&self, wanted: &SourcePath) -> Option<&SourcePath> {
        let extension = wanted.extension();
        let files = || {
            let all = self.sources.below("content").chain(self.sources.below("static"));
            all.filter(|path| path.extension() == extension && !self.index.drafts.contains(path.as_str()))
        };
        let mut alike = files().filter(|path| path.as_str().eq_ignore_ascii_case(wanted.as_str()));
        if let Some(found) = alike.next() {
            return alike.next().is_none().then_some(found);
        }
        let beside = || files().filter(|path| path.folder() == wanted.folder());
        if beside().any(|path| nearest(wanted.stem(), [path.stem()]).is_some()) {
            let stem = only_near(wanted.stem(), beside().map(SourcePath::stem))?;
            return beside().find(|path| path.stem() == stem);
        }
        let mut named = files().filter(|path| path.name() == wanted.name());
        named.next().filter(|path| path.stem() != "index" && named.next().is_none())
    }

    /// The file that was meant: one with the same name in another folder, or one with a name like it in the
    /// same folder. Whole paths are not compared, because long folders make all of them look alike.
    fn likely_file(&self, wanted: &SourcePath) -> Option<&SourcePath> {
        let extension = wanted.extension();
        let files = || {
            let all = self.sources.below("content").chain(self.sources.below("static"));
            all.filter(|path| path.extension() == extension)
        };
        let beside = || files().filter(|path| path.folder() == wanted.folder() && path.stem() != "index");
        let is_named = wanted.stem() != "index";
        let similar = nearest(wanted.stem(), beside().map(SourcePath::stem)).filter(|_| is_named);
        similar
            .and_then(|stem| beside().find(|path| path.stem() == stem))
            .or_else(|| files().find(|path| is_named && path.name() == wanted.name()))
    }

    /// Whether `anchor` exists on `page`.
    ///
    /// # Errors
    /// What is nearest to it.
    pub fn check_anchor(&self, page: usize, anchor: &str) -> Result<(), Miss> {
        let target = &self.evidence.pages[page];
        let is_reported = target.broken
            || self.index.doubled.contains(&page)
            || self.index.glossary_is_broken && target.kind == DocumentKind::Glossary;
        if is_reported || has_heading(target, anchor) || self.has_record(target, anchor) {
            return Ok(());
        }
        let anchors = self.anchors(page);
        let help = crate::diagnostic::did_you_mean(anchor, anchors.iter().map(String::as_str))
            .unwrap_or_else(|| match anchors.is_empty() {
                true => format!("`{}` has no anchors; link to the page", target.path),
                false => format!(
                    "anchors there are: {}",
                    anchors.iter().take(12).cloned().collect::<Vec<_>>().join(", ")
                ),
            });
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

    fn anchors(&self, page: usize) -> Vec<String> {
        let own = &self.evidence.pages[page];
        let mut anchors: Vec<String> = own.body.headings.iter().map(|heading| heading.id.clone()).collect();
        anchors.extend(own.body.anchors.iter().cloned());
        let records = self.index.records.get(&own.id).into_iter().flat_map(Records::iter);
        let mut of_records: Vec<String> =
            records.map(|(_, record)| self.evidence.record_anchor(record)).collect();
        of_records.sort();
        anchors.extend(of_records);
        if own.kind == DocumentKind::Glossary {
            anchors.extend(self.evidence.terms.iter().map(|term| term.id.clone()));
        }
        anchors
    }
}

fn has_heading(page: &Page, anchor: &str) -> bool {
    page.body.headings.iter().any(|heading| heading.id == anchor)
        || page.body.anchors.iter().any(|id| id == anchor)
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

fn no_resource(typed: &str, source: &SourcePath) -> Miss {
    let what = if source.extension() == "md" { "which is a page" } else { "which is not published" };
    Miss {
        rule: &rules::MISSING_ASSET,
        message: format!("`{typed}` leads to `{source}`, {what}, where a picture or another file belongs"),
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
