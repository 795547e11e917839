//! A build of files that are as they were does nothing and says the same; and nothing that could matter is taken for
//! unchanged. Whether a build was done is seen by what the program is made to remember: a build says something else.

use super::support::{Run, TestSite, page, tree};
use std::fs;
use std::path::PathBuf;

const BUILD: [&str; 3] = ["build", "--date", "2026-11-30"];
const PLANTED: &str = "this was remembered";

/// A site with a warning, a template, a file and a draft.
fn site() -> TestSite {
    TestSite::new()
        .file("content/a.md", page("There were 2,000 people seen then. [b](b.md)\n"))
        .file("content/b.md", page("Some more words.\n"))
        .file("content/d.md", "---\ntitle: D\ndraft: true\n---\nNot yet.\n")
        .file("static/robots.txt", "User-agent: *\n")
}

fn remembered(site: &TestSite) -> PathBuf {
    site.root().join(".cscare/built.json")
}

/// Builds until the build is remembered: a file that was written just now may be written once more in the same instant.
#[track_caller]
fn built(site: &TestSite, arguments: &[&str]) -> Run {
    for _ in 0..20 {
        let run = site.run(arguments);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        if remembered(site).exists() {
            return run;
        }
    }
    panic!("no build is remembered");
}

/// Plants a sentence in what is remembered, which a build does not say.
fn plant(site: &TestSite) {
    let text = fs::read_to_string(remembered(site)).expect("it is there");
    let (before, rest) = text.split_once("\"printed\":[\"\",\"").expect("it holds what was printed");
    fs::write(remembered(site), format!("{before}\"printed\":[\"\",\"{PLANTED}{rest}"))
        .expect("it can be written");
}

/// What a run said, without the time that it took and how many files are new.
fn said(run: &Run) -> String {
    let lines = run.stderr.lines().filter(|line| !line.contains(" file"));
    lines.map(|line| line.split(" in ").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn an_unchanged_site_is_not_built_again_and_the_same_is_said() {
    let site = site();
    let first = built(&site, &BUILD);
    assert!(first.stderr.contains("W001"), "{}", first.stderr);
    let files = tree(&site.root());
    let second = site.run(&BUILD);
    assert_eq!((said(&second), &second.stdout), (said(&first), &first.stdout));
    assert!(second.stderr.contains("unchanged"), "{}", second.stderr);
    assert_eq!(tree(&site.root()), files, "nothing is written");
    plant(&site);
    assert!(site.run(&BUILD).stderr.contains(PLANTED));
    fs::remove_file(remembered(&site)).expect("it is there");
    let anew = site.run(&BUILD);
    assert_eq!(said(&anew), said(&second), "a build says what was remembered");
    assert_eq!(tree(&site.public()).len(), files.keys().filter(|path| path.starts_with("public/")).count());
}

/// Does something to a site whose build is remembered: it must be built then.
#[track_caller]
fn is_built_after(what: &str, change: impl Fn(&TestSite)) -> TestSite {
    let site = site();
    built(&site, &BUILD);
    plant(&site);
    change(&site);
    let run = site.run(&BUILD);
    assert!(!run.stderr.contains(PLANTED), "{what}: {}", run.stderr);
    site
}

/// Writes other bytes of the same length, and gives the file the time that it had.
fn edit_in_secret(site: &TestSite, path: &str, before: &str, after: &str) {
    let path = site.root().join(path);
    let time = fs::metadata(&path).and_then(|file| file.modified()).expect("it has a time");
    let text = fs::read_to_string(&path).expect("it is a text").replace(before, after);
    fs::write(&path, text).expect("it can be written");
    let file = fs::File::options().append(true).open(&path).expect("it can be opened");
    file.set_modified(time).expect("its time can be set");
}

#[test]
#[cfg(unix)]
fn an_edit_of_the_same_length_and_time_is_built() {
    let site = is_built_after("a page", |site| edit_in_secret(site, "content/b.md", "Some", "Many"));
    let built = fs::read_to_string(site.public().join("b/index.html")).expect("it is built");
    assert!(built.contains("Many more words"), "{built}");
    is_built_after("a file", |site| edit_in_secret(site, "static/robots.txt", "*", "x"));
    is_built_after("settings", |site| edit_in_secret(site, "site.toml", "Libraries", "Xibraries"));
}

#[test]
fn whatever_comes_or_goes_is_built() {
    is_built_after("a page", |site| site.write("content/c.md", page("C.\n")));
    is_built_after("a template", |site| site.write("templates/page.html", "{{ page.title_html }}"));
    is_built_after("a lock", |site| site.write("evidence.lock", ""));
    is_built_after("a removed file", |site| {
        fs::remove_file(site.root().join("static/robots.txt")).expect("it is there");
    });
    is_built_after("a touched file", |site| site.write("content/b.md", page("Some more words.\n")));
}

#[test]
fn what_somebody_changed_in_the_output_stays_and_is_named() {
    let page = |site: &TestSite| site.public().join("b/index.html");
    let edited = is_built_after("a longer output", |site| fs::write(page(site), "x").expect("it is there"));
    for command in [["build"], ["clean"]] {
        let run = edited.run(&command);
        assert_eq!(run.code, Some(2), "{command:?}: {}", run.stderr);
        assert!(run.stderr.contains("b/index.html") && run.stderr.contains("next: "), "{}", run.stderr);
        assert_eq!(fs::read_to_string(page(&edited)).expect("it is there"), "x");
    }
    fs::remove_file(page(&edited)).expect("it is there");
    built(&edited, &BUILD);
    assert!(fs::read_to_string(page(&edited)).expect("it is there").len() > 1);
}

#[test]
fn an_output_that_does_not_stand_is_built() {
    let page = |site: &TestSite| site.public().join("b/index.html");
    let removed =
        is_built_after("a removed output", |site| fs::remove_file(page(site)).expect("it is there"));
    assert!(page(&removed).exists());
    is_built_after("no output", |site| fs::remove_dir_all(site.public()).expect("it is there"));
    is_built_after("another manifest", |site| {
        let path = site.public().join(".cscare-manifest");
        let text = fs::read_to_string(&path).expect("it is there");
        let lines: Vec<&str> = text.lines().collect();
        fs::write(&path, lines[..lines.len() - 1].join("\n") + "\n").expect("it can be written");
    });
    is_built_after("nonsense", |site| fs::write(remembered(site), "{").expect("it can be written"));
}

#[test]
fn what_is_asked_for_counts() {
    let site = site();
    for more in [
        &["--drafts"][..],
        &["--base-url", "https://example.org/"],
        &["--deny", "X"],
        &["--format", "short"],
        &["--out", "elsewhere"],
    ] {
        built(&site, &BUILD);
        plant(&site);
        let run = site.run(&[&BUILD, more].concat());
        assert!(!run.stderr.contains(PLANTED), "{more:?}: {}", run.stderr);
        fs::remove_file(remembered(&site)).expect("it is there");
    }
    built(&site, &BUILD);
    plant(&site);
    assert!(!site.run(&["build", "--date", "2026-12-01"]).stderr.contains(PLANTED));
}

#[test]
fn a_site_with_errors_is_not_remembered() {
    let site = site().file("content/b.md", page("[x](nowhere.md)\n"));
    for _ in 0..3 {
        assert_eq!(site.run(&BUILD).code, Some(1));
        assert!(!remembered(&site).exists());
    }
}

#[test]
fn a_cleaned_site_is_built() {
    let site = site();
    built(&site, &BUILD);
    assert_eq!(site.run(&["clean"]).code, Some(0));
    assert!(!remembered(&site).exists());
    assert!(site.run(&BUILD).stderr.contains(" new"));
}
