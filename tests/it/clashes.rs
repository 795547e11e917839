//! Names, addresses, tags, ids and anchors that clash, or that cannot be had: each is told with both places.

use crate::support::{Found, TestSite, page};

const SETTINGS: &str = "title = \"Libraries\"\nbase_url = \"https://example.org/\"\n[rules]\nW = \"off\"\n";

fn site() -> TestSite {
    TestSite::new().file("site.toml", SETTINGS)
}

fn with(front: &str) -> String {
    format!("---\ntitle: P\n{front}\n---\n")
}

/// Fails unless just this was told, with two places.
#[track_caller]
fn assert_told_of_both(found: &Found, code: &str) {
    found.assert_codes(&[code]);
    assert_eq!(found.0[0].diagnostic.related.len(), 1, "{:?}", found.lines());
}

#[test]
fn names_that_are_one_on_some_disks_are_told() {
    for files in [
        [("content/p.md", with("aliases: [/P/]")), ("content/q.md", with(""))],
        [("content/p.md", with("aliases: [/Z/]")), ("content/q.md", with("aliases: [/z/]"))],
        [("content/p.md", with("aliases: [/e\u{301}/]")), ("content/q.md", with("aliases: [/\u{e9}/]"))],
        [("content/p.md", with("aliases: [/Q/]")), ("content/q.md", with(""))],
        [("static/A.png", String::new()), ("static/a.png", String::new())],
        [("static/\u{e9}.png", String::new()), ("static/e\u{301}.png", String::new())],
        [("static/f.png", String::new()), ("content/p.md", with("aliases: [/F.png]"))],
        [("static/Data", String::new()), ("content/p.md", with(""))],
        [("static/G", String::new()), ("content/p.md", with("aliases: [/g/a/]"))],
        [("static/h", String::new()), ("content/p.md", with("aliases: [/H/a/]"))],
    ] {
        let site = files.iter().fold(site(), |site, (path, text)| site.file(path, text));
        let found = site.check();
        found.assert_codes(&["P004"]);
        assert!(site.build().written.is_none(), "{files:?}");
    }
    // Content is named by its hash, and the sources clash all the same.
    let site = site()
        .file("content/B.png", "one")
        .file("content/b.png", "other")
        .file("content/p.md", page("![x](B.png) ![x](b.png)"));
    assert_told_of_both(&site.check(), "P004");
}

#[test]
fn names_that_windows_cannot_have_are_told_once() {
    for (path, text) in [
        ("content/con.md", with("")),
        ("content/a:b.md", with("")),
        ("static/a:b.txt", String::new()),
        ("static/a|b", String::new()),
        ("static/nul.tar.gz", String::new()),
        ("static/trailing.", String::new()),
        ("static/lpt1/a.txt", String::new()),
        ("content/p.md", with("aliases: [/aux/]")),
        ("content/p.md", with("id: prn")),
    ] {
        let found = site().file(path, text).check();
        assert_eq!(
            found.codes().iter().filter(|code| **code == "P005").count(),
            1,
            "{path}: {:?}",
            found.lines()
        );
        assert!(!found.has_errors(), "{path}: {:?}", found.lines());
    }
    site().file("content/console.md", with("")).file("static/com10.txt", "").check().assert_silent();
}

#[test]
fn tags_that_share_an_address_are_told() {
    for tags in ["[\"16\", 16+]", "[16+, <16]", "[early-help, early help]", "[C, C++]"] {
        let found = site().file("content/p.md", with(&format!("tags: {tags}"))).check();
        assert_told_of_both(&found, "P001");
    }
    let found =
        site().file("content/p.md", with("tags: [a+]")).file("content/q.md", with("tags: [a]")).check();
    assert_told_of_both(&found, "P001");
    for tags in ["[Early help, early  HELP]", "[a, A]", "[b, b]"] {
        site().file("content/p.md", with(&format!("tags: {tags}"))).check().assert_silent();
    }
    site().file("content/p.md", with("tags: [\"+++\"]")).check().assert_codes(&["P002"]);
}

#[test]
fn anchors_that_the_page_has_already_are_told_with_both_places() {
    for text in [
        "## fn 1\n\nText[^1].\n\n[^1]: Note.",
        "## A {#fn-1}\n\nText[^a].\n\n[^a]: Note.",
        "## fnref 1\n\nText[^a].\n\n[^a]: Note.",
        "Text[^a] and[^a].\n\n<i id=\"fnref-1-2\">x</i>\n\n[^a]: Note.",
        "## A {#a}\n\n## B {#a}",
        "## A\n\n<i id=\"a\">x</i>",
        "<i id=\"a\">x</i>\n\n<i id=a>y</i>",
    ] {
        assert_told_of_both(&site().file("content/p.md", page(text)).check(), "M004");
    }
    for text in
        ["## fn 1\n\nText.", "## fn 2\n\nText[^1].\n\n[^1]: Note.", "## fnord\n\nText[^1].\n\n[^1]: Note."]
    {
        site().file("content/p.md", page(text)).check().assert_silent();
    }
    let report = "---\ntitle: R\nkind: survey\npublisher: P\npublished: 2020\nclaims: {c: {text: One}}\n---\n## A {#claim-c}\n";
    let found =
        site().file("content/reports/r.md", report).file("content/p.md", page("[r](reports/r.md)")).check();
    assert_told_of_both(&found, "M004");
}

#[test]
fn a_name_that_gives_no_id_is_told_as_that() {
    for name in [" ", "-", "．．", "…"] {
        let found = site().file(&format!("content/{name}.md"), with("")).check();
        found.assert_codes(&["E004"]);
        assert!(found.lines()[0].contains("gives no id"), "{:?}", found.lines());
    }
    for id in ["..", ".", "\"*\"", "\"-\"", "-rf", "a-", "A", "\"\""] {
        let found = site().file("content/p.md", with(&format!("id: {id}"))).check();
        assert_eq!(found.codes(), ["E004"], "{id}: {:?}", found.lines());
    }
}

#[test]
fn an_index_is_one_whatever_its_case() {
    let built = site()
        .file("content/Index.md", page("Welcome."))
        .file("content/help/INDEX.md", page("Help."))
        .build();
    let built = built.expect_clean();
    assert!(built.text("index.html").contains("Welcome.") && built.text("help/index.html").contains("Help."));
    assert!(!built.files.contains_key("index/index.html"), "{:?}", built.files.keys());
}

#[test]
fn settings_are_checked_as_init_checks_them() {
    for (settings, field) in [
        ("title = \"\"", "title"),
        ("title = \"  \"", "title"),
        ("language = \"../../x\"", "language"),
        ("language = \"en\\\"><script>\"", "language"),
        ("language = \"\"", "language"),
        ("base_url = \"https://example.org/a/../b/\"", "base_url"),
        ("base_url = \"https://example.org:99999/\"", "base_url"),
        ("base_url = \"https://user:password@example.org/\"", "base_url"),
        ("base_url = \"https://example.org/\\u0007\"", "base_url"),
    ] {
        let title = if settings.starts_with("title") { "" } else { "title = \"Libraries\"\n" };
        let found = TestSite::new().file("site.toml", format!("{title}{settings}\n")).check();
        assert_eq!(found.codes(), ["F007"], "{settings}: {:?}", found.lines());
        let value = settings.split(" = ").nth(1).expect("it has a value").trim_matches('"');
        let typed = value.replace("\\u0007", "\u{7}").replace("\\\"", "\"");
        let option = format!("--{}={typed}", field.replace('_', "-"));
        let run = TestSite::empty().run(&["init", "new", "--yes", &option]);
        assert_eq!(run.code, Some(2), "{option}: {}", run.stderr);
    }
}

#[test]
fn the_site_that_init_writes_needs_no_raw_html() {
    let site = TestSite::empty();
    assert_eq!(site.run(&["init", "--yes", "--title", "Lib"]).code, Some(0));
    let settings = std::fs::read_to_string(site.root().join("site.toml")).expect("it was written");
    let before = site.check().codes();
    site.write("site.toml", format!("{settings}\n[markdown]\nraw_html = false\n"));
    assert_eq!(site.check().codes(), before, "{:?}", site.check().lines());
}
