//! Coverage: how articles told the reports, rightly and wrongly.

use super::body::Body;
use super::facts::{BUDGET, Facts, GROWTH, SHARE, START};
use super::random::Random;
use super::reports::has_claim;
use super::words::remark;
use super::{Corpus, Folder};
use std::fmt::{self, Write as _};

/// What articles are.
const KINDS: [&str; 4] = ["news article", "statement", "blog post", "student journalism"];

/// Writes one article.
pub fn coverage(corpus: &Corpus, place: usize, text: &mut String) -> fmt::Result {
    let mut random = corpus.random(Folder::Coverage, place);
    let report = random.below(corpus.counts.reports);
    let facts = &corpus.facts[report];
    head(facts, place, &mut random, text)?;
    text.push_str("tells:\n");
    tells(facts, has_claim(report), &mut random, text)?;
    text.push_str("---\n");
    let bound = vec![facts.bound(GROWTH)];
    Body { corpus, random: &mut random, folder: Folder::Coverage, place, bound }.write(text)
}

fn head(facts: &Facts, place: usize, random: &mut Random, text: &mut String) -> fmt::Result {
    writeln!(text, "---\ntitle: An article on {} in {}, no. {}", facts.noun(), facts.area, place + 1)?;
    writeln!(text, "description: What an article made of a report on {}.", facts.noun())?;
    writeln!(text, "kind: {}\nreports_on: {}", random.pick(&KINDS), facts.id)?;
    if random.once_in(5) {
        writeln!(text, "credits: Ministry of Local Provision")?;
        writeln!(
            text,
            "credits_note: \"The report is by the [{}](../reports/{}.md).\"",
            facts.publisher, facts.id
        )?;
    } else {
        writeln!(text, "credits: {}", facts.publisher)?;
    }
    let (year, month) = facts.published;
    writeln!(text, "author: A. Writer\noutlet: The Weekly Return\npublished: {year}-{month:02}")
}

fn tells(facts: &Facts, claims: bool, random: &mut Random, text: &mut String) -> fmt::Result {
    let at = random.between(1, 9);
    for statistic in [START, SHARE] {
        let figure = facts.figures[statistic].respelled();
        writeln!(
            text,
            "  - statistic: {}\n    as: {figure}\n    at: paragraph {at}",
            facts.reference(statistic)
        )?;
    }
    let wrong = facts.figures[BUDGET].mistaken();
    writeln!(text, "  - statistic: {}\n    as: {wrong}\n    at: headline", facts.reference(BUDGET))?;
    writeln!(text, "    differs: another figure\n    note: \"The report has {}.\"", facts.bound(BUDGET))?;
    if claims {
        writeln!(
            text,
            "  - claim: {}.pressure\n    as: {}\n    at: paragraph {at}",
            facts.id,
            remark(random)
        )?;
        writeln!(text, "    differs: hedge dropped")?;
    }
    writeln!(text, "  - quote: a lasting change\n    speaker: {}\n    at: paragraph {at}", facts.publisher)?;
    writeln!(text, "  - tells: That {}\n    at: last paragraph", remark(random))
}
