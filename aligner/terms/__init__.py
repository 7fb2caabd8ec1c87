"""The bilingual glossary: mining it from pairs, finding its terms in text, checking their use.

`mine` finds entries, `Matcher` finds their terms, `inconsistencies` finds where a term was rendered
otherwise; `formats` reads and writes glossaries. What mining needs is imported when it is called.
"""

from __future__ import annotations

from collections.abc import Iterable

from aligner.terms.matching import Matcher, Span
from aligner.terms.values import Entry, Example, Pair, PartOfSpeech, Place, Variant

__all__ = [
    "Entry",
    "Example",
    "Matcher",
    "Pair",
    "PartOfSpeech",
    "Place",
    "Span",
    "Variant",
    "mine",
]


def mine(
    pairs: Iterable[Pair], *, min_score: float | None = None, top: int | None = None
) -> list[Entry]:
    """Return the terms of pairs of Chinese and English, best first.

    `min_score` (0 to 1; by default what proved useful) leaves out doubtful entries; `top` says how
    many there may be.
    """
    from aligner.terms.mining import LEAST, mine_entries

    return mine_entries(pairs, min_score=LEAST if min_score is None else min_score, top=top)
