"""Workbooks of Excel as rows of cells, whatever the cells mean: units, terms, pairs.

Written and read a row at a time. A cell is text, never a formula, or a figure. A sheet that is full
goes on in a next one; of a workbook that is read, every sheet counts.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from aligner.errors import UnusableInput, UnwritableOutput
from aligner.files import scratch_files

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell

Cell = str | float | int | None
"""Text, a figure, or nothing."""

MOST_ROWS = 1_048_576
LONGEST = 32_767
"""Characters of a cell; Excel calls a workbook with more damaged."""
_LARGEST = 1 << 30
"""Bytes unpacked."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How Excel writes characters that XML forbids, and what looks like that but is text."""


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """How the sheets of a workbook look."""

    header: Sequence[str]
    widths: Sequence[int]
    """Of the columns, in characters."""
    title: str = "Sheet"


def write_workbook(rows: Iterable[Sequence[Cell]], layout: SheetLayout, file: IO[bytes]) -> None:
    """Write rows as a workbook; raises UnwritableOutput for a text that no cell can hold."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet: Any = None
    count = 0
    with scratch_files():  # the rows lie there until the workbook is put together
        try:
            for row in rows:
                if sheet is None or count == MOST_ROWS:
                    sheet, count = _sheet(book, layout), 1
                sheet.append([_cell(sheet, value) for value in row])
                count += 1
            if sheet is None:
                _sheet(book, layout)
            book.save(file)
        finally:
            for made in book.worksheets:  # what they have open, where it came to nothing
                if not made.closed:
                    made.close()


def read_workbook(file: IO[bytes], path: Path) -> Iterator[Iterator[list[str]]]:
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


def _sheet(book: Any, layout: SheetLayout) -> Any:
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(layout.title)
    for number, width in enumerate(layout.widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.append(layout.header)
    return sheet


def _cell(sheet: Any, value: Cell) -> WriteOnlyCell | float | None:
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        return value
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
