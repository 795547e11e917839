//! One end of a spread, alone: the most extreme of many values says nothing of the others.
//!
//! An extreme is a statistic with `across:`, or one whose value begins with words such as `up to`. Its other end is the
//! statistic of the same report and measure that lies across the same things.

use super::Review;
use crate::diagnostic::{Diagnostic, FieldPath, Place, Spot, rules};
use crate::document::prose::Target;
use crate::evidence::Main;
use crate::evidence::record::{OwnedStatistic, Told};
use crate::graph::prose::of_page;
use crate::graph::resolve::Resolved;
use std::collections::{BTreeMap, BTreeSet};

/// Words that make a value the top of a spread.
const TOPS: [&str; 4] = ["up to ", "as many as ", "as much as ", "a maximum of "];

/// Reports extremes that are recorded, bound, told or rested on without their other end.
pub(super) fn judge(review: &Review<'_>) -> Vec<Diagnostic> {
    let extremes: Vec<usize> = (0..review.evidence.statistics.len())
        .filter(|at| is_extreme(&review.evidence.statistics[*at]))
        .collect();
    if extremes.is_empty() {
        return Vec::new();
    }
    let mut partners = BTreeMap::new();
    let mut found = Vec::new();
    for at in extremes {
        match partner(review, at) {
            Some(partner) => {
                partners.insert(at, partner);
                found.extend(undated(review, at));
            }
            None => found.push(alone(review, at)),
        }
    }
    if !partners.is_empty() {
        let pages = 0..review.evidence.pages.len();
        found.extend(pages.flat_map(|page| shown_alone(review, page, &partners)));
    }
    found
}

fn is_extreme(statistic: &OwnedStatistic) -> bool {
    !statistic.across.is_empty() || is_top(&statistic.printed)
}

fn is_top(printed: &str) -> bool {
    let is_lead =
        |lead: &&str| printed.get(..lead.len()).is_some_and(|start| start.eq_ignore_ascii_case(lead));
    TOPS.iter().any(is_lead)
}

/// The other end of the spread.
fn partner(review: &Review<'_>, at: usize) -> Option<usize> {
    let own = &review.evidence.statistics[at];
    let page = review.evidence.owner_page(own.owner);
    let others = review.evidence.held[page].statistics.clone();
    others.filter(|other| *other != at).find(|place| {
        let other = &review.evidence.statistics[*place];
        let is_same =
            own.measure == other.measure && own.across == other.across && own.population == other.population;
        is_same
            && !own.across.is_empty()
            && review.time(at) == review.time(*place)
            && own.value != other.value
    })
}

fn alone(review: &Review<'_>, at: usize) -> Diagnostic {
    let own = &review.evidence.statistics[at];
    let (field, message) = if own.across.is_empty() {
        let message =
            format!("`{}` is the end of a spread, and nothing says across what it lies", own.printed);
        ("value", message)
    } else {
        let message = format!(
            "`{}` is one end of a spread across {}, and its report has no other",
            own.printed, own.across
        );
        ("across", message)
    };
    Diagnostic::new(&rules::BARE_EXTREME, place(review, at, field), message).help(
        "record the other end as a statistic too, both with the same `measure` and `across: local authorities`; if the \
         source prints only this one, say so in `allow:`",
    )
}

/// An extreme of nobody knows whom and when.
fn undated(review: &Review<'_>, at: usize) -> Option<Diagnostic> {
    let own = &review.evidence.statistics[at];
    let measure =
        review.index.measures.get(own.measure.as_str()).map(|measure| &review.evidence.measures[*measure]);
    let has_population =
        !own.population.is_empty() || measure.is_some_and(|measure| !measure.population.is_empty());
    (own.period.is_none() && !has_population).then(|| {
        let message = format!("`{}` is an extreme without a period and a population", own.printed);
        Diagnostic::new(&rules::BARE_EXTREME, place(review, at, "value"), message)
            .help("say of whom and when in `population:` and `period:`")
    })
}

fn place(review: &Review<'_>, at: usize, field: &str) -> Place {
    let own = &review.evidence.statistics[at];
    Place::value(&review.evidence.pages[review.evidence.owner_page(own.owner)].path, own.field().then(field))
}

/// Extremes that a page shows without their other ends. The page of the report shows all of its statistics.
fn shown_alone(review: &Review<'_>, page: usize, partners: &BTreeMap<usize, usize>) -> Vec<Diagnostic> {
    let shown = shown(review, page);
    let all: BTreeSet<usize> = shown.iter().map(|(statistic, _)| *statistic).collect();
    let mut told = BTreeSet::new();
    let path = &review.evidence.pages[page].path;
    shown
        .into_iter()
        .filter_map(|(statistic, spot)| {
            let partner = *partners.get(&statistic)?;
            let own = &review.evidence.statistics[statistic];
            let is_home = review.evidence.owner_page(own.owner) == page;
            if is_home || all.contains(&partner) || !told.insert(statistic) {
                return None;
            }
            let other = &review.evidence.statistics[partner];
            let message = format!("`{}` stands here as one end of a spread across {}, without the other", own.printed, own.across);
            let reference = review.evidence.reference(other);
            let place = Place { file: path.clone(), spot };
            Some(Diagnostic::new(&rules::BARE_EXTREME, place, message).help(format!(
                "show both ends: the other is `{}`, `{reference}`; coverage that leaves it out says so in `differs:`",
                other.printed
            )))
        })
        .collect()
}

/// The statistics that a page binds, rests on or tells, and where. What a telling explains is no news.
fn shown(review: &Review<'_>, page: usize) -> Vec<(usize, Spot)> {
    let mut shown = Vec::new();
    match review.evidence.held[page].main {
        Main::Finding(finding) => {
            let evidence = review.graph.findings[finding].evidence.iter().enumerate();
            shown.extend(evidence.filter_map(|(at, record)| {
                let bearing = review.evidence.findings[finding].evidence[at].bearing.key();
                Some(((*record)?.statistic()?, Spot::Value(FieldPath::key("evidence").at(at).then(bearing))))
            }));
        }
        Main::Coverage(coverage) => {
            let tells = review.evidence.coverage[coverage].tells.iter().enumerate();
            let links = &review.graph.coverage[coverage].tellings;
            shown.extend(tells.filter_map(|(at, telling)| {
                let is_plain = telling.differs.is_empty() && matches!(telling.what, Told::Statistic(_));
                let record = links[at].record.filter(|_| is_plain)?;
                Some((record.statistic()?, Spot::Value(FieldPath::key("tells").at(at).then("statistic"))))
            }));
        }
        Main::Report(_) | Main::Topic(_) | Main::Measure(_) | Main::Page => {}
    }
    shown.extend(bound(review, page));
    shown
}

/// The statistics that the prose of a page binds, and where.
pub(super) fn bound(review: &Review<'_>, page: usize) -> Vec<(usize, Spot)> {
    let resolver = review.resolver();
    let holes = of_page(review.evidence, page).into_iter().flat_map(|prose| prose.holes.iter());
    let mut bound = Vec::new();
    for hole in holes {
        let references: Vec<&str> = match &hole.target {
            Target::Statistic { reference, .. } => vec![reference],
            Target::Table(table) => table.rows.iter().map(String::as_str).collect(),
            Target::File { .. }
            | Target::Address(_)
            | Target::Anchor(_)
            | Target::Term(_)
            | Target::Image(_) => Vec::new(),
        };
        for reference in references {
            let target = Target::statistic(reference);
            if let Ok(Some(Resolved::Statistic(statistic))) = resolver.resolve(page, &target) {
                bound.push((statistic, hole.spot.clone()));
            }
        }
    }
    bound
}
