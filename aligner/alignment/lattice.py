"""The lattice: the best way through the beads, and how probable each bead is.

A semi-Markov chain over the nodes of a band. A full bead leaves any node; a gap (an omission or an
addition of one sentence) scores differently where it opens a gap and where it goes on with one, so
each node is held twice: reached by a full bead, and reached by a gap. Additions stay in their row
and are summed along it at once; the rest is one step a row. Scores are natural logarithms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band, Ints

Floats = npt.NDArray[np.float64]
Floats32 = npt.NDArray[np.float32]

LONGEST = 7
"""Most sentences that a full bead holds, both sides together."""

Step = tuple[int, int, int, int]
"""A bead of a path: row and column where it begins, how many Chinese and English sentences."""

TYPES = tuple(
    (zh, en) for zh in range(1, LONGEST) for en in range(1, LONGEST) if zh + en <= LONGEST
)
"""The full beads: how many Chinese and how many English sentences."""

NEVER = -1e30
"""The logarithm of nothing; finite, so that differences of it are numbers."""

_ROWS = 512
"""Rows whose beads are looked up at once."""


@dataclass(frozen=True)
class Scores:
    """Log scores of every bead of a band, indexed by the node that opens it."""

    full: npt.NDArray[np.float32]
    """(types, nodes), in the order of `TYPES`; `NEVER` where the band does not hold the bead."""
    omission: npt.NDArray[np.float32]
    """(2, nodes): a Chinese sentence without English, opening a gap and going on with one."""
    addition: npt.NDArray[np.float32]
    """(2, nodes): an English sentence without Chinese, likewise."""


@dataclass(frozen=True)
class Posterior:
    """Probability of every bead, shaped as the scores, and the logarithm of their sum."""

    full: npt.NDArray[np.float32]
    omission: Floats
    addition: Floats
    total: float


def _arriving(band: Band, scores: Scores, rows: tuple[int, int]) -> tuple[Ints, Floats32]:
    """Return the full beads that end in some rows: the node where each begins, and its score.

    Both are (types, nodes of these rows); the origin is `band.size` where there is no such bead.
    """
    nodes = band.nodes(*rows)
    origin = np.empty((len(TYPES), nodes.stop - nodes.start), np.int64)
    score = np.full(origin.shape, NEVER, np.float32)
    for kind, (zh, en) in enumerate(TYPES):
        origin[kind] = band.shifted(-zh, -en, *rows)
        inside = origin[kind] < band.size
        score[kind, inside] = scores.full[kind, origin[kind, inside]]
    return origin, score


def _rows_of(
    band: Band, rows: tuple[int, int], *, upwards: bool = False
) -> Iterator[tuple[int, slice, slice]]:
    """Yield each of some rows with its nodes, counted in the band and in these rows."""
    begin = int(band.start[rows[0]])
    for row in range(*rows) if not upwards else range(rows[1] - 1, rows[0] - 1, -1):
        first, last = int(band.start[row]), int(band.start[row + 1])
        yield row, slice(first, last), slice(first - begin, last - begin)


def _log_sum(table: Floats) -> Floats:
    """Return the logarithm of the sum of exponentials over the first axis."""
    top = table.max(axis=0)
    return np.asarray(top + np.log(np.exp(table - top).sum(axis=0)))


def _run(first: Floats, going_on: Floats) -> Floats:
    """Return log sums of chains along a row: y[j] = first[j] + y[j - 1] going on with step j."""
    reached = np.cumsum(going_on)
    return np.asarray(reached + np.logaddexp.accumulate(first - reached))


def _run_best(first: Floats, going_on: Floats) -> Floats:
    reached = np.cumsum(going_on)
    return np.asarray(reached + np.maximum.accumulate(first - reached))


def best_path(band: Band, scores: Scores) -> list[tuple[int, int, int, int]]:
    """Return the beads of the best path as (row, column, Chinese, English) of where they begin."""
    omit = np.pad(scores.omission.astype(np.float64), ((0, 0), (0, 1)), constant_values=NEVER)
    met = np.full(band.size + 1, NEVER)
    gap = np.full(band.size + 1, NEVER)
    either = np.full(band.size + 1, NEVER)
    kinds = np.zeros(band.size, np.int8)
    met[0] = 0.0
    for rows in band.blocks(_ROWS):
        origin, score = _arriving(band, scores, rows)
        above = band.shifted(-1, 0, *rows)
        for row, here, there in _rows_of(band, rows):
            if row:
                ways = either[origin[:, there]] + score[:, there]
                kinds[here] = ways.argmax(axis=0)
                met[here] = ways.max(axis=0)
                up = above[there]
                gap[here] = np.maximum(met[up] + omit[0, up], gap[up] + omit[1, up])
            added = scores.addition[:, here].astype(np.float64)
            first = gap[here].copy()
            first[1:] = np.maximum(first[1:], met[here][:-1] + added[0, :-1])
            going_on = np.concatenate([[0.0], added[1, :-1]])
            gap[here] = _run_best(first, going_on)
            either[here] = np.maximum(met[here], gap[here])
    return _trace(band, scores, kinds, met, gap)


def path_score(band: Band, scores: Scores, path: Sequence[Step]) -> float:
    """Return the sum of the scores of a path's beads."""
    total, in_gap = 0.0, False
    for row, column, zh, en in path:
        node = int(band.start[row] + column - band.low[row])
        if zh and en:
            total += float(scores.full[TYPES.index((zh, en)), node])
        else:
            total += float((scores.omission if zh else scores.addition)[int(in_gap), node])
        in_gap = not (zh and en)
    return total


def _trace(
    band: Band, scores: Scores, kinds: npt.NDArray[np.int8], met: Floats, gap: Floats
) -> list[tuple[int, int, int, int]]:
    """Walk back from the last node, taking at each node the bead that explains its score.

    `kinds` gives the type of the best full bead that ends at each node.
    """
    found: list[tuple[int, int, int, int]] = []
    node, in_gap = band.size - 1, bool(gap[band.size - 1] > met[band.size - 1])
    while node:
        row, column = int(band.row[node]), int(band.column[node])
        if not in_gap:
            zh, en = TYPES[kinds[node]]
            node = _node(band, row - zh, column - en)
            found.append((row - zh, column - en, zh, en))
            in_gap = bool(gap[node] > met[node])
            continue
        up, left = _node(band, row - 1, column), _node(band, row, column - 1)
        choices = []
        for origin, table in ((up, scores.omission), (left, scores.addition)):
            if origin < band.size:
                choices.append((met[origin] + table[0, origin], origin))
                choices.append((gap[origin] + table[1, origin], origin))
            else:
                choices += [(2 * NEVER, origin)] * 2
        choice = max(range(4), key=lambda k: choices[k][0])
        node = choices[choice][1]
        zh, en = (1, 0) if choice < 2 else (0, 1)
        found.append((row - zh, column - en, zh, en))
        in_gap = choice % 2 == 1
    return found[::-1]


def _node(band: Band, row: int, column: int) -> int:
    """Return the node at a place, `band.size` where the band does not hold it."""
    if row < 0 or not band.low[row] <= column < band.high[row]:
        return band.size
    return int(band.start[row] + column - band.low[row])


def posterior(band: Band, scores: Scores, *, in_place: bool = False) -> Posterior:
    """Return the probability of every bead (forward-backward).

    `in_place` writes those of full beads over their scores, which are no more needed: a book's are
    large.
    """
    met, gap = _forward(band, scores)
    met_rest, gap_rest = _backward(band, scores)
    last = band.size - 1
    total = float(np.logaddexp(met[last], gap[last]))
    any_way = np.logaddexp(met, gap)[:-1]
    full = scores.full if in_place else np.empty_like(scores.full)
    for kind, (zh, en) in enumerate(TYPES):
        rest = met_rest[band.shifted(zh, en)]
        full[kind] = np.exp(np.minimum(any_way + scores.full[kind] + rest - total, 0.0))
    before = np.stack([met[:-1], gap[:-1]])
    down, right = gap_rest[band.shifted(1, 0)], gap_rest[band.shifted(0, 1)]
    omission = np.exp(np.minimum(before + scores.omission + down - total, 0.0))
    addition = np.exp(np.minimum(before + scores.addition + right - total, 0.0))
    return Posterior(full, omission, addition, total)


def _forward(band: Band, scores: Scores) -> tuple[Floats, Floats]:
    """Return log sums of all ways to each node, those that end in a full bead and in a gap."""
    omit = np.pad(scores.omission.astype(np.float64), ((0, 0), (0, 1)), constant_values=NEVER)
    met = np.full(band.size + 1, NEVER)
    gap = np.full(band.size + 1, NEVER)
    met[0] = 0.0
    either = np.full(band.size + 1, NEVER)
    for rows in band.blocks(_ROWS):
        origin, score = _arriving(band, scores, rows)
        above = band.shifted(-1, 0, *rows)
        for row, here, there in _rows_of(band, rows):
            if row:
                met[here] = _log_sum(either[origin[:, there]] + score[:, there])
                up = above[there]
                gap[here] = np.logaddexp(met[up] + omit[0, up], gap[up] + omit[1, up])
            added = scores.addition[:, here].astype(np.float64)
            first = gap[here].copy()
            first[1:] = np.logaddexp(first[1:], met[here][:-1] + added[0, :-1])
            going_on = np.concatenate([[0.0], added[1, :-1]])
            gap[here] = _run(first, going_on)
            either[here] = np.logaddexp(met[here], gap[here])
    return met, gap


def _backward(band: Band, scores: Scores) -> tuple[Floats, Floats]:
    """Return log sums of all ways on from each node, reached by a full bead and by a gap."""
    met = np.full(band.size + 1, NEVER)
    gap = np.full(band.size + 1, NEVER)
    for rows in reversed(list(band.blocks(_ROWS))):
        target = np.stack([band.shifted(zh, en, *rows) for zh, en in TYPES])
        below = band.shifted(1, 0, *rows)
        for row, here, there in _rows_of(band, rows, upwards=True):
            omitted = scores.omission[:, here].astype(np.float64)
            added = scores.addition[:, here].astype(np.float64)
            if row == band.rows - 1:
                on = np.full(here.stop - here.start, NEVER)
                on[-1] = 0.0
                open_down = on_down = on
            else:
                on = _log_sum(met[target[:, there]] + scores.full[:, here])
                after_gap = gap[below[there]]
                open_down = np.logaddexp(on, after_gap + omitted[0])
                on_down = np.logaddexp(on, after_gap + omitted[1])
            going_on = np.concatenate([[0.0], added[1, :-1][::-1]])
            gap[here] = _run(on_down[::-1], going_on)[::-1]
            met[here] = open_down
            met[here][:-1] = np.logaddexp(met[here][:-1], gap[here][1:] + added[0, :-1])
    return met, gap
