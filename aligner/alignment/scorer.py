"""The scorer: a bead's score is the weighted sum of its features.

The weights are fitted by `training.scorer` and lie in `weights.json`. Scores are worked out a
stretch of rows at a time, so that memory does not grow with the number of features.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band
from aligner.alignment.evidence import NO_SCALE, Scale
from aligner.alignment.features import Table, full_features, gap_features
from aligner.alignment.lattice import NEVER, TYPES, Scores
from aligner.alignment.segments import Segments
from aligner.alignment.stretch import stretch
from aligner.alignment.typical import typical

Weights = Mapping[str, float]

WEIGHTS = Path(__file__).parent.parent / "model" / "weights.json"

_ROWS = 384


@dataclass(frozen=True, slots=True)
class Scorer:
    """The weights of both passes over a text."""

    first: Weights
    """Of the pass that finds out the text's habits."""
    second: Weights
    """Of the pass that counts them in."""
    moved: Weights
    """Of links between omissions and additions."""


@lru_cache(maxsize=1)
def shipped_scorer() -> Scorer:
    """Return the weights inside the package."""
    found = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Scorer(found["first"], found["second"], found["moved"])


def score(
    band: Band,
    zh: Segments,
    en: Segments,
    passes: Sequence[Weights],
    *,
    top: int = 0,
    scale: Scale = NO_SCALE,
    progress: Callable[[int, int], None] | None = None,
) -> list[Scores]:
    """Return the scores of all beads of a band by each of the given weights.

    Habits are not counted in. Row 0 of the band is the Chinese sentence `top`; `progress` is told
    rows done and rows in all.
    """
    usual = typical(zh, en)
    found = [_empty(band.size) for _ in passes]
    for first, last in band.blocks(_ROWS):
        part = stretch(band, first, last, zh, en, usual, top=top, scale=scale)
        shift = int(band.start[part.first_row - top])
        for kind, (n, m) in enumerate(TYPES):
            at, table = full_features(part, n, m)
            for scores, weights in zip(found, passes, strict=True):
                scores.full[kind, at + shift] = _weigh(table, weights, len(at))
        for side in ("zh", "en"):
            at, table = gap_features(part, side)
            for scores, weights in zip(found, passes, strict=True):
                gaps = scores.omission if side == "zh" else scores.addition
                opening = _weigh(table, weights, len(at))
                more = weights["going on"] + weights["going on at an end"] * table["gap at an end"]
                gaps[0, at + shift] = opening
                gaps[1, at + shift] = opening + more
        if progress is not None:
            progress(last, band.rows)
    return found


def _empty(size: int) -> Scores:
    """Return scores for no beads at all."""
    return Scores(
        np.full((len(TYPES), size), NEVER, np.float32),
        np.full((2, size), NEVER, np.float32),
        np.full((2, size), NEVER, np.float32),
    )


def _weigh(table: Table, weights: Weights, size: int) -> npt.NDArray[np.float32]:
    total = np.zeros(size, np.float32)
    for name, values in table.items():
        total += np.float32(weights[name]) * values
    return total
