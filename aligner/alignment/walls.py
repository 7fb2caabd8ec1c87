"""Walls: boundaries of two texts that no bead may cross, as between slides, rows and cues.

A wall says how many Chinese and how many English sentences lie before it. The band is made section
by section and goes through each wall's node, and a full bead lies in one section. Sentences that
stand alone need no more, since a gap has no place on the other side. Pairs settled by hand may
cross walls; around them the sections of the sentences still hold.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from aligner.alignment.band import Band, Ints
from aligner.alignment.coarse import Floats, choose_band
from aligner.alignment.lattice import NEVER, TYPES, Scores
from aligner.article import Wall


def check_walls(walls: Sequence[Wall], n_zh: int, n_en: int) -> None:
    """Raise ValueError unless the walls stand in both texts, in the order of both."""
    for name, side, size in (("Chinese", 0, n_zh), ("English", 1, n_en)):
        places = [0, *(wall[side] for wall in walls), size]
        if any(after < before for before, after in pairwise(places)):
            raise ValueError(
                f"The {name} numbers of the walls must rise from 0 to {size} and never fall."
            )


def choose_walled_band(zh: Floats, en: Floats, walls: Sequence[Wall]) -> Band:
    """Return the band for two texts with walls, given the vectors of each sentence.

    Each section has the band that it would have as a text of its own; two that meet at a wall
    share its node.
    """
    if not walls:
        return choose_band(zh, en)
    low = np.full(len(zh) + 1, len(en), np.int64)
    high = np.zeros(len(zh) + 1, np.int64)
    for (top, left), (bottom, right) in pairwise([(0, 0), *walls, (len(zh), len(en))]):
        part = choose_band(zh[top:bottom], en[left:right])
        rows = slice(top, bottom + 1)
        low[rows] = np.minimum(low[rows], part.low + left)
        high[rows] = np.maximum(high[rows], part.high + left)
    return Band(low, high)


def walls_within(walls: Sequence[Wall], top: int, bottom: int, left: int, right: int) -> list[Wall]:
    """Return the walls that stand in a part of both texts, counted from where it begins."""
    first = max(_behind(walls, 0, top), _behind(walls, 1, left))
    last = min(_behind(walls, 0, bottom + 1), _behind(walls, 1, right + 1))
    return [(zh - top, en - left) for zh, en in walls[first:last]]


def _behind(walls: Sequence[Wall], side: int, least: int) -> int:
    """Return the first wall before which at least so many sentences of a side lie."""
    return bisect_left(walls, least, key=lambda wall: wall[side])


def keep_to_sections(band: Band, scores: Scores, walls: Sequence[Wall], top: int = 0) -> None:
    """Take the full beads whose sentences are of different sections out of the scores, in place.

    Row 0 of the band is the Chinese sentence `top`; columns are those of the whole text.
    """
    if not walls:
        return
    before = np.array(walls, np.int64)
    zh = _sections(before[:, 0], top, top + band.rows)
    en = _sections(before[:, 1], 0, int(band.high.max()))
    row, column = band.row, band.column
    for kind, (n, m) in enumerate(TYPES):
        last_row = np.minimum(row + n, len(zh)) - 1
        last_column = np.minimum(column + m, len(en)) - 1
        first_column = np.minimum(column, len(en) - 1)
        apart = (zh[row] != zh[last_row]) | (en[first_column] != en[last_column])
        apart |= zh[row] != en[first_column]
        scores.full[kind, apart] = NEVER


def _sections(before: Ints, first: int, behind: int) -> Ints:
    """Return the section of each sentence from `first` on: how many walls stand before it."""
    return np.searchsorted(before, np.arange(first, behind), side="right")
