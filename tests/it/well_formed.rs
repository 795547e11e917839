//! What XML 1.0 forbids reaches no file that is built, however it is typed, and no text of an author is taken for a mark of
//! the program.

use super::support::TestSite;

/// Whether XML 1.0 allows it.
fn is_allowed(letter: char) -> bool {
    letter >= ' ' && !matches!(letter, '\u{fffe}' | '\u{ffff}') || matches!(letter, '\t' | '\n' | '\r')
}

#[test]
fn forbidden_characters_reach_no_file() {
    let report = super::support::REPORT
        .replace(
            "title: The count",
            "title: \"The \\u0001\\uFFFE count &#11; &#xC;\"\ndescription: \"D\\u0002 &#31;\"",
        )
        .replace("Tarnbridge", "\"Tarn\\u000Bbridge\\uFFFF\" #");
    let site = TestSite::empty()
        .file("site.toml", "title = \"T\\u00000\\u0000\"\ndescription = \"\\u0008\\uFFFF\"\nbase_url = \"https://example.org/\"\n")
        .file("content/reports/count.md", report)
        .file("content/about.md", "---\ntitle: \"A \\u0000 B\"\n---\nText &#11; &#1; \u{b} \u{fffe}<b>\u{c}&#12;</b>\n\n<p>\u{1}</p>\n\n    code \u{2}\n");
    let built = site.build().expect_built();
    for (path, bytes) in &built.files {
        if !["html", "xml"].iter().any(|ending| super::support::has_ending(path, ending)) {
            continue;
        }
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let odd: Vec<char> = text.chars().filter(|letter| !is_allowed(*letter)).collect();
        assert!(odd.is_empty(), "{path} holds {odd:?}");
    }
    let about = built.text("about/index.html");
    let title = about.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or("");
    assert!(title.contains('T') && !title.contains("Text") && !title.contains('<'), "{title}");
}

#[test]
fn no_cell_begins_a_formula() {
    for begun in ["=1+1", "+a1", "@a", "\\t=1", "\\r=1", "\\n=1"] {
        let label = format!("label: \"{begun}\"");
        let report = super::support::REPORT.replace("label: Budget", &label);
        let built = TestSite::new().file("content/reports/count.md", report).build().expect_built();
        let csv = built.text("data/statistics.csv");
        let cells = csv.split([',', '\n', '"']).map(|cell| cell.trim_start_matches('"'));
        let wrong: Vec<&str> = cells.filter(|cell| cell.starts_with(['=', '+', '@', '\t'])).collect();
        assert!(wrong.is_empty(), "{begun}: {wrong:?}");
    }
}
