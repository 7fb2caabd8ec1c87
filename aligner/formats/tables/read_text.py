"""Tables of plain text to units, whatever stands between their columns.

What divides the first lines into a Chinese and an English column is what divides the rest: a tab
first of all, then a comma, a semicolon, a bar.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import PurePath

from aligner.errors import UnusableInput
from aligner.files import Source
from aligner.formats.language_codes import PreferredCodes
from aligner.formats.tables import CSV
from aligner.formats.tables.columns import SAMPLE, find_columns
from aligner.formats.tables.csv_file import read_csv
from aligner.formats.tables.read_tsv import read_tsv
from aligner.script import language_of
from aligner.unit import Unit

_DELIMITERS = (",", ";", "|", "\t")


def read_table(lines: Iterator[str], source: Source, preferred: PreferredCodes) -> Iterator[Unit]:
    """Make units of the lines of a text; raises `UnusableInput` if it has not both languages."""
    sample = list(islice(lines, SAMPLE))
    lines = chain(sample, lines)
    if PurePath(source.name).suffix.lower() not in CSV.suffixes:
        rows = [line.rstrip("\r\n").split("\t") for line in sample]
        if find_columns(rows, preferred):
            return read_tsv(lines, preferred)
    scores = {mark: _score(_divided(sample, mark), preferred) for mark in _DELIMITERS}
    delimiter = max(_DELIMITERS, key=lambda mark: scores[mark])
    if not scores[delimiter]:
        raise UnusableInput(
            f"{source.path} has no column of Chinese beside one of English; a table needs both, "
            "with a tab or a comma between them."
        )
    return read_csv(lines, source.path, preferred, delimiter=delimiter)


def _score(rows: list[list[str]], preferred: PreferredCodes) -> int:
    """Count the rows that have either language where it should be; commas divide English too."""
    columns = find_columns(rows, preferred)
    if columns is None:
        return 0
    units = [unit for row in rows if (unit := columns.unit(row))]
    full = sum(
        language_of(unit.zh) != "en" and language_of(unit.en) != "zh"
        for unit in units
        if unit.zh and unit.en
    )
    # A header that names both languages leaves no doubt.
    return full + (SAMPLE + 1 if columns.has_header else 0)


def _divided(sample: list[str], delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(sample, delimiter=delimiter))
    except csv.Error:
        return []
