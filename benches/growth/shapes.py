"""The shapes of sites that are made larger and larger. Each gives the files of a site for a size `n`.

Sizes are chosen so that the largest run takes about a second: less would be the start of the program, not its work.
"""

from collections.abc import Callable
from dataclasses import dataclass

Files = dict[str, str]


@dataclass(frozen=True)
class Shape:
    """One kind of site, the smallest size that is run, and what is run on it."""

    name: str
    files: Callable[[int], Files]
    size: int
    command: str


SHAPES: list[Shape] = []


def shape(name: str, size: int, command: str = "check") -> Callable[[Callable[[int], Files]], Callable[[int], Files]]:
    """Adds the function below to the shapes."""

    def add(files: Callable[[int], Files]) -> Callable[[int], Files]:
        SHAPES.append(Shape(name, files, size, command))
        return files

    return add


def page(body: str, title: str = "A page", front: str = "") -> str:
    """A page with this text."""
    return f"---\ntitle: {title}\n{front}---\n{body}\n"


def report(statistics: list[str], body: str = "Text.", more: str = "") -> str:
    """A report with these statistics, each a line of YAML."""
    listed = "statistics:\n" + "\n".join(f"  {one}" for one in statistics) + "\n" if statistics else ""
    return f"---\ntitle: A report\nkind: audit\npublisher: A board\npublished: 2024-05\n{more}{listed}---\n{body}\n"


def statistic(at: int, more: str = "") -> str:
    """A statistic of its own measure and period."""
    return f'{name(at)}: {{label: Number {at}, value: "{at + 11:,}", period: {1900 + at % 100}{more}}}'


def statistics(n: int) -> list[str]:
    """So many."""
    return [statistic(at) for at in range(n)]


def name(at: int, words: str = "bcdfghjklmnpqrstvwz") -> str:
    """A name that is like few others."""
    letters = []
    at = at * 7919 + 101
    while at:
        at, letter = divmod(at, len(words))
        letters.append(words[letter] + "aeiou"[letter % 5])
    return "".join(letters)


def lines(n: int, line: Callable[[int], str], between: str = "\n\n") -> str:
    """So many lines."""
    return between.join(line(at) for at in range(n))


def pages(n: int, text: Callable[[int], str], folder: str = "pages") -> Files:
    """So many pages in a folder."""
    return {f"content/{folder}/{name(at)}.md": text(at) for at in range(n)}


# Names that lead nowhere.


@shape("pages that all link to one missing page", 2500)
def one_missing(n: int) -> Files:
    return pages(n, lambda at: page("See [this](../methodolgy.md).", f"Page {at}"))


@shape("pages that each link to another missing page", 2000)
def other_missing(n: int) -> Files:
    return pages(n, lambda at: page(f"See [this]({name(at)}x.md).", f"Page {at}"))


@shape("a folder of reports renamed", 1500)
def renamed(n: int) -> Files:
    moved = {f"content/sources/{name(at)}.md": page("Text.", f"Page {at}") for at in range(n)}
    linking = pages(n, lambda at: page(f"See [this](../reports/{name(at)}.md).", f"Other {at}"), "pages")
    return moved | linking


@shape("unknown terms", 3000)
def unknown_terms(n: int) -> Files:
    glossary = page(lines(n, lambda at: f"Term {at} {{#{name(at)}}}\n: A meaning."), "Terms")
    return {"content/glossary.md": glossary, "content/a.md": page(lines(n, lambda at: f"[word](term:{name(at)}x)"))}


@shape("unknown statistics of one report", 3000)
def unknown_statistics(n: int) -> Files:
    text = lines(n, lambda at: f"[word](stat:{name(at)}x)")
    return {"content/reports/r.md": report(statistics(n), text)}


@shape("a statistic of no report in as many reports", 3000)
def gone(n: int) -> Files:
    return pages(n, lambda at: report([statistic(1)], "A [word](stat:gone.s1)."), "reports")


@shape("broken anchors on a page of headings", 3000)
def broken_anchors(n: int) -> Files:
    return {"content/a.md": page(lines(n, lambda at: f"## {name(at)}\n\n[word](#{name(at)}x)"))}


@shape("broken addresses", 3000)
def broken_addresses(n: int) -> Files:
    return pages(n, lambda at: page(f"[word](/pages/{name(at)}x/)", f"Page {at}"))


@shape("unknown topics", 3000)
def unknown_topics(n: int) -> Files:
    topics = pages(n, lambda at: page("Text.", f"Topic {at}"), "topics")
    return topics | pages(n, lambda at: report([], more=f"topics: [{name(at)}x]\n"), "reports")


@shape("unknown measures", 3000)
def unknown_measures(n: int) -> Files:
    return {"content/reports/r.md": report([statistic(at, f", measure: {name(at)}x") for at in range(n)])}


# Very many mistakes in one place.


@shape("unbound numbers on one line", 10000)
def one_line(n: int) -> Files:
    return {"content/a.md": page(lines(n, lambda _: "There were 2,000 people seen then.", " "))}


@shape("empty footnotes on one line", 60000)
def footnote_marks(n: int) -> Files:
    return {"content/a.md": page("[^a]: " * n)}


@shape("bad links on one line", 8000)
def bad_links(n: int) -> Files:
    return {"content/a.md": page(lines(n, lambda at: f"[1](stat:a.b{at})", " "))}


@shape("bad links on one line, as SARIF", 4000, "check --format sarif")
def bad_links_sarif(n: int) -> Files:
    return bad_links(n)


@shape("bad links on one line, as JSON", 8000, "check --format json")
def bad_links_json(n: int) -> Files:
    return bad_links(n)


@shape("equal ids in raw HTML", 40000)
def equal_ids(n: int) -> Files:
    return {"content/a.md": page('<p><i id="a">x</i></p>\n\n' * n)}


@shape("pairs of equal ids in raw HTML", 8000)
def paired_ids(n: int) -> Files:
    return {"content/a.md": page(lines(n, lambda at: f'<p><i id="x{at}">x</i><i id="x{at}">x</i></p>'))}


@shape("lines of evidence.lock that are broken", 30000)
def broken_lock(n: int) -> Files:
    return {"content/a.md": page("Text."), "evidence.lock": '{"evidence_lock":1}\n' + "<<<<<<< HEAD\n" * n}


@shape("statistics that each waive a rule", 3000)
def waivers(n: int) -> Files:
    one = [statistic(at, ", allow: {B002: it is a list}") for at in range(n)]
    return {"content/reports/r.md": report(one)}


@shape("statistics that are used nowhere", 3000)
def unused(n: int) -> Files:
    return {"content/reports/r.md": report(statistics(n))}


@shape("records with one id", 3000)
def same_ids(n: int) -> Files:
    claims = "claims:\n" + "\n".join(f"  {name(at)}: {{text: A claim.}}" for at in range(n)) + "\n"
    return {"content/reports/r.md": report(statistics(n), more=claims)}


@shape("pages with one id", 3000)
def same_page_ids(n: int) -> Files:
    return pages(n, lambda at: report([], more="id: same\n"), "reports")


@shape("figures that cannot all be right", 2500)
def incomparable(n: int) -> Files:
    one = [f'{name(at)}: {{label: L, measure: m, value: "{at + 11:,}", period: 2020}}' for at in range(n)]
    return {"content/reports/r.md": report(one), "content/measures/m.md": page("M.", front="kind: flow\nunit: people\n")}


# Large pages without a mistake.


@shape("one line of words", 180000, "build")
def long_line(n: int) -> Files:
    return {"content/a.md": page("words and " * n)}


@shape("headings", 15000, "build")
def headings(n: int) -> Files:
    return {"content/a.md": page(lines(n, lambda at: f"## Heading {name(at)}\n\nText."))}


@shape("headings of one name", 15000, "build")
def same_headings(n: int) -> Files:
    return {"content/a.md": page(lines(n, lambda _: "## Heading\n\nText."))}


@shape("links to headings of a page", 15000, "build")
def heading_links(n: int) -> Files:
    return {"content/a.md": page(lines(n, lambda at: f"## {name(at)}\n\n[word](#{name(at)})"))}


@shape("footnotes", 20000, "build")
def footnotes(n: int) -> Files:
    text = lines(n, lambda at: f"Word.[^{name(at)}]") + "\n\n" + lines(n, lambda at: f"[^{name(at)}]: A note.")
    return {"content/a.md": page(text)}


@shape("rows of a table", 40000, "build")
def table(n: int) -> Files:
    return {"content/a.md": page("| a | b |\n|---|---|\n" + lines(n, lambda at: f"| {name(at)} | b |", "\n"))}


@shape("rows of a table of statistics", 20000, "build")
def statistics_table(n: int) -> Files:
    ids = ", ".join(["r.one"] * n)
    table = f"```table\ncaption: All\nrows: [{ids}]\ncolumns: [label, value]\n```"
    return {"content/reports/r.md": report(['one: {label: L, value: "11", period: 2020}'], table)}


@shape("lists in lists", 2000, "build")
def nested(n: int) -> Files:
    return {"content/a.md": page(lines(20, lambda _: lines(n, lambda at: f"{'  ' * (at % 40)}- item", "\n")))}


@shape("bound numbers", 20000, "build")
def bound(n: int) -> Files:
    one = statistics(n)
    return {"content/reports/r.md": report(one, lines(n, lambda at: f"[{at + 11:,}](stat:{name(at)})"))}


@shape("bound numbers in one paragraph", 10000)
def bound_in_one(n: int) -> Files:
    body = lines(n, lambda _: "[8.5%](stat:a.growth) more", " ")
    return {"content/reports/a.md": report(['growth: {label: Growth, value: 8.5%}'], body)}


@shape("quoted bound numbers in one paragraph", 10000)
def quoted_in_one(n: int) -> Files:
    body = lines(n, lambda _: "he said “it is so [8.5%](stat:a.growth)” in 2020 and", " ")
    return {"content/reports/a.md": report(['growth: {label: Growth, value: 8.5%, period: 2020}'], body)}


@shape("quotations that never end", 20000)
def open_quotations(n: int) -> Files:
    return {"content/reports/a.md": report([], lines(n, lambda _: "“he said „this ``and «that", " "))}


@shape("links between bound numbers", 10000)
def links_between(n: int) -> Files:
    body = lines(n, lambda _: "[the count](a.md) and", " ") + lines(n, lambda _: "[8.5%](stat:a.growth) in 2020", " ")
    return {"content/reports/a.md": report(['growth: {label: Growth, value: 8.5%, period: 2020}'], body)}


@shape("terms and links to them", 6000, "build")
def terms(n: int) -> Files:
    glossary = page(lines(n, lambda at: f"Term {at} {{#{name(at)}}}\n: A meaning."), "Terms")
    return {"content/glossary.md": glossary, "content/a.md": page(lines(n, lambda at: f"[word](term:{name(at)})"))}


@shape("blocks of raw HTML", 40000, "build")
def raw_html(n: int) -> Files:
    return {"content/a.md": page(lines(n, lambda at: f'<div id="x{at}">x</div>'))}


@shape("claims", 8000, "build")
def claims(n: int) -> Files:
    listed = "claims:\n" + "\n".join(f"  {name(at)}: {{text: Number {name(at)} is a claim.}}" for at in range(n)) + "\n"
    return {"content/reports/r.md": report([], more=listed)}


@shape("recommendations of one report", 8000, "build")
def recommendations(n: int) -> Files:
    listed = "\n".join(f"  {name(at)}: {{text: Do {name(at)}.}}" for at in range(n))
    return {"content/reports/r.md": report([], more=f"recommendations:\n{listed}\n")}


# Very many pages, and what they have in common.


@shape("plain pages at the top", 1500, "build")
def plain(n: int) -> Files:
    return {f"content/{name(at)}.md": page("Text.", f"Page {name(at)}") for at in range(n)}


@shape("reports with recommendations", 1500, "build")
def many_recommendations(n: int) -> Files:
    return pages(n, lambda at: report([], more="recommendations:\n  a: {text: Do it.}\n"), "reports")


@shape("drafts", 6000, "build")
def drafts(n: int) -> Files:
    return pages(n, lambda at: page("Text.", f"Page {at}", "draft: true\n"))


@shape("links to drafts", 3000)
def draft_links(n: int) -> Files:
    return pages(n, lambda at: page("Text.", f"Page {at}", "draft: true\n"), "d") | pages(
        n, lambda at: page(f"[word](../d/{name(at)}.md)", f"Page {at}")
    )


@shape("old addresses of one page", 10000, "build")
def aliases(n: int) -> Files:
    listed = ", ".join(f"/old/{name(at)}/" for at in range(n))
    return {"content/a.md": page("Text.", front=f"aliases: [{listed}]\n")}


@shape("tags of one page", 12000, "build")
def tags(n: int) -> Files:
    return {"content/a.md": page("Text.", front=f"tags: [{', '.join(name(at) for at in range(n))}]\n")}


@shape("pages with one tag", 2500, "build")
def one_tag(n: int) -> Files:
    return pages(n, lambda at: page("Text.", f"Page {at}", "tags: [all]\n"))


@shape("pages that link to the next", 2500, "build")
def chain(n: int) -> Files:
    return pages(n, lambda at: page(f"[next]({name((at + 1) % n)}.md)", f"Page {at}"))


@shape("pages that all link to one", 2500, "build")
def hub(n: int) -> Files:
    return {"content/hub.md": page("Text.")} | pages(n, lambda at: page("[hub](../hub.md)", f"Page {at}"))


@shape("a page that links to all", 2500, "build")
def spokes(n: int) -> Files:
    text = lines(n, lambda at: f"[word](pages/{name(at)}.md)")
    return {"content/hub.md": page(text)} | pages(n, lambda at: page("Text.", f"Page {at}"))


@shape("topics with a report each", 1500, "build")
def topics(n: int) -> Files:
    return pages(n, lambda at: page("Text.", f"Topic {at}"), "topics") | pages(
        n, lambda at: report([statistic(1)], more=f"topics: [{name(at)}]\n"), "reports"
    )


@shape("reports of one topic", 1500, "build")
def one_topic(n: int) -> Files:
    return {"content/topics/t.md": page("Text.", "Topic")} | pages(
        n, lambda at: report([statistic(1)], more="topics: [t]\n"), "reports"
    )


@shape("measures", 2500, "build")
def measures(n: int) -> Files:
    one = [statistic(at, f", measure: {name(at)}") for at in range(n)]
    return {"content/reports/r.md": report(one)} | pages(
        n, lambda at: page("Text.", f"Measure {name(at)}", "kind: flow\nunit: people\n"), "measures"
    )


@shape("findings on one statistic", 1500, "build")
def findings(n: int) -> Files:
    front = "certainty: high\nbecause: it was counted\nevidence:\n  - {supports: r.one}\n"
    return {"content/reports/r.md": report(['one: {label: L, value: "11", period: 2020}'])} | pages(
        n, lambda at: page("Text.", f"Finding {name(at)}", front), "findings"
    )


@shape("tellings of one article", 4000, "build")
def tellings(n: int) -> Files:
    told = "\n".join(f'  - {{statistic: r.{name(at)}, as: "{at + 11:,}"}}' for at in range(n))
    front = f"kind: news article\nreports_on: r\npublished: 2024-06\ntells:\n{told}\n"
    return {"content/reports/r.md": report(statistics(n)), "content/coverage/c.md": page("Text.", front=front)}


@shape("articles on one report", 1500, "build")
def articles(n: int) -> Files:
    front = 'kind: news article\nreports_on: r\npublished: 2024-06\ntells:\n  - {statistic: r.one, as: "11"}\n'
    return {"content/reports/r.md": report(['one: {label: L, value: "11", period: 2020}'])} | pages(
        n, lambda at: page("Text.", f"Article {at}", front), "coverage"
    )


@shape("a chain of origins", 1500, "build")
def origins(n: int) -> Files:
    def one(at: int) -> str:
        origin = f", origin: {name(at - 1)}.one" if at else ""
        return report([f'one: {{label: L, value: "11", period: 2020{origin}}}'])

    return pages(n, one, "reports")


@shape("a formula of very many terms", 8000, "build")
def formula(n: int) -> Files:
    total = " + ".join(["r.one"] * n)
    front = f"certainty: high\nbecause: counted\nevidence:\n  - {{supports: r.one}}\nderived:\n  d: {{label: D, value: \"{n * 11:,}\", formula: {total}}}\n"
    return {
        "content/reports/r.md": report(['one: {label: L, value: "11", period: 2020}']),
        "content/findings/f.md": page("Text.", front=front),
    }


@shape("fields of a record that are unknown", 10000)
def unknown_fields(n: int) -> Files:
    return {"content/a.md": page("Text.", front="".join(f"{name(at)}x: 1\n" for at in range(n)))}


@shape("blocks of code", 4000, "build")
def code(n: int) -> Files:
    return {"content/a.md": page(lines(n, lambda at: f"```text\n{name(at)}\n```"))}


# Texts of sources.


@shape("quotations without a place", 500, "verify")
def quotations(n: int) -> Files:
    text = lines(n, lambda at: f"The board said that {name(at)} {name(at + 1)} was the case.")
    told = "\n".join(f'  - {{quote: "that {name(at)} {name(at + 1)} was"}}' for at in range(n))
    front = f"kind: news article\nreports_on: r\npublished: 2024-06\nsnapshot: a.txt\ntells:\n{told}\n"
    return {"content/reports/r.md": report([]), "content/coverage/c.md": page("Text.", front=front), "archive/a.txt": text}


@shape("quotations with a wrong word", 250, "verify")
def wrong_quotations(n: int) -> Files:
    files = quotations(n)
    files["archive/a.txt"] = files["archive/a.txt"].replace(" was the case", " is the case")
    return files


@shape("figures without a place", 2000, "verify")
def figures(n: int) -> Files:
    text = lines(n, lambda at: f"It counted {at + 11:,} of them.")
    return {"content/reports/r.md": report(statistics(n), more="snapshot: a.txt\n"), "archive/a.txt": text}
