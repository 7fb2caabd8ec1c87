from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from aligner.alignment.band import Band
from aligner.alignment.coarse import choose_band

Floats = npt.NDArray[np.float32]


def texts(n: int, seed: int, noise: float = 0.9) -> tuple[Floats, Floats]:
    """Return vectors of n sentences and of their translations."""
    rng = np.random.default_rng(seed)
    zh = rng.normal(size=(n, 64))
    en = zh + noise * rng.normal(size=(n, 64))
    return zh.astype(np.float32), en.astype(np.float32)


def held(band: Band, pairs: list[tuple[int, int]]) -> float:
    """Return the share of pairs that the band holds."""
    return sum(bool(band.low[i] <= j < band.high[i]) for i, j in pairs) / len(pairs)


def test_a_short_text_is_looked_at_whole() -> None:
    zh, en = texts(20, 1)
    band = choose_band(zh, en)
    assert band.size == 21 * 21


@pytest.mark.parametrize("n", [300, 1500, 5000])
def test_the_band_holds_the_diagonal_and_stays_narrow(n: int) -> None:
    band = choose_band(*texts(n, 2))
    assert held(band, [(k, k) for k in range(n)]) == 1.0
    assert band.size < 60 * n


def test_a_long_preface_on_one_side_widens_only_its_rows() -> None:
    zh, en = texts(600, 3)
    preface = np.random.default_rng(9).normal(size=(400, 64)).astype(np.float32)
    band = choose_band(zh, np.concatenate([preface, en]))
    assert held(band, [(k, k + 400) for k in range(600)]) == 1.0
    assert band.size < 60 * 600 + 60 * 400


def test_a_missing_chapter_is_bridged() -> None:
    zh, en = texts(2000, 4)
    band = choose_band(zh, np.concatenate([en[:700], en[1100:]]))
    pairs = [(k, k) for k in range(700)] + [(k, k - 400) for k in range(1100, 2000)]
    assert held(band, pairs) == 1.0


def test_texts_that_have_nothing_in_common_do_not_fill_memory() -> None:
    rng = np.random.default_rng(5)
    zh = rng.normal(size=(3000, 64)).astype(np.float32)
    en = rng.normal(size=(4000, 64)).astype(np.float32)
    assert choose_band(zh, en).size < 3_000_000


@pytest.mark.parametrize(("n", "m"), [(1, 4000), (4000, 1), (2, 3000), (3000, 2)])
def test_very_unequal_texts_have_a_band(n: int, m: int) -> None:
    rng = np.random.default_rng(6)
    band = choose_band(
        rng.normal(size=(n, 64)).astype(np.float32), rng.normal(size=(m, 64)).astype(np.float32)
    )
    assert band.rows == n + 1
    assert band.high[-1] == m + 1
    assert band.low[0] == 0
