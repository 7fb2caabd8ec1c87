"""Figures of a workbook as text: a number, or the date that its cell shows.

Which formats of cells show dates stands in a part of its own. A figure that is no date although its
format says so is given as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.errors import UnusableInput
from aligner.files import DEEPEST, refuse_depth

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_MOST_STYLES = 1 << 17
"""Excel has half as many."""
_LONGEST_FORMAT = 255
"""Characters of a format; the patterns that read it look no further."""


class StylesHandler:
    """Makes the format of each style of a cell, in their order."""

    def __init__(self, path: Path) -> None:
        self.done: list[str] = []
        self._path = path
        self._depth = self._count = 0
        self._own: dict[str, str] = {}
        self._is_of_cells = False

    def connect(self, parser: XMLParserType) -> None:
        """Set the handlers of elements."""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        from openpyxl.styles.numbers import BUILTIN_FORMATS

        self._depth += 1
        if self._depth > DEEPEST:
            raise refuse_depth(self._path)
        name = name.rpartition(":")[2]
        number = attributes.get("numFmtId", "0")
        if name == "numFmt":
            self._own[number] = attributes.get("formatCode", "")[:_LONGEST_FORMAT]
        elif name == "cellXfs":
            self._is_of_cells = True
        elif name == "xf" and self._is_of_cells:
            built_in = BUILTIN_FORMATS.get(int(number), "") if len(number) < 6 else ""
            self.done.append(self._own.get(number, built_in))
        else:
            return
        self._count += 1
        if self._count > _MOST_STYLES:
            raise UnusableInput(
                f"{self._path} has more than {_MOST_STYLES:,} styles of cells, which no workbook "
                "has; save it in Excel again."
            )

    def _end(self, name: str) -> None:
        self._depth -= 1
        if name.rpartition(":")[2] == "cellXfs":
            self._is_of_cells = False


class Figures:
    """Figures to text, by the styles of their cells."""

    def __init__(self, formats: Iterable[str], *, since_1904: bool) -> None:
        from openpyxl.styles.numbers import is_date_format, is_timedelta_format
        from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

        self._epoch: datetime = MAC_EPOCH if since_1904 else WINDOWS_EPOCH
        self._dates: dict[str, bool] = {}
        for number, code in enumerate(formats):
            if is_date_format(code):
                self._dates[str(number)] = bool(is_timedelta_format(code))

    def text(self, figure: str, style: str) -> str:
        """Return a figure as text; raises `ValueError` for what is none."""
        is_whole = not any(mark in figure for mark in ".eE")
        value = int(figure) if is_whole else float(figure)
        if style not in self._dates:
            return str(value)
        from openpyxl.utils.datetime import from_excel

        try:
            return str(from_excel(value, self._epoch, timedelta=self._dates[style]))
        except (ValueError, OverflowError):
            return str(value)
