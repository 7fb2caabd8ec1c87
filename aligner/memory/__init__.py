"""The personal memory: translation units kept in one SQLite file, and what it knows of a text.

Owns what makes two units the same, how text is found again (exactly, in part, in either script,
nearly) and what an article can be filled with. It refuses files that are no memory and never sets
one aside. Texts stay as they were found; what is compared is made anew each time. Invariant:
whatever is interrupted, a unit is in the memory with all its indices or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.memory.adding import Added
    from aligner.memory.analysis import BANDS, BandCount, analyse
    from aligner.memory.contents import Contents
    from aligner.memory.differences import DifferenceRun, difference_runs, marked_differences
    from aligner.memory.entries import StoredUnit
    from aligner.memory.file import UnusableMemory
    from aligner.memory.fuzzy_match import EXACT, MIN_PERCENT, FuzzyMatch
    from aligner.memory.memory import Memory
    from aligner.memory.place import memory_path
    from aligner.memory.pretranslate import (
        FindTerms,
        SegmentMatches,
        TermPair,
        pretranslate_article,
        segment_matches_without_memory,
    )
    from aligner.memory.search import Concordance
    from aligner.memory.tokens import count_words

__all__ = [
    "BANDS",
    "EXACT",
    "MIN_PERCENT",
    "Added",
    "BandCount",
    "Concordance",
    "Contents",
    "DifferenceRun",
    "FindTerms",
    "FuzzyMatch",
    "Memory",
    "SegmentMatches",
    "StoredUnit",
    "TermPair",
    "UnusableMemory",
    "analyse",
    "count_words",
    "difference_runs",
    "marked_differences",
    "memory_path",
    "pretranslate_article",
    "segment_matches_without_memory",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__,
        {
            "BANDS": "analysis",
            "EXACT": "fuzzy_match",
            "MIN_PERCENT": "fuzzy_match",
            "Added": "adding",
            "BandCount": "analysis",
            "Concordance": "search",
            "Contents": "contents",
            "DifferenceRun": "differences",
            "FindTerms": "pretranslate",
            "FuzzyMatch": "fuzzy_match",
            "Memory": "memory",
            "SegmentMatches": "pretranslate",
            "StoredUnit": "entries",
            "TermPair": "pretranslate",
            "UnusableMemory": "file",
            "analyse": "analysis",
            "count_words": "tokens",
            "difference_runs": "differences",
            "marked_differences": "differences",
            "memory_path": "place",
            "pretranslate_article": "pretranslate",
            "segment_matches_without_memory": "pretranslate",
        },
    )
