"""Doubt: where a first pass is not sure, and which sentences a second look there has to read.

The second look is an encoder that costs a hundred times as much as the static one, so only what is
in doubt is read again: the nodes that a path may well cross and where no bead is all but certain.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band
from aligner.alignment.lattice import TYPES, Posterior

Flags = npt.NDArray[np.bool_]

_CROSSED = 0.02
"""A path crosses a node at least so probably, or it is not looked at."""
_SURE = 0.9
"""Where a bead is more probable nothing is left to find out."""
_LIKELY = 0.02
"""Beads at least so probable are read with the sentences next to them."""
_MOST = 1_500
"""Nodes that are looked at again in one text, those most in doubt: a book stays a matter of
seconds."""


@dataclass(frozen=True)
class Doubt:
    """Nodes to look at again, and the sentences of either side that this takes."""

    nodes: Flags
    zh: Flags
    en: Flags

    def beads(self, band: Band, top: int, n: int, m: int) -> Flags:
        """Return for each node whether the n-m bead that opens there can be looked at.

        Its sentences and those next to it have been read. Row 0 of the band is the Chinese
        sentence `top`.
        """
        zh, en = _all_read(self.zh, n), _all_read(self.en, m)
        return np.asarray(self.nodes & zh[band.row + top] & en[band.column])

    def __bool__(self) -> bool:
        return bool(self.nodes.any())


def find_doubt(band: Band, probable: Posterior, n_zh: int, n_en: int, *, top: int = 0) -> Doubt:
    """Return what a pass over two texts, or a section of them, leaves in doubt.

    `n_zh` and `n_en` are the sentences of the whole texts; row 0 of the band is the Chinese
    sentence `top`.
    """
    gaps = [probable.omission.sum(axis=0), probable.addition.sum(axis=0)]
    crossed = probable.full.sum(axis=0) + gaps[0] + gaps[1]
    surest = np.maximum(probable.full.max(axis=0), np.maximum(gaps[0], gaps[1]))
    nodes = np.asarray((crossed > _CROSSED) & (surest < _SURE))
    if nodes.sum() > _MOST:
        nodes &= surest <= np.partition(surest[nodes], _MOST)[_MOST]
    zh, en = np.zeros(n_zh, bool), np.zeros(n_en, bool)
    at = np.flatnonzero(nodes)
    kinds = [*zip(TYPES, probable.full, strict=True), ((1, 0), gaps[0]), ((0, 1), gaps[1])]
    for (n, m), probability in kinds:
        likely = at[probability[at] > _LIKELY]
        for reads, first, length in ((zh, band.row[likely] + top, n), (en, band.column[likely], m)):
            for step in range(-1, length + 1):
                place = first + step
                reads[place[(place >= 0) & (place < len(reads))]] = True
    return Doubt(nodes, zh, en)


def _all_read(read: Flags, length: int) -> Flags:
    """Return whether so many sentences from each on, and one on either side, have been read."""
    size = len(read)
    padded = np.concatenate([[True], read, np.ones(length + 1, bool)])
    found = np.ones(size + 1, bool)
    for step in range(length + 2):
        found &= padded[step : step + size + 1]
    return found
