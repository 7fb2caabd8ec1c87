"""Counting the words of a text in the background: how many there are, and how many are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.messages import WordsCounted
from tui.session import Session

if TYPE_CHECKING:
    from tui.keyed_screen import KeyedScreen
    from tui.review import Review


def count_texts(session: Session, screen: KeyedScreen[Review]) -> None:
    """Count the words of all pairs in a thread, which posts a `WordsCounted`."""
    bitext, source = session.bitext, session.source

    def work() -> None:
        from aligner.assistance import extent_of, words_done

        done = words_done(bitext.pairs, source)
        screen.post_message(WordsCounted(bitext, done, extent_of(bitext.pairs)))

    screen.in_background("words", work, replaces=True)


def take_counts(session: Session, event: WordsCounted) -> bool:
    """Enter what was counted; False where an edit has come between, and it is counted again."""
    if event.bitext is not session.bitext:
        return False
    session.words_done, session.extent = event.done, event.extent
    return True
