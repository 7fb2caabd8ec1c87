"""What is looked at of a sentence that is too long for one.

A text without a full stop, a transcript or a table on one line, is one sentence of any length, and
comparing all of it would cost the square. Of such a sentence the aligner looks at the beginning and
the end, as much of either language as goes into the other; where they are cut no word is halved.
The sentence itself stays whole in every pair and every file.
"""

from __future__ import annotations

import re

from aligner.article import Language

LONGEST = {"zh": 1_200, "en": 4_800}
"""Characters of a sentence that is looked at as a whole."""

_CLAUSE_END = re.compile("[.!?。！？;；:：,，、…]+[\"'”’」』）》】)\\]]*\\s*|\n+")
_SPACE = re.compile(r"\s+")
_ADDS_TO_LETTER = re.compile("[\u0300-\u036f\ufe00-\ufe0f\u200d\U000e0100-\U000e01ef]")
_SEARCHED = 4
"""The part of a half, as a divisor, in which a good place to cut is looked for."""


def excerpt(text: str, language: Language) -> str:
    """Return a sentence, or of one longer than `LONGEST` the beginning and the end."""
    longest = LONGEST[language]
    if len(text) <= longest:
        return text
    half = longest // 2
    reach = half // _SEARCHED
    first = _cut(text, half - reach, half, last=True)
    second = _cut(text, len(text) - half, len(text) - half + reach, last=False)
    return f"{text[:first]} {text[second:]}"


def _cut(text: str, low: int, high: int, *, last: bool) -> int:
    """Return where to cut between two offsets: behind a clause, behind a space, or anywhere.

    The last such place, or the first one.
    """
    for pattern in (_CLAUSE_END, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, low, high)]
        if ends:
            return ends[-1] if last else ends[0]
    place = high if last else low
    while low < place < high and _ADDS_TO_LETTER.match(text, place):
        place += -1 if last else 1
    return place
