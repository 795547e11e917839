"""A disk without room, without inodes, and one that may not be written; output that cannot be printed."""

import os
import resource
import subprocess
from pathlib import Path

from ground import Tally, begin, bounded, page, prints, put

STEP = 8_000  # bytes between two levels of free space
LEVELS = 51


def series(program: Path, folder: Path) -> list[Tally]:
    """All series about the disk."""
    site = begin(program, folder / "site")
    return [full(program, site, folder), unwritable(program, site, folder), unheard(program, site)]


def mounted(folder: Path, options: str) -> bool:
    """Mounts a small disk in memory, where that is allowed."""
    folder.mkdir(exist_ok=True)
    return subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True).returncode == 0


def full(program: Path, site: Path, folder: Path) -> Tally:
    """A build at each level of free space; without the right to mount, at each longest file that may be written."""
    disk = folder / "disk"
    is_mounted = mounted(disk, "size=2m")
    tally = Tally("disk full, 2 MB" if is_mounted else "longest file bounded (nothing can be mounted)")
    build = ["build", "--root", site, "--out", disk / "public"]
    states = {}
    for title in ("old", "new"):
        put(site, "content/index.md", page("Body.", f"description: {title}\n"))
        subprocess.run([program, "build", "--root", site, "--out", folder / title], check=True, capture_output=True)
        states[title] = prints(folder / title)
    for level in range(LEVELS):
        put(site, "content/index.md", page("Body.", "description: old\n"))
        subprocess.run([program, *build], check=True, capture_output=True)
        put(site, "content/index.md", page("Body.", "description: new\n"))
        more = {"restore_signals": False}
        if is_mounted:
            fill(disk, level * STEP)
        else:
            more["preexec_fn"] = lambda size=level * STEP // 8: limit(size)
        code = tally.run(program, build, f"level {level}", **more)
        (disk / "filler").unlink(missing_ok=True)
        expected = states["new"] if code == 0 else states["old"]
        tally.expect(f"level {level}: exit code {code}", prints(disk / "public") == expected)
    if is_mounted:
        subprocess.run(["umount", disk], check=True)
    return tally


def limit(size: int) -> None:
    """Lets no file become longer."""
    bounded()
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def fill(disk: Path, free: int) -> None:
    """Fills a disk up to so many bytes."""
    state = os.statvfs(disk)
    put(disk, "filler", b"x" * max(state.f_bavail * state.f_frsize - free, 0))


def unwritable(program: Path, site: Path, folder: Path) -> Tally:
    """Few inodes, then none that may be changed."""
    disk = folder / "small"
    tally = Tally("inodes gone, read-only")
    for inodes in range(4, 60, 4):
        if not mounted(disk, f"size=2m,nr_inodes={inodes}"):
            tally.name += " (nothing can be mounted: not tried)"
            return tally
        code = tally.run(program, ["build", "--root", site, "--out", disk / "public"], f"{inodes} inodes")
        left = prints(disk / "public")
        tally.expect(f"{inodes} inodes", (code == 0) == bool(left) and code in (0, 2))
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        put(site, "content/more.md", page("More."))
        code = tally.run(program, ["build", "--root", site, "--out", disk / "public"], f"{inodes} inodes, read-only")
        tally.expect(f"read-only: exit code {code}", code == 2 and prints(disk / "public") == left)
        (site / "content/more.md").unlink()
        subprocess.run(["umount", disk], check=True)
    return tally


def unheard(program: Path, site: Path) -> Tally:
    """What cannot be printed is a failure."""
    tally = Tally("printed to a full disk")
    for arguments in (["check", "--root", site, "--format", "json"], ["check", "--root", site, "--format", "sarif"],
                      ["explain"], ["schema", "report"], ["man"], ["completions", "bash"]):
        with open("/dev/full", "wb") as out:
            code = tally.run(program, arguments, str(arguments[0]), stdout=out)
        tally.expect(f"{arguments[0]}: exit code {code}", code == 2)
    return tally
