//! Words in quotation marks, wherever an author types them on a page about an article, held against invented texts.

use crate::support::TestSite;

/// What the article says, unless a test gives another text.
const TEXT: &str = "Fewer people take the ferry\n\n\
    The port did not close its lines in May, and fares may have risen by a tenth. Nobody was asked. The ferries are blue.\n\n\
    “We count each passenger,” said the harbour master, “and the tally shows a fall.”\n\n\
    “We never wait,” she told us. “The sea is calm.”\n";

/// A site with a page about the article: `tells` are the entries of its list, one a line.
pub(crate) fn site(front: &str, tells: &[&str], body: &str) -> TestSite {
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
pub(crate) fn verified(site: &TestSite) -> Vec<String> {
    let run = site.run(&["verify", "--archive", "../archive", "--date=2025-01-02", "--format=github"]);
    run.stdout.lines().map(str::to_owned).collect()
}

/// What `verify` says of one telling.
fn of_telling(telling: &str) -> Vec<String> {
    verified(&site("", &[telling], ""))
}

/// The only thing said, of this rule.
#[track_caller]
pub(crate) fn only(lines: &[String], code: &str, said: &str) {
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
    for quote in [
        "fares may have risen by a tenth … The ferries are blue",
        "fares may have … by a tenth",
        "The … are blue",
    ] {
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

/// What `verify` says of a body.
fn of_body(body: &str) -> Vec<String> {
    verified(&site("", &[], body))
}

#[test]
fn words_of_the_report_are_told_and_those_of_others_are_refused() {
    only(
        &of_body("It says \"a fifth of all sailings\"."),
        "V015",
        "it stands in the words of the claim `ferries.late`",
    );
    let with_text = |snapshot: &str| {
        let site = site("", &[], "It says \"not one was early\".");
        site.write(
            "content/reports/trams.md",
            format!("---\ntitle: Trams\nkind: audit\npublisher: P\npublished: 2024\n{snapshot}---\n"),
        );
        site.write("../archive/trams.txt", "Trams\n\nThey were late.\n\nOf these, not one was early.\n");
        site
    };
    let site = with_text("snapshot: trams.txt\n");
    only(
        &verified(&site),
        "V002",
        "they stand in `trams.txt` at `paragraph 2`, which this page is not about",
    );
    site.check().assert_codes(&["V002"]);
    let page = std::fs::read_to_string(site.root().join("content/coverage/gazette.md")).expect("it is there");
    site.write(
        "content/coverage/gazette.md",
        page.replace("reports_on: ferries", "reports_on: [ferries, trams]"),
    );
    only(&verified(&site), "V015", "it stands in `trams.txt` at `paragraph 2`");
    only(&verified(&with_text("")), "V002", "the passage begins");
}

#[test]
fn names_may_stand_in_quotation_marks() {
    for name in ["Ferries counted", "Marrow Gazette", "Port authority", "An article on ferries"] {
        assert_eq!(of_body(&format!("See \"{name}\", it says.")), [""; 0], "{name}");
    }
    only(&of_body("See \"Harbour news\"."), "V002", "set them in *italics*");
    only(&of_body("See \"Harbour news\"."), "V002", "under `allow:` as `V002`");
    assert_eq!(verified(&site("allow: {V002: a word it lacks}\n", &[], "It lacks \"blame\".")), [""; 0]);
}

#[test]
fn every_field_that_a_reader_sees_is_read() {
    let wrong = "\"the sea is rough\"";
    for (front, telling) in [
        (format!("description: It says {}.\n", wrong.replace('"', "'")), String::new()),
        (format!("credits_note: 'It says {wrong}.'\n"), String::new()),
        (String::new(), format!("{{claim: ferries.late, note: 'It says {wrong}.'}}")),
        (String::new(), format!("{{claim: ferries.late, differs: 'says {wrong}'}}")),
        (String::new(), format!("{{tells: 'It says {wrong}.', at: paragraph 3}}")),
    ] {
        let tells = if telling.is_empty() { vec![] } else { vec![telling.as_str()] };
        only(&verified(&site(&front, &tells, "")), "V002", "`the sea is rough`");
    }
    for telling in
        ["{tells: It is calm., as: the sea is rough}", "{quote: The sea is calm, as: the sea is rough}"]
    {
        only(&of_telling(telling), "V001", "`the sea is rough`");
    }
    // A note may quote the report, and what stands in a link or in code is said elsewhere.
    only(&of_telling("{claim: ferries.late, note: 'The report has \"a fifth\".'}"), "V015", "a fifth");
    let note = "{claim: ferries.late, note: 'See [\"Rough\" seas](https://example.org) and `\"x\"`, and \"The *sea* is calm\".'}";
    assert_eq!(of_telling(note), [""; 0]);
}

#[test]
fn block_quotes_and_their_tags_are_quotations() {
    for body in [
        "> The sea is rough.",
        "> “The sea is rough.”\n> — the harbour master",
        "> The sea is calm.\n>\n> The sea is rough.",
        "It says <q>The sea is rough</q>.",
        "<blockquote><p>The sea is rough</p></blockquote>",
        "<blockquote>\n\nThe sea is rough.\n\n</blockquote>",
    ] {
        only(&of_body(body), "V002", "The sea is rough");
    }
    for body in [
        "> “The sea is calm.”\n> — the harbour master",
        "> The ferries are\n> blue.\n>\n> — *The paper*, which lies",
        "It says <q cite=\"x\">The <em>sea</em> is calm</q>.",
        "<blockquote><p>The sea is calm</p><footer>A liar</footer></blockquote>",
        "<!-- \"The sea is rough\" -->",
        "> ",
    ] {
        let lines = of_body(body);
        assert!(lines.iter().all(|line| line.contains("title=V013")), "{body}: {lines:#?}");
    }
}

#[test]
fn quotations_go_on_over_paragraphs_and_through_code() {
    let body = "“We count each passenger.\n\n“We never wait.\n\n“The sea is rough.”";
    only(&of_body(body), "V002", "`The sea is rough.`");
    let body = "\"We count each traveller.\n\n\"We never wait.\"";
    only(&of_body(body), "V002", "`We count each traveller.`");
    assert_eq!(of_body("It says “The `sea` is calm”, »We never wait«, and « blue »."), [""; 0]);
    for marks in [
        "»…«",
        "›…‹",
        "‹…›",
        "″…″",
        "「…」",
        "＂…＂",
        "„…“",
        "«…»",
        "”…”",
        "”…“",
        "❝…❞",
        "❛…❜",
        "〝…〞",
        "``…''",
        "`…'",
    ] {
        only(
            &of_body(&format!("It says {}.", marks.replace('…', "the sea is rough"))),
            "V002",
            "the sea is rough",
        );
    }
    assert_eq!(of_body("'Tis the ferries' day; rock 'n' roll of the '90s and the crews' pay."), [""; 0]);
}

#[test]
fn titles_captions_and_what_stands_in_place_of_an_image_are_read() {
    for body in [
        "<figure><img src=\"a.png\" alt=\"\"><figcaption>It says “the sea is rough”.</figcaption></figure>",
        "![It says “the sea is rough”](a.png)",
        "![The sea](a.png \"It says “the sea is rough”\")",
        "[The sea](https://example.org 'It says \"the sea is rough\"')",
        "<img src=\"a.png\" alt=\"It says “the sea is rough”\">",
        "<p title='It says \"the sea is rough\"'>The sea.</p>",
    ] {
        only(&of_body(body), "V002", "`the sea is rough`");
        assert_eq!(of_body(&body.replace("the sea is rough", "the sea is calm")), [""; 0], "{body}");
    }
    let site = site("", &[], "");
    let path = "content/coverage/gazette.md";
    let page = std::fs::read_to_string(site.root().join(path)).expect("it is there");
    site.write(path, page.replace("title: An article on ferries", "title: An article on “rough seas”"));
    only(&verified(&site), "V002", "`rough seas`");
    site.write(path, page.replace("title: An article on ferries", "title: An article on “a fall”"));
    assert_eq!(verified(&site), [""; 0]);
}

#[test]
fn words_over_two_paragraphs_are_placed_there() {
    let quote = "{quote: were blue, at: paragraph 1}".replace("were blue", "The ferries are blue. We count");
    only(&of_telling(&quote), "V002", "write `at: paragraphs 1-2`");
    assert_eq!(of_telling(&quote.replace("paragraph 1", "paragraphs 1-2")), [""; 0]);
    let quote = "{quote: take the ferry The port, at: paragraph 1}";
    only(&of_telling(quote), "V002", "it runs over several parts of the text: `take the ferry The port`");
}

#[test]
fn a_locator_that_several_statements_share_is_told_once() {
    let remark =
        |at: &str| format!("{{tells: 'It says \"we never wait\" and \"the sea is calm\".', at: {at}}}");
    let site = site("", &[&remark("paragraph 3")], "");
    assert_eq!(verified(&site), [""; 0]);
    let page = std::fs::read_to_string(site.root().join("content/coverage/gazette.md")).expect("it is there");
    site.write("content/coverage/gazette.md", page.replace("paragraph 3", "last paragraph"));
    site.check().assert_codes(&["V004"]);
    site.write("content/coverage/gazette.md", page.replace("paragraph 3", "paragraph 30"));
    only(&verified(&site), "V003", "paragraph 30");
}

#[test]
fn quotation_marks_around_the_whole_are_not_printed_twice() {
    let site = site("", &["{quote: “The sea is calm”, at: paragraph 3}"], "");
    site.write(
        "content/reports/trams.md",
        "---\ntitle: Trams\nkind: audit\npublisher: P\npublished: 2024\nclaims:\n  \
        late: {text: They were late, words: '\"not one was early\"'}\n  \
        both: {text: They were late, words: '\"not one\" was \"early\"'}\n---\n",
    );
    assert_eq!(verified(&site), [""; 0]);
    let built = site.build();
    assert!(built.text("coverage/gazette/index.html").contains("<q>The sea is calm</q>"));
    let report = built.text("reports/trams/index.html");
    assert!(report.contains("<q>not one was early</q>"), "{report}");
    assert!(report.contains("<q>&quot;not one&quot; was &quot;early&quot;</q>"), "{report}");
}

#[test]
fn a_speaker_whom_the_article_asked_is_no_stranger() {
    let quote =
        |more: &str| format!("{{quote: We never wait, speaker: The harbour master, at: paragraph 3{more}}}");
    let said = |more: &str| {
        let site = site("", &[&quote(more)], "");
        assert_eq!(verified(&site), [""; 0]);
        site.check()
    };
    let found = said("");
    found.assert_codes(&["A001"]);
    said(", interviewed: true").assert_silent();
}

#[test]
fn a_word_of_caution_outside_its_words_is_told_in_one_way() {
    let site = site("", &[], "");
    site.write(
        "content/reports/trams.md",
        "---\ntitle: Trams\nkind: audit\npublisher: P\npublished: 2024\n\
        snapshot: trams.txt\nclaims:\n  \
        late: {text: They were late, words: They were late, hedge: may, at: paragraph 1}\n---\n",
    );
    site.write("../archive/trams.txt", "Trams\n\nThey were late. It may rain.\n");
    only(&verified(&site), "V001", "`may` does not stand among the words that this claim rests on");
    site.check().assert_codes(&["A005"]);
}

/// A finding on two archived reports, and what `verify` says of it.
fn of_finding(body: &str, snapshots: [&str; 2]) -> (TestSite, Vec<String>) {
    let report = |title: &str, snapshot: &str, text: &str| {
        format!(
            "---\ntitle: {title}\nkind: audit\npublisher: P{title}\npublished: 2024\n{snapshot}\
             statistics:\n  late: {{label: Late, value: 29%, at: paragraph 1}}\n---\n{text}\n"
        )
    };
    let finding = "---\ntitle: Trams are late\ncertainty: low\nbecause: so it is\nevidence: [{supports: trams.late}]\n---\n";
    let site = TestSite::empty()
        .file("site.toml", "title = \"T\"\n[rules]\nB = \"off\"\nW = \"off\"\nV011 = \"off\"\n")
        .file("content/reports/trams.md", report("Trams", snapshots[0], ""))
        .file("content/reports/buses.md", report("Buses", snapshots[1], ""))
        .file("content/findings/late.md", format!("{finding}{body} [29%](stat:buses.late)\n"))
        .file("../archive/trams.txt", "Trams\n\nOf all trams 29% were late, which is not a crisis.\n")
        .file("../archive/buses.txt", "Buses\n\nOf all buses 29% were slow, says the audit.\n");
    let lines = verified(&site);
    (site, lines)
}

const ARCHIVED: [&str; 2] = ["snapshot: trams.txt\n", "snapshot: buses.txt\n"];

#[test]
fn findings_quote_what_their_sources_say() {
    for body in [
        "It says \"29% were late\", and \"29% were slow\".",
        "> Of all buses 29% were slow\n\n",
        "See \"Trams\". It is \"not a crisis\".",
        "It sees no \"crisis\".",
    ] {
        let (site, lines) = of_finding(body, ARCHIVED);
        assert_eq!(lines, [""; 0], "{body}");
        site.check().assert_silent();
    }
    for (body, words) in [
        ("It says \"92% were late\".", "92%25 were late"),
        ("> Of all buses 92% were slow\n\n", "92%25 were slow"),
    ] {
        let (site, lines) = of_finding(body, ARCHIVED);
        only(&lines, "V002", words);
        assert!(lines[0].starts_with("::error file=content/findings/late.md,line=7"), "{lines:?}");
        site.check().assert_codes(&["V002"]);
    }
    only(&of_finding("It is \"a crisis\".", ARCHIVED).1, "V014", "stands right behind `not`");
    // Nobody can say what stands in a report that is not at hand.
    let one = [ARCHIVED[0], ""];
    assert_eq!(of_finding("It says \"92% were late\".", one).1, [""; 0]);
}

#[test]
fn a_quotation_on_a_finding_that_is_changed_is_told_without_the_archive() {
    let (site, lines) = of_finding("It says \"29% were late\".", ARCHIVED);
    assert_eq!(lines, [""; 0]);
    let path = "content/findings/late.md";
    let page = std::fs::read_to_string(site.root().join(path)).expect("it is there");
    site.write(path, page.replace("\"29% were late\"", "\"92% were late\""));
    site.check().assert_codes(&["V004"]);
}

#[test]
fn a_report_that_is_archived_is_quoted_as_it_is() {
    let with = |caveat: &str, body: &str| {
        let (site, _) = of_finding("", ARCHIVED);
        let path = "content/reports/trams.md";
        let page = std::fs::read_to_string(site.root().join(path)).expect("it is there");
        let page = page.replace("at: paragraph 1}", &format!("at: paragraph 1, caveat: '{caveat}'}}"));
        site.write(path, format!("{page}{body}\n"));
        verified(&site)
    };
    assert_eq!(with("It has \"29% were late\".", "It says \"29% were late\"."), [""; 0]);
    only(&with("It has \"92% were late\".", ""), "V002", "92%25 were late");
    only(&with("", "> 92% were late"), "V002", "92%25 were late");
    only(&with("", "The buses’ audit has \"29% were slow\"."), "V015", "`buses.txt` at `paragraph 1`");
}
