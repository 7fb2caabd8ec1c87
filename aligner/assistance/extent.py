"""How much text there is in either language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aligner.bitext import Pair
from aligner.memory import count_words


@dataclass(frozen=True, slots=True)
class Extent:
    """Han characters and other words of each side, as CAT tools count them."""

    zh: int = 0
    en: int = 0

    def __add__(self, other: Extent) -> Extent:
        return Extent(self.zh + other.zh, self.en + other.en)

    def __sub__(self, other: Extent) -> Extent:
        return Extent(self.zh - other.zh, self.en - other.en)


def extent_of(pairs: Iterable[Pair]) -> Extent:
    """Count the words of both sides; counts of disjoint pairs add up to those of all."""
    zh = en = 0
    for pair in pairs:
        zh += count_words(pair.zh_text)
        en += count_words(pair.en_text)
    return Extent(zh, en)
