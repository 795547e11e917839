//! Whether a quantity found in prose agrees with the recorded statistic.
//!
//! Agreement is a relation between two intervals in one unit. It deliberately
//! ignores nouns and converts no units.

use crate::evidence::quantity::{Qualifier, Quantity, bound, loose};
use crate::evidence::unit::Unit;
use rust_decimal::Decimal;

/// How a text stands to the statistic recorded for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// The same numbers: `£872 million` for `£872m`; or the same marker alone.
    Same,
    /// The text allows everything the statistic allows, and more.
    Rounder,
    /// The text allows less than the statistic: it lies inside it, or it is a
    /// narrower overlapping interval around the same printed number.
    MorePrecise,
    /// The text allows other numbers.
    Differs,
    /// The two are in different units, such as per cent and points.
    UnitDiffers,
}

impl Quantity {
    /// Compares this quantity, found in a text, with the recorded `stated` one.
    /// Signs count: `20%` differs from `-20%`.
    #[must_use]
    pub fn agrees(&self, stated: &Quantity) -> Agreement {
        if self.is_marker_alone() || stated.is_marker_alone() {
            let equal = self.is_marker_alone() && stated.is_marker_alone();
            let same = equal && self.markers == stated.markers;
            return if same { Agreement::Same } else { Agreement::Differs };
        }
        if self.unit != stated.unit {
            return Agreement::UnitDiffers;
        }
        if let (Some(mine), Some(theirs)) = (self.ends.as_deref(), stated.ends.as_deref())
            && !(self.rounds_to(mine.0, theirs.0, stated) && self.rounds_to(mine.1, theirs.1, stated))
        {
            return Agreement::Differs;
        }
        if bound::says_little(self, stated) || loose::is_another(self, stated) {
            return Agreement::Differs;
        }
        if self.interval == stated.interval || self.is_same_multiple(stated) {
            Agreement::Same
        } else if self.is_said_of_about(stated)
            || self.is_rounded(stated)
            || self.interval.contains_interval(&stated.interval)
        {
            Agreement::Rounder
        } else if stated.interval.contains_interval(&self.interval) || self.sharpens(stated) {
            Agreement::MorePrecise
        } else {
            Agreement::Differs
        }
    }

    /// Whether this loosens or bounds a number that is itself `about` one: `over three quarters` of `about 78%`.
    fn is_said_of_about(&self, stated: &Quantity) -> bool {
        let is_loose = self.qualifier != Qualifier::Plain && stated.qualifier == Qualifier::About;
        is_loose && stated.central.is_some_and(|central| self.interval.contains(central))
    }

    /// Whether a number in words, such as `threefold`, is the multiple that is stated in digits.
    fn is_same_multiple(&self, stated: &Quantity) -> bool {
        let plain = self.qualifier == Qualifier::Plain && stated.qualifier == Qualifier::Plain;
        plain && self.unit == Unit::Times && self.central.is_some() && self.central == stated.central
    }

    /// Whether this is the stated number rounded. A half may be rounded either way, and a whole number rounds one with
    /// decimals: `15` for `14.9`, `12%` or `13%` for `12.5%`.
    fn is_rounded(&self, stated: &Quantity) -> bool {
        let plain = self.qualifier == Qualifier::Plain && stated.qualifier == Qualifier::Plain;
        let Some((mine, theirs)) = self.central.zip(stated.central).filter(|_| plain) else { return false };
        let is_coarser = self.width(stated) > stated.width(stated);
        is_coarser && self.is_in_digits() && self.rounds_to(mine, theirs, stated)
    }

    /// Whether one printed number is another of `stated`, rounded as this quantity is.
    fn rounds_to(&self, mine: Decimal, theirs: Decimal, stated: &Quantity) -> bool {
        let within = self.width(stated).checked_div(Decimal::TWO).unwrap_or_default();
        mine == theirs || (mine - theirs).abs() <= within
    }

    /// The rounding step of this quantity beside a stated one: a whole number is exact only beside others.
    fn width(&self, stated: &Quantity) -> Decimal {
        let has_decimals = stated.step.is_some_and(|step| step < Decimal::ONE)
            || stated.central.is_some_and(|central| !central.fract().is_zero());
        let whole = self.central.is_some_and(|central| central.fract().is_zero());
        let beside = if has_decimals && whole { Decimal::ONE } else { Decimal::ZERO };
        self.step.unwrap_or(beside)
    }

    /// As `agrees`, but a fall may be printed without its sign: when the two do not
    /// agree as they stand, their magnitudes are compared. For statistics whose
    /// direction the caller knows from elsewhere.
    #[must_use]
    pub fn agrees_ignoring_sign(&self, stated: &Quantity) -> Agreement {
        match self.agrees(stated) {
            Agreement::Differs => self.magnitude().agrees(&stated.magnitude()),
            agreement => agreement,
        }
    }

    /// Whether this is another printed form of `other`: one unit, one qualifier, one value. A fraction in words and
    /// digits that round it, or that it rounds, are the same value (`a third`, `33%`); two widths that merely
    /// overlap are not (`a quarter`, `26%`).
    #[must_use]
    pub fn is_form_of(&self, other: &Quantity) -> bool {
        let same_kind = self.unit == other.unit && self.qualifier == other.qualifier;
        let same_value = match (self.central, other.central) {
            (Some(mine), Some(theirs)) => mine == theirs || self.rounds(other) || other.rounds(self),
            (None, None) => self.interval == other.interval,
            (Some(_), None) | (None, Some(_)) => false,
        };
        same_kind && same_value && !self.is_marker_alone() && !other.is_marker_alone()
    }

    /// Whether it is a number in digits, so that only another of the same value, or a fraction in words, can be a form of it.
    #[must_use]
    pub fn is_in_digits(&self) -> bool {
        self.central.is_some() && self.step.is_none_or(is_power_of_ten)
    }

    /// Whether these are plain digits, `words` is a plain fraction in words, and each lies in the other's width.
    fn rounds(&self, words: &Quantity) -> bool {
        let in_digits = |step: Option<Decimal>| step.is_some_and(is_power_of_ten);
        let lies_in =
            |one: &Quantity, other: &Quantity| one.central.is_some_and(|at| other.interval.contains(at));
        let plain = self.qualifier == Qualifier::Plain && words.qualifier == Qualifier::Plain;
        plain
            && in_digits(self.step)
            && words.step.is_some()
            && !in_digits(words.step)
            && lies_in(self, words)
            && lies_in(words, self)
    }

    /// The same quantity mirrored to the positive side when its printed number, or
    /// both its ends, are negative.
    #[must_use]
    pub fn magnitude(&self) -> Quantity {
        let negative = match (self.central, self.ends.as_deref()) {
            (Some(central), _) => central.is_sign_negative(),
            (None, Some((_, high))) => high.is_sign_negative(),
            (None, None) => false,
        };
        if !negative {
            return self.clone();
        }
        Quantity {
            interval: self.interval.negate(),
            central: self.central.map(|central| -central),
            ends: self.ends.as_deref().map(|(low, high)| Box::new((-high, -low))),
            ..self.clone()
        }
    }

    fn is_marker_alone(&self) -> bool {
        !self.markers.is_empty() && self.central.is_none() && self.low().is_none()
    }

    /// Whether this is a narrower reading of the same printed number.
    fn sharpens(&self, stated: &Quantity) -> bool {
        let narrower = match (self.interval.width(), stated.interval.width()) {
            (Some(mine), Some(theirs)) => mine < theirs,
            (Some(_), None) => true,
            (None, _) => false,
        };
        let central = self.central.is_some() && self.central == stated.central;
        narrower && central && self.interval.overlaps(&stated.interval)
    }
}

/// Whether a rounding step is that of digits; fractions and multiples in words have others.
fn is_power_of_ten(step: Decimal) -> bool {
    let mut mantissa = step.normalize().mantissa();
    while mantissa != 0 && mantissa % 10 == 0 {
        mantissa /= 10;
    }
    mantissa == 1
}

#[cfg(test)]
mod tests {
    use super::Agreement as A;
    use crate::evidence::quantity::Quantity;

    fn parse(text: &str) -> Quantity {
        Quantity::parse(text).expect(text)
    }

    #[test]
    fn agreement() {
        for (text, stated, agreement) in [
            ("£872 million", "£872m", A::Same),
            ("64 per cent", "64%", A::Same),
            ("one in five", "a fifth", A::Same),
            ("more than 29%", "over 29%", A::Same),
            ("three times", "tripled", A::Same),
            ("735 470 children", "735,470", A::Same),
            ("[c]", "[c]", A::Same),
            ("0.7 million", "735,470", A::Rounder),
            ("hundreds of thousands", "735,470", A::Rounder),
            ("about a quarter", "26%", A::Rounder),
            ("over 29%", "29.4%", A::Rounder),
            ("over a tenth", "78%", A::Differs),
            ("over half", "78%", A::Rounder),
            ("over a quarter", "over a quarter", A::Same),
            ("up to 5,000", "1,200", A::Differs),
            ("a fifth", "20%", A::Rounder),
            ("20%", "a fifth", A::MorePrecise),
            ("29%", "over 29%", A::MorePrecise),
            ("64.2%", "64%", A::MorePrecise),
            ("63%", "64%", A::Differs),
            ("20%", "-20%", A::Differs),
            ("over 29%", "29%", A::Differs),
            ("[c]", "[x]", A::Differs),
            ("[c]", "64%", A::Differs),
            ("10 points", "10%", A::UnitDiffers),
            ("872m", "£872m", A::UnitDiffers),
            ("22 per 1,000", "22 per 10,000", A::UnitDiffers),
        ] {
            assert_eq!(parse(text).agrees(&parse(stated)), agreement, "{text} for {stated}");
        }
    }

    #[test]
    fn printed_forms_of_one_value() {
        for forms in [
            &["£872m", "£872 million", "GBP 872m", "£872,000,000"][..],
            &["a fifth", "20%", "20 per cent", "20pc", "one in five", "20 percent"],
            &["735,470", "735470", "735 470"],
            &["nearly three times", "almost triple", "almost tripled"],
            &["over 29%", "more than 29 per cent"],
            &["a third", "33%"],
            &["twelve", "12"],
            &["22–164", "22 to 164"],
        ] {
            for (one, other) in forms.iter().flat_map(|one| forms.iter().map(move |other| (one, other))) {
                assert!(parse(one).is_form_of(&parse(other)), "{one} is {other}");
            }
        }
        for (one, other) in [
            ("a quarter", "26%"),
            ("1 in 12", "1 in 11"),
            ("64%", "64.2%"),
            ("20%", "over 20%"),
            ("about 40%", "about 41%"),
            ("10 points", "10%"),
            ("£872m", "872m"),
            ("735,470", "735 thousand"),
            ("[c]", "[c]"),
        ] {
            assert!(!parse(one).is_form_of(&parse(other)), "{one} is not {other}");
        }
    }

    #[test]
    fn falls_may_be_printed_without_their_sign() {
        for (text, stated, agreement) in [
            ("20%", "-20%", A::Same),
            ("-20%", "-20%", A::Same),
            ("a fifth", "-20%", A::Rounder),
            ("over 29%", "-29.4%", A::Rounder),
            ("10% to 15%", "-10% to -15%", A::Same),
            ("21%", "-20%", A::Differs),
        ] {
            let found = parse(text).agrees_ignoring_sign(&parse(stated));
            assert_eq!(found, agreement, "{text} for {stated}");
        }
    }
}
