//! What the user has to know about the watching.

use std::fmt;

/// Why the folders are looked through again and again, where the system could have told of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WatchRemark {
    /// The system takes no more watched folders from this user.
    TooManyFolders,
    /// The system takes no more watching programs from this user.
    TooManyWatchers,
    /// The system took the folders, and tells nothing.
    Silent,
    /// The site's folder is not where it was.
    Moved,
    /// The system's reason.
    Failed(String),
}

impl fmt::Display for WatchRemark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limit = |formatter: &mut fmt::Formatter<'_>, limited: &str, name: &str, value: u32| {
            write!(
                formatter,
                "the system watches no more {limited} for you: the limit `fs.inotify.{name}` is reached, so \
                 changes are found by looking twice a second. To raise it until the next start of the system, run \
                 `sudo sysctl fs.inotify.{name}={value}`; to raise it for good, run \
                 `echo fs.inotify.{name}={value} | sudo tee /etc/sysctl.d/60-inotify.conf`"
            )
        };
        match self {
            Self::TooManyFolders => limit(formatter, "folders", "max_user_watches", 524_288),
            Self::TooManyWatchers => limit(formatter, "programs' folders", "max_user_instances", 1024),
            Self::Silent => formatter.write_str(
                "the system does not tell of changes here, as in some containers and on network drives, so they \
                 are found by looking twice a second; `--poll` does so from the start",
            ),
            Self::Moved => formatter.write_str(
                "the site's folder was moved or removed; it is looked for twice a second where it was",
            ),
            Self::Failed(why) => {
                write!(formatter, "the system cannot tell of changes ({why}), so they are found by looking twice a second")
            }
        }
    }
}

/// Error numbers of the systems that have inotify.
const NO_SPACE: i32 = 28;
const TOO_MANY_FILES: i32 = 24;
const TOO_MANY_FILES_OF_ALL: i32 = 23;

impl From<notify::Error> for WatchRemark {
    fn from(error: notify::Error) -> Self {
        match &error.kind {
            notify::ErrorKind::MaxFilesWatch => Self::TooManyFolders,
            notify::ErrorKind::Io(io) if cfg!(target_os = "linux") => match io.raw_os_error() {
                Some(NO_SPACE) => Self::TooManyFolders,
                Some(TOO_MANY_FILES | TOO_MANY_FILES_OF_ALL) => Self::TooManyWatchers,
                _ => Self::Failed(error.to_string()),
            },
            _ => Self::Failed(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::WatchRemark;
    use std::io;

    #[test]
    fn limits_come_with_the_command_that_raises_them() {
        let folders = WatchRemark::from(notify::Error::new(notify::ErrorKind::MaxFilesWatch));
        assert_eq!(folders, WatchRemark::TooManyFolders);
        assert!(
            folders.to_string().contains("`sudo sysctl fs.inotify.max_user_watches=524288`"),
            "{folders}"
        );
        if cfg!(target_os = "linux") {
            assert_eq!(WatchRemark::from(notify::Error::io(io::Error::from_raw_os_error(28))), folders);
            let programs = WatchRemark::from(notify::Error::io(io::Error::from_raw_os_error(24)));
            assert_eq!(programs, WatchRemark::TooManyWatchers);
            assert!(programs.to_string().contains("`sudo sysctl fs.inotify.max_user_instances=1024`"));
        }
        let other = WatchRemark::from(notify::Error::generic("out of order"));
        assert_eq!(other, WatchRemark::Failed("out of order".into()));
    }
}
