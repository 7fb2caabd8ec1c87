"""Marks: what two texts share without any model, numbers and names above all.

A mark is a short string that reads the same on both sides: a number whatever it is written in, a
month, a percentage, a Latin word that stands inside the Chinese. Comparing them is exact.
"""

from __future__ import annotations

import re
import unicodedata

from aligner.article import Language
from aligner.numbers import marks_of, read_numbers

_WORD = re.compile(r"[a-z][a-z'-]+")


def numbers(text: str, language: Language) -> list[str]:
    """Return the marks of the numbers, dates and times of a text, in order, repeated ones once."""
    return _marks(text, language, weak=False)


def weak_numbers(text: str, language: Language) -> list[str]:
    """Return the marks of the small numbers that often have no counterpart: one, 一, half."""
    return _marks(text, language, weak=True)


def latin_words(text: str) -> list[str]:
    """Return the words in Latin letters, lower case, two letters or more, repeated ones once."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return list(dict.fromkeys(_WORD.findall(plain)))


def _marks(text: str, language: Language, *, weak: bool) -> list[str]:
    found = [number for number in read_numbers(text, language) if number.weak == weak]
    return list(dict.fromkeys(marks_of(found)))
