"""Drawings of pairs, kept while nothing that they show has changed.

They are kept by the pair and not by its place: the pairs below an edit move, and are shown as they
were drawn before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.style import Style

from aligner.bitext import Pair
from tui.drawing import Appearance, Drawing, draw_pair
from tui.list_layout import ListLayout
from tui.session import Session
from tui.styles import StyleName, styles_of

_MOST = 600
"""Drawings that are kept; several screenfuls."""


@dataclass(frozen=True, slots=True)
class _Kept:
    pair: Pair
    appearance: Appearance
    drawing: Drawing


class KeptDrawings:
    """Draws the rows that a session shows, each once for as long as it looks the same."""

    def __init__(
        self,
        session: Session,
        appearance_of: Callable[[int, Pair], Appearance],
        style_of: Callable[[str], Style],
    ) -> None:
        """Take how a pair at a position looks, and the style that has a name in the style sheet."""
        self._session = session
        self._appearance_of = appearance_of
        self._style_of = style_of
        self._kept: dict[int, _Kept] = {}
        """By the identity of the pair."""
        self._rows: dict[int, Drawing] = {}
        """How rows are drawn, as far as it was asked since the last change."""
        self._styles: dict[StyleName, Style] = {}

    @property
    def styles(self) -> dict[StyleName, Style]:
        """The styles of the theme that holds now."""
        if not self._styles:
            self._styles = styles_of(self._style_of)
        return self._styles

    def of(self, row: int, layout: ListLayout) -> Drawing:
        """Return how a row is drawn; worked out once between two changes."""
        if (known := self._rows.get(row)) is not None:
            return known
        place = self._session.shown[row]
        pair = self._session.pair_at(place)
        appearance = self._appearance_of(place, pair)
        kept = self._kept.get(id(pair))
        if kept is None or kept.pair is not pair or kept.appearance != appearance:
            if len(self._kept) > _MOST:
                self._kept.clear()
            drawing = draw_pair(pair, appearance, layout, self.styles)
            kept = self._kept[id(pair)] = _Kept(pair, appearance, drawing)
        self._rows[row] = kept.drawing
        return kept.drawing

    def look_again(self) -> None:
        """Look at all rows anew when they are asked for next: something has changed."""
        self._rows.clear()

    def forget_widths(self) -> None:
        """Forget the drawings: the columns have another width."""
        self._kept.clear()
        self._rows.clear()

    def forget(self) -> None:
        """Forget drawings and styles: the colours have changed as well."""
        self.forget_widths()
        self._styles.clear()
