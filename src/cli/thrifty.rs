//! A process that lives long and gives memory back at once.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// What the allocator reads before `main`: after how many milliseconds it gives memory back.
const PURGE_DELAY: &str = "MIMALLOC_PURGE_DELAY";

/// Begins once more, as the same process, with an allocator that does not keep what was let go of. Where that cannot
/// be done, or the user has decided about it, everything stays as it is.
pub(super) fn begin() {
    if env::var_os(PURGE_DELAY).is_some() {
        return;
    }
    if let Ok(program) = env::current_exe() {
        // It returns only when it failed.
        let _ = Command::new(program).args(env::args_os().skip(1)).env(PURGE_DELAY, "0").exec();
    }
}
