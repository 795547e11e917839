//! Mistakes about records, in the review of children's social care.

use super::Case;

/// A mistake in one file.
const USUAL: Case = Case { row: "", code: "", file: "", from: "", to: "", near: "", line: "", also: &[] };

/// A report that nothing names.
const ALONE: &str =
    "---\ntitle: A survey of foster carers\nkind: survey\npublisher: A foundation\npublished: 2018\n---\n";

/// A topic with nothing under it.
const EMPTY: &str = "---\ntitle: Fostering\ndescription: What is known of foster care.\n---\n";

/// Every mistake, by row.
#[rustfmt::skip]
pub const CASES: &[Case] = &[
    Case {
        row: "a change recomputed from both ends", code: "N001", file: "content/reports/nao-2019.md",
        from: "    value: 2%\n    change: {from: cin-2011, to: cin-2018}",
        to: "    value: 3%\n    change: {from: cin-2011, to: cin-2018}",
        near: "    value: 2 per cent\n    change: {from: cin-2011, to: cin-2018}",
        line: "value: 3%", ..USUAL
    },
    Case {
        row: "an implied base", code: "N002", file: "content/reports/nao-2019.md",
        from: "value: £350 million", to: "value: £530 million", near: "value: £350m",
        line: "value: £530 million", ..USUAL
    },
    Case {
        row: "a sum of money", code: "N002", file: "content/reports/nao-2019.md",
        from: "value: £8 billion", to: "value: £9 billion", near: "value: £8bn",
        line: "value: £9 billion", ..USUAL
    },
    Case {
        row: "parts of a whole", code: "N003", file: "content/reports/epi-2018.md",
        from: "value: 2%\n", to: "value: 3%\n", near: "value: 2 per cent\n",
        line: "value: 3%", ..USUAL
    },
    Case {
        row: "a percentage of n cases", code: "N004", file: "content/reports/epi-2018.md",
        from: "    value: 81%\n", to: "    value: 81%\n    n: \"15\"\n", near: "    value: 81%\n    n: \"16\"\n",
        line: "value: 81%", ..USUAL
    },
    Case {
        row: "per cent for points", code: "N005", file: "content/findings/far-from-home.md",
        from: "value: about 10 points", to: "value: 10%", near: "value: 10 percentage points",
        line: "value: 10%", ..USUAL
    },
    Case {
        row: "a superlative", code: "N006", file: "content/reports/epi-2018.md",
        from: "value: 81%", to: "value: 78%", near: "value: 81 per cent",
        line: "value: 78%", ..USUAL
    },
    Case {
        row: "a span of years", code: "N007", file: "content/reports/nao-2019.md",
        from: "label: Growth in children on protection plans\n",
        to: "label: Growth in children on protection plans over eight years\n",
        near: "label: Growth in children on protection plans over seven years\n",
        line: "over eight years", ..USUAL
    },
    Case {
        row: "changes over different spans", code: "C001", file: "content/findings/protection-plans-grew.md",
        from: "  - {supports: epi-2018.plans-growth, note: \"2010 to 2016, read as the count on 31 March\"}\n  - {supports: appg-2017.plans-growth, note: \"2010-11 to 2015-16, read as plans started in the year\"}\n",
        to: "  - {supports: epi-2018.plans-growth}\n  - {supports: appg-2017.plans-growth}\n",
        near: "  - {supports: epi-2018.plans-growth}\n  - {supports: appg-2017.plans-growth, note: plans started}\n",
        line: "{supports: appg-2017.plans-growth}", ..USUAL
    },
    Case {
        row: "two values for one thing", code: "C002", file: "content/reports/pac-2019.md",
        from: "    measure: in-care-at-31-march\n    value: 15%\n",
        to: "    measure: in-care-at-31-march\n    value: almost triple\n",
        near: "    measure: in-care-at-31-march\n    value: 15 per cent\n",
        line: "value: almost triple", ..USUAL
    },
    Case {
        row: "two values for one day", code: "C002", file: "content/reports/epi-2018.md",
        from: "    revised_by: dfe-cin-2018.cin-2017-revised\n    relations:\n      - {same-as: dfe-cin-2017.cin-2017, note: passed on by the review}\n",
        to: "    relations:\n      - {same-as: dfe-cin-2018.cin-2017-revised, note: passed on by the review}\n",
        near: "    revised_by: dfe-cin-2018.cin-2017-revised\n",
        line: "value: 389,430", ..USUAL
    },
    Case {
        row: "a stock against a flow", code: "C003", file: "content/findings/a-day-and-a-year.md",
        from: "formula: dfe-cin-2017.cin-2017 - dfe-cin-2018.cin-2017-revised",
        to: "formula: nao-2019.cin-2018 - dfe-cin-2017.cin-2017",
        near: "formula: (dfe-cin-2017.cin-2017 - dfe-cin-2018.cin-2017-revised)",
        line: "formula:", ..USUAL
    },
    Case {
        row: "a unit against another", code: "C003", file: "content/findings/a-day-and-a-year.md",
        from: "formula: dfe-cin-2017.cin-2017 - dfe-cin-2018.cin-2017-revised",
        to: "formula: dfe-cin-2017.cin-2017 - dfe-cin-2017.neglect-share",
        near: "formula: dfe-cin-2017.cin-2017 - 1 * dfe-cin-2018.cin-2017-revised",
        line: "formula:", ..USUAL
    },
    Case {
        row: "a credit", code: "E006", file: "content/coverage/appg-statement.md",
        from: "credits: All Party", to: "credits: Department of Education # All Party", near: "credits: the All Party",
        line: "credits: Department of Education", ..USUAL
    },
    Case {
        row: "a speaker", code: "A001", file: "content/coverage/student-article.md",
        from: "    speaker: Department for Education\n    at: paragraph 6\n    differs: speaker misattributed\n",
        to: "    speaker: Department for Education\n    at: paragraph 6\n",
        near: "    speaker: the National Audit Office\n    at: paragraph 6\n",
        line: "speaker: Department for Education", ..USUAL
    },
    Case {
        row: "an article that does not tell it", code: "A007", file: "content/reports/nao-2019.md",
        from: "    via: student-article\n    caveat: In a sentence that the article quotes.",
        to: "    via: lgc-article\n    caveat: In a sentence that the article quotes.",
        near: "    via: [student-article]\n    caveat: In a sentence that the article quotes.",
        line: "via: lgc-article", ..USUAL
    },
    Case {
        row: "a denominator", code: "A002", file: "content/reports/dfe-cin-2017.md",
        from: "    category: neglect\n    of: children on a child protection plan\n",
        to: "    category: neglect\n    of: children in need\n",
        near: "    category: neglect\n    of: the children on a child protection plan\n",
        line: "of: children in need", ..USUAL
    },
    Case {
        row: "a lost comparator", code: "A003", file: "content/reports/nao-2019.md",
        from: "    value: almost triple\n    change: {from: 2010-11, to: 2017-18}\n    relative_to: the growth of the child population\n",
        to: "    value: almost triple\n    change: {from: 2010-11, to: 2017-18}\n",
        near: "    value: almost triple\n    change: {from: 2010-11, to: 2017-18}\n    relative_to: growth among all children\n",
        line: "value: almost triple", ..USUAL
    },
    Case {
        row: "a comparator lost in the telling", code: "A003", file: "content/coverage/student-article.md",
        from: "  - statistic: nao-2019.care-growth\n    as: almost triple\n    at: headline\n    differs: comparator lost\n",
        to: "  - statistic: nao-2019.care-growth-ratio\n    as: almost triple\n    at: headline\n",
        near: "  - statistic: nao-2019.care-growth-ratio\n    as: almost triple\n    at: headline\n    relative_to: population growth\n",
        line: "as: almost triple", ..USUAL
    },
    Case {
        row: "a wider population", code: "A004", file: "content/findings/support-harder-to-give.md",
        from: "of children's social workers that the bar", to: "of social workers that the bar",
        near: "of the children's social workers that the bar",
        line: "title:", ..USUAL
    },
    Case {
        row: "a wider population than the origin's", code: "A004", file: "content/reports/epi-2018.md",
        from: "    population: children in need\n    origin:", to: "    population: children\n    origin:",
        near: "    population: the children in need\n    origin:", line: "population: children", ..USUAL
    },
    Case {
        row: "a narrower population than the origin's", code: "A004", file: "content/reports/epi-2018.md",
        from: "    population: children in need\n    origin:", to: "    population: vulnerable children in need\n    origin:",
        near: "    population: the children in need\n    origin:", line: "vulnerable children in need", ..USUAL
    },
    Case {
        row: "one source told twice", code: "B001", file: "content/findings/changes-in-care.md",
        from: "  - {supports: appg-2017.multiple-placements, note: \"what evidence suggests that repeated moves do\"}\n  - {supports: epi-2018.trust-lost, note: an association with changes of social worker}\n",
        to: "", near: "  - {supports: epi-2018.trust-lost, note: an association with changes of social worker}\n",
        line: "supports: cc-stability-2017.any-change", ..USUAL
    },
    Case {
        row: "an unused statistic", code: "B002", file: "content/reports/dfe-care-leavers-2017.md",
        from: "what young people who have left care are doing.",
        to: "what young people who left care are doing.",
        near: "what young people who have left care are doing, in [5](stat:tables) tables.",
        line: "tables:",
        also: &[("content/reports/dfe-care-leavers-2017.md", "statistics:\n", "statistics:\n  tables: {label: Tables, value: 5}\n")],
    },
    Case {
        row: "a finding without evidence", code: "B003", file: "content/findings/say-in-own-care.md",
        from: "evidence:\n  - {supports: appg-2017.high-level-involvement}\n  - {supports: appg-2017.not-involved-in-own-care}\n  - {supports: appg-2017.did-not-know-why}\n",
        to: "", near: "evidence:\n  - {supports: appg-2017.did-not-know-why}\n", line: "title:", ..USUAL
    },
    Case {
        row: "an unused source", code: "B004", file: "content/reports/survey.md",
        from: "kind: survey", to: "kind: research", near: "kind: survey\ndraft: true", line: "title:",
        also: &[("content/reports/survey.md", "", ALONE)],
    },
    Case {
        row: "an unused topic", code: "B005", file: "content/topics/fostering.md",
        from: "title: Fostering", to: "title: Foster care", near: "title: Fostering\ndraft: true", line: "title:",
        also: &[("content/topics/fostering.md", "", EMPTY)],
    },
    Case {
        row: "an unused term", code: "B006", file: "content/glossary.md",
        from: "Care order {#care-order}", to: "Court {#court}\n: Where a care order is made.\n\nCare order {#care-order}",
        near: "Court {#court}\n: Where a care order is made. Not every [court](term:court) makes one.\n\nCare order {#care-order}",
        line: "Court {#court}", ..USUAL
    },
    Case {
        row: "a review that is due", code: "D001", file: "content/about.md",
        from: "title: About", to: "review_by: 2026-11-24\ntitle: About", near: "review_by: 2026-11\ntitle: About",
        line: "review_by:", ..USUAL
    },
    Case {
        row: "a superseded figure", code: "D002", file: "content/topics/workforce.md",
        from: "Good care often", to: "[389,430](stat:dfe-cin-2017.cin-2017) children are in need. Good care often",
        near: "[389,040](stat:dfe-cin-2018.cin-2017-revised) children are in need. Good care often",
        line: "children are in need", ..USUAL
    },
    Case {
        row: "a superseded figure in a finding", code: "D002", file: "content/findings/neglect-most-common.md",
        from: "dfe-cin-2017.cin-2017, note: the group that the article uses by mistake}",
        to: "dfe-cin-2017.cin-2017}", near: "dfe-cin-2017.cin-2017, note: later revised}",
        line: "qualifies: dfe-cin-2017.cin-2017", ..USUAL
    },
];
