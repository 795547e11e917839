//! Which folder is the site, and whether the output may go where it is told to.

use std::path::{Path, PathBuf};

/// The folder of the site: as typed, or the nearest one upwards with a `site.toml`.
pub fn find(typed: Option<&Path>) -> Result<PathBuf, String> {
    match typed {
        Some(root) if root.join("site.toml").is_file() => Ok(root.to_owned()),
        Some(root) if root.is_dir() => Err(format!("there is no site.toml in `{}`", root.display())),
        Some(root) => Err(format!("there is no folder `{}`", root.display())),
        None => upwards(),
    }
}

fn upwards() -> Result<PathBuf, String> {
    let here =
        std::env::current_dir().map_err(|error| format!("the current folder cannot be found: {error}"))?;
    here.ancestors().find(|folder| folder.join("site.toml").is_file()).map(Path::to_owned).ok_or_else(|| {
        format!(
            "there is no site.toml in `{}` or above it; name the site's folder with --root",
            here.display()
        )
    })
}

/// The folder to write to. It must not hold the sources, nor lie among them.
pub fn output(root: &Path, typed: Option<&Path>) -> Result<PathBuf, String> {
    let output = typed.map_or_else(|| root.join("public"), Path::to_owned);
    let (full_root, full_output) = (absolute(root), absolute(&output));
    let holds_sources = full_root.starts_with(&full_output);
    let among_sources = ["content", "templates", "static", ".cscare"]
        .iter()
        .any(|folder| full_output.starts_with(full_root.join(folder)));
    if holds_sources || among_sources {
        return Err(format!(
            "the output cannot go to `{}`, where the site's own files are",
            output.display()
        ));
    }
    Ok(output)
}

/// The path with symbolic links resolved as far as it exists.
fn absolute(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let existing = whole.ancestors().find_map(|part| part.canonicalize().ok().map(|real| (part, real)));
    match existing {
        Some((part, real)) => whole.strip_prefix(part).map_or_else(|_| real.clone(), |rest| real.join(rest)),
        None => whole,
    }
}
