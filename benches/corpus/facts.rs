//! What the reports of a corpus state: figures that agree with each other, and how they are printed.

use super::random::Random;
use super::words::{AREAS, PUBLISHERS, SUBJECTS};

/// A figure.
#[derive(Debug, Clone, Copy)]
pub enum Figure {
    /// A count.
    Count(u64),
    /// Whole per cent.
    Percent(u64),
    /// Millions of pounds; from a thousand on, a multiple of a hundred.
    Millions(u64),
    /// So many in ten thousand.
    Rate(u64),
}

impl Figure {
    /// As its report prints it.
    pub fn printed(self) -> String {
        match self {
            Self::Count(number) => grouped(number),
            Self::Percent(number) => format!("{number}%"),
            Self::Millions(number) if number < 1000 => format!("£{number} million"),
            Self::Millions(number) => format!("£{}.{} billion", number / 1000, number % 1000 / 100),
            Self::Rate(number) => format!("{number} per 10,000"),
        }
    }

    /// The same number in another spelling.
    pub fn respelled(self) -> String {
        match self {
            Self::Percent(number) => format!("{number} per cent"),
            Self::Millions(_) => self.printed().replace(" million", "m").replace(" billion", "bn"),
            Self::Count(_) | Self::Rate(_) => self.printed(),
        }
    }

    /// Another number, as a careless reader might print it.
    pub fn mistaken(self) -> String {
        match self {
            Self::Count(number) => Self::Count(number * 2 + 10).printed(),
            Self::Percent(number) => Self::Percent(number + 7).printed(),
            Self::Millions(number) => Self::Millions(number + 100).printed(),
            Self::Rate(number) => Self::Rate(number + 9).printed(),
        }
    }

    /// Which of [`KINDS`] measures it.
    pub fn kind(self) -> usize {
        match self {
            Self::Count(_) => 0,
            Self::Percent(_) => 1,
            Self::Millions(_) => 2,
            Self::Rate(_) => 3,
        }
    }
}

/// Digits in groups of three: `735,470`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut printed = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            printed.push(',');
        }
        printed.push(digit);
    }
    printed
}

/// Kinds of measure, with a unit for each; the measures of a corpus take turns.
pub const KINDS: [(&str, &str); 4] =
    [("flow", "cases"), ("share", "\"%\""), ("money", "£"), ("rate", "per 10,000")];

/// Places of statistics within [`Facts::figures`].
pub const START: usize = 0;
/// The count at the end.
pub const END: usize = 1;
/// The growth from start to end.
pub const GROWTH: usize = 2;
/// A share.
pub const SHARE: usize = 3;
/// A sum of money.
pub const BUDGET: usize = 4;
/// A rate.
pub const RATE: usize = 5;

/// What one report states.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Id of the report.
    pub id: String,
    /// Place in [`SUBJECTS`].
    pub subject: usize,
    /// Where.
    pub area: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// Year and month of publication, rising from report to report.
    pub published: (usize, usize),
    /// The six figures.
    pub figures: [Figure; 6],
    /// The earlier report that its budget is taken from; that one has it from nobody.
    pub repeats: Option<usize>,
}

impl Facts {
    /// The facts of every report.
    pub fn all(seed: u64, reports: usize) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::with_capacity(reports);
        for place in 0..reports {
            let mut random = Random::for_page(seed, "facts", place);
            let mut facts = Self::one(&mut random, place, reports);
            if place > 0 && random.once_in(2) {
                let earlier = random.below(place);
                let earlier = all[earlier].repeats.unwrap_or(earlier);
                facts.repeats = Some(earlier);
                facts.figures[BUDGET] = all[earlier].figures[BUDGET];
            }
            all.push(facts);
        }
        all
    }

    fn one(random: &mut Random, place: usize, reports: usize) -> Self {
        let subject = random.below(SUBJECTS.len());
        let month = place * 96 / reports;
        let start = random.between(400, 90_000) * 10;
        let end = start + start / 1000 * random.between(20, 950) + 10;
        let end = end / 10 * 10;
        let budget = match random.between(20, 9_900) {
            small if small < 1000 => small,
            large => large / 100 * 100,
        };
        let figures = [
            Figure::Count(start),
            Figure::Count(end),
            Figure::Percent(rounded((end - start) * 100, start)),
            Figure::Percent(random.between(11, 89)),
            Figure::Millions(budget),
            Figure::Rate(random.between(12, 480)),
        ];
        Self {
            id: format!("{}-{:05}", SUBJECTS[subject].0, place + 1),
            subject,
            area: random.pick(&AREAS),
            publisher: random.pick(&PUBLISHERS),
            published: (2012 + month / 12, 1 + month % 12),
            figures,
            repeats: None,
        }
    }

    /// What is counted.
    pub fn noun(&self) -> &'static str {
        SUBJECTS[self.subject].1
    }

    /// The id of a statistic within its report.
    pub fn statistic(&self, place: usize) -> String {
        let word = SUBJECTS[self.subject].0;
        match place {
            START => format!("{word}-start"),
            END => format!("{word}-end"),
            GROWTH => format!("{word}-growth"),
            SHARE => "known-share".to_owned(),
            BUDGET => "budget".to_owned(),
            _ => format!("{word}-rate"),
        }
    }

    /// `report.statistic`.
    pub fn reference(&self, place: usize) -> String {
        format!("{}.{}", self.id, self.statistic(place))
    }

    /// A link that binds a statistic's number.
    pub fn bound(&self, place: usize) -> String {
        format!("[{}](stat:{})", self.figures[place].printed(), self.reference(place))
    }

    /// Two financial years before publication: the first and the last of the series.
    pub fn years(&self) -> (String, String) {
        let (year, _) = self.published;
        (financial(year - 8), financial(year - 2))
    }

    /// Counts at both ends.
    pub fn counts(&self) -> Option<(u64, u64)> {
        match (self.figures[START], self.figures[END]) {
            (Figure::Count(start), Figure::Count(end)) => Some((start, end)),
            _ => None,
        }
    }
}

/// A quotient rounded half up.
pub fn rounded(part: u64, whole: u64) -> u64 {
    (part * 2 + whole) / (whole * 2)
}

fn financial(year: usize) -> String {
    format!("{year}-{:02}", (year + 1) % 100)
}
