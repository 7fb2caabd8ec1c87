"""What can be said for and against a pair, and which of its words answer to which, as values.

The confidence itself comes from the aligner, which weighs more than this; what is told here is what
a person can check. No words: a screen says them in its own language. Costs nothing to import.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import Literal

from aligner.alignment import Bead
from aligner.article import Language
from aligner.bitext import Pair
from aligner.lexicon import TextSpan

Verdict = Literal["good", "fair", "poor"]
Neighbour = Literal["previous", "next"]

_WELL, _BADLY = 0.72, 0.55
"""Shares of the usual coverage: nine right pairs in ten are above the first, a wrong one hardly
ever above the second."""
_LIKE, _UNLIKE = log(1.4), log(1.7)
"""How far, as a factor, lengths of right pairs are from the usual ratio: most, nearly all."""
_SHORT = 8  # characters of a side, added to both: a word more says little in a short pair


@dataclass(frozen=True, slots=True)
class Meaning:
    """How much of each side the other covers."""

    zh_covered: float
    """Share of the Chinese, 0 to 1, by weight of its words."""
    en_covered: float
    zh_typical: float
    """The same in right pairs."""
    en_typical: float

    @property
    def against_typical(self) -> float:
        """The smaller share as part of what is usual: about 1 in a right pair."""
        return min(self.zh_covered / self.zh_typical, self.en_covered / self.en_typical)

    @property
    def verdict(self) -> Verdict:
        """What it says for the pair."""
        share = self.against_typical
        return "good" if share >= _WELL else "poor" if share < _BADLY else "fair"


@dataclass(frozen=True, slots=True)
class Length:
    """How long the sides are beside each other."""

    zh: float
    """Characters; a Latin letter counts a third."""
    en: float
    typical_ratio: float
    """English characters to a Chinese one in right pairs."""

    @property
    def factor(self) -> float:
        """How many times as long as expected the English is; short texts count as nearer to 1."""
        return (self.en + _SHORT) / (self.zh * self.typical_ratio + _SHORT)

    @property
    def verdict(self) -> Verdict:
        """What it says for the pair."""
        apart = abs(log(self.factor))
        return "good" if apart <= _LIKE else "poor" if apart > _UNLIKE else "fair"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number, date, time, or word in Latin letters that the other side should have too."""

    kind: Literal["number", "name"]
    text: str
    start: int
    """Place in the text of its side, in characters."""
    end: int
    found: bool
    """Whether the other side has it, however it is written there."""


@dataclass(frozen=True, slots=True)
class Move:
    """A sentence that the other side of an edge covers better."""

    neighbour: Neighbour
    language: Language
    gives: bool
    """Whether this pair would give it to the neighbour; otherwise it would take it from there."""
    text: str
    here: float
    """Share of the sentence that is covered where it is, 0 to 1."""
    there: float
    """Share that would be covered after the move."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Other pairs that could be made of the sentences around a pair."""

    first: int
    """Position of the first pair that it would replace, from 0."""
    old: tuple[Pair, ...]
    """The pairs that it would replace."""
    new: tuple[Bead, ...]
    texts: tuple[tuple[str, str], ...]
    """Chinese and English of each of the new ones."""
    likelihood: float
    """How likely it is beside what is there, 0 to 1; 1 is as likely."""


@dataclass(frozen=True, slots=True)
class TypicalPairs:
    """What pairs look like when they are right, in this text or in general."""

    zh_covered: float
    """Share of the Chinese that the English covers."""
    en_covered: float
    ratio: float
    """English characters to a Chinese one."""
    pairs: int
    """How many pairs of this text it was drawn from; none where there are too few sure ones."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What can be said for and against a pair."""

    place: int
    confidence: float
    shape: tuple[int, int]
    """How many Chinese and English sentences; 0 where there is none."""
    meaning: Meaning | None
    """None where a side is empty."""
    length: Length | None
    zh_marks: tuple[Mark, ...]
    en_marks: tuple[Mark, ...]
    moves: tuple[Move, ...]
    """Sentences that would be better off on the other side of an edge, the best first."""
    moved_to: int | None
    """Position of the pair that may hold the counterpart of this one, which has none."""


@dataclass(frozen=True, slots=True)
class TokenMatch:
    """Words of one side and what answers to them on the other."""

    zh: TextSpan
    en: TextSpan
    strength: float
    """How sure, 0 to 1; 1 where both read the same."""
