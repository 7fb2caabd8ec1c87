"""Narrowing: a first, simple search that leaves the lattice what a path might cross.

Where a translation is free few anchors stand out, and the band between them is several times as
wide as anything the aligner could mean. So the best path through every node is found by the cosines
of spans alone, over the common types of beads; nodes whose path is far behind the best are left
out. It takes a twentieth of the time that scoring them would.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band, Ints
from aligner.alignment.threads import one_thread
from aligner.encoders import SummedSpans

Floats = npt.NDArray[np.float32]

_KINDS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
_LENGTHS = (1, 2, 3)
# A bead scores its cosine for each two of its sentences, less for more of them; a gap costs. The
# numbers were chosen once: on gold texts no node of the path is more than 5 behind the best.
_STEEP = 10.0
_LEVEL = 0.2
_MORE = 0.7
_GAP = 1.5
_BEHIND = 8.0
"""How far behind the best path one through a node may be, in the units of these scores."""
_MARGIN = 3  # sentences around what is left: what stands next to a bead is compared with it
_NEVER = -1e9
_ROWS = 32


def narrowed(band: Band, zh: Floats, en: Floats) -> Band:
    """Return the part of a band that paths may cross, given the sums of both sides' sentences."""
    with one_thread():
        scores = _scores(band, zh, en)
    search = _Search(band, scores)
    through = search.forward() + search.backward()
    kept = np.flatnonzero(through >= through.max() - _BEHIND)
    return _around(band, kept)


def _scores(band: Band, zh: Floats, en: Floats) -> Floats:
    """Return the score of each type of bead at each node, (types, nodes)."""
    found = np.full((len(_KINDS), band.size), _NEVER, np.float32)
    zh_spans, en_spans = SummedSpans(zh), SummedSpans(en)
    for first, last in band.blocks(_ROWS):
        nodes = band.nodes(first, last)
        row, column = band.row[nodes], band.column[nodes]
        left, right = int(column.min()), min(int(column.max()) + 1, len(en))
        last = min(last, len(zh))
        height, width = last - first, right - left
        if height <= 0 or width <= 0:
            continue
        zh_rows = np.concatenate([zh_spans.rows(n, first, last) for n in _LENGTHS])
        en_rows = np.concatenate([en_spans.rows(m, left, right) for m in _LENGTHS])
        cosine = zh_rows @ en_rows.T
        for kind, (n, m) in enumerate(_KINDS):
            held = (row + n <= len(zh)) & (column + m <= len(en))
            of_zh = (n - 1) * height + row[held] - first
            of_en = (m - 1) * width + column[held] - left
            worth = (n + m) / 2 * _STEEP * (cosine[of_zh, of_en] - _LEVEL)
            found[kind, nodes.start + np.flatnonzero(held)] = worth - _MORE * (n + m - 2)
    return found


@dataclass(frozen=True, slots=True)
class _Overlap:
    """The columns that one row and another one, so many columns on, have in common."""

    here: slice
    """Nodes of this row, counted from its first."""
    there: slice
    """Nodes of the other row, counted from the first of the band."""


class _Search:
    """The best score of a path to each node and from each node, a row at a time."""

    def __init__(self, band: Band, scores: Floats) -> None:
        self._scores = scores
        self._low, self._high = band.low.tolist(), band.high.tolist()
        self._start = band.start.tolist()
        self._slope = np.arange(int((band.high - band.low).max()), dtype=np.float32) * _GAP

    def forward(self) -> Floats:
        """Return the score of the best path from the beginning to each node."""
        best = np.full(self._start[-1], _NEVER, np.float32)
        best[0] = 0
        for i in range(len(self._low)):
            row = best[self._start[i] : self._start[i + 1]]
            for both in self._overlaps(i, -1, 0):
                np.maximum(row[both.here], best[both.there] - _GAP, out=row[both.here])
            for kind, (n, m) in enumerate(_KINDS):
                for both in self._overlaps(i, -n, -m):
                    come = best[both.there] + self._scores[kind, both.there]
                    np.maximum(row[both.here], come, out=row[both.here])
            slope = self._slope[: len(row)]
            row[:] = np.maximum.accumulate(row + slope) - slope
        return best

    def backward(self) -> Floats:
        """Return the score of the best path from each node to the end."""
        best = np.full(self._start[-1], _NEVER, np.float32)
        best[-1] = 0
        for i in range(len(self._low) - 1, -1, -1):
            row = best[self._start[i] : self._start[i + 1]]
            scores = self._scores[:, self._start[i] : self._start[i + 1]]
            for both in self._overlaps(i, 1, 0):
                np.maximum(row[both.here], best[both.there] - _GAP, out=row[both.here])
            for kind, (n, m) in enumerate(_KINDS):
                for both in self._overlaps(i, n, m):
                    go_on = best[both.there] + scores[kind, both.here]
                    np.maximum(row[both.here], go_on, out=row[both.here])
            slope = self._slope[: len(row)][::-1]
            row[:] = np.maximum.accumulate((row + slope)[::-1])[::-1] - slope
        return best

    def _overlaps(self, i: int, down: int, on: int) -> Iterator[_Overlap]:
        """Yield what row i and the row `down` rows on have in common, if anything."""
        other = i + down
        if 0 <= other < len(self._low):
            low = max(self._low[i], self._low[other] - on)
            high = min(self._high[i], self._high[other] - on)
            if low < high:
                shift = self._start[other] - self._low[other] + on
                here = slice(low - self._low[i], high - self._low[i])
                yield _Overlap(here, slice(low + shift, high + shift))


def _around(band: Band, kept: Ints) -> Band:
    """Return the band of a margin around some nodes of a band, within it."""
    low = np.full(band.rows, band.high[-1])
    high = np.full(band.rows, -1)
    np.minimum.at(low, band.row[kept], band.column[kept])
    np.maximum.at(high, band.row[kept], band.column[kept])
    low = np.minimum.accumulate(low[::-1])[::-1]  # rows that the best path jumps over
    high = np.maximum.accumulate(high)
    above = np.maximum(np.arange(band.rows) - _MARGIN, 0)  # both rise: the furthest counts
    below = np.minimum(np.arange(band.rows) + _MARGIN, band.rows - 1)
    return Band(
        np.maximum(low[above] - _MARGIN, band.low), np.minimum(high[below] + _MARGIN + 1, band.high)
    )
