"""Evidence: what each pair of places in the band says, before any bead is looked at.

For every node and every span that may begin there: the cosine of the spans, how much of the Chinese
sentence the English span covers and the reverse (the best match of each piece, weighted by its
squared length), and the same for marks (numbers, Latin words). Worked out by dense products over
small blocks of rows. Tables carry one value more than there are nodes: zero, for places that the
band does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band
from aligner.alignment.lattice import LONGEST
from aligner.alignment.segments import Segments
from aligner.encoders import SpanVectors

Floats = npt.NDArray[np.float32]
Cosines = dict[tuple[int, int], Floats]

_ROWS = 12  # a block's dense products stay within the processor's cache
_MOST = 32_000_000  # numbers in a table over the pieces or the marks of a block: 128 MB
_SPREAD = 4_000_000  # and in the one that gives each piece of a side its place again
WIDEST = LONGEST - 1
"""Sentences on one side of a full bead, at most."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line that takes one model's cosines to where another's would lie."""

    slope: float = 1.0
    offset: float = 0.0

    def applied(self, cosine: Floats) -> Floats:
        """Return the cosines moved along the line."""
        if self == NO_SCALE:
            return cosine
        return np.asarray(cosine * np.float32(self.slope) + np.float32(self.offset))


NO_SCALE = Scale()

CLAUSE_KINDS = ("before", "behind", "apart", "least", "margin")
"""Of the clauses of one sentence: by how much one is covered better by the sentence before, by the
one behind, the sum of both, the share of the least covered, and by how much the one that is least
at home is covered better than next door."""


@dataclass(frozen=True)
class Evidence:
    """Tables over the nodes of a band, (lengths, nodes + 1); length k is row k - 1."""

    cosine: dict[tuple[int, int], Floats]
    """Of the spans of so many Chinese and English sentences, one more than a bead may hold."""
    zh_covered: Floats
    """Weight of the Chinese sentence here that the k English sentences from here on cover."""
    en_covered: Floats
    """Weight of the English sentence here that the k Chinese sentences from here on cover."""
    zh_marks: Floats
    """How many marks of the Chinese sentence the k English sentences hold."""
    en_marks: Floats
    """How many numbers of the English sentence the k Chinese sentences hold."""
    zh_clauses: Floats
    """(kinds, lengths, nodes + 1): how the clauses of the Chinese sentence here lie to the k
    English sentences from here on; the kinds are those of `CLAUSE_KINDS`."""
    en_clauses: Floats
    """Of the English sentence here, likewise."""


@dataclass(frozen=True)
class _Block:
    """Rows and columns of sentences whose products are taken at once."""

    first: int
    last: int
    left: int
    right: int
    nodes: slice
    row: npt.NDArray[np.int64]
    """Row within the block of each node."""
    column: npt.NDArray[np.int64]
    keep: npt.NDArray[np.bool_]
    """Which nodes of the slice open a pair of sentences at all."""

    def halves(self) -> Iterator[_Block]:
        """Yield the block in two, divided along its longer side; one of a single pair as it is."""
        height, width = self.last - self.first, self.right - self.left
        rows, half = height >= width, max(height, width) // 2
        if not half:
            yield self
        elif rows:
            middle = self.first + half
            yield replace(self._only(self.row < half), last=middle)
            below = self._only(self.row >= half)
            yield replace(below, first=middle, row=below.row - half)
        else:
            middle = self.left + half
            yield replace(self._only(self.column < half), right=middle)
            beyond = self._only(self.column >= half)
            yield replace(beyond, left=middle, column=beyond.column - half)

    def _only(self, chosen: npt.NDArray[np.bool_]) -> _Block:
        """Return the block with some of its nodes."""
        keep = np.zeros_like(self.keep)
        keep[np.flatnonzero(self.keep)[chosen]] = True
        return replace(self, row=self.row[chosen], column=self.column[chosen], keep=keep)

    @property
    def is_single(self) -> bool:
        """Whether it holds one sentence of either side."""
        return self.last - self.first <= 1 and self.right - self.left <= 1


def gather_evidence(
    band: Band, first_row: int, zh: Segments, en: Segments, scale: Scale = NO_SCALE
) -> Evidence:
    """Return the evidence of a band whose row 0 is the Chinese sentence `first_row`."""
    size = band.size + 1
    cosine = _no_cosines(band)
    tables = [np.zeros((WIDEST, size), np.float32) for _ in range(4)]
    clauses = [np.zeros((len(CLAUSE_KINDS), WIDEST, size), np.float32) for _ in range(2)]
    for first, last in band.blocks(_ROWS):
        block = _block(band, first, last, first_row, len(zh), len(en))
        if block is not None:
            _cosines(block, zh.spans, en.spans, cosine, scale)
            _coverage(block, zh, en, (tables[0], tables[1]), (clauses[0], clauses[1]))
            _marks(block, zh, en, tables[2], tables[3])
    return Evidence(cosine, *tables, *clauses)


def gather_context(band: Band, first_row: int, zh: Segments, en: Segments) -> Cosines:
    """Return the cosines of spans by the second encoder, as `Evidence.cosine` has them."""
    cosine = _no_cosines(band)
    for first, last in band.blocks(_ROWS):
        block = _block(band, first, last, first_row, len(zh), len(en))
        if block is not None:
            _cosines(block, zh.context, en.context, cosine, NO_SCALE)
    return cosine


def _no_cosines(band: Band) -> Cosines:
    """Return tables of zeros for spans of all lengths that are compared."""
    return {
        (n, m): np.zeros(band.size + 1, np.float32)
        for n in range(1, LONGEST + 1)
        for m in range(1, LONGEST + 2 - n)
    }


def _block(
    band: Band, first: int, last: int, first_row: int, n_zh: int, n_en: int
) -> _Block | None:
    nodes = slice(int(band.start[first]), int(band.start[last]))
    row, column = band.row[nodes] - first, band.column[nodes]
    left, right = int(band.low[first:last].min()), min(int(band.high[first:last].max()), n_en)
    top, bottom = first_row + first, min(first_row + last, n_zh)
    keep = (row < bottom - top) & (column < n_en)
    if not keep.any():
        return None
    return _Block(top, bottom, left, right, nodes, row[keep], column[keep] - left, keep)


def _put(table: Floats, block: _Block, dense: Floats) -> None:
    """Store a dense (rows, columns) product at the nodes of a block."""
    table[block.nodes][block.keep] = dense[block.row, block.column]


def _cosines(
    block: _Block,
    zh: SpanVectors,
    en: SpanVectors,
    tables: dict[tuple[int, int], Floats],
    scale: Scale,
) -> None:
    lengths = range(1, LONGEST + 1)
    zh_rows = np.concatenate([zh.rows(n, block.first, block.last) for n in lengths])
    en_rows = np.concatenate([en.rows(m, block.left, block.right) for m in lengths])
    height, width = block.last - block.first, block.right - block.left
    dense = scale.applied(
        zh_rows @ en_rows.T
    )  # all lengths at once: one large product beats many small
    for (n, m), table in tables.items():
        rows, columns = slice((n - 1) * height, n * height), slice((m - 1) * width, m * width)
        _put(table, block, dense[rows, columns])


def _coverage(
    block: _Block,
    zh: Segments,
    en: Segments,
    tables: tuple[Floats, Floats],
    clauses: tuple[Floats, Floats],
) -> None:
    above, before = min(block.first, 1), min(block.left, 1)  # one more, to compare with
    zh_part = _Part(zh, block.first - above, min(block.last + WIDEST, len(zh)))
    en_part = _Part(en, block.left - before, min(block.right + WIDEST, len(en)))
    if len(zh_part.unit) * len(en_part.unit) > _MOST and not block.is_single:
        for half in block.halves():
            _coverage(half, zh, en, tables, clauses)
        return
    match = zh_part.unit @ en_part.unit.T
    np.maximum(match, 0.0, out=match)
    height, width = block.last - block.first, block.right - block.left
    of_zh = _Covered(zh_part, en_part.best(match.T), (above, height), (before, width))
    of_en = _Covered(en_part, zh_part.best(match), (before, width), (above, height))
    for k in range(WIDEST):
        _put(tables[0][k], block, of_zh.sentences(k))
        _put(tables[1][k], block, of_en.sentences(k).T)
        for kind, (zh_kind, en_kind) in enumerate(zip(of_zh.kinds(k), of_en.kinds(k), strict=True)):
            _put(clauses[0][kind, k], block, zh_kind)
            _put(clauses[1][kind, k], block, en_kind.T)


class _Covered:
    """How much of the clauses of one side the sentences of the other cover."""

    def __init__(
        self, part: _Part, best: Floats, rows: tuple[int, int], columns: tuple[int, int]
    ) -> None:
        lead, self._height = rows
        skip, self._width = columns
        begin = part.clause_first[lead]
        self._first = part.clause_first[lead : lead + self._height] - begin
        end = part.clause_first[lead + self._height]
        weight = part.clause_weight[begin:end, None]
        self._weight = weight
        self._counts = weight / (weight + weight.mean())
        covered = part.weights[begin:end] @ _widened(best)
        covered = covered.reshape(len(covered), WIDEST, len(best))
        self._covered = covered[:, :, skip:]
        self._next_door = np.zeros((len(covered), len(best) - skip + WIDEST + 2), np.float32)
        self._next_door[:, 1 - skip : 1 - skip + len(best)] = covered[:, 0] / weight

    def sentences(self, k: int) -> Floats:
        """Return how much of each sentence the k + 1 others from each on cover."""
        return np.asarray(np.add.reduceat(self._covered[:, k, : self._width], self._first, axis=0))

    def kinds(self, k: int) -> Iterator[Floats]:
        """Yield the tables of `CLAUSE_KINDS`, each (sentences, columns)."""
        width = self._width
        inside = self._covered[:, k, :width] / self._weight
        before = (self._next_door[:, :width] - inside) * self._counts
        behind = (self._next_door[:, k + 2 : k + 2 + width] - inside) * self._counts
        yield np.maximum.reduceat(np.maximum(before, 0), self._first, axis=0)
        yield np.maximum.reduceat(np.maximum(behind, 0), self._first, axis=0)
        worse = np.maximum(before, behind)
        yield np.add.reduceat(np.maximum(worse, 0), self._first, axis=0)
        yield np.minimum.reduceat(inside, self._first, axis=0)
        yield np.maximum.reduceat(worse, self._first, axis=0)


def _widened(best: Floats) -> Floats:
    """Return the best match of each piece in one sentence, in two from there on, and so on.

    `best` is (sentences, pieces); the tables stand side by side, (pieces, lengths x sentences).
    """
    tables = [best]
    for k in range(1, WIDEST):
        wider = tables[-1].copy()
        np.maximum(wider[:-k], best[k:], out=wider[:-k])
        tables.append(wider)
    return np.concatenate(tables).T


class _Part:
    """The pieces of neighbouring sentences, each different piece once."""

    def __init__(self, side: Segments, first: int, last: int) -> None:
        start = side.pieces.start[first : last + 1]
        rows = side.piece_row[start[0] : start[-1]]
        used, self._local = np.unique(rows, return_inverse=True)
        self._start = start - start[0]
        self.unit = side.unit[used]
        begin, end = side.clause_start[first], side.clause_start[last]
        self.clause_first = side.clause_start[first : last + 1] - begin
        self.clause_weight = side.clause_weight[begin:end]
        owner = np.repeat(np.arange(end - begin), np.diff(side.clause_piece[begin : end + 1]))
        self.weights = np.zeros((end - begin, len(used)), np.float32)
        """(clauses, pieces): weight of each piece in each clause."""
        np.add.at(self.weights, (owner, self._local), side.piece_weight[start[0] : start[-1]])

    def best(self, match: Floats) -> Floats:
        """Return the best match of each column of `match` in each sentence, (sentences, columns).

        The rows of `match` are the pieces of this side. Whole rows are compared, which the
        processor does many numbers at a time.
        """
        lengths = np.diff(self._start)
        found = np.zeros((len(lengths), match.shape[1]), np.float32)
        filled = lengths > 0
        if not filled.any():
            return found
        begin = self._start[:-1][filled]
        width = max(1, _SPREAD // len(self._local))
        for left in range(0, match.shape[1], width):
            part = np.ascontiguousarray(match[:, left : left + width])
            best = np.maximum.reduceat(part[self._local], begin, axis=0)
            found[filled, left : left + width] = best
        return found


def _marks(block: _Block, zh: Segments, en: Segments, zh_table: Floats, en_table: Floats) -> None:
    bottom = min(block.last + WIDEST - 1, len(zh))
    right = min(block.right + WIDEST - 1, len(en))
    zh_part, en_part = slice(block.first, bottom), slice(block.left, right)
    zh_asks = _joined(zh.numbers[zh_part], zh.words[zh_part])
    en_asks = en.numbers[en_part]
    row = {mark: k for k, mark in enumerate({m for marks in (*zh_asks, *en_asks) for m in marks})}
    if not row:
        return
    if len(row) * (len(zh_asks) + len(en_asks)) > _MOST and not block.is_single:
        for half in block.halves():
            _marks(half, zh, en, zh_table, en_table)
        return
    zh_all, en_all = _table(zh_asks, row), _table(en_asks, row)
    zh_seen = _table(_joined(zh_asks, zh.weak_numbers[zh_part]), row)
    en_seen = _table(_joined(en_asks, en.weak_numbers[en_part], en.words[en_part]), row)
    for zh_row, en_row, zh_seen_k, en_seen_k in zip(
        zh_table, en_table, _met_by(zh_seen), _met_by(en_seen), strict=True
    ):
        _put(zh_row, block, zh_all @ en_seen_k.T)
        _put(en_row, block, zh_seen_k @ en_all.T)


def _joined(*kinds: list[list[str]]) -> list[list[str]]:
    """Return the marks of each sentence, those of all kinds together."""
    return [[mark for marks in same for mark in marks] for same in zip(*kinds, strict=True)]


def _met_by(single: Floats) -> Iterator[Floats]:
    """Yield what the sentence here holds, then what it holds with the next one, and so on."""
    met = single.copy()
    for k in range(WIDEST):
        if k:
            met[:-k] = np.maximum(met[:-k], single[k:])
        yield met


def _table(sentences: list[list[str]], row: dict[str, int]) -> Floats:
    """Return which sentence (rows) holds which mark (columns)."""
    table = np.zeros((len(sentences), len(row)), np.float32)
    for k, marks in enumerate(sentences):
        for mark in marks:
            if mark in row:
                table[k, row[mark]] = 1.0
    return table
