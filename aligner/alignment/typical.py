"""How closely a text is translated: the measure that its omissions are judged by.

In a literal translation a sentence that is half covered has no partner; in a free one it has. The
typical coverage is that of sentences by their likeliest partners, over a sample of the text.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.alignment.segments import Segments
from aligner.encoders import unit_vectors

Floats = npt.NDArray[np.float32]

_SAMPLE = 300  # sentences looked at, evenly spread


@dataclass(frozen=True, slots=True)
class Typical:
    """Means over a sample of sentences and their likeliest partners."""

    zh_covered: float = 0.6
    """Share of a Chinese sentence that its partner covers."""
    en_covered: float = 0.6
    """Share of an English sentence that its partner covers."""
    cosine: float = 0.6


def typical_of(zh: Segments, en: Segments) -> Typical:
    """Return how closely two sides are translated."""
    if not len(zh) or not len(en):
        return Typical()
    rows = np.unique(np.linspace(0, len(zh) - 1, _SAMPLE).astype(int))
    cosine = unit_vectors(zh.sums[rows]) @ unit_vectors(en.sums).T
    partner = cosine.argmax(axis=1)
    best = cosine[np.arange(len(rows)), partner]
    good = best >= np.median(best) - 1e-6  # the rest may have no partner at all
    shares = [
        cover_each_other(zh, i, en, j) for i, j in zip(rows[good], partner[good], strict=True)
    ]
    zh_share, en_share = np.mean(shares, axis=0)
    return Typical(float(zh_share), float(en_share), float(best[good].mean()))


def cover_each_other(zh: Segments, i: int, en: Segments, j: int) -> tuple[float, float]:
    """Return the share of each sentence that the other covers."""
    zh_at = slice(zh.pieces.start[i], zh.pieces.start[i + 1])
    en_at = slice(en.pieces.start[j], en.pieces.start[j + 1])
    match = zh.unit[zh.piece_row[zh_at]] @ en.unit[en.piece_row[en_at]].T
    if not match.size:
        return 0.0, 0.0
    match = np.maximum(match, 0.0)
    zh_weight, en_weight = zh.piece_weight[zh_at], en.piece_weight[en_at]
    return (
        float(match.max(axis=1) @ zh_weight / zh_weight.sum()),
        float(match.max(axis=0) @ en_weight / en_weight.sum()),
    )
