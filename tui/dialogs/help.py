"""All keys, group by group, and what the marks mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label

from aligner.cells import pad
from tui.actions import ACTIONS, GROUPS, Action, key_name
from tui.words import Words


class HelpPage(ModalScreen[None]):
    """Shows the keys that hold now."""

    BINDINGS = [
        Binding("escape,q,question_mark,f1", "dismiss(None)", show=False),
    ]

    def __init__(
        self,
        words: Words,
        keymap: Mapping[str, tuple[str, ...]],
        marks: Mapping[str, str],
        keys_file: Path | None,
        *,
        plain: bool,
        actions: Sequence[Action] = ACTIONS,
    ) -> None:
        super().__init__()
        self._actions = actions
        self._words, self._keymap, self._marks = words, keymap, marks
        self._keys_file, self._plain = keys_file, plain

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        words = self._words
        with Vertical(classes="dialog wide"):
            with VerticalScroll():
                for line in help_lines(
                    words, self._keymap, plain=self._plain, actions=self._actions
                ):
                    yield Label(line, markup=False)
                yield Label(words("help mouse"), markup=False)
                yield Label(words("help marks", **self._marks), markup=False)
            yield Label(words("help hint", path=self._keys_file), classes="hint", markup=False)


def help_lines(
    words: Words,
    keymap: Mapping[str, tuple[str, ...]],
    *,
    plain: bool = False,
    actions: Sequence[Action] = ACTIONS,
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
