//! Only what is committed is published, even where git was told not to look.

use crate::support::Review;
use std::fs;

const UNTOUCHED: &str = "state: nothing was pushed";

#[test]
fn what_git_was_told_not_to_look_at_is_looked_at() {
    for told in ["--assume-unchanged", "--skip-worktree"] {
        let review = Review::new();
        let file = "content/reports/count.md";
        review.git(&["update-index", told, file]);
        review.deploy(&[]).expect(0, &["published"]);
        let former = review.published();
        review.replace(file, "£872m", "£999m");
        assert_eq!(review.git(&["status", "--porcelain"]), "");
        let own = review.own();
        let run = review.deploy(&[]);
        run.expect(2, &["not as committed: `content/reports/count.md`", UNTOUCHED, "git update-index --no-"]);
        assert_eq!(review.own(), own);
        assert_eq!(review.published(), former, "{told}");
        for said in ["--no-assume-unchanged", "--no-skip-worktree"] {
            run.expect(2, &[&format!("git update-index {said} -- {file}")]);
            review.git(&["update-index", said, "--", file]);
        }
        assert_ne!(review.git(&["status", "--porcelain"]), "", "git looks again");
    }
}

#[test]
fn a_source_that_was_not_checked_out_is_missed() {
    let review = Review::new();
    review.write("content/about.md", "---\ntitle: About\n---\nBody.\n");
    review.commit("Write a page");
    review.git(&["update-index", "--skip-worktree", "content/about.md"]);
    fs::remove_file(review.root().join("content/about.md")).expect("it is there");
    review.deploy(&[]).expect(2, &["not as committed: `content/about.md`", UNTOUCHED]);
}

#[test]
fn a_change_that_keeps_length_and_time_is_seen() {
    let review = Review::new();
    let path = review.root().join("content/reports/count.md");
    let time = fs::metadata(&path).and_then(|metadata| metadata.modified()).expect("it has a time");
    review.git(&["config", "core.trustctime", "false"]);
    review.git(&["config", "core.checkStat", "minimal"]);
    // The index knows the file well when it is older than the index.
    let earlier = time - std::time::Duration::from_secs(60);
    let set = |time| fs::File::options().append(true).open(&path).and_then(|file| file.set_modified(time));
    set(earlier).expect("it can be set");
    review.git(&["status", "--porcelain"]);
    review.git(&["update-index", "--refresh"]);
    review.replace("content/reports/count.md", "£872m", "£873m");
    set(earlier).expect("it can be set");
    assert_eq!(review.git(&["status", "--porcelain"]), "", "git sees it");
    review.deploy(&[]).expect(2, &["not as committed: `content/reports/count.md`", UNTOUCHED]);
}

#[test]
fn line_ends_that_git_changes_are_no_difference() {
    let review = Review::new();
    let text = fs::read_to_string(review.root().join("content/reports/count.md")).expect("it is there");
    review.write(".gitattributes", "*.md text eol=crlf\n");
    review.write("content/reports/count.md", text.replace('\n', "\r\n"));
    review.commit("Use other line ends");
    assert!(!review.git(&["show", "HEAD:content/reports/count.md"]).contains('\r'));
    review.deploy(&[]).expect(0, &["published"]);

    let review = Review::new();
    review.write("content/reports/count.md", text.replace('\n', "\r\n"));
    review.commit("Commit other line ends");
    review.git(&["config", "core.autocrlf", "true"]);
    review.deploy(&[]).expect(0, &["published"]);
}

#[cfg(unix)]
#[test]
fn names_with_quotes_and_line_ends_are_looked_up() {
    let review = Review::new();
    for (number, name) in ["a \"quoted\" name", "a\nline", "back\\slash", "käse"].into_iter().enumerate() {
        let path = format!("content/{name}.md");
        review.write(&path, format!("---\nid: page-{number}\ntitle: A page\n---\nBody.\n"));
    }
    review.commit("Write pages");
    review.deploy(&[]).expect(0, &["published"]);
    review.git(&["update-index", "--assume-unchanged", "content/a \"quoted\" name.md"]);
    review.replace("content/a \"quoted\" name.md", "Body", "Another body");
    review.deploy(&[]).expect(2, &["not as committed: `content/a \"quoted\" name.md`", UNTOUCHED]);
}

#[test]
fn a_submodule_is_looked_into() {
    let review = Review::new();
    review.git_at(review.path(""), &["init", "--quiet", "measures"]);
    let measure = "---\ntitle: Visits\nkind: flow\nunit: visits\n---\nBody.\n";
    review.put("measures/visits.md", measure);
    review.git_at(review.path("measures"), &["add", "--all"]);
    review.git_at(review.path("measures"), &["commit", "--quiet", "-m", "Add a measure"]);
    review.git(&["submodule", "--quiet", "add", "../measures", "content/measures"]);
    review.commit("Share measures");
    review.deploy(&[]).expect(0, &["published"]);
    let below = review.root().join("content/measures");
    review.git_at(below, &["update-index", "--assume-unchanged", "visits.md"]);
    review.write("content/measures/visits.md", measure.replace("Visits", "All visits"));
    review.deploy(&[]).expect(2, &["not as committed: `content/measures/visits.md`", UNTOUCHED]);
}

#[test]
fn without_an_address_nothing_is_published() {
    let review = Review::new();
    review.write("site.toml", "title = \"Libraries\"\n");
    review.commit("Forget the address");
    for more in [&[][..], &["--base-url", "/libraries/"]] {
        review.deploy(more).expect(2, &["the site has no address", UNTOUCHED, "base_url = "]);
    }
    assert_eq!(review.published(), None);
    review.deploy(&["--base-url", "https://tarnbridge.example/"]).expect(0, &["published"]);
}

#[cfg(unix)]
#[test]
fn an_old_git_is_told() {
    let review = Review::new();
    review.script(
        "bin/git",
        "#!/bin/sh\nPATH=${PATH#*:}\ncase \" $* \" in *' --version '*) echo 'git version 2.10.0';; \
         *) exec git \"$@\";; esac\n",
    );
    let path = format!("{}:{}", review.path("bin").display(), std::env::var("PATH").expect("there is one"));
    let review = review.with("PATH", path);
    review.deploy(&[]).expect(2, &["git 2.10.0 is older than 2.29", UNTOUCHED, "git-scm.com"]);
    let found = review.run(&["doctor"]).stdout;
    assert!(found.contains("git version 2.10.0, which is too old"), "{found}");

    let review = Review::new().with("PATH", "/nowhere");
    let found = review.run(&["doctor"]).stdout;
    assert!(found.contains("git         it is not there") && !found.contains("git init"), "{found}");
}

#[test]
fn what_to_type_next_can_be_typed() {
    let review = Review::new();
    let remote = "ssh://$(touch owned)@[/x y";
    let run = review.with("GIT_SSH_COMMAND", "false").deploy(&["--remote", remote]);
    run.expect(2, &[UNTOUCHED, "next:"]);
    for line in run.stderr.lines().filter(|line| line.contains("next:") && line.contains("$(")) {
        assert!(line.contains("'ssh://$(touch owned)@[/x y'"), "{line}");
    }
    assert!(run.stderr.contains("git push --dry-run 'ssh://"), "{}", run.stderr);
    let review = Review::new();
    let run = review.deploy(&["--remote", "fd::17"]);
    run.expect(2, &["`fd::17` is no remote", UNTOUCHED]);
}
