//! What all pages share: `site` in a template.

use crate::config::Logo;
use crate::path::UrlPath;
use crate::plan::{DataFile, MOST_IN_FOOTER, sections};
use crate::render::Model;
use crate::render::urls::Urls;
use crate::render::view::{Counts, Html, Licence, LogoView, MenuItem, SiteView};
use crate::render::words::Words;
use std::collections::BTreeMap;

/// `site` in a template.
pub(in crate::render) fn site_view(model: Model<'_>, words: &Words, plain_pages: &[usize]) -> SiteView {
    let Model { config, plan, .. } = model;
    let urls = Urls::new(&config.base);
    let file = |path: &str| plan.file(path).map_or_else(String::new, |url| urls.href(url));
    let machine = |path: &str| urls.href(&UrlPath::new(path));
    SiteView {
        title: config.title.clone(),
        description: config.description.clone(),
        language: config.language.clone(),
        home: urls.href(&UrlPath::new("/")),
        origin: urls.origin().to_owned(),
        authors: config.authors.clone(),
        licence: config.licence.clone().map(|(name, url)| Licence { name, url }),
        menu: menu(model, words),
        footer: footer(model, words, plain_pages),
        counts: counts(model),
        stylesheet: file("static/style.css"),
        highlight_stylesheet: plan
            .highlight_stylesheet
            .as_ref()
            .map_or_else(String::new, |url| urls.href(url)),
        icon: file("static/icon.svg"),
        stylesheets: stylesheets(model),
        scripts: config.theme.scripts.iter().filter_map(|(_, name)| own_file(model, name)).collect(),
        logo: config.theme.logo.as_ref().and_then(|logo| logo_view(model, logo)),
        files: files(model),
        feed: if config.base.is_whole() { machine("/feed.xml") } else { String::new() },
        statistics_csv: machine(DataFile::StatisticsCsv.path()),
        statistics_json: machine(DataFile::StatisticsJson.path()),
        findings_json: machine(DataFile::FindingsJson.path()),
        generator: concat!("cscare-site ", env!("CARGO_PKG_VERSION")).to_owned(),
        head_html: Html::default(),
        header_html: Html::default(),
        footer_html: Html::default(),
    }
}

/// The stylesheet of the settings, then those that they name.
fn stylesheets(model: Model<'_>) -> Vec<String> {
    let of_settings = model.plan.theme_stylesheet.iter().map(|url| Urls::new(&model.config.base).href(url));
    let own = model.config.theme.stylesheets.iter().filter_map(|(_, name)| own_file(model, name));
    of_settings.chain(own).collect()
}

fn logo_view(model: Model<'_>, logo: &Logo) -> Option<LogoView> {
    Some(LogoView { url: own_file(model, &logo.file)?, alt: logo.alt.clone() })
}

/// The address of a file of `static/`; the settings that name one which is not there were told of.
fn own_file(model: Model<'_>, name: &str) -> Option<String> {
    model.plan.file(&["static/", name].concat()).map(|url| Urls::new(&model.config.base).href(url))
}

/// The addresses of all files of `static/`, which only templates of the author's own ask for.
fn files(model: Model<'_>) -> BTreeMap<String, String> {
    let sources = model.sources;
    if sources.below("templates").all(|path| sources.is_bundled(path)) {
        return BTreeMap::new();
    }
    let names = sources.below("static").filter_map(|path| path.as_str().strip_prefix("static/"));
    names.filter_map(|name| Some((name.to_owned(), own_file(model, name)?))).collect()
}

fn menu(model: Model<'_>, words: &Words) -> Vec<MenuItem> {
    let urls = Urls::new(&model.config.base);
    let items = sections(model.plan).into_iter();
    items
        .map(|(key, url)| MenuItem {
            section: key.to_owned(),
            label: words.get(&format!("section_{key}")).to_owned(),
            url: urls.href(&url),
        })
        .collect()
}

/// Plain pages, or the first of them and the list of all; and the methodology.
fn footer(model: Model<'_>, words: &Words, plain_pages: &[usize]) -> Vec<MenuItem> {
    let urls = Urls::new(&model.config.base);
    let methodology = MenuItem {
        section: "methodology".to_owned(),
        label: words.get("section_methodology").to_owned(),
        url: urls.href(&UrlPath::new("/methodology/")),
    };
    let all = model.plan.plain_list.as_ref().map(|list| MenuItem {
        section: list.section().to_owned(),
        label: words.get("section_pages").to_owned(),
        url: urls.href(list),
    });
    let shown = if all.is_some() { MOST_IN_FOOTER } else { plain_pages.len() };
    let pages = plain_pages.iter().take(shown).map(|page| MenuItem {
        section: model.plan.addresses[*page].section().to_owned(),
        label: model.evidence.pages[*page].title.text(),
        url: urls.href(&model.plan.addresses[*page]),
    });
    pages.chain(all).chain([methodology]).collect()
}

/// How many records there are.
pub(super) fn counts(model: Model<'_>) -> Counts {
    let evidence = model.evidence;
    let derived = evidence.statistics.iter().filter(|statistic| statistic.formula.is_some()).count();
    Counts {
        reports: evidence.reports.len(),
        coverage: evidence.coverage.len(),
        statistics: evidence.statistics.len() - derived,
        derived,
        tellings: evidence.coverage.iter().map(|coverage| coverage.tells.len()).sum(),
        findings: evidence.findings.len(),
        topics: evidence.topics.len(),
        measures: evidence.measures.len(),
        terms: evidence.terms.len(),
        recommendations: evidence.recommendations.len(),
        claims: evidence.claims.len(),
        bound_numbers: model.graph.bound_numbers,
    }
}
