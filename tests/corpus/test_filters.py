"""What a corpus leaves out, and for which reason."""

from __future__ import annotations

import pytest

from aligner.corpus import Filters
from aligner.corpus.filters import Reason, has_its_languages, length_ratio, numbers_kept
from aligner.unit import Unit

ALL = Filters(0.5, 2.0, languages=True, min_numbers=0.5)


def test_without_a_filter_whatever_has_both_texts_is_taken() -> None:
    assert Filters().reason_against(Unit("灯", "a very long text " * 9, confidence=0.0)) is None


@pytest.mark.parametrize("unit", [Unit("灯", " "), Unit("\u3000", "lamp"), Unit("", "")])
def test_a_unit_without_a_text_is_left_out(unit: Unit) -> None:
    assert Filters().reason_against(unit) is Reason.ONE_TEXT


def test_what_a_translator_has_excluded_is_left_out() -> None:
    assert Filters().reason_against(Unit("灯", "lamp", status="excluded")) is Reason.EXCLUDED


@pytest.mark.parametrize(
    ("unit", "reason"),
    [
        (Unit("灯塔亮了。", "The lamp was lit.", confidence=0.49), Reason.CONFIDENCE),
        (Unit("灯塔亮了。", "The lamp was lit.", confidence=0.5), None),
        (Unit("灯塔亮了。", "The lamp was lit."), None),
        (Unit("灯塔亮了。", "The lamp was lit.", confidence=0.1, status="confirmed"), None),
        (Unit("灯塔亮了。", "The lamp was lit.", confidence=0.1, status="edited"), None),
        (
            Unit("灯塔亮了。", "The lamp was lit.", confidence=0.1, status="review"),
            Reason.CONFIDENCE,
        ),
        (Unit("The lamp was lit tonight.", "灯塔今晚亮了。"), Reason.LANGUAGE),
        (Unit("灯塔亮了。", "灯塔亮了。"), Reason.LANGUAGE),
        (Unit("灯塔亮了。", "The lamp was lit. " * 9), Reason.LENGTH),
        (Unit("灯塔有 35 米高。", "The lighthouse is 53 metres high."), Reason.NUMBERS),
        (Unit("灯塔有三十五米高。", "The lighthouse is 35 metres high."), None),
    ],
)
def test_each_filter_takes_out_its_own(unit: Unit, reason: Reason | None) -> None:
    assert ALL.reason_against(unit) is reason


@pytest.mark.parametrize(
    ("zh", "en", "is_right"),
    [
        ("灯塔亮了。", "The lamp was lit.", True),
        ("2019", "2019", True),
        ("IBM", "IBM", True),
        ("今夜は霧が出ています。", "There is fog tonight.", False),
        ("灯塔亮了。", "Сегодня вечером туман.", False),
        ("오늘 밤 안개", "There is fog tonight.", False),
        ("灯塔亮了。", "今晚有雾。", False),
    ],
)
def test_languages(zh: str, en: str, is_right: bool) -> None:
    assert has_its_languages(zh, en) is is_right


@pytest.mark.parametrize(
    ("zh", "en", "share"),
    [
        ("灯塔亮了。", "The lamp was lit.", 1.0),
        ("3.5亿人，12月", "350 million people in December", 1.0),
        ("共 14 人，29 岁", "14 people, 28 years old", 0.5),
        ("共 14 人", "29 people", 0.0),
        ("共 14 人", "people", 0.0),
    ],
)
def test_the_share_of_numbers_kept(zh: str, en: str, share: float) -> None:
    assert numbers_kept(zh, en) == pytest.approx(share)


def test_a_length_ratio_is_the_same_both_ways_and_never_below_one() -> None:
    usual = "灯塔亮了，守塔人关上门走下楼梯，海很静。"
    english = "The lamp was lit, the keeper closed the door, and the sea was calm."
    assert 1 <= length_ratio(usual, english) < 1.6
    assert length_ratio(usual * 4, english) > 2.5
    assert length_ratio(usual, english * 4) > 2.5
