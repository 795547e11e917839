//! HTTP: statuses, headers and bytes.

use super::find::FoundAnswer;
use super::gate::RequestRefusal;
use super::media::{HTML, media_type};
use super::page::{self, ScriptTag};
use crate::preview::news::News;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use xxhash_rust::xxh3::xxh3_64;

/// What every response says: ask again next time, do not guess, and nothing for other sites.
const ALWAYS: [(HeaderName, &str); 3] = [
    (header::CACHE_CONTROL, "no-cache"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// The answer to a request for something of the site.
pub fn found(found: FoundAnswer, news: &News, asked: &HeaderMap) -> Response {
    match found {
        FoundAnswer::File { path, bytes } => file(media_type(path.as_str()), &bytes, news, asked),
        FoundAnswer::Moved(address) => moved(&address),
        FoundAnswer::Missing { page, near } => {
            let page = if page.is_empty() { page::missing(&near).into_bytes() } else { page };
            trouble(StatusCode::NOT_FOUND, &page, news, "", &near)
        }
        FoundAnswer::Failed(reason) => {
            let page = page::failed(&reason, news);
            trouble(StatusCode::INTERNAL_SERVER_ERROR, page.as_bytes(), news, &reason, &[])
        }
        FoundAnswer::Outside(base) => {
            trouble(StatusCode::NOT_FOUND, page::outside(&base).as_bytes(), news, "", &[])
        }
    }
}

/// A file as it is; a page with the script tag.
fn file(media: &str, bytes: &[u8], news: &News, asked: &HeaderMap) -> Response {
    if media != HTML {
        return fixed(media, bytes, asked);
    }
    let etag = hash(bytes);
    if is_known(asked, &etag) {
        return unchanged(&format!("W/\"{etag}\""));
    }
    let tag = ScriptTag { etag: &etag, status: 200, news, reason: "", near: &[] };
    response(StatusCode::OK, &[(header::ETAG, &format!("W/\"{etag}\""))], HTML, page::inject(bytes, &tag))
}

/// Bytes that are given out as they are.
pub fn fixed(media: &str, bytes: &[u8], asked: &HeaderMap) -> Response {
    let etag = hash(bytes);
    let header = format!("\"{etag}\"");
    if is_known(asked, &etag) {
        return unchanged(&header);
    }
    response(StatusCode::OK, &[(header::ETAG, &header)], media, bytes.to_vec())
}

/// A page that mends itself: its script asks again when there are news.
fn trouble(status: StatusCode, page: &[u8], news: &News, reason: &str, near: &[String]) -> Response {
    let etag = hash(page);
    let tag = ScriptTag { etag: &etag, status: status.as_u16(), news, reason, near };
    response(status, &[(header::ETAG, &format!("W/\"{etag}\""))], HTML, page::inject(page, &tag))
}

/// Not to be remembered, although a permanent redirect might be: the next site at this port is another.
fn moved(address: &str) -> Response {
    let headers = [(header::LOCATION, address), (header::CACHE_CONTROL, "no-store")];
    response(StatusCode::PERMANENT_REDIRECT, &headers, "text/plain; charset=utf-8", Vec::new())
}

fn unchanged(etag: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NOT_MODIFIED;
    set(&mut response, &[(header::ETAG, etag)]);
    response
}

/// Nothing of the preview's own has this name.
pub fn unknown() -> Response {
    let page = page::refused("The preview has no file of this name.");
    response(StatusCode::NOT_FOUND, &[], HTML, page.into_bytes())
}

/// Why a request is not answered.
pub fn refused(refusal: &RequestRefusal) -> Response {
    let (status, sentence) = match refusal {
        RequestRefusal::Method => {
            (StatusCode::METHOD_NOT_ALLOWED, "A preview can be read (GET and HEAD), and nothing else.")
        }
        RequestRefusal::Host => (
            StatusCode::MISDIRECTED_REQUEST,
            "The preview answers to the address that it was started with. To reach it by another name, start it \
             with that name: --host NAME.",
        ),
        RequestRefusal::Origin => (StatusCode::FORBIDDEN, "Pages of other sites may not read the preview."),
    };
    let allow = [(header::ALLOW, "GET, HEAD")];
    let headers = if *refusal == RequestRefusal::Method { &allow[..] } else { &[] };
    response(status, headers, HTML, page::refused(sentence).into_bytes())
}

fn response(status: StatusCode, headers: &[(HeaderName, &str)], media: &str, bytes: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    set(&mut response, &[(header::CONTENT_TYPE, media)]);
    set(&mut response, headers);
    response
}

/// Sets headers; what no header can hold is left out.
fn set(response: &mut Response, headers: &[(HeaderName, &str)]) {
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
}

/// The response with what every response says, unless it says otherwise.
pub fn finished(mut response: Response) -> Response {
    let missing = ALWAYS.map(|(name, value)| (name, HeaderValue::from_static(value)));
    for (name, value) in missing {
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

fn hash(bytes: &[u8]) -> String {
    format!("{:016x}", xxh3_64(bytes))
}

/// Whether the browser has these bytes already.
fn is_known(asked: &HeaderMap, etag: &str) -> bool {
    let sent = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    sent.flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|one| one == "*" || one.trim_start_matches("W/").trim_matches('"') == etag)
}
