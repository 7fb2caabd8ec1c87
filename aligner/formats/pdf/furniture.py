"""Running heads, page numbers and readings: what a page of a PDF shows beside its text.

A line that stands at the same height on more than half of the pages, figures in it aside, is a
running head. A reading is so small, and so close above a line, that it can be nothing else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from aligner.formats.documents import PAGE_NUMBER, READING, RUNNING_HEAD, is_page_number
from aligner.formats.pdf.worker import Page, Piece

_FIGURES = re.compile(r"\d+|(?<![a-z])[ivxlc]+(?![a-z])", re.IGNORECASE)
_MARGIN = 0.14
"""The part of a page, above and below, in which running heads stand."""
_SAME_HEIGHT = 6.0
"""Points."""
_SMALL = 0.62
"""The part of the height of the text up to which a line is a reading."""

Place = tuple[int, int]
"""Page and number of a piece on it."""


def furniture_of(pages: Sequence[Page]) -> dict[Place, str]:
    """Return the labels of the pieces that are no text."""
    found = _running(pages)
    for number, page in enumerate(pages):
        for place, piece in enumerate(page.pieces):
            if (number, place) not in found and _is_at_edge(page, piece):
                others = [p for p in page.pieces if p is not piece]
                if is_page_number(piece.text.strip()) and not _has_neighbour(piece, others):
                    found[number, place] = PAGE_NUMBER
        found |= {(number, place): READING for place in _readings(page)}
    return found


def _running(pages: Sequence[Page]) -> dict[Place, str]:
    """Return what repeats at one height; odd and even pages may have heads of their own."""
    places: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for number, page in enumerate(pages):
        for place, piece in enumerate(page.pieces):
            if _is_at_edge(page, piece):
                text = _FIGURES.sub("#", piece.text.strip()).casefold()
                key = text, round(piece.top / _SAME_HEIGHT)
                places[key].append((number, place))
    found: dict[Place, str] = {}
    for where in places.values():
        on = {page for page, _ in where}
        of_one_kind = {page % 2 for page in on}
        possible = len(pages) if len(of_one_kind) == 2 else len(pages) // 2
        if len(pages) > 1 and len(on) > 1 and 2 * len(on) > possible:
            for number, place in where:
                text = pages[number].pieces[place].text.strip()
                found[number, place] = PAGE_NUMBER if is_page_number(text) else RUNNING_HEAD
    return found


def _is_at_edge(page: Page, piece: Piece) -> bool:
    return piece.bottom < _MARGIN * page.height or piece.top > (1 - _MARGIN) * page.height


def _has_neighbour(piece: Piece, others: Sequence[Piece]) -> bool:
    """Whether text stands on the line of a piece, or on the next one to it."""
    reach = 1.2 * piece.height
    return any(
        other.top < piece.bottom + reach and other.bottom > piece.top - reach for other in others
    )


def _readings(page: Page) -> list[int]:
    """Return the pieces that are readings of the line below them."""
    if not page.pieces:
        return []
    usual = median(piece.height for piece in page.pieces)
    small = [n for n, piece in enumerate(page.pieces) if piece.height < _SMALL * usual]
    return [n for n in small if any(_is_over(page.pieces[n], below) for below in page.pieces)]


def _is_over(reading: Piece, line: Piece) -> bool:
    """Whether a piece stands right above a line that is much larger."""
    distance = line.top - reading.bottom
    return (
        reading.height < _SMALL * line.height
        and -0.3 * line.height < distance < 0.5 * line.height
        and line.left < reading.right
        and reading.left < line.right
    )
