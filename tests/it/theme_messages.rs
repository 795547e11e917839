//! What an author of a theme is told: of names that do not exist, of values that are not there, and of what their pages hold.

use crate::support::{Found, REPORT, TestSite, page};

/// A site with a report, two plain pages and this template for them, in the fourth line of which `main` stands.
fn themed(main: &str) -> TestSite {
    let whole = format!(
        "{{% extends \"builtin/page.html\" %}}\n{{% block main %}}\n\n{main}\n{{% endblock main %}}\n"
    );
    TestSite::with_report()
        .file("content/a.md", page("## Body\n"))
        .file("content/b.md", page("Body.\n"))
        .file("static/icons.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><symbol id=\"plus\"/></svg>")
        .file("templates/page.html", whole)
}

/// Fails unless this one thing is said, of the fourth line of the template.
#[track_caller]
fn expect(found: &Found, code: &str, has: &[&str]) {
    found.assert_codes(&[code]);
    let line = &found.lines()[0];
    assert!(line.starts_with("templates/page.html:4:"), "{line}");
    for has in has {
        assert!(line.contains(has), "{has}: {line}");
    }
}

#[test]
fn every_bundled_template_can_be_extended_and_included() {
    for base in ["builtin/base.html", "base.html"] {
        let template =
            format!("{{% extends \"{base}\" %}}{{% block main %}}{{{{ page.title }}}}{{% endblock main %}}");
        TestSite::new()
            .file("content/a.md", page("A.\n"))
            .file("templates/page.html", template)
            .check()
            .assert_silent();
    }
    themed("{% include \"builtin/parts/prose.html\" %}").check().assert_silent();
    let found = themed("{% include \"builtin/parts/prse.html\" %}").check();
    expect(
        &found,
        "T001",
        &["there is no template `builtin/parts/prse.html`", "did you mean `builtin/parts/prose.html`?"],
    );
    let found = TestSite::new().file("templates/page.html", "{% extends \"builtin/bas.html\" %}").check();
    assert!(found.lines()[0].contains("did you mean `builtin/base.html`?"), "{:?}", found.lines());
}

#[test]
fn a_record_is_not_printed_as_a_whole() {
    for (main, has) in [
        (
            "{% for tag in page.tags %}{{ tag }}{% endfor %}",
            ["`tag` is a whole link", "such as `{{ tag.title_html }}`"],
        ),
        ("{{ page }}", ["`page` is a whole page", "and 24 more; `cscare-site explain templates` lists all"]),
        ("{{ site.menu }}", ["`site.menu` is a whole list", "`{% for one in site.menu %}"]),
    ] {
        expect(&themed(main).check(), "T002", &has);
    }
    let report = "{% extends \"base.html\" %}{% block main %}{% for s in report.statistics %}{{ s }}{% endfor %}{% endblock main %}";
    let found = TestSite::with_report().file("templates/report.html", report).check();
    assert!(found.lines().iter().any(|line| line.contains("`{{ s.value }}`")), "{:?}", found.lines());
}

#[test]
fn what_an_author_gave_is_not_printed_as_a_whole() {
    let extra =
        "---\ntitle: A page\nextra: {map: {a: x, b: [y]}, list: [x, y], text: x, number: 2}\n---\nBody.\n";
    let extra = |main: &str| themed(main).file("content/a.md", extra).file("content/b.md", extra);
    for (main, has) in [
        ("{{ page.extra.map }}", "a whole table is printed here"),
        ("x {{- page.extra[\"list\"] -}}", "`| join(sep=\", \")`"),
        ("{% for k, v in page.extra %}{{ v }}{% endfor %}", "a whole"),
        ("{% set m = page.extra.map %}{{ m.b }}", "a whole list"),
    ] {
        expect(&extra(main).check(), "T002", &[has]);
    }
    let silent = "{{ page.extra.text }}{{ page.extra.number }}{{ page.extra.map.a }}{{ page.extra.list | join }}\
                  {% for one in page.extra.list %}{{ one }}{% endfor %}{% if page.extra?.none %}{{ page.extra.none }}{% endif %}";
    extra(silent).check().assert_silent();
}

#[test]
fn html_is_not_cut_and_its_plain_words_are_named() {
    for (main, has) in [
        (
            "{{ page.body | truncate(length=20) }}",
            ["`page.body` is HTML, and `truncate` would cut its tags", "`page.description`"],
        ),
        (
            "{{ page.title_html | safe | truncate(length=9) }}",
            ["`page.title_html` is HTML", "without tags: `page.title`"],
        ),
        (
            "{% set all = page.body %}{{ all | trim | truncate(length=9) }}",
            ["`all` is HTML", "print it whole"],
        ),
        (
            "{% set all = (page.body) | truncate(length=9) %}{{ all }}",
            ["`page.body` is HTML", "cut its tags"],
        ),
        (
            "{% for tag in page.tags %}{{ tag.title_html | truncate(length=9) }}{% endfor %}",
            ["`tag.title_html`", "print it whole"],
        ),
        ("{{ page.body[0:40] }}", ["`page.body` is HTML, and a part of it", "`page.description`"]),
        ("{{ page.body | length }} signs", ["`length` counts its tags too", "`page.description`"]),
        ("{{ page.body | wordcount }} words", ["`wordcount` counts its tags too", "`page.description`"]),
    ] {
        expect(&themed(main).check(), "T002", &has);
    }
    let silent = "{% if page.body | length > 20 %}x{% endif %}{{ \"x\" if page.body | length > 20 else \"y\" }}\
                  {{ page.title | truncate(length=20) }}{{ page.body | replace(from=\"a\", to=\"b\") }}{{ page.tags[0:2] | length }}\
                  {{ page.tags | length }}{{ page.description[0:9] }}";
    themed(silent).check().assert_silent();
}

#[test]
fn names_of_other_engines_are_answered_with_what_is_written_here() {
    for (main, code, has) in [
        (
            "{{ page.tags | filter(attribute=\"a\") }}",
            "T001",
            ["there is no filter `filter`", "`[s for s in list if"],
        ),
        (
            "{{ page.tags | map(attribute=\"a\") }}",
            "T001",
            ["there is no filter `map`", "`[s.value for s in list]`"],
        ),
        ("{{ page.title | date }}", "T001", ["there is no filter `date`", "`page.updated.text`"]),
        ("{{ page.title | uper }}", "T001", ["there is no filter `uper`", "did you mean `upper`?"]),
        ("{{ now() }}", "T001", ["there is no function `now`", "no page knows the day"]),
        (
            "{% if page.title is strin %}{% endif %}",
            "T001",
            ["there is no test `strin`", "did you mean `string`?"],
        ),
        ("{{ t.dislaimer }}", "T002", ["there is no word `dislaimer`", "`dislaimer = \"…\"`"]),
        ("{{ t.topcs }}", "T002", ["there is no word `topcs`", "did you mean `topics`?"]),
        ("{{ rwo.value }}", "T002", ["there is no variable `rwo` here", "there are `t`, `page`"]),
    ] {
        let found = themed(main).check();
        expect(&found, code, &has);
        assert!(found.lines()[0].len() < 300, "{:?}", found.lines());
    }
}

#[test]
fn what_is_written_as_for_another_engine_is_answered_with_what_to_write() {
    for (main, has) in [
        ("x{% endif %}", ["no `{% if … %}` is open", "take it out"]),
        ("{% else %}", ["no `{% if … %}` is open", "take it out"]),
        (
            "{% for a in page.tags %}x{% endif %}",
            ["`{% for … %}` of line 4 is still open", "write `{% endfor %}`"],
        ),
        (
            "{% macro a() %}x{% endmacro %}",
            ["there is no tag `macro`", "`{% include \"parts/mine.html\" %}`"],
        ),
        ("{% import \"a.html\" as a %}", ["there is no tag `import`", "{% include"]),
        (
            "{% block side %}a{% endblock %}{% block side %}b{% endblock %}",
            ["`side` stands twice", "`{{ side }}`"],
        ),
        ("{% assign x = 1 %}", ["there is no tag `assign`", "`{% set name = … %}`"]),
        ("{% unless page.draft %}x{% endunless %}", ["there is no tag `unless`", "`{% if not … %}"]),
        (
            "{% if page.draft %}a{% elsif page.title %}b{% endif %}",
            ["there is no tag `elsif`", "`{% elif … %}`"],
        ),
        ("{% if page.draft %}a{% else if page.title %}b{% endif %}", ["`else if`", "`{% elif … %}`"]),
        ("{% inclde \"parts/prose.html\" %}", ["there is no tag `inclde`", "did you mean `include`?"]),
        ("{% if page.draft %}x{% end %}", ["there is no tag `end`", "write `{% endif %}`"]),
        ("{% comment %}x{% endcomment %}", ["there is no tag `comment`", "`{# … #}`"]),
        (
            "{{ page.title | default: \"y, z\" }}",
            ["`default` stands here without its name", "`default(value=\"y, z\")`"],
        ),
        (
            "{{ page.title | truncate(20) }}",
            ["`truncate` stands here without its name", "`truncate(length=20)`"],
        ),
        ("{{ page.title | replace('a', \"b\") }}", ["without its name", "`replace(from='a', to=\"b\")`"]),
        ("{{ 1.25 | round(1) }}", ["without its name", "`round(precision=1)`"]),
        ("{{ page.title && page.draft }}", ["`&&` means nothing here", "write `and`"]),
        (
            "{% if !page.draft and page.kind != \"a\" %}x{% endif %}",
            ["`!` means nothing here", "write `not`"],
        ),
        ("{{ page.draft ? \"a\" : \"b\" }}", ["`?` means nothing", "{{ \"yes\" if condition else \"no\" }}"]),
        (
            "{% include parts/card.html %}",
            ["stands in quotation marks", "`{% include \"parts/card.html\" %}`"],
        ),
        ("{% include \"parts/card.html\" with card=page %}", ["`with` means nothing", "{% set card = … %}"]),
        ("{% for a in page.tags limit:3 %}x{% endfor %}", ["`limit:` means nothing", "`list[0:3]`"]),
        ("{% if page.title = \"a\" %}x{% endif %}", ["`=` gives a name", "write `==`"]),
        ("{{ .Title }}", ["begins with a point", "`{{ page.title }}`"]),
        ("{{{ page.body }}}", ["`{{{` means nothing here", "write two braces"]),
        ("{{#if page.title}}x{{/if}}", ["another template engine", "`{% if … %}"]),
        ("{{ page[\"title }}", ["never ended", "a second quotation mark"]),
    ] {
        let found = themed(main).check();
        assert_eq!(found.codes(), ["T001"], "{main}: {:?}", found.lines());
        let line = &found.lines()[0];
        assert!(
            line.starts_with("templates/page.html:4:") && has.iter().all(|has| line.contains(has)),
            "{line}"
        );
    }
    for (main, has) in [
        ("{{ page.title | truncate }}", "write `truncate(length=…)`"),
        ("{{ page.title + \"a\" }}", "joined by `~`"),
        ("{{ site.url }}", "`{{ site.home }}`"),
        ("{{ site.baseurl }}", "`{{ site.home }}`"),
        ("{{ page.content }}", "write `{{ page.body }}`"),
        ("{{ page.date }}", "`{% if page.updated %}"),
        ("{{ content }}", "`{{ page.body }}`"),
        ("{{ config.title }}", "`{{ site.title }}`"),
        ("{{ forloop.index }}", "`{{ loop.index }}`"),
        ("{{ block.super }}", "`{{ super() }}`"),
    ] {
        expect(&themed(main).check(), "T002", &[has]);
    }
    // An `if` that is not ended is told where its block ends.
    let found = themed("{% if page.draft %}x").check();
    found.assert_codes(&["T001"]);
    assert!(found.lines()[0].contains("put `{% endif %}` before it"), "{:?}", found.lines());
    themed("{{ page.title|escape }}{% if not page.draft and page.kind != \"a ? b && c\" %}x{% endif %}")
        .check()
        .assert_silent();
}

#[test]
fn blocks_and_filters_that_are_not_what_was_meant_are_told_with_what_is() {
    for (template, line, has) in [
        (
            "{% extends \"base.html\" %}{% block mian %}x{% endblock %}",
            "templates/page.html:1:",
            ["there is no block `mian` in what this template extends", "did you mean `main`?"],
        ),
        (
            "{% extends \"builtin/page.html\" %}\n{% block sidebar %}x{% endblock %}",
            "templates/page.html:2:",
            ["there is no block `sidebar`", "there are `head`, `title`, `main`"],
        ),
        (
            "{% extends \"base.html\" %}\n{% block main %}{{ page.tags | first.title_html }}{% endblock %}",
            "templates/page.html:2:",
            ["`.title_html` stands behind the filter `first`", "write `(page.tags | first)[\"title_html\"]`"],
        ),
        (
            "{% extends \"base.html\" %}\n{% block main %}{% if page.draft and page.tags | last.url == 'a' %}x{% endif %}{% endblock %}",
            "templates/page.html:2:",
            ["`.url` stands behind the filter `last`", "write `(page.tags | last)[\"url\"]`"],
        ),
        (
            "{% extends \"base.html\" %}\n{% block main %}{{ page.title ~ (page.tags | first).title_html }}{% endblock %}",
            "templates/page.html:2:",
            ["`.title_html` stands behind a bracket", "write `(page.tags | first)[\"title_html\"]`"],
        ),
        (
            "{% extends \"base.html\" %}\n{% block main %}{{ [t for t in page.tags][0].url }}{% endblock %}",
            "templates/page.html:2:",
            ["`.url` stands behind a bracket", "[0][\"url\"]`"],
        ),
    ] {
        let found = TestSite::new().file("templates/page.html", template).check();
        found.assert_codes(&["T001"]);
        let told = &found.lines()[0];
        assert!(told.starts_with(line) && has.iter().all(|has| told.contains(has)), "{told}");
    }
    let frame = "<html lang=\"en\"><title>{% block title %}{% endblock %}</title>{% block head %}{% endblock %}\n{% block mian %}{% endblock %}";
    for (frame, line, help) in [
        (frame.to_owned(), "templates/base.html:2:10 ", "write `main` instead of `mian`"),
        (
            frame.replace("block mian", "block body"),
            "templates/base.html:1:1 ",
            "put `{% block main %}{% endblock %}`",
        ),
    ] {
        let found = TestSite::new().file("templates/base.html", frame).check();
        found.assert_codes(&["T001"]);
        let told = &found.lines()[0];
        assert!(told.starts_with(line) && told.contains(help), "{told}");
    }
    let as_told = "{% for t in page.tags %}{{ (page.tags | first)[\"title_html\"] }}{{ [t for t in page.tags][0][\"url\"] }}{% endfor %}";
    themed(as_told).check().assert_silent();
    let field = "{% extends \"base.html\" %}{% block main %}{% if (page.tags | first)[\"titel_html\"] %}x{% endif %}{% endblock %}";
    let found = TestSite::new().file("content/a.md", page("A.\n")).file("templates/page.html", field).check();
    found.assert_codes(&["T002"]);
    assert!(found.lines()[0].contains("did you mean `title_html`?"), "{:?}", found.lines());
}

#[test]
fn slips_of_a_first_theme_are_told_once_where_they_are_with_what_to_write() {
    for (main, code, has) in [
        ("{% for tag in page.tgas %}x{% endfor %}", "T002", "did you mean `tags`?"),
        ("{{ page.tags.0.url }}", "T001", "write `page.tags[0].url`"),
        ("{% for t in page.tags %}{{ loop.indx }}{% endfor %}", "T001", "did you mean `index`?"),
        (
            "{% include \"parts/card.html\" %}",
            "T002",
            "`parts/card.html` takes `card`, and there is none here",
        ),
        (
            "{% set level = 2 %}{% include \"builtin/parts/card.html\" %}",
            "T002",
            "`{% for card in … %}` or `{% set card = … %}`",
        ),
        ("{% if t.topcis %}x{% endif %}", "T002", "did you mean `topics`?"),
        ("{{ t.topcis }}", "T002", "did you mean `topics`?"),
        ("{{ t.tagged | replace(from=\"{tga}\", to=page.title) }}", "T008", "did you mean `tag`?"),
        ("{{ t.tagged }}", "T008", "`{tag}` of `tagged` is printed as it stands"),
    ] {
        expect(&themed(main).check(), code, &[has]);
    }
    let silent = "{{ t.tagged | replace(from=\"{tag}\", to=page.title) }}{% if t.an_own_disclaimer %}x{% endif %}{{ t.topics }}";
    themed(silent).check().assert_silent();
    // A loop may call something else so.
    themed("{% for t in site.menu %}{{ t.url }}{{ t.label }}{{ t.section }}{% endfor %}")
        .check()
        .assert_silent();
    let own = "mine = \"By {who}\"\n";
    themed("{{ t.mine | replace(from=\"{who}\", to=page.title) }}")
        .file("templates/words.en.toml", own)
        .check()
        .assert_silent();
}

#[test]
fn what_need_not_be_there_is_named_in_full_with_the_question_to_ask() {
    for (main, message, help) in [
        (
            "{{ page.updated.text }}",
            "there is no `page.updated` here, and so no `page.updated.text`",
            "`{% if page.updated %}{{ page.updated.text }}{% endif %}`",
        ),
        (
            "{{ page.pager.previous }}",
            "there is no `page.pager` here, and so no `page.pager.previous`",
            "`{% if page.pager %}",
        ),
        ("{{ page.extra.colour }}", "there is no `page.extra.colour` here", "`{% if page.extra.colour %}"),
        ("{{ site.logo.url | upper }}", "there is no `site.logo` here", "`{% if site.logo %}"),
    ] {
        expect(&themed(main).check(), "T002", &[message, help]);
    }
    let asked = "{% if page.updated %}{{ page.updated.text }}{% endif %}{% if page.extra.colour %}{{ page.extra.colour }}{% endif %}";
    themed(asked).check().assert_silent();
}

#[test]
fn a_broken_document_is_not_the_fault_of_a_template() {
    let report = "{% extends \"builtin/report.html\" %}\n{% block main %}{{ super() }}{{ report.published | upper }}\
                  {{ (report.statistics | first)[\"value\"] }}<a href=\"#stat-visits\">x</a><p aria-describedby=\"stat-visits\">x</p>{% endblock %}";
    let home = "{% extends \"builtin/home.html\" %}\n{% block main %}{{ super() }}\
                <a href=\"{{ site.home }}reports/count/#stat-visits\">x</a><a href=\"{{ site.home }}reports/count/\">x</a>{% endblock %}";
    let site =
        || TestSite::with_report().file("templates/report.html", report).file("templates/home.html", home);
    site().check().assert_silent();
    for (right, wrong, code) in [
        ("published: 2020", "published: 2020-99", "F008"),
        ("kind: survey", "kind: [survey", "F005"),
        ("value: \"735,470\"", "value: \"735,4x70\"", "E001"),
        ("publisher: Tarnbridge Council\n", "", "F002"),
    ] {
        let found = site().file("content/reports/count.md", REPORT.replace(right, wrong)).check();
        let lines = found.lines();
        assert!(found.codes().contains(&code), "{wrong}: {lines:?}");
        assert!(lines.iter().all(|line| line.starts_with("content/")), "{wrong}: {lines:?}");
    }
    // What a template alone gets wrong is told all the same.
    let wrong = REPORT.replace("published: 2020", "published: 2020-99");
    let found = site()
        .file("content/reports/count.md", wrong)
        .file("templates/home.html", home.replace("super()", "home.nothing ~ super()"))
        .check();
    assert_eq!(found.codes().iter().filter(|code| **code == "T002").count(), 1, "{:?}", found.lines());
}

#[test]
fn anchors_that_a_theme_leaves_out_are_all_named() {
    let statistics: String =
        (1..=12).map(|at| format!("  s{at:02}: {{label: L{at}, value: \"{at}00\"}}\n")).collect();
    let links: String = (1..=12).map(|at| format!("[{at}00](stat:r.s{at:02})\n")).collect();
    let report =
        format!("---\ntitle: R\nkind: survey\npublisher: P\npublished: 2020\nstatistics:\n{statistics}---\n");
    let bare = "{% extends \"base.html\" %}{% block main %}{{ page.body }}{% endblock main %}";
    let found = TestSite::new()
        .file("content/reports/r.md", report)
        .file("content/a.md", page(&links))
        .file("templates/report.html", bare)
        .check();
    found.assert_codes(&["T007"]);
    let line = &found.lines()[0];
    assert!(line.contains("the anchors `#stat-s01`, `#stat-s02`, ") && line.contains("and 4 more"), "{line}");
}

#[test]
fn settings_of_the_look_are_checked_with_what_was_meant() {
    for (theme, code, has) in [
        (
            "logo = { file = \"style.css\", alt = \"\" }",
            "F007",
            "`style.css` does not end in `.svg` or `.png`",
        ),
        ("logo = { file = \"logo.svgg\", alt = \"\" }", "F007", "name a file of static/ that ends in `.svg`"),
        ("logo = { file = \"lgo.svg\", alt = \"\" }", "L003", "did you mean `logo.svg`?"),
        ("logo = { file = \"static/logo.svg\", alt = \"\" }", "L003", "did you mean `logo.svg`?"),
        ("stylesheets = [\"logo.css\"]", "L003", "make the file `static/logo.css`"),
        ("width = \"2px\"", "F007", "`2px` is too narrow for a page"),
        ("width = \"9999rem\"", "F007", "write a width from `20rem` to `240rem`"),
        ("width = \"74\"", "F007", "did you mean `74rem`?"),
    ] {
        let found = TestSite::new()
            .file("site.toml", format!("title = \"T\"\n[theme]\n{theme}\n"))
            .file("static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
            .check();
        found.assert_codes(&[code]);
        let line = &found.lines()[0];
        assert!(line.starts_with("site.toml:3:") && line.contains(has), "{has}: {line}");
    }
}

#[test]
fn what_leads_nowhere_on_a_page_is_told_whatever_attribute_has_it() {
    for (main, code, has) in [
        (
            "<svg><use href=\"{{ site.home }}icons.svg#zzz\"/></svg>",
            "L002",
            "`#zzz`, which `/icons.svg` does not have",
        ),
        ("<svg><use href=\"#zzz\"/></svg>", "L002", "`#zzz`"),
        ("<a href=\"\">x</a>", "L001", "an address is empty here"),
        ("<a href=\"{{ site.origin }}\">x</a>", "L001", "an address is empty here"),
        ("<img alt=\"\" src=\"\">", "L003", "an address is empty here"),
        ("<img src=\"{{ site.icon }}\">", "X001", "no words for those who cannot see it"),
        ("<img src=\"{{ site.home }}icons.svg\" class=\"alt\">", "X001", "`alt=\"\"`"),
        ("<nav aria-labelledby=\"page-mian\"></nav>", "L002", "did you mean `page-main`?"),
        ("<nav aria-labelledby=\"page-main {{ page.kind }}-x\"></nav>", "L002", "names the id `page-x`"),
        ("<p aria-describedby=\"zzz\"></p>", "L002", "`aria-describedby` names the id `zzz`"),
        ("<button aria-controls=\"zzz\"></button>", "L002", "print something with `id=\"zzz\"`"),
        ("<label for=\"zzz\">x</label>", "L002", "`for` names the id `zzz`"),
        ("<table><tr><td headers=\"zzz\"></td></tr></table>", "L002", "`headers` names the id `zzz`"),
    ] {
        for base in ["/", "/repo/"] {
            let main = main.replace("{{ site.origin }}", "{{ page.canonical }}");
            let found = themed(&main).base(base).check();
            expect(&found, code, &[has]);
        }
    }
    for base in ["https://review.example/", "https://review.example/repo/"] {
        for address in ["nowhere/", "reports/cuont/", "reports/count/#zzz"] {
            for scheme in ["https:", "http:", ""] {
                let whole = base.strip_prefix("https:").expect("it begins so");
                let found = themed(&format!("<a href=\"{scheme}{whole}{address}\">x</a>")).base(base).check();
                let code = if address.contains('#') { "L002" } else { "L001" };
                expect(&found, code, &[]);
            }
        }
    }
}

#[test]
fn what_browsers_read_late_is_checked_like_the_rest() {
    for (main, code, has) in [
        ("<noscript><a href=\"{{ site.home }}nowhere/\">x</a></noscript>", "L001", "`/nowhere/`"),
        ("<noscript><img src=\"nope.png\" alt=\"\"></noscript>", "L003", "`nope.png`"),
        (
            "<iframe title=\"x\" srcdoc=\"<a href='{{ site.home }}nowhere/'>x</a>\"></iframe>",
            "L001",
            "`/nowhere/`",
        ),
        (
            "<iframe title=\"x\" srcdoc=\"<a href='#zzz'>x</a>\"></iframe>",
            "L002",
            "the page in `srcdoc` does not have",
        ),
        ("<svg><path fill=\"url(#zzz)\"/></svg>", "L002", "`fill` names the id `zzz`"),
        ("<svg><g id=\"dots\"/><path mask='url(#dot)'/></svg>", "L002", "did you mean `dots`?"),
        ("<svg><path clip-path=\"url('#{{ page.kind }}-x')\"/></svg>", "L002", "the id `page-x`"),
        ("<p style=\"filter: url(#zzz)\">x</p>", "L002", "`style` names the id `zzz`"),
        ("<style>p { mask: url(#zzz) }</style>", "L002", "`url` names the id `zzz`"),
        (
            "<img src=\"{{ site.home }}icons.svg\" alt=\"\" usemap=\"#zzz\">",
            "L002",
            "names the image map `zzz`",
        ),
        ("<svg><use href=\"#zzz\"/></svg>", "L002", "`#zzz`"),
        ("<p id=\"\">x</p>", "L002", "an `id` is empty here"),
        ("<p id=\"{{ site.origin }}\">x</p>", "L002", "`{% if name %}id="),
        ("<template><p id=\"w\"></template><a href=\"#w\">x</a>", "L002", "`#w`"),
        ("<template><p id=\"w\"></template><p aria-describedby=\"w\"></p>", "L002", "names the id `w`"),
        ("<template><a href=\"{{ site.home }}nowhere/\">x</a></template>", "L001", "`/nowhere/`"),
    ] {
        let found = themed(main).check();
        assert_eq!(found.codes(), [code], "{main}: {:?}", found.lines());
        expect(&found, code, &[has]);
    }
    let silent = "<template><p id=\"w\"><label for=\"w\">x</label></template><p id=\"w\">x</p>\
                  <iframe title=\"x\" srcdoc=\"<a id='i' href='#i'>x</a><a href='{{ site.home }}reports/'>y</a>\"></iframe>\
                  <svg><g id=\"a b\"/><path fill=\"url(#a%20b)\" stroke=\"url('{{ site.home }}icons.svg#plus') red\"/></svg>\
                  <img src=\"{{ site.home }}icons.svg\" alt=\"\" usemap=\"#m\"><map name=\"m\"></map><style>p { mask: url(#w) }</style>";
    themed(silent).check().assert_silent();
    let content = themed("{{ page.body }}")
        .file("content/c.md", page("<svg><path fill=\"url(#zzz)\"/></svg>\n"))
        .check();
    content.assert_codes(&["L002"]);
    assert!(content.lines()[0].starts_with("content/c.md:"), "{:?}", content.lines());
}

#[test]
fn what_a_theme_loads_from_another_host_is_told() {
    for main in [
        "<script src=\"https://cdn.example.org/a.js\"></script>",
        "<link rel=\"stylesheet\" href=\"//cdn.example.org/a.css\">",
        "<link rel=\"preconnect\" href=\"https://cdn.example.org\">",
        "<img alt=\"\" src=\"http://cdn.example.org/{{ page.kind }}.png\">",
        "<img alt=\"\" srcset=\"https://cdn.example.org/a.png 2x\" src=\"{{ site.icon }}\">",
        "<style>@font-face { src: url(https://cdn.example.org/a.woff2) }</style>",
        "<p style=\"background: url('https://cdn.example.org/a.png')\">x</p>",
        "<iframe title=\"x\" src=\"https://cdn.example.org/a\"></iframe>",
        "<svg><image href=\"https://cdn.example.org/a.png\"/></svg>",
        "<noscript><img alt=\"\" src=\"https://cdn.example.org/a.gif\"></noscript>",
    ] {
        expect(&themed(main).check(), "L006", &["another host, `cdn.example.org`", "static/"]);
    }
    let silent = "<a href=\"https://cdn.example.org/\">x</a><link rel=\"canonical\" href=\"https://cdn.example.org/\">\
                  <img alt=\"\" src=\"https://review.example/icons.svg\"><img alt=\"\" src=\"data:image/png;base64,AA\">\
                  <meta property=\"og:image\" content=\"https://cdn.example.org/a.png\">{{ page.body }}";
    let content = page("![A tree](https://cdn.example.org/tree.png)\n");
    themed(silent).base("https://review.example/").file("content/c.md", content).check().assert_silent();
    let css = "@import \"https://cdn.example.org/a.css\";\na { background: url(//cdn.example.org/a.png) }\n";
    themed("").file("static/own.css", css).check().assert_codes(&["L006", "L006"]);
}

#[test]
fn an_address_that_a_slash_too_many_or_too_few_makes_another_is_told() {
    let glued = "`https://review.examplereports/` leads to another host, `review.examplereports`";
    for (main, base, has) in [
        ("<a href=\"{{ site.home }}/reports/\">x</a>", "/", "`//reports/` leads to another host, `reports`"),
        (
            "<a href=\"{{ site.home }}/nowhere/{{ page.kind }}/\">x</a>",
            "/",
            "write `{{ site.home }}nowhere/page/`",
        ),
        ("<img src=\"{{ site.home }}/icons.svg\" alt=\"\">", "/", "`{{ site.home }}icons.svg`"),
        ("{% set all = site.home ~ \"/reports/\" %}<a href=\"{{ all }}\">x</a>", "/", "`//reports/`"),
        ("{% set home = site.home %}<a href='{{ home }}/reports/'>x</a>", "/", "`//reports/`"),
        ("<a href=\"{{ site.home }}/reports/\">x</a>", "/repo/", "`/repo//reports/` has two slashes"),
        ("<a href=\"{{ site.origin }}reports/\">x</a>", "https://review.example/", glued),
        ("<a href=\"{{ site.origin }}reports/\">x</a>", "https://review.example/repo/", glued),
        (
            "<a href=\"{{ site.origin }}{{ site.home }}/reports/\">x</a>",
            "https://review.example/repo/",
            "`https://review.example/repo//reports/` has two slashes",
        ),
    ] {
        let found = themed(main).base(base).check();
        expect(&found, "L001", &[has]);
    }
    for address in ["/{{ site.home }}reports/", "//reports/"] {
        let found = themed(&format!("<a href=\"{address}\">x</a>")).base("/repo/").check();
        expect(&found, "L001", &["begins with two slashes", "begin it with one"]);
    }
    let near = themed("<a href=\"{{ site.home }}report/\">x</a>").base("/repo/").check();
    expect(&near, "L001", &["did you mean `{{ site.home }}reports/`?"]);
    let silent = "<a href=\"//localhost/x/\">x</a><a href=\"//cdn.example.org/x/\">x</a><a href=\"{{ site.origin }}{{ site.home }}reports/\">x</a>\
                  <a href=\"{{ site.origin }}/repo/reports/\">x</a><a href=\"https://review.examples/\">x</a>\
                  <a href=\"{{ page.extra?.cdn or '//cdn.example.org' }}/reports/\">x</a>";
    themed(silent).base("https://review.example/repo/").check().assert_silent();
}

#[test]
fn elements_that_are_never_ended_or_begun_are_told() {
    for (main, has) in [
        ("<div class=\"{{ page.kind }}\"><p>x", "`<div>` is never ended"),
        ("<section><b>x</section>", "put `</b>` where it ends"),
        ("x</section>", "`</section>` ends nothing that was begun"),
        ("{% if page.title %}<div>{% endif %}x", "`<div>` is never ended"),
        ("<h2>x</h3>", "`<h2>` is never ended"),
    ] {
        let found = themed(main).check();
        let told = found.lines().into_iter().find(|line| line.contains(has)).expect(has);
        assert!(told.starts_with("templates/page.html:4:") && told.ends_with("[/a/ and 1 more]"), "{told}");
        assert!(found.codes().iter().all(|code| *code == "T010"), "{:?}", found.lines());
    }
    let either =
        "{% if page.draft %}<div class=\"a\">{% else %}<div class=\"b\">{% endif %}<p>x<ul><li>y</ul></div>";
    themed(either).check().assert_silent();
    themed("{# <div> #}<svg><path d=\"\"/></svg><br><script>'<div>'</script>{% include \"parts/a.html\" %}x{% include \"parts/b.html\" %}")
        .file("templates/parts/a.html", "<div>")
        .file("templates/parts/b.html", "</div>")
        .check()
        .assert_silent();
    // What content begins is content's.
    themed("{{ page.body }}").file("content/c.md", page("<div>\n\nx\n")).check().assert_silent();
}

#[test]
fn pictures_for_those_who_share_a_page_are_looked_for() {
    for name in ["property=\"og:image\"", "name=\"twitter:image\"", "property='og:image:secure_url'"] {
        let meta =
            |file: &str| format!("<meta {name} content=\"{{{{ site.origin }}}}{{{{ site.home }}}}{file}\">");
        let found = themed(&meta("icon.png")).base("https://review.example/repo/").check();
        expect(&found, "L003", &["icon.png` is no address of this site"]);
        themed(&meta("icons.svg")).base("https://review.example/repo/").check().assert_silent();
    }
}

#[test]
fn the_page_for_unknown_addresses_has_no_relative_ones() {
    let not_found = |main: &str| {
        let whole = format!("{{% extends \"base.html\" %}}{{% block main %}}\n{main}{{% endblock main %}}");
        TestSite::with_report().file("templates/not_found.html", whole).check()
    };
    for (main, code) in [
        ("<a href=\"reports/count/\">x</a>", "L001"),
        ("<a href=\"./\">x</a>", "L001"),
        ("<img src=\"icon.svg\" alt=\"\">", "L003"),
    ] {
        let found = not_found(main);
        found.assert_codes(&[code]);
        let line = &found.lines()[0];
        assert!(
            line.starts_with("templates/not_found.html:2:") && line.contains("`{{ site.home }}"),
            "{line}"
        );
    }
    let silent = "<a href=\"{{ site.home }}reports/\">x</a><a href=\"#page-main\">x</a><a href=\"https://example.org\">x</a>";
    not_found(silent).assert_silent();
}

#[test]
fn what_leads_somewhere_is_not_told_whatever_attribute_has_it() {
    let silent = "<svg><use href=\"{{ site.home }}icons.svg#plus\"/><g id=\"g\"/><use href=\"#g\"/></svg>\
                  <img src=\"{{ site.home }}icons.svg\" alt><img alt='' src=\"{{ site.home }}icons.svg#svgView(viewBox(0,0,1,1))\">\
                  <form action=\"\"><label for=\"g\">x</label></form><nav aria-labelledby=\"page-main g\"></nav>\
                  <a href=\"https://review.example/other/\">x</a><a href=\"https://review.example.org/repo/no/\">x</a>\
                  <a href=\"https://review.example/repo\">x</a><a href=\"//review.example/repo/reports/count/#stat-visits\">x</a>\
                  <a href=\"{{ page.canonical }}\">x</a><a href=\"?a\">x</a><a href=\"mailto:a@review.example\">x</a>";
    themed(silent).base("https://review.example/repo/").check().assert_silent();
    // What content says is told where it stands, and its pictures are looked at there.
    let waived = "---\ntitle: A\nallow: {X001: a drawing that says nothing}\n---\n<img src=\"/icons.svg\">\n";
    themed("{{ page.body }}").file("content/c.md", waived).check().assert_silent();
    let found =
        themed("{{ page.body }}").file("content/c.md", page("<p aria-describedby=\"zzz\">x</p>\n")).check();
    found.assert_codes(&["L002"]);
    assert!(found.lines()[0].starts_with("content/c.md:1:1"), "{:?}", found.lines());
}

#[test]
fn numbers_that_are_typed_into_templates_are_told() {
    let found = themed("<p class=\"w-92\">Of <b>92%</b> of children {{ page.title }} © 2024</p>").check();
    expect(&found, "W001", &["`92%", "is typed into a template", "`{{ row.value }}`"]);
    for told in [
        "{# 12% #}<h2>{{ \"92%\" }}</h2>",
        "<p title=\"92% of children\">x</p>",
        "<img src=\"{{ site.icon }}\" alt=\"{{ page.title }}: 92%\">",
        "{% set share = \"92%\" %}<p>{{ share }} of children</p>",
        "<p>{{ page.title | replace(from=\"A\", to=\"92%\") }} of children</p>",
    ] {
        expect(&themed(told).check(), "W001", &["`92%`", "is typed into a template"]);
    }
    for silent in [
        "<p>© 2024, version 3</p><style>p { width: 92% }</style>",
        "{# 92% #}<h2>{{ page.title | truncate(length=80) }}</h2>",
        "{% set width = \"92%\" %}<p style=\"width: {{ width }}\" class=\"{{ \"w-92\" }}\">x</p>",
    ] {
        themed(silent).check().assert_silent();
    }
    let words = "topics = \"Themes of 12% of us\"\n";
    let found = TestSite::new().file("templates/words.en.toml", words).check();
    found.assert_codes(&["W001"]);
    assert!(found.lines()[0].starts_with("templates/words.en.toml:1:21 "), "{:?}", found.lines());
    let off = "title = \"T\"\n[rules]\nW001 = \"off\"\n";
    themed("<p>92% of children</p>").file("site.toml", off).check().assert_silent();
}

#[test]
fn numbers_in_data_that_a_template_prints_are_told_where_they_stand() {
    let data = "---\ntitle: A\nextra:\n  share: \"92% of children\"\n  count: 4312\n  version: 12\n  wide: 40\n  \
                rows: [{name: a, part: \"13%\"}]\n---\nBody.\n";
    let site = |main: &str| themed(main).file("content/a.md", data).file("content/b.md", data);
    for (main, line, number) in [
        ("<p>{{ page.extra.share }}</p>", 4, "`92%`"),
        ("<p>{{ page.extra[\"share\"] | upper }}</p>", 4, "`92%`"),
        ("{% set share = page.extra.share %}<p title=\"{{ share }}\">x</p>", 4, "`92%`"),
        ("<p>{{ page.extra?.count }} visits</p>", 5, "`4312`"),
        ("{% for row in page.extra.rows %}<p>{{ row.part }}</p>{% endfor %}", 8, "`13%`"),
    ] {
        let told = site(main).check().lines();
        let is_told = told.len() == 2 && told[0].starts_with(&format!("content/a.md:{line}:"));
        assert!(is_told && told[0].contains(number), "{main}: {told:?}");
    }
    for main in [
        "<p style=\"width: {{ page.extra.wide }}%\">{{ page.extra.version }}</p>",
        "{% if page.extra.share == \"92%\" %}x{% endif %}{{ page.extra.rows | length }}",
        "{% for row in page.extra.rows %}<p>{{ row.name }}</p>{% endfor %}{{ \"a\" if page.extra.count else \"b\" }}",
    ] {
        site(main).check().assert_silent();
    }
    // One that the page records agrees with it.
    let recorded = "---\ntitle: C\nkind: survey\npublisher: P\npublished: 2020\nextra: {share: \"92%\"}\n\
                    statistics: {a: {label: A, value: \"92%\"}}\n---\n";
    let report = "{% extends \"builtin/report.html\" %}{% block head %}<meta name=\"description\" content=\"{{ page.extra?.share or '' }}\">{% endblock %}";
    let site = TestSite::new().file("content/reports/c.md", recorded).file("templates/report.html", report);
    let codes = site.check().codes();
    assert!(!codes.contains(&"W001"), "{codes:?}");
}

#[test]
fn an_argument_that_nothing_takes_is_refused() {
    for (main, has) in [
        (
            "{{ page.title | split(pat=\" \") | join(separator=\", \") }}",
            ["no argument `separator`", "did you mean `sep`?"],
        ),
        (
            "{{ [2, 1] | sort(reverse=true) | length }}",
            ["no argument `reverse`", "`| sort(attribute=\"…\") | reverse`"],
        ),
        (
            "{% for a in range(end=3, step=2) %}.{% endfor %}",
            ["no argument `step`", "did you mean `step_by`?"],
        ),
        ("{{ 1.2345 | round(decimals=2) }}", ["no argument `decimals`", "it takes `method`, `precision`"]),
        ("{{ page.title | upper(all=true) }}", ["no argument `all`", "write `upper` without it"]),
        (
            "{% if page.title is containing(path=\"a\") %}.{% endif %}",
            ["no argument `path`", "did you mean `pat`?"],
        ),
    ] {
        expect(&themed(main).check(), "T001", &has);
    }
    themed("{{ page.title | split(pat=\" \") | join(sep=\", \") }}").check().assert_silent();
}

#[test]
fn groups_stand_in_the_order_in_which_they_first_appear() {
    let names = ["red", "blue", "green", "white", "grey", "black", "pink", "brown"];
    let list = names.map(|name| format!("{{\"n\": \"{name}\"}}")).join(", ");
    let main = format!(
        "{{% for name, ones in [{list}] | group_by(attribute=\"n\") %}}{{{{ name }}}}{{{{ ones | length }}}}.{{% endfor %}}"
    );
    for _ in 0..2 {
        let built = themed(&main).build().expect_clean();
        let page = built.text("a/index.html");
        assert!(page.contains(&format!("{}1.", names.join("1."))), "{page}");
    }
}

#[test]
fn remarks_and_tags_that_are_never_ended_are_told() {
    for (main, has) in [
        ("<!-- my box\n<p>x</p>", "put `-->` where the remark ends"),
        ("<!-- my box\n<p>x</p><!-- other -->", "`<!--` is never ended"),
        ("<p title=\"Beta>x</p>\n<p class=\"b\">y</p>", "this tag is never ended"),
        ("<p title='Beta>x</p>\ny", "a second quotation mark"),
        ("<p>x</p\n<p>y</p>", "put `>` where it ends"),
    ] {
        expect(&themed(main).check(), "T010", &[has]);
    }
    themed("<!-- a -- b --><p title=\"{{ page.title }} > 'x' <b>\" {% if page.title %}class=\"a\"{% endif %}>x</p>")
        .check()
        .assert_silent();
    let either = "{% if page.draft %}<a href=\"#a\"{% else %}<a href=\"#\"{% endif %} id=\"a\">x</a>";
    themed(either).check().assert_silent();
}

#[test]
fn a_list_in_order_of_what_an_entry_lacks_is_told_once() {
    let rows = "{% set rows = [{\"n\": 1}, {\"m\": 2}] %}";
    let mixed = "{% set rows = [{\"m\": 2}] %}";
    for main in ["rows | sort(attribute=\"n\")", "rows | group_by(attribute=\"n\")"] {
        let main = format!(
            "{{% if page.title == \"x\" %}}{rows}{{% else %}}{mixed}{{% endif %}}{{% for one in {main} %}}.{{% endfor %}}"
        );
        let has =
            ["not every entry of this list has a `n`", "`[one for one in rows if one.n is defined] | …`"];
        expect(&themed(&main).check(), "T002", &has);
    }
    let kept = format!(
        "{rows}{{% for one in [one for one in rows if one.n is defined] | sort(attribute=\"n\") %}}.{{% endfor %}}"
    );
    themed(&kept).check().assert_silent();
}

#[test]
fn the_mark_of_an_encoding_is_no_part_of_a_template() {
    let template = "\u{feff}{% extends \"base.html\" %}\n{% block main %}<h1>{{ page.title_html }}</h1>{{ page.nme }}{% endblock main %}";
    let site =
        |text: String| TestSite::new().file("content/a.md", page("A.\n")).file("templates/page.html", text);
    site(template.replace("{{ page.nme }}", "")).check().assert_silent();
    let told = site(template.to_owned()).check().lines();
    assert!(told.len() == 1 && told[0].starts_with("templates/page.html:2:"), "{told:?}");
}

#[test]
fn one_colon_stands_behind_a_scheme_and_the_right_article_before_a_record() {
    let found = themed("<a href=\"https:/example.org/x\">x</a>").check();
    assert!(found.lines()[0].contains("`https:` leads to nothing"), "{:?}", found.lines());
    let articles = "{% for one in report.coverage %}{{ one.titl }}{% endfor %}";
    let found = TestSite::with_report()
        .file(
            "templates/report.html",
            format!("{{% extends \"base.html\" %}}{{% block main %}}{articles}{{% endblock main %}}"),
        )
        .check();
    assert!(found.lines().iter().any(|line| line.contains("in an article card")), "{:?}", found.lines());
}

#[test]
fn a_stylesheet_is_looked_through_for_the_whole_address_of_its_site() {
    for (address, is_there) in [
        ("https://example.org/trees/nope.svg", false),
        ("//example.org/trees/nope.svg", false),
        ("HTTPS://EXAMPLE.ORG/trees/icons.svg?a#plus", true),
        ("https://example.org/other/nope.svg", true),
        ("https://example.com/trees/nope.svg", true),
    ] {
        let css = format!("p {{ background: url({address}) }}\n");
        let site = themed("").base("https://example.org/trees/").file("static/own.css", css);
        let found = site.check();
        let told =
            found.lines().iter().any(|line| line.starts_with("static/own.css:1:") && line.contains(" L003 "));
        assert_eq!(!told, is_there, "{address}: {:?}", found.lines());
    }
}
