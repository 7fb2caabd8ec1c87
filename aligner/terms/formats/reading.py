"""Glossaries of any tool, and ours, to entries: which form a file is in, and who reads it.

The content decides. TBX of both generations, tables with or without a header, workbooks, OmegaT's
own, and translation memories, whose units are taken for terms.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from aligner.errors import UnusableInput
from aligner.files import Source, container_of, head_text, open_source
from aligner.formats import packed_suffixes, unguarded
from aligner.terms.formats.rows import entries_of_rows
from aligner.terms.formats.utx import is_utx, utx_entries
from aligner.terms.values import Entry

_TBX = re.compile(r"<(?:[\w.-]+:)?(tbx|martif|mtf)[\s>]", re.ASCII)
_DELIMITERS = ("\t", ",", ";", "|")
_SAMPLE = 50


def read_glossary(path: str | Path) -> list[Entry]:
    """Return the entries of a glossary; raises `UnusableInput` for a file that holds none."""
    path = Path(path)
    with open_source(path, packed_suffixes()) as source:
        entries = list(_entries(source))
    if not entries:
        raise UnusableInput(f"{path} holds no term in Chinese beside one in English.")
    return entries


def _entries(source: Source) -> Iterator[Entry]:
    head = head_text(source.head)
    if _TBX.search(head):
        return _tbx(source)
    if head.startswith("<"):
        return _units(source.path)
    if container_of(source.head) == "zip":
        return _workbook(source)
    if is_utx(head):
        return _utx(source)
    return _table(source)


def _utx(source: Source) -> Iterator[Entry]:
    from aligner.files import lines_of

    yield from utx_entries(lines_of(source), source.name)


def _tbx(source: Source) -> Iterator[Entry]:
    from aligner.files import read_xml
    from aligner.terms.formats.tbx_reader import TbxHandler

    yield from read_xml(source, TbxHandler(source.path), None)


def _units(path: Path) -> Iterator[Entry]:
    """Take the units of a memory for terms."""
    from aligner.formats import read_units

    for unit in read_units(path):
        if unit.zh and unit.en:
            yield Entry(unit.zh, unit.en, note=unit.note)


def _workbook(source: Source) -> Iterator[Entry]:
    from aligner.formats import read_workbook

    for sheet in read_workbook(source.stream, source.path):
        yield from entries_of_rows(sheet)


def _table(source: Source) -> Iterator[Entry]:
    from aligner.files import lines_of

    lines = (line for line in lines_of(source) if line.strip() and not line.startswith("#"))
    sample = list(islice(lines, _SAMPLE))
    delimiter = _delimiter(sample, source.name)
    rows = chain(sample, lines)
    if delimiter == "\t":
        yield from entries_of_rows(line.rstrip("\r\n").split("\t") for line in rows)
    else:
        yield from entries_of_rows(_separated(rows, delimiter, source.path))


def _separated(lines: Iterator[str], delimiter: str, path: Path) -> Iterator[list[str]]:
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        for row in reader:
            yield [unguarded(cell) for cell in row]
    except csv.Error as problem:
        raise UnusableInput(
            f"{path} is no table of values (line {reader.line_num}): {problem}."
        ) from None


def _delimiter(sample: list[str], name: str) -> str:
    """Return what divides the most lines into two cells or more."""
    order = (",", ";", "\t", "|") if name.lower().endswith(".csv") else _DELIMITERS
    return max(order, key=lambda d: (sum(d in line for line in sample), -order.index(d)))
