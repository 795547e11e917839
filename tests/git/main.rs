//! `diff` and `deploy` against real repositories in temporary folders, with a git that knows nothing of whoever runs
//! the tests.

#![expect(clippy::disallowed_methods, reason = "tests make sites, look at files and run the program")]

mod committed;
mod deploy;
mod diff;
#[cfg(unix)]
mod github;
#[cfg(unix)]
mod hostile;
#[cfg(unix)]
mod killed;
#[cfg(unix)]
mod meanwhile;
mod others;
mod places;
mod refusals;
mod support;
#[cfg(unix)]
mod torn;
