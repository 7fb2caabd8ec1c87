"""Tables of Word documents with a column for each language, whose texts are replaced in place.

A row is a segment. One with tracked changes or merged cells stays as it is, and so does one whose
status says that it is confirmed. All other parts of the document keep their bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.article import Language
from aligner.files import Package
from aligner.formats.bilingual import Bilingual, BilingualSegment
from aligner.formats.document import Raw
from aligner.formats.docx.cells import (
    MERGED,
    TRACKED,
    CellContent,
    cell_content,
    is_tracked,
    names_in,
    span_of,
    value_in,
)
from aligner.formats.docx.parts import main_part
from aligner.formats.docx.refilling import characters_of, refilled
from aligner.formats.tables.judge import TextColumns
from aligner.formats.tables.paired_rows import paired_tables, row_name, why_settled
from aligner.formats.xml_splice import Node, XmlText

_MOST_COLUMNS = 256
_NO_CELL = CellContent((), "", "", "", "", "without a cell for each language")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell; None of a node for a place that has none."""

    node: Node | None
    content: CellContent


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it stands in its table."""

    cells: list[_Cell]
    """By the columns of the table; one that goes over several stands in the first of them."""
    held: str

    @property
    def texts(self) -> list[str]:
        """What its cells say."""
        return [cell.content.text for cell in self.cells]

    def cell(self, place: int) -> _Cell:
        """Return the cell in a column."""
        return self.cells[place] if place < len(self.cells) else _Cell(None, _NO_CELL)


@dataclass(frozen=True, slots=True)
class _Table:
    node: Node
    rows: list[_Row]


@dataclass(frozen=True, slots=True)
class _Segment:
    """A row of a table of two languages, by its cells."""

    zh: _Cell
    en: _Cell
    said: BilingualSegment

    def cell(self, language: Language) -> _Cell:
        """Return the cell of a side."""
        return self.zh if language == "zh" else self.en


def read_docx_segments(raw: Raw) -> Bilingual:
    """Return the rows of all tables of two languages; raises `UnusableInput` without any."""
    package = Package(raw.data, raw.path)
    name = main_part(package, raw)
    document = XmlText(package.read(name), Path(f"{raw.path} ({name})"))
    tables = _tables(document)
    paired = paired_tables([[row.texts for row in table.rows] for table in tables], raw)
    chosen = list(_chosen(tables, paired.columns))
    segments = [
        segment
        for number, (table, columns) in enumerate(chosen, 1)
        for segment in _segments(table, columns, number, len(chosen))
    ]

    def write(language: Language, texts: Sequence[str]) -> bytes:
        cells = [segment.cell(language) for segment in segments]
        splices = list(_splices(document, cells, texts))
        return package.replaced({name: document.spliced(splices)}) if splices else raw.data

    return Bilingual(
        [segment.said for segment in segments],
        paired.source,
        write,
        {"doubtful table": paired.doubtful},
    )


def _tables(document: XmlText) -> list[_Table]:
    """Return the tables of a document, those in cells behind the one around."""
    tables: list[Node] = []
    rows: dict[int, list[Node]] = {}
    cells: dict[int, list[Node]] = {}
    for node in document.nodes(frozenset({"tbl", "tr", "tc"})):
        if node.name == "tbl":
            tables.append(node)
        elif around := node.inside("tbl" if node.name == "tr" else "tr"):
            (rows if node.name == "tr" else cells).setdefault(id(around), []).append(node)
    return [
        _Table(
            table, [_row(document, row, cells.get(id(row), [])) for row in rows.get(id(table), [])]
        )
        for table in tables
    ]


def _row(document: XmlText, row: Node, cells: Sequence[Node]) -> _Row:
    head = document.text[row.content : cells[0].start if cells else row.end].decode("utf-8")
    skipped = value_in(head, "gridBefore") or ""
    found = [_Cell(None, _NO_CELL)] * (int(skipped[:3]) if skipped.isdecimal() else 0)
    for node in cells:
        if len(found) >= _MOST_COLUMNS:
            break
        content = cell_content(document.raw(node))
        found.append(_Cell(node, content))
        covered = CellContent((), "", "", "", "", MERGED)
        found += [_Cell(None, covered)] * min(span_of(content.properties) - 1, _MOST_COLUMNS)
    return _Row(found, TRACKED if is_tracked(names_in(head)) else "")


def _chosen(
    tables: Sequence[_Table], columns: Sequence[TextColumns | None]
) -> Iterator[tuple[_Table, TextColumns]]:
    """Yield the tables of two languages, without those in the cells of others."""
    taken: set[int] = set()
    for table, found in zip(tables, columns, strict=True):
        around = table.node.inside("tbl")
        while around and id(around) not in taken:
            around = around.inside("tbl")
        if found and not around:
            taken.add(id(table.node))
            yield table, found


def _segments(table: _Table, columns: TextColumns, number: int, tables: int) -> Iterator[_Segment]:
    for place, row in enumerate(table.rows[columns.body :], columns.body + 1):
        zh, en = row.cell(columns.zh), row.cell(columns.en)
        name = row_name(row.texts, columns, f"row {place}")
        yield _Segment(
            zh,
            en,
            BilingualSegment(
                name if tables == 1 else f"{number}: {name}",
                zh.content.text,
                en.content.text,
                row.held or why_settled(row.texts, columns) or _merged(zh, en),
                zh.content.held,
                en.content.held,
                number,
            ),
        )


def _merged(zh: _Cell, en: _Cell) -> str:
    """Return why a row stays as it is by how its cells are joined to others."""
    reasons = (cell.content.held for cell in (zh, en))
    return next((why for why in reasons if why in (MERGED, TRACKED, _NO_CELL.held)), "")


def _splices(
    document: XmlText, cells: Sequence[_Cell], texts: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield what is replaced; a cell whose text stays is passed over."""
    stream = characters_of([cell.content for cell in cells])
    for cell, text in zip(cells, texts, strict=True):
        if text == cell.content.text or cell.node is None:
            for character in text:
                if not character.isspace():
                    next(stream)
            continue
        content = refilled(cell.content, text, stream, document.prefix(cell.node))
        yield document.filled(cell.node, content)
