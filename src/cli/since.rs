//! What a save did to the problems of a site: which are new, and how many went.

use crate::report::Located;
use std::collections::HashMap;

/// The problems that were told last.
#[derive(Debug, Default)]
pub(super) struct LastProblems(HashMap<KnownProblem, usize>);

/// What a problem is known by. The line is none of it: whoever adds one moves every problem below.
type KnownProblem = (&'static str, String, String);

/// What is different.
pub(super) struct ProblemNews {
    /// The problems that were not there before.
    pub new: Vec<Located>,
    /// How many are not there any more.
    pub gone: usize,
}

impl LastProblems {
    /// What is different from before; it counts as told then.
    pub fn since(&mut self, located: &[Located]) -> ProblemNews {
        let mut before = std::mem::take(&mut self.0);
        let mut new = Vec::new();
        for one in located {
            let known = known(one);
            match before.get_mut(&known) {
                Some(left) if *left > 0 => *left -= 1,
                Some(_) | None => new.push(one.clone()),
            }
            *self.0.entry(known).or_default() += 1;
        }
        ProblemNews { new, gone: before.values().sum() }
    }
}

fn known(one: &Located) -> KnownProblem {
    (one.diagnostic.rule.code, one.primary.file.to_string(), one.diagnostic.message.clone())
}

#[cfg(test)]
mod tests {
    use super::LastProblems;
    use crate::diagnostic::{Diagnostic, Place, rules};
    use crate::path::SourcePath;
    use crate::report::locate;
    use crate::source::SourceTree;
    use crate::span::Span;

    fn news(told: &mut LastProblems, problems: &[(usize, &str)]) -> (Vec<String>, usize) {
        let sources = SourceTree::in_memory([("content/a.md", "one two three four")]);
        let path = SourcePath::new("content/a.md");
        let place = |at: &usize| Place::span(&path, Span::new(*at, at + 1));
        let all =
            problems.iter().map(|(at, message)| Diagnostic::new(&rules::BROKEN_LINK, place(at), *message));
        let news = told.since(&locate(all.collect(), &sources));
        (news.new.into_iter().map(|one| one.diagnostic.message).collect(), news.gone)
    }

    #[test]
    fn only_what_is_new_is_told_again() {
        let mut told = LastProblems::default();
        assert_eq!(
            news(&mut told, &[(0, "a"), (4, "a"), (8, "b")]),
            (vec!["a".into(), "a".into(), "b".into()], 0)
        );
        assert_eq!(news(&mut told, &[(1, "a"), (5, "a"), (9, "b")]), (vec![], 0), "they only moved");
        assert_eq!(news(&mut told, &[(1, "a"), (5, "c")]), (vec!["c".into()], 2));
        assert_eq!(news(&mut told, &[]), (vec![], 2));
    }
}
