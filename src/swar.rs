//! Bytes looked at eight at a time, side by side in one number (SWAR: SIMD within a register). Most texts of a site are
//! shorter than what vector operations are for.

/// Eight times a one.
const ONES: u64 = 0x0101_0101_0101_0101;

/// Eight times the same byte.
#[must_use]
pub const fn eight(byte: u8) -> u64 {
    ONES * byte as u64
}

/// Marks in the highest bit of each byte whether it is zero. Bytes above a zero may be marked too, so that this tells
/// whether there is one, and not where.
#[must_use]
pub const fn zeros(bytes: u64) -> u64 {
    bytes.wrapping_sub(ONES) & !bytes & eight(0x80)
}

/// Marks in the same way the bytes that are `byte`.
#[must_use]
pub const fn equal(bytes: u64, byte: u8) -> u64 {
    zeros(bytes ^ eight(byte))
}

/// Whether `mark` marks any byte. It is given each at least once, and nothing else.
#[inline]
pub fn any(bytes: &[u8], mark: impl Fn(u64) -> u64) -> bool {
    let Some(last) = bytes.last_chunk() else { return few(bytes).is_some_and(|few| mark(few) != 0) };
    let (eights, _) = bytes.as_chunks();
    let ends = mark(u64::from_le_bytes(*last)) | mark(u64::from_le_bytes(eights[0]));
    let found = match bytes.len() {
        ..=16 => ends,
        _ => eights[1..].iter().fold(ends, |found, eight| found | mark(u64::from_le_bytes(*eight))),
    };
    found != 0
}

/// Fewer than eight bytes, some of them more than once.
#[inline]
fn few(bytes: &[u8]) -> Option<u64> {
    let four = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return Some(four(first) << 32 | four(last));
    }
    let (first, last) = (*bytes.first()?, *bytes.last()?);
    let middle = bytes[bytes.len() / 2];
    Some(u64::from_le_bytes([first, middle, last, first, first, first, first, first]))
}

#[cfg(test)]
mod tests {
    use super::{any, equal, zeros};

    #[test]
    fn a_byte_is_found_wherever_it_stands_and_nothing_else() {
        for length in 0..40 {
            let text = vec![b'a'; length];
            assert!(!any(&text, |bytes| equal(bytes, b'b') | zeros(bytes)), "{length}");
            for at in 0..length {
                for byte in [b'b', 0] {
                    let mut text = text.clone();
                    text[at] = byte;
                    assert!(any(&text, |bytes| equal(bytes, byte)), "{at} of {length}");
                }
            }
        }
    }

    #[test]
    fn every_byte_is_told_from_every_other() {
        for one in 0..=u8::MAX {
            for other in 0..=u8::MAX {
                let found = any(&[other; 11], |bytes| equal(bytes, one));
                assert_eq!(found, one == other, "{one} {other}");
            }
        }
    }
}
