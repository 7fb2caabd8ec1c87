"""Why a pair is as sure as it is, and which of its words answer to which.

Values that a screen can say in any language; nothing here changes a pair. The values cost nothing
to import; the first call of a function opens the built-in model, so call from a worker first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.explain.explanation import (
    Alternative,
    Explanation,
    Length,
    Mark,
    Meaning,
    Move,
    TokenMatch,
    TypicalPairs,
    Verdict,
)

if TYPE_CHECKING:
    from aligner.alignment import Realigner
    from aligner.bitext import Bitext

__all__ = [
    "Alternative",
    "Explanation",
    "Length",
    "Mark",
    "Meaning",
    "Move",
    "TokenMatch",
    "TypicalPairs",
    "Verdict",
    "alternative_of",
    "explain",
    "marks",
    "token_matches",
    "typical_pairs",
]


def explain(bitext: Bitext, place: int, *, typical: TypicalPairs | None = None) -> Explanation:
    """Say why a pair is as sure as it is; IndexError where there is no such pair.

    `typical` is what `typical_pairs` returns for the bitext, which a caller with many pairs keeps.
    """
    from aligner.explain.reasoning import explained

    return explained(bitext, place, typical or typical_pairs(bitext))


def alternative_of(bitext: Bitext, place: int, realigner: Realigner) -> Alternative | None:
    """Return the likeliest other pairs in place of one and its neighbours; None without any."""
    from aligner.explain.alternatives import alternative_of as found

    return found(bitext, place, realigner)


def typical_pairs(bitext: Bitext) -> TypicalPairs:
    """Return what is usual in a bitext, from a few sure pairs spread over it."""
    from aligner.explain.coverage import sampled

    return sampled(bitext)


def marks(zh_text: str, en_text: str) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return the marks of both sides, in order, and whether the other side has them.

    Small numbers that often have no counterpart (一, one) may be found but are not asked for; nor
    are Latin words of the English.
    """
    from aligner.explain.reasoning import compared_marks

    return compared_marks(zh_text, en_text)


def token_matches(zh_text: str, en_text: str) -> list[TokenMatch]:
    """Return which words answer to which, in the order of the Chinese text."""
    from aligner.explain.matching import matched

    return matched(zh_text, en_text)
