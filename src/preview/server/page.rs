//! The little that a previewed page has over a built one, and the pages that no build writes.

use crate::document::escape::escape;
use crate::preview::news::{News, Problem};

/// The folder of the preview's own files on the host. No file of a site can lie there: see
/// [`crate::path::RESERVED_PREFIX`].
pub const OWN_FOLDER: &str = "/.cscare-preview/";

/// How many problems a page of them shows.
const SHOWN: usize = 20;

/// What the script is told about the page that it stands in.
#[derive(Debug, Clone, Copy)]
pub struct ScriptTag<'a> {
    /// Of the bytes without this tag.
    pub etag: &'a str,
    /// The status of the response.
    pub status: u16,
    /// How the site stood.
    pub news: &'a News,
    /// Why the page could not be made.
    pub reason: &'a str,
    /// Addresses that may have been meant.
    pub near: &'a [String],
}

impl ScriptTag<'_> {
    fn html(&self) -> String {
        let mut html = format!(
            "<script type=\"module\" src=\"{OWN_FOLDER}client.js\" data-page=\"{}\" data-status=\"{}\" \
             data-session=\"{}\" data-generation=\"{}\" data-checked=\"{}\"",
            self.etag, self.status, self.news.session, self.news.generation, self.news.checked
        );
        if !self.reason.is_empty() {
            html.push_str(&format!(" data-reason=\"{}\"", escape(self.reason)));
        }
        if !self.near.is_empty() {
            html.push_str(&format!(" data-near=\"{}\"", escape(&self.near.join(" "))));
        }
        html.push_str("></script>");
        html
    }
}

/// The page with the script tag before its end.
#[must_use]
pub fn inject(page: &[u8], tag: &ScriptTag<'_>) -> Vec<u8> {
    const END: &[u8] = b"</body";
    let end = page.windows(END.len()).rposition(|window| window.eq_ignore_ascii_case(END));
    let (before, after) = page.split_at(end.unwrap_or(page.len()));
    [before, tag.html().as_bytes(), after].concat()
}

/// The page in place of one that cannot be made.
#[must_use]
pub fn failed(reason: &str, news: &News) -> String {
    let mut main = String::from("<h1>This page cannot be made yet</h1>\n");
    if !reason.is_empty() && !news.problems.iter().any(|problem| problem.message.contains(reason)) {
        main.push_str(&format!("<p>{}</p>\n", escape(reason)));
    }
    main.push_str("<p>It will appear here as soon as the site is mended.</p>\n");
    if !news.problems.is_empty() {
        main.push_str(&problems(&news.problems));
    }
    whole("This page cannot be made yet", &main)
}

/// The page for an address at which nothing stands, when the site has none of its own.
#[must_use]
pub fn missing(near: &[String]) -> String {
    let mut main = String::from("<h1>There is no page here</h1>\n");
    if !near.is_empty() {
        main.push_str("<p>Did you mean one of these?</p>\n<ul>\n");
        for address in near {
            main.push_str(&format!("<li>{}</li>\n", anchor(address)));
        }
        main.push_str("</ul>\n");
    }
    whole("There is no page here", &main)
}

/// The page for an address outside the site.
#[must_use]
pub fn outside(base: &str) -> String {
    let main = format!("<h1>There is no page here</h1>\n<p>The site lies below {}</p>\n", anchor(base));
    whole("There is no page here", &main)
}

/// The page for a request that is not answered.
#[must_use]
pub fn refused(sentence: &str) -> String {
    whole("Refused", &format!("<h1>Refused</h1>\n<p>{}</p>\n", escape(sentence)))
}

fn anchor(address: &str) -> String {
    let address = escape(address);
    format!("<a href=\"{address}\">{address}</a>")
}

fn whole(title: &str, main: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<style>\n{}</style>\n</head>\n\
         <body>\n<main>\n{main}</main>\n</body>\n</html>\n",
        include_str!("client/look.css")
    )
}

/// The list of problems, as the script draws it over a page.
fn problems(problems: &[Problem]) -> String {
    let mut html = String::from("<ol class=\"problems\">\n");
    html.extend(problems.iter().take(SHOWN).map(problem));
    html.push_str("</ol>\n");
    if problems.len() > SHOWN {
        html.push_str(&format!("<p>… and {} more</p>\n", problems.len() - SHOWN));
    }
    html
}

fn problem(problem: &Problem) -> String {
    let (level, code, message) = (problem.level, problem.code, escape(&problem.message));
    let mut html = format!(
        "<li class=\"{level}\">\n<p class=\"message\"><strong>{level} <code>{code}</code></strong> {message}</p>\n"
    );
    html.push_str(&format!("<p class=\"place\">{}</p>\n", place(problem)));
    if !problem.snippet.is_empty() {
        html.push_str(&format!("<pre tabindex=\"0\">{}</pre>\n", escape(&problem.snippet)));
    }
    if !problem.page.is_empty() {
        html.push_str(&format!("<p>While making the page {}</p>\n", escape(&problem.page)));
    }
    if !problem.help.is_empty() {
        html.push_str(&format!("<p class=\"help\"><strong>help</strong> {}</p>\n", escape(&problem.help)));
    }
    html.push_str("</li>\n");
    html
}

fn place(problem: &Problem) -> String {
    let place = escape(&problem.place());
    if problem.editor.is_empty() {
        return place;
    }
    format!("<a href=\"{}\">{place}</a>", escape(&problem.editor))
}

#[cfg(test)]
mod tests {
    use super::{ScriptTag, inject};
    use crate::preview::news::News;

    #[test]
    fn the_script_stands_at_the_end_of_the_body() {
        let near = ["/a/".to_owned(), "/b/".to_owned()];
        let news = News { session: 1, generation: 2, checked: 3, ..News::default() };
        let tag = ScriptTag { etag: "ff", status: 404, news: &news, reason: "a \"b\" <c>", near: &near };
        let script = "<script type=\"module\" src=\"/.cscare-preview/client.js\" data-page=\"ff\" \
             data-status=\"404\" data-session=\"1\" data-generation=\"2\" data-checked=\"3\" \
             data-reason=\"a &quot;b&quot; &lt;c&gt;\" data-near=\"/a/ /b/\"></script>";
        for (page, before, after) in [
            ("<body>a</body></html>", "<body>a", "</body></html>"),
            ("<BODY>a</body >b</BODY\n>", "<BODY>a</body >b", "</BODY\n>"),
            ("<p>no end", "<p>no end", ""),
            ("", "", ""),
        ] {
            let injected = String::from_utf8(inject(page.as_bytes(), &tag)).expect("it was text");
            assert_eq!(injected, format!("{before}{script}{after}"));
        }
        let bytes = inject(b"\xff</bod", &tag);
        assert!(bytes.starts_with(b"\xff</bod<script "), "what is no text stays as it is");
    }
}
