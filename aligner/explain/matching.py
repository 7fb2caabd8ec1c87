"""Which words of a pair answer to which on the other side.

Numbers and words that read the same answer to each other; other words to the one they are nearest
to by the built-in model, where that is mutual and near enough. Function words and punctuation
answer to nothing here: what is drawn must be what a translator would accept. Invariant: spans lie
in the texts, and no character is in two matches.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from aligner.encoders import built_in, unit_vectors
from aligner.explain.explanation import TokenMatch
from aligner.explain.words import ModelWord, Taken, vectors_of, words_of
from aligner.lexicon import TextSpan, says_little
from aligner.numbers import Number, marks_of, read_numbers

Floats = npt.NDArray[np.float32]

_NEAR = 0.5
"""Cosine that words need to answer to each other."""
_SEED = 0.4  # cosine of two words that may reach it together with a neighbour
_BETTER_BY = 0.02  # what a neighbour must add
_OUT_OF_PLACE = 0.1  # what the whole length of a sentence between two words costs
_LONGEST = 2  # neighbours that one match takes along
_SECOND = 0.85  # share of a word's best cosine that another partner must have


def matched(zh_text: str, en_text: str) -> list[TokenMatch]:
    """Return which words answer to which, in the order of the Chinese text."""
    model = built_in()
    found = _same_numbers(zh_text, en_text)
    zh = _free(words_of(zh_text, model), [match.zh for match in found])
    en = _free(words_of(en_text, model), [match.en for match in found])
    if zh and en:
        found += _near(
            _Side(zh, len(zh_text), vectors_of(zh, model)),
            _Side(en, len(en_text), vectors_of(en, model)),
        )
    return sorted(found, key=lambda match: match.zh)


def _same_numbers(zh_text: str, en_text: str) -> list[TokenMatch]:
    zh = [number for number in read_numbers(zh_text, "zh") if not number.weak]
    en = [number for number in read_numbers(en_text, "en") if not number.weak]
    waiting: dict[str, deque[Number]] = {}
    for number, mark in zip(en, marks_of(en), strict=True):
        waiting.setdefault(mark, deque()).append(number)
    found = []
    for number, mark in zip(zh, marks_of(zh), strict=True):
        if others := waiting.get(mark):
            other = others.popleft()
            found.append(TokenMatch((number.start, number.end), (other.start, other.end), 1.0))
    return found


def _free(words: list[ModelWord], taken: Sequence[TextSpan]) -> list[ModelWord]:
    """Return the words that no span touches."""
    spans = Taken(taken)
    return [word for word in words if not spans.touches(word.start, word.end)]


class _Side:
    """The words of one side, their vectors, and which of them still look for a partner."""

    def __init__(self, words: list[ModelWord], length: int, vectors: Floats) -> None:
        self.words = words
        self.vectors = vectors
        self.place = np.array([word.start / max(length, 1) for word in words], np.float32)
        self.free = [not says_little(word.form) for word in words]

    def grown(self, run: range) -> Iterator[range]:
        """Yield a run of words with its neighbour, where that looks for a partner too."""
        words = self.words
        if (
            run.start
            and self.free[run.start - 1]
            and _touch(words[run.start - 1], words[run.start])
        ):
            yield range(run.start - 1, run.stop)
        if (
            run.stop < len(words)
            and self.free[run.stop]
            and _touch(words[run.stop - 1], words[run.stop])
        ):
            yield range(run.start, run.stop + 1)

    def take(self, run: range) -> TextSpan:
        for k in run:
            self.free[k] = False
        return self.words[run.start].start, self.words[run.stop - 1].end


def _touch(before: ModelWord, after: ModelWord) -> bool:
    return after.start - before.end <= 1


def _near(zh: _Side, en: _Side) -> list[TokenMatch]:
    """Pair words, the nearest first; each takes neighbours along that bring it nearer."""
    cosine = unit_vectors(zh.vectors) @ unit_vectors(en.vectors).T
    far = np.abs(zh.place[:, None] - en.place)
    best = np.maximum(cosine.max(axis=1)[:, None], cosine.max(axis=0))
    likely = (cosine >= _SEED) & (cosine >= _SECOND * best)
    score = np.where(likely, cosine - _OUT_OF_PLACE * far, -1.0)
    found = []
    for flat in np.argsort(-score, axis=None):
        i, j = divmod(int(flat), score.shape[1])
        if score[i, j] < 0:
            break
        if zh.free[i] and en.free[j]:
            zh_run, en_run, near = _grow(zh, en, i, j, float(cosine[i, j]))
            if near >= _NEAR:
                found.append(TokenMatch(zh.take(zh_run), en.take(en_run), min(near, 1.0)))
    return found


def _grow(zh: _Side, en: _Side, i: int, j: int, near: float) -> tuple[range, range, float]:
    zh_run, en_run = range(i, i + 1), range(j, j + 1)
    for _ in range(_LONGEST):
        tries = [(run, en_run) for run in zh.grown(zh_run)]
        tries += [(zh_run, run) for run in en.grown(en_run)]
        best = max(
            ((_cosine(zh, a, en, b), a, b) for a, b in tries), key=itemgetter(0), default=None
        )
        if best is None or best[0] < near + _BETTER_BY:
            break
        near, zh_run, en_run = best
    return zh_run, en_run, near


def _cosine(zh: _Side, zh_run: range, en: _Side, en_run: range) -> float:
    a = zh.vectors[zh_run.start : zh_run.stop].sum(axis=0)
    b = en.vectors[en_run.start : en_run.stop].sum(axis=0)
    return float(a @ b / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-6))
