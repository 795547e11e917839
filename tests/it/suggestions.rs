//! A "did you mean" holds when it is followed: what is suggested is typed in the place of what was wrong, and nothing is
//! left to complain of there.

use super::support::{TestSite, coverage, finding, page};

/// A site in which much can be meant: reports, a topic, a term, a measure, pages and pictures.
fn site() -> TestSite {
    let count = "---\ntitle: The count\nkind: survey\npublisher: P\npublished: 2020\nstatistics:\n  \
                 visits: {label: Visits, value: \"735\"}\nclaims:\n  \
                 visitor: {text: Many came}\n  quieter: {text: It is quieter}\n---\nB.\n";
    TestSite::new()
        .file("content/reports/epi-2018.md", count.replace("  visits:", "  below-good:"))
        .file("content/reports/epi-2017.md", count.replace("  visits:", "  above-good:"))
        .file("content/reports/count.md", count)
        .file("content/coverage/epi-2016.md", coverage(""))
        .file("content/topics/access.md", "---\ntitle: Access\n---\n\n## Opening hours\n")
        .file("content/measures/visits.md", "---\ntitle: V\nkind: stock\nunit: visits\n---\n")
        .file("content/glossary.md", "---\ntitle: Words\n---\n\nChild in need {#cin}\n\n: A child.\n")
        .file("static/img/tree.svg", "<svg/>")
        .file("content/topics/leaf.svg", "<svg/>")
}

/// What is suggested where `wrong` is typed, which must hold.
#[track_caller]
fn suggested(path: &str, text: &str, wrong: &str) -> String {
    let found = site().file(path, text).check().lines();
    let help = found.iter().find_map(|line| line.split_once("did you mean `"));
    let (_, rest) = help.unwrap_or_else(|| panic!("nothing is suggested for `{wrong}`: {found:#?}"));
    let meant = rest.split('`').next().expect("a suggestion ends").to_owned();
    let mended = site().file(path, text.replacen(wrong, &meant, 1)).check();
    let still: Vec<String> = mended.lines().into_iter().filter(|line| line.contains(&meant)).collect();
    let codes = mended.codes();
    let wrong_again = codes.iter().any(|code| "R001 R002 L001 L002 L003 F001 F002 F003 F008".contains(code));
    assert!(!wrong_again, "`{meant}` was suggested for `{wrong}`, and fails: {still:#?} {codes:?}");
    meant
}

#[test]
fn what_is_suggested_for_an_id_is_accepted_there() {
    let supports = |id: &str| finding(&format!("evidence: [{{supports: {id}}}]\n"));
    for (typed, meant) in [
        ("epi-2019.below-good", "epi-2018.below-good"),
        ("epi-2018.below-god", "epi-2018.below-good"),
        ("epi-2018.visitr", "epi-2018.visitor"),
        ("epi-2019.above-god", "epi-2017.above-good"),
        ("conut.visitts", "count.visits"),
    ] {
        assert_eq!(suggested("content/findings/f.md", &supports(typed), typed), meant);
    }
    for (more, typed, meant) in [
        ("tells: [{claim: count.visits2, as: Many came}]", "count.visits2", "count.visitor"),
        ("tells: [{statistic: cuont.visits, as: \"735\"}]", "cuont.visits", "count.visits"),
    ] {
        let text = coverage(&format!("{more}\n"));
        assert_eq!(suggested("content/coverage/c.md", &text, typed), meant);
    }
    assert_eq!(suggested("content/findings/f.md", &finding("topics: [acess]\n"), "acess"), "access");
    let reports_on = coverage("").replace("reports_on: count", "reports_on: epi-2015");
    let meant = suggested("content/coverage/c.md", &reports_on, "epi-2015");
    assert!(meant == "epi-2017" || meant == "epi-2018", "coverage reports on reports: {meant}");
    let via = "---\ntitle: R\nkind: survey\npublisher: P\npublished: 2020\nclaims:\n  a: {text: A, via: epi-2015}\n---\n";
    assert_eq!(suggested("content/reports/r.md", via, "epi-2015"), "epi-2016", "what is told is coverage");
}

#[test]
fn what_is_suggested_in_prose_is_accepted_there() {
    for (body, wrong, meant) in [
        ("[735](stat:count.visitsr)", "count.visitsr", "count.visits"),
        ("[735](stat:epi-2019.below-good)", "epi-2019.below-good", "epi-2018.below-good"),
        ("[child](term:cim)", "cim", "cin"),
        ("[x](topics/acces.md)", "topics/acces.md", "topics/access.md"),
        ("[x](reports/access.md)", "reports/access.md", "topics/access.md"),
        ("[x](topics/access.md#opening-hour)", "#opening-hour", "#opening-hours"),
        ("[x](/topics/acess/)", "/topics/acess/", "/topics/access/"),
        ("![Leaf](topics/leav.svg)", "topics/leav.svg", "topics/leaf.svg"),
        ("![Tree](/img/tre.svg)", "/img/tre.svg", "/img/tree.svg"),
        ("![Tree](/tree.svg)", "/tree.svg", "/img/tree.svg"),
        ("![Tree](tree.svg)", "tree.svg", "../static/img/tree.svg"),
    ] {
        assert_eq!(suggested("content/a.md", &page(body), wrong), meant, "{body}");
    }
}

#[test]
fn what_is_suggested_for_a_word_is_accepted_there() {
    let known = "---\ntitle: A\ntitel: B\n---\nBody.\n";
    let found = site().file("content/a.md", known).check().lines();
    assert!(!found.join("").contains("did you mean `title`"), "it would stand twice: {found:#?}");
    let waived = |code: &str| format!("---\ntitle: A\nallow: {{{code}: so the press has it}}\n---\nBody.\n");
    assert_eq!(suggested("content/a.md", &waived("R0003"), "R0003"), "R003");
    let found = site().file("content/a.md", waived("R04")).check().lines();
    assert!(!found.join("").contains("`R004`"), "it cannot be waived: {found:#?}");
    let unit = "---\ntitle: V\nkind: stok\nunit: visits\n---\n";
    assert_eq!(suggested("content/measures/v.md", unit, "stok"), "stock");
}
