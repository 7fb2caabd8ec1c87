"""The cells of a sheet where they stand in its XML, and a cell with another text.

Rows and cells may leave out where they are: then they follow the one before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from xml.sax.saxutils import quoteattr

from aligner.errors import UnusableInput
from aligner.formats.tables.places import letter_of, place_of_letters
from aligner.formats.tables.shared_strings import unescaped
from aligner.formats.tables.workbook import Sheets
from aligner.formats.xml_splice import Node, XmlText, escaped, text_of, tokens_of

_WANTED = frozenset({"row", "c", "v", "f", "t", "r", "rPh", "extLst", "mergeCell"})
_MOST_TAGS = 1 << 21
"""Of a sheet: half a million cells."""
_WIDEST = 64
"""Columns; the judge of columns looks no further."""
_KIND = re.compile(r"""\s+t\s*=\s*("[^"]*"|'[^']*')""")
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_LIKE_ESCAPES = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""Characters that no XML may hold, and a line end that it would take for another."""

Splice = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell, and the element that holds it; None for one that the sheet has not."""

    node: Node | None = None
    text: str = ""
    held: str = ""
    """Why the text cannot be replaced; empty where it can."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row by its number in the sheet, from 1."""

    node: Node
    number: int
    cells: dict[int, SheetCell] = field(default_factory=dict)
    """By their columns, from 0; those that the sheet has."""

    @property
    def texts(self) -> list[str]:
        """What its cells say, as far as texts are looked for."""
        last = min(max(self.cells, default=-1), _WIDEST - 1)
        return [self.cell(place).text for place in range(last + 1)]

    def cell(self, place: int) -> SheetCell:
        """Return the cell in a column."""
        return self.cells.get(place, SheetCell())


class SheetText:
    """The XML of a sheet, and what its cells say."""

    def __init__(self, data: bytes, name: str, workbook: Sheets) -> None:
        """Find the elements of a sheet; `name` is for sentences. Raises `UnusableInput`."""
        if data.count(b"<") > _MOST_TAGS:
            raise UnusableInput(
                f"{name} has more cells than are repaired at once, some {_MOST_TAGS // 4:,}; "
                "divide it into parts."
            )
        self.document = XmlText(data, Path(name))
        self._nodes = self.document.nodes(_WANTED)
        self._workbook = workbook
        self._name = name

    def rows(self) -> Iterator[SheetRow]:
        """Yield the rows in their order."""
        row: SheetRow | None = None
        place = -1
        for n, node in enumerate(self._nodes):
            if node.name == "row":
                if row:
                    yield row
                row, place = self._row(node, row.number if row else 0), -1
            elif node.name == "c" and row:
                place = self._place(node, place)
                row.cells[place] = self._cell(node, self._within(n))
        if row:
            yield row

    def merged(self) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Yield the first and the last cell of each range of merged ones, by column and row."""
        for node in self._nodes:
            if node.name == "mergeCell":
                first, _, last = node.attributes.get("ref", "").partition(":")
                start, end = _place(first), _place(last or first)
                if start and end:
                    yield start, end

    def _row(self, node: Node, before: int) -> SheetRow:
        said = node.attributes.get("r", "")
        number = int(said) if said.isdecimal() and len(said) < 8 else before + 1
        if number <= before:
            raise self._disorder()
        return SheetRow(node, number)

    def _place(self, node: Node, before: int) -> int:
        """Return the column of a cell, which stands behind that of the one before."""
        said = _place(node.attributes.get("r", ""))
        place = said[0] if said else before + 1
        if place <= before:
            raise self._disorder()
        return place

    def _within(self, number: int) -> list[Node]:
        """Return the elements in one that is given by its number."""
        stop = self._nodes[number].stop
        last = number + 1
        while last < len(self._nodes) and self._nodes[last].start < stop:
            last += 1
        return self._nodes[number + 1 : last]

    def _cell(self, node: Node, parts: Sequence[Node]) -> SheetCell:
        kind = node.attributes.get("t", "n")
        names = {part.name for part in parts}
        value = next((self._said(part) for part in parts if part.name == "v"), "")
        if kind == "inlineStr":
            texts = [part for part in parts if part.name == "t" and not part.inside("rPh")]
            text = unescaped("".join(map(self._said, texts)))
        else:
            text = self._workbook.text(kind, node.attributes.get("s", ""), value) if value else ""
        is_rich = kind == "s" and bool(text) and self._workbook.is_rich(int(value))
        return SheetCell(node, text, _held(node, names, kind if text else "", is_rich=is_rich))

    def _said(self, node: Node) -> str:
        raw = self.document.raw(node)
        return text_of(tokens_of(raw)) if "<" in raw else unescape(raw)

    def _disorder(self) -> UnusableInput:
        return UnusableInput(
            f"{self._name} has rows or cells out of their order; open it in Excel and save it as "
            ".xlsx again."
        )


def _held(node: Node, names: Collection[str], kind: str, *, is_rich: bool) -> str:
    """Return why a cell cannot get another text; `kind` is empty where it has none."""
    if "f" in names:
        return "with a formula"
    if is_rich or not {"r", "rPh"}.isdisjoint(names):
        return "with rich text in a cell"
    if "extLst" in names or not {"vm", "cm"}.isdisjoint(node.attributes):
        return "with more than text in a cell"
    return "" if kind in ("", "s", "str", "inlineStr") else "with a figure"


def _place(reference: str) -> tuple[int, int] | None:
    """Return column, from 0, and row of a reference such as B12; None for what is none."""
    found = _REFERENCE.fullmatch(reference)
    column = place_of_letters(found[1]) if found else None
    return None if found is None or column is None else (column, int(found[2]))


# A cell with another text


def refilled(document: XmlText, cell: Node, text: str) -> Splice:
    """Return the splice that gives a cell another text, or none, and keeps its style."""
    tag = document.text[cell.start : cell.content].decode("utf-8")
    start = _KIND.sub("", re.sub(r"\s*/?>$", "", tag))
    return cell.start, cell.stop, _element(start, document.prefix(cell), text)


def put_in(document: XmlText, row: SheetRow, place: int, style: str, text: str) -> Splice:
    """Return the splice that puts in a cell that a row has not, with the style of others."""
    prefix = document.prefix(row.node)
    behind = [cell.node.start for n, cell in row.cells.items() if n > place and cell.node]
    at = min(behind, default=row.node.end)
    styled = f" s={quoteattr(style)}" if style else ""
    start = f'<{prefix}c r="{letter_of(place)}{row.number}"{styled}'
    return at, at, _element(start, prefix, text)


def _element(start: str, prefix: str, text: str) -> str:
    if not text:
        return f"{start}/>"
    written = f'<{prefix}t xml:space="preserve">{_coded(text)}</{prefix}t>'
    return f'{start} t="inlineStr"><{prefix}is>{written}</{prefix}is></{prefix}c>'


def _coded(text: str) -> str:
    """Return a text as a sheet writes it, with Excel's escapes for what XML forbids."""
    text = _LIKE_ESCAPES.sub("_x005F_", text)
    return escaped(_FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", text))
