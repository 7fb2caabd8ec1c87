"""How much of an article the memory covers: the analysis that CAT tools print before work begins.

Bands are those of Trados and memoQ. A repetition is a sentence that has stood before and that the
memory does not have: exact matches are counted as such however often they occur, as Trados does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aligner.memory.fuzzy_match import EXACT, IN_CONTEXT
from aligner.memory.pretranslate import SegmentMatches
from aligner.memory.tokens import count_characters, count_words

REPETITIONS = "repetitions"
NO_MATCH = "no match"
_LOWEST = {IN_CONTEXT: "in context", EXACT: "100 %", 95: "95-99 %", 85: "85-94 %", 75: "75-84 %"}
_LOWEST |= {50: "50-74 %"}
BANDS = (REPETITIONS, *_LOWEST.values(), NO_MATCH)
"""In the order in which they are shown; every sentence is in one."""


@dataclass(frozen=True, slots=True)
class BandCount:
    """How much of an article is in a band."""

    segments: int = 0
    characters: int = 0
    """Without white space."""
    words: int = 0
    """Han characters and words in other letters."""

    def __add__(self, other: BandCount) -> BandCount:
        return BandCount(
            self.segments + other.segments,
            self.characters + other.characters,
            self.words + other.words,
        )


def band_of(segment: SegmentMatches) -> str:
    """Return the band that a segment belongs to."""
    if segment.percent < EXACT and segment.repeats is not None:
        return REPETITIONS
    for lowest, name in _LOWEST.items():
        if segment.percent >= lowest:
            return name
    return NO_MATCH


def analyse(segments: Iterable[SegmentMatches]) -> dict[str, BandCount]:
    """Count the segments of an article by band, all of `BANDS`."""
    counts = dict.fromkeys(BANDS, BandCount())
    for segment in segments:
        count = BandCount(1, count_characters(segment.text), count_words(segment.text))
        name = band_of(segment)
        counts[name] = counts[name] + count
    return counts
