"""What the memory has for each segment of an article, and the article pretranslated with it.

Reads the memory and changes nothing. Whoever has a glossary brings a function that finds its terms
in a text. Invariant: there is one value a segment, in order.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from aligner.memory import keys
from aligner.memory.adding import BEGINNING
from aligner.memory.fuzzy_match import EXACT, IN_CONTEXT, MIN_PERCENT, FuzzyMatch, fuzzy_matches
from aligner.unit import Unit

TermPair = tuple[str, str]
"""A Chinese term and its English."""

FindTerms = Callable[[str], Sequence[TermPair]]
"""Returns the terms in a Chinese text, in its order."""


@dataclass(frozen=True, slots=True)
class SegmentMatches:
    """A Chinese segment, its matches and its terms."""

    text: str
    match: FuzzyMatch | None
    """The closest unit, if one is close enough."""
    others: tuple[FuzzyMatch, ...] = ()
    """Units as good as it with another English."""
    terms: tuple[TermPair, ...] = ()
    """Terms in the sentence, in its order, each as it stands there."""
    repeats: int | None = None
    """Index of the first sentence that says the same."""

    @property
    def percent(self) -> int:
        """The percentage of the match; 0 without one."""
        return self.match.percent if self.match else 0


def segment_matches(
    file: sqlite3.Connection | None,
    sentences: Sequence[str],
    *,
    terms: FindTerms | None = None,
    min_percent: int = MIN_PERCENT,
) -> Iterator[SegmentMatches]:
    """Yield the matches and the terms of Chinese segments, one by one, in their order.

    Without a memory that is their terms, and which sentences come again.
    """
    firsts: dict[str, int] = {}
    known: dict[str, list[FuzzyMatch]] = {}
    before = BEGINNING
    for index, text in enumerate(sentences):
        key = keys.key(text)
        first = firsts.setdefault(key, index)
        if key not in known:
            known[key] = fuzzy_matches(file, text, min_percent=min_percent) if file else []
        found = [_in_its_place(match, before) for match in known[key]]
        found.sort(key=lambda match: -match.percent)
        best = found[0] if found else None
        yield SegmentMatches(
            text=text,
            match=best,
            others=tuple(m for m in found[1:] if best and m.percent == best.percent),
            terms=tuple(terms(text)) if terms else (),
            repeats=first if first != index else None,
        )
        before = keys.number(key)


def segment_matches_without_memory(
    sentences: Sequence[str], *, terms: FindTerms | None = None
) -> Iterator[SegmentMatches]:
    """Yield for each Chinese segment of an article its terms, and whether it comes again."""
    return segment_matches(None, sentences, terms=terms)


def _in_its_place(match: FuzzyMatch, before: int) -> FuzzyMatch:
    """Raise an exact match whose context is the same."""
    if match.percent < EXACT:
        return match
    return replace(match, percent=IN_CONTEXT if match.stored.before == before else EXACT)


def pretranslate_article(segments: Iterable[SegmentMatches], *, min_percent: int) -> Iterator[Unit]:
    """Yield the segments of an article as units, with the English of a match of `min_percent`.

    Of a unit with a match its percentage and the memory's Chinese are said as properties.
    """
    for segment in segments:
        if segment.match is None or segment.percent < min_percent:
            yield Unit(zh=segment.text, en="")
            continue
        unit = segment.match.stored.unit
        properties = (
            ("x-match", str(segment.percent)),
            *((("x-match-source", unit.zh),) if segment.percent < EXACT else ()),
            ("x-match-origin", segment.match.stored.source),
        )
        yield Unit(
            zh=segment.text,
            en=unit.en,
            en_code=unit.en_code,
            confidence=min(segment.percent, EXACT) / EXACT,
            status="proposed" if segment.percent >= EXACT else "review",
            properties=properties,
        )
