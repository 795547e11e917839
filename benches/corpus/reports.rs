//! Reports: six statistics each, now and then a claim and a recommendation.

use super::body::Body;
use super::facts::{BUDGET, END, Facts, GROWTH, RATE, SHARE, START};
use super::random::Random;
use super::words::{capitalised, remark};
use super::{Corpus, Folder};
use std::fmt::{self, Write as _};

/// Kinds of report that an author can choose from.
const KINDS: [&str; 7] =
    ["review", "inquiry", "audit", "official statistics", "committee report", "survey", "research"];

/// Whether a report has a claim that others can tell.
pub fn has_claim(place: usize) -> bool {
    place.is_multiple_of(2)
}

/// Writes one report.
pub fn report(corpus: &Corpus, place: usize, text: &mut String) -> fmt::Result {
    let mut random = corpus.random(Folder::Reports, place);
    let facts = &corpus.facts[place];
    head(corpus, facts, &mut random, text)?;
    text.push_str("statistics:\n");
    let counted = corpus.measure(&mut random, facts.figures[START].kind());
    for statistic in [START, END, GROWTH, SHARE, BUDGET, RATE] {
        // A growth belongs to the measure of what has grown.
        let measure = match statistic {
            START | END | GROWTH => counted.clone(),
            BUDGET => corpus.budget_measure(facts.repeats.unwrap_or(place)),
            _ => corpus.measure(&mut random, facts.figures[statistic].kind()),
        };
        let stated = if statistic == BUDGET { corpus.budget_source(place) } else { facts };
        figure(stated, statistic, measure.as_deref(), &mut random, text)?;
        more(corpus, facts, statistic, &mut random, text)?;
    }
    if has_claim(place) {
        claim(&mut random, text)?;
    }
    if place.is_multiple_of(4) {
        recommendation(&mut random, text)?;
    }
    text.push_str("---\n");
    let bound = [GROWTH, SHARE, BUDGET, RATE]
        .map(|own| format!("[{}](stat:{})", facts.figures[own].printed(), facts.statistic(own)));
    Body { corpus, random: &mut random, folder: Folder::Reports, place, bound: bound.to_vec() }.write(text)
}

fn head(corpus: &Corpus, facts: &Facts, random: &mut Random, text: &mut String) -> fmt::Result {
    let (noun, area, (year, month)) = (facts.noun(), facts.area, facts.published);
    writeln!(text, "---\ntitle: {} in {area}, {}", capitalised(noun), facts.id)?;
    writeln!(text, "description: What was found about {noun} in {area}, and how it was counted.")?;
    writeln!(text, "known_as: the {area} report on {noun}")?;
    writeln!(text, "kind: {}\npublisher: {}", random.pick(&KINDS), facts.publisher)?;
    writeln!(text, "published: {year}-{month:02}\ngeography: district {}", facts.id)?;
    writeln!(text, "url: https://example.com/publications/{}", facts.id)?;
    text.push_str(&corpus.topics(random));
    Ok(())
}

fn figure(
    facts: &Facts,
    statistic: usize,
    measure: Option<&str>,
    random: &mut Random,
    text: &mut String,
) -> fmt::Result {
    let (first, last) = facts.years();
    writeln!(text, "  {}:", facts.statistic(statistic))?;
    writeln!(text, "    label: {}", label(facts, statistic))?;
    if let Some(measure) = measure {
        writeln!(text, "    measure: {measure}")?;
    }
    writeln!(text, "    value: {}", facts.figures[statistic].printed())?;
    match statistic {
        START => writeln!(text, "    period: {first}")?,
        GROWTH => {
            let (from, to) = (facts.statistic(START), facts.statistic(END));
            writeln!(text, "    change: {{from: {from}, to: {to}}}")?;
        }
        _ => writeln!(text, "    period: {last}")?,
    }
    writeln!(text, "    population: {} in {}", facts.noun(), facts.area)?;
    writeln!(text, "    at: paragraph {}", random.between(1, 140))
}

fn label(facts: &Facts, statistic: usize) -> String {
    let noun = facts.noun();
    match statistic {
        START => format!("{} at the start", capitalised(noun)),
        END => format!("{} at the end", capitalised(noun)),
        GROWTH => format!("Growth in {noun}"),
        SHARE => format!("Share of {noun} known before"),
        BUDGET => format!("Budget for {noun}"),
        _ => format!("{} in relation to the population", capitalised(noun)),
    }
}

/// What only some statistics have: a caveat, an origin, relations.
fn more(
    corpus: &Corpus,
    facts: &Facts,
    statistic: usize,
    random: &mut Random,
    text: &mut String,
) -> fmt::Result {
    match (statistic, facts.repeats) {
        (SHARE, _) => writeln!(
            text,
            "    caveat: \"It depends on the [denominator](term:denominator), as {}.\"",
            remark(random)
        ),
        (RATE, _) => writeln!(text, "    n: {}", random.between(40, 900)),
        (BUDGET, Some(earlier)) => {
            let source = &corpus.facts[earlier];
            writeln!(text, "    origin: {}\n    relations:", source.reference(BUDGET))?;
            writeln!(text, "      - {{same-as: {}, note: repeated from there}}", source.reference(BUDGET))
        }
        (END, Some(earlier)) => {
            let other = corpus.facts[earlier].reference(END);
            writeln!(text, "    relations:\n      - {{differs: {other}, note: {}}}", remark(random))
        }
        _ => Ok(()),
    }
}

fn claim(random: &mut Random, text: &mut String) -> fmt::Result {
    writeln!(text, "claims:\n  pressure:\n    text: The pressure may grow, as {}", remark(random))?;
    writeln!(text, "    hedge: may\n    at: paragraph {}", random.between(1, 140))
}

fn recommendation(random: &mut Random, text: &mut String) -> fmt::Result {
    writeln!(text, "recommendations:\n  review-it:\n    text: Review what {}", remark(random))?;
    writeln!(text, "    to: local authorities\n    at: paragraph {}", random.between(1, 140))
}
