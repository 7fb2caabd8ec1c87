"""Workbooks whose sheets have a column for each language, and whose texts are replaced in place.

A row is a segment. A cell that gets another text keeps its style and holds the text itself;
formulas, figures and texts of several styles stay as they are. All other parts keep their bytes.
"""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from aligner import files
from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.formats.bilingual import Bilingual, BilingualSegment
from aligner.formats.document import Raw
from aligner.formats.tables.judge import TextColumns
from aligner.formats.tables.package import Package, refusing_damage
from aligner.formats.tables.paired_rows import paired_tables, why_settled
from aligner.formats.tables.sheet_cells import SheetRow, SheetText, put_in, refilled
from aligner.formats.tables.workbook import LONGEST, Sheets

_LARGEST = 256 << 20
"""Bytes of the parts that are read, unpacked."""
_MOST_CHARACTERS = 64 << 20
"""Of all cells, however often they show the same text."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet, and the rows of it that hold something."""

    name: str
    text: SheetText
    rows: list[SheetRow]


@dataclass(frozen=True, slots=True)
class _Segment:
    """A row of a sheet of two languages."""

    row: SheetRow
    columns: TextColumns
    said: BilingualSegment

    def place(self, language: Language) -> int:
        """Return the column of a side."""
        return self.columns.zh if language == "zh" else self.columns.en


def read_workbook_segments(raw: Raw) -> Bilingual:
    """Return the rows of all sheets of two languages; raises `UnusableInput` without any."""
    package = files.Package(raw.data, raw.path)
    with refusing_damage(raw.path):
        workbook = Sheets(Package(io.BytesIO(raw.data), raw.path, _LARGEST), _MOST_CHARACTERS)
        hidden = workbook.contents.hidden
        sheets = [
            _sheet(package, n, workbook, raw) for n in workbook.contents.sheets if n not in hidden
        ]
    paired = paired_tables([[row.texts for row in sheet.rows] for sheet in sheets], raw)
    chosen = [(one, found) for one, found in zip(sheets, paired.columns, strict=True) if found]
    by_sheet = [
        list(_segments(sheet, columns, number, len(chosen)))
        for number, (sheet, columns) in enumerate(chosen, 1)
    ]

    def write(language: Language, texts: Sequence[str]) -> bytes:
        new = iter(texts)
        parts: dict[str, bytes] = {}
        for (sheet, _), segments in zip(chosen, by_sheet, strict=True):
            splices = list(_splices(sheet.text, segments, language, new, raw))
            if splices:
                parts[sheet.name] = sheet.text.document.spliced(splices)
        return package.replaced(parts) if parts else raw.data

    return Bilingual(
        [segment.said for segments in by_sheet for segment in segments],
        paired.source,
        write,
        {"doubtful sheet": paired.doubtful, "hidden sheet": len(hidden)},
    )


def _sheet(package: files.Package, name: str, workbook: Sheets, raw: Raw) -> _Sheet:
    """Return a sheet; the archive may spell its name with other capitals."""
    own = next((one for one in package.names if one.lower() == name.lower()), name)
    text = SheetText(package.read(own), f"{raw.path} ({own})", workbook)
    return _Sheet(own, text, [row for row in text.rows() if any(row.texts)])


def _segments(sheet: _Sheet, columns: TextColumns, number: int, sheets: int) -> Iterator[_Segment]:
    rows = sheet.rows[columns.body :]
    merged = _merged([row.number for row in rows], sheet.text, (columns.zh, columns.en))
    for row, is_merged in zip(rows, merged, strict=True):
        zh, en = row.cell(columns.zh), row.cell(columns.en)
        name = f"row {row.number}"
        settled = "with merged cells" if is_merged else why_settled(row.texts, columns)
        said = BilingualSegment(
            name if sheets == 1 else f"{number}: {name}",
            zh.text,
            en.text,
            settled,
            zh.held,
            en.held,
            number,
        )
        yield _Segment(row, columns, said)


def _merged(numbers: Sequence[int], text: SheetText, places: Sequence[int]) -> list[bool]:
    """Return whether each row, given by its number, has merged cells in one of the columns."""
    steps = [0] * (len(numbers) + 1)
    for (left, top), (right, bottom) in text.merged():
        if any(left <= place <= right for place in places) and top <= bottom:
            steps[bisect_left(numbers, top)] += 1
            steps[bisect_right(numbers, bottom)] -= 1
    return [depth > 0 for depth in accumulate(steps[:-1])]


def _splices(
    sheet: SheetText,
    segments: Sequence[_Segment],
    language: Language,
    texts: Iterator[str],
    raw: Raw,
) -> Iterator[tuple[int, int, str]]:
    """Yield what is replaced; a cell whose text stays is passed over."""
    style = ""
    for segment in segments:
        text, place = next(texts), segment.place(language)
        cell = segment.row.cell(place)
        if cell.node:
            style = cell.node.attributes.get("s", "")
        if text == cell.text:
            continue
        if len(text) > LONGEST:
            raise UnusableInput(
                f"{raw.path} would get a text of {len(text):,} characters in row "
                f"{segment.row.number}, more than a cell of Excel can hold ({LONGEST:,}); divide "
                "the rows around it first."
            )
        if cell.node:
            yield refilled(sheet.document, cell.node, text)
        else:
            yield put_in(sheet.document, segment.row, place, style, text)
