"""The corpus as content for Hugo: the same pages and words, with links that Hugo understands.

Front matter stays YAML. Fields that mean something else to Hugo get another name, and Markdown in fields becomes plain
text, which spares Hugo work that cscare-site does. Links to statistics, terms and files become plain links.
"""

import re
import shutil
from pathlib import Path

RENAMED = {"kind": "record_kind", "url": "original", "published": "published_on", "order": "weight"}
BOUND = re.compile(r"\]\(stat:(?:([a-z0-9-]+)\.)?([a-z0-9-]+)\)")
TERM = re.compile(r"\]\(term:([a-z0-9-]+)\)")
FILE = re.compile(r"\]\((?:\.\./)*([a-z0-9/-]+)\.md(#[a-z0-9-]+)?\)")
ANY_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
FIELD = re.compile(r"^([a-z_]+):(.*)$")
TERM_HEAD = re.compile(r"^(.*) \{#([a-z0-9-]+)\}$", re.MULTILINE)


def convert(site: Path, target: Path) -> None:
    """Writes the content of the site at `site` as a Hugo site at `target`."""
    shutil.copytree(Path(__file__).parent / "hugo", target)
    content = site / "content"
    findings = {path.stem for path in (content / "findings").glob("*.md")}
    for source in sorted(content.rglob("*.md")):
        path = source.relative_to(content)
        out = target / "content" / renamed(path)
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page(source.read_text(encoding="utf-8"), path, findings), encoding="utf-8")


def renamed(path: Path) -> Path:
    """Where Hugo wants a page: topics are its taxonomy, and the home page is a section."""
    if path.parts[0] == "topics":
        return path.with_suffix("") / "_index.md"
    return Path("_index.md") if path == Path("index.md") else path


def page(text: str, path: Path, findings: set[str]) -> str:
    """One page."""
    _, front, body = text.split("---\n", 2)
    folder = path.parts[0] if len(path.parts) > 1 else ""
    body = TERM_HEAD.sub(r'<span id="\2"></span>\1', body) if path.name == "glossary.md" else body
    return f"---\n{fields(front)}---\n{links(body, folder, findings)}"


def fields(front: str) -> str:
    """The front matter, with Hugo's own names out of the way."""
    lines = []
    for line in front.splitlines():
        found = FIELD.match(line)
        if found and found[1] in RENAMED:
            line = f"{RENAMED[found[1]]}:{found[2]}"
        if found and found[1] == "published":
            line += f"\ndate:{found[2]}-01"
        lines.append(ANY_LINK.sub(r"\1", line))
    return "\n".join(lines) + "\n"


def links(body: str, folder: str, findings: set[str]) -> str:
    """The body with plain links."""

    def bound(found: re.Match[str]) -> str:
        owner, statistic = found[1], found[2]
        if owner is None:
            return f"](#stat-{statistic})"
        return f"](/{'findings' if owner in findings else 'reports'}/{owner}/#stat-{statistic})"

    def file(found: re.Match[str]) -> str:
        path = found[1] if "/" in found[1] or not folder else f"{folder}/{found[1]}"
        return f"](/{path}/{found[2] or ''})"

    return FILE.sub(file, TERM.sub(r"](/glossary/#\1)", BOUND.sub(bound, body)))
