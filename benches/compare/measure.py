"""Runs a program and prints what it cost as JSON: seconds on the wall, CPU seconds, peak MiB.

A process of its own, because the operating system keeps one peak for all children of a process. It imports little: what
this process holds itself is the least peak that can be told apart.
"""

import os
import resource
import sys
import time

# Unit of the peak in bytes: macOS counts bytes, others KiB.
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


def main() -> int:
    """Runs the program that the arguments name."""
    start = time.perf_counter()
    child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
    _, status = os.waitpid(child, 0)
    wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = used.ru_maxrss * PEAK_UNIT / 2**20
    print(f'{{"wall": {wall:.6f}, "cpu": {used.ru_utime + used.ru_stime:.6f}, "peak": {peak:.1f}}}')
    return os.waitstatus_to_exitcode(status)


sys.exit(main())
