//! Every rule, by subject. The first letter of a code says which subject it is.
//!
//! Codes are never used again for something else. What an author is told about a rule is in `pages/`; a rule
//! without a page does not compile.

use super::rule::{Level, Rule};

/// The level of a rule. A `Judgement` is an error that an author may overrule, because the site can be
/// built with it; an `Error` leaves something unbuilt.
macro_rules! level {
    (Judgement) => {
        Level::Error
    };
    ($level:ident) => {
        Level::$level
    };
}

macro_rules! can_be_lowered {
    (Error) => {
        false
    };
    ($level:ident) => {
        true
    };
}

/// Declares rules as statics and lists them all, in order.
macro_rules! rules {
    ($($code:ident $ident:ident $name:literal $level:ident $summary:literal;)*) => {
        $(
            #[doc = $summary]
            pub static $ident: Rule = Rule {
                code: stringify!($code),
                name: $name,
                level: level!($level),
                can_be_lowered: can_be_lowered!($level),
                summary: $summary,
                page: include_str!(concat!("pages/", stringify!($code), ".md")),
            };
        )*
        /// Every rule, in the order of this file.
        pub static ALL: &[&Rule] = &[$(&$ident),*];
    };
}

rules! {
    S001 UNREADABLE_FILE "unreadable-file" Error "a source file that cannot be read";
    S002 NOT_UTF8 "not-utf8" Error "a text file that is not in UTF-8";
    S003 SKIPPED_ENTRY "skipped-entry" Warning "something among the sources that is no ordinary file and was left out";
    S004 OVERSIZED_TEXT "oversized-text" Error "a text file too large to be one";
    S005 UNUSED_FILE "unused-file" Warning "a file among the content that nothing names, and that is left out";
    S006 LFS_POINTER "lfs-pointer" Error "a file that Git LFS has not fetched, where its content is published";

    F001 UNKNOWN_FIELD "unknown-field" Error "a field that its record does not have";
    F002 MISSING_FIELD "missing-field" Error "a record without a field that it needs";
    F003 MISTYPED_FIELD "mistyped-field" Error "a field of another shape than it should have, such as a list for a text";
    F004 DUPLICATE_KEY "duplicate-key" Error "a key that stands twice in one record";
    F005 INVALID_YAML "invalid-yaml" Error "front matter that is not YAML";
    F006 MISSING_FRONT_MATTER "missing-front-matter" Error "a Markdown file that does not open with front matter";
    F007 INVALID_VALUE "invalid-value" Error "a value that its field does not take, such as an unknown kind";
    F008 INVALID_DATE "invalid-date" Error "a date that is not in ISO form or does not exist";
    F009 INVALID_TOML "invalid-toml" Error "a settings file that is not TOML";
    F010 FUTURE_DATE "future-date" Warning "a date of publication or revision that has not come yet";
    F011 LOST_TEXT "lost-text" Error "a part of a value that YAML takes for a comment";

    E001 INVALID_QUANTITY "invalid-quantity" Error "a value that cannot be read as a quantity";
    E002 INVALID_PERIOD "invalid-period" Error "a period that cannot be read";
    E003 DUPLICATE_ID "duplicate-id" Error "two records with one id";
    E004 INVALID_ID "invalid-id" Error "an id with other characters than lower-case letters, digits and hyphens";
    E005 TELLING_DIFFERS "telling-differs" Judgement "coverage that tells a figure otherwise than the report, without saying so";
    E006 CREDIT_DIFFERS "credit-differs" Judgement "coverage that credits another publisher than the report's, without a note";
    E007 INVALID_FORMULA "invalid-formula" Error "a formula that cannot be read or computed";
    E008 DERIVED_DIFFERS "derived-differs" Judgement "a derived number that its own formula does not give";
    E009 UNUSED_WAIVER "unused-waiver" Warning "a waiver of a rule that nothing breaks there";
    E010 UNKNOWN_YEAR "unknown-year" Warning "a year such as `2016-17` of which nothing says when it begins";

    N001 CHANGE_DIFFERS "change-differs" Judgement "a change that the figures at its ends do not give";
    N002 TOTAL_DIFFERS "total-differs" Judgement "a sum that its parts do not make, or a rise that leaves another figure than the earlier one";
    N003 PARTS_DIFFER "parts-differ-from-whole" Judgement "shares of one whole that do not make it up";
    N004 IMPOSSIBLE_PERCENTAGE "impossible-percentage" Warning "a percentage that no whole number of its cases can make";
    N005 PERCENT_FOR_POINTS "percent-for-points" Judgement "a difference of two percentages that is told in per cent";
    N006 SUPERLATIVE_DIFFERS "superlative-differs" Judgement "a figure called the highest or the lowest that another one goes beyond";
    N007 YEARS_DIFFER "years-differ" Warning "a length of time in years that the period does not have";

    C001 UNEQUAL_SPANS "unequal-spans" Warning "a finding that sets changes over different spans, or a stock and a flow, side by side without a note";
    C002 UNRELATED_VALUES "unrelated-values" Judgement "two values for one thing, without a relation that says why";
    C003 INCOMPARABLE "incomparable" Judgement "a stock set against a flow, or one unit against another";

    A001 SPEAKER_DIFFERS "speaker-differs" Judgement "a quotation whose speaker does not speak in the report";
    A002 DENOMINATOR_DIFFERS "denominator-differs" Judgement "a share of something else than its measure is a share of";
    A003 COMPARATOR_LOST "comparator-lost" Judgement "a multiple without what it is relative to";
    A004 POPULATION_DIFFERS "population-differs" Warning "a figure that is told of more, fewer or other people than its source counts";
    A005 HEDGE_ELSEWHERE "hedge-elsewhere" Judgement "a word of caution that is not among the words that its claim rests on";
    A006 BOLD_HEDGE "bold-hedge" Warning "a word of caution that casts no doubt";
    A007 UNTOLD_SOURCE "untold-source" Judgement "a record said to be known from an article that does not tell it";

    B001 SINGLE_SOURCE "single-source" Note "a finding whose support names several reports and traces to one";
    B002 UNUSED_STATISTIC "unused-statistic" Warning "a statistic that no finding, page or article uses";
    B003 FINDING_WITHOUT_EVIDENCE "finding-without-evidence" Warning "a finding that rests on nothing";
    B004 UNUSED_SOURCE "unused-source" Warning "a report that no finding, article or page uses";
    B005 UNUSED_TOPIC "unused-topic" Warning "a topic with nothing under it";
    B006 UNUSED_TERM "unused-term" Warning "a term of the glossary that no text uses";
    B007 OVERSTATED_CERTAINTY "overstated-certainty" Judgement "a finding called certain whose whole support is one article or one origin";
    B008 ONE_ARTICLE "one-article" Warning "a finding of moderate certainty whose whole support is known from one article";
    B009 TITLE_WITHOUT_EVIDENCE "title-without-evidence" Warning "a figure in the title of a finding that is not among its evidence";

    D001 REVIEW_DUE "review-due" Warning "a page whose day for another look has passed";
    D002 SUPERSEDED "superseded" Warning "a revised figure that is used as if it still stood";

    R001 UNKNOWN_REFERENCE "unknown-reference" Error "a reference to a record that does not exist";
    R002 WRONG_KIND "wrong-kind" Error "a reference to a record of another kind than is wanted here";
    R003 BOUND_NUMBER_DIFFERS "bound-number-differs" Judgement "a number in prose that differs from the statistic it is bound to";
    R004 EMPTY_BINDING "empty-binding" Error "a link to a statistic without any text";

    L001 BROKEN_LINK "broken-link" Judgement "a link to a page or file that does not exist";
    L002 BROKEN_ANCHOR "broken-anchor" Judgement "a link to a heading or record that its page does not have";
    L003 MISSING_ASSET "missing-asset" Judgement "an image or a file of a page that does not exist, or is a page itself";
    L004 LINK_LEAVES_SITE "link-leaves-site" Judgement "a relative link that leads out of the site's folder";
    L005 UNUSUAL_SCHEME "unusual-scheme" Error "a link whose scheme runs a script, leads to a disk, or opens another program";
    L006 FOREIGN_HOST "foreign-host" Warning "something of a theme that readers' browsers load from another host";

    M001 UNKNOWN_LANGUAGE "unknown-language" Warning "a code block in a language that cannot be highlighted";
    M002 INVALID_BLOCK "invalid-block" Judgement "a table block that cannot be read";
    M003 RAW_HTML "raw-html" Judgement "raw HTML in a site that switched it off";
    M004 DUPLICATE_ANCHOR "duplicate-anchor" Judgement "two headings or records with one anchor on a page";
    M005 UNUSED_FOOTNOTE "unused-footnote" Warning "a footnote that is not shown, since nothing refers to it";
    M006 UNREAD_HTML "unread-html" Judgement "raw HTML that moves every link of its page, or holds a page that is not checked";

    W001 UNBOUND_NUMBER "unbound-number" Warning "a number in prose that is bound to no statistic";
    W002 RELATIVE_TIME "relative-time" Warning "a time that is only right on the day on which it is read, such as `currently`";
    W003 BARE_EXTREME "bare-extreme" Warning "one end of a spread without the other, or without its period and population";
    W004 STRONGER_THAN_SOURCE "stronger-than-source" Warning "words that are surer than the claim that they rest on";
    W005 CONTRARY_DIRECTION "contrary-direction" Warning "a word such as `fell` beside a change that goes up";
    W006 STRAY_YEAR "stray-year" Warning "a year in a sentence that is in none of the periods of its bound numbers";
    W007 CONTRARY_ORDER "contrary-order" Warning "words that say which bound number is greater, beside numbers that say otherwise";
    W008 OTHER_REPORT "other-report" Warning "a number of one report beside a link to another";

    X001 MISSING_ALT "missing-alt" Judgement "an image without words for those who cannot see it";
    X002 HEADING_JUMP "heading-jump" Warning "a heading that skips a level";
    X003 VAGUE_LINK "vague-link" Warning "a link whose words do not say where it leads";
    X004 HEADERLESS_TABLE "headerless-table" Warning "a table without headings for its columns";
    X005 LOW_CONTRAST "low-contrast" Warning "two colours of the theme that cannot be told apart well enough to be read";

    T001 TEMPLATE_SYNTAX "template-syntax" Error "a template that cannot be read";
    T002 TEMPLATE_RENDER "template-render" Error "a template that fails on a page";
    T003 TEMPLATE_EXCESS "template-excess" Error "a template that goes on too long, too deep, or takes too much memory";
    T004 REPLACED_STYLESHEET "replaced-stylesheet" Note "a stylesheet of the site's own in place of the bundled one";
    T005 UNUSED_TEMPLATE "unused-template" Warning "a template or a table of words that nothing uses";
    T006 UNKNOWN_WORD "unknown-word" Warning "a word in a table of words that nothing asks for";
    T007 ANCHOR_LEFT_OUT "anchor-left-out" Warning "a record or a section to which links lead, and which a site's own template does not print";
    T008 UNFILLED_BLANK "unfilled-blank" Error "a name in braces in a table of words that nothing fills in";
    T009 BLANK_LEFT_OUT "blank-left-out" Warning "a sentence in a table of words without a name in braces that the bundled one has";
    T010 UNCLOSED_ELEMENT "unclosed-element" Error "an element that a template begins and never ends, or ends and never begins";

    P001 DUPLICATE_URL "duplicate-url" Error "two pages or files at one address";
    P002 INVALID_URL "invalid-url" Error "an address that cannot be published";
    P003 UNKNOWN_THEME "unknown-theme" Error "a highlighting theme that does not exist";
    P004 CASE_CLASH "case-clash" Judgement "two files or addresses that differ in capital letters or the form of an accent alone";
    P005 UNPORTABLE_NAME "unportable-name" Warning "the name of a file or an address that Windows cannot have";

    V001 VALUE_NOT_IN_SOURCE "value-not-in-source" Judgement "a figure or words that the archived text does not print where it is cited";
    V002 QUOTATION_DIFFERS "quotation-differs" Judgement "a quotation that does not stand word for word in the archived text";
    V003 UNKNOWN_PASSAGE "unknown-passage" Judgement "a locator that leads nowhere in the archived text";
    V004 CHANGED_SINCE_VERIFIED "changed-since-verified" Judgement "a statement that was changed after it was held against its source";
    V005 EDITED_LOCK "edited-lock" Error "a line of evidence.lock that was changed by hand";
    V006 MALFORMED_LOCK "malformed-lock" Error "an evidence.lock that cannot be read";
    V007 ORPHANED_ENTRY "orphaned-entry" Warning "an entry of evidence.lock for a statement that is not there any more";
    V008 UNVERIFIED "unverified" Note "statements that name an archived text and were never held against it";
    V009 SNAPSHOT_CHANGED "snapshot-changed" Judgement "an archived text that is not the one statements were held against before";
    V010 SNAPSHOT_MISSING "snapshot-missing" Judgement "an archived text that cannot be had from the archive";
    V011 PASSAGE_CONTINUES "passage-continues" Note "recorded words that begin or end inside a sentence which goes on";
    V012 CLAIM_WITHOUT_WORDS "claim-without-words" Note "a claim whose source can be looked up, without the words that it rests on";
    V013 WORDS_LEFT_OUT "words-left-out" Note "what the gaps of a quotation leave out or replace";
    V014 TURNED_QUOTATION "turned-quotation" Judgement "a quotation whose gaps, brackets or ends change what its sentence says";
    V015 WORDS_OF_REPORT "words-of-report" Note "quoted words that stand in another source than the one their page is about";
}

/// The subjects, by the letter that their codes begin with, in the order of this file.
pub const SUBJECTS: &[(char, &str)] = &[
    ('S', "Sources"),
    ('F', "Front matter and settings"),
    ('E', "Evidence"),
    ('N', "Arithmetic"),
    ('C', "Comparison"),
    ('A', "Attribution"),
    ('B', "Balance"),
    ('D', "Dates"),
    ('V', "Verification"),
    ('R', "References"),
    ('L', "Links"),
    ('M', "Markdown"),
    ('W', "Wording"),
    ('X', "Accessibility"),
    ('T', "Templates"),
    ('P', "Publishing"),
];

/// The rules of a subject.
pub fn of_subject(letter: char) -> impl Iterator<Item = &'static Rule> {
    ALL.iter().copied().filter(move |rule| rule.code.starts_with(letter))
}

/// The rule with this code or name.
#[must_use]
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.code == code_or_name || rule.name == code_or_name)
}

#[cfg(test)]
mod tests {
    use super::{ALL, SUBJECTS, find, of_subject};
    use std::collections::BTreeSet;

    #[test]
    fn codes_and_names_are_unique_and_found() {
        let codes: BTreeSet<_> = ALL.iter().map(|rule| rule.code).collect();
        let names: BTreeSet<_> = ALL.iter().map(|rule| rule.name).collect();
        assert_eq!((codes.len(), names.len()), (ALL.len(), ALL.len()));
        assert!(ALL.iter().all(|rule| find(rule.code) == Some(*rule) && find(rule.name) == Some(*rule)));
    }

    #[test]
    fn every_rule_belongs_to_one_subject() {
        let of_all: usize = SUBJECTS.iter().map(|(letter, _)| of_subject(*letter).count()).sum();
        assert_eq!(of_all, ALL.len(), "a letter has no subject, or two");
    }
}
