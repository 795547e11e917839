//! The site as it stands: read once, and understood again after each burst of changes.
//!
//! Readers get a site that never changes under them. One thread makes the next one, and what goes wrong while it does
//! leaves the former in place. Checks run after the new site can be seen.

use super::changes;
use super::maker::Maker;
use super::news::{News, Problem};
use super::numbers::PageNumbers;
use super::problems::problems;
use super::served::{Answer, Served};
use super::standing::{SiteSnapshot, can_be_patched};
use super::watch::Burst;
use crate::diagnostic::Diagnostic;
use crate::document::highlight::Highlighter;
use crate::path::{OutputPath, UrlPath};
use crate::report::{self, Located};
use crate::site::Options;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// Where a preview gets its options from; the day may change while it runs.
pub type CurrentOptions = Box<dyn Fn() -> Options + Send + Sync>;

/// A site in memory.
pub struct Live {
    root: PathBuf,
    options: CurrentOptions,
    editor: String,
    highlighter: Highlighter,
    /// `None` before the first site, and after a failure of the program, when everything is read again.
    maker: Mutex<Option<Maker>>,
    shown: Mutex<ShownSite>,
    /// Sites that are shown no more.
    former: Mutex<Vec<Arc<SiteSnapshot>>>,
    loaded: Condvar,
    checks: Mutex<Checks>,
    news: watch::Sender<News>,
}

/// What readers see.
#[derive(Default)]
struct ShownSite {
    /// Whether the site was read, with or without success.
    is_loaded: bool,
    standing: Option<Arc<SiteSnapshot>>,
}

/// What the last check of rendered files found.
#[derive(Default)]
struct Checks {
    faults: Vec<Diagnostic>,
    /// Whether all that changed until then was checked.
    is_complete: bool,
}

/// What a burst came to.
#[derive(Debug, Clone)]
pub struct Rebuilt {
    /// What changed: a file and what is new in it, or how many files.
    pub what: String,
    /// How long it took until the new bytes could be had.
    pub took: Duration,
}

impl Live {
    /// A site that is not read yet; whoever asks for a file waits for [`Live::load`]. `session` tells this run of the
    /// program from others.
    #[must_use]
    pub fn new(
        root: PathBuf,
        options: CurrentOptions,
        editor: String,
        highlighter: Highlighter,
        session: u64,
    ) -> Self {
        Self {
            root,
            options,
            editor,
            highlighter,
            maker: Mutex::default(),
            shown: Mutex::default(),
            former: Mutex::default(),
            loaded: Condvar::new(),
            checks: Mutex::default(),
            news: watch::Sender::new(News { session, ..News::default() }),
        }
    }

    /// Reads the whole site.
    pub fn load(&self) {
        let read = || Maker::new(&self.root, (self.options)(), &self.highlighter);
        let read = || {
            let maker = read();
            (SiteSnapshot::first(Arc::clone(maker.site()), self.next_generation()), maker)
        };
        match catch_unwind(AssertUnwindSafe(read)) {
            Ok((standing, maker)) => {
                *locked(&self.maker) = Some(maker);
                self.show(standing, true);
            }
            Err(_) => self.tell_failure(),
        }
        locked(&self.shown).is_loaded = true;
        self.loaded.notify_all();
    }

    /// Takes a burst of changes in; `None` when nothing that matters has changed.
    pub fn apply(&self, burst: &Burst) -> Option<Rebuilt> {
        let started = Instant::now();
        let (before, maker) = (self.standing(), locked(&self.maker).take());
        let (Some(before), Some(mut maker)) = (before, maker) else {
            self.load();
            return Some(Rebuilt { what: "everything".to_owned(), took: started.elapsed() });
        };
        let update = || {
            let changed = maker.update(burst, &(self.options)(), &self.highlighter)?;
            Some(before.next(Arc::clone(maker.site()), changed, self.next_generation()))
        };
        let Ok(next) = catch_unwind(AssertUnwindSafe(update)) else {
            self.tell_failure();
            return Some(Rebuilt { what: "a failure of the program".to_owned(), took: started.elapsed() });
        };
        *locked(&self.maker) = Some(maker);
        let next = next?;
        let site = Arc::clone(&next.site);
        let changed = next.changed.clone();
        self.show(next, !changed.iter().all(can_be_patched));
        let took = started.elapsed();
        Some(Rebuilt { what: changes::describe(&before.site, &site, &changed), took })
    }

    /// Takes former sites apart. That takes time when they are large, so it is done when the new one is shown; and on
    /// the thread that calls [`Live::apply`], so that the next site is made in the memory that they were.
    pub fn let_go_of_former(&self) {
        let former = std::mem::take(&mut *locked(&self.former));
        drop(former);
    }

    /// Checks the site that is shown, and tells what is wrong. `report` gets it before the files are rendered, and once
    /// more when these hold mistakes; only at the end where they held some before, since these may be mended. Rendering
    /// stops as soon as a newer site is shown, and what files held before is then not reported.
    pub fn check(&self, report: &mut dyn FnMut(&[Located])) {
        let Some(standing) = self.standing() else { return };
        let found = standing.site.diagnostics();
        let mut checks = locked(&self.checks);
        let before = checks.faults.clone();
        let located = self.tell_found(&standing, found.iter().chain(&before));
        if before.is_empty() {
            report(&located);
        }
        let everything = !checks.is_complete || !before.is_empty();
        let is_wanted = || self.generation() == standing.generation;
        let faults = standing.faults(everything, &is_wanted);
        checks.is_complete = is_wanted();
        if !checks.is_complete {
            return;
        }
        checks.faults = faults;
        if !before.is_empty() || !checks.faults.is_empty() {
            report(&self.tell_found(&standing, found.iter().chain(&checks.faults)));
        }
    }

    /// Tells browsers what is wrong, and gives it with its places.
    fn tell_found<'d>(
        &self,
        standing: &SiteSnapshot,
        found: impl Iterator<Item = &'d Diagnostic>,
    ) -> Vec<Located> {
        let located = report::locate(found.cloned().collect(), &standing.site.sources);
        self.tell(problems(&located, &self.editor, &self.root));
        located
    }

    /// Every output path of the site, in order.
    #[must_use]
    pub fn paths(&self) -> Vec<OutputPath> {
        self.standing().map_or_else(Vec::new, |standing| standing.site.plan.items.keys().cloned().collect())
    }

    /// What highlights code, with the blocks that it remembers.
    #[must_use]
    pub fn highlighter(&self) -> &Highlighter {
        &self.highlighter
    }

    fn generation(&self) -> u64 {
        self.news.borrow().generation
    }

    fn next_generation(&self) -> u64 {
        self.generation() + 1
    }

    /// The site as it stands; waits for the first.
    fn standing(&self) -> Option<Arc<SiteSnapshot>> {
        let shown = self.loaded.wait_while(locked(&self.shown), |shown| !shown.is_loaded);
        shown.unwrap_or_else(PoisonError::into_inner).standing.clone()
    }

    fn show(&self, standing: SiteSnapshot, needs_reload: bool) {
        let generation = standing.generation;
        let former = locked(&self.shown).standing.replace(Arc::new(standing));
        self.news.send_modify(|news| {
            news.generation = generation;
            if needs_reload {
                news.reload = generation;
            }
        });
        locked(&self.former).extend(former);
    }

    fn tell(&self, problems: Vec<Problem>) {
        self.news.send_if_modified(|news| {
            let is_new = *news.problems != problems;
            if is_new {
                news.checked += 1;
                news.problems = Arc::new(problems);
            }
            is_new
        });
    }

    /// The program itself failed. The former site stays, and the next burst reads everything anew.
    fn tell_failure(&self) {
        self.tell(vec![Problem {
            level: "error",
            code: "",
            message: "the program failed while it read the site; this is a mistake of the program".to_owned(),
            file: "site.toml".to_owned(),
            line: 0,
            column: 0,
            snippet: String::new(),
            help: "undo the last change, and please report what it was".to_owned(),
            page: String::new(),
            editor: String::new(),
        }]);
    }
}

impl Served for Live {
    fn base_path(&self) -> String {
        self.standing().map_or_else(|| "/".to_owned(), |standing| standing.site.config.base.path.clone())
    }

    fn file(&self, path: &OutputPath) -> Answer {
        match self.standing() {
            Some(standing) => standing.file(path),
            None => Answer::Failed("The program could not read the site.".to_owned()),
        }
    }

    fn numbers(&self, path: &OutputPath) -> PageNumbers {
        self.standing().map_or_else(PageNumbers::default, |standing| standing.numbers(path))
    }

    fn near(&self, address: &str) -> Vec<UrlPath> {
        self.standing().map_or_else(Vec::new, |standing| standing.near(address))
    }

    fn news(&self) -> watch::Receiver<News> {
        self.news.subscribe()
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
