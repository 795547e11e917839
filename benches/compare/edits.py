"""Measures how long an edit takes to be seen in the preview of cscare-site and of Hugo, side by side.

    python3 benches/compare/edits.py [--pages 1000 10000] [--edits 30] [--no-hugo] [--program PATH]

Each edit is written to the file in place, as most editors do; then the page is asked for over HTTP every millisecond
until it shows the edit. Edits take turns: a word in the text, a title, a number of a report, a heading, a new piece of
evidence. After each, the pages that have to follow (a topic's list, a measure, the reports that are rested upon) are
asked for once, and must be right at once. See `benches/README.md` for what the numbers mean.
"""

import argparse
import http.client
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

sys.dont_write_bytecode = True  # nothing is left beside this file
import compare  # noqa: E402
import convert  # noqa: E402

LONGEST = 60.0  # seconds that one edit may take to be seen
SETTLED = 8.0  # seconds after the start in which first checks come to an end
IDLE = 5.0  # seconds in which nothing happens and CPU time is counted
PAUSE = 0.4  # seconds between two edits, in which checks that follow an edit come to an end


@dataclass
class Edit:
    """One edit: a file, what is replaced in it, and where it has to be seen."""

    kind: str
    file: Path
    change: Callable[[str, str], str]
    page: str
    others: list[str]


class Server:
    """A running preview."""

    def __init__(self, name: str, process: subprocess.Popen, address: str):
        self.name, self.process = name, process
        parts = urlsplit(address)
        self.base = parts.path.rstrip("/")
        self.connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=LONGEST)

    def get(self, path: str) -> str:
        """The page at a path, with an empty text for one that is not there."""
        self.connection.request("GET", self.base + path)
        answer = self.connection.getresponse()
        body = answer.read().decode()
        return body if answer.status == 200 else ""

    def memory(self, field: str) -> float:
        """A field of the process's memory in MiB: `VmRSS` now, `VmHWM` at its highest."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"^{field}:\s+(\d+)", status, re.MULTILINE)[1]) / 1024

    def cpu(self) -> float:
        """CPU seconds used so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(name: str, command: list[str], address: str):
    """Starts a preview, waits until its home page is there, and ends it afterwards."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        server = Server(name, process, address)
        deadline = time.monotonic() + LONGEST
        while True:
            try:
                if server.get("/"):
                    break
            except OSError:
                server.connection.close()
            if process.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"{name} does not serve")
            time.sleep(0.02)
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


def body_end(text: str, marker: str) -> str:
    """A word in the text."""
    return text.rstrip("\n") + f"\n\nSeen as {marker}.\n"


def title(text: str, marker: str) -> str:
    """A word in the title."""
    return re.sub(r'^title: "?([^"\n]*?)"?$', rf'title: "\1 {marker}"', text, count=1, flags=re.MULTILINE)


def heading(text: str, marker: str) -> str:
    """One more heading."""
    return text.rstrip("\n") + f"\n\n## Also {marker}\n\nMore.\n"


def population(text: str, marker: str) -> str:
    """The population of the first statistic."""
    return re.sub(r"^(    population: .*)$", rf"\1 {marker}", text, count=1, flags=re.MULTILINE)


def evidence(text: str, marker: str) -> str:
    """The remark on the first piece of evidence."""
    return re.sub(r"(supports: [^,]+, note: [^}]*)", rf"\1 {marker}", text, count=1)


def edits(content: Path, number: int) -> list[Edit]:
    """Edits in turn, of pages that are spread over the site."""
    findings = sorted((content / "findings").glob("*.md"))
    reports = sorted((content / "reports").glob("*.md"))
    chosen = []
    for turn in range(number):
        finding = findings[(turn * 37 + 11) % len(findings)]
        report = reports[(turn * 41 + 7) % len(reports)]
        text, told = finding.read_text(), report.read_text()
        topic = re.search(r"^topics: \[([a-z-]+)", text, re.MULTILINE)[1]
        rests_on = re.search(r"supports: ([a-z0-9-]+)\.", text)[1]
        measure = re.search(r"^    measure: (\S+)", told, re.MULTILINE)[1]
        at_finding, at_report = f"/findings/{finding.stem}/", f"/reports/{report.stem}/"
        chosen += [
            Edit("a word in the text", finding, body_end, at_finding, []),
            Edit("a title", finding, title, at_finding, [f"/reports/{rests_on}/"]),
            Edit("a heading", report, heading, at_report, []),
            Edit("a statistic", report, population, at_report, []),
            Edit("a piece of evidence", finding, evidence, at_finding, []),
            Edit("a report's title", report, title, at_report, [f"/measures/{measure}/"]),
            Edit("a title", finding, title, at_finding, [f"/topics/{topic}/"]),
        ]
    return chosen[:number]


def seen(server: Server, edit: Edit, marker: str) -> float:
    """Writes the edit and gives the milliseconds until the page shows it."""
    text = edit.change(edit.file.read_text(), marker)
    if marker not in text:
        sys.exit(f"the edit `{edit.kind}` found nothing to change in {edit.file}")
    with edit.file.open("w") as file:
        file.write(text)
    start = time.perf_counter()
    while marker not in server.get(edit.page):
        if time.perf_counter() - start > LONGEST:
            sys.exit(f"{server.name}: {edit.kind} in {edit.file.name} was never seen")
        time.sleep(0.001)
    return (time.perf_counter() - start) * 1000


def stale(server: Server, edit: Edit, marker: str) -> int:
    """How many of the other pages do not follow at once. Long lists have pages; a title may stand on any of them."""
    return sum(not any(marker in page for page in pages(server, path)) for path in edit.others)


def pages(server: Server, path: str):
    """The pages of a list, one after the other."""
    number, page = 1, server.get(path)
    while page:
        yield page
        number += 1
        page = server.get(f"{path}page/{number}/")


def measure(server: Server, content: Path, number: int, has_lists: bool) -> None:
    """Measures all edits of one server and prints a row for each kind."""
    time.sleep(SETTLED)
    idle = server.cpu()
    time.sleep(IDLE)
    idle = (server.cpu() - idle) / IDLE * 100
    before = server.memory("VmRSS")
    times: dict[str, list[float]] = {}
    wrong = 0
    for turn, edit in enumerate(edits(content, number)):
        marker = f"edit{turn}x"
        times.setdefault(edit.kind, []).append(seen(server, edit, marker))
        wrong += stale(server, edit, marker) if has_lists else 0
        time.sleep(PAUSE)
    every = [one for some in times.values() for one in some]
    for kind, some in [("all", every), *times.items()]:
        low, high = min(some), max(some)
        print(f"  {kind:24}{len(some):6}{statistics.median(some):10.1f}{low:10.1f}{high:10.1f}")
    after, most = server.memory("VmRSS"), server.memory("VmHWM")
    print(f"  other pages that did not follow: {wrong}; idle CPU: {idle:.1f} %; ", end="")
    print(f"memory: {before:.0f} MiB before, {after:.0f} after, {most:.0f} at most")


def ours(site: Path, program: Path, number: int) -> None:
    """Measures cscare-site, with code that an earlier build has highlighted."""
    compare.command(program, "build", "--root", site, "--out", site.parent / "out")
    port = free_port()
    command = [str(program), "serve", "--root", str(site), "--port", str(port), "--strict-port"]
    with serving("cscare-site", command, f"http://127.0.0.1:{port}/") as server:
        measure(server, site / "content", number, True)


def theirs(site: Path, program: Path, number: int) -> None:
    """Measures Hugo, which keeps the site in memory too."""
    port = free_port()
    command = [str(program), "server", "--source", str(site), "--port", str(port), "--bind", "127.0.0.1"]
    command += ["--renderToMemory", "--cacheDir", str(site.parent / "cache"), "--noBuildLock"]
    with serving("Hugo", command, f"http://127.0.0.1:{port}/") as server:
        measure(server, site / "content", number, False)


def free_port() -> int:
    """A port that nobody has."""
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 10000], help="sizes of the site")
    parser.add_argument("--edits", type=int, default=35, help="measured edits of each")
    parser.add_argument("--no-hugo", action="store_true", help="leave Hugo out")
    parser.add_argument("--program", type=Path, help="a built cscare-site, instead of building it")
    return parser.parse_args()


def main() -> None:
    """Measures at every size."""
    asked = arguments()
    program = compare.cscare_site(asked.program)
    compare.command("cargo", "build", "--release", "--quiet", "--example", "corpus")
    in_memory = Path("/dev/shm")
    for pages_of_site in asked.pages:
        with tempfile.TemporaryDirectory(prefix="cscare-site-edits-", dir=in_memory if in_memory.is_dir() else None) as at:
            site, hugo_site = Path(at) / "site", Path(at) / "hugo"
            corpus = compare.TARGET / "release" / "examples" / "corpus"
            compare.command(corpus, "--pages", str(pages_of_site), "--out", site)
            convert.convert(site, hugo_site)
            print(f"\n{pages_of_site} pages; ms from the write to the new bytes\n  {'cscare-site':24}{'edits':>6}{'median':>10}{'min':>10}{'max':>10}")
            ours(site, program, asked.edits)
            if not asked.no_hugo:
                hugo = compare.hugo()
                print(f"  Hugo {compare.HUGO}")
                theirs(hugo_site, hugo, min(asked.edits, 14))


if __name__ == "__main__":
    main()
