"""Statistics with the most extreme values there are, in changes, totals, relations and formulas that may go in circles."""

import random
from pathlib import Path

from ground import Tally, begin, put

VALUES = [
    "0", "-0", "0%", "1", "-1", "1%", "100%", "1e400", "79,228,162,514,264,337,593,543,950,335", "-79,228,162,514,264,337,593,543,950,335",
    "79228162514264337593543950335%", "0.0000000000000000000000000001", "-0.0000000000000000000000000001%", "£79 billion", "0.5p", "a third",
    "almost triple", "over 29%", "about 0", "0 to 0", "10 to 12 thousand", "1 in 1,000,000,000,000,000,000", "1 in 0", "22 per 10,000",
    "[c]", "tens of thousands", "99999999999999999999999999999 million", "half",
]  # fmt: skip
PERIODS = ["2019", "2010-11", "0001", "9999", "2010..2019", "at 2017-03-31", "since 2010", "to 2017-12", "9999-12-31"]


def series(program: Path, folder: Path, sites: int = 300) -> list[Tally]:
    """Random reports and findings over them; the same in every run."""
    tally = Tally("extreme arithmetic")
    site = begin(program, folder / "site")
    chance = random.Random(13)
    for number in range(sites):
        names = [f"s{at}" for at in range(chance.randint(1, 8))]
        put(site, "content/reports/hostile.md", report(chance, names))
        put(site, "content/findings/hostile.md", finding(chance, names))
        verb = "build" if number % 4 == 0 else "check"
        tally.run(program, [verb, "--root", site, "--format", "short"], f"site {number}")
    return [tally]


def report(chance: random.Random, names: list[str]) -> str:
    """A report whose statistics lean on each other, in circles too."""
    lines = ["---", "title: H", "kind: survey", "publisher: P", "published: 2020", "statistics:"]
    for name in names:
        lines += [f"  {name}:", "    label: L", f'    value: "{chance.choice(VALUES)}"']
        if chance.random() < 0.6:
            lines.append(f"    period: {chance.choice(PERIODS)}")
        one, other = chance.choice(names), chance.choice(names)
        relation = chance.choice(["updates", "corrects", "same-as", "differs"])
        sum_of = ", ".join(chance.sample(names, chance.randint(1, len(names))))
        lines.append(chance.choice([
            f"    change: {{from: {one}, to: {other}}}",
            f"    relations: [{{{relation}: hostile.{one}, note: n}}]",
            f"    total: {{of: [{sum_of}], minus: {other}}}",
            f"    relative_to: {one}",
            f"    of: {one}",
            "    precision: 28",
        ]))  # fmt: skip
    bound = [f"[{chance.choice(VALUES)}](stat:{chance.choice(names)})" for _ in range(3)]
    return "\n".join([*lines, "---", *bound, ""])


def finding(chance: random.Random, names: list[str]) -> str:
    """A finding with numbers derived from those of the report."""
    lines = ["---", "title: F", "certainty: low", "because: b", "evidence: [{supports: hostile.s0}]", "derived:"]
    for number in range(4):
        parts = [f"hostile.{chance.choice(names)}"]
        for _ in range(chance.randint(1, 5)):
            operand = chance.choice([*(f"hostile.{name}" for name in names), "0", "0.5", "79228162514264337593543950335"])
            parts += [chance.choice("+-*/"), operand]
        lines.append(f'  d{number}: {{label: L, value: "{chance.choice(VALUES)}", formula: {" ".join(parts)}}}')
    return "\n".join([*lines, "---", ""])
