"""Where a sentence ends, in Chinese and in English: the one place that decides it.

Chinese is split by rules, English by nupunkt with corrections. White space stays with the sentence
before it. Invariant: the pieces of a text, joined, are the text, character by character; time grows
with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from aligner.article import Language
from aligner.sentences.chinese import chinese_ends
from aligner.sentences.english import english_ends

_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n\s*+")
_WORD = re.compile(r"[^\W_]")

__all__ = ["split_sentences"]


def split_sentences(text: str, language: Language) -> list[str]:
    """Split a paragraph into sentences whose concatenation is exactly `text`.

    A blank line always ends one, and a piece without a letter or a number belongs to its
    neighbour. Empty text has no sentences.
    """
    ends = chinese_ends if language == "zh" else english_ends
    pieces: list[str] = []
    for part in _cut(text, (blank.end() for blank in _BLANK_LINE.finditer(text))):
        pieces.extend(_cut(part, ends(part)))
    return pieces


def _cut(text: str, ends: Iterable[int]) -> list[str]:
    """Cut at those offsets that leave something to read on both sides."""
    cuts = [0]
    searched, has_word = 0, False
    for end in ends:
        if searched < end < len(text):
            # Where no word was found none is looked for again, or time would be quadratic.
            has_word = has_word or _WORD.search(text, searched, end) is not None
            searched = end
            if has_word:
                cuts.append(end)
                has_word = False
    if len(cuts) > 1 and not _WORD.search(text, cuts[-1]):
        cuts.pop()
    return [text[start:end] for start, end in pairwise([*cuts, len(text)]) if start < end]
