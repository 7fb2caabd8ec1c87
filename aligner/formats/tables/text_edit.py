"""Tables of text, with tabs or commas between their cells, whose texts are replaced in place.

A row is a segment. Cells that keep their text keep their characters, quotation marks and all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from aligner.article import Language
from aligner.errors import UnusableInput
from aligner.formats.bilingual import Bilingual, BilingualSegment
from aligner.formats.document import Raw
from aligner.formats.encoded import encoded_like
from aligner.formats.language_codes import PreferredCodes
from aligner.formats.tables.judge import TextColumns
from aligner.formats.tables.paired_rows import paired_tables, why_settled
from aligner.formats.tables.read_text import dialect_of
from aligner.formats.tables.read_tsv import bare_cell
from aligner.formats.tables.row import guarded, unguarded
from aligner.formats.tables.sample import sample_of
from aligner.formats.tables.separated import LONGEST_RECORD

_LINE_END = re.compile(r"\r\n|\n|\r")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell, and where it stands in the text."""

    start: int
    stop: int
    text: str
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    """Among all rows, blank ones too, from 1."""
    cells: list[_Cell]

    @property
    def texts(self) -> list[str]:
        """What its cells say."""
        return [cell.text for cell in self.cells]

    def text(self, place: int) -> str:
        """Return what a cell says; empty where the row ends before it."""
        return self.cells[place].text if place < len(self.cells) else ""


def read_table_segments(raw: Raw) -> Bilingual:
    """Return the rows of a table; raises `UnusableInput` where it has not both languages."""
    text = raw.text
    sample = sample_of((line[0] for line in _LINE.finditer(text)), len)
    dialect = dialect_of(sample, raw.path.name, PreferredCodes(columns=raw.columns), raw.path)
    read = _tabbed if dialect.is_plain else _separated(dialect.delimiter, raw)
    rows = [row for row in read(text) if any(row.texts)][dialect.is_declared :]
    paired = paired_tables([[row.texts for row in rows]], raw)
    (columns,) = paired.columns
    assert columns, "a file whose one table has no columns is refused"
    body = rows[columns.body :]

    def write(language: Language, texts: Sequence[str]) -> bytes:
        place = columns.zh if language == "zh" else columns.en
        parts: list[str] = []
        at = 0
        for row, new in zip(body, texts, strict=True):
            if new != row.text(place):
                start, stop, cell = _splice(row, place, new, dialect.delimiter, dialect.is_plain)
                parts += [text[at:start], cell]
                at = stop
        return encoded_like("".join([*parts, text[at:]]), raw) if parts else raw.data

    return Bilingual([_segment(row, columns) for row in body], paired.source, write)


def _segment(row: _Row, columns: TextColumns) -> BilingualSegment:
    return BilingualSegment(
        f"row {row.number}",
        row.text(columns.zh),
        row.text(columns.en),
        why_settled(row.texts, columns),
    )


def _splice(
    row: _Row, place: int, text: str, delimiter: str, is_plain: bool
) -> tuple[int, int, str]:
    """Return what is replaced by a text; cells that are missing are put in before it."""
    is_there = place < len(row.cells)
    cell = row.cells[place] if is_there else row.cells[-1]
    start = cell.start if is_there else cell.stop
    before = "" if is_there else delimiter * (place - len(row.cells) + 1)
    if not is_plain:
        text = guarded(text)
        if cell.is_quoted or any(mark in text for mark in (delimiter, '"', "\r", "\n")):
            text = '"' + text.replace('"', '""') + '"' if text else ""
    return start, cell.stop, before + text


def _tabbed(text: str) -> Iterator[_Row]:
    """Yield the rows of a text whose cells have tabs between them and are taken as they are."""
    for number, line in enumerate(_LINE.finditer(text), 1):
        at = line.start()
        cells = []
        for cell in line[0].rstrip("\r\n").split("\t"):
            cells.append(_Cell(at, at + len(cell), bare_cell(cell)))
            at += len(cell) + 1
        yield _Row(number, cells)


def _separated(delimiter: str, raw: Raw) -> Callable[[str], Iterator[_Row]]:
    """Return what yields the rows of a text whose cells may be in quotation marks."""
    rest = f"[^{re.escape(delimiter)}\r\n]*"
    cell_of = re.compile(f'"(?P<inside>(?:[^"]+|"")*)(?P<close>"?)(?P<behind>{rest})|{rest}')

    def rows(text: str) -> Iterator[_Row]:
        number, at = 1, 0
        cells: list[_Cell] = []
        while True:
            found = cell_of.match(text, at)
            assert found, "a cell may be empty"
            cells.append(_cell(found, raw))
            at = found.end()
            if text.startswith(delimiter, at):
                at += len(delimiter)
                continue
            yield _Row(number, cells)
            end = _LINE_END.match(text, at)
            if end is None:
                return
            number, at, cells = number + 1, end.end(), []

    return rows


def _cell(found: re.Match[str], raw: Raw) -> _Cell:
    inside = found["inside"]
    if inside is None:
        return _Cell(found.start(), found.end(), unguarded(found[0]))
    if len(inside) > LONGEST_RECORD:
        raise UnusableInput(
            f"{raw.path} has a cell of more than {LONGEST_RECORD:,} characters; a quotation mark "
            "in it may not be closed."
        )
    said = unguarded(inside.replace('""', '"') + found["behind"])
    return _Cell(found.start(), found.end(), said, is_quoted=True)
