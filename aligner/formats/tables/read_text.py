"""Tables of plain text to units, whatever stands between their columns.

What divides the first lines into a Chinese and an English column is what divides the rest: a tab
first of all, then a comma, a semicolon, a bar; a first line such as `sep=;` is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePath

from aligner.errors import UnusableInput
from aligner.files import Source
from aligner.formats.language_codes import PreferredCodes
from aligner.formats.tables import CSV
from aligner.formats.tables.csv_file import read_csv
from aligner.formats.tables.head import Rows
from aligner.formats.tables.judge import Sighting, sight
from aligner.formats.tables.places import NoSuchColumn
from aligner.formats.tables.read_tsv import read_tsv
from aligner.formats.tables.sample import SAMPLE, sample_of
from aligner.formats.tables.separated import records_of
from aligner.script import language_of
from aligner.unit import Unit

_DELIMITERS = (",", ";", "|", "\t")
_DECLARED = re.compile(r'\ufeff?"?sep=([^\w\s"]|\t)"?\s*', re.IGNORECASE)
"""How Excel is told what stands between the cells."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the cells of a table of text are divided."""

    delimiter: str
    is_plain: bool = False
    """Whether cells are taken as they are, and a quotation mark is a character."""
    is_declared: bool = False
    """Whether the first line says it, and is none of the table."""


def read_table(lines: Iterator[str], source: Source, preferred: PreferredCodes) -> Iterator[Unit]:
    """Make units of the lines of a text; raises `UnusableInput` if it has not both languages."""
    sample = sample_of(lines, len)
    dialect = dialect_of(sample, source.name, preferred, source.path)
    lines = chain(sample[dialect.is_declared :], lines)
    if dialect.is_plain:
        return read_tsv(lines, source.path, preferred)
    return read_csv(lines, source.path, preferred, delimiter=dialect.delimiter)


def dialect_of(sample: list[str], name: str, preferred: PreferredCodes, path: Path) -> Dialect:
    """Return how the cells of a table are divided, by its first lines and its name.

    Raises `UnusableInput` where nothing divides it into both languages.
    """
    declared = declared_delimiter(sample[0]) if sample else None
    if declared is not None:
        return Dialect(declared, is_declared=True)
    if PurePath(name).suffix.lower() not in CSV.suffixes:
        rows = [line.rstrip("\r\n").split("\t") for line in sample]
        if _seen(rows, preferred, path):
            return Dialect("\t", is_plain=True)
    return Dialect(_best_delimiter(sample, preferred, path))


def declared_delimiter(line: str) -> str | None:
    """Return what a first line says to stand between the cells: `sep=;`."""
    found = _DECLARED.fullmatch(line)
    return found[1] if found else None


def _best_delimiter(sample: list[str], preferred: PreferredCodes, path: Path) -> str:
    divided = {mark: _divided(sample, mark, path) for mark in _DELIMITERS}
    scores = {mark: _score(rows, preferred, path) for mark, rows in divided.items()}
    delimiter = max(_DELIMITERS, key=lambda mark: scores[mark])
    if scores[delimiter]:
        return delimiter
    if preferred.columns.zh or preferred.columns.en:
        # The delimiter that makes most columns shows what the choice can have meant.
        widest = max(_DELIMITERS, key=lambda mark: max(map(len, divided[mark]), default=0))
        sight(divided[widest], preferred, path)
    raise UnusableInput(
        f"{path} has no column of Chinese beside one of English; a table needs both, "
        "with a tab or a comma between them."
    )


def _seen(rows: Rows, preferred: PreferredCodes, path: Path) -> Sighting | None:
    try:
        return sight(rows, preferred, path)
    except NoSuchColumn:
        return None


def _score(rows: Rows, preferred: PreferredCodes, path: Path) -> int:
    """Count the rows that have either language where it should be; commas divide English too."""
    seen = _seen(rows, preferred, path)
    if seen is None:
        return 0
    zh, en = seen.zh[0], seen.en[0]
    full = sum(
        language_of(row[zh]) != "en" and language_of(row[en]) != "zh"
        for row in rows[seen.body :]
        if max(zh, en) < len(row) and row[zh] and row[en]
    )
    # A head that names both languages leaves no doubt.
    return full + (SAMPLE + 1 if seen.is_named else 0)


def _divided(sample: list[str], delimiter: str, path: Path) -> list[list[str]]:
    try:
        return list(records_of(sample, delimiter, path))
    except UnusableInput:
        return []
