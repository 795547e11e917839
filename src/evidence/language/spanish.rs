//! Spanish words, as English readers have them.

use super::LanguageTable;

/// The words of Spanish.
pub(super) const TABLE: LanguageTable = LanguageTable {
    name: "Spanish",
    numbers: NUMBERS,
    hundreds: &[
        ("ciento", 100),
        ("cien", 100),
        ("doscientos", 200),
        ("doscientas", 200),
        ("trescientos", 300),
        ("trescientas", 300),
        ("cuatrocientos", 400),
        ("cuatrocientas", 400),
        ("quinientos", 500),
        ("quinientas", 500),
        ("seiscientos", 600),
        ("seiscientas", 600),
        ("setecientos", 700),
        ("setecientas", 700),
        ("ochocientos", 800),
        ("ochocientas", 800),
        ("novecientos", 900),
        ("novecientas", 900),
    ],
    thousand: &["mil"],
    joints: &["y"],
    ordinals: &["º", "ª", ".º", ".ª", ".er"],
    qualifiers: QUALIFIERS,
    scales: SCALES,
    shares: SHARES,
    units: UNITS,
    months: MONTHS,
    periods: PERIODS,
    lacks: "`miles` behind a number; ordinals in words above four; `de 5 a 7` in the middle of a text; the comma of countries that are not named by the tag",
};

/// Numbers below a hundred.
#[rustfmt::skip]
const NUMBERS: &[(&str, u32)] = &[
    ("cero", 0), ("uno", 1), ("dos", 2), ("tres", 3), ("cuatro", 4), ("cinco", 5), ("seis", 6), ("siete", 7), ("ocho", 8),
    ("nueve", 9), ("diez", 10), ("once", 11), ("doce", 12), ("trece", 13), ("catorce", 14), ("quince", 15), ("dieciséis", 16),
    ("diecisiete", 17), ("dieciocho", 18), ("diecinueve", 19), ("veinte", 20), ("veintiuno", 21), ("veintidós", 22),
    ("veintitrés", 23), ("veinticuatro", 24), ("veinticinco", 25), ("veintiséis", 26), ("veintisiete", 27),
    ("veintiocho", 28), ("veintinueve", 29), ("treinta", 30), ("treinta y uno", 31), ("treinta y dos", 32),
    ("treinta y tres", 33), ("treinta y cuatro", 34), ("treinta y cinco", 35), ("treinta y seis", 36),
    ("treinta y siete", 37), ("treinta y ocho", 38), ("treinta y nueve", 39), ("treinta y un", 31), ("treinta y una", 31),
    ("cuarenta", 40), ("cuarenta y uno", 41), ("cuarenta y dos", 42), ("cuarenta y tres", 43), ("cuarenta y cuatro", 44),
    ("cuarenta y cinco", 45), ("cuarenta y seis", 46), ("cuarenta y siete", 47), ("cuarenta y ocho", 48),
    ("cuarenta y nueve", 49), ("cuarenta y un", 41), ("cuarenta y una", 41), ("cincuenta", 50), ("cincuenta y uno", 51),
    ("cincuenta y dos", 52), ("cincuenta y tres", 53), ("cincuenta y cuatro", 54), ("cincuenta y cinco", 55),
    ("cincuenta y seis", 56), ("cincuenta y siete", 57), ("cincuenta y ocho", 58), ("cincuenta y nueve", 59),
    ("cincuenta y un", 51), ("cincuenta y una", 51), ("sesenta", 60), ("sesenta y uno", 61), ("sesenta y dos", 62),
    ("sesenta y tres", 63), ("sesenta y cuatro", 64), ("sesenta y cinco", 65), ("sesenta y seis", 66),
    ("sesenta y siete", 67), ("sesenta y ocho", 68), ("sesenta y nueve", 69), ("sesenta y un", 61), ("sesenta y una", 61),
    ("setenta", 70), ("setenta y uno", 71), ("setenta y dos", 72), ("setenta y tres", 73), ("setenta y cuatro", 74),
    ("setenta y cinco", 75), ("setenta y seis", 76), ("setenta y siete", 77), ("setenta y ocho", 78), ("setenta y nueve", 79),
    ("setenta y un", 71), ("setenta y una", 71), ("ochenta", 80), ("ochenta y uno", 81), ("ochenta y dos", 82),
    ("ochenta y tres", 83), ("ochenta y cuatro", 84), ("ochenta y cinco", 85), ("ochenta y seis", 86),
    ("ochenta y siete", 87), ("ochenta y ocho", 88), ("ochenta y nueve", 89), ("ochenta y un", 81), ("ochenta y una", 81),
    ("noventa", 90), ("noventa y uno", 91), ("noventa y dos", 92), ("noventa y tres", 93), ("noventa y cuatro", 94),
    ("noventa y cinco", 95), ("noventa y seis", 96), ("noventa y siete", 97), ("noventa y ocho", 98), ("noventa y nueve", 99),
    ("noventa y un", 91), ("noventa y una", 91), ("veintiún", 21), ("veintiuna", 21),
];

/// Words that loosen or bound a number, before it and behind it.
#[rustfmt::skip]
const QUALIFIERS: &[(&str, &str)] = &[
    ("alrededor de", "about"), ("alrededor del", "about"), ("en torno al", "about"), ("aproximadamente", "about"),
    ("unos", "about"), ("unas", "about"), ("cerca de los", "about"), ("en torno a", "about"), ("aprox.", "about"),
    ("cerca del", "about"), ("más de", "over"), ("más del", "over"), ("superior a", "over"), ("por encima de", "over"),
    ("mayor que", "over"), ("mayor de", "over"), ("muy por encima de", "well over"), ("al menos", "at least"),
    ("por lo menos", "at least"), ("como mínimo", "at least"), ("no menos de", "at least"), ("menos de", "under"),
    ("menos del", "under"), ("inferior a", "under"), ("por debajo de", "under"), ("menor que", "under"),
    ("menor de", "under"), ("muy por debajo de", "well under"), ("hasta", "up to"), ("como máximo", "at most"),
    ("a lo sumo", "at most"), ("no más de", "at most"), ("casi", "nearly"), ("cerca de", "nearly"),
    ("prácticamente", "nearly"), ("algo menos de", "just under"), ("poco menos de", "just under"),
    ("algo más de", "just over"), ("poco más de", "just over"), ("solo", "only"), ("sólo", "only"), ("solamente", "only"),
    ("apenas", "only"), ("un total de", "a total of"), ("en total", "a total of"), ("una media de", "an average of"),
    ("un promedio de", "an average of"), ("de media", "an average of"), ("en promedio", "an average of"),
    ("otros", "a further"), ("otras", "a further"), ("todos los", "all"), ("todas las", "all"), ("exactamente", "exactly"),
    ("o más", "or more"), ("y más", "or more"), ("o menos", "or less"), ("y menos", "or less"), ("entre", "between"),
    ("y", "and"), ("e", "and"), ("o", "or"), ("u", "or"), ("a", "to"), ("^de", "from"), ("^del", "from"), ("menos", "minus"),
    ("más", "plus"),
];

/// Powers of ten.
#[rustfmt::skip]
const SCALES: &[(&str, &str)] = &[
    ("mil", "thousand"), ("millón", "million"), ("millones", "million"), ("millón de", "million"), ("millones de", "million"),
    ("mil millones", "billion"), ("mil millones de", "billion"), ("millardo", "billion"), ("millardos", "billion"),
    ("billón", "trillion"), ("billones", "trillion"), ("billón de", "trillion"), ("billones de", "trillion"),
    ("un millón", "one million"), ("un millón de", "one million"), ("un millardo", "one billion"),
    ("un billón", "one trillion"), ("un billón de", "one trillion"), ("M€", "million €"), ("M", "million"),
    ("mill.", "million"),
];

/// Fractions, multiples and shares.
#[rustfmt::skip]
const SHARES: &[(&str, &str)] = &[
    ("la mitad", "half"), ("mitad", "half"), ("un tercio", "a third"), ("una tercera parte", "a third"),
    ("tercios", "thirds"), ("terceras partes", "thirds"), ("un cuarto", "a quarter"), ("una cuarta parte", "a quarter"),
    ("cuartos", "quarters"), ("cuartas partes", "quarters"), ("un quinto", "a fifth"), ("una quinta parte", "a fifth"),
    ("quintos", "fifths"), ("quintas partes", "fifths"), ("un sexto", "a sixth"), ("una sexta parte", "a sixth"),
    ("sextos", "sixths"), ("un séptimo", "a seventh"), ("séptimos", "sevenths"), ("un octavo", "an eighth"),
    ("octavos", "eighths"), ("un noveno", "a ninth"), ("novenos", "ninths"), ("un décimo", "a tenth"),
    ("una décima parte", "a tenth"), ("décimos", "tenths"), ("un doceavo", "a twelfth"), ("un veinteavo", "a twentieth"),
    ("uno y medio", "one and a half"), ("una y media", "one and a half"), ("dos y medio", "two and a half"),
    ("dos y media", "two and a half"), ("medio millón", "half a million"), ("duplicado", "doubled"), ("duplicó", "doubled"),
    ("duplicaron", "doubled"), ("se duplicó", "doubled"), ("el doble", "double"), ("doble", "double"),
    ("triplicado", "tripled"), ("triplicó", "tripled"), ("triplicaron", "tripled"), ("el triple", "triple"),
    ("triple", "triple"), ("cuadruplicado", "quadrupled"), ("cuadruplicó", "quadrupled"), ("reducido a la mitad", "halved"),
    ("se redujo a la mitad", "halved"), ("dos veces", "twice"), ("veces", "times"), ("vez", "times"),
    ("uno de cada", "one in every"), ("una de cada", "one in every"), ("un ~ de cada", "one ~ in every"),
    ("una ~ de cada", "one ~ in every"), ("de cada", "out of every"), ("de los", "of"), ("de las", "of"), ("de", "of"),
    ("una docena", "a dozen"), ("docenas", "dozens"), ("decenas", "dozens"), ("cientos", "hundreds"), ("miles", "thousands"),
    ("decenas de miles", "tens of thousands"), ("cientos de miles", "hundreds of thousands"),
];

/// Units, currencies and what a rate is told of.
#[rustfmt::skip]
const UNITS: &[(&str, &str)] = &[
    ("por ciento", "per cent"), ("por cien", "per cent"), ("puntos porcentuales", "percentage points"),
    ("punto porcentual", "percentage points"), ("puntos de porcentaje", "percentage points"), ("por mil", "‰"),
    ("puntos básicos", "basis points"), ("puntos", "points"), ("punto", "points"), ("por cada", "per"), ("por", "per"),
    ("por cabeza", "per head"), ("por habitante", "per head"), ("per cápita", "per head"), ("al año", "per year"),
    ("por año", "per year"), ("anuales", "per year"), ("a la semana", "per week"), ("por semana", "per week"),
    ("semanales", "per week"), ("al mes", "per month"), ("por mes", "per month"), ("mensuales", "per month"),
    ("al día", "per day"), ("por día", "per day"), ("diarios", "per day"), ("por hora", "per hour"),
    ("a la hora", "per hour"), ("por hogar", "per household"), ("por persona", "per person"), ("por niño", "per child"),
    ("libras esterlinas", "pounds sterling"), ("libras", "pounds"), ("euros", "euros"), ("euro", "euros"),
    ("dólares", "US dollars"), ("dólares estadounidenses", "US dollars"), ("francos suizos", "Swiss francs"),
    ("yenes", "yen"), ("años", "years"), ("año", "year"), ("meses", "months"), ("mes", "month"), ("semanas", "weeks"),
    ("semana", "week"), ("días", "days"), ("día", "day"), ("horas", "hours"), ("hora", "hour"), ("minutos", "minutes"),
    ("minuto", "minute"), ("segundos", "seconds"), ("segundo", "second"), ("kilómetros", "kilometres"), ("metros", "metres"),
    ("kilogramos", "kilograms"), ("kilos", "kilograms"), ("gramos", "grams"), ("toneladas", "tonnes"), ("tonelada", "tonne"),
    ("litros", "litres"), ("hectáreas", "hectares"), ("grados Celsius", "°C"), ("del", "of"), ("de", "of"), ("de los", "of"),
    ("de las", "of"),
];

/// The months, and their short forms.
#[rustfmt::skip]
const MONTHS: &[(&str, &str)] = &[
    ("enero", "January"), ("febrero", "February"), ("marzo", "March"), ("abril", "April"), ("mayo", "May"), ("junio", "June"),
    ("julio", "July"), ("agosto", "August"), ("septiembre", "September"), ("octubre", "October"), ("noviembre", "November"),
    ("diciembre", "December"), ("ene.", "January"), ("ene", "January"), ("febr.", "February"), ("feb.", "February"),
    ("mar.", "March"), ("abr.", "April"), ("abr", "April"), ("may.", "May"), ("jun.", "June"), ("jul.", "July"),
    ("ago.", "August"), ("ago", "August"), ("sept.", "September"), ("setiembre", "September"), ("oct.", "October"),
    ("nov.", "November"), ("dic.", "December"), ("dic", "December"),
];

/// Other words of periods.
#[rustfmt::skip]
const PERIODS: &[(&str, &str)] = &[
    ("y", "and"), ("e", "and"), ("o", "or"), ("de #", "#"), ("del #", "#"), ("T#", "Q#"), ("#T", "Q#"),
    ("#.º trimestre", "Q#"), ("#.er trimestre", "Q#"), ("#º trimestre", "Q#"), ("primer trimestre", "Q1"),
    ("segundo trimestre", "Q2"), ("tercer trimestre", "Q3"), ("cuarto trimestre", "Q4"), ("S#", "H#"), ("#.º semestre", "H#"),
    ("#.er semestre", "H#"), ("#º semestre", "H#"), ("primer semestre", "H1"), ("segundo semestre", "H2"),
    ("trimestre", "quarter"), ("trimestres", "quarter"), ("semestre", "half"), ("semestres", "half"),
    ("ejercicio", "financial year"), ("ejercicio presupuestario", "financial year"), ("año financiero", "financial year"),
    ("ejercicio económico", "financial year"), ("curso", "academic year"), ("curso escolar", "academic year"),
    ("curso académico", "academic year"), ("año académico", "academic year"), ("año escolar", "academic year"),
    ("año natural", "calendar year"), ("año civil", "calendar year"), ("año fiscal", "tax year"),
    ("ejercicio fiscal", "tax year"), ("los años #", "#s"), ("años #", "#s"), ("década de #", "#s"), ("la década de #", "#s"),
    ("desde", "since"), ("a partir de", "since"), ("hasta la fecha", "to date"), ("hasta hoy", "to date"), ("a", "to"),
    ("al", "to"), ("hasta", "up to"), ("antes de", "before"), ("después de", "after"), ("tras", "after"),
    ("entre", "between"), ("a fecha de", "as at"), ("^el", "on"), ("en", "in"), ("durante", "in"), ("mediados de", "mid"),
    ("a mediados de", "mid"), ("finales de", "end of"), ("a finales de", "end of"), ("fin de", "end of"),
    ("final de", "end of"), ("principios de", "start of"), ("a principios de", "start of"), ("comienzos de", "start of"),
    ("semana", "week"), ("primavera", "spring"), ("verano", "summer"), ("otoño", "autumn"), ("invierno", "winter"),
    ("año hasta", "year to"), ("año finalizado en", "year to"), ("año terminado en", "year to"), ("censo", "census"),
    ("ola", "wave"), ("primer", "first"), ("primero", "first"), ("primera", "first"), ("segundo", "second"),
    ("segunda", "second"), ("tercer", "third"), ("tercero", "third"), ("tercera", "third"), ("cuarto", "fourth"),
    ("cuarta", "fourth"), ("^de", "from"), ("^del", "from"), ("de", "of"), ("del", "of"), ("lunes", "Monday"),
    ("martes", "Tuesday"), ("miércoles", "Wednesday"), ("jueves", "Thursday"), ("viernes", "Friday"), ("sábado", "Saturday"),
    ("domingo", "Sunday"),
];
