//! A theme of the author's: settings, files of its own, and what is said of mistakes in templates.

use crate::html;
use crate::support::{Found, REPORT, TestSite, golden_folder, has_ending, page, tree};
use cscare_site::path::SourcePath;
use cscare_site::render::contract::{Contract, FieldHolds, PAGE};
use cscare_site::source::SourceTree;
use std::path::PathBuf;

fn settings(theme: &str) -> TestSite {
    TestSite::new().file("site.toml", format!("title = \"Libraries\"\n{theme}"))
}

fn expect_line(found: &Found, begin: &str, has: &str) {
    let lines = found.lines();
    assert!(
        lines.iter().any(|line| line.starts_with(begin) && line.contains(has)),
        "{begin} … {has}:\n{}",
        lines.join("\n")
    );
}

#[test]
fn settings_become_a_stylesheet_that_every_page_loads() {
    let theme = "[theme]\nwidth = \"60rem\"\nfonts = { text = \"Georgia, 'Noto Serif', serif\" }\n\
                 [theme.light]\naccent = \"darkred\"\n[theme.dark]\naccent = \"rgb(255 200 200)\"\n";
    for base in ["/", "/repo/"] {
        let built = settings(theme).base(base).build().expect_clean();
        let path = built.files.keys().find(|path| path.starts_with("theme.")).expect("there is one").clone();
        let wanted = ":root {\n  --serif: Georgia, 'Noto Serif', serif;\n  --width: 60rem;\n}\n\
                      @media screen and (prefers-color-scheme: light) { :root {\n  --accent: #8b0000;\n} }\n\
                      @media screen and (prefers-color-scheme: dark) { :root {\n  --accent: #ffc8c8;\n} }\n";
        assert_eq!(built.text(&path), wanted);
        let link = format!("<link rel=\"stylesheet\" href=\"{base}{path}\">");
        for page in ["index.html", "methodology/index.html", "404.html"] {
            assert!(built.text(page).contains(&link), "{page} at {base}");
        }
        assert!(html::dead_ends(&built.files, base).is_empty());
    }
    let usual = settings("").build().expect_clean();
    assert!(!usual.files.keys().any(|path| path.starts_with("theme.")), "without settings there is none");
}

#[test]
fn every_setting_is_checked() {
    for (theme, code, has) in [
        ("[theme]\ncolour = 1\n", "F001", "theme section"),
        ("[theme.light]\nacent = \"#000\"\n", "F001", "did you mean `accent`?"),
        ("[theme.light]\naccent = \"#00\"\n", "F007", "`#00` is no colour"),
        ("[theme.light]\naccent = \"bluue\"\n", "F007", "`bluue` is no colour"),
        ("[theme.dark]\ntext = \"#ffffff80\"\n", "F007", "lets shine through"),
        ("[theme]\nwidth = \"wide\"\n", "F007", "`wide` is no width"),
        ("[theme]\nwidth = 70\n", "F009", "expected a string"),
        ("[theme.fonts]\ntext = \"a; } body { x: y\"\n", "F007", "no list of font families"),
        ("[theme]\nstylesheets = \"custom.scss\"\n", "F007", "does not end in `.css`"),
        ("[theme]\nstylesheets = [\"custm.css\"]\n", "L003", "did you mean `custom.css`?"),
        ("[theme]\nscripts = [\"a.js\"]\n", "L003", "there is no file `static/a.js`"),
        ("[theme]\nscripts = [\"https://cdn.example/a.js\"]\n", "F007", "put a copy of it into static/"),
        (
            "[theme]\nlogo = { file = \"logo.png\", alt = \"\" }\n",
            "L003",
            "there is no file `static/logo.png`",
        ),
        ("[theme]\nlogo = { file = \"logo.svg\" }\n", "F002", "`alt`"),
    ] {
        let site =
            settings(theme).file("static/custom.css", "a { top: 0 }\n").file("static/logo.svg", "<svg/>");
        let found = site.check();
        found.assert_codes(&[code]);
        expect_line(&found, "site.toml:", has);
    }
}

#[test]
fn colours_that_cannot_be_read_on_each_other_are_told() {
    let found = settings("[theme.light]\ntext = \"#999\"\n").check();
    found.assert_codes(&["X005"]);
    let wanted = "site.toml:3:8 X005 `text` (`#999999`) on `highlight` (`#e1eff0`) has a contrast of 2.41 to 1, and text needs 4.5 \
                  (make `text` darker or `highlight` lighter)";
    assert_eq!(found.lines(), [wanted]);
    // What stands on a ground is told of where the ground is set; a line carries no text.
    let found = settings("[theme.dark]\nbackground = \"#fff\"\nline = \"#fefefe\"\n").check();
    found.assert_codes(&["X005"]);
    expect_line(&found, "site.toml:3:14", "`text` (`#e6e9e7`) on `background` (`#ffffff`)");
    settings("[theme.light]\naccent = \"#0a5\"\nlink = \"#00e\"\n").check().assert_codes(&["X005"]);
    settings("[theme.light]\naccent = \"#0a5\"\nlink = \"#0b6\"\n").check().assert_codes(&["X005", "X005"]);
    settings("[theme.light]\ntext = \"black\"\n[theme.dark]\ntext = \"white\"\n").check().assert_silent();
}

#[test]
fn files_of_templates_that_nothing_uses_are_told_with_what_was_meant() {
    for (file, has) in [
        ("templates/404.html", "did you mean `not_found.html`?"),
        ("templates/index.html", "did you mean `home.html`?"),
        ("templates/layout.html", "did you mean `base.html`?"),
        ("templates/post.html", "did you mean `page.html`?"),
        ("templates/partials/card.html", "did you mean `parts/card.html`?"),
        ("templates/Report.html", "did you mean `report.html`?"),
        ("templates/extrabits.html", "`{% include \"extrabits.html\" %}` where it belongs"),
        ("templates/page.htm", "did you mean `page.html`?"),
        ("templates/mine.jinja", "end its name in `.html`"),
        ("templates/logo.png", "put it into static/"),
        ("templates/css/custom.css", "`{{ site.files[\"css/custom.css\"] }}`"),
    ] {
        let found = TestSite::new().file(file, "x").check();
        found.assert_codes(&["T005"]);
        expect_line(&found, &format!("{file}:1:1"), has);
    }
    TestSite::new().file("templates/README.md", "Our theme.\n").check().assert_silent();
}

#[test]
fn code_is_coloured_for_the_ground_that_it_stands_on() {
    let code = "```rust\nlet a = 1; // b\n```\n";
    let css = |theme: &str| {
        let built = settings(theme).file("content/a.md", page(code)).build().expect_built();
        let path =
            built.files.keys().find(|path| path.starts_with("highlight.")).expect("there is one").clone();
        built.text(&path).to_owned()
    };
    let usual = css("");
    let (light, dark) = usual.split_once("@media").expect("there are two");
    assert!(!light.contains("#65737e") && dark.contains("#65737e"));
    let night = "[theme.light]\nbackground = \"#111\"\npanel = \"#1c1c1c\"\ntext = \"#eee\"\nmuted = \"#bbb\"\n\
                 accent = \"#8cf\"\nhighlight = \"#123\"\n";
    let css = css(night);
    let (print, screen) = css.split_once("@media screen {").expect("paper is white all the same");
    assert!(print.starts_with("@media print") && !print.contains("#65737e") && screen.contains("#65737e"));
    settings(night).check().assert_silent();
    let found = settings(&format!("{night}[highlight]\nlight = \"InspiredGitHub\"\n")).check();
    found.assert_codes(&["X005"]);
    expect_line(&found, "site.toml:", "`InspiredGitHub` has colours for a light ground");
    settings("[highlight]\ndark = \"InspiredGitHub\"\n").check().assert_codes(&["X005"]);
    settings("[highlight]\ndark = \"Solarized (dark)\"\n").check().assert_silent();
}

#[test]
fn a_logo_speaks_for_the_title_or_stands_beside_it() {
    let logo = |alt: &str, base: &str| {
        settings(&format!("[theme.logo]\nfile = \"logo.svg\"\nalt = \"{alt}\"\n"))
            .file("static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
            .base(base)
            .build()
            .expect_clean()
            .text("index.html")
            .to_owned()
    };
    assert!(
        logo("Our <libraries>", "/repo/")
            .contains("<img src=\"/repo/logo.svg\" alt=\"Our &lt;libraries&gt;\"></a>")
    );
    assert!(logo("", "/").contains("<img src=\"/logo.svg\" alt=\"\"><span>Libraries</span></a>"));
}

#[test]
fn files_of_the_author_are_loaded_by_name() {
    let theme = "[theme]\nstylesheets = [\"custom.css\"]\nscripts = \"js/custom.js\"\n";
    let template = "{% extends \"builtin/page.html\" %}{% block head %}<link rel=\"stylesheet\" href=\"{{ site.files[\"print.css\"] }}\">\
                    <img src=\"{{ site.files['a b.png'] }}\" alt=\"\">{% endblock head %}";
    let site = |base: &str| {
        settings(theme)
            .file("static/custom.css", "a { top: 0 }\n")
            .file("static/print.css", "a { top: 1px }\n")
            .file("static/a b.png", "png")
            .file("static/js/custom.js", "1\n")
            .file("content/a.md", page("Body.\n"))
            .file("templates/page.html", template)
            .base(base)
    };
    for base in ["/", "/repo/"] {
        let built = site(base).build().expect_clean();
        let html = built.text("a/index.html");
        let named = |begin: &str| {
            let path = built
                .files
                .keys()
                .find(|path| path.starts_with(begin))
                .unwrap_or_else(|| panic!("no {begin}"));
            format!("\"{base}{path}\"")
        };
        assert!(html.contains(&format!("<link rel=\"stylesheet\" href={}>", named("custom."))), "{html}");
        assert!(html.contains(&format!("<link rel=\"stylesheet\" href={}>", named("print."))), "{html}");
        assert!(html.contains(&format!("<script src={} defer></script>", named("js/custom."))), "{html}");
        assert!(html.contains(&format!("<img src=\"{base}a%20b.png\"")), "{html}");
        assert!(html::dead_ends(&built.files, base).is_empty());
    }
}

#[test]
fn a_replaced_stylesheet_is_said_once() {
    let found = TestSite::with_report().file("static/style.css", "a { top: 0 }\n").check();
    found.assert_codes(&["T004"]);
    expect_line(&found, "static/style.css:1:1", "stylesheets = [\"custom.css\"]");
}

#[test]
fn the_whole_theme_can_be_had_for_editing() {
    let site = TestSite::golden("minimal").file("templates/page.html", "{% extends \"builtin/page.html\" %}");
    let before = site.build().expect_built();
    let run = site.run(&["init", "--add", "theme"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stderr.contains("kept  templates/page.html"), "{}", run.stderr);
    assert!(run.stderr.contains("wrote templates/report.html"), "{}", run.stderr);
    let files = tree(&site.root());
    assert_eq!(files["templates/page.html"], b"{% extends \"builtin/page.html\" %}");
    for (path, bytes) in tree(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates")) {
        assert!(path == "page.html" || files.get(&format!("templates/{path}")) == Some(&bytes), "{path}");
    }
    let after = site.build().expect_built();
    assert_eq!(after.found.lines(), before.found.lines(), "a copy is as good as what it was copied from");
    assert!(after.files == before.files);
}

/// A site with a plain page and this template for it.
fn themed(main: &str) -> TestSite {
    let whole =
        format!("{{% extends \"builtin/page.html\" %}}\n{{% block main %}}\n{main}\n{{% endblock main %}}\n");
    TestSite::with_report()
        .file("content/a.md", page("## Body\n"))
        .file("content/b.md", page("Body.\n"))
        .file("templates/page.html", whole)
}

#[test]
fn broken_addresses_of_a_template_are_told_at_their_line() {
    for (main, code, has) in [
        ("<a href=\"{{ site.home }}abuot/\">x</a>", "L001", "abuot/` is no address of this site"),
        ("<a href=\"{{ site.home }}reports/cuont/\">x</a>", "L001", "reports/count/`?"),
        ("<a href=\"{{ site.home }}reports/count\">x</a>", "L001", "put a slash at its end"),
        ("<a href=\"nowhere.html\">x</a>", "L001", "`nowhere.html`"),
        ("<a href=\"{{ site.home }}x/{{ page.section }}/y\">x</a>", "L001", "is no address of this site"),
        ("<a href=\"#nothing\">x</a>", "L002", "`#nothing`"),
        (
            "<a href=\"{{ site.home }}reports/count/#nothing\">x</a>",
            "L002",
            "`/reports/count/` does not have",
        ),
        ("<img src=\"{{ site.home }}a.png\" alt=\"\">", "L003", "put the file into static/ as `a.png`"),
        ("<p style=\"background: url({{ site.home }}a.png)\">", "L003", "a.png"),
        ("<img srcset=\"{{ site.home }}icon.svg 1x, {{ site.home }}b.png 2x\" alt=\"\">", "L003", "b.png"),
        (
            "<link rel=\"stylesheet\" href=\"{{ site.home }}style.css\">",
            "L003",
            "write `{{ site.files[\"style.css\"] }}`",
        ),
        ("{% set where = site.home ~ \"abuot/\" %}<a href=\"{{ where }}\">x</a>", "L001", "abuot/"),
        ("<a href=\"javascript:alert(1)\">x</a>", "L005", "javascript"),
        ("<a href=\"stat:count.visits\">x</a>", "L001", "only Markdown is read"),
        ("<p id=\"one\"><p id=\"one\">", "M004", "the id `one` stands twice on one page"),
        ("<p id=\"{{ page.kind }}-x\"><p id=\"{{ page.kind }}-x\">", "M004", "`page-x`"),
    ] {
        for base in ["/", "/repo/"] {
            let found = themed(main).base(base).check();
            found.assert_codes(&[code]);
            expect_line(&found, "templates/page.html:3:", has);
            let pages = if code == "L002" && has.contains("count") { "[/a/]" } else { "[/a/ and 1 more]" };
            assert!(found.lines()[0].ends_with(pages), "{:?}", found.lines());
        }
    }
}

#[test]
fn an_address_from_the_root_of_the_host_is_told_below_a_base_path() {
    let site = || themed("<a href=\"/reports/\">x</a>");
    site().check().assert_silent();
    let found = site().base("/repo/").check();
    found.assert_codes(&["L001"]);
    expect_line(&found, "templates/page.html:3:10", "`{{ site.home }}reports/`");
}

#[test]
fn what_leads_somewhere_is_not_told() {
    for main in [
        "<a href=\"{{ site.home }}\">x</a> <a href=\"#\">up</a> <a href=\"#top\">up</a> <a href=\"?q=1\">x</a>",
        "<a href=\"{{ site.home }}reports/count/?x=1#stat-visits\">x</a> <a href=\"#page-main\">x</a>",
        "<a href=\"{{ page.url }}\">x</a> <a href=\"../reports/count/\">x</a> <a href=\"https://example.org/x\">x</a>",
        "<a href=\"mailto:a@example.org\">x</a> <a href=\"//example.org/x\">x</a> <img src=\"data:image/png;base64,AA\" alt=\"\">",
        "<a href=\"{{ site.statistics_csv }}\">x</a> {{ page.body }}<script>\"<a href='/no/'>\"</script>",
        "<a href=\"{{ site.home }}reports/count/#:~:text=visits\">x</a><!-- <a href=\"/no/\"> -->",
    ] {
        for base in ["/", "/repo/"] {
            themed(main).base(base).check().assert_silent();
        }
    }
}

#[test]
fn an_id_of_a_template_and_a_heading_cannot_be_one() {
    let site = themed("<div id=\"my-box\"></div>{{ page.body }}");
    site.check().assert_silent();
    let found = site.file("content/a.md", page("## My box\n")).check();
    found.assert_codes(&["M004"]);
    expect_line(&found, "templates/page.html:3:10", "the id `my-box` stands twice on one page");
}

#[test]
fn a_heading_is_free_where_a_theme_has_no_such_section() {
    let (report, _) = REPORT.split_once("recommendations:").expect("the report has recommendations");
    let report = format!("{report}---\n## Section statistics\n");
    let site = || TestSite::new().file("content/reports/count.md", &report);
    site().check().assert_codes(&["M004"]);
    let bare = "{% extends \"base.html\" %}{% block main %}{{ page.body }}{% endblock main %}";
    site().file("templates/report.html", bare).check().assert_silent();
    // The bundled section is there, so its id stands twice.
    let with_section = "{% extends \"builtin/report.html\" %}";
    let found = site().file("templates/report.html", with_section).check();
    found.assert_codes(&["M004"]);
    expect_line(&found, "content/reports/count.md:", "`section-statistics`");
}

#[test]
fn anchors_that_a_theme_no_longer_prints_are_told_at_its_template() {
    let bare = "{% extends \"base.html\" %}{% block main %}{{ page.body }}{% endblock main %}";
    let found = TestSite::with_report()
        .file("content/a.md", page("Of [735,470](stat:count.visits) visits.\n"))
        .file("templates/report.html", bare)
        .check();
    assert!(!found.has_errors() && found.codes().iter().all(|code| *code == "T007"), "{:?}", found.lines());
    expect_line(&found, "templates/report.html:1:1", "#stat-");
}

#[test]
fn what_content_was_told_is_not_told_of_the_page() {
    let text = "[a](/nowhere/) [b](#nowhere)\n\n<p id=\"x\">a</p>\n\n<p id=\"x\">b</p>\n";
    let codes = ["L001", "L002", "M004"];
    let template = "{% extends \"builtin/page.html\" %}";
    let site = || TestSite::new().file("content/a.md", page(text));
    let usual = site().check();
    assert_eq!(usual.codes().len(), codes.len());
    assert_eq!(site().file("templates/page.html", template).check().lines(), usual.lines());
    let lowered = "title = \"T\"\n[rules]\nL = \"warn\"\nM = \"warn\"\n";
    let found = site().file("templates/page.html", template).file("site.toml", lowered).check();
    assert_eq!(found.codes().len(), codes.len(), "{:?}", found.lines());
    let waived = "---\ntitle: A\nallow: {L001: it moves there soon}\n---\n[a](/nowhere/)\n";
    TestSite::new()
        .file("content/a.md", waived)
        .file("templates/page.html", template)
        .check()
        .assert_silent();
}

#[test]
fn templates_that_nothing_uses_are_told() {
    let site = |path: &str, text: &str| TestSite::with_report().file(path, text);
    let found = site("templates/reprot.html", "x").check();
    found.assert_codes(&["T005"]);
    expect_line(&found, "templates/reprot.html:1:1", "did you mean `report.html`?");
    site("templates/parts/box.html", "x").check().assert_codes(&["T005"]);
    // A part that a layout in the place of the bundled one no longer includes.
    let layout = "{% extends \"base.html\" %}{% block main %}{% for s in report.statistics %}<p id=\"stat-{{ s.id }}\">{{ s.value }}</p>{% endfor %}{% endblock %}";
    let row = "<tr id=\"stat-{{ row.id }}\"></tr>";
    let part = || site("templates/parts/statistic_row.html", row);
    part().check().assert_silent();
    let found = part().file("templates/parts/statistics.html", "<p>{{ page.title }}</p>").check();
    let told = found.lines().into_iter().find(|line| line.contains("T005")).expect("it is told");
    assert!(
        told.starts_with("templates/parts/statistic_row.html:1:1")
            && told.contains(
                "`{% include \"parts/statistic_row.html\" %}` into templates/parts/statistics.html"
            ),
        "{told}"
    );
    let found = part().file("templates/report.html", layout).check();
    expect_line(&found, "templates/parts/statistic_row.html:1:1", "nothing includes it");
    let again = layout.replace(
        "{% endblock",
        "{% for row in report.statistics %}{% include \"parts/statistic_row.html\" %}{% endfor %}{% endblock",
    );
    assert!(!part().file("templates/report.html", again).check().codes().contains(&"T005"));
    let boxed = "{% extends \"builtin/page.html\" %}{% block head %}{% include 'parts/box.html' %}{% endblock head %}";
    site("templates/parts/box.html", "x").file("templates/page.html", boxed).check().assert_silent();
    let component = "{% component box(text: string) %}{{ text }}{% endcomponent box %}";
    let calls = "{% extends \"builtin/page.html\" %}{% block head %}{{<box text=\"a\"/>}}{% endblock head %}";
    site("templates/parts/box.html", component).file("templates/page.html", calls).check().assert_silent();
    site("templates/parts/box.html", component).check().assert_codes(&["T005"]);
    // One that only an unused one includes is not used either.
    let found = site("templates/a.html", "{% include 'b.html' %}").file("templates/b.html", "x").check();
    found.assert_codes(&["T005", "T005"]);
}

#[test]
fn words_that_nothing_asks_for_are_told() {
    let site = |path: &str, text: &str| TestSite::with_report().file(path, text);
    let found = site("templates/words.en.toml", "topics = \"Themes\"\nskip_to_contents = \"Jump\"\n").check();
    found.assert_codes(&["T006"]);
    expect_line(&found, "templates/words.en.toml:2:1", "did you mean `skip_to_content`?");
    let own = "{% extends \"builtin/page.html\" %}{% block head %}{{ t.my_word }}{{ t['other'] }}{% endblock head %}";
    let words = "my_word = \"A\"\nother = \"B\"\n";
    site("templates/words.en.toml", words).file("templates/page.html", own).check().assert_silent();
    let found = site("templates/words.de.toml", "topics = \"Themen\"\n").check();
    found.assert_codes(&["T005"]);
    expect_line(&found, "templates/words.de.toml:1:1", "the language of the site is `en`");
    site("site.toml", "title = \"T\"\nlanguage = \"de-CH\"\n")
        .file("templates/words.de.toml", "topics = \"Themen\"\n")
        .check()
        .assert_silent();
}

#[test]
fn a_broken_link_of_a_template_stops_a_build() {
    let site = themed("<a href=\"{{ site.home }}abuot/\">x</a>");
    let built = site.build();
    assert!(built.written.is_none(), "a broken link stops a build whoever wrote it");
    built.found.assert_codes(&["L001"]);
}

/// A theme that lays out statistics, cards, the pager and facts in its own way, and loads a stylesheet by name.
fn own_look(base: &str) -> TestSite {
    let row = "<tr id=\"stat-{{ row.id }}\" data-period=\"{{ row.period }}\"><td>{{ row.value }}</td><th>{{ row.label_html }}</th></tr>\n";
    let table = "<table class=\"mine\">{% for row in report.statistics | sort(attribute=\"amount\") %}{% include \"parts/statistic_row.html\" %}{% endfor %}</table>";
    let card = "<li class=\"my-card\"><a href=\"{{ card.url }}\">{{ card.title_html }}</a></li>\n";
    let pager = "{% if page.pager %}<p class=\"my-pager\">{% for step in page.pager.steps %}{% if step.number %}<a href=\"{{ step.url }}\">{{ step.number }}</a>{% endif %}{% endfor %}</p>{% endif %}";
    let facts = "<ul class=\"my-facts\">{% for fact in page.facts %}<li>{{ fact.name }}: {% include \"parts/fact.html\" %}</li>{% endfor %}</ul>";
    let head = "{% extends \"builtin/report.html\" %}{% block head %}<link rel=\"stylesheet\" href=\"{{ site.files[\"mine.css\"] }}\">{% endblock head %}";
    TestSite::golden("full")
        .file("templates/parts/statistic_row.html", row)
        .file("templates/parts/statistics.html", table)
        .file("templates/parts/card.html", card)
        .file("templates/parts/pager.html", pager)
        .file("templates/parts/facts.html", facts)
        .file("templates/report.html", head)
        .file("static/mine.css", ".mine { background: url(icon2.svg) }\n")
        .file("static/icon2.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .base(base)
}

#[test]
fn a_theme_lays_out_every_part_in_its_own_way() {
    for base in ["/", "/repo/"] {
        let built = own_look(base).build().expect_built();
        let report = built.text("reports/count-2020/index.html");
        let mine = report.split_once("<table class=\"mine\">").expect("the table is the theme's").1;
        let values: Vec<&str> =
            mine.split("<td>").skip(1).filter_map(|rest| rest.split("</td>").next()).collect();
        assert!(values.len() > 2, "{report}");
        let number = |text: &&str| {
            text.trim_matches(|letter: char| !letter.is_ascii_digit() && letter != '-')
                .replace(',', "")
                .parse::<f64>()
                .ok()
        };
        let numbers: Vec<f64> = values.iter().filter_map(number).collect();
        assert!(numbers.is_sorted(), "{values:?}");
        assert!(report.contains("data-period=\"") && report.contains("<ul class=\"my-facts\">"), "{report}");
        let css = built.files.keys().find(|path| path.starts_with("mine.")).expect("it is published");
        assert!(report.contains(&format!("<link rel=\"stylesheet\" href=\"{base}{css}\">")), "{report}");
        assert!(built.text("topics/index.html").contains("<li class=\"my-card\">"));
        assert!(
            built
                .files
                .values()
                .any(|bytes| String::from_utf8_lossy(bytes).contains("<p class=\"my-pager\">"))
        );
        assert!(html::dead_ends(&built.files, base).is_empty(), "{:?}", html::dead_ends(&built.files, base));
        let about_theme = built.found.lines().into_iter().filter(|line| line.starts_with("templates/"));
        assert_eq!(about_theme.collect::<Vec<_>>(), [""; 0]);
    }
}

#[test]
fn every_mistake_of_a_theme_is_told_with_template_and_line() {
    let broken = "{% for row in report.statistics %}\n<a href=\"{{ site.home }}no/\">x</a>\n<img src=\"no.png\" alt=\"\">\n<p id=\"two\"></p><p id=\"two\"></p>\n{% endfor %}";
    for base in ["/", "/repo/"] {
        let found = own_look(base)
            .file("templates/parts/statistics.html", broken)
            .file("static/mine.css", ".a {\n  background: url(gone.svg);\n}\n")
            .check();
        expect_line(&found, "templates/parts/statistics.html:2:", "L001");
        expect_line(&found, "templates/parts/statistics.html:3:", "L003");
        expect_line(&found, "templates/parts/statistics.html:4:", "M004");
        expect_line(&found, "static/mine.css:2:", "L003");
        // Rows without their ids are what findings lead to.
        expect_line(&found, "templates/report.html:1:1", "T007");
    }
}

#[test]
fn values_of_statistics_are_there_for_any_layout() {
    let template = "{% extends \"base.html\" %}{% block main %}{% for s in report.statistics %}{{ s.value }};{% endfor %}{% endblock main %}";
    let (report, _) = REPORT.split_once("claims:").expect("the report has claims");
    let text = report.to_owned() + "---\n";
    let built = TestSite::new()
        .file("content/reports/count.md", text)
        .file("templates/report.html", template)
        .build();
    built.found.lines().iter().for_each(|line| assert!(!line.contains("T00"), "{line}"));
    assert!(built.text("reports/count/index.html").contains("735,470;20%;£872m;"));
}

#[test]
fn a_field_that_does_not_exist_is_refused_with_the_nearest() {
    for (main, line, help) in [
        ("{{ page.titel }}", "templates/page.html:3:", "did you mean `title`?"),
        ("{% if page.titel %}x{% endif %}", "templates/page.html:3:12", "did you mean `title`?"),
        (
            "{% for tag in page.tags %}{% if tag.titel_html %}x{% endif %}{% endfor %}",
            "templates/page.html:3:",
            "did you mean `title_html`?",
        ),
        ("{{ site.files[\"cutsom.css\"] }}", "templates/page.html:3:", "did you mean `custom.css`?"),
        (
            "<img src=\"{{ site.files['/a b.png'] }}\" alt=''>",
            "templates/page.html:3:",
            "did you mean `a b.png`?",
        ),
        (
            "{{ page.extra[\"two words\"] }}",
            "templates/page.html:3:",
            "there is no `page.extra[\"two words\"]` here",
        ),
    ] {
        let found = themed(main).file("static/custom.css", "").file("static/a b.png", "png").check();
        found.assert_codes(&["T002"]);
        expect_line(&found, line, help);
    }
}

#[test]
fn a_terminal_shows_all_that_templates_may_name() {
    let run = TestSite::empty().run(&["explain", "templates"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    for wanted in [
        "  report.html             site: SiteView, t, page: PageView, report: ReportView\n",
        "  parts/header.html       site: SiteView, t, section\n",
        "\nStatisticRow: A statistic as it stands in a table.\n",
        "  redirect.html           site: SiteView, t, page: RedirectView\n",
        "  parts/card.html             card: Card, level: number\n",
        "  parts/counts.html           counts: Counts, names: list of text\n",
        "\nLoopView: ",
        "\nRuleFile: ",
        "\nFilters: abs, capitalize, ",
        "\nFunctions: range(start=…, end=…, step_by=…), throw(message=…)\n",
        "\nSiteView: ",
    ] {
        assert!(run.stdout.contains(wanted), "{wanted}\n{}", run.stdout);
    }
    for (path, _) in tree(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates")) {
        let is_listed = run.stdout.contains(&format!("\n  {path}  "));
        assert!(is_listed || !has_ending(&path, "html"), "{path}:\n{}", run.stdout);
    }
    // Whatever holds a record names one that is explained.
    let records = run.stdout.split(|letter: char| !letter.is_alphanumeric());
    for record in records.filter(|word| word.ends_with("View") && *word != "View") {
        assert!(run.stdout.contains(&format!("\n{record}: ")), "{record}");
    }
    let row = run.stdout.split_once("\nStatisticRow: ").expect("it is listed").1;
    assert!(row.contains("label_html") && row.contains(" HTML ") && row.contains("list of Fact"), "{row}");
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 100), "lines fit");
    assert!(TestSite::empty().run(&["explain", "template"]).stderr.contains("did you mean `templates`?"));
}

/// What tells, within a template, of fields that are not there although the contract says that they always are.
fn probe(path: &str, record: &str, contract: &Contract, within: &mut Vec<String>) -> String {
    let Some(known) = contract.record(record).filter(|_| !within.iter().any(|one| one == record)) else {
        return String::new();
    };
    within.push(record.to_owned());
    let mut template = String::new();
    for (name, field) in &known.fields {
        let whole = format!("{path}.{name}");
        if !field.may_be_absent {
            template += &format!(
                "{{% if {whole} is undefined or {whole} is none %}}ABSENT {record}.{name};{{% endif %}}"
            );
        }
        let one = format!("one{}", within.len());
        let (begin, end, inner, of) = match &field.holds {
            FieldHolds::Record(of) => (format!("{{% if {whole} %}}"), "{% endif %}", whole, of),
            FieldHolds::List(of) => match &**of {
                FieldHolds::Record(of) => (
                    format!("{{% if {whole} %}}{{% for {one} in {whole} %}}"),
                    "{% endfor %}{% endif %}",
                    one,
                    of,
                ),
                _ => continue,
            },
            _ => continue,
        };
        template += &format!("{begin}{}{end}", probe(&inner, of, contract, within));
    }
    within.pop();
    template
}

#[test]
fn what_the_contract_says_is_always_there_is_there_on_every_page() {
    let contract = Contract::read();
    let probe = probe("page", PAGE, &contract, &mut Vec::new());
    assert!(probe.contains("ABSENT StatisticRow.value") && !probe.contains("ABSENT StatisticRow.measure;"));
    let frame = |path: &str| {
        let bundled = SourceTree::in_memory([]);
        bundled
            .text(&SourcePath::new(path))
            .expect("it is bundled")
            .replace("</body>", &format!("{probe}</body>"))
    };
    for folder in [golden_folder("full").join("sources"), PathBuf::from(env!("CARGO_MANIFEST_DIR"))] {
        let mut site = TestSite::new();
        for part in ["content", "static"] {
            for (path, bytes) in tree(&folder.join(part)) {
                site = site.file(&format!("{part}/{path}"), bytes);
            }
        }
        let settings = std::fs::read(folder.join("site.toml")).expect("it has settings");
        let built = site
            .file("site.toml", settings)
            .file("templates/base.html", frame("templates/base.html"))
            .build();
        let told = built.found.lines();
        assert!(!built.files.is_empty(), "{told:?}");
        let absent: std::collections::BTreeSet<String> = built
            .files
            .iter()
            .filter(|(path, _)| has_ending(path, "html"))
            .flat_map(|(_, bytes)| {
                let text = String::from_utf8_lossy(bytes).into_owned();
                let all = text
                    .split("ABSENT ")
                    .skip(1)
                    .filter_map(|rest| rest.split(';').next())
                    .map(str::to_owned);
                all.collect::<Vec<_>>()
            })
            .collect();
        assert!(absent.is_empty(), "{absent:?}");
    }
}
