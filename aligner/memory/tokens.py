"""What is counted in a text and what is looked for: its tokens, and the pieces of the indices.

A token is a Han character, a word or number in other letters, or a single mark, as CAT tools count
Chinese and English. The pieces of the Chinese index are pairs of neighbouring characters, because
most Chinese words have two; those of the English one are words. Invariant: a text holds another
only if it holds the other's pieces.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from aligner.memory.keys import aligned_key
from aligner.script import HAN

_TOKEN = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:['’][^\W_{HAN}]+)*|\S")
_RUN = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[^\w\s]|_")
_MARKED = "\ue000"
LONGEST = 64
"""Characters of a word that are indexed; what is longer is debris."""


class Token(NamedTuple):
    """A token, made comparable, and its place in the text in characters."""

    key: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Cut a text into tokens, in order; white space is none."""
    return [Token(m[0], m.start(), m.end()) for m in _TOKEN.finditer(aligned_key(text))]


def token_keys(text: str) -> list[str]:
    """Return the tokens of a text, made comparable, without their places."""
    return _TOKEN.findall(aligned_key(text))


def count_words(text: str) -> int:
    """Count Han characters and other words, as the word counts of CAT tools do; marks are none."""
    return sum(1 for m in _TOKEN.finditer(text) if m[0][0].isalnum())


def count_characters(text: str) -> int:
    """Count characters without white space, as CAT tools do."""
    return sum(map(len, text.split()))


def pairs(key: str) -> list[str]:
    """Return the pieces of a Chinese key, each once.

    They are the neighbours in its runs of letters, the last character of each run alone, so that
    every character begins a piece, and the marks.
    """
    found: set[str] = set()
    for run in _RUN.findall(key):
        found.update(a + b for a, b in pairwise(run))
        found.add(run[-1])
    return [*found, *marks(key)]


def words(key: str) -> list[str]:
    """Return the words of a key in order, each cut to `LONGEST` characters."""
    return [word[:LONGEST] for word in _RUN.findall(key)]


def marks(key: str) -> list[str]:
    """Return a piece for each mark in a key: an index holds letters and numbers alone."""
    return [f"{_MARKED}{ord(mark):x}" for mark in sorted(set(_MARK.findall(key)))]


def is_mark(piece: str) -> bool:
    """Whether a piece stands for a mark."""
    return piece.startswith(_MARKED)
