//! A file that is written piece by piece and measured on the way, so that it is never in memory as a whole.

use std::io::{self, BufWriter};
use std::path::Path;

use xxhash_rust::xxh3::Xxh3;

use crate::output::disk;
use crate::output::manifest::Content;

/// How many bytes are written at once.
const PIECE: usize = 64 * 1024;

/// What writes a file.
pub type Write<'w> = dyn Fn(&mut dyn io::Write) -> io::Result<()> + 'w;

/// Writes a file that must not exist yet, and gives what tells its content from another.
///
/// # Errors
/// Whatever the operating system or `write` says.
pub fn to(path: &Path, write: &Write<'_>) -> io::Result<Content> {
    through(disk::create_new(path)?, write)
}

/// What `to` would give, without a file.
///
/// # Errors
/// Whatever `write` says.
pub fn measured(write: &Write<'_>) -> io::Result<Content> {
    through(io::sink(), write)
}

fn through(out: impl io::Write, write: &Write<'_>) -> io::Result<Content> {
    let measured = Measured { out, hash: Xxh3::new(), length: 0 };
    let mut pieces = BufWriter::with_capacity(PIECE, measured);
    write(&mut pieces)?;
    let measured = pieces.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok(Content { hash: measured.hash.digest128(), length: measured.length })
}

/// A writer, and what was written to it so far.
struct Measured<W> {
    out: W,
    hash: Xxh3,
    length: u64,
}

impl<W: io::Write> io::Write for Measured<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.length += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::{PIECE, to};
    use crate::output::manifest::Content;

    #[test]
    fn pieces_are_measured_like_the_whole() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for (length, name) in [0, 1, 239, 241, PIECE, PIECE + 1, 3 * PIECE + 17].into_iter().zip('a'..) {
            let bytes: Vec<u8> = (0..251)
                .map(|byte| byte * 7 % 251)
                .map(|byte: u16| byte.to_le_bytes()[0])
                .cycle()
                .take(length)
                .collect();
            let path = folder.path().join(name.to_string());
            let content = to(&path, &|out| bytes.chunks(1000).try_for_each(|piece| out.write_all(piece)));
            assert_eq!(content.expect("it can be written"), Content::of(&bytes), "{length}");
        }
    }
}
