"""Editing the text of both sides of a pair."""

from __future__ import annotations

import re

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, TextArea

from aligner.article import Language
from aligner.bitext import separator
from tui.words import Words

_BREAK = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")


class _Segment(TextArea):
    """A text that is one segment: Enter keeps it instead of breaking the line."""

    BINDINGS = [Binding("ctrl+enter,ctrl+j,f2", "keep", show=False, priority=True)]

    def on_key(self, event: events.Key) -> None:
        """Keep both texts on Enter, before TextArea breaks the line."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_keep()

    def on_paste(self, event: events.Paste) -> None:
        """Let TextArea paste lines as one: what wrapped them was another program."""
        event.text = _BREAK.sub(separator("zh" if self.id == "zh" else "en"), event.text)

    def action_keep(self) -> None:
        """Answer with both texts."""
        if isinstance(self.screen, Rewrite):
            self.screen.keep()


class Rewrite(ModalScreen[tuple[str, str] | None]):
    """Ask for the texts of a pair; Esc answers None."""

    BINDINGS = [
        Binding("escape", "drop", show=False, priority=True),
        Binding("tab,shift+tab", "app.focus_next", show=False, priority=True),
    ]

    def __init__(self, zh_text: str, en_text: str, language: Language, words: Words) -> None:
        super().__init__()
        self._given = zh_text, en_text
        self._language, self._words = language, words

    def compose(self) -> ComposeResult:
        """Lay both texts out."""
        zh, en = self._given
        with Vertical(classes="dialog wide"):
            yield Label(self._words("zh"), markup=False)
            yield _Segment(zh, id="zh", soft_wrap=True, tab_behavior="focus", compact=True)
            yield Label(self._words("en"), markup=False)
            yield _Segment(en, id="en", soft_wrap=True, tab_behavior="focus", compact=True)
            yield Label(self._words("edit how"), classes="hint", markup=False)

    def on_mount(self) -> None:
        """Begin at the end of the chosen side; on the other side at the end as well."""
        for area in self.query(TextArea):
            area.move_cursor(area.document.end)
        self.query_one(f"#{self._language}", TextArea).focus()

    def keep(self) -> None:
        """Answer with both texts as they stand."""
        zh, en = (self.query_one(f"#{name}", TextArea).text for name in ("zh", "en"))
        self.dismiss((zh.strip("\n"), en.strip("\n")))

    def action_drop(self) -> None:
        """Answer that nothing is to change."""
        self.dismiss(None)
