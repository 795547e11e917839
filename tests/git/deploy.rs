//! Publishing as it should go: first, again, with a changed number, on top of what is there.

use crate::support::{Review, files};

#[test]
fn the_first_time_one_commit_without_history_holds_the_built_site() {
    let review = Review::new();
    let revision = review.git(&["rev-parse", "HEAD"]);
    let own = review.own();
    review.deploy(&[]).expect(0, &["to", "`gh-pages` on `origin`", "first time", "published"]);
    assert_eq!(review.own(), own);
    assert!(review.leftovers().is_empty(), "{:?}", review.leftovers());
    assert_eq!(review.git_remote(&["rev-list", "--count", "gh-pages"]), "1");
    let message = review.git_remote(&["show", "--no-patch", "--format=%B", "gh-pages"]);
    assert!(message.contains(&format!("Source: {revision}")), "{message}");

    review.run(&["build", "--out", "../built"]).expect(0, &[]);
    let (mut built, mut published) = (files(&review.path("built")), review.published_files());
    let [_, listed] =
        [&mut built, &mut published].map(|files| files.remove(".cscare-manifest").expect("it is there"));
    assert!(published == built, "{:?} are not {:?}", published.keys(), built.keys());
    let listed = String::from_utf8(listed).expect("it is text");
    let listed: Vec<&str> = listed.lines().skip(1).filter_map(|line| line.splitn(3, ' ').nth(2)).collect();
    assert_eq!(listed, published.keys().collect::<Vec<_>>());
}

#[test]
fn the_same_site_is_not_published_twice() {
    let review = Review::new();
    review.deploy(&[]).expect(0, &["published"]);
    let first = review.published();
    review.deploy(&[]).expect(0, &["nothing to publish"]);
    review.write("notes.txt", "no part of the site");
    review.commit("Note something");
    review.deploy(&["--append"]).expect(0, &["nothing to publish"]);
    assert_eq!(review.published(), first);
}

#[test]
fn a_changed_number_is_named_before_it_is_published() {
    let review = Review::new();
    review.deploy(&[]).expect(0, &[]);
    let first = review.published();
    review.replace("content/reports/count.md", "value: 20%", "value: 21%");
    review.replace("content/findings/fewer.md", "moderate", "low");
    review.write("content/about.md", "---\ntitle: About\n---\nBody.\n");
    review.commit("Correct the share");

    let said = ["pages:", "+ /about/", "~ /findings/fewer/", "~ count.share", "value: 20% → 21%"];
    let more = ["~ fewer", "certainty: moderate → low"];
    let dry = review.run(&["deploy", "--dry-run"]);
    dry.expect(0, &said).expect(0, &more).expect(0, &["dry run"]);
    assert!(!dry.stderr.contains("count.visits"), "{}", dry.stderr);
    assert_eq!(review.published(), first);

    review.deploy(&[]).expect(0, &said).expect(0, &["published"]);
    assert_ne!(review.published(), first);
    assert_eq!(review.git_remote(&["rev-list", "--count", "gh-pages"]), "1");
    let statistics = review.git_remote(&["show", "gh-pages:data/statistics.json"]);
    assert!(statistics.contains("\"21%\""), "{statistics}");
}

#[test]
fn appended_commits_keep_the_history() {
    let review = Review::new();
    review.deploy(&["--append"]).expect(0, &["published"]);
    let first = review.published().expect("it is published");
    review.replace("content/reports/count.md", "£872m", "£873m");
    review.commit("Correct the budget");
    review.deploy(&["--append"]).expect(0, &["£872m → £873m", "published"]);
    assert_eq!(review.git_remote(&["rev-parse", "gh-pages^"]), first);
}

#[test]
fn the_same_sources_and_author_give_the_same_commit() {
    let review = Review::new();
    review.git_at(review.path(""), &["init", "--quiet", "--bare", "other.git"]);
    review.deploy(&[]).expect(0, &[]);
    review.deploy(&["--remote", "../other.git", "--branch", "live"]).expect(0, &["`live` on `../other.git`"]);
    let other = review.git_at(review.path("other.git"), &["rev-parse", "refs/heads/live"]);
    assert_eq!(review.published(), Some(other));

    let time = |review: &Review| review.git_remote(&["show", "--no-patch", "--format=%ct", "gh-pages"]);
    assert_eq!(time(&review), review.git(&["show", "--no-patch", "--format=%ct", "HEAD"]));
    let review = Review::new().with("SOURCE_DATE_EPOCH", "86400");
    review.deploy(&[]).expect(0, &[]);
    assert_eq!(time(&review), "86400");
}

#[test]
fn a_custom_domain_stays() {
    let review = Review::new();
    review.deploy(&[]).expect(0, &[]);
    let blob = review.path("domain");
    review.put("domain", "tarnbridge.example\n");
    // As GitHub does when a domain is set.
    review.git(&["fetch", "--quiet", "origin", "gh-pages:domain"]);
    review.git(&["worktree", "add", "--quiet", "../pages", "domain"]);
    std::fs::rename(blob, review.path("pages/CNAME")).expect("it can be moved");
    review.git_at(review.path("pages"), &["add", "CNAME"]);
    review.git_at(review.path("pages"), &["commit", "--quiet", "-m", "Create CNAME"]);
    review.git_at(review.path("pages"), &["push", "--quiet", "origin", "HEAD:gh-pages"]);
    review.deploy(&[]).expect(0, &["nothing to publish"]);

    review.replace("content/reports/count.md", "£872m", "£873m");
    review.commit("Correct the budget");
    review.deploy(&[]).expect(0, &["published"]);
    assert_eq!(review.git_remote(&["show", "gh-pages:CNAME"]), "tarnbridge.example");
    assert_eq!(review.git_remote(&["rev-list", "--count", "gh-pages"]), "1");

    review.write("static/CNAME", "review.tarnbridge.example\n");
    review.commit("Move");
    let run = review.run(&["deploy", "--dry-run"]);
    run.expect(
        0,
        &["~ /CNAME", "note:", "`https://tarnbridge.example/`", "`https://review.tarnbridge.example/`"],
    );
    review.deploy(&["--base-url", "https://review.tarnbridge.example/"]).expect(0, &["published"]);
    assert_eq!(review.git_remote(&["show", "gh-pages:CNAME"]), "review.tarnbridge.example");
}

/// Settings that would change bytes, leave files out, or leave files behind if git were let do as it is used to.
#[test]
fn settings_of_the_users_git_change_no_byte() {
    let review = Review::new();
    review.deploy(&[]).expect(0, &[]);
    let plain = review.published_files();
    let settings = "[core]\n\tautocrlf = true\n\tsplitIndex = true\n\texcludesFile = ~/ignore\n\
                    \tattributesFile = ~/attributes\n\tquotePath = true\n[fetch]\n\tprune = true\n\
                    [commit]\n\tgpgSign = true\n[push]\n\tfollowTags = true\n[color]\n\tui = always\n";
    let review = Review::new();
    review.put("home/.gitconfig", [crate::support::SETTINGS, settings].concat());
    review.put("home/ignore", "*.html\n*.json\n");
    review.put("home/attributes", "* text=auto\n*.csv text eol=lf\n");
    let own = review.own();
    review.deploy(&[]).expect(0, &["published"]);
    assert_eq!(review.own(), own);
    assert_eq!(review.published_files(), plain);
}

#[test]
fn a_site_with_errors_is_not_published() {
    let review = Review::new();
    review.replace("content/findings/fewer.md", "count.visits", "count.visit");
    review.commit("Break it");
    review.deploy(&[]).expect(1, &["count.visit", "did you mean", "nothing was published"]);
    assert_eq!(review.published(), None);
    assert!(review.leftovers().is_empty(), "{:?}", review.leftovers());
}

#[test]
fn somebody_without_a_name_can_publish() {
    let review = Review::new();
    review.put("home/.gitconfig", "[user]\n\tuseConfigOnly = true\n");
    review.deploy(&[]).expect(0, &["git knows no name", "published"]);
    assert_eq!(
        review.git_remote(&["show", "--no-patch", "--format=%an %cn", "gh-pages"]),
        "cscare-site cscare-site"
    );
}

#[test]
fn what_nothing_checks_is_counted_before_it_is_published() {
    let review = Review::new();
    review.write("content/about.md", "---\ntitle: About\n---\nOf them 64% came, and 71% went.\n");
    review.commit("Say more");
    let counts = ["nothing checks:", "2 numbers in prose", "3 statistics without a place"];
    review.run(&["deploy", "--dry-run"]).expect(0, &counts);
    for value in ["\"735,470\"", "20%", "£872m"] {
        review.replace(
            "content/reports/count.md",
            &format!("value: {value}"),
            &format!("at: page 3, value: {value}"),
        );
    }
    review.replace(
        "content/about.md",
        "Of them 64% came, and 71% went.",
        "Of them [20%](stat:count.share) came.",
    );
    review.commit("Say where");
    let run = review.run(&["deploy", "--dry-run"]);
    run.expect(0, &["dry run"]);
    assert!(!run.stderr.contains("nothing checks"), "{}", run.stderr);
}
