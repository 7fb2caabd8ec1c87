"""Marks: what two texts share without any model, numbers and names above all.

A mark is a short string that reads the same on both sides: a number whatever it is written in, a
month, a percentage, a Latin word that stands inside the Chinese. Comparing them is exact.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from aligner.article import Language
from aligner.numbers import Number, marks_of, read_numbers

_WORD = re.compile(r"[a-z][a-z'-]+")


def number_marks(text: str, language: Language) -> tuple[list[str], list[str]]:
    """Return the marks of the numbers, dates and times of a text, and those of its weak numbers.

    Both are in order, repeated ones once. Weak are the small numbers that often have no
    counterpart: one, 一, half.
    """
    found = read_numbers(text, language)
    return _marks(found, weak=False), _marks(found, weak=True)


def latin_words(text: str) -> list[str]:
    """Return the words in Latin letters, lower case, two letters or more, repeated ones once."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return list(dict.fromkeys(_WORD.findall(plain)))


def _marks(found: Sequence[Number], *, weak: bool) -> list[str]:
    chosen = [number for number in found if number.weak == weak]
    return list(dict.fromkeys(marks_of(chosen))) if chosen else []
