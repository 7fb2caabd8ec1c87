"""Which chapters of two books answer to each other: by their order, numbers, lengths and meaning.

The best path through both books is found step by step; a step is a chapter with a chapter, one
with two, or one that the other book lacks. A match is sure where every other way to place its
chapters is worse by far: what is made of a wrong one is worse than what is missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import log

import numpy as np
import numpy.typing as npt

from aligner.article import ChapterMatch
from aligner.formats import Block
from aligner.reading.chapters import Chapter, chapters_of

Floats = npt.NDArray[np.float64]

MOST = 600
"""Chapters of a side that are compared; a file that has more is no book."""
_STEPS = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))
_ALONE = -0.3
"""What a step costs that leaves a chapter without a counterpart."""
_TWO = -0.4
"""What it costs that one chapter answers to two."""
_SAME_NUMBER, _OTHER_NUMBER = 0.5, -0.5
_LENGTH = 0.5
"""How much the square of the difference of lengths counts, in natural logarithms."""
_MOST_LENGTH = 2.0
_MARGIN = 0.5
"""By how much a sure match must be better than every other place of its chapters."""
_UNLIKE = log(2.5)
"""Difference of lengths that no sure match has: one is two and a half times as long."""
_ALIKE = 0.2
"""Cosine of what sets two chapters apart from their books, below which no match is sure."""
_SAMPLE = 40
"""Paragraphs of a chapter that its meaning is made of."""
_BEGINNING = 400
"""Characters of each of them."""
_LONGEST_TITLE = 60


def match_chapters(zh: Sequence[Block], en: Sequence[Block]) -> tuple[ChapterMatch, ...]:
    """Return the chapters of both sides in order, matched; none where a side has not two."""
    chinese, english = chapters_of(zh), chapters_of(en)
    if not (2 <= len(chinese) <= MOST and 2 <= len(english) <= MOST):
        return ()
    scores = _Scores(chinese, english, _vectors(zh, chinese), _vectors(en, english))
    return tuple(
        matched(chinese, english, (i, i + n), (j, j + m), is_sure=is_sure)
        for i, j, n, m, is_sure in _best(scores, len(chinese), len(english))
    )


def matched(
    zh: Sequence[Chapter],
    en: Sequence[Chapter],
    in_zh: tuple[int, int],
    in_en: tuple[int, int],
    *,
    is_sure: bool,
) -> ChapterMatch:
    """Return a match of chapters, given as ranges of both lists."""
    titles = [
        " / ".join(chapter.title[:_LONGEST_TITLE] for chapter in side[first:stop])
        for side, (first, stop) in ((zh, in_zh), (en, in_en))
    ]
    return ChapterMatch(tuple(range(*in_zh)), tuple(range(*in_en)), titles[0], titles[1], is_sure)


def _vectors(side: Sequence[Block], chapters: Sequence[Chapter]) -> Floats:
    """Return what sets each chapter apart from the book, (chapters, width)."""
    from aligner.encoders import built_in

    found = []
    for chapter in chapters:
        every = (chapter.stop - chapter.first) // _SAMPLE + 1
        texts = [block.text[:_BEGINNING] for block in side[chapter.first : chapter.stop : every]]
        found.append(built_in().encode(texts).mean(axis=0))
    vectors = np.array(found, np.float64)
    return np.asarray(vectors - vectors.mean(axis=0), np.float64)


class _Scores:
    """What each step from each place is worth."""

    def __init__(
        self, zh: Sequence[Chapter], en: Sequence[Chapter], in_zh: Floats, in_en: Floats
    ) -> None:
        self._zh, self._en = zh, en
        self._ratio = log(_total(zh) / _total(en))
        vectors = [(in_zh, in_zh[:-1] + in_zh[1:]), (in_en, in_en[:-1] + in_en[1:])]
        (one_zh, two_zh), (one_en, two_en) = ([_unit(v) for v in side] for side in vectors)
        self._alike = {
            (1, 1): one_zh @ one_en.T,
            (1, 2): one_zh @ two_en.T,
            (2, 1): two_zh @ one_en.T,
        }

    def unlike(self, i: int, j: int, n: int, m: int) -> float:
        """Return by how much lengths differ from those of the books, in logarithms."""
        ratio = log(_total(self._zh[i : i + n]) / _total(self._en[j : j + m]))
        return abs(ratio - self._ratio)

    def of(self, i: int, j: int, n: int, m: int) -> float:
        """Return what it is worth to match n chapters from i on with m from j on."""
        if not n or not m:
            return _ALONE
        alike = float(self._alike[n, m][i, j])
        length = min(_LENGTH * self.unlike(i, j, n, m) ** 2, _MOST_LENGTH)
        numbers = self._numbers(self._zh[i : i + n], self._en[j : j + m])
        return alike - length + numbers + (_TWO if n + m > 2 else 0.0)

    def is_closest(self, i: int, j: int, n: int, m: int) -> bool:
        """Whether chapters are more like each other than like any single one of the other book.

        Numbers alone may count another edition's chapters.
        """
        one = self._alike[1, 1]
        others = np.concatenate([one[i : i + n].ravel(), one[:, j : j + m].ravel()])
        return bool(self._alike[n, m][i, j] >= max(others.max() - 1e-9, _ALIKE))

    def _numbers(self, zh: Sequence[Chapter], en: Sequence[Chapter]) -> float:
        pairs = [
            (one.number.value, other.number.value)
            for one, other in product(zh, en)
            if one.number and other.number and one.number.is_part == other.number.is_part
        ]
        if not pairs:
            return 0.0
        return _SAME_NUMBER if any(a == b for a, b in pairs) else _OTHER_NUMBER


def _best(scores: _Scores, n_zh: int, n_en: int) -> list[tuple[int, int, int, int, bool]]:
    """Return the steps of the best path, each with whether it is sure."""
    steps = {
        (i, j, n, m): scores.of(i, j, n, m)
        for i, j, (n, m) in product(range(n_zh + 1), range(n_en + 1), _STEPS)
        if i + n <= n_zh and j + m <= n_en
    }
    before = np.full((n_zh + 1, n_en + 1), -np.inf)
    after = before.copy()
    before[0, 0] = after[n_zh, n_en] = 0.0
    for (i, j, n, m), score in steps.items():
        before[i + n, j + m] = max(before[i + n, j + m], before[i, j] + score)
    for (i, j, n, m), score in reversed(steps.items()):
        after[i, j] = max(after[i, j], after[i + n, j + m] + score)
    through = {
        step: before[step[:2]] + score + after[step[0] + step[2], step[1] + step[3]]
        for step, score in steps.items()
    }
    rivals = _Rivals(through, n_zh, n_en)
    found: list[tuple[int, int, int, int, bool]] = []
    i = j = 0
    while (i, j) != (n_zh, n_en):
        n, m = max(
            ((n, m) for n, m in _STEPS if (i, j, n, m) in steps),
            key=lambda step: through[i, j, step[0], step[1]],
        )
        step = (i, j, n, m)
        is_sure = bool(
            n > 0
            and m > 0
            and through[step] - rivals.best(step) >= _MARGIN
            and scores.unlike(*step) <= _UNLIKE
            and scores.is_closest(*step)
        )
        found.append((*step, is_sure))
        i, j = i + n, j + m
    return found


class _Rivals:
    """The best two steps over each chapter, of which one may be the step in question."""

    def __init__(
        self, through: dict[tuple[int, int, int, int], float], n_zh: int, n_en: int
    ) -> None:
        self._over: list[list[list[tuple[float, tuple[int, int, int, int]]]]] = [
            [[] for _ in range(n_zh)],
            [[] for _ in range(n_en)],
        ]
        for step, score in through.items():
            for chapter in _chapters(step):
                best = self._over[chapter[0]][chapter[1]]
                best.append((score, step))
                best.sort(reverse=True)
                del best[2:]

    def best(self, step: tuple[int, int, int, int]) -> float:
        """Return what the best path is worth that places a chapter of a step otherwise."""
        return max(
            (
                score
                for side, number in _chapters(step)
                for score, other in self._over[side][number]
                if other != step
            ),
            default=-np.inf,
        )


def _chapters(step: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Return the chapters that a step goes over, each as its side and its number."""
    i, j, n, m = step
    return [*((0, k) for k in range(i, i + n)), *((1, k) for k in range(j, j + m))]


def _total(chapters: Sequence[Chapter]) -> int:
    return sum(chapter.size for chapter in chapters) or 1


def _unit(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), np.float64)
