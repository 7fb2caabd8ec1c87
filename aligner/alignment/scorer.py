"""The scorer: a bead's score is the weighted sum of its features.

The weights are fitted by `training.scorer` and lie in `weights.json`. Scores are worked out a
stretch of rows at a time, so that memory does not grow with the number of features.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band
from aligner.alignment.evidence import NO_SCALE, Scale
from aligner.alignment.features import Table, full_features, gap_features, stretch
from aligner.alignment.lattice import NEVER, TYPES, Scores
from aligner.alignment.segments import Segments
from aligner.alignment.typical import typical

Weights = Mapping[str, float]

WEIGHTS = Path(__file__).parent.parent / "model" / "weights.json"

_ROWS = 384


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """Return the weights inside the package."""
    weights: Weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return weights


def score(
    band: Band,
    zh: Segments,
    en: Segments,
    weights: Weights,
    *,
    scale: Scale = NO_SCALE,
    progress: Callable[[int, int], None] | None = None,
) -> Scores:
    """Return the scores of all beads of a band; `progress` is told rows done and rows in all."""
    size, usual = band.size, typical(zh, en)
    full = np.full((len(TYPES), size), NEVER, np.float32)
    gaps = {side: np.full((2, size), NEVER, np.float32) for side in ("zh", "en")}
    for first, last in band.blocks(_ROWS):
        part = stretch(band, first, last, zh, en, usual, scale)
        shift = int(band.start[part.first_row])
        for kind, (n, m) in enumerate(TYPES):
            at, table = full_features(part, n, m)
            full[kind, at + shift] = _weigh(table, weights, len(at))
        for side, found in gaps.items():
            at, table = gap_features(part, side)
            opening = _weigh(table, weights, len(at))
            more = weights["going on"] + weights["going on at an end"] * table["gap at an end"]
            found[0, at + shift] = opening
            found[1, at + shift] = opening + more
        if progress is not None:
            progress(last, band.rows)
    return Scores(full, gaps["zh"], gaps["en"])


def _weigh(table: Table, weights: Weights, size: int) -> npt.NDArray[np.float32]:
    total = np.zeros(size, np.float32)
    for name, values in table.items():
        total += np.float32(weights[name]) * values
    return total
