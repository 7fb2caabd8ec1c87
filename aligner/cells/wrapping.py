"""Breaking text into lines, and finding a character in a line and the cell it is drawn in.

Lines break at spaces and on either side of a Han character; Latin words and numbers stay whole. No
closing mark begins a line and no opening mark ends one. Invariants: a line is never wider than
asked; the characters of the lines are those of the text, in order, but for white space at breaks.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from rich.cells import get_character_cell_size

from aligner.cells.breaking import lines_of
from aligner.cells.drawing import drawn, is_plain, starts
from aligner.cells.widths import width


@dataclass(frozen=True, slots=True)
class Line:
    """Characters that are drawn on one line."""

    start: int
    """The first of them in the text."""
    end: int
    """Behind the last one."""
    text: str
    """What is drawn."""
    steps: tuple[int, ...] | None = None
    """Where in `text` each character begins, and its length; None where they are one for one."""


def wrap(text: str, columns: int) -> list[str]:
    """Break text into lines of at most `columns` cells (2 or more); no text gives no line.

    Lines hold what `drawable` makes of the text. No mark begins or ends a line where it must not,
    unless the column is too narrow for a character and its marks.
    """
    return [line.text for line in wrap_spans(text, columns)]


def wrap_spans(text: str, columns: int) -> list[Line]:
    """Break text into lines as `wrap` does, and say which characters each of them shows.

    Every character that is drawn is in one line, but for white space where lines break; what only
    joins or varies others is in the line of the one before it.
    """
    if columns < 2:
        raise ValueError("a Han character needs two cells")
    if is_plain(text):
        return [Line(a, b, text[a:b]) for a, b in lines_of(text, columns)]
    pictures = drawn(text)
    begin = starts(pictures)
    picture = "".join(pictures)
    found = []
    for a, b in lines_of(picture, columns):
        start, end = bisect_right(begin, a) - 1, bisect_right(begin, b) - 1
        steps = tuple(min(max(k - a, 0), b - a) for k in begin[start : end + 1])
        found.append(Line(start, end, picture[a:b], steps))
    return found


def column_of(line: Line, offset: int) -> int:
    """Return the cell, from 0, in which a character of the text begins.

    Behind a line's last character stands its width; offsets outside count as its ends.
    """
    place = min(max(offset, line.start), line.end) - line.start
    return width(line.text[: place if line.steps is None else line.steps[place]])


def offset_at(line: Line, column: int) -> int:
    """Return the character of the text that is drawn in a cell; the line's end behind it."""
    if column < 0:
        return line.start
    used = 0
    for place, character in enumerate(line.text):
        used += get_character_cell_size(character)
        if used > column:
            if line.steps is None:
                return line.start + place
            return line.start + bisect_right(line.steps, place) - 1
    return line.end
