"""Processor time and memory that one case may take, watched by the system.

Only for a process of its own that may be killed. A case that takes too long gets `TooSlow`; where
it does not even come back to Python, the system kills the process with SIGXCPU.
"""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

SECONDS = 10.0
"""Of processor time that a case may take."""
PATIENCE = 120.0
"""Seconds by the clock; whoever takes them waits for something that does not come."""
MEMORY = 1 << 30
"""Bytes by which a case may let the process grow."""
_GRACE = 10
"""Seconds of processor time until a process that does not stop is killed."""


class TooSlow(BaseException):
    """A case took too long; no `Exception`, so that nothing takes it for one of its own."""


def limit_memory() -> None:
    """Let this process grow by `MEMORY` from what it has now; beyond it there is MemoryError."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:  # no Linux: the time is watched, the memory is not
        return
    most = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))


@contextmanager
def limited_time(seconds: float = SECONDS) -> Iterator[None]:
    """Raise `TooSlow` in what takes more than so many seconds of processor time, or never ends."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlow

    for kind in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(kind, stop)
    used = resource.getrusage(resource.RUSAGE_SELF)
    last = int(used.ru_utime + used.ru_stime + seconds) + _GRACE
    resource.setrlimit(resource.RLIMIT_CPU, (last, resource.RLIM_INFINITY))
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
