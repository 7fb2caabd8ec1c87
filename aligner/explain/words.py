"""The words of a text with their places and vectors.

A Latin word is one word however many pieces the tokenizer makes of it; Chinese is cut where the
tokenizer cuts. Numbers in figures and punctuation are no words here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.encoders.pieces import sum_rows
from aligner.encoders.static import StaticModel
from aligner.numbers import PLAIN
from aligner.script import HAN

_LETTER = rf"[^\W\d_{HAN}][\u0300-\u036f]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:['’](?:{_LETTER})+)*|[{HAN}]+")
_HAN_RUN = re.compile(f"[{HAN}]+")
_LATIN = re.compile(r"[a-z][a-z'-]*[a-z]")
_LONGEST = 6_000  # characters that are looked at, from the beginning: a pair is no chapter
_MOST = 400


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text."""

    start: int
    end: int
    form: str
    """As the tokenizer writes it: small letters, Simplified characters."""
    pieces: tuple[int, ...]
    """Ids of its pieces."""


def words_of(text: str, model: StaticModel) -> list[Word]:
    """Return the words of a text in order, the first few hundred of a long one."""
    tokens = model.tokens(text[:_LONGEST])
    words: list[Word] = []
    at = 0
    for match in _WORD.finditer(text, 0, _LONGEST):
        inside: list[tuple[int, int, int, str]] = []
        while at < len(tokens) and tokens[at][1] < match.end():
            if tokens[at][1] >= match.start():
                inside.append(tokens[at])
            at += 1
        if _HAN_RUN.match(match[0]):
            words += [Word(start, end, form, (piece,)) for piece, start, end, form in inside]
        elif inside:
            pieces = tuple(piece for piece, *_ in inside)
            form = "".join(form for *_, form in inside)
            words.append(Word(match.start(), match.end(), form, pieces))
        if len(words) >= _MOST:
            break
    return words[:_MOST]


def latin_spans(text: str) -> list[tuple[int, int, str]]:
    """Return the words in Latin letters: start and end in characters, and the word in small ones.

    Two letters or more; full-width letters are folded.
    """
    plain = text.translate(PLAIN).lower()
    return [(*match.span(), match[0]) for match in _LATIN.finditer(plain)]


def vectors_of(words: list[Word], model: StaticModel) -> npt.NDArray[np.float32]:
    """Return the sum of the vectors of each word's pieces, (words, width)."""
    ids = np.array([piece for word in words for piece in word.pieces], dtype=np.int64)
    start = np.cumsum([0, *(len(word.pieces) for word in words)], dtype=np.int64)
    return sum_rows(model.vectors(ids), start)
