"""Pairs, and the bitext they make up: the result of an alignment and the object of every edit.

Values and pure functions; nothing here reads, writes or computes a score. Invariant: every
sentence of the article is in exactly one pair, and the order of both sides is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aligner.article import Article

Status = Literal["proposed", "confirmed", "edited", "excluded"]
Level = Literal["sentence", "paragraph"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A bead with its texts. Either side may be empty: an omission or an addition."""

    zh: tuple[int, ...]
    """Indices of the Chinese sentences, in order."""
    en: tuple[int, ...]
    """Indices of the English sentences, in order."""
    zh_text: str
    """The Chinese sentences joined with nothing between them."""
    en_text: str
    """The English sentences joined with one space."""
    confidence: float
    """Probability that the pair is right, 0 to 1."""
    status: Status = "proposed"
    note: str = ""

    @property
    def is_full(self) -> bool:
        """Whether both sides have text."""
        return bool(self.zh and self.en)


@dataclass(frozen=True, slots=True)
class Bitext:
    """An article and its pairs."""

    article: Article
    pairs: tuple[Pair, ...]
    level: Level
    model: str
    """Name of the embedding model that aligned it."""
