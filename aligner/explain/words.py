"""The words of a text with their places and vectors.

A Latin word is one word however many pieces the tokenizer makes of it; Chinese is cut where the
tokenizer cuts. Numbers in figures and punctuation are no words here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from aligner.encoders import StaticModel, sum_rows
from aligner.lexicon import EXPLANATION, TextSpan, fold_in_place
from aligner.script import HAN

_LETTER = rf"[^\W\d_{HAN}][\u0300-\u036f]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:['’](?:{_LETTER})+)*|[{HAN}]+")
_HAN_RUN = re.compile(f"[{HAN}]+")
_LATIN = re.compile(r"[a-z][a-z'-]*[a-z]")
_LONGEST = 6_000  # characters that are looked at, from the beginning: a pair is no chapter
_MOST = 400


@dataclass(frozen=True, slots=True)
class ModelWord:
    """A word of a text as the built-in model sees it."""

    start: int
    end: int
    form: str
    """As the tokenizer writes it: small letters, Simplified characters."""
    pieces: tuple[int, ...]
    """Ids of its pieces."""


def words_of(text: str, model: StaticModel) -> list[ModelWord]:
    """Return the words of a text in order, the first few hundred of a long one."""
    folded = fold_in_place(text[:_LONGEST], EXPLANATION)
    found = _words_of(folded.text, model)
    if folded.starts is None:
        return found
    places = [folded.span(word.start, word.end) for word in found]
    return [
        replace(word, start=start, end=end)
        for word, (start, end) in zip(found, places, strict=True)
    ]


def _words_of(text: str, model: StaticModel) -> list[ModelWord]:
    tokens = model.tokens(text)
    words: list[ModelWord] = []
    at = 0
    for match in _WORD.finditer(text):
        inside: list[tuple[int, int, int, str]] = []
        while at < len(tokens) and tokens[at][1] < match.end():
            if tokens[at][1] >= match.start():
                inside.append(tokens[at])
            at += 1
        if _HAN_RUN.match(match[0]):
            words += [ModelWord(start, end, form, (piece,)) for piece, start, end, form in inside]
        elif inside:
            pieces = tuple(piece for piece, *_ in inside)
            form = "".join(form for *_, form in inside)
            words.append(ModelWord(match.start(), match.end(), form, pieces))
        if len(words) >= _MOST:
            break
    return words[:_MOST]


def latin_spans(text: str) -> list[tuple[int, int, str]]:
    """Return the words in Latin letters: start and end in characters, and the word in small ones.

    Two letters or more, folded.
    """
    folded = fold_in_place(text, EXPLANATION)
    return [(*folded.span(*match.span()), match[0]) for match in _LATIN.finditer(folded.text)]


class Taken:
    """Spans of a text that do not overlap, asked whether another one touches any of them."""

    def __init__(self, spans: Iterable[TextSpan]) -> None:
        self._spans = sorted(spans)

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch that is not empty shares a character with one of the spans."""
        behind = bisect_left(self._spans, end, key=itemgetter(0))
        return behind > 0 and start < self._spans[behind - 1][1]


def vectors_of(words: list[ModelWord], model: StaticModel) -> npt.NDArray[np.float32]:
    """Return the sum of the vectors of each word's pieces, (words, width)."""
    ids = np.array([piece for word in words for piece in word.pieces], dtype=np.int64)
    start = np.cumsum([0, *(len(word.pieces) for word in words)], dtype=np.int64)
    return sum_rows(model.vectors(ids), start)
