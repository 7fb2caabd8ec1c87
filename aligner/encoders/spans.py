"""Vectors of spans: of one sentence, of two neighbours, and so on.

What the aligner asks of a model. Sums of a static model's vectors give any span at once; a
transformer has to read the joined sentences. Vectors have length one; a span that would reach
beyond the end of the text is cut off there.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class SpanVectors(Protocol):
    """Vectors of the spans of one side of a text."""

    def rows(self, length: int, first: int, last: int) -> Vectors:
        """Return the unit vectors of the spans of `length` sentences that begin at `first` to
        `last` (behind the last one), (last - first, width)."""


class SummedSpans:
    """Vectors by a static model: sums of the vectors of sentences."""

    def __init__(self, sums: Vectors) -> None:
        self._sums = sums

    def rows(self, length: int, first: int, last: int) -> Vectors:
        """See `SpanVectors`."""
        found = self._sums[first:last].copy()
        for step in range(1, length):
            more = self._sums[first + step : last + step]
            found[: len(more)] += more
        return unit_vectors(found)


class EncodedSpans:
    """Vectors of spans that were encoded one by one, up to a greatest length."""

    def __init__(self, by_length: list[Vectors]) -> None:
        self._by_length = by_length

    def rows(self, length: int, first: int, last: int) -> Vectors:
        """See `SpanVectors`; spans longer than were encoded answer for the greatest length."""
        return self._by_length[min(length, len(self._by_length)) - 1][first:last]


def unit_vectors(vectors: Vectors) -> Vectors:
    """Return the rows at length one; rows of zeros stay."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-9), dtype=np.float32)
