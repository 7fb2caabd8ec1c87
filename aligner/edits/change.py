"""A change of a bitext: which pairs became which, and the way back.

A change is a value and a function: `change(bitext)` is the next bitext, `change.inverse` takes that
one back. It holds the pairs it replaces and those it puts there, nothing else, so that a history
of thousands of edits stays small.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from aligner.alignment import Moved
from aligner.bitext import Bitext, Pair
from aligner.term import Term


@dataclass(frozen=True, slots=True)
class Hunk:
    """Pairs that follow each other and what takes their place."""

    place: int
    """Position of the first of them, from 0, before the change."""
    old: tuple[Pair, ...]
    new: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Hunks in the order of their places, which do not overlap."""

    hunks: tuple[Hunk, ...] = ()
    old_moved: tuple[Moved, ...] = ()
    """The links to moved text that the change takes away."""
    new_moved: tuple[Moved, ...] = ()
    """The links that it adds."""
    old_terms: tuple[Term, ...] = ()
    """The terms that it takes away."""
    new_terms: tuple[Term, ...] = ()
    """The terms that it adds."""

    def __bool__(self) -> bool:
        return bool(self.hunks or self.touches_moved or self.touches_terms)

    @property
    def touches_moved(self) -> bool:
        """Whether it changes the links to moved text."""
        return bool(self.old_moved or self.new_moved)

    @property
    def touches_terms(self) -> bool:
        """Whether it changes the terms."""
        return bool(self.old_terms or self.new_terms)

    def __call__(self, bitext: Bitext) -> Bitext:
        """Return the bitext after the change; ValueError if it is not the one it was made for."""
        pairs = bitext.pairs
        done = 0
        for hunk in self.hunks:
            end = hunk.place + len(hunk.old)
            if hunk.place < done or pairs[hunk.place : end] != hunk.old:
                raise ValueError("the change belongs to another state of the bitext")
            done = end
        if self.hunks:
            # One list, changed from its end: the pairs of a book are gone through twice, no more.
            new = list(pairs)
            for hunk in reversed(self.hunks):
                new[hunk.place : hunk.place + len(hunk.old)] = hunk.new
            bitext = replace(bitext, pairs=tuple(new))
        if self.touches_terms:
            left = [term for term in bitext.terms if term not in self.old_terms]
            bitext = replace(bitext, terms=tuple(sorted([*left, *self.new_terms])))
        if self.touches_moved:
            kept = [link for link in bitext.moved if link not in self.old_moved]
            bitext = replace(bitext, moved=tuple(sorted([*kept, *self.new_moved], key=_place)))
        return bitext

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        back = tuple(Hunk(place, hunk.new, hunk.old) for place, hunk in self.placed())
        return Change(back, self.new_moved, self.old_moved, self.new_terms, self.old_terms)

    def placed(self) -> Iterator[tuple[int, Hunk]]:
        """Yield each hunk behind the position that its new pairs have after the change."""
        shift = 0
        for hunk in self.hunks:
            yield hunk.place + shift, hunk
            shift += len(hunk.new) - len(hunk.old)


def replacement(place: int, old: tuple[Pair, ...], new: tuple[Pair, ...]) -> Change:
    """Return the change from some pairs to others, less what both begin and end with."""
    while old and new and old[0] == new[0]:
        place, old, new = place + 1, old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return Change((Hunk(place, old, new),)) if old or new else Change()


def _place(link: Moved) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return link.zh, link.en
