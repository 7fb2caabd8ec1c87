"""Which lines of a cue are in which language, where those of one stand above those of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from aligner.article import Language

Order = tuple[Language, Language]
"""The language above, and the one below."""


def order_of(cues: Iterable[Sequence[Language | None]]) -> Order:
    """Return which language usually stands above the other, by the languages of their lines."""
    firsts: Counter[Language] = Counter()
    for said in cues:
        languages = [language for language in said if language]
        if len(set(languages)) == 2:
            firsts[languages[0]] += 1
    return ("en", "zh") if firsts["en"] > firsts["zh"] else ("zh", "en")


def cut_of(said: Sequence[Language | None], order: Order) -> int:
    """Return how many lines of a cue stand above, so that they fit best."""
    upper, lower = order

    def misfit(cut: int) -> tuple[int, int]:
        wrong = said[:cut].count(lower) + said[cut:].count(upper)
        alone = len(set(said)) == 1 and len(said) == 1
        return wrong, 0 if alone else abs(2 * cut - len(said))

    return min(range(len(said) + 1), key=misfit)
