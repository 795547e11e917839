//! Records that nothing uses. They are judged once a review has a finding, because until then nothing can be used, and
//! while every reference leads somewhere, because a misspelt one would make its target look unused. Drafts are left
//! alone.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Spot, rules};
use crate::evidence::record::{Certainty, Owner};
use crate::graph::FigureOrigin;
use crate::graph::index::RecordRef;
use rustc_hash::FxHashSet as HashSet;

/// How many statistics of a report that nothing uses are told one by one.
const SHOWN: usize = 3;

/// Reports statistics, reports, topics and terms that stand alone, and findings that rest on nothing.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    if review.evidence.findings.is_empty() || has_gaps(review) {
        return Vec::new();
    }
    let mut found = statistics(review);
    found.extend(findings(review));
    found.extend(sources(review));
    found.extend(topics(review));
    found.extend(terms(review));
    found
}

/// Whether something that was written could not be followed. It is reported already.
fn has_gaps(review: &Review<'_>) -> bool {
    let gaps = [&rules::UNKNOWN_REFERENCE, &rules::WRONG_KIND, &rules::BROKEN_LINK];
    let mut said = review.graph.pages.iter().flat_map(|page| &page.diagnostics);
    review.evidence.pages.iter().any(|page| page.broken) || said.any(|one| gaps.contains(&one.rule))
}

fn statistics(review: &Review<'_>) -> Vec<Diagnostic> {
    let is_used = used(review);
    let is_draft = |at: usize| review.is_draft(review.evidence.owner_page(review.statistic(at).owner));
    let unused = review.reported().filter(|at| !is_used[*at] && !is_draft(*at));
    let mut by_page: Vec<(usize, Vec<usize>)> = Vec::new();
    for at in unused {
        let page = review.evidence.owner_page(review.statistic(at).owner);
        match by_page.last_mut() {
            Some((last, unused)) if *last == page => unused.push(at),
            _ => by_page.push((page, vec![at])),
        }
    }
    by_page.iter().flat_map(|(page, unused)| of_report(review, *page, unused)).collect()
}

/// A few are told one by one, many together.
fn of_report(review: &Review<'_>, page: usize, unused: &[usize]) -> Vec<Diagnostic> {
    let tell = |at: usize, message: String, help: &'static str| {
        let file = review.evidence.pages[page].path.clone();
        let place = Place { file, spot: Spot::Key(review.statistic(at).field()) };
        Diagnostic::new(&rules::UNUSED_STATISTIC, place, message).help(help)
    };
    if unused.len() <= SHOWN {
        let one = |at: &usize| {
            let message =
                format!("`{}` is in no finding, on no page, and no article tells it", review.name(*at));
            tell(*at, message, "rest a finding on it, bind it in a text, or leave it out")
        };
        return unused.iter().map(one).collect();
    }
    let all = review.evidence.held[page].statistics.len();
    let names: Vec<String> = unused[..SHOWN].iter().map(|at| format!("`{}`", review.name(*at))).collect();
    let message = format!(
        "{} of {all} statistics are in no finding, on no page, and no article tells them: {} and {} more",
        unused.len(),
        names.join(", "),
        unused.len() - SHOWN
    );
    vec![tell(unused[0], message, "rest findings on them, bind them in a text, or leave them out")]
}

/// By statistic: whether anything shows it, tells it, rests on it or is computed from it.
fn used(review: &Review<'_>) -> Vec<bool> {
    let graph = review.graph;
    let mut is_used = vec![false; review.evidence.statistics.len()];
    let mut use_all = |used: &mut dyn Iterator<Item = usize>| used.for_each(|at| is_used[at] = true);
    for page in &graph.pages {
        let targets = &page.targets;
        use_all(&mut targets.shown.iter().copied());
        use_all(&mut targets.relations.iter().flat_map(|link| [link.declared.0, link.other]));
        for own in &targets.statistics {
            let (from, to) = own.change.unzip();
            let behind = own.origin.and_then(statistic_behind);
            use_all(&mut [from, to, behind, own.revised_by].into_iter().flatten());
        }
    }
    use_all(
        &mut graph
            .findings
            .iter()
            .flat_map(|links| &links.evidence)
            .copied()
            .flatten()
            .filter_map(RecordRef::statistic),
    );
    let tellings = graph.coverage.iter().flat_map(|links| &links.tellings);
    use_all(&mut tellings.filter_map(|telling| telling.record).filter_map(RecordRef::statistic));
    for at in 0..review.evidence.statistics.len() {
        use_all(&mut computed_with(review, at).into_iter());
    }
    is_used
}

fn statistic_behind(origin: FigureOrigin) -> Option<usize> {
    match origin {
        FigureOrigin::Record(record) => record.statistic(),
        FigureOrigin::Report(_) => None,
    }
}

/// The statistics that a formula, a total or an extreme names.
fn computed_with(review: &Review<'_>, at: usize) -> Vec<usize> {
    let statistic = review.statistic(at);
    if statistic.details.is_none() {
        return Vec::new();
    }
    let formula = statistic.formula.iter().flat_map(|formula| formula.references());
    let total = statistic.total.iter().flat_map(|total| total.of.iter().chain(&total.minus));
    let extremes = statistic.highest_of.iter().chain(&statistic.lowest_of);
    let references = formula.chain(total.chain(extremes).map(String::as_str));
    references.filter_map(|reference| review.named(at, reference)).collect()
}

fn findings(review: &Review<'_>) -> Vec<Diagnostic> {
    // A high certainty without evidence is an error of its own (B007).
    let bare = review.evidence.findings.iter().filter(|one| {
        one.evidence.is_empty() && one.certainty != Certainty::High && !review.is_draft(one.page)
    });
    bare.map(|finding| {
        let place = review.on_page(finding.page, FieldPath::key("title"));
        Diagnostic::new(
            &rules::FINDING_WITHOUT_EVIDENCE,
            place,
            "this finding rests on no statistic and on no claim",
        )
        .help("name what it rests on under `evidence:`; what rests on nothing is a page")
    })
    .collect()
}

/// Whether a page names this one, or it is not to be published yet.
fn is_mentioned(review: &Review<'_>, page: usize) -> bool {
    review.is_draft(page) || !review.graph.mentioned_by[page].is_empty()
}

fn sources(review: &Review<'_>) -> Vec<Diagnostic> {
    let related = related(review);
    let reports = review.evidence.reports.iter().zip(&review.graph.reports).enumerate();
    let unused = reports.filter(|(at, (report, links))| {
        let lists = [&links.findings, &links.coverage, &links.passed_on_by];
        let is_linked = related.contains(&Owner::Report(*at)) || lists.iter().any(|list| !list.is_empty());
        !is_linked && !is_mentioned(review, report.page)
    });
    unused
        .map(|(_, (report, _))| {
            let place = review.on_page(report.page, FieldPath::key("title"));
            let message = "no finding rests on this report, no article tells it, and no page names it";
            Diagnostic::new(&rules::UNUSED_SOURCE, place, message)
                .help("rest a finding on it, name it where it belongs, or make it a `draft: true`")
        })
        .collect()
}

/// Whose figures stand in a relation to a figure of somebody else, or revised one.
fn related(review: &Review<'_>) -> HashSet<Owner> {
    let owner = |at: usize| review.statistic(at).owner;
    let pages = review.graph.pages.iter().zip(&review.evidence.held);
    let pairs = pages.flat_map(|(page, held)| {
        let relations = page.targets.relations.iter();
        let relations =
            relations.flat_map(|link| [(link.declared.0, link.other), (link.other, link.declared.0)]);
        let own = held.statistics.clone().zip(&page.targets.statistics);
        relations.chain(own.filter_map(|(at, targets)| Some((at, targets.revised_by?))))
    });
    pairs
        .map(|(at, other)| (owner(at), owner(other)))
        .filter(|(own, other)| own != other)
        .map(|(_, other)| other)
        .collect()
}

fn topics(review: &Review<'_>) -> Vec<Diagnostic> {
    let topics = review.evidence.topics.iter().zip(&review.graph.topics);
    let unused = topics.filter(|(page, links)| {
        let is_linked =
            [&links.findings, &links.reports, &links.measures].iter().any(|list| !list.is_empty());
        !is_linked && !is_mentioned(review, **page)
    });
    unused
        .map(|(page, _)| {
            let place = review.on_page(*page, FieldPath::key("title"));
            Diagnostic::new(&rules::UNUSED_TOPIC, place, "nothing is under this topic")
                .help("name it in the `topics:` of a finding, a report or a measure, or remove it")
        })
        .collect()
}

fn terms(review: &Review<'_>) -> Vec<Diagnostic> {
    let terms = review.evidence.terms.iter().enumerate();
    let unused = terms.filter(|(at, _)| review.graph.terms[*at].is_empty());
    unused
        .map(|(_, term)| {
            let place =
                Place { file: review.evidence.pages[term.page].path.clone(), spot: term.spot.clone() };
            let name = term.term.text();
            Diagnostic::new(&rules::UNUSED_TERM, place, format!("no text uses the term `{name}`"))
                .help(format!("link it where it is used, as `[{name}](term:{})`, or remove it", term.id))
        })
        .collect()
}
