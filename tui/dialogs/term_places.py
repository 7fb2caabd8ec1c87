"""Where a term stands, by its renderings: one is chosen, the others are to be changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from aligner.cells import drawable
from aligner.terms import Rendering, TextPair
from tui.words import Words

_MOST = 300
"""Places of one rendering that are listed; all of them are counted, and written."""


class PlaceAnswer(NamedTuple):
    """What is to be done."""

    what: Literal["take", "go", "write"]
    text: str = ""
    """The rendering to take."""
    pair: int = 0
    """The pair to go to."""


class TermPlaces(ModalScreen[PlaceAnswer | None]):
    """Show the places of a term; Esc answers None."""

    BINDINGS = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("w,W,ctrl+s", "write", show=False),
    ]

    def __init__(
        self,
        term: str,
        renderings: Sequence[Rendering],
        wrong: Sequence[Rendering],
        pairs: Sequence[TextPair],
        name_of: Callable[[int], str],
        words: Words,
        *,
        chosen: int | None = None,
        plain: bool = False,
    ) -> None:
        """Take the term, its renderings, those of them to be changed, and what they stand in.

        `chosen` is the number of the pair to begin at.
        """
        super().__init__()
        self._term, self._renderings, self._wrong = term, renderings, wrong
        self._pairs, self._name_of, self._words = pairs, name_of, words
        self._chosen = chosen
        self._other = "!" if plain else "≠"

    def compose(self) -> ComposeResult:
        """Lay the places out."""
        count = sum(len(one.uses) for one in self._renderings)
        change = sum(len(one.uses) for one in self._wrong)
        title = self._words("places title", term=self._term, places=count, change=change)
        with Vertical(classes="dialog wide"):
            yield Label(drawable(title), markup=False)
            yield OptionList(*self._options(), compact=True)
            yield Label(self._words("places hint"), classes="hint", markup=False)

    def _options(self) -> Iterator[Option]:
        for which, one in enumerate(self._renderings):
            text = one.text or self._words("not made out")
            sign = self._other if one in self._wrong else "="
            line = self._words("places rendering", sign=sign, text=text, count=len(one.uses))
            yield Option(Content(drawable(line)), id=f"take {which}", disabled=not one.text)
            for use in one.uses[:_MOST]:
                zh, en = (drawable(text) for text in self._pairs[use.pair])
                name = drawable(self._name_of(use.pair))
                yield Option(Content(f"    {name}  {zh}\n    {en}"), id=f"go {which} {use.pair}")
            if len(one.uses) > _MOST:
                more = self._words("places more", count=len(one.uses) - _MOST)
                yield Option(Content(f"    {more}"), disabled=True)

    def on_mount(self) -> None:
        """Begin at the chosen place, or the commonest rendering."""
        options = self.query_one(OptionList)
        options.focus()
        wanted = {f"go {which} {self._chosen}" for which in range(len(self._renderings))}
        places = (row for row, one in enumerate(options.options) if one.id in wanted)
        options.highlighted = next(places, 0)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the rendering or the pair."""
        event.stop()
        what, which, *pair = (event.option.id or "").split(" ")
        if what == "take":
            self.dismiss(PlaceAnswer("take", text=self._renderings[int(which)].text))
        else:
            self.dismiss(PlaceAnswer("go", pair=int(pair[0])))

    def action_write(self) -> None:
        """Answer that what is to be changed is to be written."""
        self.dismiss(PlaceAnswer("write"))
