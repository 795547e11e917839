"""A site in a folder of its own, the program run on it, and the tally of what came of that."""

import hashlib
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

LONGEST = 1.0  # seconds of processor time after which a run counts as hung
PATIENCE = 20.0  # seconds on the wall after which a run is ended
MEMORY = 3 * 1024**3  # bytes of addresses that a run may have


@dataclass
class Tally:
    """What came of one series. `torn`: files that are neither the old nor the new ones, or success that was none."""

    name: str
    tried: int = 0
    crashed: list[str] = field(default_factory=list)
    hung: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)

    def expect(self, what: str, holds: bool) -> None:
        """Counts a case that does not hold."""
        if not holds:
            self.torn.append(what)

    def run(self, program: Path, arguments: list, what: str, **more) -> int:
        """Runs the program once and gives its exit code, or a negative one when it was ended."""
        self.tried += 1
        with tempfile.TemporaryFile() as complaints:
            usual = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": complaints, "preexec_fn": bounded}
            process = subprocess.Popen([program, *arguments], **usual | more)
            code, seconds = waited(process)
            complaints.seek(0)
            has_panicked = b"panicked at" in complaints.read()
        if seconds > LONGEST or code == -signal.SIGKILL:
            self.hung.append(f"{what}: {seconds:.1f} s")
        elif code not in (0, 1, 2) or has_panicked:
            self.crashed.append(f"{what}: exit code {code}")
        return code


def waited(process: subprocess.Popen) -> tuple[int, float]:
    """The exit code of a process and its processor time; one that takes too long is ended."""
    deadline = time.monotonic() + PATIENCE
    while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
        if time.monotonic() > deadline:
            process.kill()
        time.sleep(0.001)
    process.returncode = os.waitstatus_to_exitcode(ended[1])
    return process.returncode, ended[2].ru_utime + ended[2].ru_stime


def bounded() -> None:
    """Keeps a run from taking the machine's memory."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def begin(program: Path, root: Path) -> Path:
    """Writes the site that `init` writes, with an address."""
    shutil.rmtree(root, ignore_errors=True)
    root.parent.mkdir(parents=True, exist_ok=True)
    init = ["init", root, "--yes", "--title", "Lib", "--base-url", "https://example.org/lib/"]
    subprocess.run([program, *init], check=True, capture_output=True)
    return root


def put(root: Path, path: str | bytes, text: str | bytes) -> bool:
    """Writes a file of a site; false where the system has no such name."""
    with suppress(OSError, ValueError):
        whole = os.path.join(os.fsencode(root), os.fsencode(path))
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode(errors="surrogatepass"))
        return True
    return False


def page(body: str, fields: str = "") -> str:
    """A page with a title, further fields and a body."""
    return f"---\ntitle: A page\n{fields}---\n{body}\n"


def prints(folder: Path) -> str:
    """A hash of all names, links and bytes below a folder; empty when there is none."""
    if not folder.exists():
        return ""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=os.fsencode):
        total.update(os.fsencode(path.relative_to(folder)) + b"\0")
        if path.is_symlink():
            total.update(os.fsencode(os.readlink(path)))
        elif path.is_file():
            total.update(path.read_bytes())
    return total.hexdigest()
