"""Records with marks between their cells: read as the standard library does, without its limit."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.errors import UnusableInput
from aligner.formats import ExportOptions, read_units, write_units
from aligner.formats.tables.sample import SAMPLE, characters_of, sample_of
from aligner.formats.tables.separated import LONGEST_RECORD, records_of
from aligner.terms.formats import read_glossary
from aligner.unit import Unit
from tests.effort import check_proportion
from tests.formats.files import saved

PATH = Path("a.csv")
pieces = st.lists(st.sampled_from(['"', '""', ",", ";", "\n", "\r\n", "\r", " ", "a", "灯", "\0"]))


def lines_of(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


@given(pieces.map("".join), st.sampled_from([",", ";", "\t"]))
def test_records_are_those_of_the_standard_library(text: str, delimiter: str) -> None:
    lines = lines_of(text)
    assert list(records_of(lines, delimiter, PATH)) == list(csv.reader(lines, delimiter=delimiter))


@given(st.lists(st.lists(pieces.map("".join), min_size=2), min_size=1))
def test_what_was_written_comes_back(rows: list[list[str]]) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    assert list(records_of(lines_of(buffer.getvalue()), ",", PATH)) == rows


@pytest.mark.parametrize("text", ["海" * 200_000, "sea\n" * 100_000, '"' * 140_000])
def test_a_long_cell_of_ours_comes_back(tmp_path: Path, text: str) -> None:
    before = csv.field_size_limit()
    unit = Unit(f"海{text}.", "The sea.", "zh-TW", "en-US")
    write_units([unit], tmp_path / "a.csv", ExportOptions())
    assert list(read_units(tmp_path / "a.csv")) == [unit]
    assert csv.field_size_limit() == before


@pytest.mark.parametrize("line", ["海,sea\n", "海,sea" * 1000 + "\n"])
def test_a_mark_that_is_never_closed_is_refused(tmp_path: Path, line: str) -> None:
    content = "海,sea\n" * 300 + '海,"sea\n' + line * (2 * LONGEST_RECORD // len(line))
    path = saved(tmp_path, content, "a.csv")
    with pytest.raises(UnusableInput, match="may not be closed"):
        list(read_units(path))
    with pytest.raises(UnusableInput, match="may not be closed"):
        read_glossary(path)


@pytest.mark.parametrize("cell", ['"a', '"', ",", '""'])
def test_the_effort_is_in_proportion(cell: str) -> None:
    def read(count: int) -> None:
        list(records_of(["x" + cell * count + "\n"], ",", PATH))

    check_proportion(read, 200_000)


def test_a_sample_of_long_rows_is_short() -> None:
    rows = iter([["海" * 1_000_000, ""]] * 300)
    assert len(sample_of(rows, characters_of)) == 5
    assert len(sample_of(iter([["海", "sea"]] * 300), characters_of)) == SAMPLE
    assert sample_of(iter(()), characters_of) == []


def test_more_columns_than_a_spreadsheet_has_are_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, "海\tsea" + "\tx" * 20_000 + "\n海\tsea\n" * 300, "a.tsv")
    with pytest.raises(UnusableInput, match=r"more than 16,384 columns"):
        list(read_units(path))
