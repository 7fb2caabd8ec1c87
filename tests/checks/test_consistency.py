"""What only many pairs together show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aligner.checks import Consistency

Seen = list[tuple[int, str, str, tuple[str, ...]]]
"""Place, code and side of findings, and the numbers they name."""


def seen(pairs: list[tuple[str, str]], *, repeated: bool = False) -> Seen:
    ledger = Consistency()
    for zh, en in pairs:
        ledger.add(zh, en)
    findings = ledger.repeated() if repeated else ledger.findings()
    return [(place, finding.code, finding.side, finding.values) for place, finding in findings]


def test_scripts_capitals_and_white_space_make_no_other_text() -> None:
    assert (
        seen([("燈亮了。", "The lamp."), ("灯亮了。", "the  lamp."), (" 灯亮了。", "The lamp.")])
        == []
    )


def test_one_text_for_two_regions_is_no_second_translation() -> None:
    ledger = Consistency()
    for zh, en, code in [
        ("软件。", "Software.", "zh-CN"),
        ("軟體。", "Software.", "zh-TW"),
        ("雨。", "Rain.", "zh-CN"),
        ("雨。", "Rain.", "zh-TW"),
        ("雨。", "It rains.", "zh-HK"),
        ("軟件。", "Software.", "ZH_tw"),
    ]:
        ledger.add(zh, en, code)
    assert [(place, finding.code, finding.side) for place, finding in ledger.findings()] == [
        (5, "two-chinese", "zh")
    ]
    assert list(ledger.repeated()) == []


def test_each_later_text_is_compared_with_the_first() -> None:
    pairs = [("雨。", "Rain."), ("雨。", "It rains."), ("风。", "Rain."), ("雨。", "Rain.")]
    assert seen(pairs) == [(1, "two-english", "en", ("1",)), (2, "two-chinese", "zh", ("1",))]


def test_a_pair_that_lacks_a_text_says_nothing() -> None:
    assert seen([("雨。", ""), ("雨。", "Rain."), ("", "Rain."), (" ", "Rain.")]) == []
    assert seen([("雨。", ""), ("雨。", "")], repeated=True) == []


def test_only_the_same_letters_are_repeated() -> None:
    pairs = [("灯。", "A lamp."), ("燈。", "A lamp."), ("灯。", "a lamp."), ("灯。", "A lamp.")]
    assert seen(pairs, repeated=True) == [(3, "duplicate", "both", ("1",))]


def test_nothing_is_found_in_nothing() -> None:
    assert seen([]) == seen([], repeated=True) == []


SIDES = st.sampled_from(["", "雨。", "风。", "云。"]), st.sampled_from(["", "Rain.", "Wind."])


@given(st.lists(st.tuples(*SIDES), max_size=8))
def test_findings_are_those_of_a_dictionary(pairs: list[tuple[str, str]]) -> None:
    expected: Seen = []
    first_zh: dict[str, int] = {}
    first_en: dict[str, int] = {}
    for place, (zh, en) in enumerate(pairs):
        if not zh or not en:
            continue
        if pairs[first_zh.setdefault(zh, place)][1] != en:
            expected.append((place, "two-english", "en", (str(first_zh[zh] + 1),)))
        if pairs[first_en.setdefault(en, place)][0] != zh:
            expected.append((place, "two-chinese", "zh", (str(first_en[en] + 1),)))
    assert seen(pairs) == expected
