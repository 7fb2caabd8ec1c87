"""What work costs, in a way that a busy machine does not change.

Nothing here looks at the clock: processor time is taken, and compared with that of the same work on
less, or with a yardstick measured at the same moment. Both hold on a slow machine, too.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from time import process_time

_TIMES = 8
"""How much more there is of the larger text."""
_SLACK = 3.0
"""How far from proportion still counts as in proportion; the square is eight times away."""
_FLOOR = 0.05
"""Seconds of processor time that are too few to say anything."""
_TRIES = 3


def check_proportion(work: Callable[[int], object], size: int) -> None:
    """Fail if the processor time of work grows faster than what there is to do.

    `work` is called with `size` and with an eighth of it.
    """
    work(size // _TIMES)  # imports, and models that are read once
    found = []
    for _ in range(_TRIES):
        small, large = seconds(lambda: work(size // _TIMES)), seconds(lambda: work(size))
        if large <= _TIMES * _SLACK * small + _FLOOR:
            return
        found.append(f"{large:.3f} s against {small:.3f} s")
    raise AssertionError(f"{_TIMES} times as much took {', '.join(found)}")


def check_effort(work: Callable[[], object], most: float) -> None:
    """Fail if work takes the processor longer than `most` times a loop over a million numbers."""
    found = []
    for _ in range(_TRIES):
        yardstick = seconds(lambda: sum(number % 7 for number in range(1_000_000)))
        found.append(seconds(work) / yardstick)
        if found[-1] <= most:
            return
    raise AssertionError(f"it took {min(found):.1f} loops, and may take {most}")


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of work, in all threads of this process."""
    began = process_time()
    work()
    return process_time() - began


_PEAK = """
import atexit, pathlib, resource, sys

@atexit.register
def tell():
    status = pathlib.Path("/proc/self/status")
    if status.exists():  # what `resource` says counts the process that this one was split off from
        kilobytes = int(status.read_text().split("VmHWM:")[1].split()[0])
    else:
        kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak {kilobytes // 1024}", file=sys.stderr)

from aligner.cli import main
main(prog_name="duizhao")
"""


def peak_of(*arguments: str) -> tuple[int, int]:
    """Run the command in a process of its own; return its exit code and its peak memory in MB."""
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, *arguments], capture_output=True, text=True, check=False
    )
    return done.returncode, int(done.stderr.rpartition("peak ")[2])
