"""Rows with tabs between their cells: which column is Chinese, which English, what is neither.

Each row is a paragraph on both sides. Columns beyond the two are kept apart, and so are the head
and the titles above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.article import Markup
from aligner.formats.column_choice import ANY_COLUMNS
from aligner.formats.document import Columns, Raw
from aligner.formats.html_remnants import clean
from aligner.formats.language_codes import PreferredCodes
from aligner.formats.passage import Block, Passage
from aligner.formats.tables.judge import TextColumns, judge_columns
from aligner.formats.tables.names import name_of
from aligner.formats.text import LINE_END, han, is_heading, words

_SAMPLE = 2_000
"""Rows that the languages of the columns are judged by."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, without the white space around them."""

    rows: list[list[Passage]]
    markup: list[Markup]


def table_of(text: str) -> Table:
    """Return the rows of a text, blank ones left out."""
    cleaned = clean(text, one_line=True)
    rows: list[list[Passage]] = []
    start = 0
    bare = cleaned.passage.text
    ends = [(match.start(), match.end()) for match in LINE_END.finditer(bare)]
    for stop, following in [*ends, (len(bare), len(bare))]:
        if bare[start:stop].strip():
            rows.append(_cells(cleaned.passage, start, stop))
        start = following
    return Table(rows, cleaned.markup)


def is_table(text: str) -> bool:
    """Whether the lines of a plain text are rows with a Chinese and an English cell."""
    if text.count("\t") < 1:
        return False
    rows = pairs = 0
    for line in LINE_END.split(text):
        if line.strip():
            rows += 1
            cells = line.strip().split("\t")
            if len(cells) > 1 and not all(map(name_of, cells)):
                pairs += any(map(_is_zh, cells)) and any(map(_is_en, cells))
    return pairs * 5 > rows * 3


def read_columns(raw: Raw) -> Columns | None:
    """Return both languages of a table, or None where no column is Chinese or none English.

    Raises `UnusableInput` where it is not certain which columns hold the two.
    """
    table = table_of(raw.text)
    sample = [[cell.text for cell in row] for row in table.rows[:_SAMPLE]]
    found = judge_columns(sample, PreferredCodes(columns=raw.columns), raw.path)
    is_chosen = raw.columns != ANY_COLUMNS
    if found is None or not (is_chosen or divides(sample[found.body :], found)):
        return None
    return Columns(*_sorted_out(table.rows, found), table.markup)


def divides(rows: Sequence[Sequence[str]], columns: TextColumns) -> bool:
    """Return whether most of either language stands in its column, and not in the other's."""
    texts = [(row[n], n) for row in rows for n in (columns.zh, columns.en) if n < len(row)]
    zh = sum(1 if n == columns.zh else -1 for text, n in texts if _is_zh(text))
    en = sum(1 if n == columns.en else -1 for text, n in texts if _is_en(text))
    return zh > 0 and en > 0


def _sorted_out(rows: list[list[Passage]], columns: TextColumns) -> tuple[list[Block], list[Block]]:
    sides: list[Block] = []
    rest: list[Block] = []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if not cell.text:
                continue
            if number < columns.body or column not in (columns.zh, columns.en):
                rest.append(Block(cell, label="other"))
            else:
                kind = "heading" if is_heading(cell.text) else "body"
                language = "zh" if column == columns.zh else "en"
                sides.append(Block(cell, kind, language=language))  # type: ignore[arg-type]
    return sides, rest


def _cells(passage: Passage, start: int, stop: int) -> list[Passage]:
    cells: list[Passage] = []
    for text in passage.text[start:stop].split("\t"):
        cells.append(passage.cut(start, start + len(text)).strip())
        start += len(text) + 1
    return cells


def _is_zh(cell: str) -> bool:
    return han(cell) > words(cell)


def _is_en(cell: str) -> bool:
    return words(cell) > 0 and words(cell) > 2 * han(cell)
