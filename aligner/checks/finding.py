"""What a check found in a pair, and the text that the checks look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Where = Literal["zh", "en", "both"]
Span = tuple[int, int]
"""Start and end in characters of a pair's text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a pair that deserves a look."""

    code: str
    """What it is called, and what it is silenced by: one of `CODES`."""
    side: Where
    """Where the fault shows; both, if the two texts disagree."""
    zh: Span | None = None
    """The place in the Chinese text, where there is one."""
    en: Span | None = None
    """The place in the English text, where there is one."""
    values: tuple[str, ...] = ()
    """What its sentence names, in the sentence's order."""


def shown(text: str, limit: int = 40) -> str:
    """Return a text as a sentence may quote it: on one line and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
