//! Somebody else publishes between our look and our push, and remotes that protect a branch.

use crate::support::Review;

/// A second clone that publishes a commit of its own each time `publish.sh` is run.
fn with_rival() -> Review {
    let review = Review::new();
    review.deploy(&[]).expect(0, &["published"]);
    review.git_at(review.path(""), &["clone", "--quiet", "-b", "gh-pages", "site.git", "rival"]);
    review.script(
        "publish.sh",
        "#!/bin/sh\nunset GIT_DIR GIT_INDEX_FILE\ncd \"$(dirname \"$0\")/rival\"\n\
         git commit --quiet --allow-empty -m Rival && git push --quiet origin HEAD:gh-pages\n",
    );
    review.replace("content/reports/count.md", "value: 20%", "value: 21%");
    review.commit("Correct the share");
    review
}

/// A git before whose first push the rival publishes.
fn rival_before_push(review: Review) -> Review {
    review.script(
        "bin/git",
        "#!/bin/sh\nhere=$(dirname \"$0\")\nPATH=${PATH#*:}\n\
         case \" $* \" in *' push '*) if mkdir \"$here/once\" 2>/dev/null; then sh \"$here/../publish.sh\"; fi;; esac\n\
         exec git \"$@\"\n",
    );
    let path =
        format!("{}:{}", review.path("bin").display(), std::env::var("PATH").expect("there is a PATH"));
    review.with("PATH", path)
}

#[test]
fn what_was_published_meanwhile_is_not_overwritten() {
    for append in [&[][..], &["--append"]] {
        let review = rival_before_push(with_rival());
        let own = review.own();
        let run = review.deploy(append);
        let again = ["cscare-site", "deploy"]
            .iter()
            .chain(append)
            .chain(&["--dry-run"])
            .copied()
            .collect::<Vec<_>>()
            .join(" ");
        run.expect(
            2,
            &[
                "somebody else published to `gh-pages` meanwhile",
                "git:",
                "state: `gh-pages` now shows",
                &again,
            ],
        );
        let rival = review.git_at(review.path("rival"), &["rev-parse", "HEAD"]);
        assert_eq!(review.published(), Some(rival));
        assert_eq!(review.own(), own);
        review.deploy(append).expect(0, &["20% → 21%", "published"]);
    }
}

#[test]
fn even_while_the_push_is_under_way() {
    let review = with_rival();
    review.script("site/.git/hooks/pre-push", "#!/bin/sh\nsh ../publish.sh\n");
    review
        .deploy(&[])
        .expect(2, &["somebody else published to `gh-pages` meanwhile", "state: `gh-pages` now shows"]);
    let rival = review.git_at(review.path("rival"), &["rev-parse", "HEAD"]);
    assert_eq!(review.published(), Some(rival));
}

#[test]
fn the_first_publisher_wins() {
    let review = Review::new();
    review.git_at(review.path(""), &["clone", "--quiet", "site.git", "rival"]);
    review.script(
        "publish.sh",
        "#!/bin/sh\ncd \"$(dirname \"$0\")/rival\"\n\
         git commit --quiet --allow-empty -m Rival && git push --quiet origin HEAD:gh-pages\n",
    );
    let review = rival_before_push(review);
    review.deploy(&[]).expect(2, &["somebody else published to `gh-pages` meanwhile"]);
    assert_eq!(review.git_remote(&["show", "--no-patch", "--format=%s", "gh-pages"]), "Rival");
}

#[test]
fn where_history_must_stay_appending_is_offered_and_works() {
    let review = with_rival();
    let former = review.published().expect("it is published");
    review.git_remote(&["config", "receive.denyNonFastForwards", "true"]);
    review.deploy(&[]).expect(
        2,
        &[
            "does not let the history of `gh-pages` be replaced",
            "git:",
            "state: nothing was published: `gh-pages` still shows",
            "next:  cscare-site deploy --yes --append",
        ],
    );
    assert_eq!(review.published().as_ref(), Some(&former));
    review.deploy(&["--append"]).expect(0, &["published"]);
    assert_eq!(review.git_remote(&["rev-parse", "gh-pages^"]), former);
}

#[test]
fn a_protected_branch_stays_and_is_told() {
    let review = with_rival();
    let former = review.published();
    review.script("site.git/hooks/update", "#!/bin/sh\necho 'only the editor publishes here' >&2\nexit 1\n");
    for append in [&[][..], &["--append"]] {
        review.deploy(append).expect(
            2,
            &[
                "`origin` (",
                "protects `gh-pages` and refused the push",
                "only the editor publishes here",
                "state: nothing was published: `gh-pages` still shows",
                "next:",
            ],
        );
        assert_eq!(review.published(), former);
    }
}

#[test]
fn a_hook_of_ones_own_is_told_from_the_remotes() {
    let review = with_rival();
    review.script("site/.git/hooks/pre-push", "#!/bin/sh\necho 'not on a Friday' >&2\nexit 1\n");
    review
        .deploy(&[])
        .expect(2, &["pre-push hook of your own", "not on a Friday", "state: nothing was published"]);
}

#[test]
fn an_answer_that_is_lost_is_asked_for() {
    let review = with_rival();
    // Hangs up after everything arrived.
    review.script("site.git/hooks/post-receive", "#!/bin/sh\nkill -9 $PPID\n");
    review.deploy(&[]).expect(0, &["published"]);
    assert!(review.git_remote(&["show", "gh-pages:data/statistics.json"]).contains("21%"));
}

#[test]
fn what_is_saved_while_the_site_is_built_is_not_published() {
    let review = Review::new();
    review.put("late.md", "---\ntitle: Late\n---\nBody.\n");
    // The commit is asked for its time after everything was found committed, and before the build.
    review.script(
        "bin/git",
        "#!/bin/sh\nPATH=${PATH#*:}\n\
         case \" $* \" in *' --format=%ct '*) cp ../late.md content/;; esac\nexec git \"$@\"\n",
    );
    let path =
        format!("{}:{}", review.path("bin").display(), std::env::var("PATH").expect("there is a PATH"));
    let review = review.with("PATH", path);
    review.deploy(&[]).expect(2, &["not everything is committed: `content/late.md` is new"]);
    assert_eq!(review.published(), None);
}
