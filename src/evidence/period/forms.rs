//! Every form of a period, with an example of each: the table behind `cscare-site explain periods`.
//!
//! What stands beside an example is what the readers make of it when the table is printed; the tests hold it against what
//! is written here.

use super::YearKind;

/// Some forms that belong together.
#[derive(Debug)]
pub struct PeriodForms {
    /// What they are.
    pub title: &'static str,
    /// What there is to know about them.
    pub remark: &'static str,
    /// Examples.
    pub examples: &'static [Example],
}

/// A form, and what it means.
#[derive(Debug)]
pub struct Example {
    /// As it is typed.
    pub typed: &'static str,
    /// What the measure says of its years.
    pub year: Option<YearKind>,
    /// The days; empty for what is refused.
    pub days: &'static str,
}

const fn known(typed: &'static str, days: &'static str) -> Example {
    Example { typed, year: None, days }
}

const fn financial(typed: &'static str, days: &'static str) -> Example {
    Example { typed, year: Some(YearKind::Financial), days }
}

const fn academic(typed: &'static str, days: &'static str) -> Example {
    Example { typed, year: Some(YearKind::Academic), days }
}

const fn refused(typed: &'static str) -> Example {
    known(typed, "")
}

/// The whole table.
pub const FORMS: &[PeriodForms] = &[
    PeriodForms {
        title: "Years",
        remark: "A pair of years is a financial year (from 1 April) or an academic year (from 1 September) when the `year:` \
                 of its measure or of its report says so, or its own name does. Else its days are unknown, which is \
                 a warning (E010).",
        examples: &[
            known("2017", "2017-01-01/2017-12-31"),
            known("calendar year 2017", "2017-01-01/2017-12-31"),
            known("CY2017", "2017-01-01/2017-12-31"),
            financial("2016-17", "2016-04-01/2017-03-31"),
            financial("2016/17", "2016-04-01/2017-03-31"),
            financial("2016–17", "2016-04-01/2017-03-31"),
            academic("2016/2017", "2016-09-01/2017-08-31"),
            academic("201617", "2016-09-01/2017-08-31"),
            known("2016-17", "unknown"),
            known("FY2016-17", "2016-04-01/2017-03-31"),
            known("financial year 2016/17", "2016-04-01/2017-03-31"),
            known("2016/17 academic year", "2016-09-01/2017-08-31"),
            known("AY 2016/17", "2016-09-01/2017-08-31"),
            known("academic year 2016 to 2017", "2016-09-01/2017-08-31"),
            known("201617 Academic year", "2016-09-01/2017-08-31"),
            known("tax year 2016-17", "2016-04-06/2017-04-05"),
            known("FYE 2017", "2016-04-01/2017-03-31"),
            refused("FY2017"),
            refused("academic year 2017"),
            refused("FY17"),
            refused("2016/15"),
        ],
    },
    PeriodForms {
        title: "More years",
        remark: "Half the field prints 2006-08 for three years, and half for August 2006, so it is asked back where the two \
                 digits can be both. `2024-03` can be a month alone, and `2014-16` years alone.",
        examples: &[
            known("2010 to 2016", "2010-01-01/2016-12-31"),
            known("from 2010 to 2016", "2010-01-01/2016-12-31"),
            known("between 2010 and 2016", "2010-01-01/2016-12-31"),
            known("2014–2016", "2014-01-01/2016-12-31"),
            known("2014-2016", "2014-01-01/2016-12-31"),
            known("2014-16", "2014-01-01/2016-12-31"),
            known("2006–08", "2006-01-01/2008-12-31"),
            financial("2010/11 to 2016/17", "2010-04-01/2017-03-31"),
            financial("2022/23–2023/24", "2022-04-01/2024-03-31"),
            known("1990s", "1990-01-01/1999-12-31"),
            known("three years to 2019", "2017-01-01/2019-12-31"),
            known("wave 3 (2014–2016)", "2014-01-01/2016-12-31"),
            refused("2006-08"),
            refused("2010/12"),
            refused("2014/16"),
            refused("200608"),
            refused("2016 to 2010"),
            refused("wave 3"),
        ],
    },
    PeriodForms {
        title: "Quarters, halves and terms",
        remark: "Those of a pair of years begin with that year. A term is September to December, January to March, or \
                 April to July; a season has no months that everybody agrees upon.",
        examples: &[
            known("Q3 2023", "2023-07-01/2023-09-30"),
            known("2023 Q3", "2023-07-01/2023-09-30"),
            known("2023-Q3", "2023-07-01/2023-09-30"),
            known("Quarter 3 2023", "2023-07-01/2023-09-30"),
            known("third quarter of 2023", "2023-07-01/2023-09-30"),
            known("Quarter 3 (July to Sept) 2023", "2023-07-01/2023-09-30"),
            known("June quarter 2023", "2023-04-01/2023-06-30"),
            known("Q1 to Q3 2023", "2023-01-01/2023-09-30"),
            financial("2023/24 Q1", "2023-04-01/2023-06-30"),
            academic("2023/24 Q1", "2023-09-01/2023-11-30"),
            known("Q3 FY2023-24", "2023-10-01/2023-12-31"),
            known("H1 2023", "2023-01-01/2023-06-30"),
            known("2023-S2", "2023-07-01/2023-12-31"),
            known("second half of 2023", "2023-07-01/2023-12-31"),
            known("autumn term 2022/23", "2022-09-01/2022-12-31"),
            known("202223 Summer term", "2023-04-01/2023-07-31"),
            refused("Q3 23"),
            refused("summer 2023"),
            refused("winter 2022/23"),
            refused("Q2 (July to September) 2023"),
        ],
    },
    PeriodForms {
        title: "Months and weeks",
        remark: "Weeks run from Monday to Sunday and are counted as ISO 8601 counts them.",
        examples: &[
            known("March 2024", "2024-03-01/2024-03-31"),
            known("Mar 2024", "2024-03-01/2024-03-31"),
            known("2024-03", "2024-03-01/2024-03-31"),
            known("2024M03", "2024-03-01/2024-03-31"),
            known("03/2024", "2024-03-01/2024-03-31"),
            known("2024 March", "2024-03-01/2024-03-31"),
            known("Dec-23", "2023-12-01/2023-12-31"),
            known("January to March 2024", "2024-01-01/2024-03-31"),
            known("Dec 2023 to Feb 2024", "2023-12-01/2024-02-29"),
            known("week 18 2024", "2024-04-29/2024-05-05"),
            known("2024-W18", "2024-04-29/2024-05-05"),
            known("weeks 1 to 4 of 2024", "2024-01-01/2024-01-28"),
            known("w/e 5 May 2024", "2024-04-29/2024-05-05"),
            known("week commencing 29 April 2024", "2024-04-29/2024-05-05"),
            refused("Dec 23"),
            refused("December to February 2024"),
            refused("Febuary 2020"),
            refused("201112"),
        ],
    },
    PeriodForms {
        title: "So long up to a day",
        remark: "A year ends on the last day that is named, whichever month that is.",
        examples: &[
            known("year ending March 2024", "2023-04-01/2024-03-31"),
            known("year ended 31 March 2024", "2023-04-01/2024-03-31"),
            known("YE Mar 2024", "2023-04-01/2024-03-31"),
            known("12 months to June 2024", "2023-07-01/2024-06-30"),
            known("six months to September 2023", "2023-04-01/2023-09-30"),
            known("quarter to June 2023", "2023-04-01/2023-06-30"),
            known("12 months from 1 April 2023", "2023-04-01/2024-03-31"),
            known("7 days to 5 May 2024", "2024-04-29/2024-05-05"),
            refused("year ending 2024"),
            refused("year end March 2024"),
        ],
    },
    PeriodForms {
        title: "Days",
        remark: "`at`, `as at`, `as of` and `on` say that a figure is of one moment. The middle of a year is 30 June, as in \
                 estimates of a population. A census is known to its year.",
        examples: &[
            known("31 March 2024", "2024-03-31"),
            known("31st March 2024", "2024-03-31"),
            known("March 31, 2024", "2024-03-31"),
            known("2024-03-31", "2024-03-31"),
            known("20240331", "2024-03-31"),
            known("31/03/2024", "2024-03-31"),
            known("Sunday 31 March 2024", "2024-03-31"),
            known("as at 31 March 2024", "2024-03-31"),
            known("at 2024-03", "2024-03-01/2024-03-31"),
            known("mid-2022", "2022-06-30"),
            known("end of March 2021", "2021-03-31"),
            known("year-end 2022", "2022-12-31"),
            known("Census 2021", "2021-01-01/2021-12-31"),
            known("23 March–10 May 2020", "2020-03-23/2020-05-10"),
            known("1–14 June 2021", "2021-06-01/2021-06-14"),
            known("2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            refused("04/05/2024"),
            refused("31-Mar-24"),
            refused("Monday 31 March 2024"),
            refused("early 2022"),
            refused("2023-02-29"),
        ],
    },
    PeriodForms {
        title: "Without a start or an end, and changes",
        remark: "A change leads from one period to a later one of the same kind; two dots join them.",
        examples: &[
            known("since April 2021", "2021-04-01/.."),
            known("from 2010", "2010-01-01/.."),
            known("2010 onwards", "2010-01-01/.."),
            known("2019 to date", "2019-01-01/.."),
            known("2019-", "2019-01-01/.."),
            known("after 2019", "2020-01-01/.."),
            known("2010/..", "2010-01-01/.."),
            known("up to 2016", "../2016-12-31"),
            known("to 2017-12", "../2017-12-31"),
            known("until March 2018", "../2018-03-31"),
            known("before 2016", "../2015-12-31"),
            known("2010..2016", "2010-01-01/2010-12-31..2016-01-01/2016-12-31"),
            financial("2010-11..2016-17", "2010-04-01/2011-03-31..2016-04-01/2017-03-31"),
            known("2010-03-31..2017-03-31", "2010-03-31..2017-03-31"),
            known("Q1 2023..Q1 2024", "2023-01-01/2023-03-31..2024-01-01/2024-03-31"),
            refused("2019.."),
            refused("2016..2010"),
            refused("2017..2017-18"),
        ],
    },
];
