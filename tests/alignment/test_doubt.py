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


def test_a_long_text_is_read_where_doubt_is_greatest(monkeypatch: pytest.MonkeyPatch) -> None:
    band = full_band(60, 60)
    diagonal = np.arange(60) * 62
    shares = np.linspace(0.3, 0.8, 60)
    beads = {(int(node), 1, 1): float(s) for node, s in zip(diagonal, shares, strict=True)}
    everything = find_doubt(band, probable(band.size, beads), 60, 60)
    assert everything.nodes.sum() == 60
    monkeypatch.setattr(doubts, "_MOST", 10)
    some = find_doubt(band, probable(band.size, beads), 60, 60)
    assert set(np.flatnonzero(some.nodes)) == set(diagonal[:11])
