"""A cell of the list while its text is edited: it stands exactly over the cell, in its column."""

from __future__ import annotations

import re
from collections.abc import Callable

from textual import events
from textual.geometry import Region
from textual.widgets import TextArea

from aligner.article import Language
from aligner.bitext import separator
from tui.stand_ins import UNSAFE, StandIns

_BREAK = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ0-9]")
_WANTS_SPACE = re.compile(r"[A-Za-zÀ-ɏ0-9.,;:!?)\]”’]")
"""What a Latin word does not follow without a space."""


class CellEditor(TextArea):
    """The text of one side of a pair. `takes` sees each key first."""

    def __init__(
        self,
        language: Language,
        text: str,
        *,
        has_lines: bool,
        takes: Callable[[events.Key], bool],
    ) -> None:
        """Take whether pasted lines stay lines; `takes` returns whether a key meant something."""
        self._given, self._stand_ins = text, StandIns(text)
        super().__init__(
            self._stand_ins.shown,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
        )
        self._untouched = self.text
        self._side, self._has_lines, self._takes = language, has_lines, takes

    @property
    def edited(self) -> str:
        """The text as it stands; what nobody has touched is the text that was given."""
        if self.text == self._untouched:
            return self._given
        return self._stand_ins.restored(self.text).strip("\n")

    def lines_in(self, columns: int) -> int:
        """Return how many lines its text fills in a column; one cell is left for the caret."""
        self.wrapped_document.wrap(max(columns - 1, 1), self.indent_width)
        return max(self.wrapped_document.height, 1)

    @property
    def marked(self) -> str:
        """The words that are marked, or else the word at the caret."""
        if self.selected_text.strip():
            return self.selected_text.strip()
        row, column = self.cursor_location
        words = _WORD.finditer(self.document.get_line(row))
        return next((word[0] for word in words if word.start() <= column <= word.end()), "")

    def stand_at(self, region: Region) -> None:
        """Stand in a region of the screen; an empty one hides the cell."""
        self.display = bool(region)
        self.styles.offset = region.offset
        self.styles.width, self.styles.height = region.size
        self.call_after_refresh(self._lead_cursor)

    def _lead_cursor(self) -> None:
        """Let the terminal's own cursor stand at the caret, where the cell is now."""
        if self.has_focus:
            caret = self.wrapped_document.location_to_offset(self.cursor_location)
            self.app.cursor_position = self.region.offset + caret - self.scroll_offset

    def put(self, text: str) -> None:
        """Put a text in place of all there is; the editor's own undo takes it back."""
        self.replace(StandIns(text).shown, self.document.start, self.document.end)
        self.move_cursor(self.document.end)

    def put_in(self, text: str) -> None:
        """Put words in at the caret, with a space before a word where it would touch another."""
        start = min(self.selection)
        before = self.document.get_line(start[0])[: start[1]]
        meets = _WANTS_SPACE.match(before[-1:]) and _LATIN.match(text[:1])
        self.insert(f" {text}" if meets else text)

    def on_key(self, event: events.Key) -> None:
        """Let the screen use a key before TextArea does."""
        if self._takes(event):
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Let TextArea paste lines as one, unless the text has lines: a page wrapped them."""
        if not self._has_lines:
            event.text = _BREAK.sub(separator(self._side), event.text)
        event.text = UNSAFE.sub("", event.text)
        event.stop()
