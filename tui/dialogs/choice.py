"""A question with a few answers to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option


class Choose(ModalScreen[str | None]):
    """Ask for one of some answers, each an id and what is shown; Esc answers None."""

    BINDINGS = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, question: str, answers: Sequence[tuple[str, str]], chosen: str) -> None:
        super().__init__()
        self._question, self._answers, self._chosen = question, answers, chosen

    def compose(self) -> ComposeResult:
        """Lay the answers out."""
        with Vertical(classes="dialog"):
            yield Label(self._question, markup=False)
            yield OptionList(
                *(Option(self._shown(name, text), id=name) for name, text in self._answers),
                compact=True,
            )

    def _shown(self, name: str, text: str) -> Content:
        return Content(f"{'*' if name == self._chosen else ' '} {text}")

    def on_mount(self) -> None:
        """Begin at the answer that holds now."""
        names = [name for name, _ in self._answers]
        options = self.query_one(OptionList)
        options.highlighted = names.index(self._chosen) if self._chosen in names else 0
        options.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the option."""
        event.stop()
        self.dismiss(event.option.id)
