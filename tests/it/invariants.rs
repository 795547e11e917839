//! What holds for every site: the same bytes from the same sources, no dead end, nothing touched that is
//! not the output, nothing loaded from elsewhere.

use crate::html;
use crate::support::{REPORT, TestSite, Tree, golden_folder, has_ending, page, tree};
use std::fs;

/// The sites that are held against every invariant.
const SITES: [&str; 2] = ["minimal", "full"];

#[test]
fn the_second_build_changes_nothing() {
    for name in SITES {
        let site = TestSite::golden(name);
        let (first, second) = (site.build(), site.build());
        let (one, two) = (first.written.expect("it is built"), second.written.expect("it is built again"));
        assert!(first.files == second.files, "{name}");
        assert_eq!((two.new, two.changed, two.removed, two.bytes), (0, 0, 0, 0), "{name}");
        assert_eq!(two.unchanged, one.new, "{name}");
    }
}

#[test]
fn another_folder_and_one_thread_give_the_same_bytes() {
    for name in SITES {
        let (here, there) = (TestSite::golden(name), TestSite::golden(name));
        assert_eq!(here.run(&["build"]).code, Some(0));
        assert_eq!(there.run_with(&["build"], &[("RAYON_NUM_THREADS", "1")]).code, Some(0));
        assert!(tree(&here.public()) == tree(&there.public()), "{name}");
    }
}

/// Arguments and variables of the environment.
type Conditions<'a> = (&'a [&'a str], &'a [(&'a str, &'a str)]);

#[test]
fn the_date_changes_no_byte() {
    for name in SITES {
        let site = TestSite::golden(name);
        let runs: [Conditions; 4] = [
            (&["build"], &[]),
            (&["build", "--date=1999-12-31"], &[]),
            (&["build", "--date=2999-12-31"], &[]),
            (&["build"], &[("SOURCE_DATE_EPOCH", "86400")]),
        ];
        let mut builds = Vec::new();
        for (arguments, variables) in runs {
            if site.public().exists() {
                fs::remove_dir_all(site.public()).expect("the former site can be removed");
            }
            assert_eq!(
                site.run_with(arguments, variables).code,
                Some(0),
                "{name}: {arguments:?} {variables:?}"
            );
            builds.push(tree(&site.public()));
        }
        assert!(builds.iter().all(|build| *build == builds[0]), "{name}");
    }
}

#[test]
fn sources_may_be_listed_in_any_order() {
    let files = tree(&golden_folder("full").join("sources"));
    let backwards = files.iter().rev().fold(TestSite::empty(), |site, (path, bytes)| site.file(path, bytes));
    assert!(backwards.build().files == TestSite::golden("full").build().files);
}

#[test]
fn every_address_leads_somewhere() {
    for name in SITES {
        for base in ["/", "/repo/", "https://example.org/a/b/"] {
            let built = TestSite::golden(name).base(base).drafts().build();
            let path = if base.starts_with('/') { base } else { "/a/b/" };
            let dead = html::dead_ends(&built.files, path);
            assert!(dead.is_empty(), "{name} at {base}:\n{}", dead.join("\n"));
        }
    }
}

#[test]
fn the_scanner_sees_dead_ends() {
    let files = |text: &str| {
        Tree::from([("index.html".to_owned(), text.as_bytes().to_vec()), ("a.txt".to_owned(), Vec::new())])
    };
    for text in [
        "<a href=/repo/>x</a>",
        "<img src='/repo/a.txt'>",
        "<p id=x><a href=#x>x</a>",
        "<a href=https://example.org/nowhere>",
    ] {
        assert!(html::dead_ends(&files(text), "/repo/").is_empty(), "{text}");
    }
    for text in [
        "<a href=/>x</a>",
        "<a href=/repo/b>",
        "<a href=#x>",
        "<a href=a.txt>",
        "<p id=x><p id=x>",
        "<meta content='0; url=/b/'>",
    ] {
        assert_eq!(html::dead_ends(&files(text), "/repo/").len(), 1, "{text}");
    }
}

#[test]
fn an_address_with_a_wrong_anchor_is_refused() {
    TestSite::with_report()
        .file("content/a.md", page("[x](/reports/count/#nowhere)\n"))
        .check()
        .assert_codes(&["L002"]);
}

#[test]
fn a_link_to_an_introduction_without_a_list_leads_to_it() {
    let site = TestSite::with_report()
        .file("content/topics/index.md", page(""))
        .file("content/a.md", page("[x](topics/index.md)\n"));
    let built = site.build().expect_built();
    assert_eq!(html::dead_ends(&built.files, "/"), Vec::<String>::new());
}

#[test]
fn ids_that_would_stand_twice_on_a_page_are_told() {
    let with = |text: &str| TestSite::new().file("content/reports/count.md", format!("{REPORT}\n{text}\n"));
    with("## Visits {#stat-visits}").check().assert_codes(&["M004"]);
    with("## Section statistics\n\n## Page main").check().assert_codes(&["M004", "M004"]);
    with("<p id=\"x\">a</p>\n\n<p id=\"x\">b</p>").check().assert_codes(&["M004"]);
}

#[test]
fn nothing_is_loaded_from_elsewhere_and_no_page_needs_script() {
    for name in SITES {
        let built = TestSite::golden(name).build().expect_built();
        for (path, bytes) in built.files.iter().filter(|(path, _)| has_ending(path, "html")) {
            let text = std::str::from_utf8(bytes).expect("pages are UTF-8");
            let page = html::page(text);
            assert!(
                !page.tags.iter().any(|tag| matches!(tag.as_str(), "script" | "iframe" | "object" | "embed")),
                "{path}"
            );
            assert!(!text.contains("<script") && !text.contains("javascript:"), "{path}");
            for (tag, address) in page.addresses.iter().filter(|(_, address)| html::is_elsewhere(address)) {
                let is_own = address.starts_with("https://tarnbridge.example/");
                assert!(tag == "a" || (tag == "link" && is_own), "{path} loads {address} in <{tag}>");
            }
        }
        for (path, bytes) in built.files.iter().filter(|(path, _)| has_ending(path, "css")) {
            let text = std::str::from_utf8(bytes).expect("stylesheets are UTF-8");
            let loads = text.split("url(").skip(1).any(|address| {
                !address.starts_with(['#', '/'])
                    && !address.trim_start_matches(['"', '\'']).starts_with("data:")
            });
            assert!(!text.contains("@import") && !loads, "{path}");
        }
    }
}

#[test]
fn a_check_writes_nothing() {
    for name in ["minimal", "full", "broken"] {
        let site = TestSite::golden(name);
        let before = tree(site.around());
        site.run(&["check"]);
        site.run(&["check", "--drafts", "--format", "json"]);
        assert!(tree(site.around()) == before, "{name}");
    }
}

#[test]
fn a_build_writes_the_output_and_the_cache_and_nothing_else() {
    let site = TestSite::golden("full");
    let before = tree(site.around());
    assert_eq!(site.run(&["build"]).code, Some(0));
    let after = tree(site.around());
    let changed: Vec<&String> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes))
        .map(|(path, _)| path)
        .filter(|path| !path.starts_with("site/public/") && !path.starts_with("site/.cscare/"))
        .collect();
    assert!(changed.is_empty(), "{changed:?}");
    assert!(before.keys().all(|path| after.contains_key(path)), "a source was removed");
}

#[test]
fn files_that_the_program_did_not_write_stay() {
    let site = TestSite::golden("minimal");
    site.build().expect_clean();
    site.write("public/CNAME", "tarnbridge.example\n");
    site.write("public/reports/own.txt", "mine\n");
    fs::remove_file(site.root().join("content/findings/visits.md")).expect("it can be removed");
    let built = site.build().expect_clean();
    assert_eq!(built.text("CNAME"), "tarnbridge.example\n");
    assert_eq!(built.text("reports/own.txt"), "mine\n");
    assert!(
        !built.files.contains_key("findings/visits/index.html"),
        "what is gone from the sources stays published"
    );
    assert!(built.written.expect("it is built").removed > 0);
}

#[test]
fn the_cache_changes_no_byte() {
    let site = TestSite::golden("full");
    assert_eq!(site.run(&["build"]).code, Some(0));
    let first = tree(&site.public());
    assert!(site.root().join(".cscare").is_dir(), "highlighted code is remembered");
    assert_eq!(site.run(&["build"]).code, Some(0));
    assert!(tree(&site.public()) == first, "with the cache");
    for (name, _) in tree(&site.root().join(".cscare")) {
        site.write(&format!(".cscare/{name}"), "{ broken");
    }
    fs::remove_dir_all(site.public()).expect("it can be removed");
    assert_eq!(site.run(&["build"]).code, Some(0));
    assert!(tree(&site.public()) == first, "with a broken cache");
}
