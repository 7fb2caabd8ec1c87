"""What one document may take, seconds and bytes, and how a process keeps to it.

A process of its own is killed when its time is over; what is here a process does about itself.
Memory is bounded where the system does that, which is Linux: what is written to, and not what is
mapped, as libraries and models are.
"""

from __future__ import annotations

import mmap
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

_GROUND = 512 << 20
"""Bytes that the program takes for itself once it has its model."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take; None is as much as it wants."""

    seconds: float | None = 600.0
    """A novel of 100,000 sentences takes a few minutes."""
    memory: int | None = 4 << 30
    """Bytes that it may need beyond those of the program with its model."""


class OutOfTime(BaseException):
    """A document has had its time; no `except Exception` on its way holds it up."""


@contextmanager
def bounded_memory(limits: Limits) -> Iterator[None]:
    """Raise MemoryError inside the block, where the system can, once it takes more than it may."""
    if limits.memory is None or sys.platform == "win32":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = _data() + _GROUND + limits.memory
    most = before[1] if before[1] != resource.RLIM_INFINITY else wanted
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (min(wanted, most), before[1]))
    try:
        yield
    finally:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, before)


@contextmanager
def bounded_time(limits: Limits) -> Iterator[None]:
    """Raise OutOfTime inside the block when its time is over; in the main thread alone.

    What does not come back to Python, as one long computation of a library, is not interrupted.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if limits.seconds is None or not is_main or not hasattr(signal, "setitimer"):
        yield
        return

    def end(_: int, __: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _data() -> int:
    """Return the bytes that this process may write to; a guess where nobody says."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[5]) * mmap.PAGESIZE
    except (OSError, ValueError, IndexError):
        return 1 << 30
