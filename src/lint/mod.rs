//! Rules that judge records which are possible, but wrong. Each is a file; none changes a record, and none guesses
//! silently: a rule of thumb is a warning at most, and says that it is one.

mod bare_extreme;
mod causal;
mod cause_stated;
mod caution;
mod certainty;
mod change;
mod claim_without_words;
mod comparator;
mod contrary_direction;
mod contrary_order;
mod denominator;
mod extreme;
mod future_date;
mod groups;
mod headerless_table;
mod heading_jump;
mod hedge;
mod hedge_elsewhere;
mod incomparable;
mod likeness;
mod missing_alt;
mod notes;
mod orphans;
mod other_report;
mod parts;
mod plain_fields;
mod plain_words;
mod populations;
mod possible;
mod printed_data;
mod publications;
mod records;
mod relative_time;
pub mod review_due;
mod sentences;
mod single_source;
mod sources;
mod spans;
mod speaker;
pub mod states;
mod stray_year;
mod stronger_than_source;
mod superseded;
mod terms;
mod title_evidence;
mod total;
mod unbound_number;
pub mod unchecked;
mod unknown_year;
mod unread_html;
mod unrelated;
mod untold_source;
mod unusual_scheme;
mod vague_link;
mod verified;
pub mod waiver;
mod years;

use crate::config::SiteConfig;
use crate::diagnostic::{Diagnostic, Level, Rule, rules};
use crate::evidence::Evidence;
use crate::evidence::date::PartialDate;
use crate::graph::Graph;
use crate::graph::index::Index;
use crate::graph::resolve::Resolver;
use crate::source::SourceTree;
use crate::verification::LockStatus;
pub use notes::Notes;
use rayon::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

/// A site as the rules see it.
#[derive(Debug)]
pub struct Review<'s> {
    /// Its records.
    pub evidence: &'s Evidence,
    /// Its files.
    pub sources: &'s SourceTree,
    /// Where their references lead.
    pub graph: &'s Graph,
    /// Its ids.
    pub index: &'s Index,
    /// Its settings.
    pub config: &'s SiteConfig,
    /// How it stands to its lock.
    pub standing: &'s LockStatus,
    /// The day on which dates are judged; without one, none is.
    pub today: Option<PartialDate>,
    /// What was noted in its prose.
    pub notes: Notes<'s>,
}

impl Review<'_> {
    /// What links in prose mean.
    fn resolver(&self) -> Resolver<'_> {
        Resolver { evidence: self.evidence, index: self.index, sources: self.sources }
    }
}

/// What a rule has against a review.
type RuleJudge = fn(&Review<'_>) -> Vec<Diagnostic>;

/// Every judge, with the rules that it speaks for.
const JUDGES: &[(&[&Rule], RuleJudge)] = &[
    (&[&rules::UNTOLD_SOURCE], untold_source::judge),
    (&[&rules::FUTURE_DATE], future_date::judge),
    (&[&rules::CHANGE_DIFFERS, &rules::PERCENT_FOR_POINTS], change::judge),
    (&[&rules::TOTAL_DIFFERS], total::judge),
    (&[&rules::PARTS_DIFFER], parts::judge),
    (&[&rules::IMPOSSIBLE_PERCENTAGE], possible::judge),
    (&[&rules::SUPERLATIVE_DIFFERS], extreme::judge),
    (&[&rules::YEARS_DIFFER], years::judge),
    (&[&rules::UNKNOWN_YEAR], unknown_year::judge),
    (&[&rules::UNEQUAL_SPANS], spans::judge),
    (&[&rules::UNRELATED_VALUES], unrelated::judge),
    (&[&rules::INCOMPARABLE], incomparable::judge),
    (&[&rules::SPEAKER_DIFFERS], speaker::judge),
    (&[&rules::DENOMINATOR_DIFFERS], denominator::judge),
    (&[&rules::COMPARATOR_LOST], comparator::judge),
    (&[&rules::POPULATION_DIFFERS], populations::judge),
    (&[&rules::HEDGE_ELSEWHERE], hedge_elsewhere::judge),
    (&[&rules::BOLD_HEDGE], caution::judge),
    (&[&rules::SINGLE_SOURCE], single_source::judge),
    (&[&rules::OVERSTATED_CERTAINTY, &rules::ONE_ARTICLE], certainty::judge),
    (
        &[
            &rules::UNUSED_STATISTIC,
            &rules::FINDING_WITHOUT_EVIDENCE,
            &rules::UNUSED_SOURCE,
            &rules::UNUSED_TOPIC,
            &rules::UNUSED_TERM,
        ],
        orphans::judge,
    ),
    (&[&rules::TITLE_WITHOUT_EVIDENCE], title_evidence::judge),
    (&[&rules::REVIEW_DUE], review_due::judge),
    (&[&rules::SUPERSEDED], superseded::judge),
    (&[&rules::UNBOUND_NUMBER], unbound_number::judge),
    (&[&rules::UNBOUND_NUMBER], plain_fields::judge),
    (&[&rules::CONTRARY_DIRECTION, &rules::STRAY_YEAR], plain_words::judge),
    (&[&rules::RELATIVE_TIME], relative_time::judge),
    (&[&rules::BARE_EXTREME], bare_extreme::judge),
    (&[&rules::STRONGER_THAN_SOURCE], stronger_than_source::judge),
    (&[&rules::MISSING_ALT], missing_alt::judge),
    (&[&rules::HEADING_JUMP], heading_jump::judge),
    (&[&rules::VAGUE_LINK], vague_link::judge),
    (&[&rules::HEADERLESS_TABLE], headerless_table::judge),
    (&[&rules::UNUSUAL_SCHEME], unusual_scheme::judge),
    (&[&rules::UNREAD_HTML], unread_html::judge),
    (
        &[
            &rules::CONTRARY_DIRECTION,
            &rules::STRAY_YEAR,
            &rules::CONTRARY_ORDER,
            &rules::OTHER_REPORT,
            &rules::STRONGER_THAN_SOURCE,
        ],
        sentences::judge,
    ),
    (VERIFIED, verified::judge),
    (&[&rules::CLAIM_WITHOUT_WORDS], claim_without_words::judge),
];

/// What can be said of a site and its lock without the archive.
const VERIFIED: &[&Rule] = &[
    &rules::VALUE_NOT_IN_SOURCE,
    &rules::QUOTATION_DIFFERS,
    &rules::TURNED_QUOTATION,
    &rules::UNKNOWN_PASSAGE,
    &rules::CHANGED_SINCE_VERIFIED,
    &rules::ORPHANED_ENTRY,
    &rules::UNVERIFIED,
];

/// Everything that the rules have against a review, in the order of the judges. Rules that are off are not asked.
#[must_use]
pub fn check(review: &Review<'_>) -> Vec<Diagnostic> {
    let is_off = |rule: &&Rule| review.config.levels.get(rule.code) == Some(&Level::Off);
    // Judges are few and take differently long, so that each is work of its own.
    let judges = JUDGES.into_par_iter().with_max_len(1);
    let asked = judges.filter(|(rules, _)| !rules.iter().all(is_off));
    asked.flat_map_iter(|(_, judge)| judge(review)).collect()
}
