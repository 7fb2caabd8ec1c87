"""Taking in what a reviewer wrote into a table of the pairs, one change after the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from aligner.cells import drawable
from tui.action import Action
from tui.actions.navigate import go_to_place
from tui.review import Review

if TYPE_CHECKING:
    from aligner.edits import Proposal, Returned
    from tui.dialogs.returned import Answer

NAME = "returned"


@dataclass(slots=True)
class _Asking:
    """Where the asking stands."""

    returned: Returned
    next: int = 0
    """Which change is asked about now, from 0."""
    taken: int = 0


def ask_returned(review: Review) -> None:
    """Ask for the table that was sent back, and then about each of its changes."""
    from tui.dialogs.exporting import typed_path
    from tui.dialogs.question import AskLine

    review.check_writable()
    hint = review.words("returned hint")
    dialog = AskLine(review.words("ask returned"), hint=hint)
    review.ask(dialog, lambda path: take_in(review, typed_path(path)))


def take_in(review: Review, path: Path) -> None:
    """Ask about each change of a table; raises UnusableInput where it cannot be read."""
    from aligner.edits import read_returned
    from aligner.formats import read_review_table

    review.check_writable()
    returned = read_returned(review.session.bitext, read_review_table(path))
    if not returned.proposals:
        counts = {"missing": returned.missing, "strays": len(returned.strays)}
        review.say(review.words("returned none", path=drawable(path.name), **counts))
        return
    _ask_next(review, _Asking(returned))


def _ask_next(review: Review, asking: _Asking) -> None:
    from tui.dialogs.returned import AskReturned

    proposals = asking.returned.proposals
    if asking.next >= len(proposals):
        _end(review, asking)
        return
    proposal = proposals[asking.next]
    go_to_place(review, proposal.place)
    dialog = AskReturned(proposal, asking.next + 1, len(proposals), review.words)
    review.screen.app.push_screen(dialog, partial(_answered, review, asking))


def _answered(review: Review, asking: _Asking, answer: Answer | None) -> None:
    """Do as the translator says, and go on."""
    if answer is None:
        _end(review, asking)
        return
    proposals = asking.returned.proposals
    last = len(proposals) if answer == "all" else asking.next + 1
    chosen = proposals[asking.next : last]

    def work() -> None:
        if answer != "leave":
            for proposal in chosen:
                _take(review, proposal)
                asking.taken += 1
            review.changed()
        asking.next = last
        _ask_next(review, asking)

    review.screen.attempt(work)


def _take(review: Review, proposal: Proposal) -> None:
    from aligner.edits import take_returned

    review.do(NAME, lambda bitext, _: take_returned(bitext, proposal), shows=False)


def _end(review: Review, asking: _Asking) -> None:
    returned = asking.returned
    review.say(
        review.words(
            "returned done",
            taken=asking.taken,
            total=len(returned.proposals),
            missing=returned.missing,
            strays=len(returned.strays),
        )
    )


ACTIONS: tuple[Action[Review], ...] = (
    Action(
        NAME,
        ("R", "shift+f4"),
        "file",
        ("returned", "收回"),
        ("Take in a table that a reviewer has sent back", "收回審閱者寄回的表格"),
        ask_returned,
    ),
)
