"""Explaining the chosen pair in the background, while the translator looks at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING

from textual.worker import Worker, get_current_worker

from aligner.bitext import Pair
from tui.messages import Explained
from tui.session import Session

if TYPE_CHECKING:  # opened when they are needed: the first row is not to wait for them
    from aligner.alignment import Realigner
    from aligner.bitext import Bitext
    from aligner.explain import TypicalPairs
    from tui.keyed_screen import KeyedScreen
    from tui.review import Review

_SETTLING = 0.08
"""Seconds that a pair is looked at before it is explained: not while somebody pages through."""


class Explainer:
    """Explains pairs in a thread, which posts an `Explained`; remembers the last explanation."""

    def __init__(
        self, session: Session, screen: KeyedScreen[Review], realigner: Callable[[], Realigner]
    ) -> None:
        self._session = session
        self._screen = screen
        self._realigner = realigner
        self._typical: TypicalPairs | None = None
        """How close and how long translations typically are in this text."""
        self._last: Explained | None = None
        self._lock = Lock()
        """Held while a pair is explained: two at once would each read the model."""

    def known(self, pair: Pair | None) -> Explained | None:
        """Return the explanation of a pair if it is the last one that was explained."""
        last = self._last
        if last is None or last.pair is not pair or last.pairs is not self._session.bitext.pairs:
            return None
        return last

    def keep(self, explained: Explained) -> None:
        """Remember an explanation in place of the last one."""
        self._last = explained

    def explain(self, place: int, pair: Pair) -> None:
        """Explain the pair at a position, in place of one that is still being explained."""
        self._screen.in_background("explain", lambda: self._work(place, pair), replaces=True)

    def _work(self, place: int, pair: Pair) -> None:
        worker = get_current_worker()
        sleep(_SETTLING)
        with self._lock:
            self._explain(worker, place, pair)

    def _explain(self, worker: Worker[None], place: int, pair: Pair) -> None:
        from aligner.explain import explain, token_matches, typical_pairs

        bitext = self._session.bitext
        if worker.is_cancelled or place >= len(bitext.pairs) or bitext.pairs[place] is not pair:
            return
        if self._typical is None:
            self._typical = typical_pairs(bitext)
        explanation = explain(bitext, place, typical=self._typical)
        matches = tuple(token_matches(pair.zh_text, pair.en_text))
        told = Explained(pair, bitext.pairs, explanation, matches, self._session.problems.is_memory)
        if pair.is_doubtful:
            told = self._with_doubts(told, bitext, place)
        if not worker.is_cancelled:
            self._screen.post_message(told)

    def _with_doubts(self, told: Explained, bitext: Bitext, place: int) -> Explained:
        """Return an explanation with what speaks against a pair that is doubted."""
        if told.is_unit:  # the order of its units is no evidence
            from aligner.checks import judge_among

            texts = [pair.texts for pair in bitext.pairs]
            return replace(told, finding=judge_among(texts, place).finding)
        from aligner.explain import alternative_of

        return replace(told, alternative=alternative_of(bitext, place, self._realigner()))
