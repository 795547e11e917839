//! Reviews in other languages: the same data as their English copy, and the same mistakes found.

use crate::support::{Built, TestSite, page, tree};
use cscare_site::config::{Language, TONGUES};
use cscare_site::evidence::period::Period;
use cscare_site::evidence::period::forms::FORMS;
use cscare_site::path::SourcePath;
use cscare_site::render::words;
use cscare_site::source::SourceTree;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// The copies of one small review.
const COPIES: [&str; 3] = ["en", "de", "fr"];

/// What of a statistic says the same in every language.
const PLAIN: [&str; 9] =
    ["id", "report", "number", "low", "high", "unit", "time_period", "direction", "published"];

fn copy(language: &str) -> TestSite {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/languages").join(language);
    let files = tree(&folder).into_iter().filter(|(path, _)| !path.ends_with('/'));
    files.fold(TestSite::empty(), |site, (path, bytes)| site.file(&path, bytes))
}

/// The figures of a built review for machines.
fn data(built: &Built) -> Vec<Vec<Value>> {
    let read: Value = serde_json::from_str(built.text("data/statistics.json")).expect("it is JSON");
    let rows = read.as_array().or_else(|| read["statistics"].as_array()).expect("there are statistics");
    rows.iter().map(|row| PLAIN.map(|name| row[name].clone()).to_vec()).collect()
}

#[test]
fn copies_of_a_review_have_the_same_data() {
    let all = COPIES.map(|language| {
        let site = copy(language);
        let run = site.run(&["check", "--deny", "warnings"]);
        assert_eq!(run.code, Some(0), "{language}: {}", run.stderr);
        data(&site.build().expect_clean())
    });
    assert_eq!(all[0].len(), 8);
    assert!(all[0].iter().all(|row| !row[2].is_null() && !row[6].is_null()), "{:?}", all[0]);
    for (language, found) in COPIES.iter().zip(&all) {
        assert_eq!(found, &all[0], "{language}");
    }
}

#[test]
fn printed_figures_stay_as_typed_and_labels_are_in_the_language() {
    let built = copy("de").build().expect_clean();
    let report = built.text("reports/library-count/index.html");
    for shown in ["1.234.567", "12,5 %", "Haushaltsjahr 2016–17", "1,5 Mio. Pfund Sterling", "Statistiken"]
    {
        assert!(report.contains(shown), "{shown}: {report}");
    }
    assert!(!report.contains("financial year"), "{report}");
}

/// A report in a language with one statistic and a body.
fn german(value: &str, body: &str) -> TestSite {
    let report = format!(
        "---\ntitle: Zählung\nkind: survey\npublisher: Rat\npublished: 2018\nstatistics:\n  \
         share: {{label: Anteil, value: \"{value}\"}}\n---\n{body}\n"
    );
    TestSite::empty()
        .file("site.toml", "title = \"Zählung\"\nlanguage = \"de\"\n")
        .file("content/reports/z.md", report)
}

#[test]
fn wrong_numbers_are_found_in_another_language() {
    for (value, text, wanted) in [
        (
            "12,5 %",
            "[12,4 Prozent](stat:share)",
            "`12,4 Prozent` is printed here, but the statistic says `12,5 %`",
        ),
        ("12,5 %", "[12.5 %](stat:share)", "expected the decimal sign of this page's language"),
        ("735.470", "[735,470](stat:share)", "which can be `735.470` or `735,4700`"),
        ("3 Mrd. Euro", "[3 Millionen Euro](stat:share)", "`3 Millionen Euro` is printed here"),
        ("12,5 %", "mehr als [12,5 %](stat:share)", "`mehr als 12,5 %` is printed here"),
    ] {
        let found = german(value, text).check();
        assert!(found.codes().contains(&"R003"), "{text}: {:?}", found.lines());
        assert!(found.lines().iter().any(|line| line.contains(wanted)), "{text}: {:?}", found.lines());
    }
    for text in ["[12,5 Prozent](stat:share)", "[rund ein Achtel](stat:share)", "[13 %](stat:share)"] {
        german("12,5 %", text).check().assert_silent();
    }
    let found = german("12.5 %", "[12,5 %](stat:share)").check();
    assert!(found.lines().iter().any(|line| line.contains("write `12,5 %`")), "{:?}", found.lines());
}

#[test]
fn a_page_may_be_in_another_language_than_its_site() {
    let report = |lang: &str| {
        format!(
            "---\ntitle: Count\n{lang}kind: survey\npublisher: Council\npublished: 2018\nstatistics:\n  \
             homes: {{label: Homes, value: \"1,234\", period: March 2017}}\n---\nThere were [1,234](stat:homes) homes.\n"
        )
    };
    let site = |lang: &str| {
        TestSite::empty()
            .file("site.toml", "title = \"Zählung\"\nlanguage = \"de\"\n")
            .file("content/reports/count.md", report(lang))
            .file("content/seite.md", page("Es waren [1.234](stat:count.homes).\n"))
    };
    assert!(site("").check().lines().iter().any(|line| line.contains("which can be `1.234` or `1,2340`")));
    site("lang: en-GB\n").check().assert_silent();
    let built = site("lang: en-GB\n").build().expect_clean();
    assert!(built.text("reports/count/index.html").contains("tabindex=\"-1\" lang=\"en-GB\""));
    assert!(!built.text("seite/index.html").contains("lang=\"en-GB\""));
    let wrong = site("lang: english language\n").check();
    assert!(wrong.lines().iter().any(|line| line.contains("is no language tag")), "{:?}", wrong.lines());
}

/// The bundled table of words of a language, by key.
fn table(tag: &str) -> BTreeMap<String, String> {
    let path = SourcePath::new(&format!("templates/words.{tag}.toml"));
    let text = SourceTree::in_memory([]).text(&path).unwrap_or_else(|_| panic!("{tag} has no words"));
    toml::from_str(&text).expect("the table can be read")
}

#[test]
fn every_language_has_every_word_with_its_blanks() {
    let english = table("en");
    for (tag, _) in TONGUES {
        let words = table(tag);
        assert!(words.keys().eq(english.keys()), "{tag} has other keys than English");
        for (key, sentence) in &english {
            let sorted = |sentence: &str| {
                let mut blanks: Vec<String> =
                    words::blanks(sentence).into_iter().map(str::to_owned).collect();
                blanks.sort();
                blanks
            };
            assert_eq!(sorted(&words[key]), sorted(sentence), "{tag}: {key}");
            assert!(!words[key].trim().is_empty() || sentence.trim().is_empty(), "{tag}: {key}");
        }
        let same = english.iter().filter(|(key, sentence)| words[*key] == **sentence).count();
        assert!(tag == "en" || same < 30, "{tag} leaves {same} words in English");
    }
}

#[test]
fn a_sites_own_words_stand_over_those_of_the_language() {
    let site = copy("de").file("templates/words.de.toml", "section_reports = \"Gutachten\"\n");
    let built = site.build().expect_clean();
    let report = built.text("reports/library-count/index.html");
    assert!(report.contains("Gutachten") && report.contains("Befunde"), "{report}");
}

#[test]
fn labels_of_periods_are_read_again_in_their_language() {
    let mut read = 0;
    for (tag, _) in TONGUES {
        let words = words::load(&SourceTree::in_memory([]), tag).value;
        let language = Language::of(tag);
        for example in FORMS.iter().flat_map(|forms| forms.examples) {
            let Ok(period) = Period::parse(example.typed) else { continue };
            let label = period.label(words.periods());
            let again = Period::parse_in(&label, language);
            // A point in time is its date alone, and an arrow joins two stretches.
            let is_known = again.as_ref().is_ok_and(|again| {
                again.start(example.year) == period.start(example.year)
                    && again.end(example.year) == period.end(example.year)
            });
            assert!(is_known, "{tag}: {} is {label}: {again:?}", example.typed);
            read += 1;
        }
    }
    assert!(read > 300, "{read}");
}
