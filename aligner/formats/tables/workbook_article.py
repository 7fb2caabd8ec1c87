"""Workbooks as articles: their sheets in order, each a table or a column of paragraphs.

Hidden sheets are no part of the article and are counted, and so are formulas whose value the
workbook does not hold. Hidden rows are text: a filter hides them, not the author.
"""

from __future__ import annotations

import io
import re
import unicodedata

from aligner import files
from aligner.errors import UnusableInput
from aligner.files import legal
from aligner.formats.document import Document, Raw
from aligner.formats.documents import Item, Line, Table, document_of_flow
from aligner.formats.tables.package import Package, refusing_damage
from aligner.formats.tables.workbook import Sheets

_MOST_CELLS = 1 << 20
"""Cells of an article; one has at most 100,000 sentences."""
_LARGEST = 256 << 20
"""Bytes of the parts that are read, unpacked; cells of an article have a tenth of that."""
_MOST_CHARACTERS = 64 << 20
"""Of all cells, however often they show the same text."""
_BREAKS = re.compile(r"\s*[\r\n\t\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+\s*")


def read_workbook_article(raw: Raw) -> Document:
    """Return what a workbook says; raises `UnusableInput`."""
    files.Package(raw.data, raw.path)  # refuses what is locked, cut off or packed to do harm
    with refusing_damage(raw.path):
        return _read(raw)


def _read(raw: Raw) -> Document:
    workbook = Sheets(Package(io.BytesIO(raw.data), raw.path, _LARGEST), _MOST_CHARACTERS)
    contents = workbook.contents
    shown = [sheet for sheet in contents.sheets if sheet not in contents.hidden]
    items: list[Item] = []
    cells = 0
    for sheet in shown:
        table = Table(is_sheet=True)
        for row in workbook.rows(sheet):
            cells += len(row)
            if cells > _MOST_CELLS:
                raise UnusableInput(
                    f"{raw.path} has more than {_MOST_CELLS:,} cells, more than is read as one "
                    "article; divide it into parts."
                )
            table.rows.append([[Line(text)] if (text := _joined(cell)) else [] for cell in row])
        items.append(table)
    left_out = {
        "hidden sheet": len(contents.sheets) - len(shown),
        "formula without a value": workbook.formulas_without_value,
    }
    return document_of_flow(items, raw, left_out=left_out)


def _joined(cell: str) -> str:
    """Return a cell as one paragraph; a line end within it is only a question of its width."""
    text = ""
    for part in _BREAKS.split(cell.strip()):
        if clean := legal(part):
            is_close = not text or _is_wide(text[-1]) or _is_wide(clean[0])
            text += clean if is_close else f" {clean}"
    return text


def _is_wide(character: str) -> bool:
    """Return whether no blank stands beside a character: Chinese, or its punctuation."""
    return unicodedata.east_asian_width(character) in "WF"
