"""A window of the band with its evidence, and the view of it that one type of bead has.

Beads are looked at a window of rows at a time, so that the tables of evidence stay small however
long the text is. A window holds as many rows before and behind as its beads and their comparison
with neighbours reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from aligner.alignment.band import Band, Ints
from aligner.alignment.evidence import NO_SCALE, Evidence, Scale, gather_evidence
from aligner.alignment.lattice import LONGEST
from aligner.alignment.segments import Segments
from aligner.alignment.typical import Typical

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Window:
    """The beads that begin in some rows of a band, with the evidence around them."""

    band: Band
    """The rows, and as many before and behind as beads and comparisons reach."""
    first_row: int
    """The Chinese sentence of row 0 of `band`."""
    core: npt.NDArray[np.bool_]
    """Which nodes are of the rows themselves."""
    evidence: Evidence
    zh: Segments
    en: Segments
    typical: Typical

    @cached_property
    def zh_at(self) -> Ints:
        """Chinese sentence of each node."""
        return self.band.row + self.first_row

    @cached_property
    def _shifts(self) -> dict[tuple[int, int], Ints]:
        return {}

    def shifted(self, zh: int, en: int) -> Ints:
        """Return the node so many sentences from each node; see `Band.shifted`."""
        if (zh, en) not in self._shifts:
            self._shifts[zh, en] = self.band.shifted(zh, en)
        return self._shifts[zh, en]


def window_of(
    band: Band,
    first: int,
    last: int,
    zh: Segments,
    en: Segments,
    typical: Typical,
    *,
    top: int = 0,
    scale: Scale = NO_SCALE,
) -> Window:
    """Return the window of rows `first` to `last` (behind the last one) of a band.

    Row 0 of the band is the Chinese sentence `top`.
    """
    above, below = max(0, first - 2), min(band.rows, last + LONGEST + 1)
    part = band.slice(above, below)
    core = (part.row >= first - above) & (part.row < last - above)
    return Window(
        part, top + above, core, gather_evidence(part, top + above, zh, en, scale), zh, en, typical
    )


@dataclass(frozen=True)
class View:
    """The beads of one type, and look-ups relative to where they begin; each is made once."""

    window: Window
    at: Ints
    n: int
    m: int

    @cached_property
    def _nodes(self) -> dict[tuple[int, int], Ints]:
        return {}

    def node(self, zh: int, en: int) -> Ints:
        """Return the node so many sentences from where each bead begins."""
        if (zh, en) not in self._nodes:
            self._nodes[zh, en] = self.window.shifted(zh, en).take(self.at)
        return self._nodes[zh, en]

    def cosine(self, n: int, m: int, zh: int = 0, en: int = 0) -> Floats:
        """Return the cosine of spans of other lengths that begin elsewhere."""
        table = self.window.evidence.cosine.get((n, m))
        if table is None:
            return np.zeros(len(self.at), np.float32)
        return table.take(self.node(zh, en))

    @cached_property
    def i(self) -> Ints:
        """First Chinese sentence of each bead."""
        return self.window.zh_at[self.at]

    @cached_property
    def j(self) -> Ints:
        """First English sentence of each bead."""
        return self.window.band.column[self.at]

    def zh_sum(self, name: str) -> Floats:
        """Return the sum of a value over the Chinese sentences of each bead."""
        return self.window.zh.totals(name, self.n).take(self.i)

    def en_sum(self, name: str) -> Floats:
        """Return the sum of a value over the English sentences of each bead."""
        return self.window.en.totals(name, self.m).take(self.j)
