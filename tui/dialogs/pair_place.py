"""A pair among its neighbours in a file that is no project: to be read, not to be changed."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from aligner.cells import drawable
from tui.term_session import FilePlace
from tui.words import Words

_AROUND = 100
"""Pairs above and below that can be scrolled to."""


class PairPlace(ModalScreen[None]):
    """Show a pair and what stands around it; Enter, q and Esc go back."""

    BINDINGS = [Binding("escape,q,enter", "dismiss(None)", show=False, priority=True)]

    def __init__(self, place: FilePlace, words: Words) -> None:
        super().__init__()
        self._place, self._words = place, words
        self._first = max(place.at - _AROUND, 0)

    def compose(self) -> ComposeResult:
        """Lay the pairs out."""
        place = self._place
        title = self._words("pair of file", number=place.at + 1, name=drawable(place.path.name))
        with Vertical(classes="dialog wide"):
            yield Label(title, markup=False)
            yield OptionList(*self._options(), compact=True)
            hint = self._words("pair of file hint", path=drawable(str(place.path)))
            yield Label(hint, classes="hint", markup=False)

    def _options(self) -> Iterator[Option]:
        place = self._place
        around = place.pairs[self._first : place.at + _AROUND + 1]
        for number, (zh, en) in enumerate(around, start=self._first + 1):
            sign = ">" if number == place.at + 1 else " "
            lead = f"{sign}{number:>6}  "
            yield Option(Content(f"{lead}{drawable(zh)}\n{' ' * len(lead)}{drawable(en)}"))

    def on_mount(self) -> None:
        """Begin at the pair, in the middle of the list."""
        options = self.query_one(OptionList)
        options.focus()
        options.highlighted = self._place.at - self._first
        self.call_after_refresh(options.scroll_to_highlight)
