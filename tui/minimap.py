"""The map beside the scroll bar: where in the whole list something is left to look at.

Each line of it stands for a stretch of rows and shows one kind of problem. Where a stretch has
several, it is the kind of which the list has fewest, so that the one omission of a book is not
hidden among its doubts. It is worked out once after each change, from a byte a row; nothing is done
for a row when the list is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

from aligner.checks import KINDS, Problem
from tui.session import Session


class Minimap:
    """The stretches of the rows that a session shows, and what is open in them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._height = 0
        self._seen: tuple[object, int] | None = None
        """The ledger whose problems the map shows, and how often it had changed."""
        self._shown: Sequence[int] = ()
        self._problems = b""
        """A byte a row."""
        self._lines: list[Problem] = []

    def lines(self, height: int) -> Sequence[Problem]:
        """Return the kind that each line of a map shows, none where nothing is open."""
        session = self._session
        if not session.is_ready:
            return [Problem.NONE] * height
        ledger, shown = session.problems, session.shown
        if (
            self._seen != (ledger, ledger.changes)
            or not _is_same(shown, self._shown)
            or height != self._height
        ):
            self._seen, self._shown, self._height = (ledger, ledger.changes), shown, height
            self._problems = ledger.all_problems(None if isinstance(shown, range) else shown)
            self._lines = _kinds(self._problems, height)
        return self._lines

    def row_at(self, line: int, height: int) -> int | None:
        """Return the first row with the problem that a line shows; None where it shows none."""
        kind = self.lines(height)[line] if 0 <= line < height else Problem.NONE
        if not kind:
            return None
        first, behind = stretch(line, len(self._problems), height)
        return next(row for row in range(first, behind) if self._problems[row] & kind)


def stretch(line: int, count: int, height: int) -> tuple[int, int]:
    """Return the first row that a line of a map stands for, and the one behind the last.

    Every row stands in one line; where there are fewer rows than lines, some lines have none.
    """
    return -(-line * count // height), -(-(line + 1) * count // height)


def line_of(row: int, count: int, height: int) -> int:
    """Return the line of a map that a row stands in."""
    return row * height // max(count, 1)


def _kinds(problems: bytes, height: int) -> list[Problem]:
    """Return the kind that each line shows."""
    # Few bytes are different: looking for each of them is a thousand times quicker than looking at
    # all rows.
    counts = {byte: found for byte in range(1, 1 << len(KINDS)) if (found := problems.count(byte))}
    rarest = sorted(KINDS, key=lambda kind: sum(n for byte, n in counts.items() if byte & kind))
    lines = []
    for line in range(height):
        first, behind = stretch(line, len(problems), height)
        here = Problem.NONE
        for byte in counts:
            if problems.find(byte, first, behind) >= 0:
                here |= Problem(byte)
        lines.append(next((kind for kind in rarest if kind & here), Problem.NONE))
    return lines


def _is_same(shown: Sequence[int], before: Sequence[int]) -> bool:
    """Whether the same rows are shown; a narrowed list is another object after each change."""
    return shown is before or (isinstance(shown, range) and shown == before)
