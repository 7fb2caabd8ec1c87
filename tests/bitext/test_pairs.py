"""Bitexts: what pairs are made of beads, sentence by sentence and paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.alignment import Bead
from aligner.article import Article, Side
from aligner.bitext import Level, Pair, pair_up
from tests.samples import side


def article(zh: Sequence[Sequence[str]], en: Sequence[Sequence[str]]) -> Article:
    return Article(
        zh=side("zh", zh),
        en=side("en", en),
        leftovers=(),
        layout="blocks",
        sources=("a.txt",),
        encodings=("utf-8",),
        script="Hans",
        script_share=1.0,
    )


@st.composite
def aligned(draw: st.DrawFn) -> tuple[Article, list[Bead]]:
    """An article with random paragraph breaks, and random beads over it."""
    shapes = draw(st.lists(st.sampled_from([(1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (3, 2)])))
    beads: list[Bead] = []
    zh = en = 0
    for m, n in shapes:
        confidence = draw(st.floats(0, 1))
        beads.append(Bead(tuple(range(zh, zh + m)), tuple(range(en, en + n)), confidence))
        zh, en = zh + m, en + n

    def paragraphs(count: int, letter: str) -> list[list[str]]:
        found: list[list[str]] = []
        for i in range(count):
            if not found or draw(st.booleans()):
                found.append([])
            found[-1].append(f"{letter}{i}.")
        return found

    return article(paragraphs(zh, "中"), paragraphs(en, "e")), beads


def paragraphs_of(side: Side, indices: Sequence[int]) -> set[int]:
    return {side.sentences[i].paragraph for i in indices}


@pytest.mark.parametrize("level", ["sentence", "paragraph"])
@given(case=aligned())
def test_every_sentence_is_in_exactly_one_pair_in_order(
    level: Level, case: tuple[Article, list[Bead]]
) -> None:
    source, beads = case
    bitext = pair_up(source, beads, model="toy", level=level)
    assert [i for pair in bitext.pairs for i in pair.zh] == list(range(len(source.zh.sentences)))
    assert [j for pair in bitext.pairs for j in pair.en] == list(range(len(source.en.sentences)))
    assert all(0 <= pair.confidence <= 1 for pair in bitext.pairs)
    assert all(pair.zh or pair.en for pair in bitext.pairs)


@given(aligned())
def test_paragraph_pairs_hold_whole_paragraphs_and_break_no_bead(
    case: tuple[Article, list[Bead]],
) -> None:
    source, beads = case
    pairs = pair_up(source, beads, model="toy", level="paragraph").pairs
    for kind in ("zh", "en"):
        half: Side = getattr(source, kind)
        seen = [paragraphs_of(half, getattr(pair, kind)) for pair in pairs]
        assert sum(map(len, seen)) == len(set().union(*seen))
    for bead in beads:
        if bead.zh and bead.en:
            assert any(set(bead.zh) <= set(p.zh) and set(bead.en) <= set(p.en) for p in pairs)


@given(aligned())
def test_a_paragraph_pair_is_no_larger_than_its_links_ask(
    case: tuple[Article, list[Bead]],
) -> None:
    source, beads = case
    for pair in pair_up(source, beads, model="toy", level="paragraph").pairs:
        inside = [bead for bead in beads if bead.zh and bead.en and set(bead.zh) <= set(pair.zh)]
        if not pair.is_full:
            assert not inside
            assert len(paragraphs_of(source.zh, pair.zh) | paragraphs_of(source.en, pair.en)) == 1
            continue
        # No two neighbouring links can be parted without cutting a paragraph.
        for before, after in pairwise(inside):
            shared_zh = paragraphs_of(source.zh, before.zh) & paragraphs_of(source.zh, after.zh)
            shared_en = paragraphs_of(source.en, before.en) & paragraphs_of(source.en, after.en)
            assert shared_zh or shared_en


def test_chinese_joins_with_nothing_and_english_with_a_space() -> None:
    source = article([["雨停了。", "天晴了。"]], [["The rain stopped.", "The sky cleared."]])
    (pair,) = pair_up(source, [Bead((0, 1), (0, 1), 0.9)], model="toy").pairs
    assert pair == Pair(
        (0, 1), (0, 1), "雨停了。天晴了。", "The rain stopped. The sky cleared.", 0.9
    )


def test_a_paragraph_split_in_two_makes_one_pair_with_the_mean_confidence() -> None:
    source = article([["一。", "二。"], ["三。"]], [["One."], ["Two."], ["Three."]])
    beads = [Bead((0,), (0,), 0.5), Bead((1,), (1,), 1.0), Bead((2,), (2,), 0.8)]
    first, second = pair_up(source, beads, model="toy", level="paragraph").pairs
    assert (first.zh, first.en, first.confidence) == ((0, 1), (0, 1), 0.75)
    assert (second.zh, second.en, second.confidence) == ((2,), (2,), 0.8)


def test_an_untranslated_paragraph_stays_an_omission_in_its_place() -> None:
    source = article([["一。"], ["二。", "三。"], ["四。"]], [["One."], ["Four."]])
    beads = [
        Bead((0,), (0,), 1.0),
        Bead((1,), (), 0.6),
        Bead((2,), (), 0.8),
        Bead((3,), (1,), 1.0),
    ]
    pairs = pair_up(source, beads, model="toy", level="paragraph").pairs
    assert [(pair.zh, pair.en) for pair in pairs] == [((0,), (0,)), ((1, 2), ()), ((3,), (1,))]
    assert pairs[1].confidence == pytest.approx(0.7)


@pytest.mark.parametrize(
    "beads",
    [
        [Bead((0,), (0,), 1.0)],
        [Bead((0, 1), (0,), 1.0), Bead((1,), (), 1.0)],
        [Bead((1,), (0,), 1.0), Bead((0,), (), 1.0)],
    ],
)
def test_beads_that_lose_repeat_or_swap_a_sentence_are_refused(beads: list[Bead]) -> None:
    with pytest.raises(ValueError, match="once and in order"):
        pair_up(article([["一。", "二。"]], [["One."]]), beads, model="toy")


def test_only_an_unconfirmed_pair_can_be_doubtful() -> None:
    assert Pair((0,), (0,), "一", "one", 0.4).is_doubtful
    assert not Pair((0,), (0,), "一", "one", 0.4, status="confirmed").is_doubtful
    assert not Pair((0,), (0,), "一", "one", 0.9).is_doubtful
    assert Pair((0,), (0,), "一", "one", 0.9, status="review").is_doubtful


def test_one_chance_in_four_of_being_wrong_is_not_yet_doubtful() -> None:
    assert not Pair((0,), (0,), "一", "one", 0.75).is_doubtful
    assert Pair((0,), (0,), "一", "one", 0.749).is_doubtful
