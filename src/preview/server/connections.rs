//! Connections from beginning to end. One that asks for nothing, or is slow to ask, does not stay; one over which news
//! flow does.

use axum::Router;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use tokio::time::sleep;
use tower_service::Service;

/// How long a connection may take to ask for something, at first and again.
pub const SILENCE: Duration = Duration::from_secs(5);

/// How long to wait where the system lets no more connections in.
const CROWDED: Duration = Duration::from_millis(20);

/// Answers whoever comes until it is stopped, and then whoever has been heard already.
pub(super) async fn answer(
    listener: TcpListener,
    router: Router,
    silence: Duration,
    mut stopped: watch::Receiver<bool>,
) {
    let crowd = Arc::new(Notify::new());
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = end(&mut stopped) => break,
        };
        match accepted {
            Ok((stream, _)) => {
                let connection = Connection { silence, crowd: Arc::clone(&crowd), stopped: stopped.clone() };
                connections.spawn(connection.serve(stream, router.clone()));
            }
            // Most likely there are as many as the system allows: those that never asked make room.
            Err(_) => {
                crowd.notify_waiters();
                sleep(CROWDED).await;
            }
        }
        while connections.try_join_next().is_some() {}
    }
    while connections.join_next().await.is_some() {}
}

async fn end(stopped: &mut watch::Receiver<bool>) {
    // Nobody is left to say so only when the program ends.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

/// What one connection keeps to.
struct Connection {
    silence: Duration,
    crowd: Arc<Notify>,
    stopped: watch::Receiver<bool>,
}

impl Connection {
    async fn serve(mut self, stream: TcpStream, router: Router) {
        let has_asked = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&has_asked);
        let service = service_fn(move |request| {
            asked.store(true, Ordering::Relaxed);
            router.clone().call(request)
        });
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(self.silence);
        let mut serving = pin!(http.serve_connection(TokioIo::new(stream), service));
        let mut crowded = pin!(self.crowd.notified());
        loop {
            tokio::select! {
                // Whoever went away, or was silent for too long, is nobody's mistake.
                _ = serving.as_mut() => return,
                () = crowded.as_mut() => {
                    if !has_asked.load(Ordering::Relaxed) {
                        return;
                    }
                    crowded.set(self.crowd.notified());
                }
                () = end(&mut self.stopped) => {
                    serving.as_mut().graceful_shutdown();
                    let _ = serving.await;
                    return;
                }
            }
        }
    }
}
