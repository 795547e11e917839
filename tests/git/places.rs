//! Where a repository may be in an unusual state: no branch, several work trees, submodules, a site in a folder.

use crate::support::Review;

#[test]
fn no_branch_need_be_checked_out() {
    let review = Review::new();
    review.git(&["checkout", "--quiet", "--detach"]);
    let own = review.own();
    review.deploy(&[]).expect(0, &["published"]);
    assert_eq!(review.own(), own);
}

#[test]
fn a_work_tree_publishes_its_own_commit() {
    let review = Review::new();
    review.git(&["worktree", "add", "--quiet", "-b", "draft", "../other"]);
    review.replace("content/reports/count.md", "£872m", "£873m");
    review.put("other/content/reports/count.md", crate::support::REPORT.replace("20%", "21%"));
    review.git_at(review.path("other"), &["commit", "--quiet", "--all", "-m", "Correct the share"]);
    let own = review.own();
    let run = review.run_at(&review.path("other"), &["deploy", "--yes"]);
    run.expect(0, &["published"]);
    assert_eq!(review.own(), own);
    let statistics = review.git_remote(&["show", "gh-pages:data/statistics.json"]);
    assert!(statistics.contains("\"21%\"") && statistics.contains("£872m"), "{statistics}");
}

#[test]
fn a_site_may_be_a_submodule() {
    let review = Review::new();
    review.git(&["push", "--quiet", "origin", "main"]);
    review.git_at(review.path(""), &["init", "--quiet", "whole"]);
    let whole = review.path("whole");
    review.git_at(whole.clone(), &["submodule", "--quiet", "add", "../site.git", "review"]);
    review.git_at(whole.clone(), &["commit", "--quiet", "-m", "Add the review"]);
    let run = review.run_at(&whole.join("review"), &["deploy", "--yes", "--append"]);
    run.expect(0, &["published"]);
    assert!(review.published().is_some());
    assert_eq!(review.git_at(whole, &["status", "--porcelain"]), "");
}

#[test]
fn a_submodule_of_a_site_has_to_be_as_committed() {
    let review = Review::new();
    review.git_at(review.path(""), &["init", "--quiet", "measures"]);
    review.put("measures/visits.md", "---\ntitle: Visits\nkind: flow\nunit: visits\n---\nBody.\n");
    review.git_at(review.path("measures"), &["add", "--all"]);
    review.git_at(review.path("measures"), &["commit", "--quiet", "-m", "Add a measure"]);
    review.git(&["submodule", "--quiet", "add", "../measures", "content/measures"]);
    review.commit("Share measures");
    review.deploy(&[]).expect(0, &["published"]);
    assert!(review.published_files().contains_key("measures/visits/index.html"));
    review.write(
        "content/measures/visits.md",
        "---\ntitle: All visits\nkind: flow\nunit: visits\n---\nBody.\n",
    );
    review.deploy(&[]).expect(2, &["not everything is committed: `content/measures` was changed"]);
}

#[test]
fn a_site_may_be_a_folder_of_a_repository() {
    let review = Review::without_repository();
    review.git_at(review.path(""), &["init", "--quiet", "--bare", "site.git"]);
    review.put("whole/README.md", "More than a site");
    std::fs::rename(review.root(), review.path("whole/review")).expect("it can be moved");
    let whole = review.path("whole");
    for arguments in [
        &["init", "--quiet"][..],
        &["add", "--all"],
        &["commit", "--quiet", "-m", "First version"],
        &["remote", "add", "origin", "../site.git"],
    ] {
        review.git_at(whole.clone(), arguments);
    }
    // Only the site's own folder has to be as committed.
    review.put("whole/README.md", "Something else");
    review.run_at(&whole, &["deploy", "--yes", "--root", "review"]).expect(0, &["published"]);
    assert!(review.published_files().contains_key("reports/count/index.html"));
    review.put("whole/review/new.txt", "");
    let run = review.run_at(&whole.join("review/content"), &["deploy", "--yes"]);
    run.expect(2, &["not everything is committed: `new.txt` is new"]);

    let run = review.run_at(&whole.join("review"), &["diff", "HEAD"]);
    run.expect(0, &[]);
    assert_eq!(run.stdout, "no difference in statistics and findings\n");
}
