"""What everyday language knows: how common a word is, what kind it is, how a character sounds.

Owns the table that `training/background.py` makes. Chinese words are looked up in one script,
English ones in lower case; what the table does not hold is rare.
"""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("background.tsv.xz")

RARE = 20
"""Commonness of a word that the table does not hold."""


@dataclass(frozen=True, slots=True)
class Background:
    """The table, word by word."""

    commonness: dict[str, int]
    """Ten times the base-ten logarithm of occurrences in a thousand million words: the has 78."""
    kinds: dict[str, str]
    """n noun, v verb, a adjective, r person, s place, z other name, i idiom, t number or time,
    f function word. Often wrong for one word, seldom for two that translate each other."""
    readings: dict[str, str]
    """Pinyin without tones of single characters."""
    longest: dict[str, int]
    """How long the longest Chinese word is that begins with these two characters."""

    def how_common(self, word: str) -> int:
        """Return the commonness of a word, also of one that is not in the table."""
        return self.commonness.get(word, RARE)

    def kind(self, word: str) -> str:
        """Return the kind of a word, "" where it is unknown."""
        return self.kinds.get(word, "")


@cache
def background_table() -> Background:
    """Return the table inside the package, read once."""
    commonness: dict[str, int] = {}
    kinds: dict[str, str] = {}
    readings: dict[str, str] = {}
    longest: dict[str, int] = {}
    for line in lzma.decompress(TABLE.read_bytes()).decode().splitlines():
        word, common, kind, *reading = line.split("\t")
        commonness[word] = int(common)
        kinds[word] = kind
        if reading:
            readings[word] = reading[0]
        if len(word) > 1 and not word.isascii():
            longest[word[:2]] = max(len(word), longest.get(word[:2], 0))
    return Background(commonness, kinds, readings, longest)
