"""The last line of the screen: the keys that matter most, as many as fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from aligner.cells import width
from tui.action import AnyAction, key_name
from tui.words import Words


class KeyLine(Widget):
    """Shows keys with their labels; a click on one does what the key does."""

    COMPONENT_CLASSES = {"keys--key", "keys--label"}

    class Pressed(Message):
        """A label was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(
        self,
        words: Words,
        keymap: Mapping[str, tuple[str, ...]],
        actions: Sequence[AnyAction],
        *,
        plain: bool,
    ) -> None:
        super().__init__()
        self._words, self._keymap, self._plain = words, keymap, plain
        self._actions = actions

    def _entries(self) -> list[tuple[str, str, str]]:
        """Return name, key and label of what fits, the help always among it."""
        fitting: list[AnyAction] = []
        room = self.size.width
        for action in sorted(self._actions, key=lambda action: -action.weight):
            if not action.weight or not self._keymap[action.name]:
                continue
            needed = self._cells(action)
            if needed > room:
                break
            fitting.append(action)
            room -= needed
        return [self._entry(action) for action in self._actions if action in fitting]

    def _entry(self, action: AnyAction) -> tuple[str, str, str]:
        key = key_name(self._keymap[action.name][0], plain=self._plain)
        return action.name, f" {key}", f" {self._words.label(action)} "

    def _cells(self, action: AnyAction) -> int:
        _, key, label = self._entry(action)
        return width(key) + width(label)

    def render_line(self, y: int) -> Strip:
        """Return the line; see `Widget.render_line`."""
        key_style = self.get_component_rich_style("keys--key")
        label_style = self.get_component_rich_style("keys--label")
        segments = []
        for _, key, label in self._entries():
            segments += [Segment(key, key_style), Segment(label, label_style)]
        return Strip(segments).adjust_cell_length(self.size.width, label_style + Style())

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        column = 0
        for name, key, label in self._entries():
            column += width(key) + width(label)
            if event.x < column:
                self.post_message(self.Pressed(name))
                return
