"""Units mended: what is done, what is left alone, and that nothing is done twice."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from aligner.formats.fixing import MENDED, Mender
from aligner.unit import Unit
from tests.formats.units import texts, units

LAMP = Unit("灯塔亮了。", "The lamp was lit.", "zh-CN", "en-US")


def mended(*given: Unit) -> tuple[list[Unit], dict[str, int]]:
    mender = Mender()
    left = list(mender.mended(given))
    return left, {name: times for name, times in mender.done.items() if times}


def test_a_sound_unit_is_left_alone() -> None:
    assert mended(LAMP) == ([LAMP], {})


def test_each_fault_is_mended_and_counted() -> None:
    swapped = replace(LAMP, zh="The fog came in.", en="雾来了。")
    left, done = mended(
        replace(LAMP, zh="  灯塔\x07亮了。\u3000"),
        LAMP,
        replace(LAMP, en=" "),
        replace(LAMP, zh="今晚 有雾。", en="Fog tonight."),
        swapped,
    )
    assert left == [
        LAMP,
        replace(LAMP, zh="今晚有雾。", en="Fog tonight."),
        replace(LAMP, zh="雾来了。", en="The fog came in."),
    ]
    assert done == dict.fromkeys(
        ("control", "padding", "duplicate", "empty", "space", "swapped"), 1
    )
    assert set(done) == set(MENDED)


def test_tags_stay_when_a_space_goes_and_move_with_their_text() -> None:
    tagged = replace(
        LAMP, zh="今晚 有雾。", properties=(("zh/seg", '<hi x="1">今晚 有</hi>雾。'), ("x-a", "b"))
    )
    left, _ = mended(tagged)
    assert left[0].properties == (("zh/seg", '<hi x="1">今晚有</hi>雾。'), ("x-a", "b"))
    exchanged = replace(
        LAMP, zh="The fog.", en="雾来了。", properties=(("zh/seg", "The <hi>fog</hi>."),)
    )
    left, _ = mended(exchanged)
    assert left[0].properties == (("en/seg", "The <hi>fog</hi>."),)


def test_the_number_of_a_chapter_stays_apart() -> None:
    chapter = replace(LAMP, zh="第一章 灯塔", en="Chapter one: the lighthouse")
    assert mended(chapter) == ([chapter], {})


@given(st.lists(units(texts, notes=texts), max_size=4))
def test_what_is_mended_needs_no_mending(given: list[Unit]) -> None:
    once, _ = mended(*given)
    again, done = mended(*once)
    assert again == once
    assert done == {}
