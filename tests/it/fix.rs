//! `check --fix`: what is certain is mended, nothing else is touched, and a second run finds nothing to do.

use crate::support::{TestSite, check_in_memory, coverage, finding, page};
use cscare_site::fix::mend;
use proptest::prelude::{Strategy, prop, proptest};
use std::fs;

/// A file that lies beside the page of each case.
const BESIDE: (&str, &str) = ("content/opening-hours.md", "---\ntitle: Opening hours\n---\n");

fn site(path: &str, text: &str) -> TestSite {
    TestSite::with_report().file(BESIDE.0, BESIDE.1).file("static/plan.svg", "<svg/>").file(path, text)
}

/// Runs `check --fix`, and gives the text of the file after it and what was said.
fn fixed(path: &str, text: &str) -> (String, String) {
    let site = site(path, text);
    let said = site.run(&["check", "--fix"]).stderr;
    let once = fs::read_to_string(site.root().join(path)).expect("the file is still there");
    let again = site.run(&["check", "--fix"]).stderr;
    assert!(again.starts_with("nothing can be fixed for certain\n"), "{again}");
    let twice = fs::read_to_string(site.root().join(path)).expect("the file is still there");
    assert_eq!(once, twice, "a second run changed something");
    (once, said)
}

/// Files with a mistake `⟦wrong|right⟧` that is certain.
fn certain() -> Vec<(&'static str, String)> {
    let body = |text: &str| ("content/a.md", page(text));
    let front = |text: &str| ("content/findings/f.md", finding(text));
    vec![
        body(
            "Of residents, [⟦21%|20%⟧](stat:count.share) are members; [21%](https://example.org/) elsewhere.\n",
        ),
        body("It is [⟦20.4%|20%⟧](stat:count.share) of them.\n"),
        body("It is [⟦|20%⟧](stat:count.share) of them.\n"),
        body("It is [20%](stat:count.⟦shar|share⟧) of them.\n"),
        body("It is [20%](stat:⟦cuont|count⟧.share) of them.\n"),
        body("| a |\n|---|\n| [⟦£900m|£872m⟧](stat:count.budget) |\n"),
        body("```table\ncaption: A\nrows: [count.visits, count.⟦shares|share⟧]\n```\n"),
        body("See [the hours](⟦opening-huors.md|opening-hours.md⟧) first.\n"),
        body("See [the hours](⟦Opening-Hours.md|opening-hours.md⟧).\n"),
        body("See [the count](⟦count.md|reports/count.md⟧#stat-share).\n"),
        body("![The plan](../static/⟦plam.svg|plan.svg⟧)\n"),
        front("evidence: [{supports: count.⟦vists|visits⟧}]\n"),
        front("evidence:\n  - supports: \"count.⟦vists|visits⟧\" # the total\n"),
        front("statement: Members are [⟦21%|20%⟧](stat:count.share) of residents\n"),
        front("derived: {a: {label: A, value: \"1,470,940\", formula: count.⟦vists|visits⟧ * 2}}\n"),
        ("content/coverage/a.md", coverage("tells: [{statistic: count.⟦shar|share⟧, as: 20%}]\n")),
        (
            "content/coverage/a.md",
            "---\ntitle: An article\nkind: news article\nreports_on: ⟦cont|count⟧\n---\n".to_owned(),
        ),
    ]
}

#[test]
fn what_is_certain_is_mended_and_nothing_else() {
    for (path, text) in certain() {
        let (wrong, right) = both(&text);
        let (found, said) = fixed(path, &wrong);
        assert_eq!(found, right, "{said}");
        assert!(said.contains("fixed 1 place in 1 file\n"), "{said}");
        let line =
            right.lines().zip(wrong.lines()).position(|(one, other)| one != other).expect("one differs");
        assert!(said.starts_with(&format!("{path}:{}: ", line + 1)), "{said}");
    }
}

/// The text with what stands before each bar, and with what stands behind it.
fn both(text: &str) -> (String, String) {
    let (mut wrong, mut right) = (String::new(), String::new());
    for (at, part) in text.split(['⟦', '⟧']).enumerate() {
        let (one, other) = if at % 2 == 0 { (part, part) } else { part.split_once('|').expect("two") };
        wrong.push_str(one);
        right.push_str(other);
    }
    (wrong, right)
}

#[test]
fn what_is_not_certain_is_left() {
    let report = crate::support::REPORT;
    for text in [
        // A number that the bound text could not simply be replaced by.
        "[21](stat:count.share) per cent\n",
        "[a third](stat:count.share)\n",
        "[21% of residents](stat:count.share)\n",
        "[**21%**](stat:count.share)\n",
        // The name and the number are both in doubt.
        "[21%](stat:count.shar)\n",
        "[](stat:count.shar)\n",
        // Another year is no slip, and of two near names neither is certain.
        "See [it](reports/count-2019.md).\n",
        "```table\ncaption: A\nrows: [count.visit-2019]\n```\n",
        "[it](near-a.md)\n",
        // What is to be replaced stands there twice.
        "```table\ncaption: A\nrows: [count.shares, count.shares]\n```\n",
    ] {
        let site = site("content/a.md", &page(text))
            .file("content/reports/count-2020.md", report)
            .file("content/near-b.md", BESIDE.1)
            .file("content/near-c.md", BESIDE.1);
        let run = site.run(&["check", "--fix"]);
        assert!(run.stderr.starts_with("nothing can be fixed for certain\n"), "{text}: {}", run.stderr);
        assert_eq!(run.code, Some(1), "the mistake is told: {text}");
        assert_eq!(fs::read_to_string(site.root().join("content/a.md")).expect("it is there"), page(text));
    }
}

#[test]
fn what_is_left_is_told_after_what_was_fixed() {
    let text = page("[21%](stat:count.share) and [it](nowhere.md)\n");
    let run = site("content/a.md", &text).run(&["check", "--fix", "--date", "2026-01-01"]);
    let said = run.stderr;
    let start =
        "content/a.md:4: [21%](stat:count.share) → [20%](stat:count.share)\nfixed 1 place in 1 file\n\n";
    assert!(said.starts_with(&format!("{start}error[L001]")), "{said}");
    assert!(!said.contains("R003"), "{said}");
    assert_eq!(run.code, Some(1));
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_no_file_is_left_beside() {
    use std::os::unix::fs::PermissionsExt;
    let site = site("content/a.md", &page("[21%](stat:count.share)\n"));
    let path = site.root().join("content/a.md");
    let mode = |path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("permissions can be set");
    site.run(&["check", "--fix"]);
    assert_eq!(mode(&path), 0o640);
    let names = fs::read_dir(site.root().join("content")).expect("it can be listed");
    let mut names: Vec<_> = names.map(|entry| entry.expect("it can be read").file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.md", "opening-hours.md", "reports"]);
}

#[cfg(unix)]
#[test]
fn owner_and_attributes_stay() {
    use rustix::fs::{XattrFlags, lgetxattr, lsetxattr};
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let site = site("content/a.md", &page("[21%](stat:count.share)\n"));
    let path = site.root().join("content/a.md");
    // Only root may give a file away.
    let given = chown(&path, Some(65534), Some(65534)).is_ok();
    let marked = lsetxattr(&path, "user.note", b"mine", XattrFlags::empty()).is_ok();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).expect("permissions can be set");
    let former = fs::metadata(&path).expect("it is there");
    let said = site.run(&["check", "--fix"]).stderr;
    assert!(said.contains("fixed 1 place"), "{said}");
    let now = fs::metadata(&path).expect("it is there");
    assert_eq!((now.uid(), now.gid(), now.mode()), (former.uid(), former.gid(), former.mode()));
    assert_eq!(now.uid() == 65534, given);
    if marked {
        let mut value = [0; 16];
        assert_eq!(
            lgetxattr(&path, "user.note", &mut value[..]).map(|length| &value[..length] == b"mine"),
            Ok(true)
        );
    }
}

#[cfg(unix)]
#[test]
fn a_file_with_another_name_is_left_and_told() {
    let text = page("[21%](stat:count.share)\n");
    let site = site("content/a.md", &text);
    let (path, other) = (site.root().join("content/a.md"), site.around().join("other.md"));
    fs::hard_link(&path, &other).expect("it is new");
    let run = site.run(&["check", "--fix"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(
        run.stderr.contains("note: `content/a.md` is left as it is: it has another name"),
        "{}",
        run.stderr
    );
    for path in [&path, &other] {
        assert_eq!(fs::read_to_string(path).expect("it is there"), text);
    }
    fs::remove_file(other).expect("it is there");
    assert!(site.run(&["check", "--fix"]).stderr.contains("fixed 1 place"));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_left() {
    use std::os::unix::fs::PermissionsExt;
    let text = page("[21%](stat:count.share)\n");
    let site = site("content/a.md", &text);
    let path = site.root().join("content/a.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).expect("permissions can be set");
    let run = site.run(&["check", "--fix"]);
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains("a.md"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
}

/// Something between two links that Markdown may take as it likes.
fn between() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        " ", "\n", "\r\n", "\t", "  \n", "é", "😀", "£", "word", "**", "`", "> ", "\n\n", "- ", "| ", "\\",
        "21%", "&amp;",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 48, ..Default::default() })]

    /// Whatever stands around the links, no other byte changes: what was wrong becomes right, or stays.
    #[test]
    fn all_other_bytes_stay(parts in prop::collection::vec(between(), 1..8), bom: bool, crlf: bool) {
        let front = if bom { "\u{feff}---\ntitle: A\n---\n" } else { "---\ntitle: A\n---\n" };
        let front = if crlf { front.replace('\n', "\r\n") } else { front.to_owned() };
        let wrong = format!("{front}{}", parts.join("[21%](stat:count.share)"));
        let files = [
            ("site.toml", "title = \"T\"\n"),
            ("content/reports/count.md", crate::support::REPORT),
            ("content/a.md", wrong.as_str()),
        ];
        let (found, _) = check_in_memory(files);
        let mended = mend(&found.0);
        let after = mended.first().map_or(wrong.as_str(), |mended| mended.after.as_str());
        let told = found.codes().iter().filter(|code| **code == "R003").count();
        let changes: usize = mended.iter().map(|mended| mended.changes.len()).sum();
        assert_eq!(told, changes, "{wrong:?}");
        assert_eq!(after.matches("[20%](stat:count.share)").count(), changes, "{after:?}");
        assert_eq!(after.replace("[20%](stat:count.share)", "[21%](stat:count.share)"), wrong);
    }
}
