"""A stretch of text that people read as one, in the pieces that tags make of it.

Offsets are characters of the file's text. Invariant: the pieces of a block are in order and do not
overlap.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple


class Piece(NamedTuple):
    """Text that no tag divides; or a reference to a character, which is never divided."""

    start: int
    raw: str
    """As the file has it: `&amp;`."""
    text: str
    """As it is read: `&`; as long as `raw`, where the two are not a reference."""


class Place(NamedTuple):
    """Where a part of a secret stands in the file."""

    start: int
    stop: int
    text: str
    """As it is read."""


@dataclass(frozen=True)
class Block:
    """The pieces of a paragraph, a cell, a segment or an attribute."""

    pieces: tuple[Piece, ...]
    is_content: bool = True
    """Whether it is text in which numbers are numbers, and not the code of something."""

    @cached_property
    def text(self) -> str:
        """What is read of it."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def _begins(self) -> list[int]:
        """Where each piece begins in the text."""
        return [0, *accumulate(len(piece.text) for piece in self.pieces)][:-1]

    def places(self, start: int, stop: int) -> Iterator[Place]:
        """Yield the parts of the file that hold a stretch of the text, one between two tags."""
        first = behind = -1
        read = ""
        number = bisect_right(self._begins, start) - 1
        while number < len(self.pieces) and self._begins[number] < stop:
            piece, at = self.pieces[number], self._begins[number]
            number += 1
            low, high = max(start - at, 0), min(stop - at, len(piece.text))
            if low >= high:
                continue
            is_whole = piece.raw != piece.text
            begins = piece.start if is_whole else piece.start + low
            ends = piece.start + (len(piece.raw) if is_whole else high)
            if begins != behind:
                if read.strip():
                    yield Place(first, behind, read)
                first, read = begins, ""
            behind = ends
            read += piece.text if is_whole else piece.text[low:high]
        if read.strip():
            yield Place(first, behind, read)
