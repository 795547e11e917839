//! The command line: the only part that prints, reads the environment, and decides the exit code.

#![expect(clippy::disallowed_methods, reason = "the one place that looks at the surroundings")]

mod args;
mod clock;
mod deploy;
mod diff;
mod proposal;
mod root;
mod serve;
mod site;
mod terminal;

use args::{Command, Program};
use clap::Parser;
use std::process::ExitCode;

/// The site has errors.
const BROKEN_SITE: u8 = 1;

/// The program could not run.
const COULD_NOT_RUN: u8 = 2;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let result = match Program::parse().command {
        Command::Build(arguments) => site::build(&arguments),
        Command::Check(arguments) => site::check(&arguments),
        Command::Serve(arguments) => serve::serve(arguments),
        Command::Deploy(arguments) => deploy::deploy(&arguments),
        Command::Diff(arguments) => diff::diff(&arguments),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(BROKEN_SITE),
        Err(failure) => {
            terminal::failure(failure.as_ref());
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}
