"""Which warnings a text gets: not those that nearly all of it would get.

A text that is written throughout with half-width commas is so on purpose; a mark at every pair
would only hide the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from aligner.bitext import Pair
from aligner.checks import Finding, check_pair

_SAMPLE = 200
"""Pairs that are looked at to learn which warnings are usual."""
_FEWEST = 10
"""Pairs below which no warning can be called usual."""
_USUAL = 0.3
"""Share of pairs with the same warning above which it is usual."""


def usual_warnings(pairs: Sequence[Pair]) -> frozenset[str]:
    """Return the codes of the checks that find something in pair after pair of a text."""
    full = [pair for pair in pairs if pair.is_full]
    sample = full[:: max(1, len(full) // _SAMPLE)][:_SAMPLE]
    if len(sample) < _FEWEST:
        return frozenset()
    counts = Counter(
        code
        for pair in sample
        for code in {found.code for found in check_pair(pair.zh_text, pair.en_text)}
    )
    return frozenset(code for code, count in counts.items() if count > _USUAL * len(sample))


@lru_cache(maxsize=1 << 17)
def findings_of(zh_text: str, en_text: str, silenced: frozenset[str]) -> tuple[Finding, ...]:
    """Return what the checks find in a pair; remembered, since the same pairs are drawn again."""
    return tuple(check_pair(zh_text, en_text, silenced=silenced))
