"""A cell of a Word table with another text.

A text takes the properties of its runs with it, character by character; the cell keeps those of
its first paragraph, its bookmarks and the anchors of comments on it. Law: what is not white space
comes out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from aligner.formats.docx.cells import CellContent, Piece
from aligner.formats.xml_splice import escaped

_Part = tuple[str, str]
"""A character with the properties of its run, as both are written."""


@dataclass(frozen=True, slots=True)
class Character:
    """A character that is no white space."""

    text: str
    piece: Piece
    cell: int
    """The number of its cell, by which paragraphs of one cell are told from those of others."""
    blank: str | None
    """The properties of the white space before it in its cell; None where there is none."""

    @property
    def place(self) -> tuple[int, int]:
        """The paragraph that it stands in."""
        return self.cell, self.piece.paragraph


def characters_of(cells: Sequence[CellContent]) -> Iterator[Character]:
    """Yield the characters of cells in their order."""
    for number, cell in enumerate(cells):
        blank: str | None = None
        for piece in cell.pieces:
            for character in piece.text:
                if character.isspace():
                    blank = piece.properties
                else:
                    yield Character(character, piece, number, blank)
                    blank = None


def refilled(cell: CellContent, text: str, stream: Iterator[Character], prefix: str) -> str:
    """Return the content of a cell's element with another text.

    What is no white space in it is taken from the stream, which has the same characters; `prefix`
    is that of Word's elements, such as `w:`.
    """
    paragraphs: list[list[_Part]] = [[]]
    gap = ""
    last: Character | None = None
    for character in text:
        if character.isspace():
            gap += character
            continue
        own = next(stream)
        if last and "\n" in gap and own.place != last.place:
            paragraphs += [[] for _ in range(gap.count("\n"))]
        else:
            properties = _properties_of_gap(last, own)
            paragraphs[-1] += [(properties, _white(blank, prefix)) for blank in gap]
        paragraphs[-1].append((own.piece.properties, own.piece.element or escaped(character)))
        gap, last = "", own
    between = f"</{prefix}p>{_next_paragraph(cell.paragraph, prefix)}"
    written = between.join(_runs(paragraph, prefix) for paragraph in paragraphs)
    start = cell.properties + cell.paragraph + cell.before
    return f"{start}{written}{cell.after}</{prefix}p>"


def _properties_of_gap(last: Character | None, own: Character) -> str:
    """Return how white space between two characters looks: as it did, or as what it follows."""
    if last is None or (last.cell == own.cell and own.blank is not None):
        return own.piece.properties if own.blank is None else own.blank
    return last.piece.properties


def _white(blank: str, prefix: str) -> str:
    name = {"\t": "tab", "\n": "br"}.get(blank)
    return f"<{prefix}{name}/>" if name else blank


def _next_paragraph(first: str, prefix: str) -> str:
    """Return how a further paragraph begins: with the properties, and not the ids, of the first."""
    return f"<{prefix}p>{first[first.index('>') + 1 :]}"


def _runs(parts: Sequence[_Part], prefix: str) -> str:
    """Return characters, each with its properties, as runs."""
    runs = []
    for properties, group in groupby(parts, key=lambda part: part[0]):
        content = ""
        for is_element, pieces in groupby(
            (piece for _, piece in group), key=lambda piece: piece.startswith("<")
        ):
            written = "".join(pieces)
            text = f'<{prefix}t xml:space="preserve">{written}</{prefix}t>'
            content += written if is_element else text
        runs.append(f"<{prefix}r>{properties}{content}</{prefix}r>")
    return "".join(runs)
