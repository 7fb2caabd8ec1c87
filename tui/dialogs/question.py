"""A question with a line to type in, and one with yes and no."""

from __future__ import annotations

from typing import Literal

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label

from tui.dialogs.clean_input import CleanInput
from tui.words import Words


class AskLine(ModalScreen[str | None]):
    """Ask for a line of text; Esc answers None."""

    BINDINGS = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, question: str, given: str = "", *, hint: str = "") -> None:
        super().__init__()
        self._question, self._given, self._hint = question, given, hint

    def compose(self) -> ComposeResult:
        """Lay the question out."""
        with Vertical(classes="dialog"):
            yield Label(self._question, markup=False)
            yield CleanInput(self._given, compact=True)
            if self._hint:
                yield Label(self._hint, classes="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was typed."""
        event.stop()
        self.dismiss(self.query_one(CleanInput).text)


class AskYes(ModalScreen[Literal[True] | None]):
    """Ask something that is answered by yes or no; no and Esc answer None."""

    BINDINGS = [
        Binding("escape,n,N", "dismiss(None)", show=False),
        Binding("y,Y", "dismiss(True)", show=False),
        Binding("left,right", "app.focus_next", show=False),
    ]

    def __init__(self, question: str, words: Words) -> None:
        super().__init__()
        self._question, self._words = question, words

    def compose(self) -> ComposeResult:
        """Lay the question out."""
        with Vertical(classes="dialog"):
            yield Label(self._question, markup=False)
            with Horizontal(classes="buttons"):
                yield Button(f"{self._words('yes')} (Y)", id="yes", compact=True)
                yield Button(f"{self._words('no')} (N)", id="no", compact=True)

    def on_mount(self) -> None:
        """Let Enter say yes."""
        self.query_one("#yes", Button).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer with the button."""
        event.stop()
        self.dismiss(True if event.button.id == "yes" else None)
