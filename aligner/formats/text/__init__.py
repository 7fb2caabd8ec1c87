"""Plain text as an article: lines, and paragraphs that were wrapped at a width.

Also what any format asks of a text: where its lines end, whether it is a heading, how much it
weighs, and where a line turns from one language to the other.
"""

from __future__ import annotations

from aligner.formats.text.both import divide, halves
from aligner.formats.text.marks import ends_sentence, han, is_heading, weight, words
from aligner.formats.text.read import LINE_END, blocks_of, line_spans, mark_of
from aligner.formats.text.wrapping import paragraphs

__all__ = [
    "LINE_END",
    "blocks_of",
    "divide",
    "ends_sentence",
    "halves",
    "han",
    "is_heading",
    "line_spans",
    "mark_of",
    "paragraphs",
    "weight",
    "words",
]
