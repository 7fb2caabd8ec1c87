"""A sheet of a workbook to rows of text, while its XML streams by.

What a sheet says of its own size is not asked: a row has the cells that hold something, and what
stands between them is empty. Rows without a text are passed over, so that a sheet whose every cell
has a colour costs no more than its XML.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.errors import UnusableInput
from aligner.files import DEEPEST, refuse_depth
from aligner.formats.tables.figures import Figures
from aligner.formats.tables.places import place_of_letters
from aligner.formats.tables.shared_strings import (
    LONGEST_TEXT,
    SharedStrings,
    too_long,
    unescaped,
)

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

Cell = str | int
"""A text, or the number of one that the workbook keeps for all its sheets."""

MOST_COLUMNS = 16_384
"""The last is XFD."""
_MOST_GAPS = 1 << 25
"""Empty places between the texts of a workbook's rows: each costs, and none is in the file."""
_DIGITS = "0123456789"


class CellTexts:
    """What the cells of all sheets say; bounds what they say together."""

    def __init__(
        self, path: Path, strings: SharedStrings, figures: Figures, most_characters: int
    ) -> None:
        self.path = path
        self._strings = strings
        self._figures = figures
        self._most = most_characters
        self._given = self._gaps = 0
        self.without_value = 0
        """Formulas whose value the file does not hold: nobody has worked it out."""

    def shown(self, kind: str, style: str, value: str) -> Cell:
        """Return what a cell shows whose `v` holds `value`; raises `ValueError` for nonsense."""
        if kind == "s":
            number = int(value)
            if not 0 <= number < len(self._strings):
                raise ValueError(number)
            return number
        if kind == "n":
            return self._figures.text(value, style)
        if kind == "b":
            return str(bool(int(value)))
        return value

    def row(self, cells: Sequence[Cell]) -> list[str]:
        """Return the texts of a row; raises `UnusableInput` where all rows are longer than is read.

        A small file may show one long text in a million cells.
        """
        row = [cell if isinstance(cell, str) else self._strings[cell] for cell in cells]
        length = sum(map(len, row))
        if length > LONGEST_TEXT:
            raise too_long(self.path)
        self._given += length
        if self._given > self._most:
            raise UnusableInput(
                f"The cells of {self.path} show more than {self._most >> 20:,} million characters, "
                "more than is read; divide it into parts."
            )
        return row

    def count_gap(self, places: int) -> None:
        """Count empty places before a text."""
        self._gaps += places
        if self._gaps > _MOST_GAPS:
            raise UnusableInput(
                f"{self.path} has rows whose texts stand far apart, thousands of columns in "
                "between; take the empty columns out."
            )


class SheetHandler:
    """Makes rows of the elements of a sheet; the last one, which is None, is its end.

    Texts that are kept for all sheets are only named: a piece of a file may name a long one often.

    It is called four times for every cell: what is common comes first in its functions.
    """

    __slots__ = (
        "_before",
        "_cell",
        "_depth",
        "_is_aside",
        "_is_formula",
        "_kind",
        "_length",
        "_parts",
        "_places",
        "_row",
        "_runs",
        "_style",
        "_texts",
        "_value",
        "done",
    )

    def __init__(self, texts: CellTexts) -> None:
        self.done: list[list[Cell] | None] = []
        self._texts = texts
        self._parts: list[str] = []
        self._row: list[Cell] = []
        self._length = 0
        """Characters of the row so far."""
        self._before = -1
        """The place of the cell before."""
        self._places: dict[str, int] = {}
        """Places by their letters, once they have been worked out."""
        self._cell = self._kind = self._style = self._value = ""
        self._runs: list[str] = []
        """The texts of the cell, where it holds them itself."""
        self._is_aside = self._is_formula = False
        self._depth = 0

    def connect(self, parser: XMLParserType) -> None:
        """Set the handlers of elements and text."""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        # A built-in method: no frame of Python for each piece of text.
        parser.CharacterDataHandler = self._parts.append

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise refuse_depth(self._texts.path)
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            said = attributes.get
            self._cell, self._kind, self._style = said("r", ""), said("t", "n"), said("s", "")
            self._value, self._is_formula = "", False
            self._runs.clear()
            letters = self._cell.rstrip(_DIGITS)
            self._before = self._places.get(letters, -1) if letters else self._before + 1
            if self._before < 0:
                self._before = self._place(letters)
        elif name == "row":
            self._row, self._length, self._before = [], 0, -1
        elif name == "rPh":
            self._is_aside = True
        self._parts.clear()

    def _place(self, letters: str) -> int:
        place = place_of_letters(letters)
        if place is None or place >= MOST_COLUMNS:
            raise UnusableInput(
                f"{self._texts.path} has a cell {self._cell[:20]!r}, and no sheet has such a "
                "place; open it in Excel and save it as .xlsx or .csv again."
            )
        self._places[letters] = place
        return place

    def _end(self, name: str) -> None:
        self._depth -= 1
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            if self._value or self._runs:
                self._close()
            elif self._is_formula and self._kind != "str":  # a text may be an empty one
                self._texts.without_value += 1
        elif name == "v":
            self._value = "".join(self._parts)
        elif name == "t":
            if not self._is_aside:
                self._runs.append(unescaped("".join(self._parts)))
        elif name == "f":
            self._is_formula = True
        elif name == "row":
            self.done.append(self._row)
            self._row, self._length = [], 0
        elif name == "rPh":
            self._is_aside = False
        elif name == "sheetData":
            self.done.append(None)
        self._parts.clear()

    def _close(self) -> None:
        """Put the text of a cell in its place."""
        text: Cell = "".join(self._runs) if self._kind == "inlineStr" else self._shown()
        if text == "":
            return
        row, place = self._row, self._before
        if place != len(row):
            if place < len(row):
                raise self._nonsense()
            self._texts.count_gap(place - len(row))
            row.extend([""] * (place - len(row)))
        row.append(text)
        if isinstance(text, str):
            self._length += len(text)
            if self._length > LONGEST_TEXT:
                raise too_long(self._texts.path)

    def _shown(self) -> Cell:
        if not self._value:
            return ""
        try:
            text = self._texts.shown(self._kind, self._style, self._value)
        except ValueError:
            raise self._nonsense() from None
        return unescaped(text) if isinstance(text, str) else text

    def _nonsense(self) -> UnusableInput:
        return UnusableInput(
            f"{self._texts.path} is no workbook that can be read: its cell {self._cell[:20]!r} "
            "holds what no cell can; open it in Excel and save it as .xlsx or .csv again."
        )
