//! The ends of a change: every stage reads the same end for each way of writing one.

use crate::support::TestSite;

/// A report with a statistic of another one's name, one whose id is a period as well, and a change between these ends.
fn site(from: &str, to: &str) -> TestSite {
    let other = "---\ntitle: A\nkind: survey\npublisher: P\npublished: 2019\nstatistics:\n  \
                 x: {label: X, value: \"100\", period: 2010}\n---\n";
    let own = format!(
        "---\ntitle: B\nkind: survey\npublisher: P\npublished: 2019\nstatistics:\n  \
         x: {{label: Other X, value: \"500\", period: 2016}}\n  \
         dec-13: {{label: D, value: \"400\", period: 2013}}\n  \
         y: {{label: Y, value: \"600\", period: 2018}}\n  \
         growth: {{label: Growth, value: 20%, change: {{from: {from}, to: {to}}}}}\n---\n"
    );
    TestSite::new()
        .file("site.toml", "title = \"T\"\n[rules]\nN001 = \"off\"\nB = \"off\"\n")
        .file("content/reports/a.md", other)
        .file("content/reports/b.md", own)
}

/// The period of the change and its ends, as the data have them.
fn published(site: &TestSite) -> [String; 3] {
    let built = site.build();
    let data = built.text("data/statistics.csv");
    let mut lines = data.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().expect("it has a header");
    let row = lines.find(|row| row[0] == "b.growth").expect("the change is there");
    ["period", "change_from", "change_to"].map(|name| {
        let at = header.iter().position(|column| *column == name).expect(name);
        row[at].to_owned()
    })
}

#[test]
fn both_ends_of_a_change_are_read_alike_everywhere() {
    for (from, to, period, ends) in [
        ("x", "y", "2016..2018", ["b.x", "b.y"]),
        ("b.x", "y", "2016..2018", ["b.x", "b.y"]),
        ("x", "b.y", "2016..2018", ["b.x", "b.y"]),
        ("dec-13", "y", "2013..2018", ["b.dec-13", "b.y"]),
        ("b.dec-13", "b.y", "2013..2018", ["b.dec-13", "b.y"]),
        ("2016", "2018", "2016..2018", ["", ""]),
        ("2014", "y", "2014..2018", ["", ""]),
        ("x", "2018", "2016..2018", ["", ""]),
    ] {
        let [said, first, last] = published(&site(from, to));
        assert_eq!((said.as_str(), [first.as_str(), last.as_str()]), (period, ends), "{from} to {to}");
    }
    for (from, to) in
        [("a.x", "y"), ("x", "a.x"), ("a.z", "y"), ("c.x", "y"), ("z", "y"), ("b.z", "y"), ("Z", "y")]
    {
        let found = site(from, to).check();
        assert!(found.has_errors(), "{from} to {to}: {:?}", found.lines());
    }
    let found = site("a.x", "y").check();
    found.assert_codes(&["R002"]);
    assert!(found.lines()[0].contains("both ends of a change are in its own report"), "{:?}", found.lines());
}
