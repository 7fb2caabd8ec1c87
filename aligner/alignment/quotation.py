"""Quotations: which sentences open one, close one, or stand inside one.

Marks are read as a reader does: 「“『 open, 」”』 close, straight and British single ones by what
stands beside them, so that an apostrophe is none. What a sentence begins inside of is decided by
the last mark before it; a paragraph starts outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Flags = npt.NDArray[np.bool_]

_MARK = re.compile("[“”„「」『』\"‘’']")
_OPENING, _CLOSING = set("“„「『"), set("”」』")
_ENDS = set(".,!?…;:—-–。！？，；：、)）")
_REACH = 12
"""Sentences after which an open quotation is taken to be one whose closing mark is missing."""


@dataclass(frozen=True)
class Quotations:
    """A value for each sentence."""

    opened: npt.NDArray[np.float32]
    """How many quotations it opens."""
    closed: npt.NDArray[np.float32]
    """How many quotations it closes."""
    inside: Flags
    """Whether it begins inside a quotation; one value more, for the end of the text."""


def find_quotations(texts: Sequence[str], opens_paragraph: Flags) -> Quotations:
    """Return the quotations of one side."""
    opened, closed = np.zeros(len(texts), np.float32), np.zeros(len(texts), np.float32)
    inside = np.zeros(len(texts) + 1, dtype=bool)
    state, since = False, 0
    for k, text in enumerate(texts):
        if opens_paragraph[k] or since > _REACH:
            state, since = False, 0
        inside[k] = state
        for opening in _marks(text):
            opened[k] += opening
            closed[k] += not opening
            state, since = opening, 0
        since += state
    inside[len(texts)] = False
    return Quotations(opened, closed, inside)


def _marks(text: str) -> list[bool]:
    """Return for each quotation mark of a text whether it opens."""
    found = []
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if mark in _OPENING:
            found.append(True)
        elif mark in _CLOSING:
            found.append(False)
        elif mark == "‘" or _opens(before, after):
            if mark != "’":
                found.append(True)
        elif mark == '"' or before in _ENDS:
            found.append(False)
    return found


def _opens(before: str, after: str) -> bool:
    """Tell whether a mark without direction opens: it follows a space and a word follows it."""
    return (before.isspace() or before in "([（—–-\"'“‘") and not after.isspace()
