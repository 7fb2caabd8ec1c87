"""What the memory offers for each sentence of an article that is to be translated.

Reads the memory and changes nothing. Whoever has a glossary brings a function that finds its terms
in a text. Invariant: there is one offer a sentence, in order.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from aligner.memory import keys
from aligner.memory.adding import BEGINNING
from aligner.memory.fuzzy_match import EXACT, IN_CONTEXT, LEAST, Match, similar
from aligner.unit import Unit

Term = tuple[str, str]
"""A Chinese term and its English."""

FindTerms = Callable[[str], Sequence[Term]]
"""Returns the terms in a Chinese text, in its order."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A Chinese sentence and what there is for it."""

    text: str
    match: Match | None
    """The closest unit, if one is close enough."""
    others: tuple[Match, ...] = ()
    """Units as good as it with another English."""
    terms: tuple[Term, ...] = ()
    """Terms in the sentence, in its order, each as it stands there."""
    repeats: int | None = None
    """Index of the first sentence that says the same."""

    @property
    def percent(self) -> int:
        """The percentage of the match; 0 without one."""
        return self.match.percent if self.match else 0


def offers(
    file: sqlite3.Connection | None,
    sentences: Sequence[str],
    *,
    terms: FindTerms | None = None,
    least: int = LEAST,
) -> Iterator[Offer]:
    """Yield what there is for Chinese sentences, one by one, in their order.

    Without a memory that is their terms, and which sentences come again.
    """
    firsts: dict[str, int] = {}
    known: dict[str, list[Match]] = {}
    before = BEGINNING
    for index, text in enumerate(sentences):
        key = keys.key(text)
        first = firsts.setdefault(key, index)
        if key not in known:
            known[key] = similar(file, text, least=least) if file else []
        found = [_in_its_place(match, before) for match in known[key]]
        found.sort(key=lambda match: -match.percent)
        best = found[0] if found else None
        yield Offer(
            text=text,
            match=best,
            others=tuple(m for m in found[1:] if best and m.percent == best.percent),
            terms=tuple(terms(text)) if terms else (),
            repeats=first if first != index else None,
        )
        before = keys.number(key)


def _in_its_place(match: Match, before: int) -> Match:
    """Raise an exact match whose context is the same."""
    if match.percent < EXACT:
        return match
    return replace(match, percent=IN_CONTEXT if match.entry.before == before else EXACT)


def filled(offered: Iterable[Offer], *, least: int) -> Iterator[Unit]:
    """Yield the article as units: with the English of what reaches `least` percent, or without.

    Of a unit with a match its percentage and the memory's Chinese are said as properties.
    """
    for offer in offered:
        if offer.match is None or offer.percent < least:
            yield Unit(zh=offer.text, en="")
            continue
        unit = offer.match.entry.unit
        properties = (
            ("x-match", str(offer.percent)),
            *((("x-match-source", unit.zh),) if offer.percent < EXACT else ()),
            ("x-match-origin", offer.match.entry.source),
        )
        yield Unit(
            zh=offer.text,
            en=unit.en,
            en_code=unit.en_code,
            confidence=min(offer.percent, EXACT) / EXACT,
            status="proposed" if offer.percent >= EXACT else "review",
            properties=properties,
        )
