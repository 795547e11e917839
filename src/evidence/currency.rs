//! Currencies: by code, by sign and by name, before and behind a number.
//!
//! Codes are those of ISO 4217. A sign or name that several countries share belongs to none here: it is asked back.

use crate::evidence::reader::Reader;

/// A currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Currency {
    /// Pounds sterling.
    Gbp,
    /// Euros.
    Eur,
    /// United States dollars.
    Usd,
    /// Another currency, by its ISO 4217 code.
    Other(&'static str),
}

/// The codes of ISO 4217 that are money, besides GBP, EUR and USD.
#[rustfmt::skip]
const OTHER_CODES: [&str; 150] = [
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB",
    "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK",
    "DOP", "DZD", "EGP", "ERN", "ETB", "FJD", "FKP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF",
    "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT",
    "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN",
    "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON",
    "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SYP", "SZL", "THB",
    "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "UYU", "UZS", "VES", "VND", "VUV", "WST", "XAF", "XCD",
    "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
];

/// Signs, those before others that they end with.
#[rustfmt::skip]
const SIGNS: [(&str, &str); 38] = [
    ("£", "GBP"), ("€", "EUR"), ("$", "USD"), ("US$", "USD"), ("US $", "USD"), ("U.S.$", "USD"), ("¥", "JPY"), ("CN¥", "CNY"), ("RMB", "CNY"), ("zł", "PLN"), ("C$", "CAD"), ("CA$", "CAD"),
    ("Can$", "CAD"), ("CAN$", "CAD"), ("A$", "AUD"), ("AU$", "AUD"), ("Aus$", "AUD"), ("NZ$", "NZD"), ("HK$", "HKD"), ("S$", "SGD"),
    ("R$", "BRL"), ("NT$", "TWD"), ("MX$", "MXN"), ("₹", "INR"), ("₦", "NGN"), ("₩", "KRW"), ("₽", "RUB"), ("₺", "TRY"), ("₴", "UAH"),
    ("₪", "ILS"), ("₫", "VND"), ("฿", "THB"), ("₱", "PHP"), ("₵", "GHS"), ("₡", "CRC"), ("₲", "PYG"), ("₸", "KZT"), ("₾", "GEL"),
];

/// Names behind a number, longer ones before their beginnings.
#[rustfmt::skip]
const NAMES: [(&str, &str); 66] = [
    ("pounds sterling", "GBP"), ("pounds", "GBP"), ("pound", "GBP"), ("euros", "EUR"), ("euro", "EUR"), ("dollars", "USD"), ("dollar", "USD"),
    ("US dollars", "USD"), ("US dollar", "USD"), ("Canadian dollars", "CAD"), ("Canadian dollar", "CAD"), ("Australian dollars", "AUD"),
    ("Australian dollar", "AUD"), ("New Zealand dollars", "NZD"), ("Hong Kong dollars", "HKD"), ("Singapore dollars", "SGD"),
    ("Taiwan dollars", "TWD"), ("Indian rupees", "INR"), ("Pakistani rupees", "PKR"), ("Sri Lankan rupees", "LKR"), ("Nepalese rupees", "NPR"),
    ("yen", "JPY"), ("Japanese yen", "JPY"), ("yuan", "CNY"), ("renminbi", "CNY"), ("Chinese yuan", "CNY"), ("Korean won", "KRW"),
    ("South Korean won", "KRW"), ("Swiss francs", "CHF"), ("Swiss franc", "CHF"), ("CFA francs", "XOF"), ("Swedish kronor", "SEK"),
    ("kronor", "SEK"), ("Norwegian kroner", "NOK"), ("Danish kroner", "DKK"), ("zlotys", "PLN"), ("zloty", "PLN"), ("forints", "HUF"),
    ("forint", "HUF"), ("Czech koruna", "CZK"), ("Turkish lira", "TRY"), ("zł", "PLN"), ("Kč", "CZK"), ("lei", "RON"), ("leva", "BGN"), 
    ("roubles", "RUB"), ("rubles", "RUB"), ("hryvnias", "UAH"),
    ("hryvnia", "UAH"), ("shekels", "ILS"), ("rand", "ZAR"), ("naira", "NGN"), ("cedis", "GHS"), ("Kenyan shillings", "KES"),
    ("Ugandan shillings", "UGX"), ("Tanzanian shillings", "TZS"), ("Mexican pesos", "MXN"), ("Argentine pesos", "ARS"), ("Chilean pesos", "CLP"),
    ("Philippine pesos", "PHP"), ("reais", "BRL"), ("baht", "THB"), ("dong", "VND"), ("ringgit", "MYR"), ("rupiah", "IDR"), ("quid", "GBP"),
];

/// Names of a hundredth, and the signs of what it can be one of.
pub(crate) const CENTS: [&str; 3] = ["cents", "cent", "¢"];

/// Names that are shared, and codes that can be meant.
#[rustfmt::skip]
const SHARED: [(&str, [&str; 2]); 22] = [
    ("rupees", ["INR", "PKR"]), ("rupee", ["INR", "PKR"]), ("francs", ["CHF", "XOF"]), ("franc", ["CHF", "XOF"]), ("pesos", ["MXN", "ARS"]),
    ("peso", ["MXN", "ARS"]), ("kroner", ["NOK", "DKK"]), ("krone", ["NOK", "DKK"]), ("krona", ["SEK", "ISK"]), ("kr", ["SEK", "NOK"]),
    ("crowns", ["CZK", "SEK"]), ("shillings", ["KES", "UGX"]), ("dinars", ["KWD", "RSD"]), ("dirhams", ["AED", "MAD"]), ("riyals", ["SAR", "QAR"]),
    ("rials", ["IRR", "OMR"]), ("lira", ["TRY", "LBP"]), ("liras", ["TRY", "LBP"]), ("won", ["KRW", "KPW"]), ("Rs", ["INR", "PKR"]),
    ("cents", ["EUR", "USD"]), ("cent", ["EUR", "USD"]),
];

impl Currency {
    /// The ISO 4217 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Gbp => "GBP",
            Self::Eur => "EUR",
            Self::Usd => "USD",
            Self::Other(code) => code,
        }
    }

    /// The currency with this upper-case ISO 4217 code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "GBP" => Some(Self::Gbp),
            "EUR" => Some(Self::Eur),
            "USD" => Some(Self::Usd),
            _ if code.len() == 3 => {
                OTHER_CODES.binary_search(&code).ok().map(|at| Self::Other(OTHER_CODES[at]))
            }
            _ => None,
        }
    }

    /// Reads a sign or code before a number (`£`, `US$`, `GBP `).
    pub(crate) fn read_prefix(reader: &mut Reader) -> Option<Self> {
        let found = match SIGNS.iter().find(|(sign, _)| reader.eat_text(sign)) {
            Some((_, code)) => Self::from_code(code),
            None => read_code(reader),
        };
        if found.is_some() {
            reader.skip_space();
        }
        found
    }

    /// Reads a code or name after a number (`pounds`, `EUR`).
    pub(crate) fn read_suffix(reader: &mut Reader) -> Option<Self> {
        let word = reader.next_word();
        let begins =
            |name: &str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        let mut names = NAMES.iter().filter(|(name, _)| begins(name));
        let name = names.find(|(name, _)| reader.eat_phrase(name));
        name.and_then(|(_, code)| Self::from_code(code)).or_else(|| read_code(reader))
    }

    /// The codes that a shared name can mean, if `word` is one.
    pub(crate) fn shared(word: &str) -> Option<[&'static str; 2]> {
        SHARED.iter().find(|(name, _)| *name == word).map(|(_, codes)| *codes)
    }
}

fn read_code(reader: &mut Reader) -> Option<Currency> {
    let mut ahead = *reader;
    ahead.skip_space();
    let word = ahead.word();
    let found = Currency::from_code(word)?;
    ahead.advance(word.len());
    *reader = ahead;
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::{Currency, NAMES, OTHER_CODES, SHARED, SIGNS};
    use crate::evidence::reader::Reader;

    #[test]
    fn every_sign_and_name_leads_to_a_code() {
        assert!(OTHER_CODES.is_sorted());
        for (text, code) in SIGNS.iter().chain(&NAMES) {
            assert_eq!(Currency::from_code(code).map(Currency::code), Some(*code), "{text}");
        }
        assert!(SHARED.iter().flat_map(|(_, codes)| codes).all(|code| Currency::from_code(code).is_some()));
        for (text, code) in [
            ("£4", Some("GBP")),
            ("US$ 5", Some("USD")),
            ("GBP 350", Some("GBP")),
            ("A$5", Some("AUD")),
            ("NHS 5", None),
        ] {
            let found = Currency::read_prefix(&mut Reader::new(text));
            assert_eq!(found.map(Currency::code), code, "{text}");
        }
    }
}
