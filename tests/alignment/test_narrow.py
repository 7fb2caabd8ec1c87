from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.alignment.band import Band, full_band
from aligner.alignment.narrow import narrowed


def matching(size: int, *, seed: int = 1) -> np.ndarray:
    """Return sums of sentences that have nothing to do with each other."""
    return np.random.default_rng(seed).normal(size=(size, 48)).astype(np.float32)


def holds(band: Band, row: int, column: int) -> bool:
    return bool(band.low[row] <= column < band.high[row])


def test_what_lies_far_from_the_path_is_left_out() -> None:
    sums = matching(80)
    band = narrowed(full_band(80, 80), sums, sums)
    assert band.size < 81 * 81 / 4
    assert all(holds(band, k, k) for k in range(81))


@pytest.mark.parametrize(("begin", "length"), [(0, 40), (20, 40), (60, 40)])
def test_a_passage_that_one_side_lacks_is_kept(begin: int, length: int) -> None:
    short = matching(60)
    more = np.concatenate([short[:begin], matching(length, seed=2), short[begin:]])
    for zh, en in ((short, more), (more, short)):
        band = narrowed(full_band(len(zh), len(en)), zh, en)
        for k in range(61):
            there = k + length if k > begin else k
            assert holds(band, k, there) if len(zh) < len(en) else holds(band, there, k)


def test_sentences_that_go_together_are_kept_with_all_corners_of_their_bead() -> None:
    en = matching(90)
    zh = en.reshape(30, 3, -1).sum(axis=1)
    band = narrowed(full_band(30, 90), zh, en)
    for k in range(30):
        for row, column in ((k, 3 * k), (k + 1, 3 * k), (k, 3 * k + 3), (k + 1, 3 * k + 3)):
            assert holds(band, row, column)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 5))
def test_the_band_stays_one_that_a_path_can_cross(n_zh: int, n_en: int, seed: int) -> None:
    band = narrowed(full_band(n_zh, n_en), matching(n_zh, seed=seed), matching(n_en, seed=seed + 1))
    assert holds(band, 0, 0)
    assert holds(band, n_zh, n_en)
    assert band.low.min() >= 0
    assert band.high.max() <= n_en + 1
    assert (np.diff(band.low) >= 0).all()
    assert (np.diff(band.high) >= 0).all()
    assert (band.low[1:] < band.high[:-1]).all()  # one can go down from each row to the next
    assert (band.low < band.high).all()
