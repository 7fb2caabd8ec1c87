"""Comma-separated values as Excel opens them with a double click: UTF-8 that says so.

Invariant: what is read from a file of ours is what was written, and no cell is ever a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from aligner.formats.language_codes import PreferredCodes
from aligner.formats.options import ExportOptions
from aligner.formats.tables.columns import units_of_rows
from aligner.formats.tables.row import cells, guarded, header, unguarded
from aligner.formats.tables.separated import records_of
from aligner.unit import Unit


def csv_text(units: Iterable[Unit], options: ExportOptions) -> Iterator[str]:
    """Write units as a table with a header row, a line at a time."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    # Without the mark, Excel takes UTF-8 for the code page of the country.
    yield "\ufeff"
    writer.writerow(header(options))
    for unit in units:
        zh, en, confidence, status, note = cells(unit)
        figure = "" if confidence is None else f"{confidence:.3f}"
        writer.writerow((guarded(zh), guarded(en), figure, status, guarded(note)))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def read_csv(
    lines: Iterable[str], path: Path, preferred: PreferredCodes, *, delimiter: str = ","
) -> Iterator[Unit]:
    """Make units of the lines of a text, with their ends."""
    return units_of_rows(_rows(lines, path, delimiter), preferred, path)


def _rows(lines: Iterable[str], path: Path, delimiter: str) -> Iterator[list[str]]:
    for row in records_of(lines, delimiter, path):
        if row:
            yield [unguarded(cell) for cell in row]
