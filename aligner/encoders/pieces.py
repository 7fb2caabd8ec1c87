"""Word pieces of many texts, laid end to end.

The form in which the built-in model hands text to the aligner: spans of neighbouring sentences are
sums, and coverage looks at single pieces.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of text i are `ids[start[i]:start[i + 1]]`."""

    ids: npt.NDArray[np.int64]
    start: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.start) - 1

    def slice(self, first: int, last: int) -> Pieces:
        """Return the pieces of texts `first` to `last` (behind the last)."""
        start = self.start[first : last + 1]
        return Pieces(self.ids[start[0] : start[-1]], start - start[0])


def sum_rows(
    table: npt.NDArray[np.float32], start: npt.NDArray[np.int64]
) -> npt.NDArray[np.float32]:
    """Return the sums of the rows `start[i]:start[i + 1]`; of no rows, zeros."""
    found = np.zeros((len(start) - 1, table.shape[1]), dtype=np.float32)
    filled = start[1:] > start[:-1]
    if filled.any():
        found[filled] = np.add.reduceat(table, start[:-1][filled], axis=0)
    return found
