"""Which sentences of a side are still there in its new version, and where.

A patience diff: sentences that either version has once are anchors, the longest rising run of them
stands, and what lies between two anchors is compared in the same way. Stretches without an anchor
are matched by how often a text has come. Invariant: matches rise on both sides, and only sentences
of one wording match; white space does not count. The work grows with the length times its
logarithm.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from aligner.article import Side

Place = int | None
"""Where a sentence stands in the new version; None if it is gone."""

_DEEPEST = 24
"""Times that a stretch is divided before its sentences are matched by their numbers alone."""

_Stretch = tuple[int, int, int, int]
"""First sentence of the old version and the one behind the last, the same for the new one."""


def key_of(text: str) -> str:
    """Return what makes two sentences the same: their wording, without regard to white space."""
    return " ".join(text.split())


def keys_of(side: Side) -> list[str]:
    """Return the keys of the sentences of a side."""
    return [key_of(sentence.text) for sentence in side.sentences]


def match(old: Sequence[str], new: Sequence[str]) -> list[Place]:
    """Return for each of the old keys where it stands among the new ones; they rise."""
    found: list[Place] = [None] * len(old)
    left: list[tuple[_Stretch, int]] = [((0, len(old), 0, len(new)), 0)]
    while left:
        stretch, depth = left.pop()
        top, bottom, first, last = _trimmed(old, new, stretch, found)
        if top == bottom or first == last:
            continue
        numbered = depth >= _DEEPEST
        anchors = _anchors(old[top:bottom], new[first:last], numbered=numbered)
        if not anchors and not numbered:
            anchors = _anchors(old[top:bottom], new[first:last], numbered=True)
            numbered = True
        here = top, first
        for i, j in anchors:
            found[top + i] = first + j
            if not numbered:
                left.append(((here[0], top + i, here[1], first + j), depth + 1))
            here = top + i + 1, first + j + 1
        if anchors and not numbered:
            left.append(((here[0], bottom, here[1], last), depth + 1))
    return found


def _trimmed(
    old: Sequence[str], new: Sequence[str], stretch: _Stretch, found: list[Place]
) -> _Stretch:
    """Match what both versions of a stretch begin and end with, and return the rest."""
    top, bottom, first, last = stretch
    while top < bottom and first < last and old[top] == new[first]:
        found[top] = first
        top, first = top + 1, first + 1
    while top < bottom and first < last and old[bottom - 1] == new[last - 1]:
        bottom, last = bottom - 1, last - 1
        found[bottom] = last
    return top, bottom, first, last


def _anchors(old: Sequence[str], new: Sequence[str], *, numbered: bool) -> list[tuple[int, int]]:
    """Return places of sentences that are there once on both sides, as far as they rise.

    Where they are `numbered`, a text that comes again is another one each time.
    """
    ours, theirs = (_numbered(old), _numbered(new)) if numbered else (_single(old), _single(new))
    pairs = [(i, theirs[key]) for key, i in ours.items() if key in theirs]
    return _rising(sorted(pairs))


def _single(keys: Sequence[str]) -> dict[tuple[str, int], int]:
    counts = Counter(keys)
    return {(key, 0): place for place, key in enumerate(keys) if counts[key] == 1}


def _numbered(keys: Sequence[str]) -> dict[tuple[str, int], int]:
    seen: Counter[str] = Counter()
    found: dict[tuple[str, int], int] = {}
    for place, key in enumerate(keys):
        found[key, seen[key]] = place
        seen[key] += 1
    return found


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs whose second numbers rise as the first ones do."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(j)
            ends.append(number)
        else:
            tails[place], ends[place] = j, number
    run = []
    number = ends[-1] if ends else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]
