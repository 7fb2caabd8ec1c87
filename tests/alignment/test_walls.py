"""Walls: no bead crosses them, whatever its meaning; without any nothing changes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner import align_segments
from aligner.alignment.align import chart_of
from aligner.alignment.beads import Bead
from aligner.alignment.chart import Chart
from aligner.alignment.coarse import choose_band
from aligner.alignment.segments import read_segments
from aligner.alignment.walls import choose_walled_band
from aligner.article import Wall
from aligner.encoders.static import built_in
from tests.alignment.test_fixed import EN, ZH
from tests.effort import check_proportion


def charted(walls: tuple[Wall, ...]) -> Chart:
    model = built_in()
    sides = read_segments(ZH, "zh", model), read_segments(EN, "en", model)
    return chart_of(*sides, walls=walls)


def check_sections(beads: list[Bead], walls: tuple[Wall, ...]) -> None:
    """Check that every sentence is in one bead, and each full bead in one section."""
    assert [i for bead in beads for i in bead.zh] == list(range(len(ZH)))
    assert [j for bead in beads for j in bead.en] == list(range(len(EN)))
    for bead in beads:
        if bead.zh and bead.en:
            before = {sum(wall[0] <= i for wall in walls) for i in bead.zh}
            before |= {sum(wall[1] <= j for wall in walls) for j in bead.en}
            assert len(before) == 1, bead
        assert 0.0 <= bead.confidence <= 1.0


places = st.tuples(st.integers(0, len(ZH)), st.integers(0, len(EN)))
some_walls = st.lists(places, max_size=6).map(
    lambda found: tuple(zip(*(sorted(side) for side in zip(*found, strict=True)), strict=True))
)


@settings(max_examples=25, deadline=None)
@given(walls=some_walls)
def test_no_bead_crosses_a_wall(walls: tuple[Wall, ...]) -> None:
    check_sections(charted(walls).beads(), walls)


@settings(max_examples=25, deadline=None)
@given(walls=some_walls, pair=st.tuples(st.integers(0, 9), st.integers(0, 10)))
def test_pairs_settled_by_hand_may_cross_walls_and_the_rest_does_not(
    walls: tuple[Wall, ...], pair: tuple[int, int]
) -> None:
    settled = ((pair[0],), (pair[1],))
    beads = charted(walls).beads([settled])
    assert settled in [(bead.zh, bead.en) for bead in beads]
    rest = [
        part
        for bead in beads
        for part in (
            [bead]
            if (bead.zh, bead.en) != settled
            else [Bead(bead.zh, (), 1.0), Bead((), bead.en, 1.0)]
        )
    ]
    check_sections(rest, walls)


def test_a_wall_parts_what_would_be_one_pair() -> None:
    free = align_segments(["“不多，”他说，“我们慢慢来。”"], EN[5:7]).beads
    assert [(bead.zh, bead.en) for bead in free] == [((0,), (0, 1))]
    walled = align_segments(["“不多，”他说，“我们慢慢来。”"], EN[5:7], walls=[(0, 1)]).beads
    assert [(bead.zh, bead.en) for bead in walled] == [((), (0,)), ((0,), (1,))]


def test_a_section_of_one_pair_is_certain() -> None:
    zh, en = ZH[6:9], EN[7:10]
    beads = align_segments(zh, en, walls=[(1, 1), (2, 2)]).beads
    assert [(bead.zh, bead.en) for bead in beads] == [((n,), (n,)) for n in range(3)]
    assert min(bead.confidence for bead in beads) > 0.99


def test_walls_far_from_what_answers_hold() -> None:
    """A slide whose English stands two slides on stays without English."""
    zh, en = ZH * 12, EN * 12
    wall = (30, 99)
    beads = align_segments(zh, en, walls=[wall]).beads
    for bead in beads:
        if bead.zh and bead.en:
            assert (bead.zh[0] < wall[0]) == (bead.en[0] < wall[1])
            assert (bead.zh[-1] < wall[0]) == (bead.en[-1] < wall[1])


def test_without_walls_the_band_is_that_of_the_whole_text() -> None:
    drawn = np.random.default_rng(5)
    zh, en = (drawn.normal(size=(size, 16)).astype(np.float32) for size in (90, 110))
    walled, plain = choose_walled_band(zh, en, ()), choose_band(zh, en)
    assert (walled.low == plain.low).all()
    assert (walled.high == plain.high).all()


@pytest.mark.parametrize("walls", [[(2, 3), (1, 4)], [(2, 3), (2, 2)], [(11, 1)], [(0, -1)]])
def test_walls_that_stand_nowhere_are_refused(walls: list[Wall]) -> None:
    with pytest.raises(ValueError, match="must rise"):
        align_segments(ZH, EN, walls=walls)


def test_thousands_of_walls_cost_no_more_than_their_sentences() -> None:
    def work(size: int) -> None:
        walls = [(10 * n, 11 * n) for n in range(1, size)]
        beads = align_segments(ZH * size, EN * size, walls=walls).beads
        assert all(a.zh < b.zh for a, b in pairwise(bead for bead in beads if bead.zh))

    check_proportion(work, 240)
