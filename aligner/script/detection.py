"""Whether a Chinese text is Traditional or Simplified, by its characters.

Each distinct character is looked at once, so that it costs the same for a page and for a book.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Literal

from aligner.script.tables import rows

_SCRIPT_SAMPLE = 1_000_000
"""Characters that decide Traditional or Simplified; a book's first million says enough."""


@dataclass(frozen=True, slots=True)
class Script:
    """The script of a Chinese text."""

    name: Literal["Hans", "Hant"]
    share: float
    """Share of the telling characters that belong to it, 0.5 to 1; 0.5 also if there are none."""


def detect_script(text: str) -> Script:
    """Tell Traditional from Simplified by the characters that only one of them uses."""
    traditional_only, simplified_only = _telling_characters()
    counts = Counter(text[:_SCRIPT_SAMPLE])
    traditional = sum(n for character, n in counts.items() if character in traditional_only)
    simplified = sum(n for character, n in counts.items() if character in simplified_only)
    if not traditional and not simplified:
        return Script("Hans", 0.5)
    name: Literal["Hans", "Hant"] = "Hant" if traditional > simplified else "Hans"
    return Script(name, max(traditional, simplified) / (traditional + simplified))


@cache
def _telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that OpenCC would change: the Traditional ones, the Simplified ones.

    Those that may also stay as they are (后, 里, 台) tell nothing. OpenCC's own functions load the
    table of words for this, a hundred times as long, and do not say what may stay.
    """
    return _changing("TSCharacters.txt"), _changing("STCharacters.txt")


def _changing(table: str) -> frozenset[str]:
    return frozenset(row[0] for row in rows(table) if row[0] not in row[1:])
