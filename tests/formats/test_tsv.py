"""TSV: one pair a line, whatever the texts hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aligner.bitext import Bitext
from aligner.formats import ExportOptions, units_of
from aligner.formats.tables.write_tsv import tsv_text
from tests.samples import HOSTILE, lighthouse, one_pair


def render(bitext: Bitext, min_confidence: float = 0.0) -> str:
    options = ExportOptions(min_confidence=min_confidence)
    return "".join(tsv_text(units_of(bitext, options)))


def test_every_pair_is_a_line_half_empty_ones_too() -> None:
    lines = render(lighthouse()).splitlines()
    assert lines[0] == "zh\ten\tconfidence"
    assert lines[1] == "燈塔亮了。\tThe lamp was lit.\t0.980"
    assert lines[4] == "貓沒有回答。\t\t0.800"
    assert lines[5] == "\tIt was ten past nine.\t0.700"
    assert len(lines) == 7


def test_tabs_and_line_ends_inside_a_cell_become_spaces() -> None:
    _, line, end = render(one_pair("甲\t乙\r\n丙\u2028丁", "a\tb\nc")).split("\n")
    assert (line, end) == ("甲 乙 丙 丁\ta b c\t0.900", "")


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_text_makes_three_cells_that_can_be_encoded(zh: str, en: str) -> None:
    text = render(one_pair(zh, en))
    assert [line.count("\t") for line in text.encode().decode().splitlines()] == [2, 2]


def test_hostile_characters_do_not_reach_a_spreadsheet() -> None:
    assert "\x1b" not in render(one_pair(HOSTILE, "x"))


def test_unsure_pairs_are_left_out() -> None:
    assert len(render(lighthouse(), 0.95).splitlines()) == 3
