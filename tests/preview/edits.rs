//! Random edits of the site `tests/golden/full`, and a small source of randomness. Holds no tests.

use cscare_site::path::SourcePath;
use cscare_site::preview::watch::Burst;
use std::fs;
use std::path::{Path, PathBuf};

/// Numbers that look random and are the same for the same seed (Vigna's `SplitMix64`).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).expect("it is below a usize")
    }

    fn one_of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }
}

/// One edit of a site's folder.
#[derive(Debug, Clone)]
pub enum Edit {
    /// Gives a file this text; `None` removes it.
    Write(String, Option<String>),
    /// Gives a file or folder another name.
    Rename(String, String),
    /// Several files in one burst, as a change of branch does.
    Several(Vec<Edit>),
}

/// What may be replaced in a source by what. Some of it breaks the site, and some mends it again.
const REPLACEMENTS: [(&str, &str); 22] = [
    ("title: ", "title: New "),
    ("title: New ", "title: "),
    ("value: 20%", "value: 21%"),
    ("value: 21%", "value: 20%"),
    ("## ", "### "),
    ("### ", "## "),
    ("label: ", "label: Of "),
    ("topics: [use", "topics: [money, use"),
    ("topics: [money, use", "topics: [use"),
    ("certainty: ", "certainity: "),
    ("certainity: ", "certainty: "),
    ("- {supports: ", "- {qualifies: "),
    ("- {qualifies: ", "- {disputes: "),
    ("- {disputes: ", "- {supports: "),
    ("period: 2019-20", "period: 2018-19"),
    ("statistics:", "statistic:"),
    ("statistic:", "statistics:"),
    ("visits", "visitz"),
    ("visitz", "visits"),
    ("published: 20", "draft: true\npublished: 20"),
    ("draft: true\n", ""),
    ("page_size = ", "page_size = 1"),
];

impl Edit {
    /// An edit of the folder as it is.
    pub fn any(random: &mut Random, root: &Path) -> Self {
        match random.below(14) {
            0 | 1 => Self::new_file(random),
            2 => Self::Write(any_file(random, root), None),
            3 => Self::renamed(random, root),
            4 => Self::Several((0..4).map(|_| Self::replaced(random, root)).collect()),
            5 => Self::restored(random),
            6..9 => Self::switched_back(root),
            9 => Self::appended(random, root),
            _ => Self::replaced(random, root),
        }
    }

    /// The site as it was, as after a change of branch.
    fn switched_back(root: &Path) -> Self {
        let originals = everything();
        let mut files = Vec::new();
        for folder in ["content", "templates", "static"] {
            list(&root.join(folder), &mut files);
        }
        let added = files.iter().map(|path| name(root, path)).filter(|path| !originals.contains(path));
        let removed = added.map(|path| Self::Write(path, None));
        let written = originals.iter().map(|path| Self::Write(path.clone(), Some(original(path))));
        Self::Several(removed.chain(written).collect())
    }

    fn new_file(random: &mut Random) -> Self {
        let number = random.below(6);
        let (path, text) = match random.below(8) {
            0 => (format!("content/findings/new-{number}.md"), "---\ntitle: A new one\ncertainty: low\nbecause: one count\ntopics: [use]\nevidence:\n  - {supports: count-2020.visits}\n---\nSee [there](../about.md).\n".to_owned()),
            1 => (format!("content/more/page-{number}.md"), format!("---\ntitle: Page {number}\ntags: [one]\naliases: [/old-{number}/]\n---\nText.\n")),
            2 => (format!("content/topics/topic-{number}.md"), "---\ntitle: Another topic\n---\n".to_owned()),
            3 => (format!("static/files/note-{number}.txt"), format!("Note {number}\n")),
            4 => ("static/style.css".to_owned(), format!("body {{ margin: {number}px }}\n")),
            5 => {
                let (template, heading) = (random.one_of(&["page", "topic", "report"]), "{{ page.title }}");
                let main = format!("{{% block main %}}<h1>{heading} {number}</h1>{{% endblock main %}}");
                let text = format!("{{% extends \"builtin/{template}.html\" %}}{main}");
                (format!("templates/{template}.html"), text)
            }
            6 => ("templates/parts/footer.html".to_owned(), format!("<footer>{number}</footer>")),
            _ => ("templates/words.de.toml".to_owned(), format!("section_home = \"Heim {number}\"\n")),
        };
        Self::Write(path, Some(text))
    }

    fn replaced(random: &mut Random, root: &Path) -> Self {
        for _ in 0..200 {
            let path = any_file(random, root);
            let (from, to) = random.one_of(&REPLACEMENTS);
            let text = fs::read_to_string(root.join(&path)).unwrap_or_default();
            if text.contains(from) {
                return Self::Write(path, Some(text.replacen(from, to, 1)));
            }
        }
        Self::restored(random)
    }

    fn appended(random: &mut Random, root: &Path) -> Self {
        let path = any_file(random, root);
        let text = fs::read_to_string(root.join(&path)).unwrap_or_default();
        let more = random.one_of(&[
            "\nMore [text](stat:count-2020.visits).\n",
            "\n## A heading\n",
            "\n[About](/about/)\n",
            "\n\n",
        ]);
        Self::Write(path, Some(format!("{text}{more}")))
    }

    fn renamed(random: &mut Random, root: &Path) -> Self {
        let number = random.below(9);
        match random.below(3) {
            0 if root.join("content/help").is_dir() => {
                Self::Rename("content/help".to_owned(), format!("content/help-{number}"))
            }
            _ => {
                let path = any_file(random, root);
                let (folder, name) = path.rsplit_once('/').unwrap_or(("content", &path));
                Self::Rename(path.clone(), format!("{folder}/moved-{number}-{name}"))
            }
        }
    }

    fn restored(random: &mut Random) -> Self {
        let path = random.one_of(&everything()).clone();
        let text = original(&path);
        Self::Write(path, Some(text))
    }

    /// Makes the edit, and says what a watcher would say.
    pub fn make(&self, root: &Path) -> Burst {
        match self {
            Self::Write(path, Some(text)) => {
                let whole = root.join(path);
                let folder = whole.parent().expect("a file lies in a folder");
                let is_new_folder = !folder.is_dir();
                fs::create_dir_all(folder).expect("the folder can be made");
                fs::write(&whole, text).expect("the file can be written");
                Burst { files: [SourcePath::new(path)].into(), relist: is_new_folder }
            }
            Self::Write(path, None) => {
                let _ = fs::remove_file(root.join(path));
                Burst { files: [SourcePath::new(path)].into(), relist: false }
            }
            Self::Rename(from, to) => {
                let is_folder = root.join(from).is_dir();
                let moved = !root.join(to).exists() && fs::rename(root.join(from), root.join(to)).is_ok();
                let files =
                    [from, to].into_iter().filter(|_| moved && !is_folder).map(|path| SourcePath::new(path));
                Burst { files: files.collect(), relist: is_folder }
            }
            Self::Several(edits) => {
                edits.iter().map(|edit| edit.make(root)).fold(Burst::default(), |mut all, one| {
                    all.files.extend(one.files);
                    all.relist |= one.relist;
                    all
                })
            }
        }
    }
}

/// A source of the site as it is; settings now and then.
fn any_file(random: &mut Random, root: &Path) -> String {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in ["content", "templates", "static"] {
        list(&root.join(folder), &mut files);
    }
    files.push(root.join("site.toml"));
    files.sort();
    name(root, random.one_of::<PathBuf>(&files))
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() { list(&path, files) } else { files.push(path) }
    }
}

fn name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).expect("it lies below the root").to_str().expect("it is UTF-8").to_owned()
}

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/full/sources")
}

/// The sources of the site as it was.
fn everything() -> Vec<String> {
    let mut files = Vec::new();
    list(&sources(), &mut files);
    files.sort();
    files.iter().map(|path| name(&sources(), path)).collect()
}

fn original(path: &str) -> String {
    fs::read_to_string(sources().join(path)).expect("it is a source of the site")
}

/// Copies the site into an empty folder.
pub fn copy_site(root: &Path) {
    for path in everything() {
        Edit::Write(path.clone(), Some(original(&path))).make(root);
    }
}
