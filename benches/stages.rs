//! What a build costs, whole and stage by stage, beside the floor under every build: `cargo bench`.
//!
//! Sites of 100 and 1,000 pages are measured; `BENCH_PAGES=10000` adds another size, and `BENCH_RUNS` says how often
//! each is built. Outside `cargo bench` a tiny site is built once, to see that everything still works.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program of its own"
)]

#[path = "corpus/mod.rs"]
mod corpus;
#[path = "../examples/floor.rs"]
mod floor;
#[path = "stages/inside.rs"]
mod inside;
#[path = "stages/process.rs"]
mod process;
#[path = "stages/scratch.rs"]
mod scratch;
#[path = "stages/table.rs"]
mod table;
#[path = "stages/whole.rs"]
mod whole;

use scratch::Scratch;
use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use table::Row;

/// Always the same site.
const SEED: u64 = 1;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let done = match arguments.split_first() {
        Some((first, rest)) if first == process::MEASURE => process::measure(rest),
        Some((first, [content, out])) if first == whole::FLOOR => {
            floor::build(Path::new(content), Path::new(out)).map(|_| ()).map_err(Into::into)
        }
        _ => run(arguments.iter().any(|argument| argument == "--bench")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(in_earnest: bool) -> Result<(), Box<dyn Error>> {
    let (sizes, runs) = if in_earnest { (sizes()?, runs()?) } else { (vec![20], 1) };
    let scratch = Scratch::new()?;
    let mut rows = Vec::new();
    for pages in sizes {
        eprintln!("{pages} pages, {runs} runs ...");
        rows.extend(of_size(&scratch, pages, runs)?);
    }
    print!("{}", table::print(&rows));
    Ok(())
}

fn of_size(scratch: &Scratch, pages: usize, runs: usize) -> Result<Vec<Row>, Box<dyn Error>> {
    let (root, out) = (scratch.folder("site"), scratch.folder("out"));
    scratch::remove(&root)?;
    corpus::write(&root, pages, SEED)?;
    let mut rows = whole::rows(&root, &out, pages, runs)?;
    rows.extend(inside::rows(&root, &out, pages, runs)?);
    scratch::remove(&root)?;
    scratch::remove(&out)?;
    Ok(rows)
}

fn sizes() -> Result<Vec<usize>, Box<dyn Error>> {
    let mut sizes = vec![100, 1_000];
    for size in env::var("BENCH_PAGES").unwrap_or_default().split(',').filter(|size| !size.is_empty()) {
        sizes.push(size.trim().parse()?);
    }
    sizes.sort_unstable();
    sizes.dedup();
    Ok(sizes)
}

fn runs() -> Result<usize, Box<dyn Error>> {
    let runs: usize = env::var("BENCH_RUNS").map_or(Ok(5), |runs| runs.parse())?;
    Ok(runs.max(1))
}
