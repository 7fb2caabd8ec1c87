"""Features of the second look: what the context encoder says of the beads that are in doubt.

They are counted in beside the others where a bead was looked at, and are nothing elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band, Ints
from aligner.alignment.clause_context import APART, BEFORE, BEHIND, LEAST, ClauseContext
from aligner.alignment.doubt import Doubt
from aligner.alignment.evidence import gather_context
from aligner.alignment.lattice import LONGEST, TYPES, Scores
from aligner.alignment.segments import Segments
from aligner.alignment.threads import one_thread
from aligner.article import Language

Floats = npt.NDArray[np.float32]
Table = dict[str, Floats]

_ROWS = 16


class ContextView:
    """A band with the cosines of its spans, looked up relative to nodes; each look is made once."""

    def __init__(self, band: Band, top: int, zh: Segments, en: Segments) -> None:
        self._band = band
        self._cosines = gather_context(band, top, zh, en)
        self._clauses = ClauseContext(band, top, zh, en)

    @cached_property
    def _shifts(self) -> dict[tuple[int, int], Ints]:
        return {}

    def cosine(self, at: Ints, n: int, m: int, down: int = 0, on: int = 0) -> Floats:
        """Return the cosines of n Chinese and m English sentences that begin so far from nodes."""
        table = self._cosines.get((n, m))
        if table is None:
            return np.zeros(len(at), np.float32)
        return table.take(self._node(at, down, on))

    def clauses(self, at: Ints, n: int, m: int) -> Floats:
        """Return what is said of the clauses of each sentence of beads, (sentences, kinds, beads).

        The Chinese sentences come first.
        """
        zh = self._clauses.zh[:, m - 1]
        en = self._clauses.en[:, n - 1]
        of_zh = [zh.take(self._node(at, down, 0), axis=1) for down in range(n)]
        return np.stack(of_zh + [en.take(self._node(at, 0, on), axis=1) for on in range(m)])

    def _node(self, at: Ints, down: int, on: int) -> Ints:
        """Return the nodes so far from some nodes."""
        if (down, on) not in self._shifts:
            self._shifts[down, on] = self._band.shifted(down, on)
        return self._shifts[down, on].take(at)


def context_features(view: ContextView, at: Ints, n: int, m: int) -> Table:
    """Return the features of the n-m beads that open at some nodes."""

    def cosine(zh: int, en: int, down: int = 0, on: int = 0) -> Floats:
        return view.cosine(at, zh, en, down, on)

    own = cosine(n, m)
    beside = np.stack([cosine(n, m, *step) for step in ((0, 1), (0, -1), (1, 0), (-1, 0))])
    losses = []
    if n > 1:
        losses += [own - cosine(n - 1, m, 1, 0), own - cosine(n - 1, m)]
    if m > 1:
        losses += [own - cosine(n, m - 1, 0, 1), own - cosine(n, m - 1)]
    lost = np.stack(losses) if losses else np.zeros((1, len(at)), np.float32)
    more = [cosine(n + 1, m), cosine(n + 1, m, -1, 0), cosine(n, m + 1), cosine(n, m + 1, 0, -1)]
    gains = np.maximum(np.stack(more) - own, 0)
    inner = np.stack([[cosine(1, 1, a, b) for b in range(m)] for a in range(n)])
    return {
        "looked at": np.ones(len(at), np.float32),
        "looked at, beyond two": np.full(len(at), n + m - 2, np.float32),
        "context cosine": own,
        "context cosine a sentence": own * (n + m - 2) / 3,
        "context cosine over neighbours": own - beside.mean(axis=0),
        "context cosine over best neighbour": own - beside.max(axis=0),
        "context least loss without an edge": lost.min(axis=0) * 4,
        "context mean loss without an edge": lost.mean(axis=0) * 4,
        "context best gain with a neighbour": gains.max(axis=0) * 4,
        "context mean gain with a neighbour": gains.mean(axis=0) * 4,
        "context weakest member": np.minimum(inner.max(axis=0).min(0), inner.max(axis=1).min(0)),
    } | _clause_features(view.clauses(at, n, m))


def _clause_features(clauses: Floats) -> Table:
    """Return what single clauses say: whether one is rendered next door instead of here."""
    before, behind = clauses[:, BEFORE].max(axis=0), clauses[:, BEHIND].max(axis=0)
    apart = clauses[:, APART].sum(axis=0)
    return {
        "context clause leaks before": before * 2,
        "context clause leaks behind": behind * 2,
        "context clause leaks most": np.maximum(before, behind) * 2,
        "context clauses leak": apart,
        "context clauses leak a sentence": apart / len(clauses) * 4,
        "context least clause": clauses[:, LEAST].min(axis=0),
    }


def gap_context_features(view: ContextView, at: Ints, side: Language) -> Table:
    """Return the features of the sentences of one side that stand alone at some nodes."""
    back = (0, -1) if side == "zh" else (-1, 0)
    best = np.maximum(view.cosine(at, 1, 1), view.cosine(at, 1, 1, *back))
    return {"gap looked at": np.ones(len(at), np.float32), "gap context cosine": best}


def look_again(
    band: Band,
    scores: Scores,
    doubt: Doubt,
    zh: Segments,
    en: Segments,
    weights: Mapping[str, float],
    *,
    top: int = 0,
) -> None:
    """Count in what the context encoder says of the beads in doubt; `scores` is changed.

    Row 0 of the band is the Chinese sentence `top`.
    """
    if not doubt:
        return
    zh.context.read(doubt.zh)
    en.context.read(doubt.en)
    with one_thread():
        for first, last in _runs(np.unique(band.row[doubt.nodes])):
            _look_at(band, first, last, scores, doubt, (zh, en), weights, top)
    zh.context.release()
    en.context.release()


def _look_at(
    band: Band,
    first: int,
    last: int,
    scores: Scores,
    doubt: Doubt,
    sides: tuple[Segments, Segments],
    weights: Mapping[str, float],
    top: int,
) -> None:
    """Look again at the nodes in doubt of the rows `first` to `last` (behind the last one)."""
    above, below = max(0, first - 1), min(band.rows, last + LONGEST)
    part = band.slice(above, below)
    inside = (part.row >= first - above) & (part.row < last - above)
    here = Doubt(doubt.nodes[band.nodes(above, below)] & inside, doubt.zh, doubt.en)
    view = ContextView(part, top + above, *sides)
    shift = int(band.start[above])
    for kind, (n, m) in enumerate(TYPES):
        at = np.flatnonzero(here.beads(part, top + above, n, m))
        table = context_features(view, at, n, m)
        scores.full[kind, at + shift] += _weigh(table, weights)
    gaps: list[tuple[Language, Floats]] = [("zh", scores.omission), ("en", scores.addition)]
    for side, table_of in gaps:
        size = (1, 0) if side == "zh" else (0, 1)
        at = np.flatnonzero(here.beads(part, top + above, *size))
        table_of[:, at + shift] += _weigh(gap_context_features(view, at, side), weights)


def _runs(rows: Ints) -> Iterator[tuple[int, int]]:
    """Yield the first row and the row behind the last of stretches of rows that stand close."""
    apart = np.flatnonzero(np.diff(rows) > LONGEST)
    for run in np.split(rows, apart + 1):
        first, behind = int(run[0]), int(run[-1]) + 1
        for begin in range(first, behind, _ROWS):
            yield begin, min(begin + _ROWS, behind)


def _weigh(table: Table, weights: Mapping[str, float]) -> Floats:
    """Return the weighted sum of the features of each bead."""
    total = sum(np.float32(weights[name]) * value for name, value in table.items())
    return np.asarray(total, np.float32)
