"""Cells: what is measured, how lines break, and what never reaches a terminal."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size, set_cell_size, split_graphemes
from rich.segment import Segment

from aligner.cells import (
    ambiguous_width,
    column_of,
    drawable,
    offset_at,
    pad,
    set_ambiguous_width,
    width,
    wrap,
    wrap_spans,
)
from aligner.cells.drawing import drawn, is_plain
from tests.effort import check_proportion

MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "春眠不覺曉，。」「“”‘’（）()…—、ab cd.,!?%3\u3000\u00a0\"'\u0301\u200d\ufe0f👩💻é"
            "\t\x1b\u202e\u200b🇹🇼🏽\u0903\u1100\u1161䷀①"
        ),
        st.characters(),
    ),
    max_size=60,
)


@pytest.fixture(params=[1, 2], autouse=True)
def ambiguous(request: pytest.FixtureRequest) -> Iterator[int]:
    """Both kinds of terminals."""
    set_ambiguous_width(request.param)
    yield request.param
    set_ambiguous_width(1)


@pytest.fixture
def narrow() -> None:
    """A terminal that draws ambiguous characters in one cell."""
    set_ambiguous_width(1)


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


def test_an_english_line_breaks_at_spaces(narrow: None) -> None:
    assert wrap("Don’t break “curly” words, ever.", 12) == [
        "Don’t break",
        "“curly”",
        "words, ever.",
    ]


def test_an_address_wider_than_the_column_is_cut_but_keeps_its_full_stop() -> None:
    lines = wrap("見https://example.org/a/very/long/path。", 12)
    assert all(width(line) <= 12 for line in lines)
    assert lines[-1] != "。"


def test_a_word_that_is_cut_keeps_the_marks_that_just_fit() -> None:
    assert wrap("abcd,efgh,", 2) == ["ab", "c", "d,", "ef", "g", "h,"]


def test_a_line_may_end_behind_a_full_width_mark_or_a_dash(narrow: None) -> None:
    assert wrap("走吧，hello。", 7) == ["走吧，", "hello。"]
    assert wrap("走吧——hello。", 7) == ["走吧——", "hello。"]


def test_a_run_of_closing_marks_wider_than_the_column_still_fits() -> None:
    assert all(width(line) <= 4 for line in wrap("啊！！！！！！！！", 4))


@pytest.mark.parametrize(
    ("text", "cells"),
    [("中文", 4), ("abc", 3), ("e\u0301", 1), ("ｆｕｌｌ", 8), ("👩💻", 4), ("", 0)],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_control_characters_are_drawn_as_pictures() -> None:
    assert drawable("a\x1b[31m\tb\x00\x7f\x9b\u202e\ud800") == "a␛[31m b␀␡\ufffd\ufffd\ufffd"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("👩\u200d👧\u200d👦", "👩👧👦"),
        ("☎\ufe0f 👍🏽", "☎ 👍"),
        ("🇹🇼", "TW"),
        ("1\ufe0f\u20e3", "1"),
        ("\u0301a", "◌\u0301a"),
        ("a \u0301", "a ◌\u0301"),
        ("e" + "\u0301" * 9, "e" + "\u0301" * 4),
        ("so\u00adft\u200b\ufeff", "soft"),
        ("\u200f中\u202e", "\ufffd中\ufffd"),
        ("䷀", "\ufffd"),
        ("\U0003fff0", "〓"),
        ("葛\U000e0100", "葛"),
    ],
)
def test_what_terminals_measure_differently_is_drawn_as_they_agree(text: str, shown: str) -> None:
    assert drawable(text) == shown


@given(MIXED)
def test_what_is_drawn_is_as_wide_as_its_characters(text: str) -> None:
    shown = drawable(text)
    assert width(shown) == sum(get_character_cell_size(character) for character in shown)
    assert shown == "".join(drawn(text))
    assert not shown or get_character_cell_size(shown[0]) > 0


def test_every_character_that_counts_as_plain_is_drawn_as_it_is() -> None:
    plain = [chr(code) for code in range(sys.maxunicode + 1) if is_plain(chr(code))]
    assert len(plain) > 80_000
    assert all(drawn(character) == [character] for character in plain)
    assert all(get_character_cell_size(character) > 0 for character in plain)


@given(MIXED, st.integers(2, 30))
def test_lines_know_which_characters_they_show(text: str, columns: int) -> None:
    pictures, lines = drawn(text), wrap_spans(text, columns)
    shown: set[int] = set()
    for line in lines:
        assert not shown & set(range(line.start, line.end))
        shown |= set(range(line.start, line.end))
        assert line.text == "".join(pictures[line.start : line.end])
    assert [line.start for line in lines] == sorted(line.start for line in lines)
    for place, picture in enumerate(pictures):
        assert place in shown or not picture.strip()


@given(MIXED, st.integers(4, 30))
def test_a_cell_leads_back_to_its_character(text: str, columns: int) -> None:
    for line in wrap_spans(text, columns):
        pictures = drawn(text)
        for offset in range(line.start, line.end):
            column = column_of(line, offset)
            assert 0 <= column <= width(line.text)
            if width(pictures[offset]):
                assert offset_at(line, column) == offset
                assert column_of(line, offset + 1) == column + width(pictures[offset])
        assert column_of(line, line.start - 1) == column_of(line, line.start) == 0
        assert column_of(line, line.end + 9) == width(line.text)
        assert offset_at(line, -1) == line.start
        assert offset_at(line, width(line.text)) == line.end


def test_a_caret_stands_where_the_character_is_drawn() -> None:
    text = "\t他說\x1b：👩\u200d💻 ok，好"
    first, second = wrap_spans(text, 12)
    assert (first.text, second.text) == ("他說␛：👩💻", "ok，好")
    assert column_of(first, text.index("👩")) == 7
    assert column_of(first, text.index("💻")) == 9
    assert offset_at(first, 10) == text.index("💻")
    assert (second.start, second.end) == (text.index("o"), len(text))
    assert column_of(second, text.index("好")) == 4


def test_a_page_is_wrapped_while_a_key_is_held_down() -> None:
    def wrap(times: int) -> None:
        text = "每天清晨，漁民出海之前，都會看一眼Clock Tower的鐘。" * times
        lines = wrap_spans(text, 40)
        assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")

    check_proportion(wrap, 10_000)


AMBIGUOUS = "“”‘’…—·①℃×→★─│▽é"


def test_ambiguous_characters_are_as_wide_as_said(ambiguous: int) -> None:
    assert ambiguous_width() == ambiguous
    for character in AMBIGUOUS:
        assert width(character) == get_character_cell_size(character) == ambiguous
    assert width(AMBIGUOUS) == ambiguous * len(AMBIGUOUS)
    assert width("中a☎\ufe0f") == 5
    assert split_graphemes(AMBIGUOUS)[1] == ambiguous * len(AMBIGUOUS)


def test_rich_cuts_and_fills_by_the_same_widths(ambiguous: int) -> None:
    assert set_cell_size("“好”", 4) == ("“好”" if ambiguous == 1 else "“好")
    assert cell_len(set_cell_size("──…", 3)) == 3
    left, right = Segment("é…──").split_cells(2)
    assert (left.cell_length, right.cell_length) == (2, 4 * ambiguous - 2)


def test_a_word_with_a_wide_apostrophe_stays_whole() -> None:
    assert wrap("we don’t know", 7) == ["we", "don’t", "know"]


def test_marks_that_combine_take_no_cell_in_any_terminal() -> None:
    marks = [chr(code) for code in range(0x300, 0x370)]
    assert {unicodedata.east_asian_width(mark) for mark in marks} == {"A"}
    assert all(width("a" + mark) == 1 for mark in marks)


def test_no_other_width_is_taken() -> None:
    with pytest.raises(ValueError, match="one cell or two"):
        set_ambiguous_width(3)  # type: ignore[arg-type]


def test_pad_fills_up_to_the_column() -> None:
    assert pad("中", 4) == "中  "
    assert pad("中文", 3) == "中文"


def test_a_column_of_one_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="two cells"):
        wrap("中", 1)
