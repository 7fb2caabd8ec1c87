"""Notes at the foot of a page: the lines below a gap that begin with a mark raised in the text.

Each is a text of its own, without its number, so that a sentence goes on from one page to the next
above them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from aligner.formats.notes import MARKS, is_note
from aligner.formats.pdf.furniture import Place
from aligner.formats.pdf.paragraphs import Spellings, joined
from aligner.formats.pdf.worker import Page, Piece

_RAISED, _FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"
_AS_FIGURES = str.maketrans(_RAISED, _FIGURES)
_NUMBER = re.compile(
    r"\s*(?:(?P<figures>\d{1,3})(?![\d.,:%])|(?P<raised>[⁰¹²³⁴-⁹]{1,3}))[\s.、]{0,3}(?=\S)"
)
_GAP = 0.5
"""Heights of a line between the text and its notes, at least."""


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note, and the pieces that it was made of."""

    text: str
    places: tuple[Place, ...]


def foot_notes(pages: Sequence[Page], furniture: Collection[Place]) -> list[FootNote]:
    """Return the notes of all pages, in order."""
    found: list[FootNote] = []
    for number, page in enumerate(pages):
        pieces = [n for n in range(len(page.pieces)) if (number, n) not in furniture]
        pieces.sort(key=lambda n: (page.pieces[n].top, page.pieces[n].left))
        for own in _notes(page, pieces):
            lines = [page.pieces[n].text for n in own]
            lines[0] = _NUMBER.sub("", lines[0], count=1)
            text = joined(lines, Spellings(lines))
            found.append(FootNote(text, tuple((number, n) for n in own)))
    return found


def _notes(page: Page, pieces: Sequence[int]) -> list[list[int]]:
    """Return the pieces of each note of a page, given those that are text, from top to bottom."""
    marks: set[str] = set()
    for at, place in enumerate(pieces):
        piece = page.pieces[place]
        if at and _number(piece) in marks and _is_below_gap(page, pieces[:at], piece):
            return _divided(page, pieces[at:], marks)
        marks |= _marks(piece.text)
    return []


def _divided(page: Page, pieces: Sequence[int], marks: Collection[str]) -> list[list[int]]:
    found: list[list[int]] = []
    for place in pieces:
        if _number(page.pieces[place]) in marks:
            found.append([place])
        else:
            found[-1].append(place)
    return found


def _number(piece: Piece) -> str:
    """Return the number that a piece begins with; empty where it begins with none."""
    found = _NUMBER.match(piece.text)
    return (found["figures"] or found["raised"]).translate(_AS_FIGURES) if found else ""


def _marks(text: str) -> set[str]:
    """Return the marks of notes in a line, as figures."""
    return {
        mark[0].translate(_AS_FIGURES)
        for mark in MARKS.finditer(text)
        if is_note(text[max(0, mark.start() - 8) : mark.start()], text[mark.end() :][:1])
    }


def _is_below_gap(page: Page, above: Sequence[int], piece: Piece) -> bool:
    bottom = max(page.pieces[place].bottom for place in above)
    return piece.top - bottom > _GAP * piece.height
