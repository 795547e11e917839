//! Each rule fires on the smallest site that breaks it. A rule without a case here fails the first test,
//! and no rule may fire beside the one that is meant.

use crate::support::{Found, REPORT, TestSite, check_in_memory, coverage, finding, page};
use cscare_site::diagnostic::Level;
use cscare_site::diagnostic::rules::ALL;
use cscare_site::source::LARGEST_TEXT;
use std::collections::BTreeSet;

/// What makes a rule fire.
struct Case {
    code: &'static str,
    /// Files over a site with the report `count`.
    files: Vec<(&'static str, Vec<u8>)>,
}

fn case(code: &'static str, path: &'static str, text: impl Into<Vec<u8>>) -> Case {
    Case { code, files: vec![(path, text.into())] }
}

fn report(from: &str, to: &str) -> String {
    assert!(REPORT.contains(from), "the report has no `{from}`");
    REPORT.replacen(from, to, 1)
}

/// A case of a report with more statistics, one in each line, and other files beside it.
fn figures(code: &'static str, statistics: &str, others: &[(&'static str, &str)]) -> Case {
    let text = report("  share:", &format!("{statistics}  share:"));
    let others = others.iter().map(|(path, text)| (*path, text.as_bytes().to_vec()));
    let files = std::iter::once(("content/reports/count.md", text.into_bytes())).chain(others).collect();
    Case { code, files }
}

/// A measure: `more` are further lines of its front matter.
fn measure(kind: &str, more: &str) -> String {
    format!("---\ntitle: A measure\nkind: {kind}\nunit: things\n{more}---\n")
}

/// Rules that judge records which can be built.
fn judgements() -> Vec<Case> {
    numbers().into_iter().chain(comparisons()).chain(attributions()).chain(balance()).chain(dates()).collect()
}

fn numbers() -> Vec<Case> {
    let shares = "  a: {label: A, measure: m, value: 64%, category: a}\n  \
                  b: {label: B, measure: m, value: 34%, category: b}\n  \
                  c: {label: C, measure: m, value: 5%, category: c}\n";
    let complete = measure("share", "categories: {complete: true}\n");
    vec![
        figures(
            "N001",
            "  was: {label: W, value: \"700,000\"}\n  growth: {label: G, value: 9%, change: {from: was, to: visits}}\n",
            &[],
        ),
        figures(
            "N002",
            "  more: {label: M, value: £10m}\n  all: {label: A, value: £900m, total: {of: [budget, more]}}\n",
            &[],
        ),
        figures("N003", shares, &[("content/measures/m.md", &complete)]),
        figures("N004", "  few: {label: F, value: 81%, n: \"15\"}\n", &[]),
        figures(
            "N005",
            "  a: {label: A, value: 40%}\n  b: {label: B, value: 50%}\n  \
             rise: {label: R, value: 10%, change: {from: a, to: b}}\n",
            &[],
        ),
        figures(
            "N006",
            "  north: {label: N, value: 78%, highest_of: south}\n  south: {label: S, value: 79%}\n",
            &[],
        ),
        figures(
            "N007",
            "  g: {label: Growth over eight years, value: 5%, change: {from: 2010-11, to: 2017-18}}\n",
            &[],
        ),
    ]
}

fn comparisons() -> Vec<Case> {
    let changes = "  a: {label: A, measure: m, value: 5%, change: {from: 2010, to: 2015}}\n  \
                   b: {label: B, measure: m, value: 7%, change: {from: 2010, to: 2017}}\n";
    let both = finding("evidence: [{supports: count.a}, {supports: count.b}]\n");
    let counts = "  a: {label: A, measure: m, value: 5, period: 2015}\n  \
                  b: {label: B, measure: m, value: 6, period: 2015}\n";
    let flow = measure("flow", "");
    let of_what = "  change: {label: C, value: 5%, change: {from: share, to: visits}}\n";
    vec![
        figures("C001", changes, &[("content/measures/m.md", &flow), ("content/findings/f.md", &both)]),
        figures("C002", counts, &[("content/measures/m.md", &flow)]),
        figures("C003", of_what, &[]),
    ]
}

fn attributions() -> Vec<Case> {
    let quote = coverage("tells: [{quote: shh, speaker: The Lantern}]\n");
    let share = "  a: {label: A, measure: m, value: 5%, of: households}\n";
    let (of, whole) = (measure("share", "of: r\n"), measure("stock", "population: residents\n"));
    vec![
        case("A001", "content/coverage/a.md", quote),
        figures("A002", share, &[("content/measures/m.md", &of), ("content/measures/r.md", &whole)]),
        figures("A003", "  a: {label: A, value: almost triple}\n", &[]),
        figures(
            "A004",
            "  a: {label: A, value: 20%, population: adult residents, origin: count.share}\n",
            &[],
        ),
        case(
            "A005",
            "content/reports/count.md",
            report("become quieter}", "become quieter, words: They became quieter, hedge: may}"),
        ),
        case(
            "A006",
            "content/reports/count.md",
            report("become quieter}", "become quieter, hedge: Branches}"),
        ),
        Case {
            code: "A007",
            files: vec![
                ("content/coverage/a.md", coverage("tells: [{statistic: count.share}]\n").into_bytes()),
                (
                    "content/reports/count.md",
                    report("become quieter}", "become quieter, via: a}").into_bytes(),
                ),
            ],
        },
    ]
}

/// Another report.
fn source(more: &str) -> String {
    format!("---\ntitle: Other\nkind: survey\npublisher: P\npublished: 2019\n{more}---\n")
}

fn balance() -> Vec<Case> {
    let passed_on =
        source("statistics:\n  share: {label: S, value: 20%, population: residents, origin: count.share}\n");
    let twice = finding("evidence: [{supports: count.share}, {supports: other.share}]\n");
    let some = finding("").into_bytes();
    let with_finding = |code: &'static str, path: &'static str, text: &str| Case {
        code,
        files: vec![("content/findings/f.md", some.clone()), (path, text.as_bytes().to_vec())],
    };
    vec![
        Case {
            code: "B001",
            files: vec![
                ("content/reports/other.md", passed_on.into_bytes()),
                ("content/findings/f.md", twice.into_bytes()),
            ],
        },
        with_finding(
            "B002",
            "content/reports/count.md",
            &report("and of [money](stat:budget)", "and of money"),
        ),
        Case {
            code: "B003",
            files: vec![
                ("content/findings/f.md", finding("evidence: []\n").into_bytes()),
                ("content/a.md", page("[The count](reports/count.md)").into_bytes()),
            ],
        },
        with_finding("B004", "content/reports/other.md", &source("")),
        with_finding("B005", "content/topics/t.md", "---\ntitle: T\n---\n"),
        with_finding("B006", "content/glossary.md", "---\ntitle: Terms\n---\nBranch\n: A building.\n"),
        case("B007", "content/findings/f.md", graded("high")),
        one_article(),
        unlisted(),
        case(
            "V012",
            "content/reports/count.md",
            report("become quieter}", "become quieter, url: \"https://example.org\"}"),
        ),
    ]
}

/// A finding whose title has a figure that is not among its evidence.
fn unlisted() -> Case {
    let text = finding("evidence: [{supports: count.share}]\n");
    let title = text.lines().nth(1).expect("a finding has a title");
    let text = text.replacen(title, "title: \"Some came, [735,470](stat:count.visits) in all\"", 1);
    case("B009", "content/findings/f.md", text)
}

/// A finding that rests on what one archived article tells.
fn one_article() -> Case {
    let mut case = locked("B008", "", "", |lock| lock);
    case.files.push(("content/findings/f.md", graded("moderate").into_bytes()));
    case
}

/// A finding of this certainty that rests on one figure.
fn graded(certainty: &str) -> String {
    finding("evidence: [{supports: count.share}]\n").replacen(
        "certainty: low",
        &format!("certainty: {certainty}"),
        1,
    )
}

fn dates() -> Vec<Case> {
    let bound = page("[735,470](stat:count.visits)");
    let newer = "  newer: {label: N, value: \"735,480\", relations: [{updates: visits}]}\n";
    vec![
        case("D001", "content/a.md", page("").replacen("---\n", "---\nreview_by: 2020-01-30\n", 1)),
        figures("D002", newer, &[("content/a.md", &bound)]),
    ]
}

fn cases() -> Vec<Case> {
    formal().into_iter().chain(published()).chain(worded()).chain(judgements()).collect()
}

fn formal() -> Vec<Case> {
    let report_with = |from: &str, to: &str| report(from, to);
    vec![
        case("S002", "content/a.md", b"---\ntitle: A\n---\n\xff".to_vec()),
        case("S004", "content/a.md", vec![b'a'; usize::try_from(LARGEST_TEXT).expect("it is small") + 1]),
        case("S005", "content/notes.txt", "Ask again."),
        case("S006", "static/data.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"),
        case("F001", "content/reports/count.md", report_with("kind: survey", "kind: survey\ncolour: red")),
        case("F002", "content/reports/count.md", report_with("publisher: Tarnbridge Council\n", "")),
        case(
            "F003",
            "content/reports/count.md",
            report_with("publisher: Tarnbridge Council", "publisher: [Tarnbridge Council]"),
        ),
        case("F004", "content/reports/count.md", report_with("kind: survey", "kind: survey\nkind: review")),
        case("F005", "content/reports/count.md", report_with("kind: survey", "kind: @survey")),
        case("F006", "content/a.md", "# A\n"),
        case("F007", "content/reports/count.md", report_with("kind: survey", "kind: surveys")),
        case("F008", "content/reports/count.md", report_with("published: 2020", "published: 2020-02-30")),
        case("F009", "site.toml", "title = Libraries\n"),
        case("F010", "content/reports/count.md", report_with("published: 2020", "published: 2020-02-01")),
        case(
            "F011",
            "content/reports/count.md",
            report_with("publisher: Tarnbridge Council", "publisher: Tarnbridge Council #2"),
        ),
        case("E001", "content/reports/count.md", report_with("£872m", "a lot")),
        case("E002", "content/reports/count.md", report_with("period: 2019-20", "period: then")),
        case("E003", "content/findings/count.md", finding("")),
        case(
            "E004",
            "content/reports/count.md",
            report_with("  budget:", "  The_Budget:").replace("(stat:budget)", "(stat:visits)"),
        ),
        case("E005", "content/coverage/a.md", coverage("tells: [{statistic: count.share, as: 21%}]\n")),
        case("E006", "content/coverage/a.md", coverage("credits: The Lantern\n")),
        case(
            "E007",
            "content/findings/f.md",
            finding("derived: {a: {label: A, value: 1, formula: count.visits -}}\n"),
        ),
        case(
            "E008",
            "content/findings/f.md",
            finding("derived: {a: {label: A, value: 1, formula: count.visits / 2}}\n"),
        ),
        figures(
            "E010",
            "  loans: {label: Loans, measure: m, value: \"1,204\", period: 2019-20}\n",
            &[("content/measures/m.md", &measure("flow", "year: calendar\n"))],
        ),
        case("E009", "content/a.md", "---\ntitle: A\nallow: {R003: as the press has it}\n---\n"),
    ]
}

/// References, prose, templates, addresses and the lock.
/// Rules about words.
fn worded() -> Vec<Case> {
    let report_with = |from: &str, to: &str| report(from, to);
    vec![
        case("W001", "content/a.md", page("There were 25 branches.")),
        case("W002", "content/a.md", page("The branch is currently closed.")),
        case(
            "W003",
            "content/reports/count.md",
            report_with("population: residents}", "population: residents, across: branches}"),
        ),
        case(
            "W004",
            "content/reports/count.md",
            report_with("Branches may have become quieter}", "Rain caused the fall, hedge: may}"),
        ),
        figures(
            "W005",
            "  more: {label: Growth of visits, value: 3%}\n",
            &[("content/a.md", &page("Visits fell by [3%](stat:count.more)."))],
        ),
        case("W006", "content/a.md", page("In 2012 there were [735,470](stat:count.visits) of them.")),
        figures(
            "W007",
            "  rooms: {label: Rooms, value: \"120\"}\n  halls: {label: Halls, value: \"90\"}\n",
            &[("content/a.md", &page("It lies between [120](stat:count.rooms) and [90](stat:count.halls)."))],
        ),
        Case {
            code: "W008",
            files: vec![
                ("content/reports/other.md", source("").into_bytes()),
                (
                    "content/a.md",
                    page("In the [other](reports/other.md) it was [735,470](stat:count.visits).")
                        .into_bytes(),
                ),
            ],
        },
    ]
}

fn published() -> Vec<Case> {
    vec![
        case("R001", "content/findings/f.md", finding("evidence: [{supports: count.visit}]\n")),
        case("R002", "content/findings/f.md", finding("evidence: [{supports: count.longer}]\n")),
        case("R003", "content/a.md", page("[21%](stat:count.share)")),
        case("R004", "content/a.md", page("[](stat:count.share)")),
        case("L001", "content/a.md", page("[b](b.md)")),
        case("L002", "content/a.md", page("[b](#b)")),
        case("L003", "content/a.md", page("![b](b.png)")),
        case("L004", "content/a.md", page("[b](../../b.md)")),
        case("L005", "content/a.md", page("[b](javascript:alert)")),
        case("M001", "content/a.md", page("```nonsense\n```\n")),
        case("M002", "content/a.md", page("```chart\n```\n")),
        Case {
            code: "M003",
            files: vec![
                ("site.toml", b"title = \"Libraries\"\n[markdown]\nraw_html = false\n".to_vec()),
                ("content/a.md", page("<b>a</b>").replace("</b>", "").into_bytes()),
            ],
        },
        case("M004", "content/a.md", page("# A {#a}\n\n# B {#a}\n")),
        case("M005", "content/a.md", page("Text.\n\n[^a]: A note.\n")),
        case("M006", "content/a.md", page("<iframe title=b srcdoc=b></iframe>")),
        case("X001", "content/a.md", page("<img src=\"https://example.org/a.png\">")),
        case("X002", "content/a.md", page("## A\n\n#### B\n")),
        case("X003", "content/a.md", page("For visits, [click here](reports/count.md).")),
        case("X004", "content/a.md", page("|  |  |\n|---|---|\n| North | open |\n")),
        case("X005", "site.toml", "title = \"T\"\n[theme.light]\nmuted = \"#8a9296\"\n"),
        case("T001", "templates/page.html", "{% if %}"),
        Case {
            code: "T002",
            files: vec![
                ("templates/page.html", b"{{ page.nothing }}".to_vec()),
                ("content/a.md", page("").into_bytes()),
            ],
        },
        Case {
            code: "T003",
            files: vec![
                (
                    "templates/a.html",
                    "{% if a %}{% endif %}"
                        .replace("{% endif", &("{% elif a %}".repeat(201) + "{% endif"))
                        .into_bytes(),
                ),
                ("content/a.md", page("").into_bytes()),
            ],
        },
        case("L006", "static/custom.css", "a { background: url(https://cdn.example.org/a.png) }\n"),
        case("T004", "static/style.css", "a { top: 0 }\n"),
        case("T005", "templates/reprot.html", "x"),
        case(
            "T007",
            "templates/report.html",
            "{% extends \"base.html\" %}{% block main %}{{ page.body }}{% endblock main %}",
        ),
        case("T006", "templates/words.en.toml", "topic = \"Theme\"\n"),
        case("T008", "templates/words.en.toml", "tagged = \"With {tga}\"\n"),
        case("T009", "templates/words.en.toml", "tagged = \"With a tag\"\n"),
        case(
            "T010",
            "templates/not_found.html",
            "{% extends \"base.html\" %}{% block main %}<div>{% endblock main %}",
        ),
        case("P001", "content/a.md", "---\ntitle: A\naliases: [/reports/count/]\n---\n"),
        case("P002", "content/a.md", "---\ntitle: A\naliases: [old]\n---\n"),
        locked("V001", "at: headline}", "at: paragraph 1}", |lock| lock),
        locked("V002", "quote: \"few visits\"", "quote: \"fewest visits\"", |lock| lock),
        locked("V003", "at: headline}", "at: paragraph 2}", |lock| lock),
        Case { files: told("as: 20%", "as: a fifth", locked("V004", "", "", |lock| lock)), code: "V004" },
        locked("V005", "", "", |lock| lock.replace("\"20%\"", "\"30%\"")),
        locked("V006", "", "", |lock| lock + "<<<<<<< ours\n"),
        Case {
            files: told("  - {quote: \"few visits\"}\n", "", locked("V007", "", "", |lock| lock)),
            code: "V007",
        },
        locked("V014", "few visits", "They … read", |lock| lock),
        locked("V008", "", "", |lock| lock.lines().next().unwrap_or_default().to_owned()),
        case("P004", "content/a.md", page("").replacen("---\n", "---\naliases: [/A/]\n", 1)),
        case("P005", "content/a.md", page("").replacen("---\n", "---\naliases: [/aux/]\n", 1)),
        case("P003", "site.toml", "title = \"Libraries\"\n[highlight]\ndark = \"night\"\n"),
    ]
}

const TOLD: &str = "snapshot: a.txt\ntells:\n  - {statistic: count.share, as: 20%, at: headline}\n  - {quote: \"few visits\"}\n";

/// Coverage that was verified with `to` in place of `from`, and its lock, edited.
fn locked(code: &'static str, from: &str, to: &str, edit: fn(String) -> String) -> Case {
    assert!(TOLD.contains(from), "nothing is told with `{from}`");
    let article = coverage(&TOLD.replacen(from, to, 1));
    let site = TestSite::with_report().file("content/coverage/a.md", &article).file(
        "../archive/a.txt",
        "Of residents, 20 per cent are members\n\nThey pay few visits. They do not read.\n",
    );
    site.run(&["verify", "--archive=../archive", "--date=2020-01-31"]);
    let lock = std::fs::read_to_string(site.root().join("evidence.lock")).expect("there is a lock");
    Case { code, files: vec![(ARTICLE, article.into_bytes()), ("evidence.lock", edit(lock).into_bytes())] }
}

const ARTICLE: &str = "content/coverage/a.md";

/// The files of a case, with an edit of the article after it was verified.
fn told(from: &str, to: &str, mut case: Case) -> Vec<(&'static str, Vec<u8>)> {
    case.files[0].1 = coverage(&TOLD.replacen(from, to, 1)).into_bytes();
    case.files
}

/// Rules whose cases need more than ordinary files; each has a test of its own below, or in `verify.rs`.
const OTHERS: &[&str] = &["S001", "S003", "V009", "V010", "V011", "V013", "V015"];

#[test]
fn each_rule_has_a_case() {
    let known: BTreeSet<&str> = ALL.iter().map(|rule| rule.code).collect();
    let cases: BTreeSet<&str> = cases().iter().map(|case| case.code).chain(OTHERS.iter().copied()).collect();
    let without: Vec<_> = known.difference(&cases).collect();
    let unknown: Vec<_> = cases.difference(&known).collect();
    assert!(
        without.is_empty() && unknown.is_empty(),
        "without a case: {without:?}; no such rule: {unknown:?}"
    );
}

#[test]
fn each_rule_fires_alone_on_its_case() {
    let mut wrong = Vec::new();
    for case in cases() {
        let site = case
            .files
            .iter()
            .fold(TestSite::with_report(), |site, (path, bytes)| site.file(path, bytes))
            .on("2020-01-31");
        let found = site.check();
        if found.codes() != [case.code] {
            wrong.push(format!("{} is wanted alone:\n{}", case.code, found.lines().join("\n")));
        } else if let Some(weak) = without_advice(&found) {
            wrong.push(weak);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A message that says nothing of what to do, or that is no sentence as the style wants it.
fn without_advice(found: &Found) -> Option<String> {
    let diagnostic = &found.0[0].diagnostic;
    let message = &diagnostic.message;
    let starts_low = !message.starts_with(char::is_uppercase);
    let fits = starts_low
        && !message.ends_with('.')
        && diagnostic.help.as_deref().is_some_and(|help| !help.trim().is_empty());
    (!fits).then(|| format!("no help, or no plain sentence: {}", found.lines()[0]))
}

#[cfg(unix)]
#[test]
fn s001_a_file_that_cannot_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let site = TestSite::with_report().file("content/closed.md", page(""));
    let closed = site.root().join("content/closed.md");
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000))
        .expect("permissions can be set");
    // Whoever may read everything is not kept out by permissions; a file that goes away is lost for all.
    if std::fs::read(&closed).is_err() {
        site.check().assert_codes(&["S001"]);
    }
    let (found, _) = check_in_memory([("content/a.md", page("").as_str())]);
    assert!(found.codes().contains(&"S001"), "settings that are not there: {:?}", found.lines());
}

#[test]
fn settings_that_cannot_be_read_are_told_once() {
    TestSite::with_report().file("site.toml", b"title = \"\xff\"\n").check().assert_codes(&["S002"]);
}

#[test]
fn a_wrong_setting_hides_no_other() {
    let settings = "title = \"T\"\ncolour = 1\nbase_url = \"x\"\npage_size = 0\nauthors = [1]\n\
                    [markdown]\nraw_html = \"no\"\nsmart = 1\n[highlight]\ndark = \"night\"\n\
                    [rules]\nM001 = \"off\"\nX999 = \"off\"\n";
    let site = TestSite::new().file("site.toml", settings).file("content/a.md", page("```nonsense\n```\n"));
    let found = site.check();
    let mut codes = found.codes();
    codes.sort_unstable();
    assert_eq!(codes, ["F001", "F001", "F003", "F007", "F007", "F007", "P003"], "{:?}", found.lines());
    let unknown = found.lines().into_iter().find(|line| line.contains("`colour`")).expect("it is told");
    assert!(!unknown.contains("extra"), "settings have no data of one's own: {unknown}");
}

#[cfg(unix)]
#[test]
fn s003_a_symbolic_link() {
    let site = TestSite::with_report();
    std::os::unix::fs::symlink("reports/count.md", site.root().join("content/a.md"))
        .expect("the link can be made");
    let found = site.check();
    found.assert_codes(&["S003"]);
    assert!(found.lines()[0].starts_with("content/a.md:1:1 "), "{:?}", found.lines());
}

#[test]
fn levels_can_be_set_by_code_and_by_name() {
    let page = page("```nonsense\n```\n");
    let with = |rules: &str| {
        TestSite::new()
            .file("site.toml", format!("title = \"T\"\n[rules]\n{rules}\n"))
            .file("content/a.md", &page)
            .check()
    };
    assert!(with("M001 = \"error\"").has_errors());
    assert!(with("unknown-language = \"error\"").has_errors());
    let noted = with("M001 = \"note\"");
    noted.assert_codes(&["M001"]);
    assert!(!noted.has_errors());
    with("unknown-language = \"off\"").assert_silent();
}

#[test]
fn a_level_for_a_subject_is_one_for_those_of_its_rules_that_can_take_it() {
    let site = |rules: &str| {
        TestSite::with_report()
            .file("site.toml", format!("title = \"T\"\n[rules]\n{rules}\n"))
            .file("content/a.md", page("```nonsense\n```\n\n[a](b.md)\n\n[^a]: A note.\n"))
    };
    site("M = \"off\"").check().assert_codes(&["L001"]);
    let found = site("M001 = \"error\"\nM = \"off\"\nL = \"note\"").check();
    found.assert_codes(&["M001", "L001"]);
    assert!(found.0[0].diagnostic.level == Level::Error && found.0[1].diagnostic.level == Level::Note);
    site("M = \"off\"\nL = \"off\"\nS = \"off\"").check().assert_silent();
    for wrong in ["Q = \"off\"", "M = \"loud\""] {
        let found = site(&format!("{wrong}\nL = \"off\"")).check();
        assert!(found.lines().iter().any(|line| line.starts_with("site.toml:3:") && line.contains("F007")));
    }
}

#[test]
fn a_broken_template_cannot_be_switched_off() {
    let site = TestSite::new().file("content/a.md", page(""));
    let former = site.build().expect_clean().files;
    site.write("site.toml", "title = \"T\"\n[rules]\nT001 = \"off\"\n");
    site.write("templates/page.html", "{% if %}");
    let broken = site.build();
    assert!(broken.files == former, "the site was emptied: {:?}", broken.files.keys());
    broken.found.assert_codes(&["F007", "T001"]);
}

#[test]
fn only_judgements_can_be_lowered() {
    for rule in ALL.iter().filter(|rule| !rule.can_be_lowered) {
        for level in ["off", "note", "warn"] {
            let settings = format!("title = \"T\"\n[rules]\n{} = \"{level}\"\n", rule.code);
            let found = TestSite::new().file("site.toml", settings).check();
            found.assert_codes(&["F007"]);
            assert!(found.lines()[0].starts_with("site.toml:3:"), "{:?}", found.lines());
        }
    }
    let names: Vec<&str> = ALL.iter().filter(|rule| rule.can_be_lowered).map(|rule| rule.code).collect();
    assert!(names.contains(&"R003") && names.contains(&"L001") && !names.contains(&"F001"), "{names:?}");
}
