//! Which git is there, and whether it is new enough.

use super::{Git, GitFailure};

/// The oldest git that knows all that is asked of it.
pub const OLDEST: (u32, u32) = (2, 29);

impl Git {
    /// The version that git says it is, unless it is new enough, or says something that is not understood.
    ///
    /// # Errors
    /// When there is no git.
    pub fn too_old(&self) -> Result<Option<String>, GitFailure> {
        let said = self.call(["--version"]).text()?;
        Ok(version(&said).filter(|(_, version)| *version < OLDEST).map(|(text, _)| text.to_owned()))
    }
}

/// `git version 2.47.3 (Apple Git-1)` → `2.47.3`, 2 and 47.
fn version(said: &str) -> Option<(&str, (u32, u32))> {
    let text = said.strip_prefix("git version ")?.split_ascii_whitespace().next()?;
    let mut numbers = text.split('.').map_while(|number| number.parse().ok());
    Some((text, (numbers.next()?, numbers.next()?)))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST, version};

    #[test]
    fn versions_are_read() {
        for (said, read, is_old) in [
            ("git version 2.10.0", "2.10.0", true),
            ("git version 2.28.1.windows.1", "2.28.1.windows.1", true),
            ("git version 2.29.0", "2.29.0", false),
            ("git version 2.47.3 (Apple Git-1)", "2.47.3", false),
            ("git version 3.0-rc1", "3.0-rc1", false),
        ] {
            match version(said) {
                Some((text, version)) => assert_eq!((text, version < OLDEST), (read, is_old), "{said}"),
                None => assert_eq!(said, "git version 3.0-rc1", "it is not understood, and let pass"),
            }
        }
    }
}
