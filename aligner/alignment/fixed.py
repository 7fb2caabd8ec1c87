"""Pairs that are settled: how they cut two texts into sections, and what they forbid.

A pair with text on both sides cuts the texts in two. A sentence that is settled to stand alone cuts
nothing, since it has no place on the other side; it only may not be part of a full bead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from aligner.alignment.band import Band
from aligner.alignment.lattice import NEVER, TYPES, Scores

Fixed = tuple[tuple[int, ...], tuple[int, ...]]
Section = tuple[int, int, int, int]
"""First Chinese sentence and the one behind the last, the same for English."""


def check_fixed(fixed: Sequence[Fixed], n_zh: int, n_en: int) -> None:
    """Raise ValueError unless the pairs can all be beads of one alignment."""
    for side, size in ((0, n_zh), (1, n_en)):
        seen: set[int] = set()
        for pair in fixed:
            indices = pair[side]
            if any(b != a + 1 for a, b in pairwise(indices)):
                raise ValueError(f"The sentences {indices} of a fixed pair are not neighbours.")
            if indices and not 0 <= indices[0] <= indices[-1] < size:
                raise ValueError(f"There are no sentences {indices}; the side has {size}.")
            if seen & set(indices):
                raise ValueError(f"The sentences {indices} are in two fixed pairs.")
            seen |= set(indices)
    full = sorted(pair for pair in fixed if pair[0] and pair[1])
    if any(a[1][-1] > b[1][0] for a, b in pairwise(full)):
        raise ValueError("Fixed pairs cross each other; an alignment keeps both orders.")


def alone(fixed: Sequence[Fixed]) -> tuple[set[int], set[int]]:
    """Return the Chinese and the English sentences that are settled to stand alone."""
    return (
        {i for zh, en in fixed if not en for i in zh},
        {j for zh, en in fixed if not zh for j in en},
    )


def sections(
    fixed: Sequence[Fixed], n_zh: int, n_en: int
) -> Iterator[tuple[Section, Fixed | None]]:
    """Yield what lies before each pair with the pair, and at last what lies behind them all."""
    top = left = 0
    for zh, en in sorted(pair for pair in fixed if pair[0] and pair[1]):
        yield (top, zh[0], left, en[0]), (zh, en)
        top, left = zh[-1] + 1, en[-1] + 1
    yield (top, n_zh, left, n_en), None


def cut(band: Band, scores: Scores, section: Section) -> tuple[Band, Scores] | None:
    """Return the part of a scored band that lies in a section.

    None where the band does not hold the section's corners, or leaves one of its rows out.
    """
    top, bottom, left, right = section
    rows = slice(top, bottom + 1)
    part = Band(np.clip(band.low[rows], left, right + 1), np.clip(band.high[rows], left, right + 1))
    if (part.high <= part.low).any() or part.low[0] != left or part.high[-1] != right + 1:
        return None
    whole = band.start[part.row + top] + part.column - band.low[part.row + top]
    found = Scores(scores.full[:, whole], scores.omission[:, whole], scores.addition[:, whole])
    for kind, (n, m) in enumerate(TYPES):
        found.full[kind, part.shifted(n, m) == part.size] = NEVER
    found.omission[:, part.shifted(1, 0) == part.size] = NEVER
    found.addition[:, part.shifted(0, 1) == part.size] = NEVER
    return part, found


def without_bead(band: Band, scores: Scores, top: int, bead: Fixed) -> Scores:
    """Return scores that leave no path with a bead; row 0 is the Chinese sentence `top`.

    A sentence that stands alone in the bead is left no place where it would.
    """
    zh, en = bead
    full, omission, addition = scores.full.copy(), scores.omission.copy(), scores.addition.copy()
    row, column = band.row + top, band.column
    if zh and en:
        begins = (row == zh[0]) & (column == en[0])
        for kind, shape in enumerate(TYPES):
            if shape == (len(zh), len(en)):
                full[kind, begins] = NEVER
    elif zh:
        omission[:, np.isin(row, zh)] = NEVER
    else:
        addition[:, np.isin(column, en)] = NEVER
    return Scores(full, omission, addition)


def forbid(band: Band, scores: Scores, top: int, single: tuple[set[int], set[int]]) -> Scores:
    """Return scores that leave no full bead with a sentence that is to stand alone."""
    n_en = int(band.high[-1])
    zh = np.zeros(top + band.rows + 1, dtype=int)
    en = np.zeros(n_en + 1, dtype=int)
    zh[[i + 1 for i in single[0] if i + 1 < len(zh)]] = 1
    en[[j + 1 for j in single[1] if j + 1 < len(en)]] = 1
    zh, en = np.cumsum(zh), np.cumsum(en)
    full = scores.full.copy()
    row, column = band.row + top, band.column
    for kind, (n, m) in enumerate(TYPES):
        last_row, last_column = np.minimum(row + n, len(zh) - 1), np.minimum(column + m, n_en)
        touched = (zh[last_row] > zh[row]) | (en[last_column] > en[column])
        full[kind, touched] = NEVER
    return Scores(full, scores.omission, scores.addition)
