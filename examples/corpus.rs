//! Writes a made-up site of any size, for measuring: `corpus --pages N --out DIR [--seed S]`.
//!
//! What stands in it is in `benches/corpus`. The same numbers always give the same files.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program of its own"
)]

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: corpus --pages N --out DIR [--seed S]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let (mut pages, mut out, mut seed) = (None, None, 1);
    let mut arguments = env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(USAGE)?;
        match name.as_str() {
            "--pages" => pages = Some(value.parse::<usize>()?),
            "--out" => out = Some(PathBuf::from(value)),
            "--seed" => seed = value.parse()?,
            _ => return Err(USAGE.into()),
        }
    }
    let (pages, out) = pages.zip(out).ok_or(USAGE)?;
    let counts = corpus::write(&out, pages, seed)?;
    println!("{pages} pages in {}: {counts}", out.display());
    Ok(())
}
