"""Builds at once into one output, and builds while files come and go."""

import threading
from pathlib import Path

from ground import Tally, begin, page, prints, put

AT_ONCE = 6


def series(program: Path, folder: Path) -> list[Tally]:
    """All series about builds that are not alone."""
    return [at_once(program, folder), coming_and_going(program, folder)]


def at_once(program: Path, folder: Path, rounds: int = 15) -> Tally:
    """Six builds into one folder, again and again; the sources are the same for all."""
    tally = Tally(f"{AT_ONCE} builds at once")
    site = begin(program, folder / "site")
    for number in range(rounds):
        put(site, "content/index.md", page(f"Round {number}."))
        tally.run(program, ["build", "--root", site, "--out", folder / "alone"], "alone")
        codes: list[int] = []
        build = ["build", "--root", site, "--out", folder / "public"]
        threads = [threading.Thread(target=lambda: codes.append(tally.run(program, build, "at once")))
                   for _ in range(AT_ONCE)]  # fmt: skip
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        is_whole = prints(folder / "public") == prints(folder / "alone")
        tally.expect(f"round {number}: exit codes {codes}", is_whole and 0 in codes and set(codes) <= {0, 2})
    left = sorted(path.name for path in folder.iterdir())
    tally.expect(f"left behind: {left}", left == ["alone", "public", "site"])
    return tally


def coming_and_going(program: Path, folder: Path, rounds: int = 60) -> Tally:
    """Builds while pages, pictures and templates appear and vanish."""
    tally = Tally("builds while files come and go")
    site = begin(program, folder / "site")
    ends = threading.Event()

    def disturb() -> None:
        number = 0
        while not ends.is_set():
            number += 1
            for path in (f"content/p{number % 7}.md", f"content/reports/r{number % 5}.md", f"static/f{number % 3}.txt"):
                put(site, path, page("Body.") if number % 2 else "---\ntitle: [")
                (site / f"content/p{(number + 3) % 7}.md").unlink(missing_ok=True)
                (site / f"content/reports/r{(number + 2) % 5}.md").unlink(missing_ok=True)

    thread = threading.Thread(target=disturb)
    thread.start()
    for number in range(rounds):
        code = tally.run(program, ["build", "--root", site, "--format", "short"], f"round {number}")
        tally.expect(f"round {number}: exit code {code}", code in (0, 1, 2))
    ends.set()
    thread.join()
    return tally
