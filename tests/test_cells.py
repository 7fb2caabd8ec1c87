"""Cells: what is measured, how lines break, and what never reaches a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.cells import drawable, pad, width, wrap

MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "春眠不覺曉，。」「“”‘’（）()…—、ab cd.,!?%3\u3000\u00a0\"'\u0301\u200d\ufe0f👩💻é"
        ),
        st.characters(),
    ),
    max_size=60,
)


def without_space(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(MIXED, st.integers(2, 30))
def test_lines_never_exceed_the_width(text: str, columns: int) -> None:
    assert all(width(line) <= columns for line in wrap(text, columns))


@given(MIXED, st.integers(2, 30))
def test_lines_joined_give_back_the_text(text: str, columns: int) -> None:
    assert without_space("".join(wrap(text, columns))) == without_space(drawable(text))


@given(st.text(alphabet="山高水長ab 3。，」』“「（1)", max_size=80), st.integers(24, 40))
def test_marks_stay_with_their_words(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    crowded = re.search(r"[。，」』“「（1)ab3 ]{11}", text)
    if not crowded:
        assert not any(line[0] in "。，」』)" for line in lines[1:])
        assert not any(line[-1] in "“「（" for line in lines[:-1])


@given(MIXED)
def test_nothing_that_steers_a_terminal_is_drawn(text: str) -> None:
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", drawable(text))


def test_han_breaks_anywhere_and_latin_words_stay_whole() -> None:
    assert wrap("我們用Sentence Transformers比較句子", 10) == [
        "我們用",
        "Sentence",
        "Transforme",
        "rs比較句子",
    ]


def test_no_full_stop_begins_a_line() -> None:
    assert wrap("一二三四五。六", 10) == ["一二三四", "五。六"]


def test_no_opening_quote_ends_a_line() -> None:
    assert wrap("他低聲說：「走吧。」", 12) == ["他低聲說：", "「走吧。」"]


def test_a_number_and_its_percent_sign_stay_whole() -> None:
    assert wrap("增長了3.5%，高於預期", 10) == ["增長了", "3.5%，高於", "預期"]


def test_an_english_line_breaks_at_spaces() -> None:
    assert wrap("Don’t break “curly” words, ever.", 12) == [
        "Don’t break",
        "“curly”",
        "words, ever.",
    ]


def test_an_address_wider_than_the_column_is_cut_but_keeps_its_full_stop() -> None:
    lines = wrap("見https://example.org/a/very/long/path。", 12)
    assert all(width(line) <= 12 for line in lines)
    assert lines[-1] != "。"


def test_a_run_of_closing_marks_wider_than_the_column_still_fits() -> None:
    assert all(width(line) <= 4 for line in wrap("啊！！！！！！！！", 4))


@pytest.mark.parametrize(
    ("text", "cells"),
    [("中文", 4), ("“a”…—", 5), ("e\u0301", 1), ("ｆｕｌｌ", 8), ("👩\u200d💻", 2), ("", 0)],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_control_characters_are_drawn_as_pictures() -> None:
    assert drawable("a\x1b[31m\tb\x00\x7f\x9b\u202e\ud800") == "a␛[31m b␀␡\ufffd\ufffd\ufffd"


def test_pad_fills_up_to_the_column() -> None:
    assert pad("中", 4) == "中  "
    assert pad("中文", 3) == "中文"


def test_a_column_of_one_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="two cells"):
        wrap("中", 1)
