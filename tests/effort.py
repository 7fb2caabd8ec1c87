"""What work costs, in a way that a busy machine does not change.

Nothing here looks at the clock: processor time is taken, and compared with that of the same work on
less, or with a yardstick measured at the same moment. Both hold on a slow machine, too.
"""

from __future__ import annotations

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
