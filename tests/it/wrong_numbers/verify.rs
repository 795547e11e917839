//! Figures, quotations and credits that were changed after they were held against the archived texts. What the texts
//! themselves say is tried in `verify.rs`, with texts written for it.

use super::Case;

/// A mistake in an article that is bundled.
const USUAL: Case = Case {
    row: "a statement that its source does not print",
    code: "V004",
    file: "content/coverage/student-article.md",
    from: "",
    to: "",
    near: "",
    line: "",
    also: &[],
};

/// Every mistake.
#[rustfmt::skip]
pub const CASES: &[Case] = &[
    Case { from: "as: £872m", to: "as: £873m", near: "as: \"£872m\"", line: "as: £873m", ..USUAL },
    Case { from: "as: £872m\n    at: paragraph 3", to: "as: £872m\n    at: paragraph 2", near: "at: paragraph 3\n    as: £872m", line: "at: paragraph 2", ..USUAL },
    Case { from: "quote: \"a tall order\"", to: "quote: \"a tall task\"", near: "quote: a tall order", line: "a tall task", ..USUAL },
    Case { from: "as: do not understand", to: "as: does not understand", near: "as: \"do not understand\"", line: "as: does not", ..USUAL },
    Case { from: "credits: Department of Education", to: "credits: Department of Education and Skills", near: "credits: \"Department of Education\"", line: "credits: Department", ..USUAL },
    Case { from: "snapshot: student-article.txt", to: "snapshot: student-post.txt", near: "snapshot: \"student-article.txt\"", line: "snapshot:", ..USUAL },
    Case {
        row: "a lock that was edited", code: "V005", file: "evidence.lock",
        from: "\"value\":\"£872m\"", to: "\"value\":\"£873m\"", near: "\"value\":\"£872m\"", line: "£873m", ..USUAL
    },
];
