//! What published stylesheets name. A stylesheet whose files have other addresses than it says is written anew, and its own
//! address changes with theirs.

use super::Planner;
use super::assets::{below, fingerprinted, is_kept_for_ever};
use super::named::NamedFiles;
use crate::address::parts;
use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::document::css;
use crate::document::markdown::classify_resource;
use crate::document::prose::Target;
use crate::document::schemes::{is_of_host, refused, said_of_host, unusual_of_resource};
use crate::graph::resolve::Resolver;
use crate::path::{SourcePath, UrlPath};
use crate::span::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// A file that a stylesheet names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The bytes of the stylesheet that name it.
    pub range: Range<usize>,
    /// The file.
    pub file: SourcePath,
    /// The query and the anchor behind its address.
    pub rest: String,
    /// Whether the address is right as it was typed.
    pub is_right: bool,
}

/// The files that a stylesheet names, and what is wrong with its addresses.
pub(super) fn references(
    resolver: Resolver<'_>,
    config: &SiteConfig,
    path: &SourcePath,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Reference> {
    let bytes = resolver.sources.bytes(path).unwrap_or_default();
    // What is no text is published all the same, as it is.
    let text = str::from_utf8(&bytes).unwrap_or_default();
    let mut references = Vec::new();
    for css::StylesheetAddress { range, text } in css::addresses(text) {
        let place = || Place::span(path, Span::new(range.start, range.end));
        let own =
            config.base.own(&text).and_then(|own| own.strip_prefix(config.base.path.trim_end_matches('/')));
        let Some(Target::Image(typed)) = classify_resource(own.unwrap_or(&text)) else {
            let scheme = unusual_of_resource(&text).filter(|scheme| !config.allows(scheme));
            let is_foreign = scheme.is_none() && is_of_host(&text);
            diagnostics.extend(scheme.map(|scheme| refused(place(), &scheme)));
            diagnostics.extend(is_foreign.then(|| {
                let (message, help) = said_of_host(&text);
                Diagnostic::new(&rules::FOREIGN_HOST, place(), message).help(help)
            }));
            continue;
        };
        match resolver.resource(path, &typed) {
            Ok((file, rest)) => {
                let is_asked_for = path.join(&parts(&typed).0).as_ref() == Some(&file);
                // One from the root on lacks the path of the site.
                let is_right = !typed.starts_with('/')
                    && is_asked_for
                    && is_of_static(path)
                    && is_of_static(&file)
                    && !is_kept_for_ever(&file);
                references.push(Reference { range, file, rest, is_right });
            }
            Err(miss) => {
                diagnostics.push(Diagnostic::new(miss.rule, place(), miss.message).help(miss.help));
            }
        }
    }
    references
}

/// Whether a file lies at the same place of the site as of the sources, seen from another such file.
fn is_of_static(path: &SourcePath) -> bool {
    path.as_str().starts_with("static/")
}

/// Addresses of stylesheets that are known, or asked for.
#[derive(Default)]
pub(super) struct Addresses {
    known: BTreeMap<SourcePath, UrlPath>,
    open: Vec<SourcePath>,
}

impl Planner<'_> {
    /// The address of a stylesheet, when those of all other files are planned.
    pub(super) fn stylesheet_address(
        &self,
        path: &SourcePath,
        named: &NamedFiles,
        addresses: &mut Addresses,
    ) -> Result<UrlPath, Diagnostic> {
        if let Some(url) = addresses.known.get(path) {
            return Ok(url.clone());
        }
        let mut bytes = self.sources.bytes(path)?.into_owned();
        addresses.open.push(path.clone());
        for Reference { file, .. } in named.stylesheets[path].iter().filter(|reference| !reference.is_right) {
            if !named.stylesheets.contains_key(file) {
                bytes.extend(self.plan.files.get(file).into_iter().flat_map(|url| url.as_str().bytes()));
            } else if !addresses.open.contains(file)
                && let Ok(url) = self.stylesheet_address(file, named, addresses)
            {
                bytes.extend(url.as_str().bytes());
            }
        }
        addresses.open.pop();
        let name = below(path);
        let keeps_name = named.is_by_template(path);
        let url = UrlPath::new(&if keeps_name { name.to_owned() } else { fingerprinted(name, &bytes) });
        addresses.known.insert(path.clone(), url.clone());
        Ok(url)
    }

    /// Keeps what is needed to write stylesheets anew.
    pub(super) fn keep_rewritten(&mut self, stylesheets: BTreeMap<SourcePath, Vec<Reference>>) {
        let is_rewritten = |references: &[Reference]| references.iter().any(|reference| !reference.is_right);
        let kept = stylesheets.into_iter().filter(|(_, references)| is_rewritten(references));
        self.plan.stylesheets = kept.collect();
    }
}
