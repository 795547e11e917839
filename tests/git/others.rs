//! What others put on the published branch: it is kept, named, and never lost without a word.

use crate::support::Review;
use std::fs;

/// A review that is published, and a clone of its branch in `pages` in which somebody else works.
fn shared() -> Review {
    let review = Review::new();
    review.deploy(&[]).expect(0, &["published"]);
    clone(&review);
    review
}

fn clone(review: &Review) {
    review.git_at(review.path(""), &["clone", "--quiet", "-b", "gh-pages", "site.git", "pages"]);
}

/// Somebody commits these files to the branch.
fn put(review: &Review, files: &[(&str, &str)]) {
    for (path, text) in files {
        review.put(&format!("pages/{path}"), text);
    }
    push(review);
}

fn push(review: &Review) {
    review.git_at(review.path("pages"), &["add", "--all"]);
    review.git_at(review.path("pages"), &["commit", "--quiet", "-m", "By hand"]);
    review.git_at(review.path("pages"), &["push", "--quiet", "origin", "HEAD:gh-pages"]);
}

fn change(review: &Review) {
    review.replace("site.toml", "Libraries", "All libraries");
    review.commit("Change the title");
}

fn holds(review: &Review, path: &str, text: &str) {
    assert_eq!(review.git_remote(&["show", &format!("gh-pages:{path}")]), text, "{path}");
}

const HAND_MADE: [(&str, &str); 3] =
    [("google123.html", "proof"), (".well-known/security.txt", "Contact:"), ("old/index.html", "old")];

#[test]
fn what_was_added_by_hand_is_kept_and_named() {
    let review = shared();
    put(&review, &HAND_MADE);
    review.deploy(&[]).expect(0, &["nothing to publish"]);
    for round in 0..2 {
        review.replace("site.toml", "Libraries", "Libraries and more");
        review.commit("Change the title");
        let kept = ["kept", "= /.well-known/security.txt", "= /google123.html", "= /old/index.html"];
        let run = review.deploy(&[]);
        run.expect(0, &kept).expect(0, &["published"]);
        assert_eq!(
            run.stderr.contains("the 2 commits of `gh-pages` become one"),
            round == 0,
            "{}",
            run.stderr
        );
        for (path, text) in HAND_MADE {
            holds(&review, path, text);
        }
        assert_eq!(review.git_remote(&["rev-list", "--count", "gh-pages"]), "1");
    }
}

#[cfg(unix)]
#[test]
fn links_and_programs_that_others_added_stay_what_they_are() {
    let review = shared();
    std::os::unix::fs::symlink("google123.html", review.path("pages/link.html")).expect("it is new");
    review.script("pages/run.sh", "#!/bin/sh\n");
    push(&review);
    let modes = || review.git_remote(&["ls-tree", "gh-pages", "link.html", "run.sh"]);
    let before = modes();
    change(&review);
    review.deploy(&[]).expect(0, &["= /link.html", "= /run.sh", "published"]);
    assert_eq!(modes(), before);
    assert!(before.starts_with("120000 ") && before.contains("\n100755 "), "{before}");
}

#[test]
fn removals_come_first_and_are_all_named() {
    let review = Review::new();
    let page = |number: usize| {
        (format!("content/old-{number}.md"), format!("---\ntitle: Old {number}\n---\nBody.\n"))
    };
    for (path, text) in (10..30).map(page) {
        review.write(&path, text);
    }
    let first = review.run(&["deploy", "--dry-run"]);
    review.commit("Write pages");
    first.expect(2, &["not everything is committed"]);
    let run = review.deploy(&[]);
    let (paths, _): (Vec<String>, Vec<String>) = (10..30).map(page).unzip();
    for number in 10..30 {
        run.expect(0, &["first time", &format!("\n  + /old-{number}/\n"), "published"]);
    }
    for path in paths {
        fs::remove_file(review.root().join(path)).expect("it is there");
    }
    change(&review);
    let run = review.run(&["deploy", "--dry-run"]);
    for number in 10..30 {
        run.expect(0, &[" removed", &format!("\n  - /old-{number}/\n"), "\n  ~ ", "dry run"]);
    }
}

#[test]
fn a_file_of_somebody_elses_is_not_replaced() {
    for (theirs, ours) in [
        ("google123.html", "google123.html"),
        ("paper/a.pdf", "paper"),
        ("paper", "paper/a.pdf"),
        ("about", "about/x.txt"),
    ] {
        let review = shared();
        put(&review, &[(theirs, "theirs")]);
        review.write(&format!("static/{ours}"), "ours");
        review.write("content/about.md", format!("---\ntitle: About\n---\n[Paper](../static/{ours})\n"));
        review.commit("Add a file");
        let former = review.published();
        for append in [&[][..], &["--append"]] {
            let said =
                ["somebody else put on `gh-pages`", &format!("`{theirs}`"), "state: nothing was pushed"];
            review.deploy(append).expect(2, &said);
        }
        assert_eq!(review.published(), former, "{theirs}");
        // The same file is no contradiction.
        if theirs == ours {
            review.write(&format!("static/{theirs}"), "theirs");
            review.commit("Take theirs");
            review.deploy(&[]).expect(0, &["published"]);
            fs::remove_file(review.root().join("static").join(ours)).expect("it is there");
            review.write("content/about.md", "---\ntitle: About\n---\nBody.\n");
            review.commit("Remove it");
            review.deploy(&[]).expect(0, &[&format!("- /{ours}"), "published"]);
        }
    }
}

#[test]
fn what_was_changed_by_hand_is_not_replaced_without_its_history() {
    let review = shared();
    let page = fs::read_to_string(review.path("pages/findings/fewer/index.html")).expect("it is published");
    put(&review, &[("findings/fewer/index.html", &page.replace("Fewer people", "Far fewer people"))]);
    let former = review.published().expect("it is published");
    change(&review);
    let said = ["changed by hand", "`findings/fewer/index.html`", "state: nothing was pushed", "--append"];
    review.deploy(&[]).expect(2, &said);
    assert_eq!(review.published().as_ref(), Some(&former));
    review.deploy(&["--append"]).expect(0, &["published"]);
    assert_eq!(review.git_remote(&["rev-parse", "gh-pages^"]), former);
}

#[test]
fn a_branch_is_a_review_only_when_the_manifest_says_so() {
    let review = Review::new();
    review.git_at(review.path(""), &["init", "--quiet", "pages"]);
    review.git_at(review.path("pages"), &["remote", "add", "origin", "../site.git"]);
    put(&review, &[("data/statistics.json", "[]"), ("thesis.txt", "years of work")]);
    let said = ["something else than a review", "state: nothing was pushed", "deploy --yes --append"];
    review.deploy(&[]).expect(2, &said);
    put(&review, &[(".cscare-manifest", "of something else\n")]);
    review.deploy(&[]).expect(2, &said);
    holds(&review, "thesis.txt", "years of work");
    review.deploy(&["--append"]).expect(0, &["= /thesis.txt", "published"]);
    holds(&review, "thesis.txt", "years of work");
    // From now on it is a review, and what was there before is still somebody else's.
    change(&review);
    review.deploy(&[]).expect(0, &["= /thesis.txt", "published"]);
    holds(&review, "thesis.txt", "years of work");
}

#[test]
fn a_branch_that_an_earlier_version_published_is_taken_over() {
    let review = shared();
    // As that version left it: its own files and a domain, in a commit of its own, without a manifest.
    fs::remove_file(review.path("pages/.cscare-manifest")).expect("it is published");
    review.put("pages/CNAME", "tarnbridge.example\n");
    review.put("pages/gone/index.html", "an earlier page");
    review.git_at(review.path("pages"), &["add", "--all"]);
    let message = "Publish abc\n\nSource: abc\nBuilt-by: cscare-site 0.1.0\n";
    review.git_at(review.path("pages"), &["commit", "--quiet", "--amend", "-m", message]);
    review.git_at(review.path("pages"), &["push", "--quiet", "--force", "origin", "HEAD:gh-pages"]);
    let run = review.deploy(&[]);
    run.expect(0, &["- /gone/", "+ /.cscare-manifest", "= /CNAME", "published"]);
    holds(&review, "CNAME", "tarnbridge.example");
    change(&review);
    review.deploy(&[]).expect(0, &["published"]);
}

#[test]
fn what_a_new_branch_begins_with_is_kept() {
    let review = Review::new();
    review.git_at(review.path(""), &["init", "--quiet", "pages"]);
    review.git_at(review.path("pages"), &["remote", "add", "origin", "../site.git"]);
    put(&review, &[("README.md", "The pages"), ("CNAME", "tarnbridge.example"), (".nojekyll", "x")]);
    review.deploy(&[]).expect(0, &["= /CNAME", "= /README.md", "published"]);
    holds(&review, "README.md", "The pages");
    holds(&review, ".nojekyll", "");
}
