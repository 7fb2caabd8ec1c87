"""Numbers as they stand in a pair: each with its mark, its place and what is around it."""

from __future__ import annotations

from dataclasses import dataclass

from aligner.article import Language
from aligner.checks.finding import Span
from aligner.numbers import Number, Value, marks_of, read_numbers


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of a text."""

    number: Number
    mark: str
    """Equal for equal meanings in either language."""
    whole: str
    """The text it stands in."""

    @property
    def value(self) -> Value:
        """Return its value, as its kind counts."""
        return self.number.value

    @property
    def span(self) -> Span:
        """Return where it stands, in characters."""
        return self.number.start, self.number.end

    @property
    def text(self) -> str:
        """Return how it is written."""
        return self.whole[self.number.start : self.number.end]

    @property
    def behind(self) -> str:
        """Return what follows it, a few words of it."""
        return self.whole[self.number.end : self.number.end + 24]

    @property
    def before(self) -> str:
        """Return what leads to it, a few words of it."""
        return self.whole[max(0, self.number.start - 16) : self.number.start]


def mentions(text: str, language: Language) -> list[Mention]:
    """Return the numbers of a text in order."""
    numbers = read_numbers(text, language)
    return [
        Mention(number, mark, text) for number, mark in zip(numbers, marks_of(numbers), strict=True)
    ]
