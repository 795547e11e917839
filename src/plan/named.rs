//! Which files among the content are published: those that a page, a stylesheet or a template names. Of the others their
//! author is told, unless a draft names them, which is published later.

use super::addressed;
use super::assets::below;
use super::stylesheets::{Reference, references};
use crate::address::decoded;
use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Place, rules};
use crate::document::prose::Target;
use crate::evidence::Evidence;
use crate::evidence::record::Page;
use crate::graph::resolve::Resolver;
use crate::graph::{Graph, addresses, prose};
use crate::path::SourcePath;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The files that are named, and by what.
#[derive(Default)]
pub(super) struct NamedFiles {
    /// By pages and stylesheets, in which the program writes their addresses.
    linked: BTreeSet<SourcePath>,
    /// By templates and data of the author's own, which know nothing of a file but its name.
    by_template: BTreeSet<SourcePath>,
    /// Published stylesheets, and the files that they name.
    pub stylesheets: BTreeMap<SourcePath, Vec<Reference>>,
    pub diagnostics: Vec<Diagnostic>,
}

impl NamedFiles {
    /// What a site names.
    pub fn of(resolver: Resolver<'_>, config: &SiteConfig, graph: &Graph) -> Self {
        let mut named = Self::default();
        named.linked.extend(graph.pages.iter().flat_map(|page| &page.targets.files).cloned());
        let evidence = resolver.evidence;
        named.by_template.extend(evidence.pages.iter().flat_map(|page| in_data(resolver, page)));
        named.read_templates(resolver, config);
        named.read_stylesheets(resolver, config);
        // Where a page cannot be read, what it names is not known.
        if !evidence.pages.iter().any(|page| page.broken) {
            named.tell_unused(resolver);
        }
        named
    }

    /// Whether a file is published for being named.
    pub fn is_named(&self, path: &SourcePath) -> bool {
        self.linked.contains(path) || self.is_by_template(path)
    }

    /// Whether a file keeps its name, since a template writes its address.
    pub fn is_by_template(&self, path: &SourcePath) -> bool {
        self.by_template.contains(path)
    }

    /// Looks for the addresses of files that nothing has named so far.
    fn read_templates(&mut self, resolver: Resolver<'_>, config: &SiteConfig) {
        let sources = resolver.sources;
        let files: Vec<&SourcePath> = files(resolver).filter(|path| !self.is_named(path)).collect();
        if files.is_empty() {
            return;
        }
        let own: Vec<String> = sources.own_templates().filter_map(|path| sources.text(path).ok()).collect();
        let addressed = addressed::paths(&own, &config.base);
        let found = files.into_iter().filter(|path| addressed.contains(below(path)));
        self.by_template.extend(found.cloned());
    }

    /// Follows stylesheets to what they name, which may be stylesheets among the content.
    fn read_stylesheets(&mut self, resolver: Resolver<'_>, config: &SiteConfig) {
        // The bundled stylesheet names nothing.
        let in_static = resolver.sources.below("static").filter(|path| !resolver.sources.is_bundled(path));
        let named = self.linked.iter().chain(&self.by_template);
        let mut waiting: Vec<SourcePath> =
            in_static.chain(named).filter(|path| is_stylesheet(path)).cloned().collect();
        while let Some(path) = waiting.pop() {
            if self.stylesheets.contains_key(&path) {
                continue;
            }
            let found = references(resolver, config, &path, &mut self.diagnostics);
            let files = found.iter().map(|reference| &reference.file);
            waiting.extend(files.clone().filter(|file| is_stylesheet(file)).cloned());
            self.linked.extend(files.filter(|file| is_among_content(file)).cloned());
            self.stylesheets.insert(path, found);
        }
    }

    /// Tells of every file that is left out.
    fn tell_unused(&mut self, resolver: Resolver<'_>) {
        let of_drafts = resolver.evidence.drafts.as_deref().map(|drafts| of_drafts(resolver, drafts));
        let of_drafts = of_drafts.unwrap_or_default();
        let unused = files(resolver).filter(|path| !self.is_named(path) && !of_drafts.contains(*path));
        let told: Vec<Diagnostic> = unused.map(told_unused).collect();
        self.diagnostics.extend(told);
    }
}

/// Everything among the content that is no text of a page.
fn files(resolver: Resolver<'_>) -> impl Iterator<Item = &SourcePath> {
    resolver.sources.below("content").filter(|path| path.extension() != "md")
}

fn is_among_content(path: &SourcePath) -> bool {
    path.as_str().starts_with("content/")
}

fn is_stylesheet(path: &SourcePath) -> bool {
    path.extension() == "css"
}

/// The files that drafts name.
fn of_drafts(resolver: Resolver<'_>, drafts: &Evidence) -> BTreeSet<SourcePath> {
    let mut named = BTreeSet::new();
    for (place, page) in drafts.pages.iter().enumerate() {
        let in_prose = prose::of_page(drafts, place).into_iter().flat_map(|prose| &prose.holes);
        named.extend(in_prose.filter_map(|hole| file(resolver, page, &hole.target)));
        named.extend(addresses::links(drafts, place).filter_map(|link| file(resolver, page, &link.target)));
        named.extend(in_data(resolver, page));
    }
    named
}

/// The file that a link of a draft leads to.
fn file(resolver: Resolver<'_>, page: &Page, target: &Target) -> Option<SourcePath> {
    match target {
        Target::Image(typed) => resolver.resource(&page.path, typed).ok().map(|(file, _)| file),
        Target::File { path, .. } => page.path.join(path),
        Target::Address(_)
        | Target::Anchor(_)
        | Target::Statistic { .. }
        | Target::Term(_)
        | Target::Table(_) => None,
    }
}

/// The files among the content that the data of a page names, from its own folder or from that of the content.
fn in_data(resolver: Resolver<'_>, page: &Page) -> Vec<SourcePath> {
    let mut texts = Vec::new();
    gather_texts(&page.extra, &mut texts);
    let meant = texts.into_iter().flat_map(|text| {
        let text = decoded(text);
        // A word is no name of a file.
        if !text.contains('.') {
            return [None, None];
        }
        [page.path.join(&text), Some(SourcePath::new(&["content/", text.trim_start_matches('/')].concat()))]
    });
    let is_file = |path: &SourcePath| {
        is_among_content(path) && path.extension() != "md" && resolver.sources.contains(path)
    };
    meant.flatten().filter(is_file).collect()
}

fn gather_texts<'v>(value: &'v Value, texts: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(items) => items.iter().for_each(|item| gather_texts(item, texts)),
        Value::Object(fields) => fields.values().for_each(|item| gather_texts(item, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn told_unused(path: &SourcePath) -> Diagnostic {
    let help = match path.extension().as_str() {
        "markdown" | "mdown" | "mkd" | "mkdn" | "mdx" | "mdwn" => {
            format!("if it is to be a page, name it `{}.md`", path.stem())
        }
        "html" | "htm" | "xhtml" => {
            "a page is written in Markdown, in a file that ends in `.md`; to publish this one as it is, put it into `static/`"
                .to_owned()
        }
        _ => "link to it from a page; put it into `static/` to publish it in any case; or keep it outside of `content/`"
            .to_owned(),
    };
    let message = "nothing links to this file; it is left out";
    Diagnostic::new(&rules::UNUSED_FILE, Place::file(path), message).help(help)
}
