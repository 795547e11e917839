//! Welsh words, as English readers have them.

use super::LanguageTable;

/// The words of Welsh.
pub(super) const TABLE: LanguageTable = LanguageTable {
    name: "Welsh",
    numbers: NUMBERS,
    hundreds: &[("cant", 100), ("gant", 100)],
    thousand: &["mil", "fil"],
    joints: &["a", "ac"],
    ordinals: &["af", "ain", "fed", "eg", "ydd"],
    qualifiers: QUALIFIERS,
    scales: SCALES,
    shares: SHARES,
    units: UNITS,
    months: MONTHS,
    periods: PERIODS,
    lacks: "most mutated forms; numbers by twenties beside `ugain`; autumn, which is October's word; fractions beside the common ones",
};

/// Numbers below a hundred.
#[rustfmt::skip]
const NUMBERS: &[(&str, u32)] = &[
    ("dim", 0), ("un", 1), ("dau", 2), ("tri", 3), ("pedwar", 4), ("pump", 5), ("chwech", 6), ("saith", 7), ("wyth", 8),
    ("naw", 9), ("deg", 10), ("sero", 0), ("dwy", 2), ("tair", 3), ("pedair", 4), ("pum", 5), ("chwe", 6), ("ddau", 2),
    ("ddwy", 2), ("dri", 3), ("dair", 3), ("bedwar", 4), ("bedair", 4), ("bump", 5), ("bum", 5), ("ddeg", 10),
    ("deuddeg", 12), ("pymtheg", 15), ("ugain", 20), ("un deg un", 11), ("un deg dau", 12), ("un deg tri", 13),
    ("un deg pedwar", 14), ("un deg pump", 15), ("un deg chwech", 16), ("un deg saith", 17), ("un deg wyth", 18),
    ("un deg naw", 19), ("dau ddeg", 20), ("dau ddeg un", 21), ("dau ddeg dau", 22), ("dau ddeg tri", 23),
    ("dau ddeg pedwar", 24), ("dau ddeg pump", 25), ("dau ddeg chwech", 26), ("dau ddeg saith", 27), ("dau ddeg wyth", 28),
    ("dau ddeg naw", 29), ("tri deg", 30), ("tri deg un", 31), ("tri deg dau", 32), ("tri deg tri", 33),
    ("tri deg pedwar", 34), ("tri deg pump", 35), ("tri deg chwech", 36), ("tri deg saith", 37), ("tri deg wyth", 38),
    ("tri deg naw", 39), ("pedwar deg", 40), ("pedwar deg un", 41), ("pedwar deg dau", 42), ("pedwar deg tri", 43),
    ("pedwar deg pedwar", 44), ("pedwar deg pump", 45), ("pedwar deg chwech", 46), ("pedwar deg saith", 47),
    ("pedwar deg wyth", 48), ("pedwar deg naw", 49), ("pum deg", 50), ("pum deg un", 51), ("pum deg dau", 52),
    ("pum deg tri", 53), ("pum deg pedwar", 54), ("pum deg pump", 55), ("pum deg chwech", 56), ("pum deg saith", 57),
    ("pum deg wyth", 58), ("pum deg naw", 59), ("chwe deg", 60), ("chwe deg un", 61), ("chwe deg dau", 62),
    ("chwe deg tri", 63), ("chwe deg pedwar", 64), ("chwe deg pump", 65), ("chwe deg chwech", 66), ("chwe deg saith", 67),
    ("chwe deg wyth", 68), ("chwe deg naw", 69), ("saith deg", 70), ("saith deg un", 71), ("saith deg dau", 72),
    ("saith deg tri", 73), ("saith deg pedwar", 74), ("saith deg pump", 75), ("saith deg chwech", 76),
    ("saith deg saith", 77), ("saith deg wyth", 78), ("saith deg naw", 79), ("wyth deg", 80), ("wyth deg un", 81),
    ("wyth deg dau", 82), ("wyth deg tri", 83), ("wyth deg pedwar", 84), ("wyth deg pump", 85), ("wyth deg chwech", 86),
    ("wyth deg saith", 87), ("wyth deg wyth", 88), ("wyth deg naw", 89), ("naw deg", 90), ("naw deg un", 91),
    ("naw deg dau", 92), ("naw deg tri", 93), ("naw deg pedwar", 94), ("naw deg pump", 95), ("naw deg chwech", 96),
    ("naw deg saith", 97), ("naw deg wyth", 98), ("naw deg naw", 99),
];

/// Words that loosen or bound a number, before it and behind it.
#[rustfmt::skip]
const QUALIFIERS: &[(&str, &str)] = &[
    ("tua", "about"), ("oddeutu", "about"), ("rhyw", "about"), ("o gwmpas", "about"), ("ynghylch", "about"),
    ("bron i tua", "about"), ("dros", "over"), ("mwy na", "over"), ("uwch na", "over"), ("ymhell dros", "well over"),
    ("o leiaf", "at least"), ("dim llai na", "at least"), ("dan", "under"), ("o dan", "under"), ("llai na", "under"),
    ("is na", "under"), ("hyd at", "up to"), ("cymaint â", "up to"), ("ar y mwyaf", "at most"), ("dim mwy na", "at most"),
    ("bron", "nearly"), ("bron i", "nearly"), ("bron yn", "nearly"), ("ychydig llai na", "just under"),
    ("ychydig o dan", "just under"), ("ychydig dros", "just over"), ("ychydig mwy na", "just over"), ("dim ond", "only"),
    ("yn unig", "only"), ("cyfanswm o", "a total of"), ("cyfartaledd o", "an average of"),
    ("ar gyfartaledd", "an average of"), ("pob un o'r", "all"), ("union", "exactly"), ("neu fwy", "or more"),
    ("neu ragor", "or more"), ("neu lai", "or less"), ("a throsodd", "and over"), ("neu drosodd", "and over"),
    ("a hŷn", "and over"), ("rhwng", "between"), ("a", "and"), ("ac", "and"), ("neu", "or"), ("i", "to"), ("^o", "from"),
    ("minws", "minus"), ("plws", "plus"),
];

/// Powers of ten.
#[rustfmt::skip]
const SCALES: &[(&str, &str)] = &[
    ("mil", "thousand"), ("fil", "thousand"), ("miliwn", "million"), ("filiwn", "million"), ("miliwn o", "million"),
    ("filiwn o", "million"), ("biliwn", "billion"), ("biliynau", "billion"), ("biliwn o", "billion"), ("triliwn", "trillion"),
    ("triliwn o", "trillion"), ("un miliwn", "one million"), ("un biliwn", "one billion"),
];

/// Fractions, multiples and shares.
#[rustfmt::skip]
const SHARES: &[(&str, &str)] = &[
    ("hanner", "half"), ("traean", "a third"), ("un rhan o dair", "a third"), ("dwy ran o dair", "two thirds"),
    ("deuparth", "two thirds"), ("traeanau", "thirds"), ("chwarter", "a quarter"), ("tri chwarter", "three quarters"),
    ("chwarteri", "quarters"), ("un rhan o bump", "a fifth"), ("pumed ran", "a fifth"), ("un rhan o ddeg", "a tenth"),
    ("degfed ran", "a tenth"), ("un a hanner", "one and a half"), ("dau a hanner", "two and a half"),
    ("dwy a hanner", "two and a half"), ("hanner miliwn", "half a million"), ("wedi dyblu", "doubled"), ("dyblu", "doubled"),
    ("dyblodd", "doubled"), ("dwbl", "double"), ("wedi treblu", "tripled"), ("treblu", "tripled"), ("treblodd", "tripled"),
    ("wedi haneru", "halved"), ("haneru", "halved"), ("hanerodd", "halved"), ("dwywaith", "twice"),
    ("teirgwaith", "three times"), ("pedair gwaith", "four times"), ("gwaith", "times"), ("un o bob", "one in every"),
    ("un ~ o bob", "one ~ in every"), ("o bob", "out of every"), ("un mewn", "one in"), ("allan o", "out of"), ("o'r", "of"),
    ("o", "of"), ("dwsin", "a dozen"), ("dwsinau", "dozens"), ("degau", "dozens"), ("cannoedd", "hundreds"),
    ("miloedd", "thousands"), ("degau o filoedd", "tens of thousands"), ("cannoedd o filoedd", "hundreds of thousands"),
];

/// Units, currencies and what a rate is told of.
#[rustfmt::skip]
const UNITS: &[(&str, &str)] = &[
    ("y cant", "per cent"), ("pwynt canran", "percentage points"), ("pwyntiau canran", "percentage points"),
    ("o bwyntiau canran", "percentage points"), ("y fil", "per 1,000"), ("fesul mil", "per 1,000"),
    ("pwynt sylfaen", "basis points"), ("pwyntiau sylfaen", "basis points"), ("pwynt", "points"), ("pwyntiau", "points"),
    ("o bwyntiau", "points"), ("fesul", "per"), ("am bob", "per"), ("i bob", "per"), ("y pen", "per head"),
    ("y flwyddyn", "per year"), ("yr wythnos", "per week"), ("y mis", "per month"), ("y dydd", "per day"),
    ("y diwrnod", "per day"), ("yr awr", "per hour"), ("fesul cartref", "per household"), ("yr aelwyd", "per household"),
    ("y person", "per person"), ("fesul plentyn", "per child"), ("punt", "pounds"), ("bunt", "pounds"),
    ("o bunnoedd", "pounds"), ("punnoedd", "pounds"), ("ewro", "euros"), ("o ewros", "euros"), ("doler", "US dollars"),
    ("o ddoleri", "US dollars"), ("o ffranciau'r Swistir", "Swiss francs"), ("yen", "yen"), ("blynyddoedd", "years"),
    ("mlynedd", "years"), ("o flynyddoedd", "years"), ("flynedd", "years"), ("blwyddyn", "year"), ("flwyddyn", "year"),
    ("misoedd", "months"), ("mis", "months"), ("o fisoedd", "months"), ("wythnosau", "weeks"), ("wythnos", "weeks"),
    ("o wythnosau", "weeks"), ("diwrnodau", "days"), ("diwrnod", "days"), ("dyddiau", "days"), ("oriau", "hours"),
    ("awr", "hours"), ("munudau", "minutes"), ("munud", "minutes"), ("eiliadau", "seconds"), ("eiliad", "seconds"),
    ("cilometr", "kilometres"), ("cilometrau", "kilometres"), ("metr", "metres"), ("metrau", "metres"), ("milltir", "miles"),
    ("filltir", "miles"), ("milltiroedd", "miles"), ("cilogram", "kilograms"), ("gram", "grams"), ("tunnell", "tonnes"),
    ("tunelli", "tonnes"), ("o dunelli", "tonnes"), ("litr", "litres"), ("litrau", "litres"), ("hectar", "hectares"),
    ("gradd Celsius", "°C"),
];

/// The months, and their short forms.
#[rustfmt::skip]
const MONTHS: &[(&str, &str)] = &[
    ("Ionawr", "January"), ("Chwefror", "February"), ("Mawrth", "March"), ("Ebrill", "April"), ("Mai", "May"),
    ("Mehefin", "June"), ("Gorffennaf", "July"), ("Awst", "August"), ("Medi", "September"), ("Hydref", "October"),
    ("Tachwedd", "November"), ("Rhagfyr", "December"), ("Ion", "January"), ("Ion.", "January"), ("Chwef", "February"),
    ("Chwef.", "February"), ("Maw", "March"), ("Maw.", "March"), ("Ebr", "April"), ("Ebr.", "April"), ("Meh", "June"),
    ("Meh.", "June"), ("Gorff", "July"), ("Gorff.", "July"), ("Hyd.", "October"), ("Tach", "November"), ("Tach.", "November"),
    ("Rhag", "December"), ("Rhag.", "December"),
];

/// Other words of periods.
#[rustfmt::skip]
const PERIODS: &[(&str, &str)] = &[
    ("a", "and"), ("ac", "and"), ("neu", "or"), ("Ch#", "Q#"), ("Chwarter #", "Q#"), ("chwarter #", "Q#"),
    ("chwarter cyntaf", "Q1"), ("ail chwarter", "Q2"), ("trydydd chwarter", "Q3"), ("pedwerydd chwarter", "Q4"),
    ("Hanner #", "H#"), ("hanner cyntaf", "H1"), ("ail hanner", "H2"), ("chwarter", "quarter"), ("hanner", "half"),
    ("blwyddyn ariannol", "financial year"), ("flwyddyn ariannol", "financial year"),
    ("blwyddyn academaidd", "academic year"), ("flwyddyn academaidd", "academic year"), ("blwyddyn ysgol", "academic year"),
    ("blwyddyn galendr", "calendar year"), ("flwyddyn galendr", "calendar year"), ("blwyddyn dreth", "tax year"),
    ("flwyddyn dreth", "tax year"), ("y #au", "#s"), ("#au", "#s"), ("ers", "since"), ("hyd yma", "to date"),
    ("hyd heddiw", "to date"), ("i", "to"), ("hyd at", "up to"), ("tan", "up to"), ("cyn", "before"), ("ar ôl", "after"),
    ("rhwng", "between"), ("ar", "on"), ("yn", "in"), ("yng", "in"), ("ym", "in"), ("yn ystod", "in"), ("canol", "mid"),
    ("diwedd", "end of"), ("dechrau", "start of"), ("wythnos", "week"), ("gwanwyn", "spring"), ("haf", "summer"),
    ("gaeaf", "winter"), ("y flwyddyn hyd at", "year to"), ("y flwyddyn yn diweddu", "year to"),
    ("y flwyddyn a ddaeth i ben ym", "year to"), ("cyfrifiad", "census"), ("ton", "wave"), ("cyntaf", "first"),
    ("ail", "second"), ("trydydd", "third"), ("trydedd", "third"), ("pedwerydd", "fourth"), ("pedwaredd", "fourth"),
    ("^o", "from"), ("dydd Llun", "Monday"), ("dydd Mawrth", "Tuesday"), ("dydd Mercher", "Wednesday"),
    ("dydd Iau", "Thursday"), ("dydd Gwener", "Friday"), ("dydd Sadwrn", "Saturday"), ("dydd Sul", "Sunday"),
];
