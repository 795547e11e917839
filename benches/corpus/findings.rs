//! Findings: three pieces of evidence, three bound numbers, and in every second one a number of its own.

use super::body::Body;
use super::facts::{BUDGET, END, Facts, GROWTH, RATE, SHARE, START, grouped, rounded};
use super::random::Random;
use super::words::{capitalised, remark};
use super::{Corpus, Folder};
use std::fmt::{self, Write as _};

/// The grades of certainty.
const GRADES: [&str; 4] = ["high", "moderate", "low", "very low"];

/// Writes one finding.
pub fn finding(corpus: &Corpus, place: usize, text: &mut String) -> fmt::Result {
    let mut random = corpus.random(Folder::Findings, place);
    let evidence = evidence(corpus, &mut random);
    head(corpus, place, &evidence, &mut random, text)?;
    text.push_str("evidence:\n");
    for (piece, bearing) in
        evidence.iter().zip(["supports", "supports", random.pick(&["qualifies", "disputes"])])
    {
        let (report, statistic) = *piece;
        let reference = corpus.facts[report].reference(statistic);
        writeln!(text, "  - {{{bearing}: {reference}, note: {}}}", remark(&mut random))?;
    }
    let mut bound: Vec<String> =
        evidence.iter().map(|(report, place)| corpus.facts[*report].bound(*place)).collect();
    if place.is_multiple_of(2) {
        bound.push(derived(&corpus.facts[evidence[0].0], &mut random, text)?);
    }
    text.push_str("---\n");
    Body { corpus, random: &mut random, folder: Folder::Findings, place, bound }.write(text)
}

/// Three different statistics, of any reports.
fn evidence(corpus: &Corpus, random: &mut Random) -> [(usize, usize); 3] {
    let roles = [END, GROWTH, SHARE, BUDGET, RATE];
    let chosen = random.several(3, roles.len());
    [0, 1, 2].map(|piece| (random.below(corpus.counts.reports), roles[chosen[piece]]))
}

/// A grade; what may rest on one source is not of high certainty. Some reports pass another's budget on.
fn grade(evidence: &[(usize, usize); 3], random: &mut Random) -> &'static str {
    let [(one, its), (other, others), _] = *evidence;
    let may_be_one = one == other || its == BUDGET || others == BUDGET;
    match random.pick(&GRADES) {
        "high" if may_be_one => "moderate",
        grade => grade,
    }
}

fn head(
    corpus: &Corpus,
    place: usize,
    evidence: &[(usize, usize); 3],
    random: &mut Random,
    text: &mut String,
) -> fmt::Result {
    let first = evidence[0];
    let facts = &corpus.facts[first.0];
    let (noun, area) = (capitalised(facts.noun()), facts.area);
    if place.is_multiple_of(4) {
        writeln!(text, "---\ntitle: \"{noun} in {area}, and what {} stands for\"", facts.bound(first.1))?;
    } else {
        writeln!(text, "---\ntitle: {noun} in {area} are not what they were, no. {}", place + 1)?;
    }
    writeln!(
        text,
        "description: What several reports say about {} in {area}, set side by side.",
        facts.noun()
    )?;
    let grade = grade(evidence, random);
    writeln!(text, "certainty: {grade}\nbecause: \"{}; see the", remark(random))
        .map(|()| text.truncate(text.trim_end().len()))?;
    writeln!(text, " [first source](../reports/{}.md)\"", facts.id)?;
    if place < 5 {
        text.push_str("lead: true\n");
    }
    text.push_str(&corpus.topics(random));
    Ok(())
}

/// Writes a number computed from a report's counts, and returns a link that binds it.
fn derived(facts: &Facts, random: &mut Random, text: &mut String) -> Result<String, fmt::Error> {
    let Some((start, end)) = facts.counts() else { return Ok(String::new()) };
    let (from, to) = (facts.reference(START), facts.reference(END));
    text.push_str("derived:\n");
    if random.once_in(2) {
        let value = grouped(end - start);
        writeln!(
            text,
            "  added:\n    label: Added over the years\n    value: {value}\n    formula: {to} - {from}"
        )?;
        return Ok(format!("[{value}](stat:added)"));
    }
    let tenths = rounded((end - start) * 1000, start);
    let value = format!("{}.{}%", tenths / 10, tenths % 10);
    writeln!(text, "  exact-growth:\n    label: Growth to one decimal place\n    value: {value}")?;
    writeln!(text, "    formula: ({to} - {from}) / {from} * 100")?;
    Ok(format!("[{value}](stat:exact-growth)"))
}
