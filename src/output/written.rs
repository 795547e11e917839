//! Files that are written piece by piece and measured on the way, so that they are never in memory as a whole. Those
//! that are made from the same records are written together, each to its own writer.

use std::io::{self, BufWriter};

use xxhash_rust::xxh3::Xxh3;

use crate::output::manifest::ContentHash;

/// How many bytes are written at once.
const PIECE: usize = 64 * 1024;

/// What writes some files.
pub type Write<'w, const FILES: usize> = dyn Fn([&mut dyn io::Write; FILES]) -> io::Result<()> + 'w;

/// Where a file goes; one that is not wanted goes nowhere.
pub type Out = Box<dyn io::Write>;

/// Writes files, and gives what tells the content of each from another.
///
/// # Errors
/// Whatever the operating system or `write` says, with the number of the file that could not be written.
pub fn to<const FILES: usize>(
    outs: [Out; FILES],
    write: &Write<'_, FILES>,
) -> Result<[ContentHash; FILES], (usize, io::Error)> {
    let mut pieces = outs.map(|out| BufWriter::with_capacity(PIECE, MeasuredWriter::new(out)));
    let written = write(pieces.each_mut().map(|file| file as &mut dyn io::Write))
        .and_then(|()| pieces.iter_mut().try_for_each(io::Write::flush));
    let broken = pieces.iter().position(|file| file.get_ref().is_broken);
    written.map_err(|error| (broken.unwrap_or_default(), error))?;
    Ok(pieces.each_ref().map(|file| file.get_ref().content()))
}

/// What `to` would give, without files.
///
/// # Errors
/// Whatever `write` says.
pub fn measured<const FILES: usize>(
    write: &Write<'_, FILES>,
) -> Result<[ContentHash; FILES], (usize, io::Error)> {
    to(nowhere(), write)
}

/// No file is written.
pub fn nowhere<const FILES: usize>() -> [Out; FILES] {
    [(); FILES].map(|()| -> Out { Box::new(io::sink()) })
}

/// The bytes of one of the files.
///
/// # Errors
/// Whatever `write` says.
pub fn bytes<const FILES: usize>(file: usize, write: &Write<'_, FILES>) -> io::Result<Vec<u8>> {
    let (mut bytes, mut others) = (Vec::new(), [(); FILES].map(|()| io::sink()));
    let mut outs = others.each_mut().map(|out| out as &mut dyn io::Write);
    outs[file] = &mut bytes;
    write(outs)?;
    Ok(bytes)
}

/// A writer, and what was written to it so far.
struct MeasuredWriter {
    out: Out,
    hash: Xxh3,
    length: u64,
    is_broken: bool,
}

impl MeasuredWriter {
    fn new(out: Out) -> Self {
        Self { out, hash: Xxh3::new(), length: 0, is_broken: false }
    }

    fn content(&self) -> ContentHash {
        ContentHash { hash: self.hash.digest128(), length: self.length }
    }
}

impl io::Write for MeasuredWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes).inspect_err(|_| self.is_broken = true)?;
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
    use super::{Out, PIECE, bytes, to};
    use crate::output::disk::create_new;
    use crate::output::manifest::ContentHash;
    use std::io::{Write, sink};

    #[test]
    fn pieces_are_measured_like_the_whole() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for (length, name) in [0, 1, 239, 241, PIECE, PIECE + 1, 3 * PIECE + 17].into_iter().zip('a'..) {
            let all: Vec<u8> = (0..251)
                .map(|byte| byte * 7 % 251)
                .map(|byte: u16| byte.to_le_bytes()[0])
                .cycle()
                .take(length)
                .collect();
            let path = folder.path().join(name.to_string());
            let outs: [Out; 2] = [Box::new(create_new(&path).expect("it is new")), Box::new(sink())];
            let halves = all.split_at(length / 2);
            let write = |[one, other]: [&mut dyn Write; 2]| {
                halves.0.chunks(1000).try_for_each(|piece| one.write_all(piece))?;
                halves.1.chunks(1000).try_for_each(|piece| other.write_all(piece))
            };
            let contents = to(outs, &write).expect("they can be written");
            assert_eq!(contents, [ContentHash::of(halves.0), ContentHash::of(halves.1)], "{length}");
            assert_eq!(bytes(1, &write).expect("memory has room"), halves.1);
        }
    }
}
