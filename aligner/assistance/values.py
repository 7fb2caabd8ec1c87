"""The values of assistance: a segment that is being translated, and what there is for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligner.article import Language

if TYPE_CHECKING:  # a screen imports these values before it has anything to look up
    from aligner.memory import Concordance, DifferenceRun


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment in both languages; the target may still be empty."""

    zh: str
    en: str
    source: Language
    """The language that is translated from."""

    @property
    def target(self) -> Language:
        """The language that is translated to."""
        return "en" if self.source == "zh" else "zh"

    def text(self, language: Language) -> str:
        """Return its text in a language."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class MemoryMatch:
    """A unit of the memory whose source text is the segment's, or nearly."""

    percent: int
    """50 to 99, 100 where the source text is the same."""
    source: str
    target: str
    differences: tuple[DifferenceRun, ...]
    """From the source text of the memory to that of the segment."""
    origin: str
    """The file that the unit was added from."""


@dataclass(frozen=True, slots=True)
class TermSuggestion:
    """A term of the source text with its renderings in the target language."""

    term: str
    """As it stands in the source text."""
    start: int
    """Its place there, in characters."""
    renderings: tuple[str, ...]
    """Usable ones, the preferred one first."""
    is_rendered: bool
    """Whether the target text has one of them."""


@dataclass(frozen=True, slots=True)
class Assistance:
    """What there is for a segment."""

    segment: Segment
    matches: tuple[MemoryMatch, ...] = ()
    """Best first."""
    terms: tuple[TermSuggestion, ...] = ()
    """Each term once, in the order of the source text."""
    phrase: str = ""
    """What the concordance was asked for."""
    concordance: Concordance | None = None
    problem: str = ""
    """Why the memory could not be asked: a sentence; mostly empty."""

    @property
    def insertions(self) -> tuple[str, ...]:
        """Return what can be inserted: targets of matches, then the first rendering of terms."""
        found = (match.target for match in self.matches)
        return (*found, *(suggestion.renderings[0] for suggestion in self.terms))
