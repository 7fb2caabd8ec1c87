"""Editing in place: both cells of a row as editors, over the list and between its neighbours.

The row is as high as its editors need (`lines`); where it stands is asked of the list. The
terminal's own cursor is at the caret, where input methods show what they compose.
"""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.geometry import Region

from aligner.article import Language
from aligner.bitext import Pair
from tui.cell_editor import CellEditor
from tui.pair_list import PairList


class RowEditor:
    """The texts of one pair while they are edited."""

    def __init__(
        self,
        pair: Pair,
        place: int,
        *,
        allows_breaks: bool,
        takes: Callable[[events.Key], bool],
    ) -> None:
        """Take a pair and its position, and whether its format has line breaks in a segment."""
        self.pair, self.place = pair, place
        self.allows_breaks = allows_breaks or "\n" in pair.zh_text + pair.en_text
        has_lines = "\n" in pair.zh_text + pair.en_text
        self._cells: dict[Language, CellEditor] = {
            "zh": CellEditor("zh", pair.zh_text, has_lines=has_lines, takes=takes),
            "en": CellEditor("en", pair.en_text, has_lines=has_lines, takes=takes),
        }
        self.lines = 1
        """Lines of text that the row needs."""
        self.awaits_number = False
        """Whether the next key says what is inserted."""

    def cell(self, language: Language) -> CellEditor:
        """Return the editor of a side."""
        return self._cells[language]

    @property
    def texts(self) -> tuple[str, str]:
        """The Chinese and the English as they stand."""
        return self._cells["zh"].edited, self._cells["en"].edited

    @property
    def is_changed(self) -> bool:
        """Whether a text is another one than before."""
        return self.texts != (self.pair.zh_text, self.pair.en_text)

    def open(self, pair_list: PairList) -> None:
        """Show both cells, the caret at the end of each; the chosen one has the keys."""
        pair_list.screen.mount(*self._cells.values())
        for cell in self._cells.values():
            cell.move_cursor(cell.document.end)
        self.choose(pair_list.session.language)
        self.fit(pair_list)

    def choose(self, language: Language) -> None:
        """Let keys go to a side."""
        cell = self._cells[language]
        cell.screen.set_focus(cell)

    def close(self, pair_list: PairList) -> None:
        """Take the cells away; keys are the list's again."""
        pair_list.screen.set_focus(pair_list)
        for cell in self._cells.values():
            cell.remove()

    def fit(self, pair_list: PairList) -> None:
        """Let the row be as high as the texts need, and stand over it."""
        layout, before = pair_list.layout_of_lines, self.lines
        self.lines = max(
            self._cells["zh"].lines_in(layout.zh), self._cells["en"].lines_in(layout.en)
        )
        if self.lines != before:
            pair_list.follow()
        for language, cell in self._cells.items():
            cell.stand_at(pair_list.region_of(self.place, language) or Region())
        if pair_list.has_focus or pair_list.screen.focused is None:
            self.choose(pair_list.session.language)  # the cells were out of sight
