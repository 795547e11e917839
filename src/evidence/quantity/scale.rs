//! Words for powers of ten behind a number: `million`, `m`, `bn`, `lakh`.

use crate::evidence::reader::Reader;
use rust_decimal::Decimal;

/// Names of a scale and how many noughts it has. Those of one letter are read when they touch their number.
#[rustfmt::skip]
const SCALES: [(&str, u32); 31] = [
    ("million", 6), ("m", 6), ("bn", 9), ("billion", 9), ("k", 3), ("thousand", 3), ("mn", 6), ("b", 9), ("tn", 12), ("trillion", 12),
    ("trn", 12), ("mln", 6), ("mio", 6), ("mill", 6), ("bln", 9), ("bil", 9), ("mrd", 9), ("thou", 3), ("lakh", 5), ("lakhs", 5), ("lac", 5),
    ("crore", 7), ("crores", 7), ("quadrillion", 15), ("milliard", 9), ("milliards", 9),
    ("mlns", 6), ("blns", 9), ("tril", 12), ("trln", 12), ("mdr", 9),
];

/// Names that a full stop belongs to.
const SHORTENED: [&str; 3] = ["mio", "mrd", "mill"];

/// Abbreviations that mean one scale in one language and another in the next: never a noun.
pub(crate) const UNKNOWN: [&str; 12] =
    ["mil", "cr", "mld", "mds", "md", "tsd", "bio", "mia", "myriad", "gazillion", "zillion", "umpteen"];

/// The length of the longest name.
const LONGEST: usize = 11;

/// Reads a scale, after optional space.
pub(crate) fn read(reader: &mut Reader) -> Option<Decimal> {
    let word = reader.next_word();
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let (name, power) = *SCALES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name))?;
    let mut ahead = *reader;
    ahead.eat_word(word);
    // `12 m²`, `3 m/s` are no millions.
    if word.len() == 1
        && (ahead.rest().starts_with(['²', '³', '^', '2', '3']) || ahead.rest().starts_with("/s"))
    {
        return None;
    }
    *reader = ahead;
    if SHORTENED.contains(&name) {
        reader.eat('.');
    }
    Some(Decimal::from(10_u64.pow(power)))
}

/// The two meanings of a letter that stands apart from its number: a scale and a unit.
pub(crate) fn meanings(letter: &str) -> Option<[&'static str; 2]> {
    match letter {
        "m" | "M" => Some(["million", "metres"]),
        "k" | "K" => Some(["thousand", "kelvin"]),
        "b" | "B" => Some(["billion", "bytes"]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, SCALES, read};
    use crate::evidence::reader::Reader;

    #[test]
    fn scales() {
        let of = |text| read(&mut Reader::new(text)).map(|value| value.to_string());
        assert_eq!(of(" Million").as_deref(), Some("1000000"));
        assert_eq!(of("K").as_deref(), Some("1000"));
        assert_eq!(of(" crore").as_deref(), Some("10000000"));
        assert_eq!((of("miles"), of(" millions")), (None, None));
        assert!(SCALES.iter().all(|(name, _)| name.len() <= LONGEST));
    }
}
