//! Which addresses lead to something that a program other than the browser opens, or that runs in the page itself.

use crate::address::{USUAL_SCHEMES, as_followed, is_embedded, names_host, scheme};
use crate::diagnostic::{Diagnostic, Place, did_you_mean, rules};

/// Stands for the scheme of an address that names a host and none.
pub const NO_SCHEME: &str = "//";

/// What an author may have meant.
const KNOWN: [&str; 6] = ["http", "https", "mailto", "tel", "stat", "term"];

/// The scheme of a link's address, unless every site may link to such.
#[must_use]
pub fn unusual(address: &str) -> Option<String> {
    // Two slashes that look like none, or lean the other way, are no slip.
    if names_host(address) && !address.trim_start().starts_with("//") {
        return Some(NO_SCHEME.to_owned());
    }
    let scheme = scheme(address)?;
    match USUAL_SCHEMES.contains(&scheme.as_str()) {
        true => leads_nowhere(address, &scheme).then(|| scheme + ":"),
        // An empty frame.
        false => Some(scheme).filter(|_| as_followed(address) != "about:blank"),
    }
}

/// Whether nothing that a usual scheme could lead to stands behind it: no host, no mailbox, no number.
fn leads_nowhere(address: &str, scheme: &str) -> bool {
    let followed = as_followed(address);
    let rest = &followed[scheme.len() + 1..];
    match scheme {
        "http" | "https" => {
            rest.strip_prefix("//").is_none_or(|host| host.is_empty() || host.starts_with(['/', '?', '#']))
        }
        _ => rest.trim().is_empty(),
    }
}

/// The same of a picture's address, which may be the picture itself.
#[must_use]
pub fn unusual_of_resource(address: &str) -> Option<String> {
    let is_shown = |scheme: &String| matches!(scheme.as_str(), "http" | "https");
    let unshown =
        || scheme(address).filter(|scheme| USUAL_SCHEMES.contains(&scheme.as_str()) && !is_shown(scheme));
    unusual(address).or_else(|| unshown().map(|scheme| scheme + ":")).filter(|_| !is_embedded(address))
}

/// That a page loads something from another host.
#[must_use]
pub fn said_of_host(address: &str) -> (String, String) {
    let host = as_followed(address);
    let host = host.split_once("//").map_or(&*host, |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let message = format!("readers' browsers load this from another host, `{host}`");
    let help = "put a copy of it into static/ and name that, `{{ site.files[\"name\"] }}` in a template; then the page is whole by \
                itself, and nobody else learns who reads it";
    (message, help.to_owned())
}

/// Whether an address leads to another host by a usual scheme, or by none.
#[must_use]
pub fn is_of_host(address: &str) -> bool {
    match scheme(address) {
        Some(scheme) => matches!(&*scheme, "http" | "https"),
        None => names_host(address),
    }
}

/// That an address has a scheme which this site does not link to.
#[must_use]
pub fn refused(place: Place, scheme: &str) -> Diagnostic {
    let (message, help) = said(scheme);
    Diagnostic::new(&rules::UNUSUAL_SCHEME, place, message).help(help)
}

/// What is said of a scheme, and what to do.
#[must_use]
pub fn said(scheme: &str) -> (String, String) {
    if scheme == NO_SCHEME {
        let message = "for browsers this address begins with two slashes, and leads to another site";
        let help =
            "begin it with `https://` if that is meant, and with one slash for a page or file of this site";
        return (message.to_owned(), help.to_owned());
    }
    if scheme.ends_with(':') {
        let message = format!("`{scheme}` leads to nothing here that can be followed or shown");
        let help = "write a whole address, such as `https://example.org/page`, or the path of a file";
        return (message, help.to_owned());
    }
    let help = match scheme.len() {
        1 => "a path on your own disk leads nowhere for readers; put the file into `static/` and link to it".to_owned(),
        _ => did_you_mean(scheme, KNOWN).unwrap_or_else(|| {
            format!(
                "link to an address that begins with `https://`; if readers are to follow this one all the same, set \
                 `schemes = [\"{scheme}\"]` under `[markdown]` in site.toml"
            )
        }),
    };
    (format!("`{scheme}:` is no scheme that this site links to"), help)
}
