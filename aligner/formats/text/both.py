"""Both languages on one line: finds the one place that divides them, if there is one.

Every place is scored by the Han characters on one side of it and the letters on the other; the best
must leave two texts, neither of them a mention. Linear in the length of the line.
"""

from __future__ import annotations

import re

from aligner.formats.passage import Passage
from aligner.script import HAN, LATIN

_TOKEN = re.compile(f"(?P<han>[{HAN}]+)|(?P<latin>[{LATIN}]+)")
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(f"[{LATIN}]")
_OPENING = frozenset("“‘「『（《〈【〔［([{\"'#*")
_LONGEST = 1_000_000
"""Characters; a whole article may be one line, but finding its runs takes memory."""


def divide(text: str) -> int | None:
    """Return the offset at which a line turns to the other language; None if it does not."""
    if len(text) > _LONGEST or not _HAN.search(text) or not _LATIN.search(text):
        return None
    runs = [
        (match.start(), match.end(), 3 * len(match[0]) if match["han"] else -len(match[0]))
        for match in _TOKEN.finditer(text)
    ]
    total = sum(run[2] for run in runs)
    best, at, chinese_first = 0, -1, True
    before = 0
    for index, (_, _, value) in enumerate(runs[:-1]):
        before += value
        score = 2 * before - total  # Han before and letters behind, less those on the wrong side
        if abs(score) > best:
            best, at, chinese_first = abs(score), index, score > 0
    if at < 0 or not _are_two_texts(text, runs, at, best):
        return None
    return _cut(text, runs[at][1], runs[at + 1][0], chinese_first)


def _are_two_texts(text: str, runs: list[tuple[int, int, int]], at: int, best: int) -> bool:
    """Whether both sides weigh something, are pure, and neither stands in brackets."""
    size = sum(abs(run[2]) for run in runs)
    left = abs(sum(run[2] for run in runs[: at + 1]))
    right = abs(sum(run[2] for run in runs[at + 1 :]))
    if best * 10 < size * 7 or min(left, right) * 5 < max(left, right):
        return False
    between = text[runs[at][1] : runs[at + 1][0]]
    return not any(bracket in between for bracket in "（([【")


def _cut(text: str, start: int, stop: int, chinese_first: bool) -> int:
    """Return an offset between the last word of one language and the first of the other."""
    spaces = [index for index in range(start, stop) if text[index].isspace()]
    if spaces:
        return spaces[0] if chinese_first else spaces[-1]
    while stop > start and text[stop - 1] in _OPENING:
        stop -= 1
    return stop


def halves(passage: Passage) -> tuple[Passage, Passage] | None:
    """Return the Chinese and the English of a line that holds both, in this order."""
    at = divide(passage.text)
    if at is None:
        return None
    first, second = passage.cut(0, at).strip(), passage.cut(at, len(passage.text)).strip()
    han = sum(len(match[0]) if match["han"] else 0 for match in _TOKEN.finditer(first.text))
    latin = sum(len(match[0]) if match["latin"] else 0 for match in _TOKEN.finditer(first.text))
    return (first, second) if 3 * han > latin else (second, first)
