"""How many words of the source are translated, as translators are paid and plan their days."""

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

    def __add__(self, other: WordsDone) -> WordsDone:
        return WordsDone(self.done + other.done, self.total + other.total)

    def __sub__(self, other: WordsDone) -> WordsDone:
        return WordsDone(self.done - other.done, self.total - other.total)


def words_done(pairs: Iterable[Pair], source: Language) -> WordsDone:
    """Count the words of pairs; counts of disjoint pairs add up to those of all."""
    done = total = 0
    for pair in pairs:
        if pair.status == "excluded":
            continue
        words = count_words(pair.zh_text if source == "zh" else pair.en_text)
        total += words
        if pair.is_settled and pair.is_full:
            done += words
    return WordsDone(done, total)
