"""The geometry of the map: every pair has its place, and none goes back."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.alignment import Moved
from aligner.bitext import Bitext
from aligner.bitext.map import AlignmentMap, alignment_map
from aligner.edits import split
from bench.kills import any_edit
from tests.samples import book, lighthouse

SHAPES = st.lists(
    st.tuples(
        st.integers(0, 3), st.integers(0, 3), st.floats(0, 1, allow_nan=False), st.integers(1, 60)
    ).filter(lambda shape: shape[0] + shape[1] > 0),
    max_size=40,
)


def groups(drawn: AlignmentMap) -> list[tuple[int, ...]]:
    """Numbers of the pairs of each mark."""
    return [stroke.numbers for stroke in drawn.strokes] + [bar.numbers for bar in drawn.bars]


def numbers(drawn: AlignmentMap) -> list[int]:
    return sorted(n for group in groups(drawn) for n in group)


def check(bitext: Bitext, drawn: AlignmentMap) -> None:
    assert numbers(drawn) == list(range(1, len(bitext.pairs) + 1))
    zh = en = 0.0
    for stroke in drawn.strokes:
        assert zh <= stroke.zh[0] < stroke.zh[1] <= drawn.zh_length
        assert en <= stroke.en[0] < stroke.en[1] <= drawn.en_length
        zh, en = stroke.zh[1], stroke.en[1]
        assert list(stroke.numbers) == sorted(stroke.numbers)
    for bar in drawn.bars:
        own, other = drawn.zh_length, drawn.en_length
        if bar.side == "en":
            own, other = other, own
        assert 0 <= bar.span[0] < bar.span[1] <= own + 1e-6
        assert 0 <= bar.across <= other


@given(SHAPES)
def test_every_pair_is_drawn_once_and_in_order(shapes: list[tuple[int, int, float, int]]) -> None:
    bitext = book(shapes)
    drawn = alignment_map(bitext)
    check(bitext, drawn)
    assert all(len(group) == 1 for group in groups(drawn))


@given(SHAPES, st.integers(1, 10))
def test_neighbours_drawn_as_one_are_all_counted(
    shapes: list[tuple[int, int, float, int]], bins: int
) -> None:
    bitext = book(shapes)
    drawn = alignment_map(bitext, most=0, bins=bins)
    check(bitext, drawn)
    assert len(drawn.strokes) <= bins + 1
    assert len(drawn.bars) <= 2 * (bins + 1)


@given(st.integers(0, 10_000), st.integers(1, 12))
def test_whatever_a_translator_did_every_pair_is_drawn_once(seed: int, edits: int) -> None:
    """Sentences divided between two pairs and exchanged neighbours once had no map at all."""
    chance = random.Random(seed)
    bitext = lighthouse()
    for _ in range(edits):
        bitext = any_edit(bitext, chance)(bitext)
    drawn = alignment_map(bitext)
    assert numbers(drawn) == list(range(1, len(bitext.pairs) + 1))
    for stroke in drawn.strokes:
        assert 0 <= stroke.zh[0] <= stroke.zh[1] <= drawn.zh_length + 1e-6
        assert 0 <= stroke.en[0] <= stroke.en[1] <= drawn.en_length + 1e-6


def test_the_parts_of_a_divided_sentence_stand_side_by_side() -> None:
    divided = split(lighthouse(), 0, 2, 4)
    strokes = alignment_map(divided(lighthouse())).strokes
    assert strokes[0].zh[1] == pytest.approx(strokes[1].zh[0])
    assert strokes[0].zh[0] < strokes[0].zh[1] < strokes[1].zh[1]


def test_few_pairs_are_never_drawn_as_one() -> None:
    assert not alignment_map(lighthouse(), most=6).is_binned
    assert alignment_map(lighthouse(), most=5).is_binned


def test_texts_that_say_the_same_are_equally_long() -> None:
    drawn = alignment_map(book([(1, 1, 0.9, 10)] * 5))
    assert drawn.zh_length == pytest.approx(drawn.en_length)


def test_an_empty_bitext_and_an_empty_side_have_a_map() -> None:
    assert numbers(alignment_map(book([]))) == []
    preface = alignment_map(book([(1, 0, 0.9, 10)] * 3))
    assert (preface.en_length, len(preface.bars)) == (0.0, 3)


def test_an_omission_and_an_addition_stand_on_their_axes() -> None:
    omission, addition = alignment_map(lighthouse()).bars
    assert (omission.side, omission.numbers) == ("zh", (4,))
    assert (addition.side, addition.numbers) == ("en", (5,))
    assert addition.across == pytest.approx(omission.span[1])


def test_paragraphs_begin_where_their_first_sentence_does() -> None:
    drawn = alignment_map(lighthouse())
    assert drawn.en_paragraphs == (drawn.strokes[2].en[0],)
    assert drawn.zh_paragraphs == (drawn.strokes[2].zh[0],)


@pytest.mark.parametrize("level", ["sentence", "paragraph"])
def test_a_pair_that_somebody_confirmed_is_sure(level: str) -> None:
    bitext = lighthouse(level="paragraph" if level == "paragraph" else "sentence")
    pairs = tuple(replace(pair, status="confirmed") for pair in bitext.pairs)
    assert {stroke.grade for stroke in alignment_map(replace(bitext, pairs=pairs)).strokes} == {
        "sure"
    }


def test_confidence_has_four_grades() -> None:
    drawn = alignment_map(book([(1, 1, c, 9) for c in (0.95, 0.75, 0.5, 0.49)]))
    assert [stroke.grade for stroke in drawn.strokes] == ["sure", "likely", "doubtful", "weak"]
    assert [stroke.is_doubtful for stroke in drawn.strokes] == [False, False, True, True]


def test_moved_text_links_an_omission_and_an_addition() -> None:
    (link,) = alignment_map(replace(lighthouse(), moved=(Moved((3,), (4,), 0.8),))).links
    drawn = alignment_map(lighthouse())
    assert (link.zh, link.en) == (drawn.bars[0].span, drawn.bars[1].span)
    assert link.number == 4


def test_a_divided_sentence_takes_its_length_once() -> None:
    bitext = lighthouse()
    divided = split(bitext, 1, 5, 20)(bitext)
    drawn = alignment_map(divided)
    check(divided, drawn)
    assert drawn.zh_length == alignment_map(bitext).zh_length
    first, second = drawn.strokes[1:3]
    assert first.zh[1] == second.zh[0]
