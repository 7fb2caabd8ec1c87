"""The texts of all units of a file, put aside on the disk so that a finding can show its own.

What units show together is known when all are read, and a memory may have a million. Eight bytes of
each stay in memory.
"""

from __future__ import annotations

import marshal
from array import array
from contextlib import ExitStack
from pathlib import Path

from aligner.files import scratch_explained


class UnitTexts:
    """The texts of units by number, from 1; the file lies in `folder` and is gone with it."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        with scratch_explained():
            self._file = stack.enter_context((folder / "texts").open("w+b"))
        self._ends = array("Q", [0])
        self._is_at_end = True
        self._latest = ("", "")

    def add(self, zh: str, en: str) -> None:
        """Put the texts of the next unit aside; raises UnwritableOutput where there is no room."""
        kept = marshal.dumps((zh, en))
        with scratch_explained():
            if not self._is_at_end:
                self._file.seek(self._ends[-1])
                self._is_at_end = True
            self._file.write(kept)
        self._ends.append(self._ends[-1] + len(kept))
        self._latest = (zh, en)

    def of(self, number: int) -> tuple[str, str]:
        """Return the Chinese and the English of a unit; both are empty for number 0."""
        if number == 0:
            return "", ""
        if number == len(self._ends) - 1:
            return self._latest
        start, end = self._ends[number - 1], self._ends[number]
        with scratch_explained():
            self._file.seek(start)
            self._is_at_end = False
            zh, en = marshal.loads(self._file.read(end - start))
        return zh, en
