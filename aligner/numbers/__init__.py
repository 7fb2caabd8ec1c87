"""Numbers: what a text counts, dates and times, read from figures and from words.

Reads Chinese of either script and English into values that can be compared; `marks_of` turns equal
meanings into equal strings. It refuses what names no one value (三五个, 十几, dozens of) and what
only looks like a number (十分, 万一). Invariant: every number's span lies in the text, spans are in
order and do not overlap, and reading takes time in proportion to the text.
"""

from __future__ import annotations

from aligner.article import Language
from aligner.numbers.chinese import read_chinese
from aligner.numbers.english import read_english
from aligner.numbers.number import PLAIN, Number, NumberKind, Value, clock, marks_of
from aligner.numbers.vague import read_vague

__all__ = [
    "PLAIN",
    "Number",
    "NumberKind",
    "Value",
    "clock",
    "marks_of",
    "read_numbers",
    "read_vague",
]


def read_numbers(text: str, language: Language) -> list[Number]:
    """Return the numbers of a text in order; offsets are characters of `text`."""
    return read_chinese(text) if language == "zh" else read_english(text)
