"""The map of an alignment drawn in cells, for a terminal or a pipe.

Coarse: a cell may hold many pairs, and is marked as doubtful if a quarter of what it holds is so;
its border says that there is no counterpart if an eighth has none. It returns lines, never wider
than asked; colour only repeats what a sign already says. Where the output cannot show the signs
there are plain ones for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import Literal

from aligner.bitext import AlignmentMap, Bar, Bitext, MapSpan, Stroke, alignment_map, low_confidence
from aligner.cells import wrap
from aligner.speaking import told
from aligner.wording import noun_for

Ink = Literal["faint", "doubt", "alone", "moved"]
Cell = tuple[int, int]
"""Column and row of the plane."""

_CODES: dict[Ink, str] = {"faint": "2", "doubt": "33", "alone": "36", "moved": "35"}
_NARROWEST = 24
_WIDEST = 64
"""Twice as many cells across as down make a square; a larger one would not fit a window."""
_DOUBT_SHOWS = 1 / 4
"""Share of the pairs in a cell."""
_ALONE_SHOWS = 1 / 8
"""Share of a column or row from which on its border says so: a sentence among eight."""
_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""Braille: the bit of each dot, by column and row within the cell."""


@dataclass(frozen=True, slots=True)
class _Signs:
    zh: str
    en: str
    arrows: tuple[str, str]
    frame: str
    """Horizontal, vertical, then the corners from the upper left, clockwise."""
    omission: str
    addition: str
    doubt: str
    moved: str
    path: str | None
    """One sign for any path, or None for dots of braille."""

    def all(self) -> str:
        """Every sign that may be drawn."""
        own = "".join((self.zh, *self.arrows, self.frame, self.omission, self.addition))
        return f"{own}{self.doubt}{self.moved}{self.path or chr(0x28FF)}"


_FINE = _Signs("中", "EN", ("→", "↓"), "─│┌┐┘└", "▄", "▐", "▽", "◇", None)
_PLAIN = _Signs("zh", "EN", ("->", "down"), "-|++++", "=", "#", "?", "x", "o")


def draw_map(
    bitext: Bitext, columns: int, *, colour: bool = False, encoding: str = "utf-8"
) -> Iterator[str]:
    """Yield the lines of a map at most `columns` cells wide (but 24 at least, 64 at most).

    `encoding` is that of the output; one that lacks the signs gets plain ASCII.
    """
    signs = _FINE if _shows(encoding, _FINE.all()) else _PLAIN
    columns = min(max(columns, _NARROWEST), _WIDEST)
    drawn = alignment_map(bitext)
    plane = _plotted(drawn, columns - 2)
    yield from wrap(_heading(drawn, signs), columns)
    yield from _framed(plane, signs, colour)
    for line in wrap(_legend(drawn, signs), columns):
        yield _inked(line, "faint", colour)


def _shows(encoding: str, signs: str) -> bool:
    try:
        signs.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def _inked(text: str, ink: Ink, colour: bool) -> str:
    return f"\x1b[{_CODES[ink]}m{text}\x1b[0m" if colour and text.strip() else text


def _heading(drawn: AlignmentMap, signs: _Signs) -> str:
    across, down = signs.arrows
    zh, en = drawn.zh_sentences, drawn.en_sentences
    ours, theirs = noun_for(zh, "sentence"), noun_for(en, "sentence")
    return told(f"{signs.zh} {across} {zh} {ours}, {signs.en} {down} {en} {theirs}")


def _legend(drawn: AlignmentMap, signs: _Signs) -> str:
    words = []
    if any(stroke.is_doubtful for stroke in drawn.strokes):
        words.append(f"{signs.doubt} confidence below {low_confidence():.0%}")
    if any(bar.side == "zh" for bar in drawn.bars):
        words.append(f"{signs.omission} no English")
    if any(bar.side == "en" for bar in drawn.bars):
        words.append(f"{signs.addition} no Chinese")
    if drawn.links:
        words.append(f"{signs.moved} moved")
    return told(", ").join(map(told, words))


@dataclass(slots=True)
class _Plane:
    """Cells, and what falls into each."""

    columns: int
    rows: int
    x_scale: float
    """Dots to an English character, across."""
    y_scale: float
    dots: dict[Cell, int] = field(default_factory=dict)
    sure: dict[Cell, int] = field(default_factory=dict)
    doubt: dict[Cell, int] = field(default_factory=dict)
    moved: set[Cell] = field(default_factory=set)
    omitted: dict[int, float] = field(default_factory=dict)
    """Share of each column that has no English."""
    added: dict[int, float] = field(default_factory=dict)
    """Share of each row that has no Chinese."""

    def dot(self, x: float, y: float) -> Cell:
        """Find the dot at a place in the text; the last one holds what ends at the border."""
        across = min(int(x * self.x_scale), 2 * self.columns - 1)
        return across, min(int(y * self.y_scale), 4 * self.rows - 1)

    def line(self, zh: MapSpan, en: MapSpan) -> Iterator[Cell]:
        """Every dot from the start of both spans to their end."""
        (left, right), (top, bottom) = zh, en
        steps = max(ceil((right - left) * self.x_scale), ceil((bottom - top) * self.y_scale), 1)
        for step in range(steps):
            share = (step + 0.5) / steps
            yield self.dot(left + (right - left) * share, top + (bottom - top) * share)

    def mark(self, dot: Cell) -> Cell:
        """Set a dot and return its cell."""
        x, y = dot
        cell = x // 2, y // 4
        self.dots[cell] = self.dots.get(cell, 0) | _DOTS[x % 2][y % 4]
        return cell


def _plotted(drawn: AlignmentMap, most_columns: int) -> _Plane:
    """Fit the map into the plane; a side too short to see is stretched to one cell."""
    longer = max(drawn.zh_length, drawn.en_length, 1.0)
    columns = max(round(most_columns * drawn.zh_length / longer), 1)
    rows = max(round(most_columns / 2 * drawn.en_length / longer), 1)
    plane = _Plane(
        columns,
        rows,
        2 * columns / max(drawn.zh_length, 1.0),
        4 * rows / max(drawn.en_length, 1.0),
    )
    for stroke in drawn.strokes:
        _plot_stroke(plane, stroke)
    for bar in drawn.bars:
        _plot_bar(plane, bar)
    for link in drawn.links:
        x, y = plane.dot(sum(link.zh) / 2, sum(link.en) / 2)
        plane.moved.add((x // 2, y // 4))
    return plane


def _plot_stroke(plane: _Plane, stroke: Stroke) -> None:
    tally = plane.doubt if stroke.is_doubtful else plane.sure
    for dot in plane.line(stroke.zh, stroke.en):
        cell = plane.mark(dot)
        tally[cell] = tally.get(cell, 0) + 1


def _plot_bar(plane: _Plane, bar: Bar) -> None:
    here, (start, end) = (bar.across, bar.across), bar.span
    is_omission = bar.side == "zh"
    dots = list(plane.line(bar.span, here) if is_omission else plane.line(here, bar.span))
    scale = plane.x_scale / 2 if is_omission else plane.y_scale / 4
    share = (end - start) * scale / len(dots)
    tally = plane.omitted if is_omission else plane.added
    for dot in dots:
        cell = plane.mark(dot)
        place = cell[0] if is_omission else cell[1]
        tally[place] = tally.get(place, 0.0) + share


def _framed(plane: _Plane, signs: _Signs, colour: bool) -> Iterator[str]:
    across, down, *corners = (_inked(sign, "faint", colour) for sign in signs.frame)
    omission, addition = (
        _inked(sign, "alone", colour) for sign in (signs.omission, signs.addition)
    )
    top = (
        omission if plane.omitted.get(column, 0.0) >= _ALONE_SHOWS else across
        for column in range(plane.columns)
    )
    yield f"{corners[0]}{''.join(top)}{corners[1]}"
    for row in range(plane.rows):
        left = addition if plane.added.get(row, 0.0) >= _ALONE_SHOWS else down
        cells = (_cell(plane, (column, row), signs, colour) for column in range(plane.columns))
        yield f"{left}{''.join(cells)}{down}"
    yield f"{corners[3]}{across * plane.columns}{corners[2]}"


def _cell(plane: _Plane, cell: Cell, signs: _Signs, colour: bool) -> str:
    if cell in plane.moved:
        return _inked(signs.moved, "moved", colour)
    dots = plane.dots.get(cell, 0)
    if not dots:
        return " "
    doubt = plane.doubt.get(cell, 0)
    if doubt and doubt >= _DOUBT_SHOWS * (doubt + plane.sure.get(cell, 0)):
        return _inked(signs.doubt, "doubt", colour)
    return signs.path or chr(0x2800 + dots)
