//! What is not published: each refusal says why, what state things are in, and what to type next.

use crate::support::Review;
use std::fs;

const UNTOUCHED: &str = "state: nothing was pushed";

#[test]
fn nothing_is_published_without_being_asked_for() {
    let review = Review::new();
    review.run(&["deploy"]).expect(
        2,
        &["no terminal", UNTOUCHED, "next:  cscare-site deploy --dry-run", "next:  cscare-site deploy --yes"],
    );
    review.run(&["deploy", "--dry-run"]).expect(0, &["dry run"]);
    assert_eq!(review.published(), None);
}

#[test]
fn what_is_not_committed_is_named() {
    for (path, how) in [
        ("content/reports/count.md", "was changed"),
        ("content/reports/new.md", "is new"),
        ("notes.txt", "is new"),
        ("gone.txt", "was removed"),
    ] {
        let review = Review::uncommitted();
        review.write("gone.txt", "");
        review.commit("First version");
        if how == "was removed" {
            fs::remove_file(review.root().join(path)).expect("it is there");
        } else {
            review.write(path, "something else");
        }
        let own = review.own();
        let named = format!("`{path}` {how}");
        let run = review.deploy(&["--branch", "live"]);
        run.expect(
            2,
            &["not everything is committed", &named, UNTOUCHED, "git add", "deploy --yes --branch live"],
        );
        assert_eq!(review.own(), own);
    }
    let review = Review::new();
    review.write("content/a.md", "---\ntitle: A\n---\n");
    review.git(&["add", "content/a.md"]);
    review.deploy(&[]).expect(2, &["`content/a.md` is new, and only staged"]);
    let review = Review::new();
    review.run(&["build"]).expect(0, &[]);
    review.deploy(&[]).expect(2, &["`public/", "and ", " more", "`/public` in .gitignore"]);
}

#[test]
fn a_source_that_git_ignores_is_not_published() {
    let review = Review::new();
    review.write(".gitignore", "secret.md\n/public\n");
    review.commit("Ignore");
    review.write("content/secret.md", "---\ntitle: A secret\n---\nBody.\n");
    review.write("public/secret.md", "no source");
    let run = review.run(&["deploy", "--dry-run"]);
    run.expect(
        2,
        &[
            "git ignores these files, and they would be published: `content/secret.md`",
            "move them out of content/",
        ],
    );
    assert!(!run.stderr.contains("public/secret.md"), "{}", run.stderr);
}

#[test]
fn an_ignored_file_that_nothing_names_holds_nothing_up() {
    let review = Review::new();
    review.write(".gitignore", "*.txt\n/public\n");
    review.commit("Ignore");
    review.write("content/secret.txt", "secret");
    review.deploy(&["--dry-run"]).expect(0, &["dry run"]);
    review.write("content/extra.md", "---\ntitle: Extra\n---\n[words](secret.txt)\n");
    review.commit("Name it");
    let run = review.deploy(&["--dry-run"]);
    run.expect(2, &["git ignores these files, and they would be published: `content/secret.txt`"]);
    assert!(!run.stderr.contains("--force"), "{}", run.stderr);
}

#[test]
fn without_git_repository_commit_or_remote_the_first_step_is_told() {
    let review = Review::new().with("PATH", "/nowhere");
    review.deploy(&[]).expect(2, &["git is not installed", UNTOUCHED, "git-scm.com"]);
    let review = Review::without_repository();
    review
        .deploy(&[])
        .expect(2, &["is in no git repository", UNTOUCHED, "git init", "git remote add origin"]);
    let review = Review::uncommitted();
    review.deploy(&[]).expect(2, &["nothing is committed yet", UNTOUCHED, "git commit"]);
    let review = Review::new();
    review.git(&["remote", "remove", "origin"]);
    review.deploy(&[]).expect(2, &["no remote", UNTOUCHED, "git remote add origin", "deploy --yes"]);
    review.git(&["remote", "add", "one", "../site.git"]);
    review.git(&["remote", "add", "two", "../site.git"]);
    review.deploy(&[]).expect(2, &["several remotes: one, two", "deploy --yes --remote one"]);
    review.deploy(&["--remote", "twoo"]).expect(2, &["`twoo` is no remote", "did you mean `two`?"]);
    review.git(&["remote", "remove", "two"]);
    review.deploy(&[]).expect(0, &["`one`", "published"]);
    review.git(&["remote", "set-url", "one", "../gone.git"]);
    review.deploy(&[]).expect(2, &["there is no repository at `one`", "git:", UNTOUCHED, "git remote -v"]);
}

#[test]
fn settings_that_are_not_in_the_commit_are_missed() {
    let review = Review::new();
    review.git(&["rm", "--quiet", "--cached", "site.toml"]);
    review.write(".gitignore", "site.toml\n");
    review.commit("Forget the settings");
    review.deploy(&[]).expect(2, &["`site.toml` is not in the last commit", UNTOUCHED, "git add --force"]);
}

#[test]
fn names_that_git_would_take_for_options_are_no_names() {
    let review = Review::new();
    for branch in ["--force", "-f", "a:b", "a b", "..", "refs/heads/main"] {
        let run = review.deploy(&["--branch", branch]);
        run.expect(2, &["cannot be the name of a branch", UNTOUCHED]);
    }
    for remote in ["--upload-pack=touch owned", "-q"] {
        review.deploy(&["--remote", remote]).expect(2, &["is no remote", UNTOUCHED]);
    }
    review.deploy(&["--remote", "ext::sh -c touch% owned"]).expect(2, &["not allowed", UNTOUCHED]);
    assert!(!review.root().join("owned").exists());
}

#[test]
fn work_of_others_is_not_replaced() {
    let review = Review::new();
    review.git(&["push", "--quiet", "origin", "main", "main:sources"]);
    review.deploy(&["--branch", "main"]).expect(2, &["`main` is the branch that you work on", UNTOUCHED]);
    review.deploy(&["--branch", "main", "--remote", "origin"]).expect(2, &["holds the sources of a site"]);
    for append in [&[][..], &["--append"]] {
        let run = review.deploy(&[&["--branch", "sources"], append].concat());
        run.expect(2, &["holds the sources of a site", UNTOUCHED, "--branch gh-pages"]);
    }

    let elsewhere = review.path("elsewhere");
    review.git_at(review.path(""), &["init", "--quiet", "elsewhere"]);
    review.put("elsewhere/index.html", "by another program");
    review.git_at(elsewhere.clone(), &["add", "--all"]);
    review.git_at(elsewhere.clone(), &["commit", "--quiet", "-m", "Something else"]);
    review.git_at(elsewhere, &["push", "--quiet", "../site.git", "HEAD:gh-pages"]);
    let former = review.published().expect("it is there");
    review
        .deploy(&[])
        .expect(2, &["something else than a review", UNTOUCHED, "cscare-site deploy --yes --append"]);
    assert_eq!(review.published().as_ref(), Some(&former));
    review.deploy(&["--append"]).expect(0, &["numbers cannot be compared", "published"]);
    assert_eq!(review.git_remote(&["rev-parse", "gh-pages^"]), former);
}
