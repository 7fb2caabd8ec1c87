from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.memory.differences import difference_runs, marked_differences
from aligner.memory.fuzzy_match import fuzzy_matches, percentage
from aligner.memory.tokens import token_keys
from aligner.unit import Unit
from tests.memory.samples import LAMP, memory_of


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [
        ("燈塔的燈亮了。", "灯塔的灯灭了。", 85),  # 1 of 7
        ("燈塔的燈亮了。", "燈塔亮了。", 71),  # 2 of 7
        ("他有3本書", "他有300本書", 80),  # a number is one token
        ("The lamp was lit.", "The lamp was not lit.", 83),  # 1 of 6
        ("The lamp was lit.", "the LAMP was lit", 80),
        ("燈", "門", 0),
    ],
)
def test_the_percentage_counts_tokens(one: str, other: str, percent: int) -> None:
    assert percentage(token_keys(one), token_keys(other)) == percent
    assert percentage(token_keys(other), token_keys(one)) == percent


def test_exact_is_100_and_nothing_else_is(tmp_path: Path) -> None:
    with memory_of(tmp_path / "m") as memory:
        assert [m.percent for m in memory.fuzzy_matches("灯塔的灯亮了。")] == [100]
        # The same tokens, spaced otherwise, are no exact match of an English text.
        spaced = memory.fuzzy_matches("The keeper closed the door .", language="en")
        assert [m.percent for m in spaced] == [99]


def test_the_closest_come_first(tmp_path: Path) -> None:
    units = [
        Unit("守塔人关上了门。", "a"),
        Unit("守塔人关上窗。", "b"),
        Unit("守塔人打开了门。", "c"),
    ]
    with memory_of(tmp_path / "m", *units) as memory:
        found = memory.fuzzy_matches("守塔人關上了窗。")
        assert [(m.stored.unit.en, m.percent) for m in found] == [("b", 87), ("a", 87), ("c", 62)]
        assert len(memory.fuzzy_matches("守塔人關上了窗。", limit=1)) == 1
        assert [m.percent for m in memory.fuzzy_matches("守塔人關上了窗。", min_percent=80)] == [
            87,
            87,
        ]


def test_a_context_raises_an_exact_match(tmp_path: Path) -> None:
    with memory_of(tmp_path / "m") as memory:
        offers = list(memory.segment_matches([LAMP.zh, "守塔人關上了門。"]))
        assert [offer.percent for offer in offers] == [101, 101]
        offers = list(memory.segment_matches(["别的句子。", "守塔人關上了門。"]))
        assert [offer.percent for offer in offers] == [0, 100]


HAN = st.text(st.sampled_from("天地玄黄宇宙洪荒"), min_size=6, max_size=14)


@settings(max_examples=40)
@given(st.lists(HAN, min_size=1, max_size=15, unique=True), HAN)
def test_no_close_match_is_missed(texts: list[str], query: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        units = [Unit(text, f"number {n}") for n, text in enumerate(texts)]
        with memory_of(Path(folder) / "memory", *units) as memory:
            found = fuzzy_matches(memory._file, query, limit=100, min_percent=60)
            right = {
                text: 100 if text == query else percentage(token_keys(query), token_keys(text))
                for text in texts
            }
            assert {m.stored.unit.zh: m.percent for m in found} == {
                text: percent for text, percent in right.items() if percent >= 60
            }


@pytest.mark.parametrize("text", ["", " ", "。", "字", "a", "\ud800", "天" * 20_000])
def test_any_text_can_be_asked_for(tmp_path: Path, text: str) -> None:
    with memory_of(tmp_path / "m") as memory:
        assert memory.fuzzy_matches(text) == []
        assert memory.fuzzy_matches(text, language="en") == []


def test_an_empty_memory_has_nothing_similar(tmp_path: Path) -> None:
    with memory_of(tmp_path / "m", Unit("", "")) as memory:
        assert memory.fuzzy_matches("燈塔") == []
        assert memory.concordance("燈塔").total == 0


TEXT = st.text(st.sampled_from("燈塔灯。 ab'1\n"), max_size=20)


@given(TEXT, TEXT)
def test_stretches_make_up_both_texts(theirs: str, ours: str) -> None:
    cut = difference_runs(theirs, ours)
    assert "".join(stretch.theirs for stretch in cut).split() == theirs.split()
    assert "".join(stretch.ours for stretch in cut).split() == ours.split()


def test_words_that_differ_are_marked() -> None:
    assert marked_differences("守塔人关上了门。", "守塔人關上窗。") == "守塔人關上[-了门-]{+窗+}。"
    assert (
        marked_differences("The lamp was lit.", "The lamp was not lit.")
        == "The lamp was {+not+} lit."
    )
    assert marked_differences("same", "same") == "same"
    assert marked_differences("", "") == ""
