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

/// Whether two nouns are units, and not the same one. A noun of several words is known by its first: `weeks of waiting`.
#[must_use]
pub fn differ(one: &str, other: &str) -> bool {
    place(one).zip(place(other)).is_some_and(|(one, other)| one != other)
}

/// Whether two nouns are the same unit: `day` and `days`.
#[must_use]
pub fn are_one(one: &str, other: &str) -> bool {
    place(one).zip(place(other)).is_some_and(|(one, other)| one == other)
}

/// Which unit a noun is.
fn place(noun: &str) -> Option<usize> {
    let noun = noun.split_whitespace().next().unwrap_or_default();
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
        ] {
            assert!(!differ(one, other), "{one} {other}");
        }
    }
}
