"""Rows with tabs between their cells: which column is Chinese, which English, what is neither.

Each row is a paragraph on both sides. Columns beyond the two are kept apart, and so is a first row
that only names the columns.
"""

from __future__ import annotations

from dataclasses import dataclass

from aligner.article import Markup
from aligner.formats.document import Columns, Raw
from aligner.formats.html_remnants import clean
from aligner.formats.passage import Block, Passage
from aligner.formats.text import LINE_END, han, is_heading, words

_NAMES_TEXT = """
    zh en cn zh-cn zh-tw zh-hans zh-hant en-us en-gb zh_cn zh_tw en_us en_gb chinese english
    source target 中文 英文 英语 英語 汉语 漢語 华语 華語 原文 译文 譯文 简体中文 繁體中文
    id no 序号 序號 confidence
"""
_NAMES = frozenset(_NAMES_TEXT.split())
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
            if len(cells) > 1 and not all(_is_name(cell) for cell in cells):
                pairs += any(map(_is_zh, cells)) and any(map(_is_en, cells))
    return pairs * 5 > rows * 3


def read_columns(raw: Raw) -> Columns | None:
    """Return both languages of a table, or None where no column is Chinese or none English."""
    table = table_of(raw.text)
    found = columns_of(table)
    return Columns(*found, table.markup) if found else None


def columns_of(table: Table) -> tuple[list[Block], list[Block]] | None:
    """Return the blocks of both columns, and the rest; None if a language has no column."""
    most = max((len(row) for row in table.rows), default=0)
    sample = table.rows[:_SAMPLE]
    if most > 1:
        cells = [
            [row[n].text if n < len(row) else "" for row in sample] for n in range(min(most, 64))
        ]
        zh = max(range(len(cells)), key=lambda n: sum(map(_is_zh, cells[n])))
        en = max(range(len(cells)), key=lambda n: sum(map(_is_en, cells[n])))
        if zh != en and any(map(_is_zh, cells[zh])) and any(map(_is_en, cells[en])):
            return _sorted_out(table.rows, zh, en)
    return None


def _sorted_out(rows: list[list[Passage]], zh: int, en: int) -> tuple[list[Block], list[Block]]:
    sides: list[Block] = []
    rest: list[Block] = []
    for number, row in enumerate(rows):
        header = number == 0 and all(_is_name(cell.text) for cell in row if cell.text)
        for column, cell in enumerate(row):
            if not cell.text:
                continue
            if header or column not in (zh, en):
                rest.append(Block(cell, label="other"))
            else:
                kind = "heading" if is_heading(cell.text) else "body"
                language = "zh" if column == zh else "en"
                sides.append(Block(cell, kind, language=language))  # type: ignore[arg-type]
    return sides, rest


def _cells(passage: Passage, start: int, stop: int) -> list[Passage]:
    cells: list[Passage] = []
    for text in passage.text[start:stop].split("\t"):
        cells.append(passage.cut(start, start + len(text)).strip())
        start += len(text) + 1
    return cells


def _is_name(cell: str) -> bool:
    return cell.strip("\ufeff \"'").lower() in _NAMES


def _is_zh(cell: str) -> bool:
    return han(cell) > words(cell)


def _is_en(cell: str) -> bool:
    return words(cell) > 0 and words(cell) > 2 * han(cell)
