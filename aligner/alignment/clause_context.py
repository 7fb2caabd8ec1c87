"""What the context encoder says of the clauses of sentences in doubt.

As with coverage: of each clause the best cosine with a clause of the other side inside the bead,
against that with one of the sentence just before the bead and just behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band
from aligner.alignment.evidence import WIDEST
from aligner.alignment.segments import Segments

Floats = npt.NDArray[np.float32]

BEFORE, BEHIND, APART, LEAST = range(4)
"""Of the clauses of one sentence: by how much one is nearer to the sentence before the bead, to the
one behind, the sum of the larger of both, and the best cosine of the clause that has the lowest."""
KINDS = 4


class ClauseContext:
    """Tables of the kinds above over a band, (kinds, lengths, nodes + 1), for either side."""

    def __init__(self, band: Band, top: int, zh: Segments, en: Segments) -> None:
        """Row 0 of the band is the Chinese sentence `top`."""
        self.zh = np.zeros((KINDS, WIDEST, band.size + 1), np.float32)
        """Of the Chinese sentence at a node, to so many English ones from there on."""
        self.en = np.zeros_like(self.zh)
        row, column = band.row + top, band.column
        keep = np.flatnonzero((row < len(zh)) & (column < len(en)))
        if not len(keep):
            return
        row, column = row[keep], column[keep]
        above, left = max(0, int(row.min()) - 1), max(0, int(column.min()) - 1)
        below = min(int(row.max()) + WIDEST + 1, len(zh))
        right = min(int(column.max()) + WIDEST + 1, len(en))
        cosine = zh.context.clauses(above, below) @ en.context.clauses(left, right).T
        zh_side, en_side = _Clauses(zh, above, below), _Clauses(en, left, right)
        of_zh = zh_side.kinds(en_side.best(cosine.T).T)
        of_en = en_side.kinds(zh_side.best(cosine).T)
        for k, (zh_kinds, en_kinds) in enumerate(zip(of_zh, of_en, strict=True)):
            self.zh[:, k, keep] = zh_kinds[:, row - above, column - left]
            self.en[:, k, keep] = en_kinds[:, column - left, row - above]


class _Clauses:
    """The clauses of neighbouring sentences."""

    def __init__(self, side: Segments, first: int, last: int) -> None:
        begin, end = side.clause_start[first], side.clause_start[last]
        self._first = side.clause_start[first:last] - begin
        weight = side.clause_weight[begin:end]
        self._counts = (weight / (weight + weight.mean()))[:, None]

    def best(self, cosine: Floats) -> Floats:
        """Return the best cosine of each column with a clause of each sentence of this side."""
        return np.asarray(np.maximum.reduceat(cosine, self._first, axis=0))

    def kinds(self, best: Floats) -> Iterator[Floats]:
        """Yield the kinds, (kinds, sentences, others), to one sentence, to two, and so on.

        `best` is the best cosine of each clause with each sentence of the other side.
        """
        size = best.shape[1]
        next_door = np.zeros((len(best), size + WIDEST + 2), np.float32)
        next_door[:, 1 : size + 1] = best
        inside = best.copy()
        for k in range(WIDEST):
            if k:
                rest = max(size - k, 0)
                np.maximum(inside[:, :rest], best[:, k:], out=inside[:, :rest])
            before = (next_door[:, :size] - inside) * self._counts
            behind = (next_door[:, k + 2 : k + 2 + size] - inside) * self._counts
            larger = np.maximum(np.maximum(before, behind), 0)
            yield np.stack(
                [
                    np.maximum.reduceat(before, self._first, axis=0),
                    np.maximum.reduceat(behind, self._first, axis=0),
                    np.add.reduceat(larger, self._first, axis=0),
                    np.minimum.reduceat(inside, self._first, axis=0),
                ]
            )
