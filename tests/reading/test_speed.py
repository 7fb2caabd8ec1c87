"""Time grows with the length of a text, whatever is in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.formats.html.read import blocks_of as page_blocks
from aligner.formats.html_remnants import clean
from aligner.reading import read_article
from tests.reading.texts import EN, IN_TURN, ZH, write


@contextmanager
def within(seconds: float) -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < seconds


def test_five_thousand_sentences_a_side_are_read_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, "\n\n".join([IN_TURN] * 1_300))
    read_article(write(tmp_path, IN_TURN, "first.txt"))  # imports
    with within(3):
        assert len(read_article(path).en.sentences) > 5_000


@pytest.mark.parametrize(
    "unit", ["<", "&", "<a ", "<!--", "&#", "<p", "[", "[a](", "**", "`", "_ "]
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.tsv"])
def test_nothing_but_marks_is_read_in_linear_time(tmp_path: Path, unit: str, name: str) -> None:
    path = write(tmp_path, f"{ZH[1]}\n\n{EN[1]}\n\n{unit * 50_000}", name)
    with within(3), suppress(UnusableInput):
        read_article(path)


@pytest.mark.parametrize("line", ["燈", "a", "<", " ", "\t", "- 燈", "燈塔亮了，", "The lamp was"])
def test_many_lines_are_read_in_linear_time(tmp_path: Path, line: str) -> None:
    path = write(tmp_path, f"{ZH[1]}\n\n{EN[1]}\n\n" + f"{line}\n" * 20_000)
    with within(4), suppress(UnusableInput):
        read_article(path)


@pytest.mark.parametrize(
    "read", [lambda: clean("<" * 1_000_000), lambda: page_blocks("<div>" * 20_000 + "燈")]
)
def test_html_remnants_and_nesting_take_no_time(read: Callable[[], object]) -> None:
    with within(4):
        read()
