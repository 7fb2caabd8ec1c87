"""How rare words are in everyday language, and how much oftener a text has them.

Commonness is that of the background table, in decibels; so is everything else here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from aligner.lexicon import Word
from aligner.terms.phrases import en_key
from aligner.terms.tally import Candidate, Tally

_MOST = 20.0
"""A word that a text has a hundred times oftener than others is as much its own as can be."""


def rarity(words: Sequence[Word], everyday: int, width: int) -> float:
    """Return how rare the words are, 0 to 1; a compound is rarer than its parts."""
    content = [word for word in words if word.is_content]
    common = sum(word.common for word in content) / len(content)
    compound = 8 * (len(content) - 1) if len(content) < 4 else 16
    return min(1.0, max(0.0, (everyday - common + compound) / width))


def surprise(words: Sequence[Word], seen: int, length: int) -> float:
    """Return how much oftener a text of so many words has a term than others have, from 0."""
    usual = _usual(words[0], length) if len(words) == 1 else 0.0
    return max(0.0, 10 * math.log10(max(seen, 1) / (1 + usual)))


def support(candidate: Candidate, tally: Tally) -> float:
    """Return how much the words of a candidate are the text's own, by themselves, 0 to 20."""
    zh = [(word, tally.zh_seen[word.key]) for word in candidate.zh_words if word.is_content]
    en = [(word, tally.en_seen[en_key([word])]) for word in candidate.en_words if word.is_content]
    sides = [
        sum(min(_MOST, surprise([word], seen, tally.zh_length)) for word, seen in side) / len(side)
        for side in (zh, en)
    ]
    return sum(sides) / len(sides)


def _usual(word: Word, length: int) -> float:
    """Return how often a text of so many words has a word if it is like others."""
    return length * math.pow(10, word.common / 10 - 9)
