//! The command line: the only part that prints, reads the environment, and decides the exit code.

#![expect(clippy::disallowed_methods, reason = "the one place that looks at the surroundings")]

mod again;
mod args;
mod ask;
mod clean;
mod clock;
mod contract;
mod deploy;
mod describe;
mod diff;
mod doctor;
mod explain;
mod fields;
mod fix;
mod forms;
mod git;
mod init;
mod new;
mod proposal;
mod read;
mod root;
mod serve;
mod since;
mod site;
mod stale;
mod terminal;
#[cfg(unix)]
mod thrifty;
mod told;
mod verify;
mod wrapped;

use args::{Command, Program};
use clap::Parser;
use std::error::Error;
use std::process::ExitCode;

/// The site has errors.
const BROKEN_SITE: u8 = 1;

/// The program could not run.
const COULD_NOT_RUN: u8 = 2;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let program = match Program::try_parse() {
        Ok(program) => program,
        Err(told) => return help(&told),
    };
    ended(match program.command {
        Command::Build(arguments) => site::build(&arguments),
        Command::Check(arguments) => site::check(&arguments),
        Command::Explain { rules } => explain::explain(&rules),
        Command::Read(arguments) => read::read(&arguments),
        Command::Verify(arguments) => verify::verify(&arguments),
        Command::Serve(arguments) => serve::serve(arguments),
        Command::Deploy(arguments) => deploy::deploy(&arguments),
        Command::Diff(arguments) => diff::diff(&arguments),
        Command::Init(arguments) => init::init(&arguments),
        Command::New(arguments) => new::new(arguments),
        Command::Clean(arguments) => clean::clean(&arguments),
        Command::Doctor(arguments) => doctor::doctor(&arguments),
        Command::Schema(arguments) => describe::schema(&arguments),
        Command::Completions(arguments) => describe::completions(&arguments),
        Command::Man(arguments) => describe::man(&arguments),
    })
}

/// Prints the help, the version, or what is wrong with the arguments.
fn help(told: &clap::Error) -> ExitCode {
    match terminal::written(told.print()) {
        Ok(()) => ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(COULD_NOT_RUN)),
        failed => ended(failed.map(|()| false)),
    }
}

/// The exit code of a command, and why it could not run if it could not.
fn ended(result: Result<bool, Box<dyn Error>>) -> ExitCode {
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(BROKEN_SITE),
        Err(failure) => {
            terminal::failure(failure.as_ref());
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}
