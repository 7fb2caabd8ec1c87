"""Ranks keep pairs in order, and an edit touches few rows."""

from __future__ import annotations

import random
from array import array
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from aligner.bitext import Pair
from aligner.edits import Change, Hunk
from aligner.project.ranks import GAP, first_ranks, renumber
from tests import samples
from tests.project.edits import any_change, confirmed


def rows_after(rows: dict[int, Pair], ranks: array[int], change: Change) -> array[int]:
    """Do to rows what a project does to them; return the ranks afterwards."""
    pairs = tuple(rows[rank] for rank in sorted(rows))
    bitext = change(replace(samples.lighthouse(), pairs=pairs))
    renumbered = renumber(ranks, bitext.pairs, change)
    for rank in renumbered.removed:
        del rows[rank]
    rows.update(renumbered.written)
    assert list(renumbered.ranks) == sorted(rows)
    assert tuple(rows[rank] for rank in sorted(rows)) == bitext.pairs
    return renumbered.ranks


@given(st.integers(0, 2**32), st.sampled_from([1, 2, 3, 50, GAP]))
def test_rows_are_those_of_the_bitext_however_narrow_the_gaps(seed: int, gap: int) -> None:
    chance = random.Random(seed)
    pairs = samples.lighthouse().pairs * 3
    ranks = array("q", range(gap, (len(pairs) + 1) * gap, gap))
    rows = dict(zip(ranks, pairs, strict=True))
    for _ in range(6):
        bitext = replace(samples.lighthouse(), pairs=tuple(rows[rank] for rank in sorted(rows)))
        ranks = rows_after(rows, ranks, any_change(bitext, chance))


def test_a_mark_touches_one_row() -> None:
    bitext = samples.lighthouse()
    change = confirmed(bitext, 2)
    renumbered = renumber(first_ranks(6), change(bitext).pairs, change)
    assert renumbered.removed == []
    assert [rank for rank, _ in renumbered.written] == [3 * GAP]
    assert renumbered.ranks == first_ranks(6)


def test_pairs_that_go_in_one_behind_the_other_seldom_move_their_neighbours() -> None:
    pair = samples.lighthouse().pairs[0]
    ranks = first_ranks(1000)
    rows = dict.fromkeys(ranks, pair)
    written = 0
    for number in range(500):
        new = replace(pair, note=str(number))
        change = Change((Hunk(500, (), (new,)),))
        before = set(rows.items())
        ranks = rows_after(rows, ranks, change)
        written += len(set(rows.items()) - before)
    assert written < 10 * 500


def test_nothing_can_become_something_and_nothing_again() -> None:
    pair = samples.lighthouse().pairs[0]
    rows: dict[int, Pair] = {}
    ranks = rows_after(rows, first_ranks(0), Change((Hunk(0, (), (pair, pair)),)))
    ranks = rows_after(rows, ranks, Change((Hunk(0, (pair, pair), ()),)))
    assert not ranks
    assert not rows
