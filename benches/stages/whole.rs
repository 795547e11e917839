//! Whole builds, each a process of its own, in turn with the floor.

use super::process;
use super::scratch::remove;
use super::table::Row;
use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::path::Path;

/// The first argument of the child that is the floor.
pub const FLOOR: &str = "floor";

/// The program, built with the benchmark.
const PROGRAM: &str = env!("CARGO_BIN_EXE_cscare-site");

/// Measures the floor; a first build, which has code to highlight; one into a new folder, which knows the code;
/// and one that has nothing to do.
///
/// # Errors
/// When a build fails.
pub fn rows(root: &Path, out: &Path, pages: usize, runs: usize) -> Result<Vec<Row>, Box<dyn Error>> {
    let floor = [env::current_exe()?.into(), FLOOR.into(), root.join("content").into(), out.into()];
    let build = build(root, out);
    let mut rows = ["floor", "build", "first build", "unchanged build"].map(|what| Row {
        pages,
        what,
        costs: Vec::new(),
    });
    process::cost(&build)?;
    for _ in 0..runs {
        remove(out)?;
        rows[0].costs.push(process::cost(&floor)?);
        remove(out)?;
        rows[1].costs.push(process::cost(&build)?);
        remove(out)?;
        remove(&root.join(".cscare"))?;
        rows[2].costs.push(process::cost(&build)?);
        rows[3].costs.push(process::cost(&build)?);
    }
    Ok(rows.into())
}

fn build(root: &Path, out: &Path) -> [OsString; 6] {
    [PROGRAM.into(), "build".into(), "--root".into(), root.into(), "--out".into(), out.into()]
}
