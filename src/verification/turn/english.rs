//! The English words and phrases that turn a sentence, by what they do to it. Another language needs a table like this one.
//!
//! A rule of thumb: a word stands here when a quotation that drops it says something else to most readers. Words that are
//! as often something else (`claims` of an insurer, `plan` as a noun) stand here only with what makes them turn.

/// What a word does to its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum TurnKind {
    /// It says that it is not so.
    Denial,
    /// It says that it may not be so, or not always.
    Hedge,
    /// It says that others say so.
    Attribution,
    /// It says when it is so, or of what it is not.
    Condition,
    /// It bounds a number or another word.
    Limit,
    /// It says that somebody wants it so.
    Intention,
}

impl TurnKind {
    /// How many words may stand between it and a few words that it turns.
    pub fn reach(self) -> usize {
        match self {
            Self::Denial => 3,
            Self::Hedge | Self::Attribution | Self::Condition => 2,
            Self::Intention => 1,
            Self::Limit => 0,
        }
    }
}

/// Words and phrases in small letters, a space between the words of a phrase.
#[rustfmt::skip]
pub(super) const TURNING: [(TurnKind, &[&str]); 6] = [
    (TurnKind::Denial, &[
        "not", "no", "never", "cannot", "nor", "neither", "none", "nobody", "nothing", "nowhere", "without", "hardly", "barely",
        "scarcely", "rarely", "seldom", "little", "few", "unable", "impossible", "wrongly", "falsely", "mistakenly", "untrue",
        "deny", "denies", "denied", "denying", "doubt", "doubts", "doubted", "doubtful", "reject", "rejects", "rejected",
        "disputed", "fail to", "fails to", "failed to", "failing to", "failure to", "refuse to",
        "refuses to", "refused to", "refusing to", "decline to", "declines to", "declined to", "declining to", "far from",
        "anything but", "rather than", "instead of", "myth", "false", "falsehood", "lie", "nonsense", "pretend", "pretends", "pretended",
        "contrary to", "wrong to", "accused of", "cleared of", "acquitted of", "stopped", "ceased to", "less",
    ]),
    (TurnKind::Hedge, &[
        "may", "might", "could", "would", "should", "perhaps", "maybe", "possible", "possibly", "probable", "probably", "likely",
        "unlikely", "potentially", "arguably", "appear", "appears", "appeared", "seem", "seems", "seemed", "sometimes",
        "occasionally", "often", "usually", "mostly", "generally", "typically", "partly", "partially", "in part", "in theory",
        "in principle", "on paper", "once", "used to", "tends to", "tend to", "tended to",
    ]),
    (TurnKind::Attribution, &[
        "apparently", "allegedly", "reportedly", "supposedly", "purportedly", "according to", "claim to", "claims to",
        "claimed to", "claiming to", "claim that", "claims that", "claimed that", "alleges", "alleged", "said to", "thought to",
        "believed to", "critics say", "some say", "we are told", "we were told", "we were promised", "imagine", "have us believe", "want us to believe",
    ]),
    (TurnKind::Condition, &[
        "if", "unless", "whether", "except", "apart from", "other than", "provided that", "as long as", "until", "had we", "had they", "had it",
    ]),
    (TurnKind::Limit, &[
        "only", "merely", "at most", "up to", "almost", "nearly", "less than", "fewer than",
    ]),
    (TurnKind::Intention, &[
        "hope to", "hopes to", "hoped to", "hoping to", "hope that", "hopes that", "plan to", "plans to", "planned to",
        "planning to", "aim to", "aims to", "aimed to", "aiming to", "aim for", "aims for", "aim towards", "aims towards",
        "intend to", "intends to", "intended to", "intending to", "want to", "wants to", "wanted to", "propose to",
        "proposes to", "proposed to", "try to", "tries to", "tried to", "trying to", "attempt to", "attempts to", "attempted to",
        "promise to", "promises to", "promised to", "seek to", "seeks to", "sought to", "expect to", "expects to",
        "expected to",
    ]),
];
