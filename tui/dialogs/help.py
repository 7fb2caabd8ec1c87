"""All keys, group by group, and what the marks mean; a search leaves the lines that fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from aligner.bitext import find_in_text
from aligner.cells import drawable, pad, wrap
from tui.action import GROUPS, AnyAction, key_name
from tui.list_layout import MARKS, PLAIN_MARKS
from tui.settings import Settings
from tui.words import Words

_KEYS = 22
"""Cells for the keys of an action."""
_FRAME = 6
"""Cells of the window that its frame and its scroll bar take."""
_LEAST = 30
"""Cells below which nothing is made to fit any more."""


class HelpPage(ModalScreen[None]):
    """Shows the keys that hold now."""

    BINDINGS = [
        Binding("q,question_mark,f1,？", "dismiss(None)", show=False),
        Binding("escape", "leave", show=False),
        Binding("slash,ctrl+f,／", "search", show=False),
    ]

    def __init__(
        self, settings: Settings, actions: Sequence[AnyAction], config: Path | None
    ) -> None:
        """Take the actions of the screen below, and where the user's settings are kept."""
        super().__init__()
        self._settings, self._actions, self._config = settings, actions, config

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        words = self._settings.words
        with Vertical(classes="dialog wide"):
            with VerticalScroll():
                yield Static(id="keys", markup=False)
            yield Input(placeholder=words("ask help"), compact=True)
            yield Label(
                words("help hint", path=drawable(str(self._config))), classes="hint", markup=False
            )

    def on_mount(self) -> None:
        """Begin with all lines, and without the line for a search."""
        self.query_one(Input).display = False
        self.query_one(VerticalScroll).focus()

    def on_resize(self, event: events.Resize) -> None:
        self._show(event.size.width)

    def on_input_changed(self, _: Input.Changed) -> None:
        self._show(self.size.width)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go back to the lines that were found."""
        event.stop()
        self.query_one(VerticalScroll).focus()

    def action_search(self) -> None:
        """Show the line for a search."""
        line = self.query_one(Input)
        line.display = True
        line.focus()

    def action_leave(self) -> None:
        """Give a search up if there is one, else close."""
        line = self.query_one(Input)
        if not line.display:
            self.dismiss(None)
            return
        line.value, line.display = "", False
        self.query_one(VerticalScroll).focus()

    def _show(self, columns: int) -> None:
        settings = self._settings
        words, plain = settings.words, settings.is_plain
        room, query = max(columns - _FRAME, _LEAST), self.query_one(Input).value
        lines = help_lines(
            words, settings.keymap, self._actions, plain=plain, columns=room, query=query
        )
        marks = PLAIN_MARKS if plain else MARKS
        for text in (words("help mouse"), words("help marks", **marks)):
            if _fits(query, text):
                lines += _wrapped(text, room)
        self.query_one("#keys", Static).update("\n".join(lines or [words("no help", query=query)]))


def help_lines(
    words: Words,
    keymap: Mapping[str, tuple[str, ...]],
    actions: Sequence[AnyAction],
    *,
    plain: bool = False,
    columns: int = 80,
    query: str = "",
) -> list[str]:
    """Return lines for each action under the name of its group, those that fit a query.

    None is wider than `columns` cells; what an action does goes on under its beginning.
    """
    lines: list[str] = []
    for group in GROUPS:
        of_group = [
            line
            for action in actions
            if action.group == group
            for line in _of_action(action, words, keymap[action.name], plain, columns, query)
        ]
        if of_group:
            lines += [words.group(group), *of_group, ""]
    return lines


def _of_action(
    action: AnyAction, words: Words, own: Sequence[str], plain: bool, columns: int, query: str
) -> Iterator[str]:
    keys = "  ".join(key_name(key, plain=plain) for key in own)
    told = words.help(action)
    if not _fits(query, f"{keys} {words.label(action)} {told}"):
        return
    first = pad(keys, _KEYS)
    for line in _wrapped(told, columns - _KEYS - 3):
        yield f"  {first} {line}"
        first = " " * _KEYS


def _fits(query: str, text: str) -> bool:
    return not query.strip() or bool(find_in_text(text, query))


def _wrapped(text: str, columns: int) -> list[str]:
    return [line.strip() for line in wrap(text, columns)]
