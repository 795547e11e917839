//! German words, as English readers have them.

use super::LanguageTable;

/// The words of German.
pub(super) const TABLE: LanguageTable = LanguageTable {
    name: "German",
    numbers: NUMBERS,
    hundreds: &[("einhundert", 100), ("hundert", 100)],
    thousand: &["eintausend", "tausend"],
    joints: &["und"],
    ordinals: &["."],
    qualifiers: QUALIFIERS,
    scales: SCALES,
    shares: SHARES,
    units: UNITS,
    months: MONTHS,
    periods: PERIODS,
    lacks: "`Millionen` without a number; ordinals in words above four; units by name beside the common ones",
};

/// Numbers below a hundred.
#[rustfmt::skip]
const NUMBERS: &[(&str, u32)] = &[
    ("null", 0), ("eins", 1), ("zwei", 2), ("drei", 3), ("vier", 4), ("fünf", 5), ("sechs", 6), ("sieben", 7), ("acht", 8),
    ("neun", 9), ("zehn", 10), ("elf", 11), ("zwölf", 12), ("dreizehn", 13), ("vierzehn", 14), ("fünfzehn", 15),
    ("sechzehn", 16), ("siebzehn", 17), ("achtzehn", 18), ("neunzehn", 19), ("zwanzig", 20), ("einundzwanzig", 21),
    ("zweiundzwanzig", 22), ("dreiundzwanzig", 23), ("vierundzwanzig", 24), ("fünfundzwanzig", 25), ("sechsundzwanzig", 26),
    ("siebenundzwanzig", 27), ("achtundzwanzig", 28), ("neunundzwanzig", 29), ("dreißig", 30), ("einunddreißig", 31),
    ("zweiunddreißig", 32), ("dreiunddreißig", 33), ("vierunddreißig", 34), ("fünfunddreißig", 35), ("sechsunddreißig", 36),
    ("siebenunddreißig", 37), ("achtunddreißig", 38), ("neununddreißig", 39), ("vierzig", 40), ("einundvierzig", 41),
    ("zweiundvierzig", 42), ("dreiundvierzig", 43), ("vierundvierzig", 44), ("fünfundvierzig", 45), ("sechsundvierzig", 46),
    ("siebenundvierzig", 47), ("achtundvierzig", 48), ("neunundvierzig", 49), ("fünfzig", 50), ("einundfünfzig", 51),
    ("zweiundfünfzig", 52), ("dreiundfünfzig", 53), ("vierundfünfzig", 54), ("fünfundfünfzig", 55), ("sechsundfünfzig", 56),
    ("siebenundfünfzig", 57), ("achtundfünfzig", 58), ("neunundfünfzig", 59), ("sechzig", 60), ("einundsechzig", 61),
    ("zweiundsechzig", 62), ("dreiundsechzig", 63), ("vierundsechzig", 64), ("fünfundsechzig", 65), ("sechsundsechzig", 66),
    ("siebenundsechzig", 67), ("achtundsechzig", 68), ("neunundsechzig", 69), ("siebzig", 70), ("einundsiebzig", 71),
    ("zweiundsiebzig", 72), ("dreiundsiebzig", 73), ("vierundsiebzig", 74), ("fünfundsiebzig", 75), ("sechsundsiebzig", 76),
    ("siebenundsiebzig", 77), ("achtundsiebzig", 78), ("neunundsiebzig", 79), ("achtzig", 80), ("einundachtzig", 81),
    ("zweiundachtzig", 82), ("dreiundachtzig", 83), ("vierundachtzig", 84), ("fünfundachtzig", 85), ("sechsundachtzig", 86),
    ("siebenundachtzig", 87), ("achtundachtzig", 88), ("neunundachtzig", 89), ("neunzig", 90), ("einundneunzig", 91),
    ("zweiundneunzig", 92), ("dreiundneunzig", 93), ("vierundneunzig", 94), ("fünfundneunzig", 95), ("sechsundneunzig", 96),
    ("siebenundneunzig", 97), ("achtundneunzig", 98), ("neunundneunzig", 99), ("zwo", 2), ("dreissig", 30),
];

/// Words that loosen or bound a number, before it and behind it.
#[rustfmt::skip]
const QUALIFIERS: &[(&str, &str)] = &[
    ("rund", "about"), ("etwa", "about"), ("ungefähr", "about"), ("circa", "about"), ("zirka", "about"), ("ca.", "about"),
    ("ca", "about"), ("annähernd", "about"), ("um die", "about"), ("gegen", "about"), ("schätzungsweise", "about"),
    ("mehr als", "over"), ("über", "over"), ("höher als", "over"), ("größer als", "over"), ("oberhalb von", "over"),
    ("länger als", "over"), ("älter als", "over"), ("weit über", "well over"), ("deutlich über", "well over"),
    ("mindestens", "at least"), ("wenigstens", "at least"), ("nicht weniger als", "at least"), ("ab", "since"),
    ("unter", "under"), ("weniger als", "under"), ("niedriger als", "under"), ("geringer als", "under"),
    ("unterhalb von", "under"), ("deutlich unter", "well under"), ("weit unter", "well under"), ("jünger als", "under"),
    ("kürzer als", "under"), ("bis zu", "up to"), ("höchstens", "at most"), ("maximal", "at most"),
    ("nicht mehr als", "at most"), ("fast", "nearly"), ("nahezu", "nearly"), ("beinahe", "nearly"), ("knapp", "nearly"),
    ("etwas weniger als", "just under"), ("etwas unter", "just under"), ("gut", "just over"), ("etwas mehr als", "just over"),
    ("etwas über", "just over"), ("knapp über", "just over"), ("nur", "only"), ("lediglich", "only"), ("bloß", "only"),
    ("insgesamt", "a total of"), ("durchschnittlich", "an average of"), ("im Durchschnitt", "an average of"),
    ("im Schnitt", "an average of"), ("im Mittel", "an average of"), ("weitere", "a further"), ("zusätzliche", "a further"),
    ("alle", "all"), ("genau", "exactly"), ("oder mehr", "or more"), ("und mehr", "or more"), ("oder weniger", "or less"),
    ("und weniger", "or less"), ("und älter", "and older"), ("oder älter", "and older"), ("und jünger", "and younger"),
    ("oder jünger", "and younger"), ("zwischen", "between"), ("und", "and"), ("oder", "or"), ("bis", "to"), ("^von", "from"),
    ("^vom", "from"), ("plus", "plus"), ("minus", "minus"),
];

/// Powers of ten.
#[rustfmt::skip]
const SCALES: &[(&str, &str)] = &[
    ("Tausend", "thousand"), ("Tsd.", "thousand"), ("Tsd", "thousand"), ("Million", "million"), ("Millionen", "million"),
    ("Mio.", "million"), ("Mio", "million"), ("Milliarde", "billion"), ("Milliarden", "billion"), ("Mrd.", "billion"),
    ("Mrd", "billion"), ("Billion", "trillion"), ("Billionen", "trillion"), ("Bio.", "trillion"), ("Bio", "trillion"),
    ("Billiarde", "quadrillion"), ("Billiarden", "quadrillion"), ("eine Million", "one million"),
    ("einer Million", "one million"), ("eine Milliarde", "one billion"), ("einer Milliarde", "one billion"),
    ("eine Billion", "one trillion"),
];

/// Fractions, multiples and shares.
#[rustfmt::skip]
const SHARES: &[(&str, &str)] = &[
    ("die Hälfte", "half"), ("der Hälfte", "half"), ("Hälfte", "half"), ("ein Drittel", "a third"),
    ("einem Drittel", "a third"), ("eines Drittels", "a third"), ("Drittel", "thirds"), ("Dritteln", "thirds"),
    ("ein Viertel", "a quarter"), ("einem Viertel", "a quarter"), ("eines Viertels", "a quarter"), ("Viertel", "quarters"),
    ("Vierteln", "quarters"), ("ein Fünftel", "a fifth"), ("einem Fünftel", "a fifth"), ("Fünftel", "fifths"),
    ("ein Sechstel", "a sixth"), ("einem Sechstel", "a sixth"), ("Sechstel", "sixths"), ("ein Siebtel", "a seventh"),
    ("Siebtel", "sevenths"), ("ein Achtel", "an eighth"), ("einem Achtel", "an eighth"), ("Achtel", "eighths"),
    ("ein Neuntel", "a ninth"), ("Neuntel", "ninths"), ("ein Zehntel", "a tenth"), ("einem Zehntel", "a tenth"),
    ("Zehntel", "tenths"), ("ein Zwölftel", "a twelfth"), ("Zwölftel", "twelfths"), ("ein Zwanzigstel", "a twentieth"),
    ("Zwanzigstel", "twentieths"), ("ein Hundertstel", "a hundredth"), ("Hundertstel", "hundredths"),
    ("anderthalb", "one and a half"), ("eineinhalb", "one and a half"), ("zweieinhalb", "two and a half"),
    ("dreieinhalb", "three and a half"), ("viereinhalb", "four and a half"), ("eine halbe Million", "half a million"),
    ("eine halbe Milliarde", "half a billion"), ("eine Viertelmillion", "a quarter of a million"), ("verdoppelt", "doubled"),
    ("verdoppelte", "doubled"), ("verdoppelten", "doubled"), ("Verdoppelung", "doubled"), ("Verdopplung", "doubled"),
    ("verdreifacht", "tripled"), ("verdreifachte", "tripled"), ("verdreifachten", "tripled"), ("vervierfacht", "quadrupled"),
    ("vervierfachte", "quadrupled"), ("verfünffacht", "quintupled"), ("halbiert", "halved"), ("halbierte", "halved"),
    ("halbierten", "halved"), ("das Doppelte", "double"), ("das Dreifache", "triple"), ("das Vierfache", "quadruple"),
    ("doppelt so viele", "twice as many"), ("doppelt so viel", "twice as many"), ("doppelt so hoch", "twice as high"),
    ("zweimal", "twice"), ("zweifach", "twice"), ("dreimal", "three times"), ("dreifach", "three times"),
    ("viermal", "four times"), ("vierfach", "four times"), ("fünfmal", "five times"), ("fünffach", "five times"),
    ("zehnmal", "ten times"), ("zehnfach", "ten times"), ("#-mal", "# times"), ("#mal", "# times"), ("#-fach", "# times"),
    ("#fach", "# times"), ("mal", "times"), ("Mal", "times"), ("einer von", "one out of"), ("eine von", "one out of"),
    ("eines von", "one out of"), ("eins von", "one out of"), ("ein von", "one out of"), ("ein ~ von", "one ~ out of"),
    ("eine ~ von", "one ~ out of"), ("von", "out of"), ("ein Dutzend", "a dozen"), ("Dutzende", "dozens"),
    ("Hunderte", "hundreds"), ("Tausende", "thousands"), ("Zehntausende", "tens of thousands"),
    ("Hunderttausende", "hundreds of thousands"), ("jeder zweite", "one in two"), ("jede zweite", "one in two"),
    ("jedes zweite", "one in two"), ("jedem zweiten", "one in two"), ("jeden zweiten", "one in two"),
    ("jeder dritte", "one in three"), ("jede dritte", "one in three"), ("jedes dritte", "one in three"),
    ("jedem dritten", "one in three"), ("jeden dritten", "one in three"), ("jeder vierte", "one in four"),
    ("jede vierte", "one in four"), ("jedes vierte", "one in four"), ("jedem vierten", "one in four"),
    ("jeden vierten", "one in four"), ("jeder fünfte", "one in five"), ("jede fünfte", "one in five"),
    ("jedes fünfte", "one in five"), ("jedem fünften", "one in five"), ("jeden fünften", "one in five"),
    ("jeder sechste", "one in six"), ("jede sechste", "one in six"), ("jedes sechste", "one in six"),
    ("jedem sechsten", "one in six"), ("jeden sechsten", "one in six"), ("jeder siebte", "one in seven"),
    ("jede siebte", "one in seven"), ("jedes siebte", "one in seven"), ("jedem siebten", "one in seven"),
    ("jeden siebten", "one in seven"), ("jeder achte", "one in eight"), ("jede achte", "one in eight"),
    ("jedes achte", "one in eight"), ("jedem achten", "one in eight"), ("jeden achten", "one in eight"),
    ("jeder neunte", "one in nine"), ("jede neunte", "one in nine"), ("jedes neunte", "one in nine"),
    ("jedem neunten", "one in nine"), ("jeden neunten", "one in nine"), ("jeder zehnte", "one in ten"),
    ("jede zehnte", "one in ten"), ("jedes zehnte", "one in ten"), ("jedem zehnten", "one in ten"),
    ("jeden zehnten", "one in ten"), ("jeder zwanzigste", "one in twenty"), ("jede zwanzigste", "one in twenty"),
    ("jedes zwanzigste", "one in twenty"), ("jedem zwanzigsten", "one in twenty"), ("jeden zwanzigsten", "one in twenty"),
    ("jeder hundertste", "one in one hundred"), ("jede hundertste", "one in one hundred"),
    ("jedes hundertste", "one in one hundred"), ("jedem hundertsten", "one in one hundred"),
    ("jeden hundertsten", "one in one hundred"),
];

/// Units, currencies and what a rate is told of.
#[rustfmt::skip]
const UNITS: &[(&str, &str)] = &[
    ("Prozent", "per cent"), ("v. H.", "per cent"), ("v.H.", "per cent"), ("vom Hundert", "per cent"),
    ("Prozentpunkte", "percentage points"), ("Prozentpunkt", "percentage points"), ("Prozentpunkten", "percentage points"),
    ("%-Punkte", "percentage points"), ("Prozent-Punkte", "percentage points"), ("Promille", "‰"), ("v. T.", "‰"),
    ("Basispunkte", "basis points"), ("Basispunkten", "basis points"), ("Punkte", "points"), ("Punkten", "points"),
    ("Punkt", "points"), ("pro", "per"), ("je", "per"), ("pro Kopf", "per head"), ("pro Jahr", "per year"),
    ("jährlich", "per year"), ("im Jahr", "per year"), ("p. a.", "per year"), ("pro Woche", "per week"),
    ("wöchentlich", "per week"), ("in der Woche", "per week"), ("pro Monat", "per month"), ("monatlich", "per month"),
    ("im Monat", "per month"), ("pro Tag", "per day"), ("täglich", "per day"), ("am Tag", "per day"),
    ("pro Stunde", "per hour"), ("pro Haushalt", "per household"), ("pro Person", "per person"), ("pro Kind", "per child"),
    ("Pfund Sterling", "pounds sterling"), ("Pfund", "pounds"), ("Euro", "euros"), ("Dollar", "US dollars"),
    ("US-Dollar", "US dollars"), ("Franken", "Swiss francs"), ("Schweizer Franken", "Swiss francs"), ("Yen", "yen"),
    ("Jahre", "years"), ("Jahren", "years"), ("Jahr", "year"), ("Jahres", "year"), ("Monate", "months"),
    ("Monaten", "months"), ("Monat", "month"), ("Monats", "month"), ("Wochen", "weeks"), ("Woche", "week"), ("Tage", "days"),
    ("Tagen", "days"), ("Tag", "day"), ("Stunden", "hours"), ("Stunde", "hour"), ("Minuten", "minutes"), ("Minute", "minute"),
    ("Sekunden", "seconds"), ("Sekunde", "second"), ("Kilometer", "kilometres"), ("Kilometern", "kilometres"),
    ("Meter", "metres"), ("Metern", "metres"), ("Meilen", "miles"), ("Kilogramm", "kilograms"), ("Gramm", "grams"),
    ("Tonnen", "tonnes"), ("Tonne", "tonne"), ("Liter", "litres"), ("Litern", "litres"), ("Hektar", "hectares"),
    ("Grad Celsius", "°C"), ("der", "of"), ("des", "of"),
];

/// The months, and their short forms.
#[rustfmt::skip]
const MONTHS: &[(&str, &str)] = &[
    ("Januar", "January"), ("Februar", "February"), ("März", "March"), ("April", "April"), ("Mai", "May"), ("Juni", "June"),
    ("Juli", "July"), ("August", "August"), ("September", "September"), ("Oktober", "October"), ("November", "November"),
    ("Dezember", "December"), ("Jän.", "January"), ("Jän", "January"), ("Jänner", "January"), ("Jan.", "January"),
    ("Jan", "January"), ("Feb.", "February"), ("Feb", "February"), ("Feber", "February"), ("Mrz.", "March"), ("Mrz", "March"),
    ("Mär.", "March"), ("Mär", "March"), ("Apr.", "April"), ("Apr", "April"), ("Jun.", "June"), ("Jun", "June"),
    ("Jul.", "July"), ("Jul", "July"), ("Aug.", "August"), ("Aug", "August"), ("Sept.", "September"), ("Sept", "September"),
    ("Sep.", "September"), ("Sep", "September"), ("Okt.", "October"), ("Okt", "October"), ("Nov.", "November"),
    ("Nov", "November"), ("Dez.", "December"), ("Dez", "December"),
];

/// Other words of periods.
#[rustfmt::skip]
const PERIODS: &[(&str, &str)] = &[
    ("und", "and"), ("oder", "or"), ("^von", "from"), ("^vom", "from"), ("von", "from"), ("#. Quartal", "Q#"),
    ("erstes Quartal", "Q1"), ("ersten Quartal", "Q1"), ("zweites Quartal", "Q2"), ("zweiten Quartal", "Q2"),
    ("drittes Quartal", "Q3"), ("dritten Quartal", "Q3"), ("viertes Quartal", "Q4"), ("vierten Quartal", "Q4"),
    ("#. Halbjahr", "H#"), ("erstes Halbjahr", "H1"), ("ersten Halbjahr", "H1"), ("zweites Halbjahr", "H2"),
    ("zweiten Halbjahr", "H2"), ("Quartal", "quarter"), ("Quartale", "quarter"), ("Halbjahr", "half"), ("Halbjahre", "half"),
    ("Haushaltsjahr", "financial year"), ("Rechnungsjahr", "financial year"), ("Geschäftsjahr", "financial year"),
    ("Finanzjahr", "financial year"), ("Haushaltsjahre", "financial year"), ("Schuljahr", "academic year"),
    ("akademisches Jahr", "academic year"), ("Studienjahr", "academic year"), ("Schuljahre", "academic year"),
    ("Kalenderjahr", "calendar year"), ("Steuerjahr", "tax year"), ("#er Jahre", "#s"), ("#er-Jahre", "#s"), ("#er", "#s"),
    ("seit", "since"), ("ab", "since"), ("bis heute", "to date"), ("bis", "to"), ("bis einschließlich", "to"),
    ("bis zum", "up to"), ("vor", "before"), ("nach", "after"), ("zwischen", "between"), ("Stand", "as at"), ("zum", "as at"),
    ("am", "on"), ("im", "in"), ("in", "in"), ("während", "in"), ("Mitte", "mid"), ("Ende", "end of"), ("Ende des", "end of"),
    ("Anfang", "start of"), ("Beginn", "start of"), ("KW", "week"), ("Kalenderwoche", "week"), ("Woche", "week"),
    ("Frühling", "spring"), ("Frühjahr", "spring"), ("Sommer", "summer"), ("Herbst", "autumn"), ("Winter", "winter"),
    ("Jahr bis", "year to"), ("Jahr bis zum", "year to"), ("Zensus", "census"), ("Welle", "wave"), ("erste", "first"),
    ("erstes", "first"), ("zweite", "second"), ("zweites", "second"), ("dritte", "third"), ("drittes", "third"),
    ("vierte", "fourth"), ("viertes", "fourth"), ("Montag", "Monday"), ("Dienstag", "Tuesday"), ("Mittwoch", "Wednesday"),
    ("Donnerstag", "Thursday"), ("Freitag", "Friday"), ("Samstag", "Saturday"), ("Sonntag", "Sunday"),
];
