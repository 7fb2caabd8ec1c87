"""Working out why a pair is as sure as it is: meaning, length, marks, neighbours, moved text."""

from __future__ import annotations

from aligner.alignment import latin_words, length_of
from aligner.article import Language
from aligner.bitext import Bitext, Pair
from aligner.explain.coverage import Coverage
from aligner.explain.explanation import Explanation, Length, Mark, Meaning, TypicalPairs
from aligner.explain.neighbours import moves
from aligner.explain.words import Taken, latin_spans
from aligner.lexicon import EXPLANATION, fold
from aligner.numbers import Number, marks_of, read_numbers


def explained(bitext: Bitext, place: int, typical: TypicalPairs) -> Explanation:
    """Say why a pair is as sure as it is; IndexError where there is no such pair."""
    if not 0 <= place < len(bitext.pairs):
        raise IndexError(f"the bitext has no pair {place}")
    pair = bitext.pairs[place]
    meaning, length = _compared(pair, typical) if pair.is_full else (None, None)
    zh_marks, en_marks = compared_marks(pair.zh_text, pair.en_text) if pair.is_full else ((), ())
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


def compared_marks(zh_text: str, en_text: str) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return the marks of both sides, in order, and whether the other side has them."""
    zh, en = read_numbers(zh_text, "zh"), read_numbers(en_text, "en")
    known = set(latin_words(fold(en_text, EXPLANATION)))
    zh_marks = _numbers(zh_text, zh, {*marks_of(en), *known})
    en_marks = _numbers(en_text, en, {*marks_of(zh), *latin_words(fold(zh_text, EXPLANATION))})
    numbers = Taken((mark.start, mark.end) for mark in zh_marks)
    for start, end, form in latin_spans(zh_text):
        if not numbers.touches(start, end):
            zh_marks.append(Mark("name", zh_text[start:end], start, end, form in known))
    return tuple(sorted(zh_marks, key=lambda mark: mark.start)), tuple(en_marks)


def _numbers(text: str, numbers: list[Number], known: set[str]) -> list[Mark]:
    asked = [number for number in numbers if not number.weak]
    return [
        Mark("number", text[number.start : number.end], number.start, number.end, mark in known)
        for number, mark in zip(asked, marks_of(asked), strict=True)
    ]


def _compared(pair: Pair, typical: TypicalPairs) -> tuple[Meaning, Length]:
    cover = Coverage([pair.zh_text], [pair.en_text])
    zh_share, en_share = cover.share([0], [0])
    return (
        Meaning(zh_share, en_share, typical.zh_covered, typical.en_covered),
        Length(length_of(pair.zh_text, "zh"), length_of(pair.en_text, "en"), typical.ratio),
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
