"""Tables in a document: two columns of two languages, row by row, or cells in order.

The judge of tables says which columns hold the two; heads, numbers and remarks are told apart. A
table whose columns merely are in two languages (a name and its price) is no pair of texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.formats.column_choice import ANY_COLUMNS
from aligner.formats.document import Raw
from aligner.formats.documents.flow import Item, Line, lines_of
from aligner.formats.documents.furniture import COLUMN_HEAD, FIGURES, REMARK
from aligner.formats.language_codes import PreferredCodes
from aligner.formats.tables.article import divides
from aligner.formats.tables.judge import TextColumns, judge_columns
from aligner.formats.text import weight

_SAMPLE = 2_000
"""Rows that the languages of the columns are judged by."""
_COMPARED = 50
"""Rows by which columns without a head are compared."""
_ANSWERS = 0.25
"""Mean cosine of two columns that say the same; a name and its price reach half of that."""
_FIGURES = re.compile(r"[\W\d_]{1,40}")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of the document, and what its table says of it."""

    line: Line
    section: int
    language: Language | None = None
    is_across: bool = False
    """Whether it goes over all columns of a table, as a title in both languages does."""
    is_name: bool = False
    """Whether it names a sheet, unless it is a title in both languages."""


Row = list[list[Line]]


def placed_lines(items: Sequence[Item], raw: Raw) -> list[PlacedLine]:
    """Return the lines of a document in order, with the languages that tables give them.

    Each row of a table of two languages is a section, and so is the text between two tables.
    Raises `UnusableInput` where a table that is most of the document leaves doubt.
    """
    found: list[PlacedLine] = []
    doubts: list[tuple[float, UnusableInput]] = []
    section = 0
    pending = list(reversed(items))
    while pending:
        item = pending.pop()
        if isinstance(item, Line):
            found.append(PlacedLine(item, section))
            continue
        rows = [[lines_of(cell) for cell in row] for row in item.rows]
        try:
            columns = _columns(rows, raw)
        except UnusableInput as error:
            doubts.append((_weight(rows), error))
            columns = None
        if columns is None:
            pending += reversed([inner for row in item.rows for cell in row for inner in cell])
            continue
        found += _rows(rows, columns, section + 1, is_sheet=item.is_sheet)
        section += len(rows) + 1
    _check(found, doubts, raw)
    return found


def _check(
    found: Sequence[PlacedLine], doubts: Sequence[tuple[float, UnusableInput]], raw: Raw
) -> None:
    """Raise what the judge said of a table, unless the document is hardly about it."""
    if not doubts:
        return
    heaviest, error = max(doubts, key=lambda doubt: doubt[0])
    total = sum(weight(placed.line.text) for placed in found)
    is_settled = any(placed.language for placed in found)
    if heaviest * 2 >= total or (raw.columns != ANY_COLUMNS and not is_settled):
        raise error


def _weight(rows: Sequence[Row]) -> float:
    return sum(weight(line.text) for row in rows for cell in row for line in cell)


def _columns(rows: Sequence[Row], raw: Raw) -> TextColumns | None:
    """Return the columns of a table that hold the two texts; None where it has no such two."""
    sample = [[" ".join(line.text for line in cell) for cell in row] for row in rows[:_SAMPLE]]
    if max(map(len, sample), default=0) < 2:
        return None
    found = judge_columns(sample, PreferredCodes(columns=raw.columns), raw.path)
    if found is None or raw.columns != ANY_COLUMNS:
        return found
    body = sample[found.body :]
    is_named = all(
        (name := found.name(place)) is not None and name.is_text for place in (found.zh, found.en)
    )
    return found if divides(body, found) and (is_named or _answer(body, found)) else None


def _answer(rows: Sequence[Sequence[str]], columns: TextColumns) -> bool:
    """Whether the two columns say the same, row by row."""
    from aligner.formats.tables.answering import answers

    places = (columns.zh, columns.en)
    full = [row for row in rows if max(places) < len(row) and all(row[n].strip() for n in places)]
    if not full:
        return False
    cells = [[row[place][:1000] for row in full[:_COMPARED]] for place in places]
    return answers(cells, [(0, 1)])[0] >= _ANSWERS


def _rows(
    rows: Sequence[Row], columns: TextColumns, section: int, *, is_sheet: bool
) -> Iterator[PlacedLine]:
    """Yield the lines of a table of two languages; `section` is that of its first row."""
    for number, row in enumerate(rows):
        is_head = number == columns.body - 1 and bool(columns.head)
        is_name = is_sheet and bool(columns.head) and number < columns.body - 1
        is_across = sum(map(bool, row)) == 1 and (is_name or bool(row[0]))
        for place, cell in enumerate(row):
            for line in cell:
                label, language = line.label, None
                if line.kind == "note":
                    pass
                elif is_head:
                    label = label or COLUMN_HEAD
                elif not is_across:
                    label, language = _of_column(line, place, columns)
                placed = Line(line.text, line.kind, label)
                across = is_across and not is_head
                yield PlacedLine(placed, section + number, language, across, across and is_name)


def _of_column(line: Line, place: int, columns: TextColumns) -> tuple[str, Language | None]:
    """Return the label of a line in a column, or the language that it is in."""
    if line.label:
        return line.label, None
    if place in (columns.zh, columns.en):
        return "", "zh" if place == columns.zh else "en"
    return FIGURES if _FIGURES.fullmatch(line.text) else REMARK, None
