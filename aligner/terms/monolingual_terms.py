"""Terms that a Chinese text keeps coming back to and that no glossary has: still to be decided.

The text alone is looked at, so nothing is said of what they mean. A candidate stands in two
different sentences or more and belongs to the matter rather than to everyday language. Invariant:
what is only ever seen inside a longer candidate is not listed beside it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aligner.lexicon import SEARCH, TextSpan, Word, chinese_words, fold_characters
from aligner.terms.compliance import TermChecker
from aligner.terms.definitions import quoted
from aligner.terms.matching import Matcher
from aligner.terms.phrases import Phrase, chinese_phrases
from aligner.terms.rarity import rarity, surprise

MIN_SENTENCES = 2
"""Sentences in which a candidate has to stand."""

_LOOKED_AT = 1_200  # characters of a sentence, as in mining
_LONGEST = 16  # characters of a candidate: what is longer and comes again is a phrase
_EVERYDAY, _WIDTH = 62, 32  # commonness at which a word is of no matter at all, and how fast less
_OWN = 25  # what it takes, in decibels, for an everyday word to be the text's own
_LIKE_A_TERM = {"v": 0.9, "a": 1.0, "s": 0.5, "r": 0.3, "z": 0.3, "": 0.5}
_NOUN = 0.65
_WHO_DOES = frozenset("人匠员者师工商手")
"""Ends of a verb and its object that name whoever does it: 守塔人."""
_NAMELIKE = ("n", "s", "r", "z", "")
_TOGETHER = 2.0
"""How much oftener the words of a compound meet than by chance."""
_APART = 1.5
"""How often each word may be seen for once together, if they hardly stand apart."""
_TELLS = 30
"""Sentences below which chance cannot be told: fewer are taken for so many."""
_VERB_BEFORE, _VERB_BEHIND, _ADJECTIVE = 42, 48, 45
"""Commonness above which a word of that kind makes a phrase (進行談判) rather than a compound."""


@dataclass(frozen=True, slots=True)
class MonolingualTerm:
    """A term that recurs in a text and is in no glossary."""

    text: str
    """As it stands at its first place."""
    count: int
    """Different sentences that have it."""
    sentence: int
    """The first of them, from 0."""
    at: TextSpan
    """Where it stands in that sentence."""


@dataclass(slots=True)
class _Candidate:
    """A run of words, and the sentences that have it."""

    key: str
    words: Sequence[Word]
    at: TextSpan
    """In the first sentence."""
    sentences: list[int] = field(default_factory=list)
    set_off: bool = False
    weight: float = 0.0

    @property
    def count(self) -> int:
        return len(self.sentences)


@dataclass(slots=True)
class _Survey:
    """What a text holds, counted."""

    keys: dict[int, str] = field(default_factory=dict)
    """Of each different sentence, as it is compared."""
    candidates: dict[str, _Candidate] = field(default_factory=dict)
    with_word: Counter[str] = field(default_factory=Counter)
    """Sentences that have a word."""
    length: int = 0
    """Words in all."""


def find_monolingual_terms(
    sentences: Sequence[str], known: Matcher | TermChecker
) -> list[MonolingualTerm]:
    """Return the terms of a Chinese text that recur and are not `known`, most telling first.

    A sentence that comes again counts once.
    """
    survey = _survey(sentences, known)
    found = [
        c for c in survey.candidates.values() if c.count >= MIN_SENTENCES and _is_term(c, survey)
    ]
    whole = _joined(_without_parts(found), survey.keys)
    whole.sort(key=lambda c: (-c.weight, c.sentences[0], c.at))
    return [
        MonolingualTerm(sentences[c.sentences[0]][slice(*c.at)], c.count, c.sentences[0], c.at)
        for c in whole
    ]


def _survey(sentences: Iterable[str], known: Matcher | TermChecker) -> _Survey:
    survey = _Survey()
    told: set[str] = set()
    for number, sentence in enumerate(sentences):
        text = sentence[:_LOOKED_AT]
        key = fold_characters(text, SEARCH)
        if key in told:
            continue
        told.add(key)
        survey.keys[number] = key
        words = chinese_words(text)
        survey.length += len(words)
        survey.with_word.update({word.key for word in words})
        spans = [(span.start, span.end) for span in known.find(text, "zh")]
        for phrase in chinese_phrases(words, quoted(text, chinese=True)):
            if _cuts_a_compound(words, phrase):
                continue
            _note(survey.candidates, phrase, words[phrase.first : phrase.last], spans, number)
    return survey


def _cuts_a_compound(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether it begins between characters that stand for names together: 俄 and 烏衝突."""
    before, first = words[phrase.first - 1], words[phrase.first]
    return (
        phrase.first > 0
        and before.end == first.start
        and len(before.key) == len(first.key) == 1
        and before.kind in _NAMELIKE
        and phrase.last > phrase.first + 1
    )


def _note(
    candidates: dict[str, _Candidate],
    phrase: Phrase,
    words: Sequence[Word],
    known: Sequence[TextSpan],
    number: int,
) -> None:
    """Count a candidate where it stands, unless glossaries decide what stands there."""
    at = words[0].start, words[-1].end
    if phrase.key.isascii() or at[1] - at[0] < 2 or _is_decided(words, at, known):
        return
    place = candidates.get(phrase.key)
    if place is None:
        place = candidates[phrase.key] = _Candidate(phrase.key, words, at)
    if not place.sentences or place.sentences[-1] != number:
        place.sentences.append(number)
    place.set_off |= phrase.set_off


def _is_decided(words: Sequence[Word], at: TextSpan, known: Sequence[TextSpan]) -> bool:
    """Whether known terms cover all that means something here, or one reaches over an end."""
    start, end = at
    near = [(a, b) for a, b in known if a < end and start < b]
    if any((a < start) != (b > end) for a, b in near if a < start or b > end):
        return True
    return all(any(a <= w.start and w.end <= b for a, b in near) for w in words if w.is_content)


def _is_term(candidate: _Candidate, survey: _Survey) -> bool:
    """Whether a candidate is of the matter; its weight is worked out on the way."""
    words = candidate.words
    own = surprise(words, candidate.count, survey.length) / _OWN
    like = rarity(words, _EVERYDAY, _WIDTH) + own
    candidate.weight = like * math.log2(1 + candidate.count)
    if candidate.set_off:
        return True
    if len(words) == 1:
        kind = words[0].kind
        return kind not in ("t", "f", "i") and like >= _LIKE_A_TERM.get(kind, _NOUN)
    return like >= _NOUN and _is_compound(words) and _belong_together(candidate, survey)


def _is_compound(words: Sequence[Word]) -> bool:
    if any(word.name for word in words):
        return all(word.name or not word.is_content for word in words)
    if any(word.kind in ("t", "f", "i") for word in words) or words[-1].kind == "a":
        return False
    if words[-1].key in _WHO_DOES and len(words) > 2:
        return True
    if words[-1].kind == "v" and words[-1].common > _VERB_BEHIND:
        return False
    return not any(
        (word.kind == "v" and word.common > _VERB_BEFORE)
        or (word.kind == "a" and word.common > _ADJECTIVE)
        for word in words[:-1]
    )


def _belong_together(candidate: _Candidate, survey: _Survey) -> bool:
    """Whether neighbours meet much oftener than by chance; the parts of a name need not."""
    if any(word.name for word in candidate.words):
        return True
    seen, sentences = survey.with_word, max(len(survey.keys), _TELLS)
    for one, other in pairwise(candidate.words):
        often = candidate.count * sentences >= _TOGETHER * seen[one.key] * seen[other.key]
        # What a text speaks of in most sentences cannot meet much oftener than by chance.
        seldom_apart = max(seen[one.key], seen[other.key]) <= _APART * candidate.count
        if not often and not seldom_apart:
            return False
    return True


def _joined(found: Sequence[_Candidate], keys: dict[int, str]) -> list[_Candidate]:
    """Return the candidates with those that always overlap made one: the name is longer than both.

    Runs have a few words at most, so that of a long name several stand in each of its sentences.
    """
    joined: list[_Candidate] = []
    for candidate in sorted(found, key=lambda c: (c.sentences, c.at)):
        last = joined[-1] if joined else None
        longer = _union(last, candidate, keys) if last else None
        if longer:
            joined[-1] = longer
        else:
            joined.append(candidate)
    return joined


def _union(one: _Candidate, other: _Candidate, keys: dict[int, str]) -> _Candidate | None:
    """Return what two candidates are a part of in each of their sentences; None if of nothing."""
    if one.sentences != other.sentences or not one.at[0] < other.at[0] < one.at[1] < other.at[1]:
        return None
    at = one.at[0], other.at[1]
    key = keys[one.sentences[0]][slice(*at)]
    if len(key) > _LONGEST or not all(key in keys[number] for number in one.sentences):
        return None
    words = [*one.words, *(word for word in other.words if word.start >= one.at[1])]
    set_off = one.set_off or other.set_off
    return _Candidate(key, words, at, one.sentences, set_off, max(one.weight, other.weight))


def _without_parts(found: Iterable[_Candidate]) -> list[_Candidate]:
    """Return the candidates that are seen outside of any longer one."""
    alike: dict[tuple[int, int], list[_Candidate]] = {}
    for candidate in found:
        alike.setdefault((candidate.sentences[0], candidate.count), []).append(candidate)
    return [c for group in alike.values() for c in _longest(group)]


def _longest(group: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Yield those of candidates with the same count that no other one holds."""
    for candidate in group:
        if not any(candidate is not other and candidate.key in other.key for other in group):
            yield candidate
