"""Aligning again, in the background, all that the translator has not settled."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from aligner import edits
from aligner.alignment import Bead
from aligner.errors import DuizhaoError
from tui.messages import Aligned, WorkProgress
from tui.review import Review

_WAITING = 0.2
"""Seconds between two looks whether a dialog is still open."""


def realign(review: Review) -> None:
    """Align around the settled pairs; an `Aligned` is posted when it is done."""
    review.check_writable()
    if review.screen.is_working("align"):
        review.say(review.words("already aligning"))
        return
    review.say(review.words("aligning", percent="0%"))
    bitext = review.session.bitext

    def progress(_: str, done: int, total: int) -> None:
        percent = f"{done / total:.0%}" if total else ""
        review.screen.post_message(WorkProgress(review.words("preparing", percent=percent)))

    def work() -> None:
        beads = review.aligner().beads(edits.settled(bitext), progress)
        review.screen.post_message(Aligned(bitext, beads))

    review.screen.in_background("align", work)


def prepare_realigning(review: Review) -> None:
    """Score the text in the background, so that aligning again is quick when it is asked for."""
    realigner = review.aligner()
    if not realigner.is_quick or realigner.is_prepared:
        return

    def work() -> None:
        with suppress(DuizhaoError):  # whoever asks to align again is told
            realigner.prepare()

    review.screen.in_background("prepare", work)


def take_over(review: Review, aligned: Aligned) -> None:
    """Show an alignment, unless an edit was made meanwhile: then align once more."""
    screen = review.screen
    if not screen.is_active or review.editor:  # a dialog is about a pair as it stands
        screen.set_timer(_WAITING, lambda: screen.post_message(aligned))
    elif aligned.bitext is not review.session.bitext:
        realign(review)
    else:
        _apply(review, aligned.beads)


def _apply(review: Review, beads: Sequence[Bead]) -> None:
    session = review.session
    pair = session.pair
    change = edits.realigned(session.bitext, beads)
    session.apply("realign", change)
    if pair is not None and pair.zh:
        session.place = _place_of(review, pair.zh[0])
    review.changed()
    count = sum(len(hunk.new) for hunk in change.hunks)
    review.say(review.words("realigned", count=count))


def _place_of(review: Review, sentence: int) -> int:
    """Return where a Chinese sentence stands now."""
    pairs = review.session.bitext.pairs
    found = (n for n, pair in enumerate(pairs) if sentence in pair.zh)
    return next(found, review.session.place)
