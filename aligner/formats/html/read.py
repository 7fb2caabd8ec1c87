"""Web pages to blocks: what a browser would show, and what the page itself calls a menu.

The source of a page is that visible text, one line a block, its title in front; offsets count in
it. Scripts, styles, attributes, the readings of ruby and the marks of notes are no text; code and
what a page hides are kept apart. The tree is walked without recursion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from aligner.article import ParagraphKind
from aligner.errors import UnusableInput
from aligner.formats.code import LABEL as CODE
from aligner.formats.html.elements import CODE_TAGS, INLINE, SILENT, TITLE, Place, is_silent, within
from aligner.formats.html.xhtml import as_html, says_xhtml
from aligner.formats.notes import without_marks
from aligner.formats.passage import Block, whole
from aligner.formats.text import is_heading

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_WHITE = re.compile("[ \t\n\r\f\v\x85\u2028\u2029]+")


_NESTING = re.compile(
    r"<(/?)(?:address|article|aside|blockquote|center|details|dialog|dir|div|dl|fieldset|figure|"
    r"footer|form|header|listing|main|menu|nav|ol|pre|search|section|summary|table|ul)\b",
    re.IGNORECASE,
)
_DEEPEST = 3_000
"""The parser takes the square of the depth in time; pages whose elements are never closed are less
deep by far."""
_SOFT_HYPHEN = "\u00ad"


class PageLine(NamedTuple):
    """A line of the text that a page shows."""

    text: str
    kind: ParagraphKind
    label: str
    """Why it is no text of the article, where the page says so."""


@dataclass(slots=True)
class _Page:
    """Text gathered so far, and the block that is growing."""

    lines: list[PageLine] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    in_code: int = 0
    """Elements of code within a line that are open."""
    holds_text: bool = False
    """Whether anything in the growing block stands outside of code."""

    def add(self, text: str) -> None:
        """Add a text to the growing block."""
        self.parts.append(text)
        if not self.in_code and text.strip():
            self.holds_text = True

    def tail(self) -> str:
        """Return how the growing block ends."""
        return "".join(self.parts[-4:])[-8:]

    def close(self, place: Place) -> None:
        """End the growing block, if it holds any text."""
        text = without_marks("".join(self.parts).replace(_SOFT_HYPHEN, ""))
        text = _WHITE.sub(" ", text).strip()
        is_code = not self.holds_text
        self.parts.clear()
        self.holds_text = False
        if text:
            kind = place.kind
            if kind == "body" and is_heading(text):
                kind = "heading"
            self.lines.append(PageLine(text, kind, CODE if is_code else place.label))


def blocks_of(text: str) -> tuple[list[Block], str]:
    """Return the blocks of a page, and its visible text, in which they stand."""
    lines = lines_of(text)
    if all(line.label for line in lines):
        # A menu that is never closed swallows the page; then what it says of a line is worthless.
        kept = (TITLE, CODE)
        lines = [line if line.label in kept else line._replace(label="") for line in lines]
    source = whole("\n".join(line.text for line in lines))
    blocks: list[Block] = []
    start = 0
    for line in lines:
        stop = start + len(line.text)
        blocks.append(Block(source.cut(start, stop).strip(), line.kind, line.label))
        start = stop + 1
    return blocks, source.text


def lines_of(text: str, name: str = "The page", *, is_book: bool = False) -> list[PageLine]:
    """Return what a page shows, line by line.

    With `is_book` it is a chapter: XHTML for certain, and all of it text, so that what stands
    beside the text belongs to it. Such a one is refused (`UnusableInput`, with `name`) where
    thousands of elements are inside one another.
    """
    from selectolax.lexbor import LexborHTMLParser

    safe = text.encode("utf-8", "replace").decode("utf-8")  # the parser takes no lone surrogates
    if is_book and _is_too_deep(safe):
        raise UnusableInput(
            f"{name} has thousands of elements inside one another; it is damaged or made to "
            "do harm."
        )
    if is_book or says_xhtml(safe):
        safe = as_html(safe)
    root = LexborHTMLParser(safe).root
    page = _Page()
    if root is not None:
        _walk(root, page, Place(in_article=is_book))
    return page.lines


def _is_too_deep(text: str) -> bool:
    """Whether elements that only their own end closes are too many inside one another."""
    depth = 0
    for tag in _NESTING.finditer(text):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST:
            return True
    return False


def _walk(root: LexborNode, page: _Page, around: Place) -> None:
    """Visit all nodes in the order of the page."""
    places = [around]
    for node, entering in _visits(root, page):
        tag = node.tag or ""
        if tag == "-text":
            page.add(node.text_content or "")
        elif tag == "br":
            if entering:
                page.close(places[-1])
        elif tag in CODE_TAGS:
            page.in_code += 1 if entering else -1
        elif tag not in INLINE:
            page.close(places[-1])
            if entering:
                places.append(within(places[-1], tag, node))
            else:
                places.pop()
    page.close(places[0])


def _visits(root: LexborNode, page: _Page) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each element when it begins and when it ends, and each text once."""
    pending: list[tuple[LexborNode, bool]] = [(root, True)]
    while pending:
        node, entering = pending.pop()
        tag = node.tag or ""
        if entering and is_silent(node, tag, page.tail):
            continue
        yield node, entering
        if not entering or tag == "-text":
            continue
        if tag != "br":
            pending.append((node, False))
        children: list[tuple[LexborNode, bool]] = []
        child = node.child
        while child is not None:
            name = child.tag or ""
            if name not in SILENT and (name == "-text" or not name.startswith(("-", "!"))):
                children.append((child, True))
            child = child.next
        pending += reversed(children)
