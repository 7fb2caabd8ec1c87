"""The map in the terminal: within its width, legible without colour, and in plain signs too."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.alignment import Moved
from aligner.cells import width
from aligner.cli.terminal_map import draw_map
from tests.bitext.test_map import SHAPES
from tests.samples import book, lighthouse


@given(SHAPES, st.integers(24, 200), st.sampled_from(["utf-8", "ascii"]))
def test_lines_stay_within_the_width(
    shapes: list[tuple[int, int, float, int]], columns: int, encoding: str
) -> None:
    lines = list(draw_map(book(shapes), columns, encoding=encoding))
    assert all(width(line) <= columns for line in lines)


def test_a_map_fits_a_window_however_long_the_book() -> None:
    lines = list(draw_map(book([(1, 1, 0.9, 20)] * 3000), 500))
    assert max(width(line) for line in lines) <= 64
    assert len(lines) <= 36


def test_both_texts_are_counted_and_every_mark_explained() -> None:
    bitext = replace(lighthouse(), moved=(Moved((3,), (4,), 0.8),))
    lines = list(draw_map(bitext, 80))
    assert lines[0] == "中 → 5 sentences, EN ↓ 6 sentences"
    assert lines[-1] == "▽ confidence below 75%, ▄ no English, ▐ no Chinese, ◇ moved"
    drawn = "\n".join(lines[1:-1])
    assert all(sign in drawn for sign in "▽▄▐◇")


def test_a_faithful_translation_has_no_legend() -> None:
    lines = list(draw_map(book([(1, 1, 0.99, 20)] * 3), 40))
    assert lines[-1].startswith("└")
    assert not set("▽▄▐◇") & set("".join(lines))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "big5", "no such encoding"])
def test_an_output_without_the_signs_gets_plain_ones(encoding: str) -> None:
    bitext = replace(lighthouse(), moved=(Moved((3,), (4,), 0.8),))
    text = "\n".join(draw_map(bitext, 80, encoding=encoding))
    assert text.isascii()
    assert all(sign in text for sign in "o?=#x")


@given(SHAPES)
def test_colour_changes_nothing_else(shapes: list[tuple[int, int, float, int]]) -> None:
    bitext = book(shapes)
    coloured = "\n".join(draw_map(bitext, 60, colour=True))
    assert re.sub(r"\x1b\[[0-9]*m", "", coloured) == "\n".join(draw_map(bitext, 60))


def test_one_doubtful_pair_does_not_darken_a_whole_book() -> None:
    shapes = [(1, 1, 0.99, 20)] * 2000
    shapes[1000] = (1, 1, 0.2, 20)
    assert "▽" not in "\n".join(list(draw_map(book(shapes), 80))[:-1])
