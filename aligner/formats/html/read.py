"""Web pages to blocks: what a browser would show, and what the page itself calls a menu.

The source of a page is that visible text, one line a block, its title in front; offsets count in
it. Scripts, styles and attributes are no text. The tree is walked without recursion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aligner.article import ParagraphKind
from aligner.formats.passage import Block, whole
from aligner.formats.text import is_heading

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SILENT_TEXT = """
    script style noscript template svg math iframe object canvas audio video map datalist
    meta link base input img
"""
_SILENT = frozenset(_SILENT_TEXT.split())
_INLINE_TEXT = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp
    rt rtc ruby s samp small span strike strong sub sup time tt u var wbr -text
"""
_INLINE = frozenset(_INLINE_TEXT.split())
_KINDS: dict[str, ParagraphKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "li": "list item",
}
_TITLE = "title"
"""A label that sorting takes off: the title is text only where nothing repeats it."""
_MENUS = frozenset({"nav", "menu", "button", "select", "option", "dialog"})
_CLASSES_OF = {
    "navigation": "nav navbar navigation menu breadcrumb breadcrumbs crumbs pagination pager share "
    "sharing social skip-link",
    "tags": "tags tag-list taglist post-tags article-tags keywords",
    "related articles": "related related-articles related-posts related-news recommend "
    "recommended recommendations",
    "credit": "byline copyright credits photo-credit",
}
_CLASSES = {name: label for label, names in _CLASSES_OF.items() for name in names.split()}
_WHITE = re.compile(r"[ \t\n\r\f\v]+")


@dataclass(frozen=True, slots=True)
class _Place:
    """What the elements around a text say about it."""

    kind: ParagraphKind = "body"
    label: str = ""
    in_article: bool = False


@dataclass(slots=True)
class _Page:
    """Text gathered so far, and the block that is growing."""

    lines: list[tuple[str, ParagraphKind, str]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def close(self, place: _Place) -> None:
        """End the growing block, if it holds any text."""
        text = _WHITE.sub(" ", "".join(self.parts)).strip()
        self.parts.clear()
        if text:
            kind = place.kind
            if kind == "body" and is_heading(text):
                kind = "heading"
            self.lines.append((text, kind, place.label))


def blocks_of(text: str) -> tuple[list[Block], str]:
    """Return the blocks of a page, and its visible text, in which they stand."""
    from selectolax.lexbor import LexborHTMLParser

    safe = text.encode("utf-8", "replace").decode("utf-8")  # the parser takes no lone surrogates
    root = LexborHTMLParser(safe).root
    page = _Page()
    if root is not None:
        _walk(root, page)
    if all(label for _, _, label in page.lines):
        # A menu that is never closed swallows the page; then what it says of a line is worthless.
        page.lines = [(t, kind, _TITLE if label == _TITLE else "") for t, kind, label in page.lines]
    source = whole("\n".join(line[0] for line in page.lines))
    blocks: list[Block] = []
    start = 0
    for line, kind, label in page.lines:
        blocks.append(Block(source.cut(start, start + len(line)).strip(), kind, label))
        start += len(line) + 1
    return blocks, source.text


def _walk(root: LexborNode, page: _Page) -> None:
    """Visit all nodes in the order of the page."""
    places = [_Place()]
    for node, entering in _visits(root):
        tag = node.tag or ""
        if tag == "-text":
            page.parts.append(node.text_content or "")
        elif tag == "br":
            if entering:
                page.close(places[-1])
        elif tag not in _INLINE:
            page.close(places[-1])
            if entering:
                places.append(_within(places[-1], tag, node))
            else:
                places.pop()
    page.close(places[0])


def _visits(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each element when it begins and when it ends, and each text once."""
    pending: list[tuple[LexborNode, bool]] = [(root, True)]
    while pending:
        node, entering = pending.pop()
        tag = node.tag or ""
        yield node, entering
        if not entering or tag == "-text":
            continue
        if tag != "br":
            pending.append((node, False))
        children: list[tuple[LexborNode, bool]] = []
        child = node.child
        while child is not None:
            name = child.tag or ""
            if name not in _SILENT and (name == "-text" or not name.startswith(("-", "!"))):
                children.append((child, True))
            child = child.next
        pending += reversed(children)


def _within(around: _Place, tag: str, node: LexborNode) -> _Place:
    in_article = around.in_article or tag in {"article", "main"}
    label = around.label
    if not label:
        if tag == "title":
            label = _TITLE
        elif tag in _MENUS or (tag in {"footer", "aside"} and not around.in_article):
            label = "related articles" if tag == "aside" else "navigation"
        elif tag not in {"html", "body", "article", "main", "h1"}:
            label = _label_of(node)
    return _Place(_KINDS.get(tag, around.kind), label, in_article)


def _label_of(node: LexborNode) -> str:
    """Return the label that the class or the role of an element gives it."""
    attributes = node.attributes
    if attributes.get("role") == "navigation":
        return "navigation"
    names = (attributes.get("class") or "").lower().split()
    return next((_CLASSES[name] for name in names if name in _CLASSES), "")
