from __future__ import annotations

import numpy as np

from aligner.alignment import read_segments
from aligner.alignment.band import full_band
from aligner.alignment.clause_context import APART, BEFORE, BEHIND, LEAST, ClauseContext
from aligner.encoders import built_in

ZH = ["雨下了整整一夜。", "門開著，可是屋裡沒有人，桌上放著一封信。", "他沒有回來。"]
EN = [
    "It rained all through the night.",
    "The door was open, but there was nobody in the house.",
    "On the table lay a letter.",
    "He did not come back.",
]


def tables(*, read: bool = True) -> ClauseContext:
    zh, en = read_segments(ZH, "zh", built_in()), read_segments(EN, "en", built_in())
    for side in (zh, en):
        side.context.read(np.full(len(side), read))
    return ClauseContext(full_band(3, 4), 0, zh, en)


def node(i: int, j: int) -> int:
    return i * 5 + j


def test_a_clause_that_the_sentence_behind_renders_is_told() -> None:
    found = tables().zh
    here = node(1, 1)
    assert found[BEHIND, 0, here] > 0.1  # 1-1: the letter lies in the next English sentence
    assert found[BEHIND, 1, here] < 0 or found[BEHIND, 1, here] < found[BEHIND, 0, here] / 2
    assert found[LEAST, 1, here] > found[LEAST, 0, here] + 0.1
    assert found[BEFORE, 0, here] < 0.05


def test_a_clause_that_the_sentence_before_renders_is_told() -> None:
    found = tables().zh
    assert found[BEFORE, 0, node(1, 2)] > 0.1
    assert found[APART, 0, node(1, 2)] > found[APART, 1, node(1, 1)]


def test_both_sides_are_told_of() -> None:
    found = tables().en
    assert found[LEAST, 0, node(1, 2)] > 0.3  # the letter, in the Chinese sentence
    assert found[LEAST, 0, node(2, 2)] < found[LEAST, 0, node(1, 2)] - 0.1


def test_what_has_not_been_read_says_nothing() -> None:
    found = tables(read=False)
    assert not found.zh.any()
    assert not found.en.any()
