"""Fragments divided among originals anew, where a division is wanted that keeps translations whole.

A translation that has slipped has mostly slipped as it was. So a division pays for each one that it
cuts, for each two that it puts together, for an original that it leaves without one and for lengths
that do not answer to each other. What cutting and joining cost follows from how often the first
division, made by meaning alone, had to do it nearby: where sentences flow from one original into
the next, it costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.encoders import built_in, unit_vectors
from aligner.repair.fragments import Fragment

Floats = npt.NDArray[np.float64]

_PULL = 0.08
"""What a translation is worth, in likeness, that stays whole where the odds that it does are e."""
_CLAUSE = 0.1
"""What it costs to cut a sentence."""
_EMPTY = 0.35
"""What it costs to leave an original without a translation."""
_LENGTH = 0.25
"""What it costs that a translation is e times as long as its original, or that part of it."""
_AGREED = 0.1
"""What it is worth that the translation of an original ends where the first division has it."""
_SHORT = 10
"""Characters that are added to both lengths, since those of short texts say little."""
_REACH = 6
"""By how many fragments the end of a translation may move."""
_MARGIN = 8
"""Fragments around those that have moved which are divided with them."""


def divided(
    originals: Sequence[str], fragments: Sequence[Fragment], places: Sequence[int]
) -> list[int]:
    """Return the number of the original of each fragment, rising, near to the `places` given.

    Fragments that stand in their places, far from all that have moved, stay there.
    """
    letters = sum(map(len, originals))
    ratio = sum(len(fragment.text) for fragment in fragments) / max(letters, 1)
    found = list(places)
    for first, behind in _regions(fragments, places):
        low = places[first - 1] + 1 if first else 0
        high = places[behind] if behind < len(places) else len(originals)
        near = [place - low for place in places[first:behind]]
        part = _Part(originals[low:high], fragments[first:behind], near, ratio)
        found[first:behind] = [low + place for place in part.best()]
    return found


def _regions(fragments: Sequence[Fragment], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where something has moved, with what is around it, up to where an original ends."""
    count = len(fragments)
    first, behind = 0, 0
    for n, (fragment, place) in enumerate(zip(fragments, places, strict=True)):
        if fragment.home == place:
            continue
        if n - _MARGIN > behind:
            if behind:
                yield first, behind
            first = n - _MARGIN
            while first > behind and places[first - 1] == places[first]:
                first -= 1
        behind = max(behind, min(n + 1 + _MARGIN, count))
        while behind < count and places[behind - 1] == places[behind]:
            behind += 1
    if behind:
        yield first, behind


@dataclass(frozen=True, slots=True)
class _Reach:
    """Where the fragments of the originals so far may end, at what score, and where the last
    original's then begin."""

    ends: npt.NDArray[np.int64]
    scores: Floats
    starts: npt.NDArray[np.int64]


class _Part:
    """Originals and fragments that are divided among them."""

    def __init__(
        self,
        originals: Sequence[str],
        fragments: Sequence[Fragment],
        near: Sequence[int],
        ratio: float,
    ) -> None:
        model = built_in()
        texts = [fragment.text for fragment in fragments]
        self._vectors = unit_vectors(model.sums(model.pieces(originals)))
        self._sums = model.sums(model.pieces(texts))
        self._lengths = [ratio * len(text.strip()) for text in originals]
        self._near = np.searchsorted(near, np.arange(len(originals)), side="right")
        self._letters = np.concatenate([[0], np.cumsum([len(text) for text in texts])])
        homes = np.array([fragment.home for fragment in fragments])
        is_clause = np.array([fragment.is_clause for fragment in fragments[1:]], bool)
        stays, is_same = np.diff(homes) == 0, np.diff(near) == 0
        cut = _pull(is_same[stays & ~is_clause])
        join = _pull(~is_same[~stays])
        self._cuts = np.zeros(len(fragments) + 1)
        self._cuts[1:-1] = np.where(stays, cut, 0) + np.where(is_clause, _CLAUSE, 0)
        self._joins = np.concatenate([[0, 0], np.cumsum(np.where(stays, 0, join))])

    def best(self) -> list[int]:
        """Return the number of the original of each fragment."""
        count = len(self._sums)
        reaches = [_Reach(np.zeros(1, np.int64), np.zeros(1), np.zeros(1, np.int64))]
        for n in range(len(self._lengths)):
            reaches.append(self._next(n, reaches[-1]))
        places = [0] * count
        end = count
        for n in range(len(self._lengths) - 1, -1, -1):
            reach = reaches[n + 1]
            start = int(reach.starts[end - reach.ends[0]])
            places[start:end] = [n] * (end - start)
            end = start
        return places

    def _next(self, n: int, before: _Reach) -> _Reach:
        """Return where the fragments of an original may end."""
        count = len(self._sums)
        near = int(self._near[n])
        low = count if n == len(self._lengths) - 1 else max(near - _REACH, int(before.ends[0]))
        ends = np.arange(low, max(min(near + _REACH, count), low) + 1)
        agreed = np.where(ends == near, _AGREED, 0.0)
        scores = before.scores + self._gains(n, before.ends, ends) + agreed[:, None]
        chosen = np.argmax(scores, axis=1)
        return _Reach(ends, scores[np.arange(len(ends)), chosen], before.ends[chosen])

    def _gains(self, n: int, starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> Floats:
        """Return the score of an original with each span of fragments; a row for each end."""
        first, width = int(starts[0]), self._sums.shape[1]
        upto = np.zeros((int(ends[-1]) - first + 1, width), np.float32)
        np.cumsum(self._sums[first : ends[-1]], axis=0, out=upto[1:])
        spans = upto[ends - first][:, None] - upto[np.minimum(starts, ends[-1]) - first]
        likeness = unit_vectors(spans.reshape(-1, width)) @ self._vectors[n]
        sizes = ends[:, None] - starts
        joined = self._joins[ends][:, None] - self._joins[np.minimum(starts + 1, len(self._sums))]
        gains = likeness.reshape(sizes.shape) - np.where(sizes > 1, joined, 0.0)
        gains = gains - self._cuts[ends][:, None]
        if self._lengths[n]:
            letters = np.maximum(self._letters[ends][:, None] - self._letters[starts], 0)
            apart = np.log((letters + _SHORT) / (self._lengths[n] + _SHORT))
            gains -= np.where(sizes > 0, np.minimum(_LENGTH * apart**2, 1.0), _EMPTY)
        return np.where(sizes < 0, -np.inf, gains)


def _pull(kept: npt.NDArray[np.bool_]) -> float:
    """Return what it costs to change what was kept so often: the odds, those of 3 to 1 to begin."""
    stayed = int(kept.sum()) + 1.5
    changed = len(kept) + 2 - stayed
    return max(0.0, _PULL * float(np.log(stayed / changed)))
