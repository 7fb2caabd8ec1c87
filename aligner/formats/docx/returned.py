"""A table of pairs that a reviewer has written into, row by row.

The columns are known by the words of the head row, so that a reviewer may add columns of their own
or change the order; the text is what Word shows with all tracked changes accepted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from aligner.edits import ReturnedRow
from aligner.errors import UnusableInput
from aligner.files import load
from aligner.formats.document import Raw
from aligner.formats.documents import Item, Table, lines_of
from aligner.formats.docx.parts import open_parts
from aligner.formats.docx.review_table import HEADS
from aligner.formats.docx.styles import styles_of
from aligner.formats.docx.walker import Walker

_NUMBER, _ZH, _EN, _REMARK, _STATUS = (set(head.lower().split()) for head in HEADS)
_LARGEST = 256 * 1024 * 1024

Cells = Sequence[str]


def read_review_table(path: Path) -> list[ReturnedRow]:
    """Return the rows of a table of pairs; raises `UnusableInput` where there is none."""
    parts = open_parts(Raw(path, load(path, _LARGEST)))
    text = Walker(styles_of(parts.styles), {}, Counter())
    text.walk(parts.main)
    for rows in _tables(text.flow.close()):
        for n, row in enumerate(rows):
            columns = _columns(row)
            if columns is not None:
                return list(_returned(rows[n + 1 :], columns))
    raise UnusableInput(
        f"{path} holds no table of pairs as Duizhao writes it, with the heads "
        f"{', '.join(HEADS)}; export the pairs as .docx and have that file filled in."
    )


def _tables(items: Sequence[Item]) -> Iterator[list[list[str]]]:
    """Yield the tables of a document as rows of texts, those in cells behind the one around."""
    pending = list(reversed(items))
    while pending:
        item = pending.pop()
        if isinstance(item, Table):
            yield [[_text(cell) for cell in row] for row in item.rows]
            pending += reversed([inner for row in item.rows for cell in row for inner in cell])


def _text(cell: list[Item]) -> str:
    return "\n".join(line.text for line in lines_of(cell))


def _columns(row: Cells) -> Mapping[str, int] | None:
    """Return which column holds what, if the row is the head of a table of pairs."""
    wanted = {"number": _NUMBER, "zh": _ZH, "en": _EN, "remark": _REMARK, "status": _STATUS}
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        words = set(cell.lower().split())
        name = next((name for name, head in wanted.items() if head <= words), None)
        if name:
            found.setdefault(name, place)
    return found if {"number", "zh", "en"} <= found.keys() else None


def _returned(rows: Sequence[Cells], columns: Mapping[str, int]) -> Iterator[ReturnedRow]:
    """Yield the rows; one without a number is a stray, with number 0."""

    def cell(row: Cells, name: str) -> str:
        place = columns.get(name, len(row))
        return row[place] if place < len(row) else ""

    for row in rows:
        texts = [cell(row, name) for name in ("zh", "en", "remark", "status")]
        said = cell(row, "number").strip()
        number = int(said) if said.isdecimal() and len(said) < 10 else 0
        if number or any(texts):
            yield ReturnedRow(number, *texts)
