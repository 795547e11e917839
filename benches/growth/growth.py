"""Builds made-up sites of many shapes, each at three sizes, and prints what doubling a site does to the time.

    python3 benches/growth/growth.py [--program PATH] [--only WORDS] [--runs N]

A doubling that takes more than 2.3 times as long is marked, and the exit code is 1. What is taken is CPU time, the
shortest of some runs. See `benches/README.md`.
"""

import argparse
import os
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True  # nothing is left beside this file
from shapes import SHAPES, Shape  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
MOST = 2.3
SETTINGS = 'title = "Growth"\ndescription = "A site that grows."\nbase_url = "https://growth.example/"\n'


def write(root: Path, files: dict[str, str]) -> None:
    """A site of these files; those of the archive go beside it."""
    root.mkdir(parents=True)
    (root / "site.toml").write_text(SETTINGS)
    for path, text in files.items():
        file = root.parent / path if path.startswith("archive/") else root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def cpu(command: list[str]) -> float:
    """CPU seconds of a run. Mistakes in the site are no failure; a run that could not be is."""
    with open(os.devnull, "w") as nowhere:
        actions = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1), (os.POSIX_SPAWN_DUP2, nowhere.fileno(), 2)]
        child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
        _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f"`{shlex.join(command)}` ended with {code}")
    return used.ru_utime + used.ru_stime


def written(shape: Shape, size: int, folder: Path) -> list[str]:
    """Writes a site of that size and gives the command that is measured on it."""
    root = folder / "site"
    write(root, shape.files(size))
    words = shape.command.split()
    command = ["--root", str(root), *words[1:]]
    if shape.command == "verify":
        command += ["--archive", str(folder / "archive")]
    if shape.command == "build":
        command += ["--out", str(folder / "out")]
    return [words[0], *command]


def measured(program: str, shape: Shape, runs: int, folder: Path) -> list[float]:
    """The CPU seconds at three sizes, each that of the quickest of some runs. The sizes take turns, so that a slow minute
    of the machine meets all of them."""
    folders = [folder / str(doubling) for doubling in range(3)]
    commands = [written(shape, shape.size << doubling, one) for doubling, one in enumerate(folders)]
    best = [float("inf")] * 3
    for _ in range(runs):
        for at, command in enumerate(commands):
            shutil.rmtree(folders[at] / "out", ignore_errors=True)
            best[at] = min(best[at], cpu([program, *command]))
    shutil.rmtree(folder)
    return best


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(ROOT / "target" / "release" / "cscare-site"))
    parser.add_argument("--only", default="", help="shapes whose name has these words")
    parser.add_argument("--runs", type=int, default=1, help="how often each size is run")
    return parser.parse_args()


def main() -> int:
    """Runs every shape; 1 when a doubling takes too long."""
    asked = arguments()
    memory = Path("/dev/shm")
    scratch = tempfile.TemporaryDirectory(prefix="cscare-site-growth-", dir=memory if memory.is_dir() else None)
    marked = 0
    print(f"{'shape':52} {'command':20} {'N':>7} {'CPU seconds at N, 2N, 4N':>26}   a doubling takes")
    with scratch as folder:
        for shape in (shape for shape in SHAPES if asked.only in shape.name):
            times = measured(asked.program, shape, asked.runs, Path(folder) / "run")
            ratios = [later / earlier for earlier, later in zip(times, times[1:])]
            is_marked = max(ratios) > MOST
            marked += is_marked
            seconds = " ".join(f"{time:8.3f}" for time in times)
            growth = " ".join(f"{ratio:5.2f}" for ratio in ratios)
            mark = "  <- more than twice as long" if is_marked else ""
            print(f"{shape.name:52} {shape.command:20} {shape.size:7} {seconds}   {growth}{mark}", flush=True)
    print(f"{marked} of {len(SHAPES)} shapes grow by more than {MOST} for a doubling")
    return 1 if marked else 0


sys.exit(main())
