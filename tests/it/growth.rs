//! What grows with a site stays bounded: messages that a person is shown, footers, lists.

use super::support::{TestSite, page};

#[test]
fn of_very_many_messages_of_a_rule_some_are_shown_and_the_rest_counted() {
    let text = "There were 2,000 people seen then. ".repeat(70);
    let site = TestSite::new().file("content/a.md", page(&text)).file("content/b.md", page(&text));
    let human = site.run(&["check"]).stderr;
    assert_eq!(human.matches("warning[W001]").count(), 100, "fifty in each file");
    assert!(human.contains("and 40 more of W001 in 2 files"), "{human}");
    let short = site.run(&["check", "--format", "short"]).stdout;
    assert_eq!(short.matches("[W001]").count(), 140, "machines are told everything");
}

#[test]
fn a_message_on_a_long_line_shows_a_part_of_it() {
    let words = "words and ".repeat(20_000);
    let site = TestSite::new().file("content/a.md", page(&format!("{words}\n2,000 people came. {words}\n")));
    let human = site.run(&["check"]).stderr;
    assert!(human.contains("2,000 people") && human.len() < 4000, "{}", human.len());
}

#[test]
fn an_id_that_stands_very_often_is_told_once() {
    let site = TestSite::new().file("content/a.md", page(&"<i id=\"a\">x</i>\n\n".repeat(50)));
    site.check().assert_codes(&["M004"]);
}

#[test]
fn a_footer_names_some_pages_and_the_list_of_all() {
    let add = |site: TestSite, at: usize| {
        site.file(&format!("content/page-{at:03}.md"), format!("---\ntitle: Page {at:03}\n---\nText.\n"))
    };
    let few = (0..12).fold(TestSite::new(), add).build().expect_clean();
    assert!(!few.files.contains_key("pages/index.html"));
    assert_eq!(few.text("404.html").matches("<li><a href=\"/page-").count(), 12, "all are in the footer");
    let many = (0..120).fold(TestSite::new(), add).build().expect_clean();
    let page = many.text("page-050/index.html");
    assert!(page.contains("href=\"/page-011/\"") && !page.contains("href=\"/page-012/\""), "{page}");
    assert!(page.contains("<a href=\"/pages/\">All pages</a>"), "{page}");
    let listed: String = ["pages/index.html", "pages/page/2/index.html", "pages/page/3/index.html"]
        .map(|path| many.text(path))
        .concat();
    assert!((0..120).all(|at| listed.contains(&format!("href=\"/page-{at:03}/\""))));
}

#[test]
fn the_list_of_pages_gives_way_to_a_folder_of_that_name() {
    let add = |site: TestSite, at: usize| site.file(&format!("content/page-{at}.md"), page("Text.\n"));
    let site = (0..13).fold(TestSite::new().file("content/pages/x.md", page("X.\n")), add);
    assert!(site.build().expect_built().files.contains_key("all-pages/index.html"));
}

#[test]
fn recommendations_have_pages() {
    let report = |at: usize| {
        format!(
            "---\ntitle: Report {at}\nkind: audit\npublisher: P\npublished: 2020\nrecommendations:\n  r: {{text: Do {at}}}\n---\nText.\n"
        )
    };
    let add = |site: TestSite, at: usize| site.file(&format!("content/reports/r-{at}.md"), report(at));
    let built = (0..60).fold(TestSite::new(), add).build().expect_built();
    let pages =
        ["recommendations/index.html", "recommendations/page/2/index.html"].map(|path| built.text(path));
    assert!(pages[0].contains("href=\"/recommendations/page/2/\""));
    assert_eq!(pages.map(|page| page.matches("Do ").count()).iter().sum::<usize>(), 60);
    assert!(!built.files.contains_key("recommendations/page/3/index.html"));
}
