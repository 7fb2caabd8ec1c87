"""Checking all pairs in the background, so that what is left to look at can be counted and gone to.

A worker takes a stretch of pairs at a time, from the chosen one on; an edit that comes between
costs that stretch and no more. What a translator has asked for and what only a checked pair can
answer waits here (`ask_again`).
"""

from __future__ import annotations

from collections.abc import Callable
from time import sleep
from typing import TYPE_CHECKING

from aligner.checks import Scrutiny, compared
from tui.messages import Surveyed, UnlikeFound
from tui.session import Session

if TYPE_CHECKING:
    from tui.keyed_screen import KeyedScreen
    from tui.review import Review

_FIRST, _STRETCH = 60, 600
"""Pairs that are checked between two reports: at first, so that what is seen is known at once."""
_SETTLING = 0.3
"""Seconds after an edit before pairs are compared with one another again."""


class Surveyor:
    """Has the pairs of a session checked, once `begin` has said for what."""

    def __init__(self, session: Session, screen: KeyedScreen[Review]) -> None:
        self._session = session
        self._screen = screen
        self._stretch = _FIRST
        self._is_looking = False
        self._looked_for: Scrutiny | None = None
        """What is being looked for, or was last."""
        self._compared: object = None
        """The pairs that were compared last."""
        self.to_seek: Callable[[], None] | None = None
        """Goes on to the next problem, for which some pair has to be checked first."""
        self.to_filter: Callable[[], None] | None = None
        """Shows only some pairs, for which all have to be checked first."""

    def begin(self, scrutiny: Scrutiny) -> None:
        """Check all pairs for this from now on."""
        self._session.problems.begin(scrutiny, self._session.bitext.pairs)
        self.go_on()

    def go_on(self, near: int | None = None) -> None:
        """Check the next stretch, from a position on first, unless one is being checked."""
        session, ledger = self._session, self._session.problems
        if ledger.scrutiny is None or self._is_looking:
            return
        places = ledger.unchecked(session.place if near is None else near, self._stretch)
        bitext = session.bitext
        if places:
            pairs = bitext.pairs[places.start : places.stop]
            self._stretch, self._is_looking = _STRETCH, True
            self._looked_for = ledger.scrutiny

            def work() -> None:
                try:
                    look = ledger.look_at(places.start, pairs)
                except Exception:  # which is said; the next key begins anew
                    self._is_looking = False
                    raise
                self._screen.post_message(Surveyed(bitext, look))

            self._screen.in_background("survey", work)
        elif self._compared is not bitext.pairs:
            self._compare()

    def _compare(self) -> None:
        bitext, pairs = self._session.bitext, self._session.problems.to_compare()
        self._compared = bitext.pairs
        if pairs is None:
            return

        def work() -> None:
            sleep(_SETTLING)
            self._screen.post_message(UnlikeFound(bitext, compared(pairs, len(bitext.pairs))))

        self._screen.in_background("compare", work, replaces=True)

    def take(self, event: Surveyed | UnlikeFound) -> None:
        """Enter what was found; of what an edit has come between, as far as it still holds."""
        bitext, ledger = self._session.bitext, self._session.problems
        if isinstance(event, UnlikeFound):
            if event.bitext.pairs is bitext.pairs:
                ledger.take_comparison(event.found, bitext.pairs)
        else:
            self._is_looking = False
            if self._looked_for is ledger.scrutiny:
                for look in event.look.still_true(event.bitext.pairs, bitext.pairs):
                    ledger.take(look)
        to_seek, self.to_seek = self.to_seek, None
        to_filter, self.to_filter = self.to_filter, None
        for asked in (to_seek, to_filter):
            if asked is not None:
                asked()
        self.go_on()
