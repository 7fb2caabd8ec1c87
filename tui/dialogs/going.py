"""Going somewhere: by the number of a pair, by a heading, or by words of the text.

The list below the line shows where one may go while one types; with nothing typed it is the table
of contents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from time import sleep

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from aligner.bitext import Bitext, Heading, find_in_text, find_pair, headings_of
from aligner.cells import drawable
from tui.words import Words

_MOST = 50
"""Pairs with the words that are listed; whoever wants more of them searches."""
_SETTLING = 0.1
"""Seconds without a key before a text is looked through; a book takes a second."""
_LONGEST = 120
"""Characters of a text that are shown; the list cuts what does not fit."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one may go, and what is said of it."""

    place: int | None
    """A position, from 0; None for what was typed and leads nowhere."""
    text: str


class GoTo(ModalScreen[Place | None]):
    """Ask where to go; Esc answers None."""

    BINDINGS = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("pageup", "choose(-10)", show=False),
        Binding("pagedown", "choose(10)", show=False),
    ]

    class Found(Message):
        """Places for a query have been found."""

        def __init__(self, query: str, places: Sequence[Place]) -> None:
            super().__init__()
            self.query, self.places = query, places

    def __init__(self, bitext: Bitext | None, count: int, start: int, words: Words) -> None:
        """Take the pairs, if all have been read, how many there are, and where one is now."""
        super().__init__()
        self._bitext, self._count, self._start, self._words = bitext, count, start, words
        self._headings = headings_of(bitext) if bitext else ()
        self._shown: tuple[str, Sequence[Place]] = "", []

    def compose(self) -> ComposeResult:
        """Lay the question out."""
        with Vertical(classes="dialog going"):
            yield Label(self._words("ask go to"), markup=False)
            yield Input(compact=True)
            yield OptionList(compact=True)
            yield Label(self._words("go to hint"), classes="hint", markup=False)

    def on_mount(self) -> None:
        """Begin with the table of contents, at the heading that one stands under."""
        self.query_one(OptionList).can_focus = False
        self._show("", [_of_heading(heading) for heading in self._headings])
        above = [n for n, one in enumerate(self._headings) if one.place <= self._start]
        if above:
            self.query_one(OptionList).highlighted = above[-1]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what was typed, in the background: a book takes its while."""
        query = event.value

        def work() -> None:
            worker = get_current_worker()
            sleep(_SETTLING)
            if worker.is_cancelled:  # somebody types on
                return
            found = list(islice(self._places(query), len(self._headings) + _MOST + 1))
            if not worker.is_cancelled:
                self.post_message(self.Found(query, found))

        self.run_worker(work, thread=True, exclusive=True)

    def on_go_to_found(self, event: Found) -> None:
        if event.query == self.query_one(Input).value:
            self._show(event.query, event.places)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the chosen place, or to the first one if the list does not stand yet."""
        event.stop()
        query, places = self._shown
        if query != event.value:
            places = list(islice(self._places(event.value), 1))
        row = self.query_one(OptionList).highlighted if query == event.value else 0
        self.dismiss(places[row or 0] if places else Place(None, event.value))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go where a click says."""
        event.stop()
        self.dismiss(self._shown[1][event.option_index])

    def action_choose(self, step: int) -> None:
        """Choose another place of the list."""
        options = self.query_one(OptionList)
        if options.option_count:
            row = (options.highlighted or 0) + step
            options.highlighted = min(max(row, 0), options.option_count - 1)

    def _show(self, query: str, places: Sequence[Place]) -> None:
        self._shown = query, places
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(Content(drawable(one.text))) for one in places)
        options.display = bool(places)
        options.highlighted = 0 if places else None

    def _places(self, query: str) -> Iterator[Place]:
        """Yield where a query may lead: the pair of that number, headings, then pairs."""
        digits = query.strip()
        if digits.isascii() and digits.isdigit() and 1 <= int(digits[:12]) <= self._count:
            yield Place(int(digits) - 1, self._words("go to pair", number=int(digits)))
        headings = [
            one
            for one in self._headings
            if not digits or find_in_text(one.zh, query) or find_in_text(one.en, query)
        ]
        yield from map(_of_heading, headings)
        if digits and self._bitext is not None:
            yield from self._with_words(self._bitext, query, {one.place for one in headings})

    def _with_words(self, bitext: Bitext, query: str, known: set[int]) -> Iterator[Place]:
        """Yield the pairs with a query in either text, from where one is, round the end."""
        pairs = bitext.pairs
        place = find_pair(pairs, query, start=self._start)
        first = place
        while place is not None:
            pair = pairs[place]
            if place not in known:
                in_zh = find_in_text(pair.zh_text, query)
                text = (pair.zh_text if in_zh else pair.en_text)[:_LONGEST]
                yield Place(place, f"{place + 1:>6}  {text}")
            place = find_pair(pairs, query, start=place + 1)
            if place == first:
                return


def _of_heading(heading: Heading) -> Place:
    text = "  ".join(filter(None, (heading.zh[:_LONGEST], heading.en[:_LONGEST])))
    return Place(heading.place, f"§{heading.place + 1:>5}  {text}")
