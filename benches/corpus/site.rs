//! Settings, topics, measures, and the pages that exist once.

use super::body::Body;
use super::facts::KINDS;
use super::words::{SUBJECTS, TERMS, capitalised, remark};
use super::{Corpus, Folder, some_area};
use std::fmt::{self, Write as _};

/// Files that exist once: path and text.
pub fn fixed(corpus: &Corpus) -> [(&'static str, String); 4] {
    [
        ("site.toml", settings(corpus)),
        (
            "content/index.md",
            page("A review of everything", "The [method](methodology.md) says how to read it."),
        ),
        ("content/methodology.md", page("Methodology", "Every figure stands where it was found.")),
        ("content/glossary.md", page("Glossary", &terms())),
    ]
}

fn page(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\ndescription: {title}, for measuring.\n---\n{body}\n")
}

fn settings(corpus: &Corpus) -> String {
    let topics =
        (0..corpus.counts.topics).map(|place| format!("  \"{}\",\n", corpus.id(Folder::Topics, place)));
    let topics: String = topics.collect();
    format!(
        "title = \"A review of everything\"\n\
         description = \"A made-up site for measuring.\"\n\
         language = \"en-GB\"\n\
         base_url = \"https://example.org/\"\n\
         topics = [\n{topics}]\n"
    )
}

fn terms() -> String {
    let terms = TERMS.iter().map(|(id, title, meaning)| format!("{title} {{#{id}}}\n: {meaning}\n"));
    terms.collect::<Vec<_>>().join("\n")
}

/// Writes one topic.
pub fn topic(corpus: &Corpus, place: usize, text: &mut String) -> fmt::Result {
    let mut random = corpus.random(Folder::Topics, place);
    let id = corpus.id(Folder::Topics, place);
    writeln!(text, "---\ntitle: {}\ndescription: What is known about {id}.\n---", capitalised(&id))?;
    Body { corpus, random: &mut random, folder: Folder::Topics, place, bound: Vec::new() }.write(text)
}

/// Writes one measure.
pub fn measure(corpus: &Corpus, place: usize, text: &mut String) -> fmt::Result {
    let mut random = corpus.random(Folder::Measures, place);
    let (kind, unit) = KINDS[place % KINDS.len()];
    let noun = SUBJECTS[place % SUBJECTS.len()].1;
    let area = some_area(&mut random);
    writeln!(text, "---\ntitle: {} in {area}, {kind} no. {}", capitalised(noun), place + 1)?;
    writeln!(text, "description: How {noun} are measured, where {}.", remark(&mut random))?;
    writeln!(text, "kind: {kind}\nunit: {unit}\nyear: financial\npopulation: {noun} in {area}")?;
    if kind == "share" {
        writeln!(text, "of: {}\ncategories: {{complete: false}}", corpus.id(Folder::Measures, place - 1))?;
    }
    text.push_str(&corpus.topics(&mut random));
    text.push_str("---\n");
    Body { corpus, random: &mut random, folder: Folder::Measures, place, bound: Vec::new() }.write(text)
}
