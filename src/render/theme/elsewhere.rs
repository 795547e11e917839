//! Names that values have in other engines, and what they are called here.

/// Variables.
const VARIABLES: [(&[&str], &str); 8] = [
    (&["config", "settings", "params"], "what the settings say is in `site`: `{{ site.title }}`"),
    (&["content", "body", "body_html"], "the text of a page is `{{ page.body }}`"),
    (&["post", "article", "entry", "doc"], "what is shown is `page`: `{{ page.title }}`"),
    (&["super", "block", "parent"], "what the extended template has in a block is `{{ super() }}`"),
    (
        &["loop", "forloop"],
        "there is a `loop` between `{% for one in list %}` and `{% endfor %}`: `{{ loop.index }}`",
    ),
    (
        &["section", "collections", "posts", "pages"],
        "lists stand in the part of a page's kind, such as `list.cards` in list.html",
    ),
    (&["lang", "language", "locale"], "the language is `{{ site.language }}`"),
    (&["range"], "`range` is a function: `{% for i in range(end=3) %}`"),
];

/// Fields of `site`.
const OF_SITE: [(&[&str], &str); 4] = [
    (
        &["url", "base_url", "baseurl", "baseURL", "base_path", "root"],
        "the home page is at `{{ site.home }}`, and before an address that stands elsewhere goes `{{ site.origin }}`",
    ),
    (&["name"], "write `{{ site.title }}`"),
    (&["lang", "language_code", "LanguageCode"], "write `{{ site.language }}`"),
    (&["author"], "write `{{ site.authors | join(sep=\", \") }}`"),
];

/// Fields of `page`.
const OF_PAGE: [(&[&str], &str); 5] = [
    (&["content", "body_html", "html"], "write `{{ page.body }}`"),
    (
        &["date", "last_modified", "modified", "lastmod"],
        "write `{% if page.updated %}{{ page.updated.text }}{% endif %}`",
    ),
    (&["permalink", "path", "link", "href", "slug"], "the address of the page is `{{ page.url }}`"),
    (&["summary", "excerpt", "abstract"], "write `{{ page.description }}`"),
    (&["params", "data", "meta", "metadata", "extras"], "what an author put under `extra:` is `page.extra`"),
];

/// What a variable of this name is here.
pub(super) fn variable(name: &str) -> Option<&'static str> {
    find(&VARIABLES, name)
}

/// What a field of this name is here.
pub(super) fn field(record: &str, name: &str) -> Option<&'static str> {
    match record {
        "SiteView" => find(&OF_SITE, name),
        "PageView" => find(&OF_PAGE, name),
        _ => None,
    }
}

fn find(table: &[(&[&str], &'static str)], name: &str) -> Option<&'static str> {
    table.iter().find(|(names, _)| names.contains(&name)).map(|(_, help)| *help)
}

#[cfg(test)]
mod tests {
    use super::{OF_PAGE, OF_SITE};
    use crate::render::contract::{Contract, PAGE, SITE};

    #[test]
    fn what_has_another_name_here_has_none_there() {
        let contract = Contract::read();
        for (record, table) in [(SITE, &OF_SITE[..]), (PAGE, &OF_PAGE[..])] {
            let known = contract.record(record).expect("it is listed");
            for name in table.iter().flat_map(|(names, _)| *names) {
                assert!(known.field(name).is_none(), "{record}.{name}");
            }
        }
    }
}
