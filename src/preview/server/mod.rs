//! HTTP over [`super::served::Served`]: artifacts of the plan, news, and a client that shows both.
//!
//! A request passes `gate`, is answered from `own` or by `find`, and becomes HTTP in `reply`.

mod address;
mod bind;
mod connections;
mod find;
mod gate;
mod media;
mod own;
mod page;
mod reply;

pub use bind::{BindFailure, BoundPort, PortNotice, bind};

use super::served::Served;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::Uri;
use axum::http::request::Parts;
use axum::response::Response;
use connections::SILENCE;
use find::FoundAnswer;
use gate::Gate;
use std::future::{Future, pending};
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// How long a page that is being made may hold up the end.
const PATIENCE: Duration = Duration::from_millis(500);

/// What every request needs.
struct Server {
    served: Arc<dyn Served>,
    gate: Gate,
    stopped: watch::Receiver<bool>,
}

/// Serves until Ctrl-C, on threads of its own.
///
/// # Errors
/// The system gives no threads or takes the port back.
pub fn run(bound: BoundPort, served: Arc<dyn Served>) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(serve(bound, served, interrupted()));
    runtime.shutdown_background();
    outcome
}

async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        pending::<()>().await;
    }
}

/// Serves until `stop` is done. Open streams of news end with it.
///
/// # Errors
/// The system takes the port back.
pub async fn serve(
    bound: BoundPort,
    served: Arc<dyn Served>,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    serve_within(SILENCE, bound, served, stop).await
}

/// The same; a connection that asks for nothing ends after this `silence`.
///
/// # Errors
/// The system takes the port back.
pub async fn serve_within(
    silence: Duration,
    bound: BoundPort,
    served: Arc<dyn Served>,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let (stopping, stopped) = watch::channel(false);
    let server = Arc::new(Server { served, gate: Gate::new(&bound), stopped: stopped.clone() });
    let listener = tokio::net::TcpListener::from_std(bound.listener)?;
    let router = Router::new().fallback(answer).with_state(server);
    let serving = tokio::spawn(connections::answer(listener, router, silence, stopped));
    stop.await;
    let _ = stopping.send(true);
    let abort = serving.abort_handle();
    let _ = timeout(PATIENCE, serving).await;
    abort.abort();
    Ok(())
}

async fn answer(State(server): State<Arc<Server>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    reply::finished(respond(&server, parts).await)
}

async fn respond(server: &Server, asked: Parts) -> Response {
    if let Err(refusal) = server.gate.judge(&asked.method, &asked.uri, &asked.headers) {
        return reply::refused(&refusal);
    }
    if let Some(name) = asked.uri.path().strip_prefix(page::OWN_FOLDER) {
        return own::answer(server, name, &asked).await;
    }
    // Before the page: one that is made during a change counts as older, so that its script asks again.
    let news = server.served.news().borrow().clone();
    let found = found(&server.served, asked.uri).await;
    reply::found(found, &news, &asked.headers)
}

/// Making a page takes the processor, and may panic; neither is felt by other requests.
async fn found(served: &Arc<dyn Served>, uri: Uri) -> FoundAnswer {
    let served = Arc::clone(served);
    spawn_blocking(move || find::find(&*served, uri.path(), uri.query()))
        .await
        .unwrap_or_else(|_| FoundAnswer::Failed("The program failed while it made this page.".to_owned()))
}
