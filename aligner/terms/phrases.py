"""Which spans of a pair may be terms, and how well two of them translate each other.

Candidates are runs of words that begin and end with meaning. For all Chinese spans against all
English ones at once: likeness of their vectors, how much of their links stays between them, how
much goes elsewhere, and whether a neighbour that nobody claims was left outside. The result is a
matrix of qualities from 0 to 1, of which mutual best pairs are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.terms.inflection import singular
from aligner.terms.links import LinkedPair, Vocabulary
from aligner.terms.sounds import likeness
from aligner.terms.values import Place
from aligner.terms.words import Word

Floats = npt.NDArray[np.float32]

_LONGEST_ZH, _LONGEST_EN = 4, 5
_CHARACTERS = 12
_INSIDE = frozenset("of for and the in on to 's".split())
_LEFT_OUT = 0.35  # what a free neighbour outside costs at most
_NEAR_BEST = 0.93
_LEAST = 0.12


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words of one side that may be a term."""

    first: int
    last: int
    """The word behind its last one."""
    key: str
    set_off: bool = False
    """Whether it stands in quotation marks or title marks of its own."""


@dataclass(frozen=True, slots=True)
class Found:
    """Two spans that translate each other, in one pair."""

    zh: Span
    en: Span
    quality: float
    defined: bool = False
    """Whether the text itself gives the one in brackets behind the other."""


def chinese_spans(words: Sequence[Word], quotes: Sequence[Place]) -> list[Span]:
    """Return the candidates of a Chinese text."""
    places = _set_off(words, quotes)
    found = [
        Span(first, last, _zh_key(words[first:last]), (first, last) in places)
        for first, last in _runs(words, _LONGEST_ZH, ())
        if _is_chinese_term(words[first:last])
    ]
    have = {(span.first, span.last) for span in found}
    for first, last in places - have:
        if last - first <= _LONGEST_QUOTED and words[first].text.isalnum():
            found.append(Span(first, last, _zh_key(words[first:last]), True))
    return found


_LONGEST_QUOTED = 8


def _set_off(words: Sequence[Word], quotes: Sequence[Place]) -> set[tuple[int, int]]:
    """Return first word, and the one behind the last, of each quotation, small words at ends off."""
    found = set()
    for start, end in quotes:
        inside = [k for k, word in enumerate(words) if start <= word.start < word.end <= end]
        while inside and not words[inside[0]].is_content:
            inside.pop(0)
        while inside and not words[inside[-1]].is_content:
            inside.pop()
        if inside:
            found.add((inside[0], inside[-1] + 1))
    return found


def english_spans(words: Sequence[Word], quotes: Sequence[Place]) -> list[Span]:
    """Return the candidates of an English text."""
    places = _set_off(words, quotes)
    return [
        Span(first, last, en_key(words[first:last]), (first, last) in places)
        for first, last in _runs(words, _LONGEST_EN, _INSIDE)
        if _is_english_term(words[first:last])
    ]


def en_key(words: Sequence[Word]) -> str:
    """Return an English term as it is compared: lower case, the last noun in the singular."""
    keys = [word.key for word in words]
    if not words[-1].name or words[-1].text[-1:] == "s":
        keys[-1] = singular(keys[-1])
    return " ".join(keys)


def _zh_key(words: Sequence[Word]) -> str:
    return "".join(word.key for word in words)


def _runs(
    words: Sequence[Word], longest: int, inside: Sequence[str] | frozenset[str]
) -> Iterator[tuple[int, int]]:
    for first, word in enumerate(words):
        if not word.is_content:
            continue
        for last in range(first + 1, min(first + longest, len(words)) + 1):
            end = words[last - 1]
            if last > first + 1 and end.start - words[last - 2].end > 1:
                break
            if end.is_content:
                yield first, last
            elif end.key not in inside:
                break


def _is_chinese_term(words: Sequence[Word]) -> bool:
    if words[0].kind == words[-1].kind == "t" or words[-1].kind == "t":
        return False
    length = words[-1].end - words[0].start
    if length == 1:
        return words[0].kind == "n" and words[0].common < _EVERYDAY
    if length > _CHARACTERS and not any(word.name for word in words):
        return False
    if words[0].key in _ENDINGS or (len(words) > 1 and any(map(_is_helper, words[1:]))):
        return False
    if len(words) > 1 and _is_helper(words[0]) and words[0].key not in _PREFIXES:
        return False
    return all(
        a.end == b.start or (a.text.isascii() != b.text.isascii())
        for a, b in zip(words, words[1:], strict=False)
    )


def _is_helper(word: Word) -> bool:
    """Whether it is a common verb of one character (會, 能, 使), which no compound holds."""
    return word.kind == "v" and len(word.key) == 1 and word.common >= _HELPER


_HELPER = 45
_ENDINGS = frozenset("性化者率期型式感度")
_PREFIXES = frozenset("无非不未反抗超防")
_EVERYDAY = 57
"""A single character that is more common than this is no term."""


def _is_english_term(words: Sequence[Word]) -> bool:
    if words[0].kind == "t" or words[-1].kind == "t":
        return False
    if len(words) == 1:
        return len(words[0].key) > 1
    small = sum(not word.is_content for word in words)
    return small <= 2 and not (small and len(words) - small > 3)


class Phrasebook:
    """Scores the spans of pairs against each other."""

    def __init__(self, left: Vocabulary, right: Vocabulary) -> None:
        self._left, self._right = left, right

    def scores(self, pair: LinkedPair, zh: Sequence[Span], en: Sequence[Span]) -> Floats:
        """Return the quality of every two spans, (Chinese spans, English spans)."""
        of_zh, of_en = _Side(pair.zh, zh, self._left), _Side(pair.en, en, self._right)
        # A word that stands twice is one word: what its twin is linked to is not elsewhere.
        zh_held, en_held = of_zh.with_twins(pair.zh), of_en.with_twins(pair.en)
        inside = of_zh.holds @ pair.links @ of_en.holds.T
        zh_mass, en_mass = pair.links.sum(axis=1), pair.links.sum(axis=0)
        zh_in = (of_zh.weighs @ pair.links @ en_held.T) / of_zh.weight[:, None]
        en_in = (zh_held @ pair.links @ of_en.weighs.T) / of_en.weight[None, :]
        claims = pair.links * _earnest(pair)
        zh_out = of_zh.weighs @ (claims @ (1 - en_held).T) / of_zh.weight[:, None]
        en_out = ((1 - zh_held) @ claims) @ of_en.weighs.T / of_en.weight[None, :]
        alike = np.clip((of_zh.unit @ of_en.unit.T - 0.1) / 0.6, 0.0, 1.0)
        _hear(alike, pair, zh, en, inside)
        zh_share = _settled(zh_in, zh_out, of_zh.verbs[:, None])
        en_share = _settled(en_in, en_out, of_en.verbs[None, :])
        linked = np.sqrt(np.clip(zh_share * en_share, 0.0, 1.0))
        apart = np.clip(1 - zh_out, 0, 1) * np.clip(1 - en_out, 0, 1)
        quality = (0.5 * alike + 0.5 * linked) * apart
        quality *= 1 - _LEFT_OUT * of_zh.free_neighbour(pair.zh, zh, zh_mass)[:, None]
        quality *= 1 - _LEFT_OUT * of_en.free_neighbour(pair.en, en, en_mass)[None, :]
        marked = np.outer([s.set_off for s in zh], [s.set_off for s in en])
        quality = np.where(marked, 0.5 + 0.5 * quality, quality)
        return np.asarray(quality, dtype=np.float32)

    def found(self, pair: LinkedPair, zh: Sequence[Span], en: Sequence[Span]) -> list[Found]:
        """Return the spans that choose each other."""
        if not zh or not en:
            return []
        quality = self.scores(pair, zh, en)
        best_of_zh, best_of_en = quality.max(axis=1), quality.max(axis=0)
        kept = (
            (quality >= _NEAR_BEST * best_of_zh[:, None])
            & (quality >= _NEAR_BEST * best_of_en[None, :])
            & (quality >= _LEAST)
        )
        return [Found(zh[i], en[j], float(quality[i, j])) for i, j in np.argwhere(kept)]


class _Side:
    def __init__(self, words: Sequence[Word], spans: Sequence[Span], known: Vocabulary) -> None:
        self.holds = np.zeros((len(spans), len(words)), np.float32)
        for k, span in enumerate(spans):
            self.holds[k, span.first : span.last] = 1.0
        worth = np.array([_worth(word) for word in words], np.float32)
        self.weighs = self.holds * worth
        self.weight = np.maximum(self.weighs.sum(axis=1), 1e-3)
        doing = self.holds @ np.array([word.kind == "v" for word in words], np.float32)
        self.verbs = (1 - _FREE) * doing / np.maximum(self.holds.sum(axis=1), 1)
        """What is added to `_FREE` for verbs, which do not belong to a term by themselves."""
        vectors = np.zeros((len(words), known.vectors.shape[1]), np.float32)
        for k, word in enumerate(words):
            if word.is_content:
                vectors[k] = known.vectors[known.number[word.key]]
        sums = self.holds @ vectors
        self.unit = sums / np.maximum(np.linalg.norm(sums, axis=1), 1e-6)[:, None]

    def with_twins(self, words: Sequence[Word]) -> Floats:
        """Return which words each span holds, other places of the same words too."""
        keys = [word.key for word in words]
        if len(set(keys)) == len(keys):
            return self.holds
        twins = np.array([[a == b for b in keys] for a in keys], np.float32)
        return np.minimum(self.holds @ twins, 1.0)

    def free_neighbour(self, words: Sequence[Word], spans: Sequence[Span], mass: Floats) -> Floats:
        """Return how free the freer neighbour of each span is, 0 to 1, of those that may join."""
        free = np.zeros(len(spans), np.float32)
        for k, span in enumerate(spans):
            for at, gap in (
                (span.first - 1, words[span.first].start - words[span.first - 1].end),
                (span.last, words[min(span.last, len(words) - 1)].start - words[span.last - 1].end),
            ):
                if not (0 <= at < len(words) and gap <= 1 and words[at].kind in _JOINING):
                    continue
                beside = span.first if at < span.first else span.last - 1
                if _is_name(words[at]) == _is_name(words[beside]):
                    free[k] = max(free[k], 1.0 - mass[at])
        return free


_JOINING = frozenset(["n", "r", "s", "z", ""])


def _is_name(word: Word) -> bool:
    return word.name or word.kind in "rs" and word.kind != ""


def _earnest(pair: LinkedPair) -> Floats:
    """Return how far each link counts against others: one for want of better counts little."""
    return np.where(pair.links > _FIRM, 1.0, np.clip(pair.alike / 0.45, 0.3, 1.0)).astype(np.float32)


_FIRM = 0.6


def _settled(inside: Floats, outside: Floats, verbs: Floats) -> Floats:
    """Return the share that stays inside; a noun without any counterpart counts less."""
    free = np.clip(1.0 - inside - outside, 0.0, 1.0)
    return np.asarray(inside / np.maximum(inside + outside + (_FREE + verbs) * free, 1e-6))


_FREE = 0.4


def _worth(word: Word) -> float:
    if not word.is_content:
        return 0.0
    return min(1.5, max(0.2, (75 - word.common) / 30))


def _hear(
    alike: Floats, pair: LinkedPair, zh: Sequence[Span], en: Sequence[Span], inside: Floats
) -> None:
    """Let a name written by sound be as like its whole English form as it sounds."""
    for i, span in enumerate(zh):
        if span.last - span.first == 1 and pair.zh[span.first].name:
            for j in np.flatnonzero(inside[i] > 0.1):
                words = pair.en[en[j].first : en[j].last]
                if all(word.name for word in words):
                    heard = likeness(span.key, "".join(word.key for word in words))
                    alike[i, j] = max(alike[i, j], heard if heard > 0.7 else 0.0)
