//! Links in prose: each one resolved, each bound number compared, each page told who mentions it.

use super::bound::{Binding, can_replace, in_its_place, judge};
use super::index::{RecordRef, WantedRecords};
use super::link::Linker;
use super::links::Meant;
use super::resolve::{Miss, Resolved};
use crate::diagnostic::{Diagnostic, Edit, Place, rules};
use crate::document::prose::{Beside, Hole, Prose, Target};
use crate::evidence::record::Record;
use crate::evidence::{Evidence, Main};
use crate::path::SourcePath;

/// How many proses a page holds beside those of its statistics; few hold more.
const MOST: usize = 16;

/// Every prose that stands in the file of `page`, in a fixed order.
#[must_use]
pub fn of_page(evidence: &Evidence, page: usize) -> Vec<&Prose> {
    let (own, held) = (&evidence.pages[page], &evidence.held[page]);
    let mut found = Vec::with_capacity(2 * held.statistics.len() + MOST);
    found.extend([&own.title, &own.body]);
    evidence.statistics[held.statistics.clone()].iter().for_each(|one| one.proses(&mut found));
    evidence.claims[held.claims.clone()].iter().for_each(|one| one.proses(&mut found));
    evidence.recommendations[held.recommendations.clone()].iter().for_each(|one| one.proses(&mut found));
    match held.main {
        Main::Report(report) => evidence.reports[report].proses(&mut found),
        Main::Coverage(coverage) => evidence.coverage[coverage].proses(&mut found),
        Main::Finding(finding) => evidence.findings[finding].proses(&mut found),
        Main::Measure(measure) => evidence.measures[measure].proses(&mut found),
        Main::Topic(_) | Main::Page => {}
    }
    for term in &evidence.terms[held.terms.clone()] {
        found.extend([&term.term, &term.meaning]);
    }
    found
}

/// Resolves every hole of a page, and notes whom it mentions.
pub(super) fn link(linker: &mut Linker<'_>) {
    let body = &linker.evidence.pages[linker.page].body;
    for prose in of_page(linker.evidence, linker.page) {
        let meant: Vec<Meant> = prose.holes.iter().map(|hole| fill(linker, hole)).collect();
        if std::ptr::eq(prose, body) {
            linker.body = meant;
        }
    }
}

/// Resolves a hole and says what it means.
fn fill(linker: &mut Linker<'_>, hole: &Hole) -> Meant {
    if let Target::Table(table) = &hole.target {
        for row in &table.rows {
            let target = Target::statistic(row);
            let result = linker.resolver.resolve(linker.page, &target);
            note(linker, hole, result);
        }
        return Meant::Other;
    }
    let mut result = linker.resolver.resolve(linker.page, &hole.target);
    if let (Err(miss), Target::Statistic { text, .. }) = (&mut result, &hole.target) {
        miss.meant = miss.meant.take().filter(|(_, meant)| is_said_by(linker, meant, text));
    }
    if let (Ok(Some(Resolved::Statistic(statistic))), Target::Statistic { reference, text, beside }) =
        (&result, &hole.target)
    {
        compare(linker, hole, *statistic, (reference, text, beside.as_deref()));
    }
    let meant = meant(&result);
    note(linker, hole, result);
    meant
}

/// Resolves a link that stands in no prose.
pub(super) fn resolve(linker: &mut Linker<'_>, hole: &Hole) {
    let result = linker.resolver.resolve(linker.page, &hole.target);
    note(linker, hole, result.map_err(|miss| Miss { meant: None, ..miss }));
}

fn meant(result: &Result<Option<Resolved>, Miss>) -> Meant {
    match result {
        Ok(Some(Resolved::Page(page, _))) => Meant::Page(*page),
        Ok(Some(Resolved::Statistic(statistic))) => Meant::Statistic(*statistic),
        Ok(Some(Resolved::Term(term))) => Meant::Term(*term),
        Ok(_) | Err(_) => Meant::Other,
    }
}

fn note(linker: &mut Linker<'_>, hole: &Hole, result: Result<Option<Resolved>, Miss>) {
    match result {
        Ok(Some(Resolved::Nothing) | None) => return,
        Ok(Some(Resolved::Page(target, anchor))) => {
            mention(linker, target);
            if anchor.is_some() {
                linker.look_at(target);
            }
        }
        Ok(Some(Resolved::Statistic(statistic))) => {
            let owner = linker.evidence.statistics[statistic].owner;
            linker.targets.shown.push(statistic);
            mention(linker, linker.evidence.owner_page(owner));
        }
        Ok(Some(Resolved::Term(term))) => linker.targets.terms.push(term),
        Ok(Some(Resolved::Address(..))) => linker.targets.has_addresses = true,
        Ok(Some(Resolved::Asset(file, _))) => linker.targets.files.extend(among_content(file)),
        Ok(Some(Resolved::Anchor(_))) => {}
        Err(miss) => {
            if let Some(page) = miss.page {
                linker.look_at(page);
            }
            let place = place(linker, hole);
            // A file that a tag names twice, in `src` and in `srcset`, is missing once.
            let is_told = |told: &Diagnostic| {
                told.message == miss.message && told.rule == miss.rule && told.primary.place == place
            };
            if linker.diagnostics.last().is_some_and(is_told) {
                return;
            }
            let edit = miss.meant.and_then(|(found, meant)| Edit::new(place.clone(), found, meant));
            linker
                .diagnostics
                .push(Diagnostic::new(miss.rule, place, miss.message).help(miss.help).fixed_by(edit));
        }
    }
    linker.targets.links_checked += 1;
}

/// Files below `static/` are published whether anything names them or not.
fn among_content(file: SourcePath) -> Option<SourcePath> {
    Some(file).filter(|file| file.as_str().starts_with("content/"))
}

fn mention(linker: &mut Linker<'_>, page: usize) {
    if page != linker.page {
        linker.targets.mentions.push(page);
    }
}

/// Whether a statistic that may be meant says what is printed here. If not, the name and the number are both in doubt.
fn is_said_by(linker: &mut Linker<'_>, reference: &str, text: &str) -> bool {
    let evidence = linker.evidence;
    let Ok(RecordRef::Statistic(statistic)) =
        linker.resolver.index.record(&evidence.pages[linker.page].id, reference, WantedRecords::Statistic)
    else {
        return false;
    };
    let record = &evidence.statistics[statistic];
    linker.look_at(evidence.owner_page(record.owner));
    !text.trim().is_empty()
        && !matches!(
            judge(text.trim(), None, record, evidence.pages[linker.page].language),
            Binding::Wrong(_)
        )
}

/// Compares a bound text with its statistic; the link is as typed: reference, text, and what stands beside it.
fn compare(
    linker: &mut Linker<'_>,
    hole: &Hole,
    statistic: usize,
    (reference, typed, beside): (&str, &str, Option<&Beside>),
) {
    let evidence = linker.evidence;
    let record = &evidence.statistics[statistic];
    let owner = evidence.owner_page(record.owner);
    linker.look_at(owner);
    let language = evidence.pages[linker.page].language;
    let text = typed.trim();
    let example = || format!("write `[{}](stat:{})`", record.printed, evidence.reference(record));
    let place = place(linker, hole);
    let edit = || {
        let link = |text: &str| format!("[{text}](stat:{reference})");
        Edit::new(place.clone(), link(typed), link(in_its_place(text, record, language)))
    };
    if text.is_empty() {
        let message = "a link to a statistic has no text, so the page would show nothing here";
        let help = example().replacen("write ", "write the number: ", 1);
        let diagnostic = Diagnostic::new(&rules::EMPTY_BINDING, place.clone(), message);
        linker.diagnostics.push(diagnostic.help(help).fixed_by(edit()));
        return;
    }
    match judge(text, beside, record, language) {
        Binding::Words => {}
        Binding::Agrees => linker.targets.bound_numbers += 1,
        Binding::Wrong(how) => {
            let stated = Place::value(&evidence.pages[owner].path, record.field().then("value"));
            let is_the_link = judge(text, None, record, language) != Binding::Agrees;
            let edit = if is_the_link && can_replace(text, record, language) { edit() } else { None };
            let help = match is_the_link {
                true => format!("{}, or mend the statistic", example()),
                false => format!("{} without what stands beside it", example()),
            };
            linker.diagnostics.push(
                Diagnostic::new(&rules::BOUND_NUMBER_DIFFERS, place, how)
                    .fixed_by(edit)
                    .label("bound here")
                    .also(stated, "typed here")
                    .help(help),
            );
        }
    }
}

fn place(linker: &Linker<'_>, hole: &Hole) -> Place {
    Place { file: linker.evidence.pages[linker.page].path.clone(), spot: hole.spot.clone() }
}
