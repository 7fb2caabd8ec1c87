"""Which of many units are the same and nearly the same, by 29 bytes of each.

Units are entered as they stream by; once all are in, the verdict takes one sort of their keys. Of
the same units one is kept: the first that a translator has settled, otherwise the first.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligner.corpus.keys import NO_LETTERS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of each unit, in the order in which they were entered."""

    is_kept: NDArray[np.bool_]
    times: NDArray[np.uint64]
    """How often a unit that is kept was there; 0 of the others."""
    groups: NDArray[np.uint32]
    """The number, from 1, of the group of kept units that are nearly the same; 0 of those alone."""
    is_later: NDArray[np.bool_]
    """Whether a unit is in such a group, and not its first."""


class Ledger:
    """The keys of units, in order."""

    def __init__(self) -> None:
        self._high, self._low, self._near = array("Q"), array("Q"), array("Q")
        self._times = array("I")
        self._settled = bytearray()

    def __len__(self) -> int:
        return len(self._near)

    def enter(
        self, exact: tuple[int, int], near: int, *, is_settled: bool = False, times: int = 1
    ) -> None:
        """Enter the next unit, which may itself stand for several."""
        self._high.append(exact[0])
        self._low.append(exact[1])
        self._near.append(near)
        self._times.append(times)
        self._settled.append(is_settled)

    def verdict(self) -> Verdict:
        """Return what becomes of the units."""
        import numpy as np

        count = len(self)
        is_kept = np.zeros(count, dtype=np.bool_)
        times = np.zeros(count, dtype=np.uint64)
        if count:
            high, low = (np.frombuffer(side, dtype=np.uint64) for side in (self._high, self._low))
            unsettled = np.frombuffer(self._settled, dtype=np.uint8) == 0
            order = np.lexsort((unsettled, low, high))  # stable: the first comes first
            high, low = high[order], low[order]
            is_new = np.ones(count, dtype=np.bool_)
            is_new[1:] = (high[1:] != high[:-1]) | (low[1:] != low[:-1])
            starts = np.flatnonzero(is_new)
            is_kept[order[starts]] = True
            all_times = np.frombuffer(self._times, dtype=np.uint32).astype(np.uint64)
            times[order[starts]] = np.add.reduceat(all_times[order], starts)
        return Verdict(is_kept, times, *self._near_ones(is_kept))

    def _near_ones(
        self, is_kept: NDArray[np.bool_]
    ) -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
        """Return the groups of kept units, and which of these come later in one."""
        import numpy as np

        groups = np.zeros(len(is_kept), dtype=np.uint32)
        is_later = np.zeros(len(is_kept), dtype=np.bool_)
        if not len(is_kept):
            return groups, is_later
        near = np.frombuffer(self._near, dtype=np.uint64)
        places = np.flatnonzero(is_kept & (near != NO_LETTERS))
        _, first, inverse, counts = np.unique(
            near[places], return_index=True, return_inverse=True, return_counts=True
        )
        shared = np.flatnonzero(counts > 1)
        numbers = np.zeros(len(counts), dtype=np.uint32)
        numbers[shared[np.argsort(first[shared])]] = np.arange(1, len(shared) + 1)
        groups[places] = numbers[inverse]
        is_later[places] = groups[places] > 0
        is_later[places[first]] = False
        return groups, is_later
