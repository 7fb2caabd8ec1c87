"""A file of segments in both languages whose texts on one side can be replaced in place.

A format makes a `Bilingual` of a file for whoever puts translations right. Law: what is written
differs from what was read in the replaced texts alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from aligner.article import Language

CONFIRMED = "confirmed or locked"
"""Why a segment stays as it is that somebody has said so of."""


@dataclass(frozen=True, slots=True)
class BilingualSegment:
    """A segment as it stands in its file."""

    name: str
    """What the file calls it, for people: an id, the number of a cue or a row."""
    zh: str
    en: str
    settled: str = ""
    """Why nobody may move its translation, as it is said of segments: `confirmed or locked`."""
    zh_held: str = ""
    """Why its Chinese cannot be replaced, likewise: `with tracked changes`."""
    en_held: str = ""
    section: int = 0
    """The number of the table or sheet that it stands in; nothing moves from one to another."""

    def text(self, language: Language) -> str:
        """Return the text of a side."""
        return self.zh if language == "zh" else self.en

    def why_left(self, target: Language) -> str:
        """Return why the text of a side stays where it is; empty where it may be moved."""
        return self.settled or (self.zh_held if target == "zh" else self.en_held)


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The segments of a file, in its order."""

    segments: Sequence[BilingualSegment]
    source: Language | None
    """The language translated from, where the file says it."""
    write: Callable[[Language, Sequence[str]], bytes]
    """Returns the file with these texts on that side, one a segment; the texts must be those of
    the side in their order, divided otherwise."""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """How much of the file nobody looked at, by what it is: a hidden sheet."""
