//! Where an address on a printed page leads.

use super::{PrintedSite, seam};
use crate::address::{decoded, is_external, parts, scheme};
use crate::diagnostic::{Rule, nearest, rules};
use crate::document::raw_html::whole::PrintedAddress;
use crate::document::schemes;
use crate::path::{OutputPath, UrlPath};
use crate::plan::Item;

/// The page that servers show at every address at which there is nothing.
const NOT_FOUND: &str = "404.html";

/// Where an address leads.
pub(super) enum Lead {
    /// To a page or file of this site.
    Somewhere,
    /// To another site, which is not asked.
    Elsewhere,
    /// To this anchor of this page, which is known when all pages are read.
    ToAnchor(OutputPath, String),
    /// To nothing.
    Nowhere { rule: &'static Rule, message: String, help: String },
}

/// Where an address on the page at `from` leads.
pub(super) fn follow(site: PrintedSite<'_>, from: &OutputPath, address: &PrintedAddress) -> Lead {
    let text = address.text.as_str();
    if let Some(scheme) = &address.scheme {
        return of_scheme(site, scheme);
    }
    if text.is_empty() {
        let help =
            "give it an address, or leave it out where there is none: `{% if address %} … {% endif %}`";
        return nowhere(address, "an address is empty here".to_owned(), help.to_owned());
    }
    if matches!(scheme(text).as_deref(), Some("stat" | "term")) {
        return nowhere(
            address,
            format!("`{text}` means nothing in a template, since only Markdown is read"),
            "write the address of the page, such as `{{ statistic.url }}`".to_owned(),
        );
    }
    // Where an expression ends before the second one, its template is told.
    let is_told = || seam::at_fault(site, from, address).is_some();
    if let Some(one) = slash_too_many(text).filter(|_| !is_told()) {
        let message =
            format!("`{text}` begins with two slashes, and is an address of another host for browsers");
        return nowhere(address, message, format!("begin it with one: `{one}`"));
    }
    let inside = match is_external(text) {
        true => site.config.base.own(text),
        false => Some(text),
    };
    let Some(inside) = inside else { return Lead::Elsewhere };
    let (path, rest) = parts(inside);
    let anchor = rest.split_once('#').map_or("", |(_, anchor)| anchor);
    if from.as_str() == NOT_FOUND && !path.is_empty() && !path.starts_with('/') {
        return anywhere(address);
    }
    let target = match path.strip_prefix('/') {
        _ if path.is_empty() => from.clone(),
        None => UrlPath::new(&beside(from, &path)).output(),
        Some(_) => match path.strip_prefix(site.config.base.path.as_str()) {
            Some(inner) => UrlPath::new(inner).output(),
            None => return beyond(site, address),
        },
    };
    match site.plan.items.get(&target) {
        None if is_of_broken(site, &target) => Lead::Elsewhere,
        None => missing(site, address, &target),
        Some(Item::Page(_) | Item::Redirect(_)) if is_anchor(anchor) => {
            Lead::ToAnchor(target, decoded(anchor).into_owned())
        }
        Some(Item::File(file)) if is_anchor(anchor) && file.extension() == "svg" => {
            Lead::ToAnchor(target, decoded(anchor).into_owned())
        }
        Some(_) => Lead::Somewhere,
    }
}

/// An address without its first slash, where what stands behind two of them can be no host: it has no dot and no port.
fn slash_too_many(text: &str) -> Option<&str> {
    let behind = text.strip_prefix("//")?;
    let host = behind.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.contains(['.', ':', '[', '%']) || host.eq_ignore_ascii_case("localhost");
    (!host.is_empty() && !is_host).then(|| &text[1..])
}

/// Whether an address leads to another host.
pub(super) fn is_foreign(site: PrintedSite<'_>, text: &str) -> bool {
    schemes::is_of_host(text) && site.config.base.own(text).is_none()
}

/// Whether a document that could not be read belongs there.
fn is_of_broken(site: PrintedSite<'_>, target: &OutputPath) -> bool {
    let mut pages = site.plan.addresses.iter().zip(&site.evidence.pages).filter(|(_, page)| page.broken);
    pages.any(|(url, _)| url.output() == *target)
}

/// Whether an anchor is the id of something; `#top`, a passage of text and a part of a picture are not.
fn is_anchor(anchor: &str) -> bool {
    !anchor.is_empty() && anchor != "top" && !anchor.starts_with(":~:") && !anchor.contains(['(', '='])
}

fn of_scheme(site: PrintedSite<'_>, scheme: &str) -> Lead {
    if site.config.allows(scheme) {
        return Lead::Elsewhere;
    }
    let (message, help) = schemes::said(scheme);
    Lead::Nowhere { rule: &rules::UNUSUAL_SCHEME, message, help }
}

fn nowhere(address: &PrintedAddress, message: String, help: String) -> Lead {
    let rule = if address.is_resource { &rules::MISSING_ASSET } else { &rules::BROKEN_LINK };
    Lead::Nowhere { rule, message, help }
}

/// What is said of an address outside of the folder that the site is published in.
fn beyond(site: PrintedSite<'_>, address: &PrintedAddress) -> Lead {
    let (text, base) = (&address.text, &site.config.base.path);
    let message = format!("`{text}` leads out of this site, which is published below `{base}`");
    nowhere(
        address,
        message,
        format!("begin with the site's own address: `{{{{ site.home }}}}{}`", text.trim_start_matches('/')),
    )
}

/// What is said of a relative address on a page that is shown at any depth.
fn anywhere(address: &PrintedAddress) -> Lead {
    let text = &address.text;
    let message = format!(
        "`{text}` leads elsewhere each time, since this page is shown at every address that does not exist"
    );
    let help = format!(
        "begin with the site's own address: `{{{{ site.home }}}}{}`",
        text.trim_start_matches(['.', '/'])
    );
    nowhere(address, message, help)
}

/// What is said of an address at which there is nothing.
fn missing(site: PrintedSite<'_>, address: &PrintedAddress, target: &OutputPath) -> Lead {
    let text = &address.text;
    let in_folder = OutputPath::new(&[target.as_str(), "/index.html"].concat());
    let fingerprinted = || {
        let source = crate::path::SourcePath::new(&["static/", target.as_str()].concat());
        site.plan.files.contains_key(&source).then(|| {
            format!("its name changes with what it holds: write `{{{{ site.files[\"{target}\"] }}}}`")
        })
    };
    let near = || {
        let known = site.plan.items.keys().map(self::address).collect::<Vec<_>>();
        let near = nearest(&self::address(target), known.iter().map(String::as_str))?;
        // A template writes the folder that the site is published in before it.
        let near = match site.config.base.path.as_str() {
            "/" => near.to_owned(),
            _ => format!("{{{{ site.home }}}}{}", near.trim_start_matches('/')),
        };
        Some(format!("did you mean `{near}`?"))
    };
    let help = match site.plan.items.contains_key(&in_folder) {
        true => Some(format!("put a slash at its end: `{text}/`")),
        false => fingerprinted().or_else(near),
    };
    let help = help.unwrap_or_else(|| match address.is_resource {
        true => format!("put the file into static/ as `{target}`, or mend the address"),
        false => "mend the address, or take the link out".to_owned(),
    });
    nowhere(address, format!("`{text}` is no address of this site"), help)
}

/// The path that a relative address means on a page.
fn beside(from: &OutputPath, path: &str) -> String {
    let folder = from.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut whole: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let (parts, last) = path.rsplit_once('/').map_or(("", path), |(parts, last)| (parts, last));
    for part in parts.split('/').chain([last]) {
        match part {
            "" | "." => {}
            ".." => drop(whole.pop()),
            name => whole.push(name),
        }
    }
    let slash = if matches!(last, "" | "." | "..") { "/" } else { "" };
    [&whole.join("/"), slash].concat()
}

/// The address at which a reader asks for a file, without the base path.
pub(super) fn address(path: &OutputPath) -> String {
    format!("/{}", path.as_str().strip_suffix("index.html").unwrap_or(path.as_str()))
}

#[cfg(test)]
mod tests {
    use super::beside;
    use crate::path::OutputPath;

    #[test]
    fn relative_addresses_are_read_as_browsers_do() {
        let from = OutputPath::new("reports/a/index.html");
        for (typed, meant) in [
            ("b.png", "reports/a/b.png"),
            ("../b/", "reports/b/"),
            ("..", "reports/"),
            ("../../../x", "x"),
            ("./", "reports/a/"),
            ("", "reports/a/"),
        ] {
            assert_eq!(beside(&from, typed), meant, "{typed}");
        }
        assert_eq!(beside(&OutputPath::new("404.html"), "x/"), "x/");
    }
}
