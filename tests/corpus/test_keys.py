"""Which units are the same, and which are nearly so."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.corpus.keys import NO_LETTERS, exact_key, near_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("灯塔 亮了。", "灯塔\u3000\n亮了。"),
        ("  Café. ", unicodedata.normalize("NFD", "Café.")),
        ("a\tb", "a  b"),
    ],
)
def test_composition_and_white_space_make_no_other_unit(one: str, other: str) -> None:
    assert exact_key(one, "x") == exact_key(other, "x")
    assert exact_key("x", one) == exact_key("x", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("灯塔亮了。", "燈塔亮了。"), ("The lamp", "the lamp"), ("ＡＢ", "AB"), ("灯 塔", "灯塔")],
)
def test_whatever_else_differs_makes_another_unit_that_is_near(one: str, other: str) -> None:
    assert exact_key(one, "x") != exact_key(other, "x")
    assert near_key(one, "x") == near_key(other, "x")
    assert near_key("x", one) == near_key("x", other)


def test_the_two_texts_are_not_run_together() -> None:
    assert exact_key("ab", "c") != exact_key("a", "bc")
    assert near_key("ab", "c") != near_key("a", "bc")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("第12章，灯塔。", "第７章 灯塔"),
        ("“Stop!” he said.", "Stop, he said"),
        ("Page 3 of 9", "PAGE 14 of 20"),
    ],
)
def test_digits_marks_width_and_capitals_are_near(one: str, other: str) -> None:
    assert near_key(one, "same") == near_key(other, "same")


def test_other_letters_are_not_near() -> None:
    assert near_key("灯塔亮了。", "The lamp was lit.") != near_key(
        "灯塔灭了。", "The lamp was lit."
    )


def test_what_has_no_letters_is_near_to_nothing() -> None:
    assert near_key("2019", "2019.") == NO_LETTERS
    assert near_key("2019年", "2019") != NO_LETTERS


@given(st.text(), st.text())
def test_the_same_units_are_near_and_any_text_has_a_key(zh: str, en: str) -> None:
    spaced = f" {zh}\n", f"\t{en}"
    assert exact_key(*spaced) == exact_key(zh, en)
    assert near_key(*spaced) == near_key(zh, en)
    assert near_key("\ud800", en) == near_key("\ud800", en)
