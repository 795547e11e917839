"""Texts that make readers slow or deep: YAML, Markdown in forty shapes of 200 kB, settings, an archive's lock."""

from pathlib import Path

from ground import Tally, begin, page, put

SIZE = 200_000  # bytes of each shape

SHAPES = [
    "*", "**", "_", "*a_ ", "*a **a ", "_a*", "`", "` ``", "``a ", "[", "]", "![", "[a](", "[a](<", "[a][", "[a]: b\n", "[^a]", "[^a]: b\n",
    "<", "<a", "<a ", "<a href=\"", "<!--", "<![CDATA[", "<?", "</", "&", "&#", "&a;", "> ", "- ", "1. ", "  - a\n", "| a ", "|-", "a|\n",
    "~~", "# ", "a\n: b\n\n", "\\", "\"'",
]  # fmt: skip


def series(program: Path, folder: Path) -> list[Tally]:
    """All series about texts."""
    site = begin(program, folder / "site")
    markdown, front = Tally(f"{len(SHAPES)} shapes of Markdown, {SIZE // 1000} kB"), Tally("front matter, settings, lock")
    for shape in SHAPES:
        put(site, "content/hostile.md", page(shape * (SIZE // len(shape))))
        markdown.run(program, ["check", "--root", site, "--format", "short"], repr(shape))
    for what, yaml in hostile_yaml().items():
        put(site, "content/hostile.md", f"---\n{yaml}\n---\nBody.\n")
        front.run(program, ["check", "--root", site], what)
    put(site, "content/hostile.md", page("Body."))
    for what, text in hostile_toml().items():
        put(site, "site.toml", text)
        front.run(program, ["check", "--root", site], what)
    put(site, "site.toml", 'title = "Lib"\n')
    for what, text in {"no lock": "x\n" * 1000, "cut": '{"evidence_lock":1}\n{"page":' * 1000, "binary": "\0" * 9999}.items():
        put(site, "evidence.lock", text)
        front.run(program, ["check", "--root", site], f"lock: {what}")
    return [markdown, front]


def hostile_yaml() -> dict[str, str]:
    """Front matter by what is wrong with it."""
    levels = [f"  a{level}: &a{level} [{', '.join([f'*a{level - 1}' if level else 'lol'] * 9)}]" for level in range(20)]
    return {
        "billion laughs": "title: A\nextra:\n" + "\n".join(levels),
        "an alias of itself": "title: A\nextra: &a [*a]",
        "merge keys": "title: A\nextra: &a {<<: *a}",
        "brackets": "title: " + "[" * 10_000,
        "closed brackets": "extra: " + "[" * 10_000 + "]" * 10_000,
        "braces": "extra: " + "{a: " * 10_000,
        "indentation": "\n".join(" " * depth + "a:" for depth in range(2_000)),
        "dashes": "extra:\n  " + "- " * 10_000,
        "tags": "title: " + "!!str " * 5_000 + "a",
        "anchors": "\n".join(f"a{at}: &a{at} b" for at in range(1_000)),
        "one key often": "title: A\n" * 5_000,
        "a million digits": "title: A\norder: " + "9" * 1_000_000,
        "a long line": "title: " + "a" * 2_000_000,
        "control characters": 'title: "\x01\x7f\x85"',
        "NUL": "title: a\0b",
        "byte-order marks": "\ufefftitle: \ufeffA",
        "surrogates": "title: \ud800",
        "carriage returns": "title: A\r\rdescription: B\r",
        "documents": "title: A\n...\n%YAML 1.2\n",
    }


def hostile_toml() -> dict[str, str]:
    """Settings by what is wrong with them."""
    return {
        "deep arrays": "title = " + "[" * 10_000,
        "deep tables": "[" + ".".join(["a"] * 5_000) + "]\n",
        "many keys": "".join(f"a{at} = 1\n" for at in range(2_000)),
        "a long title": f'title = "{"a" * 1_000_000}"\n',
        "NUL": 'title = "a\\u0000b"\n',
        "numbers": "title = 1e999999\npage_size = 99999999999999999999\n",
        "dates": "title = 9999-99-99\n",
    }
