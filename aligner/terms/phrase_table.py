"""How well two phrases of a pair translate each other.

For all Chinese phrases against all English ones at once: likeness of their vectors, how much of
their links stays between them, how much goes elsewhere, and whether a neighbour that nobody claims
was left outside. The result is a matrix of qualities from 0 to 1, of which mutual best pairs are
kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aligner.lexicon import Word, likeness
from aligner.terms.links import Ints, LinkedPair, Vocabulary
from aligner.terms.phrases import Phrase

Floats = npt.NDArray[np.float32]

_LEFT_OUT = 0.35  # what a free neighbour outside costs at most
_NEAR_BEST = 0.93
_MIN_QUALITY = 0.12
_FIRM = 0.6  # a link above this is one in earnest
_FREE = 0.4  # what a noun without a counterpart counts, against one that is linked elsewhere


class PhrasePair(NamedTuple):
    """Two spans that translate each other, in one pair."""

    zh: Phrase
    en: Phrase
    quality: float
    defined: bool = False
    """Whether the text itself gives the one in brackets behind the other."""


class PhraseTable:
    """Scores the spans of pairs against each other."""

    def __init__(self, left: Vocabulary, right: Vocabulary) -> None:
        self._left, self._right = left, right

    def scores(self, pair: LinkedPair, zh: Sequence[Phrase], en: Sequence[Phrase]) -> Floats:
        """Return the quality of every two spans, (Chinese spans, English spans)."""
        of_zh = _Side(pair.zh, zh, pair.zh_content, pair.zh_numbers, self._left)
        of_en = _Side(pair.en, en, pair.en_content, pair.en_numbers, self._right)
        # A word that stands twice is one word: what its twin is linked to is not elsewhere.
        zh_held, en_held = of_zh.with_twins(), of_en.with_twins()
        inside: Floats = (of_zh.holds @ pair.links @ of_en.holds.T).astype(np.float32)
        zh_mass, en_mass = pair.links.sum(axis=1), pair.links.sum(axis=0)
        zh_in = (of_zh.weighs @ pair.links @ en_held.T) / of_zh.weight[:, None]
        en_in = (zh_held @ pair.links @ of_en.weighs.T) / of_en.weight[None, :]
        claims = pair.links * _earnest(pair)
        zh_out = of_zh.weighs @ (claims @ (1 - en_held).T) / of_zh.weight[:, None]
        en_out = ((1 - zh_held) @ claims) @ of_en.weighs.T / of_en.weight[None, :]
        alike = _within((of_zh.unit @ of_en.unit.T - 0.1) / 0.6)
        _hear(alike, pair, zh, en, inside)
        zh_share = _settled(zh_in, zh_out, of_zh.verbs[:, None])
        en_share = _settled(en_in, en_out, of_en.verbs[None, :])
        linked = np.sqrt(_within(zh_share * en_share))
        apart = _within(1 - zh_out) * _within(1 - en_out)
        quality = (0.5 * alike + 0.5 * linked) * apart
        # One character beside another that nobody claims is hardly ever a word.
        short = np.array([2.0 if len(phrase.key) == 1 else 1.0 for phrase in zh], np.float32)
        quality *= 1 - (_LEFT_OUT * short * of_zh.free_neighbour(zh_mass))[:, None]
        quality *= 1 - _LEFT_OUT * of_en.free_neighbour(en_mass)[None, :]
        for i, j in product(_set_off(zh), _set_off(en)):
            quality[i, j] = 0.5 + 0.5 * quality[i, j]
        return np.asarray(quality, dtype=np.float32)

    def found(
        self, pair: LinkedPair, zh: Sequence[Phrase], en: Sequence[Phrase]
    ) -> list[PhrasePair]:
        """Return the spans that choose each other."""
        if not zh or not en:
            return []
        quality = self.scores(pair, zh, en)
        best_of_zh, best_of_en = quality.max(axis=1), quality.max(axis=0)
        kept = (
            (quality >= _NEAR_BEST * best_of_zh[:, None])
            & (quality >= _NEAR_BEST * best_of_en[None, :])
            & (quality >= _MIN_QUALITY)
        )
        return [PhrasePair(zh[i], en[j], float(quality[i, j])) for i, j in np.argwhere(kept)]


def _set_off(phrases: Sequence[Phrase]) -> list[int]:
    return [place for place, phrase in enumerate(phrases) if phrase.set_off]


class _Side:
    """The phrases of one side as matrices over its words."""

    def __init__(
        self,
        words: Sequence[Word],
        phrases: Sequence[Phrase],
        content: Ints,
        numbers: Ints,
        known: Vocabulary,
    ) -> None:
        self._words, self._content, self._numbers = words, content, numbers
        self._first = np.array([phrase.first for phrase in phrases])
        self._last = np.array([phrase.last for phrase in phrases])
        place = np.arange(len(words))
        inside = (self._first[:, None] <= place) & (place < self._last[:, None])
        self.holds: Floats = inside.astype(np.float32)
        held = self.holds[:, content]
        worth = np.zeros(len(words), np.float32)
        worth[content] = known.worth[numbers]
        self.weighs: Floats = self.holds * worth
        self.weight = np.maximum(self.weighs.sum(axis=1), 1e-3)
        self.verbs = (1 - _FREE) * (held @ known.verbs[numbers]) / (self._last - self._first)
        """What is added to `_FREE` for verbs, which do not belong to a term by themselves."""
        sums = held @ known.vectors[numbers]
        lengths = np.sqrt(np.einsum("ij,ij->i", sums, sums))
        self.unit = sums / np.maximum(lengths, 1e-6)[:, None]

    def with_twins(self) -> Floats:
        """Return which words each phrase holds, other places of the same words too."""
        if len(set(self._numbers.tolist())) == len(self._numbers):
            return self.holds
        number = -1 - np.arange(len(self._words))
        number[self._content] = self._numbers
        twins = (number[:, None] == number[None, :]).astype(np.float32)
        return np.asarray(np.minimum(self.holds @ twins, 1.0), dtype=np.float32)

    def free_neighbour(self, mass: Floats) -> Floats:
        """Return how free the freer neighbour of each phrase is, 0 to 1, of those that may join."""
        words = self._words
        before = np.zeros(len(words) + 1, np.float32)
        behind = np.zeros(len(words) + 1, np.float32)
        for k, (one, other) in enumerate(pairwise(words), start=1):
            if other.start - one.end <= 1 and _is_name(one) == _is_name(other):
                if one.kind in _JOINING:
                    before[k] = 1.0 - mass[k - 1]
                if other.kind in _JOINING:
                    behind[k] = 1.0 - mass[k]
        free = np.maximum(before[self._first], behind[self._last])
        return np.asarray(free, dtype=np.float32)


_JOINING = frozenset(["n", "r", "s", "z", ""])


def _is_name(word: Word) -> bool:
    return word.name or (word.kind in "rs" and word.kind != "")


def _within(values: Floats, minimum: float = 0.0) -> Floats:
    """Return values kept between a bound and one; `np.clip` takes longer for few."""
    return np.asarray(np.minimum(np.maximum(values, np.float32(minimum)), np.float32(1)))


def _earnest(pair: LinkedPair) -> Floats:
    """Return how far each link counts against others: one for want of better counts little."""
    return np.where(pair.links > _FIRM, 1.0, _within(pair.alike / 0.45, 0.3)).astype(np.float32)


def _settled(inside: Floats, outside: Floats, verbs: Floats) -> Floats:
    """Return the share that stays inside; a noun without any counterpart counts less."""
    free = _within(1.0 - inside - outside)
    return np.asarray(inside / np.maximum(inside + outside + (_FREE + verbs) * free, 1e-6))


def _hear(
    alike: Floats, pair: LinkedPair, zh: Sequence[Phrase], en: Sequence[Phrase], inside: Floats
) -> None:
    """Let a name written by sound be as like its whole English form as it sounds."""
    for i, span in enumerate(zh):
        if span.last - span.first == 1 and pair.zh[span.first].name:
            for j in np.flatnonzero(inside[i] > 0.1):
                other = en[int(j)]
                words = pair.en[other.first : other.last]
                if all(word.name for word in words):
                    heard = likeness(span.key, "".join(word.key for word in words))
                    alike[i, j] = max(alike[i, j], heard if heard > 0.7 else 0.0)
