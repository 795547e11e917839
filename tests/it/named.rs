//! Only what is named gets out: which files among the content are published, and what is said of the others.

use crate::support::{TestSite, page};

const SETTINGS: &str = "title = \"Libraries\"\nbase_url = \"https://example.org/repo/\"\n";

fn site() -> TestSite {
    TestSite::new().file("site.toml", SETTINGS)
}

/// The paths of built files that hold this word.
fn built(site: &TestSite, word: &str) -> Vec<String> {
    let files = site.build().expect_built().files;
    files.into_keys().filter(|path| path.contains(word)).collect()
}

#[test]
fn a_file_that_nothing_names_is_left_out_and_told() {
    let site = site().file("content/notes.txt", "ring the minister").file("content/a/data.bin", [0, 255]);
    let found = site.check();
    found.assert_codes(&["S005", "S005"]);
    assert!(found.lines()[0].contains("nothing links to this file; it is left out"), "{:?}", found.lines());
    assert_eq!(built(&site, "notes"), Vec::<String>::new());
    assert_eq!(built(&site, "data.bin"), Vec::<String>::new());
}

/// What lies beside a page may be private, and messages end up in the logs of other machines.
#[test]
fn nothing_is_shown_of_a_file_that_is_left_out() {
    let run = site().file("content/notes.txt", "ring the minister").run(&["check"]);
    assert!(run.stderr.contains("content/notes.txt") && !run.stderr.contains("minister"), "{}", run.stderr);
}

#[test]
fn what_is_well_known_is_published() {
    let site = site().file("static/.well-known/security.txt", "Contact: x").file("static/.env", "key");
    assert_eq!(built(&site, "security.txt"), [".well-known/security.txt"]);
    assert_eq!(built(&site, ".env"), Vec::<String>::new());
}

#[test]
fn the_level_of_files_that_nothing_names_can_be_set() {
    for (level, codes) in [("off", vec![]), ("error", vec!["S005"])] {
        let settings = format!("{SETTINGS}[rules]\nunused-file = \"{level}\"\n");
        let found = TestSite::new().file("site.toml", settings).file("content/notes.txt", "x").check();
        found.assert_codes(&codes);
        assert_eq!(found.has_errors(), level == "error");
    }
}

#[test]
fn what_programs_leave_beside_files_is_left_out_without_a_word() {
    let names = [
        "p.md~",
        "p.md.orig",
        "p.bak",
        "P.BAK",
        "~$minutes.docx",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "p.md.swp",
        "#p.md#",
        ".#p.md",
        "p.md.rej",
        "p.tmp",
        ".~lock.a.odt#",
    ];
    let site = names.into_iter().fold(site(), |site, name| {
        site.file(&format!("content/{name}"), "left").file(&format!("static/{name}"), "left")
    });
    site.check().assert_silent();
    let left: Vec<String> =
        site.build().files.into_iter().filter(|(_, bytes)| bytes == b"left").map(|(path, _)| path).collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn copies_and_keys_in_static_are_left_out_and_told() {
    let key = "-----BEGIN RSA PRIVATE KEY-----\nleft\n";
    let names = ["a.old", "Copy of a.txt", "nohup.out", "core", "backup.zip", "id_rsa", "server.pem"];
    let site = names.into_iter().fold(site(), |site, name| site.file(&format!("static/x/{name}"), key));
    let site =
        site.file("static/x/public.pem", "-----BEGIN CERTIFICATE-----\n").file("static/x/data.sql", "open");
    let found = site.check();
    found.assert_codes(&["S003"; 7]);
    assert!(found.lines().iter().all(|line| line.contains("was left out")), "{:?}", found.lines());
    let files = site.build().expect_built().files;
    assert!(!files.values().any(|bytes| bytes == key.as_bytes()));
    assert!(files.contains_key("x/public.pem") && files.contains_key("x/data.sql"));
}

#[test]
fn a_file_is_published_whatever_names_it() {
    for (path, text) in [
        ("content/a.md", page("![words](x.png)")),
        ("content/a.md", page("[words](x.png)")),
        ("content/a.md", page("[words][x]\n\n[x]: x.png")),
        ("content/a.md", page("<img src=\"x.png\" alt=\"\">")),
        ("content/a.md", page("<img srcset=\"/icon.svg 1x, x.png 2x\" src=\"/icon.svg\" alt=\"\">")),
        ("content/a.md", page("<video poster=\"x.png\" src=\"/icon.svg\"></video>")),
        ("content/a.md", page("<object data='x.png'></object>")),
        ("content/a.md", page("<p style=\"background: url(x.png)\">a</p>")),
        ("content/a.md", page("<style>\np { background: url('x.png') }\n</style>")),
        ("content/a.md", "---\ntitle: A [picture](x.png)\n---\n".to_owned()),
        ("content/a.md", "---\ntitle: A\nextra: {pictures: [x.png]}\n---\n".to_owned()),
        ("static/style.css", "p { background: url(../content/x.png) }".to_owned()),
        ("static/more.css", "@import \"../content/y.css\";".to_owned()),
        ("templates/page.html", "<img src=\"{{ site.home }}x.png\" alt=\"\">".to_owned()),
        (
            "content/reports/r.md",
            "---\ntitle: R\nkind: survey\npublisher: P\npublished: 2020\nurl: ../x.png\n---\n".to_owned(),
        ),
    ] {
        let site = site()
            .file("content/x.png", "picture")
            .file("content/y.css", "p { background: url(x.png) }")
            .file(path, &text);
        let files = site.build().expect_built().files;
        assert!(files.values().any(|bytes| bytes == b"picture"), "{path}: {text}");
    }
}

#[test]
fn what_a_template_names_keeps_the_name_that_it_has_there() {
    let site = site()
        .file("content/a.md", page(""))
        .file("content/pictures/a b.png", "picture")
        .file("templates/page.html", "<img src=\"{{ site.home }}pictures/a%20b.png\" alt=\"\">");
    assert_eq!(site.build().expect_clean().files["pictures/a b.png"], b"picture");
    let other = site.file("templates/page.html", "my-pictures/a b.png pictures/a b.pngs");
    other.check().assert_codes(&["S005"]);
}

#[test]
fn the_picture_of_a_draft_is_published_with_it() {
    let draft = "---\ntitle: A\ndraft: true\n---\n![The chart](chart.png) [data](d.csv)\n";
    let site = site()
        .file("content/a.md", draft)
        .file("content/chart.png", "secret")
        .file("content/d.csv", "secret");
    let built = site.build().expect_clean();
    assert!(!built.files.values().any(|bytes| bytes == b"secret"), "{:?}", built.files.keys());
    let built = site.drafts().build().expect_clean();
    assert_eq!(built.files.values().filter(|bytes| *bytes == b"secret").count(), 2);
}

#[test]
fn nothing_is_said_of_files_while_a_page_cannot_be_read() {
    let site = site()
        .file("content/a.md", "---\ntitle: [\n---\n![b](b.png)")
        .file("content/b.png", "")
        .file("content/c.txt", "");
    site.check().assert_codes(&["F005"]);
}

#[test]
fn what_could_be_meant_for_a_page_is_told_how_to_be_one() {
    for (path, wanted) in [
        ("content/x.markdown", "name it `x.md`"),
        ("content/x.html", "a page is written in Markdown"),
        ("content/x.csv", "put it into `static/`"),
    ] {
        let found = site().file(path, "x").check();
        found.assert_codes(&["S005"]);
        assert!(found.lines()[0].contains(wanted), "{:?}", found.lines());
    }
}

#[test]
fn a_pointer_of_git_lfs_is_refused_wherever_its_content_is_wanted() {
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
    for (path, page_text) in [
        ("static/data.csv", ""),
        ("static/more.css", ""),
        ("content/x.png", "![x](x.png)"),
        ("content/x.png", "<img src=x.png alt=\"\">"),
        ("content/b.md", ""),
        ("templates/page.html", ""),
    ] {
        let site = site().file("content/a.md", page(page_text)).file(path, pointer);
        let found = site.check();
        let of_pointer = found
            .lines()
            .iter()
            .filter(|line| line.contains("S006") && line.contains("git lfs pull"))
            .count();
        assert_eq!(of_pointer, 1, "{path}: {:?}", found.lines());
        assert!(site.build().written.is_none(), "{path}");
    }
    // One that nobody publishes is told as any other file.
    site().file("content/x.png", pointer).check().assert_codes(&["S005"]);
}

#[test]
fn an_edit_names_files_as_a_first_load_would() {
    use cscare_site::document::highlight::Highlighter;
    use cscare_site::path::SourcePath;
    use cscare_site::site::memory::Memory;
    use cscare_site::site::{Options, Site};
    use cscare_site::source::disk;
    let site = site()
        .file("content/x.png", "picture")
        .file("content/a.md", page(""))
        .file("content/d.md", "---\ntitle: D\ndraft: true\n---\n");
    let highlighter = Highlighter::default();
    let mut memory = Memory::load(disk::read(&site.root()), Options::default(), &highlighter);
    let draft = "---\ntitle: D\ndraft: true\n---\n![x](x.png)";
    for (path, text) in [
        ("content/a.md", page("![x](x.png)")),
        ("content/a.md", page("![x](/icon.svg)")),
        ("content/d.md", draft.to_owned()),
        ("content/d.md", "---\ntitle: D\ndraft: true\n---\n".to_owned()),
        ("templates/page.html", "<img src=\"/x.png\" alt=\"\">".to_owned()),
        ("templates/page.html", "Nothing".to_owned()),
        ("content/a.md", "---\ntitle: A page\nextra: x.png\n---\n".to_owned()),
        ("content/a.md", page("")),
        ("static/more.css", "p { background: url(../content/x.png) }".to_owned()),
        ("static/more.css", "p { color: red }".to_owned()),
    ] {
        site.write(path, &text);
        let edited = memory.update(disk::read(&site.root()), &[SourcePath::new(path)].into(), &highlighter);
        let fresh = Site::load(disk::read(&site.root()), &Options::default(), &highlighter);
        assert_eq!(edited.plan.items, fresh.plan.items, "{path}: {text}");
        assert_eq!(edited.diagnostics(), fresh.diagnostics(), "{path}: {text}");
    }
}

#[test]
fn a_word_in_a_template_publishes_no_file() {
    for template in [
        "{# see notes.txt #}",
        "<p class=\"notes\">notes.txt</p>",
        "<!-- <img src=\"/notes.txt\"> -->",
        "{% if false %}<a href=\"/notes.txt\">a</a>{% endif %}",
    ] {
        let site = site()
            .file("content/a.md", page(""))
            .file("content/notes", "secret")
            .file("content/notes.txt", "secret")
            .file("templates/page.html", template);
        assert!(!site.build().expect_built().files.values().any(|bytes| bytes == b"secret"), "{template}");
        assert_eq!(site.check().codes().iter().filter(|code| **code == "S005").count(), 2, "{template}");
    }
}

/// Names that stand as words in the bundled templates, when these are the site's own.
#[test]
fn a_theme_of_its_own_publishes_nothing_by_the_words_in_it() {
    let site = TestSite::new();
    assert_eq!(site.run(&["init", "--add", "theme"]).code, Some(0));
    let names =
        ["values", "figures", "main", "nav", "title", "statistic", "notes", "data", "page", "site", "key"];
    let site = names.into_iter().fold(site, |site, name| site.file(&format!("content/{name}"), "secret"));
    assert!(!site.build().expect_built().files.values().any(|bytes| bytes == b"secret"));
}
