"""Marks: what two texts share to the letter."""

from __future__ import annotations

from aligner.alignment.marks import latin_words, number_marks


def test_numbers_compare_across_the_scripts() -> None:
    zh = number_marks("二〇二五年8月15日，三成的人，共3.5亿。", "zh")[0]
    en = number_marks("On August 15, 2025, 30% of them, 350 million in all.", "en")[0]
    assert set(zh) == set(en) == {"2025", "month 8", "15", "30%", "350000000"}


def test_a_number_said_twice_is_one_mark() -> None:
    assert number_marks("300人和三百人", "zh")[0] == ["300"]


def test_weak_numbers_stand_apart() -> None:
    assert number_marks("一个人，两只猫", "zh")[0] == []
    assert number_marks("一个人，两只猫", "zh")[1] == ["1", "2"]
    assert number_marks("one man and two cats, 30 in all", "en")[1] == ["1", "2"]


def test_latin_words_lose_their_case_and_width() -> None:
    assert latin_words("ＮＡＴＯ和Nato") == ["nato"]
