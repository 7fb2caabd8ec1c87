"""A file of segments in both languages whose texts on one side can be replaced in place.

A format makes a `Bilingual` of a file for whoever puts translations right. Law: what is written
differs from what was read in the replaced texts alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aligner.article import Language


@dataclass(frozen=True, slots=True)
class BilingualSegment:
    """A segment as it stands in its file."""

    name: str
    """What the file calls it, for people: an id, the number of a cue or a row."""
    zh: str
    en: str
    is_settled: bool = False
    """Whether its translation is confirmed or locked, so that nobody may move it."""
    section: int = 0
    """The number of the document that it stands in; nothing moves from one to another."""

    def text(self, language: Language) -> str:
        """Return the text of a side."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The segments of a file, in its order."""

    segments: Sequence[BilingualSegment]
    source: Language | None
    """The language translated from, where the file says it."""
    write: Callable[[Language, Sequence[str]], bytes]
    """Returns the file with these texts on that side, one a segment; the texts must be those of
    the side in their order, divided otherwise."""
