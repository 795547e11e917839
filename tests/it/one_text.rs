//! A heading or title is printed at several places: as itself, in the list of contents, as the page's title, in what search
//! engines and the feed are told. Whatever its author typed around a figure, the same figures stand at all of them.

use super::support::{check_in_memory, has_ending, printed};
use super::wrong_numbers::{Texts, texts};
use cscare_site::render::Press;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{Readable, Tokenizer};
use std::collections::BTreeMap;
use std::path::Path;

/// Texts of a page or feed by their places: `h1`, `title`, `h2#id`, `contents#id`, `meta description`, `caption`.
type Places = BTreeMap<String, String>;

/// Reads what stands where.
#[derive(Default)]
struct Reader {
    places: Places,
    /// Elements of interest that are open, each with the place that it fills.
    open: Vec<(Vec<u8>, String)>,
    is_contents: bool,
    /// How many elements are open whose text is struck out, and whether the mark of a note is.
    beside: usize,
    is_note: bool,
}

impl Reader {
    fn of(markup: &str) -> Places {
        let mut reader = Self::default();
        let tokens =
            Tokenizer::new_with_emitter(markup.to_reader(), DefaultEmitter::<usize>::new_with_span());
        for token in tokens.flatten() {
            match token {
                Token::StartTag(tag) => reader.begin(&tag),
                Token::String(text) => reader.text(&String::from_utf8_lossy(&text.value)),
                Token::EndTag(tag) => reader.end(&tag.name),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        reader.places
    }

    fn begin(&mut self, tag: &StartTag<usize>) {
        let attribute = |name: &[u8]| {
            let found = tag.attributes.iter().find(|(key, _)| key.as_slice() == name);
            found.map_or_else(String::new, |(_, value)| String::from_utf8_lossy(&value.value).into_owned())
        };
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        self.is_contents |= name == "nav" && attribute(b"class") == "toc";
        self.beside += usize::from(is_struck(&tag.name));
        if name == "sup" {
            self.is_note = attribute(b"class") == "footnote-ref";
            self.text("^");
        }
        let place = match name.as_str() {
            "meta" => {
                for name in
                    [attribute(b"name"), attribute(b"property")].into_iter().filter(|name| !name.is_empty())
                {
                    self.places.insert(format!("meta {name}"), attribute(b"content"));
                }
                return;
            }
            "a" if self.is_contents => format!("contents{}", attribute(b"href")),
            "h2" | "h3" | "h4" if !attribute(b"id").is_empty() => format!("h#{}", attribute(b"id")),
            "h1" | "title" | "summary" => name.clone(),
            "link" => {
                self.places.insert(name, attribute(b"href"));
                return;
            }
            _ => return,
        };
        self.open.push((tag.name.to_vec(), place));
    }

    fn text(&mut self, text: &str) {
        let open = self.open.iter().filter(|_| self.beside == 0 && !self.is_note);
        for (_, place) in open {
            self.places.entry(place.clone()).or_default().push_str(text);
        }
    }

    fn end(&mut self, name: &[u8]) {
        self.is_contents &= name != b"nav";
        self.beside -= usize::from(is_struck(name));
        self.is_note &= name != b"sup";
        if self.open.last().is_some_and(|(open, _)| open.as_slice() == name) {
            self.open.pop();
        }
    }
}

/// Whether the text of an element is struck out.
fn is_struck(name: &[u8]) -> bool {
    matches!(name, b"del" | b"s")
}

/// The figures of a text, as they are printed.
fn figures(text: &str) -> Vec<String> {
    let is_figure = |letter: char| letter.is_numeric() || "%£$€−.,".contains(letter);
    let runs = text.split(|letter: char| !is_figure(letter));
    let runs = runs.map(|run| run.trim_matches(['.', ',']).to_owned());
    runs.filter(|run| run.contains(char::is_numeric)).collect()
}

/// How many pairs of places were compared, and those whose figures differ.
#[derive(Default)]
struct Compared {
    all: usize,
    differ: Vec<String>,
}

impl Compared {
    fn same(&mut self, path: &str, one: (&str, &str), other: (&str, &str)) {
        self.all += usize::from(!figures(one.1).is_empty());
        if figures(one.1) != figures(other.1) {
            self.differ.push(format!("{path}: {} `{}`, {} `{}`", one.0, one.1, other.0, other.1));
        }
    }

    fn page(&mut self, path: &str, places: &Places) {
        let at = |place: &str| places.get(place).map_or("", String::as_str);
        if let Some(title) =
            places.get("meta og:title").filter(|_| path != "index.html" && !path.contains("/page/"))
        {
            self.same(path, ("h1", at("h1")), ("og:title", title));
        }
        if let Some(shared) = places.get("meta og:description") {
            self.same(path, ("description", at("meta description")), ("og:description", shared));
        }
        for (place, text) in places.iter().filter(|(place, _)| place.starts_with("contents#")) {
            let heading = place.replacen("contents", "h", 1);
            self.same(path, (place, text), (&heading, at(&heading)));
        }
    }

    fn feed(&mut self, feed: &str, pages: &BTreeMap<String, Places>) {
        for entry in feed.split("<entry>").skip(1).map(Reader::of) {
            let is_of = |path: &str| {
                let folder = path.strip_suffix("index.html").filter(|folder| !folder.is_empty());
                folder.is_some_and(|folder| entry["link"].ends_with(folder))
            };
            let (path, page) = pages.iter().find(|(path, _)| is_of(path)).expect("an entry is of a page");
            self.same(path, ("feed", &entry["title"]), ("h1", &page["h1"]));
            if let Some(description) = page.get("meta description") {
                self.same(path, ("feed", &entry["summary"]), ("description", description));
            }
        }
    }
}

fn compare(files: &Texts) -> Compared {
    let (_, site) = check_in_memory(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let press = Press::new(site.model());
    let mut compared = Compared::default();
    let paths = site.plan.items.keys().map(|path| path.as_str().to_owned());
    let pages: BTreeMap<String, Places> = paths
        .filter(|path| has_ending(path, "html"))
        .map(|path| (path.clone(), Reader::of(&printed(&press, &site, &path))))
        .collect();
    for (path, places) in &pages {
        compared.page(path, places);
    }
    if site.plan.items.keys().any(|path| path.as_str() == "feed.xml") {
        compared.feed(&printed(&press, &site, "feed.xml"), &pages);
    }
    compared
}

#[test]
fn no_figure_differs_between_the_places_where_a_text_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = 0;
    for review in
        ["", "tests/second", "tests/third", "tests/golden/full/sources", "tests/golden/minimal/sources"]
    {
        let compared = compare(&texts(&root.join(review)));
        assert_eq!(compared.differ, [""; 0], "{review}");
        all += compared.all;
    }
    assert!(all > 50, "{all} texts with a figure were compared");
}

/// Titles and headings with everything around a figure that Markdown knows.
#[test]
fn marks_notes_and_tags_around_a_figure_change_it_nowhere() {
    let report = "---\ntitle: Count\nkind: survey\npublisher: P\npublished: 2020-05\nstatistics:\n  \
                  a: {label: A, value: \"398,100\"}\n  b: {label: B, value: 64%}\n  c: {label: C, value: −0.41}\n---\nBody.\n";
    let marked = [
        "Of [398,100](stat:count.a)[^1] people",
        "~~65%~~ [64%](stat:count.b) of people",
        "A change of [−0.41](stat:count.c)",
        "**[64%](stat:count.b)** or *[398,100](stat:count.a)*",
        "10<sup>2</sup> times, or H<sub>2</sub>O",
        "[398,100](stat:count.a)&nbsp;people &amp; 7&frac12; more",
    ];
    let mut files = Texts::new();
    files.insert("site.toml".to_owned(), "title = \"T\"\nbase_url = \"https://example.org/\"\n".to_owned());
    files.insert("content/reports/count.md".to_owned(), report.to_owned());
    for (at, text) in marked.iter().enumerate() {
        let note = if text.contains("[^1]") { "\n[^1]: A note 5.\n" } else { "" };
        let title = text.replace("[^1]", "").replace('"', "'");
        let finding = format!(
            "---\ntitle: \"{title}\"\ncertainty: low\nbecause: so\nupdated: 2020-06-0{}\nevidence: [{{supports: count.a}}]\n---\n\
             ## {text}\n\nBody.\n\n## Another {text}\n\nMore.\n\n## A third\n\nEnd.\n{note}",
            at + 1
        );
        files.insert(format!("content/findings/f{at}.md"), finding);
    }
    let compared = compare(&files);
    assert_eq!(compared.differ, [""; 0]);
    assert!(compared.all > 25, "{}", compared.all);
}
