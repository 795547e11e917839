//! Links that begin with a slash: only the plan knows whether they lead to something.

use super::{Item, NEEDS_WHOLE_ADDRESSES, Plan, View};
use crate::address::decoded;
use crate::diagnostic::{Diagnostic, Names, Place, rules};
use crate::document::kind::DocumentKind;
use crate::document::prose::{Hole, Target};
use crate::evidence::Evidence;
use crate::graph::resolve::{Miss, Resolved, Resolver};
use crate::graph::{Graph, addresses, prose};
use crate::path::{OutputPath, UrlPath};
use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use std::sync::OnceLock;

/// Addresses in prose must be addresses of this site, and their anchors must be there.
#[must_use]
pub fn check_addresses(plan: &Plan, graph: &Graph, resolver: Resolver<'_>) -> Vec<Diagnostic> {
    let evidence = resolver.evidence;
    let checker = LinkChecker { plan, evidence, resolver, known: OnceLock::new() };
    let pages = (0..graph.pages.len()).filter(|page| graph.pages[*page].targets.has_addresses);
    let found = pages.collect::<Vec<_>>().into_par_iter().flat_map_iter(|page| {
        let holes = prose::of_page(evidence, page).into_iter().flat_map(|prose| &prose.holes);
        let in_prose = holes.filter_map(|hole| checker.check(page, hole));
        let in_fields = addresses::links(evidence, page).filter_map(|link| checker.check(page, &link));
        in_prose.chain(in_fields).collect::<Vec<_>>()
    });
    found.collect()
}

struct LinkChecker<'a> {
    plan: &'a Plan,
    evidence: &'a Evidence,
    resolver: Resolver<'a>,
    /// All addresses, for suggestions.
    known: OnceLock<Names>,
}

impl LinkChecker<'_> {
    fn check(&self, page: usize, hole: &Hole) -> Option<Diagnostic> {
        let Target::Address(typed) = &hole.target else { return None };
        let Ok(Some(Resolved::Address(url, rest))) = self.resolver.resolve(page, &hole.target) else {
            return None;
        };
        let miss = self.follow(typed, &url, &rest).err()?;
        let place = Place { file: self.evidence.pages[page].path.clone(), spot: hole.spot.clone() };
        Some(Diagnostic::new(miss.rule, place, miss.message).help(miss.help))
    }

    /// Whether something stands at an address: as typed, and as it was read.
    fn follow(&self, typed: &str, url: &UrlPath, rest: &str) -> Result<(), Miss> {
        let anchor = rest.split_once('#').map_or("", |(_, anchor)| anchor);
        match self.plan.items.get(&url.output()) {
            Some(Item::Page(view)) if !anchor.is_empty() => self.check_anchor(*view, url.as_str(), anchor),
            Some(_) => Ok(()),
            None => Err(Miss {
                rule: &rules::BROKEN_LINK,
                message: format!("`{typed}` is no address of this site"),
                help: self.help(url.as_str()),
                meant: None,
                page: None,
            }),
        }
    }

    fn help(&self, wanted: &str) -> String {
        if NEEDS_WHOLE_ADDRESSES.contains(&wanted) {
            return "set `base_url` in site.toml: this file needs whole addresses".to_owned();
        }
        let known = self.known.get_or_init(|| self.published());
        known
            .did_you_mean(wanted)
            .unwrap_or_else(|| "link to the page's source file, such as `../reports/name.md`".to_owned())
    }

    fn check_anchor(&self, view: View, address: &str, anchor: &str) -> Result<(), Miss> {
        let anchor = decoded(anchor);
        if view == View::Rules && rules::ALL.iter().any(|rule| rule.code == anchor) {
            return Ok(());
        }
        match self.document_of(view, address) {
            Some(page) => self.resolver.check_anchor(page, &anchor),
            None => Err(Miss {
                rule: &rules::BROKEN_ANCHOR,
                message: format!("`{address}` has no anchor `#{anchor}`"),
                help: "the program makes this page; link to it as a whole".to_owned(),
                meant: None,
                page: None,
            }),
        }
    }

    /// The document whose text a page shows.
    fn document_of(&self, view: View, address: &str) -> Option<usize> {
        let evidence = self.evidence;
        match view {
            View::Home => evidence.page_of_kind(DocumentKind::Home),
            View::Report(report) => Some(evidence.reports[report].page),
            View::Coverage(coverage) => Some(evidence.coverage[coverage].page),
            View::Finding(finding) => Some(evidence.findings[finding].page),
            View::Topic(topic, _) => Some(evidence.topics[topic]),
            View::Measure(measure, _) => Some(evidence.measures[measure].page),
            View::Glossary => evidence.page_of_kind(DocumentKind::Glossary),
            View::Methodology => evidence.page_of_kind(DocumentKind::Methodology),
            View::List(..) => (0..evidence.pages.len()).find(|page| {
                evidence.pages[*page].kind == DocumentKind::Introduction
                    && self.plan.addresses[*page].as_str() == address
            }),
            View::Plain(page) => Some(page),
            View::Rules
            | View::Recommendations(_)
            | View::Pages(_)
            | View::Tags
            | View::Tag(..)
            | View::NotFound => None,
        }
    }

    /// Every address at which a reader finds something.
    fn published(&self) -> Names {
        let addresses: Vec<String> = self.plan.items.keys().map(published).collect();
        Names::of(addresses.iter().map(String::as_str))
    }
}

/// The address at which a reader asks for a file.
pub(super) fn published(path: &OutputPath) -> String {
    format!("/{}", path.as_str().strip_suffix("index.html").unwrap_or(path.as_str()))
}
