"""The coarse pass: where in a long pair of texts the lattice has to look.

From groups of sentences down to single ones, each level a chain of the pairs that stand out in
their row and their column, looked for near the chain of the level above. The last chain gives the
anchors; the band holds everything between two anchors and a margin around them, so it is narrow
where the texts agree and wide where one of them has more. Time and memory grow with the length of
the texts, not with its square.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band, Ints, band_around, full_band
from aligner.alignment.narrow import narrowed
from aligner.encoders import unit_vectors

Floats = npt.NDArray[np.float32]

SMALL = 2_500  # nodes; below, a band would save nothing
_GROUPS = 500  # groups a side at the top level
_FACTOR = 4  # groups of one level in a group of the level above
_REACH = 3  # groups of the level above around its chain
_MARGIN = 9  # sentences around an anchor
_SETTLED_MARGIN = 5  # and around one amid others that follow each other closely
_SETTLED_RUN = 6  # how many of them stand before it and behind it
_SETTLED_STEP = 3  # sentences from each to the next, on either side, at most
_STANDS_OUT = 1.5  # standard deviations above its row and column that make a link
_ANCHOR = 2.5  # and those that make an anchor
_WIDE = 250_000  # nodes between two anchors; beyond, only a strip along the diagonal
_ROWS = 256


def choose_band(zh: Floats, en: Floats) -> Band:
    """Return the band for two texts, given the sum of the piece vectors of each sentence."""
    n_zh, n_en = len(zh), len(en)
    if (n_zh + 1) * (n_en + 1) <= SMALL or min(n_zh, n_en) < 2:
        return full_band(n_zh, n_en)
    group = 1
    while max(n_zh, n_en) / group > _GROUPS:
        group *= _FACTOR
    chain = np.zeros((0, 2), np.int64)
    band: Band | None = None
    while True:
        zh_units, en_units = _groups(zh, group), _groups(en, group)
        if band is None:
            band = Band(
                np.zeros(len(zh_units), np.int64), np.full(len(zh_units), len(en_units), np.int64)
            )
        stands_out = _standing_out(band, _products(band, zh_units, en_units))
        chain = _chain(band, stands_out, final=group == 1)
        if group == 1:
            return narrowed(_band_of(chain, n_zh, n_en), zh, en)
        group //= _FACTOR
        band = _finer(chain, -(-n_zh // group), -(-n_en // group))


def _groups(sums: Floats, group: int) -> Floats:
    """Return unit vectors of groups of sentences, each damped to the root of its length."""
    if group == 1:
        return unit_vectors(sums)
    length = np.linalg.norm(sums, axis=1, keepdims=True)
    damped = sums / np.sqrt(np.maximum(length, 1e-6))
    return unit_vectors(np.add.reduceat(damped, np.arange(0, len(sums), group), axis=0))


def _products(band: Band, zh: Floats, en: Floats) -> Floats:
    """Return the cosine of each pair in the band."""
    found = np.empty(band.size, np.float32)
    for first, last in band.blocks(_ROWS):
        left, right = int(band.low[first]), int(band.high[last - 1])
        dense = zh[first:last] @ en[left:right].T
        nodes = slice(int(band.start[first]), int(band.start[last]))
        found[nodes] = dense[band.row[nodes] - first, band.column[nodes] - left]
    return found


def _standing_out(band: Band, cosine: Floats) -> Floats:
    """Return by how many standard deviations each pair exceeds both its row and its column."""

    def standard(index: Ints) -> npt.NDArray[np.float64]:
        count = np.maximum(np.bincount(index), 1)
        mean = np.bincount(index, cosine) / count
        spread = np.sqrt(np.maximum(np.bincount(index, cosine**2) / count - mean**2, 1e-6))
        few = count < 8  # too few neighbours to judge by
        spread[few] = np.maximum(spread[few], 0.15)
        return np.asarray((cosine - mean[index]) / spread[index])

    return np.minimum(standard(band.row), standard(band.column)).astype(np.float32)


def _chain(band: Band, stands_out: Floats, *, final: bool) -> Ints:
    """Return the rising chain of pairs that stand out most, (pairs, 2).

    The heaviest rising subsequence of the pairs that are the best of their row or their column; at
    the final level only those that are the best of both and stand out clearly are kept of it.
    """
    gain = stands_out - np.float32(_STANDS_OUT)
    row_best, column_best = np.full(band.rows, -9.0), np.full(int(band.high.max()), -9.0)
    np.maximum.at(row_best, band.row, gain)
    np.maximum.at(column_best, band.column, gain)
    of_row, of_column = gain >= row_best[band.row], gain >= column_best[band.column]
    nodes = np.flatnonzero((gain > 0) & (of_row | of_column))
    links = _heaviest_rise(band.row[nodes], band.column[nodes], gain[nodes])
    nodes = nodes[links]
    if final:
        sure = of_row[nodes] & of_column[nodes] & (gain[nodes] >= _ANCHOR - _STANDS_OUT)
        nodes = nodes[sure]
    return np.stack([band.row[nodes], band.column[nodes]], axis=1)


def _heaviest_rise(rows: Ints, columns: Ints, gains: Floats) -> list[int]:
    """Return which points, given by rising rows, make the heaviest chain that rises in both.

    Keeps the frontier of chains not beaten by one that ends further left with more.
    """
    ends: list[int] = []  # column of the last point of each chain, rising
    weights: list[float] = []  # rising too
    points: list[int] = []
    before = [-1] * len(rows)
    k = 0
    while k < len(rows):
        behind = k
        while behind < len(rows) and rows[behind] == rows[k]:
            behind += 1
        entries = []
        for point in range(k, behind):  # all of a row see the frontier of the rows above
            place = bisect_left(ends, int(columns[point]))
            before[point] = points[place - 1] if place else -1
            entries.append((float(gains[point]) + (weights[place - 1] if place else 0.0), point))
        for weight, point in entries:
            _admit(ends, weights, points, int(columns[point]), weight, point)
        k = behind
    chain = []
    point = points[-1] if points else -1
    while point >= 0:
        chain.append(point)
        point = before[point]
    return chain[::-1]


def _admit(
    ends: list[int], weights: list[float], points: list[int], end: int, weight: float, point: int
) -> None:
    """Put a chain on the frontier unless it is beaten, and take off those that it beats."""
    place = bisect_right(ends, end)
    if place and weights[place - 1] >= weight:
        return
    first = place - 1 if place and ends[place - 1] == end else place
    last = first
    while last < len(ends) and weights[last] <= weight:
        last += 1
    ends[first:last], weights[first:last], points[first:last] = [end], [weight], [point]


def _finer(chain: Ints, rows: int, columns: int) -> Band:
    """Return the band of the next level: what lies near the chain or between its links."""
    corners = np.concatenate([[[0, 0]], chain * _FACTOR, [[rows - 1, columns - 1]]])
    corners = np.minimum(corners, [rows - 1, columns - 1])
    return _between(corners, columns - 1, np.full(len(corners), _REACH * _FACTOR))


def _band_of(anchors: Ints, n_zh: int, n_en: int) -> Band:
    """Return the band of the lattice: a margin around the anchors, and all between them."""
    corners = np.concatenate([[[0, 0]], anchors, [[n_zh, n_en]]])
    margins = np.where(_settled(corners), _SETTLED_MARGIN, _MARGIN)
    return _between(corners, n_en, margins)


def _settled(corners: Ints) -> npt.NDArray[np.bool_]:
    """Tell of each anchor whether it stands in a close run, where the path cannot be far off."""
    far = (np.diff(corners, axis=0) > _SETTLED_STEP).any(axis=1)
    met = np.concatenate([[0], np.cumsum(far)])
    number = np.arange(len(corners))
    behind = np.minimum(number + _SETTLED_RUN, len(corners) - 1)
    return np.asarray(met[behind] == met[np.maximum(number - _SETTLED_RUN, 0)])


def _between(corners: Ints, last_column: int, margins: Ints) -> Band:
    """Return the band of the rectangles from corner to corner, widened by the margin of a corner.

    A rectangle too large to search is given as the strip along its diagonal.
    """
    path, around = [corners[:1]], [margins[:1]]
    for k, ((top, left), (bottom, right)) in enumerate(pairwise(corners.tolist())):
        margin = int(margins[k : k + 2].max())
        if (bottom - top) * (right - left) <= _WIDE:
            path.append(np.array([[top, right], [bottom, left], [bottom, right]]))
        else:
            steps = np.linspace(0, 1, max(bottom - top, right - left) // margin + 2)
            strip = np.stack([top + steps * (bottom - top), left + steps * (right - left)], axis=1)
            path.append(strip.astype(np.int64))
        around.append(np.full(len(path[-1]), margin))
    return band_around(np.concatenate(path), last_column, np.concatenate(around))
