"""The bilingual glossary: mining it from pairs, finding its terms in text, checking their use.

`mine` finds entries, `Matcher` finds their terms, `inconsistencies` finds where a term was rendered
otherwise; `formats` reads and writes glossaries. What mining needs is imported when it is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aligner.article import Language
from aligner.terms.compliance import Glossary
from aligner.terms.matching import Matcher, Span
from aligner.terms.values import (
    Entry,
    Example,
    Inconsistency,
    Pair,
    PartOfSpeech,
    Rendering,
    Use,
    Variant,
)

__all__ = [
    "Entry",
    "Example",
    "Glossary",
    "Inconsistency",
    "Matcher",
    "Pair",
    "PartOfSpeech",
    "Rendering",
    "Span",
    "Use",
    "Variant",
    "inconsistencies",
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


def inconsistencies(
    pairs: Sequence[Pair], glossary: Iterable[Entry] = (), *, source: Language = "zh"
) -> list[Inconsistency]:
    """Return where pairs render a glossary's terms otherwise, and any term in several ways.

    `source` is the language whose terms the other one has to render. The glossary's come first, in
    its order; then those in several ways, those seen oftenest first.
    """
    from aligner.terms.consistency import find_inconsistencies

    return find_inconsistencies(pairs, glossary, source=source)
