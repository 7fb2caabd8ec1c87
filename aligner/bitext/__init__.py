"""Pairs and the bitext they make up, and what can be asked of it without changing it.

The values (`pairs`), the paragraphs that pairs of sentences link, how much of a text is paired
(`statistics`), the geometry of its map, and the search for pairs. Nothing here reads a file, draws
or computes a score.
"""

from __future__ import annotations

from aligner.bitext.pairs import (
    LOW_CONFIDENCE,
    WHOLE,
    Bitext,
    Cut,
    Level,
    Pair,
    Status,
    begins_paragraph,
    moved_to,
    pair_of,
    pair_up,
    separator,
    text_of,
)

__all__ = [
    "LOW_CONFIDENCE",
    "WHOLE",
    "Bitext",
    "Cut",
    "Level",
    "Pair",
    "Status",
    "begins_paragraph",
    "moved_to",
    "pair_of",
    "pair_up",
    "separator",
    "text_of",
]
