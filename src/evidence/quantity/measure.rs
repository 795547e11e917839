//! Nouns that are units of one measure, such as days and weeks: one in the place of another is another figure.

/// Units by measure; those in one group mean the same.
const MEASURES: [&[&[&str]]; 5] = [
    &[
        &["second", "seconds", "sec", "secs"],
        &["minute", "minutes", "min", "mins"],
        &["hour", "hours", "hr", "hrs"],
        &["day", "days"],
        &["week", "weeks"],
        &["fortnight", "fortnights"],
        &["month", "months"],
        &["year", "years", "yr", "yrs"],
        &["decade", "decades"],
    ],
    &[
        &["mm", "millimetre", "millimetres"],
        &["cm", "centimetre", "centimetres"],
        &["metre", "metres"],
        &["km", "kilometre", "kilometres"],
        &["mile", "miles"],
        &["foot", "feet", "ft"],
        &["inch", "inches"],
        &["yard", "yards"],
    ],
    &[
        &["mg", "milligram", "milligrams"],
        &["g", "gram", "grams"],
        &["kg", "kilo", "kilos", "kilogram", "kilograms"],
        &["tonne", "tonnes", "t"],
        &["ton", "tons"],
        &["pound", "pounds", "lb", "lbs"],
        &["ounce", "ounces", "oz"],
        &["stone", "stones"],
    ],
    &[&["wh"], &["kwh"], &["mwh"], &["gwh"], &["twh"], &["w"], &["kw"], &["mw"], &["gw"], &["tw"]],
    &[
        &["ml", "millilitre", "millilitres"],
        &["litre", "litres", "l"],
        &["gallon", "gallons"],
        &["pint", "pints"],
        &["hectare", "hectares", "ha"],
        &["acre", "acres"],
        &["kb"],
        &["mb"],
        &["gb"],
        &["tb"],
    ],
];

/// Whether two nouns are units, and not the same one, or per another thing. A noun of several words is known by its first:
/// `weeks of waiting`.
#[must_use]
pub fn differ(one: &str, other: &str) -> bool {
    let are_others = match place(one).zip(place(other)) {
        Some((one, other)) => one != other,
        None => symbol(one).zip(symbol(other)).is_some_and(|(one, other)| !one.eq_ignore_ascii_case(&other)),
    };
    are_others || per(one).zip(per(other)).is_some_and(|(one, other)| one != other)
}

/// A symbol of a unit, however its letters are raised.
fn symbol(noun: &str) -> Option<String> {
    let length = super::symbol::read(noun)?;
    Some(noun[..length].replace(['₂', '²'], "2").replace('³', "3").replace('μ', "µ").replace(' ', ""))
}

/// What a noun is per: `per week`, `hours a week`, `/week`.
fn per(noun: &str) -> Option<&str> {
    if let Some(thing) = noun.split_whitespace().last().and_then(shortened) {
        return Some(thing);
    }
    let behind = noun.rsplit_once('/').map(|(_, behind)| behind);
    let words = ["per ", "a ", "an ", "each ", "every "];
    let of_word = |word: &&str| {
        let at = noun.rfind(*word).filter(|at| *at == 0 || noun[..*at].ends_with(' '))?;
        Some(&noun[at + word.len()..])
    };
    let thing = behind.or_else(|| words.iter().find_map(of_word))?.trim();
    Some(if thing == "annum" { "year" } else { thing })
}

/// What a short form of `per` is per: `pa`, `p.c.m.`.
pub(super) fn shortened(word: &str) -> Option<&'static str> {
    let plain: String = word.chars().filter(|letter| *letter != '.').collect();
    match plain.as_str() {
        "pa" => Some("year"),
        "pm" | "pcm" => Some("month"),
        "pw" => Some("week"),
        "ph" => Some("hour"),
        "pppn" => Some("person per night"),
        _ => None,
    }
}

/// What a noun makes of a unit for machines: `km`, `hours per week`, `per week`; `None` when it is no unit.
#[must_use]
pub fn unit_text(noun: &str) -> Option<String> {
    if let Some(thing) = shortened(noun) {
        return Some(format!("per {thing}"));
    }
    let is_unit = place(noun).is_some() || super::symbol::read(noun).is_some();
    let thing = per(noun);
    if !is_unit && thing.is_none() {
        return None;
    }
    let first = if is_unit { noun.split([' ', '/']).next().unwrap_or_default() } else { "" };
    let counted = match super::symbol::read(noun) {
        Some(length) => &noun[..length],
        None if noun.contains(" of ") && thing.is_none() => noun,
        None => first,
    };
    let joined = thing.filter(|_| super::symbol::read(noun).is_none());
    Some(match joined {
        Some(thing) if counted.is_empty() => format!("per {thing}"),
        Some(thing) => format!("{counted} per {thing}"),
        None => counted.to_owned(),
    })
}

/// Whether two nouns are the same unit: `day` and `days`.
#[must_use]
pub fn are_one(one: &str, other: &str) -> bool {
    place(one).zip(place(other)).is_some_and(|(one, other)| one == other)
}

/// Units of time with how many seconds each has.
const SECONDS: [(&str, i64); 6] = [
    ("second", 1),
    ("minute", 60),
    ("hour", 3_600),
    ("day", 86_400),
    ("week", 604_800),
    ("fortnight", 1_209_600),
];

/// Longer ones with how many months.
const MONTHS: [(&str, i64); 3] = [("month", 1), ("year", 12), ("decade", 120)];

/// How long a unit of time is, and whether in months rather than in seconds.
#[must_use]
pub fn length(noun: &str) -> Option<(bool, i64)> {
    let of = |units: &[(&str, i64)]| {
        units.iter().find(|(unit, _)| !noun.contains(' ') && are_one(unit, noun)).map(|(_, length)| *length)
    };
    of(&SECONDS).map(|length| (false, length)).or_else(|| Some((true, of(&MONTHS)?)))
}

/// Whether a word is a unit of time.
#[must_use]
pub fn is_time(word: &str) -> bool {
    let word = word.trim_end_matches(|mark: char| !mark.is_alphanumeric());
    MEASURES[0].iter().any(|names| names.iter().any(|name| name.eq_ignore_ascii_case(word)))
}

/// Whether a text begins with a unit by its name.
pub(super) fn is_unit(text: &str) -> bool {
    place(text).is_some()
}

/// Which unit a noun is.
fn place(noun: &str) -> Option<usize> {
    let noun = noun.split([' ', '/']).find(|word| !word.is_empty()).unwrap_or_default();
    let mut units = MEASURES.iter().flat_map(|measure| measure.iter());
    units.position(|names| names.iter().any(|name| name.eq_ignore_ascii_case(noun)))
}

#[cfg(test)]
mod tests {
    use super::differ;

    #[test]
    fn units_are_told_apart_and_other_nouns_are_not() {
        for (one, other) in
            [("days", "weeks"), ("kg", "tonnes"), ("GWh", "TWh"), ("miles", "km"), ("weeks of rest", "days")]
        {
            assert!(differ(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("day", "days"),
            ("authorities", "councils"),
            ("", "days"),
            ("kg", "kilograms"),
            ("days", "places"),
            ("per year", "per annum"),
            ("kg CO₂e", "kg CO2e"),
            ("per week", "a week"),
            ("pw", "per week"),
            ("p.a.", "a year"),
        ] {
            assert!(!differ(one, other), "{one} {other}");
        }
    }
}
