//! Links in prose: each one resolved, each bound number compared, each page told who mentions it.

use super::Graph;
use super::bound::{Binding, judge};
use super::index::Index;
use super::resolve::{Miss, Resolved, Resolver};
use crate::diagnostic::{Checked, Diagnostic, Place, rules};
use crate::document::prose::{Hole, Prose, Target};
use crate::evidence::Evidence;
use crate::source::SourceTree;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// Every prose of a site with the page in whose file it stands, in a fixed order.
#[must_use]
pub fn all(evidence: &Evidence) -> Vec<(usize, &Prose)> {
    let mut found: Vec<(usize, &Prose)> = Vec::with_capacity(evidence.pages.len() * 3);
    for (page, own) in evidence.pages.iter().enumerate() {
        found.extend([(page, &own.title), (page, &own.body)]);
    }
    for statistic in &evidence.statistics {
        let page = evidence.owner_page(statistic.owner);
        found.extend([(page, &statistic.label), (page, &statistic.caveat)]);
        found.extend(statistic.relations.iter().map(|relation| (page, &relation.note)));
    }
    for claim in &evidence.claims {
        let page = evidence.reports[claim.report].page;
        found.extend([(page, &claim.text), (page, &claim.caveat)]);
    }
    for recommendation in &evidence.recommendations {
        let page = evidence.reports[recommendation.report].page;
        found.extend([(page, &recommendation.text), (page, &recommendation.note)]);
    }
    for coverage in &evidence.coverage {
        found.push((coverage.page, &coverage.credits_note));
        found.extend(coverage.tells.iter().map(|telling| (coverage.page, &telling.note)));
    }
    for finding in &evidence.findings {
        found.extend([(finding.page, &finding.because), (finding.page, &finding.statement)]);
        found.extend(finding.evidence.iter().map(|piece| (finding.page, &piece.note)));
    }
    for term in &evidence.terms {
        found.extend([(term.page, &term.term), (term.page, &term.meaning)]);
    }
    found.retain(|(_, prose)| !prose.holes.is_empty());
    found
}

/// What one prose gave.
#[derive(Default)]
struct Found {
    mentions: Vec<(Mention, usize)>,
    links: usize,
    bound: usize,
    diagnostics: Vec<Diagnostic>,
}

enum Mention {
    Page(usize),
    Term(usize),
}

/// Resolves every hole, and notes who mentions whom.
#[must_use]
pub fn link(evidence: &Evidence, index: &Index, sources: &SourceTree, graph: &mut Graph) -> Checked<()> {
    let resolver = Resolver { evidence, index, sources };
    let found: Vec<Found> =
        all(evidence).par_iter().map(|(page, prose)| look_at(&resolver, *page, prose)).collect();
    let mut diagnostics = Vec::new();
    graph.mentioned_by = vec![Vec::new(); evidence.pages.len()];
    graph.terms = vec![Vec::new(); evidence.terms.len()];
    for one in found {
        graph.links_checked += one.links;
        graph.bound_numbers += one.bound;
        diagnostics.extend(one.diagnostics);
        for (mention, by) in one.mentions {
            match mention {
                Mention::Page(page) if page != by => graph.mentioned_by[page].push(by),
                Mention::Page(_) => {}
                Mention::Term(term) => graph.terms[term].push(by),
            }
        }
    }
    for list in graph.mentioned_by.iter_mut().chain(&mut graph.terms) {
        list.sort_unstable();
        list.dedup();
    }
    Checked { value: (), diagnostics }
}

fn look_at(resolver: &Resolver<'_>, page: usize, prose: &Prose) -> Found {
    let mut found = Found::default();
    for hole in &prose.holes {
        if let Target::Table(table) = &hole.target {
            for row in &table.rows {
                let target = Target::Statistic { reference: row.clone(), text: String::new() };
                let result = resolver.resolve(page, &target);
                note(resolver, page, hole, result, &mut found);
            }
            continue;
        }
        let result = resolver.resolve(page, &hole.target);
        if let (Ok(Some(Resolved::Statistic(statistic))), Target::Statistic { text, .. }) =
            (&result, &hole.target)
        {
            compare(resolver, page, hole, *statistic, text, &mut found);
        }
        note(resolver, page, hole, result, &mut found);
    }
    found
}

fn note(
    resolver: &Resolver<'_>,
    page: usize,
    hole: &Hole,
    result: Result<Option<Resolved>, Miss>,
    found: &mut Found,
) {
    match result {
        Ok(Some(Resolved::Nothing) | None) => return,
        Ok(Some(Resolved::Page(target, _))) => found.mentions.push((Mention::Page(target), page)),
        Ok(Some(Resolved::Statistic(statistic))) => {
            let owner = resolver.evidence.owner_page(resolver.evidence.statistics[statistic].owner);
            found.mentions.push((Mention::Page(owner), page));
        }
        Ok(Some(Resolved::Term(term))) => found.mentions.push((Mention::Term(term), page)),
        Ok(Some(Resolved::Asset(_) | Resolved::Anchor(_) | Resolved::Address(_))) => {}
        Err(miss) => {
            let place = place(resolver, page, hole);
            found.diagnostics.push(Diagnostic::new(miss.rule, place, miss.message).help(miss.help));
        }
    }
    found.links += 1;
}

fn compare(
    resolver: &Resolver<'_>,
    page: usize,
    hole: &Hole,
    statistic: usize,
    text: &str,
    found: &mut Found,
) {
    let evidence = resolver.evidence;
    let record = &evidence.statistics[statistic];
    let text = text.trim();
    if text.is_empty() {
        let message = "a link to a statistic has no text, so the page would show nothing here";
        found.diagnostics.push(
            Diagnostic::new(&rules::EMPTY_BINDING, place(resolver, page, hole), message).help(format!(
                "write the number: `[{}](stat:{})`",
                record.printed,
                evidence.reference(record)
            )),
        );
        return;
    }
    match judge(text, record) {
        Binding::Words => {}
        Binding::Agrees => found.bound += 1,
        Binding::Wrong(how) => {
            let owner = &evidence.pages[evidence.owner_page(record.owner)];
            let stated = Place::value(&owner.path, record.field().then("value"));
            found.diagnostics.push(
                Diagnostic::new(&rules::BOUND_NUMBER_DIFFERS, place(resolver, page, hole), how)
                    .label("bound here")
                    .also(stated, "typed here")
                    .help(format!(
                        "write `[{}](stat:{})`, or mend the statistic",
                        record.printed,
                        evidence.reference(record)
                    )),
            );
        }
    }
}

fn place(resolver: &Resolver<'_>, page: usize, hole: &Hole) -> Place {
    Place { file: resolver.evidence.pages[page].path.clone(), spot: hole.spot.clone() }
}
