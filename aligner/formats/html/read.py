"""Web pages to blocks: what a browser would show, and what the page itself calls a menu.

The source of a page is that visible text, one line a block, its title in front; offsets count in
it. Scripts, styles, attributes, the readings of ruby and the marks of notes are no text; code and
what a page hides are kept apart. The tree is walked without recursion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aligner.article import ParagraphKind
from aligner.formats.code import LABEL as CODE
from aligner.formats.code import looks_like_code
from aligner.formats.html.xhtml import as_html, says_xhtml
from aligner.formats.notes import is_note_label, without_marks
from aligner.formats.passage import Block, whole
from aligner.formats.text import is_heading

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SILENT_TEXT = """
    script style noscript template svg math iframe object canvas audio video map datalist
    meta link base input img rt rp rtc
"""
_SILENT = frozenset(_SILENT_TEXT.split())
_INLINE_TEXT = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb
    ruby s samp small span strike strong sub sup time tt u var wbr -text
"""
_INLINE = frozenset(_INLINE_TEXT.split())
_KINDS: dict[str, ParagraphKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "li": "list item",
}
_CODE_TAGS = frozenset({"code", "kbd", "samp", "tt", "var"})
_CODE_CLASS = re.compile(
    r"(?:^|\s)(?:highlight|hljs|code|sourcecode|prettyprint|lang(?:uage)?-\S*)", re.I
)
_HIDDEN = "hidden"
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_REFERENCE = re.compile(r"(?:^|\s)(?:noteref|doc-noteref|footnote-ref|footnote-reference)(?:$|\s)")
_DEEPEST_NOTE = 4
"""Elements around the figure of a note."""
_LONGEST_NOTE = 8
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
_WHITE = re.compile("[ \t\n\r\f\v\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class _Place:
    """What the elements around a text say about it."""

    kind: ParagraphKind = "body"
    label: str = ""
    in_article: bool = False
    in_pre: bool = False
    """Whether an element around it keeps its line ends; only the outermost is looked at."""


@dataclass(slots=True)
class _Page:
    """Text gathered so far, and the block that is growing."""

    lines: list[tuple[str, ParagraphKind, str]] = field(default_factory=list)
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

    def close(self, place: _Place) -> None:
        """End the growing block, if it holds any text."""
        text = _WHITE.sub(" ", without_marks("".join(self.parts))).strip()
        is_code = not self.holds_text
        self.parts.clear()
        self.holds_text = False
        if text:
            kind = place.kind
            if kind == "body" and is_heading(text):
                kind = "heading"
            self.lines.append((text, kind, CODE if is_code else place.label))


def blocks_of(text: str) -> tuple[list[Block], str]:
    """Return the blocks of a page, and its visible text, in which they stand."""
    from selectolax.lexbor import LexborHTMLParser

    safe = text.encode("utf-8", "replace").decode("utf-8")  # the parser takes no lone surrogates
    if says_xhtml(safe):
        safe = as_html(safe)
    root = LexborHTMLParser(safe).root
    page = _Page()
    if root is not None:
        _walk(root, page)
    if all(label for _, _, label in page.lines):
        # A menu that is never closed swallows the page; then what it says of a line is worthless.
        kept = (_TITLE, CODE)
        page.lines = [(t, kind, label if label in kept else "") for t, kind, label in page.lines]
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
    for node, entering in _visits(root, page):
        tag = node.tag or ""
        if tag == "-text":
            page.add(node.text_content or "")
        elif tag == "br":
            if entering:
                page.close(places[-1])
        elif tag in _CODE_TAGS:
            page.in_code += 1 if entering else -1
        elif tag not in _INLINE:
            page.close(places[-1])
            if entering:
                places.append(_within(places[-1], tag, node))
            else:
                places.pop()
    page.close(places[0])


def _visits(root: LexborNode, page: _Page) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each element when it begins and when it ends, and each text once."""
    pending: list[tuple[LexborNode, bool]] = [(root, True)]
    while pending:
        node, entering = pending.pop()
        tag = node.tag or ""
        if entering and _is_silent(node, tag, page):
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
            if name not in _SILENT and (name == "-text" or not name.startswith(("-", "!"))):
                children.append((child, True))
            child = child.next
        pending += reversed(children)


def _is_silent(node: LexborNode, tag: str, page: _Page) -> bool:
    """Whether an element within a line is hidden, or the mark of a note."""
    if tag not in _INLINE or tag == "-text":
        return False
    attributes = node.attributes
    if _is_hidden(node):
        return True
    said = " ".join(
        attributes.get(name) or "" for name in ("class", "role", "type", "epub:type", "rel")
    )
    if said.strip() and _REFERENCE.search(said):
        return True
    if tag != "sup":
        return False
    found = _raised(node)
    return found is not None and is_note_label(found[0], "。" if found[1] else page.tail())


def _raised(node: LexborNode) -> tuple[str, bool] | None:
    """Return the text of a raised element, and whether it is a link; None if it holds more."""
    is_link = False
    child = node.child
    for _ in range(_DEEPEST_NOTE):
        if child is None or child.next is not None:
            return None
        if child.tag == "-text":
            text = child.text_content or ""
            return (text, is_link) if len(text) <= _LONGEST_NOTE else None
        is_link = is_link or child.tag == "a"
        child = child.child
    return None


def _is_hidden(node: LexborNode) -> bool:
    """Whether a page shows an element to nobody."""
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return _INVISIBLE.search(attributes.get("style") or "") is not None


def _is_code(node: LexborNode) -> bool:
    """Whether what is set in a fixed width is code; it may be a poem, or a whole page of text."""
    if _CODE_CLASS.search(node.attributes.get("class") or "") or node.css_first("code,samp,kbd"):
        return True
    return looks_like_code(node.text(deep=True).split("\n"))


def _within(around: _Place, tag: str, node: LexborNode) -> _Place:
    in_article = around.in_article or tag in {"article", "main"}
    label = around.label
    if tag == "pre" and not around.in_pre and _is_code(node):
        label = CODE
    elif tag not in {"html", "body"} and _is_hidden(node):
        label = label or _HIDDEN
    if not label:
        if tag == "title":
            label = _TITLE
        elif tag in _MENUS or (tag in {"footer", "aside"} and not around.in_article):
            label = "related articles" if tag == "aside" else "navigation"
        elif tag not in {"html", "body", "article", "main", "h1"}:
            label = _label_of(node)
    return _Place(_KINDS.get(tag, around.kind), label, in_article, around.in_pre or tag == "pre")


def _label_of(node: LexborNode) -> str:
    """Return the label that the class or the role of an element gives it."""
    attributes = node.attributes
    if attributes.get("role") == "navigation":
        return "navigation"
    names = (attributes.get("class") or "").lower().split()
    return next((_CLASSES[name] for name in names if name in _CLASSES), "")
