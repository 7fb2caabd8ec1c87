"""Units as workbooks of Excel: the columns of the CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from aligner.files import Progress, Source
from aligner.formats.language_codes import PreferredCodes
from aligner.formats.options import ExportOptions
from aligner.formats.tables.columns import units_of_rows
from aligner.formats.tables.places import NoSuchColumn
from aligner.formats.tables.row import cells, header
from aligner.formats.tables.workbook import SheetLayout, read_workbook, write_workbook
from aligner.unit import Unit

_WIDTHS = (50, 80, 11, 11, 30)


def save_xlsx(units: Iterable[Unit], options: ExportOptions, file: IO[bytes]) -> None:
    """Write units as a workbook."""
    write_workbook(map(cells, units), SheetLayout(header(options), _WIDTHS), file)


def read_xlsx(
    source: Source, preferred: PreferredCodes, progress: Progress | None = None
) -> Iterator[Unit]:
    """Make units of the rows of a workbook; raises `UnusableInput` for one that is damaged.

    A sheet without the columns that were chosen is passed over, unless all are.
    """
    missing: NoSuchColumn | None = None
    is_empty = True
    for rows in read_workbook(source, progress):
        try:
            for unit in units_of_rows(rows, preferred, source.path):
                is_empty = False
                yield unit
        except NoSuchColumn as error:
            missing = missing or error
    if missing and is_empty:
        raise missing
