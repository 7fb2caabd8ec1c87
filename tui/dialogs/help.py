"""All keys, group by group, and what the marks mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label

from aligner.cells import drawable, pad
from tui.action import GROUPS, AnyAction, key_name
from tui.list_layout import MARKS, PLAIN_MARKS
from tui.settings import Settings
from tui.words import Words


class HelpPage(ModalScreen[None]):
    """Shows the keys that hold now."""

    BINDINGS = [
        Binding("escape,q,question_mark,f1", "dismiss(None)", show=False),
    ]

    def __init__(
        self, settings: Settings, actions: Sequence[AnyAction], keys_file: Path | None
    ) -> None:
        """Take the actions of the screen below, and where the user's own keys are looked for."""
        super().__init__()
        self._settings, self._actions, self._keys_file = settings, actions, keys_file

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        words, plain = self._settings.words, self._settings.is_plain
        lines = help_lines(words, self._settings.keymap, self._actions, plain=plain)
        with Vertical(classes="dialog wide"):
            with VerticalScroll():
                for line in lines:
                    yield Label(line, markup=False)
                yield Label(words("help mouse"), markup=False)
                marks = PLAIN_MARKS if plain else MARKS
                yield Label(words("help marks", **marks), markup=False)
            yield Label(
                words("help hint", path=drawable(str(self._keys_file))),
                classes="hint",
                markup=False,
            )


def help_lines(
    words: Words,
    keymap: Mapping[str, tuple[str, ...]],
    actions: Sequence[AnyAction],
    *,
    plain: bool = False,
) -> list[str]:
    """Return a line for each action under the name of its group."""
    lines: list[str] = []
    for group in GROUPS:
        lines.append(words.group(group))
        for action in actions:
            if action.group == group:
                keys = "  ".join(key_name(key, plain=plain) for key in keymap[action.name])
                lines.append(f"  {pad(keys, 22)} {words.help(action)}")
        lines.append("")
    return lines
