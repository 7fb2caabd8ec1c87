"""Undoing and doing again, on either screen."""

from __future__ import annotations

from typing import Protocol

from aligner.project import Step
from tui.words import Words


class UndoSession(Protocol):
    """A sitting whose edits can be undone."""

    def undo(self) -> Step | None:
        """Take the last edit back; None if there is none."""

    def redo(self) -> Step | None:
        """Do again what was undone last; None if there is nothing."""


class Undoable(Protocol):
    """What can be undone: a review of pairs or of terms."""

    @property
    def session(self) -> UndoSession:
        """The sitting whose edits are undone."""

    @property
    def words(self) -> Words:
        """The language of the screen."""

    def check_writable(self) -> None:
        """Raise ImpossibleEdit with the reason where nothing can be changed."""

    def changed(self) -> None:
        """Show what has become of the project."""

    def say(self, text: str) -> None:
        """Show a sentence until the next key."""


def undo(review: Undoable) -> None:
    """Take back the last edit."""
    review.check_writable()
    _tell(review, review.session.undo(), "undone", "nothing to undo")


def redo(review: Undoable) -> None:
    """Do again what was undone last."""
    review.check_writable()
    _tell(review, review.session.redo(), "redone", "nothing to redo")


def _tell(review: Undoable, step: Step | None, done: str, otherwise: str) -> None:
    if step is None:
        review.say(review.words(otherwise))
        return
    review.changed()
    review.say(review.words(done, label=_name_of(step.label, review.words)))


def _name_of(label: str, words: Words) -> str:
    """Return what an edit in the history is called on the screen."""
    from tui.actions import BY_NAME  # not before the tables, which this module is part of, are made

    action = BY_NAME.get(label)
    return words.label(action) if action else words(label)
