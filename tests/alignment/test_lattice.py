"""The lattice against every path written out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.alignment.band import Band, full_band
from aligner.alignment.lattice import NEVER, TYPES, Scores, best_path, posterior

Step = tuple[int, int, int, int]


def random_scores(band: Band, seed: int) -> Scores:
    """Return scores of every bead that the band holds, drawn from a bell curve."""
    rng = np.random.default_rng(seed)
    full = rng.normal(size=(len(TYPES), band.size)).astype(np.float32)
    for kind, (n, m) in enumerate(TYPES):
        full[kind, band.shifted(n, m) == band.size] = NEVER
    gaps = rng.normal(size=(2, 2, band.size)).astype(np.float32)
    gaps[0][:, band.shifted(1, 0) == band.size] = NEVER
    gaps[1][:, band.shifted(0, 1) == band.size] = NEVER
    return Scores(full, gaps[0], gaps[1])


def every_path(band: Band, scores: Scores) -> list[tuple[float, list[Step]]]:
    """Return all paths from the first node to the last, with their scores."""
    rows, columns = band.rows - 1, int(band.high[-1]) - 1
    found: list[tuple[float, list[Step]]] = []

    def node(i: int, j: int) -> int | None:
        inside = i <= rows and band.low[i] <= j < band.high[i]
        return int(band.start[i] + j - band.low[i]) if inside else None

    def walk(i: int, j: int, in_gap: int, score: float, path: list[Step]) -> None:
        here = node(i, j)
        if (i, j) == (rows, columns):
            found.append((score, path))
        for kind, (n, m) in enumerate(TYPES):
            if node(i + n, j + m) is not None:
                step = score + float(scores.full[kind, here])
                walk(i + n, j + m, 0, step, [*path, (i, j, n, m)])
        if node(i + 1, j) is not None:
            step = score + float(scores.omission[in_gap, here])
            walk(i + 1, j, 1, step, [*path, (i, j, 1, 0)])
        if node(i, j + 1) is not None:
            step = score + float(scores.addition[in_gap, here])
            walk(i, j + 1, 1, step, [*path, (i, j, 0, 1)])

    walk(0, 0, 0, 0.0, [])
    return found


BANDS = [
    full_band(1, 1),
    full_band(2, 3),
    full_band(3, 2),
    full_band(0, 2),
    full_band(3, 0),
    Band(np.array([0, 0, 0, 1, 1]), np.array([3, 3, 4, 4, 4])),
]


@pytest.mark.parametrize("band", BANDS)
@given(seed=st.integers(0, 2**31))
@settings(max_examples=12, deadline=None)
def test_best_path_is_the_best_of_all(band: Band, seed: int) -> None:
    scores = random_scores(band, seed)
    paths = every_path(band, scores)
    best = max(score for score, _ in paths)
    found = best_path(band, scores)
    assert next(score for score, path in paths if path == found) == pytest.approx(best)


@pytest.mark.parametrize("band", BANDS)
@given(seed=st.integers(0, 2**31))
@settings(max_examples=8, deadline=None)
def test_posterior_is_the_share_of_all_paths(band: Band, seed: int) -> None:
    scores = random_scores(band, seed)
    paths = every_path(band, scores)
    total = np.logaddexp.reduce([score for score, _ in paths])
    share: dict[Step, float] = {}
    for score, path in paths:
        for step in path:
            share[step] = share.get(step, 0.0) + float(np.exp(score - total))
    probable = posterior(band, scores)
    assert probable.total == pytest.approx(total, abs=1e-4)
    for (i, j, n, m), expected in share.items():
        node = int(band.start[i] + j - band.low[i])
        if n and m:
            found = probable.full[TYPES.index((n, m)), node]
        else:
            found = (probable.omission if n else probable.addition)[:, node].sum()
        assert found == pytest.approx(expected, abs=1e-5)


def test_long_texts_keep_their_precision() -> None:
    band = full_band(400, 400)
    scores = random_scores(band, 3)
    probable = posterior(band, scores)
    zh_mass = probable.omission.sum() + sum(
        n * probable.full[kind].sum() for kind, (n, _) in enumerate(TYPES)
    )
    assert zh_mass == pytest.approx(400, rel=1e-6)
