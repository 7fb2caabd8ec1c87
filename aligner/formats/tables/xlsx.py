"""Workbooks of Excel: the columns of the CSV, as text that is never a formula.

Written and read a row at a time. A sheet that is full goes on in a next one; of a workbook that is
read, every sheet with both languages counts.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from aligner.errors import UnusableInput, UnwritableOutput
from aligner.formats.heading import Heading
from aligner.formats.language_codes import Wanted
from aligner.formats.tables.columns import units_of_rows
from aligner.formats.tables.row import cells, header
from aligner.unit import Unit

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell

MOST_ROWS = 1_048_576
LONGEST = 32_767
"""Characters of a cell; Excel calls a workbook with more damaged."""
_LARGEST = 1 << 30
"""Bytes unpacked."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How Excel writes characters that XML forbids, and what looks like that but is text."""
_WIDTHS = {"A": 50, "B": 80, "C": 11, "D": 11, "E": 30}


def save_xlsx(units: Iterable[Unit], heading: Heading, file: IO[bytes]) -> None:
    """Write units as a workbook."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet: Any = None
    rows = 0

    def text(value: str) -> WriteOnlyCell:
        if len(value) > LONGEST:
            raise UnwritableOutput(
                f"A text of {len(value):,} characters is longer than a cell of Excel can hold "
                f"({LONGEST:,}); write .csv or .jsonl instead."
            )
        # Excel has one kind of line end in a cell.
        value = value.replace("\r\n", "\n").replace("\r", "\n")
        cell = WriteOnlyCell(sheet, _ESCAPE.sub("_x005F_", value))
        cell.data_type = "s"  # whatever it begins with
        return cell

    try:
        for unit in units:
            if sheet is None or rows == MOST_ROWS:
                sheet, rows = _sheet(book, heading), 1
            zh, en, confidence, status, note = cells(unit)
            sheet.append([text(zh), text(en), confidence, status, text(note)])
            rows += 1
        if sheet is None:
            _sheet(book, heading)
        book.save(file)
    finally:
        for made in book.worksheets:  # their temporary files, where it came to nothing
            if not made.closed:
                made.close()


def read_xlsx(file: IO[bytes], path: Path, wanted: Wanted) -> Iterator[Unit]:
    """Make units of the rows of a workbook; raises `UnusableInput` for one that is damaged."""
    for rows in rows_of_workbook(file, path):
        yield from units_of_rows(rows, wanted)


def rows_of_workbook(file: IO[bytes], path: Path) -> Iterator[Iterator[list[str]]]:
    """Yield the rows of each sheet, as text; raises `UnusableInput` for a damaged workbook.

    The rows of a sheet are read before the next sheet is asked for.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    damaged = (InvalidFileException, KeyError, ValueError, TypeError, ParseError, IndexError)

    def refusal(error: Exception) -> UnusableInput:
        return UnusableInput(
            f"{path} is no workbook that can be read ({type(error).__name__}); open it in Excel "
            "and save it as .xlsx or .csv again."
        )

    def rows_of(sheet: Any) -> Iterator[list[str]]:
        try:
            for row in sheet.iter_rows(values_only=True):
                yield [_text(value) for value in row]
        except damaged as error:
            raise refusal(error) from None

    _check(file, path)
    try:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        sheets = book.worksheets
    except damaged as error:
        raise refusal(error) from None
    yield from map(rows_of, sheets)


def _sheet(book: Any, heading: Heading) -> Any:
    sheet = book.create_sheet()
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    sheet.append(header(heading))
    return sheet


def _check(file: IO[bytes], path: Path) -> None:
    """Refuse a workbook that is larger than it looks, or wants its XML to be more than it is."""
    with zipfile.ZipFile(file) as archive:
        size = sum(info.file_size for info in archive.infolist())
        if size > _LARGEST:
            raise UnusableInput(
                f"{path} unpacks to {size >> 20:,} MB, more than is read; divide it into parts."
            )
        for info in archive.infolist():
            with archive.open(info) as member:
                if b"<!DOCTYPE" in member.read(1 << 16).replace(b"\0", b""):
                    raise UnusableInput(
                        f"{path} has a document type in {info.filename}, which no workbook needs; "
                        "save it in Excel again."
                    )
    file.seek(0)


def _text(value: Any) -> str:
    return "" if value is None else _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))
