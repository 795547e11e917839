//! What a file keeps when it is written anew under another name: owner, permissions and attributes.
//!
//! Its other names cannot be kept so, and its times are those of the writing.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

/// Gives the file `part` what `whole`, of which `former` is known, has.
///
/// # Errors
/// When it cannot be given the owner, the permissions or an attribute of the user's.
pub fn keep(whole: &Path, former: &Metadata, part: &Path) -> io::Result<()> {
    #[cfg(unix)]
    keep_owner(former, part)?;
    // Permissions after the owner, whose change takes some away; lists of rights among the attributes after both.
    fs::set_permissions(part, former.permissions())?;
    keep_attributes(whole, part)
}

/// Whether the file has one name only.
#[cfg(unix)]
pub fn has_one_name(metadata: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(metadata) <= 1
}

/// Where names are not counted, one is assumed.
#[cfg(not(unix))]
pub fn has_one_name(_metadata: &Metadata) -> bool {
    true
}

#[cfg(unix)]
fn keep_owner(former: &Metadata, part: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, chown};
    let new = fs::symlink_metadata(part)?;
    let differs = |one: u32, other: u32| Some(one).filter(|one| *one != other);
    match (differs(former.uid(), new.uid()), differs(former.gid(), new.gid())) {
        (None, None) => Ok(()),
        (owner, group) => chown(part, owner, group),
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn keep_attributes(whole: &Path, part: &Path) -> io::Result<()> {
    use rustix::fs::{XattrFlags, lgetxattr, lgetxattr_query, listxattr_query, llistxattr, lsetxattr};
    use rustix::io::Errno;
    let length = match listxattr_query(whole) {
        Err(Errno::NOTSUP) | Ok(0) => return Ok(()),
        length => length?,
    };
    let mut names = vec![0_u8; length];
    let filled = llistxattr(whole, &mut names[..])?;
    for name in names[..filled].split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let mut value = vec![0_u8; lgetxattr_query(whole, name)?];
        let filled = lgetxattr(whole, name, &mut value[..])?;
        match lsetxattr(part, name, &value[..filled], XattrFlags::empty()) {
            // The system's own attributes are for the system to give; a new file has got its share.
            Err(Errno::PERM | Errno::ACCESS | Errno::NOTSUP) if !name.starts_with(b"user.") => {}
            set => set?,
        }
    }
    Ok(())
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn keep_attributes(_whole: &Path, _part: &Path) -> io::Result<()> {
    Ok(())
}
