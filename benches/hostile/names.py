"""Hostile names of files, and hostile addresses in front matter, links and templates: nothing outside changes."""

from pathlib import Path

from ground import Tally, begin, page, prints, put

NAMES = [
    b"a b.md", b"a\nb.md", b"a\tb.md", b"a\rb.md", b"\xff\xfe.md", b"#.md", b"?.md", b"%.md", b"%2e%2e.md", b"&.md", b"<i>.md",
    b'".md', b"'.md", b"`.md", b"$(id).md", b";.md", b"|.md", b"*.md", b"\\.md", b"..md", b"...md", b" .md", b"-.md", b"-rf.md",
    b"~.md", b"con.md", b"aux.md", b"nul.txt", b"a:b.md", b"INDEX.md", b"Index.md", b"index.MD", b"404.md", b"feed.xml",
    b"sitemap.xml", b"CNAME", b".htaccess", b".cscare-manifest", b".git/config", "é.md".encode(), "e\u0301.md".encode(),
    "\u202egpj.md".encode(), "\u2024\u2024.md".encode(), "\u200b.md".encode(), "🦉.md".encode(), b"x" * 250 + b".md",
    b"/".join([b"d"] * 120) + b"/e.md",
]  # fmt: skip
VALUES = [
    "..", ".", "/", "//", "../../x", "/../../x/", "/a/../../b/", "/./", "/a//b/", "\\\\host\\x", "C:\\x", "/etc/passwd", "~/x",
    "%2e%2e/x", "..%2fx", "/%2e%2e/x/", "a\\0b", "\\u0000", "\\n/x/", "/a\\nb/", "/\\u202ex/", "-rf", "*", "?x", "#x", "file:///x",
    "//host/x", "/index.html", "/feed.xml", "/data/statistics.json", "/.cscare-manifest", "/.git/config", "/CNAME", "/con/",
    "/x.", "/x ", "/é/", "/E/", "/" + "x" * 300 + "/", "/" + "x/" * 500, "{{ 1 }}", "{% raw %}", "<script>",
]  # fmt: skip
USES = {
    "id": lambda value: page("Body.", f'id: "{value}"\n'),
    "alias": lambda value: page("Body.", f'aliases: ["{value}"]\n'),
    "tag": lambda value: page("Body.", f'tags: ["{value}"]\n'),
    "link": lambda value: page(f"[words](<{value}>)"),
    "image": lambda value: page(f"![words](<{value}>)"),
    "raw HTML": lambda value: page(f'<img alt="" src="{value}"><a href="{value}">b</a>'),
    "template": lambda value: "{% extends \"" + value + "\" %}{% include \"" + value + "\" %}",
}


def series(program: Path, folder: Path) -> list[Tally]:
    """All series about names."""
    site = begin(program, folder / "site")
    put(folder, "outside/secret.md", page("secret words"))
    before = prints(folder / "outside")
    names, values = Tally("names of files"), Tally("addresses")
    for where in ("content", "static", "templates"):
        for name in NAMES:
            path = where.encode() + b"/" + name
            if put(site, path, page("Body.")):
                attempt(program, folder, names, f"{where}/{name[:40]!r}")
            begin(program, site)
    for use, text in USES.items():
        for value in VALUES:
            put(site, "templates/page.html" if use == "template" else "content/hostile.md", text(value))
            attempt(program, folder, values, f"{use} {value[:40]!r}")
            (site / "templates/page.html").unlink(missing_ok=True)
    names.expect("the folder beside the site", prints(folder / "outside") == before)
    return [names, values]


def attempt(program: Path, folder: Path, tally: Tally, what: str) -> None:
    """Builds, and looks at what lies where."""
    code = tally.run(program, ["build", "--root", folder / "site", "--format", "short"], what)
    around = sorted(path.name for path in folder.iterdir())
    tally.expect(f"{what}: {around}", around == ["outside", "site"])
    public = folder / "site/public"
    is_inside = not any(path.is_symlink() for path in public.rglob("*"))
    tally.expect(f"{what}: exit code {code}", is_inside and (code != 0 or (public / "index.html").is_file()))
