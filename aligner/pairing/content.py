"""Documents paired by what they say: each is the other's best counterpart, by the built-in model.

Scores of true pairs vary much from one kind of text to another, so being each other's best decides,
and a score only keeps strangers apart. A document is compared with all others by the mean of its
sentences, less what all documents of its side have in common, and sentence by sentence with the few
that come nearest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

import numpy as np
import numpy.typing as npt

from aligner.encoders import unit_vectors
from aligner.files import Progress
from aligner.pairing.contents import Contents

_NEAREST = 10
"""Counterparts of a document that are looked at sentence by sentence."""
_BLOCK = 1_024
"""Documents that are compared with all of the other side at once."""
_FEW = 8
"""Documents of a side that have too little in common for it to be taken off."""
_LEAST = 0.25
"""Score below which two documents are strangers (`bench/pairing.py` has scores of both kinds)."""
_USUAL = log(0.72)
"""How long a Chinese text is beside its translation, as a logarithm."""
_UNLIKE = log(4.0)
"""What no translation has: four times the usual length."""
_SAME_ENDING = 1e-4
"""What it is worth that both are files of one kind, where all else is alike."""


def pair_by_content(
    zh: Sequence[Contents], en: Sequence[Contents], progress: Progress | None = None
) -> Iterator[tuple[Contents, Contents, float]]:
    """Yield the pairs of which each is the other's best, with their scores, up to 1."""
    if not zh or not en:
        return
    likely = sorted(_likely(zh, en))
    scores: dict[tuple[int, int], float] = {}
    for done, (i, j) in enumerate(likely):
        scores[i, j] = zh[i].likeness(en[j]) + (_SAME_ENDING if _same_ending(zh[i], en[j]) else 0)
        if progress and done % _BLOCK == 0:
            progress("comparing documents", done, len(likely))
    for i, j, score in _mutual(scores):
        yield zh[i], en[j], score


def _same_ending(one: Contents, other: Contents) -> bool:
    return one.candidate.path.suffix.lower() == other.candidate.path.suffix.lower()


def _mutual(scores: dict[tuple[int, int], float]) -> Iterator[tuple[int, int, float]]:
    """Yield those of which each is the other's best; of two as good, the first in order."""
    best_en: dict[int, int] = {}
    best_zh: dict[int, int] = {}
    for (i, j), score in scores.items():
        if i not in best_en or score > scores[i, best_en[i]]:
            best_en[i] = j
        if j not in best_zh or score > scores[best_zh[j], j]:
            best_zh[j] = i
    for i, j in best_en.items():
        if best_zh[j] == i and scores[i, j] >= _LEAST:
            yield i, j, min(scores[i, j], 1.0)


def _likely(zh: Sequence[Contents], en: Sequence[Contents]) -> set[tuple[int, int]]:
    """Return the pairs that are worth a closer look, seen from either side."""
    means = _means(zh), _means(en)
    lengths = _lengths(zh) - _USUAL, _lengths(en)
    pairs = set(_nearest(*means, *lengths))
    return pairs | {(i, j) for j, i in _nearest(*means[::-1], *lengths[::-1])}


def _nearest(
    ours: npt.NDArray[np.float32],
    theirs: npt.NDArray[np.float32],
    our_lengths: npt.NDArray[np.float32],
    their_lengths: npt.NDArray[np.float32],
) -> Iterator[tuple[int, int]]:
    """Yield each document of ours with those of theirs that come nearest, by their places."""
    few = min(_NEAREST, len(theirs))
    for first in range(0, len(ours), _BLOCK):
        cosines = ours[first : first + _BLOCK] @ theirs.T
        unlike = np.abs(our_lengths[first : first + _BLOCK, None] - their_lengths) > _UNLIKE
        cosines[unlike] = -2.0
        nearest = np.argpartition(cosines, -few, axis=1)[:, -few:]
        for row, columns in enumerate(nearest):
            for column in columns:
                if cosines[row, column] > -2.0:
                    yield first + row, int(column)


def _means(side: Sequence[Contents]) -> npt.NDArray[np.float32]:
    """Return the direction in which each document differs from those of its side."""
    means = np.array([contents.mean for contents in side])
    if len(side) >= _FEW:
        means -= means.mean(axis=0)
    return unit_vectors(means).astype(np.float32)


def _lengths(side: Sequence[Contents]) -> npt.NDArray[np.float32]:
    return np.log(np.array([max(contents.weight, 1) for contents in side], np.float32))
