//! Every table is complete, and what is read by it is what English reads.

use super::{LanguageTable, table};
use crate::config::{Language, TONGUES, Tongue};
use crate::evidence::period::Period;
use crate::evidence::quantity::Quantity;
use crate::evidence::quantity::scan::{scan, scan_in};

/// What every table has a word for, by list.
const NEEDED: [&[&str]; 6] = [
    &[
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    &[
        "Q#",
        "H#",
        "quarter",
        "half",
        "financial year",
        "academic year",
        "calendar year",
        "tax year",
        "#s",
        "since",
        "to date",
        "to",
        "up to",
        "before",
        "after",
        "between",
        "in",
        "end of",
        "start of",
        "mid",
        "week",
        "spring",
        "summer",
        "winter",
        "year to",
        "census",
        "Monday",
        "Sunday",
        "first",
        "fourth",
        "on",
    ],
    &[
        "about",
        "over",
        "well over",
        "at least",
        "under",
        "up to",
        "at most",
        "nearly",
        "just under",
        "just over",
        "only",
        "a total of",
        "an average of",
        "all",
        "exactly",
        "or more",
        "or less",
        "between",
        "and",
        "or",
        "to",
        "from",
        "minus",
        "plus",
    ],
    &["thousand", "million", "billion", "trillion", "one million", "one billion"],
    &[
        "half",
        "a third",
        "thirds",
        "a quarter",
        "quarters",
        "a fifth",
        "a tenth",
        "one and a half",
        "two and a half",
        "half a million",
        "doubled",
        "double",
        "tripled",
        "halved",
        "twice",
        "times",
        "dozens",
        "hundreds",
        "thousands",
        "tens of thousands",
        "hundreds of thousands",
        "a dozen",
    ],
    &[
        "per cent",
        "percentage points",
        "basis points",
        "points",
        "per",
        "per head",
        "per year",
        "per week",
        "per month",
        "per day",
        "per hour",
        "per household",
        "per person",
        "per child",
        "pounds",
        "euros",
        "US dollars",
        "Swiss francs",
        "years",
        "year",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "seconds",
        "kilometres",
        "metres",
        "kilograms",
        "grams",
        "tonnes",
        "litres",
        "hectares",
        "°C",
    ],
];

fn tables() -> impl Iterator<Item = &'static LanguageTable> {
    TONGUES.iter().filter_map(|(_, tongue)| table(*tongue))
}

#[test]
fn every_table_is_complete() {
    assert_eq!(tables().count(), TONGUES.len() - 1);
    for table in tables() {
        for number in 0..100 {
            assert!(table.numbers.iter().any(|(_, value)| *value == number), "{} lacks {number}", table.name);
        }
        assert!(!table.hundreds.is_empty() && !table.thousand.is_empty(), "{}", table.name);
        assert!(!table.ordinals.is_empty() && !table.joints.is_empty(), "{}", table.name);
        let lists = [table.months, table.periods, table.qualifiers, table.scales, table.shares, table.units];
        for (list, needed) in lists.into_iter().zip(NEEDED) {
            for english in needed {
                let is_there = list.iter().any(|(_, known)| known == english);
                assert!(is_there, "{} has no word for `{english}`", table.name);
            }
        }
        assert!(!table.lacks.is_empty(), "{}", table.name);
    }
}

#[test]
fn no_list_gives_one_phrase_two_meanings() {
    for table in tables() {
        let lists = [table.months, table.periods, table.qualifiers, table.scales, table.shares, table.units];
        for list in lists {
            for (at, (words, english)) in list.iter().enumerate() {
                let other = list[..at].iter().find(|(known, _)| known.to_lowercase() == words.to_lowercase());
                assert!(other.is_none_or(|(_, known)| known == english), "{}: {words}", table.name);
            }
        }
    }
}

/// Values of a language beside what means the same in English.
const VALUES: &[(&str, &str, &str)] = &[
    ("de", "1.234", "1,234"),
    ("de", "12,5 %", "12.5 %"),
    ("de", "1.234,5 Mio. Euro", "1,234.5 million euros"),
    ("de", "3 Mrd.", "3 billion"),
    ("de", "2 Billionen Euro", "2 trillion euros"),
    ("de", "rund 40 Prozent", "about 40 per cent"),
    ("de", "mehr als 29 %", "over 29 %"),
    ("de", "knapp ein Drittel", "nearly a third"),
    ("de", "gut die Hälfte", "just over half"),
    ("de", "jeder Fünfte", "one in five"),
    ("de", "jedes vierte Kind", "one in four children"),
    ("de", "drei von vier", "three out of four"),
    ("de", "einundzwanzig", "21"),
    ("de", "zweihundertfünfzig", "250"),
    ("de", "zweitausend", "two thousand"),
    ("de", "dreitausendfünf", "3,005"),
    ("de", "zwei Drittel", "two thirds"),
    ("de", "22 je 10.000", "22 per 10,000"),
    ("de", "85,9 Todesfälle pro 100.000 Einwohner", "85.9 deaths per 100,000 people"),
    ("de", "zwischen 5 und 7", "between 5 and 7"),
    ("de", "von 5 bis 7", "from 5 to 7"),
    ("de", "1,5 Prozentpunkte", "1.5 percentage points"),
    ("de", "35 Stunden pro Woche", "35 hours per week"),
    ("de", "verdoppelt", "doubled"),
    ("de", "3-mal", "3 times"),
    ("de", "mindestens 5", "at least 5"),
    ("de", "65 und älter", "65 and older"),
    ("de", "eine halbe Million", "half a million"),
    ("de", "64 % der Haushalte", "64 % of households"),
    ("de-CH", "1'234.5", "1,234.5"),
    ("fr", "12,5 %", "12.5 %"),
    ("fr", "1 234,5", "1,234.5"),
    ("fr", "1\u{202f}234\u{202f}567", "1,234,567"),
    ("fr", "environ 3 milliards d’euros", "about 3 billion euros"),
    ("fr", "plus de 29 %", "over 29 %"),
    ("fr", "près de la moitié", "nearly half"),
    ("fr", "deux tiers", "two thirds"),
    ("fr", "un enfant sur cinq", "one child in five"),
    ("fr", "9 sur 15", "9 out of 15"),
    ("fr", "quatre-vingt-dix-sept", "97"),
    ("fr", "vingt et un", "21"),
    ("fr", "deux cent cinquante", "250"),
    ("fr", "2 points de pourcentage", "2 percentage points"),
    ("fr", "22 pour 10 000", "22 per 10,000"),
    ("fr", "4,2 M€", "4.2 million €"),
    ("fr", "entre 5 et 7", "between 5 and 7"),
    ("fr", "de 15 à 20 %", "from 15 to 20 %"),
    ("fr", "au moins 5", "at least 5"),
    ("fr", "64 % des ménages", "64 % of households"),
    ("fr", "35 heures par semaine", "35 hours per week"),
    ("es", "1.234,5", "1,234.5"),
    ("es", "3.000 millones de euros", "3,000 million euros"),
    ("es", "3 mil millones", "3 billion"),
    ("es", "casi un tercio", "nearly a third"),
    ("es", "uno de cada cinco", "one in five"),
    ("es", "treinta y uno", "31"),
    ("es", "doscientos cincuenta", "250"),
    ("es", "alrededor del 40 por ciento", "about 40 per cent"),
    ("es-MX", "1,234.5", "1,234.5"),
    ("nl", "1.234,5", "1,234.5"),
    ("nl", "3 miljoen", "3 million"),
    ("nl", "ruim 40 procent", "just over 40 per cent"),
    ("nl", "één op de vijf", "one in five"),
    ("nl", "eenentwintig", "21"),
    ("nl", "tweehonderdvijftig", "250"),
    ("nl", "2 procentpunten", "2 percentage points"),
    ("cy", "12.5 y cant", "12.5 per cent"),
    ("cy", "tua 40%", "about 40%"),
    ("cy", "3 miliwn", "3 million"),
    ("cy", "un o bob pump", "one in every five"),
    ("cy", "dau ddeg tri", "23"),
    ("cy", "dros 1,234", "over 1,234"),
];

#[test]
fn values_mean_what_the_english_ones_do() {
    let mut wrong = Vec::new();
    for (tag, typed, english) in VALUES {
        let wanted = Quantity::parse(english).expect(english);
        match Quantity::parse_in(typed, Language::of(tag)) {
            Ok(found) => {
                assert_eq!(found.printed, *typed);
                let plain = |quantity: &Quantity| {
                    (quantity.interval, quantity.unit, quantity.canonical(), quantity.unit_text())
                };
                if plain(&found) != plain(&wanted) {
                    wrong.push(format!("{tag} {typed}: {:?} for {:?}", plain(&found), plain(&wanted)));
                }
            }
            Err(error) => wrong.push(format!("{tag} {typed}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn values_are_found_in_running_text_where_they_stand() {
    for (tag, text, printed) in [
        (
            "de",
            "Der Anteil lag bei rund 12,5 Prozent, also 1.234 Kindern.",
            vec!["rund 12,5 Prozent", "1.234"],
        ),
        ("de", "Am 31. März 2024 waren es 5.", vec!["2024", "5"]),
        ("fr", "Elles étaient environ 1 234, soit 12,5 %.", vec!["environ 1 234", "12,5 %"]),
        ("nl", "Dat is ruim 3 miljoen euro.", vec!["ruim 3 miljoen euro"]),
    ] {
        let found: Vec<String> = scan_in(text, Language::of(tag))
            .into_iter()
            .map(|found| {
                assert_eq!(&text[found.span.start..found.span.end], found.quantity.printed());
                found.quantity.printed().to_owned()
            })
            .collect();
        assert_eq!(found, printed, "{text}");
    }
    assert_eq!(scan_in("over 29% of 1,234", Language::default()), scan("over 29% of 1,234"));
}

#[test]
fn what_can_be_either_is_asked_back_and_each_way_out_is_read() {
    for (tag, typed, ways) in [
        ("de", "735,470", vec!["735.470", "735,4700"]),
        ("de", "12.5", vec!["12,5"]),
        ("de", "1,234.5 Euro", vec!["1.234,5 Euro"]),
        ("de", "1,83 m", vec!["1,83 Million", "1,83 Meter"]),
        ("fr", "1.234", vec!["1 234", "1,2340"]),
        ("fr", "12.5 %", vec!["12,5 %"]),
        ("it", "1.234", vec!["1,234", "1.2340"]),
    ] {
        let language = Language::of(tag);
        let error = Quantity::parse_in(typed, language).expect_err(typed);
        assert_eq!(error.ways_out(), ways, "{typed}");
        for way in ways {
            assert!(Quantity::parse_in(way, language).is_ok(), "{tag}: {way}");
        }
    }
}

/// Periods of a language beside what means the same in English.
const PERIODS: &[(&str, &str, &str)] = &[
    ("de", "31. März 2024", "31 March 2024"),
    ("de", "31.03.2024", "2024-03-31"),
    ("de", "4.5.2024", "2024-05-04"),
    ("de", "Januar bis März 2024", "January to March 2024"),
    ("de", "3. Quartal 2024", "Q3 2024"),
    ("de", "1. Halbjahr 2023", "H1 2023"),
    ("de", "Haushaltsjahr 2016/17", "financial year 2016/17"),
    ("de", "Schuljahr 2016/17", "academic year 2016/17"),
    ("de", "seit 2010", "since 2010"),
    ("de", "bis 2016", "to 2016"),
    ("de", "zwischen 2010 und 2016", "between 2010 and 2016"),
    ("de", "1990er Jahre", "1990s"),
    ("de", "Mitte 2022", "mid 2022"),
    ("de", "Jahr bis März 2024", "year to March 2024"),
    ("de", "am 31. Dezember 2016", "on 31 December 2016"),
    ("de", "KW 18/2024", "week 18/2024"),
    ("de", "zwölf Monate bis März 2024", "twelve months to March 2024"),
    ("fr", "31 mars 2024", "31 March 2024"),
    ("fr", "1er janvier 2024", "1 January 2024"),
    ("fr", "janvier à mars 2024", "January to March 2024"),
    ("fr", "T3 2024", "Q3 2024"),
    ("fr", "2e trimestre 2024", "Q2 2024"),
    ("fr", "année scolaire 2016-2017", "academic year 2016-2017"),
    ("fr", "exercice 2016-2017", "financial year 2016-2017"),
    ("fr", "depuis 2010", "since 2010"),
    ("fr", "jusqu’en 2016", "up to 2016"),
    ("fr", "entre 2010 et 2016", "between 2010 and 2016"),
    ("fr", "années 1990", "1990s"),
    ("fr", "mi-2022", "mid-2022"),
    ("fr", "au 31 mars 2017", "at 31 March 2017"),
    ("fr", "sept. 2019", "September 2019"),
    ("es", "31 de marzo de 2024", "31 of March 2024"),
    ("es", "primer trimestre de 2024", "Q1 2024"),
    ("es", "curso 2016-2017", "academic year 2016-2017"),
    ("es", "desde 2010", "since 2010"),
    ("nl", "31 maart 2024", "31 March 2024"),
    ("nl", "1e kwartaal 2024", "Q1 2024"),
    ("nl", "schooljaar 2016-2017", "academic year 2016-2017"),
    ("nl", "januari t/m maart 2024", "January to March 2024"),
    ("cy", "31 Mawrth 2024", "31 March 2024"),
    ("cy", "blwyddyn ariannol 2016-17", "financial year 2016-17"),
    ("cy", "ers 2010", "since 2010"),
];

#[test]
fn periods_mean_what_the_english_ones_do() {
    let mut wrong = Vec::new();
    for (tag, typed, english) in PERIODS {
        let wanted = Period::parse(english).unwrap_or_else(|error| panic!("{english}: {error}"));
        match Period::parse_in(typed, Language::of(tag)) {
            Ok(found) if (found.shape, &*found.printed) == (wanted.shape, *typed) => {}
            found => wrong.push(format!("{tag} {typed}: {found:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn refused_periods_name_a_spelling_of_their_language() {
    for (tag, typed, ways) in
        [("de", "31-Mrz-24", vec!["31 März 2024"]), ("fr", "2006-08", vec!["2006 à 2008", "août 2006"])]
    {
        let language = Language::of(tag);
        let error = Period::parse_in(typed, language).expect_err(typed);
        assert_eq!(error.ways_out(), ways, "{typed}");
        for way in ways {
            assert!(Period::parse_in(way, language).is_ok(), "{tag}: {way}");
        }
    }
    assert!(table(Tongue::Other).is_none());
}
