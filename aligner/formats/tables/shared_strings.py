"""The texts of a workbook's cells, which it keeps once for all its sheets.

They are held as bytes, one behind another: a list of them would take several times the memory, and
a small archive can hold very many. What is more than memory should bear is refused in a sentence.
"""

from __future__ import annotations

import re
from array import array
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.errors import UnusableInput
from aligner.files import DEEPEST, refuse_depth

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

LONGEST_TEXT = 1 << 20
"""Characters of a cell, and of a row; Excel has 32,767 in a cell, and a line of text no more."""
_MOST_BYTES = 400 << 20
"""Of all texts together, in UTF-8; a full sheet of long pairs has 300 MB."""
_MOST_TEXTS = 1 << 23
"""A full sheet of pairs has two million."""
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How Excel writes characters that XML forbids, and what looks like that but is text."""


def unescaped(text: str) -> str:
    """Return a text of a workbook as Excel shows it: `_x0041_` is an A, `_x000D_` a line end.

    Excel has one kind of line end. A character that is written as its two halves is one.
    """
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        if not text.isascii():
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class SharedStrings:
    """Texts by their number, in little more memory than their characters take."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._bytes = bytearray()
        self._ends = array("I")

    def __len__(self) -> int:
        return len(self._ends)

    def add(self, text: str) -> None:
        """Keep the next text; raises `UnusableInput` where they are too many or too long."""
        self._bytes += text.encode("utf-8")
        self._ends.append(len(self._bytes))
        if len(self._bytes) > _MOST_BYTES or len(self._ends) > _MOST_TEXTS:
            raise UnusableInput(
                f"{self._path} has more text in its cells than is read at once "
                f"({_MOST_BYTES >> 20} MB, {_MOST_TEXTS:,} cells); divide it into parts."
            )

    def __getitem__(self, number: int) -> str:
        start = self._ends[number - 1] if number else 0
        return self._bytes[start : self._ends[number]].decode("utf-8")


class SharedStringsHandler:
    """Makes texts of the elements `si`; how a word is pronounced is none of its text."""

    def __init__(self, path: Path) -> None:
        self.done: list[str] = []
        self.rich = bytearray()
        """Of each text: 1 if it has several styles, or says how a word is pronounced."""
        self._path = path
        self._depth = 0
        self._is_rich = False
        self._parts: list[str] = []
        self._runs: list[str] = []
        self._length = 0
        """Characters of the runs."""
        self._is_aside = False

    def connect(self, parser: XMLParserType) -> None:
        """Set the handlers of elements and text."""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._parts.append

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise refuse_depth(self._path)
        name = name.rpartition(":")[2]
        if name == "si":
            self._runs, self._length, self._is_rich = [], 0, False
        elif name == "rPh":
            self._is_aside = True
        if name in ("r", "rPh"):
            self._is_rich = True
        self._parts.clear()

    def _end(self, name: str) -> None:
        self._depth -= 1
        name = name.rpartition(":")[2]
        if name == "t" and not self._is_aside:
            self._runs.append(unescaped("".join(self._parts)))
            self._length += len(self._runs[-1])
            if self._length > LONGEST_TEXT:
                raise too_long(self._path)
        elif name == "rPh":
            self._is_aside = False
        elif name == "si":
            self.done.append("".join(self._runs))
            self.rich.append(self._is_rich)
        self._parts.clear()


def too_long(path: Path) -> UnusableInput:
    """Return the refusal of a text, or a row of texts, that is longer than any table's."""
    return UnusableInput(
        f"{path} has a row of more than {LONGEST_TEXT:,} characters; it is no table."
    )
