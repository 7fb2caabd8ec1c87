"""What all sentences of the program share: the language they are in, and how they count.

The sentences themselves stand where they are said. Knows no other room.
"""

from __future__ import annotations

from typing import Literal

__all__ = ["UiLanguage", "counted", "noun_for"]

UiLanguage = Literal["en", "zh", "zh-Hant"]
"""The language in which something is said, not a side of a pair; `zh` is Simplified."""

_HISSING = ("ch", "sh", "s", "x")


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 pair`, `2,000 pairs`."""
    return f"{number:,} {noun_for(number, noun)}"


def noun_for(number: int, noun: str) -> str:
    """Return an English noun as it stands behind a number, given its singular."""
    if number == 1:
        return noun
    return f"{noun}es" if noun.endswith(_HISSING) else f"{noun}s"
