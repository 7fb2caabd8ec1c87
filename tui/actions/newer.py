"""Taking in the new version of an article that has changed since, and going back from it.

The new version is read and compared in the background; then the translator is asked, once for each
version of the files. What stood there before is in a copy, which the last undo goes back to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from aligner.cells import drawable
from aligner.project import go_back, previous_version
from tui.actions import history
from tui.messages import Compared, WorkProgress
from tui.review import Review

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from aligner.opening import NewVersion

_WAITING = 0.2
"""Seconds between two looks whether another dialog is still open."""


def compare(review: Review, newer: NewVersion) -> None:
    """Compare the new version with the project; a `Compared` is posted when it is done."""
    project, bitext = review.session.project, review.session.bitext
    review.say(review.words("comparing", percent=""))

    def progress(_: str, done: int, total: int) -> None:
        percent = f"{done / total:.0%}" if total else ""
        review.screen.post_message(WorkProgress(review.words("comparing", percent=percent)))

    def work() -> None:
        from aligner.renewing import renewal_of

        renewal = renewal_of(project, newer.paths, newer.reading, progress)
        review.screen.post_message(Compared(bitext, renewal))

    review.screen.in_background("newer", work)


def offer(review: Review, newer: NewVersion, found: Compared) -> None:
    """Ask whether the new version is to be taken in; compare once more after an edit."""
    from aligner.renewing import keep_digest
    from tui.dialogs.newer import AskNewer

    screen = review.screen
    if not screen.is_active:  # a dialog is about a pair as it stands
        screen.set_timer(_WAITING, lambda: screen.post_message(found))
    elif found.bitext is not review.session.bitext:
        compare(review, newer)
    elif found.renewal.update.is_empty:
        keep_digest(review.session.project, found.renewal)
        review.say(review.words("newer same", path=_named(newer.paths)))
    else:
        review.say("")
        dialog = AskNewer(_named(newer.paths), found.renewal.update, review.words)

        def answered(answer: str) -> None:
            _answered(review, newer, found, answer)

        review.ask(dialog, answered)


def undo(review: Review) -> None:
    """Take back the last edit; where none is left, go back behind the new version."""
    from tui.dialogs.question import AskYes

    review.check_writable()
    project = review.session.project
    copy = None if project.can_undo else previous_version(project)
    if copy is None:
        history.undo(review)
        return
    before = copy

    def answered(_: Literal[True]) -> None:
        _back(review, before)

    review.ask(AskYes(review.words("ask go back"), review.words), answered)


def _answered(review: Review, newer: NewVersion, found: Compared, answer: str) -> None:
    """Do as the translator says: "take" or "leave" it."""
    from aligner.renewing import decline, take

    project = review.session.project
    if answer == "leave":
        decline(project, newer.paths)
        return
    update = found.renewal.update
    copy = take(project, found.renewal)
    places = [*(change.place for change in update.changed), *update.new]
    _show(review, min(places, default=review.session.place))
    key = review.settings.key("undo")
    review.say(review.words("newer taken", key=key, path=drawable(copy.name)))


def _back(review: Review, copy: Path) -> None:
    project = review.session.project
    go_back(project, copy)
    _show(review, project.cursor)
    review.say(review.words("gone back"))


def _show(review: Review, place: int) -> None:
    """Show the bitext that the project holds now."""
    review.session.begin_again(place)
    review.begin_again()


def _named(paths: Sequence[Path]) -> str:
    return drawable(", ".join(path.name for path in paths))
