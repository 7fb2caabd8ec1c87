"""Asking whether the new version of an article is to be taken in, with what is different in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label

from aligner.cells import drawable
from aligner.memory import count_words
from aligner.updating import Update, differences
from tui.words import Words

_MOST = 200
"""Differences that are shown; a list of more is read in the file that `duizhao update` writes."""


class AskNewer(ModalScreen[str | None]):
    """Show the differences; the answer is "take", "leave", or, at Esc, None."""

    BINDINGS = [
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("y,Y,enter", "dismiss('take')", show=False),
        Binding("n,N", "dismiss('leave')", show=False),
    ]

    def __init__(self, name: str, update: Update, words: Words) -> None:
        """Take the name of the files that have changed, and what would become of the pairs."""
        super().__init__()
        self._name_of_files, self._update, self._words = name, update, words

    def compose(self) -> ComposeResult:
        """Lay the differences out."""
        words = self._words
        with Vertical(classes="dialog newer"):
            yield Label(words("newer", path=self._name_of_files), markup=False)
            for line in counts(self._update, words):
                yield Label(line, markup=False)
            with VerticalScroll():
                for line in lines_of(self._update, words):
                    yield Label(line, markup=False)
            yield Label(words("newer keys"), classes="hint", markup=False)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()


def counts(update: Update, words: Words) -> Iterator[str]:
    """Yield what would become of the pairs, in numbers, and how much work is left."""
    yield words(
        "newer counts",
        kept=update.kept,
        changed=len(update.changed),
        new=len(update.new),
        gone=len(update.gone),
        worked=len(update.gone_by_hand),
    )
    done, left = update.words(count_words)
    yield words("newer words", done=f"{done:,}", left=f"{left:,}")


def lines_of(update: Update, words: Words) -> Iterator[str]:
    """Yield the first differences, each as its two texts under a line that says what it is."""
    total = len(update.changed) + len(update.new) + len(update.gone)
    for one in islice(differences(update), _MOST):
        place = "" if one.place is None else f" {one.place + 1:,}"
        # Nothing is worked on in a pair that is new, and the status of one that is gone goes along.
        status = f" ({words(one.pair.status)})" if one.kind == "gone" else ""
        yield f"{words(f'newer {one.kind}')}{place}{status}"
        yield f"  {drawable(one.zh) or words('no zh')}"
        yield f"  {drawable(one.en) or words('no en')}"
    if total > _MOST:
        yield words("newer more", count=total - _MOST)
