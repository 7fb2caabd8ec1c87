"""Glossaries of any tool, and ours, to entries: which form a file is in, and who reads it.

The content decides. TBX of both generations, tables with or without a header, workbooks, OmegaT's
own, and translation memories, whose units are taken for terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from aligner.errors import UnusableInput
from aligner.files import Source, container_of, head_text, open_source
from aligner.formats import ColumnChoice, declared_delimiter, packed_suffixes, records_of, unguarded
from aligner.terms.formats.rows import entries_of_rows
from aligner.terms.formats.tables import unquoted
from aligner.terms.formats.utx import is_utx, utx_entries
from aligner.terms.values import Entry

_TBX = re.compile(r"<(?:[\w.-]+:)?(tbx|martif|mtf)[\s>]", re.ASCII)
_DELIMITERS = ("\t", ",", ";", "|")
_SAMPLE = 50
_OMEGAT = "# Glossary in tab-separated format"
"""How the glossaries begin that OmegaT makes: source, target, comment."""


def read_glossary(
    path: str | Path, *, zh_column: str | None = None, en_column: str | None = None
) -> list[Entry]:
    """Return the entries of a glossary; raises `UnusableInput` for a file that holds none.

    `zh_column` and `en_column` say which columns of a table hold the terms, by letter, number or
    name; without them a table in which two columns are as likely is refused.
    """
    path = Path(path)
    choice = ColumnChoice(zh_column, en_column)
    with open_source(path, packed_suffixes()) as source:
        entries = list(_entries(source, choice))
    if not entries:
        raise UnusableInput(f"{path} holds no term in Chinese beside one in English.")
    return entries


def _entries(source: Source, choice: ColumnChoice) -> Iterator[Entry]:
    head = head_text(source.head)
    if _TBX.search(head):
        return _tbx(source)
    if head.startswith("<"):
        return _units(source.path)
    if container_of(source.head) == "zip":
        return _workbook(source, choice)
    if is_utx(head):
        return _utx(source, choice)
    return _table(source, choice)


def _utx(source: Source, choice: ColumnChoice) -> Iterator[Entry]:
    from aligner.files import lines_of

    yield from utx_entries(lines_of(source), source.path, choice)


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


def _workbook(source: Source, choice: ColumnChoice) -> Iterator[Entry]:
    from aligner.formats import read_workbook

    for sheet in read_workbook(source):
        yield from entries_of_rows(sheet, source.path, choice)


def _table(source: Source, choice: ColumnChoice) -> Iterator[Entry]:
    from aligner.files import lines_of

    # A table that begins with a comment may have more; in another one a term begins with the mark.
    mark = "#" if head_text(source.head).startswith("#") else "\0"
    lines = (line for line in lines_of(source) if line.strip() and not line.startswith(mark))
    sample = list(islice(lines, _SAMPLE))
    declared = declared_delimiter(sample[0]) if sample else None
    sample = sample if declared is None else sample[1:]
    delimiter = declared or _delimiter(sample, source.name)
    text = chain(sample, lines)
    is_omegat = head_text(source.head).startswith(_OMEGAT)
    cell = str if is_omegat else unquoted  # OmegaT takes marks for part of the term
    rows = (
        (list(map(cell, line.rstrip("\r\n").split("\t"))) for line in text)
        if delimiter == "\t"
        else ([*map(unguarded, row)] for row in records_of(text, delimiter, source.path))
    )
    yield from entries_of_rows(rows, source.path, choice, is_omegat=is_omegat)


def _delimiter(sample: list[str], name: str) -> str:
    """Return what divides the most lines into two cells or more."""
    order = (",", ";", "\t", "|") if name.lower().endswith(".csv") else _DELIMITERS
    return max(order, key=lambda d: (sum(d in line for line in sample), -order.index(d)))
