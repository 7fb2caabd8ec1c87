"""Time grows with the length of a text, whatever is in it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.formats.html.read import blocks_of as page_blocks
from aligner.formats.html_remnants import clean
from aligner.reading import read_article
from tests.effort import check_effort, check_proportion
from tests.reading.texts import EN, IN_TURN, ZH, write


def test_time_grows_with_the_sentences(tmp_path: Path) -> None:
    def read(times: int) -> None:
        path = write(tmp_path, "\n\n".join([IN_TURN] * times))
        assert len(read_article(path).en.sentences) > 3 * times

    check_proportion(read, 400)


@pytest.mark.parametrize(
    "unit", ["<", "&", "<a ", "<!--", "&#", "<p", "[", "[a](", "**", "`", "_ "]
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.tsv"])
def test_nothing_but_marks_is_read_in_linear_time(tmp_path: Path, unit: str, name: str) -> None:
    def read(times: int) -> None:
        path = write(tmp_path, f"{ZH[1]}\n\n{EN[1]}\n\n{unit * times}", name)
        with suppress(UnusableInput):
            read_article(path)

    check_proportion(read, 50_000)


@pytest.mark.parametrize("line", ["燈", "a", "<", " ", "\t", "- 燈", "燈塔亮了，", "The lamp was"])
def test_many_lines_are_read_in_linear_time(tmp_path: Path, line: str) -> None:
    def read(times: int) -> None:
        path = write(tmp_path, f"{ZH[1]}\n\n{EN[1]}\n\n" + f"{line}\n" * times)
        with suppress(UnusableInput):
            read_article(path)

    check_proportion(read, 8_000)


def test_html_remnants_take_no_time() -> None:
    check_proportion(lambda times: clean("<" * times), 1_000_000)


def test_twenty_thousand_elements_within_each_other_are_survived() -> None:
    # lexbor's own time grows with the square of the depth, from a second here.
    check_effort(lambda: page_blocks("<div>" * 20_000 + "燈"), 60)
