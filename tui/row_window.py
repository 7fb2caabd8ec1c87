"""Which lines of which rows stand in a window that shows part of a long list.

It scrolls by rows and lines of rows: nobody knows how many lines the whole list has before all of
it is drawn. Heights are asked for as they are needed, never further than a window away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of the window: which line of which row."""

    row: int
    line: int


class RowWindow:
    """A window over rows; `height_of` says how many lines a row has, at least one."""

    def __init__(self, height_of: Callable[[int], int]) -> None:
        self._height_of = height_of
        self.top = PlacedLine(0, 0)
        """What stands in its first line."""

    def lines(self, count: int, height: int) -> list[PlacedLine]:
        """Return what stands in each line of a window `height` lines high over `count` rows."""
        placed: list[PlacedLine] = []
        row, line = self.top.row, self.top.line
        while len(placed) < height and row < count:
            placed += [PlacedLine(row, n) for n in range(line, self._height_of(row))]
            row, line = row + 1, 0
        return placed[:height]

    def thumb(self, count: int, height: int, rows: int) -> range:
        """Return which lines of a scroll bar stand for a window that shows `rows` of `count`."""
        first, behind = self.top.row, min(self.top.row + max(rows, 1), max(count, 1))
        return range(first * height // max(count, 1), -(-behind * height // max(count, 1)))

    def begin_at(self, row: int) -> None:
        """Let a row stand at the top."""
        self.top = PlacedLine(row, 0)

    def bring(self, row: int, count: int, height: int) -> None:
        """Scroll no further than is needed to show a row, whole if it fits."""
        if self.top.row >= count:
            self.begin_at(count - 1)
        if row <= self.top.row:
            self.begin_at(row)
            return
        # Far below: as far up as shows it whole at the bottom, looking no further than a window.
        needed = self._height_of(row)
        first = row
        while first > self.top.row and needed < height:
            first -= 1
            needed += self._height_of(first)
        if first > self.top.row or needed - self.top.line > height:
            self.top = self._below(PlacedLine(first, 0), max(0, needed - height), count)
            if self.top.row == row:
                self.begin_at(row)

    def scroll(self, lines: int, count: int) -> None:
        """Move the window down by lines, or up if they are negative, as far as there are rows."""
        if lines > 0:
            self.top = self._below(self.top, lines, count)
        else:
            self.top = self._above(self.top, -lines)

    def _below(self, placed: PlacedLine, lines: int, count: int) -> PlacedLine:
        row, line = placed.row, placed.line + lines
        while line >= (height := self._height_of(row)):
            if row == count - 1:
                return PlacedLine(row, height - 1)
            row, line = row + 1, line - height
        return PlacedLine(row, line)

    def _above(self, placed: PlacedLine, lines: int) -> PlacedLine:
        row, line = placed.row, placed.line - lines
        while line < 0:
            if row == 0:
                return PlacedLine(0, 0)
            row -= 1
            line += self._height_of(row)
        return PlacedLine(row, line)
