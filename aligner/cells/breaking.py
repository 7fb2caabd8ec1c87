"""Where a drawable text may break, and which stretches of it fill lines of a width.

Runs of Han and Latin words are taken at once, since a screen full of text is wrapped while a key is
held down.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from rich.cells import get_character_cell_size

_CLOSING = frozenset("，。、；：？！．·‧…—～％‰℃々”’」』）》〉】〕］｝,.;:?!)]}%")
"""Marks that never begin a line; other marks of the classes Pe and Pf neither."""
_OPENING = frozenset("“‘「『（《〈【〔［｛([{￥＄")
"""Marks that never end a line; other marks of the classes Ps and Pi neither."""
_GLUE = frozenset("\"'＂＇\u00a0\u202f")
"""Straight quotes may open or close: they stay with both neighbours, as no-break spaces do."""

NARROW, WIDE, GLUE, OPENING, WIDE_OPENING, CLOSING, WIDE_CLOSING, SPACE, JOINED = range(9)
_RUN = re.compile(
    r"((?<=[ 、，（])\.[0-9A-Za-z]+|[0-9A-Za-z]+)"
    r"|([\u3400-\u4dbf\u4e00-\u9fff]+)|( +)|(.)",
    re.DOTALL,
)
"""The point of an ending, as in .tmx, closes nothing and may begin a line."""


@cache
def _kind(character: str) -> int:
    if character in _GLUE:
        return GLUE
    if character.isspace():
        return SPACE
    if not get_character_cell_size(character):
        return JOINED
    category = unicodedata.category(character)
    # Marks of the full width are as good as Han; Latin words hold the others: 3.5, don’t, U.S.
    wide = unicodedata.east_asian_width(character) in ("W", "F")
    if character in _CLOSING or category in ("Pe", "Pf"):
        return WIDE_CLOSING if wide or character == "—" else CLOSING
    if character in _OPENING or category in ("Ps", "Pi"):
        return WIDE_OPENING if wide else OPENING
    return WIDE if wide else NARROW


def _may_break(before: int, after: int) -> bool:
    """Whether a line may end between two kinds of characters without a space between them."""
    if before in (OPENING, WIDE_OPENING, GLUE) or after in (CLOSING, WIDE_CLOSING, GLUE):
        return False
    if before == CLOSING:
        return after != NARROW
    if before == WIDE_CLOSING:
        return True
    if after == OPENING:
        return before == WIDE
    return WIDE in (before, after) or after == WIDE_OPENING


_HOLD_NEXT = (OPENING, WIDE_OPENING)
_HELD = (CLOSING, WIDE_CLOSING)
_BREAKS = [[_may_break(before, after) for after in range(9)] for before in range(9)]


def lines_of(text: str, columns: int) -> list[tuple[int, int]]:
    """Return where the lines of a drawable text begin and end, without white space around them."""
    lines = _Lines(text, columns)
    start, end, cells, before = -1, 0, 0, NARROW  # what is to stay on one line, so far
    gap = space = 0  # cells of white space before it, and behind it
    for match in _RUN.finditer(text):
        a, b = match.span()
        run = match.lastindex
        if run == 3:
            space += b - a
            continue
        if run == 1:
            kind, size = NARROW, b - a
        elif run == 2:
            kind, size = WIDE, 2
        else:
            kind, size = _kind(match[0]), get_character_cell_size(match[0])
            if kind == SPACE:
                space += size
                continue
            if kind == JOINED and start >= 0:
                end = b
                continue
        if start < 0:
            breaks = True
        elif space:
            breaks = before not in _HOLD_NEXT and kind not in _HELD
        else:
            breaks = _BREAKS[before][kind]
        if breaks:
            if start >= 0:
                lines.place(start, end, cells, gap)
            start, cells, gap = a, size, space
        else:
            cells += space + size
        end, before, space = b, kind, 0
        if run == 2 and b - a > 1:
            # The first may belong to what stands before, the last to what follows.
            lines.place(start, a + 1, cells, gap)
            lines.fill(a + 1, b - 1)
            start, cells, gap = b - 1, 2, 0
    if start >= 0:
        lines.place(start, end, cells, gap)
    return lines.done()


class _Lines:
    """Lines that are being filled."""

    def __init__(self, text: str, columns: int) -> None:
        self._text = text
        self._columns = columns
        self._lines: list[tuple[int, int]] = []
        self._start = -1
        """Where the open line begins; -1 where none is open."""
        self._end = 0
        self._used = 0

    def place(self, start: int, end: int, cells: int, gap: int) -> None:
        """Put what is to stay on one line there, after a gap if it is not the line's first."""
        if self._start >= 0 and self._used + gap + cells <= self._columns:
            self._end = end
            self._used += gap + cells
            return
        self._close()
        if cells <= self._columns:
            self._start, self._end, self._used = start, end, cells
        else:
            self._cut(start, end)

    def fill(self, start: int, end: int) -> None:
        """Put wide characters that may be parted anywhere."""
        while start < end:
            room = (self._columns - self._used) // 2 if self._start >= 0 else self._columns // 2
            if not room:
                self._close()
                continue
            taken = min(room, end - start)
            if self._start < 0:
                self._start, self._used = start, 0
            start += taken
            self._end = start
            self._used += 2 * taken

    def done(self) -> list[tuple[int, int]]:
        """Return the lines."""
        self._close()
        return self._lines

    def _close(self) -> None:
        if self._start >= 0:
            self._lines.append((self._start, self._end))
        self._start, self._used = -1, 0

    def _cut(self, start: int, end: int) -> None:
        """Put a word wider than a line, in parts that leave a character its marks if they fit."""
        part: list[_Letter] = []
        for letter in _letters(self._text, start, end):
            if part and part[-1].kind not in _HOLD_NEXT and letter.kind not in _HELD:
                self._put(part)
                part = []
            part.append(letter)
        self._put(part)

    def _put(self, part: list[_Letter]) -> None:
        cells = sum(letter.gap + letter.cells for letter in part) - part[0].gap
        if cells <= self._columns:
            self.place(part[0].start, part[-1].end, cells, part[0].gap)
            return
        for letter in part:
            self.place(letter.start, letter.end, letter.cells, letter.gap)


class _Letter(NamedTuple):
    """A character with what joins it."""

    start: int
    end: int
    cells: int
    gap: int
    """Cells of white space before it."""
    kind: int


def _letters(text: str, start: int, end: int) -> list[_Letter]:
    letters: list[_Letter] = []
    gap = 0
    for place in range(start, end):
        kind, cells = _kind(text[place]), get_character_cell_size(text[place])
        if kind == SPACE:
            gap += cells
        elif kind == JOINED and letters:
            letters[-1] = letters[-1]._replace(end=place + 1)
        else:
            letters.append(_Letter(place, place + 1, cells, gap, kind))
            gap = 0
    return letters
