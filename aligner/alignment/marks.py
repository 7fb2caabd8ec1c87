"""Marks: what two texts share without any model, numbers and names above all.

A mark is a short string that reads the same on both sides: a number without its thousands commas, a
month, a percentage, a Latin word that stands inside the Chinese. Comparing them is exact.
"""

from __future__ import annotations

import re
import unicodedata

from aligner.article import Language

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = {name: f"month {n}" for n, name in enumerate(_MONTHS, 1)}
_MONTH |= {name[:3]: mark for name, mark in list(_MONTH.items()) if name != "may"}
_ZH_MONTH = re.compile(r"(\d{1,2}) ?月(?!球|亮|饼|餅)")
_NUMBER = re.compile(r"\d+(?:[,.]\d+)*")
_WORD = re.compile(r"[a-z][a-z'-]+")
_DAY = re.compile(r"(\d)(?:st|nd|rd|th)\b")


def numbers(text: str, language: Language) -> list[str]:
    """Return the numbers of a text and its months, in order, repeated ones once."""
    plain = unicodedata.normalize("NFKC", text).lower()
    found = [_canonical(match) for match in _NUMBER.findall(plain)]
    if language == "zh":
        found += [f"month {int(n)}" for n in _ZH_MONTH.findall(plain)]
    else:
        found += [_MONTH[word] for word in _WORD.findall(plain) if word in _MONTH]
    return list(dict.fromkeys(found))


def latin_words(text: str) -> list[str]:
    """Return the words in Latin letters, lower case, two letters or more, repeated ones once."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return list(dict.fromkeys(_WORD.findall(plain)))


def _canonical(number: str) -> str:
    """Return a number without thousands commas, leading zeros and a final `.0`."""
    whole, point, part = number.replace(",", "").partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + (point + part if part else "")
