"""How else the sentences around a pair could be paired, and how likely that is.

The pairs near it are aligned once more without the pair itself. Pairs that a translator has settled
stay as they are, and so do those whose sentences are cut or out of order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aligner.bitext import WHOLE, Bitext, Pair, pair_of
from aligner.explain.explanation import Alternative

if TYPE_CHECKING:
    from aligner.alignment import Realigner

_REACH = 4
"""Pairs above and below that may be paired otherwise with it."""


def alternative_of(bitext: Bitext, place: int, realigner: Realigner) -> Alternative | None:
    """Return the likeliest other pairs in place of one and its neighbours; None without any."""
    pairs = bitext.pairs
    if bitext.level != "sentence" or not _is_open(pairs[place]):
        return None
    first = behind = place
    while first > max(0, place - _REACH) and _follows(pairs[first - 1], pairs[first]):
        first -= 1
    behind = place + 1
    while behind < min(len(pairs), place + _REACH + 1) and _follows(
        pairs[behind - 1], pairs[behind]
    ):
        behind += 1
    near = pairs[first:behind]
    zh, en = [i for pair in near for i in pair.zh], [j for pair in near for j in pair.en]
    if not zh or not en or not (_are_in_a_row(zh) and _are_in_a_row(en)):
        return None
    section = zh[0], zh[-1] + 1, en[0], en[-1] + 1
    found = realigner.otherwise(section, (pairs[place].zh, pairs[place].en))
    if found is None:
        return None
    beads, likelihood = found
    old, new = [(pair.zh, pair.en) for pair in near], [(bead.zh, bead.en) for bead in beads]
    alike = _alike(old, new)
    ends = _alike(old[alike:][::-1], new[alike:][::-1])
    there, instead = near[alike : len(near) - ends], beads[alike : len(beads) - ends]
    if not there and not instead:
        return None
    texts = tuple(pair_of(bitext.article, bead).texts for bead in instead)
    return Alternative(first + alike, tuple(there), tuple(instead), texts, likelihood)


def _is_open(pair: Pair) -> bool:
    is_whole = pair.zh_cut == WHOLE and pair.en_cut == WHOLE
    return bool(pair.zh or pair.en) and is_whole and not pair.is_settled


def _follows(one: Pair, other: Pair) -> bool:
    return _is_open(one) and _is_open(other)


def _are_in_a_row(indices: list[int]) -> bool:
    return indices == list(range(indices[0], indices[0] + len(indices)))


def _alike(one: Sequence[object], other: Sequence[object]) -> int:
    """Return how many items two lists begin with alike."""
    most = min(len(one), len(other))
    return next((k for k in range(most) if one[k] != other[k]), most)
