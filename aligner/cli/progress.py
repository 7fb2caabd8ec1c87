"""The progress of long work, for people who wait: silent for a second, then a stage and a share.

On a terminal one line is rewritten, and gone in the end; elsewhere there is a line every five
seconds at most, so that a log stays short.
"""

from __future__ import annotations

from time import monotonic
from types import TracebackType
from typing import TextIO

from aligner.cli.saying import abandon
from aligner.speaking import told

_PATIENCE = 1.0
"""Seconds without a word."""
_REDRAW = 0.1
"""Seconds between two states of the line on a terminal."""
_SPARSE = 5.0
"""Seconds between two lines of a log."""


class Meter:
    """Call it with a stage, the steps done and the steps in all; leave it to clear the line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._rewrites = stream.isatty()
        self._next = monotonic() + _PATIENCE
        self._shown = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note of a step; whether it is shown is a matter of time."""
        now = monotonic()
        if now < self._next:
            return
        self._next = now + (_REDRAW if self._rewrites else _SPARSE)
        words = told(stage) + (f" {done / total:.0%}" if total else "")
        self._write(f"\r\x1b[K{words}" if self._rewrites else f"{words}\n")
        self._shown = True

    def __enter__(self) -> Meter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown and self._rewrites:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:  # the terminal was closed, which is no reason to stop
            abandon(self._stream)
