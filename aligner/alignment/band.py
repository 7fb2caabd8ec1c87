"""The band: which places of the two texts the lattice visits.

A node (i, j) stands between sentences: i Chinese and j English ones lie behind it. Each row of
nodes covers a range of columns of its own length, so that a long passage that one side lacks
widens the rows it meets and no others. Arrays over a band are flat, one value a node; the node that
opens a bead also stands for the pair of sentences behind it. Invariant: both ends of the rows
never move back, the first row holds (0, 0) and the last holds (n, m).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Band:
    """Columns `low[i]` to `high[i]` (behind the last) of each row i."""

    low: Ints
    high: Ints

    @cached_property
    def start(self) -> Ints:
        """Number of the first node of each row, and behind the last row the number of nodes."""
        return np.concatenate([[0], np.cumsum(self.high - self.low)])

    @property
    def size(self) -> int:
        """Number of nodes."""
        return int(self.start[-1])

    @property
    def rows(self) -> int:
        """Number of rows: one more than there are Chinese sentences."""
        return len(self.low)

    @cached_property
    def row(self) -> Ints:
        """Row of each node."""
        return np.repeat(np.arange(self.rows), self.high - self.low)

    @cached_property
    def column(self) -> Ints:
        """Column of each node."""
        return np.arange(self.size) - np.repeat(self.start[:-1] - self.low, self.high - self.low)

    def nodes(self, first: int, last: int) -> slice:
        """Return the nodes of the rows `first` to `last` (behind the last one)."""
        return slice(int(self.start[first]), int(self.start[last]))

    def shifted(self, zh: int, en: int, first: int = 0, last: int | None = None) -> Ints:
        """Return the node that lies `zh` rows and `en` columns on from each node.

        Of the nodes in the rows `first` to `last` (behind the last one), by default all. Nodes that
        the band does not hold are given as `size`, so that a table with one value more than there
        are nodes answers for them too.
        """
        last = self.rows if last is None else last
        row = np.arange(first, last)
        width = self.high[first:last] - self.low[first:last]
        held = (row + zh >= 0) & (row + zh < self.rows)
        there = np.where(held, row + zh, 0)
        begin = self.start[there]
        end = np.where(held, self.start[there + 1], begin)  # no node lies before its own beginning
        step = begin - self.low[there] + en - (self.start[row] - self.low[row])
        nodes = self.nodes(first, last)
        found: Ints = np.arange(nodes.start, nodes.stop) + np.repeat(step, width)
        outside = (found < np.repeat(begin, width)) | (found >= np.repeat(end, width))
        found[outside] = self.size
        return found

    def slice(self, first: int, last: int) -> Band:
        """Return the band of the rows `first` to `last` (behind the last one); columns stay."""
        return Band(self.low[first:last], self.high[first:last])

    def blocks(self, rows: int) -> Iterator[tuple[int, int]]:
        """Yield the first row and the row behind the last of blocks of at most so many rows."""
        for first in range(0, self.rows, rows):
            yield first, min(first + rows, self.rows)


def full_band(n_zh: int, n_en: int) -> Band:
    """Return the band that holds every node."""
    return Band(np.zeros(n_zh + 1, np.int64), np.full(n_zh + 1, n_en + 1, np.int64))


def band_around(path: Ints, n_en: int, margin: int | Ints) -> Band:
    """Return the band of all nodes within a margin of a path, in rows and in columns.

    `path` is (nodes, 2): rows and columns, both never falling, from (0, 0) to (n_zh, n_en);
    `margin` is one for all of its nodes, or one for each.
    """
    n_zh = int(path[-1, 0])
    margins = np.broadcast_to(margin, len(path))
    low = np.full(n_zh + 1, n_en, np.int64)
    high = np.zeros(n_zh + 1, np.int64)
    for step in range(-int(margins.max()), int(margins.max()) + 1):
        reached = margins >= abs(step)
        rows = np.clip(path[reached, 0] + step, 0, n_zh)
        np.minimum.at(low, rows, path[reached, 1] - margins[reached])
        np.maximum.at(high, rows, path[reached, 1] + margins[reached])
    low = np.minimum.accumulate(low[::-1])[::-1]  # rows that the path jumps over
    high = np.maximum.accumulate(high)
    return Band(np.maximum(low, 0), np.minimum(high, n_en) + 1)
