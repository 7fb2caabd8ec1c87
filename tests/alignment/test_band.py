from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aligner.alignment.band import Band, band_around, full_band


def test_full_band_numbers_every_node_once() -> None:
    band = full_band(3, 4)
    assert band.size == 20
    nodes = list(zip(band.row.tolist(), band.column.tolist(), strict=True))
    assert nodes == [(i, j) for i in range(4) for j in range(5)]


def test_a_node_outside_is_the_one_behind_the_last() -> None:
    band = Band(np.array([0, 1, 2]), np.array([2, 3, 4]))
    assert band.shifted(1, 0).tolist() == [6, 2, 6, 4, 6, 6]
    assert band.shifted(0, -1).tolist() == [6, 0, 6, 2, 6, 4]


steps = st.lists(st.sampled_from([(1, 1), (1, 0), (0, 1), (2, 1), (1, 3), (0, 5), (5, 0)]))


@given(steps, st.integers(0, 4))
def test_a_band_holds_its_path_and_never_moves_back(
    steps: list[tuple[int, int]], margin: int
) -> None:
    path = np.cumsum([(0, 0), *steps], axis=0)
    last = int(path[-1, 1])
    band = band_around(path, last, margin)
    for i, j in path:
        assert band.low[i] <= j < band.high[i]
    assert (np.diff(band.low) >= 0).all()
    assert (np.diff(band.high) >= 0).all()
    assert band.low[0] == 0
    assert band.high[-1] == last + 1
    assert (band.high <= last + 1).all()


def test_a_band_is_as_wide_as_the_margin_of_each_part_of_its_path() -> None:
    path = np.array([(i, i) for i in range(41)])
    margins = np.where(path[:, 0] < 20, 2, 6)
    band = band_around(path, 40, margins)
    assert (int(band.low[10]), int(band.high[10])) == (6, 15)
    assert (int(band.low[30]), int(band.high[30])) == (18, 41)
    assert (np.diff(band.low) >= 0).all()
    assert (np.diff(band.high) >= 0).all()


def test_a_slice_keeps_columns() -> None:
    band = Band(np.array([0, 1, 2]), np.array([2, 3, 4]))
    part = band.slice(1, 3)
    assert part.column.tolist() == [1, 2, 2, 3]
