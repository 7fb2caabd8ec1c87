"""Write, then read: what a format carries comes back as it was, whatever the texts hold."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.article import Language
from aligner.files.characters import legal, segment
from aligner.formats import ExportOptions, XliffVersion, read_units, write_bitext, write_units
from aligner.formats.inline import read_markup
from aligner.formats.properties import property_name
from aligner.formats.tmx.write import RESERVED
from aligner.unit import Unit
from tests.formats.units import lines, names, segments, texts, units
from tests.samples import one_pair

tmx_values = texts.map(legal).map(lambda text: text.replace("\r\n", "\n").replace("\r", "\n"))
"""XML has one kind of line end."""


def again(written: list[Unit], ending: str, writing: ExportOptions | None = None) -> list[Unit]:
    """What is read after these units were written."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        write_units(iter(written), path, writing or ExportOptions())
        return list(read_units(path))


placed = st.sampled_from(["unit", "zh", "en"])
properties = st.lists(
    st.tuples(
        st.builds(
            property_name,
            st.sampled_from(["unit"]),
            names.filter(lambda name: name not in RESERVED | {"x-status", "x-confidence"}),
        ),
        tmx_values,
    ),
    max_size=3,
).map(tuple)


@settings(max_examples=60)
@given(st.lists(units(properties=properties), min_size=1, max_size=4))
def test_tmx_carries_texts_codes_confidence_status_note_and_properties(found: list[Unit]) -> None:
    assert again(found, ".tmx") == found


@settings(max_examples=60)
@given(st.lists(units(lines), min_size=1, max_size=4))
def test_tsv_carries_texts_and_confidence(found: list[Unit]) -> None:
    assert again(found, ".tsv") == [
        Unit(unit.zh, unit.en, confidence=unit.confidence) for unit in found
    ]


one_code = st.just("zh-TW")


@settings(max_examples=60)
@given(st.lists(units(texts.map(legal), zh_codes=one_code, notes=texts.map(legal)), min_size=1))
def test_csv_carries_texts_confidence_status_and_note(found: list[Unit]) -> None:
    found = [replace(unit, en_code="en-US") for unit in found]
    assert again(found, ".csv") == found


@settings(max_examples=20, deadline=None)
@given(st.lists(units(tmx_values, zh_codes=one_code, notes=tmx_values), min_size=1, max_size=4))
def test_workbooks_carry_texts_confidence_status_and_note(found: list[Unit]) -> None:
    found = [replace(unit, en_code="en-US") for unit in found]
    assert again(found, ".xlsx") == found


xliff_texts = texts.map(legal)
xliff_units = units(
    xliff_texts,
    notes=xliff_texts,
    properties=st.lists(st.tuples(names.map(lambda name: property_name("unit", name)), xliff_texts))
    .map(tuple)
    .filter(lambda said: not any(name.startswith("x-") for name, _ in said)),
)


@pytest.mark.parametrize("source", ["zh", "en"])
@pytest.mark.parametrize("version", ["1.2", "2.1"])
@settings(max_examples=60)
@given(found=st.lists(xliff_units, min_size=1, max_size=4))
def test_xliff_carries_everything(
    version: XliffVersion, source: Language, found: list[Unit]
) -> None:
    writing = ExportOptions(xliff=version, source=source)
    assert again(found, ".xlf", writing) == found


any_text = st.text(st.characters(exclude_categories=()), max_size=8)


@settings(max_examples=60)
@given(
    st.lists(
        units(any_text, notes=any_text, properties=st.lists(st.tuples(texts, texts)).map(tuple)),
        min_size=1,
        max_size=4,
    )
)
def test_json_lines_carry_everything(found: list[Unit]) -> None:
    assert again(found, ".jsonl") == found


def bold(before: str, inside: str, after: str) -> tuple[str, str]:
    """A text with a pair of tags and a place holder in it, and without."""
    pieces = [f"海{before}", inside, f"{after}海"]
    first, middle, last = (escape(text, quote=False) for text in pieces)
    pair = ('<bpt i="1" type="bold">&lt;b&gt;</bpt>', '<ept i="1">&lt;/b&gt;</ept>')
    return f'{first}{pair[0]}{middle}{pair[1]}{last}<ph x="2"/>', "".join(pieces)


@settings(max_examples=40)
@given(segments, segments, segments)
def test_tags_come_back_with_their_text_and_never_change_another(
    before: str, inside: str, after: str
) -> None:
    markup, text = bold(before, inside, after)
    read = read_markup(markup)
    assert read is not None
    assert (read.markup, read.text) == (markup, text)
    unit = Unit(text, "Sea", "zh-CN", "en-US", properties=(("zh/seg", markup),))
    for ending, writing in (
        (".tmx", ExportOptions()),
        (".xlf", ExportOptions()),
        (".xlf", ExportOptions(xliff="2.1")),
        (".jsonl", ExportOptions()),
    ):
        assert again([unit], ending, writing) == [unit]
    edited = replace(unit, zh="海變了")
    (written,) = again([edited], ".tmx")
    assert replace(written, properties=()) == replace(edited, properties=())


@settings(max_examples=150)
@given(texts, texts)
def test_a_bitext_of_any_texts_comes_back_as_its_units(zh: str, en: str) -> None:
    bitext = one_pair(f"海{zh}", f"Sea {en}")
    with tempfile.TemporaryDirectory() as folder:
        write_bitext(bitext, Path(folder) / "a.tmx")
        (unit,) = read_units(Path(folder) / "a.tmx")
    assert (unit.zh, unit.en) == (segment(f"海{zh}"), segment(f"Sea {en}"))
    assert (unit.zh_code, unit.en_code, unit.confidence) == ("zh-TW", "en-US", 0.9)


@pytest.mark.parametrize(
    "name", ["a.tmx", "a.xlf", "a.xliff", "a.po", "a.tsv", "a.csv", "a.xlsx", "a.jsonl"]
)
def test_a_soft_break_is_white_space_in_every_format(tmp_path: Path, name: str) -> None:
    unit = Unit("灯塔\x0b亮了", "lighthouse\x0ckeeper", "zh-CN", "en-US")
    options = ExportOptions(xliff="2.1" if name.endswith("iff") else "1.2")
    write_units([unit], tmp_path / name, options)
    (back,) = read_units(tmp_path / name)
    assert (back.zh.split(), back.en.split()) == (["灯塔", "亮了"], ["lighthouse", "keeper"])
