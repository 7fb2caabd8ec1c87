"""How long the rest of a run will take, by the bytes that are done and the time they took."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

from aligner.wording import counted

_EARLIEST = 5.0
"""Seconds before which nothing is said; the first documents wait for the model to be loaded."""


@dataclass(slots=True)
class Estimate:
    """Counts what is done and says what is left."""

    total: int
    """Bytes of all documents that are to be aligned."""
    done: int = 0
    begun: float = field(default_factory=monotonic)

    def add(self, size: int) -> None:
        """Take note of a document that is done."""
        self.done += size

    def seconds_left(self, now: float | None = None) -> float | None:
        """Return the seconds that the rest will take; None while nobody can tell."""
        passed = (monotonic() if now is None else now) - self.begun
        if passed < _EARLIEST or not self.done:
            return None
        return passed * max(0, self.total - self.done) / self.done

    def stage(self, now: float | None = None) -> str:
        """Return what a run says that it does, with the time that is left where it is known."""
        left = self.seconds_left(now)
        if left is None:
            return "aligning documents"
        return f"aligning documents (about {_span(left)} left)"


def _span(seconds: float) -> str:
    if seconds < 90:
        return counted(max(1, round(seconds)), "second")
    if seconds < 90 * 60:
        return counted(round(seconds / 60), "minute")
    return counted(round(seconds / 3600), "hour")
