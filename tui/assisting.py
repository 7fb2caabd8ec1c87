"""Asking for what helps with the chosen pair, in the background and for the latest pair alone.

One thread asks; while it does, a newer wish takes the place of an older one, so that paging through
a book never makes a queue, and no key waits for a memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING

from aligner.bitext import Bitext, Pair
from tui.messages import Assisted

if TYPE_CHECKING:  # opened when they are needed: the first row is not to wait for them
    from aligner.assistance import Assistance, Assistant, Segment
    from aligner.term import Term
    from tui.keyed_screen import KeyedScreen
    from tui.review import Review

_SETTLING = 0.01
"""Seconds that a pair is looked at before anything is looked up for it."""


@dataclass(frozen=True, slots=True)
class _Wish:
    pair: Pair
    segment: Segment
    terms: tuple[Term, ...]
    phrase: str


class Assisting:
    """Asks an assistant in a thread, which posts an `Assisted`; remembers the last answer."""

    def __init__(self, assistant: Assistant | None, screen: KeyedScreen[Review]) -> None:
        """Take the assistant; with None one is made that has the terms of the project alone."""
        self._assistant = assistant
        self._screen = screen
        self._lock = Lock()
        self._wish: _Wish | None = None
        self._is_asking = False
        self.phrase = ""
        """What the concordance is asked for."""
        self.last: Assisted | None = None

    @property
    def has_sources(self) -> bool:
        """Whether there is a memory or a glossary."""
        return self._assistant is not None and self._assistant.has_sources

    @property
    def known(self) -> Assistance | None:
        """What was found last."""
        return None if self.last is None else self.last.assistance

    def ask(self, pair: Pair, segment: Segment, bitext: Bitext) -> None:
        """Ask for what there is for a pair, whose texts may be just being edited."""
        with self._lock:
            self._wish = _Wish(pair, segment, bitext.terms, self.phrase)
            if self._is_asking:
                return
            self._is_asking = True
        self._screen.in_background("assist", self._work)

    def _work(self) -> None:
        from aligner.assistance import Assistant

        try:
            if self._assistant is None:
                self._assistant = Assistant()
            sleep(_SETTLING)
            while (wish := self._next()) is not None:
                found = self._assistant.assist(wish.segment, wish.terms, wish.phrase)
                self._screen.post_message(Assisted(wish.pair, found))
        finally:
            self._is_asking = False

    def _next(self) -> _Wish | None:
        with self._lock:
            wish, self._wish = self._wish, None
            self._is_asking = wish is not None
            return wish
