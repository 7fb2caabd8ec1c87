"""The scorer: a bead's score is the weighted sum of its features.

The weights are fitted by `training.scorer` and lie in `weights.json`. Scores are worked out a
window of rows at a time, so that memory does not grow with the number of features.
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
from aligner.alignment.features import GOING_ON, Table, full_features, gap_features
from aligner.alignment.lattice import NEVER, TYPES, Scores
from aligner.alignment.segments import Segments
from aligner.alignment.threads import one_thread
from aligner.alignment.typical import typical_of
from aligner.alignment.window import Window, window_of

Weights = Mapping[str, float]

WEIGHTS = Path(__file__).parent.parent / "model" / "weights.json"

_ROWS = 384


@dataclass(frozen=True, slots=True)
class Scorer:
    """The weights of both passes over a text."""

    first: Weights
    """Of the pass that finds out the priors of the text."""
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

    Priors are not counted in. Row 0 of the band is the Chinese sentence `top`; `progress` is told
    rows done and rows in all.
    """
    typical = typical_of(zh, en)
    found = [_empty(band.size) for _ in passes]
    with one_thread():
        for first, last in band.blocks(_ROWS):
            window = window_of(band, first, last, zh, en, typical, top=top, scale=scale)
            shift = int(band.start[window.first_row - top])
            _score_window(window, shift, passes, found)
            if progress is not None:
                progress(last, band.rows)
    return found


def _score_window(
    window: Window, shift: int, passes: Sequence[Weights], found: Sequence[Scores]
) -> None:
    """Fill in the scores of the beads of a window whose node 0 is node `shift` of the band."""
    for kind, (n, m) in enumerate(TYPES):
        at, table = full_features(window, n, m)
        for scores, total in zip(found, _weigh(table, passes, len(at)), strict=True):
            scores.full[kind, at + shift] = total
    for side in ("zh", "en"):
        at, table = gap_features(window, side)
        edge = table["gap at an end"]
        opening = _weigh(table, passes, len(at))
        for scores, weights, total in zip(found, passes, opening, strict=True):
            gaps = scores.omission if side == "zh" else scores.addition
            gaps[0, at + shift] = total
            more = weights[GOING_ON[0]] + weights[GOING_ON[1]] * edge
            gaps[1, at + shift] = total + more


def _empty(size: int) -> Scores:
    """Return scores for no beads at all."""
    return Scores(
        np.full((len(TYPES), size), NEVER, np.float32),
        np.full((2, size), NEVER, np.float32),
        np.full((2, size), NEVER, np.float32),
    )


def _weigh(table: Table, passes: Sequence[Weights], size: int) -> npt.NDArray[np.float32]:
    """Return the weighted sums of the features by each of the weights, (passes, beads)."""
    if not size:
        return np.zeros((len(passes), 0), np.float32)
    matrix = np.array([[weights[name] for name in table] for weights in passes], np.float32)
    return np.asarray(matrix @ np.stack(list(table.values())).astype(np.float32, copy=False))
