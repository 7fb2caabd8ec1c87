"""The right margin of the list: the map of what is left to look at, and the scroll bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.segment import Segment
from rich.style import Style

from aligner.checks import Problem
from tui.list_layout import MARKS, PLAIN_MARKS
from tui.minimap import Minimap, line_of
from tui.session import Session
from tui.styles import StyleName

CELLS = 3
"""Cells of the margin: a space, the map and the bar."""
_SIGNS: dict[Problem, tuple[str, StyleName]] = {
    Problem.DOUBTFUL: ("doubtful", "doubt"),
    Problem.WARNED: ("warned", "warned"),
    Problem.TERM: ("warned", "warned"),
    Problem.NO_ZH: ("alone", "alone"),
    Problem.NO_EN: ("alone", "alone"),
}
"""How the map shows each kind of problem: as the row does."""
_BAR: dict[StyleName, str] = {"pointer": "<◂", "thumb": "#█", "bar": "|│"}
"""The chosen row, the rows in the window, and the rest; each in ASCII and as it should be."""

MarginLine = tuple[Segment, Segment]
"""A cell of the map, and one of the bar."""


class ListMargin:
    """Draws the margin of the rows that a session shows."""

    def __init__(self, session: Session, *, is_plain: bool) -> None:
        self._session = session
        self._is_plain = is_plain
        self._marks = PLAIN_MARKS if is_plain else MARKS
        self._map = Minimap(session)

    def lines(
        self, height: int, thumb: range, styles: Mapping[StyleName, Style]
    ) -> list[MarginLine]:
        """Return the margin of a list so many lines high, its thumb where the window stands."""
        ground = styles["text"]
        inks = {name: ground + styles[name] for name in ("doubt", "warned", "alone", *_BAR)}
        marks = [self._mark(kind, ground, inks) for kind in self._map.lines(height)]
        return list(zip(marks, self._bar(height, thumb, inks), strict=True))

    def shows(self, height: int) -> tuple[Problem, ...]:
        """Return what the map shows."""
        return tuple(self._map.lines(height))

    def row_at(self, line: int, height: int) -> int | None:
        """Return the first row that a sign of the map stands for; None where there is none."""
        return self._map.row_at(line, height)

    def _mark(self, kind: Problem, ground: Style, inks: Mapping[StyleName, Style]) -> Segment:
        if kind not in _SIGNS:
            return Segment(" ", ground)
        name, ink = _SIGNS[kind]
        return Segment(self._marks[name], inks[ink])

    def _bar(self, height: int, thumb: range, inks: Mapping[StyleName, Style]) -> Iterator[Segment]:
        chosen = line_of(self._session.row, len(self._session.shown), height)
        for y in range(height):
            name: StyleName = "pointer" if y == chosen else "thumb" if y in thumb else "bar"
            ink = inks[name]
            if y == chosen and y in thumb and not self._is_plain:
                ink += Style(color=ink.bgcolor, bgcolor=inks["thumb"].color)  # a notch in it
            yield Segment(_BAR[name][not self._is_plain], ink)
