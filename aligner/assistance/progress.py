"""How many words of the source are translated, and how many of them somebody has vouched for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aligner.article import Language
from aligner.bitext import Pair
from aligner.memory import count_words


@dataclass(frozen=True, slots=True)
class WordsDone:
    """Words of the source text: Han characters and other words, as CAT tools count them."""

    done: int = 0
    """Of pairs that have both texts and that a translator has settled."""
    total: int = 0
    """Of all pairs but the excluded ones."""
    translated: int = 0
    """Of pairs that have both texts, whoever has settled them."""

    def __add__(self, other: WordsDone) -> WordsDone:
        return WordsDone(
            self.done + other.done,
            self.total + other.total,
            self.translated + other.translated,
        )

    def __sub__(self, other: WordsDone) -> WordsDone:
        return WordsDone(
            self.done - other.done,
            self.total - other.total,
            self.translated - other.translated,
        )


def words_done(pairs: Iterable[Pair], source: Language) -> WordsDone:
    """Count the words of pairs; counts of disjoint pairs add up to those of all."""
    done = total = translated = 0
    for pair in pairs:
        if pair.status == "excluded":
            continue
        words = count_words(pair.zh_text if source == "zh" else pair.en_text)
        total += words
        if _is_translated(pair):
            translated += words
            if pair.is_settled:
                done += words
    return WordsDone(done, total, translated)


def _is_translated(pair: Pair) -> bool:
    """Whether both texts are there, and one is no mere copy of the other that nobody wanted."""
    return pair.is_full and (pair.is_settled or pair.zh_text != pair.en_text)
