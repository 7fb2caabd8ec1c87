"""Lines that say by themselves what they are, which the parser of Markdown need not see.

Front matter, the marks of containers and warnings, addresses for references, imported programs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aligner.formats.code import LABEL as CODE
from aligner.formats.markdown.front_matter import front_matter
from aligner.formats.markdown.inline import label_key
from aligner.formats.markdown.page import Page, put
from aligner.formats.passage import Block

_OUTSIDE = " \t>"
"""White space and marks of quotations, which may stand in front of a line."""
_FIRST = frozenset(":!?[i")
"""What such lines begin with."""
_CONTAINER = re.compile(
    r"[ \t>]*(?P<mark>:{3,}[ \t]*(?:[A-Za-z][\w-]{0,40})?(?:\{[^{}]{0,200}\})?[ \t]*"
    r"|(?:!!!|\?\?\?\+?)[ \t]+[A-Za-z][\w -]{0,60}(?=[ \t]*$|[ \t]\")[ \t]*"
    r"|\[![A-Za-z]{3,20}\][+-]?[ \t]*)"
)
"""A line that opens or closes a box around others, and may say its title."""
_TITLE_MARKS = (("[", "]"), ('"', '"'))
_DEFINITION = re.compile(
    r"[ \t>]*\[(?!\^)(?P<label>[^\[\]]{1,200})\]:[ \t]*<?"
    r"(?:[^\s<>]{0,1000}(?:/|\.\w{2,5}(?:[#?]|>?\s|>?$))|#|mailto:)"
    r"[^\s<>]{0,1000}>?(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)
_IMPORT = re.compile(r"import\b[^'\"]{0,300}['\"][^'\"]{1,300}['\"];?[ \t]*$")


def read_front_matter(page: Page) -> int:
    """Read what stands in front of the page; return the number of the first line behind it."""
    found = front_matter(page.lines)
    for number in range(found.stop):
        page.taken[number] = [(0, len(page.lines[number].text))]
    page.blocks += found.blocks
    page.markup += found.markup
    return found.stop


def read_marked_lines(page: Page, begin: int, code: Sequence[range]) -> set[int]:
    """Read the lines that say by themselves what they are; return which the parser need not see."""
    hidden = set(range(begin))
    inside = {number for lines in code for number in lines}
    for number in range(begin, len(page.texts)):
        text = page.texts[number]
        if number in inside or not text or text.lstrip(_OUTSIDE)[:1] not in _FIRST:
            continue
        if definition := _DEFINITION.match(text):
            page.labels.add(label_key(definition["label"]))
            page.taken[number] = []
        elif container := _CONTAINER.match(text):
            page.taken[number] = []
            _read_title(page, number, container.end("mark"))
        elif _IMPORT.match(text):
            page.taken[number] = [(0, len(text))]
            page.blocks.append(Block(page.lines[number].strip(), label=CODE))
        else:
            continue
        hidden.add(number)
    return hidden


def _read_title(page: Page, number: int, start: int) -> None:
    """Read what the line of a container says behind its mark."""
    text = page.texts[number]
    stop = len(text)
    for opening, closing in _TITLE_MARKS:
        if text.startswith(opening, start) and text.endswith(closing) and stop > start + 1:
            start, stop = start + 1, stop - 1
            break
    put(page, "body", list(page.take(number, start, stop)))
