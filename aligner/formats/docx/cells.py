"""What stands in a cell of a Word table, with the looks of its text.

Text is what Word shows with changes accepted. A cell that holds more than text, or text that
somebody has changed with tracking, says why its text cannot be replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

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
        elif name == "commentReference":
            self._is_mark = True
        elif name not in _PROPERTIES | _UNSEEN | _STARTS | _ENDS:
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
        elif name in _STARTS | _ENDS:
            self._marks["before" if name in _STARTS else "after"].append(raw)
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
