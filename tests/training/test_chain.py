from __future__ import annotations

import numpy as np
import pytest

from aligner.alignment import NEVER, TYPES, Scores, band_around, posterior
from training.chain import fast_posterior


@pytest.mark.parametrize("seed", range(4))
def test_says_what_the_aligner_says(seed: int) -> None:
    rng = np.random.default_rng(seed)
    band = band_around(np.array([(0, 0), (5, 6), (9, 8), (12, 14)]), 14, 3)
    full = rng.normal(size=(len(TYPES), band.size)).astype(np.float32)
    for kind, (zh, en) in enumerate(TYPES):
        full[kind, band.shifted(zh, en) == band.size] = NEVER
    gaps = []
    for step in ((1, 0), (0, 1)):
        gap = rng.normal(size=(2, band.size)).astype(np.float32)
        gap[:, band.shifted(*step) == band.size] = NEVER
        gaps.append(gap)
    scores = Scores(full, *gaps)
    expected, found = posterior(band, scores), fast_posterior(band, scores)
    assert found.total == pytest.approx(expected.total, abs=1e-4)
    assert np.abs(found.full - expected.full).max() < 1e-5
    assert np.abs(found.omission - expected.omission).max() < 1e-5
    assert np.abs(found.addition - expected.addition).max() < 1e-5
