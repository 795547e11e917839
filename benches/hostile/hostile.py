"""Tries what a hostile or unlucky world does to cscare-site, and counts what did not hold.

    python3 benches/hostile/hostile.py [--program PATH] [SERIES …]

Series: disk, names, texts, arithmetic, templates, together. See `benches/README.md` for what is counted.
"""

import argparse
import importlib
import os
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True  # nothing is left beside this file
SERIES = ["disk", "names", "texts", "arithmetic", "templates", "together"]


def main() -> None:
    """Runs the series and prints a table; exit code 1 when anything failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--program", type=Path, default=Path(__file__).parents[2] / "target/release/cscare-site")
    parser.add_argument("series", nargs="*", default=SERIES, choices=[*SERIES, []])
    arguments = parser.parse_args()
    os.environ["NO_COLOR"] = "1"
    failed = []
    print(f"{'series':<48} {'tried':>6} {'crashed':>8} {'hung':>6} {'torn':>6}")
    for name in arguments.series:
        with tempfile.TemporaryDirectory(prefix="cscare-site-hostile-") as folder:
            for tally in importlib.import_module(name).series(arguments.program.resolve(), Path(folder)):
                counts = (len(tally.crashed), len(tally.hung), len(tally.torn))
                print(f"{tally.name:<48} {tally.tried:>6} {counts[0]:>8} {counts[1]:>6} {counts[2]:>6}", flush=True)
                for kind, cases in (("crashed", tally.crashed), ("hung", tally.hung), ("torn", tally.torn)):
                    failed += [f"{tally.name}: {kind}: {case}" for case in cases]
    print(*failed, sep="\n")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
