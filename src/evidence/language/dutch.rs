//! Dutch words, as English readers have them.

use super::LanguageTable;

/// The words of Dutch.
pub(super) const TABLE: LanguageTable = LanguageTable {
    name: "Dutch",
    numbers: NUMBERS,
    hundreds: &[("honderd", 100)],
    thousand: &["duizend"],
    joints: &["en"],
    ordinals: &["e", "ste", "de"],
    qualifiers: QUALIFIERS,
    scales: SCALES,
    shares: SHARES,
    units: UNITS,
    months: MONTHS,
    periods: PERIODS,
    lacks: "`miljoenen` without a number; `een` as a number by itself; ordinals in words above four",
};

/// Numbers below a hundred.
#[rustfmt::skip]
const NUMBERS: &[(&str, u32)] = &[
    ("nul", 0), ("één", 1), ("twee", 2), ("drie", 3), ("vier", 4), ("vijf", 5), ("zes", 6), ("zeven", 7), ("acht", 8),
    ("negen", 9), ("tien", 10), ("elf", 11), ("twaalf", 12), ("dertien", 13), ("veertien", 14), ("vijftien", 15),
    ("zestien", 16), ("zeventien", 17), ("achttien", 18), ("negentien", 19), ("twintig", 20), ("eenentwintig", 21),
    ("tweeëntwintig", 22), ("drieëntwintig", 23), ("vierentwintig", 24), ("vijfentwintig", 25), ("zesentwintig", 26),
    ("zevenentwintig", 27), ("achtentwintig", 28), ("negenentwintig", 29), ("dertig", 30), ("eenendertig", 31),
    ("tweeëndertig", 32), ("drieëndertig", 33), ("vierendertig", 34), ("vijfendertig", 35), ("zesendertig", 36),
    ("zevenendertig", 37), ("achtendertig", 38), ("negenendertig", 39), ("veertig", 40), ("eenenveertig", 41),
    ("tweeënveertig", 42), ("drieënveertig", 43), ("vierenveertig", 44), ("vijfenveertig", 45), ("zesenveertig", 46),
    ("zevenenveertig", 47), ("achtenveertig", 48), ("negenenveertig", 49), ("vijftig", 50), ("eenenvijftig", 51),
    ("tweeënvijftig", 52), ("drieënvijftig", 53), ("vierenvijftig", 54), ("vijfenvijftig", 55), ("zesenvijftig", 56),
    ("zevenenvijftig", 57), ("achtenvijftig", 58), ("negenenvijftig", 59), ("zestig", 60), ("eenenzestig", 61),
    ("tweeënzestig", 62), ("drieënzestig", 63), ("vierenzestig", 64), ("vijfenzestig", 65), ("zesenzestig", 66),
    ("zevenenzestig", 67), ("achtenzestig", 68), ("negenenzestig", 69), ("zeventig", 70), ("eenenzeventig", 71),
    ("tweeënzeventig", 72), ("drieënzeventig", 73), ("vierenzeventig", 74), ("vijfenzeventig", 75), ("zesenzeventig", 76),
    ("zevenenzeventig", 77), ("achtenzeventig", 78), ("negenenzeventig", 79), ("tachtig", 80), ("eenentachtig", 81),
    ("tweeëntachtig", 82), ("drieëntachtig", 83), ("vierentachtig", 84), ("vijfentachtig", 85), ("zesentachtig", 86),
    ("zevenentachtig", 87), ("achtentachtig", 88), ("negenentachtig", 89), ("negentig", 90), ("eenennegentig", 91),
    ("tweeënnegentig", 92), ("drieënnegentig", 93), ("vierennegentig", 94), ("vijfennegentig", 95), ("zesennegentig", 96),
    ("zevenennegentig", 97), ("achtennegentig", 98), ("negenennegentig", 99),
];

/// Words that loosen or bound a number, before it and behind it.
#[rustfmt::skip]
const QUALIFIERS: &[(&str, &str)] = &[
    ("ongeveer", "about"), ("circa", "about"), ("ca.", "about"), ("rond", "about"), ("rond de", "about"),
    ("om en nabij", "about"), ("zo'n", "about"), ("omstreeks", "about"), ("meer dan", "over"), ("hoger dan", "over"),
    ("groter dan", "over"), ("boven", "over"), ("ruim boven", "well over"), ("minstens", "at least"),
    ("ten minste", "at least"), ("minimaal", "at least"), ("niet minder dan", "at least"), ("minder dan", "under"),
    ("lager dan", "under"), ("kleiner dan", "under"), ("onder", "under"), ("ruim onder", "well under"), ("tot wel", "up to"),
    ("maximaal", "up to"), ("hoogstens", "at most"), ("ten hoogste", "at most"), ("niet meer dan", "at most"),
    ("bijna", "nearly"), ("haast", "nearly"), ("vrijwel", "nearly"), ("iets minder dan", "just under"),
    ("net onder", "just under"), ("ruim", "just over"), ("iets meer dan", "just over"), ("net boven", "just over"),
    ("slechts", "only"), ("maar", "only"), ("alleen", "only"), ("in totaal", "a total of"), ("een totaal van", "a total of"),
    ("gemiddeld", "an average of"), ("een gemiddelde van", "an average of"), ("nog eens", "a further"), ("alle", "all"),
    ("precies", "exactly"), ("of meer", "or more"), ("en meer", "or more"), ("of minder", "or less"),
    ("en minder", "or less"), ("en ouder", "and older"), ("of ouder", "and older"), ("tussen", "between"), ("en", "and"),
    ("of", "or"), ("tot", "to"), ("tot en met", "to"), ("t/m", "to"), ("^van", "from"), ("min", "minus"), ("plus", "plus"),
];

/// Powers of ten.
#[rustfmt::skip]
const SCALES: &[(&str, &str)] = &[
    ("duizend", "thousand"), ("miljoen", "million"), ("mln.", "million"), ("mln", "million"), ("miljard", "billion"),
    ("mld.", "billion"), ("mld", "billion"), ("mrd.", "billion"), ("biljoen", "trillion"), ("bln.", "trillion"),
    ("biljard", "quadrillion"), ("een miljoen", "one million"), ("één miljoen", "one million"),
    ("een miljard", "one billion"), ("één miljard", "one billion"), ("een biljoen", "one trillion"),
];

/// Fractions, multiples and shares.
#[rustfmt::skip]
const SHARES: &[(&str, &str)] = &[
    ("de helft", "half"), ("helft", "half"), ("een derde", "a third"), ("éen derde", "a third"), ("één derde", "a third"),
    ("derde", "thirds"), ("derden", "thirds"), ("een kwart", "a quarter"), ("één kwart", "a quarter"), ("kwart", "quarters"),
    ("kwarten", "quarters"), ("een vijfde", "a fifth"), ("één vijfde", "a fifth"), ("vijfde", "fifths"),
    ("vijfden", "fifths"), ("een zesde", "a sixth"), ("zesde", "sixths"), ("een zevende", "a seventh"),
    ("zevende", "sevenths"), ("een achtste", "an eighth"), ("achtste", "eighths"), ("een negende", "a ninth"),
    ("negende", "ninths"), ("een tiende", "a tenth"), ("één tiende", "a tenth"), ("tiende", "tenths"), ("tienden", "tenths"),
    ("een twaalfde", "a twelfth"), ("een twintigste", "a twentieth"), ("anderhalf", "one and a half"),
    ("anderhalve", "one and a half"), ("tweeënhalf", "two and a half"), ("tweeënhalve", "two and a half"),
    ("een half miljoen", "half a million"), ("een half miljard", "half a billion"), ("verdubbeld", "doubled"),
    ("verdubbelde", "doubled"), ("verdubbelden", "doubled"), ("verdubbeling", "doubled"), ("het dubbele", "double"),
    ("dubbel", "double"), ("verdrievoudigd", "tripled"), ("verdrievoudigde", "tripled"), ("verviervoudigd", "quadrupled"),
    ("gehalveerd", "halved"), ("halveerde", "halved"), ("twee keer", "twice"), ("tweemaal", "twice"), ("keer", "times"),
    ("maal", "times"), ("een op de", "one in"), ("één op de", "one in"), ("een op", "one in"), ("één op", "one in"),
    ("een ~ op de", "one ~ in"), ("één ~ op de", "one ~ in"), ("op de", "in"), ("op elke", "in"), ("van de", "of"),
    ("een dozijn", "a dozen"), ("tientallen", "dozens"), ("honderden", "hundreds"), ("duizenden", "thousands"),
    ("tienduizenden", "tens of thousands"), ("honderdduizenden", "hundreds of thousands"),
];

/// Units, currencies and what a rate is told of.
#[rustfmt::skip]
const UNITS: &[(&str, &str)] = &[
    ("procent", "per cent"), ("procentpunt", "percentage points"), ("procentpunten", "percentage points"),
    ("%-punt", "percentage points"), ("promille", "‰"), ("basispunten", "basis points"), ("punten", "points"),
    ("punt", "points"), ("per", "per"), ("per hoofd", "per head"), ("per jaar", "per year"), ("jaarlijks", "per year"),
    ("per week", "per week"), ("wekelijks", "per week"), ("per maand", "per month"), ("maandelijks", "per month"),
    ("per dag", "per day"), ("per uur", "per hour"), ("per huishouden", "per household"), ("per persoon", "per person"),
    ("per kind", "per child"), ("pond sterling", "pounds sterling"), ("pond", "pounds"), ("euro", "euros"),
    ("dollar", "US dollars"), ("Amerikaanse dollar", "US dollars"), ("Zwitserse frank", "Swiss francs"), ("yen", "yen"),
    ("jaren", "years"), ("jaar", "year"), ("maanden", "months"), ("maand", "month"), ("weken", "weeks"), ("week", "week"),
    ("dagen", "days"), ("dag", "day"), ("uren", "hours"), ("uur", "hours"), ("minuten", "minutes"), ("minuut", "minute"),
    ("seconden", "seconds"), ("seconde", "second"), ("kilometer", "kilometres"), ("meter", "metres"),
    ("kilogram", "kilograms"), ("gram", "grams"), ("ton", "tonnes"), ("liter", "litres"), ("hectare", "hectares"),
    ("graden Celsius", "°C"), ("van", "of"), ("van de", "of"), ("van het", "of"), ("der", "of"),
];

/// The months, and their short forms.
#[rustfmt::skip]
const MONTHS: &[(&str, &str)] = &[
    ("januari", "January"), ("februari", "February"), ("maart", "March"), ("april", "April"), ("mei", "May"),
    ("juni", "June"), ("juli", "July"), ("augustus", "August"), ("september", "September"), ("oktober", "October"),
    ("november", "November"), ("december", "December"), ("jan.", "January"), ("jan", "January"), ("feb.", "February"),
    ("feb", "February"), ("mrt.", "March"), ("mrt", "March"), ("apr.", "April"), ("apr", "April"), ("jun.", "June"),
    ("jun", "June"), ("jul.", "July"), ("jul", "July"), ("aug.", "August"), ("aug", "August"), ("sept.", "September"),
    ("sept", "September"), ("sep.", "September"), ("okt.", "October"), ("okt", "October"), ("nov.", "November"),
    ("nov", "November"), ("dec.", "December"), ("dec", "December"),
];

/// Other words of periods.
#[rustfmt::skip]
const PERIODS: &[(&str, &str)] = &[
    ("en", "and"), ("of", "or"), ("K#", "Q#"), ("#e kwartaal", "Q#"), ("#ste kwartaal", "Q#"), ("eerste kwartaal", "Q1"),
    ("tweede kwartaal", "Q2"), ("derde kwartaal", "Q3"), ("vierde kwartaal", "Q4"), ("#e halfjaar", "H#"),
    ("#ste halfjaar", "H#"), ("eerste halfjaar", "H1"), ("tweede halfjaar", "H2"), ("kwartaal", "quarter"),
    ("kwartalen", "quarter"), ("halfjaar", "half"), ("boekjaar", "financial year"), ("begrotingsjaar", "financial year"),
    ("schooljaar", "academic year"), ("studiejaar", "academic year"), ("academisch jaar", "academic year"),
    ("kalenderjaar", "calendar year"), ("belastingjaar", "tax year"), ("jaren #", "#s"), ("de jaren #", "#s"),
    ("sinds", "since"), ("vanaf", "since"), ("tot nu toe", "to date"), ("tot heden", "to date"), ("tot en met", "to"),
    ("t/m", "to"), ("tot", "to"), ("tot aan", "up to"), ("voor", "before"), ("vóór", "before"), ("na", "after"),
    ("tussen", "between"), ("op", "on"), ("in", "in"), ("gedurende", "in"), ("tijdens", "in"), ("medio", "mid"),
    ("midden", "mid"), ("eind", "end of"), ("einde", "end of"), ("het einde van", "end of"), ("begin", "start of"),
    ("week", "week"), ("lente", "spring"), ("voorjaar", "spring"), ("zomer", "summer"), ("herfst", "autumn"),
    ("najaar", "autumn"), ("winter", "winter"), ("jaar tot", "year to"), ("jaar eindigend in", "year to"),
    ("jaar tot en met", "year to"), ("volkstelling", "census"), ("golf", "wave"), ("eerste", "first"), ("tweede", "second"),
    ("derde", "third"), ("vierde", "fourth"), ("^van", "from"), ("per 31", "at 31"), ("per 1", "at 1"), ("per 30", "at 30"),
    ("maandag", "Monday"), ("dinsdag", "Tuesday"), ("woensdag", "Wednesday"), ("donderdag", "Thursday"),
    ("vrijdag", "Friday"), ("zaterdag", "Saturday"), ("zondag", "Sunday"),
];
