"""Which word of a pair translates which: links, each with a probability.

A word's likely translations come from two sources. The built-in model says which words are alike
before anything is counted; that belief weighs as much as `_BELIEF` sightings. Then the pairs are
counted: each word divides itself among the words of the other side (and none), both directions must
agree (Liang, Taskar and Klein 2006, "Alignment by agreement"), and what was linked often is linked
more easily in the next round. So one sighting is enough where the model knows the words, and where
it does not, a few sightings are.

Invariant: the links of a word add up to no more than one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.encoders import StaticModel
from aligner.lexicon import Word, likeness

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_ROUNDS = 4
_BELIEF = 1.5
_MIDDLE, _STEEPNESS = 0.42, 14.0  # where likeness means even chances, and how fast that turns
_NOTHING = 0.06  # how likely a word is to have no counterpart
_OFF_PLACE = 1.2  # how much a word at the other end of the sentence loses, as an exponent
_SOUNDS = 0.72  # names less alike than this in sound are not called alike


@dataclass(frozen=True, slots=True)
class LinkedPair:
    """A pair as words, with its links."""

    zh: list[Word]
    en: list[Word]
    links: Floats
    """(Chinese words, English words): probability that the two translate each other, 0 to 1."""
    alike: Floats
    """(Chinese words, English words): cosine of the words' vectors, or likeness of their sound."""
    zh_content: Ints
    """Which Chinese words mean something; their numbers in the vocabulary are `zh_numbers`."""
    en_content: Ints
    zh_numbers: Ints
    en_numbers: Ints


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one side that mean something, each once."""

    number: dict[str, int]
    vectors: Floats
    """(words, width): sums of piece vectors."""
    unit: Floats
    """The same with length one."""
    worth: Floats
    """(words): how much each counts in a phrase, 0.2 to 1.5, rare ones most."""
    verbs: Floats
    """(words): 1 for a verb, 0 for others."""


def vocabulary(words: Sequence[Sequence[Word]], model: StaticModel) -> Vocabulary:
    """Return the vocabulary of one side."""
    known: dict[str, Word] = {}
    for sentence in words:
        for word in sentence:
            if word.is_content:
                known.setdefault(word.key, word)
    number = {key: place for place, key in enumerate(known)}
    sums = model.sums(model.pieces(list(number)))
    lengths = np.maximum(np.linalg.norm(sums, axis=1), 1e-6)
    unit = np.asarray(sums / lengths[:, None], dtype=np.float32)
    common = np.array([word.common for word in known.values()], np.float32)
    verbs = np.array([word.kind == "v" for word in known.values()], np.float32)
    return Vocabulary(number, sums, unit, np.clip((75 - common) / 30, 0.2, 1.5), verbs)


def link(
    zh: Sequence[Sequence[Word]], en: Sequence[Sequence[Word]], left: Vocabulary, right: Vocabulary
) -> list[LinkedPair]:
    """Return each pair with its links."""
    cells = [_Cells(z, e, left, right) for z, e in zip(zh, en, strict=True)]
    full = [cell for cell in cells if cell.alike.size]
    if full:
        _learn(full, len(right.number))
    return [cell.linked() for cell in cells]


class _Cells:
    """The words of one pair that may be linked, as a matrix."""

    def __init__(
        self, zh: Sequence[Word], en: Sequence[Word], left: Vocabulary, right: Vocabulary
    ) -> None:
        self.zh, self.en = list(zh), list(en)
        self.rows = np.array([i for i, word in enumerate(zh) if word.is_content], np.int64)
        self.columns = np.array([j for j, word in enumerate(en) if word.is_content], np.int64)
        self.row_words = np.array([left.number[zh[i].key] for i in self.rows], dtype=np.int64)
        self.column_words = np.array([right.number[en[j].key] for j in self.columns], np.int64)
        self.alike = left.unit[self.row_words] @ right.unit[self.column_words].T
        if self.alike.size:
            self._hear()
        here = self.rows.astype(np.float32) / max(len(zh), 1)
        there = self.columns.astype(np.float32) / max(len(en), 1)
        self.near = np.exp(-_OFF_PLACE * np.abs(here[:, None] - there[None, :]))
        self.links = np.zeros_like(self.alike)

    def _hear(self) -> None:
        """Let names that the model does not know count as alike when they sound alike."""
        names = [k for k, j in enumerate(self.columns) if self.en[j].name]
        spoken = [
            k
            for k, i in enumerate(self.rows)
            if self.zh[i].name or (self.zh[i].kind in "rsz" and len(self.zh[i].key) > 1)
        ]
        for k in spoken:
            for m in names:
                if self.alike[k, m] < _SURE:
                    parts = self.zh[self.rows[k]].key.split("·")
                    name = self.en[self.columns[m]].key
                    heard = max(likeness(part, name) for part in parts)
                    if heard >= _SOUNDS:
                        self.alike[k, m] = max(self.alike[k, m], 0.62 * heard)

    def linked(self) -> LinkedPair:
        links = np.zeros((len(self.zh), len(self.en)), np.float32)
        alike = np.zeros_like(links)
        if self.alike.size:
            places = self.rows[:, None], self.columns
            links[places], alike[places] = self.links, self.alike
        numbers = self.rows, self.columns, self.row_words, self.column_words
        return LinkedPair(self.zh, self.en, links, alike, *numbers)


_SURE = 0.5


def _learn(cells: list[_Cells], width: int) -> None:
    """Count and divide, round after round; leaves each cell's links in place."""
    kinds = np.concatenate(
        [(c.row_words[:, None] * width + c.column_words[None, :]).ravel() for c in cells]
    )
    alike = np.concatenate([c.alike.ravel() for c in cells])
    near = np.concatenate([c.near.ravel() for c in cells])
    rows, columns = _numbered(cells)
    found, kind = _numbered_once(kinds)
    belief = np.zeros(len(found))
    np.maximum.at(belief, kind, 1.0 / (1.0 + np.exp(-_STEEPNESS * (alike - _MIDDLE))))
    zh_seen, en_seen = _seen(cells, found, width)
    likely, links = belief, belief[kind]
    for _ in range(_ROUNDS):
        weight = likely[kind] * near
        links = np.sqrt(_divided(weight, rows) * _divided(weight, columns))
        counted = np.bincount(kind, links, len(found))
        alone = (2 * counted + _BELIEF * belief) / (zh_seen + en_seen + _BELIEF)
        likely = np.maximum(alone, 1e-4)
    end = 0
    for cell in cells:
        start, end = end, end + cell.alike.size
        cell.links = links[start:end].reshape(cell.alike.shape).astype(np.float32)


def _numbered_once(kinds: Ints) -> tuple[Ints, Ints]:
    """Return the kinds there are, in order, and the number of each cell's kind among them.

    `np.unique` says the same in thrice the time.
    """
    order = np.argsort(kinds, kind="stable")
    in_order = kinds[order]
    begins = np.ones(len(kinds), bool)
    np.not_equal(in_order[1:], in_order[:-1], out=begins[1:])
    number = np.empty(len(kinds), np.int64)
    number[order] = np.cumsum(begins) - 1
    return in_order[begins], number


def _divided(weight: npt.NDArray[np.float64], group: Ints) -> npt.NDArray[np.float64]:
    """Return each weight's share of its group, in which nothing has a share too."""
    total = np.asarray(np.bincount(group, weight), dtype=np.float64)[group]
    return np.asarray(weight / (total + _NOTHING))


def _numbered(cells: list[_Cells]) -> tuple[Ints, Ints]:
    """Return to which row and which column each cell of all pairs belongs."""
    rows, columns = [], []
    row, column = 0, 0
    for cell in cells:
        height, width = cell.alike.shape
        rows.append(np.repeat(np.arange(row, row + height), width))
        columns.append(np.tile(np.arange(column, column + width), height))
        row, column = row + height, column + width
    return np.concatenate(rows), np.concatenate(columns)


def _seen(
    cells: list[_Cells], found: Ints, width: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return how often the Chinese and the English word of each kind of cell occur."""
    zh = np.bincount(np.concatenate([c.row_words for c in cells]))
    en = np.bincount(np.concatenate([c.column_words for c in cells]))
    return zh[found // width].astype(float), en[found % width].astype(float)
