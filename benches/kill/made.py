"""The made-up site that commands are killed in: two versions of it, with an archive, a repository and a remote."""

import os
import signal
import subprocess
import time
from pathlib import Path

SETTINGS = """\
title = "Libraries, version {version}"
base_url = "https://tarnbridge.example/"
"""

REPORT = """\
---
title: Members
kind: survey
publisher: Tarnbridge Council
published: 2020
snapshot: {number}.txt
statistics:
  share: {{label: Members among residents, value: {share}%, population: residents, at: paragraph 1}}
---
Of residents, [{shown}%](stat:share) are members.

{rest}
"""

REST = "A few words about what was counted, how, and by whom, so that the page has some length. " * 20


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder; what a build keeps for itself is none of the site's."""
    found = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = Path(at) / name
            found[str(path.relative_to(folder))] = path.read_bytes()
    return {path: held for path, held in found.items() if not path.startswith((".cscare-stage", ".cscare-lock"))}


class Site:
    """A site, and what can be typed in it."""

    def __init__(self, program: Path, folder: Path, pages: int, longest: int) -> None:
        self.program, self.pages, self.longest = program, pages, longest
        self.root, self.remote, self.archive = folder / "site", folder / "site.git", folder / "archive"
        self.elsewhere, home = folder / "elsewhere", folder / "home"
        for made in [self.root / "content" / "reports", self.archive, home]:
            made.mkdir(parents=True)
        (home / ".gitconfig").write_text("[user]\n\tname = Test\n\temail = test@tarnbridge.example\n")
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "NO_COLOR": "1"}
        for number in range(pages):
            text = f"Of residents, {self.share('A', number)}% or {self.share('B', number)}% are members.\n"
            (self.archive / f"{number}.txt").write_text(text)
        (self.root / ".gitignore").write_text("/public\n/.public.*\n")
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("init", "--quiet", "--bare", str(self.remote))
        self.git("remote", "add", "origin", str(self.remote))
        self.known: dict[str, dict[str, bytes]] = {}
        self.revisions: dict[str, str] = {}
        self.commit("A")

    @staticmethod
    def share(version: str, number: int) -> int:
        """The figure of a report."""
        return 10 + number % 40 + (40 if version == "B" else 0)

    def write(self, version: str, mistakes: bool = False, verified: bool = False) -> None:
        """Makes the sources those of a version. Some pages are in one of them only. What was verified of another version
        would stop a build."""
        if not verified:
            (self.root / "evidence.lock").unlink(missing_ok=True)
        (self.root / "site.toml").write_text(SETTINGS.format(version=version))
        for number in range(self.pages):
            share = self.share(version, number)
            shown = share + 1 if mistakes else share
            path = self.root / "content" / "reports" / f"count-{number}.md"
            if number % 10 == 9 and (version == "A") == (number % 20 == 9):
                path.unlink(missing_ok=True)
            else:
                path.write_text(REPORT.format(number=number, share=share, shown=shown, rest=REST))

    def sources(self, version: str | None = None) -> dict[str, bytes]:
        """The sources as they are, or those of a version as they should be."""
        if version is not None:
            self.write(version)
        return tree(self.root / "content")

    def commit(self, version: str) -> None:
        """Checks out the commit of a version, and makes it first if need be."""
        if version in self.revisions:
            self.git("checkout", "--quiet", "--force", self.revisions[version])
            return
        self.write(version)
        self.run("verify")
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", f"Version {version}")
        self.revisions[version] = self.git("rev-parse", "HEAD")

    def built(self, version: str) -> dict[str, bytes]:
        """What a build of a version gives; it stands in `public/` then."""
        self.write(version)
        code, said = self.run("build")
        assert code == 0, said
        return tree(self.root / "public")

    def start(self, command: list[str]) -> subprocess.Popen:
        """Starts the program with a group of its own, so that its children can be killed with it."""
        return subprocess.Popen(
            [self.program, *command],
            cwd=self.root,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def run(self, typed: str) -> tuple[int, str]:
        """Runs a command to its end; some are known by a name."""
        if typed == "serve":
            return self.serve()
        if typed == "broken build":
            return self.broken_build()
        named = {
            "verify": ["verify", "--archive", str(self.archive)],
            "diff": ["diff", "HEAD"],
            "build elsewhere": ["build", "--out", str(self.elsewhere)],
        }
        command = named.get(typed, typed.split())
        if typed == "deploy --dry-run" and self.git("status", "--porcelain"):
            # It refuses what is not committed, which is what happens here when versions are only written.
            done = self.call(command)
            return (0 if done.returncode == 2 else done.returncode), done.stderr
        done = self.call(command)
        return done.returncode, done.stderr

    def call(self, command: list[str]) -> subprocess.CompletedProcess:
        """Runs the program."""
        return subprocess.run(
            [self.program, *command],
            cwd=self.root,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=self.longest,
            check=False,
        )

    def broken_build(self) -> tuple[int, str]:
        """A build of a site with an error."""
        page = self.root / "content" / "broken.md"
        page.write_text("---\ntitle: Broken\n---\n[1%](stat:nothing.at-all)\n")
        done = self.call(["build"])
        page.unlink()
        return done.returncode, done.stderr

    def serve(self) -> tuple[int, str]:
        """A preview that is ended as a person does."""
        process = subprocess.Popen(
            [self.program, "serve", "--port", "0"], cwd=self.root, env=self.environment, stderr=subprocess.PIPE, text=True
        )
        said = ""
        for line in process.stderr:
            said += line
            if "serving" in line:
                break
        # It asks the system whether it tells of changes, and takes the answer away again.
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.stderr.close()
        return (0 if process.wait(self.longest) in (0, 130, -signal.SIGINT) else 2), said

    def time(self, typed: str) -> float:
        """How long a command takes."""
        begun = time.monotonic()
        code, said = self.run(typed)
        assert code == 0, said
        return time.monotonic() - begun

    def git(self, *arguments: str, at: Path | None = None) -> str:
        """What git prints."""
        done = subprocess.run(
            ["git", *arguments], cwd=at or self.root, env=self.environment, capture_output=True, text=True, check=False
        )
        return (done.stdout + (done.stderr if done.returncode else "")).strip()

    def published(self) -> str:
        """The tree that is published."""
        return self.git("rev-parse", "refs/heads/gh-pages^{tree}", at=self.remote)

    def lock(self) -> bytes | None:
        """What `verify` wrote last."""
        path = self.root / "evidence.lock"
        return path.read_bytes() if path.exists() else None

    def left(self) -> list[str]:
        """What is in the site's folder that nobody put there, and no command keeps."""
        kept = {".gitignore", "site.toml", "content", "evidence.lock", "public", ".git", ".cscare"}
        names = [path.name for path in self.root.iterdir() if path.name not in kept]
        cache = self.root / ".cscare"
        names += [f".cscare/{path.name}" for path in cache.iterdir()] if cache.exists() else []
        hidden = [str(path) for path in (self.root / "content").rglob(".*")]
        inside = [str(path) for path in (self.root / "public").glob(".cscare-*") if path.name != ".cscare-manifest"]
        caches = [f".cscare/{name}" for name in (".gitignore", "highlighted.txt", "built.json")]
        return [name for name in names if name not in caches] + hidden + inside

    @staticmethod
    def others_run(group: int) -> bool:
        """Whether a process of a group still runs."""
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        return True
