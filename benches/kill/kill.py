"""Kills commands at random instants, looks at what is left, types another command, and looks again.

    python3 benches/kill/kill.py [--kills 2000] [--pages 300] [--seed 1] [--program PATH]

Two thirds of the kills fall into the phase in which files are put into place. Everything happens in a folder in memory
(/dev/shm) where there is one, and is removed at the end. See `benches/README.md` for what the columns mean. It ends with 1
when anything was lost or left.
"""

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.dont_write_bytecode = True  # nothing is left beside this file
from made import Site, tree  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 120  # seconds that one command may take
WAITED = 20  # seconds in which a phase has to begin
COLUMNS = ["kills", "in the phase", "mixed", "lost", "cut", "foreign", "mixed after", "left after", "failed"]
BAD = ["lost", "cut", "foreign", "mixed after", "left after", "failed"]


def step_to(phase: Path, process: subprocess.Popen) -> None:
    """Lets a process run for moments at a time until a path is there, or it has ended. It is looked for while nothing runs,
    so that it is not missed on a busy machine."""
    end = time.monotonic() + WAITED
    while process.poll() is None and time.monotonic() < end:
        os.killpg(process.pid, signal.SIGSTOP)
        is_there = phase.exists()
        os.killpg(process.pid, signal.SIGCONT)
        if is_there:
            return
        time.sleep(0.0001)


def end_all(process: subprocess.Popen) -> None:
    """Kills a process and its children, unless it was quicker."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@dataclass
class Series:
    """The kills of one command."""

    site: Site
    chance: random.Random
    counts: Counter = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def note(self, what: str, detail: str = "") -> None:
        """Counts something, and remembers what it was."""
        self.counts[what] += 1
        if what in BAD:
            self.told.append(f"{what}: {detail}")
            print(f"after {self.counts['kills']} kills: {what}: {detail}", file=sys.stderr, flush=True)

    def kill(self, command: list[str], phase: Path | None, usual: float, where: tuple[float, float] = (0, 1.1)) -> None:
        """Starts a command and kills it with its children: `usual` is how long it takes, `where` the part of it that counts.
        With a phase, a little after that path appears."""
        process = self.site.start(command)
        if phase is not None:
            step_to(phase, process)
            # Short phases are over before long ones have begun: the delay's size is random too.
            time.sleep(10 ** self.chance.uniform(-6, -2.7))
        else:
            time.sleep(usual * self.chance.uniform(*where))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGSTOP)
        self.counts["kills"] += 1
        self.counts["in the phase"] += phase is not None and phase.exists()
        end_all(process)
        # Children that were killed with it may still be ending.
        end = time.monotonic() + WAITED
        while self.site.others_run(process.pid) and time.monotonic() < end:
            time.sleep(0.001)

    def next(self, choices: list[str]) -> None:
        """Types any of these."""
        name = self.chance.choice(choices)
        code, said = self.site.run(name)
        if code not in (0, 1):
            self.note("failed", f"{name}: {said}")

    def judge(self, found: dict[str, bytes], one: dict[str, bytes], other: dict[str, bytes], mixed: str) -> None:
        """Holds files against the two states of which they may be."""
        if found in (one, other):
            return
        whole = True
        for path, held in found.items():
            if path not in one and path not in other:
                self.note("foreign", path)
                whole = False
            elif held not in (one.get(path), other.get(path)):
                self.note("cut", path)
                whole = False
        for path in one.keys() & other.keys() - found.keys():
            self.note("lost", path)
            whole = False
        if whole:
            self.note(mixed, f"{len(found)} files")

    def judge_left(self) -> None:
        """Nothing but the site and its cache may be there."""
        for path in self.site.left():
            self.note("left after", path)


ANY = ["check", "broken build", "serve", "deploy --dry-run", "verify", "diff", "doctor", "build elsewhere"]


def build(series: Series, kills: int) -> None:
    """Kills builds, from each of two sites to the other."""
    site = series.site
    states = [site.built(version) for version in "AB"]
    usual = site.time("build")
    journal = site.root / ".public.cscare-stage" / ".cscare-journal"
    for number in range(kills):
        site.write("AB"[number % 2])
        series.kill(["build"], journal if number % 3 else None, usual)
        series.judge(tree(site.root / "public"), *states, "mixed")
        series.next(ANY)
        series.judge(tree(site.root / "public"), *states, "mixed after")
        series.judge_left()


def serve(series: Series, kills: int) -> None:
    """Kills previews, some of which begin beside half of a site."""
    site = series.site
    states = [site.built(version) for version in "AB"]
    usual = site.time("build")
    journal = site.root / ".public.cscare-stage" / ".cscare-journal"
    for number in range(kills):
        site.write("AB"[number % 2])
        # A build is killed first, so that the preview has something to finish.
        process = site.start(["build"])
        step_to(journal, process)
        end_all(process)
        series.kill(["serve", "--port", "0"], journal if number % 3 and journal.exists() else None, usual * 2)
        series.judge(tree(site.root / "public"), *states, "mixed")
        series.next(ANY)
        series.judge(tree(site.root / "public"), *states, "mixed after")
        series.judge_left()


def deploy(series: Series, kills: int) -> None:
    """Kills publications, and git with them."""
    site = series.site
    site.commit("A")
    site.run("deploy --yes")
    published = [site.published()]
    site.commit("B")
    usual = site.time("deploy --yes")
    published.append(site.published())
    own = [site.sources(version) for version in "AB"]
    for number in range(kills):
        site.commit("AB"[number % 2])
        where = (0.6, 1.1) if number % 3 else (0, 1.1)
        series.kill(["deploy", "--yes"], None, usual, where)
        series.counts["in the phase"] += number % 3 > 0
        if site.published() not in published:
            series.note("cut", "the published branch")
        series.judge(site.sources(), *own, "mixed")
        series.next(["deploy --yes", *ANY])
        if site.published() not in published:
            series.note("mixed after", "the published branch")
        series.judge_left()
        if status := site.git("status", "--porcelain"):
            series.note("foreign", status)
    for folder in [site.root, site.remote]:
        if "error" in (said := site.git("fsck", "--no-dangling", at=folder)):
            series.note("cut", said)


def fix(series: Series, kills: int) -> None:
    """Kills the mending of a mistake in every report."""
    site = series.site
    for number in range(kills):
        site.write("A", mistakes=True)
        wrong = site.sources()
        right = site.sources("A")
        usual = site.time("check --fix") if number == 0 else usual
        site.write("A", mistakes=True)
        series.kill(["check", "--fix"], site.root / ".cscare" / "rewrite" if number % 3 else None, usual)
        series.judge(site.sources(), wrong, right, "mixed")
        series.next(["check --fix"] if number % 2 else ANY)
        if number % 2 and site.sources() != right:
            series.note("mixed after", "not everything was mended")
        # Each file is mended by itself, so some that are and some that are not is no fault.
        series.judge(site.sources(), wrong, right, "unfinished")
        series.judge_left()


def verify(series: Series, kills: int) -> None:
    """Kills the search in an archive, whose findings are others each time."""
    site = series.site
    states = []
    for version in "AB":
        site.write(version)
        code, said = site.run("verify")
        assert code == 0, said
        states.append(site.lock())
    usual = site.time("verify")
    for number in range(kills):
        site.write("AB"[number % 2], verified=True)
        series.kill(["verify", "--archive", str(site.archive)], site.root / ".cscare" / "rewrite" if number % 3 else None, usual)
        if site.lock() not in states:
            series.note("cut", "evidence.lock")
        series.next(ANY)
        if site.lock() not in states:
            series.note("mixed after", "evidence.lock")
        series.judge_left()


def program(given: Path | None) -> Path:
    """The program, built for release."""
    if given is not None:
        return given.resolve()
    done = subprocess.run(["cargo", "build", "--release", "--quiet", "--bin", "cscare-site"], cwd=ROOT, check=False)
    if done.returncode != 0:
        sys.exit("the program cannot be built")
    return Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release" / "cscare-site"


def main() -> None:
    """Runs all series and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=2000, help="all kills together")
    parser.add_argument("--pages", type=int, default=300, help="pages of the site")
    parser.add_argument("--seed", type=int, default=1, help="of the random instants")
    parser.add_argument("--program", type=Path, help="a built cscare-site, instead of building it")
    asked = parser.parse_args()
    ours = program(asked.program)
    place = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
    shares = [(build, 0.5), (serve, 0.1), (deploy, 0.1), (fix, 0.15), (verify, 0.15)]
    print(f"{'':8}" + "".join(f"{name:>13}" for name in COLUMNS))
    sums, told = Counter(), []
    for series_of, share in shares:
        folder = Path(tempfile.mkdtemp(prefix="cscare-site-kill-", dir=place))
        try:
            series = Series(Site(ours, folder, asked.pages, LONGEST), random.Random(f"{asked.seed}{series_of.__name__}"))
            series_of(series, round(asked.kills * share))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        row(series_of.__name__, series.counts)
        sums.update(series.counts)
        told += [f"{series_of.__name__}, {one}" for one in series.told]
    row("all", sums)
    print("".join(f"  {one}\n" for one in told[:20]), end="")
    sys.exit(bool(told))


def row(name: str, counts: Counter) -> None:
    """A line of the table."""
    print(f"{name:8}" + "".join(f"{counts[column]:13}" for column in COLUMNS), flush=True)


if __name__ == "__main__":
    main()
