"""Pairs and the bitext they make up, and what can be asked of it without changing it.

The values (`pairs`), the paragraphs that pairs of sentences link, the headings of a text, how much
of it is paired (`statistics`), when the pairs of subtitles are shown (`times`), the geometry of its
map, and the search for pairs. Nothing here reads a file, draws or computes a score.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.bitext.pairs import (
    LOW_CONFIDENCE,
    WHOLE,
    Bitext,
    Cut,
    Level,
    Pair,
    Status,
    begins_paragraph,
    low_confidence,
    moved_to,
    pair_of,
    pair_up,
    separator,
    set_low_confidence,
    text_of,
)
from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.bitext.headings import Heading, headings_of
    from aligner.bitext.map import AlignmentMap, Bar, Grade, Link, MapSpan, Stroke, alignment_map
    from aligner.bitext.paragraphs import gather
    from aligner.bitext.search import FILTERS, Predicate, find_in_text, find_pair, pairs_with
    from aligner.bitext.statistics import Statistics, statistics_of
    from aligner.bitext.times import cues_of_pairs, times_of_pairs

_MODULES = {
    "headings": ("Heading", "headings_of"),
    "map": ("AlignmentMap", "Bar", "Grade", "Link", "MapSpan", "Stroke", "alignment_map"),
    "paragraphs": ("gather",),
    "search": ("FILTERS", "Predicate", "find_in_text", "find_pair", "pairs_with"),
    "statistics": ("Statistics", "statistics_of"),
    "times": ("cues_of_pairs", "times_of_pairs"),
}

__all__ = [
    "FILTERS",
    "LOW_CONFIDENCE",
    "WHOLE",
    "AlignmentMap",
    "Bar",
    "Bitext",
    "Cut",
    "Grade",
    "Heading",
    "Level",
    "Link",
    "MapSpan",
    "Pair",
    "Predicate",
    "Statistics",
    "Status",
    "Stroke",
    "alignment_map",
    "begins_paragraph",
    "cues_of_pairs",
    "find_in_text",
    "find_pair",
    "gather",
    "headings_of",
    "low_confidence",
    "moved_to",
    "pair_of",
    "pair_up",
    "pairs_with",
    "separator",
    "set_low_confidence",
    "statistics_of",
    "text_of",
    "times_of_pairs",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__, {name: module for module, names in _MODULES.items() for name in names}
    )
