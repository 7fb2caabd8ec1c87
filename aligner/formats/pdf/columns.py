"""Columns of a page: the gutters between them, and the order in which their lines are read.

A gutter is a strip that hardly a line crosses, with lines on both sides beside each other. Lines
over the whole width, such as titles, divide a page into bands. Pages of one document have their
gutters in the same places mostly, so that a page with two lines follows the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from aligner.formats.pdf.worker import Piece
from aligner.script import is_han

_LEAST_LINES = 3
"""Lines that a column has."""
_CROSSED = 0.12
"""The part of a page's lines that may cross a gutter."""
_MOST_COLUMNS = 6
_EDGE = 0.02
"""The part of a page's text on either side where there is no room for a column."""
_WIDE = 0.8
"""Width of a gutter in heights of a line; one beside cells of a table may be narrower."""
_STEP = 2.0
"""Points between two places that may be a gutter."""
_POOLED = 12
"""Pages that are looked at together."""
_SAME_PLACE = 12.0
"""Points by which the gutters of two pages may differ."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, and the column it stands in."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str
    column: int = 0
    """From 1, from left to right; 0 over all columns."""

    @property
    def height(self) -> float:
        """The height of its characters."""
        return self.bottom - self.top


def gutters_of(pages: Sequence[Sequence[Piece]]) -> list[list[float]]:
    """Return the places of the gutters on each page, from left to right."""
    found = [_gutters(page) for page in pages]
    common = _common(found)
    alike = [*found, _gutters(_pooled(pages))]
    return [
        _completed(own or [x for x in common if _crossing(page, x) <= _CROSSED], alike, page)
        for own, page in zip(found, pages, strict=True)
    ]


def _pooled(pages: Sequence[Sequence[Piece]]) -> list[Piece]:
    """Return the pieces of the first pages below each other, where columns of few lines show."""
    found: list[Piece] = []
    below = 0.0
    for page in pages[:_POOLED]:
        found += [replace(p, top=p.top + below, bottom=p.bottom + below) for p in page]
        below += max((piece.bottom for piece in page), default=0.0)
    return found


def _completed(
    own: Sequence[float], found: Sequence[Sequence[float]], pieces: Sequence[Piece]
) -> list[float]:
    """Return the gutters of a page, with those of pages like it where a column has a line or two.

    A page is like it where they share a gutter.
    """
    gutters = list(own)
    for other in found:
        if not any(_is_near(x, own) for x in other):
            continue
        gutters += [x for x in other if not _is_near(x, gutters) and _is_between(x, pieces)]
    return sorted(gutters)


def _is_near(x: float, gutters: Sequence[float]) -> bool:
    return any(abs(x - one) <= _SAME_PLACE for one in gutters)


def _is_between(x: float, pieces: Sequence[Piece]) -> bool:
    """Whether a place has lines on both sides, and none across."""
    behind = sum(piece.left >= x for piece in pieces)
    return 0 < behind < len(pieces) and not _crossing(pieces, x)


def lines_of(page: int, pieces: Sequence[Piece], gutters: Sequence[float]) -> list[Line]:
    """Return the lines of a page in reading order: band by band, column by column."""
    placed = sorted(pieces, key=lambda piece: (piece.top, piece.left))
    bands: list[dict[int, list[Piece]]] = [{}]
    for piece in placed:
        column = _column(piece, gutters)
        if column == 0 and gutters:
            if any(bands[-1]) and 0 not in bands[-1]:
                bands.append({})
            bands[-1].setdefault(0, []).append(piece)
            continue
        if gutters and 0 in bands[-1]:
            bands.append({})
        bands[-1].setdefault(column, []).append(piece)
    return [
        line
        for band in bands
        for column in sorted(band)
        for line in _joined(page, band[column], column)
    ]


def _gutters(pieces: Sequence[Piece]) -> list[float]:
    """Return the gutters of a page, the widest first found, then those within its sides."""
    if len(pieces) < 2 * _LEAST_LINES:
        return []
    pending = [list(pieces)]
    found: list[float] = []
    while pending and len(found) < _MOST_COLUMNS - 1:
        part = pending.pop()
        place = _gutter(part)
        if place is not None:
            found.append(place)
            pending += [[p for p in part if p.right <= place], [p for p in part if p.left >= place]]
    return sorted(found)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Return the middle of the strip that most clearly divides some lines, if there is one."""
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    size = median(piece.height for piece in pieces)
    best: tuple[float, float] | None = None
    x = left + _EDGE * (right - left)
    strip: list[float] = []
    last = right - _EDGE * (right - left)
    while x <= last + _STEP:
        if x <= last and _is_free(pieces, x):
            strip.append(x)
        elif strip:
            width = strip[-1] - strip[0] + _STEP
            is_clear = width >= _WIDE * size or _is_aligned(pieces, strip[-1])
            if is_clear and (best is None or width > best[0]):
                best = width, _middle(pieces, strip)
            strip = []
        x += _STEP
    return best[1] if best else None


def _is_aligned(pieces: Sequence[Piece], x: float) -> bool:
    """Whether the lines behind a narrow strip begin in the same place, as those in cells do."""
    lefts = Counter(round(piece.left / _STEP) for piece in pieces if piece.left >= x)
    behind = lefts.total()
    first = min(lefts)
    return 2 * (lefts[first] + lefts[first + 1]) >= behind >= _LEAST_LINES


def _middle(pieces: Sequence[Piece], strip: Sequence[float]) -> float:
    """Return the middle of where fewest lines cross a strip."""
    crossing = [_crossing(pieces, x) for x in strip]
    fewest = [x for x, part in zip(strip, crossing, strict=True) if part == min(crossing)]
    return (fewest[0] + fewest[-1]) / 2


def _is_free(pieces: Sequence[Piece], x: float) -> bool:
    """Whether hardly a line crosses a place, and both sides have lines beside each other."""
    before = [p for p in pieces if p.right <= x]
    behind = [p for p in pieces if p.left >= x]
    if _crossing(pieces, x) > _CROSSED or min(len(before), len(behind)) < _LEAST_LINES:
        return False
    top = max(min(p.top for p in before), min(p.top for p in behind))
    bottom = min(max(p.bottom for p in before), max(p.bottom for p in behind))
    beside = [sum(top <= p.bottom and p.top <= bottom for p in side) for side in (before, behind)]
    return min(beside) >= _LEAST_LINES


def _crossing(pieces: Sequence[Piece], x: float) -> float:
    """Return the part of some lines, 0 to 1, that a gutter would cut."""
    return sum(p.left < x < p.right for p in pieces) / max(len(pieces), 1)


def _common(found: Sequence[Sequence[float]]) -> list[float]:
    """Return the gutters that most pages with text share."""
    counted = Counter(round(x / _SAME_PLACE) for page in found for x in page)
    return [
        sum(xs) / len(xs)
        for place, number in sorted(counted.items())
        if 2 * number >= len(found)
        and (xs := [x for page in found for x in page if round(x / _SAME_PLACE) == place])
    ]


def _column(piece: Piece, gutters: Sequence[float]) -> int:
    """Return the column of a piece, from 1; 0 if it stands across a gutter."""
    if not gutters:
        return 1
    first = sum(x < piece.left + 1 for x in gutters)
    last = sum(x < piece.right - 1 for x in gutters)
    return first + 1 if first == last else 0


def _joined(page: int, pieces: Sequence[Piece], column: int) -> list[Line]:
    """Join the pieces of a column that stand on one line."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.top + piece.bottom, piece.left)):
        if lines and _is_beside(lines[-1], piece):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_line(page, sorted(line, key=lambda piece: piece.left), column) for line in lines]


def _is_beside(line: Sequence[Piece], piece: Piece) -> bool:
    top, bottom = min(p.top for p in line), max(p.bottom for p in line)
    overlap = min(bottom, piece.bottom) - max(top, piece.top)
    return overlap > 0.5 * min(bottom - top, piece.height)


def _line(page: int, pieces: Sequence[Piece], column: int) -> Line:
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        is_near = piece.left - before.right < 0.25 * piece.height
        is_chinese = is_han(text[-1:]) and is_han(piece.text[:1])
        text += piece.text if is_near or is_chinese or text.endswith(" ") else f" {piece.text}"
    return Line(
        page,
        pieces[0].left,
        min(piece.top for piece in pieces),
        max(piece.right for piece in pieces),
        max(piece.bottom for piece in pieces),
        text,
        column,
    )
