"""What helps to translate a segment: matches of the memory, terms of the glossary, concordance.

`Assistant.assist` gathers it as one value, `Assistance`; CAT tools show the same in a panel of
translation results. `words_done` counts how far a translation is, `extent_of` how much text there
is. Nothing here changes a memory, a
glossary or a pair. Invariant: whatever cannot be looked up is a `problem` in the value, a sentence,
beside all that could.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.lazy import lazy_names

if TYPE_CHECKING:
    from aligner.assistance.assistant import Assistant
    from aligner.assistance.extent import Extent, extent_of
    from aligner.assistance.progress import WordsDone, words_done
    from aligner.assistance.values import Assistance, MemoryMatch, Segment, TermSuggestion

__all__ = [
    "Assistance",
    "Assistant",
    "Extent",
    "MemoryMatch",
    "Segment",
    "TermSuggestion",
    "WordsDone",
    "extent_of",
    "words_done",
]

if not TYPE_CHECKING:  # for the type checker there is no name but those above
    __getattr__ = lazy_names(
        __name__,
        {
            "Assistance": "values",
            "Assistant": "assistant",
            "Extent": "extent",
            "MemoryMatch": "values",
            "Segment": "values",
            "TermSuggestion": "values",
            "WordsDone": "progress",
            "extent_of": "extent",
            "words_done": "progress",
        },
    )
