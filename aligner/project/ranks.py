"""Ranks: the numbers that keep pairs in order, with wide gaps between them.

A pair that comes in takes a number from the gap where it belongs, so that an edit touches its own
rows and no others. Where a gap is used up, the neighbours behind it move apart. Invariant: ranks
rise strictly.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from aligner.bitext import Pair
from aligner.edits import Change

GAP = 2**32
"""Between two pairs at first; 32 pairs can go in at the same place before neighbours move."""

_ROOMY = 2**16
"""How far apart neighbours stand once they had to move."""


@dataclass(frozen=True, slots=True)
class Renumbering:
    """What a change does to numbered rows."""

    ranks: array[int]
    """Of all pairs after it."""
    removed: list[int]
    """Ranks that nothing stands at any more."""
    written: list[tuple[int, Pair]]
    """What stands at a rank now, instead of what stood there or where nothing did."""


def first_ranks(count: int) -> array[int]:
    """Return the ranks of a new bitext."""
    return array("q", range(GAP, (count + 1) * GAP, GAP))


def renumber(ranks: array[int], pairs: tuple[Pair, ...], change: Change) -> Renumbering:
    """Give the pairs that a change brings their ranks; `ranks` are those before it.

    `pairs` are those after it. It goes from the last hunk to the first, so that whatever stands
    behind a hunk, and might have to move, is what it will be.
    """
    after = ranks[:]
    removed: set[int] = set()
    written: dict[int, Pair] = {}
    for hunk in reversed(change.hunks):
        stop, numbers = _numbers(after, hunk.place, len(hunk.old), len(hunk.new))
        for rank in after[hunk.place : stop]:
            if rank in written:
                del written[rank]
            else:
                removed.add(rank)
        first = len(pairs) - (len(after) - stop) - len(numbers)
        written.update(zip(numbers, pairs[first : first + len(numbers)], strict=True))
        after[hunk.place : stop] = array("q", numbers)
    return Renumbering(after, sorted(removed - written.keys()), sorted(written.items(), key=_rank))


def _numbers(ranks: array[int], place: int, old: int, new: int) -> tuple[int, list[int]]:
    """Return where the numbers end that give way, and the numbers that come in their place.

    Of `old` numbers from `place` on as many stay as there are `new` pairs for. Where the gap is
    too narrow, neighbours behind it give way as well.
    """
    kept = list(ranks[place : place + min(old, new)])
    stop, missing, moving = place + old, new - len(kept), 0
    if not missing:
        return stop, kept
    while True:
        low, high = _bounds(ranks, place + len(kept), stop + moving, missing + moving)
        room = (high - low) // (missing + moving + 1)
        if room >= (_ROOMY if moving else 1):
            break
        moving = min(2 * moving + 1, len(ranks) - stop)
    wanted = missing + moving
    return stop + moving, kept + [
        low + (high - low) * n // (wanted + 1) for n in range(1, wanted + 1)
    ]


def _bounds(ranks: array[int], place: int, stop: int, wanted: int) -> tuple[int, int]:
    """Return the numbers between which those of the positions from `place` to `stop` may lie."""
    width = (wanted + 1) * GAP
    if stop < len(ranks):
        high = ranks[stop]
        return (ranks[place - 1] if place else high - width), high
    low = ranks[place - 1] if place else 0
    return low, low + width


def _rank(row: tuple[int, Pair]) -> int:
    return row[0]
