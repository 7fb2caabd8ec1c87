"""Where the cursor is after an edit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from aligner.edits import Change


def place_after(change: Change, place: int, shown: Sequence[int], count: int) -> int:
    """Return the position of the chosen pair after an edit: the law of the cursor.

    1. The cursor stays with its pair, wherever that stands now. Of a pair that the edit has changed
       it is on the pair that came of it: the one as far behind the first pair of the change, and
       the last one of the change where there are fewer now.
    2. If that pair is not among those shown any more, it is on the next one that is: the first one
       below it, or the last one of all where there is none below.
    3. If no pair is shown, it stays at that position, and nothing is chosen on the screen.

    `place` is the position before the edit; `shown`, in order, and `count`, the number of pairs,
    are those after it.
    """
    return nearest_shown(shown, min(max(_followed(change, place), 0), max(count - 1, 0)))


def nearest_shown(shown: Sequence[int], place: int) -> int:
    """Return the first position shown from one on, the last one if there is none, or itself."""
    if not shown:
        return place
    return shown[min(bisect_left(shown, place), len(shown) - 1)]


def _followed(change: Change, place: int) -> int:
    """Return where a pair stands after a change, or what came of it."""
    shift = 0
    for hunk in change.hunks:
        if place < hunk.place:
            break
        if place < hunk.place + len(hunk.old):
            within = min(place - hunk.place, max(len(hunk.new) - 1, 0))
            return hunk.place + shift + within
        shift += len(hunk.new) - len(hunk.old)
    return place + shift
