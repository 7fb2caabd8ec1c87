"""Long files of one thing over and over: read in time that grows as they do, or refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aligner.errors import UnusableInput
from aligner.formats import Raw, read_units
from aligner.terms import read_glossary
from tests.effort import check_proportion
from tests.formats.files import LAMP, tmx

SEG = "<seg>The lamp was lit.</seg>"
XLIFF = '<xliff version="1.2"><file source-language="zh" target-language="en"><body>'
XLIFF_UNIT = "<trans-unit><source>灯</source><target>lamp</target>{}</trans-unit>"
PO = 'msgid "lamp"\nmsgstr "灯"\n'
XLIFF_END = "</body></file></xliff>"

LONG: dict[str, tuple[str, Callable[[int], str]]] = {
    "texts of a language": (".tmx", lambda n: tmx(LAMP.replace(SEG, "<seg>a</seg>" * n))),
    "properties of a text": (
        ".tmx",
        lambda n: tmx(LAMP.replace(SEG, '<prop type="x">a</prop>' * n + SEG)),
    ),
    "notes of a text": (".tmx", lambda n: tmx(LAMP.replace(SEG, "<note>a</note>" * n + SEG))),
    "ends of units in comments": (".tmx", lambda n: tmx(LAMP, "<!-- </tu> -->" * n, LAMP)),
    "tags of a text": (".tmx", lambda n: tmx(LAMP.replace("lamp", "<ph/>a" * n))),
    "plain units": (".tmx", lambda n: tmx(LAMP * (n // 8))),
    "notes in XLIFF": (
        ".xlf",
        lambda n: XLIFF + XLIFF_UNIT.format("<note>n</note>" * n) + XLIFF_END,
    ),
    "tags in XLIFF": (
        ".xlf",
        lambda n: XLIFF + XLIFF_UNIT.format("").replace("lamp", '<x id="1"/>a' * n) + XLIFF_END,
    ),
    "lines of a text in PO": (".po", lambda n: PO + '"a"\n' * n),
    "comments in PO": (".po", lambda n: PO + "# a\n" * n + PO),
    "blank lines in JSON": (".jsonl", lambda n: '{"zh": "灯", "en": "lamp"}\n' + "\n" * n),
    "quotation marks in CSV": (".csv", lambda n: "灯,lamp\n" * 20 + '灯,"' + '""' * n + '"\n'),
    "cells in CSV": (".csv", lambda n: "灯,lamp\n" * 300 + "灯,lamp" + ",a" * n + "\n"),
    "rows of a table": (".tsv", lambda n: "灯\tlamp\n" * n),
}


@pytest.mark.parametrize("name", LONG)
def test_the_effort_for_units_is_in_proportion(tmp_path: Path, name: str) -> None:
    ending, text = LONG[name]
    path = tmp_path / f"a{ending}"

    def read(count: int) -> None:
        path.write_text(text(count), encoding="utf-8")
        assert sum(1 for _ in read_units(path)) > 0

    check_proportion(read, 48_000)


DEEP = {
    "JSON": ("a.jsonl", '{"zh": "灯", "en": "lamp"}\n' + '{"zh":' + "[" * 100_000),
    "objects in JSON": ("a.jsonl", '{"zh":' * 100_000),
    "groups in XLIFF": ("a.xlf", XLIFF + "<group>" * 100_000),
    "elements in TMX": ("a.tmx", tmx("<x>" * 100_000)),
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_deeply_is_refused(tmp_path: Path, name: str) -> None:
    file, text = DEEP[name]
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInput):
        list(read_units(tmp_path / file))


def test_concepts_of_a_glossary_that_are_nested_deeply_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    path.write_text("<tbx><text><body>" + "<conceptEntry>" * 100_000, encoding="utf-8")
    with pytest.raises(UnusableInput, match="deep inside one another"):
        read_glossary(path)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_an_article_of_more_than_a_million_lines_is_refused(end: str) -> None:
    raw = Raw(Path("a.md"), b"lamp" + end.encode() * 1_000_001)
    with pytest.raises(UnusableInput, match=r"a\.md has more than 1,000,000 lines"):
        assert raw.text
