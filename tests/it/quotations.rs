//! Words in quotation marks, wherever an author types them on a page about an article, held against invented texts.

use crate::support::TestSite;

/// What the article says, unless a test gives another text.
const TEXT: &str = "Fewer people take the ferry\n\n\
    The port did not close its lines in May, and fares may have risen by a tenth. Nobody was asked. The ferries are blue.\n\n\
    “We count each passenger,” said the harbour master, “and the tally shows a fall.”\n\n\
    “We never wait,” she told us. “The sea is calm.”\n";

/// A site with a page about the article: `tells` are the entries of its list, one a line.
fn site(front: &str, tells: &[&str], body: &str) -> TestSite {
    let tells: String = tells.iter().map(|telling| format!("  - {telling}\n")).collect();
    let tells = if tells.is_empty() { tells } else { format!("tells:\n{tells}") };
    let page = format!(
        "---\ntitle: An article on ferries\nkind: news article\nreports_on: ferries\nsnapshot: gazette.txt\n\
         outlet: Marrow Gazette\n{front}{tells}---\n{body}\n"
    );
    // Where quotations begin and end is tried elsewhere.
    TestSite::new()
        .file("site.toml", "title = \"Ferries\"\n[rules]\nV011 = \"off\"\n")
        .file(
            "content/reports/ferries.md",
            "---\ntitle: Ferries counted\nkind: audit\npublisher: Port authority\npublished: 2024-05\nclaims:\n  \
             late: {text: Many were late, words: a fifth of all sailings were late}\n---\n",
        )
        .file("content/coverage/gazette.md", page)
        .file("../archive/gazette.txt", TEXT)
}

/// What `verify` says, one line each.
fn verified(site: &TestSite) -> Vec<String> {
    let run = site.run(&["verify", "--archive", "../archive", "--date=2025-01-02", "--format=github"]);
    run.stdout.lines().map(str::to_owned).collect()
}

/// What `verify` says of one telling.
fn of_telling(telling: &str) -> Vec<String> {
    verified(&site("", &[telling], ""))
}

/// The only thing said, of this rule.
#[track_caller]
fn only(lines: &[String], code: &str, said: &str) {
    let is_it = lines.len() == 1 && lines[0].contains(&format!("title={code} ")) && lines[0].contains(said);
    assert!(is_it, "{code} with `{said}`: {lines:#?}");
}

#[test]
fn what_a_gap_leaves_out_is_shown() {
    let note = of_telling("{quote: \"We count … and [it] shows a fall\", at: paragraph 2}");
    only(&note, "V013", "“each passenger,” said the harbour master,”, “the tally”");
    assert!(note[0].starts_with("::notice"), "{note:?}");
    for whole in ["The sea is calm …", "… [t]he tally shows", "'We count each passenger'"] {
        assert_eq!(of_telling(&format!("{{quote: \"{whole}\"}}")), [""; 0], "{whole}");
    }
}

#[test]
fn a_gap_swallows_no_word_that_turns_the_sentence() {
    for (quote, word) in [
        ("The port … close its lines", "not"),
        ("The port [will] close its lines", "not"),
        ("fares … risen by a tenth", "may"),
        ("We … wait", "never"),
    ] {
        let found = of_telling(&format!("{{quote: \"{quote}\"}}"));
        only(&found, "V014", &format!("`{quote}` leaves out `{word}`"));
        assert!(found[0].starts_with("::error"), "{found:?}");
    }
    // The words that a report's claim rests on, and those that an article is said to use.
    only(&of_telling("{claim: ferries.late, as: fares … risen}"), "V014", "leaves out `may`");
    // A sentence that is left out whole, a month, and an earlier place that would swallow something.
    for quote in ["risen by a tenth … The ferries are blue", "close its lines … and fares", "The … are blue"]
    {
        only(&of_telling(&format!("{{quote: \"{quote}\"}}")), "V013", "left out or replaced here");
    }
}

#[test]
fn a_turned_quotation_stays_an_error_without_the_archive() {
    let site = site("", &["{quote: We … wait, at: paragraph 3}"], "");
    only(&verified(&site), "V014", "never");
    let found = site.check();
    found.assert_codes(&["V014"]);
    assert!(found.has_errors() && found.lines()[0].contains("as 2025-01-02 showed"), "{:?}", found.lines());
    assert!(site.build().written.is_none());
}

#[test]
fn brackets_stand_for_words_that_are_there() {
    for quote in
        ["The sea is [very] calm", "The sea [.] calm", "The ferries are blue [and old]", "Nobody was asked?"]
    {
        only(&of_telling(&format!("{{quote: \"{quote}\"}}")), "V002", quote);
    }
    for quote in ["The sea [sic] is calm", "the tally shows a fall[.]", "[It] shows a fall"] {
        assert_eq!(of_telling(&format!("{{quote: \"{quote}\"}}")), [""; 0], "{quote}");
    }
}
