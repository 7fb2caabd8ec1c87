"""The texts of a file that its reader does not hand on as they stand, counted and said.

A file may hold more than one Chinese and one English text a unit. Whoever reads it is told what
became of the others: no text vanishes without a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aligner.wording import counted

_MOST_CODES = 20
"""Codes that are named; a file with more languages is told of by its first ones."""


class LeftOut:
    """A tally of texts, which a reader fills in while it reads."""

    __slots__ = ("further", "others", "proposals", "unchosen")

    def __init__(self) -> None:
        self.others: Counter[str] = Counter()
        """Texts in other languages than Chinese and English, by their codes."""
        self.unchosen: Counter[str] = Counter()
        """Texts under other codes than the one that was asked for, by their codes."""
        self.further = 0
        """Texts beyond the first of their language, which became units of their own."""
        self.proposals = 0
        """Texts that a tool proposed beside a translation."""

    def add_other(self, code: str, text: str) -> None:
        """Count a text in another language; of an empty one only the code is noted."""
        _count(self.others, code, text)

    def add_unchosen(self, code: str, text: str) -> None:
        """Count a text under a code that was not asked for."""
        _count(self.unchosen, code, text)

    def sentences(self) -> Iterator[str]:
        """Yield what to tell a person, a sentence for each kind."""
        if self.others.total():
            texts, codes = _texts(self.others), _named(self.others)
            yield f"Left out: {texts} in languages other than Chinese and English{codes}."
        if self.unchosen.total():
            texts, codes = _texts(self.unchosen), _named(self.unchosen)
            yield f"Left out: {texts} under codes that were not asked for{codes}."
        if self.proposals:
            yield f"Left out: {counted(self.proposals, 'proposal')} beside the translations."
        if self.further:
            texts = counted(self.further, "text")
            yield f"Units with several texts in one language: {texts} more, each in its own unit."


def _count(tally: Counter[str], code: str, text: str) -> None:
    tally[code if code in tally or len(tally) < _MOST_CODES else ""] += bool(text.strip())


def _texts(tally: Counter[str]) -> str:
    return counted(tally.total(), "text")


def _named(tally: Counter[str]) -> str:
    codes = ", ".join(code for code, texts in tally.items() if code and texts)
    return f" ({codes})" if codes else ""
