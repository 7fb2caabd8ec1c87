"""Why a pair is as sure as it is: meaning, length, marks, neighbours, moved text.

The confidence itself comes from the aligner, which weighs more than this; what is told here is what
a person can check. Values only, no words: a screen says them in its own language.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import Literal

from aligner.alignment.marks import latin_words
from aligner.article import Language
from aligner.bitext import Bitext, Pair
from aligner.explain.coverage import Coverage, Usual, usual
from aligner.explain.neighbours import Move, moves
from aligner.explain.words import latin_spans
from aligner.numbers import Number, marks_of, read_numbers

Verdict = Literal["good", "fair", "poor"]

_WELL, _BADLY = 0.72, 0.55
"""Shares of the usual coverage: nine right pairs in ten are above the first, a wrong one hardly
ever above the second."""
_LIKE, _UNLIKE = log(1.4), log(1.7)
"""How far, as a factor, lengths of right pairs are from the usual ratio: most, nearly all."""
_SHORT = 8  # characters of a side, added to both: a word more says little in a short pair


@dataclass(frozen=True, slots=True)
class Meaning:
    """How much of each side the other covers."""

    zh_covered: float
    """Share of the Chinese, 0 to 1, by weight of its words."""
    en_covered: float
    zh_usual: float
    """The same in right pairs."""
    en_usual: float

    @property
    def against_usual(self) -> float:
        """The smaller share as part of what is usual: about 1 in a right pair."""
        return min(self.zh_covered / self.zh_usual, self.en_covered / self.en_usual)

    @property
    def verdict(self) -> Verdict:
        """What it says for the pair."""
        share = self.against_usual
        return "good" if share >= _WELL else "poor" if share < _BADLY else "fair"


@dataclass(frozen=True, slots=True)
class Length:
    """How long the sides are beside each other."""

    zh: float
    """Characters; a Latin letter counts a third."""
    en: float
    usual: float
    """English characters to a Chinese one in right pairs."""

    @property
    def factor(self) -> float:
        """How many times as long as expected the English is; short texts count as nearer to 1."""
        return (self.en + _SHORT) / (self.zh * self.usual + _SHORT)

    @property
    def verdict(self) -> Verdict:
        """What it says for the pair."""
        apart = abs(log(self.factor))
        return "good" if apart <= _LIKE else "poor" if apart > _UNLIKE else "fair"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number, date, time, or word in Latin letters that the other side should have too."""

    kind: Literal["number", "name"]
    text: str
    start: int
    """Place in the text of its side, in characters."""
    end: int
    found: bool
    """Whether the other side has it, however it is written there."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What can be said for and against a pair."""

    place: int
    confidence: float
    shape: tuple[int, int]
    """How many Chinese and English sentences; 0 where there is none."""
    meaning: Meaning | None
    """None where a side is empty."""
    length: Length | None
    zh_marks: tuple[Mark, ...]
    en_marks: tuple[Mark, ...]
    moves: tuple[Move, ...]
    """Sentences that would be better off on the other side of an edge, the best first."""
    moved_to: int | None
    """Position of the pair that may hold the counterpart of this one, which has none."""


def explain(bitext: Bitext, place: int, *, typical: Usual | None = None) -> Explanation:
    """Say why a pair is as sure as it is; IndexError where there is no such pair.

    `typical` is what `usual` returns for the bitext, which a caller with many pairs keeps.
    """
    if not 0 <= place < len(bitext.pairs):
        raise IndexError(f"the bitext has no pair {place}")
    pair = bitext.pairs[place]
    typical = typical or usual(bitext)
    meaning, length = _compared(pair, typical) if pair.is_full else (None, None)
    zh_marks, en_marks = marks(pair.zh_text, pair.en_text) if pair.is_full else ((), ())
    return Explanation(
        place=place,
        confidence=pair.confidence,
        shape=(len(pair.zh), len(pair.en)),
        meaning=meaning,
        length=length,
        zh_marks=zh_marks,
        en_marks=en_marks,
        moves=tuple(moves(bitext, place, typical)),
        moved_to=None if pair.is_full else _moved_to(bitext, pair),
    )


def marks(zh_text: str, en_text: str) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return the marks of both sides, in order, and whether the other side has them.

    Small numbers that often have no counterpart (一, one) may be found but are not asked for; nor
    are Latin words of the English.
    """
    zh, en = read_numbers(zh_text, "zh"), read_numbers(en_text, "en")
    zh_marks = _numbers(zh_text, zh, {*marks_of(en), *latin_words(en_text)})
    en_marks = _numbers(en_text, en, {*marks_of(zh), *latin_words(zh_text)})
    known = set(latin_words(en_text))
    for start, end, form in latin_spans(zh_text):
        if not any(mark.start < end and start < mark.end for mark in zh_marks):
            zh_marks.append(Mark("name", zh_text[start:end], start, end, form in known))
    return tuple(sorted(zh_marks, key=lambda mark: mark.start)), tuple(en_marks)


def _numbers(text: str, numbers: list[Number], known: set[str]) -> list[Mark]:
    asked = [number for number in numbers if not number.weak]
    return [
        Mark("number", text[number.start : number.end], number.start, number.end, mark in known)
        for number, mark in zip(asked, marks_of(asked), strict=True)
    ]


def _compared(pair: Pair, typical: Usual) -> tuple[Meaning, Length]:
    cover = Coverage([pair.zh_text], [pair.en_text])
    zh_share, en_share = cover.share([0], [0])
    return (
        Meaning(zh_share, en_share, typical.zh_covered, typical.en_covered),
        Length(float(cover.zh.length[0]), float(cover.en.length[0]), typical.ratio),
    )


def _moved_to(bitext: Bitext, pair: Pair) -> int | None:
    """Return the position of the pair that a link to moved text names for this one."""
    for link in bitext.moved:
        for i, j in zip(link.zh, link.en, strict=True):
            if i in pair.zh:
                return _holder(bitext, "en", j)
            if j in pair.en:
                return _holder(bitext, "zh", i)
    return None


def _holder(bitext: Bitext, language: Language, sentence: int) -> int | None:
    """Return the position of the pair without a counterpart that holds a sentence."""
    for place, pair in enumerate(bitext.pairs):
        if sentence in (pair.zh if language == "zh" else pair.en):
            return None if pair.is_full else place
    return None
