"""Which of many units are the same and nearly the same, by 29 bytes of each.

Units are entered as they stream by; once all are in, their keys are sorted, a part at a time. Of
the same units one is kept: the first that a translator has settled, otherwise the first.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligner.corpus.keys import NO_LETTERS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


_PART = 1 << 18
"""About how many keys are sorted at once."""


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

    def parts(self, count: int) -> NDArray[np.uint16]:
        """Return in which of so many parts each unit is, by its keys alone.

        What is the same or nearly the same is in the same part, whatever else is there.
        """
        import numpy as np

        near = np.frombuffer(self._near, dtype=np.uint64)
        high = np.frombuffer(self._high, dtype=np.uint64)
        return (np.where(near == NO_LETTERS, high, near) % count).astype(np.uint16)

    def verdict(self) -> Verdict:
        """Return what becomes of the units."""
        import numpy as np

        is_kept = np.zeros(len(self), dtype=np.bool_)
        times = np.zeros(len(self), dtype=np.uint64)
        if len(self):
            self._keep(is_kept, times)
        return Verdict(is_kept, times, *self._near_ones(is_kept))

    def _keep(self, is_kept: NDArray[np.bool_], times: NDArray[np.uint64]) -> None:
        """Enter which units are kept, and how often each was there."""
        import numpy as np

        all_high, all_low = (
            np.frombuffer(side, dtype=np.uint64) for side in (self._high, self._low)
        )
        unsettled = np.frombuffer(self._settled, dtype=np.uint8) == 0
        all_times = np.frombuffer(self._times, dtype=np.uint32)
        for places in _parts(all_high):
            high, low = all_high[places], all_low[places]
            order = np.lexsort((unsettled[places], low, high))  # stable: the first comes first
            high, low, places = high[order], low[order], places[order]
            is_new = np.ones(len(places), dtype=np.bool_)
            is_new[1:] = (high[1:] != high[:-1]) | (low[1:] != low[:-1])
            starts = np.flatnonzero(is_new)
            is_kept[places[starts]] = True
            said = all_times[places].astype(np.uint64)
            times[places[starts]] = np.add.reduceat(said, starts)

    def _near_ones(
        self, is_kept: NDArray[np.bool_]
    ) -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
        """Return the groups of kept units, and which of these come later in one."""
        import numpy as np

        near = np.frombuffer(self._near, dtype=np.uint64)
        leaders = np.arange(len(near), dtype=np.uint32)
        begins = np.zeros(len(near), dtype=np.bool_)
        for places in _parts(near):
            places = places[is_kept[places] & (near[places] != NO_LETTERS)]
            _, first, inverse, counts = np.unique(
                near[places], return_index=True, return_inverse=True, return_counts=True
            )
            leaders[places] = places[first][inverse]
            begins[places[first[counts > 1]]] = True
        is_later = leaders != np.arange(len(near), dtype=np.uint32)
        groups = np.cumsum(begins, dtype=np.uint32)[leaders]
        groups[~(is_later | begins)] = 0
        return groups, is_later


def _parts(keys: NDArray[np.uint64]) -> Iterator[NDArray[np.intp]]:
    """Yield the places of keys in parts, so that sorting one takes little memory.

    Equal keys are in one part, and the places of each are in order.
    """
    import numpy as np

    bits = max(0, (len(keys) // _PART).bit_length())
    if not bits:
        yield np.arange(len(keys))
        return
    shift = np.uint64(64 - bits)
    for part in range(1 << bits):
        yield np.flatnonzero(keys >> shift == part)
