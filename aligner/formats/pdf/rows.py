"""Where the rows of a table of two languages begin: at their numbers, or where a gap says so.

A cell is as tall as the longer of its two texts, so that the shorter has a gap below it; the line
beside the end of that gap begins a row as well. Columns of running text have gaps that nothing
answers to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low

from aligner.formats.pdf.columns import Line
from aligner.formats.text import ends_sentence, han, words

_WIDER = 1.45
"""Times the usual distance of lines that makes a gap."""
_LEAST = 2
"""Gaps that the other column answers to, ..."""
_MOST_OTHERS = 0.25
"""... and for each of these, gaps that it does not."""

Starts = dict[int, list[float]]
"""Heights at which rows begin, by page."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What is known of where rows begin."""

    numbers: Mapping[int, Sequence[float]] = field(default_factory=dict)
    """Where most of them begin, and nothing else does."""
    gaps: Mapping[int, Sequence[float]] = field(default_factory=dict)
    """Where some of them begin."""


def numbered_rows(lines: Iterable[Line]) -> Starts:
    """Return the heights at which a number stands, given the columns beside the text."""
    found: Starts = defaultdict(list)
    for line in lines:
        if not (han(line.text) or words(line.text)):
            found[line.page].append(_middle(line))
    return found


def answered_gaps(zh: Sequence[Line], en: Sequence[Line]) -> Starts:
    """Return the heights of the lines behind gaps that the other column answers to."""
    found: Starts = defaultdict(list)
    others = 0
    for own, beside in ((zh, en), (en, zh)):
        gaps = {line for _, line in _gaps(beside)}
        on_page: dict[int, list[tuple[Line, Line]]] = defaultdict(list)
        for before, one in pairwise(beside):
            on_page[one.page].append((before, one))
        for above, line in _gaps(own):
            answer = next(
                (
                    one
                    for before, one in on_page[line.page]
                    if _is_level(one, line)
                    and (one in gaps or ends_sentence(before.text) or not ends_sentence(above.text))
                ),
                None,
            )
            if answer is None:
                others += 1
            else:
                found[line.page] += [_middle(line), _middle(answer)]
    answered = sum(map(len, found.values())) // 2
    is_table = answered >= _LEAST and others <= _MOST_OTHERS * answered
    return found if is_table else {}


def _gaps(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Return the lines of a column on both sides of a gap."""
    steps = [below.top - line.top for line, below in pairwise(lines) if line.page == below.page]
    if not steps:
        return []
    widest = _WIDER * median_low(steps)
    return [
        (line, below)
        for line, below in pairwise(lines)
        if line.page == below.page and below.top - line.top > widest
    ]


def _is_level(one: Line, other: Line) -> bool:
    reach = 0.4 * min(one.height, other.height)
    return one.page == other.page and abs(_middle(one) - _middle(other)) <= reach


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2
