//! The preview's own files and its stream of news.

use super::{Server, find, reply};
use crate::preview::news::News;
use axum::http::Method;
use axum::http::request::Parts;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

/// How often a silent stream says that it is still there.
const HEARTBEAT: Duration = Duration::from_secs(15);

const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Name, type and text of what the browser runs.
const FILES: &[(&str, &str, &str)] = &[
    ("client.js", SCRIPT, include_str!("client/client.js")),
    ("news.js", SCRIPT, include_str!("client/news.js")),
    ("patch.js", SCRIPT, include_str!("client/patch.js")),
    ("numbers.js", SCRIPT, include_str!("client/numbers.js")),
    ("numbers.css", "text/css; charset=utf-8", include_str!("client/numbers.css")),
    ("overlay.js", SCRIPT, include_str!("client/overlay.js")),
    ("look.css", "text/css; charset=utf-8", include_str!("client/look.css")),
];

/// The answer to a request below the preview's own folder. What is asked of a page stands below its address.
pub async fn answer(server: &Server, name: &str, asked: &Parts) -> Response {
    if name == "news" {
        return news(server, &asked.method);
    }
    if let Some(page) = name.strip_prefix("numbers/") {
        return numbers(server, format!("/{page}"), asked).await;
    }
    match FILES.iter().find(|(known, ..)| *known == name) {
        Some((_, media, text)) => reply::fixed(media, text.as_bytes(), &asked.headers),
        None => reply::unknown(),
    }
}

/// Reading a site takes time, so that nobody else waits for it.
async fn numbers(server: &Server, page: String, asked: &Parts) -> Response {
    let served = Arc::clone(&server.served);
    let numbers =
        spawn_blocking(move || find::output(&page, &served.base_path()).map(|path| served.numbers(&path)));
    let numbers = numbers.await.ok().flatten().unwrap_or_default();
    let json = serde_json::to_vec(&numbers).unwrap_or_default();
    reply::fixed("application/json", &json, &asked.headers)
}

fn news(server: &Server, method: &Method) -> Response {
    let heartbeat = KeepAlive::new().interval(HEARTBEAT).text("still here");
    let stream = Sse::new(events(server.served.news(), server.stopped.clone())).keep_alive(heartbeat);
    let mut response = stream.into_response();
    if method == Method::HEAD {
        *response.body_mut() = axum::body::Body::empty();
    }
    response
}

/// How the site stands, now and after each change, until the server stops.
fn events(
    news: watch::Receiver<News>,
    stopped: watch::Receiver<bool>,
) -> impl Stream<Item = Result<Event, Infallible>> {
    let news = WatchStream::new(news).map(Some);
    let stop = WatchStream::new(stopped).filter(|stopped| *stopped).map(|_| None);
    let all = news.merge(stop).take_while(Option::is_some);
    all.filter_map(|news| news.and_then(|news| serde_json::to_string(&news).ok()))
        .map(|json| Ok(Event::default().event("news").data(json)))
}
