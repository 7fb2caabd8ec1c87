"""Moved text: an omission here and an addition there that say the same.

Looked for after the monotone alignment, among the sentences it left alone. How probable a link is
follows from how much the two cover of each other, against what is typical of the text, and from
their lengths (logistic regression, fitted by `training.moved`). Links are proposals; they never
change the beads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from aligner.alignment.beads import Bead, Moved
from aligner.alignment.segments import Segments
from aligner.alignment.surface import LENGTH_RATIO
from aligner.alignment.typical import Typical, cover_each_other, typical_of
from aligner.encoders import unit_vectors

LEAST_LINK = 0.75
"""Below this probability a link is not proposed."""

_CANDIDATES = 3  # partners by cosine whose coverage is looked at
_MOST = 4_000  # sentences left alone on a side; a text with more is no translation


def find_moved(
    zh: Segments, en: Segments, beads: Sequence[Bead], weights: Mapping[str, float]
) -> list[Moved]:
    """Return links between omissions and additions, neighbours that moved together as one."""
    omitted = [i for bead in beads if not bead.en for i in bead.zh]
    added = [j for bead in beads if not bead.zh for j in bead.en]
    if not omitted or not added or max(len(omitted), len(added)) > _MOST:
        return []
    typical = typical_of(zh, en)
    cosine = unit_vectors(zh.sums[omitted]) @ unit_vectors(en.sums[added]).T
    sure = np.zeros(cosine.shape)
    few = min(_CANDIDATES, len(added))
    for row, columns in enumerate(np.argpartition(-cosine, few - 1, axis=1)[:, :few]):
        for column in columns:
            values = link_features(zh, omitted[row], en, added[column], typical)
            sure[row, column] = probability(values, weights)
    best = (
        (sure >= sure.max(axis=1, keepdims=True))
        & (sure >= sure.max(axis=0))
        & (sure >= LEAST_LINK)
    )
    links = [(omitted[r], added[c], float(sure[r, c])) for r, c in np.argwhere(best)]
    return _joined(links)


def link_features(zh: Segments, i: int, en: Segments, j: int, typical: Typical) -> dict[str, float]:
    """Return what speaks for a Chinese and an English sentence saying the same."""
    zh_share, en_share = cover_each_other(zh, i, en, j)
    ratio = np.log((en.length[j] + 8) / (zh.length[i] * LENGTH_RATIO + 8))
    return {
        "less covered": min(zh_share / typical.zh_covered, en_share / typical.en_covered),
        "length ratio": abs(float(ratio)),
        "weight": float(np.log1p(min(zh.weight[i], en.weight[j]))),
        "link": 1.0,
    }


def probability(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the probability of a link with such features."""
    total = sum(weights[name] * value for name, value in values.items())
    return float(1 / (1 + np.exp(-np.clip(total, -50, 50))))


def _joined(links: list[tuple[int, int, float]]) -> list[Moved]:
    """Join links whose sentences follow each other on both sides."""
    joined: list[Moved] = []
    for i, j, sure in sorted(links):
        last = joined[-1] if joined else None
        if last is not None and last.zh[-1] == i - 1 and last.en[-1] == j - 1:
            joined[-1] = Moved((*last.zh, i), (*last.en, j), min(last.confidence, sure))
        else:
            joined.append(Moved((i,), (j,), sure))
    return joined


def as_vector(values: Mapping[str, float]) -> npt.NDArray[np.float64]:
    """Return features in the order of their names, as the fit takes them."""
    return np.array([values[name] for name in sorted(values)])
