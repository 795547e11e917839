//! A made-up evidence review of any size: the same files for the same number of pages and the same seed.
//!
//! Half of the pages are reports with six statistics each, four tenths are findings with three pieces of
//! evidence and three bound numbers; the rest are measures, topics and coverage. Every figure agrees with the
//! figures that it is computed from, so a build of the site has nothing to complain about.

mod body;
mod code;
mod facts;
mod findings;
mod press;
mod random;
mod reports;
mod site;
mod words;

use facts::{Facts, KINDS};
use random::Random;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use words::{AREAS, SUBJECTS, TOPICS};

/// The fewest pages with which every kind of record has something to point at.
const FEWEST: usize = 3;

/// How many pages there are of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Reports.
    pub reports: usize,
    /// Findings.
    pub findings: usize,
    /// Coverage.
    pub coverage: usize,
    /// Measures.
    pub measures: usize,
    /// Topics.
    pub topics: usize,
}

impl Counts {
    /// Shares out `pages`. The home page, the glossary and the methodology come on top.
    pub fn of(pages: usize) -> Self {
        let reports = pages / 2;
        let topics = (pages / 20).clamp(1, TOPICS.len());
        let measures = (pages / 50).clamp(1, 200);
        let rest = pages - reports - topics - measures;
        let findings = (pages * 2 / 5).min(rest.saturating_sub(1));
        Self { reports, findings, coverage: rest - findings, measures, topics }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reports, findings, coverage, measures, topics } = self;
        write!(formatter, "{reports} reports, {findings} findings, {coverage} coverage, ")?;
        write!(formatter, "{measures} measures, {topics} topics")
    }
}

/// A kind of page: the folder it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folder {
    /// Reports.
    Reports,
    /// Findings.
    Findings,
    /// Coverage.
    Coverage,
    /// Measures.
    Measures,
    /// Topics.
    Topics,
}

impl Folder {
    const ALL: [Self; 5] = [Self::Reports, Self::Findings, Self::Coverage, Self::Measures, Self::Topics];

    fn name(self) -> &'static str {
        match self {
            Self::Reports => "reports",
            Self::Findings => "findings",
            Self::Coverage => "coverage",
            Self::Measures => "measures",
            Self::Topics => "topics",
        }
    }
}

/// What pages need to know of each other.
#[derive(Debug)]
pub struct Corpus {
    seed: u64,
    counts: Counts,
    facts: Vec<Facts>,
}

impl Corpus {
    fn count(&self, folder: Folder) -> usize {
        match folder {
            Folder::Reports => self.counts.reports,
            Folder::Findings => self.counts.findings,
            Folder::Coverage => self.counts.coverage,
            Folder::Measures => self.counts.measures,
            Folder::Topics => self.counts.topics,
        }
    }

    fn id(&self, folder: Folder, place: usize) -> String {
        match folder {
            Folder::Reports => self.facts[place].id.clone(),
            Folder::Findings => format!("finding-{:05}", place + 1),
            Folder::Coverage => format!("article-{:05}", place + 1),
            Folder::Measures => {
                format!(
                    "{}-{}-{:03}",
                    SUBJECTS[place % SUBJECTS.len()].0,
                    KINDS[place % KINDS.len()].0,
                    place + 1
                )
            }
            Folder::Topics => TOPICS[place].to_owned(),
        }
    }

    /// A measure of one kind, if the corpus is large enough to have one.
    fn measure(&self, random: &mut Random, kind: usize) -> Option<String> {
        let of_kind = (self.counts.measures + KINDS.len() - 1 - kind) / KINDS.len();
        (of_kind > 0).then(|| self.id(Folder::Measures, random.below(of_kind) * KINDS.len() + kind))
    }

    /// The facts that the budget of a report is about: its own, or those of the report it repeats.
    fn budget_source(&self, place: usize) -> &Facts {
        &self.facts[self.facts[place].repeats.unwrap_or(place)]
    }

    /// The measure of a budget, the same wherever it is repeated.
    fn budget_measure(&self, source: usize) -> Option<String> {
        let mut random = Random::for_page(self.seed, "budget", source);
        self.measure(&mut random, self.facts[source].figures[facts::BUDGET].kind())
    }

    /// Three topics as a YAML list.
    fn topics(&self, random: &mut Random) -> String {
        let chosen = random.several(3, self.counts.topics);
        let ids: Vec<String> = chosen.into_iter().map(|place| self.id(Folder::Topics, place)).collect();
        format!("topics: [{}]\n", ids.join(", "))
    }

    fn random(&self, folder: Folder, place: usize) -> Random {
        Random::for_page(self.seed, folder.name(), place)
    }

    fn page(&self, folder: Folder, place: usize, text: &mut String) -> fmt::Result {
        match folder {
            Folder::Reports => reports::report(self, place, text),
            Folder::Findings => findings::finding(self, place, text),
            Folder::Coverage => press::coverage(self, place, text),
            Folder::Measures => site::measure(self, place, text),
            Folder::Topics => site::topic(self, place, text),
        }
    }

    fn write_folder(&self, content: &Path, folder: Folder) -> io::Result<()> {
        let target = content.join(folder.name());
        fs::create_dir(&target)?;
        let mut text = String::with_capacity(16 * 1024);
        for place in 0..self.count(folder) {
            text.clear();
            self.page(folder, place, &mut text).map_err(io::Error::other)?;
            fs::write(target.join(self.id(folder, place) + ".md"), &text)?;
        }
        Ok(())
    }
}

/// Writes a site of so many pages into a folder that is new or empty.
///
/// # Errors
/// When `pages` is too small, when the folder has something in it, and when a file cannot be written.
pub fn write(out: &Path, pages: usize, seed: u64) -> io::Result<Counts> {
    if pages < FEWEST {
        return Err(io::Error::other(format!("a site of {pages} pages is too small; {FEWEST} is the least")));
    }
    refuse_full(out)?;
    let content = out.join("content");
    fs::create_dir_all(&content)?;
    let counts = Counts::of(pages);
    let corpus = Corpus { seed, counts, facts: Facts::all(seed, counts.reports) };
    for (path, text) in site::fixed(&corpus) {
        fs::write(out.join(path), text)?;
    }
    for folder in Folder::ALL.into_iter().filter(|folder| corpus.count(*folder) > 0) {
        corpus.write_folder(&content, folder)?;
    }
    Ok(counts)
}

fn refuse_full(out: &Path) -> io::Result<()> {
    match fs::read_dir(out).map(|mut entries| entries.next().is_some()) {
        Ok(true) => Err(io::Error::other(format!("`{}` is not empty; name a new folder", out.display()))),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(false) | Err(_) => Ok(()),
    }
}

/// An area, for pages that are about none in particular.
fn some_area(random: &mut Random) -> &'static str {
    random.pick(&AREAS)
}
