//! Whole sites against what they should become, file by file.
//!
//! Of the theme's own stylesheets only the name is compared, with its hash left out, so that a colour
//! does not touch a page, and so it is with the page that explains every rule. Of the site `full` the frame of the pages is left out for the same reason.

use crate::support::{MANIFEST, TestSite, Tree, golden_folder, has_ending, is_update, page, tree};
use std::fs;

/// The page whose text is the program's own; `explain.rs` looks at it.
const RULES: &str = "methodology/rules/index.html";

/// The theme's own files: where they stand, and what they are called when built.
const THEME: [&str; 2] = ["style", "highlight"];

#[test]
fn minimal() {
    compare("minimal", str::to_owned);
}

#[test]
fn full() {
    compare("full", main_part);
}

#[test]
fn drafts_are_built_only_when_asked_for() {
    let usual = TestSite::golden("full").build().expect_built();
    let with_drafts = TestSite::golden("full").drafts().build().expect_built();
    let draft = "reports/opening-hours-2023/index.html";
    assert!(!usual.files.contains_key(draft));
    assert!(with_drafts.text(draft).contains("<meta name=\"robots\" content=\"noindex\">"));
    for (path, bytes) in &usual.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("opening-hours-2023"), "{path} names the draft");
    }
}

#[test]
fn the_theme_is_published_as_it_is() {
    let built = TestSite::golden("minimal").build().expect_clean();
    let name = built.files.keys().find(|path| path.starts_with("style.")).expect("the stylesheet is built");
    let style =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/static/style.css")).expect("it can be read");
    assert_eq!(built.text(name), style);
    let name =
        built.files.keys().find(|path| path.starts_with("highlight.")).expect("the stylesheet is built");
    assert!(built.text(name).contains("prefers-color-scheme"), "code has colours for a dark ground");
}

#[track_caller]
fn compare(name: &str, kept: impl Fn(&str) -> String) {
    let built = TestSite::golden(name).build().expect_built();
    let actual = comparable(built.files, kept);
    let folder = golden_folder(name).join("expected");
    if is_update() {
        store(&folder, &actual);
    }
    let expected = tree(&folder);
    let missing: Vec<&String> = expected.keys().filter(|path| !actual.contains_key(*path)).collect();
    let unexpected: Vec<&String> = actual.keys().filter(|path| !expected.contains_key(*path)).collect();
    assert!(missing.is_empty(), "expected, but not built: {missing:?}");
    assert!(unexpected.is_empty(), "built, but not expected: {unexpected:?}");
    let differences: Vec<String> =
        expected.iter().filter_map(|(path, wanted)| difference(path, wanted, &actual[path])).collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn difference(path: &str, wanted: &[u8], built: &[u8]) -> Option<String> {
    if wanted == built {
        return None;
    }
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let shown = snapbox::Assert::new().try_eq(
        Some(&path),
        text(built).into(),
        snapbox::Data::text(text(wanted)).raw(),
    );
    Some(
        shown.map_or_else(
            |difference| difference.to_string(),
            |()| format!("{path} differs in its line ends"),
        ),
    )
}

/// The files that are compared, without the hashes in the names of the theme's stylesheets.
fn comparable(files: Tree, kept: impl Fn(&str) -> String) -> Tree {
    let hashed: Vec<(String, String)> = files
        .keys()
        .filter_map(|path| {
            let stem =
                THEME.iter().find(|stem| path.starts_with(&format!("{stem}.")) && has_ending(path, "css"))?;
            Some((path.clone(), format!("{stem}.HASH.css")))
        })
        .collect();
    assert_eq!(hashed.len(), THEME.len(), "each stylesheet of the theme is built once");
    let plain =
        |text: &str| hashed.iter().fold(text.to_owned(), |text, (name, plain)| text.replace(name, plain));
    files
        .into_iter()
        .filter(|(path, _)| path != MANIFEST)
        .map(|(path, bytes)| match std::str::from_utf8(&bytes) {
            _ if path == RULES => (path, Vec::new()),
            _ if hashed.iter().any(|(name, _)| *name == path) => (plain(&path), Vec::new()),
            Ok(text) if has_ending(&path, "html") => (path, plain(&kept(text)).into_bytes()),
            _ => (path, bytes),
        })
        .collect()
}

/// What stands between `<main>` and `</main>`.
fn main_part(html: &str) -> String {
    let start = html.find("<main").expect("every page has a main part");
    let end = html.find("</main>").expect("the main part ends") + "</main>".len();
    format!("{}\n", &html[start..end])
}

fn store(folder: &std::path::Path, files: &Tree) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("the old expectation can be removed");
    }
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(path, bytes).expect("the file can be written");
    }
}

#[test]
fn a_footnote_is_found_whatever_its_case() {
    let built = TestSite::new().file("content/a.md", page("Text[^Note].\n\n[^note]: The note.\n")).build();
    assert!(built.expect_clean().text("a/index.html").contains("The note."));
}

#[test]
fn marks_in_the_text_of_an_image_leave_nothing_beside_it() {
    let body = "![a *b* `c` [d](https://example.org/)](https://example.org/x.png)\n";
    let built = TestSite::new().file("content/a.md", page(body)).build().expect_clean();
    assert!(
        built
            .text("a/index.html")
            .contains("<p><img src=\"https://example.org/x.png\" alt=\"a b c d\" loading=\"lazy\"></p>")
    );
}

#[test]
fn the_bundled_words_have_every_word_that_prose_needs() {
    let body = "Text[^a].\n\n- [x] done\n- [ ] open\n\n[^a]: A note.\n";
    let built = TestSite::new().file("content/a.md", page(body)).build().expect_clean();
    for key in ["\"footnote ", "label=\"footnotes\"", "footnote_back", "task_done", "task_open"] {
        assert!(!built.text("a/index.html").contains(key), "the key itself is shown: {key}");
    }
}

#[test]
fn a_footnote_of_which_nothing_is_shown_leaves_no_dead_end() {
    let body = "Text[^b].\n\n[^a]: Never[^c].\n\n[^b]: Shown[^d].\n\n[^c]: Never.\n\n[^d]: Shown too.\n";
    let built = TestSite::new().file("content/a.md", page(body)).build().expect_built();
    built.found.assert_codes(&["M005", "M005"]);
    let html = built.text("a/index.html");
    assert!(html.contains("Shown too.") && !html.contains("Never"), "{html}");
    let dead = crate::html::dead_ends(&built.files, "/");
    assert!(dead.is_empty(), "{dead:?}");
}

#[test]
fn a_footnote_that_stands_twice_is_told() {
    let body = "Text[^a].\n\n[^a]: One.\n\n[^A]: Two.\n";
    let found = TestSite::new().file("content/a.md", page(body)).check();
    found.assert_codes(&["M005"]);
    assert!(found.lines()[0].starts_with("content/a.md:8:1 "), "{:?}", found.lines());
}

#[test]
fn a_query_alone_leads_to_the_same_page() {
    let built = TestSite::new().file("content/a.md", page("[x](?page=2)\n")).build().expect_clean();
    assert!(built.text("a/index.html").contains("<a href=\"?page=2\">x</a>"));
}
