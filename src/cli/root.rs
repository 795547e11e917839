//! Which folder is the site, and whether the output may go where it is told to.

use std::path::{Component, Path, PathBuf};

/// The folder of the site: as typed, or the nearest one upwards with a `site.toml`.
pub fn find(typed: Option<&Path>) -> Result<PathBuf, String> {
    match typed {
        Some(root) if has_settings(root) => Ok(root.to_owned()),
        Some(root) if root.is_dir() => Err(format!("there is no site.toml in `{}`", root.display())),
        Some(root) => Err(format!("there is no folder `{}`", root.display())),
        None => upwards(),
    }
}

/// The folder in which the command was typed.
pub fn here() -> Result<PathBuf, String> {
    std::env::current_dir().map_err(|_| "the current folder is not there any more; go to another".to_owned())
}

/// Whether something stands where the settings belong; what cannot be read of it is told when it is read.
fn has_settings(folder: &Path) -> bool {
    folder.join("site.toml").symlink_metadata().is_ok_and(|found| !found.is_dir())
}

fn upwards() -> Result<PathBuf, String> {
    let here = here()?;
    here.ancestors().find(|folder| has_settings(folder)).map(Path::to_owned).ok_or_else(|| {
        format!(
            "there is no site.toml in `{}` or above it; name the site's folder with --root",
            here.display()
        )
    })
}

/// The folder to write to. It must not hold the sources, nor lie among them.
pub fn output(root: &Path, typed: Option<&Path>) -> Result<PathBuf, String> {
    let output = match typed {
        Some(typed) => without_detours(typed),
        None => usual(root)?,
    };
    let (full_root, full_output) = (absolute(root), absolute(&output));
    let holds_sources = full_root.starts_with(&full_output);
    let among_sources = OWN_FOLDERS.iter().any(|folder| is_below(&full_output, &full_root, folder));
    let is_gits = full_output.components().any(|part| part.as_os_str().eq_ignore_ascii_case(".git"));
    if holds_sources || among_sources {
        return Err(format!(
            "the output cannot go to `{}`, where the site's own files are",
            output.display()
        ));
    }
    if is_gits {
        return Err(format!("the output cannot go to `{}`, where git's own files are", output.display()));
    }
    Ok(output)
}

/// Folders of a site in which nothing is built, whatever the case of their names.
const OWN_FOLDERS: [&str; 6] = ["content", "templates", "static", ".cscare", ".github", ".vscode"];

fn is_below(path: &Path, root: &Path, folder: &str) -> bool {
    let first = path.strip_prefix(root).ok().and_then(|rest| rest.components().next());
    first.is_some_and(|first| first.as_os_str().eq_ignore_ascii_case(folder))
}

/// Where the output goes when nothing is typed. A link there can come with a repository, so only who names it is led
/// elsewhere by it.
fn usual(root: &Path) -> Result<PathBuf, String> {
    let usual = root.join("public");
    match usual.is_symlink() {
        true => Err(format!(
            "`{0}` is a symbolic link, which is only followed when it is named\n  next: --out {0}   builds where it leads",
            usual.display()
        )),
        false => Ok(usual),
    }
}

/// The path without steps into folders that do not exist and out of them again, which would be made otherwise.
fn without_detours(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        let is_detour = part == Component::ParentDir && plain.file_name().is_some() && !plain.exists();
        if is_detour {
            plain.pop();
        } else {
            plain.push(part);
        }
    }
    plain
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
