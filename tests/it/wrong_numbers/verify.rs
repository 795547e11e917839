//! Figures, quotations and credits that were changed after they were held against the archived texts. The text of the
//! second review is `tests/second-archive`; all else that `verify` does is tried in `../verify.rs`.

use super::{Case, replace, root, texts};
use crate::support::Found;
use cscare_site::diagnostic::{Checked, rules};
use cscare_site::document::highlight::Highlighter;
use cscare_site::evidence::date::PartialDate;
use cscare_site::evidence::lock;
use cscare_site::report;
use cscare_site::site::{Options, Site};
use cscare_site::source::SourceTree;
use cscare_site::source::archive::Archive;

/// A mistake in an article that is bundled.
const USUAL: Case = Case {
    row: "",
    code: "V004",
    file: "content/coverage/student-article.md",
    from: "",
    to: "",
    near: "",
    line: "",
    also: &[],
};

/// A mistake in an article of the second review.
const LETTER: Case = Case { file: "content/coverage/valley-letter.md", ..USUAL };

/// Typed into the bundled review.
#[rustfmt::skip]
pub const CASES: &[Case] = &[
    Case {
        row: "a value that its source does not print", from: "as: £872m", to: "as: £873m", near: "as: \"£872m\"",
        line: "as: £873m", ..USUAL
    },
    Case {
        row: "a value that stands elsewhere", from: "as: £872m\n    at: paragraph 3", to: "as: £872m\n    at: paragraph 2",
        near: "at: paragraph 3\n    as: £872m", line: "at: paragraph 2", ..USUAL
    },
    Case {
        row: "a quotation that is not verbatim", from: "quote: \"a tall order\"", to: "quote: \"a tall task\"",
        near: "quote: a tall order", line: "a tall task", ..USUAL
    },
    Case {
        row: "words that are not those of the source", from: "as: do not understand", to: "as: does not understand",
        near: "as: \"do not understand\"", line: "as: does not", ..USUAL
    },
    Case {
        row: "a credit that was not given", from: "credits: Department of Education",
        to: "credits: Department of Education and Skills", near: "credits: \"Department of Education\"",
        line: "credits: Department", ..USUAL
    },
    Case {
        row: "another text", from: "snapshot: student-article.txt", to: "snapshot: student-post.txt",
        near: "snapshot: \"student-article.txt\"", line: "snapshot:", ..USUAL
    },
    Case {
        row: "a place of what is told in other words", from: "nao-2019.scope, at: paragraph 2", to: "nao-2019.scope, at: paragraph 3",
        near: "nao-2019.scope, at: \"paragraph 2\"", line: "nao-2019.scope", ..USUAL
    },
    Case {
        row: "words that a remark quotes", from: "\"earlier this week\".", to: "\"earlier this month\".",
        near: "“earlier this week”.", line: "earlier this month", ..USUAL
    },
    Case {
        row: "words that the text quotes", from: "\"we judged that the Department\"", to: "\"we decided that the Department\"",
        near: "“we judged that the Department”", line: "we decided that", ..USUAL
    },
    Case {
        row: "a lock that was edited", code: "V005", file: "evidence.lock",
        from: "\"value\":\"£872m\"", to: "\"value\":\"£873m\"", near: "\"value\":\"£872m\"", line: "£873m", ..USUAL
    },
];

/// Typed into the second review.
#[rustfmt::skip]
pub const SECOND: &[Case] = &[
    Case {
        row: "a value that its source does not print", from: "as: £18.4 million", to: "as: £18.6 million",
        near: "as: \"£18.4 million\"", line: "as: £18.6 million", ..LETTER
    },
    Case {
        row: "a value that stands elsewhere", from: "as: £11.2m, at: paragraph 2", to: "as: £11.2m, at: paragraph 1",
        near: "at: paragraph 2, as: £11.2m", line: "at: paragraph 1", ..LETTER
    },
    Case {
        row: "a quotation that is not verbatim", from: "has seen a bus after nine\"", to: "has met a bus after nine\"",
        near: "has seen a bus after nine\" # he may be right\n   ", line: "has met a bus", ..LETTER
    },
    Case {
        row: "words that are not those of the source", from: "as: will find it hard", to: "as: may find it hard",
        near: "as: \"will find it hard\"", line: "as: may find", ..LETTER
    },
    Case {
        row: "a credit that was not given", from: "credits: Wrenshire Audit Board", to: "credits: The Audit Board of Wrenshire",
        near: "credits: \"Wrenshire Audit Board\"", line: "credits: The Audit", ..LETTER
    },
    Case {
        row: "another text", from: "snapshot: valley-letter.txt", to: "snapshot: hill-letter.txt",
        near: "snapshot: \"valley-letter.txt\"", line: "snapshot:", ..LETTER
    },
    Case {
        row: "a place of what is told in other words", from: "at: paragraph 1}", to: "at: paragraph 2}",
        near: "at: \"paragraph 1\"}", line: "A reader asked", ..LETTER
    },
    Case {
        row: "words that a remark quotes", from: "has \"bought a bicycle\".", to: "has \"sold a bicycle\".",
        near: "has “bought a bicycle”.", line: "sold a bicycle", ..LETTER
    },
    Case {
        row: "words that the text quotes", from: "\"Sir, your reader asks\"", to: "\"Madam, your reader asks\"",
        near: "‘Sir, your reader asks’", line: "Madam", ..LETTER
    },
    Case {
        row: "a lock that was edited", code: "V005", file: "evidence.lock", from: "\"offset\":70", to: "\"offset\":17",
        near: "\"offset\":70", line: "\"offset\":17", ..LETTER
    },
];

/// The articles and the lock of the second review, held against its archive with these edits typed in.
fn held(edits: &[(&str, &str, &str)]) -> (Found, String) {
    let mut texts = texts(&root().join("tests/second"));
    for edit in edits {
        replace(&mut texts, *edit);
    }
    let files = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let sources = Checked::clean(SourceTree::in_memory(files));
    let site = Site::load(sources, &Options::default(), &Highlighter::default());
    let archive = Archive::open(&root().join("tests/second-archive")).expect("it is there");
    let today = PartialDate::parse("2026-11-25").expect("it is a date");
    let mut verified = site.verify(&archive, today, false);
    // What its quotations leave out is a note whatever is typed.
    verified.diagnostics.retain(|one| one.rule != &rules::WORDS_LEFT_OUT);
    let lock = lock::to_text(&verified.lock);
    (Found(report::locate(verified.diagnostics, &site.sources)), lock)
}

#[test]
fn the_lock_of_the_second_review_is_that_of_its_archive() {
    let (found, lock) = held(&[]);
    found.assert_silent();
    assert_eq!(lock, texts(&root().join("tests/second"))["evidence.lock"]);
}

#[test]
fn what_the_archive_does_not_print_is_refused_whatever_the_lock_says() {
    let file = LETTER.file;
    for (code, from, to, line, help) in [
        ("V001", "as: £18.4 million", "as: £18.6 million", "9:40", "18.4 million pounds"),
        ("V001", "at: paragraph 2}\n  - {quote", "at: paragraph 1}\n  - {quote", "10:39", "at: paragraph 2"),
        ("V002", "has seen a bus", "has met a bus", "11:13", "has seen a bus after nine"),
        ("V003", "at: paragraph 3", "at: paragraph 30", "11:55", "paragraph"),
    ] {
        let (found, _) = held(&[(file, from, to)]);
        found.assert_codes(&[code]);
        let told = &found.lines()[0];
        assert!(told.starts_with(&format!("{file}:{line} ")) && told.contains(help), "{told}");
    }
}

/// The faults that a fact check found in the bundled review, as they were, with the words of the second one.
#[test]
fn half_a_thought_a_wrong_place_and_a_grade_too_high_are_told() {
    let (riders, letter) = ("content/reports/riders-2024.md", LETTER.file);
    for (file, from, to, code, said) in [
        // A cause that the source states was cut off, and a "may" of another sentence was put to it.
        (
            riders,
            "the last ones fill up – with more riders left standing as a result",
            "the last ones fill up",
            "V011",
            "the passage continues: “– with more riders left standing as a result.”",
        ),
        (
            riders,
            "words: The new timetable may have made buses fuller …\n",
            "words: Where the county runs fewer buses …\n",
            "V001",
            "`may` does not stand",
        ),
        // What explains the rest stands in the same sentence.
        (
            riders,
            "only explains a tenth … and the depot that runs it explains most of it",
            "only explains a tenth of how lines differ",
            "V011",
            "the passage continues: “and the depot that runs it explains most of it. But nobody has asked the depots.”",
        ),
        // Quoted words stand in another paragraph than the remark says.
        (letter, "at: last paragraph", "at: paragraph 2", "V002", "it stands there at `paragraph 4`"),
        (
            letter,
            "\"Sir, your reader asks\"",
            "\"Sir, your reader demands\"",
            "V002",
            "the nearest is `Sir, your reader",
        ),
        (letter, "at: paragraph 1}", "at: paragraph 11}", "V003", "the text has 4 paragraphs there"),
    ] {
        let (found, _) = held(&[(file, from, to)]);
        let lines = found.lines();
        let is_told = found.codes().contains(&code) && lines.iter().any(|line| line.contains(said));
        assert!(is_told, "{to}: {lines:#?}");
    }
    let finding = "content/findings/fewer-trips.md";
    let mut texts = texts(&root().join("tests/second"));
    replace(&mut texts, (finding, "certainty: moderate", "certainty: high"));
    let found = super::judge(&texts);
    found.assert_codes(&["B007"]);
    assert!(found.lines()[0].contains("all that supports this first stood in `Buses after the cuts`"));
}

#[test]
fn words_of_another_source_are_nobodys_here() {
    let asks = "\"Sir, your reader asks\".";
    for (words, there) in [
        ("the last ones fill up", "`riders-2024.txt` at `paragraph 2`"),
        ("may have made buses fuller", "`riders-2024.txt` at `paragraph 2`"),
    ] {
        let quoting = (LETTER.file, asks, &*format!("\"{words}\"."));
        let (found, lock) = held(&[quoting]);
        found.assert_codes(&["V002"]);
        assert!(found.lines()[0].contains(there), "{:?}", found.lines());
        assert!(lock.contains(&format!("\"{words}\",\"verdict\":\"not found\"")), "{lock}");
        // They are the report's, once the article tells it.
        let (found, lock) = held(&[
            quoting,
            (LETTER.file, "reports_on: audit-2023", "reports_on: [audit-2023, riders-2024]"),
        ]);
        found.assert_codes(&["V015"]);
        assert!(found.lines()[0].contains(there), "{:?}", found.lines());
        assert!(lock.contains(&format!("\"{words}\",\"verdict\":\"found in another source\"")), "{lock}");
    }
    held(&[(LETTER.file, asks, "\"How full the buses are\".")]).0.assert_silent();
    // In a remark they are the article's.
    let (found, _) = held(&[(LETTER.file, "bought a bicycle\"", "may have made buses fuller\"")]);
    found.assert_codes(&["V002"]);
}
