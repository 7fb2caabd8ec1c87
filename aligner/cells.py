"""Terminal cells: the one place that measures text and the one place that wraps it.

A Han character fills two cells, so `len()` says nothing about a column. Control characters never
reach the terminal: they are drawn as pictures. Laws: a line is never wider than asked, and the
lines of a text, joined, are the text but for white space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from rich.cells import cell_len, split_graphemes

Role = Literal["narrow", "wide", "opening", "closing", "glue"]

_CLOSING = frozenset("，。、；：？！．·‧…—～％‰℃々”’」』）》〉】〕］｝,.;:?!)]}%")
"""Marks that never begin a line; other marks of the classes Pe and Pf neither."""
_OPENING = frozenset("“‘「『（《〈【〔［｛([{￥＄")
"""Marks that never end a line; other marks of the classes Ps and Pi neither."""
_GLUE = frozenset("\"'＂＇\u00a0\u202f\u2060")
"""Straight quotes may open or close: they stay with both neighbours, as no-break spaces do."""

_WHITE = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\xad\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def drawable(text: str) -> str:
    """Make text safe to draw on one line.

    Tabs and line ends become spaces; other control characters their pictures (␛); C1 controls,
    marks that turn the direction of writing and lone surrogates U+FFFD.
    """
    return _UNSAFE.sub(_picture, _WHITE.sub(" ", text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0xAD:  # a soft hyphen: terminals do not agree on its width
        return ""
    return "␡" if code == 0x7F else "\ufffd"


def width(text: str) -> int:
    """Measure drawable text in terminal cells."""
    return cell_len(text)


def pad(text: str, columns: int) -> str:
    """Fill drawable text with spaces on the right, up to `columns` cells; never cuts."""
    return text + " " * max(0, columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Break text into lines of at most `columns` cells (2 or more); no text gives no line.

    Lines break at spaces and on either side of a Han character; Latin words and numbers stay
    whole. No closing mark begins a line and no opening mark ends one, unless the column is too
    narrow for a character and its marks.
    """
    if columns < 2:
        raise ValueError("a Han character needs two cells")
    text = drawable(text).strip()
    if width(text) <= columns:
        return [text] if text else []
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(_atoms(text), columns):
        gap = piece.space if line else ""
        needed = width(gap) + piece.cells
        if line and (piece.wants_new_line or used + needed > columns):
            lines.append(line)
            line, used, gap, needed = "", 0, "", piece.cells
        line += gap + piece.text
        used += needed
    if line:
        lines.append(line)
    return lines


class _Atom(NamedTuple):
    """A character with the marks that combine with it, and the white space before it."""

    text: str
    cells: int
    space: str
    role: Role


class _Piece(NamedTuple):
    """What is to stay on one line."""

    text: str
    cells: int
    space: str
    wants_new_line: bool
    """The first part of a word wider than a line: it is cut, but not also scattered."""


def _atoms(text: str) -> list[_Atom]:
    atoms: list[_Atom] = []
    space = ""
    for start, end, cells in split_graphemes(text)[0]:
        grapheme = text[start:end]
        if grapheme.isspace() and grapheme not in _GLUE:
            space += grapheme
        else:
            atoms.append(_Atom(grapheme, cells, space, _role(grapheme[0], cells)))
            space = ""
    return atoms


@lru_cache(maxsize=8192)
def _role(character: str, cells: int) -> Role:
    if character in _GLUE:
        return "glue"
    category = unicodedata.category(character)
    if character in _CLOSING or category in ("Pe", "Pf"):
        return "closing"
    if character in _OPENING or category in ("Ps", "Pi"):
        return "opening"
    return "wide" if cells > 1 else "narrow"


def _may_break(before: _Atom, after: _Atom) -> bool:
    if before.role == "opening" or after.role == "closing":
        return False
    if after.space:
        return True
    if before.role == "glue" or after.role == "glue":
        return False
    if before.role == "closing":
        # Words hold such marks too: 3.5, don’t, U.S., an address.
        return after.role != "narrow" or before.cells > 1 or before.text == "—"
    if after.role == "opening":
        return before.role == "wide" or after.cells > 1
    return before.role == "wide" or after.role == "wide"


def _between_marks(before: _Atom, after: _Atom) -> bool:
    return before.role != "opening" and after.role != "closing"


def _pieces(atoms: list[_Atom], columns: int) -> Iterator[_Piece]:
    """Yield words, and instead of those wider than a line their parts."""
    for word in _split(atoms, _may_break):
        if (whole := _piece(word)).cells <= columns:
            yield whole
            continue
        wants_new_line = True
        for part in _split(word, _between_marks):
            for piece in _cut(part, columns):
                yield piece._replace(wants_new_line=wants_new_line)
                wants_new_line = False


def _cut(part: list[_Atom], columns: int) -> list[_Piece]:
    """Leave a character its marks, unless they are wider than a line together."""
    whole = _piece(part)
    if whole.cells <= columns:
        return [whole]
    return [_piece([atom]) for atom in part]


def _split(atoms: list[_Atom], may_break: Callable[[_Atom, _Atom], bool]) -> Iterator[list[_Atom]]:
    start = 0
    for index in range(1, len(atoms)):
        if may_break(atoms[index - 1], atoms[index]):
            yield atoms[start:index]
            start = index
    if atoms:
        yield atoms[start:]


def _piece(atoms: list[_Atom]) -> _Piece:
    first = atoms[0]
    text, cells = first.text, first.cells
    for atom in atoms[1:]:
        text += atom.space + atom.text
        cells += width(atom.space) + atom.cells
    return _Piece(text, cells, first.space, wants_new_line=False)
