"""Sections: which parts of one side answer to which of the other, and the walls between them.

A slide, a row of a table and a cue hold a text and its translation; notes stand behind the text on
both sides. No pair crosses from one of them into the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from aligner.article import ChapterMatch, Wall
from aligner.formats import Block, weight
from aligner.reading.chapters import chapters_of

_LEAST_SHARED = 0.6
"""The part of the text that sections with both languages must hold to be boundaries."""


def divide(zh: Sequence[Block], en: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Return both sides of a file with notes behind the text, in a section of their own.

    Sections that mostly hold one language become a single one.
    """
    holds = _shared(zh, en) >= _LEAST_SHARED
    last = max((block.section for block in (*zh, *en)), default=0) + 1
    return _ordered(zh, holds, last), _ordered(en, holds, last)


def divide_books(
    zh: Sequence[Block], en: Sequence[Block], matches: Sequence[ChapterMatch]
) -> tuple[list[Block], list[Block]]:
    """Return the sides of two books likewise, given their chapters, matched.

    Each sure match is a section, and so is whatever stands between two of them.
    """
    sure = [match for match in matches if match.is_sure]
    sides = []
    for side, chosen in ((zh, [m.zh for m in sure]), (en, [m.en for m in sure])):
        sections = [0] * len(side)
        for number, chapter in enumerate(chapters_of(side)):
            before = sum(indices[0] <= number for indices in chosen)
            is_in = before > 0 and number in chosen[before - 1]
            section = 2 * before - is_in
            sections[chapter.first : chapter.stop] = [section] * (chapter.stop - chapter.first)
        sides.append([replace(b, section=s) for b, s in zip(side, sections, strict=True)])
    last = 2 * len(sure) + 1
    return _ordered(sides[0], True, last), _ordered(sides[1], True, last)


def walls(zh: Sequence[int], en: Sequence[int]) -> tuple[Wall, ...]:
    """Return the walls between sections, given the section of each sentence, rising."""
    names = sorted({*zh, *en})[:-1]
    in_zh, in_en = Counter(zh), Counter(en)
    before_zh = accumulate(in_zh[name] for name in names)
    before_en = accumulate(in_en[name] for name in names)
    return tuple(zip(before_zh, before_en, strict=True))


def _shared(zh: Sequence[Block], en: Sequence[Block]) -> float:
    """Return the share of the text, 0 to 1, that stands in sections with both languages."""
    text = [block for block in (*zh, *en) if block.kind != "note"]
    both = {block.section for block in zh} & {block.section for block in en}
    total = sum(weight(block.text) for block in text)
    shared = sum(weight(block.text) for block in text if block.section in both)
    return shared / total if total else 0.0


def _ordered(side: Sequence[Block], holds: bool, last: int) -> list[Block]:
    text = [b if holds else replace(b, section=0) for b in side if b.kind != "note"]
    return text + [replace(b, section=last) for b in side if b.kind == "note"]
