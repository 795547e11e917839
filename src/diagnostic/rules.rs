//! Every rule, by subject: **S**ources, **F**ront matter and settings, **E**vidence, **R**eferences,
//! **L**inks, **M**arkdown, **T**emplates, **P**ublishing, **V**erification.
//!
//! Codes are never used again for something else.

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

    E001 INVALID_QUANTITY "invalid-quantity" Error "a value that cannot be read as a quantity";
    E002 INVALID_PERIOD "invalid-period" Error "a period that cannot be read";
    E003 DUPLICATE_ID "duplicate-id" Error "two records with one id";
    E004 INVALID_ID "invalid-id" Error "an id with other characters than lower-case letters, digits and hyphens";
    E005 TELLING_DIFFERS "telling-differs" Judgement "coverage that tells a figure otherwise than the report, without saying so";
    E006 CREDIT_DIFFERS "credit-differs" Judgement "coverage that credits another publisher than the report's, without a note";
    E007 INVALID_FORMULA "invalid-formula" Error "a formula that cannot be read or computed";
    E008 DERIVED_DIFFERS "derived-differs" Judgement "a derived number that its own formula does not give";
    E009 UNUSED_WAIVER "unused-waiver" Warning "a waiver of a rule that nothing breaks there";

    R001 UNKNOWN_REFERENCE "unknown-reference" Error "a reference to a record that does not exist";
    R002 WRONG_KIND "wrong-kind" Error "a reference to a record of another kind than is wanted here";
    R003 BOUND_NUMBER_DIFFERS "bound-number-differs" Judgement "a number in prose that differs from the statistic it is bound to";
    R004 EMPTY_BINDING "empty-binding" Error "a link to a statistic without any text";

    L001 BROKEN_LINK "broken-link" Judgement "a link to a page or file that does not exist";
    L002 BROKEN_ANCHOR "broken-anchor" Judgement "a link to a heading or record that its page does not have";
    L003 MISSING_ASSET "missing-asset" Judgement "an image that does not exist";
    L004 LINK_LEAVES_SITE "link-leaves-site" Judgement "a relative link that leads out of the site's folder";

    M001 UNKNOWN_LANGUAGE "unknown-language" Warning "a code block in a language that cannot be highlighted";
    M002 INVALID_BLOCK "invalid-block" Judgement "a table block that cannot be read";
    M003 RAW_HTML "raw-html" Judgement "raw HTML in a site that switched it off";
    M004 DUPLICATE_ANCHOR "duplicate-anchor" Judgement "two headings or records with one anchor on a page";
    M005 UNUSED_FOOTNOTE "unused-footnote" Warning "a footnote that is not shown, since nothing refers to it";

    T001 TEMPLATE_SYNTAX "template-syntax" Error "a template that cannot be read";
    T002 TEMPLATE_RENDER "template-render" Error "a template that fails on a page";

    P001 DUPLICATE_URL "duplicate-url" Error "two pages or files at one address";
    P002 INVALID_URL "invalid-url" Error "an address that cannot be published";
    P003 UNKNOWN_THEME "unknown-theme" Error "a highlighting theme that does not exist";

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
}

/// The rule with this code or name.
#[must_use]
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.code == code_or_name || rule.name == code_or_name)
}

#[cfg(test)]
mod tests {
    use super::{ALL, find};
    use std::collections::BTreeSet;

    #[test]
    fn codes_and_names_are_unique_and_found() {
        let codes: BTreeSet<_> = ALL.iter().map(|rule| rule.code).collect();
        let names: BTreeSet<_> = ALL.iter().map(|rule| rule.name).collect();
        assert_eq!((codes.len(), names.len()), (ALL.len(), ALL.len()));
        assert!(ALL.iter().all(|rule| find(rule.code) == Some(*rule) && find(rule.name) == Some(*rule)));
    }
}
