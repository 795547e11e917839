//! The same mistakes in a review of buses, with other words and numbers.

use super::Case;

/// A mistake in one file.
const USUAL: Case = Case { row: "", code: "", file: "", from: "", to: "", near: "", line: "", also: &[] };

/// A report that nothing names.
const ALONE: &str =
    "---\ntitle: Tyres\nkind: research\npublisher: Institute of Wheels\npublished: 2021\n---\n";

/// A topic with nothing under it.
const EMPTY: &str = "---\ntitle: Safety\n---\nWhat goes wrong.\n";

/// Every mistake, by row.
#[rustfmt::skip]
pub const CASES: &[Case] = &[
    Case {
        row: "a change recomputed from both ends", code: "N001", file: "content/reports/audit-2023.md",
        from: "    value: 8.5%\n", to: "    value: 9.5%\n", near: "    value: 8.5 per cent\n",
        line: "value: 9.5%", ..USUAL
    },
    Case {
        row: "an implied base", code: "N002", file: "content/reports/audit-2023.md",
        from: "value: £2.1 million", to: "value: £3.1 million", near: "value: £2.1m",
        line: "value: £3.1 million", ..USUAL
    },
    Case {
        row: "a sum of money", code: "N002", file: "content/reports/audit-2023.md",
        from: "value: £29.6 million", to: "value: £31 million", near: "value: £30 million",
        line: "value: £31 million", ..USUAL
    },
    Case {
        row: "parts of a whole", code: "N003", file: "content/reports/audit-2023.md",
        from: "    value: 6%\n", to: "    value: 9%\n", near: "    value: 6 per cent\n",
        line: "value: 9%", ..USUAL
    },
    Case {
        row: "a percentage of n cases", code: "N004", file: "content/reports/audit-2023.md",
        from: "value: 62%", to: "value: 63%", near: "value: 64%", line: "value: 63%", ..USUAL
    },
    Case {
        row: "per cent for points", code: "N005", file: "content/reports/audit-2023.md",
        from: "  holders-growth:\n",
        to: "  evening-rise: {label: Rise, value: 15%, change: {from: evening-2015, to: evening-2022}}\n  holders-growth:\n",
        near: "  evening-rise: {label: Rise, value: 50%, change: {from: evening-2015, to: evening-2022}}\n  holders-growth:\n",
        line: "evening-rise:",
        also: &[("content/about.md", "one article.", "one article. Evenings [grew](stat:audit-2023.evening-rise).")],
    },
    Case {
        row: "a superlative", code: "N006", file: "content/reports/audit-2023.md",
        from: "value: 83%", to: "value: 77%", near: "value: 80%", line: "value: 77%", ..USUAL
    },
    Case {
        row: "a span of years", code: "N007", file: "content/findings/more-holders.md",
        from: "note: over seven years", to: "note: over eight years", near: "note: over 7 years",
        line: "over eight years", ..USUAL
    },
    Case {
        row: "changes over different spans", code: "C001", file: "content/findings/more-holders.md",
        from: "  - {supports: audit-2023.holders-growth, note: over seven years}\n  - {supports: guild-2022.holders-growth, note: a shorter span}\n",
        to: "  - {supports: audit-2023.holders-growth}\n  - {supports: guild-2022.holders-growth}\n",
        near: "  - {supports: audit-2023.holders-growth, note: over seven years}\n  - {supports: guild-2022.holders-growth}\n",
        line: "{supports: guild-2022.holders-growth}", ..USUAL
    },
    Case {
        row: "two values for one thing", code: "C002", file: "content/reports/guild-2022.md",
        from: "    value: 11%\n    change: {from: 2017-18, to: 2021-22}\n",
        to: "    value: doubled\n    change: {from: 2015-16, to: 2022-23}\n    relations: [{same-as: split-shifts}]\n",
        near: "    value: 14.2%\n    change: {from: 2015-16, to: 2022-23}\n",
        line: "value: doubled", ..USUAL
    },
    Case {
        row: "two values for one day", code: "C002", file: "content/reports/count-2024.md",
        from: "period: at 2024-03-31", to: "period: at 2023-03-31",
        near: "period: at 2024-03-31, caveat: Counted once", line: "holders-2024:", ..USUAL
    },
    Case {
        row: "a stock against a flow", code: "C003", file: "content/findings/more-holders.md",
        from: "formula: count-2024.holders-2024 - count-2024.holders-2023",
        to: "formula: count-2024.holders-2024 / audit-2023.issued",
        near: "formula: 1 * count-2024.holders-2024 - count-2024.holders-2023",
        line: "formula:", ..USUAL
    },
    Case {
        row: "a unit against another", code: "C003", file: "content/reports/audit-2023.md",
        from: "total: {of: [grants, fares]}", to: "total: {of: [grants, on-time]}",
        near: "total: {of: [fares, grants]}", line: "total:", ..USUAL
    },
    Case {
        row: "a credit", code: "E006", file: "content/coverage/wren-post.md",
        from: "credits: Wrenshire Audit Board", to: "credits: Wrenshire Transport",
        near: "credits: the Wrenshire audit board", line: "credits:", ..USUAL
    },
    Case {
        row: "a speaker", code: "A001", file: "content/coverage/wren-post.md",
        from: "    speaker: Wrenshire Audit Board", to: "    speaker: Wrenshire Transport",
        near: "    speaker: The Wrenshire Audit Board, in its summary", line: "speaker:", ..USUAL
    },
    Case {
        row: "an article that does not tell it", code: "A007", file: "content/reports/audit-2023.md",
        from: "    speaker: Wrenshire Audit Board\n---", to: "    speaker: Wrenshire Audit Board\n    via: wren-post\n---",
        near: "    speaker: Wrenshire Audit Board\n    via: valley-letter\n---",
        line: "via: wren-post", ..USUAL
    },
    Case {
        row: "a denominator", code: "A002", file: "content/reports/audit-2023.md",
        from: "    of: timetabled departures\n", to: "    of: passengers\n", near: "    of: all timetabled departures\n",
        line: "of: passengers", ..USUAL
    },
    Case {
        row: "a lost comparator", code: "A003", file: "content/reports/audit-2023.md",
        from: "    relative_to: the rise of fares\n", to: "", near: "    relative_to: what fares rose by\n",
        line: "value: more than double", ..USUAL
    },
    Case {
        row: "a comparator lost in the telling", code: "A003", file: "content/coverage/wren-post.md",
        from: "    relative_to: fares\n", to: "", near: "    differs: comparator lost\n",
        line: "as: more than doubled", ..USUAL
    },
    Case {
        row: "a wider population", code: "A004", file: "content/findings/split-shifts.md",
        from: "of rural bus drivers work", to: "of bus drivers work", near: "of the rural bus drivers work",
        line: "title:", ..USUAL
    },
    Case {
        row: "a wider population than the origin's", code: "A004", file: "content/reports/press-brief-2023.md",
        from: "population: timetabled departures", to: "population: departures",
        near: "population: the timetabled departure", line: "population: departures", ..USUAL
    },
    Case {
        row: "a narrower population than the origin's", code: "A004", file: "content/reports/press-brief-2023.md",
        from: "population: timetabled departures", to: "population: timetabled departures in the evening",
        near: "population: Timetabled departures", line: "departures in the evening", ..USUAL
    },
    Case {
        row: "one source told twice", code: "B001", file: "content/findings/punctual.md",
        from: "{supports: count-2024.holders-2024,", to: "{qualifies: count-2024.holders-2024,",
        near: "{supports: guild-2022.buses-full,", line: "supports: audit-2023.on-time", ..USUAL
    },
    Case {
        row: "an unused statistic", code: "B002", file: "content/reports/count-2024.md",
        from: "; the year ended with [62,000](stat:holders-2024) of them.", to: ".",
        near: ", [62,000](stat:holders-2024) in all.", line: "holders-2024:",
        also: &[
            ("content/findings/more-holders.md", "count-2024.holders-2024 - count-2024.holders-2023", "950 * 1"),
            ("content/findings/punctual.md", "count-2024.holders-2024", "guild-2022.buses-full"),
        ],
    },
    Case {
        row: "a finding without evidence", code: "B003", file: "content/findings/split-shifts.md",
        from: "evidence:\n  - {supports: guild-2022.split-shifts}\n", to: "",
        near: "evidence:\n  - {qualifies: guild-2022.split-shifts}\n", line: "title:", ..USUAL
    },
    Case {
        row: "an unused source", code: "B004", file: "content/reports/tyres.md",
        from: "kind: research", to: "kind: review", near: "kind: research\ndraft: true", line: "title:",
        also: &[("content/reports/tyres.md", "", ALONE)],
    },
    Case {
        row: "an unused topic", code: "B005", file: "content/topics/safety.md",
        from: "title: Safety", to: "title: Safe buses", near: "title: Safety\ndraft: true", line: "title:",
        also: &[("content/topics/safety.md", "", EMPTY)],
    },
    Case {
        row: "an unused term", code: "B006", file: "content/glossary.md",
        from: "Pass {#pass}", to: "Depot {#depot}\n: Where buses sleep.\n\nPass {#pass}",
        near: "Depot {#depot}\n: Where buses sleep, one [depot](term:depot) for each town.\n\nPass {#pass}",
        line: "Depot {#depot}", ..USUAL
    },
    Case {
        row: "a review that is due", code: "D001", file: "content/about.md",
        from: "title: About", to: "review_by: 2025\ntitle: About", near: "review_by: 2026\ntitle: About",
        line: "review_by:", ..USUAL
    },
    Case {
        row: "a superseded figure", code: "D002", file: "content/about.md",
        from: "[61,050](stat:count-2024.holders-2023)", to: "[61,200](stat:count-2023.holders-2023)",
        near: "[61,200](stat:count-2023.holders-2023), later [61,050](stat:count-2024.holders-2023),",
        line: "61,200", ..USUAL
    },
    Case {
        row: "a superseded figure in a finding", code: "D002", file: "content/findings/more-holders.md",
        from: ", note: revised a year later}", to: "}", near: ", note: since revised}",
        line: "qualifies: count-2023", ..USUAL
    },
];
