"""What all sentences of the program share: the language they are in, and how they count.

The sentences themselves stand where they are said. Knows no other room.
"""

from __future__ import annotations

import os
from typing import Literal

__all__ = ["UiLanguage", "counted", "noun_for", "ui_language"]

UiLanguage = Literal["en", "zh", "zh-Hant"]
"""The language in which something is said, not a side of a pair; `zh` is Simplified."""

_HISSING = ("ch", "sh", "s", "x")


_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where the environment says the language, as POSIX has it: the first that is not empty."""
_TRADITIONAL = ("tw", "hk", "mo", "hant")


def ui_language(wanted: str | None) -> UiLanguage:
    """Return the language for `--lang`, or for the locale where nothing was asked for.

    `zh` alone goes by the locale's region, and is Simplified outside Taiwan, Hong Kong and Macau.
    """
    locale = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    name = (wanted or locale).replace("_", "-").lower()
    if not name.startswith("zh"):
        return "en"
    where = name if name != "zh" else locale.replace("_", "-").lower()
    return "zh-Hant" if any(f"-{part}" in where for part in _TRADITIONAL) else "zh"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 pair`, `2,000 pairs`."""
    return f"{number:,} {noun_for(number, noun)}"


def noun_for(number: int, noun: str) -> str:
    """Return an English noun as it stands behind a number, given its singular."""
    if number == 1:
        return noun
    return f"{noun}es" if noun.endswith(_HISSING) else f"{noun}s"
