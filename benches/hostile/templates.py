"""Templates that go in circles, run deep, never end or take all memory."""

from pathlib import Path

from ground import Tally, begin, put

ENDLESS = {
    "10^10 turns": "{% for i in range(end=10000000000) %}{% endfor %}",
    "nested loops": "{% for i in range(end=99999) %}{% for j in range(end=99999) %}{% endfor %}{% endfor %}",
    "doubling": '{% set a = "x" %}' + "{% set_global a = a ~ a %}" * 40,
    "replacing": '{% set a = "x" %}' + '{% set_global a = a | replace(from="x", to="' + "x" * 999 + '") %}' * 4,
    "an error": "{{ nowhere.at.all }}",
    "a filter": "{{ page | nothing }}",
    "unclosed": "{% if page %}" * 500,
    "parentheses": "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "a sum": "{{ 1" + " + 1" * 5_000 + " }}",
    "a number": "{{ 9999999999999999999999 * 9999999999999999999999 }}",
    "division": "{{ 1 / 0 }}{{ 1 % 0 }}",
}


def series(program: Path, folder: Path) -> list[Tally]:
    """All series about templates."""
    tally = Tally("templates")
    for what, text in ENDLESS.items():
        attempt(program, folder, tally, what, {"page.html": text})
    for depth in (2, 10, 50, 100, 200, 500, 2_000):
        chain = {f"c{at}.html": f'{{% include "c{at + 1}.html" %}}' for at in range(depth)} | {f"c{depth}.html": "end"}
        attempt(program, folder, tally, f"{depth} includes", {"page.html": '{% include "c0.html" %}'} | chain)
        layers = {f"e{at}.html": f'{{% extends "e{at + 1}.html" %}}{{% block b %}}{{{{ super() }}}}{{% endblock b %}}'
                  for at in range(depth)}  # fmt: skip
        layers[f"e{depth}.html"] = "{% block b %}end{% endblock b %}"
        attempt(program, folder, tally, f"{depth} layers", {"page.html": '{% extends "e0.html" %}'} | layers)
    for what in ("include", "extends"):
        circle = {"page.html": f'{{% {what} "a.html" %}}', "a.html": f'{{% {what} "b.html" %}}', "b.html": f'{{% {what} "a.html" %}}'}
        attempt(program, folder, tally, f"a circle of {what}", circle)
    return [tally]


def attempt(program: Path, folder: Path, tally: Tally, what: str, templates: dict[str, str]) -> None:
    """Builds a site with these templates."""
    site = begin(program, folder / "site")
    put(site, "content/hostile.md", "---\ntitle: A\n---\nBody.\n")
    for name, text in templates.items():
        put(site, f"templates/{name}", text)
    tally.run(program, ["build", "--root", site, "--format", "short"], what)
