"""How well columns answer each other: asks the built-in model, where sight is not enough."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.encoders import built_in, unit_vectors

_LEAST, _MOST = 1.5, 6.0
"""Letters of English for a Chinese character, between which a translation usually lies; an example
or a definition is longer than its term."""


def answers(columns: Sequence[Sequence[str]], pairs: Sequence[tuple[int, int]]) -> list[float]:
    """Return how well pairs of columns, Chinese and English, answer each other: at most 1.

    It is the mean cosine of their cells, row by row, less where one is too long for the other. A
    row in which either is empty says nothing for them.
    """
    model = built_in()
    vectors = [unit_vectors(model.sums(model.pieces(cells))) for cells in columns]
    return [
        float((vectors[zh] * vectors[en]).sum(axis=1).mean()) * _fit(columns[zh], columns[en])
        for zh, en in pairs
    ]


def _fit(zh: Sequence[str], en: Sequence[str]) -> float:
    both = [
        (one, other) for one, other in zip(zh, en, strict=True) if one.strip() and other.strip()
    ]
    characters = max(1, sum(len(one) for one, _ in both))
    letters = max(1, sum(len(other) for _, other in both))
    return min(1.0, _MOST * characters / letters, letters / (_LEAST * characters))
