"""Which warnings a text gets: not those that nearly all of it would get.

A text that is written throughout with half-width commas is so on purpose; a mark at every pair
would only hide the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from aligner.bitext import Pair

_SAMPLE = 200
"""Pairs that are looked at to learn which warnings are usual."""
_FEWEST = 10
"""Pairs below which no warning can be called usual."""
_USUAL = 0.3
"""Share of pairs with the same warning above which it is usual."""


def usual_warnings(pairs: Sequence[Pair]) -> frozenset[str]:
    """Return the codes of the checks that find something in pair after pair of a text."""
    from aligner.checks.checking import check_pair  # not before a pair is checked

    full = [pair for pair in pairs if pair.is_full]
    sample = full[:: max(1, len(full) // _SAMPLE)][:_SAMPLE]
    found = [{one.code for one in check_pair(pair.zh_text, pair.en_text)} for pair in sample]
    return usual_codes(found, len(sample))


def usual_codes(found: Iterable[set[str]], pairs: int) -> frozenset[str]:
    """Return the codes that are usual, given those of each of so many pairs."""
    if pairs < _FEWEST:
        return frozenset()
    counts = Counter(code for codes in found for code in codes)
    return frozenset(code for code, count in counts.items() if count > _USUAL * pairs)
