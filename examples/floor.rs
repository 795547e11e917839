//! The floor under every build: read, Markdown to HTML, write, and nothing else: `floor CONTENT OUT`.
//!
//! No front matter is read, no link is resolved, no template filled in. What a real build costs is best said as a
//! multiple of this. It uses two threads and the program's own allocator, and prints milliseconds.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program of its own"
)]

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Threads that work at once.
const THREADS: usize = 2;

#[allow(dead_code, reason = "the benchmark takes this file in as a module, and calls `build`")]
fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [content, out] = arguments.as_slice() else {
        eprintln!("usage: floor CONTENT OUT");
        return ExitCode::FAILURE;
    };
    let start = Instant::now();
    match build(content, out) {
        Ok(pages) => {
            println!("{pages} pages in {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Builds every page below `content` into `out`, and says how many there were.
///
/// # Errors
/// What the disk says, and what it says about a thread that cannot be started.
pub fn build(content: &Path, out: &Path) -> io::Result<usize> {
    let mut pages = Vec::new();
    find(content, out, &mut pages)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(THREADS).build().map_err(io::Error::other)?;
    pool.install(|| pages.par_iter().try_for_each_init(Buffers::default, Buffers::page))?;
    Ok(pages.len())
}

/// A page: its source, and the folder of its `index.html`.
struct Page {
    source: PathBuf,
    folder: PathBuf,
}

/// Lists the pages, and makes the folders that they share.
fn find(folder: &Path, out: &Path, pages: &mut Vec<Page>) -> io::Result<()> {
    fs::create_dir_all(out)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let source = entry.path();
        if entry.file_type()?.is_dir() {
            find(&source, &out.join(entry.file_name()), pages)?;
        } else if let Some(stem) = source.file_stem() {
            let folder = out.join(stem);
            pages.push(Page { source, folder });
        }
    }
    Ok(())
}

/// Room that a thread uses again for every page.
#[derive(Default)]
struct Buffers {
    html: String,
}

impl Buffers {
    fn page(&mut self, page: &Page) -> io::Result<()> {
        let text = fs::read_to_string(&page.source)?;
        self.html.clear();
        html::push_html(&mut self.html, Parser::new_ext(body(&text), extensions()));
        fs::create_dir(&page.folder)?;
        fs::write(page.folder.join("index.html"), &self.html)
    }
}

/// What follows the front matter.
fn body(text: &str) -> &str {
    let without_first = text.strip_prefix("---\n").unwrap_or(text);
    without_first.split_once("\n---\n").map_or(text, |(_, body)| body)
}

/// The extensions that the program reads Markdown with.
fn extensions() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
}
