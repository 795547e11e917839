//! Publishing that is killed between any two of its steps: what is published is the old or the new site, the user's
//! repository is as it was, and a second run succeeds.

use crate::support::Review;
use std::fs;
use std::process::Command;

/// A git that counts its runs and kills whoever started it before or after the one that `$KILL` names.
const GIT: &str = "#!/bin/sh
count=$(($(cat \"$COUNT\" 2>/dev/null || echo 0) + 1))
echo $count > \"$COUNT\"
kill=$(cat \"$KILL\")
if [ \"$kill\" = \"before $count\" ]; then kill -9 $PPID; exit 1; fi
\"$REAL_GIT\" \"$@\"
code=$?
if [ \"$kill\" = \"after $count\" ]; then kill -9 $PPID; fi
exit $code
";

fn real_git() -> String {
    let found = Command::new("sh").args(["-c", "command -v git"]).output().expect("there is a shell");
    String::from_utf8(found.stdout).expect("it is a path").trim().to_owned()
}

/// A review that is published, and then changed; its program meets the git above.
fn review() -> Review {
    let review = Review::new();
    review.deploy(&[]).expect(0, &["published"]);
    review.replace("content/reports/count.md", "value: 20%", "value: 21%");
    review.commit("Correct the share");
    review.script("bin/git", GIT);
    let path =
        format!("{}:{}", review.path("bin").display(), std::env::var("PATH").expect("there is a PATH"));
    let [count, kill] = ["count", "kill"].map(|name| review.path(name).to_string_lossy().into_owned());
    review.with("PATH", path).with("COUNT", count).with("KILL", kill).with("REAL_GIT", real_git())
}

/// How many times git is run for a whole publication.
fn steps(review: &Review) -> usize {
    review.put("count", "0");
    review.put("kill", "never");
    review.deploy(&[]).expect(0, &["published"]);
    let count = fs::read_to_string(review.path("count")).expect("it was counted");
    count.trim().parse().expect("it is a number")
}

fn share(review: &Review) -> String {
    let statistics = review.git_remote(&["show", "gh-pages:data/statistics.json"]);
    ["20%", "21%"].into_iter().filter(|share| statistics.contains(share)).collect()
}

#[test]
fn a_killed_run_can_be_repeated() {
    let review = review();
    let former = review.published().expect("it is published");
    let steps = steps(&review);
    assert!(steps > 10, "only {steps} runs of git were counted");
    let own = review.own();

    let mut published = [0, 0];
    let kills = (1..=steps).map(|step| format!("before {step}"));
    for kill in kills.chain([format!("after {steps}")]) {
        review.git_remote(&["update-ref", "refs/heads/gh-pages", &former]);
        review.put("count", "0");
        review.put("kill", &kill);
        let run = review.deploy(&[]);
        assert_eq!(run.code, None, "it was not killed {kill}: {}", run.stderr);
        assert_eq!(review.own(), own, "{kill}");
        match share(&review).as_str() {
            "20%" => published[0] += 1,
            "21%" => published[1] += 1,
            other => panic!("{kill}: `{other}` is published"),
        }

        // The count goes on, so that nothing is killed any more.
        review.deploy(&[]).expect(0, &[]);
        assert_eq!(share(&review), "21%", "{kill}");
        assert_eq!(review.own(), own, "{kill}");
        assert!(review.leftovers().is_empty(), "{kill}: {:?}", review.leftovers());
    }
    assert!(published.iter().all(|number| *number > 0), "old and new were seen so often: {published:?}");
}
