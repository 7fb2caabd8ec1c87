"""The drawing of pairs: complete, within its width, and legible without colour."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from aligner.cells import drawable, width
from aligner.cli.side_by_side import draw
from tests.samples import lighthouse, one_pair

TEXT = st.text(
    st.one_of(st.sampled_from("海上升明月，。「」 word, 3.5%…\t\x1b\u200d\u0301"), st.characters()),
    min_size=1,
    max_size=80,
)


def plain(lines: list[str]) -> str:
    return re.sub(r"\x1b\[[0-9]*m", "", "\n".join(lines))


@given(TEXT, TEXT, st.integers(44, 160))
def test_lines_stay_within_the_width(zh: str, en: str, columns: int) -> None:
    assert all(width(line) <= columns for line in draw(one_pair(zh, en), columns))


@given(TEXT.filter(lambda text: "│" not in text), st.integers(44, 160))
def test_every_character_is_drawn(zh: str, columns: int) -> None:
    lines = list(draw(one_pair(zh, "x"), columns))
    body = "".join(line[6:].partition(" │")[0] for line in lines if "│" in line[12:])
    assert "".join(drawable(zh).split()) in "".join(body.split())


@given(TEXT, TEXT)
def test_colour_changes_nothing_else(zh: str, en: str) -> None:
    bitext = one_pair(zh, en, confidence=0.3)
    coloured = list(draw(bitext, 80, colour=True))
    assert any("\x1b[33m" in line for line in coloured)
    assert plain(coloured) == "\n".join(draw(bitext, 80))


def test_a_very_narrow_or_wide_terminal_gets_a_legible_page() -> None:
    for columns, drawn in ((10, 44), (1000, 160)):
        widest = max(width(line) for line in draw(lighthouse(), columns))
        assert drawn - 8 <= widest <= drawn


def test_paragraph_edges_are_drawn_on_the_side_that_has_them() -> None:
    edges = [line for line in draw(lighthouse(), 60) if "¶" in line]
    assert [re.findall(r"¶\d+", edge) for edge in edges] == [["¶1", "¶1"], ["¶2", "¶2"]]
    assert "┼" in edges[0]


def test_a_confirmed_pair_is_not_marked() -> None:
    bitext = lighthouse()
    pairs = tuple(replace(pair, status="confirmed") for pair in bitext.pairs)
    assert "▽" not in "\n".join(draw(replace(bitext, pairs=pairs), 80, min_confidence=0.9))


def test_what_was_set_apart_is_wrapped_under_its_label() -> None:
    lines = list(draw(lighthouse(), 80))
    assert lines[-3:] == ["", "Set apart, in no pair:", "  [navigation] 首頁 > 燈塔"]
