"""What the elements of a page say about the text in them: its kind, and why it is none.

One set of rules for pages of the web and for the chapters of books.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aligner.article import ParagraphKind
from aligner.formats.code import LABEL as CODE
from aligner.formats.code import looks_like_code
from aligner.formats.notes import is_note_label

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SILENT_TEXT = """
    script style noscript template svg math iframe object canvas audio video map datalist
    meta link base input img rt rp rtc case
"""
SILENT = frozenset(_SILENT_TEXT.split())
_INLINE_TEXT = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb
    ruby s samp small span strike strong sub sup time tt u var wbr -text
"""
INLINE = frozenset(_INLINE_TEXT.split())
_KINDS: dict[str, ParagraphKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "li": "list item",
}
CODE_TAGS = frozenset({"code", "kbd", "samp", "tt", "var"})
_CODE_CLASS = re.compile(
    r"(?:^|\s)(?:highlight|hljs|code|sourcecode|prettyprint|lang(?:uage)?-\S*)", re.I
)
_HIDDEN = "hidden"
_PAGE_NUMBER = "page number"
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?<!\S)(?:noteref|doc-noteref|footnote-ref|footnote-reference|backlink|doc-backlink|"
    r"pagebreak|doc-pagebreak)(?!\S)"
)
_NOTE = re.compile(
    r"(?<!\S)(?:(?:doc-)?(?:footnotes?|endnotes?|rearnotes?)|noteText|footnote-text)(?!\S)"
)
_PAGE_BREAK = re.compile(r"(?<!\S)(?:doc-)?pagebreak(?!\S)")
_WAY_BACK = re.compile(r"\s*[↩↵⏎↑⤴⬆^]\ufe0e?\s*")
"""The sign of a link from a note to where it is noted."""
_OWN_NUMBER = re.compile(r"\s*\d{1,3}[.．、]\s*")
"""The number of a note in front of it, where that leads back."""
_DEEPEST_NOTE = 4
"""Elements around the figure of a note."""
_LONGEST_NOTE = 8
TITLE = "title"
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


@dataclass(frozen=True, slots=True)
class Place:
    """What the elements around a text say about it."""

    kind: ParagraphKind = "body"
    label: str = ""
    in_article: bool = False
    in_pre: bool = False
    """Whether an element around it keeps its line ends; only the outermost is looked at."""


def is_silent(node: LexborNode, tag: str, tail: Callable[[], str]) -> bool:
    """Whether an element within a line is hidden, the mark of a note or the number of a page.

    `tail` returns the text in front of it.
    """
    if tag not in INLINE or tag == "-text":
        return False
    if _is_hidden(node) or _REFERENCE.search(_said(node)):
        return True
    if tag not in {"sup", "a"}:
        return False
    found = _raised(node)
    if found is None:
        return False
    if tag == "a":  # a link to a place in the book, which may be raised by its style alone
        return "#" in (node.attributes.get("href") or "") and _is_reference(found[0], tail())
    return is_note_label(found[0], "。" if found[1] else tail())


def _is_reference(text: str, before: str) -> bool:
    """Whether a link to a place in the book leads to a note, or from a note back."""
    if _WAY_BACK.fullmatch(text) or (not before.strip() and _OWN_NUMBER.fullmatch(text)):
        return True
    return is_note_label(text, "")


def _said(node: LexborNode) -> str:
    """Return the names that a page gives an element by its class, its role or its type."""
    attributes = node.attributes
    names = (attributes.get(name) for name in ("class", "role", "type", "epub:type", "rel"))
    return " ".join(name for name in names if name)


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


def within(around: Place, tag: str, node: LexborNode) -> Place:
    """Return what an element says of the text in it, given what those around it say."""
    in_article = around.in_article or tag in {"article", "main"}
    label = around.label
    said = _said(node) if tag not in {"html", "body"} else ""
    if around.kind == "note" or _NOTE.search(said):
        # A note may be hidden until somebody asks for it, and is text all the same.
        return Place("note", label, in_article, around.in_pre or tag == "pre")
    if tag == "pre" and not around.in_pre and _is_code(node):
        label = CODE
    elif tag not in {"html", "body"} and _is_hidden(node):
        label = label or _HIDDEN
    if not label:
        if _PAGE_BREAK.search(said):
            label = _PAGE_NUMBER
        elif tag == "title":
            label = TITLE
        elif tag in _MENUS or (tag in {"footer", "aside"} and not around.in_article):
            label = "related articles" if tag == "aside" else "navigation"
        elif tag not in {"html", "body", "article", "main", "h1"}:
            label = _label_of(node)
    return Place(_KINDS.get(tag, around.kind), label, in_article, around.in_pre or tag == "pre")


def _label_of(node: LexborNode) -> str:
    """Return the label that the class or the role of an element gives it."""
    attributes = node.attributes
    if attributes.get("role") == "navigation":
        return "navigation"
    names = (attributes.get("class") or "").lower().split()
    return next((_CLASSES[name] for name in names if name in _CLASSES), "")
