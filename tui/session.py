"""A sitting at one project: where the translator is, what is shown, and what was done.

No terminal here: the screen asks this for pairs and tells it what to do. Every edit is in the file
before this says that it was done.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from aligner.article import Language
from aligner.bitext import Bitext, Pair, Predicate, moved_to
from aligner.checks import Problem, ProblemLedger
from aligner.edits import Change
from aligner.errors import ImpossibleEdit
from aligner.project import Project, Step
from tui.place import nearest_shown, place_after
from tui.words import Words

if TYPE_CHECKING:  # opened when it is needed: the first row is not to wait for it
    from aligner.assistance import Extent, WordsDone

Edit = Callable[[Bitext, int], Change]
"""An edit at a position of a bitext."""
Shows = Callable[[int, Pair], bool]
"""Whether the pair at a position is shown."""

_GLIMPSE = 400
"""Pairs that are fetched at once while the rest is still being read."""


def open_places(bitext: Bitext) -> list[int]:
    """Return the positions of the full pairs that are not excluded, which terms are found in."""
    return [
        place
        for place, pair in enumerate(bitext.pairs)
        if pair.is_full and pair.status != "excluded"
    ]


class Session:
    """The state of the review screen that is not on the screen."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._glimpsed: dict[int, Pair] = {}
        self.place = min(project.cursor, max(project.count - 1, 0))
        """Position of the chosen pair, from 0."""
        self.language: Language = "zh"
        """The chosen side of it."""
        self._ledger: ProblemLedger | None = None
        self.words_done: WordsDone | None = None
        """How many words are translated, once they have been counted."""
        self.extent: Extent | None = None
        """How many words there are, once they have been counted."""
        self.filter_name: str | None = None
        self._shows: Shows | None = None
        self._shown: list[int] | None = None
        self._moved: tuple[Bitext, Mapping[int, int]] | None = None

    @property
    def bitext(self) -> Bitext:
        """The bitext as it is now."""
        return self.project.bitext

    @property
    def is_ready(self) -> bool:
        """Whether all pairs have been read; before that they can be looked at, no more."""
        return self.project.is_loaded

    @cached_property
    def is_of_units(self) -> bool:
        """Whether the project was made of a memory or a table, which it stays."""
        return self.project.has_units

    @property
    def count(self) -> int:
        """How many pairs there are."""
        return self.project.count

    @property
    def pair(self) -> Pair | None:
        """The chosen pair; None where there is none."""
        return self.pair_at(self.place) if self.place < self.count else None

    def pair_at(self, place: int) -> Pair:
        """Return a pair by its position."""
        if self.is_ready:
            return self.bitext.pairs[place]
        if place not in self._glimpsed:
            first = max(0, place - _GLIMPSE // 2)
            pairs = self.project.read_pairs(first, first + _GLIMPSE)
            self._glimpsed = dict(enumerate(pairs, start=first))
        return self._glimpsed[place]

    def moved_from(self, place: int) -> int | None:
        """Return where the counterpart of an unaligned pair stands, if the aligner has found it."""
        bitext = self.bitext
        if self._moved is None or self._moved[0] is not bitext:
            self._moved = bitext, moved_to(bitext)
        return self._moved[1].get(place)

    @property
    def problems(self) -> ProblemLedger:
        """What is left to look at in the pairs."""
        if self._ledger is None:
            units = self.is_of_units
            vouched = self.project.decided() if units else None
            self._ledger = ProblemLedger(self.bitext.pairs, vouched=vouched, compares=units)
        return self._ledger

    def load(self) -> None:
        """Read all pairs; work for a thread, while the screen shows some of them."""
        self.project.load()
        _ = self.problems

    def begin(self) -> None:
        """Take stock, once the pairs have been read."""
        self._glimpsed.clear()
        _ = self.problems
        self.place = min(self.place, max(self.count - 1, 0))

    def begin_again(self, place: int) -> None:
        """Take stock of another bitext, all of it shown, and go to a place in it."""
        self.filter_name, self._shows, self._shown = None, None, None
        self._ledger = self.words_done = self.extent = None
        self.place = place
        self.begin()

    # What is translated.

    @property
    def source(self) -> Language:
        """The language that is translated from."""
        return (self.bitext.article.source_language if self.is_ready else None) or "zh"

    @property
    def target(self) -> Language:
        """The language that is translated to."""
        return "en" if self.source == "zh" else "zh"

    def is_untranslated(self, pair: Pair) -> bool:
        """Whether a pair has a source text, no translation, and a use for one."""
        zh_first = self.source == "zh"
        source, target = (pair.zh_text, pair.en_text) if zh_first else (pair.en_text, pair.zh_text)
        return bool(source and not target) and pair.status != "excluded"

    # What is shown.

    @property
    def shown(self) -> Sequence[int]:
        """Positions of the pairs that are shown, in order."""
        return range(self.count) if self._shown is None else self._shown

    @property
    def row(self) -> int:
        """Which of the pairs shown is the chosen one, or the next behind it."""
        row = self.place if self._shown is None else bisect_left(self._shown, self.place)
        return min(row, max(len(self.shown) - 1, 0))

    def choose_row(self, row: int) -> None:
        """Choose one of the pairs shown; beyond the ends the first or last one."""
        if self.shown:
            self.place = self.shown[min(max(row, 0), len(self.shown) - 1)]

    def narrow(self, name: str | None, predicate: Predicate | None) -> None:
        """Show only the pairs that a predicate holds of; None shows all."""
        self._narrow(name, None if predicate is None else lambda _, pair: predicate(pair))

    def narrow_to(self, name: str, wanted: Problem) -> None:
        """Show only the pairs with an open problem of some kinds.

        What a worker finds out later changes nothing of what is shown; an edit does.
        """
        ledger = self.problems
        self._narrow(name, lambda place, _: bool(ledger.problems(place) & wanted))

    def _narrow(self, name: str | None, shows: Shows | None) -> None:
        self.filter_name, self._shows = name, shows
        if shows is None:
            self._shown = None
        else:
            pairs = enumerate(self.bitext.pairs)
            self._shown = [place for place, pair in pairs if shows(place, pair)]
        self._stay_shown()

    def _narrow_again(self, change: Change) -> None:
        """Let what a change has touched through the filter, and move what stands below it."""
        if self._shown is None or self._shows is None:
            return
        shown = self._shown
        for place, hunk in change.placed():
            first = bisect_left(shown, place)
            behind = bisect_left(shown, place + len(hunk.old))
            shift = len(hunk.new) - len(hunk.old)
            new = [n for n, pair in enumerate(hunk.new, start=place) if self._shows(n, pair)]
            below = [other + shift for other in shown[behind:]] if shift else shown[behind:]
            shown = [*shown[:first], *new, *below]
        self._shown = shown

    def _stay_shown(self) -> None:
        """Choose the next pair that is shown, if the chosen one is not."""
        self.place = nearest_shown(self.shown, min(self.place, max(self.count - 1, 0)))

    # Going to pairs.

    def next_problem(self, *, after: int | None = None, forward: bool = True) -> int | None:
        """Return the row of the next pair with a problem among those shown, round the ends.

        It is looked for from the chosen pair on, or from the position `after`; what stands there
        comes last. A pair that has not been checked yet counts as one, so that none is passed by.
        None where no pair is left.
        """
        place, shown, ledger = self.place if after is None else after, self.shown, self.problems
        if self._shown is None:
            return ledger.next_stop(place, forward=forward)
        here, behind = bisect_left(shown, place), bisect_right(shown, place)
        if forward:
            order = chain(range(behind, len(shown)), range(behind))
        else:
            order = chain(range(here - 1, -1, -1), range(len(shown) - 1, here - 1, -1))
        return next((row for row in order if ledger.is_stop(shown[row])), None)

    def check(self, place: int) -> None:
        """Check the pair at a position now, for which no worker has come yet."""
        self.problems.take(self.problems.look_at(place, [self.bitext.pairs[place]]))

    def next_untranslated(self) -> int | None:
        """Return the row of the next pair without a translation, going round at the end."""
        shown, pairs, row = self.shown, self.bitext.pairs, self.row
        here = 1 if shown and shown[row] == self.place else 0
        for distance in range(len(shown)):
            candidate = (row + here + distance) % len(shown)
            if self.is_untranslated(pairs[shown[candidate]]):
                return candidate
        return None

    # Doing and undoing.

    def check_writable(self, words: Words) -> None:
        """Raise ImpossibleEdit where no edit can be made, with the reason in the words given."""
        if not self.is_ready:
            raise ImpossibleEdit(words("still reading"))
        if self.project.is_read_only:
            raise ImpossibleEdit(self.project.warning or words("cannot write"))

    def edit(self, label: str, edit: Edit) -> Change:
        """Do something to the chosen pair; what it returns is in the file."""
        if self.pair is None and label != "insert":
            raise ImpossibleEdit("There is no pair to work on.")
        return self.apply(label, edit(self.bitext, self.place))

    def apply(self, label: str, change: Change) -> Change:
        """Make a change under a name, and write it."""
        if change:
            ledger = self.problems  # as they are before the change
            self.project.apply(change, label)
            self._follow(change, ledger)
        return change

    def undo(self) -> Step | None:
        """Take the last edit back and go to where it was; None if there is none."""
        ledger = self.problems
        return self._gone(self.project.undo(), ledger, undoes=True)

    def redo(self) -> Step | None:
        """Do again what was undone last, and go there; None if there is nothing."""
        ledger = self.problems
        return self._gone(self.project.redo(), ledger)

    def _gone(
        self, step: Step | None, ledger: ProblemLedger, *, undoes: bool = False
    ) -> Step | None:
        if step is not None:
            self._follow(step.change, ledger, undoes=undoes)
            if step.change.hunks:
                self.place = step.change.hunks[0].place
                self._stay_shown()
                self.project.cursor = self.place
        return step

    def _follow(self, change: Change, ledger: ProblemLedger, *, undoes: bool = False) -> None:
        ledger.follow(change, undoes=undoes)
        self._count_again(change)
        self._narrow_again(change)
        self.place = place_after(change, self.place, self.shown, self.count)
        self.project.cursor = self.place

    def _count_again(self, change: Change) -> None:
        """Count the words of what a change has touched, if all have been counted."""
        if self.words_done is None or self.extent is None or not change.hunks:
            return
        from aligner.assistance import extent_of, words_done

        for hunk in change.hunks:
            self.words_done -= words_done(hunk.old, self.source)
            self.words_done += words_done(hunk.new, self.source)
            self.extent += extent_of(hunk.new) - extent_of(hunk.old)
