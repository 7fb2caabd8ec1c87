"""Where a glossary was not kept, and where a term has several renderings."""

from __future__ import annotations

import random

import pytest

from aligner.terms import Entry, Inconsistency, TextPair, Variant, inconsistencies, mine, mining
from tests.effort import check_proportion

PAIRS: list[TextPair] = [
    ("峰會明天開始。", "The summit begins tomorrow."),
    ("峰会结束了。", "The summits are over."),
    ("峰會失敗了。", "The conference failed."),
    ("疫苗有效。", "The vaccine works."),
]


def kinds(found: list[Inconsistency], kind: str) -> list[Inconsistency]:
    return [one for one in found if one.kind == kind]


def test_a_term_rendered_otherwise_is_found_with_its_place_and_rendering() -> None:
    [one] = kinds(inconsistencies(PAIRS, [Entry("峰會", "summit")]), "otherwise")
    [rendering] = one.renderings
    [use] = rendering.uses
    assert (one.term, one.expected, use.pair) == ("峰會", ("summit",), 2)
    assert PAIRS[2][0][slice(*use.at)] == "峰會"
    assert rendering.text == "conference"
    assert use.rendered_at is not None
    assert PAIRS[2][1][slice(*use.rendered_at)] == "conference"


def test_variants_and_plurals_keep_a_glossary() -> None:
    glossary = [Entry("峰會", "summit", (), (Variant("conference"),))]
    assert not kinds(inconsistencies(PAIRS, glossary), "otherwise")


def test_a_term_with_two_entries_may_be_rendered_by_either() -> None:
    glossary = [Entry("峰會", "summit"), Entry("峰會", "conference")]
    assert not kinds(inconsistencies(PAIRS, glossary), "otherwise")


def test_english_may_be_the_source() -> None:
    glossary = [Entry("高峰會", "summit")]
    [one] = kinds(inconsistencies(PAIRS, glossary, source="en"), "otherwise")
    assert (one.term, one.expected) == ("summit", ("高峰會",))
    assert sorted(use.pair for r in one.renderings for use in r.uses) == [0, 1]


def test_several_renderings_of_a_term_are_found_without_a_glossary() -> None:
    pairs: list[TextPair] = [
        ("碳化硅很貴。", "Silicon carbide is expensive."),
        ("碳化硅很硬。", "Silicon carbide is hard."),
        ("衬底涨价。", "The price of substrates rises."),
        ("隔离很久。", "The quarantine was long."),
        ("隔离结束。", "The isolation is over."),
        ("隔离开始。", "The quarantine begins."),
    ]
    [one] = [o for o in kinds(inconsistencies(pairs), "several") if o.term == "隔离"]
    assert [(r.text, len(r.uses)) for r in one.renderings] == [("quarantine", 2), ("isolation", 1)]


def test_nothing_is_found_in_nothing() -> None:
    assert inconsistencies([], []) == []
    assert inconsistencies([("", "")], [Entry("峰會", "summit")]) == []


def test_time_grows_with_a_unit() -> None:
    """A chapter as one unit: its terms stand in it a thousand times."""
    glossary = [
        Entry(f"峰會{k}", f"summit {k}", (), (Variant(f"meeting {k}", status="forbidden"),))
        for k in range(9)
    ]

    def check(length: int) -> None:
        chance = random.Random(1)
        zh = "".join(f"峰會{chance.randrange(9)}開始，" for _ in range(length // 6))
        en = " ".join(f"the meeting {chance.randrange(9)} began" for _ in range(length // 6))
        inconsistencies([(zh, en)], glossary)

    check_proportion(check, 60_000)


def test_a_term_far_behind_in_a_unit_is_checked_too() -> None:
    zh, en = "海面很平靜，" * 400, "the sea was calm, " * 400
    pairs = [(f"{zh}峰會失敗了。", f"{en}the conference failed.")]
    [one] = kinds(inconsistencies(pairs, [Entry("峰會", "summit")]), "otherwise")
    [rendering] = one.renderings
    assert pairs[0][0][slice(*rendering.uses[0].at)] == "峰會"


def test_pairs_are_linked_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = PAIRS * 5
    whole = mine(pairs)
    monkeypatch.setattr(mining, "_MOST_CELLS", 40)
    parts = mine(pairs)
    assert {entry.zh for entry in whole} == {entry.zh for entry in parts}
    numbers = {example.pair for entry in parts for example in entry.examples}
    assert numbers
    assert all(
        pairs[example.pair] == (example.zh, example.en)
        for entry in parts
        for example in entry.examples
    )


def test_what_is_not_to_be_used_is_told_once_for_each_place() -> None:
    glossary = [Entry("峰會", "summit", (), (Variant("conference", status="forbidden"),))]
    pair = ("峰會前，峰會後。", "Before the conference, after the conference, a conference.")
    [one] = kinds(inconsistencies([pair], glossary), "banned")
    [rendering] = one.renderings
    assert [use.at for use in rendering.uses] == [(0, 2), (4, 6), (4, 6)]
    assert [pair[1][slice(*use.rendered_at or (0, 0))] for use in rendering.uses] == (
        ["conference"] * 3
    )
