//! Addresses: file names with every character, every attribute that holds an address, and schemes that are refused.

use crate::support::{TestSite, finding, page};

const SETTINGS: &str = "title = \"Libraries\"\nbase_url = \"https://example.org/repo/\"\n";

fn site() -> TestSite {
    TestSite::new().file("site.toml", SETTINGS)
}

/// The addresses in a built text: what stands between quotation marks or brackets and begins with the base path.
fn addresses(text: &str) -> Vec<String> {
    let ends = |letter: char| matches!(letter, '"' | '\'' | ')' | ' ' | ',' | '<');
    let starts = text.match_indices("/repo/").map(|(at, _)| &text[at + "/repo/".len()..]);
    starts.map(|rest| rest.split(ends).next().unwrap_or_default().to_owned()).collect()
}

/// The file that a web server gives for an address below the base path.
fn served(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    percent_encoding::percent_decode_str(path).decode_utf8().expect("it is UTF-8").into_owned()
}

#[test]
fn a_file_of_any_name_is_found_and_its_address_leads_to_it() {
    for name in [
        "a b", "a#b", "a%b", "a%20b", "a&b", "a'b", "a(b)", "a,b", "a;b", "é", "日本", "a+b", "a=b@c!$",
        "a[b]",
    ] {
        let encoded: String =
            percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC).collect();
        let text = page(&format!(
            "![x](pictures/{encoded}.png) ![x](/{encoded}.png) [x](/{encoded}.png#p) [x](pictures/{encoded}.png)\n\n\
             <img src=\"pictures/{encoded}.png\" srcset=\"/{encoded}.png 2x\" alt=\"\">\n\n\
             <p style=\"background: url('/{encoded}.png')\">x</p>"
        ));
        let site = site()
            .file("content/p.md", text)
            .file(&format!("content/pictures/{name}.png"), "picture")
            .file(&format!("static/{name}.png"), "picture")
            .file(
                "static/more.css",
                format!("p {{ background: url(\"/{encoded}.png\"), url({encoded}.png) }}"),
            );
        let built = site.build().expect_clean();
        let stylesheet = built.files.keys().find(|path| path.starts_with("more.")).expect("it is published");
        let found =
            addresses(built.text("p/index.html")).into_iter().chain(addresses(built.text(stylesheet)));
        let pictures: Vec<String> = found.filter(|address| address.contains(".png")).collect();
        assert_eq!(pictures.len(), 8, "{name}: {pictures:?}");
        for address in pictures {
            assert_eq!(
                built.files.get(&served(&address)).map(Vec::as_slice),
                Some(&b"picture"[..]),
                "{name}: {address}"
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn a_question_mark_in_a_name_is_no_query() {
    let site = site()
        .file("content/p.md", page("![x](a%3Fb.png) ![x](<a?b.png>)"))
        .file("content/a?b.png", "picture");
    let built = site.build().expect_built();
    built.found.assert_codes(&["P005"]);
    assert_eq!(built.text("p/index.html").matches("/repo/a%3Fb.").count(), 2);
}

#[test]
fn what_stands_behind_a_path_stays_behind_it() {
    let text = page("[a](/r.pdf?v=1#page=2) [b](r.pdf#page=3) ![c](/icon.svg#x) [d](/feed.xml?a)");
    let built = site()
        .file("content/p.md", text)
        .file("content/r.pdf", "")
        .file("static/r.pdf", "")
        .build()
        .expect_clean();
    let page = built.text("p/index.html");
    for address in ["/repo/r.pdf?v=1#page=2\"", ".pdf#page=3\"", "/repo/icon.svg#x\"", "/repo/feed.xml?a\""] {
        assert!(page.contains(address), "{address}: {page}");
    }
}

#[test]
fn redirects_feeds_and_maps_print_encoded_addresses() {
    let text = "---\ntitle: P\naliases: [/früher/, /a%b/]\n---\n";
    let built = site().file("content/p.md", text).build().expect_clean();
    assert!(built.files.contains_key("früher/index.html") && built.files.contains_key("a%b/index.html"));
    let linked =
        site().file("content/p.md", text).file("content/q.md", page("[p](/fr%C3%BCher/) [p](/a%25b/)"));
    assert!(linked.build().expect_clean().text("q/index.html").contains("\"/repo/fr%C3%BCher/\""));
}

#[test]
fn a_picture_is_a_file() {
    for text in ["![A pic](#top)", "![A pic]()", "![A pic](?x)", "![A pic](index.md)"] {
        let found = site().file("content/index.md", page("")).file("content/p.md", page(text)).check();
        found.assert_codes(&["L003"]);
    }
}

#[test]
fn a_suggested_name_with_a_space_can_be_typed_as_it_is() {
    let site = |link: &str| site().file("content/img/my pic.png", "png").file("content/p.md", page(link));
    let found = site("![A pic](imgs/my%20pic.png)").check();
    let lines = found.lines();
    assert!(lines.iter().any(|line| line.contains("did you mean `img/my%20pic.png`")), "{lines:?}");
    site("![A pic](img/my%20pic.png)").check().assert_codes(&[]);
}

#[test]
fn every_attribute_is_checked_like_an_image() {
    for (html, code) in [
        ("<img srcset=\"/icon.svg 1x, gone.png 2x\" src=\"/icon.svg\" alt=\"\">", "L003"),
        ("<video poster=gone.png src=/icon.svg></video>", "L003"),
        ("<object data=gone.pdf></object>", "L001"),
        ("<table background=gone.png><tr><th>a</th></tr></table>", "L003"),
        ("<form action=gone.md></form>", "L001"),
        ("<button formaction=/gone/>a</button>", "L001"),
        ("<p style=\"background: url(gone.png)\">a</p>", "L003"),
        ("<style>p { background: url(gone.png) }</style>", "L003"),
        ("<svg><image href=\"gone.png\"/></svg>", "L003"),
        ("<iframe src=gone.html></iframe>", "L001"),
        ("<link rel=stylesheet href=gone.css>", "L001"),
        ("<script src=\"gone.js\"></script>", "L003"),
    ] {
        let found = site().file("content/p.md", page(html)).check();
        found.assert_codes(&[code]);
    }
    site()
        .file("static/a.css", "@import \"gone.css\"; p { background: url(gone.png) }")
        .check()
        .assert_codes(&["L003", "L003"]);
}

#[test]
fn an_image_that_is_a_page_or_a_source_is_refused() {
    for target in ["q.md", "../site.toml", "../templates/page.html", "%71.md"] {
        for text in [
            format!("![words]({target})"),
            format!("<img src=\"{target}\" alt=\"\">"),
            format!("<p style='background:url({target})'>a</p>"),
        ] {
            let site = site()
                .file("content/p.md", page(&text))
                .file("content/q.md", page(""))
                .file("templates/page.html", "");
            site.check().assert_codes(&["L003"]);
        }
    }
}

#[test]
fn schemes_that_no_site_links_to_are_refused_wherever_an_address_stands() {
    for address in [
        "javascript:alert",
        "JavaScript:alert",
        "java&#10;script:alert",
        "&#x6A;avascript:alert",
        "&#1;javascript:alert",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "blob:x",
        "C:/notes.txt",
    ] {
        for text in [
            format!("[words](<{address}>)"),
            format!("[words][x]\n\n[x]: <{address}>"),
            format!("![words](<{address}>)"),
            format!("<a href=\"{address}\">words</a>"),
            format!("<a href='\t{address}'>words</a>"),
            format!("<svg><a xlink:href=\"{address}\">words</a></svg>"),
            format!("<iframe src=\"{address}\"></iframe>"),
            format!("<object data=\"{address}\"></object>"),
            format!("<form action=\"{address}\"></form>"),
            format!("<input formaction=\"{address}\">"),
            format!("<p style=\"background: url({address})\">words</p>"),
            format!("<img srcset=\"{address} 2x\" src=\"/icon.svg\" alt=\"\">"),
            format!("<svg><a><animate attributeName=href values=\"#a;{address}\" /></a></svg>"),
            format!("<svg><a><set attributeName='xlink:href' to=\"{address}\" /></a></svg>"),
            format!("<a href=\"#main\" ping=\"/a/ {address}\">words</a>"),
            format!("<meta http-equiv=Refresh content=\"0; URL='{address}'\">"),
        ] {
            // An address in a list of pictures ends at white space, and so does not hold any.
            if text.contains("srcset") && address.contains("&#1") {
                continue;
            }
            let found = site().file("content/p.md", page(&text)).check();
            assert!(found.codes().contains(&"L005") && found.has_errors(), "{text}: {:?}", found.lines());
        }
    }
}

#[test]
fn schemes_are_refused_in_fields_and_settings_and_without_raw_html() {
    let link = "[words](javascript:alert)";
    let report =
        |more: &str| format!("---\ntitle: R\nkind: survey\npublisher: P\npublished: 2020\n{more}---\n");
    for (path, text) in [
        ("content/p.md", format!("---\ntitle: \"P {link}\"\n---\n")),
        ("content/findings/f.md", finding(&format!("evidence: []\nstatement: \"{link}\"\n"))),
        ("content/reports/r.md", report("url: \"java\\nscript:alert(1)\"\n")),
        (
            "content/reports/r.md",
            report("statistics: {a: {label: A, value: 3%, url: \"javascript:alert\"}}\n"),
        ),
        (
            "static/a.css",
            "@import 'javascript:alert'; p { background: url(java\\73 cript:alert) }".to_owned(),
        ),
        ("site.toml", format!("{SETTINGS}[licence]\nname = \"L\"\nurl = \"javascript:alert\"\n")),
    ] {
        let found = site().file(path, &text).check();
        assert!(found.codes().contains(&"L005"), "{path}: {:?}", found.lines());
    }
    let settings = format!("{SETTINGS}[markdown]\nraw_html = false\n");
    site().file("site.toml", settings).file("content/p.md", page(link)).check().assert_codes(&["L005"]);
}

#[test]
fn other_schemes_are_let_pass() {
    let text = page(
        "[a](https://example.org) [b](HTTP://example.org) [c](mailto:a@example.org) [d](tel:+441234) <a@example.org> \
         [e](//example.org/a)\n\n![f](data:image/png;base64,AA)\n\n<a href=\"SMS:1\">g</a> [h](a:b)\n\n\
         <p style=\"background: url(data:image/svg+xml,x)\">i</p>",
    );
    let settings = format!("{SETTINGS}[markdown]\nschemes = [\"sms\", \"A\"]\n");
    site().file("site.toml", settings).file("content/p.md", text).check().assert_silent();
    let settings = format!("{SETTINGS}[markdown]\nschemes = [\"a b\"]\n");
    site().file("site.toml", settings).check().assert_codes(&["F007"]);
}

#[test]
fn an_address_in_front_matter_that_leads_to_this_site_is_a_link() {
    let report =
        |url: &str| format!("---\ntitle: R\nkind: survey\npublisher: P\npublished: 2020\nurl: {url}\n---\n");
    let site = site()
        .file("static/a b.pdf", "")
        .file("content/f/c.pdf", "picture")
        .file("content/p.md", page("[r](reports/r.md)"));
    for (url, printed) in [
        ("/a%20b.pdf", "href=\"/repo/a%20b.pdf\""),
        ("../f/c.pdf", "href=\"/repo/f/c."),
        ("../p.md", "href=\"/repo/p/\""),
        ("https://example.org/a", "href=\"https://example.org/a\""),
    ] {
        site.write("content/reports/r.md", report(url));
        assert!(
            site.build()
                .expect_built()
                .text("reports/r/index.html")
                .contains(&format!("class=\"address\" {printed}")),
            "{url}"
        );
    }
    for url in ["www.example.org/a", "/gone/", "gone.pdf"] {
        site.write("content/reports/r.md", report(url));
        assert!(site.check().codes().contains(&"L001"), "{url}: {:?}", site.check().lines());
    }
}

#[test]
fn a_stylesheet_is_named_anew_when_what_it_shows_changes() {
    let named = |picture: &str| {
        let site = site()
            .file("static/a.css", "@import \"b.css\";")
            .file("static/b.css", "@import \"a.css\"; p { background: url(../content/x.png) }")
            .file("content/x.png", picture);
        let files = site.build().expect_clean().files;
        files.into_keys().filter(|path| path.starts_with("a.") || path.starts_with("b.")).collect::<Vec<_>>()
    };
    let (one, other) = (named("one"), named("other"));
    assert_eq!((one.len(), one.iter().any(|name| other.contains(name))), (2, false), "{one:?} {other:?}");
}

#[test]
fn remarks_may_stand_where_raw_html_is_switched_off() {
    let settings = format!("{SETTINGS}[markdown]\nraw_html = false\n");
    let site = site().file("site.toml", settings);
    for text in ["<!-- a remark -->\n\nText <!-- another --> here.", "<!-- over\n\ntwo -->\n<!-- three -->"] {
        site.write("content/p.md", page(text));
        let built = site.build().expect_clean();
        assert!(!built.text("p/index.html").contains("remark"));
    }
    for text in ["<!-- a --> <b>", "<!-- a -->\n<script>x</script>\n", "<!-- <b>"] {
        site.write("content/p.md", page(text));
        site.check().assert_codes(&["M003"]);
    }
}

#[test]
fn without_a_whole_address_there_is_no_feed_and_no_map() {
    for address in ["", "base_url = \"/repo/\"\n"] {
        let site = TestSite::new().file("site.toml", format!("title = \"Libraries\"\n{address}"));
        let built = site.build().expect_clean();
        assert!(!built.files.contains_key("feed.xml") && !built.files.contains_key("sitemap.xml"));
        assert!(built.files.iter().all(
            |(path, bytes)| !path.ends_with('l') || !String::from_utf8_lossy(bytes).contains("feed.xml")
        ));
        let run = site.run(&["build"]);
        assert_eq!((run.code, run.stderr.matches("base_url").count()), (Some(0), 2), "{}", run.stderr);
        let linked = site.file("content/p.md", page("[feed](/feed.xml)")).check();
        assert!(linked.lines()[0].contains("set `base_url`"), "{:?}", linked.lines());
    }
    let run = site().run(&["build"]);
    assert!(!run.stderr.contains("base_url"), "{}", run.stderr);
}

#[test]
fn a_query_stays_behind_the_page_that_it_is_asked_of() {
    let site = site()
        .file("content/q.md", page("## Part\n"))
        .file("static/a.pdf", "picture")
        .file("content/p.md", page("[a](q.md?x=1&y#part) [b](q.md?z) [c](../static/a.pdf?d#e)"));
    let built = site.build().expect_clean();
    let text = built.text("p/index.html");
    for printed in ["/repo/q/?x=1&amp;y#part\"", "/repo/q/?z\"", "/repo/a.pdf?d#e\""] {
        assert!(text.contains(printed), "{printed}: {text}");
    }
}

#[test]
fn what_stands_at_a_path_without_being_a_page_is_called_what_it_is() {
    let site = site()
        .file("content/topics/a-topic.md", "---\ntitle: A topic\ndescription: A.\n---\nText.\n")
        .file("content/q.md", page("Text."));
    for (text, said) in [
        ("[a](../site.toml)", "leads to `site.toml`, which is not published"),
        ("[a](topics)", "which is a folder\n  (link to a file in it, or to its list at `/topics/`"),
        ("[a](topics/)", "which is a folder"),
        ("[a](topics/a-topic.html)", "did you mean `topics/a-topic.md`"),
        ("[a](q.html)", "did you mean `q.md`"),
        ("![a](/)", "which is a folder"),
        ("![a](q.bak)", "which is never published"),
        ("<img src=\"\" alt=\"\">", "`` names no file"),
    ] {
        site.write("content/p.md", page(text));
        let found = site.check();
        let told: Vec<String> = found.lines();
        let wanted: Vec<&str> = said.split("\n  ").collect();
        assert!(wanted.iter().all(|part| told.iter().any(|line| line.contains(part))), "{text}: {told:?}");
        assert_eq!(told.len(), 1, "{text}: {told:?}");
    }
}

#[test]
fn an_anchor_in_a_record_leads_to_the_page_of_the_record_wherever_it_is_read() {
    let report = "---\ntitle: R\nkind: survey\npublisher: P\npublished: 2020\nclaims:\n  \
                  a: {text: A claim., caveat: \"see [how](#how)\"}\n---\n## How\n\nText.\n";
    let text = finding("evidence: [{supports: r.a}]\n");
    let site = site().file("content/reports/r.md", report).file("content/findings/f.md", text);
    let built = site.build().expect_built();
    for path in ["findings/f/index.html", "reports/r/index.html"] {
        assert!(built.text(path).contains("href=\"/repo/reports/r/#how\""), "{path}: {}", built.text(path));
    }
}

#[test]
fn a_file_that_is_missing_twice_in_a_tag_is_missing_once() {
    let text = page("<img src=\"a.png\" srcset=\"a.png 2x\" alt=\"\">");
    site().file("content/p.md", text).check().assert_codes(&["L003"]);
}

#[test]
fn raw_html_holds_nothing_that_no_page_may_hold() {
    let text = page("<p title=\"a&#1;b&#xB;\">Words.</p>\n\nMore <b title=\"&#xffff;\">words</b>.");
    let built = site().file("content/p.md", text).build().expect_clean();
    let text = built.text("p/index.html").to_lowercase();
    assert!(!text.contains("&#1;") && !text.contains("&#xb;") && !text.contains("&#xffff;"), "{text}");
}

#[test]
fn numbers_in_the_name_of_a_file_are_no_figures() {
    let site = site().file("static/visits-25.csv", "a");
    site.write(
        "content/p.md",
        page("[visits-25.csv](/visits-25.csv), [the file visits-25.csv](/visits-25.csv)."),
    );
    site.check().assert_silent();
    site.write("content/p.md", page("[25 visits in visits-25.csv](/visits-25.csv)."));
    site.check().assert_codes(&["W001"]);
}

#[test]
fn what_browsers_make_of_raw_html_is_checked() {
    let live = "javascript:alert(1)";
    for (text, code) in [
        (format!("<xmp><p title=\"</xmp><a href={live}>x</a>\"></xmp>"), "L005"),
        (format!("text <title><!-- </title><a href=\"{live}\">x</a> --> more"), "L005"),
        (format!("<div>\n<textarea><!-- </textarea><a href=\"{live}\">x</a> -->\n</div>"), "L005"),
        (format!("<div>\n<svg><style><a href=\"{live}\"><text>x</text></a></style></svg>\n</div>"), "M006"),
        ("<div>\n<style>p { color: red }\n</div>".to_owned(), "M006"),
        ("text <title> and more".to_owned(), "M006"),
        ("<template>\n\ntext".to_owned(), "M006"),
        (format!("<noscript>\n<p title=\"</noscript><a href={live}>x</a>\"></noscript>"), "M006"),
        ("text <style>p{background:url(nosuch.png)}</style> more".to_owned(), "M006"),
        ("<svg><rect filter=\"url(nosuch.svg)\" /></svg>".to_owned(), "L003"),
        (format!("<svg><animate attributeName=\"xl:href\" values=\"{live}\" /></svg>"), "L005"),
        (format!("<meta http-equiv=refresh content=\"0;{live}\">"), "L005"),
        ("<meta http-equiv=refresh content=\"0; nosuch/\">".to_owned(), "L001"),
        (format!("<blockquote cite=\"{live}\">a</blockquote>"), "L005"),
        ("[x](https:nosuch)".to_owned(), "L005"),
        ("[x](<https://>) and [y](mailto:)".to_owned(), "L005"),
        ("![x words](mailto:a@example.org)".to_owned(), "L005"),
    ] {
        let found = site().file("content/p.md", page(&text)).check();
        assert!(found.codes().contains(&code), "{text}: {:?}", found.lines());
    }
    let settings = format!("{SETTINGS}[licence]\nname = \"L\"\nurl = \"nosuch\"\n");
    site().file("site.toml", settings).check().assert_codes(&["F007"]);
}

#[test]
fn what_every_browser_understands_is_let_pass() {
    for text in [
        "[back to top](#top) <a href=\"#top\">Top of the page</a>",
        "<a name=\"old\"></a>\n\n[the old words](#old)",
        "<script>var a = \"<img src=nosuch.png>\";</script>",
        "<iframe title=\"empty\" src=\"about:blank\"></iframe>",
    ] {
        site().file("content/p.md", page(text)).check().assert_silent();
    }
}

#[test]
fn an_old_address_is_found_as_a_browser_asks_for_it() {
    let text = "---\ntitle: P\naliases: [\"/a%20b/\", \"/caf%C3%A9/\", \"/c d/\"]\n---\nText.\n";
    let built = site().file("content/p.md", text).build().expect_clean();
    for path in ["a b/index.html", "café/index.html", "c d/index.html"] {
        assert!(built.files.contains_key(path), "{path}: {:?}", built.files.keys().collect::<Vec<_>>());
    }
    for alias in ["/%2e%2e/x/", "/.git/config/", "/a/.GIT/x/"] {
        let text = format!("---\ntitle: P\naliases: [\"{alias}\"]\n---\nText.\n");
        assert!(site().file("content/p.md", text).check().has_errors(), "{alias}");
    }
}

#[test]
fn an_address_from_the_root_gets_the_path_of_the_site_in_every_stylesheet() {
    let site = site().file("static/ok.png", "picture").file("static/a.css", "p { background: url(/ok.png) }");
    let built = site.build().expect_clean();
    let css = built.files.iter().find(|(path, _)| path.starts_with("a."));
    let css = String::from_utf8_lossy(css.expect("it is published").1);
    assert!(css.contains("url(/repo/ok.png)") || css.contains("url(\"/repo/ok.png\")"), "{css}");
}

#[test]
fn an_address_that_names_a_host_has_to_say_how_it_is_reached() {
    for text in [
        "[x](/&#9;/evil.example)",
        "<a href=\"/\\evil.example\">x</a>",
        "<img src=\"\\\\evil.example/a.png\" alt=\"\">",
    ] {
        let found = site().file("content/p.md", page(text)).check();
        found.assert_codes(&["L005"]);
        assert!(found.lines()[0].contains("two slashes"), "{:?}", found.lines());
    }
}

#[test]
fn what_a_link_meets_is_said() {
    let draft = "---\ntitle: D\ndraft: true\n---\n";
    let long = format!("![x]({}.png)", "a".repeat(100_000));
    for (text, code, wanted) in [
        ("[a draft](d.md)", "L001", "which is a draft"),
        ("[a page](<reports\\x.md>)", "L001", "write `/` between folders: `reports/x.md`"),
        ("[street trees](term:Street tree)", "R004", "explains no term"),
        (long.as_str(), "L003", " … "),
    ] {
        let found = site().file("content/d.md", draft).file("content/p.md", page(text)).check();
        let line = found.lines().into_iter().find(|line| line.contains(code));
        let line = line.unwrap_or_else(|| panic!("{code}: {:?}", found.codes()));
        assert!(line.contains(wanted) && line.len() < 5000, "{line}");
    }
}

#[test]
fn remarks_of_the_source_are_on_no_page() {
    let text =
        page("A <!-- hush hush --> b.\n\n<!-- hush hush -->\n\n<div>\n<!-- hush hush --><p>c</p>\n</div>\n");
    let finding = finding("").replace("one source", "\"one source <!-- hush hush -->\"");
    let site = TestSite::with_report().file("content/p.md", text).file("content/findings/f.md", finding);
    let files = site.build().expect_built().files;
    assert!(!files.values().any(|bytes| String::from_utf8_lossy(bytes).contains("hush hush")));
}
