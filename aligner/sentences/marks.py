"""Which quotation marks and brackets of a Chinese paragraph belong together.

A mark without a partner in the paragraph counts as absent, so that a forgotten one swallows
nothing. Straight quotes open and close in turn; an apostrophe within a Latin word is none.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄", "〝": "〞", "«": "»"}
BRACKETS = {
    "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "〖": "〗", "［": "］",
    "[": "]", "｛": "｝", "{": "}",
}  # fmt: skip
OPENING = "".join(QUOTES) + "".join(BRACKETS)
CLOSING = "".join(QUOTES.values()) + "".join(BRACKETS.values()) + "〟＂＇"
STRAIGHT = "\"'"

_LONGEST_ASIDE = 400
"""Brackets farther apart than this hold a text of their own, or do not belong together."""

_DEEPEST = 64
"""Marks open at a time; more are no nesting, and the first of them have no partner."""

_PARTNER = {closing: opening for opening, closing in (QUOTES | BRACKETS).items()} | {"〟": "〝"}
_MARK = re.compile("[" + re.escape(OPENING + CLOSING + STRAIGHT) + "]")
_LATIN = re.compile(r"[0-9A-Za-zÀ-ɏ]")


@dataclass(frozen=True, slots=True)
class MarkPair:
    """Two marks that belong together."""

    opening: int
    closing: int
    is_quote: bool
    before: int
    """Offset of the last character before the opening mark that is no opening mark and no white
    space; -1 where there is none."""


def pairs(text: str) -> dict[int, MarkPair]:
    """Return the pairs of a text by the offset of their closing mark and by that of their opening.

    A closing mark takes the nearest open mark of its kind; what was opened after that one and is
    still open has no partner. Every mark is opened and dropped once, so time is linear.
    """
    found: dict[int, MarkPair] = {}
    opened: deque[tuple[str, int, int]] = deque()
    waiting = dict.fromkeys([*QUOTES, *BRACKETS, *STRAIGHT], 0)
    seen, before = 0, -1
    for match in _MARK.finditer(text):
        place, mark = match.start(), match.group()
        solid = len(text[seen:place].rstrip())
        before = seen + solid - 1 if solid else before
        seen = place + 1
        if mark in STRAIGHT and _is_apostrophe(text, place, bool(waiting[mark])):
            before = place
            continue
        kind = mark if mark in STRAIGHT else _PARTNER.get(mark, "")
        if waiting.get(kind):
            opening, ahead = _take(opened, waiting, kind)
            if kind not in BRACKETS or place - opening <= _LONGEST_ASIDE:
                pair = MarkPair(opening, place, kind not in BRACKETS, ahead)
                found[opening] = found[place] = pair
            before = place
        elif mark in waiting:
            if len(opened) == _DEEPEST:
                waiting[opened.popleft()[0]] -= 1
            opened.append((mark, place, before))
            waiting[mark] += 1
        else:
            before = place
    return found


def _is_apostrophe(text: str, place: int, is_open: bool) -> bool:
    """Whether a straight quote is an apostrophe or an inch mark."""
    after_latin = place > 0 and _LATIN.match(text, place - 1) is not None
    before_latin = _LATIN.match(text, place + 1) is not None
    return after_latin and (before_latin or not is_open)


def _take(
    opened: deque[tuple[str, int, int]], waiting: dict[str, int], kind: str
) -> tuple[int, int]:
    while True:
        mark, place, before = opened.pop()
        waiting[mark] -= 1
        if mark == kind:
            return place, before
