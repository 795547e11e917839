//! What a reader sees right beside a bound number is read with it: signs, digits, units, scales, and words such as `nearly`.

use crate::support::{TestSite, finding, page};

/// A report with statistics of these values.
fn site() -> TestSite {
    let values = [
        ("five", "5"),
        ("pc", "64%"),
        ("d", "3.2"),
        ("n", "1,234"),
        ("neg", "-0.4"),
        ("w", "14.9 weeks"),
        ("gbp", "£5m"),
        ("r", "22 per 10,000"),
        ("tw", "2.3 times"),
        ("low", "22"),
        ("high", "164"),
        ("third", "33%"),
        ("yr", "5 years"),
        ("hours", "36 hours"),
        ("mins", "30 minutes"),
        ("rate", "26 per 10,000"),
        ("yield", "74 tonnes per hectare"),
        ("span", "£4.2m to £5.8m"),
        ("fall", "-4.9%"),
    ];
    let records: String = values
        .iter()
        .map(|(id, value)| format!("  {id}: {{label: Visits {id}, value: \"{value}\"}}\n"))
        .collect();
    let report = format!(
        "---\ntitle: Count\nkind: survey\npublisher: P\npublished: 2020\nstatistics:\n{records}---\nText.\n"
    );
    TestSite::new().file("content/reports/count.md", report)
}

fn codes(text: &str) -> Vec<&'static str> {
    let found = site().file("content/a.md", page(&text.replace("stat:", "stat:count."))).check();
    found.codes().into_iter().filter(|code| *code == "R003" || *code == "R004").collect()
}

#[test]
fn what_makes_another_number_of_it_is_refused() {
    for text in [
        "It fell by −[64%](stat:pc).",
        "It was minus **[3.2](stat:d)** there.",
        "There were 1[5](stat:five) of them.",
        "There were [5](stat:five)½ of them.",
        "It rose by [5](stat:five)% there.",
        "A [64%](stat:pc)-point rise.",
        "It rose by [64%](stat:pc) percentage points.",
        "They waited [14.9](stat:w) days.",
        "There were [22](stat:low) children per 10,000.",
        "There were [22](stat:r) children per 1,000.",
        "There were [22](stat:low)/10,000 of them.",
        "It was 0·[64%](stat:pc) there.",
        "It was [5](stat:five)·64 there.",
        "It was [3·3](stat:d) there.",
        "It cost [5](stat:five) million.",
        "It cost [£5m](stat:gbp) million.",
        "It cost £*[5](stat:five)* there.",
        "There were [5](stat:five) per 10,000.",
        "It rose [5](stat:five)-fold.",
        "It is nearly [64%](stat:pc).",
        "There are more than [5](stat:five).",
        "There were [5](stat:five)–7 of them.",
        "It was 1 in [5](stat:five) of them.",
        "It was [64%](stat:pc)+ of them.",
        "It was ±[64%](stat:pc) there.",
        "It was negative [64%](stat:pc) there.",
        "They waited [14.9 weeks](stat:w) weeks.",
        "A [14.9 weeks](stat:w)-week wait.",
        "It was twice [64%](stat:pc) there.",
        "It was all but [64%](stat:pc) there.",
        "It was [6~~4~~%](stat:pc) there.",
        "It was [£5<sup>2</sup>m](stat:gbp) there.",
        "It rose from [3.2](stat:d) to [64%](stat:pc), and [64](stat:pc) children came.",
        "It rose from [2.3 times](stat:tw) to [22](stat:r) there.",
        "It is less than [a third](stat:third) of one per cent.",
        "## Fell by −[64%](stat:pc)",
        "| A | B |\n|---|---|\n| C | −[64%](stat:pc) |\n",
        "[14.9 days](stat:w) passed.",
        "[three quarters of all pupils](stat:third) came.",
        "[doubled since](stat:third) then.",
        "[９９％](stat:pc) came.",
        "It lasted over [five years](stat:yr).",
        "A wait of well over [5](stat:yr) years.",
        "There were over [22](stat:low) authorities.",
        "It was carried out over [23](stat:low) authorities.",
        "There were [21](stat:low) out of every [164](stat:high) schools.",
        "They waited [36 days](stat:hours).",
        "They waited [1.6 days](stat:hours).",
        "They waited [1.5](stat:hours) weeks.",
        "They waited [three quarters of an hour](stat:mins).",
        "It went from [22](stat:low) to [75 tonnes per hectare](stat:yield).",
    ] {
        assert_eq!(codes(text), ["R003"], "{text}");
    }
    assert_eq!(codes("There were [1,234](stat:n)[64%](stat:pc) of them."), ["R003"; 2]);
    let found = site()
        .file("content/findings/f.md", finding("evidence: []\nstatement: \"−[64%](stat:count.pc) fell\"\n"))
        .check();
    assert!(found.codes().contains(&"R003"), "{:?}", found.lines());
}

#[test]
fn a_range_of_a_single_value_is_refused() {
    for text in [
        "It cost [£4m to £6m](stat:gbp) there.",
        "It cost [between £4m and £6m](stat:gbp) there.",
        "It cost [from £4m to £6m](stat:gbp) there.",
        "There were [4–6](stat:five) of them.",
        "There were [5 to 6](stat:five) of them.",
        "It was [60–70%](stat:pc) there.",
        "They waited [14 to 15 weeks](stat:w).",
        "They waited [two to seven years](stat:yr).",
        "They waited [1 to 2 days](stat:hours).",
        "It fell by [4 to 6%](stat:fall) there.",
        "There were [between 20 and 30 children per 10,000](stat:r).",
    ] {
        assert_eq!(codes(text), ["R003"], "{text}");
    }
    for text in [
        "It cost [£4m to £6m](stat:span) there.",
        "It cost [£4.2–5.8m](stat:span) there.",
        "It cost [between £4.2m and £5.8m](stat:span) there.",
        "It went from [22](stat:low) to [164](stat:high) there.",
        "It fell by [nearly 5%](stat:fall) there.",
        "It was [well over 60%](stat:pc) there.",
    ] {
        assert_eq!(codes(text), [""; 0], "{text}");
    }
}

#[test]
fn what_completes_it_or_stands_apart_is_let_pass() {
    for text in [
        "It rose from [64](stat:pc) to [64%](stat:pc).",
        "It was [22 per 10,000](stat:r), up from [22](stat:r).",
        "It was [more than 60%](stat:pc) there.",
        "It was −[0.4](stat:neg) there.",
        "The share – [64%](stat:pc) – fell.",
        "It cost £[5](stat:gbp)m there.",
        "It is [64](stat:pc) per cent.",
        "There were [22](stat:r) per 10,000.",
        "It is [2.3](stat:tw) times as much.",
        "It is [2.3](stat:tw) times.",
        "They waited [14.9](stat:w) weeks and came [1,234](stat:n) times.",
        "From [22](stat:low) to [164](stat:high) per year.",
        "[22](stat:low)–[164](stat:high) of them.",
        "Between [22](stat:low) and [164](stat:high) of them.",
        "In 2017 [64%](stat:pc)[^a] of them, or about [64%](stat:pc).\n\n[^a]: A note.",
        "A [5](stat:five)-year plan; only [5](stat:five) left.",
        "[one of the highest rates](stat:pc) there is.",
        "It stands above the [64%](stat:pc) of before.",
        "Seven <br>[5](stat:five).",
        "[a third of all pupils](stat:third) came.",
        "There were [22](stat:r) children per 10,000.",
        "There were [22](stat:r)/10,000 of them.",
        "There were [22 children per 10,000](stat:r), or [22](stat:r) for every 10,000.",
        "It was [3·2](stat:d) there.",
        "There were [22](stat:low) schools per district.",
        "Deaths fell over [five years](stat:yr).",
        "Over [5](stat:yr) years the wards lost beds.",
        "Rents rose by [64%](stat:pc) over [5](stat:yr) years.",
        "It was carried out over [22](stat:low) authorities.",
        "It was shared over [1,234](stat:n) households.",
        "There were [22](stat:low) out of every [164](stat:high) schools.",
        "It went from [22](stat:r) admissions to [26](stat:rate) admissions per 10,000.",
        "They waited [1.5 days](stat:hours), or [36 hours](stat:hours).",
        "They waited [1.5](stat:hours) days.",
        "They waited [half an hour](stat:mins).",
        "It went from [22](stat:low) to [74 tonnes per hectare](stat:yield).",
    ] {
        assert_eq!(codes(text), [""; 0], "{text}");
    }
}

#[test]
fn a_number_in_the_words_for_an_image_cannot_be_bound() {
    for text in ["![x [64%](stat:pc)](../static/i.png)", "[![](../static/i.png)](stat:pc)"] {
        assert_eq!(codes(text), ["R004"], "{text}");
    }
}

#[test]
fn a_wrong_sign_is_never_understood() {
    let report = |more: &str| {
        format!(
            "---\ntitle: Count\nkind: survey\npublisher: P\npublished: 2020\nstatistics:\n  a: {{label: Visits, {more}}}\n---\nText.\n"
        )
    };
    for (fields, text, is_refused) in [
        ("value: \"-3%\", direction: down", "[3%](stat:count.a)", false),
        ("value: \"-3%\", direction: down", "[+3%](stat:count.a)", true),
        ("value: 3%, direction: up", "[−3%](stat:count.a)", true),
        ("value: 3%, direction: down", "[−3%](stat:count.a)", false),
        ("value: 3%, direction: down", "[minus 3%](stat:count.a)", false),
        ("value: 3%, direction: down", "[plus 3%](stat:count.a)", true),
    ] {
        let site =
            TestSite::new().file("content/reports/count.md", report(fields)).file("content/a.md", page(text));
        assert_eq!(site.check().codes().contains(&"R003"), is_refused, "{fields}: {text}");
    }
}

#[test]
fn the_message_shows_what_a_reader_sees_and_what_to_write() {
    let found = site().file("content/a.md", page("It fell by −[64%](stat:count.pc).")).check();
    let line = found.lines().join("\n");
    assert!(line.contains("`−64%` is printed here, but the statistic says `64%`"), "{line}");
    assert!(line.contains("write `[64%](stat:count.pc)` without what stands beside it"), "{line}");
}

#[test]
fn words_of_comparison_and_of_change_are_read_as_such() {
    let report = "---\ntitle: Count\nkind: survey\npublisher: P\npublished: 2020\nstatistics:\n  \
                  a: {label: A, value: 22.7%}\n  b: {label: B, value: 18.4%}\n  \
                  fall: {label: F, value: 33%, direction: down}\n  h: {label: H, value: 36 hours}\n  \
                  e: {label: E, value: \"-0.31\"}\n  s: {label: S, value: \"-0.31\", direction: down}\n---\nText.\n";
    for (text, is_refused) in [
        ("It was [22.7%](stat:a), more than [18.4%](stat:b) before.", false),
        ("It was [22.7%](stat:a) and was higher than [18.4%](stat:b).", false),
        ("More than [18.4%](stat:b) came.", true),
        ("In the south it was more than [18.4%](stat:b). It was [22.7%](stat:a).", true),
        ("It is [33% lower](stat:fall), or [33% fewer](stat:fall), [a fall of 33%](stat:fall).", false),
        ("It is [33% higher](stat:fall).", true),
        ("It is [34% fewer](stat:fall).", true),
        ("It is [a rise of 33%](stat:fall).", true),
        ("Pooled over [22.7%](stat:a) of trials, averaged over [18.4%](stat:b).", false),
        ("It rose over [22.7%](stat:a) of trials.", true),
        ("A [36-hour](stat:h) notice.", false),
        ("A [35-hour](stat:h) notice.", true),
        ("Pain fell by [0.31](stat:e) points.", false),
        ("Pain was [0.31](stat:e) lower.", false),
        ("The effect was [0.31](stat:e).", true),
        ("The effect was +[0.31](stat:s).", true),
        ("It was [22.7%](stat:a)<br>which is so.", false),
    ] {
        let text = text.replace("stat:", "stat:count.");
        let site = TestSite::new()
            .file("site.toml", "title = \"T\"\n[markdown]\nraw_html = true\n")
            .file("content/reports/count.md", report)
            .file("content/a.md", page(&text));
        assert_eq!(site.check().codes().contains(&"R003"), is_refused, "{text}");
    }
    let gap = "The gap between [22.7%](stat:count.a) and [18.4%](stat:count.b) is wide.";
    let site = TestSite::new().file("content/reports/count.md", report).file("content/a.md", page(gap));
    assert!(!site.check().codes().contains(&"W007"), "a gap has no order");
}
