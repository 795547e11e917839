//! Quotations that stand word for word in their source and say something else: by what they leave out, put in or join.

use crate::quotations::{only, site, verified};

/// What `verify` says of a telling of an article with this text.
fn of(text: &str, telling: &str) -> Vec<String> {
    let site = site("", &[telling], "");
    site.write("../archive/gazette.txt", format!("Headline\n\n{text}\n"));
    verified(&site)
}

fn of_quote(text: &str, quote: &str) -> Vec<String> {
    of(text, &format!("{{quote: \"{quote}\"}}"))
}

#[track_caller]
fn refused(text: &str, quote: &str, said: &str) {
    let lines = of_quote(text, quote);
    only(&lines, "V014", said);
    assert!(lines[0].starts_with("::error"), "{lines:?}");
}

/// Let pass, or noted.
#[track_caller]
fn let_pass(text: &str, quote: &str) {
    let lines = of_quote(text, quote);
    assert!(lines.iter().all(|line| line.contains("title=V013 ")), "{quote}: {lines:#?}");
}

#[test]
fn brackets_put_in_nothing_that_weighs() {
    let text = "We really think that 29% of lines saw a rise in May, said the board.";
    for (quote, said) in [
        ("We [do not] think that 29%", "puts `not` in brackets"),
        ("lines saw a [fall] in May", "puts `fall` in brackets"),
        ("that [92]% of lines saw", "puts `92` in brackets"),
        ("that [some] of lines saw", "puts brackets in place of `29%25`"),
        ("of lines saw a [change] in May", "puts brackets in place of `rise`"),
        ("lines saw a rise in May, [agreed] the board", "puts `agreed` in brackets"),
        ("29% of [92] lines saw", "does not stand"),
        ("We really [often] think", "does not stand"),
        ("We really [that is, not we] think", "puts `not` in brackets"),
    ] {
        let lines = of_quote(text, quote);
        assert!(lines.len() == 1 && lines[0].contains(said), "{quote}: {lines:#?}");
    }
    for quote in [
        "We [the board] really think",
        "29% of lines [of the county] saw",
        "[W]e really think",
        "We [the board] think that 29% of lines",
        "think that [29 per cent] of lines saw",
        "of lines [see] a rise in May",
        "lines saw a [growth] in May",
    ] {
        let_pass(text, quote);
    }
    let_pass("Lines closed last year, and fares rose.", "Lines closed [in 2018], and fares rose");
    refused("Fares rose by 3 children a day.", "Fares rose by 3[%] children", "puts `%25` in brackets");
}

#[test]
fn a_bracket_may_say_what_it_replaces() {
    let text = "We do not think that fares may have risen by 20%.";
    let_pass(text, "[They do not] think that fares");
    let_pass(text, "We [don't] think that fares");
    refused(text, "that fares [might] have risen by 20%", "stands right behind `not`");
    let_pass("We think that fares may have risen by 20%.", "that fares [might] have risen by 20%");
    let_pass("Fares may have risen by 20%.", "may have risen by [a fifth]");
    refused(text, "have risen by [a fifth]", "stands right behind `may`");
    refused(text, "We [do] think that fares", "leaves out `not`");
}

#[test]
fn brackets_at_the_ends_are_held_against_the_sentence() {
    let text = "Fares rose. The board thinks that lines close, and 29 of them did.";
    refused(text, "[Nobody] thinks that lines close", "puts `Nobody` in brackets");
    refused(text, "lines close, and [92]", "puts `92` in brackets");
    refused("The rise of fares was seen.", "[The fall] of fares was seen", "puts `fall` in brackets");
    refused("We never wait for the tide.", "[They] wait for the tide", "cuts off `never`");
    let_pass(text, "[It] thinks that lines close");
    refused(text, "lines close, and [some]", "puts brackets in place of `29`");
    let_pass(text, "thinks that lines [shut]");
    let_pass("We never wait for the tide.", "[They never] wait for the tide");
}

#[test]
fn an_ellipsis_at_an_end_cuts_off_nothing_that_turns_the_sentence() {
    let text = "It rained. We do not think bees are doomed. Bees are late if it rains. It rained, it seems.";
    refused(text, "… think bees are doomed", "cuts off `not`");
    refused(text, "Bees are late …", "cuts off `if`");
    refused(text, "It rained, it …", "cuts off `seems`");
    let_pass(text, "… do not think bees are doomed");
    let_pass(text, "Bees are late if …");
    let_pass("It is not much. The bees are late, and we wait.", "… are late …");
    let_pass("He did not say why: “We think bees are doomed” is all.", "… think bees are doomed");
    let_pass("“We think bees are doomed,” he said, if that is true.", "We think bees …");
}

#[test]
fn quoted_words_are_read_with_what_turns_them() {
    for (text, quote, word) in [
        ("This is not a crisis, said the board.", "a crisis", "not"),
        ("We do not think that it is late.", "think that it", "not"),
        ("Lines may be late.", "be late", "may"),
        ("It is far from a crisis.", "a crisis", "far from"),
        ("This is not a crisis of the ferries at all.", "a crisis of the ferries at all", "not"),
        ("Up to 92 lines closed.", "92 lines closed", "Up to"),
        ("The board plans to close lines.", "close lines", "plans to"),
        ("The report claims to be fair.", "be fair", "claims to"),
        ("The board has failed to close lines.", "close lines", "failed to"),
    ] {
        refused(text, quote, &format!("stands right behind `{word}`"));
    }
    for (text, quote) in [
        ("It is not late. This is a crisis.", "a crisis"),
        ("This is not new, a crisis.", "a crisis"),
        ("It is not a crisis. Others call it a crisis.", "a crisis"),
        ("Nearly 90% of senior managers left.", "senior managers"),
        ("A few lines are late.", "are late"),
    ] {
        let_pass(text, quote);
    }
    // Whose sentence says it may quote the rest.
    for telling in ["tells: 'It is \"a crisis\"'", "tells: 'It is not \"a crisis\", it says'"] {
        let lines = of("This is not a crisis.", &format!("{{{telling}}}"));
        assert_eq!(lines.len(), usize::from(!telling.contains("not")), "{lines:#?}");
    }
    let body = |text: &str| {
        let site = site("", &[], text);
        site.write("../archive/gazette.txt", "Headline\n\nThis is not a crisis.\n");
        verified(&site)
    };
    only(&body("It rained. It sees \"a crisis\" there."), "V014", "stands right behind `not`");
    assert_eq!(body("It does not see \"a crisis\" there."), [""; 0]);
}

#[test]
fn a_gap_joins_no_two_sentences_or_speakers() {
    let text = "The port closed its lines. Bees fly over the bay. The ferries are blue.";
    refused(text, "The port … fly over the bay", "goes on from one sentence into the middle of another");
    refused(text, "The port closed its lines … [t]he ferries are blue", "goes on from one sentence");
    refused("The port closed.\n\nBees fly over the bay.", "The port … fly over", "goes on from one sentence");
    let_pass(text, "The port closed its lines … The ferries are blue");
    let_pass(text, "The port closed its lines. … over the bay");
    let_pass("The port (it is old) closed No. 5 and e.g. No. 6 today.", "The port … closed … today");
    let two = "“We wait for the tide,” said Ann Lee. It rained. “The tide is late,” said Bob Ray.";
    refused(
        two,
        "We wait for the tide … The tide is late",
        "joins words of two speakers, `Ann Lee` and `Bob Ray`",
    );
    let_pass(&two.replace("Bob Ray", "Ann Lee"), "We wait for the tide … The tide is late");
    let_pass(&two.replace("said Bob Ray", "she said"), "We wait for the tide … The tide is late");
}

#[test]
fn words_that_a_line_breaks_are_read_in_both_ways() {
    let text = "The child-\nren of the long-\nterm plan left, and the long-term plan went on.";
    for quote in [
        "The children of the long-term plan left",
        "The child-ren of the longterm plan",
        "and the long-term plan went on",
    ] {
        assert_eq!(of_quote(text, quote), [""; 0], "{quote}");
    }
    only(&of_quote(text, "The chil-dren of the"), "V002", "chil-dren");
    only(&of_quote("The child- ren left.", "The children left"), "V002", "children");
}

#[test]
fn a_gap_leaves_nothing_to_be_read_for_another() {
    let text = "Fares rose by 3% and wages fell by 40%, said the board.";
    refused(text, "Fares rose … by 40%", "leaves out `3%25`");
    let text = "Fares fell as slowly as lines did, while wages rose by 40%.";
    refused(text, "Fares … rose by 40%", "leaves out `fell`");
    let_pass("Boards met fewer drivers and more riders.", "Boards met … more riders");
    let_pass("Fares, says the board of 2017, rose by 40%.", "Fares … rose by 40%");
    let_pass("Fares rose by 3% a year and wages fell.", "Fares rose … a year");
}

#[test]
fn words_belong_to_whom_the_text_gives_them() {
    let text = "“We wait,” said Ann Lee of the board. “We run,” said Bob Ray.\n\n“We rest,” she added.";
    let of_speaker = |quote: &str, speaker: &str| {
        of(text, &format!("{{quote: {quote}, speaker: {speaker}, interviewed: true}}"))
    };
    only(&of_speaker("We run", "Ann Lee"), "V014", "is said there by `Bob Ray`, and not by `Ann Lee`");
    only(&of_speaker("We wait", "Cora Dean"), "V014", "is said there by `Ann Lee`");
    only(
        &of_speaker("We rest", "Cora Dean"),
        "V014",
        "has the speaker `Cora Dean`, whom the text does not name",
    );
    for (quote, speaker) in [
        ("We run", "Bob Ray MP"),
        ("We run", "Councillor Ray"),
        ("We wait", "Ann Lee"),
        ("We rest", "Ann Lee"),
        ("We rest", "a driver"),
        ("We wait", "the board"),
    ] {
        assert_eq!(of_speaker(quote, speaker), [""; 0], "{quote}: {speaker}");
    }
}

#[test]
fn numbers_that_a_remark_gives_as_the_articles_stand_there() {
    let text = "Fares rose by 3%.\n\nOf 1,240 riders asked in 2017, two thirds waited.";
    let wrong = of(text, "{tells: 'Of 1,420 riders some waited.', at: paragraph 2}");
    only(&wrong, "V001", "`1,420` does not stand");
    only(
        &of(text, "{tells: Fares rose by 3%., at: paragraph 2}"),
        "V001",
        "it stands there at `paragraph 1`",
    );
    for right in
        ["Fares rose by 3%.", "Of 1,240 riders some waited.", "In 2017 it asked riders, in two ways."]
    {
        assert_eq!(of(text, &format!("{{tells: '{right}'}}")), [""; 0], "{right}");
    }
}

#[test]
fn a_page_about_no_source_quotes_those_that_it_names() {
    let of_page = |body: &str| {
        let site = site("", &[], "").file("content/notes.md", format!("---\ntitle: Notes\n---\n{body}\n"));
        site.write("../archive/gazette.txt", "Headline\n\nThis is a crisis.\n");
        verified(&site)
    };
    only(
        &of_page("The [Gazette](coverage/gazette.md) sees \"no crisis\"."),
        "V002",
        "`no crisis` does not stand",
    );
    assert_eq!(of_page("The [Gazette](coverage/gazette.md) sees \"a crisis\"."), [""; 0]);
    assert_eq!(of_page("Nobody named sees \"no crisis\"."), [""; 0]);
    let both = "The [Gazette](coverage/gazette.md) and the [port](reports/ferries.md) see \"no crisis\".";
    assert_eq!(of_page(both), [""; 0]);
}

#[test]
fn an_authors_own_sentence_gives_words_to_whom_their_text_does() {
    let text = "“We wait,” said Ann Lee. “We run,” said Bob Ray of the board.";
    let of_body = |body: &str| {
        let site = site("", &[], body);
        site.write("../archive/gazette.txt", format!("Headline\n\n{text}\n"));
        verified(&site)
    };
    let by_bob = "is said there by `Bob Ray`";
    only(&of_body("Here Ann Lee says that \"we run\"."), "V014", by_bob);
    only(&of_body("> We run\n> — Ann Lee, chair"), "V014", by_bob);
    only(&of_body("> We run\n>\n> — Ann Lee"), "V014", by_bob);
    only(&of_body("> We run\n>\n> — Cora Dean"), "V014", by_bob);
    only(&of(text, "{tells: 'Ann Lee says that \"we run\".'}"), "V014", by_bob);
    for right in [
        "Here Bob Ray says that \"we run\".",
        "Somebody says that \"we run\".",
        "> We run\n>\n> — Bob Ray, board",
        "The board says that \"we run\".",
    ] {
        assert_eq!(of_body(right), [""; 0], "{right}");
    }
}

#[test]
fn a_changed_speaker_is_told_without_the_archive() {
    let quote = "{quote: \"We run\", speaker: Bob Ray, interviewed: true, at: paragraph 1}";
    let site = site("", &[quote], "");
    site.write("../archive/gazette.txt", "Headline\n\n“We run,” said Bob Ray. “We wait,” said Ann Lee.\n");
    assert_eq!(verified(&site), [""; 0]);
    site.check().assert_silent();
    let path = site.root().join("content/coverage/gazette.md");
    let page = std::fs::read_to_string(&path).expect("it is there");
    site.write("content/coverage/gazette.md", page.replace("speaker: Bob Ray", "speaker: Ann Lee"));
    let found = site.check();
    found.assert_codes(&["V004"]);
    assert!(found.lines()[0].contains("quotation by Bob Ray"), "{:?}", found.lines());
}
