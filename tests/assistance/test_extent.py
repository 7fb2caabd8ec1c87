"""How much text there is of each language."""

from __future__ import annotations

from dataclasses import replace

from aligner.assistance import Extent, extent_of
from tests.samples import lighthouse, one_pair


def test_han_characters_and_english_words_are_counted_and_marks_are_not() -> None:
    pair = one_pair("「燈塔 2 號亮了。」", "“Lamp no. 2 was lit.”").pairs[0]
    assert extent_of([pair]) == Extent(6, 5)
    assert extent_of([replace(pair, status="excluded")]) == Extent(6, 5)
    assert extent_of([]) == Extent()


def test_counts_of_disjoint_pairs_add_up() -> None:
    pairs = lighthouse().pairs
    parts = extent_of(pairs[:2]) + extent_of(pairs[2:])
    assert parts == extent_of(pairs)
    assert parts - extent_of(pairs[:2]) == extent_of(pairs[2:])
