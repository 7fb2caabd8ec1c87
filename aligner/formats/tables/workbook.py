"""Workbooks of Excel as rows of cells, whatever the cells mean: units, terms, pairs.

Written and read a row at a time. A cell is text, never a formula, or a figure. A sheet that is full
goes on in a next one; of a workbook that is read, every sheet counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from aligner.errors import UnwritableOutput
from aligner.files import Progress, Source, scratch_files
from aligner.formats.tables.figures import Figures, StylesHandler
from aligner.formats.tables.package import LARGEST, Package
from aligner.formats.tables.shared_strings import SharedStrings, SharedStringsHandler, unescaped
from aligner.formats.tables.sheet import CellTexts, SheetHandler

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell


class MarkedText(NamedTuple):
    """A text of which the middle part is written in bold, underlined and red."""

    before: str
    place: str
    behind: str


Cell = str | MarkedText | float | int | None
"""Text, a figure, or nothing."""

MOST_ROWS = 1_048_576
LONGEST = 32_767
"""Characters of a cell; Excel calls a workbook with more damaged."""
_LIKE_ESCAPES = re.compile("(?<=_)(?=x[0-9A-Fa-f]{4}_)")
"""Where a text looks as if Excel had written a character that XML forbids."""


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


def read_workbook(
    source: Source, progress: Progress | None = None
) -> Iterator[Iterator[list[str]]]:
    """Yield the rows of each sheet, as text; raises `UnusableInput` for a damaged workbook.

    The rows of a sheet are read before the next sheet is asked for; a row ends with its last text,
    and rows without any are left out.
    """
    workbook = Sheets(Package(source.stream, source.path), LARGEST)
    for sheet in workbook.contents.sheets:
        yield workbook.rows(sheet, progress)


class Sheets:
    """What the sheets of a workbook say, and what its cells have in common."""

    # Not openpyxl: it makes every cell that a sheet says it has, which in 2 KB may be 17 billion,
    # and holds all shared texts twice; one of 900 MB took 1.9 GB (tests/formats/test_workbooks.py).

    def __init__(self, package: Package, most_characters: int) -> None:
        self._package = package
        self.contents = contents = package.contents()
        strings = SharedStrings(package.path)
        handler = SharedStringsHandler(package.path)
        for text in package.read(contents.strings, handler, "text"):
            strings.add(text)
        self._rich = handler.rich
        formats = package.read(contents.styles, StylesHandler(package.path), "style")
        figures = Figures(formats, since_1904=contents.since_1904)
        self._texts = CellTexts(package.path, strings, figures, most_characters)

    @property
    def formulas_without_value(self) -> int:
        """How many formulas have been read whose value the file does not hold."""
        return self._texts.without_value

    def text(self, kind: str, style: str, value: str) -> str:
        """Return what a cell shows whose `v` holds a value; raises `ValueError` for nonsense."""
        (text,) = self._texts.row([self._texts.shown(kind, style, value)])
        return unescaped(text)

    def is_rich(self, number: int) -> bool:
        """Return whether a text that is kept for all sheets has more to it than characters."""
        return bool(self._rich[number])

    def rows(self, sheet: str, progress: Progress | None = None) -> Iterator[list[str]]:
        """Yield the rows of a sheet that hold something; raises `UnusableInput`."""
        handler = SheetHandler(self._texts)
        for row in self._package.read(sheet, handler, "row", progress):
            if row is None:  # the rest is how the sheet looks
                return
            if row:
                yield self._texts.row(row)


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
    from openpyxl.cell.rich_text import CellRichText

    if isinstance(value, MarkedText):
        length, runs = sum(map(len, value)), _marked_runs(value)
    elif isinstance(value, str):
        length, runs = len(value), _runs(value)
    else:
        return value
    if length > LONGEST:
        raise UnwritableOutput(
            f"A text of {length:,} characters is longer than a cell of Excel can hold "
            f"({LONGEST:,}); write .csv or .jsonl instead."
        )
    is_plain = isinstance(value, str) and len(runs) == 1
    cell = WriteOnlyCell(sheet, runs[0] if is_plain else CellRichText(runs))
    cell.data_type = "s"  # whatever it begins with
    return cell


def _runs(text: str) -> list[Any]:
    """Return a text in the parts that a cell has to hold apart."""
    # Excel has one kind of line end in a cell.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Divided, `_x0041_` is no escape. Excel has an escape for escapes, but others do not know it.
    return _LIKE_ESCAPES.split(text)


def _marked_runs(text: MarkedText) -> list[Any]:
    from openpyxl.cell.rich_text import TextBlock
    from openpyxl.cell.text import InlineFont

    font = InlineFont(b=True, u="single", color="FFC00000")
    place = [TextBlock(font, run) for run in _runs(text.place)]
    return [run for run in (*_runs(text.before), *place, *_runs(text.behind)) if str(run)]
