"""What stands in a cell of a Word table, and the cell with another text.

A text takes the properties of its runs with it, character by character; the cell keeps those of
its paragraph, its bookmarks and the anchors of comments on it. A cell that holds more than text is
told by the reason why it cannot be replaced. Law: what is not white space comes out once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import groupby

from aligner.formats.xml_splice import escaped

_PIECE = re.compile(
    r"""<!--.*?-->|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<\?.*?\?>"""
    r"""|<(?P<slash>/?)(?P<name>[^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*?(?P<empty>/?)>"""
    r"""|(?P<text>[^<]+)""",
    re.DOTALL,
)
_PROPERTIES = frozenset({"tcPr", "pPr", "rPr"})
_SAID = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""Elements of a run that are characters."""
_STARTS = frozenset({"bookmarkStart", "commentRangeStart"})
_ENDS = frozenset({"bookmarkEnd", "commentRangeEnd"})
_UNSEEN = frozenset({"proofErr", "lastRenderedPageBreak"})
_TRACKED = frozenset(
    {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "delText"}
    | {f"{of}Change" for of in ("rPr", "pPr", "tcPr", "trPr", "tblPrEx", "numbering")}
)
_FIELDS = frozenset({"fldChar", "fldSimple", "instrText"})
_MERGES = frozenset({"vMerge", "hMerge"})

TRACKED = "with tracked changes"
MERGED = "with merged cells"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one run."""

    text: str
    properties: str
    """The element of the run's properties as it is written; empty where there is none."""
    paragraph: int
    element: str = ""
    """How it is written, where it is a character that has an element."""


@dataclass(frozen=True, slots=True)
class CellContent:
    """What a cell holds, and what is kept of it when its text is replaced."""

    pieces: tuple[Piece, ...]
    properties: str
    """Those of the cell, as they are written."""
    paragraph: str
    """The tag that begins its first paragraph, and the properties of it."""
    before: str
    """Marks before the text, as they are written: where bookmarks and comments begin."""
    after: str
    """Marks behind it."""
    held: str
    """Why the text cannot be replaced; empty where it can."""

    @property
    def text(self) -> str:
        """What people read; paragraphs are lines."""
        parts: list[str] = []
        last = 0
        for piece in self.pieces:
            parts += ["\n" * (piece.paragraph - last) if parts else "", piece.text]
            last = piece.paragraph
        return "".join(parts)


def names_in(raw: str) -> set[str]:
    """Return the names of the elements in a piece of XML, without their prefixes."""
    names = (piece["name"] for piece in _PIECE.finditer(raw))
    return {name.rpartition(":")[2] for name in names if name}


def is_tracked(names: Iterable[str]) -> bool:
    """Whether elements of these names say that somebody has changed something."""
    return not _TRACKED.isdisjoint(names)


def value_in(raw: str, name: str) -> str | None:
    """Return the value of an element in a piece of XML; None where it is not there."""
    found = re.search(rf"""<(?:[\w.-]+:)?{name}\b(?:[^>]*?\bval\s*=\s*["']([^"'>]*))?""", raw)
    return found and (found[1] or "")


def cell_content(raw: str) -> CellContent:
    """Return what stands in a cell, given the content of its element."""
    return _Reader(raw).read()


class _Reader:
    """Reads one cell, piece by piece."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._open: list[tuple[str, int]] = []
        """Names of the elements that are open, and where they start."""
        self._within = 0
        """How many elements of properties are open."""
        self._said: set[str] = set()
        """What stands among the properties."""
        self._more: set[str] = set()
        """What is more than text."""
        self._pieces: list[Piece] = []
        self._marks: dict[str, list[str]] = {"before": [], "after": []}
        self._cell = self._first = self._properties = ""
        self._paragraph = -1
        self._text: list[str] = []
        self._is_kept = self._is_mark = False
        self._run = 0
        """How many pieces stand before the run."""

    def read(self) -> CellContent:
        for piece in _PIECE.finditer(self._raw):
            if piece["name"] is None:
                self._add(piece)
            elif piece["slash"]:
                self._end(piece.end())
            else:
                self._start(piece)
                if piece["empty"]:
                    self._end(piece.end())
        return CellContent(
            tuple(self._pieces),
            self._cell,
            self._first,
            "".join(self._marks["before"]),
            "".join(self._marks["after"]),
            self._held(),
        )

    def _add(self, piece: re.Match[str]) -> None:
        if self._open and self._open[-1][0] == "t":
            self._text.append(piece["cdata"] or unescape(piece["text"] or ""))

    def _start(self, piece: re.Match[str]) -> None:
        name = piece["name"].rpartition(":")[2]
        if self._within:
            self._said.add(name)
        elif name in _SAID and "=" not in piece[0]:
            self._put(_SAID[name], f"<{piece['name']}/>")
        elif name == "p":
            self._begin_paragraph(piece)
        elif name == "r":
            self._run, self._properties, self._is_mark = len(self._pieces), "", False
        elif name == "t" and self._is_in_run():
            self._text, self._is_kept = [], "preserve" in piece[0]
        elif name in _STARTS | _ENDS:
            self._marks["before" if name in _STARTS else "after"].append(piece[0])
        elif name == "commentReference":
            self._is_mark = True
        elif name not in _PROPERTIES | _UNSEEN:
            self._more.add(name)
        self._within += name in _PROPERTIES
        self._open.append((name, piece.start()))

    def _begin_paragraph(self, piece: re.Match[str]) -> None:
        self._paragraph += 1
        if not self._paragraph:
            self._first = re.sub(r"\s*/?>$", ">", piece[0])

    def _end(self, stop: int) -> None:
        name, start = self._open.pop()
        raw = self._raw[start:stop]
        if name in _PROPERTIES:
            self._within -= 1
            self._end_properties(name, raw)
        elif name == "t" and not self._within and self._is_in_run():
            text = "".join(self._text)
            text = text if self._is_kept else text.strip(" \t\r\n")
            self._put(re.sub(r"[\t\r\n]", " ", text))
        elif name == "r" and self._is_mark:
            if len(self._pieces) > self._run:
                self._more.add("commentReference")
            self._marks["after"].append(raw)

    def _end_properties(self, name: str, raw: str) -> None:
        if self._within:
            return
        if name == "tcPr":
            self._cell = raw
        elif name == "rPr":
            self._properties = raw
        elif not self._paragraph:
            self._first += raw

    def _is_in_run(self) -> bool:
        """Whether what stands here is text, and none that was moved away."""
        names = [name for name, _ in self._open if name != "t"]
        return names[-1:] == ["r"] and "moveFrom" not in names

    def _put(self, text: str, element: str = "") -> None:
        if text:
            self._pieces.append(Piece(text, self._properties, max(self._paragraph, 0), element))

    def _held(self) -> str:
        if is_tracked(self._said | self._more):
            return TRACKED
        if "tbl" in self._more:
            return "with a table in a cell"
        if not _FIELDS.isdisjoint(self._more):
            return "with a field"
        if not _MERGES.isdisjoint(self._said) or span_of(self._cell) > 1:
            return MERGED
        if "vanish" in self._said:
            return "with hidden text"
        return "with more than text in a cell" if self._more or self._paragraph < 0 else ""


def span_of(properties: str) -> int:
    """Return how many columns a cell goes over."""
    said = value_in(properties, "gridSpan") or ""
    return int(said[:4]) if said.isdecimal() and said.isascii() else 1


# A cell with another text

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
