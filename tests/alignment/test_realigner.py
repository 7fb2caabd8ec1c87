"""The aligner at hand: scored once, aligned as often as its pairs are settled."""

from __future__ import annotations

from threading import Thread

import pytest

from aligner.alignment import Bead
from aligner.alignment import realigner as realigning
from aligner.alignment.realigner import Realigner
from aligner.edits import confirm, merge, settled
from aligner.errors import UnusableInput
from tests.samples import lighthouse


def cover(beads: list[Bead]) -> tuple[list[int], list[int]]:
    return [i for bead in beads for i in bead.zh], [j for bead in beads for j in bead.en]


def test_it_is_scored_when_first_needed_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    bitext = lighthouse()
    realigner = Realigner(bitext.article)
    assert not realigner.is_prepared
    beads = realigner.beads([])
    assert realigner.is_prepared
    assert cover(beads) == ([0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5])
    monkeypatch.setattr(realigning, "chart_article", None)  # would be called in vain
    assert realigner.beads([]) == beads


def test_settled_pairs_stay_and_the_rest_is_aligned_around_them() -> None:
    bitext = lighthouse()
    bitext = merge(bitext, 2)(bitext)
    bitext = confirm(bitext, 0)(bitext)
    beads = Realigner(bitext.article).beads(settled(bitext))
    assert ((0,), (0,)) in [(bead.zh, bead.en) for bead in beads]
    assert ((2, 3), (3,)) in [(bead.zh, bead.en) for bead in beads]
    assert cover(beads) == ([0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5])


def test_two_threads_score_it_once() -> None:
    realigner = Realigner(lighthouse().article)
    found: list[list[Bead]] = []
    threads = [Thread(target=lambda: found.append(realigner.beads([]))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(beads == found[0] for beads in found)


def test_a_text_too_long_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(realigning, "MOST", 10)
    realigner = Realigner(lighthouse().article)
    assert not realigner.is_feasible
    with pytest.raises(UnusableInput, match="too many to align again"):
        realigner.beads([])
    assert not realigner.is_prepared
