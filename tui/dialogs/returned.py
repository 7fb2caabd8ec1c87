"""Asking of each change that a reviewer sent back whether it is to be taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label

from aligner.cells import drawable
from aligner.edits import Proposal
from aligner.memory import marked_differences
from tui.words import Words

Answer = Literal["take", "leave", "all"]


class AskReturned(ModalScreen[Answer | None]):
    """Show one change; Esc answers None, which ends the asking."""

    BINDINGS = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("y,Y,a,enter,f2", "dismiss('take')", show=False),
        Binding("n,N,right,down", "dismiss('leave')", show=False),
        Binding("A,ctrl+a", "dismiss('all')", show=False),
    ]

    def __init__(self, proposal: Proposal, number: int, total: int, words: Words) -> None:
        """Take the change, its number among all, and how many there are."""
        super().__init__()
        self._proposal, self._number, self._total = proposal, number, total
        self._words = words

    def compose(self) -> ComposeResult:
        """Lay the change out."""
        words, proposal = self._words, self._proposal
        with Vertical(classes="dialog returned"):
            yield Label(
                words(
                    "returned change", number=self._number, total=self._total, row=proposal.number
                ),
                markup=False,
            )
            with VerticalScroll():
                for line in change_lines(proposal, words):
                    yield Label(drawable(line), markup=False)
            yield Label(words("returned keys"), classes="hint", markup=False)


def change_lines(proposal: Proposal, words: Words) -> Iterator[str]:
    """Yield what a change makes of a pair, and the texts that it leaves, line by line."""
    old, new = proposal.old, proposal.new
    yield f"{words('zh')}  {_marked(old.zh_text, new.zh_text)}"
    yield f"{words('en')}  {_marked(old.en_text, new.en_text)}"
    if new.note != old.note:
        yield words("note is", note=_marked(old.note, new.note))
    if old.status != new.status:
        yield f"{words(old.status)} → {words(new.status)}"


def _marked(old: str, new: str) -> str:
    return new if old == new else marked_differences(old, new)
