//! French words, as English readers have them.

use super::LanguageTable;

/// The words of French.
pub(super) const TABLE: LanguageTable = LanguageTable {
    name: "French",
    numbers: NUMBERS,
    hundreds: &[("cents", 100), ("cent", 100)],
    thousand: &["mille"],
    joints: &["et"],
    ordinals: &["er", "re", "e", "ème", "ère", "nd", "nde"],
    qualifiers: QUALIFIERS,
    scales: SCALES,
    shares: SHARES,
    units: UNITS,
    months: MONTHS,
    periods: PERIODS,
    lacks: "`milliers` and `millions` without a number; ordinals in words above four; `de 5 à 7` in the middle of a text",
};

/// Numbers below a hundred.
#[rustfmt::skip]
const NUMBERS: &[(&str, u32)] = &[
    ("zéro", 0), ("un", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6), ("sept", 7), ("huit", 8),
    ("neuf", 9), ("dix", 10), ("onze", 11), ("douze", 12), ("treize", 13), ("quatorze", 14), ("quinze", 15), ("seize", 16),
    ("dix-sept", 17), ("dix-huit", 18), ("dix-neuf", 19), ("vingt", 20), ("vingt et un", 21), ("vingt-et-un", 21),
    ("vingt-deux", 22), ("vingt-trois", 23), ("vingt-quatre", 24), ("vingt-cinq", 25), ("vingt-six", 26), ("vingt-sept", 27),
    ("vingt-huit", 28), ("vingt-neuf", 29), ("trente", 30), ("trente et un", 31), ("trente-et-un", 31), ("trente-deux", 32),
    ("trente-trois", 33), ("trente-quatre", 34), ("trente-cinq", 35), ("trente-six", 36), ("trente-sept", 37),
    ("trente-huit", 38), ("trente-neuf", 39), ("quarante", 40), ("quarante et un", 41), ("quarante-et-un", 41),
    ("quarante-deux", 42), ("quarante-trois", 43), ("quarante-quatre", 44), ("quarante-cinq", 45), ("quarante-six", 46),
    ("quarante-sept", 47), ("quarante-huit", 48), ("quarante-neuf", 49), ("cinquante", 50), ("cinquante et un", 51),
    ("cinquante-et-un", 51), ("cinquante-deux", 52), ("cinquante-trois", 53), ("cinquante-quatre", 54),
    ("cinquante-cinq", 55), ("cinquante-six", 56), ("cinquante-sept", 57), ("cinquante-huit", 58), ("cinquante-neuf", 59),
    ("soixante", 60), ("soixante et un", 61), ("soixante-et-un", 61), ("soixante-deux", 62), ("soixante-trois", 63),
    ("soixante-quatre", 64), ("soixante-cinq", 65), ("soixante-six", 66), ("soixante-sept", 67), ("soixante-huit", 68),
    ("soixante-neuf", 69), ("soixante-dix", 70), ("soixante et onze", 71), ("soixante-douze", 72), ("soixante-treize", 73),
    ("soixante-quatorze", 74), ("soixante-quinze", 75), ("soixante-seize", 76), ("soixante-dix-sept", 77),
    ("soixante-dix-huit", 78), ("soixante-dix-neuf", 79), ("quatre-vingts", 80), ("quatre-vingt", 80),
    ("quatre-vingt-un", 81), ("quatre-vingt-deux", 82), ("quatre-vingt-trois", 83), ("quatre-vingt-quatre", 84),
    ("quatre-vingt-cinq", 85), ("quatre-vingt-six", 86), ("quatre-vingt-sept", 87), ("quatre-vingt-huit", 88),
    ("quatre-vingt-neuf", 89), ("quatre-vingt-dix", 90), ("quatre-vingt-onze", 91), ("quatre-vingt-douze", 92),
    ("quatre-vingt-treize", 93), ("quatre-vingt-quatorze", 94), ("quatre-vingt-quinze", 95), ("quatre-vingt-seize", 96),
    ("quatre-vingt-dix-sept", 97), ("quatre-vingt-dix-huit", 98), ("quatre-vingt-dix-neuf", 99), ("septante", 70),
    ("septante et un", 71), ("septante-deux", 72), ("septante-trois", 73), ("septante-quatre", 74), ("septante-cinq", 75),
    ("septante-six", 76), ("septante-sept", 77), ("septante-huit", 78), ("septante-neuf", 79), ("huitante", 80),
    ("huitante et un", 81), ("huitante-deux", 82), ("huitante-trois", 83), ("huitante-quatre", 84), ("huitante-cinq", 85),
    ("huitante-six", 86), ("huitante-sept", 87), ("huitante-huit", 88), ("huitante-neuf", 89), ("nonante", 90),
    ("nonante et un", 91), ("nonante-deux", 92), ("nonante-trois", 93), ("nonante-quatre", 94), ("nonante-cinq", 95),
    ("nonante-six", 96), ("nonante-sept", 97), ("nonante-huit", 98), ("nonante-neuf", 99), ("une", 1),
];

/// Words that loosen or bound a number, before it and behind it.
#[rustfmt::skip]
const QUALIFIERS: &[(&str, &str)] = &[
    ("environ", "about"), ("à peu près", "about"), ("autour de", "about"), ("approximativement", "about"),
    ("quelque", "about"), ("près d'environ", "about"), ("de l'ordre de", "about"), ("aux alentours de", "about"),
    ("plus de", "over"), ("plus d'", "over "), ("au-delà de", "over"), ("supérieur à", "over"), ("supérieure à", "over"),
    ("au-dessus de", "over"), ("bien plus de", "well over"), ("au moins", "at least"), ("pas moins de", "at least"),
    ("au minimum", "at least"), ("moins de", "under"), ("moins d'", "under "), ("inférieur à", "under"),
    ("inférieure à", "under"), ("en dessous de", "under"), ("bien moins de", "well under"), ("jusqu'à", "up to"),
    ("au plus", "at most"), ("au maximum", "at most"), ("pas plus de", "at most"), ("tout au plus", "at most"),
    ("près de", "nearly"), ("presque", "nearly"), ("quasiment", "nearly"), ("un peu moins de", "just under"),
    ("juste sous", "just under"), ("un peu plus de", "just over"), ("juste au-dessus de", "just over"),
    ("à peine plus de", "just over"), ("seulement", "only"), ("à peine", "only"), ("un total de", "a total of"),
    ("au total", "a total of"), ("en moyenne", "an average of"), ("une moyenne de", "an average of"), ("encore", "a further"),
    ("tous les", "all"), ("toutes les", "all"), ("exactement", "exactly"), ("ou plus", "or more"),
    ("ou davantage", "or more"), ("et plus", "or more"), ("ou moins", "or less"), ("et moins", "or less"),
    ("entre", "between"), ("et", "and"), ("ou", "or"), ("à", "to"), ("^de", "from"), ("^du", "from"), ("moins", "minus"),
    ("plus", "plus"),
];

/// Powers of ten.
#[rustfmt::skip]
const SCALES: &[(&str, &str)] = &[
    ("mille", "thousand"), ("milliers de", "thousand"), ("million", "million"), ("millions", "million"), ("M", "million"),
    ("million de", "million"), ("millions de", "million"), ("million d'", "million "), ("millions d'", "million "),
    ("milliard", "billion"), ("milliards", "billion"), ("Md", "billion"), ("Mds", "billion"), ("Mrd", "billion"),
    ("milliard de", "billion"), ("milliards de", "billion"), ("milliard d'", "billion "), ("milliards d'", "billion "),
    ("billion", "trillion"), ("billions", "trillion"), ("billion de", "trillion"), ("billions de", "trillion"),
    ("billions d'", "trillion "), ("billiard", "quadrillion"), ("billiards", "quadrillion"), ("un million", "one million"),
    ("un million de", "one million"), ("un million d'", "one million "), ("un milliard", "one billion"),
    ("un milliard de", "one billion"), ("un milliard d'", "one billion "), ("un billion", "one trillion"),
    ("M€", "million €"), ("Md€", "billion €"), ("Mds€", "billion €"), ("k€", "thousand €"),
];

/// Fractions, multiples and shares.
#[rustfmt::skip]
const SHARES: &[(&str, &str)] = &[
    ("la moitié", "half"), ("moitié", "half"), ("un demi", "half"), ("une demie", "half"), ("un tiers", "a third"),
    ("tiers", "thirds"), ("un quart", "a quarter"), ("quarts", "quarters"), ("quart", "quarters"),
    ("un cinquième", "a fifth"), ("cinquièmes", "fifths"), ("un sixième", "a sixth"), ("sixièmes", "sixths"),
    ("un septième", "a seventh"), ("septièmes", "sevenths"), ("un huitième", "an eighth"), ("huitièmes", "eighths"),
    ("un neuvième", "a ninth"), ("neuvièmes", "ninths"), ("un dixième", "a tenth"), ("dixièmes", "tenths"),
    ("un douzième", "a twelfth"), ("un vingtième", "a twentieth"), ("un centième", "a hundredth"),
    ("un et demi", "one and a half"), ("une et demie", "one and a half"), ("un an et demi", "one and a half"),
    ("deux et demi", "two and a half"), ("deux ans et demi", "two and a half"), ("un demi-million", "half a million"),
    ("un demi-milliard", "half a billion"), ("doublé", "doubled"), ("doublée", "doubled"), ("doublés", "doubled"),
    ("doublées", "doubled"), ("doublement", "doubled"), ("le double", "double"), ("double", "double"), ("triplé", "tripled"),
    ("triplée", "tripled"), ("triplés", "tripled"), ("le triple", "triple"), ("triple", "triple"),
    ("quadruplé", "quadrupled"), ("quadruplée", "quadrupled"), ("quintuplé", "quintupled"), ("réduit de moitié", "halved"),
    ("réduite de moitié", "halved"), ("divisé par deux", "halved"), ("divisée par deux", "halved"), ("deux fois", "twice"),
    ("fois", "times"), ("fois plus", "times as many"), ("un sur", "one in"), ("une sur", "one in"), ("un ~ sur", "one ~ in"),
    ("une ~ sur", "one ~ in"), ("sur", "out of"), ("une douzaine", "a dozen"), ("des dizaines", "dozens"),
    ("dizaines", "dozens"), ("des centaines", "hundreds"), ("centaines", "hundreds"), ("des milliers", "thousands"),
    ("milliers", "thousands"), ("des dizaines de milliers", "tens of thousands"),
    ("des centaines de milliers", "hundreds of thousands"),
];

/// Units, currencies and what a rate is told of.
#[rustfmt::skip]
const UNITS: &[(&str, &str)] = &[
    ("pour cent", "per cent"), ("p. 100", "per cent"), ("p.100", "per cent"), ("p. cent", "per cent"),
    ("points de pourcentage", "percentage points"), ("point de pourcentage", "percentage points"),
    ("points de %", "percentage points"), ("pour mille", "‰"), ("p. mille", "‰"), ("points de base", "basis points"),
    ("point de base", "basis points"), ("points", "points"), ("point", "points"), ("pour", "per"), ("par", "per"),
    ("pour chaque", "per"), ("par tête", "per head"), ("par habitant", "per head"), ("par an", "per year"),
    ("par année", "per year"), ("annuels", "per year"), ("annuelles", "per year"), ("par semaine", "per week"),
    ("par mois", "per month"), ("par jour", "per day"), ("par heure", "per hour"), ("par ménage", "per household"),
    ("par personne", "per person"), ("par enfant", "per child"), ("livres sterling", "pounds sterling"), ("livres", "pounds"),
    ("euros", "euros"), ("euro", "euros"), ("d'euros", "euros"), ("dollars", "US dollars"),
    ("dollars américains", "US dollars"), ("francs suisses", "Swiss francs"), ("yens", "yen"), ("ans", "years"),
    ("années", "years"), ("an", "year"), ("année", "year"), ("mois", "months"), ("semaines", "weeks"), ("semaine", "week"),
    ("jours", "days"), ("jour", "day"), ("heures", "hours"), ("heure", "hour"), ("minutes", "minutes"), ("minute", "minute"),
    ("secondes", "seconds"), ("seconde", "second"), ("kilomètres", "kilometres"), ("mètres", "metres"),
    ("kilogrammes", "kilograms"), ("kilos", "kilograms"), ("grammes", "grams"), ("tonnes", "tonnes"), ("tonne", "tonne"),
    ("litres", "litres"), ("hectares", "hectares"), ("degrés Celsius", "°C"), ("de", "of"), ("des", "of"), ("du", "of"),
    ("d'", "of "),
];

/// The months, and their short forms.
#[rustfmt::skip]
const MONTHS: &[(&str, &str)] = &[
    ("janvier", "January"), ("février", "February"), ("mars", "March"), ("avril", "April"), ("mai", "May"), ("juin", "June"),
    ("juillet", "July"), ("août", "August"), ("septembre", "September"), ("octobre", "October"), ("novembre", "November"),
    ("décembre", "December"), ("janv.", "January"), ("janv", "January"), ("jan.", "January"), ("févr.", "February"),
    ("févr", "February"), ("fév.", "February"), ("fevrier", "February"), ("avr.", "April"), ("avr", "April"),
    ("juill.", "July"), ("juill", "July"), ("juil.", "July"), ("aout", "August"), ("sept.", "September"), ("oct.", "October"),
    ("oct", "October"), ("nov.", "November"), ("nov", "November"), ("déc.", "December"), ("déc", "December"),
    ("decembre", "December"),
];

/// Other words of periods.
#[rustfmt::skip]
const PERIODS: &[(&str, &str)] = &[
    ("et", "and"), ("ou", "or"), ("de #", "#"), ("T#", "Q#"), ("#T", "Q#"), ("#er trimestre", "Q#"), ("#e trimestre", "Q#"),
    ("#ème trimestre", "Q#"), ("premier trimestre", "Q1"), ("deuxième trimestre", "Q2"), ("second trimestre", "Q2"),
    ("troisième trimestre", "Q3"), ("quatrième trimestre", "Q4"), ("S#", "H#"), ("#er semestre", "H#"), ("#e semestre", "H#"),
    ("#ème semestre", "H#"), ("premier semestre", "H1"), ("deuxième semestre", "H2"), ("second semestre", "H2"),
    ("trimestre", "quarter"), ("trimestres", "quarter"), ("semestre", "half"), ("semestres", "half"),
    ("exercice", "financial year"), ("exercice budgétaire", "financial year"), ("exercice financier", "financial year"),
    ("année budgétaire", "financial year"), ("année scolaire", "academic year"), ("année universitaire", "academic year"),
    ("année civile", "calendar year"), ("année fiscale", "tax year"), ("les années #", "#s"), ("années #", "#s"),
    ("depuis", "since"), ("à partir de", "since"), ("dès", "since"), ("à ce jour", "to date"),
    ("jusqu'à aujourd'hui", "to date"), ("à", "to"), ("au", "to"), ("aux", "to"), ("jusqu'à", "up to"), ("jusqu'en", "up to"),
    ("jusqu'au", "up to"), ("avant", "before"), ("après", "after"), ("entre", "between"), ("^au", "at"), ("^le", "on"),
    ("en", "in"), ("pendant", "in"), ("durant", "in"), ("au cours de", "in"), ("mi", "mid"), ("fin", "end of"),
    ("fin de", "end of"), ("la fin de", "end of"), ("début", "start of"), ("début de", "start of"),
    ("le début de", "start of"), ("semaine", "week"), ("printemps", "spring"), ("été", "summer"), ("automne", "autumn"),
    ("hiver", "winter"), ("année jusqu'à", "year to"), ("année se terminant en", "year to"), ("année terminée en", "year to"),
    ("recensement", "census"), ("vague", "wave"), ("premier", "first"), ("première", "first"), ("deuxième", "second"),
    ("second", "second"), ("seconde", "second"), ("troisième", "third"), ("quatrième", "fourth"), ("^du", "from"),
    ("^de", "from"), ("lundi", "Monday"), ("mardi", "Tuesday"), ("mercredi", "Wednesday"), ("jeudi", "Thursday"),
    ("vendredi", "Friday"), ("samedi", "Saturday"), ("dimanche", "Sunday"),
];
