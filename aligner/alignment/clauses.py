"""Clauses: the parts of a sentence between its commas, each of which is rendered somewhere.

A translator moves whole clauses across a full stop. Where one of them is covered better by the
sentence next door than by the sentences of its own bead, the bead is drawn too narrow or too wide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligner.article import Language

MOST_CLAUSES = 6
"""Clauses of a sentence that are told apart; the last of them holds the rest."""

_CLOSERS = "\"'”’」』）)》】\\]"
_CUT = re.compile(f"(?:[，；：。！？…—]|--|[–,;:!?.](?=[{_CLOSERS}\\s]|$))+[{_CLOSERS}]*\\s*")
_SHORT: dict[Language, int] = {"zh": 4, "en": 14}
"""Characters; a shorter clause goes with the one before it."""


def clauses_of(text: str, language: Language) -> list[str]:
    """Return the clauses of a sentence, which join to it; one that is empty has one."""
    bounds, begin = [0], 0
    for match in _CUT.finditer(text):
        if match.end() - begin >= _SHORT[language]:
            bounds.append(match.end())
            begin = match.end()
    if len(bounds) > 1 and len(text) - bounds[-1] < _SHORT[language]:
        bounds.pop()
    bounds = bounds[:MOST_CLAUSES]
    return [text[a:b] for a, b in zip(bounds, [*bounds[1:], len(text)], strict=True)]


def cut_clauses(texts: Sequence[str], language: Language) -> tuple[list[str], list[int]]:
    """Return the clauses of all sentences, and how many each sentence has."""
    found = [clauses_of(text, language) for text in texts]
    return [clause for clauses in found for clause in clauses], [len(c) for c in found]
