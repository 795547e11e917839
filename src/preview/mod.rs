//! The site in memory, live: `watch` says what changed, `live` understands it again, `server` shows it.

mod changes;
pub mod editor;
pub mod live;
mod maker;
pub mod news;
pub mod numbers;
mod prints;
pub mod problems;
pub mod served;
pub mod server;
mod standing;
pub mod watch;

use crate::document::highlight::Highlighter;
use crate::report::Located;
use live::{CurrentOptions, Live, Rebuilt};
use served::Served;
use server::BoundPort;
use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// What a preview may be told.
pub struct Settings {
    /// The site's folder, as an absolute path.
    pub root: PathBuf,
    /// Where it is served.
    pub bound: BoundPort,
    /// How changes are found.
    pub how: watch::How,
    /// An editor's name, or a template of its addresses.
    pub editor: String,
    /// How the site is read.
    pub options: CurrentOptions,
    /// What highlights code.
    pub highlighter: Highlighter,
    /// Tells this run of the program from others.
    pub session: u64,
}

/// What happens in a preview.
pub enum Event<'e> {
    /// The site was read and can be seen.
    Ready {
        /// Where.
        url: String,
        /// How many files it has.
        files: usize,
        /// How long it took.
        took: Duration,
        /// What highlighted its code, with blocks that are worth remembering.
        highlighter: &'e Highlighter,
    },
    /// A change can be seen; with all that the checks found, if they were made.
    Rebuilt(&'e Rebuilt, Option<&'e [Located]>),
    /// The checks found all this.
    Checked(&'e [Located]),
    /// Something about the watching has to be known.
    Remark(watch::WatchRemark),
}

/// What is told of events, from any thread.
pub type Tell = Arc<dyn Fn(Event<'_>) + Send + Sync>;

/// Shows a site until Ctrl-C.
///
/// # Errors
/// The system gives no threads, or takes the port back.
pub fn serve(settings: Settings, tell: Tell) -> Result<(), Box<dyn Error>> {
    let Settings { root, bound, how, editor, options, highlighter, session } = settings;
    let live = Arc::new(Live::new(root.clone(), options, editor, highlighter, session));
    let (checks, inbox) = mpsc::channel();
    let url = bound.url("");
    let reader = SiteReader { live: Arc::clone(&live), checks, tell: Arc::clone(&tell) };
    let watch = watch::start(&root, how, reader.clone().listener());
    thread::Builder::new().name("reader".to_owned()).spawn(move || reader.load(&url))?;
    let checker = Arc::clone(&live);
    thread::Builder::new().name("checker".to_owned()).spawn(move || check(&checker, &inbox, &tell))?;
    let outcome = server::run(bound, live);
    drop(watch);
    Ok(outcome?)
}

/// Reads the site, and reads it again after each burst.
#[derive(Clone)]
struct SiteReader {
    live: Arc<Live>,
    checks: Sender<Option<Rebuilt>>,
    tell: Tell,
}

impl SiteReader {
    fn load(&self, url: &str) {
        let started = Instant::now();
        self.live.load();
        let url = format!("{url}{}", self.live.base_path());
        let (files, took, highlighter) =
            (self.live.paths().len(), started.elapsed(), self.live.highlighter());
        (self.tell)(Event::Ready { url, files, took, highlighter });
        self.ask_for_checks(None);
    }

    /// What the watcher calls. Bursts wait until the site was read.
    fn listener(self) -> impl FnMut(watch::WatchNotice) + Send + 'static {
        move |notice| match notice {
            watch::WatchNotice::Changed(burst) => {
                if let Some(rebuilt) = self.live.apply(&burst) {
                    self.ask_for_checks(Some(rebuilt));
                    self.live.let_go_of_former();
                }
            }
            watch::WatchNotice::Remark(remark) => (self.tell)(Event::Remark(remark)),
        }
    }

    fn ask_for_checks(&self, after: Option<Rebuilt>) {
        // Nobody listens only when the program ends.
        let _ = self.checks.send(after);
    }
}

/// Checks the site after each change, off the way to the screen.
fn check(live: &Live, inbox: &Receiver<Option<Rebuilt>>, tell: &Tell) {
    while let Ok(mut waiting) = inbox.recv() {
        live.check(&mut |located| match waiting.take() {
            Some(rebuilt) => tell(Event::Rebuilt(&rebuilt, Some(located))),
            None => tell(Event::Checked(located)),
        });
        // A newer site is shown, whose check says what is wrong.
        if let Some(rebuilt) = waiting {
            tell(Event::Rebuilt(&rebuilt, None));
        }
    }
}
