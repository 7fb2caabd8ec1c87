"""Pages whose elements are never closed: how much work they are, and the same text without them.

The parser looks through the open elements wherever one begins, and opens formatting that was left
open again in each paragraph: a page of a few hundred kilobytes can cost it minutes, or all memory.
Such a page is flattened before it is parsed; its text stays, and each line stays one.
"""

from __future__ import annotations

import re

from aligner.formats.html.elements import INLINE, SILENT

_TAG = re.compile(r"<(/?)([a-z][^\s/>]*)[^>]*>?", re.IGNORECASE)
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"})
_ENDED_BY_THE_NEXT = frozenset(
    {"body", "head", "html", "option", "p", "tbody", "td", "th", "tr"} | {"rb", "rp", "rt", "rtc"}
)
"""Elements that are open once, or once in another element that is counted."""
_ITEMS = frozenset({"dd", "dt", "li"})
_FORMATTING = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt"}
    | {"u"}
)
_KEPT = SILENT | {"body", "br", "head", "html", "p", "textarea", "title"}
_MOST_STEPS = 100_000_000
"""Open elements that are looked through, in all; the parser takes half a second for them."""
_MOST_COPIES = 1_000_000
"""Formatting that is opened again, in all; each copy is an element in the memory."""


def without_bombs(page: str) -> str:
    """Return a page, flattened if parsing it would take far more time or memory than its length."""
    return _flattened(page) if _is_bomb(page) else page


def _is_bomb(page: str) -> bool:
    open_tags: dict[str, int] = {}
    depth = formatting = steps = copies = 0
    last_item = ""
    for tag in _TAG.finditer(page):
        name = tag[2].lower()
        if name in _VOID or name in _ENDED_BY_THE_NEXT:
            pass
        elif tag[1]:
            if open_tags.get(name, 0):
                open_tags[name] -= 1
                depth -= 1
                formatting -= name in _FORMATTING
            continue
        elif name != last_item:
            open_tags[name] = open_tags.get(name, 0) + 1
            depth += 1
            formatting += name in _FORMATTING
        if name in _ITEMS:
            last_item = name
        steps += depth
        copies += formatting if name not in INLINE else 0
        if steps > _MOST_STEPS or copies > _MOST_COPIES:
            return True
    return False


def _flattened(page: str) -> str:
    """Return a page with line breaks in the place of the elements that are not within a line."""

    def flat(tag: re.Match[str]) -> str:
        name = tag[2].lower()
        if name in _KEPT:
            return tag[0]
        return "" if name in INLINE else "<br>"

    return _TAG.sub(flat, page)
