//! Symbols of units, touching their number or apart from it: `1.5°C`, `45 kg CO₂e`, `9.4 µg/m3`, `300MW`.
//!
//! Units by name (`weeks`, `tonnes`) are words like others, and known to [`measure`](super::measure).

/// Multiples that stand before the symbols of the SI.
const PREFIXES: [&str; 14] = ["", "k", "M", "G", "T", "P", "m", "µ", "μ", "u", "n", "c", "d", "h"];

/// Symbols that take a prefix.
#[rustfmt::skip]
const BASES: [&str; 27] = [
    "g", "m", "W", "Wh", "J", "t", "l", "L", "Pa", "V", "A", "Hz", "B", "b", "bit", "eV", "mol", "s", "cal", "Sv", "Bq", "Gy", "N", "lm",
    "toe", "bps", "Wp",
];

/// Symbols that take none.
#[rustfmt::skip]
const ALONE: [&str; 59] = [
    "°C", "°F", "°", "℃", "℉", "K", "ha", "ft", "in", "lb", "lbs", "oz", "mi", "mph", "kph", "kn", "ppm", "ppb", "dB", "dBA", "dB(A)", "bpm",
    "rpm", "yd", "yds", "mmHg", "IU", "U", "min", "mins", "hr", "hrs", "h", "d", "yr", "yrs", "wk", "wks", "mo", "cc", "BTU", "MMBtu", "bbl", "boe",
    "QALY", "QALYs", "DALY", "DALYs", "SD", "SDs", "SE", "FTE", "FTEs", "pt", "gal", "sec", "secs", "kcals", "Å",
];

/// What may be weighed, behind the symbol of a weight.
#[rustfmt::skip]
const SUBSTANCES: [&str; 16] = [
    "CO2-equivalent", "CO₂-equivalent", "CO2-eq", "CO₂-eq", "CO2eq", "CO₂eq", "CO2-e", "CO₂-e", "CO2e", "CO₂e", "CO2", "CO₂", "NOx", "NO2", "PM2.5", "PM10",
];

/// A word of more small letters is no symbol.
const LONGEST_WORD: usize = 5;

/// The length of the symbol that a text begins with; what follows is another word.
pub(super) fn read(text: &str) -> Option<usize> {
    let end = word(text);
    let symbol = &text[..end];
    if end > LONGEST_WORD && symbol.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    // `12 sq km`, `3 cu m`.
    if ["sq", "cu"].contains(&symbol) {
        let rest = text[end..].trim_start();
        return read(rest).map(|length| text.len() - rest.len() + length);
    }
    if !symbol.split(['/', '·', '⋅']).all(is_atom) {
        return None;
    }
    let behind = text[end..].trim_start();
    let next = &behind[..word(behind)];
    let substance = next.split('/').next().unwrap_or(next);
    let is_weighed = SUBSTANCES.contains(&substance) && next.split('/').skip(1).all(is_atom);
    Some(if is_weighed { text.len() - behind.len() + next.len() } else { end })
}

/// Whether a word is such a symbol.
pub(super) fn is_one(word: &str) -> bool {
    read(word) == Some(word.len())
}

fn word(text: &str) -> usize {
    text.find(|letter: char| letter.is_whitespace() || matches!(letter, '[' | '(')).unwrap_or(text.len())
}

/// One symbol, perhaps squared, perhaps of something: `m³`, `kgCO2e`.
fn is_atom(atom: &str) -> bool {
    let plain = SUBSTANCES.iter().find_map(|substance| atom.strip_suffix(substance)).unwrap_or(atom);
    let raised = ["^2", "^3", "²", "³", "2", "3"].iter().find_map(|power| plain.strip_suffix(power));
    !plain.is_empty() && (is_known(plain) || raised.is_some_and(is_known))
}

fn is_known(symbol: &str) -> bool {
    let is_with_prefix = |symbol: &str, same: fn(&str, &str) -> bool| {
        BASES.iter().any(|base| {
            let prefix = symbol.len().checked_sub(base.len()).filter(|at| symbol.is_char_boundary(*at));
            prefix.is_some_and(|at| {
                same(&symbol[at..], base) && PREFIXES.iter().any(|one| same(&symbol[..at], one))
            })
        })
    };
    ALONE.contains(&symbol)
        || is_with_prefix(symbol, |one, other| one == other)
        || symbol.len() > 1 && is_with_prefix(symbol, str::eq_ignore_ascii_case)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn symbols() {
        for (text, length) in [
            ("°C", Some(3)),
            ("kg CO₂e", Some(9)),
            ("kgCO2e of it", Some(6)),
            ("µg/m3", Some(6)),
            ("MW", Some(2)),
            ("m²", Some(3)),
            ("mt", Some(2)),
            ("kg/m²", Some(6)),
            ("pct", None),
            ("children", None),
            ("MtCO2e", Some(6)),
            ("km", Some(2)),
        ] {
            assert_eq!(read(text), length, "{text}");
        }
    }
}
