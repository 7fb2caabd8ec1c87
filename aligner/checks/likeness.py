"""How alike the two texts of each unit are, as the built-in model sees them.

A text is covered as far as the nearest piece of the other text resembles each of its pieces, which
count by the squared length of their vectors. What is usual in a memory is the measure: a
literal translation is covered nearly throughout, a free one by half.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.encoders import Pieces, built_in, unit_vectors

Floats = npt.NDArray[np.float32]

_LONGEST = 2_000  # characters of a text that are looked at; a longer one is no segment
_LEAST = np.float32(1e-6)  # weight of a piece that says nothing
_LAST = 2 / 3  # what stands behind this share of a text is its end
_ENDED = re.compile("[.!?。！？…;；:：][\"'”’」』）》】)\\]\\s]*$")

COSINE, ZH_COVERED, EN_COVERED, RATIO, WEIGHT, ZH_LAST, EN_LAST, ZH_ENDED, EN_ENDED = range(9)
"""The columns of a table of likeness: cosine; shares that are covered; logarithm of the English
weight by the Chinese; logarithm of the lesser weight; shares of the two ends that are covered, less
those of the whole; whether the texts end like sentences."""

GENERAL = np.array([0.6, 0.58, 0.59, -0.06], np.float32)
"""What the first four columns are in an ordinary memory."""
_BELIEF = 24  # units that this stands for
_BAND = 0.12  # how far a memory's own may lie from it: most of a memory may be wrong


@dataclass(frozen=True, slots=True)
class Vectors:
    """Some units in order, Chinese and English."""

    pieces: tuple[Pieces, Pieces]
    unit: tuple[Floats, Floats]
    """(units, width): unit vectors of the texts; zeros for a text without a piece."""

    def cosines(self) -> Floats:
        """Return the cosine of each Chinese text (rows) and each English one (columns)."""
        return np.asarray(self.unit[0] @ self.unit[1].T, dtype=np.float32)


def vectors_of(zh: Sequence[str], en: Sequence[str]) -> Vectors:
    """Return the vectors of units."""
    model = built_in()
    pieces = [model.pieces([text[:_LONGEST] for text in side]) for side in (zh, en)]
    zh_unit, en_unit = (unit_vectors(model.sums(side)) for side in pieces)
    return Vectors((pieces[0], pieces[1]), (zh_unit, en_unit))


def likeness(zh: Sequence[str], en: Sequence[str], vectors: Vectors) -> Floats:
    """Return how alike the two texts of each unit are, (units, columns)."""
    table = np.zeros((len(zh), EN_ENDED + 1), np.float32)
    table[:, COSINE] = np.einsum("ud,ud->u", *vectors.unit)
    for k in range(len(zh)):
        table[k, ZH_COVERED : EN_LAST + 1] = _coverage(vectors, k)
        table[k, ZH_ENDED] = bool(_ENDED.search(zh[k]))
        table[k, EN_ENDED] = bool(_ENDED.search(en[k]))
    return table


def usual(table: Floats) -> Floats:
    """Return the usual values of the first four columns, near the general ones if units are few."""
    own = np.median(table[:, : RATIO + 1], axis=0) if len(table) else GENERAL
    mixed = (len(table) * own + _BELIEF * GENERAL) / (len(table) + _BELIEF)
    return np.asarray(np.clip(mixed, GENERAL - _BAND, GENERAL + _BAND), dtype=np.float32)


def _coverage(vectors: Vectors, k: int) -> tuple[float, ...]:
    (zh_unit, zh_weight), (en_unit, en_weight) = (_pieces(side, k) for side in vectors.pieces)
    if not len(zh_weight) or not len(en_weight):
        return (0.0,) * (EN_LAST - ZH_COVERED + 1)
    match = np.maximum(zh_unit @ en_unit.T, 0.0)
    zh_share, zh_last = _shares(match.max(axis=1), zh_weight)
    en_share, en_last = _shares(match.max(axis=0), en_weight)
    zh_total, en_total = float(zh_weight.sum()), float(en_weight.sum())
    return (
        zh_share,
        en_share,
        float(np.log((en_total + 1) / (zh_total + 1))),
        float(np.log(min(zh_total, en_total) + 1)),
        zh_last - zh_share,
        en_last - en_share,
    )


def _pieces(pieces: Pieces, k: int) -> tuple[Floats, Floats]:
    """Return the unit vectors of a text's pieces, and their weights."""
    rows = built_in().vectors(pieces.ids[pieces.start[k] : pieces.start[k + 1]])
    weight = np.maximum(np.einsum("pd,pd->p", rows, rows), _LEAST)
    return rows / np.sqrt(weight)[:, None], weight


def _shares(match: Floats, weight: Floats) -> tuple[float, float]:
    """Return the shares of a text, and of its end, that are covered."""
    covered = match * weight
    last = np.cumsum(weight) > _LAST * weight.sum()
    whole = float(covered.sum() / weight.sum())
    return whole, float(covered[last].sum() / weight[last].sum()) if last.any() else whole
