//! What is different where the remote is on GitHub, which a script plays here.

use crate::support::Review;

/// A review whose remote is `owner/repo` on GitHub, reached over an ssh that starts the other side here.
fn on_github(base: &str) -> Review {
    let review = Review::new();
    review.write("site.toml", format!("title = \"Libraries here\"\n{base}"));
    review.commit("Set the address");
    review.git(&["remote", "set-url", "origin", "git@github.com:owner/repo.git"]);
    std::fs::create_dir(review.path("owner")).expect("it can be made");
    std::os::unix::fs::symlink(review.remote(), review.path("owner/repo.git")).expect("it can be linked");
    review.script(
        "ssh.sh",
        "#!/bin/sh\ncd \"$(dirname \"$0\")\"\nfor command; do :; done\neval \"$command\"\n",
    );
    let ssh = review.path("ssh.sh").to_string_lossy().into_owned();
    review.with("GIT_SSH_COMMAND", ssh).with("GIT_SSH_VARIANT", "simple")
}

#[test]
fn the_address_of_pages_is_told_with_what_to_do_once() {
    let review = on_github("base_url = \"https://owner.github.io/repo/\"\n");
    review.deploy(&[]).expect(
        0,
        &[
            "`origin` (git@github.com:owner/repo.git)",
            "published",
            "https://owner.github.io/repo/ shows it",
            "https://github.com/owner/repo/settings/pages",
        ],
    );
    assert!(review.published().is_some());
}

#[test]
fn an_address_under_which_no_link_would_work_is_not_published() {
    let review = on_github("");
    review.deploy(&[]).expect(
        2,
        &[
            "built without the address",
            "GitHub Pages will show it at `https://owner.github.io/repo/`",
            "state: nothing was pushed",
            "next:  write `base_url = \"https://owner.github.io/repo/\"` into site.toml",
        ],
    );
    assert_eq!(review.published(), None);
    review.deploy(&["--base-url", "https://owner.github.io/repo/"]).expect(0, &["published"]);
    let review = on_github("base_url = \"https://tarnbridge.example/\"\n");
    review.deploy(&[]).expect(0, &["note:", "static/CNAME", "published"]);
}

#[test]
fn a_workflow_that_publishes_too_is_told() {
    let review = on_github("base_url = \"https://owner.github.io/repo/\"\n");
    let quiet = review.run(&["deploy", "--dry-run"]);
    assert!(!quiet.expect(0, &["dry run"]).stderr.contains("note:"), "{}", quiet.stderr);
    review.write(".github/workflows/pages.yml", "      - uses: actions/deploy-pages@v5\n");
    review.commit("Publish by workflow");
    review
        .run(&["deploy", "--dry-run"])
        .expect(0, &["note: `.github/workflows/pages.yml` publishes to GitHub Pages too", "dry run"]);
}

#[test]
fn a_closed_door_is_told_with_the_way_in() {
    let review = on_github("base_url = \"https://owner.github.io/repo/\"\n");
    review
        .script("ssh.sh", "#!/bin/sh\necho 'git@github.com: Permission denied (publickey).' >&2\nexit 255\n");
    review.deploy(&[]).expect(
        2,
        &[
            "`origin` (git@github.com:owner/repo.git) did not let you in",
            "git:   git@github.com: Permission denied",
            "state: nothing was pushed",
            "next:  git push --dry-run origin HEAD:refs/heads/gh-pages",
            "next:  cscare-site deploy --yes",
        ],
    );
}

#[test]
fn no_secret_is_shown() {
    let review = Review::new();
    let address = "https://me:s3cret@127.0.0.1:1/owner/repo.git";
    review.git(&["remote", "set-url", "origin", address]);
    for arguments in [&[][..], &["--remote", address]] {
        let run = review.deploy(arguments);
        run.expect(2, &["cannot be reached", "state: nothing was pushed"]);
        assert!(!run.stderr.contains("s3cret"), "{}", run.stderr);
    }
}
