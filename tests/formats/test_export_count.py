"""How many pairs an export will hold: what is said before is what is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aligner.edits import exclude, link
from aligner.errors import UnknownFormat
from aligner.formats import ExportCount, ExportOptions, count_export, write_bitext
from tests.samples import lighthouse


@pytest.mark.parametrize("suffix", [".tmx", ".xliff", ".po", ".csv", ".xlsx", ".jsonl"])
@pytest.mark.parametrize("least", [0.0, 0.75])
@pytest.mark.parametrize("is_linked", [False, True])
def test_what_is_counted_is_what_is_written(
    tmp_path: Path, suffix: str, least: float, is_linked: bool
) -> None:
    bitext = lighthouse()
    bitext = exclude(bitext, 0)(bitext)
    if is_linked:
        bitext = link(bitext, 3, 4)(bitext)
    path, options = tmp_path / f"a{suffix}", ExportOptions(min_confidence=least)
    counted = count_export(bitext, path, options)
    written = write_bitext(bitext, path, options)
    assert written is not None
    assert counted.units == written.units
    assert counted.without_zh + counted.without_en == written.left_out
    assert counted.excluded == 1
    parts = (counted.units, counted.excluded, counted.doubtful, written.left_out)
    assert sum(parts) == len(bitext.pairs) - is_linked


def test_a_memory_that_comes_back_as_it_came_keeps_what_lacks_a_text() -> None:
    counted = count_export(lighthouse(), Path("a.tmx"), ExportOptions(), keeps_halves=True)
    assert counted == ExportCount(6)


def test_a_whole_bitext_has_every_pair() -> None:
    assert count_export(lighthouse(), Path("a.json"), ExportOptions()) == ExportCount(6)


def test_the_source_is_what_a_unit_needs_where_a_translation_may_be_missing() -> None:
    bitext = lighthouse()
    for source, lacking in (
        ("zh", ExportCount(5, without_zh=1)),
        ("en", ExportCount(5, without_en=1)),
    ):
        options = replace(ExportOptions(), source="zh" if source == "zh" else "en")
        assert count_export(bitext, Path("a.po"), options) == lacking


def test_an_ending_that_is_not_known_is_refused() -> None:
    with pytest.raises(UnknownFormat):
        count_export(lighthouse(), Path("a.doc"), ExportOptions())
