from __future__ import annotations

import numpy as np
import pytest

from aligner.alignment import doubt as doubts
from aligner.alignment.band import full_band
from aligner.alignment.doubt import find_doubt
from aligner.alignment.lattice import TYPES, Posterior


def probable(size: int, beads: dict[tuple[int, int, int], float]) -> Posterior:
    """Return a posterior with full beads (node, Chinese, English)."""
    full = np.zeros((len(TYPES), size), np.float32)
    for (node, n, m), share in beads.items():
        full[TYPES.index((n, m)), node] = share
    return Posterior(full, np.zeros((2, size)), np.zeros((2, size)), 0.0)


def test_what_is_certain_is_not_read_again() -> None:
    band = full_band(2, 2)
    found = find_doubt(band, probable(band.size, {(0, 1, 1): 0.999, (4, 1, 1): 0.999}), 2, 2)
    assert not found
    assert not found.zh.any()


def test_a_doubtful_bead_is_read_with_its_neighbours() -> None:
    band = full_band(9, 9)
    node = 4 * 10 + 4
    found = find_doubt(band, probable(band.size, {(node, 1, 1): 0.5, (node, 1, 2): 0.5}), 9, 9)
    assert np.flatnonzero(found.nodes).tolist() == [node]
    assert np.flatnonzero(found.zh).tolist() == [3, 4, 5]
    assert np.flatnonzero(found.en).tolist() == [3, 4, 5, 6]
    assert np.flatnonzero(found.beads(band, 0, 1, 2)).tolist() == [node]
    assert not found.beads(band, 0, 2, 2).any()  # the sentence behind it has not been read


def test_the_ends_of_a_text_have_nothing_beside_them() -> None:
    band = full_band(2, 2)
    found = find_doubt(band, probable(band.size, {(0, 2, 2): 0.6, (0, 1, 1): 0.4}), 2, 2)
    assert found.beads(band, 0, 2, 2)[0]


def test_of_a_long_text_whole_stretches_are_read_those_with_most_doubt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    band = full_band(60, 60)
    beads: dict[tuple[int, int, int], float] = {}
    for row in range(60):  # every tenth is sure, and from one to the next there is more doubt
        node = row * 62
        share = 0.95 if row % 10 == 0 else 0.8 - row // 10 / 20
        beads |= {(node, 1, 1): share, (node, 1, 2): 0.9 - share if row % 10 else 0.0}
    everything = find_doubt(band, probable(band.size, beads), 60, 60)
    assert everything.nodes.sum() == 54
    monkeypatch.setattr(doubts, "_MOST", 20)
    some = find_doubt(band, probable(band.size, beads), 60, 60)
    rows = band.row[some.nodes].tolist()
    assert rows == [*range(41, 50), *range(51, 60)]


def test_a_stretch_without_an_end_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    band = full_band(300, 300)
    beads = {(row * 302, 1, 1): 0.5 for row in range(300)}
    monkeypatch.setattr(doubts, "_MOST", 100)
    some = find_doubt(band, probable(band.size, beads), 300, 300)
    assert 0 < some.nodes.sum() <= 100
