//! The walls of the program: which module may use which, where each dependency has its door, what every file
//! must have and must not have. The layers are read from ARCHITECTURE.md, so that they are written once.

#![expect(clippy::disallowed_methods, reason = "tests make sites, look at files and run the program")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Lines of a file above which a reviewer asks why; tests are not counted.
const LONGEST: usize = 400;

/// A file or folder below `src/` without its ending: `span` for `src/span.rs`.
type Module = String;

/// One source file.
struct Source {
    /// Below `src/`, with `/`.
    path: String,
    text: String,
}

impl Source {
    /// The part before the tests, which is what the rules are about.
    fn code(&self) -> &str {
        self.text.split("#[cfg(test)]\nmod ").next().unwrap_or(&self.text)
    }

    fn module(&self) -> Module {
        let first = self.path.split('/').next().unwrap_or(&self.path);
        first.trim_end_matches(".rs").to_owned()
    }

    /// Its lines of code, with numbers; comments are left out.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.code().lines().enumerate().map(|(at, line)| (at + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path == "tests.rs"
    }
}

/// The folder of the program: where cargo says it is now, which need not be where this was compiled.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from)
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(source(&path));
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(found.len() > 50, "the sources were not found");
    found
}

fn source(path: &Path) -> Source {
    let below = path.strip_prefix(root().join("src")).expect("it is below src");
    let text = fs::read_to_string(path).expect("the file can be read");
    Source { path: below.to_string_lossy().replace('\\', "/"), text }
}

/// The layer of each module, from the table under `## Layers`.
fn layers() -> BTreeMap<Module, u32> {
    let path = root().join("ARCHITECTURE.md");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    read_layers(&text)
}

fn read_layers(text: &str) -> BTreeMap<Module, u32> {
    let section = text.split("\n## Layers").nth(1).expect("ARCHITECTURE.md has a section `## Layers`");
    let section = section.split("\n## ").next().unwrap_or(section);
    let mut layers = BTreeMap::new();
    for line in section.lines().filter(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [layer, modules, ..] = cells[..] else { continue };
        let Ok(layer) = layer.parse::<u32>() else { continue };
        for module in modules
            .split([',', ' '])
            .map(|name| name.trim_matches(['`', ' ', '/']))
            .filter(|name| !name.is_empty())
        {
            let module = module.trim_end_matches(".rs").to_owned();
            assert!(layers.insert(module.clone(), layer).is_none(), "`{module}` stands in two layers");
        }
    }
    assert!(!layers.is_empty(), "the section `## Layers` has no table with rows such as `| 3 | document |`");
    layers
}

/// The modules that a file uses, with the lines. A link in a comment is no use.
fn uses(source: &Source) -> Vec<(usize, Module)> {
    let mut found = Vec::new();
    let code: Vec<&str> = source
        .code()
        .lines()
        .map(|line| if line.trim_start().starts_with("//") { "" } else { line })
        .collect();
    let code = code.join("\n");
    let mut rest = code.as_str();
    let mut line = 1;
    while let Some(at) = rest.find("crate::") {
        line += rest[..at].matches('\n').count();
        let is_own_word =
            !rest[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == '$');
        rest = &rest[at + "crate::".len()..];
        if is_own_word {
            found.extend(first_names(rest).into_iter().map(|name| (line, name)));
        }
    }
    found
}

/// `graph::{self, Graph}` → `graph`; `{config, graph::Graph}` → both.
fn first_names(path: &str) -> Vec<Module> {
    let word = |text: &str| {
        text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect::<String>()
    };
    let Some(group) = path.strip_prefix('{') else { return vec![word(path)] };
    let mut names = Vec::new();
    let (mut depth, mut starts) = (0, true);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => starts = true,
            _ if starts && letter.is_alphabetic() => {
                names.push(word(&group[at..]));
                starts = false;
            }
            _ => {}
        }
    }
    names
}

#[track_caller]
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_module_has_a_layer() {
    let layers = layers();
    let modules: BTreeSet<Module> =
        sources().iter().map(Source::module).filter(|module| !is_root(module)).collect();
    let known: BTreeSet<Module> = layers.into_keys().collect();
    let without: Vec<_> = modules.difference(&known).collect();
    let gone: Vec<_> = known.difference(&modules).collect();
    assert!(
        without.is_empty() && gone.is_empty(),
        "without a layer: {without:?}; not there any more: {gone:?}"
    );
}

#[test]
fn a_module_uses_only_lower_layers() {
    let layers = layers();
    let layer = |module: &Module| layers.get(module).copied();
    let mut wrong = Vec::new();
    let mut at_the_bottom: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for source in sources().iter().filter(|source| !is_root(&source.module())) {
        let own = source.module();
        for (line, used) in uses(source).into_iter().filter(|(_, used)| *used != own) {
            match (layer(&own), layer(&used)) {
                (Some(0), Some(0)) => {
                    at_the_bottom.entry(own.clone()).or_default().insert(used);
                }
                (Some(above), Some(below)) if below < above => {}
                (above, below) => wrong.push(format!(
                    "src/{}:{line}: `{own}` ({above:?}) uses `{used}` ({below:?})",
                    source.path
                )),
            }
        }
    }
    none(&wrong);
    assert_eq!(circle(&at_the_bottom), None, "the lowest layer goes in a circle");
}

/// Modules that use each other in a circle, if there are any.
fn circle(uses: &BTreeMap<Module, BTreeSet<Module>>) -> Option<BTreeSet<Module>> {
    let mut left: BTreeMap<&Module, BTreeSet<&Module>> =
        uses.iter().map(|(module, used)| (module, used.iter().collect())).collect();
    loop {
        let open: BTreeSet<&Module> = left.keys().copied().collect();
        let free: Vec<&Module> =
            left.iter().filter(|(_, used)| used.is_disjoint(&open)).map(|(module, _)| *module).collect();
        if free.is_empty() {
            return (!open.is_empty()).then(|| open.into_iter().cloned().collect());
        }
        left.retain(|module, _| !free.contains(module));
    }
}

/// `main.rs` and `lib.rs` name what they like.
fn is_root(module: &str) -> bool {
    matches!(module, "main" | "lib")
}

#[test]
fn every_file_says_what_it_is() {
    let files = sources().into_iter().map(|source| (format!("src/{}", source.path), source.text));
    let tests = test_files().into_iter().map(|path| {
        let text = fs::read_to_string(&path).expect("the file can be read");
        (path.strip_prefix(root()).expect("it is below the root").display().to_string(), text)
    });
    let wrong: Vec<String> = files
        .chain(tests)
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| format!("{path} does not open with `//!`"))
        .collect();
    none(&wrong);
}

#[test]
fn nothing_is_left_to_do() {
    // Put together here, so that this file does not hold them.
    let marks = [["TO", "DO"], ["FIX", "ME"], ["dbg", "!("], ["todo", "!("], ["unimplemented", "!("]]
        .map(|halves| halves.concat());
    let texts = sources().into_iter().map(|source| (format!("src/{}", source.path), source.text));
    let tests = test_files()
        .into_iter()
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("the file can be read")));
    let wrong: Vec<String> = texts
        .chain(tests)
        .flat_map(|(path, text)| {
            let lines: Vec<String> = text
                .lines()
                .enumerate()
                .filter(|(_, line)| marks.iter().any(|mark| line.contains(mark)))
                .map(|(at, line)| format!("{path}:{}: {}", at + 1, line.trim()))
                .collect();
            lines
        })
        .collect();
    none(&wrong);
}

/// Templates write the tags of a page, and `document/html/` those of its text; a feed and a sitemap are for machines.
#[test]
fn no_view_writes_a_tag() {
    let machines = ["render/feed.rs", "render/sitemap.rs"];
    let reads = |line: &str| ["starts_with(", ".find("].iter().any(|reading| line.contains(reading));
    let has_tag = |line: &str| {
        let begun = line.split('<').skip(1);
        let letters = begun.map(|rest| rest.trim_start_matches('/').bytes().next());
        let is_tag = letters.flatten().any(|letter| letter.is_ascii_lowercase());
        let literal = line.find('"').is_some_and(|open| line[open..].contains('<'));
        literal && is_tag && !reads(line)
    };
    let views = sources().into_iter().filter(|source| source.path.starts_with("render/"));
    let views = views.filter(|source| !machines.contains(&source.path.as_str()) && !source.is_test());
    let wrong: Vec<String> = views
        .flat_map(|source| {
            let lines = source.lines().filter(|(_, line)| has_tag(line));
            lines.map(|(at, line)| format!("src/{}:{at}: {}", source.path, line.trim())).collect::<Vec<_>>()
        })
        .collect();
    none(&wrong);
}

#[test]
fn no_file_is_longer_than_a_reader_bears() {
    let wrong: Vec<String> = sources()
        .iter()
        .filter(|source| !source.is_test())
        .map(|source| (source, source.code().lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(source, lines)| format!("src/{} has {lines} lines", source.path))
        .collect();
    none(&wrong);
}

/// What may be named only behind its door: the words, and the files below `src/` that may say them.
const DOORS: &[(&[&str], &[&str])] = &[
    (&["pulldown_cmark"], &["document/markdown.rs", "document/html/"]),
    (&["serde_yaml"], &["document/yaml.rs"]),
    (&["saphyr_parser"], &["document/yaml.rs"]),
    (&["tera::", "use tera"], &["render/theme.rs", "render/theme/"]),
    (&["syntect"], &["document/highlight.rs"]),
    (&["csscolorparser"], &["config/colours.rs"]),
    (&["schemars"], &["render/contract.rs", "render/view/"]),
    (&["walkdir"], &["source/disk.rs"]),
    (&["sha2::"], &["source/archive.rs"]),
    (&["unicode_normalization"], &["verification/words.rs", "path/portable.rs"]),
    (&["annotate_snippets"], &["report/human.rs"]),
    (
        &["std::fs", "fs::read", "fs::write", "File::open", "File::create"],
        &["source/disk.rs", "source/mark.rs", "output/"],
    ),
    (&["axum", "tokio_stream"], &["preview/server/"]),
    (&["clap"], &["cli/"]),
    (
        &["println!", "eprintln!", "print!(", "eprint!(", "stdout()", "stderr()", "anstream"],
        &["cli/", "main.rs"],
    ),
    (&["std::env", "env::var", "env::args", "process::exit", "ExitCode"], &["cli/", "main.rs"]),
    (&["SystemTime", "Timestamp::now"], &["cli/"]),
    // A page that takes too long is ended; nothing else looks at a clock.
    (&["Instant::now"], &["cli/", "preview/", "render/theme/budget.rs"]),
    (&["open::that"], &["cli/serve.rs"]),
    // `thrifty` begins the program itself once more.
    (&["process::{Command", "process::Command", "Command::new"], &["git/call.rs", "cli/thrifty.rs"]),
    (&["notify::"], &["preview/watch/"]),
    (&["dialoguer"], &["cli/ask.rs"]),
    (&["clap_complete", "clap_mangen"], &["cli/describe.rs"]),
];

#[test]
fn each_dependency_has_one_door() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !source.is_test()) {
        for (line, text) in source.lines() {
            let named = DOORS.iter().filter(|(words, _)| words.iter().any(|word| stands_alone(text, word)));
            for (words, _) in
                named.filter(|(_, doors)| !doors.iter().any(|door| source.path.starts_with(door)))
            {
                wrong.push(format!(
                    "src/{}:{line}: {} has its door elsewhere: {}",
                    source.path,
                    words[0],
                    text.trim()
                ));
            }
        }
    }
    none(&wrong);
}

/// The names of the types that a line declares: `pub struct Name`, `enum Name`.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_prefix("pub(crate) ").or_else(|| line.strip_prefix("pub(super) ")).unwrap_or(line);
    let line = line.strip_prefix("pub ").unwrap_or(line);
    let kinds = ["struct ", "enum ", "trait ", "type "];
    let rest = kinds.iter().find_map(|kind| line.strip_prefix(kind))?;
    rest.split(|letter: char| !letter.is_alphanumeric()).next().filter(|name| !name.is_empty())
}

/// Whoever reads a name knows which type is meant, whatever file is open.
#[test]
fn a_type_name_is_unique() {
    let sources = sources();
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.is_test()) {
        for (number, line) in source.lines() {
            if let Some(name) = declared(line) {
                places.entry(name).or_default().push(format!("src/{}:{number}", source.path));
            }
        }
    }
    assert!(places.len() > 500, "types are not found any more: {}", places.len());
    let doubled = places.iter().filter(|(_, places)| places.len() > 1);
    let wrong: Vec<String> =
        doubled.map(|(name, places)| format!("`{name}` is declared at {}", places.join(" and "))).collect();
    none(&wrong);
}

#[test]
fn each_door_is_used() {
    let sources = sources();
    let unused: Vec<String> = DOORS
        .iter()
        .flat_map(|(words, doors)| doors.iter().map(move |door| (words, door)))
        .filter(|(words, door)| {
            let mut behind = sources.iter().filter(|source| source.path.starts_with(**door));
            !behind.any(|source| {
                words.iter().any(|word| source.lines().any(|(_, text)| stands_alone(text, word)))
            })
        })
        .filter(|(_, door)| **door != "main.rs")
        .map(|(words, door)| format!("nothing in src/{door} names {}", words[0]))
        .collect();
    none(&unused);
}

/// Whether `word` stands in `text` and is not the end of another word.
fn stands_alone(text: &str, word: &str) -> bool {
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_'))
}

#[test]
fn every_rule_stands_in_a_test() {
    let own = root().join("tests/tidy.rs");
    let tests: String = test_files()
        .iter()
        .filter(|path| **path != own)
        .map(|path| fs::read_to_string(path).expect("the file can be read"))
        .collect();
    let missing: Vec<String> = cscare_site::diagnostic::rules::ALL
        .iter()
        .filter(|rule| !tests.contains(&format!("\"{}\"", rule.code)))
        .map(|rule| format!("{} {} stands in no test", rule.code, rule.name))
        .collect();
    none(&missing);
}

fn test_files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("tests")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() && !path.ends_with("golden") && !path.ends_with("node_modules") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn the_reader_of_layers_and_uses_sees_what_is_there() {
    let layers = read_layers(
        "# A\n\n## Layers\n\n| layer | modules |\n|---|---|\n| 0 | `span`, path |\n| 12 | cli/, site.rs |\n\n## B\n\n| 3 | other |\n",
    );
    let read: Vec<(&str, u32)> = layers.iter().map(|(module, layer)| (module.as_str(), *layer)).collect();
    assert_eq!(read, [("cli", 12), ("path", 0), ("site", 12), ("span", 0)]);
    for broken in ["# A\n", "# A\n\n## Layers\n\nNone.\n"] {
        assert!(std::panic::catch_unwind(|| read_layers(broken)).is_err(), "{broken}");
    }

    let text = "use crate::graph::{self, Graph};\nuse crate::{config, output::{Failure, Staging}, path};\n/// [`crate::report`]\nfn a() { crate::span::b(); mycrate::c(); }\n#[cfg(test)]\nmod tests { use crate::cli; }\n";
    let source = Source { path: "a.rs".into(), text: text.into() };
    let used: Vec<String> =
        uses(&source).into_iter().map(|(line, module)| format!("{line}:{module}")).collect();
    assert_eq!(used, ["1:graph", "2:config", "2:output", "2:path", "4:span"]);

    let of = |pairs: &[(&str, &str)]| {
        let mut uses: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
        for (module, used) in pairs {
            uses.entry((*module).into()).or_default().insert((*used).into());
        }
        circle(&uses)
    };
    assert_eq!(of(&[("a", "b"), ("b", "c")]), None);
    assert_eq!(of(&[("a", "b"), ("b", "c"), ("c", "b")]).map(|modules| modules.len()), Some(3));
    assert!(stands_alone("use tera::Tera", "tera::") && !stands_alone("footnote_tera::x", "tera::"));
}
