"""Lines wrapped by hand: joins them, and nothing else.

Lines were wrapped where each is so full that the first word of the next would not have fitted, most
of them stop in the middle of a sentence and the last one does not. Chinese is joined with nothing,
English with one space. In a document full of such lines, those that happen to stop at the end of a
sentence are joined too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from aligner.cells import width
from aligner.formats.passage import Passage, join
from aligner.formats.text.marks import ends_sentence, numbered
from aligner.script import is_han, language_of

_NARROWEST = 24
"""Cells; shorter lines are those of a list or a poem."""
_WIDEST = 140
"""Cells; longer lines are paragraphs, however alike."""
_MANY = 3
"""Lines broken within a sentence that tell the habit of a document."""
_SLACK = 4
"""Cells by which a full line may be shorter: marks that may not begin a line pull a character."""
_FIRST_WORD = re.compile(r"[!-~\u00a1-\u024f]+|\S")


def are_wrapped(groups: Iterable[tuple[Sequence[Passage], Sequence[int]]]) -> bool:
    """Whether the lines of a whole document were wrapped: its long lines stop anywhere."""
    broken = pairs = 0
    for lines, indents in groups:
        if len(lines) > 1:
            pairs += len(lines) - 1
            runs = (run for run in _runs(lines, indents) if _was_wrapped(run))
            broken += sum(not ends_sentence(line.text) for run in runs for line in run[:-1])
    return broken >= _MANY and broken * 2 >= pairs


def paragraphs(
    lines: Sequence[Passage], indents: Sequence[int], *, wrapped: bool | None
) -> list[Passage]:
    """Return the paragraphs that lines make; each line is one unless they were wrapped.

    `wrapped` says so of the whole document: True that full lines go on, False that none does, None
    that the lines must show it themselves.
    """
    if len(lines) == 1 or wrapped is False:
        return list(lines)
    found: list[Passage] = []
    for run in _runs(lines, indents):
        if wrapped or _was_wrapped(run):
            found.append(join(run, [_glue(a.text, b.text) for a, b in pairwise(run)]))
        else:
            found += run
    return found


def _runs(lines: Sequence[Passage], indents: Sequence[int]) -> list[list[Passage]]:
    """Return lines that may belong together: one language, full but the last, not set in."""
    narrow = all(len(line.text) <= _WIDEST for line in lines)
    full = min(_WIDEST, max(width(line.text) for line in lines)) if narrow else 0
    least = min(indents)
    runs: list[list[Passage]] = [[lines[0]]]
    for (before, line), indent in zip(pairwise(lines), indents[1:], strict=True):
        starts_new = (
            full < _NARROWEST
            or indent > least
            or numbered(line.text)
            or not _is_full(before.text, line.text, full)
            or _differ(before.text, line.text)
        )
        if starts_new:
            runs.append([])
        runs[-1].append(line)
    return runs


def _is_full(before: str, line: str, full: int) -> bool:
    first = _FIRST_WORD.match(line)
    space = 0 if is_han(before[-1]) or is_han(line[0]) else 1
    return width(before) + space + width(first[0] if first else "") > full - _SLACK


def _was_wrapped(run: Sequence[Passage]) -> bool:
    """Whether most lines break a sentence and the last one ends it."""
    if len(run) == 1 or not ends_sentence(run[-1].text):
        return False
    broken = sum(not ends_sentence(line.text) for line in run[:-1])
    return broken * 2 >= len(run) - 1


def _differ(before: str, line: str) -> bool:
    """Whether two lines are certainly in different languages."""
    languages = {language_of(before), language_of(line)} - {None}
    return len(languages) == 2


def _glue(before: str, line: str) -> str:
    """Return what stands for a line end: nothing by Chinese or a hyphen, else a space."""
    last, first = before[-1], line[0]
    if _is_chinese(last) or _is_chinese(first) or (last == "-" and before[-2:-1].isalpha()):
        return ""
    return " "


def _is_chinese(character: str) -> bool:
    return is_han(character) or "\u3000" <= character <= "\u303f" or character in "！（），：；？"
