//! The guide for authors of themes, taken step by step: what stands in it is put into a site that `init` has begun.

use crate::html;
use crate::support::{TestSite, has_ending};

/// A file that the guide shows.
struct Step<'g> {
    /// The heading that it stands under.
    section: &'g str,
    path: &'g str,
    /// A line of the file below which it goes.
    below: Option<&'g str>,
    text: String,
}

const GUIDE: &str = include_str!("../../docs/theme.md");

/// The last section, whose layout takes the place of a part of a former one.
const LAYOUT: &str = "The layout of a kind of page";

/// Every block of code of the guide that names its file.
fn steps() -> Vec<Step<'static>> {
    let mut steps: Vec<Step<'_>> = Vec::new();
    let (mut section, mut is_open, mut is_shown) = ("", false, false);
    for line in GUIDE.lines() {
        if let Some(rest) = line.strip_prefix("```") {
            is_open = !is_open;
            let mut words = rest.split(' ').skip(1);
            let path = words.next().filter(|_| is_open);
            is_shown = path.is_some();
            steps.extend(path.map(|path| Step { section, path, below: words.next(), text: String::new() }));
        } else if is_open {
            assert!(is_shown, "a block of code names no file: {line}");
            let step = steps.last_mut().expect("a block is open");
            step.text.extend([line, "\n"]);
        } else if let Some(heading) = line.strip_prefix("## ") {
            section = heading;
        }
    }
    steps
}

fn begun() -> TestSite {
    let site = TestSite::empty();
    let run = site.run(&["init", ".", "--title", "Tarnbridge libraries", "--yes"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    site
}

/// Does what a reader does: a template is replaced, settings and words are added.
fn take(site: &TestSite, step: &Step<'_>) {
    let path = site.root().join(step.path);
    let text = match (std::fs::read_to_string(path), step.below) {
        (Ok(there), Some(line)) => {
            let (before, behind) = there.split_once(&format!("\n{line}\n")).expect(line);
            format!("{before}\n{line}\n{}{behind}", step.text)
        }
        (Ok(there), None) if has_ending(step.path, "toml") => format!("{there}\n{}", step.text),
        _ => step.text.clone(),
    };
    site.write(step.path, text);
}

/// What is said of a site after every section of the guide; after a single step nothing but a warning may be.
fn walk(site: &TestSite, mut look: impl FnMut(&str, &TestSite)) {
    let usual = site.check().lines();
    let steps = steps();
    for (at, step) in steps.iter().enumerate() {
        take(site, step);
        let found = site.check();
        assert!(!found.has_errors(), "{}: {:?}", step.path, found.lines());
        let is_last = steps.get(at + 1).is_none_or(|next| next.section != step.section);
        if is_last && step.section == LAYOUT {
            // The part that the new layout has no use for is named, and taken out as the guide says.
            let told: Vec<String> = found.lines().into_iter().filter(|line| !usual.contains(line)).collect();
            let is_told = told.len() == 1 && told[0].starts_with("templates/parts/statistics.html:1:1 T005");
            assert!(is_told, "{told:?}");
            std::fs::remove_file(site.root().join("templates/parts/statistics.html")).expect("it is there");
        }
        if is_last {
            assert_eq!(site.check().lines(), usual, "{}", step.section);
        }
        look(step.path, site);
    }
}

#[test]
fn every_step_of_the_guide_can_be_taken_as_it_stands() {
    let mut taken = Vec::new();
    walk(&begun(), |path, site| {
        taken.push(path.to_owned());
        let built = site.build().expect_built();
        let report = built.text("reports/example-tree-count/index.html");
        let is_taken = |path: &str| taken.iter().any(|taken| taken == path);
        assert_eq!(report.contains("The Council has not seen"), is_taken("templates/parts/page_foot.html"));
        assert_eq!(
            report.contains("alt=\"Tarnbridge libraries\""),
            is_taken("static/logo.svg") && taken.len() > 2
        );
        match path {
            "templates/parts/statistics.html" => {
                let (before, table) = report.split_once("<table class=\"statistics\"").expect("there is one");
                assert!(before.trim_end().ends_with("tabindex=\"0\">"), "the table can be moved on a phone");
                assert!(table.contains("data-period=") && table.contains("class=\"notes\""), "{table}");
            }
            "templates/report.html" => {
                let is_anew = taken.iter().filter(|taken| *taken == path).count() == 2;
                assert_eq!(report.contains("report."), !is_anew, "{report}");
                assert_eq!(report.contains("<table"), !is_anew, "{report}");
            }
            _ => {}
        }
        assert!(html::dead_ends(&built.files, "/").is_empty());
    });
    assert!(taken.len() > 10, "{taken:?}");
}

#[test]
fn a_report_that_is_laid_out_anew_says_what_was_revised_and_when_a_figure_held() {
    let steps = steps();
    let anew = steps.iter().rfind(|step| step.path == "templates/report.html").expect("the guide has it");
    let report = "---\ntitle: R\nkind: survey\npublisher: P\npublished: 2024\nstatistics:\n  \
                  budget: {label: Budget, value: £872m, period: 2023, revised_by: r.budget-new}\n  \
                  budget-new: {label: Budget, value: £790m, period: 2023}\n---\n";
    let built = TestSite::new()
        .file("content/reports/r.md", report)
        .file(anew.path, anew.text.as_str())
        .build()
        .expect_built();
    let report = built.text("reports/r/index.html");
    assert!(report.contains("Budget, 2023: ") && report.contains("<s>£872m</s>"), "{report}");
}

#[test]
fn the_guide_holds_where_the_whole_theme_was_copied_before() {
    let site = begun();
    assert_eq!(site.run(&["init", "--add", "theme"]).code, Some(0));
    walk(&site.base("/repo/"), |_, _| {});
}
