//! Addresses that became others where an expression and what a template has behind it meet: `{{ site.home }}/reports/` is
//! `//reports/`, which is the page of another host.

use super::PrintedSite;
use super::fault::{FaultPart, PageFault};
use crate::address::parts;
use crate::diagnostic::rules;
use crate::document::raw_html::whole::PrintedAddress;
use crate::path::OutputPath;

/// What is wrong with an address if an expression ends before what cannot follow it. Only its template can tell.
pub(super) fn at_fault(
    site: PrintedSite<'_>,
    page: &OutputPath,
    address: &PrintedAddress,
) -> Option<PageFault> {
    let text = address.text.as_str();
    let (behind, said) = behind_origin(site, text).or_else(|| behind_slash(site, text))?;
    let rule = if address.is_resource { &rules::MISSING_ASSET } else { &rules::BROKEN_LINK };
    Some(PageFault::on(page, rule, FaultPart::Seam, behind, said))
}

type SeamText = (String, String);

/// `{{ site.origin }}reports/`.
fn behind_origin<'t>(site: PrintedSite<'_>, text: &'t str) -> Option<(&'t str, SeamText)> {
    let origin = Some(site.config.base.origin.as_str()).filter(|origin| !origin.is_empty())?;
    let behind = text.strip_prefix(origin).filter(|behind| !behind.is_empty())?;
    if behind.starts_with(['/', '?', '#', ':', '.']) {
        return None;
    }
    let help = format!(
        "`site.origin` has no slash at its end: write `{{{{ site.origin }}}}{{{{ site.home }}}}{behind}`"
    );
    Some((behind, (leads_to_host(text), help)))
}

/// `{{ site.home }}/reports/`.
fn behind_slash<'t>(site: PrintedSite<'_>, text: &'t str) -> Option<(&'t str, SeamText)> {
    let base = &site.config.base;
    let inside = text.strip_prefix(base.origin.as_str()).unwrap_or(text);
    let behind = inside.strip_prefix(base.path.as_str()).filter(|behind| behind.starts_with('/'))?;
    let message = match text.starts_with("//") {
        true => leads_to_host(text),
        false => format!("`{text}` has two slashes, which is another address than with one"),
    };
    let rest = behind.trim_start_matches('/');
    let help = format!(
        "`site.home`, like the address of a page, ends with a slash: write `{{{{ site.home }}}}{rest}`"
    );
    Some((behind, (message, help)))
}

fn leads_to_host(text: &str) -> String {
    let (_, behind) = text.split_once("//").unwrap_or_default();
    let (host, _) = parts(behind);
    let host = host.split('/').next().unwrap_or_default();
    format!("`{text}` leads to another host, `{host}`, and not into this site")
}
