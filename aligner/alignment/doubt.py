"""Doubt: where a first pass is not sure, and which sentences a second look there has to read.

The second look is an encoder that costs a hundred times as much as the static one, so only what is
in doubt is read again: the nodes that a path may well cross and where no bead is all but certain.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band, Ints
from aligner.alignment.lattice import TYPES, Posterior

Flags = npt.NDArray[np.bool_]

_CROSSED = 0.02
"""A path crosses a node at least so probably, or it is not looked at."""
_SURE = 0.9
"""Where a bead is more probable nothing is left to find out."""
_LIKELY = 0.02
"""Beads at least so probable are read with the sentences next to them."""
_MOST = 1_000
"""Nodes that are looked at again in one text: a book stays a matter of seconds. Whole stretches
between two places that are sure are looked at or none of their nodes, since the ways through them
must be compared by the same measure; those with most doubt a node come first."""

_STRETCH = 50  # rows of a stretch at most


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
        sure = np.zeros(band.rows, bool)
        sure[band.row[surest >= _SURE]] = True
        sure[::_STRETCH] = True
        stretch = np.concatenate([[0], np.cumsum(sure[:-1])])[band.row]
        nodes &= _chosen(stretch[nodes], (crossed - surest)[nodes], int(stretch[-1]) + 1)[stretch]
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


def _chosen(stretch: Ints, doubt: npt.NDArray[np.floating], size: int) -> Flags:
    """Return which of `size` stretches are looked at.

    Given are the stretch of each node in doubt, and how much the node leaves open.
    """
    nodes = np.bincount(stretch, minlength=size)
    mean = np.bincount(stretch, doubt, minlength=size) / np.maximum(nodes, 1)
    order = np.argsort(-mean, kind="stable")
    found = np.zeros(len(nodes), bool)
    found[order] = np.cumsum(nodes[order]) <= _MOST
    return found


def _all_read(read: Flags, length: int) -> Flags:
    """Return whether so many sentences from each on, and one on either side, have been read."""
    size = len(read)
    padded = np.concatenate([[True], read, np.ones(length + 1, bool)])
    found = np.ones(size + 1, bool)
    for step in range(length + 2):
        found &= padded[step : step + size + 1]
    return found
