"""What comes of an update: the new bitext, and what became of the pairs of the old one.

Values only. Invariant: each pair of the old bitext that holds text is kept, in one changed pair, or
gone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from aligner.article import Language
from aligner.bitext import Bitext, Pair


@dataclass(frozen=True, slots=True)
class ChangedPair:
    """A pair of the new version, and the old pairs whose text it has taken over."""

    place: int
    """Where the new pair stands, from 0."""
    old: tuple[Pair, ...]
    new: Pair


@dataclass(frozen=True)
class Update:
    """A project brought to the new version of its article."""

    bitext: Bitext
    kept: int
    """Pairs that are as they were, with all that was done to them."""
    changed: tuple[ChangedPair, ...]
    """In the order of the new version."""
    new: tuple[int, ...]
    """Places of pairs whose text is new."""
    gone: tuple[Pair, ...]
    """Pairs of the old version whose text is gone, in their order."""

    @property
    def is_empty(self) -> bool:
        """Whether the new version says what the old one did."""
        return not (self.changed or self.new or self.gone)

    @property
    def found_again(self) -> float:
        """Share of the old pairs that are in the new version, as they were or changed."""
        found = self.kept + sum(len(change.old) for change in self.changed)
        return found / max(1, found + len(self.gone))

    @cached_property
    def gone_by_hand(self) -> tuple[Pair, ...]:
        """The pairs that are gone and that a translator had settled, marked or annotated."""
        return tuple(pair for pair in self.gone if is_worked_on(pair))

    def words(self, count: Callable[[str], int]) -> tuple[int, int]:
        """Return the words of the source that are done, and those that are left to do.

        Done is what was kept and has a translation. `count` counts the words of a text.
        """
        source: Language = self.bitext.article.source_language or "zh"
        left = {change.place for change in self.changed} | set(self.new)
        done = todo = 0
        for place, pair in enumerate(self.bitext.pairs):
            number = count(pair.zh_text if source == "zh" else pair.en_text)
            if place in left or not pair.is_full:
                todo += number
            else:
                done += number
        return done, todo


def is_worked_on(pair: Pair) -> bool:
    """Whether a translator has said anything of a pair."""
    return pair.status != "proposed" or bool(pair.note)


def numbers_of(pairs: Sequence[Pair], language: Language) -> list[int]:
    """Return the sentences that pairs hold on one side."""
    return [n for pair in pairs for n in (pair.zh if language == "zh" else pair.en)]
