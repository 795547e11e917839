//! What a preview keeps from one edit to the next: the press, and the pages it prints.

use crate::support::printed;
use cscare_site::diagnostic::Checked;
use cscare_site::document::highlight::Highlighter;
use cscare_site::render::{Press, Worn};
use cscare_site::site::{Options, Site};
use cscare_site::source::SourceTree;

/// A template changed.
const TEMPLATES: Worn = Worn { theme: true, words: false };

const PAGE: (&str, &str) = ("content/a.md", "---\ntitle: A page\n---\nBody.\n");

fn site(files: &[(&str, &str)]) -> Site {
    let title = [("site.toml", "title = \"T\"\n"), PAGE];
    let sources = SourceTree::in_memory(title.into_iter().chain(files.iter().copied()));
    Site::load(Checked::clean(sources), &Options::default(), &Highlighter::default())
}

#[test]
fn a_broken_template_leaves_the_former_theme_in_use() {
    let former = site(&[]);
    let press = Press::new(former.model());
    let usual = printed(&press, &former, "a/index.html");
    let broken = site(&[("templates/page.html", "{% block main %}")]);
    let press = press.renewed(broken.model(), TEMPLATES);
    assert_ne!(press.problems().count(), 0);
    assert_eq!(printed(&press, &broken, "a/index.html"), usual);
    let press = press.renewed(former.model(), TEMPLATES);
    assert_eq!(press.problems().count(), 0, "what is mended is no longer told");
}

#[test]
fn a_header_that_fails_leaves_the_former_one_in_place() {
    let former = site(&[]);
    let press = Press::new(former.model());
    let failing = site(&[("templates/parts/header.html", "{{ site.nothing.at_all }}")]);
    let press = press.renewed(failing.model(), TEMPLATES);
    assert_ne!(press.problems().count(), 0);
    assert!(printed(&press, &failing, "a/index.html").contains("<header class=\"masthead\">"));
}

#[test]
fn without_any_usable_theme_there_is_nothing_to_print_with() {
    let broken = site(&[("templates/page.html", "{% block main %}")]);
    let press = Press::new(broken.model());
    assert!(press.renderer(broken.model()).is_none());
    assert!(press.renewed(site(&[]).model(), TEMPLATES).renderer(broken.model()).is_some());
}

#[test]
fn the_menu_follows_the_records_without_a_new_theme() {
    let empty = site(&[]);
    let press = Press::new(empty.model());
    assert!(!printed(&press, &empty, "a/index.html").contains("href=\"/topics/\""));
    let more = site(&[("content/topics/use.md", "---\ntitle: Use\n---\n")]);
    let press = press.renewed(more.model(), Worn::default());
    assert!(printed(&press, &more, "a/index.html").contains("href=\"/topics/\""));
}

#[test]
fn words_are_replaced_when_they_are_worn() {
    let former = site(&[]);
    let press = Press::new(former.model());
    let reworded = site(&[("templates/words.en.toml", "skip_to_content = \"Jump\"\n")]);
    let kept = press.renewed(reworded.model(), Worn::default());
    assert!(!printed(&kept, &reworded, "a/index.html").contains(">Jump</a>"));
    let renewed = press.renewed(reworded.model(), Worn { theme: false, words: true });
    assert!(printed(&renewed, &reworded, "a/index.html").contains(">Jump</a>"));
}
