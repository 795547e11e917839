//! `clean`: what the program made goes, and nothing else.

use super::{root, site, terminal};
use crate::output::{self, cache, clean};
use clap::Args;
use std::error::Error;
use std::path::PathBuf;

/// What `clean` takes.
#[derive(Debug, Args)]
pub struct CleanArguments {
    /// Folder of the site [default: the nearest one upwards that has a site.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Folder that was built into [default: public/ in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// Removes the built site and the caches.
pub fn clean(arguments: &CleanArguments) -> Result<bool, Box<dyn Error>> {
    let root = root::find(arguments.root.as_deref())?;
    let output = root::output(&root, arguments.out.as_deref())?;
    site::settle(&root)?;
    output::recover(&output)?;
    let mut text = String::new();
    let shown = terminal::shown(&output);
    match clean::site(&output)? {
        Some(files) => {
            let plural = if files == 1 { "" } else { "s" };
            text.push_str(&format!("removed {} built file{plural} from {shown}\n", terminal::grouped(files)));
            if output.is_dir() {
                text.push_str(&format!("kept    {shown}, which holds what this program did not write\n"));
            }
        }
        None if output.is_dir() => {
            text.push_str(&format!("kept    {shown}, which has no list of what this program wrote\n"));
        }
        None => {}
    }
    let caches = root.join(cache::FOLDER);
    if clean::caches(&caches)? {
        text.push_str(&format!("removed {}\n", terminal::shown(&caches)));
    }
    if text.is_empty() {
        text.push_str("nothing to remove\n");
    }
    terminal::to_stderr(&text);
    Ok(true)
}
