//! What a browser's tab and a search engine show as a page's title.

use crate::support::{check_in_memory, printed};
use cscare_site::render::Press;

/// What stands between `<title>` and `</title>` of a page of a site called “Our review”.
#[track_caller]
fn title_of(path: &str) -> String {
    let long = "A title of fifty-seven characters, which is a lot of them";
    let topic = |title: &str| format!("---\ntitle: {title}\n---\n");
    let files = [
        ("site.toml", "title = \"Our review\"\npage_size = 1\n".to_owned()),
        ("content/topics/a.md", topic("Houses & homes")),
        ("content/topics/b.md", topic(long)),
        ("content/topics/c.md", topic("Our review")),
    ];
    let (_, site) = check_in_memory(files.iter().map(|(path, text)| (*path, text.as_str())));
    let html = printed(&Press::new(site.model()), &site, path);
    let (_, begun) = html.split_once("<title>").expect("it has a title");
    begun.split_once("</title>").expect("the title ends").0.to_owned()
}

#[test]
fn the_home_page_is_called_like_the_site() {
    assert_eq!(title_of("index.html"), "Our review");
}

#[test]
fn a_page_names_the_site_where_there_is_room() {
    assert_eq!(title_of("topics/a/index.html"), "Houses &amp; homes – Our review");
    assert_eq!(title_of("topics/b/index.html"), "A title of fifty-seven characters, which is a lot of them");
    assert_eq!(title_of("topics/c/index.html"), "Our review", "not twice");
}

#[test]
fn the_next_page_of_a_list_says_which_it_is() {
    assert_eq!(title_of("topics/index.html"), "Topics – Our review");
    assert_eq!(title_of("topics/page/2/index.html"), "Topics, page 2 of 3 – Our review");
}
